"""What people do with letters: corrections, the work list, what was sent, when to look again."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from service.concepts import Concept, ConceptKind
from service.records.letters import LetterRecord, StoredBlob, Summary


class Act(StrEnum):
    """What a person did with an element."""

    CONFIRMED = "bevestigd"
    CORRECTED = "verbeterd"
    ABSENT = "ontbreekt"


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person established about a letter; `content` is JSON of the fact."""

    id: str
    letter_id: str
    about: str  # id of an element, or `soort`
    act: Act
    content: str
    account_id: str
    made_at: dt.datetime
    undone_at: dt.datetime | None = None
    read_as: str = (
        ""  # what the element was before a person came to it; "" when it was not looked at
    )


@dataclass(frozen=True, slots=True)
class WorkItem:
    """A letter in the work list."""

    letter: LetterRecord
    summary: Summary
    handled_at: dt.datetime | None
    approval: "ConceptState | None" = None  # of a letter back that goes by a jurist
    has_twin: bool = False  # it probably came more than once


class WorkGroup(StrEnum):
    """The groups of the work list."""

    OPEN = "open"  # everything that is not handled
    PERSON = "kijken"  # a person must look: uncertain, or it could not be read
    ASK = "navragen"  # something is missing
    COMPLETE = "compleet"
    WAITING = "wacht"  # for an answer of the sender
    APPROVAL = "akkoord"  # a letter back goes by a jurist
    READING = "lezen"  # not read yet
    HANDLED = "afgehandeld"


@dataclass(frozen=True, slots=True)
class WorkQuery:
    """Which letters of an organisation the work list shows; what is None does not matter."""

    organisation_id: str
    group: WorkGroup = WorkGroup.OPEN
    kind: str | None = None
    window_verdict: str | None = None
    hashes: tuple[str, ...] = ()  # keyed hashes of words that all must be there
    offset: int = 0
    limit: int = 50


@dataclass(frozen=True, slots=True)
class SentLetter:
    """A letter that went out because of a letter that came in, as it was sent."""

    id: str
    organisation_id: str
    letter_id: str
    format: str
    blob: StoredBlob
    concept: Concept
    created_at: dt.datetime
    created_by: str  # id of the account
    recalled_at: dt.datetime | None = None  # it did not go out after all
    recalled_by: str | None = None

    @property
    def sent_on(self) -> dt.date:
        """The date that it bears."""
        return self.concept.letter.date


class ConceptState(StrEnum):
    """How far a letter back is."""

    OPEN = "concept"
    PROPOSED = "voorgelegd"  # a jurist must look
    APPROVED = "goedgekeurd"
    RETURNED = "teruggestuurd"  # a jurist wants something else
    SENT = "verstuurd"
    DISCARDED = "vervallen"


# Those that somebody still works on, and those of them that go by a jurist.
LIVE = (ConceptState.OPEN, ConceptState.PROPOSED, ConceptState.APPROVED, ConceptState.RETURNED)
IN_APPROVAL = (ConceptState.PROPOSED, ConceptState.APPROVED, ConceptState.RETURNED)


@dataclass(frozen=True, slots=True)
class KeptConcept:
    """A letter back that is being written, with who did what about it."""

    id: str
    organisation_id: str
    letter_id: str
    concept: Concept
    state: ConceptState
    revision: int  # grows with every change
    report_version: int  # of the report that it rests on
    is_edited: bool  # a person changed words of it
    made_by: str
    changed_by: str
    changed_at: dt.datetime
    proposed_by: str | None = None
    decided_by: str | None = None
    decided_at: dt.datetime | None = None
    remark: str = ""

    @property
    def kind(self) -> ConceptKind:
        """Which letter it is."""
        return self.concept.kind


class FollowUpKind(StrEnum):
    """Why somebody must look at a letter again."""

    HERSTEL = "herstel"  # did what was asked for come in?


@dataclass(frozen=True, slots=True)
class FollowUpTask:
    """A day on which somebody must look at a letter again."""

    id: str
    organisation_id: str
    letter_id: str
    sent_letter_id: str | None
    kind: FollowUpKind
    due: dt.date
    created_at: dt.datetime
    created_by: str
    answered: dt.date | None = None  # when what was asked came in
    done_at: dt.datetime | None = None
    done_by: str | None = None
