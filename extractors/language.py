"""Read Dutch text: sentences, words and cue phrases.

There is no trained Dutch pipeline to lean on: words are cut as spaCy does for Dutch (`cutter.py`,
and spaCy itself for signs that Dutch post seldom has), with own sentence rules and cue phrases from
the TOML files in `extractors/cues/phrases/`. What a scanner damaged is repaired towards the words
of those cues before they are matched. Nothing here knows what a letter is or what a cue means.

A cue is written as words with a few signs:

    maak|maken ... bezwaar*      one of two words, up to eight others, a word that begins so
    (zeer) niet eens             a word that may be absent
    trek .. in                   up to three other words
"""

import math
import re
import tomllib
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from itertools import chain, product
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from extractors.text.cutter import Cutter, is_plain
from extractors.text.cutting import STOPS, cut
from extractors.text.matching import Gapped, Part, Phrases, Spelled
from extractors.text.spelling import Spelling, fold

if TYPE_CHECKING:
    from extractors.text.lean_spacy import SpacyCutter

# A group, and the words of a document between which one of its cues stands.
_Hit = tuple[str, int, int]

# A word or sign: its offset, what it is, how it is spelled, and its stem.
_Word = tuple[int, str, str, str]
# Words with the signs on them, and white space; of the latter a first space is no word.
_CHUNK = re.compile(r"(?<=\S) |(\S+|\s+)")
_MOST_CHUNKS = 8_192  # that are remembered; then all are forgotten

GAPS = {"..": 3, "...": 8}
_ONE_AT_A_TIME = Lock()
# A cue that stands for more phrases than this is matched part by part.
_MOST_PHRASES = 40


@dataclass(frozen=True, slots=True)
class CueHit:
    """A cue phrase that was found, between two offsets of the text."""

    group: str
    start: int
    end: int


class Token(NamedTuple):  # of which a letter has thousands: a dataclass takes thrice the time
    """A word or sign: its offsets and its repaired, lower-cased spelling without diacritics."""

    start: int
    end: int
    norm: str
    is_function_word: bool


@dataclass(frozen=True, slots=True)
class Analysis:
    """A text with its words, its sentences as offsets, and the cues in it by group."""

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[tuple[int, int], ...]
    hits: Mapping[str, tuple[CueHit, ...]]
    # The groups with, for each, the first offset of the sentences that hold one of its cues.
    said: Mapping[str, frozenset[int]]

    def cues(self, *groups: str, start: int = 0, end: int | None = None) -> tuple[CueHit, ...]:
        """Return the hits of the groups that lie between the offsets, in order."""
        stop = len(self.text) if end is None else end
        found: list[CueHit] = []
        for group in groups:
            hits = self.hits.get(group)
            if not hits:
                continue
            first = bisect_left(hits, start, key=_start_of)
            last = bisect_left(hits, stop, lo=first, key=_start_of)
            found += (hit for hit in hits[first:last] if hit.end <= stop)
        return tuple(sorted(found, key=_start_of)) if len(groups) > 1 else tuple(found)


def _start_of(hit: CueHit) -> int:
    return hit.start


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Return the offsets of each sentence.

    >>> text = "Ik ben o.a. boos. u belde niet terug!"
    >>> [text[start:end] for start, end in sentences(text)]
    ['Ik ben o.a. boos.', 'u belde niet terug!']
    """
    return analyse(text).sentences


def find_cues(text: str, group: str) -> tuple[CueHit, ...]:
    """Return the cues of one group in order.

    >>> text = "Hierbij maak ik namens haar bezwaar."
    >>> [text[hit.start:hit.end] for hit in find_cues(text, "bezwaar_daad")]
    ['maak ik namens haar bezwaar']
    """
    return analyse(text).cues(group)


@lru_cache(maxsize=32)
def analyse(text: str, breaks: tuple[int, ...] = ()) -> Analysis:
    """Read a text once; `breaks` are offsets at which a new sentence certainly begins.

    The last few texts are remembered, because every finder reads the same letter.
    """
    with _ONE_AT_A_TIME:  # the engine keeps and forgets words while it reads
        return _engine().analyse(text, frozenset(breaks))


@cache
def load_words(name: str) -> frozenset[str]:
    """Return a plain word list of the cue files, folded; an unknown name raises KeyError."""
    return frozenset(fold(word) for word in _data()["words"][name])


def load_cues(group: str) -> tuple[str, ...]:
    """Return the cues of a group as they are written; an unknown group raises KeyError."""
    return tuple(_data()["cues"][group])


@cache
def _data() -> dict[str, dict[str, list[str]]]:
    """Read all cue files: `[cues]` tables by group, `[words]` tables of plain words."""
    merged: dict[str, dict[str, list[str]]] = {"cues": {}, "words": {}}
    folder = resources.files("extractors") / "cues" / "phrases"
    for file in sorted(folder.iterdir(), key=lambda each: each.name):
        if not file.name.endswith(".toml"):
            continue
        for section, groups in tomllib.loads(file.read_text(encoding="utf-8")).items():
            twice = merged[section].keys() & groups.keys()
            if twice:
                raise ValueError(f"{file.name}: groups that another file has: {sorted(twice)}")
            merged[section].update(groups)
    return merged


@cache
def _engine() -> "_Engine":
    return _Engine(_data()["cues"])


class _Engine:
    """What cuts words, with all cue groups, built once per process."""

    def __init__(self, groups: Mapping[str, Sequence[str]]) -> None:
        self.cutter = Cutter(_abbreviations())
        self.functional = load_words("stopwoorden") | load_words("functiewoorden")
        self.spelling = Spelling(_words_of(groups), load_words("echte_woorden"))
        self._known_chunks: dict[str, tuple[_Word, ...]] = {}
        self._spelled = lru_cache(maxsize=4096)(self._spelling_of)
        self.gapped: list[Gapped] = []
        self.by_word: dict[str, list[int]] = {}  # places in `gapped` of cues that need the word
        self.phrases = Phrases()
        self._norms = cache(self._norms_of)  # a few thousand words make all phrases
        for group, cues in groups.items():
            for cue in cues:
                self._add(group, cue.split())

    def _add(self, group: str, parts: Sequence[str]) -> None:
        choices = [_choices(part) for part in parts]
        ways = math.prod(map(len, choices))
        if ways > _MOST_PHRASES or any(part in GAPS or "*" in part for part in parts):
            cue = Gapped(group, tuple(map(self._part, parts)))
            for word in min(cue.needs, key=self._commonness):  # a gap has words around it
                self.by_word.setdefault(word, []).append(len(self.gapped))
            self.gapped.append(cue)
            return
        for norms in product(*([self._norms(word) for word in each] for each in choices)):
            self.phrases.add(group, tuple(chain.from_iterable(norms)))

    def _commonness(self, need: frozenset[str]) -> tuple[bool, int]:
        """Put a part that few sentences have before one that many have, as "niet" or "u"."""
        return not need.isdisjoint(self.functional), len(need)

    def _part(self, part: str) -> Part:
        """Return one part of a cue as it is matched."""
        if part in GAPS:
            return Part(gap=GAPS[part])
        choices = _choices(part)
        plain = [each for each in choices if each and not each.endswith("*")]
        words = frozenset([*plain, *self.spelling.stems_from(choices)])
        return Part(words, is_optional="" in choices)

    def analyse(self, text: str, breaks: frozenset[int]) -> Analysis:
        """Read a text: its words, its sentences, and the cues in it."""
        read = self._read(text)
        words = [
            (start, end, word)
            for start, end, word in zip(read.starts, read.ends, read.texts, strict=True)
            if not word.isspace()
        ]
        ends = tuple(cut(words, breaks, load_words("slotafkortingen")))
        hits = self._match(read, ends)
        firsts = [start for start, _ in ends]
        said = {
            group: frozenset(firsts[bisect_right(firsts, hit.start) - 1] for hit in found)
            for group, found in hits.items()
        }
        return Analysis(text, tuple(self._tokens(read)), ends, hits, said)

    def _read(self, text: str) -> "_Read":
        """Cut a text in words, and spell them.

        What stands between two spaces is always cut in the same way: only what is new is cut.
        """
        chunks = [(match.start(), match[1]) for match in _CHUNK.finditer(text) if match[1]]
        known = self._known_chunks
        new = dict.fromkeys(chunk for _, chunk in chunks if chunk not in known)
        if len(known) + len(new) > _MOST_CHUNKS:
            known.clear()
            new = dict.fromkeys(chunk for _, chunk in chunks)
        whole = [chunk for chunk in new if _is_whole(chunk)]
        known.update((chunk, ((0, chunk, *self._spelled(chunk)),)) for chunk in whole)
        signed = [chunk for chunk in new if not _is_whole(chunk)]
        known.update((chunk, tuple(self._cut(chunk))) for chunk in signed)
        read = _Read([], [], [], [], [])
        for start, chunk in chunks:
            for offset, word, norm, stem in known[chunk]:
                read.starts.append(start + offset)
                read.ends.append(start + offset + len(word))
                read.texts.append(word)
                read.norms.append(norm)
                read.stems.append(stem)
        return read

    def _cut(self, chunk: str) -> Iterator[_Word]:
        """Yield the words and signs of a chunk."""
        start = 0
        for word in self.cutter.cut(chunk) if is_plain(chunk) else _spacy().cut(chunk):
            yield start, word, *self._spelled(word)
            start += len(word)

    def _norms_of(self, word: str) -> tuple[str, ...]:
        """Spell a word of a cue, or two that signs part."""
        if _is_whole(word):
            return (self.spelling.repair(word),)
        return tuple(self._read(word).norms)

    def _spelling_of(self, word: str) -> tuple[str, str]:
        norm = self.spelling.repair(fold(word))
        return norm, self.spelling.stem(norm)

    def _tokens(self, read: "_Read") -> Iterator[Token]:
        """Yield the words and signs as plain values that outlive the document."""
        for start, end, text, norm in zip(
            read.starts, read.ends, read.texts, read.norms, strict=True
        ):
            if not text.isspace():
                yield Token(start, end, norm, norm in self.functional)

    def _gaps(self, read: "_Read", ends: Sequence[tuple[int, int]]) -> Iterator[_Hit]:
        """Match the cues with gaps, in each sentence only those whose words all stand in it."""
        for start, end in ends:
            first, last = bisect_left(read.starts, start), bisect_left(read.starts, end)
            sentence = Spelled.of(read.norms[first:last], read.stems[first:last], STOPS)
            possible = {at for word in sentence.places for at in self.by_word.get(word, ())}
            cues = [self.gapped[at] for at in sorted(possible)]
            for cue in (each for each in cues if each.may_match(sentence)):
                for begin, stop in cue.matches(sentence):
                    yield cue.group, first + begin, first + stop

    def _match(
        self, read: "_Read", ends: Sequence[tuple[int, int]]
    ) -> Mapping[str, tuple[CueHit, ...]]:
        found: dict[str, list[CueHit]] = {}
        firsts = [start for start, _ in ends]
        for group, first, last in (*self._gaps(read, ends), *self.phrases.matches(read.norms)):
            start, end = read.starts[first], read.ends[last - 1]
            # A phrase does not run on from one sentence into the next.
            if bisect_right(firsts, start) == bisect_right(firsts, end - 1):
                found.setdefault(group, []).append(CueHit(group, start, end))
        return {group: tuple(_apart(hits)) for group, hits in found.items()}


@dataclass(frozen=True, slots=True)
class _Read:
    """The words of a text as they were cut: where they stand, and how they are spelled."""

    starts: list[int]
    ends: list[int]
    texts: list[str]
    norms: list[str]
    stems: list[str]


@cache
def _spacy() -> "SpacyCutter":
    """Load spaCy for the first chunk that it alone can cut: most letters have none."""
    from extractors.text.lean_spacy import SpacyCutter  # noqa: PLC0415 - a quarter of a second

    return SpacyCutter(_abbreviations())


def _abbreviations() -> frozenset[str]:
    shorts = _data()["words"]["afkortingen"]
    return frozenset(
        form for short in shorts for form in (short, short.capitalize(), short.upper())
    )


def _is_whole(chunk: str) -> bool:
    """Tell white space and words of plain letters: the rules of Dutch cut none of them."""
    return chunk.isspace() or (chunk.isascii() and chunk.isalpha())


@cache  # most parts stand in many cues
def _choices(part: str) -> tuple[str, ...]:
    """Return the words that may stand for one part of a cue; an empty one when it is optional."""
    words = tuple(fold(word) for word in part.strip("()").split("|"))
    return ("", *words) if part.startswith("(") else words


def _words_of(groups: Mapping[str, Sequence[str]]) -> frozenset[str]:
    return frozenset(
        word
        for cues in groups.values()
        for cue in cues
        for part in cue.split()
        if part not in GAPS
        for word in _choices(part)
        if word
    )


def _apart(hits: Iterable[CueHit]) -> Iterator[CueHit]:
    """Leave out hits that overlap a longer or earlier one of the same group."""
    reach = -1
    for hit in sorted(hits, key=lambda each: (each.start, -each.end)):
        if hit.start >= reach:
            reach = hit.end
            yield hit
