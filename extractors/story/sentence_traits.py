"""What is counted of a sentence to tell whether it says why or only that something is wrong.

`woord:` the beginning of a word, of which a short sentence has few and each counts for more;
`begin:` the first of them; `paar:` two small words in a row, which tell who or what a statement is
about and whether it is denied ("ik maak", "kan niet", "er is geen"); `zegt:` a cue group in it,
`voor:` and `na:` one in the sentence before and behind it; `lijst:` a word of a list; `vorm:` how
much it says beyond the procedure, and how; `plaats:` where it stands in the letter and beside the
objection. Knows no weights.
"""

import math
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extractors.document import Letter
from extractors.language import Token
from extractors.once import once
from extractors.story.lexicon import lists_with
from extractors.story.passages import Body, Sentence, is_question, novelty, states_need
from extractors.story.statements import statements_of

# Words that begin alike mean about the same ("besluit", "besluiten").
STEM = 6
# Which of them a sentence has says as much as this many traits of the other sorts.
_WORDS = 3.0
# What a decision is about is no sign of a reason, and changes with the offices.
NOT_COUNTED = ("zaak_",)
LISTS = (
    "neiging_mens", "neiging_gedrag", "neiging_zorgfout", "neiging_dienst", "neiging_klachtwens",
    "neiging_besluit", "neiging_anders", "neiging_oneens", "neiging_nood", "neiging_tegen",
    "neiging_verlies", "neiging_brief", "neiging_aangesprokene", "neiging_gunnen",
    "neiging_ontkenning", "neiging_ik", "s_dagen", "s_verleden", "s_kantoor", "s_zij", "s_getal",
    "s_voorziening",
)  # fmt: skip
# What the letter does, beside which a reason stands.
ACTS = ("bezwaar_daad", "beroep_daad", "oneens", "bewering", "heroverwegen", "klacht_daad")
# Somebody is quoted: the office, of which the next sentence says what is so.
_QUOTED = re.compile(r"[\"\u201c\u201d\u201e\u2018]")
_POINT = re.compile(r"([-\u2022\u2013*\u00b7\u25cf]|\d{1,2}[.)]|[a-z][.)])\s")
_MOST_SAID, _MOST_FIGURES, _MOST_TOKENS = 8, 4, 40  # more say no more

Traits = dict[str, float]


@once
def sentence_traits(letter: Letter) -> tuple[Traits, ...]:
    """Return the traits of each statement of the body, in reading order."""
    body = statements_of(letter)
    counted = [
        (group, places)
        for group, places in body.analysis.said.items()
        if not group.startswith(NOT_COUNTED)
    ]
    said = [
        [group for group, places in counted if sentence.start in places]
        for sentence in body.sentences
    ]
    return tuple(dict(_traits(body, at, said)) for at in range(len(said)))


def is_point(body: Body, sentence: Sentence) -> bool:
    """Tell whether the sentence is one item of a list."""
    return bool(_POINT.match(body.wording(sentence)))


@once
def stems(tokens: tuple[Token, ...]) -> tuple[str, ...]:
    """Return the beginnings of the words, in order; signs and figures have none."""
    return tuple(token.norm[:STEM] for token in tokens if any(map(str.isalpha, token.norm)))


def _traits(body: Body, at: int, said: Sequence[Sequence[str]]) -> Iterator[tuple[str, float]]:
    """Yield the traits of a sentence; `said` holds the cue groups of each of them."""
    sentence = body.sentences[at]
    words = dict.fromkeys(stems(sentence.tokens))
    yield from ((f"woord:{stem}", _WORDS / math.sqrt(len(words))) for stem in words)
    yield from ((f"begin:{stem}", 1.0) for stem in list(words)[:1])
    yield from dict.fromkeys(_small_pairs(sentence.tokens), 1.0).items()
    yield from ((f"lijst:{name}", 1.0) for name in sorted(lists_with(sentence.tokens, LISTS)))
    for name, place in (("zegt", at), ("voor", at - 1), ("na", at + 1)):
        groups = said[place] if 0 <= place < len(said) else ()
        yield from ((f"{name}:{group}", 1.0) for group in groups)
    yield from _shape(body, sentence)
    yield from ((f"plaats:{name}", 1.0) for name in _places(at, said))
    for name, place in (("aangehaald", at), ("aangehaald_voor", at - 1)):
        yield f"vorm:{name}", float(place >= 0 and _quotes(body, body.sentences[place]))


def _small_pairs(tokens: Sequence[Token]) -> Iterator[str]:
    """Yield each two words in a row that carry no matter of their own."""
    for one, other in pairwise(tokens):
        if one.is_function_word and other.is_function_word and _is_word(one) and _is_word(other):
            yield f"paar:{one.norm}_{other.norm}"


def _is_word(token: Token) -> bool:
    return token.norm[:1].isalpha()


def _places(at: int, said: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield where a sentence stands: a reason often is the one behind the objection."""
    last = len(said) - 1
    if at == 0:
        yield "eerste"
    if at == last:
        yield "laatste"
    if at == last - 1:
        yield "voorlaatste"
    acts = [place for place, groups in enumerate(said) if not set(ACTS).isdisjoint(groups)]
    if not acts:
        yield "geen_daad"
        return
    if at > acts[0]:
        yield "na_daad"
    if at - 1 in acts:
        yield "direct_na"
    if at + 1 in acts:
        yield "direct_voor"


def _quotes(body: Body, sentence: Sentence) -> bool:
    return bool(_QUOTED.search(body.wording(sentence)))


def _shape(body: Body, sentence: Sentence) -> Iterator[tuple[str, float]]:
    for name, topics in (("nieuw", True), ("boven", False)):
        said = novelty(sentence, topics=topics, feelings=False)
        yield f"vorm:{name}", min(said, _MOST_SAID) / _MOST_SAID
    figures = sum(any(map(str.isdigit, token.norm)) for token in sentence.tokens)
    yield "vorm:cijfers", min(figures, _MOST_FIGURES) / _MOST_FIGURES
    yield "vorm:lengte", min(len(sentence.tokens), _MOST_TOKENS) / _MOST_TOKENS
    yield "vorm:vraag", float(is_question(body, sentence))
    yield "vorm:nood", float(states_need(sentence))
    yield "vorm:punt", float(is_point(body, sentence))
