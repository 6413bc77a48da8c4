"""Since when the matter plays: the words for it ("sinds begin maart", "al drie maanden").

Role `gelabeld`, `sinds` (a beginning or a length of time), `op` (the day of an event) or `vaag`
(words that only hint at a time: "steeds", "onlangs").
"""

import re
from collections.abc import Iterator
from itertools import islice, takewhile

from extractors.document import Letter
from extractors.element import Candidate, ElementId, Hints, evidence_of
from extractors.labels import find_labelled
from extractors.language import CueHit, load_words
from extractors.story.passages import Body, Sentence, answers_to, body_of, is_question, passage_of

ELEMENT = ElementId.TIJDSPAD

# How far a time of each role tells since when the matter plays.
_BELIEF = {"sinds": 0.85, "op": 0.72, "vaag": 0.45}
_MONTHS = (
    "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
    r"|jan\.?|febr?\.?|mrt\.?|apr\.?|aug\.?|sept?\.?|okt\.?|nov\.?|dec\.?"
)
# A day, a month, a year or a length of time, however it is written.
_DAY = re.compile(
    rf"\b\d{{1,2}}\s?[-./]\s?\d{{1,2}}(?:\s?[-./]\s?['\u2019]?\d{{2,4}})?\b"
    rf"|\b(?:\d{{1,2}}\.?\s)?(?:{_MONTHS})(?:\s(?:20)?\d{{2}}\b|(?!\w))"
    r"|\b(?:week|voorjaar|najaar|zomer|winter|herfst|jaar)\s(?:van\s)?\d{1,4}\b|\b20[12]\d\b",
    re.IGNORECASE,
)
_LENGTH = re.compile(
    r"\b(?:\d{1,3}|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|anderhalf"
    r"|anderhalve|enkele|enige|paar|vele|hele|half|halve)\s(?:\w+\s)?"
    r"(?:dag|dagen|week|weken|maand|maanden|jaar|jaren|kwartaal)\b|\bhalf\s?jaar\b",
    re.IGNORECASE,
)
# A term that is set or asked for is no time at which something happened.
_TERM = re.compile(
    r"(?:binnen|termijn van|elke|iedere|per|over|uiterlijk|na|duurt)\s(?:\w+\s)?$", re.IGNORECASE
)
# "Mijn man is 84 jaar", "mijn hulp is 19 jaar oud": an age.
_AGE = re.compile(
    r"\b(?:is|ben|bent|was|wordt|word|werd|van)\s(?:(?:nu|al|pas|inmiddels|nog maar)\s)?$"
)
_OLD = re.compile(r"\s(?:oud|jong)\b")
_ONE_WORD = 8  # characters: "sinds", "sedert" or "vanaf" alone
_MOST_WORDS = 8  # of a phrase such as "sinds ongeveer het begin van de zomer van 2025"


def find(letter: Letter, hints: Hints) -> tuple[Candidate, ...]:
    """Return what tells since when, the surest first."""
    del hints
    body = body_of(letter)
    found = [*_labelled(letter), *_answered(body), *_told(body)]
    return tuple(sorted(found, key=lambda each: -each.confidence))


def _labelled(letter: Letter) -> Iterator[Candidate]:
    for hit in find_labelled(letter, sorted(load_words("label_tijdspad"))):
        if hit.value.text.endswith("?"):
            continue  # the rest of a question that begins as the label does
        score = 0.95 * hit.score * hit.value.confidence
        yield Candidate(hit.value.text, hit.value.text, evidence_of(hit.value), score, "gelabeld")


def _answered(body: Body) -> Iterator[Candidate]:
    answer = answers_to(body, "vraag_tijdspad")[:1]
    if answer:
        yield passage_of(body, answer).candidate("gelabeld", 0.9)


def _told(body: Body) -> Iterator[Candidate]:
    for sentence in body.sentences:
        if is_question(body, sentence):
            continue
        if body.has(sentence, "besluit_genoemd") and not body.has(sentence, "gedrag"):
            continue  # the date of a decision
        for role in _BELIEF:
            for hit in body.analysis.cues(f"tijd_{role}", start=sentence.start, end=sentence.end):
                yield _phrase(body, sentence, hit, role)
        yield from _dated(body, sentence)


def _dated(body: Body, sentence: Sentence) -> Iterator[Candidate]:
    """Quote the days and lengths of time that no cue introduces ("3-5-2026", "drie weken lang")."""
    if body.has(sentence, "identiteit", "beleefd", "wens"):
        return
    wording = body.wording(sentence)
    for pattern, belief in ((_DAY, _BELIEF["op"]), (_LENGTH, 0.65)):
        for match in pattern.finditer(wording):
            if pattern is _LENGTH and _is_no_length(wording, match):
                continue
            start = sentence.start + match.start()
            span = body.text.span(start, sentence.start + match.end())
            value = span.text.strip(" ,.;:()")
            yield Candidate(
                value, wording, evidence_of(span), (belief - 0.01) * span.confidence, "op"
            )


def _is_no_length(wording: str, match: re.Match[str]) -> bool:
    """Tell a term that is set and an age from how long something takes."""
    before, behind = wording[: match.start()], wording[match.end() :]
    if _TERM.search(before):
        return True
    in_years = match[0].endswith(("jaar", "jaren"))
    return in_years and bool(_AGE.search(before) or _OLD.match(behind))


def _phrase(body: Body, sentence: Sentence, hit: CueHit, role: str) -> Candidate:
    """Quote the cue with the words of time that follow it."""
    span = body.text.span(hit.start, _end(sentence, hit))
    belief = _BELIEF[role]
    if role == "sinds" and not body.has(
        sentence, "gedrag", "klacht_daad", "ondernomen", "resultaat"
    ):
        belief *= 0.8
    value = span.text.rstrip(" ,.;:")
    return Candidate(
        value, body.wording(sentence), evidence_of(span), belief * span.confidence, role
    )


def _end(sentence: Sentence, hit: CueHit) -> int:
    words = load_words("tijdwoorden")
    end = hit.end
    following = [token for token in sentence.tokens if token.start >= hit.end]
    if following and hit.end - hit.start < _ONE_WORD and following[0].norm not in words:
        # "sinds er nieuwe mensen komen": the clause says since when.
        clause = takewhile(lambda token: token.norm not in {",", ".", ";"}, following)
        return max(token.end for token in (*islice(clause, _MOST_WORDS), following[0]))
    for token in following[:_MOST_WORDS]:
        if token.norm not in words and not any(char.isdigit() for char in token.norm):
            break
        end = token.end
    return end
