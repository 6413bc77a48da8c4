"""Whether a letter came in time, with every step of the reasoning (Awb 6:7-6:15).

`judge` applies the table of `termijn` to every day that may have started the term, says which
outcome can be relied on, and keeps the trace: each step with its date and its article. `te_laat`
never follows from a day that was only assumed: receipt that nobody told, or dispatch on the day
that stands on the decision.

>>> sent = Trigger(dt.date(2026, 2, 20), TriggerKind.VERZONDEN)
>>> judge([sent], Arrival(dt.date(2026, 6, 8))).code
<OutcomeCode.R4: 'R4'>
>>> dated = Trigger(dt.date(2026, 2, 20), TriggerKind.GEDATEERD)
>>> judge([dated], Arrival(dt.date(2026, 6, 8))).code  # when was it sent?
<OutcomeCode.R0_VERZENDING: 'R0_verzending'>
>>> [step.code.value for step in judge([sent], Arrival(dt.date(2026, 4, 7))).trace][-3:]
['laatste_dag', 'ontvangen', 'R2']
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from validators.feestdagen import add_days, next_working_day, working_days_between
from validators.report import Kind, Rule, WindowVerdict
from validators.stappen import OutcomeCode, Step, StepCode
from validators.termijn import (
    Arrival,
    Term,
    Trigger,
    TriggerKind,
    basis_of,
    free_days_between,
    is_disturbed,
    judge_arrival,
    preferred,
    row_basis,
    skipped_steps,
    term_from,
)


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether a letter came in time, and every step that led there."""

    verdict: WindowVerdict
    rule: Rule | None  # None when no term holds
    code: OutcomeCode
    arrival: Arrival
    trace: tuple[Step, ...]  # the last step has this verdict and this rule
    trigger: Trigger | None = None  # the day that was counted from
    term: Term | None = None
    others: tuple[Term, ...] = ()  # from other days that are as likely


def judge(triggers: Sequence[Trigger], arrival: Arrival) -> Judgement:
    """Judge when a letter came in from the days that may have started the term, best first."""
    leading = preferred(triggers)
    if not leading:
        return _without_trigger(triggers, arrival)
    judged = [_Row.of(trigger, arrival) for trigger in leading]
    best, doubt = judged[0], _doubt(judged, arrival)
    trace = [*_passed_over(triggers, leading[0]), *(step for row in judged for step in row.steps)]
    code = doubt or best.code
    verdict, rule = (WindowVerdict.ONBEKEND, Rule.R0) if doubt else (best.verdict, best.rule)
    if trace[-1].code is not code or len(judged) > 1:
        closing = doubt or OutcomeCode.ZELFDE_UITKOMST
        trace.append(Step(closing, basis=_doubt_basis(closing), verdict=verdict, rule=rule))
    others = tuple(row.term for row in judged[1:])
    return Judgement(verdict, rule, code, arrival, tuple(trace), leading[0], best.term, others)


def code_of(verdict: WindowVerdict, rule: Rule) -> OutcomeCode:
    """Return the code of a row that was applied; rows that may leave it open have two."""
    is_open = verdict is WindowVerdict.ONBEKEND
    if rule is Rule.R0:
        return OutcomeCode.R0_GEEN_ONTVANGST
    if rule is Rule.R3 and is_open:
        return OutcomeCode.R3_STORING
    return OutcomeCode.R7_ONBEKEND if rule is Rule.R7 and is_open else OutcomeCode(rule)


def judge_letter(kind: Kind, triggers: Sequence[Trigger], arrival: Arrival) -> Judgement:
    """Judge a letter of a kind that is told: only an objection has a term to come in."""
    if kind is Kind.BEZWAAR:
        return judge(triggers, arrival)
    return exempt(OutcomeCode.KLACHT if kind is Kind.KLACHT else OutcomeCode.OVERIG, arrival)


def exempt(code: OutcomeCode, arrival: Arrival) -> Judgement:
    """Say why no objection term holds for this letter."""
    verdict = WindowVerdict.NIET_VAN_TOEPASSING
    basis = ("Awb 6:12",) if code is OutcomeCode.NIET_TIJDIG else ()
    last = Step(code, basis=basis, verdict=verdict)
    # Receipt is told all the same, but no article of this term asks for it.
    told = (replace(step, basis=()) for step in _receipt_steps(arrival))
    return Judgement(verdict, None, code, arrival, (*told, last))


@dataclass(frozen=True, slots=True)
class _Row:
    """What follows from one day that may have started the term."""

    trigger: Trigger
    term: Term
    verdict: WindowVerdict
    rule: Rule
    steps: tuple[Step, ...]

    @classmethod
    def of(cls, trigger: Trigger, arrival: Arrival) -> "_Row":
        term = term_from(trigger.day)
        verdict, rule = judge_arrival(term, arrival)
        code = code_of(verdict, rule)
        last = Step(code, basis=row_basis(rule), verdict=verdict, rule=rule)
        steps = (*_term_steps(trigger, term), *_arrival_steps(term, arrival, rule), last)
        return cls(trigger, term, verdict, rule, steps)

    @property
    def code(self) -> OutcomeCode:
        return code_of(self.verdict, self.rule)


def _without_trigger(triggers: Sequence[Trigger], arrival: Arrival) -> Judgement:
    """Say that no day is known that starts the term; a day of arrival does not."""
    steps = [_trigger_step(each) for each in triggers]
    code = OutcomeCode.R0_ALLEEN_ONTVANGST if triggers else OutcomeCode.R0_GEEN_BESLUITDATUM
    last = Step(code, verdict=WindowVerdict.ONBEKEND, rule=Rule.R0)
    trace = (*steps, *_receipt_steps(arrival), last)
    return Judgement(WindowVerdict.ONBEKEND, Rule.R0, code, arrival, trace)


def _doubt(judged: Sequence[_Row], arrival: Arrival) -> OutcomeCode | None:
    """Return why the outcome of the table cannot be relied on, None when it can."""
    best = judged[0]
    if best.rule is Rule.R0:
        return OutcomeCode.R0_GEEN_ONTVANGST
    if not best.trigger.is_sure:
        return OutcomeCode.R0_ZWAK
    if len({row.verdict for row in judged}) > 1:
        return OutcomeCode.R0_MEERDERE
    return _doubt_about_late(best.trigger, arrival) if _is_late(best) else None


def _is_late(row: _Row) -> bool:
    return row.verdict is WindowVerdict.TE_LAAT


def _doubt_about_late(trigger: Trigger, arrival: Arrival) -> OutcomeCode | None:
    """Return which assumed day forbids to call the letter late, None when none was assumed."""
    if arrival.is_assumed and arrival.counted == arrival.received:
        return OutcomeCode.R0_AANGENOMEN
    if not trigger.has_year:
        return OutcomeCode.R0_JAAR
    # Dispatch may have been later than the date on the decision (Awb 3:41, CRvB 2019:1174).
    return OutcomeCode.R0_VERZENDING if trigger.kind is TriggerKind.GEDATEERD else None


def _doubt_basis(code: OutcomeCode) -> tuple[str, ...]:
    return ("Awb 3:41 lid 1", "Awb 6:8 lid 1") if code is OutcomeCode.R0_VERZENDING else ()


def _passed_over(triggers: Sequence[Trigger], chosen: Trigger) -> Iterator[Step]:
    """Name the days of the decision that do not count, because a better one is known."""
    for each in triggers:
        if each.kind is not chosen.kind:
            yield Step(StepCode.VOORBIJGEGAAN, (each.day,), ("Awb 6:8 lid 1",), each.kind)


def _trigger_step(trigger: Trigger) -> Step:
    code = {
        TriggerKind.VERZONDEN: StepCode.VERZONDEN,
        TriggerKind.BEKENDGEMAAKT: StepCode.BEKENDGEMAAKT,
        TriggerKind.GEDATEERD: StepCode.GEDATEERD,
        TriggerKind.ONTVANGEN: StepCode.ALLEEN_ONTVANGEN,
    }[trigger.kind]
    return Step(code, (trigger.day,), ("Awb 3:41 lid 1", "Awb 6:8 lid 1"))


def _term_steps(trigger: Trigger, term: Term) -> Iterator[Step]:
    yield _trigger_step(trigger)
    yield Step(StepCode.EERSTE_DAG, (term.first_day,), ("Awb 6:8 lid 1",))
    yield Step(StepCode.ZES_WEKEN, (term.nominal,), ("Awb 6:7",))
    yield from skipped_steps(term)
    yield Step(StepCode.LAATSTE_DAG, (term.last_day,), basis_of(term, Rule.R0))


def _receipt_steps(arrival: Arrival) -> Iterator[Step]:
    """Say on which day the letter came in, and at which body first."""
    if arrival.elsewhere is not None:
        yield Step(StepCode.ELDERS_ONTVANGEN, (arrival.elsewhere,), ("Awb 6:15 lid 3",))
    if arrival.received is not None:
        code = StepCode.ONTVANGST_AANGENOMEN if arrival.is_assumed else StepCode.ONTVANGEN
        yield Step(code, (arrival.received,), ("Awb 6:9 lid 1",))


def _arrival_steps(term: Term, arrival: Arrival, rule: Rule) -> Iterator[Step]:
    yield from _receipt_steps(arrival)
    if rule is Rule.R3:
        yield Step(StepCode.NIET_PER_POST, basis=("Awb 6:9 lid 1",))
        if is_disturbed(term, arrival):
            yield Step(StepCode.STORING, (term.last_day,), ("Awb afdeling 2.3",))
    received = arrival.counted
    if rule in {Rule.R4, Rule.R5, Rule.R6, Rule.R7, Rule.R8, Rule.R9} and received is not None:
        yield from _post_steps(term.last_day, arrival, received, rule)


def _post_steps(
    last_day: dt.date, arrival: Arrival, received: dt.date, rule: Rule
) -> Iterator[Step]:
    """Say what the post rule looked at (Awb 6:9 lid 2)."""
    week = add_days(last_day, 7)
    extended = next_working_day(week)
    yield Step(StepCode.WEEK_ERNA, (week,), ("Awb 6:9 lid 2",))
    if extended != week:
        yield Step(StepCode.WEEK_VERLENGD, (week, extended), ("Atw 1 lid 1",))
    if rule is Rule.R4:
        return
    yield from _stamp_steps(last_day, received, arrival.postmarked)
    if rule in {Rule.R8, Rule.R9}:
        count = working_days_between(last_day, received)
        ruling = ("ABRvS 30-04-2014",)
        yield Step(StepCode.WERKDAGEN_ERNA, (received,), ruling, str(count))


def _stamp_steps(
    last_day: dt.date, received: dt.date, postmarked: dt.date | None
) -> Iterator[Step]:
    if postmarked is None:
        yield Step(StepCode.GEEN_POSTSTEMPEL, basis=("Awb 6:9 lid 2",))
    elif postmarked > received:
        yield Step(StepCode.POSTSTEMPEL_ONMOGELIJK, (postmarked,), ("Awb 6:9 lid 2",))
    else:
        yield Step(StepCode.POSTSTEMPEL, (postmarked,), ("Awb 6:9 lid 2",))
        between = free_days_between(last_day, postmarked) if postmarked > last_day else ()
        if between:
            ends = (between[0], between[-1])
            yield Step(StepCode.VRIJE_DAGEN_ERTUSSEN, ends, ("HR 17-06-2005",))
