"""The grounds of an objection (Awb 6:5 lid 1 d): the sentences that carry a reason.

A reason is a fact, a rule, a consequence or a wrong assumption, also when it is told as a story.
To disagree, to ask for another decision or to say which decision it is are no reasons. Role
`grond`; marks: `pro_forma` (grounds are announced), `kaal` (bare disagreement), `zie_bijlage`
(the letter refers elsewhere), `bijgevoegd` (and what it refers to is there). A candidate without a
mark holds real grounds.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.document import Letter
from extractors.element import Candidate, ElementId, Hints
from extractors.language import load_words
from extractors.story.passages import (
    Body,
    Sentence,
    bridged,
    enclosed_of,
    instead_of,
    is_question,
    novelty,
    passage_of,
    puts_off_orally,
    reserves_right,
    states_need,
    with_enclosure,
)
from extractors.story.sentence_traits import is_point
from extractors.story.statements import statements_of

ELEMENT = ElementId.ONDERBOUWING
ROLE = "grond"

# Worth of all reasons together from which a letter may have grounds. How likely it is that they are
# reasons is learnt (`extractors/story/reason_chances.py`).
ENOUGH = 0.6

_DENIALS = frozenset(
    {"niet", "geen", "niets", "niks", "nooit", "nauwelijks", "amper", "zonder", "verboden"}
)
_ABLE = frozenset({"kan", "kon", "kunnen", "konden", "mag", "mogen", "lukt"})
_VERBS = _ABLE | {
    "heb", "heeft", "hebben", "is", "zijn", "was", "waren", "wordt", "worden", "werd", "gaat",
    "gaan", "krijgt", "krijg", "durf", "durft",
}  # fmt: skip

# What is no fact: an opinion of the decision, a wish, what may follow, how it feels.
_NO_FACT = (
    "bewering", "oneens", "dreiging", "wens", "verleden", "mogelijkheid", "heroverwegen",
    "ondernomen", "bezwaar_naam", "bezwaar_nu", "procedure",
)  # fmt: skip
_OBJECTING = ("bezwaar_daad", "beroep_daad", "oneens", "bewering", "heroverwegen")
_DECIDED = ("verwijzing", "besluit_uitkomst", "besluit_genoemd")  # what the office wrote or did
_THEREFORE = frozenset({"daarom", "dus", "vandaar", "derhalve", "hierom", "daardoor"})
_TOLD = 2  # words beyond the decision and its subject that make a fact
_FACT = 0.9  # a fact by itself is a reason, in however few words it is told
_MUCH_TOLD = 4  # words beside the wish to tell it in person
_MUCH_SAID = 6  # words: a sentence about the letter that says so much says something else as well
BARE = 0.5  # how sure it is that words say no more than that somebody disagrees


# "U heeft de aanvraag afgewezen omdat u vindt dat ik het zelf kan": why the office decided so.
_RETOLD = re.compile(
    r"(?i)\b(?:(?:afgewezen|geweigerd|be[eë]indigd|verlaagd|stop\s?gezet|toegekend|ingetrokken)|"
    r"(?:wijst|wijzen|wees|weigert|weigerde|verlaagt|stopt)\b[^.;]{0,60})\W+(?:omdat|want|aangezien|doordat)\b|"
    r"\b(?:geeft|gaf|noemt|noemde|geven)\s(?:u\s)?als\s(?:reden|argument)\b|"
    r"\b(?:reden|argument)(?:en)?\s(?:van|voor)\s(?:de|het|uw|deze|dit)\s(?:afwijzing|weigering|besluit|"
    r"verlaging|be[eë]indiging)\s(?:is|was)\b"
)
_ANSWERED = re.compile(
    r"(?i)\b(?:maar|terwijl|echter|doch|toch|juist|onterecht|ten onrechte|onjuist|onwaar|klopt|"
    r"waar is|helemaal|wel degelijk|immers|alleen|begrijp|snap)\b"
)
_BY_OFFICE = re.compile(
    r"(?i)\b(?:omdat|want|aangezien|doordat)\s(?:\w+\s)?(?:u|jullie|volgens|er|ik volgens|"
    r"het zorgkantoor|de gemeente|het ciz|uw|de consulent)\b|\breden|\bargument"
)
# "Ondergetekende, P. Smit, wonende aan de Lange Nieuwstraat 12 in Oss": many words that are all
# name and address.
_PRESENTS = re.compile(
    r"(?i)^\W*(?:ik|wij|ondergeteken?den?)\b.{0,90}\b(?:wonende?|woonachtig|gevestigd|"
    r"kantoorhoudende?|domicilie)\b",
    re.DOTALL,
)


def find(letter: Letter, hints: Hints) -> tuple[Candidate, ...]:
    """Return the grounds first when there are any, then what stands in their place."""
    del hints
    body = statements_of(letter)
    retold = {each for each in body.sentences if _is_retold(body.wording(each))}
    announced = _announced(body)
    # Who explains why the grounds come later tells facts too.
    reasons = frozenset() if announced else _where_facts_are_reasons(body)
    weights = {
        sentence: (_worth_with_facts if sentence in reasons else _worth)(body, sentence)
        for sentence in body.sentences
    }
    total = round(sum(weights[each] for each in body.sentences if each not in retold), 2)
    grounds = tuple(_grounds(body, weights, total)) if total >= ENOUGH else ()
    enclosed = enclosed_of(letter)
    said = sum(_worth(enclosed, sentence) for sentence in enclosed.sentences)
    instead = tuple(with_enclosure(each, said) for each in _instead(body, announced))
    return (*grounds, *instead) or tuple(_told_at_all(body))


def _announced(body: Body) -> tuple[Sentence, ...]:
    """Return the sentences that put off the grounds.

    Who gives grounds and keeps the right to add to them puts nothing off.
    """
    every = tuple(each for each in body.sentences if _announces(body, each))
    if all(reserves_right(body.wording(each)) for each in every):
        given = sum(_worth(body, each) for each in body.sentences if each not in every)
        return () if round(given, 2) >= ENOUGH else every
    return every


def _announces(body: Body, sentence: Sentence) -> bool:
    """Tell a sentence that puts off the grounds from one that gives them already."""
    return body.has(sentence, "proforma") and not body.has(sentence, "geen_proforma")


def _grounds(body: Body, weights: dict[Sentence, float], total: float) -> Iterator[Candidate]:
    reasons = [sentence for sentence in body.sentences if weights[sentence] > 0.2]
    if not reasons:
        return
    passage = passage_of(body, bridged(body.sentences, reasons, over=_may_stand_between(body)))
    belief = min(0.6 + 0.2 * total, 0.97)
    yield passage.candidate(ROLE, belief)


def _may_stand_between(body: Body) -> frozenset[Sentence]:
    """Return the sentences that a passage may run over: all but requests and courtesies."""
    return frozenset(
        sentence
        for sentence in body.sentences
        if not body.has(sentence, "beleefd", "bijlage_zin", "proforma", "verzoek")
    )


def _instead(body: Body, announced: Sequence[Sentence]) -> Iterator[Candidate]:
    """Yield what a letter without reasons says in their place, the clearest first."""
    elsewhere = [each for each in body.sentences if body.has(each, "bijlage_gronden")]
    # To object without a reason is bare too, in whatever words.
    bare = [each for each in body.sentences if body.has(each, "bewering", "oneens")] or [
        each
        for each in body.sentences
        if body.has(each, "bezwaar_daad", "beroep_daad", "heroverwegen")
    ]
    for mark, sentences, belief in (
        ("pro_forma", announced, 0.9),
        ("zie_bijlage", elsewhere, 0.6),
        ("kaal", bare, BARE),
    ):
        yield from instead_of(body, sentences, ROLE, mark=mark, belief=belief)


def _told_at_all(body: Body) -> Iterator[Candidate]:
    """Yield what somebody says who does not object in so many words: that is not asked for."""
    told = [
        each
        for each in body.sentences
        if novelty(each) and not body.has(each, "beleefd", "bijlage_zin", "identiteit")
    ]
    yield from instead_of(body, told, ROLE, mark="kaal", belief=BARE)


def _where_facts_are_reasons(body: Body) -> frozenset[Sentence]:
    """Return the sentences behind the objection, and those before a "daarom maak ik bezwaar".

    What is told before it may only introduce who writes: "mijn zoon heeft sinds 2019 een pgb".
    Behind what the office decided it answers that: "u zegt dat hij thuis hulp heeft. Ik werk."
    """
    objecting = [place for place, each in enumerate(body.sentences) if body.has(each, *_OBJECTING)]
    first = objecting[0] if objecting else 0
    told = [at for at, each in enumerate(body.sentences[:first]) if body.has(each, *_DECIDED)]
    first = told[0] if told else first
    said = {token.norm for place in objecting for token in body.sentences[place].tokens}
    return frozenset(body.sentences[0 if said & _THEREFORE else first :])


def _worth_with_facts(body: Body, sentence: Sentence) -> float:
    """Weigh a sentence as a reason; a plain fact that it tells is one."""
    worth = _worth(body, sentence)
    return max(worth, _FACT) if worth and _is_fact(body, sentence) else worth


def _worth(body: Body, sentence: Sentence) -> float:
    """Weigh a sentence as a reason, 0..1."""
    said = novelty(sentence, topics=True, feelings=False)
    beyond_topic = novelty(sentence, topics=False, feelings=False)
    if _announces(body, sentence) or (body.has(sentence, "bijlage_gronden") and beyond_topic < 4):
        return 0.0
    if beyond_topic < _MUCH_TOLD and puts_off_orally(body.wording(sentence)):
        return 0.0
    causal = body.has(sentence, "oorzaak_hard")
    if body.has(sentence, "bijzaak") and beyond_topic < _MUCH_SAID:
        return 0.0
    if body.has(sentence, "beleefd", "bijlage_zin"):
        return 0.6 if causal and beyond_topic >= 4 else 0.0
    if body.has(sentence, "bezwaar_daad", "klacht_daad", "verwijzing", "verzoek", "identiteit"):
        return _beside_procedure(body, sentence, beyond_topic, causal=causal)
    return _told(body, sentence, said, causal=causal)


def _is_retold(words: str) -> bool:
    """Tell the office's reason for its decision from an answer to it."""
    return bool(_RETOLD.search(words) and _BY_OFFICE.search(words)) and not _ANSWERED.search(words)


def _is_unable(body: Body, sentence: Sentence) -> bool:
    """Tell what cannot be done in few words: "zonder de stoel kan ik niet eten"."""
    said = {token.norm for token in sentence.tokens}
    return not (
        body.has(sentence, "bewering", "oneens", "dreiging", "wens")
        or said.isdisjoint(_ABLE)
        or said.isdisjoint(_DENIALS)
        or "u" in said
        or not novelty(sentence, topics=False, feelings=False)
    )


def _is_fact(body: Body, sentence: Sentence) -> bool:
    """Tell a plain fact: "mijn moeder is dement", "de zorg is geleverd, zie de urenstaten".

    Not a question, and not what is thought of the decision.
    """
    if body.has(sentence, *_NO_FACT) or is_question(body, sentence):
        return False
    said = {token.norm for token in sentence.tokens}
    verbs = load_words("feitwerkwoorden")
    if said.isdisjoint(_VERBS) and said.isdisjoint(verbs):
        return False
    plain = tuple(each for each in sentence.tokens if each.norm not in verbs)
    told = novelty(replace(sentence, tokens=plain), topics=False, feelings=False)
    return told >= _TOLD or (told >= 1 and states_need(sentence))


def _denies(body: Body, sentence: Sentence) -> bool:
    """Tell whether somebody cannot, may not or has not: "mijn dochter kan mij niet helpen"."""
    if body.has(sentence, "bewering", "oneens", "dreiging"):
        return False
    said = {token.norm for token in sentence.tokens}
    told = novelty(sentence, topics=False, feelings=False)
    return told >= 3 and not said.isdisjoint(_DENIALS) and not said.isdisjoint(_VERBS)


def _beside_procedure(body: Body, sentence: Sentence, words: int, *, causal: bool) -> float:
    """Weigh a sentence that also has something else to do, such as to object."""
    if causal and words >= 2:
        return 0.9
    if (causal and _says_why(body, sentence)) or _adds_why(body, sentence):
        return 0.8
    if body.has(sentence, "tegenspraak") and words >= 3:
        return 0.7
    if body.has(sentence, "grond") and (words >= 1 or causal):
        return 0.6 if words < 3 else 0.8
    if _PRESENTS.match(body.wording(sentence)):
        return 0.0
    return 0.5 if words >= 6 else 0.0


def _says_why(body: Body, sentence: Sentence) -> bool:
    """Tell whether anything but disagreement stands behind "omdat"."""
    if body.has(sentence, "bewering", "oneens"):
        return False
    hits = body.analysis.cues("oorzaak_hard", start=sentence.start, end=sentence.end)
    behind = tuple(token for token in sentence.tokens if hits and token.start >= hits[0].end)
    return novelty(replace(sentence, tokens=behind), topics=False, feelings=False) >= 1


def _adds_why(body: Body, sentence: Sentence) -> bool:
    """Tell "ik maak bezwaar: mijn arts is niet gebeld": behind the colon stands what is so."""
    if not body.has(sentence, "bezwaar_daad") or body.has(sentence, "bewering", "oneens"):
        return False
    colon = body.text.string.find(": ", sentence.start, sentence.end)
    behind = tuple(each for each in sentence.tokens if colon >= 0 and each.start > colon)
    said = {each.norm for each in behind}
    told = novelty(replace(sentence, tokens=behind), topics=False, feelings=False)
    return not said.isdisjoint(_VERBS) and told >= (1 if said & _DENIALS else 2)


def _told(body: Body, sentence: Sentence, words: int, *, causal: bool) -> float:
    """Weigh a sentence that has nothing to do but tell."""
    if body.has(sentence, "grond"):
        return 0.9 if words >= 1 else 0.7
    if causal and words >= 1:
        return 0.9 if words >= 2 else 0.5
    if words >= 3:
        return 0.8 if _denies(body, sentence) else 0.6
    return _told_shortly(body, sentence, words)


def _told_shortly(body: Body, sentence: Sentence, words: int) -> float:
    """Weigh a sentence of one or two words that say something."""
    if words == 2 and _is_unable(body, sentence):
        return 0.6
    bare = body.has(sentence, "bewering")
    if states_need(sentence) or (words == 2 and body.has(sentence, "tegenspraak")):
        return 0.5
    if words and not bare and is_point(body, sentence):
        return 0.4 if words == 1 else 0.5
    return 0.3 if words == 2 and not bare else 0.0
