"""Learns to tell what each date, number, name and address of a letter is, and writes it as data.

python -m benchmarks.fit_roles [--out FILE] [--try]

It learns from letters that were marked for it and from the texts of `tune` and `dev`. What is
written names how well models did that saw nothing of the same writer. A minute of a core.
"""

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
if str(ROOT) not in sys.path:  # also when called as a file
    sys.path.insert(0, str(ROOT))

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

WEIGHTS = ROOT / "extractors" / "roles" / "rolkansen.toml"
SPLITS = ("tune", "dev")  # `test` is only counted: learning from it would be tuning on it


def main() -> int:
    """Learn, write the model and print how well it does on writers that it did not see."""
    parser = argparse.ArgumentParser(prog="fit_roles", description="Learn roles of dates and such.")
    parser.add_argument("--out", type=Path, default=WEIGHTS, help="write the model to this file")
    parser.add_argument("--try", action="store_true", dest="only_try", help="write nothing")
    options = parser.parse_args()
    marked, examples = learnt_from()
    told = told_of(marked, chances_of(marked, by_writer(examples)))
    if not options.only_try:
        options.out.write_text(model_file(fit(examples), examples, told), encoding="utf-8")
    sys.stdout.write(told)
    return 0


def learnt_from() -> tuple[list[Example], list[Example]]:
    """Return what is marked in the letters that were written for it, and all that there is."""
    marked = list(examples_of(read_marked()))
    filled = [x for split in SPLITS for x in examples_of(read_filled(split), RECIPE.filled)]
    return marked, [*marked, *filled]


if __name__ == "__main__":
    raise SystemExit(main())
