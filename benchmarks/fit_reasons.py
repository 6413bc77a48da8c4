"""Learns to tell whether a letter says why it objects or complains, and writes it as data.

python -m benchmarks.fit_reasons [--out FILE] [--try]

It learns from letters in which what says why is marked, from those in which everything else is,
from letters of the tests and from the texts of `tune` and `dev`. What is written names how well
models did that saw nothing of the same writer. Half a minute of a core.
"""

import sys
from itertools import chain
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
if str(ROOT) not in sys.path:  # also when called as a file
    sys.path.insert(0, str(ROOT))

from benchmarks.letters.lists import LEARNT_FROM  # noqa: E402
from benchmarks.reasons.bracketed import read_bracketed  # noqa: E402
from benchmarks.reasons.learning import (  # noqa: E402
    Example,
    by_writer,
    examples_of,
    fit,
    odds_of,
)
from benchmarks.reasons.voiced import read_voiced  # noqa: E402
from benchmarks.reasons.writing import model_file, told_of  # noqa: E402
from benchmarks.roles.filled import read_filled  # noqa: E402
from benchmarks.roles.marked import read_marked  # noqa: E402
from benchmarks.teach import Lesson, teach  # noqa: E402

WEIGHTS = ROOT / "extractors" / "story" / "redenkansen.toml"


def learn() -> Lesson:
    """Learn, and tell how well it does on what models did not see."""
    examples = whys_learnt_from()
    told = told_of(examples, odds_of(examples, by_writer(examples)))
    return told, lambda: model_file(fit(examples), examples, told)


def whys_learnt_from() -> list[Example]:
    """Return every letter of which it is known whether it says why."""
    filled = (read_filled(split) for split in LEARNT_FROM)
    return list(examples_of(chain(read_bracketed(), read_voiced(), read_marked(), *filled)))


if __name__ == "__main__":
    raise SystemExit(teach("fit_reasons", "Learn what says why.", WEIGHTS, learn))
