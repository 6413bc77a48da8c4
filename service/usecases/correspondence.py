"""What was written about a letter: what is being written, what went out, what is waited for."""

from collections.abc import Mapping
from dataclasses import dataclass

from extractors.element import ElementId
from service.ports.errors import NotFoundError
from service.ports.store import Transaction
from service.records.letters import LetterRecord
from service.records.work import FollowUpTask, KeptConcept, SentLetter
from service.usecases.send import repair_of
from validators.feiten import Repair
from validators.report import Report

# By which an answer may be known to be one, beside the BSN: what two people do not share.
OF_ONE_CASE = (ElementId.KENMERK, ElementId.RELATIENUMMER)


@dataclass(frozen=True, slots=True)
class Correspondence:
    """All that was written about one letter."""

    concepts: tuple[KeptConcept, ...]
    sent: tuple[SentLetter, ...]
    tasks: tuple[FollowUpTask, ...]
    repair: Repair | None
    answers: tuple[LetterRecord, ...]  # that came since, and may be what is waited for
    asked: tuple[LetterRecord, ...]  # that wait for an answer, which this letter may be
    names: Mapping[str, str]  # of the people in it

    @property
    def waits_for(self) -> FollowUpTask | None:
        """What is waited for now."""
        return next((each for each in self.tasks if each.done_at is None), None)

    def name(self, account_id: str | None) -> str:
        """Return the name of a person; of one who is gone what is known."""
        return self.names.get(account_id or "", "iemand die hier niet meer werkt")


def correspondence_of(
    letter: LetterRecord, report: Report | None, transaction: Transaction
) -> Correspondence:
    """Return all that was written about a letter."""
    concepts = transaction.concepts.live(letter.id)
    sent = transaction.sent_letters.about(letter.id)
    tasks = transaction.follow_ups.about(letter.id)
    waiting = [each.created_at for each in tasks if each.done_at is None]
    hashes = _hashes(report, transaction)
    follow_ups = transaction.follow_ups
    people = {
        *(person for each in concepts for person in _people(each)),
        *(each.created_by for each in sent),
        *(each.recalled_by for each in sent),
        *(each.done_by for each in tasks),
    }
    return Correspondence(
        concepts=concepts,
        sent=sent,
        tasks=tasks,
        repair=repair_of(transaction, letter),
        answers=follow_ups.likely_answers(letter, since=waiting[0], hashes=hashes)
        if waiting
        else (),
        asked=follow_ups.likely_questions(letter, hashes=hashes),
        names=names_of(people, transaction),
    )


def names_of(people: set[str | None], transaction: Transaction) -> dict[str, str]:
    """Return the names of people by the ids of their accounts."""
    names = {}
    for each in filter(None, people):
        try:
            names[each] = transaction.accounts.find(each).name
        except NotFoundError:
            continue
    return names


def _people(kept: KeptConcept) -> tuple[str | None, ...]:
    return kept.made_by, kept.changed_by, kept.proposed_by, kept.decided_by


def _hashes(report: Report | None, transaction: Transaction) -> tuple[str, ...]:
    """Return the keyed hashes of the numbers by which letters of one case are found."""
    states = [report.elements.get(each) for each in OF_ONE_CASE] if report else []
    values = [state.value for state in states if state and isinstance(state.value, str)]
    numbers = [each for each in values if any(char.isdigit() for char in each)]
    return tuple(each for number in numbers for each in transaction.work_list.hashes(number))
