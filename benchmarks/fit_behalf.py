"""Learns to tell whether a letter is written for somebody else, and writes it as data.

python -m benchmarks.fit_behalf [--out FILE] [--try]

It learns from letters in which every name is marked and from the texts of `tune` and `dev`. What is
written names how well models did that saw nothing of the same writer. Half a minute of a core.
"""

import sys
from itertools import chain
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
if str(ROOT) not in sys.path:  # also when called as a file
    sys.path.insert(0, str(ROOT))

from benchmarks.letters.lists import LEARNT_FROM  # noqa: E402
from benchmarks.roles.behalf import (  # noqa: E402
    Example,
    by_writer,
    examples_of,
    fit,
    model_file,
    told_of,
)
from benchmarks.roles.filled import read_filled  # noqa: E402
from benchmarks.roles.marked import read_marked  # noqa: E402
from benchmarks.teach import Lesson, teach  # noqa: E402

WEIGHTS = ROOT / "extractors" / "roles" / "namenskansen.toml"


def learn() -> Lesson:
    """Learn, and tell how well it does on what models did not see."""
    examples = behalf_learnt_from()
    told = told_of(examples, by_writer(examples))
    return told, lambda: model_file(fit(examples), examples, told)


def behalf_learnt_from() -> list[Example]:
    """Return every letter of which it is known for whom it is written."""
    return list(examples_of(chain(read_marked(), *(read_filled(split) for split in LEARNT_FROM))))


if __name__ == "__main__":
    raise SystemExit(teach("fit_behalf", "Learn who writes for others.", WEIGHTS, learn))
