"""The submission window of the report: a case mapped to days that may start the term, and back.

What the days mean and which verdict follows is `oordeel`; here is only which dates of the letter
were read well enough to be such days, and what the report says about the judgement.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from extractors.element import Candidate, ElementId
from validators.case import Case
from validators.chosen import is_unlikely
from validators.drempels import is_vouched_for
from validators.oordeel import Judgement, exempt, judge
from validators.report import Intent, Kind, ReceivedSource, SubmissionWindow
from validators.stappen import OutcomeCode
from validators.termijn import Trigger, TriggerKind, basis_of
from validators.uitleg import explanation_of

KINDS = {kind.value: kind for kind in TriggerKind}
# A date read less surely than this is shown, but no verdict rests on it.
TRIGGER_SURE = 0.6
# Below this a candidate is no date of the decision at all.
TRIGGER_FLOOR = 0.3
# Another date of the same class so close behind the best may be the right one.
RIVAL_MARGIN = 0.2
# A decision is sent on its day or soon after, and dated a few days late at most.
LONG_BEFORE_DAYS = 31


def window_of(case: Case) -> SubmissionWindow:
    """Return the window of an objection; other letters have none."""
    return as_window(judgement_of(case), today=case.today)


def judgement_of(case: Case) -> Judgement:
    """Return the verdict about the term with every step that led to it."""
    assumed = case.received_source is ReceivedSource.ASSUMED
    arrival = replace(case.arrival, is_assumed=assumed)
    code = _exemption(case)
    if code is not None:
        return exempt(code, arrival)
    return judge(triggers_of(case), arrival)


def _exemption(case: Case) -> OutcomeCode | None:
    """Return why no term holds, None when one does."""
    if case.kind is Kind.KLACHT:
        return OutcomeCode.KLACHT
    if case.kind is Kind.OVERIG:
        return OutcomeCode.OVERIG
    # Awb 6:12: against not deciding there is no term.
    undecided = case.has_signal("niet_tijdig_beslissen") or Intent.INGEBREKESTELLING in case.kinds
    decided = any(_kind_of(each) for each in case.candidates(ElementId.BESLUITDATUM))
    if undecided and not decided:
        return OutcomeCode.NIET_TIJDIG
    return None


def triggers_of(case: Case) -> tuple[Trigger, ...]:
    """Return the dates that may start the term, best first, weak rivals of a class left out."""
    usable = [each for each in case.candidates(ElementId.BESLUITDATUM) if _is_usable(each)]
    dated = [
        each
        for each in usable
        if not (_is_of_another(each, usable) or is_unlikely(each, beside=_of_class(each, usable)))
    ]
    best: dict[TriggerKind | None, float] = {}
    for each in dated:
        best[_kind_of(each)] = max(each.confidence, best.get(_kind_of(each), 0.0))
    close = [each for each in dated if each.confidence >= best[_kind_of(each)] - RIVAL_MARGIN]
    return tuple(
        _trigger(each, kind, each.value)
        for each in sorted(close, key=lambda each: -each.confidence)
        if isinstance(each.value, dt.date) and (kind := _kind_of(each)) is not None
    )


def _of_class(candidate: Candidate, every: Sequence[Candidate]) -> list[Candidate]:
    """Return the days that are the same of a decision: its date, its dispatch, its arrival.

    A day of dispatch is hardly ever the date of the decision, and starts the term all the same.
    """
    return [each for each in every if _kind_of(each) is _kind_of(candidate)]


def _kind_of(candidate: Candidate) -> TriggerKind | None:
    """Return what the day is of the decision; what the chance alone tells is its date."""
    if is_vouched_for(ElementId.BESLUITDATUM, candidate):
        return KINDS.get(candidate.role, TriggerKind.GEDATEERD)
    return KINDS.get(candidate.role)


def _is_usable(candidate: Candidate) -> bool:
    """Tell whether it is a full date; for when a decision arrived any hint will do."""
    if _kind_of(candidate) is None or not isinstance(candidate.value, dt.date):
        return False
    is_full = candidate.confidence >= TRIGGER_FLOOR and "zonder_dag" not in candidate.marks
    return is_full or candidate.role == TriggerKind.ONTVANGEN


def _is_of_another(candidate: Candidate, every: Sequence[Candidate]) -> bool:
    """Tell what was sent long before any decision of the letter was taken: another paper was."""
    if candidate.role not in {TriggerKind.VERZONDEN, TriggerKind.BEKENDGEMAAKT}:
        return False
    taken = [each.value for each in every if each.role == TriggerKind.GEDATEERD and _is_sure(each)]
    days = [day for day in taken if isinstance(day, dt.date)]
    sent = candidate.value
    if "bestreden" in candidate.marks or not days or not isinstance(sent, dt.date):
        return False
    return (min(days) - sent).days > LONG_BEFORE_DAYS


def _is_sure(candidate: Candidate) -> bool:
    is_told = is_vouched_for(ElementId.BESLUITDATUM, candidate)
    return candidate.confidence >= TRIGGER_SURE or is_told


def _trigger(candidate: Candidate, kind: TriggerKind, day: dt.date) -> Trigger:
    return Trigger(
        day,
        kind,
        is_sure=_is_sure(candidate),
        has_year="zonder_jaar" not in candidate.marks,
    )


def as_window(judgement: Judgement, *, today: dt.date) -> SubmissionWindow:
    """Say what the report says about a judgement."""
    explanation = explanation_of(judgement, today=today)
    if judgement.rule is None:
        return SubmissionWindow(verdict=judgement.verdict, explanation=explanation)
    term, arrival = judgement.term, judgement.arrival
    return SubmissionWindow(
        verdict=judgement.verdict,
        rule=judgement.rule,
        decision_date=term.trigger if term else None,
        first_day=term.first_day if term else None,
        last_day=term.last_day if term else None,
        received=arrival.counted,
        postmarked=arrival.postmarked,
        days_left=(term.last_day - (arrival.counted or today)).days if term else None,
        basis=basis_of(term, judgement.rule),
        explanation=explanation,
    )
