"""Bring words that a scanner or a hurried writer damaged back to those that cues hold."""

import unicodedata
from bisect import bisect_left
from collections.abc import Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

# Letters that scanners take for one another; both sides of a comparison go through it.
_LOOKALIKE = str.maketrans("01i|!58", "ollllsb")


def fold(text: str) -> str:
    """Lower the case and drop diacritics.

    >>> fold("Cliënte")
    'cliente'
    """
    if text.isascii():
        return text.lower()
    return without_accents(text.casefold())


def without_accents(text: str) -> str:
    """Drop diacritics.

    >>> without_accents("Cliënte")
    'Cliente'
    """
    plain = unicodedata.normalize("NFKD", text)
    return "".join(char for char in plain if not unicodedata.combining(char))


class Spelling:
    """Bring misread and misspelt words back to the words that cues are made of."""

    def __init__(self, words: frozenset[str], real: frozenset[str]) -> None:
        self.stems = tuple(sorted(word for word in words if word.endswith("*")))
        self._prefixes = tuple(stem[:-1] for stem in self.stems)
        self._by_prefix = dict(zip(self._prefixes, self.stems, strict=True))
        self._sizes = sorted({len(prefix) for prefix in self._prefixes}, reverse=True)
        plain = {word.rstrip("*") for word in words}
        self._known = plain | real
        self._by_look = {_look(word): word for word in sorted(plain) if len(word) >= 4}
        self._long = tuple(sorted(word for word in plain if len(word) >= 7))
        self._long_by_size: dict[tuple[int, int], tuple[str, ...]] = {}
        self._cache: dict[str, str] = {}

    def stems_from(self, wanted: Sequence[str]) -> list[str]:
        """Return the stems that begin as a wanted one does: the longest is what a word gets."""
        found: set[str] = set()
        for head in (each[:-1] for each in wanted if each.endswith("*")):
            for stem in self.stems[bisect_left(self.stems, head) :]:
                if not stem.startswith(head):
                    break
                found.add(stem)
        return sorted(found)

    def stem(self, word: str) -> str:
        """Return the longest stem that the word begins with, else the word."""
        if not word.startswith(self._prefixes):
            return word
        heads = (word[:size] for size in self._sizes)
        return next(self._by_prefix[head] for head in heads if head in self._by_prefix)

    def repair(self, word: str) -> str:
        """Return the cue word that was probably meant, else the word itself."""
        if len(word) < 4 or word in self._known or word.startswith(self._prefixes):
            return word
        if word not in self._cache:
            if len(self._cache) > 50_000:
                self._cache.clear()
            self._cache[word] = self._nearest(word)
        return self._cache[word]

    def _nearest(self, word: str) -> str:
        looks = self._by_look.get(_look(word))
        if looks is not None:
            return looks
        if len(word) < 7 or (any(char.isdigit() for char in word[1:-1]) and len(word) < 8):
            return word
        # One letter wrong in seven, two in twelve: further off it is another word.
        allowed = 1 if len(word) < 12 else 2
        alike = self._as_long(len(word), allowed)
        near = process.extractOne(word, alike, scorer=OSA.distance, score_cutoff=allowed)
        return near[0] if near is not None else word

    def _as_long(self, size: int, allowed: int) -> tuple[str, ...]:
        """Return the long words that so many wrong letters make of a word of this size."""
        key = (size, allowed)
        if key not in self._long_by_size:
            self._long_by_size[key] = tuple(
                word for word in self._long if abs(len(word) - size) <= allowed
            )
        return self._long_by_size[key]


def _look(word: str) -> str:
    """Return how a word looks to a scanner.

    >>> _look("bezwaarterrnijn") == _look("bezwaartermijn")
    True
    """
    return word.translate(_LOOKALIKE).replace("rn", "m").replace("vv", "w")
