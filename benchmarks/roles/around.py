"""What stands around a place in a letter, as traits by name: words before, behind and above it.

Of words their beginning counts, of figures only that they are figures: nothing here depends on who
writes, or on the value itself. Knows no weights.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors.document import Block, Box, Letter, Line, Word
from extractors.once import once
from extractors.text.gazetteer import fold

STEM = 6  # words that begin alike mean about the same
NEAR = 3  # words of which the place counts
FAR = 9  # words that count on either side
_ENDS = re.compile(r"[.!?][\"'\u201d)]?$")
_SHORT = 4  # letters: "nr.", "d.d.", "mw." end no sentence


@dataclass(frozen=True, slots=True)
class Place:
    """Words of a letter that stand together, with the words of their block."""

    block: Block
    words: tuple[Word, ...]  # of the block, in reading order
    lines: tuple[int, ...]  # the line of each
    first: int
    last: int  # behind the last word of the place
    depth: float  # how far down the letter it stands, 0..1


def place_of(letter: Letter, page: int, box: Box) -> Place | None:
    """Return the place of a box on a page of the letter; None where no word stands."""
    for block in letter.blocks:
        if block.page != page or not block.box.overlaps(box):
            continue
        words, lines = _words_of(block)
        within = [at for at, word in enumerate(words) if box.contains(word.box)]
        if within:
            return Place(
                block, words, lines, within[0], within[-1] + 1, _depth(letter, page, box.top)
            )
    return None


@once
def _words_of(block: Block) -> tuple[tuple[Word, ...], tuple[int, ...]]:
    words = tuple(word for line in block.lines for word in line.words)
    return words, tuple(at for at, line in enumerate(block.lines) for _ in line.words)


def _depth(letter: Letter, page: int, top: float) -> float:
    """Return the share of the letter's lines that stand above."""
    lines = _line_places(letter)
    return sum(each < (page, top) for each in lines) / max(len(lines), 1)


@once
def _line_places(letter: Letter) -> tuple[tuple[int, float], ...]:
    return tuple((line.page, line.box.top) for line in letter.lines)


def traits_around(place: Place) -> dict[str, float]:
    """Return the traits of a place."""
    found = dict.fromkeys(_traits(place), 1.0)
    found["plek:diepte"] = place.depth
    return found


def _traits(place: Place) -> Iterator[str]:
    before = _before(place)
    behind = _behind(place)
    yield from _side("v", before[::-1])
    yield from _side("n", behind)
    if before and behind:
        yield f"om:{before[-1]}_{behind[0]}"
    yield from (f"zin:{each}" for each in {*before, *behind})
    yield from _labels(place)
    yield f"in:{place.block.role.value}"
    own = place.block.lines[place.lines[place.first]]
    if len(own.words) == place.last - place.first:
        yield "vorm:alleen"
        yield f"alleen_in:{place.block.role.value}"
    yield f"hoogte:{min(int(place.depth * 6), 5)}"
    yield "vorm:eerste" if place.first == 0 else "vorm:verder"


def _side(name: str, stems: Sequence[str]) -> Iterator[str]:
    """Yield the words on one side, the nearest first."""
    for at, stem in enumerate(stems[:NEAR]):
        yield f"{name}{at}:{stem}"
    if not stems:
        yield f"{name}:niets"
    for stem in stems[:FAR]:
        yield f"{name}:{stem}"
    for one, other in pairwise(stems[: NEAR + 1]):
        yield f"{name}p:{one}_{other}"


def _before(place: Place) -> list[str]:
    """Return the words before the place in its sentence, the last one last."""
    stems: list[str] = []
    for at in range(place.first - 1, max(place.first - 1 - FAR, -1), -1):
        word = place.words[at]
        if _ends(word.text, place.words[at + 1].text):
            break
        stems[:0] = stems_of(word.text)
    return stems


def _behind(place: Place) -> list[str]:
    stems: list[str] = []
    for at in range(place.last, min(place.last + FAR, len(place.words))):
        if _ends(place.words[at - 1].text, place.words[at].text):
            break
        stems += stems_of(place.words[at].text)
    return stems


def _ends(word: str, following: str) -> bool:
    """Tell whether a sentence ends between two words."""
    return bool(
        _ENDS.search(word) and (len(word) > _SHORT or word[0].isdigit()) and following[:1].isupper()
    )


def stems_of(text: str) -> list[str]:
    """Return the parts of a word that count.

    >>> stems_of("besluitnummer:"), stems_of("12-345,"), stems_of("(d.d.")
    (['beslui', ':'], ['#'], ['(', 'dd'])
    """
    opened = ["("] if text[:1] in "([" else []
    colon = [":"] if text[-1:] == ":" else []
    bare = fold(text.replace(".", "")).replace(" ", "")
    if any(char.isdigit() for char in bare):
        return [*opened, "#", *colon]
    return [*opened, *([bare[:STEM]] if bare else []), *colon]


def _labels(place: Place) -> Iterator[str]:
    """Yield what stands before the place on its own line, and above it."""
    at = place.lines[place.first]
    line = place.block.lines[at]
    left = [w for w in line.words if w.box.x1 <= place.words[place.first].box.x0 + 1]
    yield from (f"regel:{stem}" for word in left for stem in stems_of(word.text))
    if not left:
        yield "regel:niets"
        above = _above(place, at)
        if above is not None:
            yield from (f"boven:{stem}" for word in above.words for stem in stems_of(word.text))
            yield f"bovenkort:{len(above.words) < 5}"


def _above(place: Place, at: int) -> Line | None:
    return place.block.lines[at - 1] if at else None
