"""Cut a text of words into sentences."""

from collections.abc import Iterator, Sequence

# A word or sign with the offsets between which it stands.
Placed = tuple[int, int, str]

STOPS = frozenset({".", ";", "!", "?", "...", "\u2026", "?!", "!!"})
_QUOTES = frozenset({'"', "'", ")", "\u201d", "\u2019"})
_CLOSING = STOPS | _QUOTES


def cut(
    words: Sequence[Placed], breaks: frozenset[int], endings: frozenset[str]
) -> Iterator[tuple[int, int]]:
    """Yield the offsets of each sentence: cut after a stop and at each of `breaks`.

    The full stop of an abbreviation or an initial is part of its word; `endings` are abbreviations
    that often end a sentence. A semicolon parts two statements, so it is a stop too.
    """
    if not words:
        return
    first = 0
    for place, (start, _, following) in enumerate(words[1:], start=1):
        ends = _is_end(words, place - 1, endings) and following not in _CLOSING
        # "1." or "a)" at the start is the number of a paragraph, not a sentence.
        if ends and place - first <= 2 and len(words[first][2]) <= 2:
            ends = False
        if ends or start in breaks:
            yield words[first][0], words[place - 1][1]
            first = place
    yield words[first][0], words[-1][1]


def _is_end(words: Sequence[Placed], place: int, endings: frozenset[str]) -> bool:
    """Tell whether a sentence ends here: at a stop, or at the quote or bracket behind one."""
    following = words[place + 1][2]
    while place and words[place][2] in _QUOTES:
        place -= 1
    word = words[place][2]
    return word in STOPS or (word.lower() in endings and following[:1].isupper())
