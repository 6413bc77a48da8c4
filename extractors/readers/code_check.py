"""Codes with letters and figures are asked for signs that may as well be their lookalike.

Nothing in "B682-S853" tells an S from a 5, at whatever scale it is read, and the engine is sure of
it. But it does say which other sign it nearly read: seldom any in codes that it reads right.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from extractors.document import Word
from extractors.ocr import TellsSigns
from extractors.readers.number_check import Crop, picture_of

if TYPE_CHECKING:
    from extractors.readers.work import Work

LOOK_DPI: Final = 250.0
NEAR: Final = 0.2
MOST: Final = 4  # words of one page
OPEN: Final = 0.6  # how sure such a word is: no element is by it, but it is no unread word either
CERTAIN: Final = 0.95  # of a word that is surer no sign was nearly another one
# "Z26/118-OB1", with the signs that may stand around it; not "2311 AB", a year or a house number.
_CODE: Final = re.compile(
    r"[(\"']?(?!\d{4}[A-Z]{2}\W*$)(?=[^a-zA-Z]*[a-zA-Z])(?=(?:\D*\d){4})[A-Za-z\d./-]{6,}[),;:\"']{0,2}"
)


def check_codes(words: Sequence[Word], *, crop: Crop, work: "Work") -> tuple[Word, ...]:
    """Return the words with those codes doubtful of which a sign may as well be another one."""
    engine = work.engine
    if not isinstance(engine, TellsSigns):
        return tuple(words)
    checked = list(words)
    codes = [at for at, word in enumerate(words) if OPEN < word.confidence < CERTAIN]
    for at in [at for at in codes if _CODE.fullmatch(words[at].text)][:MOST]:
        image = picture_of(words[at], crop, LOOK_DPI)
        if engine.nearest_sign(image, timeout_s=work.time_for_call()) >= NEAR:
            checked[at] = replace(words[at], confidence=OPEN)
    return tuple(checked)
