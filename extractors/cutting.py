"""Cut a text of words into sentences."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from extractors.lean_spacy import Doc, Token

STOPS = frozenset({".", ";", "!", "?", "...", "\u2026", "?!", "!!"})
_QUOTES = frozenset({'"', "'", ")", "\u201d", "\u2019"})


def cut(doc: Doc, breaks: frozenset[int], endings: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield the offsets of each sentence: cut after a stop and at each of `breaks`.

    The full stop of an abbreviation or an initial is part of its word; `endings` are abbreviations
    that often end a sentence. A semicolon parts two statements, so it is a stop too.
    """
    words = [token for token in doc if not token.is_space]
    if not words:
        return
    first = 0
    for place, (token, following) in enumerate(pairwise(words), start=1):
        # "1." or "a)" at the start is the number of a paragraph, not a sentence.
        numbering = place - first <= 2 and len(words[first].text) <= 2
        ends = _is_end(words, place - 1, endings) and not _closes(following.text) and not numbering
        if ends or following.idx in breaks:
            yield words[first].idx, token.idx + len(token)
            first = place
    yield words[first].idx, words[-1].idx + len(words[-1])


def _is_end(words: Sequence[Token], place: int, endings: frozenset[str]) -> bool:
    """Tell whether a sentence ends here: at a stop, or at the quote or bracket behind one."""
    following = words[place + 1].text
    while place and words[place].text in _QUOTES:
        place -= 1
    word = words[place].text
    return word in STOPS or (word.lower() in endings and following[:1].isupper())


def _closes(word: str) -> bool:
    return word in STOPS or word in _QUOTES
