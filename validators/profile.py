"""Profiles: which elements an organisation asks for, and by what its name is recognised.

A profile is data, one TOML file each; its id is the name of the file. Those under `profiles/` come
with Postkamer; an installation adds or replaces them with files of its own, of which the texts are
handed in. All is checked on load: whatever is wrong is named with file and line. Bodies without a
profile stand in `instanties.toml`.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    ValidationError,
    ValidationInfo,
    field_validator,
)
from pydantic_core import PydanticCustomError

from extractors.element import ElementId, Hints
from validators.faults import OWN, Fault, syntax_faults, value_faults
from validators.report import Kind, Severity
from validators.texts import fault_text

DEFAULT_PROFILE = "awb"
SUFFIX = ".toml"
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_POSTCODE = re.compile(r"[1-9]\d{3} [A-Z]{2}")


class ProfileError(Exception):
    """A profile that does not exist, or files that hold what they may not hold."""

    def __init__(self, message: str, faults: tuple[Fault, ...] = ()) -> None:
        """Keep the faults, so that each can be shown on a line of its own."""
        super().__init__(message)
        self.faults = faults


def _wrong(code: str, **values: str) -> PydanticCustomError:
    return PydanticCustomError(OWN, fault_text(code, **values))


def _check_postcode(text: str) -> str:
    if not _POSTCODE.fullmatch(text):
        raise _wrong("postcode", waarde=f'"{text}"')
    return text


def _check_pattern(pattern: str) -> str:
    try:
        compiled = re.compile(pattern)
    except re.error as error:
        raise _wrong("patroon", waarde=f'"{pattern}"') from error
    if compiled.search("") is not None:
        raise _wrong("patroon_leeg", waarde=f'"{pattern}"')
    return pattern


def _check_asked(element: ElementId) -> ElementId:
    # Who needs one depends on who writes; asked of all, every letter would lack it (Awb 2:1).
    if element is ElementId.MACHTIGING:
        raise _wrong("machtiging")
    return element


Words = Annotated[str, Field(min_length=1)]
Asked = Annotated[ElementId, AfterValidator(_check_asked)]
Pattern = Annotated[str, AfterValidator(_check_pattern)]
Representative = Literal["advocaat", "bewindvoerder", "curator", "mentor", "nabestaande", "ouder"]
LetterKind = Literal[Kind.BEZWAAR, Kind.KLACHT]


class Data(BaseModel):
    """What all parts of a profile share: immutable, and no key that is not known."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class PostAddress(Data):
    """Where an organisation receives its post, or that of one kind."""

    afdeling: str = ""
    postbus: str = ""
    # With the house number, instead of a postbus.
    straat: Annotated[str, Field(validate_default=True)] = ""
    postcode: Annotated[str, AfterValidator(_check_postcode)]
    plaats: Words
    kinds: tuple[LetterKind, ...] = (Kind.BEZWAAR, Kind.KLACHT)

    # Checks of one field against those before it: a check of the whole would wait until every
    # field is right, and one look must show all faults.
    @field_validator("straat")
    @classmethod
    def _is_one_place(cls, straat: str, info: ValidationInfo) -> str:
        if "postbus" in info.data and bool(info.data["postbus"]) == bool(straat):
            raise _wrong("adres")
        return straat

    @property
    def line(self) -> str:
        """The line above postcode and place."""
        return f"Postbus {self.postbus}" if self.postbus else self.straat


class Requirements(Data):
    """The elements asked for one kind of letter, by who asks for them."""

    wettelijk: tuple[Asked, ...] = ()
    organisatie: tuple[Asked, ...] = ()
    only_with: dict[ElementId, Literal["pgb"]] = {}  # asked only from who mentions this

    @field_validator("organisatie")
    @classmethod
    def _says_each_once(
        cls, organisatie: tuple[ElementId, ...], info: ValidationInfo
    ) -> tuple[ElementId, ...]:
        asked = [*info.data.get("wettelijk", ()), *organisatie]
        twice = sorted({each for each in asked if asked.count(each) > 1})
        if twice:
            raise _wrong("twee_keer_gevraagd", elementen=", ".join(twice))
        return organisatie

    @field_validator("only_with")
    @classmethod
    def _is_asked(
        cls, only_with: dict[ElementId, str], info: ValidationInfo
    ) -> dict[ElementId, str]:
        asked = {each for name in ("wettelijk", "organisatie") for each in info.data.get(name, ())}
        spare = sorted(set(only_with) - asked)
        if spare and {"wettelijk", "organisatie"} <= set(info.data):
            raise _wrong("niet_gevraagd", elementen=", ".join(spare))
        return only_with

    def severity(self, element: ElementId) -> Severity | None:
        """Return who asks for the element, None when nobody does; conditions not weighed."""
        if element in self.wettelijk:
            return Severity.WETTELIJK
        return Severity.ORGANISATIE if element in self.organisatie else None


class Promise(Data):
    """A term that the organisation promises on its page: a reminder, never a verdict."""

    what: Words
    kind: LetterKind
    days: Annotated[int, Field(ge=1)] | None = None
    working_days: Annotated[int | None, Field(ge=1, validate_default=True)] = None

    @field_validator("working_days")
    @classmethod
    def _is_one_length(cls, working_days: int | None, info: ValidationInfo) -> int | None:
        if "days" in info.data and (info.data["days"] is None) == (working_days is None):
            raise _wrong("duur")
        return working_days


class Labels(Data):
    """What this organisation calls its numbers, beside the words that everyone uses."""

    kenmerk: tuple[Words, ...] = ()
    relatienummer: tuple[Words, ...] = ()


class RepairTexts(Data):
    """How and where to send what was missing, when the address alone does not say it."""

    bezwaar: str = ""
    klacht: str = ""


class ProfileTexts(Data):
    """What letters to a citizen print."""

    phone: str = ""
    closing: str = ""
    repair: RepairTexts = RepairTexts()


class ProfileData(Data):
    """What a profile file may hold, in the order in which it is explained."""

    name: Words
    law: Literal["awb", "wkkgz"]
    names: tuple[Words, ...] = ()
    addresses: tuple[PostAddress, ...] = ()
    decisions: tuple[Words, ...] = ()  # words by which its decisions are told from those of others
    # Who may not object for a client, by the signal that says who writes.
    barred_representatives: tuple[Representative, ...] = ()
    labels: Labels = Labels()
    kenmerk_patterns: tuple[Pattern, ...] = ()
    relatienummer_patterns: tuple[Pattern, ...] = ()
    decision_weeks: Literal[6, 12] = 6  # Awb 7:10(1): twelve with an advisory committee
    complaint_weeks: Literal[6, 10] = 6  # Awb 9:11(1): ten with an advisory committee
    # The law names no length of the herstel term (Awb 6:6): two weeks for form, four for grounds.
    herstel_days: Annotated[int, Field(ge=7, le=84)] = 14
    herstel_days_grounds: Annotated[int, Field(ge=7, le=84)] = 28
    promises: tuple[Promise, ...] = ()
    bezwaar: Requirements | None = None
    klacht: Annotated[Requirements | None, Field(validate_default=True)] = None
    texts: ProfileTexts = ProfileTexts()

    @field_validator("klacht")
    @classmethod
    def _takes_letters(
        cls, klacht: Requirements | None, info: ValidationInfo
    ) -> Requirements | None:
        if klacht is None and info.data.get("bezwaar", True) is None:
            raise _wrong("geen_soort")
        return klacht


class Profile(ProfileData):
    """One organisation: what it asks for, what it promises, how it is recognised."""

    id: str

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
    """An organisation without a profile."""

    names: tuple[str, ...]
    public: bool  # a bestuursorgaan or court: post for it is forwarded (Awb 2:3, 6:15)
    decisions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ProfileFile:
    """The text of a profile file and its name, without folders."""

    name: str
    text: str

    @property
    def id(self) -> str:
        """The id of the profile in it."""
        return self.name.removesuffix(SUFFIX)


@dataclass(frozen=True, slots=True, eq=False)
class Catalogue:
    """The profiles that an installation knows."""

    profiles: Mapping[str, Profile]
    texts: Mapping[str, str]  # what stands in the file of each
    own: frozenset[str] = frozenset()  # ids of those that the installation itself brought

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all profiles, sorted."""
        return tuple(sorted(self.profiles))

    def load(self, profile_id: str) -> Profile:
        """Return one profile by its id.

        Raises:
            ProfileError: when there is no such profile.

        """
        if profile_id not in self.profiles:
            known = ", ".join(self.ids)
            raise ProfileError(fault_text("onbekend_profiel", key=profile_id, bekend=known))
        return self.profiles[profile_id]


@cache
def catalogue_of(own: tuple[ProfileFile, ...] = ()) -> Catalogue:
    """Return the profiles that come with Postkamer, with files of one's own added or put in place.

    Raises:
        ProfileError: with every fault of every file.

    """
    faults = tuple(fault for file in own for fault in check_profile(file))
    if faults:
        raise ProfileError("\n".join(map(str, faults)), faults)
    every = {file.id: file for file in (*_shipped(), *own)}
    return Catalogue(
        {each: parse_profile(file) for each, file in every.items()},
        {each: file.text for each, file in every.items()},
        frozenset(file.id for file in own),
    )


def _shipped() -> Iterator[ProfileFile]:
    for entry in files("validators").joinpath("profiles").iterdir():
        if entry.name.endswith(SUFFIX):
            yield ProfileFile(entry.name, entry.read_text(encoding="utf-8"))


def profile_ids() -> tuple[str, ...]:
    """Return the ids of the profiles that come with Postkamer, sorted."""
    return catalogue_of().ids


def load_profile(profile_id: str) -> Profile:
    """Load one of the profiles that come with Postkamer.

    Raises:
        ProfileError: when there is no such profile.

    """
    return catalogue_of().load(profile_id)


def parse_profile(file: ProfileFile) -> Profile:
    """Check a profile file and return what it says.

    Raises:
        ProfileError: with every fault.

    """
    found = _parse(file)
    if isinstance(found, Profile):
        return found
    raise ProfileError("\n".join(map(str, found)), found)


def check_profile(file: ProfileFile) -> tuple[Fault, ...]:
    """Return everything that is wrong in a profile file, in the order of its lines."""
    found = _parse(file)
    return () if isinstance(found, Profile) else found


def _parse(file: ProfileFile) -> Profile | tuple[Fault, ...]:
    named = tuple(_name_faults(file.name))
    try:
        data = tomllib.loads(file.text)
    except tomllib.TOMLDecodeError as error:
        return (*named, *syntax_faults(file.text, error, file=file.name))
    try:
        known = ProfileData.model_validate(data)
    except ValidationError as error:
        return (*named, *value_faults(file.text, error, file=file.name, model=ProfileData))
    return named or Profile(id=file.id, **dict(known))


def _name_faults(name: str) -> Iterable[Fault]:
    if not (name.endswith(SUFFIX) and _ID.fullmatch(name.removesuffix(SUFFIX))):
        yield Fault(name, 1, fault_text("naam_bestand"))


@cache
def load_bodies() -> dict[str, Body]:
    """Load the organisations without a profile, by id."""
    data = tomllib.loads(files("validators").joinpath("instanties.toml").read_text("utf-8"))
    return {body_id: Body.model_validate(entry) for body_id, entry in data.items()}


def requirements_of(
    profile: Profile, kind: Kind, catalogue: Catalogue | None = None
) -> Requirements:
    """Return what a letter of this kind needs.

    An organisation that takes no letters of the kind falls back on what the law asks: the letter
    must go on to the right desk, and there the law holds. `overig` needs nothing.
    """
    own = profile.own_requirements(kind)
    if own is not None:
        return own
    law = (catalogue or catalogue_of()).load(DEFAULT_PROFILE)
    return law.own_requirements(kind) or Requirements()


def organisation_names(catalogue: Catalogue | None = None) -> tuple[str, ...]:
    """Return every name by which an organisation is recognised, as printed."""
    known = catalogue or catalogue_of()
    names = [name for each in known.ids for name in known.profiles[each].names]
    names += [name for body in load_bodies().values() for name in body.names]
    return tuple(dict.fromkeys(names))


def hints_of(profile: Profile, catalogue: Catalogue | None = None) -> Hints:
    """Return what this profile and the names of all organisations tell the finders."""
    return Hints(
        organisations=organisation_names(catalogue),
        kenmerk_patterns=profile.kenmerk_patterns,
        relatienummer_patterns=profile.relatienummer_patterns,
        kenmerk_labels=profile.labels.kenmerk,
        relatienummer_labels=profile.labels.relatienummer,
    )
