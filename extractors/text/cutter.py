"""Cut a chunk of text, without white space, in words and signs as spaCy does for Dutch.

To import spaCy and to give it its exceptions takes half of the time in which one letter is read.
These are its rules for the signs and letters that Dutch post has, in the order in which it tries
them; `is_plain` tells whether a chunk has no others. A test holds this against spaCy itself. Its
exceptions, words that keep their signs, stand in `cues/heel.txt`.
"""

import re
from collections.abc import Callable, Container, Iterator, Sequence
from functools import cache
from importlib import resources

# Small and large take turns in the block of Turkish and Slavic letters, but for a few.
_BLOCK = [chr(code) for code in range(0x100, 0x180)]
_LOWER = "a-zß-öø-ÿ" + "".join(sign for sign in _BLOCK if sign.islower())
_UPPER = "A-ZÀ-ÖØ-Þ" + "".join(sign for sign in _BLOCK if sign.isupper())
_ALPHA = "a-zA-ZÀ-ÖØ-öø-\u017f"
_PUNCT = r"…,:;!?()\[\]{}<>_#*&·"
_ICONS = "©®☎☐☑☒✉✓✔✗✘"
_DOUBLE_QUOTES = '"`,\u201c\u201d\u201e\u2018\u2019\u201a\u00b4\u00bb\u00ab'
_QUOTES = f"'{_DOUBLE_QUOTES}"
_MONEY = r"US\$|C\$|A\$|[$£€]"
_UNITS = (
    "km²|km³|km|m²|m³|m/s|m|dm²|dm³|dm|cm²|cm³|cm|mm²|mm³|mm|ha|nm|yd|in|ft|kg|g|mg|t|lb|oz|"
    "km/h|kmh|mph|hPa|Pa|mbar|mb|MB|kb|KB|gb|GB|tb|TB|T|G|M|K"
)
# What no name of a host has, as the beginning of a class: the signs of ASCII, without "_" and "-".
_NO_HOST = r"^!-,./:-@\[-\^`{-~"
_PLAIN = re.compile(rf"[!-~{_ALPHA}{_QUOTES}£€§²³…\u2013\u2014•·{_ICONS}]+")
# Of each the first that fits: their order is that of spaCy.
_PREFIX = re.compile(
    rf",,|[§%=\u2014\u2013]|\+(?![0-9])|[{_PUNCT}]|\.\.+|[{_QUOTES}]|{_MONEY}|[{_ICONS}]"
)
_SUFFIX = re.compile(
    rf"(?:''|……|[{_PUNCT}]|\.\.+|[{_QUOTES}]|[{_ICONS}\u2014\u2013]"
    rf"|(?<=[0-9])(?:\+|{_MONEY}|{_UNITS})"
    rf"|(?<=[0-9{_LOWER}%²\-+|{_PUNCT}{_QUOTES}])\."
    rf"|(?<=[{_UPPER}][{_UPPER}])\.)$"
)
_INFIX = re.compile(
    rf"\.\.+|[…{_ICONS}]|(?<=[{_LOWER}])\.(?=[{_UPPER}])"
    rf"|(?<=[{_ALPHA}\"])[:<>=](?=[{_ALPHA}])"
    rf"|(?<=[{_ALPHA}])(?:[!?{_DOUBLE_QUOTES}()\[\]]|--)(?=[{_ALPHA}])"
)
_URL = re.compile(
    r"(?:[\w+\-.]{2,}://)?(?:\S+(?::\S*)?@)?(?:"
    # An address in figures, none of a private network.
    r"(?!(?:10|127)(?:\.\d{1,3}){3})(?!(?:169\.254|192\.168)(?:\.\d{1,3}){2})"
    r"(?!172\.(?:1[6-9]|2\d|3[0-1])(?:\.\d{1,3}){2})"
    r"(?:[1-9]\d?|1\d\d|2[01]\d|22[0-3])(?:\.(?:1?\d{1,2}|2[0-4]\d|25[0-5])){2}"
    r"\.(?:[1-9]\d?|1\d\d|2[0-4]\d|25[0-4])|"
    rf"(?:(?:[{_NO_HOST}_-][{_NO_HOST}]{{0,62}})?[{_NO_HOST}_-]\.)+[{_LOWER}]{{2,63}}"
    r")(?::\d{2,5})?(?:[/?#]\S*)?$"
)


def is_plain(chunk: str) -> bool:
    """Tell whether these rules know all letters and signs of a chunk."""
    return _PLAIN.fullmatch(chunk) is not None


class Cutter:
    """The rules, with words that are never cut."""

    def __init__(self, whole: frozenset[str]) -> None:
        """Keep these words whole besides those of spaCy."""
        self._whole = exceptions() | whole
        self._bare = cache(lambda word: _cut(word, frozenset()))

    def cut(self, chunk: str) -> list[str]:
        """Return the words and signs; `is_plain` must be true of the chunk."""
        found = _cut(chunk, self._whole)
        return self._rejoined(found) if len(found) > 1 else found

    def _rejoined(self, found: list[str]) -> list[str]:
        """Put words together again that were cut before they were seen to be exceptions."""
        taken: dict[int, int] = {}
        used: set[int] = set()
        for size in range(len(found), 1, -1):
            for start in range(len(found) - size + 1):
                stop = start + size
                if not self._is_cut_so(found[start:stop]):
                    continue
                if start not in used and stop - 1 not in used:
                    taken[start] = stop
                used.update(range(start, stop))  # one that came too late stands in the way as well
        return list(_put_together(found, taken)) if taken else found

    def _is_cut_so(self, parts: Sequence[str]) -> bool:
        word = "".join(parts)
        return word in self._whole and self._bare(word) == list(parts)


def _put_together(found: Sequence[str], taken: dict[int, int]) -> Iterator[str]:
    at = 0
    while at < len(found):
        stop = taken.get(at, at + 1)
        yield "".join(found[at:stop])
        at = stop


def _cut(chunk: str, whole: Container[str]) -> list[str]:
    if chunk in whole:
        return [chunk]
    before: list[str] = []
    after: list[str] = []
    middle = _without_affixes(chunk, whole, before.append, after.append)
    return [*before, *_parts(middle, whole), *reversed(after)]


def _without_affixes(
    chunk: str,
    whole: Container[str],
    before: Callable[[str], None],
    after: Callable[[str], None],
) -> str:
    """Return what is left of a chunk when the signs at both ends are taken away, one by one."""
    while chunk and chunk not in whole:
        opened, closed = _PREFIX.match(chunk), None
        rest = chunk[opened.end() :] if opened else chunk
        if not (opened and rest in whole):
            closed = _SUFFIX.search(rest)
        if closed and chunk[: -len(closed[0])] in whole:
            opened = None  # the exception begins with a sign
        if opened is None and closed is None:
            break
        if opened:
            before(opened[0])
            chunk = rest
        if closed:
            after(closed[0])
            chunk = chunk[: -len(closed[0])]
    return chunk


def _parts(word: str, whole: Container[str]) -> Iterator[str]:
    """Yield the parts of a word that has signs in its midst; an address is one part."""
    if not word:
        return
    if word in whole or ("." in word and _URL.match(word)):
        yield word
        return
    start = 0
    for sign in _INFIX.finditer(word):
        if sign.start() == 0:
            continue
        if sign.start() != start:
            yield word[start : sign.start()]
        yield sign[0]
        start = sign.end()
    if word[start:]:
        yield word[start:]


@cache
def exceptions() -> frozenset[str]:
    """Return the words of spaCy that keep their signs."""
    file = resources.files("extractors") / "cues" / "heel.txt"
    return frozenset(file.read_text(encoding="utf-8").split())
