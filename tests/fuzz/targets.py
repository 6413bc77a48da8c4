"""What is fuzzed: bytes go in, and only what the part documents may come out."""

import contextlib
import datetime as dt
import io
from collections.abc import Callable
from typing import Final

import cv2
from werkzeug.exceptions import RequestEntityTooLarge

from extractors.addresses.find import find_addresses
from extractors.dates.dates import find_dates
from extractors.document import PageImage, Word
from extractors.elements import bsn
from extractors.errors import DocumentError
from extractors.limits import Limits
from extractors.ocr import Segmentation
from extractors.pictures.decoding import decode_frames
from extractors.readers.any_format import read
from service.adapters.mail.any_message import read_message
from service.ports.errors import DamagedMessageError
from service.usecases.archive import Meter, unzip
from service.usecases.expand import open_message
from service.usecases.manifest import ManifestError, parse_manifest
from service.usecases.receive import RefusedError
from service.web.multipart import BrokenError, Parts
from tests.factories import HINTS, make_letter
from tests.mails import opener
from validators.numbers.bsn import InvalidBsnError, is_valid, validate

Target = Callable[[bytes], None]

LIMITS: Final = Limits(
    file_bytes=2_000_000, pages=8, page_side_pt=3_000.0, image_pixels=1_000_000, file_s=20.0
)
LONGEST: Final = 4_000  # characters of a text: a full page
BOUNDARY: Final = "grens"


cv2.setNumThreads(1)  # as many tests as there are cores run at the same time


class Blind:
    """An engine that reads nothing: what is fuzzed is all that comes before it."""

    version = "blind"

    def read(
        self,
        image: PageImage,
        *,
        timeout_s: float,
        segmentation: Segmentation = Segmentation.PAGE,
    ) -> tuple[Word, ...]:
        """Return no words."""
        del image, timeout_s, segmentation
        return ()


def document(data: bytes) -> None:
    """Read a file of any format."""
    with contextlib.suppress(DocumentError):
        read(data, engine=Blind(), limits=LIMITS)


def picture(data: bytes) -> None:
    """Decode every frame of a picture."""
    with contextlib.suppress(DocumentError):
        for frame in decode_frames(data, limits=LIMITS):
            assert frame.pixels.size <= 3 * LIMITS.image_pixels


def pdf(data: bytes) -> None:
    """Read a file that begins as a PDF."""
    document(b"%PDF-1.7\n" + data)


def dates(data: bytes) -> None:
    """Find dates, which all are on the calendar."""
    text = _text(data)
    for found in find_dates(text, default_year=2026, impossible=True):
        assert isinstance(found.date, dt.date)
        assert 0 <= found.start < found.end <= len(text)


def citizen_number(data: bytes) -> None:
    """Find citizen service numbers, and check the text as if it were one."""
    text = _text(data)
    letter = make_letter(text)
    for candidate in bsn.find(letter, HINTS):
        assert 0.0 <= candidate.confidence <= 1.0
    with contextlib.suppress(InvalidBsnError):
        assert is_valid(validate(text))


def address(data: bytes) -> None:
    """Find addresses."""
    for page in make_letter(_text(data)).pages:
        find_addresses(page.lines)


def archive(data: bytes) -> None:
    """Unpack a ZIP as at the door, to the last byte of every letter in it."""
    meter = Meter(most_files=20, most_bytes=4_000_000)
    with contextlib.suppress(ManifestError):
        for part in unzip("post.zip", io.BytesIO(data), meter=meter, profiles=("awb",)):
            with contextlib.suppress(RefusedError), part.open() as opened:
                while opened.read(65_536):
                    pass
    assert meter.bytes <= 4_000_000 + 65_536


def message(data: bytes) -> None:
    """Read a message."""
    with contextlib.suppress(DamagedMessageError):
        read_message(data)


def mail(data: bytes) -> None:
    """Open a message as at the door, with all that is attached; it never gives nothing."""
    parts = open_message("post.eml", data, opener=opener())
    assert parts
    for part in parts:
        with contextlib.suppress(RefusedError), part.open() as opened:
            opened.read()


def manifest(data: bytes) -> None:
    """Read a manifest."""
    with contextlib.suppress(ManifestError):
        parse_manifest(_text(data), name="manifest.csv", profiles=("awb",))


def upload(data: bytes) -> None:
    """Take a request of several parts from the connection."""
    with contextlib.suppress(BrokenError, RequestEntityTooLarge):
        for part in Parts(io.BytesIO(data), BOUNDARY, most_parts=20):
            part.read(100)


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")[:LONGEST]


TARGETS: Final[dict[str, Target]] = {
    each.__name__: each
    for each in (
        document,
        picture,
        pdf,
        dates,
        citizen_number,
        address,
        archive,
        message,
        mail,
        manifest,
        upload,
    )
}
