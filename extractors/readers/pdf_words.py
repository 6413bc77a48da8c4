"""Glyphs of a text layer become words; and is the layer to be trusted? Pure."""

import re
import statistics
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import Final

from extractors.document import Box, Word, around
from extractors.readers.pdf_marks import OBLIQUE, Glyph

SAME_LINE: Final = 0.35  # of the size: baselines closer than this are one line
SPACE: Final = 0.17  # of the size: the narrowest gap that separates words, without space glyphs
WIDE_SPACE: Final = 0.30  # the same, where the line has space glyphs of its own
OVERPRINT: Final = 0.25  # of the size: bold made by printing twice, a little aside
WATERMARK: Final = 2.5  # times as large as the letters of the page, with room for a turned box
LEAST_LETTERS: Final = 12  # a page with fewer is not judged by its words

_LIGATURES: Final = {
    "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl",
    "\ufb05": "st", "\ufb06": "st", "\u0132": "IJ", "\u0133": "ij",
}  # fmt: skip
_UNMAPPED: Final = re.compile(r"\(cid:\d+\)")
_MOJIBAKE: Final = re.compile(r"Ã[\x80-\xbf©«¯¶¼¨³²\xb4]|â€|Â[\xa0-\xbf]|ï»¿")
_BASELINE: Final = attrgetter("box.bottom")
_SIDES: Final = attrgetter("box.x0", "box.x1")
_VOWELS: Final = frozenset("aeiouyàáâäèéêëìíîïòóôöùúûü")


def words_of(glyphs: Iterable[Glyph], *, width: float, height: float) -> tuple[Word, ...]:
    """Return the words of upright glyphs, line by line; turned ones follow.

    `width` and `height` are those of the page, about which turned glyphs are set upright.
    """
    every = [glyph for glyph in glyphs if glyph.size > 0.5 and glyph.box.x1 >= glyph.box.x0]
    angles = {glyph.angle for glyph in every}
    upright = [glyph for glyph in every if not glyph.angle] if len(angles) > 1 else every
    words = list(_level(upright)) if 0 in angles else []
    for angle in sorted(angles & {90, 180, 270}):
        turned = [
            turn_glyph(glyph, -angle, width=width, height=height)
            for glyph in every
            if glyph.angle == angle
        ]
        size = (height, width) if angle % 180 else (width, height)
        words.extend(
            Word(word.text, turn_box(word.box, angle, width=size[0], height=size[1]))
            for word in _level(turned)
        )
    if OBLIQUE in angles:
        words.extend(_oblique(every))
    return tuple(words)


def _level(glyphs: Sequence[Glyph]) -> Iterator[Word]:
    return (word for line in _lines(glyphs) for word in _words_of_line(line))


def _oblique(glyphs: Sequence[Glyph]) -> Iterator[Word]:
    """Yield what is written aslant in ordinary letters, in painting order.

    Large letters across the page are a watermark: they are no part of what it says, and would
    stand in the middle of its words.
    """
    upright = [glyph.size for glyph in glyphs if glyph.angle != OBLIQUE]
    most = WATERMARK * statistics.median(upright) if upright else float("inf")
    word: list[Glyph] = []
    for glyph in glyphs:
        if glyph.angle != OBLIQUE or glyph.size > most or glyph.text.isspace():
            yield from _closed(word)
            word = []
        else:
            word.append(glyph)
    yield from _closed(word)


def turn_box(box: Box, degrees: int, *, width: float, height: float) -> Box:
    """Return the box on the page of `width` by `height` after it is turned clockwise."""
    match degrees % 360:
        case 90:
            return Box(height - box.bottom, box.x0, height - box.top, box.x1)
        case 180:
            return Box(width - box.x1, height - box.bottom, width - box.x0, height - box.top)
        case 270:
            return Box(box.top, width - box.x1, box.bottom, width - box.x0)
        case _:
            return box


def turn_glyph(glyph: Glyph, degrees: int, *, width: float, height: float) -> Glyph:
    """Return the glyph after the page is turned clockwise."""
    box = turn_box(glyph.box, degrees, width=width, height=height)
    angle = glyph.angle if glyph.angle == OBLIQUE else (glyph.angle + degrees) % 360
    return Glyph(glyph.text, box, glyph.size, angle)


def is_trustworthy(glyphs: Sequence[Glyph], words: Sequence[Word]) -> bool:
    """Tell whether the text layer says what the page shows.

    Subset fonts without a Unicode map give numbers of glyphs, private characters or other letters
    than the eye sees; then words have no vowels and letters stand among signs.
    """
    printed = [glyph.text for glyph in glyphs if not glyph.text.isspace()]
    if not printed:
        return False
    odd = sum(count for text, count in Counter(printed).items() if _is_odd(text))
    if odd > 0.1 * len(printed):
        return False
    text = " ".join([word.text for word in words])
    if not text.isascii() and len(_MOJIBAKE.findall(text)) > max(2, 0.01 * len(text)):
        return False
    return _looks_like_words(words)


def _is_odd(text: str) -> bool:
    if _UNMAPPED.fullmatch(text) or text == "\ufffd":
        return True
    return all(unicodedata.category(char) in {"Co", "Cn", "Cc", "Cs"} for char in text)


def _looks_like_words(words: Sequence[Word]) -> bool:
    visible = "".join([word.text for word in words])
    letters = "".join(filter(str.isalpha, visible))
    if len(letters) < LEAST_LETTERS:
        return True
    latin = len(letters) if letters.isascii() else sum(char < "\u0250" for char in letters)
    if latin < 0.45 * len(visible):
        return False
    long = [word.text.casefold() for word in words if sum(map(str.isalpha, word.text)) >= 4]
    voiced = sum(not _VOWELS.isdisjoint(text) for text in long)
    return (not long or voiced >= 0.75 * len(long)) and len(visible) < 25 * len(words)


def _lines(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """Yield glyphs that stand on one line, from left to right."""
    line: list[Glyph] = []
    bottom = 0.0
    for glyph in sorted(glyphs, key=_BASELINE):
        below = glyph.box.bottom - bottom
        if line and below and below > SAME_LINE * max(glyph.size, line[0].size):
            yield sorted(line, key=_SIDES)
            line = []
        if not line:
            bottom = glyph.box.bottom
        line.append(glyph)
    if line:
        yield sorted(line, key=_SIDES)


def _words_of_line(line: Sequence[Glyph]) -> Iterator[Word]:
    parts = _between_spaces(line)
    least = (WIDE_SPACE if len(parts) > 1 else SPACE) + _letter_spacing(parts)
    for part in parts:
        word: list[Glyph] = []
        for glyph in part:
            if word:
                last = word[-1]
                if _is_printed_twice(last, glyph):
                    continue
                if glyph.box.x0 - last.box.x1 > least * max(glyph.size, last.size):
                    yield from _closed(word)
                    word = []
            word.append(glyph)
        yield from _closed(word)


def _between_spaces(line: Sequence[Glyph]) -> list[Sequence[Glyph]]:
    """Part a line at its space glyphs; a part is empty where two stand together."""
    spaces = [at for at, glyph in enumerate(line) if glyph.text.isspace()]
    return [line[start + 1 : end] for start, end in pairwise((-1, *spaces, len(line)))]


def _letter_spacing(parts: Sequence[Sequence[Glyph]]) -> float:
    """Return the usual gap between neighbouring letters, in sizes: 0 but in spaced headings."""
    gaps = [
        (right.box.x0 - left.box.x1) / max(left.size, 1.0)
        for part in parts
        for left, right in pairwise(part)
    ]
    if len(gaps) < 4:
        return 0.0
    usual = statistics.median(gaps)
    return usual if 0.08 < usual < 1.2 else 0.0


def _is_printed_twice(left: Glyph, right: Glyph) -> bool:
    return left.text == right.text and (
        right.box.x0 - left.box.x0 < min(OVERPRINT * left.size, 0.6 * left.box.width)
    )


def _closed(glyphs: Sequence[Glyph]) -> Iterator[Word]:
    text = "".join([glyph.text for glyph in glyphs])
    if not text.isascii():
        text = "".join(_LIGATURES.get(glyph.text, glyph.text) for glyph in glyphs)
        text = unicodedata.normalize("NFC", text)
    parts = text.replace("\x00", "").split()
    if parts:
        yield Word("".join(parts), around([glyph.box for glyph in glyphs]))
