"""Learns how likely each kind of letter is from what is counted of it.

The rules were made on most of the texts and are better there than they will be in a mailroom, so
what they say is no trait: the model does not know their opinion.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.linear_model import LogisticRegression

from extractors.element import Signal
from extractors.kind import kinds_by
from extractors.kinds.cases import Case
from extractors.kinds.kind_chances import BOTH, KINDS, OTHER, KindModel, size_of


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

    strength: float = 0.7  # C of the regression: more follows the examples closer
    seldom: int = 3  # a trait that fewer texts have is left out
    hands: int = 3  # and one that fewer writers have: it tells who writes, not what
    least: float = 0.0045  # what matters less, in log odds per standard deviation, is left out
    both: float = 2.5  # how much a letter that is both counts: there are few to learn from
    # A trait is divided by this power of how much there is of it: seldom ones would weigh nothing
    # beside those that all letters have, and each new writer is known by other seldom ones.
    levelled: float = 0.75
    spread: float = 5.0  # of all traits of a letter together, before it is learnt from
    # A model that says little of writers it never saw is surer of the order than of the chances:
    # so much more its log odds are in letters of writers that were left out.
    sharpness: float = 1.9


RECIPE = Recipe()


@dataclass(frozen=True, slots=True)
class _Counted:
    """Examples as numbers: their traits, of each a share of all that was counted of its letter."""

    names: Sequence[str]
    rows: sparse.csr_matrix  # shape (examples, names)
    texts: NDArray[np.intp]  # the same number for each letter of one text
    hands: NDArray[np.intp]  # and for each one of one writer
    answers: NDArray[np.intp]
    counts: NDArray[np.float64]

    def of(self, chosen: NDArray[np.bool_]) -> "_Counted":
        """Return some of the examples."""
        return replace(
            self,
            rows=self.rows[chosen],
            texts=self.texts[chosen],
            hands=self.hands[chosen],
            answers=self.answers[chosen],
            counts=self.counts[chosen],
        )

    def known(self, recipe: Recipe) -> "_Counted":
        """Leave out traits of too few texts or writers."""
        kept = _among(self.rows, self.texts) >= recipe.seldom
        kept &= _among(self.rows, self.hands) >= recipe.hands
        names = [name for name, is_kept in zip(self.names, kept, strict=True) if is_kept]
        return replace(self, names=names, rows=self.rows[:, kept])


def fit(examples: Sequence[Example], recipe: Recipe = RECIPE) -> KindModel:
    """Return a model of the examples."""
    return _learnt(_counted(examples), recipe)


def _learnt(every: _Counted, recipe: Recipe) -> KindModel:
    counted = every.known(recipe)
    rows = counted.rows
    scale = _scale(rows, recipe)
    counts = np.where(counted.answers == KINDS.index(BOTH), recipe.both, 1.0) * counted.counts
    regression = LogisticRegression(C=recipe.strength, max_iter=1000, tol=1e-3)
    regression.fit(rows @ sparse.diags(scale), counted.answers, sample_weight=counts)
    other = KINDS.index(OTHER)
    weights = recipe.sharpness * (regression.coef_ - regression.coef_[other]) * scale
    variance = np.asarray(_squares(rows) - np.square(rows.mean(axis=0))).ravel()
    spread = np.sqrt(np.maximum(variance, 0.0))  # what all letters have alike has none
    telling = np.flatnonzero(np.ptp(weights, axis=0) * spread >= recipe.least)
    kept = {
        counted.names[at]: tuple(round(float(each), 3) for each in weights[:other, at])
        for at in telling.tolist()
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


def _counted(examples: Sequence[Example]) -> _Counted:
    names = sorted({name for each in examples for name in each.traits})
    return _Counted(
        names,
        _rows(examples, names),
        _numbered([f"{each.file}/{each.id}" for each in examples]),
        _numbered([writer_of(each.file) for each in examples]),
        np.array([KINDS.index(_answer(each)) for each in examples]),
        np.array([each.weight for each in examples]),
    )


def _numbered(keys: Sequence[str]) -> NDArray[np.intp]:
    return np.unique(keys, return_inverse=True)[1]


def _among(rows: sparse.csr_matrix, groups: NDArray[np.intp]) -> NDArray[np.intp]:
    """Return in how many groups of rows each trait is."""
    shape = (int(groups.max()) + 1, len(groups))
    members = sparse.csr_matrix((np.ones(len(groups)), (groups, np.arange(len(groups)))), shape)
    return (members @ abs(rows)).getnnz(axis=0)


def _rows(examples: Sequence[Example], names: Sequence[str]) -> sparse.csr_matrix:
    place = {name: at for at, name in enumerate(names)}
    sizes = np.array([size_of(each.traits) for each in examples])
    starts = np.cumsum([0, *(len(each.traits) for each in examples)])
    across = np.fromiter((place[name] for each in examples for name in each.traits), np.intp)
    values = np.fromiter((value for each in examples for value in each.traits.values()), float)
    values /= np.repeat(sizes, np.diff(starts))
    return sparse.csr_matrix((values, across, starts), shape=(len(examples), len(names)))


def writer_of(file: str) -> str:
    """Return who wrote a file: those of a split that begin with the same letter are of one hand.

    >>> writer_of("tune/h_klacht_1"), writer_of("tune/h_overig"), writer_of("voices")
    ('tune/h', 'tune/h', 'voices')
    """
    return file.partition("_")[0]


def held_out(examples: Sequence[Example], recipe: Recipe = RECIPE) -> list[tuple[Signal, ...]]:
    """Return what is said of each example with a model that saw no text of the same writer."""
    found: dict[int, tuple[Signal, ...]] = {}
    counted = _counted(examples)
    for hand in range(int(counted.hands.max()) + 1):
        model = _learnt(counted.of(counted.hands != hand), recipe)
        for at in np.flatnonzero(counted.hands == hand).tolist():
            found[at] = kinds_by(examples[at].case, model)
    return [found[at] for at in range(len(examples))]
