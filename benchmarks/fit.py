"""Learns how far readings can be trusted, and writes what it learnt as data of the product.

python -m benchmarks.fit run [--sets tune:61:200 dev:51:160 ...] [--work DIR] [--jobs 2] [--out DIR]

It makes letters as `benchmarks.accuracy make` does (split, seed, number of files), draws so many of
a hundred letters in which everything is marked (`drawn:1:40`), reads them and all marked ones as
typed, and writes the two files. What is in the folder of the work already is not made or read
again.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
if str(ROOT) not in sys.path:  # also when called as a file
    sys.path.insert(0, str(ROOT))

from benchmarks.fit_behalf import behalf_learnt_from  # noqa: E402
from benchmarks.fit_reasons import whys_learnt_from  # noqa: E402
from benchmarks.fit_roles import learnt_from  # noqa: E402
from benchmarks.fitting.examples import Example, examples_of  # noqa: E402
from benchmarks.fitting.held_out import HeldOut  # noqa: E402
from benchmarks.fitting.reading import read_set  # noqa: E402
from benchmarks.fitting.writing import Learnt, chances_file, needed_file, order_told  # noqa: E402
from benchmarks.letters import fonts  # noqa: E402
from benchmarks.letters.lists import LEARNT_FROM  # noqa: E402
from benchmarks.letters.make import make_set  # noqa: E402
from benchmarks.reasons.bracketed import read_bracketed  # noqa: E402
from benchmarks.reasons.learning import by_writer as reasons_by_writer  # noqa: E402
from benchmarks.roles.behalf import by_writer as behalf_by_writer  # noqa: E402
from benchmarks.roles.candidates import candidates_of, drawn_candidates, whys_of  # noqa: E402
from benchmarks.roles.drawn import draw_set  # noqa: E402
from benchmarks.roles.learning import by_writer as roles_by_writer  # noqa: E402
from benchmarks.roles.marked import read_marked  # noqa: E402

CHANCES = ROOT / "extractors" / "elements" / "kansen.toml"
NEEDED = ROOT / "validators" / "drempels.toml"
DRAWN = "drawn"  # the split of marked letters on paper


@dataclass(frozen=True, slots=True)
class Made:
    """A set of letters to learn from: made of the texts of a split, or marked letters drawn.

    Of the latter `count` is how many of a hundred are.
    """

    split: str
    seed: int
    count: int

    @classmethod
    def parse(cls, text: str) -> "Made":
        """Read "tune:11:250".

        >>> Made.parse("tune:11:250").name
        'tune11'
        """
        split, seed, count = text.split(":")
        if split not in {*LEARNT_FROM, DRAWN}:
            message = f"{split} is no split to learn from"
            raise ValueError(message)
        return cls(split, int(seed), int(count))

    @property
    def name(self) -> str:
        """The name of its folder."""
        return f"{self.split}{self.seed}"

    def make(self, folder: Path, *, jobs: int) -> None:
        """Make its letters, unless they are there."""
        if (folder / "manifest.csv").exists():
            return
        if self.split == DRAWN:
            draw_set(folder, percent=self.count, seed=self.seed, jobs=jobs)
        else:
            make_set(folder, count=self.count, split=self.split, seed=self.seed)

    def examples(self, folder: Path, models: HeldOut) -> Iterator[Example]:
        """Yield the candidates in its letters, which were read."""
        learnt_from = drawn_candidates if self.split == DRAWN else examples_of
        return learnt_from(folder, models)

    def __str__(self) -> str:
        return f"{self.split}:{self.seed}:{self.count}"


# Letters of which the rules of the finders saw the texts, and letters of which they did not.
SETS = (
    Made("tune", 61, 200),
    Made("tune", 41, 160),
    Made("dev", 51, 160),
    Made("dev", 53, 160),
    Made(DRAWN, 1, 40),
)


def arguments() -> argparse.ArgumentParser:
    """Describe the command line."""
    parser = argparse.ArgumentParser(prog="fit", description="Learn how far to trust readings.")
    commands = parser.add_subparsers(dest="command", required=True)
    runner = commands.add_parser("run", help="make letters, read them, learn, write the models")
    runner.add_argument("--sets", type=Made.parse, nargs="+", default=SETS)
    runner.add_argument("--work", type=Path, help="keep letters and readings in this folder")
    runner.add_argument("--jobs", type=int, default=2)
    runner.add_argument("--out", type=Path, help="write to this folder, not to the product")
    return parser


def main() -> int:
    """Make what is not there yet, and learn."""
    parser = arguments()
    options = parser.parse_args()
    absent = fonts.missing_packages()
    if absent:
        parser.error(f"typefaces are missing; run: apt-get install {' '.join(absent)}")
    with tempfile.TemporaryDirectory() as temporary:
        work = options.work or Path(temporary)
        for made in options.sets:
            made.make(work / made.name, jobs=options.jobs)
        return write(options, work)


def write(options: argparse.Namespace, work: Path) -> int:
    """Read what was not read yet, learn from it and write the two files."""
    models = HeldOut(
        roles_by_writer(learnt_from()[1]),
        reasons_by_writer(whys_learnt_from()),
        behalf_by_writer(behalf_learnt_from()),
    )
    examples = [*candidates_of(read_marked(), models), *whys_of(read_bracketed(), models)]
    for made in options.sets:
        read_set(work / made.name, jobs=options.jobs)
        examples += made.examples(work / made.name, models)
    how = f"run --sets {' '.join(map(str, options.sets))}"
    learnt = Learnt.of(examples, f"python -m benchmarks.fit {how}")
    chances = options.out / CHANCES.name if options.out else CHANCES
    needed = options.out / NEEDED.name if options.out else NEEDED
    chances.write_text(chances_file(learnt), encoding="utf-8")
    needed.write_text(needed_file(learnt), encoding="utf-8")
    sys.stdout.write(needed_file(learnt) + order_told(learnt))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
