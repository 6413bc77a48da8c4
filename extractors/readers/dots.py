"""Numbers in parts get back the dots that a scan took for commas."""

import re
from dataclasses import replace
from typing import Final

from extractors.document import Word

# "410,413.774", "9999,89.777": an amount has two figures behind its comma.
_PARTED: Final = re.compile(r"\d+(?:[.,]\d+)+[.,]\d{3,}[.,;]?")
_MANY: Final = 7  # figures


def with_dots(word: Word) -> Word:
    """Return a number in parts with the dots that a scan took for commas.

    >>> from extractors.document import Box
    >>> with_dots(Word("410,413.774,", Box(0, 0, 1, 1), 0.5)).text
    '410.413.774,'
    """
    if "," not in word.text or not _PARTED.fullmatch(word.text):
        return word
    if sum(map(str.isdigit, word.text)) < _MANY:
        return word
    inner = word.text.rstrip(",")
    return replace(word, text=inner.replace(",", ".") + word.text[len(inner) :])
