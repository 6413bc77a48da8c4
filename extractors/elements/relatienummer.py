"""Find the number under which an organisation knows its client (domain reference 5.4).

A policy number (polisnummer) belongs to the health insurer and is none.
"""

import re
from collections.abc import Iterator

from extractors.dates.dates import find_dates
from extractors.document import BlockRole, Letter, Text, running
from extractors.element import Candidate, ElementId, Hints, evidence_of, sureness
from extractors.numbers.codes import code_at
from extractors.numbers.other_numbers import is_no_client_number, letters_before
from extractors.numbers.references import find_references
from extractors.people.mentions.relations import KIN_WORD
from extractors.people.parties import find_parties
from extractors.story.passages import addressee_of
from extractors.story.providers import find_providers

ELEMENT = ElementId.RELATIENUMMER
_LABELS = {
    "relatienummer": 1.0,
    "relatienr": 1.0,
    "relatie nr": 1.0,
    "mijn relatienummer": 1.0,
    "relatienummers": 0.9,
    "rel nr": 0.85,
    "relatie": 0.6,
    "relatie/klantnummer": 0.9,
    "relatienummer/bsn": 0.6,
    "klantnummer": 0.9,
    "klantnr": 0.9,
    "klant nr": 0.9,
    "klantid": 0.9,
    "klant id": 0.9,
    "mijn klantid": 0.95,
    "cliëntid": 0.9,
    "cliënt id": 0.9,
    "relatie id": 0.9,
    "cliëntnummer": 0.9,
    "cliëntnr": 0.9,
    "cliënt nr": 0.9,
    "cl nr": 0.85,
    "budgethoudernummer": 0.85,
    "pgb nummer": 0.8,
    "pgb-nummer": 0.8,
    "registratienummer": 0.5,
    "registratienummer bij u": 0.85,
    "registratienummer bij jullie": 0.85,
    "mijn nummer bij u": 0.9,
    "mijn nummer bij jullie": 0.9,
    "nummer bij u": 0.85,
    "mijn nummer is": 0.7,
    "mijn nr is": 0.7,
    "verzekerdennummer": 0.6,  # of a client of the zorgkantoor, or of the insurer beside it
    "relatienummers zijn": 0.6,  # of two people: a person looks whose
    "klantnummers zijn": 0.6,
    "cliëntnummers zijn": 0.6,
    "mijn klantnummer": 0.95,
    "mijn cliëntnummer": 0.95,
    "klantenummer": 0.9,
    "klantennummer": 0.9,
    "klantkenmerk": 0.8,
    "cliëntkenmerk": 0.8,
    "mijn nummer als budgethouder": 0.9,
    "mijn nummer als klant": 0.9,
    "mijn nummer als cliënt": 0.9,
    "persoonlijk nummer bij vgz": 0.85,
    "persoonlijk nummer": 0.7,
    "zorgvragernummer": 0.85,
    "zorgnummer": 0.75,
    "klantcode": 0.8,
    "cliëntcode": 0.8,
    "zorgkantoornummer": 0.85,
    "wlz-registratienummer": 0.8,
    "nummer budgethouder": 0.85,
    "pgb-houdernummer": 0.85,
    # Mostly of a hospital, and of whoever is written to in a complaint: a person looks whose.
    "patiëntnummer": 0.55,
    "inschrijfnummer": 0.55,
    "subjectnummer": 0.8,  # of whom a municipality taxes
}
# Ways to say it without a label of its own. What follows is the number.
_NUMBER = r"(?:nummer|nr\.?|no\.?)"
_PERSON = r"(?:klant|cli[eë]nte?|budgethouder|zorgvrager)"
_TOLD = tuple(
    re.compile(pattern + r"[\s:]*", re.IGNORECASE)
    for pattern in (
        # "De klacht van budgethouder 8812044"
        r"\b(?:klant|cli[eë]nt|budgethouder)\s+(?=[A-Z]{0,3}[-.]?\d{5,8}(?!\d))",
        # "Ik ben klant bij u, nummer 612"
        rf"\b{_PERSON}(?:\s+bij\s+(?:u|jullie|het\s+zorgkantoor|uw\s+\w+))?,?\s+(?:(?:met|onder)\s+)?"
        rf"(?:het\s+)?{_NUMBER}(?=[\s:])",
        # "Ik sta bij u geregistreerd onder nummer 612", "bekend als cliënt 612"
        r"\b(?:ben|sta|staan|staat|zijn|is|zit)\b[^.!?\d]{0,50}"
        r"\b(?:bekend|ingeschreven|geregistreerd|te\s+vinden|aangemeld|administratie|systeem)\b"
        rf"[^.!?\d]{{0,30}}\b(?:onder|met|als|bij)\s+(?:het\s+|de\s+)?(?:{_NUMBER}|{_PERSON})(?=[\s:])",
        rf"\b(?:bekend|ingeschreven|geregistreerd)\s+onder\s+(?:het\s+)?{_NUMBER}(?=[\s:])",
        # "Mijn vrouw is bij u ingeschreven onder 0044718-J", not "bekend onder 3 namen"
        r"\b(?:bekend|ingeschreven|geregistreerd)\s+(?:onder|als)\s+"
        r"(?=(?:[A-Z]{1,3}[ .-]?)?\d[\d.]{4})",
        # "Het nummer waaronder u mij kent is 612", "U kent mij onder 612"
        r"\bnummer\s+(?:waaronder|waarmee)\s+(?:u|jullie)\s+(?:mij|me|ons)\b[^.!?\d]{0,25}\bis",
        r"\b(?:u|jullie)\s+(?:kent|kennen)\s+(?:mij|me|ons)\s+(?:onder|als|via)"
        rf"(?:\s+(?:het\s+)?(?:{_NUMBER}|{_PERSON}))?(?=[\s:])",
        # "Zij heeft bij u nummer MZ 612", "ik heb bij jullie het nummer 612"
        rf"\b(?:heb|heeft|hebben)\s+bij\s+(?:u|jullie)\s+(?:als\s+)?(?:het\s+)?{_NUMBER}(?=[\s:])",
        # "Het nummer dat ik bij u heb is 612"
        r"\bnummer\s+(?:dat|waaronder|waarmee)\s+(?:ik|wij|mijn\s+\w+)\b[^.!?\d]{0,20}"
        r"\bbij\s+(?:u|jullie)\b[^.!?\d]{0,30}",
    )
)
# A case that is known under a number has a kenmerk.
_OF_A_CASE = re.compile(
    r"\b(?:zaak|dossier|besluit|beschikking|brief|beslissing|aanvraag|indicatie)\b[^.!?]*$|"
    # "BSN 999990019 - registratienummer bij u 40028": that one has its figures already.
    r"\b(?:kvk|bsn)\b[^.!?\d]*$",
    re.IGNORECASE,
)
_TOLD_SCORE = 0.78
# Whose client one may be besides: "mijn klantnummer bij de SVB is 612".
_ELSEWHERE = re.compile(
    r"\b(?:bij|van)\s+(?:de\s+|het\s+|mijn\s+)?"
    r"(?P<body>svb|sociale\s+verzekeringsbank|cak|uwv|belastingdienst|zorgverzekeraar|verzekeraar|"
    r"apotheek|huisarts|bank|politie|rechtbank|ziekenhuis|energie\w*|waterschap|woningcorporatie)\b[^.;,]{0,25}$",
    re.IGNORECASE,
)
# "Stichting Oase (cli\u00ebntnummer daar: 10442)".
_AT_PROVIDER = re.compile(
    r"\b(?:stichting|thuiszorg\w*|(?:zorg)?aanbieder|zorggroep|zorginstelling|instelling|dagbesteding|"
    r"ziekenhuis|apotheek|verzekering\w*)\b[^.;()]{0,40}\((?:mijn\s)?(?:cli[e\u00eb]nt|klant)\w*[^)]{0,12}$|"
    r"\b(?:cli[e\u00eb]nt|klant)\w*\s(?:al)?daar\W*$",
    re.IGNORECASE,
)
# "De begeleider van Stichting Prisma kent mij onder cli\u00ebntnummer 20431".
_NOT_OURS = re.compile(r"\b(?:cli[e\u00eb]nt|klant)\w*\W*(?:\w+\W+){0,3}$", re.IGNORECASE)
_OF_ANOTHER = 0.35
# "Relatienummer VGZ 447120": whose number it is.
_OFFICE = re.compile(r"^(?:VGZ|CZ|Menzis|DSW|zorgkantoor)[\s:]+(?=\d)", re.IGNORECASE)
_BODY = re.compile(r"(?:svb|cak|uwv)\b", re.IGNORECASE)
# "Mijn dochter heeft relatienummer": whose case it is, is for a person when nobody writes for her.
_RELATIVES = re.compile(
    rf"\b(?:mijn|onze|ons)\s+(?:\w+\s+)?(?:{KIN_WORD})\b[^.;]{{0,30}}$", re.IGNORECASE
)
_OF_RELATIVE = 0.6
_SUBJECT = r"(?:(?:betreft|onderwerp|inzake|over|subject|re)\W+)?"
# The letters that offices put before the number of a client, not before that of a case.
_LETTERS = "(?:R|RN|RNR|BH|BHN|K|KN|KL|C|CN)?"
# A subject that is a word and a number, and does not say what the number is.
_BARE = re.compile(
    rf"{_SUBJECT}(?:bezwaar(?:schrift)?|klacht(?:brief)?)\W+"
    rf"(?P<number>{_LETTERS}[- ]?\d[\d. ]{{4,}}\d)$",
    re.IGNORECASE,
)
# Figures in brackets behind a name, without a word for what they are: "mevrouw A. Smit (30112245)".
_BEHIND_NAME = re.compile(
    r"\b[A-Z][a-z][\w'\u2019-]*\s?\((?P<number>(?:RN?|BH|KN?|CN?)?[- ]?\d[\d.]{4,9})\)"
)
# A subject in any words that ends with figures, behind those of a case or not: "Afgekeurde
# zorgbeschrijving, 38295150", "Bezwaar - 26/118/B - 38.295150".
_BEHIND_SUBJECT = re.compile(
    rf"^(?!.*(?:kenm|nummer|\bn[ro]\b|zaak|dossier|bsn|tel|mob|postbus|ref)){_SUBJECT}"
    r"(?:[^\d:]{6,60}(?:[,(\u2013-]|\s-)\s?|[^:]{6,60}(?:,|\s[\u2013-])\s)"
    rf"(?P<number>{_LETTERS}\d[\d.]{{5,8}})\)?$",
    re.IGNORECASE,
)
_GUESS = 0.5


def find(letter: Letter, hints: Hints) -> tuple[Candidate, ...]:
    """Return the numbers that may be the client number, best first."""
    best: dict[str, Candidate] = {}
    found = (*_from_labels(letter, hints), *_told(letter), *_from_patterns(letter, hints))
    for each in found or tuple(_from_subject(letter)):
        if find_dates(str(each.value)):
            continue  # "Bezwaar, 7.11.26"
        known = best.get(str(each.value))
        if known is None or each.confidence > known.confidence:
            best[str(each.value)] = each
    return tuple(sorted(best.values(), key=lambda each: -each.confidence))


def _from_labels(letter: Letter, hints: Hints) -> Iterator[Candidate]:
    labels = _LABELS | dict.fromkeys(map(str.casefold, hints.relatienummer_labels), 1.0)
    for reference in find_references(letter, labels):
        if reference.label == "registratienummer" and _OF_A_CASE.search(reference.before):
            continue  # "met uw beschikking van 6 mei (registratienummer 7105)"
        places, sure = evidence_of(reference.span), sureness(reference.score, reference.span)
        if _is_elsewhere(letter, reference.before) or _BODY.match(reference.value):
            sure *= _OF_ANOTHER
        elif _RELATIVES.search(reference.before) and not find_parties(letter, hints).is_represented:
            sure *= _OF_RELATIVE
        value = _OFFICE.sub("", reference.value)
        yield Candidate(value, reference.span.text, places, sure, "gelabeld")


def _is_elsewhere(letter: Letter, before: str) -> bool:
    """Tell a number at another body than the one that is written to."""
    said = before[before.rfind(". ") + 1 :]
    if _AT_PROVIDER.search(before) or (_NOT_OURS.search(said) and find_providers(said)):
        return True
    other = _ELSEWHERE.search(before)
    if other is None:
        return False
    return other["body"].casefold() not in addressee_of(letter).casefold()


def _told(letter: Letter) -> Iterator[Candidate]:
    """Read a number that a sentence explains without naming it a client number."""
    for block in letter.blocks:
        text = running(block)
        for match in (each for pattern in _TOLD for each in pattern.finditer(text.string)):
            span = code_at(text, match.end())
            before = text.string[: match.end()]
            if span is not None and not _is_of_other(before, span.text):
                places, sure = evidence_of(span), sureness(_TOLD_SCORE, span)
                sure *= _OF_ANOTHER if _is_elsewhere(letter, before) else 1.0
                yield Candidate(span.text, span.text, places, sure, "gelabeld")


def _is_of_other(before: str, code: str) -> bool:
    """Tell the number of a case, and one with letters before it that say what it is ("KvK 612")."""
    return bool(_OF_A_CASE.search(before)) or is_no_client_number(letters_before(code))


def _from_subject(letter: Letter) -> Iterator[Candidate]:
    """Offer a bare number in the subject or behind a name as a doubtful one."""
    for block in letter.blocks:
        for line in block.lines:
            match = _BARE.match(line.text) or _BEHIND_NAME.search(line.text)
            if match is None and block.role is BlockRole.REFERENCE:
                match = _BEHIND_SUBJECT.match(line.text)
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
