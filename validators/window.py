"""The submission window of the report: which date starts the term, and what to say about it.

The trigger is the day of dispatch (Awb 3:41, 6:8). When the letter only gives the date of the
decision that date is used, as every mailroom does; the explanation says so. A receipt date that
was only assumed never makes a letter late.
"""

import datetime as dt
from collections.abc import Sequence

from extractors.element import Candidate, ElementId
from validators.case import Case
from validators.feestdagen import feestdag_name
from validators.report import (
    Intent,
    Kind,
    ReceivedSource,
    Rule,
    SubmissionWindow,
    WindowVerdict,
)
from validators.termijn import Outcome, Term, basis_of, judge_arrival, term_from
from validators.texts import DECIDED, date_text, window_text

# Dispatch starts the term; handing over is the same; the date on the decision stands in for both.
TRIGGERS = ("verzonden", "bekendgemaakt", "gedateerd")
# A date read less surely than this is shown, but no verdict rests on it.
TRIGGER_SURE = 0.6
# Below this a candidate is no date of the decision at all.
TRIGGER_FLOOR = 0.3
# Another date of the same class so close behind the best may be the right one.
RIVAL_MARGIN = 0.2


def window_of(case: Case) -> SubmissionWindow:
    """Return the window of an objection; other letters have none."""
    exempt = _exemption(case)
    if exempt is not None:
        return SubmissionWindow(
            verdict=WindowVerdict.NIET_VAN_TOEPASSING, explanation=window_text(exempt)
        )
    triggers = triggers_of(case)
    if not triggers:
        return _without_trigger(case)
    return _judged(case, triggers)


def _exemption(case: Case) -> str | None:
    """Return why no term holds, None when one does."""
    if case.kind is Kind.KLACHT:
        return "klacht"
    if case.kind is Kind.OVERIG:
        return "overig"
    # Awb 6:12: against not deciding there is no term.
    undecided = case.has_signal("niet_tijdig_beslissen") or Intent.INGEBREKESTELLING in case.kinds
    if undecided and not case.candidates(ElementId.BESLUITDATUM):
        return "niet_tijdig"
    return None


def triggers_of(case: Case) -> tuple[Candidate, ...]:
    """Return the dates that may start the term: of one class, best first, no echoes."""
    dated = [
        each
        for each in case.candidates(ElementId.BESLUITDATUM)
        if isinstance(each.value, dt.date)
        and each.role in TRIGGERS
        and each.confidence >= TRIGGER_FLOOR
        and "zonder_dag" not in each.marks
    ]
    if not dated:
        return ()
    sure = [each for each in dated if each.confidence >= TRIGGER_SURE]
    leading = min((TRIGGERS.index(each.role) for each in sure or dated), default=0)
    found = [each for each in dated if each.role == TRIGGERS[leading]]
    best = max(each.confidence for each in found)
    close = sorted(
        (each for each in found if each.confidence >= best - RIVAL_MARGIN),
        key=lambda each: -each.confidence,
    )
    return tuple({each.value: each for each in reversed(close)}.values())[::-1]


def _without_trigger(case: Case) -> SubmissionWindow:
    arrivals = [each.role == "ontvangen" for each in case.candidates(ElementId.BESLUITDATUM)]
    code = "R0_alleen_ontvangst" if arrivals and all(arrivals) else "R0_geen_besluitdatum"
    return SubmissionWindow(
        verdict=WindowVerdict.ONBEKEND,
        rule=Rule.R0,
        received=case.arrival.received,
        postmarked=case.arrival.postmarked,
        basis=basis_of(None, Rule.R0),
        explanation=window_text(code),
    )


def _judged(case: Case, triggers: Sequence[Candidate]) -> SubmissionWindow:
    terms = [term_from(each.value) for each in triggers if isinstance(each.value, dt.date)]
    term, outcomes = terms[0], [judge_arrival(term, case.arrival) for term in terms]
    (verdict, rule), code = outcomes[0], _doubt(case, triggers[0], outcomes)
    if code is not None:
        verdict, rule = WindowVerdict.ONBEKEND, Rule.R0
    return SubmissionWindow(
        verdict=verdict,
        rule=rule,
        decision_date=term.trigger,
        first_day=term.first_day,
        last_day=term.last_day,
        received=case.arrival.received,
        postmarked=case.arrival.postmarked,
        days_left=(term.last_day - (case.arrival.received or case.today)).days,
        basis=basis_of(term, rule),
        explanation=window_text(
            code or _row(verdict, rule),
            **_dates(case, term),
            until=_until(case, term, triggers[0].role),
            triggers=_listed(terms),
        ),
    )


def _doubt(case: Case, best: Candidate, outcomes: Sequence[Outcome]) -> str | None:
    """Return why the outcome cannot be relied on, None when it can."""
    verdict, rule = outcomes[0]
    if rule is Rule.R0:
        return "R0_geen_ontvangst"
    if best.confidence < TRIGGER_SURE:
        return "R0_zwak"
    if len({verdict for verdict, _ in outcomes}) > 1:
        return "R0_meerdere"
    if verdict is not WindowVerdict.TE_LAAT:
        return None
    if case.received_source is ReceivedSource.ASSUMED:
        return "R0_aangenomen"
    # The year was inferred: too little to call someone late.
    return "R0_jaar" if "zonder_jaar" in best.marks else None


def _row(verdict: WindowVerdict, rule: Rule) -> str:
    """Return the code of the sentence for a row of the table."""
    open_stamp = rule is Rule.R7 and verdict is WindowVerdict.ONBEKEND
    return "R7_onbekend" if open_stamp else rule.value


def _dates(case: Case, term: Term) -> dict[str, str]:
    arrival = case.arrival
    return {
        "trigger": date_text(term.trigger),
        "first_day": date_text(term.first_day),
        "last_day": date_text(term.last_day),
        "received": date_text(arrival.received) if arrival.received else "",
        "postmarked": date_text(arrival.postmarked) if arrival.postmarked else "",
    }


def _until(case: Case, term: Term, role: str) -> str:
    """Say until when one could object, and which date of the decision that was counted from."""
    decided = DECIDED[role].format(trigger=date_text(term.trigger))
    could = "kan" if term.last_day >= case.today else "kon"
    return f"{decided}, dus bezwaar {could} tot en met {date_text(term.last_day)}{_moved(term)}"


def _moved(term: Term) -> str:
    """Say why the last day is later than six weeks, empty when it is not."""
    if not term.skipped:
        return ""
    first = term.skipped[0]
    name = feestdag_name(first) or ("een zaterdag" if first.weekday() == 5 else "een zondag")
    return f" (niet {date_text(first)}, want dat is {name})"


def _listed(terms: Sequence[Term]) -> str:
    return " of ".join(date_text(term.trigger) for term in terms)
