"""The one sentence about a verdict that a mailroom worker can read out."""

import datetime as dt

from validators.feestdagen import feestdag_name
from validators.oordeel import Judgement
from validators.termijn import Term, Trigger
from validators.texts.days import date_text
from validators.texts.window import DECIDED, window_text


def explanation_of(judgement: Judgement, *, today: dt.date) -> str:
    """Say in one sentence what the verdict is and what to do; `today` chooses can or could."""
    term, trigger = judgement.term, judgement.trigger
    if term is None or trigger is None:
        return window_text(judgement.code)
    return window_text(
        judgement.code,
        trigger=date_text(term.trigger),
        first_day=date_text(term.first_day),
        last_day=date_text(term.last_day),
        received=_day(judgement.arrival.counted),
        postmarked=_day(judgement.arrival.postmarked),
        until=_until(trigger, term, today),
        triggers=_listed((term, *judgement.others)),
    )


def _day(day: dt.date | None) -> str:
    return date_text(day) if day else ""


def _until(trigger: Trigger, term: Term, today: dt.date) -> str:
    """Say until when one could object, and which date of the decision that was counted from."""
    decided = DECIDED[trigger.kind].format(trigger=date_text(term.trigger))
    could = "kan" if term.last_day >= today else "kon"
    return f"{decided}, dus bezwaar {could} tot en met {date_text(term.last_day)}{_moved(term)}"


def _moved(term: Term) -> str:
    """Say why the last day is later than six weeks, empty when it is not."""
    if not term.skipped:
        return ""
    first = term.skipped[0]
    name = feestdag_name(first) or ("een zaterdag" if first.weekday() == 5 else "een zondag")
    return f" (niet {date_text(first)}, want dat is {name})"


def _listed(terms: tuple[Term, ...]) -> str:
    return " of ".join(date_text(term.trigger) for term in terms)
