"""Letters that belong together: of one person or case, and the same letter that came twice."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from service.records.letters import LetterRecord, Summary


class Tie(StrEnum):
    """By what letters are of one person or case, the surest first."""

    BSN = "bsn"
    RELATIENUMMER = "relatienummer"
    KENMERK = "kenmerk"
    NAME_AND_POSTCODE = "naam_postcode"


class Alike(StrEnum):
    """In what two letters are the same, the surest first."""

    BYTES = "bestand"
    IMAGE = "beeld"
    TEXT = "tekst"


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Another letter that is probably the same one, and how it came."""

    letter: LetterRecord
    summary: Summary
    alike: Alike
    likeness: float  # 0..1, of what is alike
    denied_at: dt.datetime | None = None  # a person said that it is another letter

    @property
    def holds(self) -> bool:
        """Tell whether nobody said otherwise."""
        return self.denied_at is None


@dataclass(frozen=True, slots=True)
class Related:
    """A letter of the same dossier, and by what it is."""

    letter: LetterRecord
    summary: Summary
    handled_at: dt.datetime | None
    ties: tuple[Tie, ...]  # none for the letter from which the dossier was opened
