"""The figures of overviews: periods, shares, waiting times and how reading goes."""

import datetime as dt
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import pytest

from service.records.overview import (
    CorrectionCount,
    DueCount,
    ElementCount,
    LetterCount,
    OverviewQuery,
)
from service.usecases.overview import Overview, Quality, Step, Trend, overview

MONDAY = dt.date(2026, 11, 2)
TODAY = dt.date(2026, 11, 29)
LATER = MONDAY + dt.timedelta(days=20)


@dataclass
class FakeStore:
    """A store that counts what a test says."""

    letters_: Sequence[LetterCount] = ()
    elements_: Sequence[ElementCount] = ()
    corrections_: Sequence[CorrectionCount] = ()

    @property
    def overviews(self) -> "FakeStore":
        return self

    @contextmanager
    def reading(self) -> Iterator["FakeStore"]:
        yield self

    def letters(self, _: OverviewQuery) -> tuple[LetterCount, ...]:
        return tuple(self.letters_)

    def elements(self, _: OverviewQuery) -> tuple[ElementCount, ...]:
        return tuple(self.elements_)

    def corrections(self, _: OverviewQuery) -> tuple[CorrectionCount, ...]:
        return tuple(self.corrections_)

    def due(self, *_: object, **__: object) -> tuple[DueCount, ...]:
        return ()

    def profiles(self, _: str) -> tuple[str, ...]:
        return ()


def look(
    first: dt.date = MONDAY, last: dt.date = TODAY, step: Step = Step.WEEK, **counted: object
) -> Overview:
    store = FakeStore(**counted)  # type: ignore[arg-type]
    return overview(OverviewQuery("o", first, last), step, today=TODAY, store=store)  # type: ignore[arg-type]


def count(day: dt.date = MONDAY, number: int = 1, **what: object) -> LetterCount:
    same = {"profile": "awb", "machine_verdict": "compleet", "is_changed": False}
    return LetterCount(day, number=number, **{"waited_days": None, **same, **what})  # type: ignore[arg-type]


def read(day: dt.date, number: int, status: str = "aanwezig") -> ElementCount:
    return ElementCount(day, "naam", status, number)


def changed(day: dt.date, number: int, read_as: str = "aanwezig", act: str = "verbeterd"):  # noqa: ANN201
    return CorrectionCount(day, "naam", read_as, act, number)


def quality(**counted: object) -> Quality:
    (found,) = look(**counted).quality  # type: ignore[arg-type]
    return found


def test_weeks_begin_on_monday_and_are_cut_off_at_the_ends() -> None:
    wednesday = MONDAY + dt.timedelta(days=2)
    periods = look(wednesday, wednesday + dt.timedelta(days=12)).periods
    days = [(each.first - MONDAY).days for each in periods]
    assert days == [2, 7, 14]
    assert [(each.last - MONDAY).days for each in periods] == [6, 13, 14]


@pytest.mark.parametrize("step", Step)
def test_every_day_falls_in_one_period(step: Step) -> None:
    days = [MONDAY + dt.timedelta(days=number) for number in range(28)]
    found = look(step=step, letters_=[count(day) for day in days])
    assert sum(each.received for each in found.periods) == found.total.received == 28


def test_straight_through_needs_a_verdict_and_no_change() -> None:
    letters = [
        count(number=5),
        count(number=3, is_changed=True),
        count(number=2, machine_verdict="handmatig"),
        count(number=4, machine_verdict=None),
    ]
    total = look(letters_=letters).total
    assert (total.judged, total.straight) == (10, 5)
    assert total.straight_share == 0.5
    assert look().total.straight_share is None


def test_the_waiting_time_is_that_of_the_letter_in_the_middle() -> None:
    total = look(letters_=[count(waited_days=1, number=5), count(waited_days=9, number=5)]).total
    assert (total.waited_at(0.5), total.waited_at(0.6), total.handled) == (1, 9, 10)
    assert look(letters_=[count()]).total.waited_at(0.5) is None


def test_only_changes_of_sure_readings_count() -> None:
    found = quality(
        elements_=[read(MONDAY, 40), read(MONDAY, 10, "ontbreekt"), read(MONDAY, 7, "onzeker")],
        corrections_=[
            changed(MONDAY, 2),
            changed(MONDAY, 1, read_as="ontbreekt"),
            changed(MONDAY, 4, read_as="onzeker"),
            changed(MONDAY, 5, read_as="ontbreekt", act="ontbreekt"),
            changed(MONDAY, 6, act="bevestigd"),
        ],
    )
    assert (found.sure, found.changed, found.confirmed, found.uncertain) == (50, 3, 11, 7)


@pytest.mark.parametrize(
    ("before", "after", "trend"),
    [(10, 2, Trend.BETTER), (2, 10, Trend.WORSE), (5, 5, Trend.SAME)],
)
def test_the_second_half_is_compared_with_the_first(before: int, after: int, trend: Trend) -> None:
    elements = [read(MONDAY, 100), read(LATER, 100)]
    corrections = [changed(MONDAY, before), changed(LATER, after)]
    assert quality(elements_=elements, corrections_=corrections).trend is trend


def test_few_letters_have_no_trend() -> None:
    elements = [read(MONDAY, 100), read(LATER, 29)]
    assert quality(elements_=elements, corrections_=[changed(LATER, 9)]).trend is Trend.UNKNOWN


def test_what_is_invalid_is_missing_too() -> None:
    (found,) = look(
        elements_=[read(MONDAY, 2, "ongeldig"), read(MONDAY, 1, "ontbreekt"), read(MONDAY, 7)]
    ).asked
    assert (found.missing, found.number) == (3, 10)
