"""Against whom a complaint is: `zorgkantoor`, `zorgverlener` or `overig`.

Role `gelabeld` (a form says it) or `lopende_tekst`.
"""

import re
from collections.abc import Iterator, Mapping

from extractors.document import Letter
from extractors.element import Candidate, ElementId, Hints, evidence_of
from extractors.labels import find_labelled
from extractors.language import find_cues, load_words
from extractors.story.passages import Body, Sentence, addressee_of, body_of, heading_of
from extractors.story.providers import find_providers
from extractors.story.steps import SURE, step_in
from extractors.text.spelling import fold

ELEMENT = ElementId.GERICHT_TEGEN

_GROUPS: Mapping[str, str] = {
    "zorgkantoor": "tegen_zorgkantoor",
    "zorgverlener": "tegen_zorgverlener",
    "overig": "tegen_overig",
}

_YOURS = ("tegen_uw", "tegen_uw_mensen")

# "Ik wil dat u de thuiszorg hierop aanspreekt".
# "Ik wil dat de huisarts zich verantwoordt".
_CALLED_TO_ORDER = re.compile(
    r"\baan(?:spreekt|spreken|gesproken)\b|\bspreek\b[^.]{3,60}\baan\b|\bin(?:grijpt|grijpen)\s+bij\b|"
    r"\b(?:wil|wens|eis|verlang|verwacht|willen)\b[^.]{0,30}\bdat\s+(?!u\b|jullie\b|ik\b|wij\b|er\b)"
)
# "U bent als zorgkantoor verantwoordelijk", "Wilt u als gemeente ...": asked, not blamed.
_IN_OFFICE = re.compile(r"\bals\s+(?:het\s+|de\s+)?$", re.IGNORECASE)
# "Mijn klacht gaat niet over de thuiszorg": who is named is not meant.
_NOT_ABOUT = re.compile(
    r"\bniet\s+(?:over|tegen)\s+(?:(?:de|het|mijn|onze|ons|haar|zijn)\s+)?$", re.IGNORECASE
)
# "Dokter Schaepmanstraat" is where somebody lives.
_STREET = re.compile(
    r"\s+(?:[A-Z][\w.]*\s+){0,2}[A-Z]\w*(?:straat|laan|weg|plein|kade|hof|singel|dreef)\b"
)
# "klachten@zorgkantoor.nl" says who is written to as well.
_MAIL_OF_OFFICE = re.compile(r"@[\w.-]*zorgkantoor", re.IGNORECASE)
_MAIL_OF_OTHER = re.compile(r"@[\w.-]*(?:gemeente|\bciz\b|\bcak\b|\bsvb\b)", re.IGNORECASE)
_HEARD = re.compile(r"\b(?:tegen|aan|met|bij|naar)\s+(?:uw|jullie)\b", re.IGNORECASE)
_CONTEXT = 0.5  # of a sentence about a ward or an application, without a word for who is meant
_NAMED = 1.5  # of a sentence that names the office written to
_BLAMED = 1.2  # of a sentence that tells what somebody did
_UNNAMED = 0.5  # how much speaks for whoever is written to
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
        for value, group in _GROUPS.items():
            if find_cues(hit.value.text, group):
                score = 0.95 * hit.score * hit.value.confidence
                yield Candidate(
                    value, hit.value.text, evidence_of(hit.value), score, role="gelabeld"
                )
                break


def _told(letter: Letter, hints: Hints) -> tuple[Candidate, ...]:
    body, heading = body_of(letter), heading_of(letter)
    addressed = _addressee(letter)
    totals = dict.fromkeys(_GROUPS, 0.0)
    accused: set[str] = set()
    blamed: set[str] = set()
    for part, factor in ((body, 1.0), (heading, 2.0)):
        for sentence in part.sentences:
            for value, weight in _weights(part, sentence, addressed).items():
                totals[value] += factor * weight
                if part is heading or weight >= _NAMED:
                    accused.add(value)
                if part is heading or weight >= _BLAMED:
                    blamed.add(value)
    totals[addressed] += _NAMED * min(_mentions(letter, body, hints), 3)
    totals["zorgverlener"] += _CONTEXT * min(body.count("zorgomgeving"), 4)
    totals[addressed] += _CONTEXT * min(body.count("kantooromgeving"), 4)
    totals[addressed] += 0.8 * min(body.count("tegen_u"), 3)
    known = any(totals.values())
    # Named once without being blamed ("38 euro taxi betaald") is no more than a guess.
    accused |= {addressed, "zorgverlener", *(value for value in totals if totals[value] > _ONCE)}
    # A nurse and a doctor stand in many a story of which the office written to is to blame.
    if addressed != "zorgverlener" and body.count("tegen_u", *_YOURS):
        accused -= {"zorgverlener"} - blamed
    # Who is told off without a name is who is written to.
    totals[addressed] += _UNNAMED
    every = sum(totals.values())
    ranked = sorted((value for value in totals if totals[value] > 0), key=lambda v: -totals[v])
    return tuple(
        found
        for value in ranked
        for found in _candidate(
            body,
            heading,
            value,
            _belief(totals[value] / (every + 0.3), known=known and value in accused),
        )
    )


def _mentions(letter: Letter, body: Body, hints: Hints) -> int:
    """Count the sentences that name the office written to ("de manier waarop VGZ ...")."""
    address = fold(addressee_of(letter))
    likely = [name for name in hints.organisations if fold(name) in address]
    names = [name for name in likely if re.search(rf"\b{re.escape(fold(name))}\b", address)]
    own = [fold(name) for name in names if not find_cues(name, "tegen_overig")]
    if not own:
        return 0
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, own))})\b")
    return sum(bool(pattern.search(fold(body.wording(each)))) for each in body.sentences)


def _belief(share: float, *, known: bool) -> float:
    return min(0.25 + 0.75 * share, 0.95 if known else _GUESS)


def _weights(part: Body, sentence: Sentence, addressed: str) -> dict[str, float]:
    """Weigh who is named; what the complaint is said to be about counts most, then the subject."""
    if part.has(sentence, "geen_schuld") and not part.has(sentence, *_YOURS):
        return {}
    accuses = part.has(sentence, "tegen_daad", "klacht_daad")
    accuses = accuses or bool(_CALLED_TO_ORDER.search(part.wording(sentence)))
    factor = 3.0 if accuses else 1.5 if part.has(sentence, "gedrag") else 0.8
    is_told = not accuses and _is_told_to(part, sentence)
    weights: dict[str, float] = {}
    for value in _in_order(part, sentence, addressed):
        if value not in weights:
            weights[value] = factor * (_LATER if weights else 1.0)
    if part.has(sentence, *_YOURS) and not is_told:
        weights[addressed] = max(weights.get(addressed, 0.0), factor + 0.5)
    return weights


def _is_told_to(part: Body, sentence: Sentence) -> bool:
    """Tell who heard of it from who is to blame: "dat heb ik tegen uw medewerker gezegd"."""
    heard = _HEARD.search(part.wording(sentence))
    return bool(heard) and step_in(part, sentence) >= SURE and not part.has(sentence, "gedrag")


def _in_order(part: Body, sentence: Sentence, addressed: str) -> list[str]:
    """Return who is named in a sentence, the first one first."""
    named = [
        (hit.start, value)
        for value, group in _GROUPS.items()
        for hit in part.analysis.cues(group, start=sentence.start, end=sentence.end)
        if not _STREET.match(part.text.string, hit.end)
        and not _IN_OFFICE.search(part.text.string[sentence.start : hit.start])
        and not _NOT_ABOUT.search(part.text.string[sentence.start : hit.start])
    ]
    named += [
        (sentence.start + each.start, "zorgverlener")
        for each in find_providers(part.wording(sentence))
    ]
    named += [
        (hit.start, addressed)
        for hit in part.analysis.cues(*_YOURS, start=sentence.start, end=sentence.end)
    ]
    return [value for _, value in sorted(named)]


def _addressee(letter: Letter) -> str:
    """Return who "u" is: the office written to; a complaints desk stands for the providers."""
    text = addressee_of(letter)
    if find_cues(text, "tegen_zorgkantoor") or _MAIL_OF_OFFICE.search(text):
        return "zorgkantoor"
    if find_cues(text, "tegen_overig") or _MAIL_OF_OTHER.search(text):
        return "overig"  # "u" is the CIZ or a municipality, which is no care office
    desk = find_cues(text, "tegen_zorgverlener") or find_cues(text, "klachtloket")
    return "zorgverlener" if desk or find_providers(text) else "zorgkantoor"


def _candidate(body: Body, heading: Body, value: str, belief: float) -> Iterator[Candidate]:
    for part in (body, heading):
        hits = part.analysis.cues(_GROUPS[value]) or part.analysis.cues(
            *_YOURS, "tegen_u", "klacht_daad", "gedrag", "zorgomgeving", "kantooromgeving"
        )
        first = _first_name(part)
        told = [(hit.start, hit.end) for hit in hits[:_SHOWN]] or ([first] if first else [])
        spans = [part.text.span(*place) for place in told]
        if spans:
            # Many words tell it: one that was read badly takes little away.
            read = (each for each in spans if each.confidence >= _READ)
            span = next(read, max(spans, key=lambda each: each.confidence))
            sure = belief * max(span.confidence, _READ)
            yield Candidate(value, span.text, evidence_of(span), sure, role="lopende_tekst")
            return


def _first_name(part: Body) -> tuple[int, int] | None:
    """Return where a provider is named, or else the first sentence."""
    for sentence in part.sentences:
        for each in find_providers(part.wording(sentence)):
            return sentence.start + each.start, sentence.start + each.end
    told = (each for each in part.sentences if len(each.tokens) >= _SENTENCE)
    return next(((each.start, each.end) for each in told), None)
