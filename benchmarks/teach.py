"""What the commands share that learn a model and write it as data."""

import argparse
import sys
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

import numpy as np
from scipy import sparse

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
