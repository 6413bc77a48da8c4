"""Judging kept letters again by the rules of now, and showing what would change before it does.

Nothing is read again: what was read then is judged by the profile and the version of now, with what
people established. Only codes are compared and shown, never what stands in a letter.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from service.ports.errors import NotFoundError
from service.ports.store import Transaction
from service.records.audit import POSTKAMER, Actor, Done, letter_deed
from service.records.letters import LetterQuery, LetterRecord
from service.usecases.correct import Judge, judged_by, keep_judgement
from service.usecases.profiles import current
from validators.report import Report

AT_A_TIME = 200


@dataclass(frozen=True, slots=True)
class Question:
    """Which letters to judge again."""

    organisation_id: str
    profile: str | None = None
    received_from: dt.date | None = None
    with_handled: bool = False  # also those that somebody is done with


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that the report says otherwise, by its place in the report."""

    what: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Reassessed:
    """What became of one letter."""

    letter_id: str
    changes: tuple[Change, ...] = ()
    is_judged: bool = True  # False: what was read is not there, or an older version made it


def reassess(
    question: Question, *, judge: Judge, applies: bool, by: Actor = POSTKAMER
) -> Iterator[Reassessed]:
    """Yield each letter with what changes; with `applies` changed reports are kept and told."""
    for letter in _letters(question, judge):
        with judge.store.accepting() if applies else judge.store.reading() as transaction:
            yield _one(letter, transaction, judge, by if applies else None)


def changes_between(before: Report, after: Report) -> tuple[Change, ...]:
    """Return what a later report says otherwise: verdicts, statuses and codes."""
    old, new = _facts(before), _facts(after)
    return tuple(
        Change(what, old.get(what, ""), new.get(what, ""))
        for what in sorted(old.keys() | new.keys())
        if old.get(what, "") != new.get(what, "")
    )


def _letters(question: Question, judge: Judge) -> Iterator[LetterRecord]:
    query = LetterQuery(
        question.organisation_id,
        limit=AT_A_TIME,
        profile=question.profile,
        received_from=question.received_from,
        is_open=not question.with_handled,
    )
    while True:
        with judge.store.reading() as transaction:
            found = transaction.letters.list(query)
        yield from (each for each in found if each.finished_at is not None)
        if len(found) < AT_A_TIME:
            return
        query = replace(query, before=found[-1].number)


def _one(
    letter: LetterRecord, transaction: Transaction, judge: Judge, by: Actor | None
) -> Reassessed:
    catalogue = current(judge.catalogue, transaction, letter.organisation_id)
    try:
        before = transaction.letters.report(letter.id)
        after = judged_by(letter, catalogue, transaction=transaction, judge=judge)
    except NotFoundError:
        return Reassessed(letter.id, is_judged=False)
    changes = changes_between(before, after)
    if changes and by is not None:
        keep_judgement(letter, after, catalogue, transaction=transaction, judge=judge)
        transaction.audit.note(letter_deed(by, Done.JUDGED_AGAIN, letter))
    return Reassessed(letter.id, changes)


def _facts(report: Report) -> Mapping[str, str]:
    window = report.submission_window
    return {
        "verdict": report.verdict,
        "kind": report.kind or "",
        "submission_window.verdict": window.verdict,
        "submission_window.last_day": str(window.last_day or ""),
        "routing.forward_to": report.routing.forward_to or "",
        "missing": ",".join(report.missing),
        "uncertain": ",".join(report.uncertain),
        "warnings": ",".join(sorted(each.code for each in report.warnings)),
        "deadlines": ",".join(f"{each.what}={each.due}" for each in report.deadlines),
        **{f"elements.{name}": state.status for name, state in report.elements.items()},
    }
