"""What is counted of a letter to weigh its kind: cues, word lists and words, as numbers by name.

`zegt:` a cue group in the body, `kop:` one in the heading, `slot:` one in the last two sentences,
which mostly say what is wanted; `lijst:` the share of sentences with a word of a list; `woord:`,
`kopwoord:` and `slotwoord:` the beginning of a word, `staart:` the end of a long one, `paar:` two
that follow each other; `bouw:` how a sentence is built, whatever it is about; `vorm:` how long the
letter is, what it asks and quotes. Knows no weights.
"""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from extractors.kinds.cases import Case
from extractors.language import Token, load_words
from extractors.story.lexicon import lists_with
from extractors.story.passages import Sentence, is_question
from extractors.story.sentence_traits import LISTS, NOT_COUNTED, stems

# Long words that end alike often are of one family ("indicatiebesluit", "toewijzingsbesluit").
LONG, TAIL = 8, 5
# What stands for all words that follow each other and are about something.
_CONTENT = "*"
# A letter that says something four times says it no more than one that says it three times.
_MOST = 3
# So many sentences at the end say what is wanted.
_LAST = 2
_QUOTES = ('"', "\u201c", "\u201e", "\u201d")


def kind_traits(case: Case) -> dict[str, float]:
    """Return the traits of a letter by name; what is not there has no name."""
    parts = (_cues, _lists, _words, _tails, _builds, _ending, _shape)
    return dict(trait for part in parts for trait in part(case))


def _cues(case: Case) -> Iterator[tuple[str, float]]:
    for group in case.body.analysis.hits:
        count = case.said(group)
        if count and not group.startswith(NOT_COUNTED):
            yield f"zegt:{group}", 0.5 + 0.5 * min(count, _MOST)
    for group in case.heading.analysis.hits:
        if not group.startswith(NOT_COUNTED):
            yield f"kop:{group}", 1.0


def _lists(case: Case) -> Iterator[tuple[str, float]]:
    sentences = case.body.sentences
    holding = Counter(name for each in sentences for name in lists_with(each.tokens, LISTS))
    for name in LISTS:
        if holding[name]:
            yield f"lijst:{name}", holding[name] / len(sentences)


def _words(case: Case) -> Iterator[tuple[str, float]]:
    sentences = [stems(each.tokens) for each in case.body.sentences]
    counts = Counter(stem for each in sentences for stem in each)
    for stem, count in counts.items():
        yield f"woord:{stem}", 0.25 + 0.25 * min(count, 2)
    for stem in set(stems(case.heading.analysis.tokens)):
        yield f"kopwoord:{stem}", 0.5
    for one, following in {pair for each in sentences for pair in pairwise(each)}:
        yield f"paar:{one}_{following}", 0.5


def _tails(case: Case) -> Iterator[tuple[str, float]]:
    norms = {token.norm for each in case.body.sentences for token in each.tokens}
    for tail in {norm[-TAIL:] for norm in norms if len(norm) >= LONG and norm.isalpha()}:
        yield f"staart:{tail}", 0.4


def _builds(case: Case) -> Iterator[tuple[str, float]]:
    """Yield three parts that follow each other ("ik * niet"), of whatever a sentence is about."""
    for three in {each for one in case.body.sentences for each in _threes(_built(one.tokens))}:
        yield f"bouw:{'_'.join(three)}", 0.5


def _built(tokens: Sequence[Token]) -> list[str]:
    """Return the words of a sentence that only build, with one sign for all between two of them."""
    known = load_words("bouwwoorden")
    words = [token.norm if token.norm in known else _CONTENT for token in tokens]
    return [word for word, _ in groupby(words)]


def _threes(parts: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    return zip(parts, parts[1:], parts[2:], strict=False)


def _ending(case: Case) -> Iterator[tuple[str, float]]:
    last = case.body.sentences[-_LAST:]
    for stem in {stem for each in last for stem in stems(each.tokens)}:
        yield f"slotwoord:{stem}", 0.5
    for group in case.body.analysis.hits:
        if not group.startswith(NOT_COUNTED) and any(case.body.has(one, group) for one in last):
            yield f"slot:{group}", 1.0


def _shape(case: Case) -> Iterator[tuple[str, float]]:
    sentences = case.body.sentences
    if not sentences:
        return
    words = sum(len(each.tokens) for each in sentences)
    yield "vorm:lengte", math.log(1 + words) / 5
    yield from _share("vorm:vraag", [is_question(case.body, each) for each in sentences])
    yield from _share("vorm:aangehaald", [_quotes(case, each) for each in sentences])
    if is_question(case.body, sentences[-1]):
        yield "vorm:slotvraag", 1.0


def _share(name: str, found: Sequence[bool]) -> Iterator[tuple[str, float]]:
    if any(found):
        yield name, 1.0
        yield f"{name}_deel", sum(found) / len(found)


def _quotes(case: Case, sentence: Sentence) -> bool:
    return any(mark in case.body.wording(sentence) for mark in _QUOTES)
