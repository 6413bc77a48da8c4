"""Profiles: which elements an organisation asks for, and by what its name is recognised.

A profile is data, one TOML file each under `profiles/`; its id is the name of the file. All is
checked on load: an unknown key or element is an error that names file and key. Bodies without a
profile stand in `instanties.toml`.
"""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from extractors.element import ElementId, Hints
from validators.report import Kind, Severity

DEFAULT_PROFILE = "awb"


class ProfileError(Exception):
    """A profile that does not exist or holds what it may not hold."""


class Data(BaseModel):
    """What all parts of a profile share: immutable, and no key that is not known."""

    model_config = ConfigDict(frozen=True, extra="forbid")


LetterKind = Literal[Kind.BEZWAAR, Kind.KLACHT]


class PostAddress(Data):
    """Where an organisation receives its post, or that of one kind."""

    afdeling: str = ""
    postbus: str = ""
    straat: str = ""  # with the house number, instead of a postbus
    postcode: Annotated[str, Field(pattern=r"^[1-9]\d{3} [A-Z]{2}$")]
    plaats: str
    kinds: tuple[LetterKind, ...] = (Kind.BEZWAAR, Kind.KLACHT)

    @model_validator(mode="after")
    def _is_one_place(self) -> "PostAddress":
        if bool(self.postbus) == bool(self.straat):
            message = "give either postbus or straat"
            raise ValueError(message)
        return self

    @property
    def line(self) -> str:
        """The line above postcode and place."""
        return f"Postbus {self.postbus}" if self.postbus else self.straat


class Requirements(Data):
    """The elements asked for one kind of letter, by who asks for them."""

    wettelijk: tuple[ElementId, ...] = ()
    organisatie: tuple[ElementId, ...] = ()
    only_with: dict[ElementId, Literal["pgb"]] = {}  # asked only from who mentions this

    @model_validator(mode="after")
    def _says_each_once(self) -> "Requirements":
        asked = self.wettelijk + self.organisatie
        if len(set(asked)) < len(asked):
            message = "an element stands twice in wettelijk and organisatie"
            raise ValueError(message)
        if not set(self.only_with) <= set(asked):
            message = "only_with names an element that is not asked"
            raise ValueError(message)
        return self

    def severity(self, element: ElementId) -> Severity | None:
        """Return who asks for the element, None when nobody does; conditions not weighed."""
        if element in self.wettelijk:
            return Severity.WETTELIJK
        return Severity.ORGANISATIE if element in self.organisatie else None


class Promise(Data):
    """A term that the organisation promises on its page: a reminder, never a verdict."""

    what: str
    kind: Kind
    days: int | None = None
    working_days: int | None = None

    @model_validator(mode="after")
    def _has_one_length(self) -> "Promise":
        if (self.days is None) == (self.working_days is None):
            message = "give either days or working_days"
            raise ValueError(message)
        return self


class RepairTexts(Data):
    """How and where to send what was missing, when the address alone does not say it."""

    bezwaar: str = ""
    klacht: str = ""


class ProfileTexts(Data):
    """What letters to a citizen print."""

    phone: str = ""
    closing: str = ""
    repair: RepairTexts = RepairTexts()


class Profile(Data):
    """One organisation: what it asks for, what it promises, how it is recognised."""

    id: str
    name: str
    law: Literal["awb", "wkkgz"]
    names: tuple[str, ...] = ()
    addresses: tuple[PostAddress, ...] = ()
    barred_representatives: tuple[str, ...] = ()  # signals of who may not write for a client
    kenmerk_patterns: tuple[str, ...] = ()
    relatienummer_patterns: tuple[str, ...] = ()
    decision_weeks: Literal[6, 12] = 6  # Awb 7:10(1): twelve with an advisory committee
    complaint_weeks: Literal[6, 10] = 6  # Awb 9:11(1): ten with an advisory committee
    # The law names no length of the herstel term (Awb 6:6): two weeks for form, four for grounds.
    herstel_days: Annotated[int, Field(ge=7, le=84)] = 14
    herstel_days_grounds: Annotated[int, Field(ge=7, le=84)] = 28
    promises: tuple[Promise, ...] = ()
    bezwaar: Requirements | None = None
    klacht: Requirements | None = None
    texts: ProfileTexts = ProfileTexts()

    @model_validator(mode="after")
    def _has_sound_patterns(self) -> "Profile":
        for pattern in self.kenmerk_patterns + self.relatienummer_patterns:
            try:
                re.compile(pattern)
            except re.error as error:
                message = f"not a regular expression: {pattern}"
                raise ValueError(message) from error
        return self

    def accepts(self, kind: Kind) -> bool:
        """Tell whether this organisation takes letters of this kind; `overig` is for a person."""
        return self.own_requirements(kind) is not None or kind is Kind.OVERIG

    def own_requirements(self, kind: Kind) -> Requirements | None:
        """Return what this organisation itself asks for the kind, None when it takes none."""
        return {Kind.BEZWAAR: self.bezwaar, Kind.KLACHT: self.klacht}.get(kind)

    def address_for(self, kind: Kind) -> PostAddress | None:
        """Return where letters of this kind are sent, None when that is not known."""
        return next((each for each in self.addresses if kind in each.kinds), None)


class Body(Data):
    """An organisation without a profile, or several of a kind (then the names are theirs)."""

    names: tuple[str, ...] = ()
    public: bool  # a bestuursorgaan or court: post for it is forwarded (Awb 2:3, 6:15)
    members: tuple[str, ...] = ()  # ids of the organisations that it stands for


def profile_ids() -> tuple[str, ...]:
    """Return the ids of all profiles, sorted."""
    entries = files("validators").joinpath("profiles").iterdir()
    return tuple(sorted(e.name.removesuffix(".toml") for e in entries if e.name.endswith(".toml")))


@cache
def load_profile(profile_id: str) -> Profile:
    """Load one profile by its id.

    Raises:
        ProfileError: when there is no such profile or its file holds what it may not.

    """
    if profile_id not in profile_ids():
        message = f"no profile {profile_id!r}; there are: {', '.join(profile_ids())}"
        raise ProfileError(message)
    name = f"{profile_id}.toml"
    text = files("validators").joinpath("profiles", name).read_text(encoding="utf-8")
    return parse_profile(text, file=name)


def parse_profile(text: str, *, file: str) -> Profile:
    """Check the text of a profile file; its id is the name of the file.

    Raises:
        ProfileError: names the file and each wrong key.

    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        message = f"{file}: not TOML: {error}"
        raise ProfileError(message) from error
    try:
        return Profile.model_validate({"id": file.removesuffix(".toml"), **data})
    except ValidationError as error:
        raise ProfileError(f"{file}: {_faults(error)}") from error


def _faults(error: ValidationError) -> str:
    """Say which keys are wrong and why."""
    return "; ".join(
        f"{'.'.join(str(part) for part in fault['loc']) or 'profile'}: {fault['msg']}"
        for fault in error.errors()
    )


@cache
def load_bodies() -> dict[str, Body]:
    """Load the organisations without a profile, by id."""
    data = tomllib.loads(files("validators").joinpath("instanties.toml").read_text("utf-8"))
    return {body_id: Body.model_validate(entry) for body_id, entry in data.items()}


def requirements_of(profile: Profile, kind: Kind) -> Requirements:
    """Return what a letter of this kind needs.

    An organisation that takes no letters of the kind falls back on what the law asks: the letter
    must go on to the right desk, and there the law holds. `overig` needs nothing.
    """
    own = profile.own_requirements(kind)
    if own is not None:
        return own
    return load_profile(DEFAULT_PROFILE).own_requirements(kind) or Requirements()


def organisation_names() -> tuple[str, ...]:
    """Return every name by which an organisation is recognised, as printed."""
    profiles = [load_profile(profile_id) for profile_id in profile_ids()]
    names = [name for profile in profiles for name in profile.names]
    names += [name for body in load_bodies().values() for name in body.names]
    return tuple(dict.fromkeys(names))


def hints_of(profile: Profile) -> Hints:
    """Return what this profile and the names of all organisations tell the finders."""
    return Hints(
        organisations=organisation_names(),
        kenmerk_patterns=profile.kenmerk_patterns,
        relatienummer_patterns=profile.relatienummer_patterns,
    )
