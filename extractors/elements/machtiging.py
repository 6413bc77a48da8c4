"""Find an authorisation: enclosed as a page of its own, or mentioned in the letter (Awb 2:1).

The value is who was authorised, as far as that can be read. Roles: "bijlage" for an enclosed page,
"vermeld" for a mention. A direct debit ("machtig ik ... af te schrijven") is no authorisation.
"""

import re
from collections.abc import Iterator

from extractors.document import Letter, LetterPage, PageRole, Text
from extractors.element import Candidate, ElementId, Evidence, Hints, evidence_of
from extractors.labels import find_labelled
from extractors.people.parties import find_parties
from extractors.people.persons.reading import find_persons, parse_person
from extractors.people.zones import texts_of
from extractors.text.seldom import Seldom

ELEMENT = ElementId.MACHTIGING

_MENTION = Seldom(
    re.compile(
        r"\b(?:(?:een\s+|de\s+)?(?:schriftelijke\s+|ondertekende\s+|getekende\s+|kopie\s+(?:van\s+de\s+)?)*"
        r"(?:machtiging(?:sformulier)?|volmacht)|(?:ik\s+)?machtig(?:\s+ik|de)?|gemachtigd|"
        r"benoemingsbeschikking|beschikking\s+(?:tot\s+)?(?:mentorschap|curatele|bewindvoering))\b",
        re.IGNORECASE,
    )
)
_ENCLOSED = re.compile(
    r"\b(bijlagen?|bijgevoegd|bijgesloten|meegestuurd|meegezonden|ingesloten|sluit|voeg|stuur|treft|"
    r"hierbij\s+vindt|bijgaand|toegevoegd|zie)\b",
    re.IGNORECASE,
)
_DEBIT = re.compile(
    r"\b(af\s?te\s?schrijven|afschrij\w*|incasso\w*|incasseren|automatische|iban|rekening(?:nummer)?|"
    r"sepa|bedrag\w*|eigen\s+bijdrage)\b",
    re.IGNORECASE,
)
_ABSENT = re.compile(
    r"\b(geen|niet|zonder|volgt|nagezonden|nazenden|stuur\s+ik\s+na|zal\s+.*(?:volgen|toesturen)|ontbreekt)\b",
    re.IGNORECASE,
)
_COURT = re.compile(
    r"\brechterlijke\s+machtiging|machtiging\s+tot\s+(?:opname|voortgezet)", re.IGNORECASE
)
_PROXY_LABELS = (
    "gemachtigde", "naam gemachtigde", "de gemachtigde", "machtigt", "gevolmachtigde",
)  # fmt: skip


def find(letter: Letter, hints: Hints) -> tuple[Candidate, ...]:
    """Return enclosed authorisations first, then mentions of one."""
    who = _who(letter, hints)
    return (
        *(_enclosed(page, who) for page in letter.with_role(PageRole.AUTHORISATION)),
        *_mentioned(letter, hints, who),
    )


def _who(letter: Letter, hints: Hints) -> str:
    parties = find_parties(letter, hints)
    return parties.proxies[0].name if parties.proxies else ""


def _enclosed(page: LetterPage, who: str) -> Candidate:
    labelled = find_labelled((page,), _PROXY_LABELS)
    named = next((p.name for hit in labelled if (p := parse_person(hit.value.text))), "")
    title = next((line for line in page.lines if _MENTION.search(line.text)), None)
    chosen = title or (page.lines[0] if page.lines else None)
    evidence = (Evidence(page.page.number, chosen.box, chosen.text),) if chosen else ()
    text = chosen.text if chosen else ""
    value = named or who or _first_person(page)
    return Candidate(value, text, evidence, 0.95 if title else 0.8, "bijlage")


def _first_person(page: LetterPage) -> str:
    """Return the person behind "machtig ik" on the enclosed page."""
    string = Text.of(page.lines, joint=" ").string
    match = re.search(r"(?i)\bmachtig(?:t|\s+ik)?(?:\s+hierbij)?\b", string)
    found = find_persons(string[match.end() :][:200]) if match else ()
    return found[0].person.name if found else ""


def _mentioned(letter: Letter, hints: Hints, who: str) -> Iterator[Candidate]:
    for text in texts_of(letter, hints):
        for match in _MENTION.finditer(text.string):
            start, end = _sentence(text.string, match.start(), match.end())
            sentence = text.string[start:end]
            if _DEBIT.search(sentence) or _COURT.search(sentence):
                continue
            enclosed = bool(_ENCLOSED.search(sentence)) and not _ABSENT.search(sentence)
            is_verb = match.group().casefold().startswith(("machtig ", "machtigde", "ik machtig"))
            if not enclosed and not is_verb and "gemachtigd" not in match.group().casefold():
                continue
            span = text.span(start, end)
            confidence = (0.85 if enclosed else 0.6) * span.confidence
            yield Candidate(who, span.text, evidence_of(span), confidence, "vermeld")
            break


def _sentence(string: str, start: int, end: int) -> tuple[int, int]:
    begin = max(string.rfind(mark, 0, start) for mark in (". ", "? ", "! ", "\n"))
    stops = [place for mark in (". ", "? ", "! ", "\n") if (place := string.find(mark, end)) >= 0]
    return begin + 2 if begin >= 0 else 0, min(stops, default=len(string))
