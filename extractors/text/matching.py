"""Match cues against words: phrases in a text, and cues with gaps in one sentence.

Knows no spelling and no cue. spaCy matches the same, but takes a phrase for a text to be cut in
words, and writes a gap of eight words out in nine patterns.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Self


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a cue: a word with other spellings, or a gap of up to `gap` other words."""

    words: frozenset[str] = frozenset()  # spellings and stems that will do
    is_optional: bool = False
    gap: int = 0


@dataclass(frozen=True, slots=True)
class Spelled:
    """The words of a sentence: where each spelling and stem stands, and what ends a gap."""

    count: int
    words: frozenset[str]
    places: dict[str, list[int]]
    barriers: frozenset[int]

    @classmethod
    def of(cls, norms: Sequence[str], stems: Sequence[str], barrier: frozenset[str]) -> Self:
        """Look up the words once for all cues; no gap runs over a word of `barrier`."""
        places: dict[str, list[int]] = {}
        for at, (norm, stem) in enumerate(zip(norms, stems, strict=True)):
            places.setdefault(norm, []).append(at)
            if stem != norm:
                places.setdefault(stem, []).append(at)
        words = frozenset(places)
        stops = frozenset(at for word in barrier & words for at in places[word])
        return cls(len(norms), words, places, stops)

    def places_of(self, part: Part) -> set[int]:
        """Return where one of the spellings of the part stands."""
        return {at for word in part.words & self.words for at in self.places[word]}


@dataclass(frozen=True, slots=True)
class Gapped:
    """A cue whose parts need not stand side by side.

    >>> cue = Gapped("", (Part(frozenset({"trek"})), Part(gap=3), Part(frozenset({"in"}))))
    >>> words = "ik trek mijn bezwaar in".split()
    >>> list(cue.matches(Spelled.of(words, words, frozenset("."))))
    [(1, 5)]
    """

    group: str
    parts: tuple[Part, ...]
    # For each part that must be there, the spellings and stems that will do.
    needs: tuple[frozenset[str], ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Tell apart what the cue cannot do without."""
        needs = (part.words for part in self.parts if part.words and not part.is_optional)
        object.__setattr__(self, "needs", tuple(needs))

    def may_match(self, sentence: Spelled) -> bool:
        """Tell whether all words stand in the sentence that the cue cannot do without."""
        return not any(map(sentence.words.isdisjoint, self.needs))

    def matches(self, sentence: Spelled) -> Iterator[tuple[int, int]]:
        """Yield the longest match from each place where one begins: its first word and its end."""
        first = self.parts[0]
        anywhere = first.gap or first.is_optional
        places = [sentence.places_of(part) for part in self.parts]
        for start in range(sentence.count) if anywhere else sorted(places[0]):
            ends = {start}
            for part, here in zip(self.parts, places, strict=True):
                ends = _over(ends, part, here, sentence)
            if ends:
                yield start, max(ends)


def _over(ends: set[int], part: Part, here: set[int], sentence: Spelled) -> set[int]:
    """Return where the part may end that begins at one of these places."""
    if not part.gap:
        behind = {at + 1 for at in ends & here}
        return behind | ends if part.is_optional else behind
    reached = set(ends)
    for at in ends:
        for word in range(at, min(at + part.gap, sentence.count)):
            if word in sentence.barriers:
                break
            reached.add(word + 1)
    return reached


# How many were added before, the group, and the words.
_Phrase = tuple[int, str, tuple[str, ...]]
_NO_WORD = ""  # behind the last


class Phrases:
    """Phrases of words side by side, by the group they belong to.

    >>> phrases = Phrases()
    >>> phrases.add("group", ("niet", "eens"))
    >>> list(phrases.matches("ik ben het niet eens".split()))
    [('group', 3, 5)]
    """

    def __init__(self) -> None:
        """Begin without phrases."""
        self._by_first: dict[str, dict[str, list[_Phrase]]] = {}  # then by the second word
        self._count = 0

    def add(self, group: str, words: tuple[str, ...]) -> None:
        """Add a phrase."""
        seconds = self._by_first.setdefault(words[0], {})
        second = words[1] if len(words) > 1 else _NO_WORD
        seconds.setdefault(second, []).append((self._count, group, words))
        self._count += 1

    def matches(self, words: Sequence[str]) -> Iterator[tuple[str, int, int]]:
        """Yield the group, the first word and the end of each phrase that stands in the words."""
        for start, (word, following) in enumerate(pairwise((*words, _NO_WORD))):
            seconds = self._by_first.get(word)
            if seconds is None:
                continue
            likely = [*seconds.get(_NO_WORD, ()), *seconds.get(following, ())]
            for _, group, phrase in sorted(likely):
                end = start + len(phrase)
                if tuple(words[start:end]) == phrase:
                    yield group, start, end
