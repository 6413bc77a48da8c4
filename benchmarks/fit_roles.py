"""Learns to tell what each date, number, name and address of a letter is, and writes it as data.

python -m benchmarks.fit_roles [--out FILE] [--try]

It learns from letters that were marked for it and from the texts of `tune` and `dev`. What is
written names how well models did that saw nothing of the same writer. A minute of a core.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
if str(ROOT) not in sys.path:  # also when called as a file
    sys.path.insert(0, str(ROOT))

from benchmarks.letters.lists import LEARNT_FROM  # noqa: E402
from benchmarks.roles.filled import read_filled  # noqa: E402
from benchmarks.roles.learning import (  # noqa: E402
    RECIPE,
    Example,
    by_writer,
    chances_of,
    examples_of,
    fit,
)
from benchmarks.roles.marked import read_marked  # noqa: E402
from benchmarks.roles.told import told_of  # noqa: E402
from benchmarks.roles.writing import model_file  # noqa: E402
from benchmarks.teach import Lesson, teach  # noqa: E402

WEIGHTS = ROOT / "extractors" / "roles" / "rolkansen.toml"


def learn() -> Lesson:
    """Learn, and tell how well it does on what models did not see."""
    marked, examples = learnt_from()
    told = told_of(marked, chances_of(marked, by_writer(examples)))
    return told, lambda: model_file(fit(examples), examples, told)


def learnt_from() -> tuple[list[Example], list[Example]]:
    """Return what is marked in the letters that were written for it, and all that there is."""
    marked = list(examples_of(read_marked()))
    filled = [x for split in LEARNT_FROM for x in examples_of(read_filled(split), RECIPE.filled)]
    return marked, [*marked, *filled]


if __name__ == "__main__":
    raise SystemExit(teach("fit_roles", "Learn roles of dates and such.", WEIGHTS, learn))
