"""Against whom a complaint is: `zorgkantoor`, `zorgverlener` or `overig`.

Role `gelabeld` (a form says it) or `lopende_tekst`.
"""

import re
from collections.abc import Iterator, Sequence

from extractors.document import Letter
from extractors.element import GUESSED, Candidate, ElementId, Hints, evidence_of
from extractors.labels import find_labelled
from extractors.language import find_cues, load_words
from extractors.story.actors import count_strangers, find_actors
from extractors.story.cleared import is_cleared, is_cleared_word, is_praise
from extractors.story.passages import (
    Body,
    Sentence,
    addressee_of,
    answers_to,
    body_of,
    heading_of,
    is_question,
)
from extractors.story.providers import find_providers
from extractors.story.sides import GROUPS, YOURS, Sides, find_sides, parties_in
from extractors.story.steps import SURE, step_in
from extractors.story.written_to import names_in, party_written_to
from extractors.text.spelling import fold

ELEMENT = ElementId.GERICHT_TEGEN

_COMPLAINS = ("tegen_daad", "klacht_daad")

# "Ik wil dat u de thuiszorg hierop aanspreekt".
# "Ik wil dat de huisarts zich verantwoordt".
_CALLED_TO_ORDER = re.compile(
    r"\baan(?:spreekt|spreken|gesproken|pakt|pakken|gepakt)\b|\bspreek\b[^.]{3,60}\baan\b|\bin(?:grijpt|grijpen)\s+bij\b|"
    r"\b(?:wil|wens|eis|verlang|verwacht|willen)\b[^.]{0,30}\bdat\s+(?!u\b|jullie\b|ik\b|wij\b|er\b)"
)
# "U zou bemiddelen", "dat zei u", "jullie zijn dat niet": told of who is written to, not asked.
_ASKED = (
    "kunt|kan|kunnen|wilt|wil|willen|zult|zal|mag|moet|hoort|ziet|begrijpt|weet|leest|vindt|krijgt"
    "|ontvangt|hoopt|gaat|als"
)
_ACT_OF_U = re.compile(
    rf"(?:^|[,;:]\s|\b(?:en|maar|want)\s)\W*(?:u|jullie)\s+(?!(?:{_ASKED})\b)"
    r"\w+(?:t|d|en|e|n|ou|am|ei)\b|"
    r"\b(?:heeft|hebt|hebben|had|hadden|zei|zeiden|deed|deden|liet|lieten|zou|zouden|beloofde"
    r"|schreef|stuurde|weigert|laat)\s+(?:u|jullie)\b",
    re.IGNORECASE,
)
# "Klacht over de behandeling door mevrouw Sluis": who is meant is known where the letter goes.
_OVER_SOMEBODY = re.compile(r"\b(?:over|tegen|door|jegens)\s+(?:uw\s+)?$", re.IGNORECASE)
_TITLE = re.compile(
    r"\b(?:mevrouw|mevr\.?|mw\.?|meneer|mijnheer|(?:de\s+)?heer|dhr\.?)\s+(?:[A-Z]\.\s?)*$",
    re.IGNORECASE,
)
_HEARD = re.compile(r"\b(?:tegen|aan|met|bij|naar)\s+(?:uw|jullie)\b", re.IGNORECASE)
_NEUTRAL = 0.8  # of a sentence that names somebody and blames nobody
_CONTEXT = 0.5  # of a sentence about a ward or an application, without a word for who is meant
_NAMED = 1.5  # of a sentence that names the office written to
_BLAMED = 1.2  # of a sentence that tells what somebody did
_UNNAMED = 0.5  # how much speaks for whoever is written to
_UNNAMED_OFFICE = 1.5  # the same of a municipality or the CIZ, to whom nobody writes of others
_LATER = 0.5  # how much of the weight is left for who is named after another one
_SENTENCE = 4  # words; less is no sentence that tells anything
_ONCE = 0.8  # of one sentence that blames nobody
_SHOWN = 6  # places that may be shown, of which the best read one is
_READ = 0.7  # how much is left when all of them were read badly
_GUESS = 0.45  # when nothing at all tells who is meant


def find(letter: Letter, hints: Hints) -> tuple[Candidate, ...]:
    """Return the parties that the complaint is about, the one with most weight first."""
    labelled = tuple(_labelled(letter))
    return (*labelled, *_told(letter, hints))


def _labelled(letter: Letter) -> Iterator[Candidate]:
    for hit in find_labelled(letter, sorted(load_words("label_gericht_tegen"))):
        for value, group in GROUPS.items():
            if find_cues(hit.value.text, group):
                score = 0.95 * hit.score * hit.value.confidence
                yield Candidate(
                    value, hit.value.text, evidence_of(hit.value), score, role="gelabeld"
                )
                break
    for part in (body_of(letter), heading_of(letter)):
        for sentence in answers_to(part, "vraag_gericht_tegen")[:1]:
            yield from _answered(part, sentence)


def _answered(part: Body, sentence: Sentence) -> Iterator[Candidate]:
    """Yield whom the answer to "Over wie gaat uw klacht?" names."""
    span = part.span(sentence)
    for value, group in GROUPS.items():
        if part.has(sentence, group) or (value == "zorgverlener" and find_providers(span.text)):
            yield Candidate(
                value, span.text, evidence_of(span), 0.9 * span.confidence, role="gelabeld"
            )
            return


def _told(letter: Letter, hints: Hints) -> tuple[Candidate, ...]:
    body, heading = body_of(letter), heading_of(letter)
    written_to = party_written_to(letter, hints)
    addressed = written_to or "zorgkantoor"
    sides = find_sides((body, heading), addressed)
    totals = dict.fromkeys(GROUPS, 0.0)
    accused: set[str] = set()
    blamed: set[str] = set()
    for part, factor in ((body, 1.0), (heading, 2.0)):
        for sentence in part.sentences:
            for value, weight in _weights(part, sentence, sides).items():
                totals[value] += factor * weight
                if part is heading or weight >= _NAMED:
                    accused.add(value)
                if part is heading or weight >= _BLAMED:
                    blamed.add(value)
            if _tells_of_u(part, sentence):
                blamed.add(addressed)
    totals[addressed] += _NAMED * min(_mentions(letter, body, hints), 3)
    totals["zorgverlener"] += _CONTEXT * min(body.count("zorgomgeving"), 4)
    totals[addressed] += _CONTEXT * min(body.count("kantooromgeving"), 4)
    spoken_of = sum(_speaks_of_u(body, sentence) for sentence in body.sentences)
    totals[addressed] += _NEUTRAL * min(spoken_of, 3)
    known = any(totals.values())
    # Named once without being blamed ("38 euro taxi betaald") is no more than a guess.
    accused |= {addressed, "zorgverlener", *(value for value in totals if totals[value] > _ONCE)}
    # A nurse and a doctor stand in many a story of which the office written to is to blame.
    yours = (each for each in body.sentences if body.has(each, *YOURS))
    is_spoken_of = spoken_of or any(not is_praise(body, each) for each in yours)
    if addressed != "zorgverlener" and is_spoken_of:
        accused -= {"zorgverlener"} - blamed
    if addressed not in blamed and (written_to is None or _names_strangers((body, heading), hints)):
        accused -= {addressed}
    # Who is told off without a name is who is written to.
    totals[addressed] += _UNNAMED if addressed != "overig" else _UNNAMED_OFFICE
    every = sum(totals.values())
    ranked = sorted((value for value in totals if totals[value] > 0), key=lambda v: -totals[v])
    return tuple(
        found
        for value in ranked
        for found in _candidate(
            (body, heading), value, totals[value] / (every + 0.3), known=known and value in accused
        )
    )


def _mentions(letter: Letter, body: Body, hints: Hints) -> int:
    """Count the sentences that name the office written to ("de manier waarop VGZ ...")."""
    own = names_in(addressee_of(letter), hints)
    if not own:
        return 0
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, own))})\b")
    return sum(bool(pattern.search(fold(body.wording(each)))) for each in body.sentences)


def _names_strangers(parts: Sequence[Body], hints: Hints) -> bool:
    """Tell whether somebody is named, in an answer or twice, of whom the complaint may be."""
    known = {word for name in hints.organisations for word in fold(name).split()}
    if any(answers_to(part, "vraag_gericht_tegen") for part in parts):
        return True
    often = count_strangers(part.wording(each) for part in parts for each in part.sentences)
    return any(count > 1 and word not in known for word, count in often.items())


def _belief(share: float, *, known: bool) -> float:
    return min(0.25 + 0.75 * share, 0.95 if known else _GUESS)


def _weights(part: Body, sentence: Sentence, sides: Sides) -> dict[str, float]:
    """Weigh who is named; what the complaint is said to be about counts most, then the subject."""
    if is_cleared(part, sentence) and not _may_blame_yours(part, sentence, sides):
        return {}
    accuses = part.has(sentence, *_COMPLAINS)
    accuses = accuses or bool(_CALLED_TO_ORDER.search(part.wording(sentence)))
    factor = 3.0 if accuses else 1.5 if part.has(sentence, "gedrag") else _NEUTRAL
    is_told = not accuses and _is_told_to(part, sentence)
    weights: dict[str, float] = {}
    is_blamed = factor > _NEUTRAL
    for value in _in_order(part, sentence, sides, is_blamed=is_blamed):
        if value not in weights:
            weights[value] = factor * (_LATER if weights else 1.0)
    if _tells_of_u(part, sentence) and not part.has(sentence, "tegen_u"):
        weights[sides.addressed] = max(weights.get(sides.addressed, 0.0), _NEUTRAL)
    if part.has(sentence, *YOURS) and not is_told:
        weights[sides.addressed] = max(weights.get(sides.addressed, 0.0), factor + 0.5)
    return weights


def _may_blame_yours(part: Body, sentence: Sentence, sides: Sides) -> bool:
    """Tell "uw medewerker" who is to blame beside others who are not from one who is praised."""
    if not part.has(sentence, *YOURS):
        return False
    named = {value for _, _, value in parties_in(part, sentence, sides.addressed)}
    return not is_praise(part, sentence) or named != {sides.addressed}


def _tells_of_u(part: Body, sentence: Sentence) -> bool:
    """Tell what whoever is written to did or left undone."""
    return not _asks_u(part, sentence) and bool(_ACT_OF_U.search(part.wording(sentence)))


def _speaks_of_u(part: Body, sentence: Sentence) -> bool:
    """Tell whether a sentence tells of "u", and clears nobody."""
    is_told = part.has(sentence, "tegen_u") and not _asks_u(part, sentence)
    return is_told and not is_cleared(part, sentence)


def _asks_u(part: Body, sentence: Sentence) -> bool:
    """Tell what a letter or form asks from what it tells: "Kunt u met hen praten?"."""
    return is_question(part, sentence) or part.has(sentence, "wens", "beleefd")


def _is_told_to(part: Body, sentence: Sentence) -> bool:
    """Tell who heard of it from who is to blame: "dat heb ik tegen uw medewerker gezegd"."""
    heard = _HEARD.search(part.wording(sentence))
    return bool(heard) and step_in(part, sentence) >= SURE and not part.has(sentence, "gedrag")


def _in_order(part: Body, sentence: Sentence, sides: Sides, *, is_blamed: bool) -> list[str]:
    """Return who is named in a sentence, the first one first."""
    named = [
        (start, value)
        for start, end, value in parties_in(part, sentence, sides.addressed)
        # Who helped, and is named again in passing, is no party to the complaint.
        if is_blamed or not is_cleared_word(part, part.text.string[start:end])
    ]
    wording = part.wording(sentence)
    for actor in find_actors(wording) if is_blamed else ():
        value = sides.known.get(actor.key)
        if value is None and actor.key not in sides.known and _is_accused(wording, actor.start):
            value = sides.addressed
        if value is not None:
            named.append((sentence.start + actor.start, value))
    return [value for _, value in sorted(named)]


def _is_accused(wording: str, start: int) -> bool:
    """Tell whether somebody with a title is who a complaint is said to be about."""
    title = _TITLE.search(wording[:start])
    return title is not None and bool(_OVER_SOMEBODY.search(wording[: title.start()]))


def _candidate(
    parts: tuple[Body, Body], value: str, share: float, *, known: bool
) -> Iterator[Candidate]:
    belief, marks = _belief(share, known=known), frozenset[str]() if known else {GUESSED}
    for part in parts:
        hits = part.analysis.cues(GROUPS[value]) or part.analysis.cues(
            *YOURS, "tegen_u", "klacht_daad", "gedrag", "zorgomgeving", "kantooromgeving"
        )
        first = _first_name(part)
        told = [(hit.start, hit.end) for hit in hits[:_SHOWN]] or ([first] if first else [])
        spans = [part.text.span(*place) for place in told]
        if spans:
            # Many words tell it: one that was read badly takes little away.
            read = (each for each in spans if each.confidence >= _READ)
            span = next(read, max(spans, key=lambda each: each.confidence))
            sure = belief * max(span.confidence, _READ)
            yield Candidate(
                value, span.text, evidence_of(span), sure, "lopende_tekst", frozenset(marks)
            )
            return


def _first_name(part: Body) -> tuple[int, int] | None:
    """Return where a provider is named, or else the first sentence."""
    for sentence in part.sentences:
        for each in find_providers(part.wording(sentence)):
            return sentence.start + each.start, sentence.start + each.end
    told = (each for each in part.sentences if len(each.tokens) >= _SENTENCE)
    return next(((each.start, each.end) for each in told), None)
