"""What the commands share that learn a model and write it as data."""

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import numpy as np
from scipy import sparse
from sklearn.linear_model import LogisticRegression

from extractors.learnt.written import thousandths, written_lines
from extractors.learnt.yes_or_no import YesOrNo

Model = TypeVar("Model")

# What is told of models that did not see the letters, and how to get the text of the file.
Lesson = tuple[str, Callable[[], str]]


def teach(prog: str, description: str, weights: Path, learn: Callable[[], Lesson]) -> int:
    """Read the command line, learn, write the file unless only told to try, and tell."""
    parser = argparse.ArgumentParser(prog=prog, description=description)
    parser.add_argument("--out", type=Path, default=weights, help="write the model to this file")
    parser.add_argument("--try", action="store_true", dest="only_try", help="write nothing")
    options = parser.parse_args()
    told, text = learn()
    if not options.only_try:
        options.out.write_text(text(), encoding="utf-8")
    sys.stdout.write(told)
    return 0


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a model of one question is learnt; chosen by leaving writers out."""

    strength: float  # C of the regression
    seldom: int  # a trait that fewer have is left out
    least: float  # a weight that is smaller is left out
    hands: int = 1  # and so is a trait of fewer writers


def yes_or_no(
    traits: Sequence[Mapping[str, float]],
    answers: Sequence[bool],
    recipe: Recipe,
    writers: Sequence[str] = (),
) -> YesOrNo:
    """Return the model that follows from what has these traits and these answers."""
    names = names_of(traits, recipe.seldom)
    if recipe.hands > 1:
        each_hand = {(x, hand) for each, hand in zip(traits, writers, strict=True) for x in each}
        hands = Counter(name for name, _ in each_hand)
        names = [name for name in names if hands[name] >= recipe.hands]
    regression = LogisticRegression(C=recipe.strength, max_iter=2000)
    regression.fit(rows_of(traits, names), np.array(answers))
    constant = float(regression.intercept_[0])
    return model_of(names, regression.coef_[0], constant, recipe.least)


def names_of(traits: Iterable[Mapping[str, float]], seldom: int) -> list[str]:
    """Return the traits that so many have."""
    counts = Counter(name for each in traits for name in each)
    return sorted(name for name, count in counts.items() if count >= seldom)


def model_of(
    names: Sequence[str], weights: Iterable[float], constant: float, least: float
) -> YesOrNo:
    """Return the model with the weights that are not too small."""
    found = zip(names, weights, strict=True)
    kept = {name: (round(float(weight), 3),) for name, weight in found if abs(weight) >= least}
    return YesOrNo((round(constant, 3),), kept)


def written_model(model: YesOrNo, table: str = "") -> Iterator[str]:
    """Yield the lines of a TOML table that `YesOrNo.written` reads; without a name, of the file."""
    yield f"\n[{table}]\n" if table else "\n"
    yield f"constant = {thousandths(model.constant)}\n"
    yield f"\n[{table}.weights]\n" if table else "\n[weights]\n"
    yield from (f"{line}\n" for line in written_lines(model.weights))


def rows_of(traits: Sequence[Mapping[str, float]], names: Sequence[str]) -> sparse.csr_matrix:
    """Return traits as numbers: a row for each, a column for each name."""
    place = {name: at for at, name in enumerate(names)}
    found = [
        (row, place[name], value)
        for row, each in enumerate(traits)
        for name, value in each.items()
        if name in place
    ]
    rows, columns, values = (np.array(each) for each in zip(*found, strict=True))
    shape = (len(traits), len(names))
    return sparse.csr_matrix((values.astype(float), (rows, columns)), shape=shape)


def by_writer(
    writers: Iterable[str], fit_without: Callable[[Collection[str]], Model], *, folds: int
) -> dict[str, Model]:
    """Return for each writer a model that saw nothing of that writer, nor of some others."""
    every = sorted(set(writers))
    models: dict[str, Model] = {}
    for fold in range(min(folds, len(every))):
        left_out = every[fold::folds]
        models |= dict.fromkeys(left_out, fit_without(left_out))
    return models
