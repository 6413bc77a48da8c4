"""Word lists that only lean: how many of their words stand among some tokens.

The lists are `[words]` of the cue files; a star ends the beginning of longer words. Knows nothing
of what a list is for.
"""

from collections.abc import Iterable
from functools import cache

from extractors.language import Token, load_words


def count_words(tokens: Iterable[Token], *names: str) -> int:
    """Count the different words that one of the named lists holds."""
    words = {token.norm for token in tokens}
    return sum(any(_holds(name, word) for name in names) for word in words)


def _holds(name: str, word: str) -> bool:
    whole, stems = _split(name)
    return word in whole or word.startswith(stems)


@cache
def _split(name: str) -> tuple[frozenset[str], tuple[str, ...]]:
    words = load_words(name)
    stems = tuple(sorted(word[:-1] for word in words if word.endswith("*")))
    return frozenset(word for word in words if not word.endswith("*")), stems
