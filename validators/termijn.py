"""The objection term and whether a letter came in time (Awb 6:7-6:10, Algemene termijnenwet).

Pure arithmetic with whole days in Dutch time. Which date in the letter is the trigger, and what
must be said about it, is not decided here. `te_laat` is a fact about dates and never means that
the objection fails: a person weighs Awb 6:11.

>>> term = term_from(dt.date(2026, 2, 20))
>>> term.nominal, term.last_day  # Goede Vrijdag to tweede Paasdag in between
(datetime.date(2026, 4, 3), datetime.date(2026, 4, 7))
>>> judge_arrival(term, Arrival(dt.date(2026, 4, 8), channel=Channel.EMAIL))
(<WindowVerdict.TE_LAAT: 'te_laat'>, <Rule.R3: 'R3'>)
>>> judge_arrival(term, Arrival(dt.date(2026, 4, 8), postmarked=dt.date(2026, 4, 7)))
(<WindowVerdict.OP_TIJD_VERZENDTHEORIE: 'op_tijd_verzendtheorie'>, <Rule.R5: 'R5'>)
"""

import datetime as dt
from dataclasses import dataclass

from validators.feestdagen import is_free_day, next_working_day, working_days_between
from validators.report import Channel, Rule, WindowVerdict

OBJECTION_WEEKS = 6  # Awb 6:7
DAY = dt.timedelta(days=1)
WEEK = dt.timedelta(weeks=1)

Outcome = tuple[WindowVerdict, Rule]


@dataclass(frozen=True, slots=True)
class Term:
    """A term that runs from the day after its trigger up to and including its last day."""

    trigger: dt.date
    nominal: dt.date  # the last day before the Algemene termijnenwet
    last_day: dt.date

    @property
    def first_day(self) -> dt.date:
        """The day after the trigger (Awb 6:8 lid 1)."""
        return self.trigger + DAY

    @property
    def skipped(self) -> tuple[dt.date, ...]:
        """The free days over which the end moved on (Atw art. 1 lid 1)."""
        count = (self.last_day - self.nominal).days
        return tuple(self.nominal + n * DAY for n in range(count))


@dataclass(frozen=True, slots=True)
class Arrival:
    """When and how a letter came in at the first body that received it (Awb 6:15 lid 3)."""

    received: dt.date | None
    postmarked: dt.date | None = None  # a legible stamp of a postal operator
    channel: Channel = Channel.POST


def term_from(trigger: dt.date, *, weeks: int = OBJECTION_WEEKS) -> Term:
    """Return the term that starts on the day after `trigger`, extended over free days."""
    nominal = trigger + weeks * WEEK
    return Term(trigger, nominal, next_working_day(nominal))


def judge_arrival(term: Term | None, arrival: Arrival) -> Outcome:
    """Apply the decision table R0-R9, first row that fits."""
    received = arrival.received
    if term is None or received is None:
        return WindowVerdict.ONBEKEND, Rule.R0
    if received <= term.trigger:
        return WindowVerdict.PREMATUUR, Rule.R1  # Awb 6:10
    if received <= term.last_day:
        return WindowVerdict.OP_TIJD, Rule.R2  # Awb 6:9 lid 1
    if arrival.channel is not Channel.POST:
        return WindowVerdict.TE_LAAT, Rule.R3  # only receipt counts
    return _judge_late_post(term.last_day, received, arrival.postmarked)


def _judge_late_post(last_day: dt.date, received: dt.date, postmarked: dt.date | None) -> Outcome:
    """Apply Awb 6:9 lid 2 to post that was received after the last day."""
    week_after = last_day + WEEK
    if received > next_working_day(week_after):
        return WindowVerdict.TE_LAAT, Rule.R4
    # Post cannot be stamped after it came in: such a reading is wrong and proves nothing.
    if postmarked is not None and postmarked <= received:
        return _judge_postmark(last_day, received, postmarked)
    # Presumed posted in time: ABRvS 30-04-2014. Later: the sender must make it plausible.
    if working_days_between(last_day, received) <= 2:
        return WindowVerdict.OP_TIJD_VERZENDTHEORIE, Rule.R8
    return WindowVerdict.ONBEKEND, Rule.R9


def _judge_postmark(last_day: dt.date, received: dt.date, postmarked: dt.date) -> Outcome:
    """Weigh a legible postmark on a letter that came within the week (and its extension)."""
    if postmarked > last_day:
        # HR 17-06-2005: a stamp of Monday does not exclude posting on Friday.
        posting_possible = _only_free_days_between(last_day, postmarked)
        return WindowVerdict.ONBEKEND if posting_possible else WindowVerdict.TE_LAAT, Rule.R7
    if received <= last_day + WEEK:
        return WindowVerdict.OP_TIJD_VERZENDTHEORIE, Rule.R5
    # Whether the Atw lengthens this one week was not found: a person decides.
    return WindowVerdict.ONBEKEND, Rule.R6


def _only_free_days_between(start: dt.date, end: dt.date) -> bool:
    """Tell whether there are days between the two and all of them are free."""
    between = [start + n * DAY for n in range(1, (end - start).days)]
    return bool(between) and all(is_free_day(day) for day in between)


def basis_of(term: Term | None, rule: Rule) -> tuple[str, ...]:
    """Return the articles on which the outcome rests, in the order in which they are applied."""
    articles = ["Awb 6:7", "Awb 6:8 lid 1"]
    if term is not None and term.skipped:
        articles.append("Atw 1 lid 1")
    articles += {
        Rule.R0: [],
        Rule.R1: ["Awb 6:10"],
        Rule.R2: ["Awb 6:9 lid 1"],
        Rule.R3: ["Awb 6:9 lid 1"],
    }.get(rule, ["Awb 6:9 lid 2"])
    return tuple(articles)
