"""Fonts whose tables of letters have no end: without them the page is read from its picture."""

import re
from typing import Final

import pikepdf

TABLES: Final = ("/ToUnicode", "/Encoding")
MOST_LETTERS: Final = 200_000  # of one table; Unicode has 160,000 letters and signs
_RANGES: Final = re.compile(rb"begin(?:bf|cid)range(.*?)end(?:bf|cid)range", re.DOTALL)
_PAIR: Final = re.compile(rb"<\s*([0-9a-fA-F]{1,16})\s*>\s*<\s*([0-9a-fA-F]{1,16})\s*>")


def drop_endless_tables(pdf: pikepdf.Pdf) -> bool:
    """Take tables that pdfminer would write out for ever away; tell whether there were any."""
    has_dropped = False
    for font in pdf.objects:
        if isinstance(font, pikepdf.Dictionary):
            for name in TABLES:
                table = font.get(name)
                if isinstance(table, pikepdf.Stream) and _letters(table) > MOST_LETTERS:
                    del font[name]
                    has_dropped = True
    return has_dropped


def _letters(table: pikepdf.Stream) -> int:
    try:
        content = table.read_bytes()
    except pikepdf.PdfError:
        return 0
    pairs = (pair for part in _RANGES.findall(content) for pair in _PAIR.findall(part))
    return sum(max(int(last, 16) - int(first, 16), 0) + 1 for first, last in pairs)
