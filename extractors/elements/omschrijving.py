"""What a complaint is about (Awb 9:4 lid 2 c): conduct or care, and roughly when.

Anger alone or disagreement with a decision alone is no description. Role `gedraging`; marks:
`kaal` (no conduct is told), `zie_bijlage` (the letter refers elsewhere), `bijgevoegd`
(and what it refers to is there).
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from extractors.document import Letter
from extractors.element import Candidate, ElementId, Hints
from extractors.story.lexicon import count_words
from extractors.story.passages import (
    Body,
    Sentence,
    body_of,
    bridged,
    enclosed_of,
    instead_of,
    novelty,
    passage_of,
    puts_off_orally,
    with_enclosure,
)

ELEMENT = ElementId.OMSCHRIJVING
ROLE = "gedraging"

# Worth of all sentences together from which a letter is believed to describe something.
ENOUGH = 0.6
ENOUGH_ANNOUNCED = 1.2  # and from which one that says that it will tell later
_COMPLAINS = re.compile(r"(?:ge)?kla+[cg]|onvrede|ontevreden")
_INTENT, _INTENT_WORDS = 0.3, 4  # worth of what somebody intends, from so many words on
_SELF = frozenset({"ik", "wij", "we"})
_INTENDS = frozenset({
    "wil", "willen", "ga", "gaan", "zal", "zullen", "eis", "eisen", "hoop", "hopen", "verwacht",
    "verwachten", "overweeg", "overwegen", "stap", "stappen",
})  # fmt: skip
_OTHERS = frozenset({"hij", "zij", "ze", "die", "men", "u", "jullie"})
_DID = frozenset(
    {"heeft", "hebben", "had", "hadden", "was", "waren", "kwam", "liet", "gaf", "ging"}
)
# "Toen ik ernaar vroeg zei hij dat ik maar weg moest gaan": what an answer was, at any place.
_SAID = frozenset({
    "zei", "zeiden", "antwoordde", "antwoordden", "riep", "riepen", "beweerde", "beweerden",
    "dreigde", "dreigden", "siste", "snauwde",
})  # fmt: skip
_SPEAKERS = frozenset({"hij", "zij", "ze", "men"})
# One of these leads to what is complained of; "noteer dit als klacht, voor zover u dat kan schelen"
# has many words and none.
_ABOUT = frozenset({
    "over", "wegens", "vanwege", "omdat", "want", "tegen", "om", "inzake", "omtrent", "betreffende",
    "aangaande", "naar", "van", "door", "bij",
})  # fmt: skip
_LACKS = frozenset({"niet", "geen", "nooit", "niemand", "nergens", "weigert", "weigerde"})
# "Ik ben niet tevreden over de gang van zaken" names nothing that was done.
_VAGUE = re.compile(
    r"(?i)\b(?:over|met) (?:de |het |deze |dit |uw |jullie )?(?:hele )?(?:gang van zaken|situatie|"
    r"organisatie|dienstverlening|service|werkwijze|kwestie|zaak|alles|u|jullie)"
    r"(?: (?:bij|van|op|in|rond|rondom) (?:\w+ ){0,2}\w+)?(?: (?:wil|dien) (?:ik|wij)\b.*)?\W*$|"
    r"\b(?:hoe|de (?:manier|wijze) waarop) (?:ik|wij|we) (?:\w+ ){0,5}"
    r"(?:behandeld|bejegend|geholpen|te woord)\b"
)
_MUCH_TOLD = 4  # words beside those that say where or when it will be told
_VAGUE_WORDS = 2  # beside these words, and no more
BARE = 0.5  # how sure it is that words say no more than that somebody is angry


def find(letter: Letter, hints: Hints) -> tuple[Candidate, ...]:
    """Return the description first when there is one, then what stands in its place."""
    del hints
    body = body_of(letter)
    weights = {sentence: _worth(body, sentence) for sentence in body.sentences}
    total = sum(weights.values())
    told = [sentence for sentence in body.sentences if weights[sentence] > 0.2]
    announced = any(body.has(each, "proforma") and not weights[each] for each in body.sentences)
    needed = ENOUGH_ANNOUNCED if announced else ENOUGH
    found = (_description(body, told, total),) if told and total >= needed else ()
    enclosed = enclosed_of(letter)
    said = sum(_worth(enclosed, sentence) for sentence in enclosed.sentences)
    instead = (with_enclosure(each, said) for each in _instead(body))
    return (*found, *instead) or tuple(_told_at_all(body))


def _description(body: Body, told: list[Sentence], total: float) -> Candidate:
    between = [each for each in body.sentences if not body.has(each, "beleefd", "bijlage_zin")]
    passage = passage_of(body, bridged(body.sentences, told, over=frozenset(between)))
    belief = min(0.6 + 0.15 * total, 0.97)
    return passage.candidate(ROLE, belief)


def _instead(body: Body) -> Iterator[Candidate]:
    elsewhere = [each for each in body.sentences if body.has(each, "bijlage_gronden")]
    bare = [each for each in body.sentences if body.has(each, "klacht_daad", "bewering")]
    yield from instead_of(body, elsewhere, ROLE, mark="zie_bijlage", belief=0.6)
    yield from instead_of(body, bare, ROLE, mark="kaal", belief=BARE)


def _told_at_all(body: Body) -> Iterator[Candidate]:
    """Yield what somebody tells of conduct in few words: that is not asked for."""
    if not any(body.has(each, "gedrag", "klacht_wens") for each in body.sentences):
        return
    told = [
        each
        for each in body.sentences
        if novelty(each) and not body.has(each, "beleefd", "bijlage_zin")
    ]
    yield from instead_of(body, told, ROLE, mark="kaal", belief=BARE)


def _worth(body: Body, sentence: Sentence) -> float:
    """Weigh a sentence as a description of conduct, 0..1."""
    words = novelty(sentence, feelings=False)
    told_elsewhere = body.has(sentence, "bijlage_gronden") or puts_off_orally(
        body.wording(sentence)
    )
    if (told_elsewhere and words < _MUCH_TOLD) or (
        words <= _VAGUE_WORDS and _VAGUE.search(body.wording(sentence))
    ):
        return 0.0
    conduct = body.has(sentence, "gedrag", "wacht_op_besluit", "uitblijven") or (
        words >= 2 and _hints_at_conduct(body, sentence)
    )
    if _is_plain(body, sentence):
        return 0.9
    if body.has(sentence, "beleefd", "bijlage_zin", "dreiging", "bijzaak"):
        return 0.6 if conduct and words >= 4 else 0.0
    if body.has(sentence, "verzoek", "klacht_wens", "identiteit"):
        return 0.6 if conduct and words >= 3 else 0.0
    if body.has(sentence, "klacht_daad"):
        # "een klacht over de bejegening door uw medewerker": the object tells what it is about.
        names = not _ABOUT.isdisjoint(token.norm for token in sentence.tokens)
        told = (words >= 4 and names) or (words >= 3 and body.has(sentence, "oorzaak_hard"))
        return 0.7 if (conduct and words >= 1) or told else 0.0
    return _told(body, sentence, words, conduct=conduct)


def _is_plain(body: Body, sentence: Sentence) -> bool:
    """Tell what was done or left undone in few words: "de taxi kwam niet"."""
    other = ("beleefd", "bijlage_zin", "bijlage_gronden", "bijzaak", "verzoek", "klacht_wens")
    return (
        body.has(sentence, "misdraging")
        and not body.has(sentence, *other, "klacht_daad", "wens")
        and not _is_intent(sentence)
    )


def _told(body: Body, sentence: Sentence, words: int, *, conduct: bool) -> float:
    """Weigh a sentence that has nothing to do but tell."""
    if _is_intent(sentence) and not body.has(sentence, "gedrag"):
        return _INTENT if words >= _INTENT_WORDS else 0.0
    if conduct:
        return 0.9 if words >= 2 else 0.4
    if words == 3 and not _LACKS.isdisjoint(token.norm for token in sentence.tokens):
        return 0.6  # "de rolstoel wordt al een half jaar niet gerepareerd"
    return 0.6 if words >= 4 else 0.3 if words == 3 else 0.0


def _hints_at_conduct(body: Body, sentence: Sentence) -> bool:
    """Tell words of what went wrong, but for those of what the sender intends."""
    if _is_intent(sentence) and not body.has(sentence, "klacht_daad"):
        return False
    return _leans(sentence) or _tells_of_others(sentence)


def _is_intent(sentence: Sentence) -> bool:
    """Tell what the sender wants or is going to do, which describes nothing that was done."""
    norms = {token.norm for token in sentence.tokens}
    return not norms.isdisjoint(_SELF) and not norms.isdisjoint(_INTENDS)


def _tells_of_others(sentence: Sentence) -> bool:
    """Tell what somebody else has done: "zij heeft met onze buren over ons gesproken"."""
    norms = [token.norm for token in sentence.tokens]
    first, rest = norms[0], norms[1:3]
    said = any(verb in _SAID and who in _SPEAKERS for verb, who in pairwise(norms))
    return said or (first in _OTHERS and not _DID.isdisjoint(rest))


def _leans(sentence: Sentence) -> bool:
    """Tell whether words of bad treatment, care or service stand together in the sentence.

    To complain is no service: "ik klaag over alles van de laatste maanden" says nothing of it.
    """
    told = count_words(sentence.tokens, "neiging_gedrag", "neiging_zorgfout")
    served = tuple(each for each in sentence.tokens if not _COMPLAINS.match(each.norm))
    return told >= 1 or count_words(served, "neiging_dienst") >= 2
