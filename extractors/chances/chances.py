"""The chance that a candidate is right, learnt from letters of which the truth is known.

The finders say what may be an element and how well it fits their rules. Here that is weighed
together with how it was read, where it stands and what else was found: a logistic model for each
element, whose weights stand in `elements/kansen.toml` with the command that made them. The order of
the candidates stays that of the finders.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from extractors.chances.traits import traits_of
from extractors.chances.view import Traits, View, is_told
from extractors.element import Candidate, Doubt, ElementId, Reading
from extractors.learnt.odds import logistic

_GROUPS: Mapping[Doubt, frozenset[str]] = {
    Doubt.READ: frozenset(
        {"unread", "weakest", "scanned", "illegible", "handwritten", "mark_hersteld", "retyped"}
        | {"weakest_figures", "doubtful_suffix", "long_number", "alike", "unexplained"}
    ),
    Doubt.RIVAL: frozenset({"ahead", "alone", "crowd"}),
    Doubt.PERSON: frozenset(
        {"represented", "named_for_other", "writer_for_other", "writer_for_unnamed"}
    ),
    Doubt.WORDS: frozenset(
        {"told", "told_ahead", "reason", "sentences", "mark_verklaard", "mark_van_eerder"}
    ),
    Doubt.SHAPE: frozenset(
        {"figures", "length", "mixed", "one_word", "long", "initials", "known_name", "odd"}
        | {"gaps", "unknown_place", "reversed", "old", "no_date"}
    ),
}


@dataclass(frozen=True, slots=True)
class Weight:
    """How far a trait counts, from what is usual in readings that are right."""

    weight: float
    usual: float


@dataclass(frozen=True, slots=True)
class Model:
    """The chance of one element: `constant` for a reading that is usual in every way."""

    constant: float
    weights: Mapping[str, Weight]

    def shares(self, traits: Traits) -> dict[str, float]:
        """Return what each trait adds to or takes from the chance, as log odds."""
        return {
            name: each.weight * (traits.get(name, 0.0) - each.usual)
            for name, each in self.weights.items()
        }


def weighed(reading: Reading) -> Reading:
    """Return the reading with the chance of each candidate that it is right."""
    view, models = View(reading), load_models()
    candidates = {
        element: _weigh(view, element, found, models[element]) if element in models else found
        for element, found in reading.candidates.items()
    }
    return replace(reading, candidates=candidates)


def _weigh(
    view: View, element: ElementId, found: Sequence[Candidate], model: Model
) -> tuple[Candidate, ...]:
    return tuple(
        _with_chance(each, model.shares(traits_of(view, element, each, found)), model.constant)
        if is_told(view, element, each)
        else replace(each, chance=0.0)
        for each in found
    )


def _with_chance(candidate: Candidate, shares: Mapping[str, float], constant: float) -> Candidate:
    chance = logistic(constant + sum(shares.values()))
    return replace(candidate, chance=chance, doubt=doubt_of(shares))


def doubt_of(shares: Mapping[str, float]) -> Doubt | None:
    """Name the group of traits that takes most from the chance; None when none takes any.

    >>> doubt_of({"unread": -1.0, "weakest": -0.5, "alone": -1.2})
    <Doubt.READ: 'gelezen'>
    """
    taken = dict.fromkeys(Doubt, 0.0)
    for name, share in shares.items():
        taken[_group_of(name)] += share
    worst = min(taken, key=lambda group: taken[group])
    return worst if taken[worst] < 0 else None


@cache
def _group_of(trait: str) -> Doubt:
    return next((group for group, traits in _GROUPS.items() if trait in traits), Doubt.PLACE)


@cache
def load_models() -> Mapping[ElementId, Model]:
    """Return the models that come with Postkamer, by element."""
    return parse_models(files("extractors.elements").joinpath("kansen.toml").read_text("utf-8"))


def parse_models(text: str) -> Mapping[ElementId, Model]:
    """Return the models in a file as the training command writes it."""
    return {ElementId(name): _parse(table) for name, table in tomllib.loads(text).items()}


def _parse(table: Mapping[str, object]) -> Model:
    weights = {
        name: Weight(*map(float, pair)) for name, pair in table.items() if isinstance(pair, list)
    }
    return Model(float(str(table["constant"])), weights)
