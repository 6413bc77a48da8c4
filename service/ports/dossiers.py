"""Dossiers in the store: which letters belong together, and which came twice."""

import datetime as dt
from typing import Protocol

from service.records.dossiers import Duplicate, Related
from service.records.letters import LetterRecord


class Dossiers(Protocol):
    """Letters of one organisation that belong together; those of others are never compared."""

    def link(self, letter: LetterRecord) -> int:
        """Look for letters that are probably the same one and keep what is found; say how many.

        What a person said about two letters stays.
        """

    def related(self, letter: LetterRecord, *, limit: int = 200) -> tuple[Related, ...]:
        """Return the letters of the dossier, this one included, in the order of arrival."""

    def duplicates(self, letter: LetterRecord) -> tuple[Duplicate, ...]:
        """Return the letters that are probably the same one, also those that a person denied."""

    def deny(
        self, letter: LetterRecord, other_id: str, *, account_id: str, at: dt.datetime | None
    ) -> None:
        """Say that two letters are not the same one, or (None) take that back.

        Raises:
            NotFoundError: when the two were never taken for the same one.

        """
