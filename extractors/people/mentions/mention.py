"""What a mention of a person is: who, where, on which side, and how surely."""

from dataclasses import dataclass
from enum import StrEnum

from extractors.document import Span
from extractors.people.persons.person import Person


class Side(StrEnum):
    """On which side of the letter somebody stands."""

    CLIENT = "client"  # named as the one it is about
    WRITER = "schrijver"  # named as the one who writes, client or not
    PROXY = "vertegenwoordiger"  # named as representative or contact person
    OTHER = "ander"  # care provider, doctor, employee


class Source(StrEnum):
    """Where a name stands; also the mark of the candidate."""

    LABEL = "gelabeld"
    BLOCK = "afzenderblok"
    CLOSING = "onder_sluiting"
    RUNNING = "lopende_tekst"


@dataclass(frozen=True, slots=True)
class Mention:
    """A person named at one place."""

    person: Person
    span: Span
    side: Side
    source: Source
    weight: float  # 0..1: how surely this place names somebody of that side
    relation: str = ""  # of the writer to the client, when it stands there
