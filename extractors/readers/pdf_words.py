"""Glyphs of a text layer become words; and is the layer to be trusted? Pure."""

import re
import statistics
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
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
_VOWELS: Final = frozenset("aeiouyàáâäèéêëìíîïòóôöùúûü")


def words_of(glyphs: Iterable[Glyph], *, width: float, height: float) -> tuple[Word, ...]:
    """Return the words of upright glyphs, line by line; turned ones follow.

    `width` and `height` are those of the page, about which turned glyphs are set upright.
    """
    every = [glyph for glyph in glyphs if glyph.box.width >= 0 and glyph.size > 0.5]
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
    text = " ".join(word.text for word in words)
    if len(_MOJIBAKE.findall(text)) > max(2, 0.01 * len(text)):
        return False
    return _looks_like_words(words)


def _is_odd(text: str) -> bool:
    if _UNMAPPED.fullmatch(text) or text == "\ufffd":
        return True
    return all(unicodedata.category(char) in {"Co", "Cn", "Cc", "Cs"} for char in text)


def _looks_like_words(words: Sequence[Word]) -> bool:
    visible = "".join(word.text for word in words)
    letters = [char for char in visible if char.isalpha()]
    if len(letters) < LEAST_LETTERS:
        return True
    latin = sum(char < "\u0250" for char in letters)
    if latin < 0.45 * len(visible):
        return False
    long = [word.text.casefold() for word in words if sum(map(str.isalpha, word.text)) >= 4]
    voiced = sum(any(char in _VOWELS for char in text) for text in long)
    whole = statistics.fmean(len(word.text) for word in words)
    return (not long or voiced >= 0.75 * len(long)) and whole < 25


def _baseline(glyph: Glyph) -> float:
    return glyph.box.bottom


def _lines(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """Yield glyphs that stand on one line, from left to right."""
    line: list[Glyph] = []
    bottom = 0.0
    for glyph in sorted(glyphs, key=_baseline):
        if line and _baseline(glyph) - bottom > SAME_LINE * max(glyph.size, line[0].size):
            yield sorted(line, key=lambda one: (one.box.x0, one.box.x1))
            line = []
        if not line:
            bottom = _baseline(glyph)
        line.append(glyph)
    if line:
        yield sorted(line, key=lambda one: (one.box.x0, one.box.x1))


def _words_of_line(line: Sequence[Glyph]) -> Iterator[Word]:
    has_spaces = any(glyph.text.isspace() for glyph in line)
    least = (WIDE_SPACE if has_spaces else SPACE) + _letter_spacing(line)
    word: list[Glyph] = []
    for glyph in line:
        if glyph.text.isspace():
            yield from _closed(word)
            word = []
            continue
        if word and _is_printed_twice(word[-1], glyph):
            continue
        if word and glyph.box.x0 - word[-1].box.x1 > least * max(glyph.size, word[-1].size):
            yield from _closed(word)
            word = []
        word.append(glyph)
    yield from _closed(word)


def _letter_spacing(line: Sequence[Glyph]) -> float:
    """Return the usual gap between neighbouring letters, in sizes: 0 but in spaced headings."""
    gaps = [
        (right.box.x0 - left.box.x1) / max(left.size, 1.0)
        for left, right in pairwise(line)
        if not left.text.isspace() and not right.text.isspace()
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
