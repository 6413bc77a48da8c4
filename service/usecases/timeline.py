"""The dossier of a person or case: the letters that belong together and what came of them."""

import datetime as dt
from dataclasses import dataclass

from service.ports.store import Store, Transaction
from service.ports.world import Clock
from service.records.audit import Done, account_actor, letter_deed
from service.records.dossiers import Related
from service.records.letters import LetterRecord
from service.records.work import FollowUpTask, SentLetter


@dataclass(frozen=True, slots=True)
class Timeline:
    """Letters of one person or case, with what was sent and planned because of each."""

    letter: LetterRecord  # from which it was opened
    related: tuple[Related, ...]
    sent: tuple[SentLetter, ...]
    tasks: tuple[FollowUpTask, ...]


def open_timeline(letter_id: str, organisation_id: str, *, store: Store) -> Timeline:
    """Return the dossier of a letter.

    Raises:
        NotFoundError: when the organisation has no such letter.

    """
    with store.reading() as transaction:
        letter = transaction.letters.find(letter_id, organisation_id=organisation_id)
        related = transaction.dossiers.related(letter)
        ids = [each.letter.id for each in related]
        return Timeline(
            letter,
            related,
            tuple(sent for each in ids for sent in transaction.sent_letters.about(each)),
            tuple(task for each in ids for task in transaction.follow_ups.about(each)),
        )


def deny_duplicate(
    letter: LetterRecord, other_id: str, *, account_id: str, store: Store, clock: Clock
) -> None:
    """Keep that a person says that two letters are two letters.

    Raises:
        NotFoundError: when the two were never taken for the same one.

    """
    with store.accepting() as transaction:
        _say(transaction, letter, other_id, account_id=account_id, at=clock.now())


def undo_denial(letter: LetterRecord, other_id: str, *, account_id: str, store: Store) -> None:
    """Take back that two letters are two letters.

    Raises:
        NotFoundError: when the two were never taken for the same one.

    """
    with store.accepting() as transaction:
        _say(transaction, letter, other_id, account_id=account_id, at=None)


def _say(
    transaction: Transaction,
    letter: LetterRecord,
    other_id: str,
    *,
    account_id: str,
    at: dt.datetime | None,
) -> None:
    transaction.dossiers.deny(letter, other_id, account_id=account_id, at=at)
    act = Done.DUPLICATE_AGAIN if at is None else Done.NO_DUPLICATE
    transaction.audit.note(letter_deed(account_actor(account_id), act, letter, ander=other_id))
