"""Read Dutch text: sentences, words and cue phrases. With `cutting` the only door to spaCy.

There is no trained Dutch pipeline to lean on, so this is `spacy.blank("nl")` with its tokenizer,
own sentence rules and cue phrases from the TOML files in `extractors/cues/phrases/`. What a scanner
damaged is repaired towards the words of those cues before they are matched. Nothing here knows what
a letter is or what a cue means.

A cue is written as words with a few signs:

    maak|maken ... bezwaar*      one of two words, up to eight others, a word that begins so
    (zeer) niet eens             a word that may be absent
    trek .. in                   up to three other words
"""

import math
import tomllib
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from itertools import chain, product
from threading import Lock

from extractors.cutting import STOPS, cut
from extractors.lean_spacy import (
    IS_SPACE,
    Doc,
    Dutch,
    Matcher,
    PhraseMatcher,
    Tokenizer,
    Vocab,
    compile_infix_regex,
    compile_prefix_regex,
    compile_suffix_regex,
    is_space,
)
from extractors.spelling import Spelling, fold

# One token of a spaCy pattern.
Pattern = dict[str, object]

GAPS = {"..": 3, "...": 8}
_BARRIER = sorted(STOPS)
_ZONE = Lock()
# A cue that stands for more phrases than this is matched part by part.
_MOST_PHRASES = 40


@dataclass(frozen=True, slots=True)
class CueHit:
    """A cue phrase that was found, between two offsets of the text."""

    group: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Token:
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
    engine = _engine()
    # The zone forgets the words of the letter afterwards; spaCy allows one zone at a time.
    with _ZONE, engine.vocab.memory_zone():
        doc = engine.read(text)
        ends = tuple(cut(doc, frozenset(breaks), load_words("slotafkortingen")))
        return Analysis(text, tuple(engine.tokens(doc)), ends, engine.match(doc, ends))


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
    """spaCy with all cue groups, built once per process."""

    def __init__(self, groups: Mapping[str, Sequence[str]]) -> None:
        self.vocab = Vocab(lex_attr_getters={IS_SPACE: is_space})
        self.tokenizer = _tokenizer(self.vocab)
        self.functional = frozenset(map(fold, Dutch.Defaults.stop_words)) | load_words(
            "functiewoorden"
        )
        self.spelling = Spelling(_words_of(groups), load_words("echte_woorden"))
        self.gapped: list[_Gapped] = []
        self.by_word: dict[str, list[int]] = {}  # places in `gapped` of cues that need the word
        self.matchers: dict[int, Matcher] = {}
        self.phrases = PhraseMatcher(self.vocab, attr="NORM")
        for group, cues in groups.items():
            for cue in cues:
                self._add(group, cue.split())

    def _add(self, group: str, parts: Sequence[str]) -> None:
        ways = math.prod(len(_choices(part)) for part in parts)
        if ways > _MOST_PHRASES or any(part in GAPS or "*" in part for part in parts):
            variants = product(*map(self._pieces, parts))
            patterns = [list(chain.from_iterable(each)) for each in variants]
            cue = _Gapped(group, patterns, self._needs(parts))
            for word in min(cue.needs, key=len):  # a cue with a gap has words around it
                self.by_word.setdefault(word, []).append(len(self.gapped))
            self.gapped.append(cue)
            return
        phrases = (" ".join(filter(None, words)) for words in product(*map(_choices, parts)))
        self.phrases.add(group, [self.read(phrase) for phrase in phrases])

    def _pieces(self, part: str) -> list[list[Pattern]]:
        """Return the ways in which one part of a cue may be matched."""
        if part in GAPS:
            return [[{"NORM": {"NOT_IN": _BARRIER}, "OP": f"{{0,{GAPS[part]}}}"}]]
        choices = _choices(part)
        ways: list[list[Pattern]] = [[]] if "" in choices else []
        stems = self.spelling.stems_from(choices)
        if stems:
            ways.append([{"LEMMA": {"IN": stems}}])
        plain = [each for each in choices if each and not each.endswith("*")]
        if plain:
            ways.append([{"NORM": plain[0] if len(plain) == 1 else {"IN": plain}}])
        return ways

    def _needs(self, parts: Sequence[str]) -> tuple[frozenset[str], ...]:
        """Return, for each part that must be there, the spellings and stems that will do."""
        needed = [_choices(part) for part in parts if part not in GAPS]
        return tuple(
            frozenset([*choices, *self.spelling.stems_from(choices)])
            for choices in needed
            if "" not in choices
        )

    def read(self, text: str) -> Doc:
        """Cut a text in words; NORM is the repaired spelling, LEMMA the stem that a cue asks."""
        doc: Doc = self.tokenizer(text)
        for token in doc:
            norm = self.spelling.repair(fold(token.text))
            token.norm_ = norm
            token.lemma_ = self.spelling.stem(norm)
        return doc

    def tokens(self, doc: Doc) -> Iterator[Token]:
        """Yield the words and signs as plain values that outlive the document."""
        for token in doc:
            if not token.is_space:
                known = token.norm_ in self.functional
                yield Token(token.idx, token.idx + len(token), token.norm_, known)

    def _gaps(self, doc: Doc, ends: Sequence[tuple[int, int]]) -> Iterator[tuple[str, int, int]]:
        """Match the cues with gaps, in each sentence only those whose words all stand in it.

        A matcher with every cue tries each of them at each word: fifty times slower.
        """
        starts = [token.idx for token in doc]
        for start, end in ends:
            first, last = bisect_left(starts, start), bisect_left(starts, end)
            words = {each for token in doc[first:last] for each in (token.norm_, token.lemma_)}
            possible = {place for word in words for place in self.by_word.get(word, ())}
            for cue in (self.gapped[place] for place in sorted(possible)):
                if all(not need.isdisjoint(words) for need in cue.needs):
                    matcher = self.matchers.get(id(cue)) or self._matcher(cue)
                    for _, begin, stop in matcher(doc[first:last]):
                        yield cue.group, first + begin, first + stop

    def _matcher(self, cue: "_Gapped") -> Matcher:
        """Make the matcher of a cue when a text first needs it: few of them ever do."""
        matcher = Matcher(self.vocab, validate=False)
        matcher.add(cue.group, cue.patterns)
        self.matchers[id(cue)] = matcher
        return matcher

    def _phrases(self, doc: Doc) -> Iterator[tuple[str, int, int]]:
        for key, first, last in self.phrases(doc):
            yield self.vocab.strings[key], first, last

    def match(self, doc: Doc, ends: Sequence[tuple[int, int]]) -> Mapping[str, tuple[CueHit, ...]]:
        found: dict[str, list[CueHit]] = {}
        inside = {index: number for number, (a, b) in enumerate(ends) for index in range(a, b)}
        for group, first, last in (*self._gaps(doc, ends), *self._phrases(doc)):
            start, end = doc[first].idx, doc[last - 1].idx + len(doc[last - 1])
            # A phrase does not run on from one sentence into the next.
            if inside.get(start) == inside.get(end - 1):
                found.setdefault(group, []).append(CueHit(group, start, end))
        return {group: tuple(_apart(hits)) for group, hits in found.items()}


@dataclass(frozen=True, slots=True)
class _Gapped:
    """A cue with a gap or a stem: its patterns, and the words without which it cannot match."""

    group: str
    patterns: list[list[Pattern]]
    needs: tuple[frozenset[str], ...]


def _tokenizer(vocab: Vocab) -> Tokenizer:
    """Return the tokenizer of `spacy.blank("nl")` alone: a pipeline takes half a second to set up.

    Of what spaCy can know of a word only that it is white space is asked.
    """
    rules = Dutch.Defaults
    tokenizer = Tokenizer(
        vocab,
        rules=rules.tokenizer_exceptions,
        prefix_search=compile_prefix_regex(rules.prefixes).search,
        suffix_search=compile_suffix_regex(rules.suffixes).search,
        infix_finditer=compile_infix_regex(rules.infixes).finditer,
        token_match=rules.token_match,
        url_match=rules.url_match,
    )
    for short in _data()["words"]["afkortingen"]:
        for form in {short, short.capitalize(), short.upper()}:
            tokenizer.add_special_case(form, [{"ORTH": form}])
    return tokenizer


def _choices(part: str) -> list[str]:
    """Return the words that may stand for one part of a cue; an empty one when it is optional."""
    optional = part.startswith("(")
    words = [fold(word) for word in part.strip("()").split("|")]
    return ["", *words] if optional else words


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
