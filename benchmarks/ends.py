"""Measures how many ways to sign are seen, and how many things that are no signature pass for one.

python -m benchmarks.ends [--split dev] [--n 200] [--seed 12] [--work DIR] [--ink]

It makes ends of letters, signed or not, wears them and has the engine read them. Pages kept in DIR
are used again. Of signatures of which the scan left nothing but dots nothing is counted.
"""

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.inks.looked import ENDS, Leaf, inks_of, is_visible, kept, make
from benchmarks.letters.dice import Dice
from benchmarks.letters.lists import LEARNT_FROM
from benchmarks.signatures import status_of
from extractors.ocr import load_engine

STATUSES = ("aanwezig", "onzeker", "ontbreekt")
Told = tuple[Leaf, str]


def leaves(options: argparse.Namespace, work: Path) -> Iterator[Leaf]:
    """Make pages, or take those that were made before."""
    engine = load_engine()
    for number in range(options.n):
        dice = Dice(options.seed, number)
        path = work / f"{options.split}-{options.seed}-{number:05d}.gz"
        yield kept(path, lambda dice=dice: make(dice, options.split, ENDS, engine))


def table(told: Sequence[Told]) -> Iterator[str]:
    """Yield the rows of a Markdown table."""
    yield "| ends of letters | aanwezig | onzeker | ontbreekt |"
    yield "| --- | ---: | ---: | ---: |"
    signed = [each for each in told if each[0].hand]
    others = [each for each in told if not each[0].hand]
    for title, own in (("signed", signed), ("not signed", others)):
        kinds = sorted({leaf.hand or leaf.mark for leaf, _ in own})
        rows = [(kind, [each for each in own if kind == (each[0].hand or each[0].mark)])
                for kind in kinds]  # fmt: skip
        wears = sorted({leaf.wear for leaf, _ in own})
        rows += [(f"{title}, {wear}", [each for each in own if each[0].wear == wear])
                 for wear in wears]  # fmt: skip
        for name, group in (*rows, (title, own)):
            counts = Counter(status for _, status in group)
            cells = (f"{counts[status]}/{len(group)}" for status in STATUSES)
            yield f"| {name} | {' | '.join(cells)} |"


def ink_rows(leaf: Leaf) -> Iterator[str]:
    """Yield what was measured of the ink on a page, as tab-separated values."""
    for features, is_signature in inks_of(leaf):
        yield f"{leaf.hand}\t{leaf.mark}\t{leaf.wear}\t{is_signature}\t{features}"


def main() -> int:
    """Make ends of letters, look for signatures, count."""
    parser = argparse.ArgumentParser(prog="ends", description="Measure seeing signatures.")
    parser.add_argument("--split", choices=LEARNT_FROM, default="dev")
    parser.add_argument("--n", type=int, default=200, help="ends of letters")
    parser.add_argument("--seed", type=int, default=12)
    parser.add_argument("--work", type=Path, help="keep the pages in this folder")
    parser.add_argument("--ink", action="store_true", help="print what is measured of all ink")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        pages = leaves(options, options.work or Path(folder))
        seen = [leaf for leaf in pages if not leaf.hand or is_visible(leaf)]
    if options.ink:
        sys.stdout.writelines(f"{row}\n" for leaf in seen for row in ink_rows(leaf))
        return 0
    told = [(leaf, status_of(leaf.page)[0]) for leaf in seen]
    sys.stdout.write("\n".join(table(told)) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
