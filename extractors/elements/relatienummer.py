"""Find the number under which an organisation knows its client (domain reference 5.4).

A policy number (polisnummer) belongs to the health insurer and is none.
"""

import re
from collections.abc import Iterator

from extractors.document import Letter, Text
from extractors.element import Candidate, ElementId, Hints, evidence_of, sureness
from extractors.references import find_references

ELEMENT = ElementId.RELATIENUMMER
_LABELS = {
    "relatienummer": 1.0,
    "relatienr": 1.0,
    "relatie nr": 1.0,
    "mijn relatienummer": 1.0,
    "relatie": 0.6,
    "klantnummer": 0.9,
    "klantnr": 0.9,
    "klant nr": 0.9,
    "cliëntnummer": 0.9,
    "cliëntnr": 0.9,
    "cliënt nr": 0.9,
    "budgethoudernummer": 0.85,
    "pgb nummer": 0.8,
    "pgb-nummer": 0.8,
    "registratienummer": 0.5,
    "mijn nummer bij u": 0.9,
    "mijn nummer bij jullie": 0.9,
    "nummer bij u": 0.85,
    "mijn nummer is": 0.7,
    "mijn klantnummer": 0.95,
    "mijn cliëntnummer": 0.95,
    "zorgnummer": 0.75,
    "klantcode": 0.8,
    "cliëntcode": 0.8,
    "bekend onder nummer": 0.75,
    "ingeschreven onder nummer": 0.75,
}
# A subject that is a word and a number, and does not say what the number is.
_BARE = re.compile(
    r"(?:(?:betreft|onderwerp|inzake|over|subject|re)\W+)?(?:bezwaar(?:schrift)?|klacht(?:brief)?)\W+"
    r"(?P<number>\d[\d. ]{4,}\d)$",
    re.IGNORECASE,
)
_GUESS = 0.5


def find(letter: Letter, hints: Hints) -> tuple[Candidate, ...]:
    """Return the numbers that may be the client number, best first."""
    best: dict[str, Candidate] = {}
    found = (*_from_labels(letter, hints), *_from_patterns(letter, hints))
    for each in found or tuple(_from_subject(letter)):
        known = best.get(str(each.value))
        if known is None or each.confidence > known.confidence:
            best[str(each.value)] = each
    return tuple(sorted(best.values(), key=lambda each: -each.confidence))


def _from_labels(letter: Letter, hints: Hints) -> Iterator[Candidate]:
    labels = _LABELS | dict.fromkeys(map(str.casefold, hints.relatienummer_labels), 1.0)
    for reference in find_references(letter, labels):
        places, sure = evidence_of(reference.span), sureness(reference.score, reference.span)
        yield Candidate(reference.value, reference.span.text, places, sure, "gelabeld")


def _from_subject(letter: Letter) -> Iterator[Candidate]:
    """Offer a bare number in the subject as a doubtful one ("Bezwaar - 93.252295")."""
    for block in letter.blocks:
        for line in block.lines:
            match = _BARE.match(line.text)
            if match:
                span = Text.of([line]).span(*match.span("number"))
                places, sure = evidence_of(span), sureness(_GUESS, span)
                yield Candidate(match["number"], span.text, places, sure, "los")


def _from_patterns(letter: Letter, hints: Hints) -> Iterator[Candidate]:
    for pattern in hints.relatienummer_patterns:
        for page in letter.own_pages:
            text = Text.of(page.lines)
            for match in re.finditer(pattern, text.string):
                span = text.span(match.start(), match.end())
                places, sure = evidence_of(span), sureness(0.7, span)
                yield Candidate(match.group(), match.group(), places, sure, "patroon")
