"""The day before the name of a month is read again, with the rest of the date, and compared.

Of "18 oktober 2026" a scan makes "IS oktober 2026", which is taken for the 15th: one or two signs
by themselves tell an engine little. With month and year beside them they are read at other scales.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from extractors.dates.dates import month_of
from extractors.document import Word, around
from extractors.ocr import Segmentation
from extractors.readers.looks import (
    ALL_ALIKE,
    CERTAIN,
    Crop,
    picture_of,
)
from extractors.readers.second_reading import lines_of

if TYPE_CHECKING:
    from extractors.readers.work import Work

LOOKS_DPI: Final = (185.0, 140.0)  # figures are told best in print as small as engines were taught
MOST: Final = 4  # dates of one page
ONE: Final = 1.1  # of the width of a figure: no "1" is wider
UNLIKE: Final = 0.3  # of a day of which a look has another one
# "IS", "Î", "ó", "l": what scanners make of figures; of other letters no day is made.
_DAY: Final = re.compile(r"[0-9OoQDlI|!SsBZzÎîÍíÌìÏïÓóÒòÔô]{1,2}[.,]?")
_YEAR: Final = re.compile(r"20\d\d\W*")
_SEEN: Final = re.compile(
    r"(?<!\d)(?P<day>\d{1,2})[\s.,]{0,2}(?P<month>[A-Za-z]{3,9})[\s.,]{0,2}20\d\d"
)


class _Seen(NamedTuple):
    day: str
    month: str


def check_days(words: Sequence[Word], *, crop: Crop, work: "Work") -> tuple[Word, ...]:
    """Return the words with days that were not read for certain as most looks see them."""
    checked = list(words)
    for at in [at for at in _days(words) if _is_doubtful(words[at], words[at + 1])][:MOST]:
        looks = [_seen(words[at : at + 3], crop, dpi, work) for dpi in LOOKS_DPI]
        told = [look for look in looks if look is not None]
        checked[at] = _with_day(words[at], [look.day for look in told])
        checked[at + 1] = _with_month(words[at + 1], [look.month for look in told])
        if _is_too_wide(checked[at], words[at + 2]):
            checked[at] = replace(checked[at], confidence=UNLIKE)
    return tuple(checked)


def _days(words: Sequence[Word]) -> Iterator[int]:
    """Yield where a day stands before a month and a year, on one line."""
    at = 0
    for line in lines_of(words):
        for own in range(len(line) - 2):
            day, month, year = line[own : own + 3]
            if _DAY.fullmatch(day.text) and _YEAR.fullmatch(year.text) and _month(month.text):
                yield at + own
        at += len(line)


def _month(text: str) -> int | None:
    return month_of(text.strip(".,"))


def _with_day(word: Word, days: Sequence[str]) -> Word:
    """Return the day that the readings agree on, or the one of most of them, doubtful."""
    own = word.text.rstrip(".,")
    end = word.text[len(own) :]
    if not days:
        return word if own.isdigit() else replace(word, confidence=min(word.confidence, UNLIKE))
    votes = Counter([*([own] if own.isdigit() else []), *days])
    chosen, most = votes.most_common(1)[0]
    if len(votes) > 1 or most == 1:
        return replace(word, text=chosen + end, confidence=min(word.confidence, UNLIKE))
    return replace(word, text=chosen + end, confidence=max(word.confidence, ALL_ALIKE))


def _is_too_wide(day: Word, year: Word) -> bool:
    """Tell a "1" over which a second figure was lost: it is narrower than one of four of a year."""
    figure = year.box.width / max(len(year.text), 1)
    return day.text == "1" and day.box.width > ONE * figure


def _with_month(word: Word, months: Sequence[str]) -> Word:
    """Return the month surer when every look means it, "oktcber" too; doubtful if one does not."""
    if any(month_of(each) != _month(word.text) for each in months):
        return replace(word, confidence=min(word.confidence, UNLIKE))
    is_seen = len(months) == len(LOOKS_DPI)
    return replace(word, confidence=max(word.confidence, ALL_ALIKE)) if is_seen else word


def _is_doubtful(day: Word, month: Word) -> bool:
    is_plain = day.text.strip(".,").isdigit()
    return not is_plain or min(day.confidence, month.confidence) < CERTAIN


def _seen(date: Sequence[Word], crop: Crop, dpi: float, work: "Work") -> _Seen | None:
    """Return day and month as they are read in the place of the date now."""
    whole = replace(date[0], box=around(word.box for word in date))
    image = picture_of(whole, crop, dpi)
    read = work.engine.read(image, timeout_s=work.time_for_call(), segmentation=Segmentation.LINE)
    match = _SEEN.search(" ".join(word.text for word in read))
    return _Seen(match["day"], match["month"]) if match and month_of(match["month"]) else None
