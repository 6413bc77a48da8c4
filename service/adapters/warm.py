"""Imported by the server that workers are forked from, and by nothing else.

Reading one small letter here loads every word list and language rule once; each worker has them
from its first moment, and all share the memory. In every worker anew it would take seconds.
"""

import contextlib
import datetime as dt

# These two numpy imports itself when a page of a scan is read, in every worker anew.
import numpy.ma
import numpy.polynomial  # noqa: F401
from PIL import Image

from extractors.document import Box, Document, Page, TextSource, Word
from extractors.extract import extract
from extractors.readers.any_format import READERS
from validators.assess import Source, assess
from validators.profile import DEFAULT_PROFILE, hints_of, load_profile

__all__ = ["READERS"]  # imported for their parsers, which then are there at once too

_LINES = (
    "A. Voorbeeld",
    "Voorbeeldstraat 1",
    "1234 AB Utrecht",
    "Utrecht, 2 november 2026",
    "Onderwerp: bezwaar tegen uw besluit van 5 oktober 2026",
    "Ik ben het niet eens met uw besluit omdat de zorg te weinig is.",
    "Hoogachtend,",
    "A. Voorbeeld",
)


def small_letter() -> Document:
    """Return a document with a few lines of a letter."""
    words = tuple(
        Word(text, Box(70.0 + 50 * column, 80.0 + 30 * row, 115.0 + 50 * column, 91.0 + 30 * row))
        for row, line in enumerate(_LINES)
        for column, text in enumerate(line.split())
    )
    page = Page(number=1, width=595.0, height=842.0, words=words, source=TextSource.TEXT)
    return Document("application/pdf", (page,))


def read_once() -> None:
    """Read and judge the small letter once: what takes time is the same for every profile."""
    profile = load_profile(DEFAULT_PROFILE)
    for reading in extract(small_letter(), hints_of(profile)):
        today = dt.date(2026, 11, 23)
        assess(reading, profile, source=Source(file="warm"), today=today, report_id="warm")


Image.preinit()  # the formats of pictures, which are looked up with the first one
# a mistake in a finder costs the files that it fails on, not the server of all workers
with contextlib.suppress(Exception):
    read_once()
