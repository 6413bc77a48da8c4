"""The chance of each role that a date, number, name or address may have in a letter.

A logistic model for each sort of thing, over what stands around it (`around.py`) and how it stands
beside others of its sort (`itself.py`), learnt from letters in which all of them are marked. Its
weights stand in `rolkansen.toml` with the command that made them.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from extractors.document import Letter
from extractors.element import Candidate, ElementId, Evidence
from extractors.learnt.odds import shared_out
from extractors.learnt.written import Weights, Written, added_up, from_thousandths
from extractors.once import once
from extractors.roles.around import place_of, traits_around
from extractors.roles.itself import Sort, traits_itself

OTHER = "anders"
# What each sort may be, beside something else. A received decision and its date are two things.
ROLES: Mapping[Sort, tuple[str, ...]] = {
    Sort.DATE: ("datum", "besluitdatum"),
    Sort.NUMBER: ("kenmerk", "relatienummer", "bsn"),
    Sort.PERSON: ("client", "schrijver"),
    Sort.ADDRESS: ("adres",),
}
ASKED: Mapping[ElementId, tuple[Sort, str]] = {
    ElementId.DATUM: (Sort.DATE, "datum"),
    ElementId.BESLUITDATUM: (Sort.DATE, "besluitdatum"),
    ElementId.KENMERK: (Sort.NUMBER, "kenmerk"),
    ElementId.RELATIENUMMER: (Sort.NUMBER, "relatienummer"),
    ElementId.BSN: (Sort.NUMBER, "bsn"),
    ElementId.NAAM: (Sort.PERSON, "client"),
    ElementId.ADRES: (Sort.ADDRESS, "adres"),
}


@dataclass(frozen=True, slots=True)
class SortModel:
    """Log odds of each role of a sort against being something else."""

    roles: tuple[str, ...]
    constant: Weights
    weights: Mapping[str, Weights]

    def chances(self, traits: Mapping[str, float]) -> dict[str, float]:
        """Return the chance of each role; what is left of 1 is for something else.

        >>> model = SortModel(("datum",), (0.0,), {"in:body": (-2.0,)})
        >>> round(model.chances({"in:body": 1.0})["datum"], 2)
        0.12
        """
        odds = added_up(self.constant, self.weights, traits)
        return dict(zip(self.roles, shared_out([*odds, 0.0]), strict=False))


RoleModel = Mapping[Sort, SortModel]


def role_chances(
    letter: Letter, element: ElementId, candidate: Candidate, model: RoleModel
) -> list[float]:
    """Return how likely the role of each place of a candidate is that of its element."""
    sort, role = ASKED[element]
    every = (traits_at(letter, sort, place) for place in candidate.evidence)
    return [model[sort].chances(traits)[role] for traits in every if traits is not None]


@once
def traits_at(letter: Letter, sort: Sort, where: Evidence) -> Mapping[str, float] | None:
    """Return the traits of what stands in a place; None where no word of the letter stands."""
    place = place_of(letter, where.page, where.box)
    if place is None:
        return None
    return {**traits_around(place), **traits_itself(letter, place, sort, where.text)}


@cache
def load_role_model() -> RoleModel:
    """Return the model that comes with Postkamer."""
    return parse_role_model(files("extractors.roles").joinpath("rolkansen.toml").read_text("utf-8"))


def parse_role_model(text: str) -> RoleModel:
    """Return the model in a file as the training command writes it."""
    return {Sort(name): _parse(Sort(name), table) for name, table in tomllib.loads(text).items()}


def _parse(sort: Sort, table: Mapping[str, Any]) -> SortModel:
    return SortModel(ROLES[sort], from_thousandths(table["constant"]), Written(table["weights"]))
