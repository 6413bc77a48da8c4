"""A letter as a PDF that anyone can read (PDF/UA-1) and that can be kept (PDF/A-2a).

The same letter gives the same bytes: its date is the only time in it.
"""

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import asdict
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Literal, cast

import typst

from service.concepts import LetterText, words_of
from service.ports.errors import NotFoundError, UndrawableError
from service.rendering.brieven.sheet import PAGE, composed, sheet_of

NAME, MEDIA_TYPE = "pdf", "application/pdf"
PPI = 110.0  # of pictures on a page: sharp at the width of half a screen

# The characters that both fonts have (test_pdf draws every one of them). With another one the PDF
# would show a box to some readers and nothing to others.
_LETTERS = ((0x20, 0x7E), (0xA0, 0x377), (0x384, 0x38A), (0x38E, 0x3A1), (0x3A3, 0x3E1))
_MORE = ((0x3F0, 0x52F), (0x1E00, 0x1EFF), (0x2010, 0x2027), (0x202F, 0x205E), (0x20A0, 0x20BF))
DRAWN = frozenset(
    chr(code) for first, last in (*_LETTERS, *_MORE) for code in range(first, last + 1)
)


def render(letter: LetterText) -> bytes:
    """Return the letter as a PDF.

    Raises:
        UndrawableError: for characters that cannot be printed, such as those of other scripts.

    """
    inputs = _inputs(letter)
    midnight = dt.datetime.combine(letter.date, dt.time(), dt.UTC)
    return typst.compile(
        _template(),
        sys_inputs=inputs,
        font_paths=_fonts(),
        pdf_standards=["ua-1", "a-2a"],
        timestamp=midnight,
    )


def count_pages(letter: LetterText) -> int:
    """Return how many pages the PDF has.

    Raises:
        UndrawableError: for characters that cannot be printed.

    """
    # SVG is drawn the quickest of the formats that come page by page
    return len(_drawn(letter, "svg"))


def picture(letter: LetterText, page: int) -> bytes:
    """Return a page of the PDF (from 1) as a PNG.

    Raises:
        NotFoundError: when there is no such page.
        UndrawableError: for characters that cannot be printed.

    """
    pages = _drawn(letter, "png")
    if not 1 <= page <= len(pages):
        raise NotFoundError
    return pages[page - 1]


def _drawn(letter: LetterText, form: Literal["png", "svg"]) -> Sequence[bytes]:
    # typed as one page, but a letter of several comes as a list
    drawn: object = typst.compile(
        _template(), format=form, ppi=PPI, sys_inputs=_inputs(letter), font_paths=_fonts()
    )
    return drawn if isinstance(drawn, list) else [cast("bytes", drawn)]


def _inputs(letter: LetterText) -> dict[str, str]:
    words = composed("".join(words_of(letter)))
    beyond = dict.fromkeys(char for char in words if char not in DRAWN)
    if beyond:
        raise UndrawableError(tuple(beyond))
    return {"letter": composed(json.dumps(_data(letter), ensure_ascii=False))}


def _data(letter: LetterText) -> dict[str, object]:
    said = letter.model_dump(mode="json")
    day = letter.date
    around = asdict(sheet_of(letter))
    return said | around | {"year": day.year, "month": day.month, "day": day.day, "page": PAGE}


@cache
def _template() -> bytes:
    return files("service.rendering.brieven").joinpath("brief.typ").read_bytes()


@cache
def _fonts() -> typst.Fonts:
    """Return the fonts of letters: those of the machine would give other bytes on another one."""
    folder = str(Path(str(files("service.rendering.brieven"))) / "fonts")
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder]
    )
