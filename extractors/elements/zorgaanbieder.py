"""The name of the care provider that a complaint is about.

Role `gelabeld`, `lopende_tekst`, `geadresseerde` or `omschreven` (a provider without a name).
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from extractors.document import BlockRole, Letter, of_line
from extractors.element import Candidate, ElementId, Hints, evidence_of
from extractors.labels import find_labelled
from extractors.language import load_words
from extractors.people.mentions.relations import KIN_WORD
from extractors.story.actors import count_strangers
from extractors.story.cleared import is_cleared
from extractors.story.passages import Body, Sentence, answers_to, body_of, heading_of
from extractors.story.providers import Provider, find_providers, is_office, tidy
from extractors.text.spelling import fold

ELEMENT = ElementId.ZORGAANBIEDER

_KIN = re.compile(
    rf"\b(?i:mijn|onze|ons|haar|zijn)\s+(?:[a-z]+\s+)?(?i:{KIN_WORD})\s*,?\s+"
    r"(?P<first>[A-Z\u00c0-\u00dd][\w'-]+)(?P<rest>(?:\s+(?:van|de|der|den|el|ten|ter))*"
    r"\s+[A-Z\u00c0-\u00dd][\w'-]+)?"
)
_SAME_NAME = 88  # how alike a name is to that of a known office
# "De huisarts van Praktijk De Linde was wel goed": nobody complains of those.
_PRAISED = re.compile(
    r"\b(?:wel|juist|altijd)\s(?:heel\s|erg\s|zeer\s)?(?:goed|netjes|prima|fijn|vriendelijk|tevreden)\b"
)
# "Ik hoorde het van de fysiotherapeut van Fysio West": nor of who told it, or sent them here.
_TOLD_BY = re.compile(
    r"\b(?:hoorde|hoorden|gehoord|vernam|vernamen|vernomen)\b(?:\W+(?!dat\b)\w+){0,4}?\W+van\b|"
    r"\b(?:verwees|verwezen|doorverwezen)\b",
    re.IGNORECASE,
)
# "Zorggroep West kon mij niet aannemen", "De Linde had geen plek": nor of who has no room.
_NO_ROOM = re.compile(
    r"\bniet\s+(?:\w+\s+){0,3}(?:aannemen|opnemen|overnemen|plaatsen)\b|\bneemt?\w*\s+niemand\b|"
    r"\bgeen\s+(?:plek|plaats|ruimte|capaciteit|bed)\b",
    re.IGNORECASE,
)
# "Komende van het Maasziekenhuis": nor of where somebody came from.
_CAME_FROM = re.compile(
    r"\b(?:kom(?:t|en|ende|st)?|kwam|afkomstig|ontslagen|overgeplaatst|ontslag)\s+(?:\w+\s+){0,2}"
    r"(?:van|uit|vanuit)\s+(?:de\s+|het\s+)?$|\bvanuit\s+(?:de\s+|het\s+)?$",
    re.IGNORECASE,
)
# "Thebe, team Noord" in the answer to whom a complaint is about.
_ANSWER = re.compile(r"[A-Z\u00c0-\u00dd][^,;:.()]{2,59}")
# "De tandarts van Mondzorg Zuid zegt dat ..." in a complaint about a home that has no name.
_OUTSIDE = re.compile(
    r"\b(?P<who>tandarts|fysiotherapeute?|huisarts|ergotherapeute?|apotheker|logopediste?|specialist|oogarts|"
    r"internist|chirurg|cardioloog|neuroloog)\s+(?:van|bij|uit)\s+(?:de\s+|het\s+)?$",
    re.IGNORECASE,
)
# "Stichting Klachtenregeling Zorg" hears complaints; what a commission is of may be blamed.
_HEARS_COMPLAINTS = re.compile(
    r"klachtenregeling|klachtenportaal|klachtenloket|^klachtencommissie\b|geschillen|ombuds"
    r"|vertrouwenspersoon"
)
_OF_PRAISED = 0.6
_AGAIN = 0.06  # for each time that a name stands in the letter again
_BLAMED = 0.06  # for a name in a sentence that blames
_WRITTEN_TO, _WRITTEN_TO_AND_BLAMED = 0.55, 0.72
# The kinds of provider that a letter may describe without a name: a person has to look.
_DESCRIBED = 0.4


def find(letter: Letter, hints: Hints) -> tuple[Candidate, ...]:
    """Return the providers that are named, the most likely first."""
    told = list(_told(letter))
    addressed = _addressed(letter, others=told)
    every = [*_labelled(letter), *told, *addressed, *_described(letter)]
    kin = frozenset(_kin_of(letter))
    kept = [
        found
        for found in every
        if not _is_office(found.text, hints) and fold(str(found.value)) not in kin
    ]
    return tuple(_without_repeats(sorted(kept, key=lambda each: -each.confidence)))


def _kin_of(letter: Letter) -> Iterator[str]:
    """Yield the names behind "mijn dochter": "de begeleiding van Jaylee" is what she gets."""
    text = body_of(letter).text.string
    for match in _KIN.finditer(text):
        yield fold(match["first"])
        yield fold(match["first"] + (match["rest"] or ""))


def _labelled(letter: Letter) -> Iterator[Candidate]:
    for hit in find_labelled(letter, sorted(load_words("label_zorgaanbieder"))):
        text = tidy(hit.value.text)
        # "Zorgaanbieder heeft ..." at the start of a sentence is no label with a value.
        if hit.how == "bare" and not text[:1].isupper():
            continue
        if len(text) < 80:
            score = 0.95 * hit.score * hit.value.confidence
            yield Candidate(text, text, evidence_of(hit.value), score, "gelabeld")
    # "Klacht tegen: Praktijk Noord" names the provider, "klacht over: de zorg" does not.
    for hit in find_labelled(letter, sorted(load_words("label_gericht_tegen"))):
        for each in find_providers(hit.value.text)[:1]:
            text = tidy(hit.value.text[each.start : each.end])
            score = 0.9 * hit.score * hit.value.confidence
            yield Candidate(text, text, evidence_of(hit.value), score, "gelabeld")
    for part in (body_of(letter), heading_of(letter)):
        for sentence in answers_to(part, "vraag_gericht_tegen")[:1]:
            named = _ANSWER.match(part.wording(sentence))
            if named and not part.has(sentence, "tegen_zorgkantoor", "tegen_overig"):
                span = part.text.span(sentence.start, sentence.start + named.end())
                text = tidy(span.text)
                yield Candidate(
                    text, span.text, evidence_of(span), 0.85 * span.confidence, "gelabeld"
                )


def _told(letter: Letter) -> Iterator[Candidate]:
    for part in (body_of(letter), heading_of(letter)):
        names = [name for sentence in part.sentences for name in _names_in(part, sentence)]
        often = Counter(fold(part.text.string[each.start : each.end]) for each in names)
        for each in names:
            span = part.text.span(each.start, each.end)
            text = tidy(span.text)
            if _HEARS_COMPLAINTS.search(fold(text)):
                continue
            sure = each.belief + _AGAIN * min(often[fold(span.text)] - 1, 2)
            # A name that was poorly read is still better than the word for a kind of provider.
            sure = max(sure * span.confidence, _DESCRIBED + 0.01)
            yield Candidate(text, span.text, evidence_of(span), sure, "lopende_tekst")


def _addressed(letter: Letter, *, others: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield who is written to: surely the provider when "uw medewerkers" are complained of.

    `others` are the providers that the letter tells of.
    """
    is_blamed = not others and body_of(letter).count("tegen_uw", "tegen_uw_mensen")
    belief = _WRITTEN_TO_AND_BLAMED if is_blamed else _WRITTEN_TO
    for block in letter.blocks:
        if block.role is not BlockRole.ADDRESSEE:
            continue
        for line in block.lines:
            text = of_line(line)
            for each in find_providers(text.string):
                span = text.span(each.start, each.end)
                value = tidy(span.text)
                if _HEARS_COMPLAINTS.search(fold(value)):
                    continue
                yield Candidate(
                    value, span.text, evidence_of(span), belief * span.confidence, "geadresseerde"
                )


def _names_in(part: Body, sentence: Sentence) -> Iterator[Provider]:
    """Yield the names of one sentence: they do not run on from a heading into the next line."""
    words = part.wording(sentence)
    is_aside = any(cue.search(words) for cue in (_PRAISED, _TOLD_BY, _NO_ROOM))
    is_aside = is_aside or is_cleared(part, sentence)
    blamed = _BLAMED if part.has(sentence, "tegen_daad", "klacht_daad", "gedrag") else 0.0
    for each in find_providers(words):
        before = words[: each.start]
        is_other = is_aside or _is_outside(part, before) or bool(_CAME_FROM.search(before))
        share = _OF_PRAISED if is_other else 1.0
        yield Provider(
            sentence.start + each.start, sentence.start + each.end, share * (each.belief + blamed)
        )


def _is_outside(part: Body, before: str) -> bool:
    """Tell the practice of who is called in from the provider that a letter speaks of first."""
    outside = _OUTSIDE.search(before)
    first = next(iter(part.analysis.cues("tegen_zorgverlener")), None)
    if outside is None or first is None:
        return False
    return outside["who"].casefold() not in part.text.string[first.start : first.end].casefold()


def _described(letter: Letter) -> Iterator[Candidate]:
    """Yield the word for a provider that has no name ("het verpleeghuis van mijn moeder")."""
    body = body_of(letter)
    if body.count("tegen_uw"):
        return
    places = [(hit.start, hit.end) for hit in body.analysis.cues("tegen_zorgverlener")[:1]]
    for start, end in places or _named_again(body):
        span = body.text.span(start, end)
        yield Candidate(
            span.text, span.text, evidence_of(span), _DESCRIBED * span.confidence, "omschreven"
        )


def _named_again(body: Body) -> list[tuple[int, int]]:
    """Return where a name stands that says nothing of what it is, but stands there again."""
    often = count_strangers(body.wording(each) for each in body.sentences)
    name = next((word for word, count in often.most_common(1) if count > 1), None)
    match = re.search(rf"\b{re.escape(name)}\b", body.text.string, re.IGNORECASE) if name else None
    return [match.span()] if match else []


def _is_office(text: str, hints: Hints) -> bool:
    folded = fold(text)
    return is_office(text) or any(
        fuzz.ratio(fold(name), folded) > _SAME_NAME for name in hints.organisations
    )


def _without_repeats(ranked: list[Candidate]) -> Iterator[Candidate]:
    seen: set[str] = set()
    for found in ranked:
        key = fold(found.text)
        if key not in seen:
            seen.add(key)
            yield found
