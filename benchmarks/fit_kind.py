"""Learns to tell the kind of a letter from its words, and writes what it learnt as data.

python -m benchmarks.fit_kind [--out FILE] [--try]

It sets the texts of `tune` and `dev` and the letters of the tests as post, without drawing them. What is
written names how well models did that saw no text of the same file. Takes less than a minute.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
if str(ROOT) not in sys.path:  # also when called as a file
    sys.path.insert(0, str(ROOT))

from benchmarks.kinds.learning import Example, fit, held_out  # noqa: E402
from benchmarks.kinds.told import OURS, files_of, hints  # noqa: E402
from benchmarks.kinds.plain import set_text  # noqa: E402
from benchmarks.kinds.voices import read_voices  # noqa: E402
from benchmarks.kinds.writing import model_file, told_by_threshold  # noqa: E402
from benchmarks.letters.texts import load_texts  # noqa: E402
from extractors.cases import case_of  # noqa: E402
from extractors.document import Letter  # noqa: E402
from extractors.kind_rules import rule_kinds  # noqa: E402
from extractors.kind_traits import kind_traits  # noqa: E402

WEIGHTS = ROOT / "extractors" / "soortkansen.toml"
SPLITS = ("tune", "dev")  # `test` is only counted: learning from it would be tuning on it
DRAWS = 2  # with and without a date or number of the decision
VOICES = "voices"  # other writers; held out together


def main() -> int:
    """Learn, write the model and print how well it does on files that it did not see."""
    parser = argparse.ArgumentParser(prog="fit_kind", description="Learn the kind of letters.")
    parser.add_argument("--out", type=Path, default=WEIGHTS, help="write the model to this file")
    parser.add_argument("--try", action="store_true", dest="only_try", help="write nothing")
    options = parser.parse_args()
    examples = list(examples_of())
    chances = held_out(examples)
    told = told_by_threshold(examples, chances)
    if not options.only_try:
        options.out.write_text(model_file(fit(examples), examples, told), encoding="utf-8")
    sys.stdout.write(told)
    return 0


def examples_of() -> Iterator[Example]:
    """Yield every text to learn from as a letter."""
    for split in SPLITS:
        files = files_of(split)
        for number, text in enumerate(load_texts(split)):
            for draw in range(DRAWS):
                letter = set_text(text, hints(), number=number, draw=draw)
                kinds = (text.kind, *text.accepts)
                yield example(text.id, f"{split}/{files[text.id]}", kinds, letter, 1 / DRAWS)
    for name, kinds, letter in read_voices(hints()):
        yield example(name, VOICES, kinds, letter, 1.0)


def example(name: str, file: str, kinds: tuple[str, ...], letter: Letter, weight: float) -> Example:
    """Count the traits of one letter."""
    case = case_of(letter)
    first = rule_kinds(case)[0].code
    ruled = first if first in OURS else "overig"
    return Example(name, file, kinds, kind_traits(case), ruled, weight)


if __name__ == "__main__":
    raise SystemExit(main())
