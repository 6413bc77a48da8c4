"""Learns how likely each role of a date, number, name or address is from marked letters."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.linear_model import LogisticRegression

from benchmarks import teach
from benchmarks.kinds.told import hints
from benchmarks.roles.marked import Marked
from extractors.element import Evidence
from extractors.once import for_one_file
from extractors.roles.itself import Sort
from extractors.roles.role_chances import OTHER, ROLES, RoleModel, SortModel, traits_at
from extractors.split import split

# What marks of each sort are called; what is no role of ours is something else.
MARKED: Mapping[Sort, tuple[str, ...]] = {
    Sort.DATE: (
        *("datum", "besluitdatum", "ontvangen", "ander_besluit", "eigen", "geboorte"),
        *("voorval", "tijdvak", "overig", OTHER),
    ),
    Sort.NUMBER: (
        *("kenmerk", "relatienummer", "bsn", "eigen_nummer", "ander_nummer", "telefoon"),
    ),
    Sort.PERSON: ("client", "schrijver", "medewerker", "persoon"),
    Sort.ADDRESS: ("adres", "adres_schrijver", "adres_ander"),
}
# Post reaches the client at the address of who writes as well (Awb 2:1, 6:17).
SAME = {"adres_schrijver": "adres"}


@dataclass(frozen=True, slots=True)
class Example:
    """One marked thing with what it is."""

    sort: Sort
    role: str
    marked: str  # as it was marked
    writer: str
    letter: str
    traits: Mapping[str, float]
    weight: float


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a model is learnt; chosen by leaving writers out."""

    strength: float = 0.3  # C of the regression: more follows the examples closer
    seldom: int = 3  # a trait that fewer examples have is left out
    least: float = 0.02  # a weight that is smaller for every role is left out
    filled: float = 0.1  # how much a text with slots counts: its other things are few


RECIPE = Recipe()


def examples_of(letters: Iterable[Marked], weight: float = 1.0) -> Iterator[Example]:
    """Yield everything that is marked in letters."""
    for marked in letters:
        with for_one_file():
            parts = split(marked.document, hints())
            for mark in marked.marks:
                sort = next((s for s, names in MARKED.items() if mark.role in names), None)
                if sort is None:
                    continue
                where = Evidence(1, mark.box, mark.text)
                every = (traits_at(letter, sort, where) for letter in parts)
                traits = next((each for each in every if each is not None), None)
                if traits is not None:
                    role = SAME.get(mark.role, mark.role)
                    role = role if role in ROLES[sort] else OTHER
                    yield Example(sort, role, mark.role, marked.writer, marked.name, traits, weight)


def fit(examples: Sequence[Example], recipe: Recipe = RECIPE) -> RoleModel:
    """Return a model of the examples, for each sort of thing among them."""
    every = {sort: [each for each in examples if each.sort is sort] for sort in Sort}
    return {sort: _fit(own, sort, recipe) for sort, own in every.items() if own}


def _fit(examples: Sequence[Example], sort: Sort, recipe: Recipe) -> SortModel:
    counts = Counter(name for each in examples for name in each.traits)
    names = sorted(name for name, count in counts.items() if count >= recipe.seldom)
    rows = teach.rows_of([each.traits for each in examples], names)
    answers = [each.role for each in examples]
    weights = np.array([each.weight for each in examples])
    regression = LogisticRegression(C=recipe.strength, max_iter=1000)
    regression.fit(rows, answers, sample_weight=weights)
    classes = list(regression.classes_)
    coef, constant = regression.coef_, regression.intercept_
    if len(classes) == 2:  # one row, for the second class
        coef, constant = np.vstack([-coef, coef]) / 2, np.array([-constant[0], constant[0]]) / 2
    other = classes.index(OTHER)
    chosen = [classes.index(role) for role in ROLES[sort]]
    told = coef[chosen] - coef[other]
    kept = np.flatnonzero(np.abs(told).max(axis=0) >= recipe.least)
    return SortModel(
        ROLES[sort],
        tuple(round(float(each), 3) for each in constant[chosen] - constant[other]),
        {names[at]: tuple(round(float(each), 3) for each in told[:, at]) for at in kept.tolist()},
    )


def by_writer(
    examples: Sequence[Example], recipe: Recipe = RECIPE, *, folds: int = 7
) -> dict[str, RoleModel]:
    """Return for each writer a model that saw nothing of that writer."""

    def fit_without(left_out: Collection[str]) -> RoleModel:
        return fit([each for each in examples if each.writer not in left_out], recipe)

    return teach.by_writer((each.writer for each in examples), fit_without, folds=folds)


def chances_of(
    examples: Sequence[Example], models: Mapping[str, RoleModel]
) -> list[dict[str, float]]:
    """Return what the models that saw nothing of the same writer say of each example."""
    return [models[each.writer][each.sort].chances(each.traits) for each in examples]
