"""Measures how well the product reads: makes labelled letters and scores reports on them.

python -m benchmarks.accuracy run --split dev --n 200 --seed 1 [--quick] [--mistakes 40]
python -m benchmarks.accuracy make OUT --n 200 --split tune --seed 1
python -m benchmarks.accuracy score OUT [--reports FILE] [--mistakes 40]
python -m benchmarks.accuracy kinds --split dev [--draws 3] [--mistakes 40]
python -m benchmarks.accuracy marked --split test
"""

import argparse
import json
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
if str(ROOT) not in sys.path:  # also when called as a file
    sys.path.insert(0, str(ROOT))

from benchmarks.kinds.report import render as render_kinds  # noqa: E402
from benchmarks.kinds.told import told_of  # noqa: E402
from benchmarks.letters import fonts  # noqa: E402
from benchmarks.letters.lists import SPLITS  # noqa: E402
from benchmarks.letters.make import make_set  # noqa: E402
from benchmarks.roles.marked import read_marked  # noqa: E402
from benchmarks.roles.outcomes import outcomes_of, table  # noqa: E402
from benchmarks.scoring.product import read_lines, run_product  # noqa: E402
from benchmarks.scoring.score import score  # noqa: E402
from benchmarks.scoring.tables import render  # noqa: E402

QUICK = 60
UNSEEN = "test"  # its mistakes are never shown, so that nobody tunes on them


def arguments() -> argparse.ArgumentParser:
    """Describe the command line."""
    parser = argparse.ArgumentParser(
        prog="accuracy", description="Measure accuracy on made letters."
    )
    commands = parser.add_subparsers(dest="command", required=True)
    runner = commands.add_parser("run", help="make letters, run the product, print the figures")
    maker = commands.add_parser("make", help="make letters with their truth")
    maker.add_argument("out", type=Path)
    for command in (runner, maker):
        command.add_argument("--n", type=int, default=200, help="number of files")
        command.add_argument("--split", choices=SPLITS, default="dev")
        command.add_argument("--seed", type=int, default=1)
        papers = "put a paper of several pages behind each scanned letter"
        command.add_argument("--dossiers", action="store_true", help=papers)
    runner.add_argument("--quick", action="store_true", help=f"make {QUICK} files only")
    runner.add_argument("--out", type=Path, help="keep letters and reports in this folder")
    scorer = commands.add_parser("score", help="run the product on made letters and compare")
    scorer.add_argument("out", type=Path)
    scorer.add_argument(
        "--reports", type=Path, help="reports as jsonl instead of running the product"
    )
    kinds = commands.add_parser("kinds", help="tell the kind of every text, on words alone")
    kinds.add_argument("--split", choices=SPLITS, default="dev")
    kinds.add_argument("--draws", type=int, default=1, help="set each text so many times")
    marked = commands.add_parser("marked", help="read letters in which everything is marked")
    marked.add_argument("--split", choices=("learnt", UNSEEN), default=UNSEEN)
    for command in (runner, scorer, kinds):
        command.add_argument("--mistakes", type=int, default=0, help="show the worst so many")
    for command in (runner, scorer):
        command.add_argument("--jobs", type=int, default=0)
        whole = "read clean backs too, and enclosures to their end"
        command.add_argument("--all-pages", action="store_true", help=whole)
    return parser


def main() -> int:
    """Run one of the commands."""
    parser = arguments()
    options = parser.parse_args()
    if options.command == "score":
        return show(parser, options, options.out)
    if options.command == "marked":
        split = UNSEEN if options.split == UNSEEN else ""
        rows = [each for letter in read_marked(split) for each in outcomes_of(letter)]
        sys.stdout.write(table(rows))
        return 0
    refuse_secrets(parser, options.split, getattr(options, "mistakes", 0))
    if options.command == "kinds":
        rows = list(told_of(options.split, draws=options.draws))
        sys.stdout.write(render_kinds(rows, mistakes=options.mistakes))
        return 0
    absent = fonts.missing_packages()
    if absent:
        parser.error(f"typefaces are missing; run: apt-get install {' '.join(absent)}")
    if options.command == "make":
        make(options, options.out, options.n)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        out = options.out or Path(folder)
        count = QUICK if options.quick else options.n
        make(options, out, count)
        return show(parser, options, out)


def make(options: argparse.Namespace, out: Path, count: int) -> None:
    """Make the letters that were asked for."""
    split, seed = options.split, options.seed
    make_set(out, count=count, split=split, seed=seed, dossiers=options.dossiers)


def show(parser: argparse.ArgumentParser, options: argparse.Namespace, out: Path) -> int:
    """Score a folder and print the tables."""
    meta = json.loads((out / "meta.json").read_text(encoding="utf-8"))
    refuse_secrets(parser, meta["split"], options.mistakes)
    given = getattr(options, "reports", None)
    reports = given or run_product(out, meta["today"], options.jobs, all_pages=options.all_pages)
    scores = score(read_lines(out / "truth.jsonl"), read_lines(reports))
    head = f"{meta['count']} files, split {meta['split']}, seed {meta['seed']}.\n\n"
    sys.stdout.write(head + render(scores, mistakes=options.mistakes))
    return 0


def refuse_secrets(parser: argparse.ArgumentParser, split: str, mistakes: int) -> None:
    """Keep the mistakes of the test out of sight."""
    if split == UNSEEN and mistakes:
        parser.error(
            "the mistakes of the test are not shown: reading them would be tuning on the test; "
            "read those of --split dev"
        )


if __name__ == "__main__":
    raise SystemExit(main())
