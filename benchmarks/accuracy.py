"""Measures how well the product reads: makes labelled letters and scores reports on them.

python -m benchmarks.accuracy make OUT --n 200 --split tune --seed 1
python -m benchmarks.accuracy score OUT [--reports FILE] [--mistakes 30]
"""

import argparse
import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
if str(ROOT) not in sys.path:  # also when called as a file
    sys.path.insert(0, str(ROOT))

from benchmarks.letters import fonts, make, score, tables  # noqa: E402


def arguments() -> argparse.ArgumentParser:
    """Describe the command line."""
    parser = argparse.ArgumentParser(
        prog="accuracy", description="Measure accuracy on made letters."
    )
    commands = parser.add_subparsers(dest="command", required=True)
    maker = commands.add_parser("make", help="make letters with their truth")
    maker.add_argument("out", type=Path)
    maker.add_argument("--n", type=int, default=200)
    maker.add_argument("--split", choices=["tune", "test"], default="tune")
    maker.add_argument("--seed", type=int, default=1)
    scorer = commands.add_parser("score", help="run the product and compare")
    scorer.add_argument("out", type=Path)
    scorer.add_argument(
        "--reports", type=Path, help="reports as jsonl instead of running the product"
    )
    scorer.add_argument("--mistakes", type=int, default=0, help="show the worst so many mistakes")
    scorer.add_argument("--jobs", type=int, default=0)
    return parser


def main() -> int:
    """Run one of the two commands."""
    options = arguments().parse_args()
    if options.command == "make":
        absent = fonts.missing_packages()
        if absent:
            sys.stderr.write(f"typefaces left out, install: {' '.join(absent)}\n")
        make.make_set(options.out, count=options.n, split=options.split, seed=options.seed)
        return 0
    meta = json.loads((options.out / "meta.json").read_text(encoding="utf-8"))
    reports = options.reports or score.run_product(options.out, meta["today"], options.jobs)
    truths = score.read_lines(options.out / "truth.jsonl")
    scores = score.score(truths, score.read_lines(reports))
    head = f"{meta['count']} letters, split {meta['split']}, seed {meta['seed']}; per cent (of)\n\n"
    sys.stdout.write(head + tables.render(scores, mistakes=options.mistakes))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
