"""Learns to tell the kind of a letter from its words, and writes what it learnt as data.

python -m benchmarks.fit_kind [--out FILE] [--try]

It sets the texts of `tune` and `dev`, the letters of the tests, short letters and the letters in
which everything is marked as post, undrawn.
What is written names how well models did that saw no text of the same writer. Three minutes of a
core.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
if str(ROOT) not in sys.path:  # also when called as a file
    sys.path.insert(0, str(ROOT))

from benchmarks.kinds.learning import Example, fit, held_out  # noqa: E402
from benchmarks.kinds.plain import set_text  # noqa: E402
from benchmarks.kinds.short import kinds_of_short, read_short, writer_of_short  # noqa: E402
from benchmarks.kinds.told import Told, files_of, hints, intents_of  # noqa: E402
from benchmarks.kinds.voices import read_voices  # noqa: E402
from benchmarks.kinds.writing import model_file, told_by_threshold  # noqa: E402
from benchmarks.letters.lists import LEARNT_FROM  # noqa: E402
from benchmarks.letters.texts import Text, load_texts  # noqa: E402
from benchmarks.reasons.bracketed import read_bracketed  # noqa: E402
from benchmarks.roles.marked import Marked, letter_of, read_marked  # noqa: E402
from benchmarks.teach import Lesson, teach  # noqa: E402
from extractors.document import Letter  # noqa: E402
from extractors.element import Signal  # noqa: E402
from extractors.kinds.cases import case_of  # noqa: E402
from extractors.kinds.kind_traits import kind_traits  # noqa: E402

WEIGHTS = ROOT / "extractors" / "kinds" / "soortkansen.toml"
DRAWS = 2  # with and without a date or number of the decision
VOICES = "voices"  # other writers; held out together
SHORT, MARKED = "short", "marked"  # each of their writers by itself
# All of these object or complain: at full weight other post is sooner taken for that.
BRACKETED = 0.5


def learn() -> Lesson:
    """Learn, and tell how well it does on what models did not see."""
    examples = list(examples_of())
    rows = [told_as(*each) for each in zip(examples, held_out(examples), strict=True)]
    told = told_by_threshold(rows)
    return told, lambda: model_file(fit(examples), examples, told)


def examples_of() -> Iterator[Example]:
    """Yield every text to learn from as a letter."""
    for split in LEARNT_FROM:
        files = files_of(split)
        for number, text in enumerate(load_texts(split)):
            for draw in range(DRAWS):
                letter = set_text(text, hints(), number=number, draw=draw).letter
                yield example(text, f"{split}/{files[text.id]}", letter, 1 / DRAWS)
    for voice, letter in read_voices(hints()):
        yield example(voice, VOICES, letter, 1.0)
    for name, kind, letter in read_short(hints()):
        text = Text(name, "tune", kind, "", kinds=kinds_of_short(name, kind))
        yield example(text, f"{SHORT}/{writer_of_short(name)}", letter, 1.0)
    for marked in read_marked():
        yield example(text_of(marked), f"{MARKED}/{marked.writer}", _letter(marked), 1.0)
    for marked in read_bracketed():
        yield example(text_of(marked), f"{MARKED}/{marked.writer}", _letter(marked), BRACKETED)


def text_of(marked: Marked) -> Text:
    """Return what is true of a marked letter as of a text."""
    kinds = ("bezwaar", "klacht") if marked.kind == "beide" else ()
    return Text(marked.name, "tune", kinds[0] if kinds else marked.kind, "", kinds=kinds)


def _letter(marked: Marked) -> Letter:
    return letter_of(marked, hints())


def example(text: Text, file: str, letter: Letter, weight: float) -> Example:
    """Count the traits of one letter."""
    case = case_of(letter)
    intents = intents_of(text)
    kinds = (text.kind, *text.accepts)
    return Example(text.id, file, kinds, intents, case, kind_traits(case), weight)


def told_as(example: Example, signals: tuple[Signal, ...]) -> Told:
    """Put what was said of an example beside what is true."""
    return Told(
        example.id, example.file, example.kinds, example.intents, frozenset(), signals, None
    )


if __name__ == "__main__":
    raise SystemExit(teach("fit_kind", "Learn the kind of letters.", WEIGHTS, learn))
