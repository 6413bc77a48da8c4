"""Pictures of pages: the places that a report names are there, two pixels for each point."""

import io
import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from extractors.document import PageImage
from extractors.errors import DamagedError, DocumentError, UnknownFormatError
from extractors.limits import DEFAULT_LIMITS, Limits
from extractors.ocr import Segmentation
from extractors.pictures.images import to_grey
from extractors.readers.page_picture import PER_POINT, page_picture
from tests.needs import engine_or_skip

SAMPLES = Path(__file__).parents[2] / "samples"
MARGIN = 6  # points around a place


def evidence(file: str, element: str) -> tuple[int, list[float], str]:
    """Return page, box and text of an element in the golden report on a sample."""
    for line in (SAMPLES / "expected.jsonl").read_text("utf-8").splitlines():
        report = json.loads(line)
        if report["document"]["file"] == file:
            place = report["elements"][element]["evidence"][0]
            return place["page"], place["bbox"], place["text"]
    raise AssertionError(file)


def picture(file: str, page: int, *, degrees: int, is_scan: bool) -> Image.Image:
    data = (SAMPLES / file).read_bytes()
    made = page_picture(data, page, degrees=degrees, is_scan=is_scan, limits=DEFAULT_LIMITS)
    assert made is not None
    return Image.open(io.BytesIO(made))


@pytest.mark.parametrize(
    ("file", "element", "degrees", "is_scan"),
    [
        ("02-bezwaar-zonder-handtekening.pdf", "bsn", 0, False),
        ("05-bezwaar-twee-bladzijden.tif", "besluitdatum", 0, True),
        ("16-bezwaar-jeugdwet-foto.jpg", "datum", 0, True),
        ("26-klacht-ciz-gedraaid.pdf", "datum", 270, True),
    ],
)
def test_what_a_report_names_stands_there_in_the_picture(
    file: str, element: str, degrees: int, *, is_scan: bool
) -> None:
    engine = engine_or_skip()
    page, box, text = evidence(file, element)
    x0, top, x1, bottom = (value * PER_POINT for value in box)
    margin = MARGIN * PER_POINT
    whole = picture(file, page, degrees=degrees, is_scan=is_scan)
    part = whole.crop((x0 - margin, top - margin, x1 + margin, bottom + margin))
    pixels = np.ascontiguousarray(to_grey(np.asarray(part.convert("RGB"))))
    words = engine.read(PageImage(pixels, PER_POINT), timeout_s=30, segmentation=Segmentation.BLOCK)
    read = " ".join(word.text for word in words)
    assert text.split()[0] in read, (text, read)


def test_a_page_that_is_not_there_has_no_picture() -> None:
    for file in ("02-bezwaar-zonder-handtekening.pdf", "05-bezwaar-twee-bladzijden.tif"):
        data = (SAMPLES / file).read_bytes()
        assert page_picture(data, 9, degrees=0, is_scan=True, limits=DEFAULT_LIMITS) is None


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"%PDF-1.7 stuk", DamagedError),
        (b"geen", UnknownFormatError),
        (b"\xff\xd8\xff", DamagedError),
    ],
)
def test_a_file_that_cannot_be_opened_is_told(data: bytes, error: type[DocumentError]) -> None:
    with pytest.raises(error):
        page_picture(data, 1, degrees=0, is_scan=False, limits=DEFAULT_LIMITS)


def test_a_page_beyond_the_limits_is_not_made() -> None:
    data = (SAMPLES / "16-bezwaar-jeugdwet-foto.jpg").read_bytes()
    with pytest.raises(DocumentError):
        page_picture(data, 1, degrees=0, is_scan=True, limits=Limits(image_pixels=1000))
