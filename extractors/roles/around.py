"""What stands around a place in a letter, as traits by name: words before, behind and above it.

Of words their beginning counts, of long ones their end as well ("indicatiebesluit" is a "besluit"),
of figures only that they are figures: nothing here depends on who writes, or on the value itself.
Knows no weights.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors.document import Block, Box, Letter, Line, Word
from extractors.once import once
from extractors.text.gazetteer import fold

STEM = 6  # words that begin alike mean about the same
END = 6  # letters of a long word that tell what a compound is
NEAR = 3  # words of which the place counts
ENDS_NEAR = 2  # long words of which the place counts
FAR = 9  # words that count on either side
CLOSE = 2.5  # heights of a line: what stands higher is about something else
_ENDS = re.compile(r"[.!?][\"'\u201d)]?$")
SHORT_LABEL = 5  # words; a line above with fewer may name what stands below it
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
    left: tuple[Word, ...]  # on its height, also in another column
    above: Line | None  # the nearest line above it that is not beside it


def place_of(letter: Letter, page: int, box: Box) -> Place | None:
    """Return the place of a box on a page of the letter; None where no word stands."""
    for block in letter.blocks:
        if block.page != page or not block.box.overlaps(box):
            continue
        words, lines = _words_of(block)
        within = [at for at, word in enumerate(words) if box.contains(word.box)]
        if within:
            first, last = within[0], within[-1] + 1
            own = block.lines[lines[first]]
            return Place(
                block, words, lines, first, last, _depth(letter, page, box.top),
                _left_of(letter, own, words[first]), _above(letter, own, words[first]),
            )  # fmt: skip
    return None


def _left_of(letter: Letter, own: Line, first: Word) -> tuple[Word, ...]:
    """Return the words before a word on its height: a label may stand in a column of its own."""
    level = (x for x in letter.lines if x.page == own.page and _are_level(x.box, own.box))
    left = (word for line in level for word in line.words if word.box.x1 <= first.box.x0 + 1)
    return tuple(sorted(left, key=lambda word: word.box.x0))


def _above(letter: Letter, own: Line, first: Word) -> Line | None:
    higher = [
        line
        for line in letter.lines
        if line.page == own.page
        and line.box.bottom <= own.box.center[1]
        and line.box.x0 <= first.box.x1
        and line.box.x1 >= first.box.x0
        and own.box.top - line.box.bottom < CLOSE * own.box.height
    ]
    return max(higher, key=lambda line: line.box.bottom, default=None)


def _are_level(one: Box, other: Box) -> bool:
    return one.top <= other.center[1] <= one.bottom


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
    before, behind = _before(place), _behind(place)
    stems, following = _stems(before), _stems(behind)
    yield from _side("v", stems[::-1])
    yield from _side("n", following)
    if stems:
        yield f"v0in:{stems[-1]}|{place.block.role.value}"
    if stems and following:
        yield f"om:{stems[-1]}_{following[0]}"
    yield from (f"zin:{each}" for each in {*stems, *following})
    yield from _ends_of_words(before, behind)
    yield from _labels(place)
    yield f"in:{place.block.role.value}"
    own = place.block.lines[place.lines[place.first]]
    if len(own.words) == place.last - place.first:
        yield "vorm:alleen"
        yield f"alleen_in:{place.block.role.value}"
    yield f"hoogte:{min(int(place.depth * 6), 5)}"
    yield "vorm:eerste" if place.first == 0 else "vorm:verder"


def _ends_of_words(before: Sequence[str], behind: Sequence[str]) -> Iterator[str]:
    """Yield how the long words of the sentence end."""
    for at, word in enumerate(before[::-1][:ENDS_NEAR]):
        yield from (f"v{at}e:{end}" for end in end_of(word))
    for name, words in (("ve", before), ("ne", behind)):
        for word in words:
            for end in end_of(word):
                yield f"{name}:{end}"
                yield f"zine:{end}"


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
    found: list[str] = []
    for at in range(place.first - 1, max(place.first - 1 - FAR, -1), -1):
        word = place.words[at]
        if _ends(word.text, place.words[at + 1].text):
            break
        found.append(word.text)
    return found[::-1]


def _behind(place: Place) -> list[str]:
    found: list[str] = []
    for at in range(place.last, min(place.last + FAR, len(place.words))):
        if _ends(place.words[at - 1].text, place.words[at].text):
            break
        found.append(place.words[at].text)
    return found


def _stems(words: Iterable[str]) -> list[str]:
    return [stem for word in words for stem in stems_of(word)]


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
    if not bare.isalpha() and any(map(str.isdigit, bare)):
        return [*opened, "#", *colon]
    return [*opened, *([bare[:STEM]] if bare else []), *colon]


def end_of(text: str) -> tuple[str, ...]:
    """Return how a word ends that is longer than its beginning, if it is.

    >>> end_of("Indicatiebesluit,"), end_of("besluit")
    (('esluit',), ())
    """
    if len(text) <= STEM and text.isascii() and text.isalpha():
        return ()  # as most words are
    letters = "".join(filter(str.isalpha, fold(text)))
    return (letters[-END:],) if len(letters) > STEM + 1 else ()


def _labels(place: Place) -> Iterator[str]:
    """Yield what stands before the place on its own height, and above it."""
    left = [word.text for word in place.left]
    if left:
        stems = _stems(left)
        yield from (f"regel:{stem}" for stem in stems)
        yield from (f"regele:{end}" for word in left for end in end_of(word))
        yield from (f"regelp:{one}_{other}" for one, other in pairwise(stems))
        yield from (f"regel0:{stem}" for stem in stems_of(left[-1]))
        return
    yield "regel:niets"
    if place.above is not None:
        above = [word.text for word in place.above.words]
        yield from (f"boven:{stem}" for stem in _stems(above))
        yield from (f"bovene:{end}" for word in above for end in end_of(word))
        yield f"bovenkort:{len(above) < SHORT_LABEL}"
