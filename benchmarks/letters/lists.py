"""The lists that letters of one split choose from: names, places, shapes of numbers, labels."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data"
SPLITS = ("tune", "dev", "test")
LEARNT_FROM = ("tune", "dev")  # `test` is only counted: learning from it would be tuning on it


@dataclass(frozen=True, slots=True)
class Origin:
    """First names and surnames that go together."""

    weight: float
    female: tuple[str, ...]
    male: tuple[str, ...]
    surnames: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """The words of an office's decision."""

    style: str  # table, columns or lines: how the references are laid out
    labels: list[str]
    subjects: list[str]
    opening: str
    question: str
    clause: str
    closing: str
    function: str


@dataclass(frozen=True, slots=True)
class Authorisation:
    """The words of an authorisation."""

    titles: list[str]
    giver: str
    taker: str
    purpose: str
    signs: list[str]


@dataclass(frozen=True, slots=True)
class Lists:
    """All lists of one split."""

    origins: tuple[Origin, ...]
    titles: dict[str, list[str]]
    streets: list[str]
    places: list[list[str]]
    providers: list[str]
    reasons: list[str]
    kenmerken: list[str]
    relaties: list[str]
    bsn_forms: list[str]
    phones: list[str]
    footers: list[str]
    mail_desks: list[str]
    sentences: dict[str, list[str]]
    sentences_other: dict[str, list[str]]
    labels: dict[str, list[str]]
    dates: dict[str, float]
    stamps: list[str]
    decision: Decision
    authorisation: Authorisation
    mail_hosts: list[str]
    house_suffixes: list[str]


@cache
def load_lists(split: str) -> Lists:
    """Return the lists of a split, with what every split shares."""
    shared = tomllib.loads((DATA / "words.toml").read_text(encoding="utf-8"))
    words = tomllib.loads((DATA / split / "words.toml").read_text(encoding="utf-8"))
    people = tomllib.loads((DATA / split / "people.toml").read_text(encoding="utf-8"))
    origins = tuple(
        Origin(o["weight"], tuple(o["female"]), tuple(o["male"]), tuple(o["surnames"]))
        for o in people["origin"]
    )
    words["decision"] = Decision(**words["decision"])
    words["authorisation"] = Authorisation(**words["authorisation"])
    return Lists(origins=origins, titles=people["titles"], **(shared | words))
