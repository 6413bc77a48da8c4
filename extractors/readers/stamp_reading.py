"""Received stamps that stand askew, in a frame or in pale ink are read apart, upright.

A page pass of the engine follows lines of print; of a stamp that is tilted by five degrees it
reads little, and a date that has lost a figure is worse than none. So each stamp is read twice,
of which the page pass may be one, and a date that was not read alike is made doubtful. What the
date means is not decided here.
"""

import datetime as dt
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Self

from extractors.dates.dates import find_dates, month_of
from extractors.document import Box, PageImage, Word
from extractors.ocr import Segmentation
from extractors.parts import has_stamp_word
from extractors.readers.looks import CERTAIN, ask_other
from extractors.readers.second_reading import is_same_place, lines_of
from extractors.readers.stamp_zone import NEAR_PT, STRAIGHT, SURE, Zone, find_zones, upright
from extractors.readers.weighing import weighed

if TYPE_CHECKING:
    from extractors.readers.work import Work

LOOKS: Final = (200 / 72, 250 / 72)  # pixels per point of the first and the second look
EDGE_PT: Final = 2.0  # from figures to the side of the zone: nearer, more may stand outside
ROW_PT: Final = 70.0  # a date takes no more, behind the word of a stamp
DOUBT: Final = 0.5  # times the confidence of a date that is not read twice alike


@dataclass(frozen=True, slots=True)
class Look:
    """What was read in a zone: its words, whether one is a stamp's, and the date."""

    words: tuple[Word, ...]
    has_word: bool
    date: dt.date | None

    @classmethod
    def at(cls, words: tuple[Word, ...]) -> Self:
        """Look at words in reading order."""
        texts = [" ".join(word.text for word in line) for line in lines_of(words)]
        dates = {date for text in texts for date in _whole_dates(text)}
        date = dates.pop() if len(dates) == 1 else None
        return cls(words, any(has_stamp_word(text.upper()) for text in texts), date)

    @property
    def figures(self) -> float:
        """How sure the least sure figure is; 0 without any."""
        return min((word.confidence for word in self.words if _has_digit(word)), default=0.0)

    @property
    def sureness(self) -> float:
        """How sure the figures are; 0 when it is no whole stamp."""
        if not self.has_word or self.date is None:
            return 0.0
        return self.figures


def _whole_dates(text: str) -> Iterator[dt.date]:
    """Yield the dates of which nothing is missing or mended."""
    for found in find_dates(text):
        # "28-07-20" is 2026 cut off sooner than a stamp of 2020 in two figures.
        cut = found.date.year == 2020 and "2020" not in text[found.start : found.end]
        if not cut and not found.marks & {"zonder_dag", "hersteld"}:
            yield found.date


def read_stamps(
    page: PageImage, words: tuple[Word, ...], work: "Work", *, draft: PageImage
) -> tuple[Word, ...]:
    """Return the words with those of tilted, framed or missed stamps read anew.

    They are looked for on `draft`, a small picture of the page, and read from the page itself.

    Boxes of the new words are level, as if the stamp had been put upright on its middle: so its
    lines stay lines. Words that were read surely in the letter under a stamp stay.
    """
    for zone in find_zones(draft, words):
        words = _with_zone(page, words, zone, work)
    return words


def _with_zone(
    page: PageImage, words: tuple[Word, ...], zone: Zone, work: "Work"
) -> tuple[Word, ...]:
    inside = [word for word in words if zone.holds(word.box)]
    first = _look(page, zone, LOOKS[0], work)
    if _is_cut(first, zone):
        zone = replace(zone, width=zone.width + 2 * NEAR_PT, height=zone.height + NEAR_PT)
        first = _look(page, zone, LOOKS[0], work)
    elif _breaks_off(first, zone):
        longer = _longer(zone)
        whole = _look(page, longer, LOOKS[0], work)
        if _is_one_row(whole):
            zone, first = longer, whole
            inside = [word for word in words if zone.holds(word.box)]
    before = Look.at(_in_lines(inside, zone))
    if not (first.has_word or first.date):
        return words
    second = first if _agree(before, first) else _look(page, zone, LOOKS[1], work)
    best = max(first, second, key=lambda look: look.sureness)
    if best.sureness == 0:
        return words
    twice = first.date == second.date and not _is_cut(best, zone)
    if not twice or _contradicts(before, best, zone):
        best = _doubted(best)
    under = [word for word in inside if _stays(word, zone, best.words)]
    kept = [word for word in words if word not in inside or word in under]
    new = [word for word in best.words if not any(is_same_place(word, other) for other in under)]
    return (*kept, *new)


def _agree(before: Look, now: Look) -> bool:
    """Tell whether the page pass read the date of this stamp surely, and the same."""
    return before.figures >= SURE and now.sureness > 0 and before.date == now.date


def _is_cut(look: Look, zone: Zone) -> bool:
    """Tell whether figures stand at the side of a zone without a frame: more may stand outside."""
    if zone.has_frame:
        return False
    left, right = zone.box.x0 + EDGE_PT, zone.box.x1 - EDGE_PT
    return any(_has_digit(w) and (w.box.x0 < left or w.box.x1 > right) for w in look.words)


def _breaks_off(look: Look, zone: Zone) -> bool:
    """Tell a row that begins as a stamp does: what was read surely behind it is not in the zone.

    Of "INGEKOMEN 13 JUN. 2026" the page pass may read the year alone.
    """
    return not zone.has_frame and abs(zone.tilt) > STRAIGHT and look.has_word and not look.date


def _longer(zone: Zone) -> Zone:
    """Return the zone with as much more of its row as a date takes."""
    turn, half = math.radians(zone.tilt), ROW_PT / 2
    x, y = zone.x + half * math.cos(turn), zone.y + half * math.sin(turn)
    return replace(zone, x=x, y=y, width=zone.width + ROW_PT)


def _is_one_row(look: Look) -> bool:
    """Tell whether the date stands behind the word: another one near the stamp is the letter's."""
    rows = (" ".join(word.text for word in line) for line in lines_of(look.words))
    return any(has_stamp_word(row.upper()) and any(_whole_dates(row)) for row in rows)


def _contradicts(before: Look, now: Look, zone: Zone) -> bool:
    """Tell whether the page pass read another date surely.

    One in which the day has lost a figure is no rival when the frame, which may look like a 1,
    is cut off now: following a level line, the page pass runs out of a tilted one.
    """
    if before.date in {None, now.date} or before.figures < SURE:
        return False
    if before.date is None or now.date is None or not zone.has_frame:
        return True
    lost = str(now.date.day).replace(str(before.date.day), "", 1) != str(now.date.day)
    return not (lost and before.date.replace(day=1) == now.date.replace(day=1))


def _in_lines(words: Sequence[Word], zone: Zone) -> tuple[Word, ...]:
    """Return the words in reading order, their boxes level as in the upright zone."""
    level = [_levelled(word, zone) for word in words]
    rows: list[list[Word]] = []
    for word in sorted(level, key=lambda each: each.box.center[1]):
        if rows and rows[-1][-1].box.center[1] > word.box.center[1] - 4:
            rows[-1].append(word)
        else:
            rows.append([word])
    return tuple(word for row in rows for word in sorted(row, key=lambda each: each.box.x0))


def _levelled(word: Word, zone: Zone) -> Word:
    """Return the word where it stands in the upright zone, its box as large as it is."""
    x, y = zone.levelled(*word.box.center)
    wide, high = word.box.width / 2, word.box.height / 2
    return replace(word, box=Box(x - wide, y - high, x + wide, y + high))


def _stays(word: Word, zone: Zone, read: Sequence[Word]) -> bool:
    """Tell whether a word in the zone is letter text that the stamp was put over.

    Far from the middle of a tilted stamp its own words stand elsewhere than in the upright one.
    """
    if word.confidence < SURE or len(word.text) < 2:
        return False
    level = _levelled(word, zone)
    return not any(
        (is_same_place(word, other) or is_same_place(level, other))
        and (other.confidence >= SURE or other.text == word.text)
        and len(other.text) >= len(word.text) - 1
        for other in read
    )


def _doubted(look: Look) -> Look:
    words = (
        replace(word, confidence=DOUBT * word.confidence) if _has_digit(word) else word
        for word in look.words
    )
    return replace(look, words=tuple(words))


def _look(page: PageImage, zone: Zone, scale: float, work: "Work") -> Look:
    """Read the zone, turned upright, at this scale."""
    image = upright(page, zone, scale=scale)
    words = work.engine.read(image, timeout_s=work.time_for_call(), segmentation=Segmentation.BLOCK)
    placed = (
        replace(word, box=word.box.moved(zone.box.x0, zone.box.top))
        for word in words
        if any(char.isalnum() for char in word.text)
    )
    look = Look.at(tuple(placed))
    if not (look.has_word or look.date):
        return look  # no stamp: nothing to be sure of
    asked = (_weighed(x, image, zone, work) if _is_asked(x) else x for x in look.words)
    return Look.at(tuple(asked))


def _is_asked(word: Word) -> bool:
    """Tell whether the other engine is to read a word: what no date has may be sure already."""
    is_of_date = _has_digit(word) or month_of(word.text.strip("'.,:;")) is not None
    return is_of_date or word.confidence < CERTAIN


def _weighed(word: Word, image: PageImage, zone: Zone, work: "Work") -> Word:
    """Return a word as both engines see it in the picture of the upright stamp."""

    def crop(box: Box, _: float) -> PageImage:
        inner = box.moved(-zone.box.x0, -zone.box.top).on_sheet()
        return PageImage(image.crop(inner), image.scale)

    return weighed(word, ask_other(word, crop, work))


def _has_digit(word: Word) -> bool:
    return any(char.isdigit() for char in word.text)
