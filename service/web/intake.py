"""Uploads: what a request brings, taken in while it arrives.

A letter goes from the connection into a sealed draft, without a copy in memory or on the disk. A
ZIP is put down in a spool that nobody can read, and its letters are taken out one by one. Nothing
is entered here: the caller does that when everything has arrived and is in order.
"""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import BinaryIO, cast

from flask import Request
from werkzeug.exceptions import ClientDisconnected, RequestEntityTooLarge
from werkzeug.http import parse_options_header

from service.names import cleaned
from service.usecases.archive import Meter, is_zip, unzip
from service.usecases.manifest import ManifestError
from service.usecases.receive import Incoming, Intake, Peeked, letters_only, refused
from service.usecases.web_parts import Door
from service.web.multipart import BrokenError, Part, Parts
from service.web.problems import ProblemError

MULTIPART = "multipart/form-data"
ZIP_TYPES = ("application/zip", "application/x-zip-compressed")
ZIP_NAME = "post.zip"  # of one that is the whole request and so has no name
METADATA = "metadata"
METADATA_BYTES = 10_000_000
FIELD_BYTES = 5_000
MOST_FIELDS = 50  # beside the files
COPY = 1024 * 1024


@dataclass(slots=True)
class Upload:
    """What came beside the files: fields in the order sent, and the metadata as it was written."""

    fields: list[tuple[str, str | None]] = field(default_factory=list)
    metadata: str | None = None
    has_two_metadata: bool = False
    files: int = 0
    wrong: list[ManifestError] = field(default_factory=list)  # of ZIPs that were not taken in


def take_upload(
    request: Request, intake: Intake, door: Door, *, with_archives: bool = True
) -> Upload:
    """Take in everything that a request brings.

    Raises:
        ProblemError: when it is of the wrong kind, too large or broken.

    """
    request.max_content_length = door.max_bytes
    taker = _Taker(intake, door, with_archives)
    source = cast("BinaryIO", _Whole(request))
    with _in_our_words(door):
        if request.mimetype == MULTIPART:
            _, options = parse_options_header(request.content_type)
            parts = Parts(
                source,
                options.get("boundary", ""),
                most_parts=door.max_files + MOST_FIELDS,
            )
            for part in parts:
                taker.take_part(part)
        elif request.mimetype in ZIP_TYPES and with_archives:
            taker.take_file(ZIP_NAME, source)
        else:
            offered = f"{MULTIPART} of {ZIP_TYPES[0]}" if with_archives else MULTIPART
            raise ProblemError("verkeerde_soort", offered=offered)
    return taker.upload


class _Whole:
    """What a request brings; one that ends before the length it gave is broken.

    Werkzeug tells a sender who hangs up from one who is ready only when the server does not say
    that it knows where requests end, and gunicorn says so of every request.
    """

    def __init__(self, request: Request) -> None:
        self._stream = request.stream
        self._missing = request.content_length

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes.

        Raises:
            BrokenError: when the sender is gone before the end.

        """
        piece = self._stream.read(size)
        if self._missing is not None:
            self._missing -= len(piece)
            if not piece and size and self._missing > 0:
                raise BrokenError
        return piece


@contextmanager
def _in_our_words(door: Door) -> Iterator[None]:
    try:
        yield
    except (BrokenError, ClientDisconnected) as error:
        raise ProblemError("kapot_verzoek") from error
    except RequestEntityTooLarge as error:
        max_mb = door.max_bytes // (1024 * 1024)
        raise ProblemError("te_groot", max_mb=max_mb, most=door.max_files) from error


class _Taker:
    """Takes the parts of one request."""

    def __init__(self, intake: Intake, door: Door, with_archives: bool) -> None:
        self._intake = intake
        self._door = door
        self._with_archives = with_archives
        self._meter = Meter(door.max_files, door.max_bytes)
        self.upload = Upload()

    def take_part(self, part: Part) -> None:
        if part.name == METADATA:
            self.upload.has_two_metadata = self.upload.metadata is not None
            self.upload.metadata = part.text(most=METADATA_BYTES) or ""
        elif part.filename is None:
            if len(self.upload.fields) >= MOST_FIELDS:
                raise BrokenError
            self.upload.fields.append((part.name, part.text(most=FIELD_BYTES)))
        elif part.filename:
            self.take_file(cleaned(part.filename), cast("BinaryIO", part))
        # a file field of a form in which nothing was chosen has an empty name

    def take_file(self, name: str, source: BinaryIO) -> None:
        self.upload.files += 1
        peeked = Peeked(source)
        content = cast("BinaryIO", peeked)
        unpacker = next((each for each in self._door.unpackers if each.is_mine(peeked.head)), None)
        is_archive = is_zip(peeked.head)
        if (is_archive or unpacker) and not self._with_archives:
            self._refuse(name, "zip_niet_hier" if is_archive else "bericht_niet_hier")
        elif is_archive:
            self._unzip(name, content)
        elif unpacker is not None:
            for each in unpacker.unpack(name, content):
                self._intake.take(each)
        else:
            self._intake.take(letters_only(Incoming(name, lambda: _opened(content))))

    def _unzip(self, name: str, content: BinaryIO) -> None:
        with self._door.spool() as spool:
            while piece := content.read(COPY):
                spool.add(piece)
            whole = spool.whole()
            try:
                for each in unzip(name, whole, meter=self._meter, profiles=self._door.profiles):
                    self._intake.take(letters_only(each))
            except ManifestError as error:  # told with whatever else turns out to be wrong
                self.upload.wrong.append(error)

    def _refuse(self, name: str, code: str) -> None:
        nothing = io.BytesIO()
        self._intake.take(Incoming(name, lambda: _opened(nothing), refusal=refused(name, code)))


@contextmanager
def _opened(content: BinaryIO) -> Iterator[BinaryIO]:
    yield content
