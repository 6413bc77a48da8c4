"""The desks: who is competent for what, what to do with the letter, by which article.

`loketten.toml` holds one row for each; `docs/loketten.md` is printed from it. All is checked on
load: an unknown key, kind or organisation is an error that names file and key. Which signals exist
is for a test to check, because this layer does not know how letters are read.
"""

import tomllib
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from validators.profile import Catalogue, load_bodies, profile_ids
from validators.report import Intent

FILE = "loketten.toml"
# Competent is whoever has the letter, or nobody that a letter can be sent to.
OWN, PERSON = "eigen", "mens"


class LoketError(Exception):
    """A table of desks that holds what it may not hold."""


class Action(StrEnum):
    """What is done with a letter of the row."""

    DOORZENDEN = "doorzenden"
    INFORMEREN = "informeren"
    BEHANDELEN = "behandelen"


class Data(BaseModel):
    """What all parts of the table share: immutable, and no key that is not known."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Loket(Data):
    """One row: a matter, who is competent for it, and what the sender is told."""

    id: str
    competent: str
    matter: str
    kinds: tuple[Intent, ...] = Field(min_length=1)
    signals: tuple[str, ...] = Field(min_length=1)
    beside: tuple[str, ...] = ()
    requires: tuple[str, ...] = ()
    outranks: bool = False
    has_term: bool = True  # false: no term that receipt here could save, whatever the kind
    action: Action
    basis: tuple[str, ...] | None = None  # None: the articles of the kind in [grondslag]
    addressed_basis: tuple[str, ...] | None = None  # for a letter that is addressed to this body
    who: str
    mailroom: str = ""  # what the mailroom should know besides
    sender: str
    warning: str | None = None

    @model_validator(mode="after")
    def _is_sound(self) -> "Loket":
        known = {*profile_ids(), *load_bodies(), OWN, PERSON}
        if self.competent not in known:
            message = f"competent: no organisation {self.competent!r}"
            raise ValueError(message)
        body = load_bodies().get(self.competent)
        if self.action is Action.DOORZENDEN and body is not None and not body.public:
            message = f"action: {self.competent!r} is private, so nothing is forwarded to it"
            raise ValueError(message)
        if self.warning is not None and "{" in self.sender:
            message = "sender: a row with a warning has no {brief}, its letter stays here"
            raise ValueError(message)
        return self


class Grounds(Data):
    """The articles for each kind of letter; `anders` is for the kinds not named."""

    bezwaar: tuple[str, ...] | None = None
    beroep: tuple[str, ...] | None = None
    klacht: tuple[str, ...] | None = None
    ingebrekestelling: tuple[str, ...] | None = None
    anders: tuple[str, ...]

    def of(self, intent: Intent) -> tuple[str, ...]:
        """Return the articles for a letter of this kind."""
        named = {
            Intent.BEZWAAR: self.bezwaar,
            Intent.BEROEP: self.beroep,
            Intent.KLACHT: self.klacht,
            Intent.INGEBREKESTELLING: self.ingebrekestelling,
        }.get(intent)
        return self.anders if named is None else named


class GroundsTable(Data):
    """The articles by what is done."""

    doorzenden: Grounds
    informeren: Grounds
    zelf_sturen: Grounds


class Table(Data):
    """The whole file: the articles and the rows, by id and in the order of the file."""

    grondslag: GroundsTable
    loket: Mapping[str, Loket]


@cache
def load_table() -> Table:
    """Load the table of desks.

    Raises:
        LoketError: names the file and each wrong key.

    """
    return parse_table(files("validators").joinpath(FILE).read_text("utf-8"), file=FILE)


def parse_table(text: str, *, file: str) -> Table:
    """Check the text of a table of desks.

    Raises:
        LoketError: names the file and each wrong key.

    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise LoketError(f"{file}: not TOML: {error}") from error
    rows = {row_id: {"id": row_id, **row} for row_id, row in data.get("loket", {}).items()}
    try:
        return Table.model_validate({**data, "loket": rows})
    except ValidationError as error:
        raise LoketError(f"{file}: {_faults(error)}") from error


def _faults(error: ValidationError) -> str:
    """Say which keys are wrong and why."""
    return "; ".join(
        f"{'.'.join(str(part) for part in fault['loc']) or 'table'}: {fault['msg']}"
        for fault in error.errors()
    )


def members_of(competent: str, catalogue: Catalogue) -> tuple[str, ...]:
    """Return the organisations that a competent body stands for: itself, or any of its members."""
    body = load_bodies().get(competent)
    members = body.members if body is not None and body.members else (competent,)
    added = (each for each, profile in catalogue.profiles.items() if profile.member_of == competent)
    return tuple(dict.fromkeys((*members, *added)))
