"""Destroying a letter for good: what retention asks for, and nobody else."""

from service.ports.blobs import Blobs
from service.ports.drawing import Pages
from service.ports.store import Store
from service.records.audit import Actor, Done, letter_deed
from service.records.letters import LetterRecord


class NotTheFirstError(Exception):
    """A letter that shares its file with an earlier one, and cannot be destroyed alone."""


def destroy_letter(  # noqa: PLR0913 - every place where something of it is kept
    letter_id: str, *, organisation_id: str, by: Actor, store: Store, blobs: Blobs, pages: Pages
) -> LetterRecord:
    """Remove a letter, the other letters of its file, their reports and the file itself.

    Raises:
        NotFoundError: when the organisation has no such letter.
        NotTheFirstError: when it is not the first letter of its file.

    """
    with store.accepting() as transaction:
        letter = transaction.letters.find(letter_id, organisation_id=organisation_id)
        if letter.first_id is not None:
            raise NotTheFirstError
        pages.forget(letter.sha256)  # first: broken off after it, all of this is done again
        for each in (letter, *transaction.letters.parts(letter_id)):
            transaction.audit.note(letter_deed(by, Done.DESTROYED, each))
        for sha256 in transaction.letters.destroy(letter_id):
            # inside the transaction: who receives the same bytes at this moment sees them go
            blobs.delete(sha256)
    pages.forget(letter.sha256)  # who looked at this very moment had one drawn again
    return letter
