"""The chance of each role that a date, number, name or address may have in a letter.

A logistic model for each sort of thing, over what stands around it (`around.py`) and how it stands
beside others of its sort (`itself.py`).
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from benchmarks.roles.around import place_of, traits_around
from benchmarks.roles.itself import Sort, traits_itself
from extractors.document import Letter
from extractors.element import Evidence
from extractors.once import once

OTHER = "anders"
Weights = tuple[float, ...]  # one for each role
# What each sort may be, beside something else. A received decision and its date are two things.
ROLES: Mapping[Sort, tuple[str, ...]] = {
    Sort.DATE: ("datum", "besluitdatum"),
    Sort.NUMBER: ("kenmerk", "relatienummer", "bsn"),
    Sort.PERSON: ("client", "schrijver"),
    Sort.ADDRESS: ("adres",),
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
        odds = list(self.constant)
        for name, value in traits.items():
            if name in self.weights:
                for at, weight in enumerate(self.weights[name]):
                    odds[at] += weight * value
        return dict(zip(self.roles, _shared_out([*odds, 0.0]), strict=False))


RoleModel = Mapping[Sort, SortModel]


def _shared_out(odds: Sequence[float]) -> list[float]:
    powers = [math.exp(each - max(odds)) for each in odds]
    return [each / sum(powers) for each in powers]


@once
def traits_at(letter: Letter, sort: Sort, where: Evidence) -> Mapping[str, float] | None:
    """Return the traits of what stands in a place; None where no word of the letter stands."""
    place = place_of(letter, where.page, where.box)
    if place is None:
        return None
    return {**traits_around(place), **traits_itself(letter, place, sort, where.text)}
