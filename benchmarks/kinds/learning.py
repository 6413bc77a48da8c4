"""Learns how likely each kind of letter is from what is counted of it.

The rules were made on most of the texts and are better there than they will be in a mailroom, so
what they say is no trait: the model does not know their opinion.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.linear_model import LogisticRegression

from extractors.cases import Case
from extractors.element import Signal
from extractors.kind import kinds_by
from extractors.kind_chances import BOTH, KINDS, OTHER, KindModel, size_of


@dataclass(frozen=True, slots=True)
class Example:
    """A letter as the model sees it, with what is true."""

    id: str
    file: str
    kinds: tuple[str, ...]  # that can be defended, the best one first
    intents: frozenset[str]
    case: Case
    traits: Mapping[str, float]
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a model is learnt; chosen by leaving one writer out."""

    strength: float = 0.35  # C of the regression: more follows the examples closer
    seldom: int = 3  # a trait that fewer texts have is left out
    least: float = 0.0045  # what matters less, in log odds per standard deviation, is left out
    both: float = 4.0  # how much a letter that is both counts: there are few to learn from
    # A trait is divided by this power of how much there is of it: seldom ones would weigh nothing
    # beside those that all letters have, and each new writer is known by other seldom ones.
    levelled: float = 0.75
    spread: float = 5.0  # of all traits of a letter together, before it is learnt from
    # A model that says little of writers it never saw is surer of the order than of the chances:
    # so much more its log odds are in letters of writers that were left out.
    sharpness: float = 2.0


RECIPE = Recipe()


def fit(examples: Sequence[Example], recipe: Recipe = RECIPE) -> KindModel:
    """Return a model of the examples."""
    names = _names(examples, recipe)
    rows = _rows(examples, names)
    scale = _scale(rows, recipe)
    answers = np.array([KINDS.index(_answer(each)) for each in examples])
    counts = np.array([each.weight for each in examples])
    counts[answers == KINDS.index(BOTH)] *= recipe.both
    regression = LogisticRegression(C=recipe.strength, max_iter=1000, tol=1e-3)
    regression.fit(rows @ sparse.diags(scale), answers, sample_weight=counts)
    other = KINDS.index(OTHER)
    weights = recipe.sharpness * (regression.coef_ - regression.coef_[other]) * scale
    spread = np.asarray(np.sqrt(_squares(rows) - np.square(rows.mean(axis=0))))
    kept = {
        name: tuple(round(float(each), 3) for each in weights[:other, at])
        for at, name in enumerate(names)
        if np.ptp(weights[:, at]) * spread[0, at] >= recipe.least
    }
    constant = recipe.sharpness * (regression.intercept_[:other] - regression.intercept_[other])
    return KindModel(tuple(round(float(each), 3) for each in constant), kept)


def _scale(rows: sparse.csr_matrix, recipe: Recipe) -> NDArray[np.float64]:
    """Return what each trait is multiplied by; shape (traits,)."""
    scale = np.asarray(_squares(rows)).ravel() ** (-recipe.levelled / 2)
    scaled = rows @ sparse.diags(scale)
    return scale * recipe.spread / np.sqrt(scaled.multiply(scaled).sum(axis=1).mean())


def _squares(rows: sparse.csr_matrix) -> NDArray[np.float64]:
    return rows.multiply(rows).mean(axis=0)


def _answer(example: Example) -> str:
    return BOTH if {"bezwaar", "klacht"} <= example.intents else example.kinds[0]


def _names(examples: Sequence[Example], recipe: Recipe) -> list[str]:
    texts: dict[str, set[str]] = {}
    for each in examples:
        for name in each.traits:
            texts.setdefault(name, set()).add(f"{each.file}/{each.id}")
    counts = Counter({name: len(ids) for name, ids in texts.items()})
    return sorted(name for name, count in counts.items() if count >= recipe.seldom)


def _rows(examples: Sequence[Example], names: Sequence[str]) -> sparse.csr_matrix:
    place = {name: at for at, name in enumerate(names)}
    rows = [
        (row, place[name], value / size)
        for row, each in enumerate(examples)
        for size in (size_of(each.traits),)
        for name, value in each.traits.items()
        if name in place
    ]
    down, across, values = zip(*rows, strict=True)
    return sparse.csr_matrix((values, (down, across)), shape=(len(examples), len(names)))


def writer_of(file: str) -> str:
    """Return who wrote a file: those of a split that begin with the same letter are of one hand.

    >>> writer_of("tune/h_klacht_1"), writer_of("tune/h_overig"), writer_of("voices")
    ('tune/h', 'tune/h', 'voices')
    """
    return file.partition("_")[0]


def held_out(examples: Sequence[Example], recipe: Recipe = RECIPE) -> list[tuple[Signal, ...]]:
    """Return what is said of each example with a model that saw no text of the same writer."""
    found: dict[int, tuple[Signal, ...]] = {}
    for writer in sorted({writer_of(each.file) for each in examples}):
        model = fit([each for each in examples if writer_of(each.file) != writer], recipe)
        for at, each in enumerate(examples):
            if writer_of(each.file) == writer:
                found[at] = kinds_by(each.case, model)
    return [found[at] for at in range(len(examples))]
