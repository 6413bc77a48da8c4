"""The objection term and the table that says whether a letter came in time (Awb 6:7-6:10).

Whole days in Dutch time; the Algemene termijnenwet moves the end. Here is the arithmetic and the
decision table R0-R9, for a day that is known to start the term. Which verdict follows when days are
doubtful or assumed, and the trace of it, is `oordeel`. `te_laat` is a fact about dates and never
means that the objection fails: a person weighs Awb 6:11.

>>> term = term_from(dt.date(2026, 2, 20))
>>> term.nominal, term.last_day  # Goede Vrijdag to tweede Paasdag in between
(datetime.date(2026, 4, 3), datetime.date(2026, 4, 7))
>>> judge_arrival(term, Arrival(dt.date(2026, 4, 8), channel=Channel.EMAIL))
(<WindowVerdict.TE_LAAT: 'te_laat'>, <Rule.R3: 'R3'>)
>>> judge_arrival(term, Arrival(dt.date(2026, 4, 8), postmarked=dt.date(2026, 4, 7)))
(<WindowVerdict.OP_TIJD_VERZENDTHEORIE: 'op_tijd_verzendtheorie'>, <Rule.R5: 'R5'>)
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from validators.feestdagen import (
    add_days,
    feestdag_name,
    is_free_day,
    kb_source,
    next_working_day,
    working_days_between,
)
from validators.report import Channel, Rule, WindowVerdict
from validators.stappen import Step, StepCode

OBJECTION_WEEKS = 6  # Awb 6:7
PRESUMED_WORKING_DAYS = 2  # ABRvS 30-04-2014, 201306186/1/A3

Outcome = tuple[WindowVerdict, Rule]


class TriggerKind(StrEnum):
    """What a date of the decision is the date of, in the order in which they start the term.

    Dispatch or handing over does (Awb 3:41, 6:8 lid 1). The date on the decision stands in for
    dispatch when that is not known; the day of arrival starts nothing.
    """

    VERZONDEN = "verzonden"
    BEKENDGEMAAKT = "bekendgemaakt"
    GEDATEERD = "gedateerd"
    ONTVANGEN = "ontvangen"


ORDER = tuple(TriggerKind)


@dataclass(frozen=True, slots=True)
class Trigger:
    """A day that may have started the term."""

    day: dt.date
    kind: TriggerKind
    is_sure: bool = True  # read well enough to rest a verdict on
    has_year: bool = True  # False: the year was inferred


@dataclass(frozen=True, slots=True)
class Term:
    """A term that runs from the day after its trigger up to and including its last day."""

    trigger: dt.date
    nominal: dt.date  # the last day before the Algemene termijnenwet
    last_day: dt.date

    @property
    def first_day(self) -> dt.date:
        """The day after the trigger (Awb 6:8 lid 1)."""
        return add_days(self.trigger, 1)

    @property
    def skipped(self) -> tuple[dt.date, ...]:
        """The free days over which the end moved on (Atw art. 1 lid 1)."""
        count = (self.last_day - self.nominal).days
        return tuple(add_days(self.nominal, n) for n in range(count))


@dataclass(frozen=True, slots=True)
class Arrival:
    """When and how a letter came in."""

    received: dt.date | None
    postmarked: dt.date | None = None  # a legible stamp of a postal operator
    channel: Channel = Channel.POST
    elsewhere: dt.date | None = None  # at another body or court, before it was sent on
    is_assumed: bool = False  # nobody told the day of receipt
    disturbed: tuple[dt.date, ...] = ()  # days on which the digital post of this body failed

    @property
    def counted(self) -> dt.date | None:
        """The day that counts: that of the first body to receive the letter (Awb 6:15 lid 3)."""
        return min((day for day in (self.received, self.elsewhere) if day), default=None)


def term_from(trigger: dt.date, *, weeks: int = OBJECTION_WEEKS) -> Term:
    """Return the term that starts on the day after `trigger`, extended over free days."""
    nominal = add_days(trigger, 7 * weeks)
    return Term(trigger, nominal, next_working_day(nominal))


def preferred(triggers: Sequence[Trigger]) -> tuple[Trigger, ...]:
    """Return the days that start the term: of the first class that there is, each day once.

    A day that was read well goes before one of a higher class that was not.
    """
    starting = [each for each in triggers if each.kind is not TriggerKind.ONTVANGEN]
    sure = [each for each in starting if each.is_sure]
    leading = min((ORDER.index(each.kind) for each in sure or starting), default=0)
    found = [each for each in starting if each.kind is ORDER[leading]]
    first: dict[dt.date, Trigger] = {}
    for each in sorted(found, key=lambda each: not each.is_sure):
        first.setdefault(each.day, each)
    return tuple(first.values())


def skipped_steps(term: Term) -> Iterator[Step]:
    """Name each free day over which the end of a term moved on."""
    for day in term.skipped:
        source, name = kb_source(day), feestdag_name(day)
        if source:
            yield Step(StepCode.KB_DAG, (day,), ("Atw 1 lid 1", "Atw 3 lid 3"), source)
        elif name:
            article = "Atw 3 lid 2" if name == "Goede Vrijdag" else "Atw 3 lid 1"
            yield Step(StepCode.FEESTDAG, (day,), ("Atw 1 lid 1", article), name)
        else:
            weekday = "zaterdag" if day.weekday() == 5 else "zondag"
            yield Step(StepCode.WEEKEND, (day,), ("Atw 1 lid 1",), weekday)


def judge_arrival(term: Term | None, arrival: Arrival) -> Outcome:
    """Apply the decision table R0-R9, first row that fits."""
    received = arrival.counted
    if term is None or received is None:
        return WindowVerdict.ONBEKEND, Rule.R0
    if received <= term.trigger:
        return WindowVerdict.PREMATUUR, Rule.R1  # Awb 6:10
    if received <= term.last_day:
        return WindowVerdict.OP_TIJD, Rule.R2  # Awb 6:9 lid 1
    if arrival.channel is not Channel.POST:
        # Only receipt counts; a disturbance lengthens the term by a rule not verified (U2).
        is_open = is_disturbed(term, arrival)
        return WindowVerdict.ONBEKEND if is_open else WindowVerdict.TE_LAAT, Rule.R3
    return _judge_late_post(term.last_day, received, arrival.postmarked)


def _judge_late_post(last_day: dt.date, received: dt.date, postmarked: dt.date | None) -> Outcome:
    """Apply Awb 6:9 lid 2 to post that was received after the last day."""
    if received > next_working_day(add_days(last_day, 7)):
        return WindowVerdict.TE_LAAT, Rule.R4
    # Post cannot be stamped after it came in: such a reading is wrong and proves nothing.
    if postmarked is not None and postmarked <= received:
        return _judge_postmark(last_day, received, postmarked)
    # Presumed posted in time: ABRvS 30-04-2014. Later: the sender must make it plausible.
    if working_days_between(last_day, received) <= PRESUMED_WORKING_DAYS:
        return WindowVerdict.OP_TIJD_VERZENDTHEORIE, Rule.R8
    return WindowVerdict.ONBEKEND, Rule.R9


def _judge_postmark(last_day: dt.date, received: dt.date, postmarked: dt.date) -> Outcome:
    """Weigh a legible postmark on a letter that came within the week (and its extension)."""
    if postmarked > last_day:
        # HR 17-06-2005: a stamp of Monday does not exclude posting on Friday.
        is_open = bool(free_days_between(last_day, postmarked))
        return WindowVerdict.ONBEKEND if is_open else WindowVerdict.TE_LAAT, Rule.R7
    if received <= add_days(last_day, 7):
        return WindowVerdict.OP_TIJD_VERZENDTHEORIE, Rule.R5
    # Whether the Atw lengthens this one week was not found: a person decides (U1).
    return WindowVerdict.ONBEKEND, Rule.R6


def free_days_between(start: dt.date, end: dt.date) -> tuple[dt.date, ...]:
    """Return the days between the two when all of them are free, nothing otherwise."""
    between = tuple(add_days(start, n) for n in range(1, (end - start).days))
    return between if all(is_free_day(day) for day in between) else ()


def is_disturbed(term: Term, arrival: Arrival) -> bool:
    """Tell whether the digital post failed on the last day; a counter cannot."""
    return arrival.channel is not Channel.BALIE and term.last_day in arrival.disturbed


def basis_of(term: Term | None, rule: Rule) -> tuple[str, ...]:
    """Return the articles on which the outcome rests, in the order in which they are applied."""
    articles = ["Awb 6:7", "Awb 6:8 lid 1"]
    if term is not None and term.skipped:
        articles.append("Atw 1 lid 1")
    return (*articles, *row_basis(rule))


def row_basis(rule: Rule) -> tuple[str, ...]:
    """Return the article of a row of the table."""
    return {
        Rule.R0: (),
        Rule.R1: ("Awb 6:10",),
        Rule.R2: ("Awb 6:9 lid 1",),
        Rule.R3: ("Awb 6:9 lid 1",),
    }.get(rule, ("Awb 6:9 lid 2",))
