"""The text of a message drawn as a PDF, so that it is read in the same way as all other post.

The same text gives the same bytes, on every machine: only the fonts that typst brings are used. A
sign that these cannot show (Chinese, a smiley) becomes an empty square.
"""

import json
import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import Final

import typst

from service.emails import Sheet
from service.ports.errors import DamagedMessageError

TEMPLATE = Path(__file__).with_name("page.typ")
UNKNOWN = "\u25a1"
LONGEST_WORD = 80  # characters that fit on a line; a longer web address would run off the paper

# What the fonts of typst have: Latin, Greek, Cyrillic, Arabic, punctuation, money and signs.
_SHOWN: Final = (
    *((0x20, 0x2FF), (0x370, 0x3FF), (0x400, 0x4FF), (0x621, 0x63A)),
    *((0x641, 0x64A), (0x1E00, 0x1EFF), (0x2010, 0x2040), (0x2070, 0x209F), (0x20A0, 0x20BF)),
    *((0x2190, 0x22B1), (0x2500, 0x25FF), (0xFB00, 0xFB06)),
)
_LONG = re.compile(rf"(\S{{{LONGEST_WORD}}})(?=\S)")


def draw(sheet: Sheet) -> bytes:
    """Return a PDF with the lines of the heading above the text.

    Raises:
        DamagedMessageError: when no page can be made of the text.

    """
    content = {
        "head": [shown(line) for line in sheet.head],
        "lines": [shown(line) for line in sheet.text.split("\n")],
    }
    compiler = typst.Compiler(
        TEMPLATE.read_bytes(), font_paths=_fonts(), sys_inputs={"sheet": json.dumps(content)}
    )
    try:
        drawn = compiler.compile(format="pdf", pdf_tags=False)
    except typst.TypstError as error:
        raise DamagedMessageError("no page can be made of the text") from error
    if not isinstance(drawn, bytes):  # a list when there are several files, which a PDF never is
        raise TypeError("typst made no PDF")
    return drawn


def shown(line: str) -> str:
    r"""Return a line as it can be printed.

    >>> shown("Cafe \u4f60\t10\u00a0euro\u200b\u0000")
    'Cafe \u25a1  10 euro'
    """
    line = unicodedata.normalize("NFC", line).expandtabs(4).replace("\u00a0", " ")
    kept = "".join(_sign(char) for char in line)
    return _LONG.sub(r"\1 ", kept).rstrip()


def _sign(char: str) -> str:
    category = unicodedata.category(char)
    if category in {"Cc", "Cf", "Mn", "Me"}:  # seen by nobody, or no sign of its own
        return ""
    if category[0] != "C" and any(first <= ord(char) <= last for first, last in _SHOWN):
        return char
    return UNKNOWN


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False)
