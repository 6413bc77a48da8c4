"""Word lists that only lean: how many of their words stand among some tokens.

The lists are `[words]` of the cue files; a star ends the beginning of longer words. Knows nothing
of what a list is for.
"""

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from extractors.language import Token, load_words
from extractors.once import once


def count_words(tokens: Iterable[Token], *names: str) -> int:
    """Count the different words that one of the named lists holds."""
    return sum(bool(_lists_of(word, names)) for word in {token.norm for token in tokens})


@once
def lists_with(tokens: tuple[Token, ...], names: tuple[str, ...]) -> frozenset[str]:
    """Return which of the named lists hold one of the words."""
    return frozenset().union(*(_lists_of(token.norm, names) for token in tokens))


@lru_cache(maxsize=8192)
def _lists_of(word: str, names: tuple[str, ...]) -> frozenset[str]:
    """Return which of the lists hold a word: whole, or as a beginning with a star."""
    index, sizes = _index(names)
    found = {*index.get(word, ())}
    for size in sizes:
        found.update(index.get(f"{word[:size]}*", ()))
    return frozenset(found)


@cache
def _index(names: tuple[str, ...]) -> tuple[Mapping[str, frozenset[str]], tuple[int, ...]]:
    """Return the names of the lists by what stands in them, and how long beginnings are."""
    found: dict[str, set[str]] = {}
    for name in names:
        for word in load_words(name):
            found.setdefault(word, set()).add(name)
    sizes = {len(word) - 1 for word in found if word.endswith("*")}
    return {word: frozenset(lists) for word, lists in found.items()}, tuple(sorted(sizes))
