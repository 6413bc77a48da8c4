"""The overviews in words, charts and lines of a spreadsheet."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from extractors.element import ElementId
from service.records.overview import DueCount
from service.rendering import charts
from service.rendering.charts import Series
from service.rendering.spreadsheet import Cell
from service.texts import figures as figures_texts
from service.texts import report as report_texts
from service.usecases.overview import Asked, Overview, Quality, Step, Tally
from service.web.pages.overview_words import (
    ELEMENT_HEADS,
    LONGEST_WAIT,
    NEAR,
    PERIOD_HEADS,
    SOON,
    TRENDS,
    VERDICTS,
    WAITS,
)
from service.web.pages.words import Sign

MOST_MISSING = 10


@dataclass(frozen=True, slots=True)
class Lines:
    """A table for a spreadsheet."""

    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class PeriodRow:
    """One period in the table."""

    name: str
    received: str
    verdicts: tuple[str, ...]
    straight: str
    handled: str
    half: str


@dataclass(frozen=True, slots=True)
class QualityRow:
    """One element in the table of how well it is read."""

    name: str
    sure: str
    changed: str
    share: str
    uncertain: str
    trend: Sign
    spark: str


@dataclass(frozen=True, slots=True)
class OverviewView:
    """Everything that the page shows; charts are SVG, made of elements and not of words."""

    figures: tuple[tuple[str, str, str], ...]  # number, what it is, what it means
    verdicts: tuple[tuple[str, str], ...]  # name and colour
    periods: tuple[PeriodRow, ...]
    received: str
    straight: str
    by_profile: tuple[PeriodRow, ...]
    missing: str
    asked: tuple[tuple[str, str, str, str], ...]
    waits: str
    has_waits: bool
    wait_rows: tuple[tuple[str, str, str], ...]
    has_near: bool
    near: str
    near_rows: tuple[tuple[str, str], ...]
    quality: tuple[QualityRow, ...]
    profiles: tuple[tuple[str, str], ...]
    is_empty: bool


def view_of(
    found: Overview, step: Step, *, today: dt.date, name: Callable[[str], str]
) -> OverviewView:
    """Return what the page shows of the figures; `name` gives the name of a profile."""
    total, waits, near = found.total, _waits(found.total), _near(found.due, today)
    asked = [each for each in found.asked if each.missing][:MOST_MISSING]
    labels = [_label(each, step) for each in found.periods]
    return OverviewView(
        figures=_figures(total, near),
        verdicts=tuple(VERDICTS.values()),
        periods=tuple(_row(_name(each), each) for each in reversed(found.periods)),
        received=(_received_chart(labels, found.periods)),
        straight=(
            charts.line(
                f"Aandeel zonder mens, per {step}",
                labels,
                [each.straight_share for each in found.periods],
            )
        ),
        by_profile=tuple(_row(name(profile), each) for profile, each in found.by_profile),
        missing=(
            charts.bars(
                "Wat het vaakst ontbreekt",
                [(element_name(each.element), each.missing) for each in asked],
                tone="error",
            )
        ),
        asked=tuple(map(_asked_row, asked)),
        waits=(charts.bars("Wachttijd van brieven", waits, tone="accent")),
        has_waits=bool(total.handled),
        wait_rows=tuple((word, _number(n), _percent(n, total.handled)) for word, n in waits),
        has_near=bool(found.due),
        near=(charts.bars("Open brieven dicht bij de laatste dag", near, tone="warning")),
        near_rows=tuple((word, _number(number)) for word, number in near),
        quality=_quality_rows(found.quality),
        profiles=tuple((each, name(each)) for each in found.profiles),
        is_empty=not total.received,
    )


def period_lines(found: Overview) -> Lines:
    """Return a line for each period."""
    return Lines(PERIOD_HEADS, tuple(map(_period_line, found.periods)))


def element_lines(found: Overview) -> Lines:
    """Return a line for each element."""
    quality = {each.element: each for each in found.quality}
    return Lines(
        ELEMENT_HEADS,
        tuple(_element_line(each, quality[each.element]) for each in found.asked),
    )


def element_name(element: str) -> str:
    """Return what people call an element; of one that is gone its id."""
    return report_texts.ELEMENTS[ElementId(element)] if element in set(ElementId) else element


def _period_line(tally: Tally) -> tuple[Cell, ...]:
    share = tally.straight_share
    return (
        tally.first.isoformat(),
        tally.last.isoformat(),
        tally.received,
        *(tally.verdicts[code] for code in VERDICTS),
        tally.straight,
        None if share is None else 100 * share,
        tally.handled,
        tally.waited_at(0.5),
        tally.waited_at(0.9),
    )


def _element_line(asked: Asked, quality: Quality) -> tuple[Cell, ...]:
    share = quality.share
    return (
        element_name(asked.element),
        asked.number,
        asked.missing,
        100 * asked.missing / asked.number if asked.number else None,
        asked.uncertain,
        asked.present,
        quality.sure,
        quality.changed,
        None if share is None else 100 * share,
        quality.confirmed,
        TRENDS[quality.trend].word,
    )


def _figures(total: Tally, near: Sequence[tuple[str, int]]) -> tuple[tuple[str, str, str], ...]:
    half = total.waited_at(0.5)
    soon = sum(number for word, number in near if word in SOON)
    return (
        (_number(total.received), "ontvangen", "brieven die in deze periode binnenkwamen"),
        (
            _percent(total.straight, total.judged) if total.judged else "–",  # noqa: RUF001
            "zonder mens",
            "Postkamer beoordeelde de brief en niemand hoefde daar iets aan te veranderen",
        ),
        (
            "–" if half is None else figures_texts.count(half, "dag", "dagen"),  # noqa: RUF001
            "wachttijd",
            "binnen zo veel dagen na ontvangst is de helft van de brieven afgehandeld",
        ),
        (
            _number(soon),
            "laatste dag dichtbij",
            "brieven die nu open staan en waarvan de laatste dag binnen een week komt",
        ),
    )


def _received_chart(labels: Sequence[str], periods: Sequence[Tally]) -> str:
    series = [
        Series(word, tone, [each.verdicts[code] for each in periods])
        for code, (word, tone) in VERDICTS.items()
    ]
    return charts.columns("Ontvangen brieven naar oordeel", labels, series)


def _row(name: str, tally: Tally) -> PeriodRow:
    half = tally.waited_at(0.5)
    return PeriodRow(
        name=name,
        received=_number(tally.received),
        verdicts=tuple(_number(tally.verdicts[code]) for code in VERDICTS),
        straight=_percent(tally.straight, tally.judged),
        handled=_number(tally.handled),
        half="" if half is None else figures_texts.count(half, "dag", "dagen"),
    )


def _asked_row(asked: Asked) -> tuple[str, str, str, str]:
    return (
        element_name(asked.element),
        _number(asked.missing),
        _percent(asked.missing, asked.number),
        _number(asked.uncertain),
    )


def _quality_rows(found: Sequence[Quality]) -> tuple[QualityRow, ...]:
    most = max((share for each in found for share in each.by_period if share), default=0.0)
    return tuple(
        QualityRow(
            name=element_name(each.element),
            sure=_number(each.sure),
            changed=_number(each.changed),
            share=_percent(each.changed, each.sure, places=1),
            uncertain=_number(each.uncertain),
            trend=TRENDS[each.trend],
            spark=(
                charts.spark(f"Verloop van {element_name(each.element)}", each.by_period, most=most)
            ),
        )
        for each in found
    )


def _waits(total: Tally) -> tuple[tuple[str, int], ...]:
    counted: Counter[str] = Counter()
    for days, number in total.waited.items():
        word = next((word for most, word in WAITS if days <= most), LONGEST_WAIT)
        counted[word] += number
    names = (*(word for _, word in WAITS), LONGEST_WAIT)
    return tuple((name, counted[name]) for name in names)


def _near(due: Sequence[DueCount], today: dt.date) -> tuple[tuple[str, int], ...]:
    counted: Counter[str] = Counter()
    for each in due:
        left = (each.last_day - today).days
        counted[next(word for most, word in NEAR if left <= most)] += each.number
    return tuple((word, counted[word]) for _, word in NEAR)


def _label(tally: Tally, step: Step) -> str:
    """Return the short name of a period: the week by its number, else the day."""
    if step is Step.WEEK:
        return f"wk {tally.first.isocalendar().week}"
    return f"{tally.first.day}-{tally.first.month}"


def _name(tally: Tally) -> str:
    if tally.first == tally.last:
        return figures_texts.day(tally.first)
    week = tally.first.isocalendar().week
    first, last = (f"{day.day}-{day.month}-{day.year}" for day in (tally.first, tally.last))
    return f"week {week}, {first} tot en met {last}"


def _number(number: int) -> str:
    """Return a number with Dutch points."""
    return f"{number:,}".replace(",", ".")


def _percent(part: int, whole: int, *, places: int = 0) -> str:
    """Return a share in words, nothing when there is no whole.

    >>> _percent(1, 8, places=1), _percent(0, 0)
    ('12,5 %', '')
    """
    return f"{100 * part / whole:.{places}f} %".replace(".", ",") if whole else ""
