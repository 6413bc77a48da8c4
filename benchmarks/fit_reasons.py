"""Learns to tell whether a letter says why it objects or complains, and writes it as data.

python -m benchmarks.fit_reasons [--out FILE] [--try]

It learns from letters in which what says why is marked, from those in which everything else is,
from letters of the tests and from the texts of `tune` and `dev`. What is written names how well
models did that saw nothing of the same writer. Half a minute of a core.
"""

import argparse
import sys
from itertools import chain
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
if str(ROOT) not in sys.path:  # also when called as a file
    sys.path.insert(0, str(ROOT))

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

WEIGHTS = ROOT / "extractors" / "story" / "redenkansen.toml"
SPLITS = ("tune", "dev")  # `test` is only counted: learning from it would be tuning on it


def main() -> int:
    """Learn, write the models and print how well they do on writers that they did not see."""
    parser = argparse.ArgumentParser(prog="fit_reasons", description="Learn what says why.")
    parser.add_argument("--out", type=Path, default=WEIGHTS, help="write the models to this file")
    parser.add_argument("--try", action="store_true", dest="only_try", help="write nothing")
    options = parser.parse_args()
    examples = whys_learnt_from()
    told = told_of(examples, odds_of(examples, by_writer(examples)))
    if not options.only_try:
        options.out.write_text(model_file(fit(examples), examples, told), encoding="utf-8")
    sys.stdout.write(told)
    return 0


def whys_learnt_from() -> list[Example]:
    """Return every letter of which it is known whether it says why."""
    filled = (read_filled(split) for split in SPLITS)
    return list(examples_of(chain(read_bracketed(), read_voiced(), read_marked(), *filled)))


if __name__ == "__main__":
    raise SystemExit(main())
