"""Word lists that only lean: how many of their words stand among some tokens.

The lists are `[words]` of the cue files; a star ends the beginning of longer words. Knows nothing
of what a list is for.
"""

from collections.abc import Mapping
from functools import cache, lru_cache

from extractors.language import Token, load_words
from extractors.once import once

_Lists = Mapping[str, frozenset[str]]  # names of lists by what stands in them
_NONE: frozenset[str] = frozenset()


def count_words(tokens: tuple[Token, ...], *names: str) -> int:
    """Count the different words that one of the named lists holds."""
    return sum(bool(_lists_of(word, names)) for word in _different(tokens))


@once
def _different(tokens: tuple[Token, ...]) -> frozenset[str]:
    return frozenset(token.norm for token in tokens)


@once
def lists_with(tokens: tuple[Token, ...], names: tuple[str, ...]) -> frozenset[str]:
    """Return which of the named lists hold one of the words."""
    return frozenset().union(*(_lists_of(token.norm, names) for token in tokens))


@lru_cache(maxsize=8192)
def _lists_of(word: str, names: tuple[str, ...]) -> frozenset[str]:
    """Return which of the lists hold a word: whole, or as a beginning with a star."""
    whole, begun, sizes = _index(names)
    found = whole.get(word, _NONE)
    for size in sizes:
        if word[:size] in begun:
            found |= begun[word[:size]]
    return found


@cache
def _index(names: tuple[str, ...]) -> tuple[_Lists, _Lists, tuple[int, ...]]:
    """Return the names of the lists by word and by beginning, and how long beginnings are."""
    found: dict[str, set[str]] = {}
    for name in names:
        for word in load_words(name):
            found.setdefault(word, set()).add(name)
    whole = {word: frozenset(lists) for word, lists in found.items()}
    begun = {word[:-1]: lists for word, lists in whole.items() if word.endswith("*")}
    return whole, begun, tuple(sorted({len(word) for word in begun}))
