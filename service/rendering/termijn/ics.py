"""The days as a calendar file (RFC 5545): all-day events that ordinary calendars import.

An event keeps its UID when the same case is worked out again, so that a day that moved replaces
the old one. A case is told apart by its name, or by its dates when it has none.
"""

import datetime as dt
import uuid
from collections.abc import Iterator

from icalendar import Calendar, Event

from service.ports.termijn import TermijnAnswer, TermijnQuestion
from service.texts import figures as figures_texts
from service.texts import termijn as termijn_texts
from validators.feiten import FollowUp, Nature
from validators.report import Rule
from validators.termijn import Term, basis_of
from validators.termijn_texts import deadline_text

NAME = "ics"
NEEDS_DAYS = True

PRODUCT = "-//Postkamer//postkamer termijn//NL"
LAST_DAY = "laatste_dag_bezwaar"
# Names the space of our identifiers; any value will do, so long as it never changes.
SPACE = uuid.UUID("7f9b3a52-6c1e-5d0a-9f0e-52a5b1c6d3e4")


def render(answer: TermijnAnswer, *, now: dt.datetime) -> str:
    """Return the days of the answer as a calendar, stamped with the time of writing.

    Without any event it would be no calendar: ask `has_days` first.
    """
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for event in _events(answer, now):
        calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written.decode("utf-8")


def _events(answer: TermijnAnswer, now: dt.datetime) -> Iterator[Event]:
    question, term = answer.question, answer.judgement.term
    if term is not None:
        yield _last_day(answer, term, now)
    for each in answer.follow_ups:
        event = _event(question, each.what, each.due, now)
        event.add("summary", _summary(question, deadline_text(each.what)))
        event.add("description", _description(each))
        event.add("categories", [termijn_texts.CATEGORIES[each.nature]])
        yield event


def _last_day(answer: TermijnAnswer, term: Term, now: dt.datetime) -> Event:
    event = _event(answer.question, LAST_DAY, term.last_day, now)
    event.add("summary", _summary(answer.question, termijn_texts.LAST_DAY_EVENT))
    basis = ", ".join(basis_of(term, Rule.R0))
    event.add("description", f"[{basis}]\n{answer.explanation}")
    event.add("categories", [termijn_texts.CATEGORIES[Nature.WET]])
    return event


def _event(question: TermijnQuestion, what: str, day: dt.date, now: dt.datetime) -> Event:
    event = Event()
    event.add("uid", f"{uuid.uuid5(SPACE, f'{_case(question)}|{what}')}@postkamer")
    event.add("dtstamp", now)
    event.add("dtstart", day)  # a date and no time: all day, and no end means that one day
    event.add("transp", "TRANSPARENT")  # a deadline does not make anyone busy
    return event


def _case(question: TermijnQuestion) -> str:
    """Return what tells this case from others, whatever its days turn out to be."""
    facts, arrival = question.facts, question.arrival
    if question.case_name:
        return f"{facts.kind}|{question.case_name}"
    given = [
        *(each.day for each in question.triggers),
        *(arrival.received, facts.conduct, facts.provider_told, facts.dispute, facts.closed),
    ]
    return "|".join([facts.kind, facts.profile.id, *map(str, given)])


def _summary(question: TermijnQuestion, words: str) -> str:
    return f"{words} ({question.case_name})" if question.case_name else words


def _description(follow_up: FollowUp) -> str:
    """Return the articles, how the day was counted, and what must be said about it."""
    counted = termijn_texts.LENGTH.format(
        length=follow_up.length, day=figures_texts.day(follow_up.term.trigger)
    )
    notes = (step.text for step in (*follow_up.moved, *follow_up.notes))
    return "\n".join([f"[{', '.join(follow_up.basis)}]", counted, *notes])
