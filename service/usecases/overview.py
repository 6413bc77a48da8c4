"""Overviews: what came in, what became of it, and how well it is read. Never about one clerk."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from service.ports.store import Store
from service.records.overview import (
    CorrectionCount,
    DueCount,
    ElementCount,
    LetterCount,
    OverviewQuery,
)
from service.records.work import Act
from validators.report import Status, Verdict

SURE = frozenset({Verdict.COMPLEET.value, Verdict.INCOMPLEET.value})
CHANGES = frozenset({Act.CORRECTED.value, Act.ABSENT.value})
DAY = dt.timedelta(days=1)
# Last days that are looked at: over a month nothing is near.
NEAR_DAYS = 14
# With fewer readings on either side a difference says nothing.
LEAST_FOR_TREND = 30
# Smaller differences between the halves of a period are called the same: a share of readings.
SAME = 0.01


class Step(StrEnum):
    """How long each period of an overview is."""

    DAY = "dag"
    WEEK = "week"


class Trend(StrEnum):
    """How the second half of a period compares to the first."""

    BETTER = "beter"
    WORSE = "slechter"
    SAME = "gelijk"
    UNKNOWN = "onbekend"  # too few letters


@dataclass(slots=True)
class Tally:
    """What became of the letters of one period."""

    first: dt.date
    last: dt.date
    received: int = 0
    verdicts: Counter[str] = field(default_factory=Counter)  # "" as long as it is being read
    straight: int = 0  # judged without a person, and no person changed it
    waited: Counter[int] = field(default_factory=Counter)  # days until it was handled

    @property
    def judged(self) -> int:
        """Return how many letters were read."""
        return self.received - self.verdicts[""]

    @property
    def straight_share(self) -> float | None:
        """Return which share was judged without a person; None when nothing was read."""
        return self.straight / self.judged if self.judged else None

    @property
    def handled(self) -> int:
        """Return how many letters people were done with."""
        return self.waited.total()

    def waited_at(self, share: float) -> int | None:
        """Return within how many days this share of the handled letters was handled."""
        left = share * self.handled
        for days in sorted(self.waited):
            left -= self.waited[days]
            if left <= 0:
                return days
        return None

    def add(self, count: LetterCount) -> None:
        """Count letters in."""
        self.received += count.number
        self.verdicts[count.machine_verdict or ""] += count.number
        if count.machine_verdict in SURE and not count.is_changed:
            self.straight += count.number
        if count.waited_days is not None:
            self.waited[count.waited_days] += count.number


@dataclass(frozen=True, slots=True)
class Asked:
    """How often an element that was asked for was there."""

    element: str
    missing: int
    uncertain: int
    present: int

    @property
    def number(self) -> int:
        """Return in how many letters it was looked at."""
        return self.missing + self.uncertain + self.present


@dataclass(frozen=True, slots=True)
class Quality:
    """How well an element is read, as far as people said so."""

    element: str
    sure: int  # letters in which it was called present or missing without a doubt
    changed: int  # of those, the letters in which a person said otherwise
    confirmed: int
    uncertain: int  # letters in which a person had to look
    trend: Trend
    by_period: tuple[float | None, ...]  # share that was changed, None when nothing was read

    @property
    def share(self) -> float | None:
        """Return which share of the sure readings a person changed."""
        return self.changed / self.sure if self.sure else None


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything that the page of overviews tells."""

    periods: tuple[Tally, ...]
    total: Tally
    by_profile: tuple[tuple[str, Tally], ...]
    asked: tuple[Asked, ...]  # what is missing most comes first
    quality: tuple[Quality, ...]  # what is changed most comes first
    due: tuple[DueCount, ...]
    profiles: tuple[str, ...]


def overview(query: OverviewQuery, step: Step, *, today: dt.date, store: Store) -> Overview:
    """Return the figures over the letters that came in on these days."""
    with store.reading() as transaction:
        figures = transaction.overviews
        letters = figures.letters(query)
        elements = figures.elements(query)
        corrections = figures.corrections(query)
        until = today + dt.timedelta(days=NEAR_DAYS)
        due = figures.due(query.organisation_id, until=until, profile=query.profile)
        profiles = figures.profiles(query.organisation_id)
    periods = tuple(_periods(query, step))
    places = _places(periods)
    total, by_profile = Tally(query.first, query.last), dict[str, Tally]()
    for each in letters:
        periods[places[each.day]].add(each)
        total.add(each)
        by_profile.setdefault(each.profile, Tally(query.first, query.last)).add(each)
    return Overview(
        periods=periods,
        total=total,
        by_profile=tuple(sorted(by_profile.items(), key=lambda pair: -pair[1].received)),
        asked=tuple(sorted(_asked(elements), key=lambda each: (-each.missing, each.element))),
        quality=tuple(sorted(_quality(elements, corrections, periods), key=_worst_first)),
        due=due,
        profiles=profiles,
    )


def _periods(query: OverviewQuery, step: Step) -> Iterator[Tally]:
    """Yield the periods; a week begins on Monday, the first and the last may be cut off."""
    first = query.first
    while first <= query.last:
        last = first if step is Step.DAY else first + DAY * (6 - first.weekday())
        yield Tally(first, min(last, query.last))
        first = last + DAY


def _places(periods: tuple[Tally, ...]) -> dict[dt.date, int]:
    """Return in which period each day lies."""
    return {
        each.first + DAY * number: at
        for at, each in enumerate(periods)
        for number in range((each.last - each.first).days + 1)
    }


def _asked(elements: Iterable[ElementCount]) -> Iterator[Asked]:
    counted: Counter[tuple[str, str]] = Counter()
    for each in elements:
        counted[each.element, each.status] += each.number
    for element in {element for element, _ in counted}:
        missing = counted[element, Status.ONTBREEKT] + counted[element, Status.ONGELDIG]
        yield Asked(
            element, missing, counted[element, Status.ONZEKER], counted[element, Status.AANWEZIG]
        )


def _quality(
    elements: Iterable[ElementCount],
    corrections: Iterable[CorrectionCount],
    periods: tuple[Tally, ...],
) -> Iterator[Quality]:
    sure: dict[str, Counter[int]] = {}
    changed: dict[str, Counter[int]] = {}
    places = _places(periods)
    uncertain: Counter[str] = Counter()
    confirmed: Counter[str] = Counter()
    for count in elements:
        if count.status == Status.ONZEKER:
            uncertain[count.element] += count.number
        else:
            place = places[count.day]
            sure.setdefault(count.element, Counter())[place] += count.number
    for each in corrections:
        is_sure = each.read_as not in ("", Status.ONZEKER.value)
        if is_sure and each.act in CHANGES and not _agrees(each):
            place = places[each.day]
            changed.setdefault(each.about, Counter())[place] += each.number
        elif is_sure:
            confirmed[each.about] += each.number
    for element in sure.keys() | uncertain.keys():
        read, wrong = sure.get(element, Counter()), changed.get(element, Counter())
        yield Quality(
            element=element,
            sure=read.total(),
            changed=min(wrong.total(), read.total()),
            confirmed=confirmed[element],
            uncertain=uncertain[element],
            trend=_trend(read, wrong, len(periods)),
            by_period=tuple(_share(wrong[at], read[at]) for at in range(len(periods))),
        )


def _agrees(count: CorrectionCount) -> bool:
    """Tell whether people said the same as what was read: that something is missing."""
    return count.act == Act.ABSENT and count.read_as == Status.ONTBREEKT


def _trend(read: Counter[int], wrong: Counter[int], periods: int) -> Trend:
    """Compare the second half of the periods with the first."""
    middle = periods // 2
    earlier = sum(read[at] for at in range(middle))
    later = read.total() - earlier
    if min(earlier, later) < LEAST_FOR_TREND:
        return Trend.UNKNOWN
    wrong_before = sum(wrong[at] for at in range(middle))
    more = (wrong.total() - wrong_before) / later - wrong_before / earlier
    if abs(more) < SAME:
        return Trend.SAME
    return Trend.WORSE if more > 0 else Trend.BETTER


def _share(part: int, whole: int) -> float | None:
    return min(part / whole, 1.0) if whole else None


def _worst_first(quality: Quality) -> tuple[float, int, str]:
    return (-(quality.share or 0.0), -quality.sure, quality.element)
