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

from pydantic import ValidationError

from extractors.element import Hints
from validators.faults import Fault, syntax_faults, value_faults
from validators.profile_data import Data, PostAddress, ProfileData, Requirements
from validators.report import Kind
from validators.texts.faults import fault_text

DEFAULT_PROFILE = "awb"
SUFFIX = ".toml"
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class ProfileError(Exception):
    """A profile that does not exist, or files that hold what they may not hold."""

    def __init__(self, message: str, faults: tuple[Fault, ...] = ()) -> None:
        """Keep the faults, so that each can be shown on a line of its own."""
        super().__init__(message)
        self.faults = faults


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
    """An organisation without a profile, or several of a kind (then the names are theirs)."""

    names: tuple[str, ...] = ()
    public: bool  # a bestuursorgaan or court: post for it is forwarded (Awb 2:3, 6:15)
    members: tuple[str, ...] = ()  # ids of the organisations that it stands for


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
