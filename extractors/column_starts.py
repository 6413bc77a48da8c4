"""Part a line where it runs into the column beside it.

Two blocks side by side, the office on the left and the sender on the right, are mostly far apart.
A long line on the left ("t.a.v. de commissie bezwaarschriften / klachten") comes as near to the
column as a next word would: only that the lines above and below begin there shows where it ends.
The values of a form begin below each other as well: what stands behind its labels is no column.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import Final, NamedTuple

from extractors.document import Box, Word
from extractors.label_words import is_label

# In em: how far apart begins of one column stand at most, those of the lines beside them, and how
# far off the lines are that show a column.
SAME_START: Final = 0.2
SAME_LEFT: Final = 1.5
NEAR: Final = 3.2
# So many lines show that a column begins there, and so many words stand before it: fewer are the
# label of a form, which goes with its value.
FEWEST_LINES: Final = 2
FEWEST_WORDS: Final = 5

Chain = list[Word]


class _Row(NamedTuple):
    """A line that begins far behind another one at the same height."""

    left: Box  # of the first word of the line before it
    start: Box  # of its own first word
    of_form: bool  # the other one is the label of which it is the value


def parted(chains: list[Chain], gap: float, em: float) -> list[Chain]:
    """Return the chains, those cut in two that run into a column; `gap` is one between columns."""
    rows = list(_rows(chains, gap))
    if len(rows) < FEWEST_LINES:
        return chains
    return [part for chain in chains for part in _parts(chain, rows, em)]


def _rows(chains: Sequence[Chain], gap: float) -> Iterator[_Row]:
    """Yield the lines that stand beside another one, each with the nearest before it."""
    for chain in chains:
        start = chain[0].box
        before = [
            other
            for other in chains
            if start.x0 - other[-1].box.x1 >= gap
            and other[-1].box.shared_height(start) > 0.5 * min(other[-1].box.height, start.height)
        ]
        if before:
            nearest = max(before, key=lambda other: other[-1].box.x1)
            of_form = _is_label(nearest) and not _is_label(chain)
            yield _Row(nearest[0].box, start, of_form)


def _parts(chain: Chain, rows: Iterable[_Row], em: float) -> Iterator[Chain]:
    beside = [row for row in rows if abs(row.left.x0 - chain[0].box.x0) < SAME_LEFT * em]
    for at in range(FEWEST_WORDS, len(chain)):
        box = chain[at].box
        shown = [
            row
            for row in beside
            if abs(row.start.x0 - box.x0) < SAME_START * em
            and abs(row.start.top - box.top) < NEAR * em
        ]
        if len(shown) >= FEWEST_LINES and not (
            chain[at - 1].text.endswith((":", "?"))
            or _is_label(chain[:at])
            or any(row.of_form for row in shown)
        ):
            yield chain[:at]
            yield chain[at:]
            return
    yield chain


def _is_label(words: Sequence[Word]) -> bool:
    """Tell a label, also one that says whose: "Uw naam", "Datum van het bestreden besluit"."""
    said = [word.text for word in words]
    if said[0].casefold() in {"uw", "mijn"} and len(said) > 1:
        said = said[1:]
    bare = takewhile(lambda text: text.casefold() != "van", said)
    return is_label(" ".join(said)) or is_label(" ".join(bare))
