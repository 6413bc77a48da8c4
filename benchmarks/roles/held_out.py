"""Counts how often roles are told right of writers that a model did not see."""

from benchmarks.roles.filled import read_filled
from benchmarks.roles.learning import RECIPE, by_writer, chances_of, examples_of
from benchmarks.roles.marked import read_marked
from benchmarks.roles.told import told_of

SPLITS = ("tune", "dev")  # `test` is only counted: learning from it would be tuning on it


def held_out() -> str:
    """Learn from all writers but a few at a time, and tell how well those are told."""
    marked = list(examples_of(read_marked()))
    filled = [x for split in SPLITS for x in examples_of(read_filled(split), RECIPE.filled)]
    return told_of(marked, chances_of(marked, by_writer([*marked, *filled])))
