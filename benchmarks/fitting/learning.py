"""Learns from examples how the chance that a candidate is right follows from its traits.

One logistic regression serves all elements: every trait has a weight that all share and, for each
element, a difference from it. Both are held small, so an element with few examples leans on the
others, and one with many goes its own way.

The rules of the finders were made on the letters of one split, so there they are better than they
will be in a mailroom. What is due to that gets a column of its own (`seen`) and is left out of the
model that is written.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from benchmarks.fitting.examples import Example
from extractors.chances.chances import Model, Weight
from extractors.chances.view import LEAST_TOLD
from extractors.element import NAMED, ElementId
from extractors.learnt.odds import logistic

Rows = NDArray[np.float64]

# Traits that can only speak for a candidate, and those that can only speak against it: what the
# examples say otherwise is chance.
FOR = frozenset(
    {
        "score",
        "ahead",
        "alone",
        "places",
        "echoes",
        "known_name",
        "in_mail",
        "named",
        "sources",
        "surname_echoes",
        "told",
        "told_ahead",
        "reason",
        "named_for_other",
        "role_gelabeld",  # few letters name a provider so: others would teach that it is doubtful
    }
)
AGAINST = frozenset({
    "unread", "weakest", "illegible", "handwritten", "represented", "mark_hersteld", "mixed", "odd",
    "gaps", "unknown_place", "one_word", "nowhere", "enclosed", "no_date", "reversed", "old",
    "weakest_figures", "doubtful_suffix", "long_number", "alike", "unexplained",
    "retyped", "writer_for_other", "writer_for_unnamed", "mark_alleen_voornaam", "mark_onvolledig",
    "mark_zonder_dag", "mark_zonder_jaar",
})  # fmt: skip

# The constant of an element is held less than its weights: elements do differ in how often they are
# right.
CONSTANT = 3.0


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a model is learnt; chosen by cross-validation by text, see `docs/accuracy.md`."""

    strength: float = 0.3  # C of the regression: more follows the examples closer
    own: float = 1.0  # how far an element may differ from the others
    beside: float = 0.3  # weight of a candidate that the judge did not choose
    hard: float = 0.5  # weight of a letter that is harder than post; there are five times as many
    seldom: int = 8  # a trait that fewer candidates have is left out
    least: float = 0.08  # log odds per standard deviation; what matters less is left out


RECIPE = Recipe()


@dataclass(frozen=True, slots=True)
class Table:
    """The examples as numbers: a row for each, centred on what is usual for its element."""

    traits: tuple[str, ...]
    elements: tuple[ElementId, ...]
    element: NDArray[np.int64]  # of each row
    usual: Rows  # of each element
    spread: Rows  # of each element
    scale: Rows
    rows: Rows

    @classmethod
    def of(cls, examples: Sequence[Example], traits: tuple[str, ...]) -> "Table":
        """Set examples in a table."""
        elements = tuple(sorted({each.element for each in examples}))
        element = np.array([elements.index(each.element) for each in examples])
        raw = np.array([[x.traits.get(t, 0.0) for t in traits] for x in examples])
        right = np.array([each.right for each in examples]) + 1e-6
        groups = [element == at for at in range(len(elements))]
        usual = np.array([np.average(raw[own], axis=0, weights=right[own]) for own in groups])
        spread = np.array([raw[own].std(axis=0) for own in groups])
        scale = np.maximum(raw.std(axis=0), 0.05)
        return cls(traits, elements, element, usual, spread, scale, (raw - usual[element]) / scale)


def traits_in(examples: Sequence[Example], recipe: Recipe) -> tuple[str, ...]:
    """Return the traits that enough candidates have, by name."""
    counts = Counter(name for each in examples for name in each.traits)
    return tuple(sorted(name for name, count in counts.items() if count >= recipe.seldom))


def fit(examples: Sequence[Example], recipe: Recipe = RECIPE) -> dict[ElementId, Model]:
    """Return a model for each element among the examples."""
    examples = [each for each in examples if _teaches(each)]
    table = Table.of(examples, traits_in(examples, recipe))
    design = _design(table, np.array([[float(each.seen)] for each in examples]), recipe.own)
    right = np.array([each.right for each in examples])
    weight = np.array([_counts(each, recipe) for each in examples])
    # A truth between right and wrong counts for both.
    answers = np.concatenate([np.ones(len(right)), np.zeros(len(right))])
    counts = np.concatenate([weight * right, weight * (1.0 - right)])
    kept = np.flatnonzero(counts)
    both = sparse.vstack([design, design]).tocsr()[kept]
    regression = LogisticRegression(C=recipe.strength, max_iter=3000)
    regression.fit(both, answers[kept], sample_weight=counts[kept])
    return {each: _model(regression, table, at, recipe) for at, each in enumerate(table.elements)}


def _counts(example: Example, recipe: Recipe) -> float:
    """Return for how much an example counts."""
    return (1.0 if example.is_chosen else recipe.beside) * (recipe.hard if example.hard else 1.0)


def _teaches(example: Example) -> bool:
    """Tell whether a candidate says how far others can be trusted; see `is_told` in `view`."""
    return not example.traits.get(f"role_{NAMED}") or example.traits["told"] >= LEAST_TOLD


def _design(table: Table, seen: Rows, own: float) -> sparse.csr_matrix:
    """Put beside the shared columns those of each element: a constant and its own weights."""
    parts = [sparse.csr_matrix(seen), sparse.csr_matrix(table.rows)]
    for at in range(len(table.elements)):
        mask = (table.element == at)[:, None].astype(float)
        parts += [sparse.csr_matrix(CONSTANT * mask), sparse.csr_matrix(own * mask * table.rows)]
    return sparse.hstack(parts).tocsr()


def _model(regression: LogisticRegression, table: Table, at: int, recipe: Recipe) -> Model:
    """Add up what is shared and what is the element's own."""
    width = len(table.traits)
    # Without the first column, `seen`: no letter of a mailroom was seen before.
    weights = regression.coef_[0][1:]
    first = width + at * (width + 1)
    mine = weights[:width] + recipe.own * weights[first + 1 : first + 1 + width]
    found = zip(table.traits, mine / table.scale, table.usual[at], table.spread[at], strict=True)
    kept = {
        name: Weight(round(float(weight), 3), round(float(usual), 3))
        for name, weight, usual, spread in found
        if abs(weight) * spread >= recipe.least and not _is_wrong_way(name, weight)
    }
    return Model(round(float(regression.intercept_[0] + CONSTANT * weights[first]), 3), kept)


def _is_wrong_way(name: str, weight: float) -> bool:
    return (name in FOR and weight < 0) or (name in AGAINST and weight > 0)


def chance_of(model: Model, traits: Mapping[str, float]) -> float:
    """Return what a model says of a candidate with these traits."""
    return logistic(model.constant + sum(model.shares(traits).values()))


def held_out(
    examples: Sequence[Example], recipe: Recipe = RECIPE, *, folds: int = 5
) -> list[float]:
    """Return the chance of each example by a model that saw no letter of its text."""
    chances = [0.5] * len(examples)
    texts = [each.template for each in examples]
    for learnt, kept in GroupKFold(min(folds, len(set(texts)))).split(examples, groups=texts):
        models = fit([examples[at] for at in learnt], recipe)
        for at in kept:
            model = models.get(examples[at].element)
            chances[at] = 0.5 if model is None else chance_of(model, examples[at].traits)
    return chances
