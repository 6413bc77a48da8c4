"""Find the reference of the contested decision (labels: domain reference 5.3).

In a citizen's letter "uw kenmerk" is the office's number and "ons" or "mijn kenmerk" is the
sender's own (lawyers, administrators); on an enclosed decision "ons kenmerk" is the one wanted.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from extractors.contacts import is_phone
from extractors.dates import find_dates
from extractors.document import Block, BlockRole, Letter, LetterPage, PageRole, Text, running
from extractors.element import Candidate, ElementId, Hints, evidence_of, sureness
from extractors.references import Reference, code_at, find_references

ELEMENT = ElementId.KENMERK
# From here on something was found, and a code without any explanation is somebody else's.
_SEEN = 0.3
_DOUBTFUL = 0.6
_NUMBERED = 0.72  # how sure a code is that stands where the number of a decision does
_OTHER_THAN_ENCLOSED = 0.7
_NOT_SAID = frozenset({BlockRole.STAMP, BlockRole.FOOTER, BlockRole.LETTERHEAD})
_ACCOUNT = re.compile(r"NL\d{2}[A-Z]{4}|NL\d{9}B\d")  # IBAN and VAT number
_POSTCODE = re.compile(r"[1-9]\d{3}[A-Z]{2}")  # written together, as printers of labels do
_OFFICE = {
    "uw kenmerk": 1.0,
    "kenmerk besluit": 1.0,
    "kenmerk van het besluit": 1.0,
    "kenmerk bestreden besluit": 1.0,
    "kenmerk beschikking": 1.0,
    "kenmerk van uw besluit": 1.0,
    "kenmerk van de beschikking": 1.0,
    "besluitnummer": 1.0,
    "besluitnr": 1.0,
    "beschikkingsnummer": 1.0,
    "beschikkingnummer": 1.0,
    "beschikkingsnr": 1.0,
    "nummer besluit": 0.98,
    "nr besluit": 0.98,
    "nr beschikking": 0.98,
    "kenmerk brief": 0.98,
    "kenmerk van uw brief": 0.98,
    "kenmerk van de brief": 0.98,
    "ref nr": 0.88,
    "uw ref nr": 0.92,
    "nummer beschikking": 0.98,
    "nummer van uw brief": 0.95,
    "nummer van de brief": 0.95,
    "nummer van uw besluit": 0.98,
    "nummer van het besluit": 0.98,
    "nummer van de beschikking": 0.98,
    "besluitkenmerk": 1.0,
    "kenmerk": 0.96,
    "kenmerknummer": 0.96,
    "kenm": 0.95,
    "jullie kenmerk": 1.0,
    "jullie nummer": 0.85,
    "referte": 0.9,
    "uw referte": 0.95,
    "zaak-id": 0.88,
    "zaakid": 0.88,
    "uw kenmerknummer": 0.98,
    "uw referentie": 0.95,
    "uw ref": 0.95,
    "referentienummer": 0.9,
    "referentie": 0.9,
    "ref": 0.85,
    "briefkenmerk": 0.95,
    "briefnummer": 0.88,
    "documentnummer": 0.85,
    "uw briefnummer": 0.9,
    "zaaknummer": 0.88,
    "zaaknr": 0.88,
    "zaakkenmerk": 0.9,
    "zaak": 0.6,
    "uw zaaknummer": 0.9,
    "dossiernummer": 0.83,
    "dossiernr": 0.83,
    "uw dossiernummer": 0.85,
    "dossier": 0.65,
    "correspondentienummer": 0.85,
    "registratienummer": 0.75,
    "indicatienummer": 0.75,
    "indicatiebesluitnummer": 0.95,
    "aanvraagnummer": 0.62,
    "besluit nr": 0.9,
    "besluit nummer": 0.9,
    "beschikking nr": 0.9,
    "beschikking nummer": 0.9,
    "brief nr": 0.85,
    "brief nummer": 0.85,
    "onder nummer": 0.75,
    "met nummer": 0.75,
}
# Words that people put before a code without saying that it is one; the code must look like it.
_UNLABELLED = {
    "uw nummer": 0.85,
    "betreft nummer": 0.9,
    "het nummer": 0.8,
    "staat nummer": 0.85,
    "draagt nummer": 0.85,
    "genummerd": 0.85,
    "gemerkt": 0.8,
    "bij u bekend onder": 0.7,
    "besluit": 0.8,
    "indicatiebesluit": 0.8,
    "toekenningsbesluit": 0.8,
    "afwijzingsbesluit": 0.8,
    "toekenningsbeschikking": 0.8,
    "herindicatie": 0.7,
    "beschikking": 0.8,
    "beslissing": 0.75,
    "inzake": 0.7,
    "bezwaar": 0.65,
    "betreft": 0.65,
    "onderwerp": 0.65,
}
_SENDER = {
    "ons kenmerk": 0.9,
    "mijn kenmerk": 0.9,
    "onze referentie": 0.9,
    "onze ref": 0.9,
    "ons dossier": 0.85,
    "ons dossiernummer": 0.85,
    "mijn referentie": 0.85,
    "mijn dossiernummer": 0.85,
}


# A code as offices print them: figures in a run with letters, or in groups with signs between.
_FIGURE = re.compile(r"\d")
_SHAPE = (
    r"(?P<code>(?=(?:[A-Z]{1,6}[-/] )?[A-Za-z0-9./-]*\d{3})"
    # A code that is broken over a line goes on behind its sign: "ZK-" / "2026-118342".
    r"(?:[A-Z][a-z]{1,4}\d[\dA-Z./-]{4,}|[A-Z]{1,6}(?:[-./]?|[-/] )\d[A-Z0-9./-]{3,}"
    r"|[A-Za-z]{1,5}-\d[A-Z0-9./-]{3,}|\d{2,}[-./]?[A-Z0-9./-]{4,}(?:/[a-z]{1,4})?))(?![\w@])"
)
_GROUPS = r"(?P<groups>\d{3,4}(?: \d{2,4}){1,3})(?![\w.,]?\d)"
_CODE = re.compile(r"(?<![\w@./-])(?:" + _SHAPE + "|(?<=brief )" + _GROUPS + ")")
# After the word for what an office sent stands its date and then, between commas or brackets or
# after "nummer" or "onder", what it is filed under.
_NUMBERED_LETTER = re.compile(
    r"\b(?i:\w*besluit|\w*beschikking|\w*beslissing|brief|schrijven|afwij[sz]ing|toekenning|afgewezen|"
    r"geweigerd|geregistreerd)\b"
    r"(?:[^.!?;:]|\.(?!\s+[A-Z])){0,90}?(?:[,(]\s?|\b(?i:nr|nummer|no|onder|kenmerk|gemerkt)\b[\s.:]{0,3})(?:"
    + _SHAPE + "|" + _GROUPS + ")"
)  # fmt: skip
# The same without a shape: "het besluit d.d. 09-07-2026 (nr. 26MD 10903)", of which a scan parted
# the letters from the figures.
_NUMBER_OF_LETTER = re.compile(
    r"\b(?:\w*besluit|\w*beschikking|\w*beslissing|brief|schrijven)\b"
    r"(?:[^.!?;:]|\.(?!\s+[A-Z])){0,60}?[,(]\s?(?:nr|nummer|no)\b[\s.:]{0,3}",
    re.IGNORECASE,
)
# Figures in brackets behind a name may be those of the person: "mevrouw A. Smit (30112245)".
_BEHIND_NAME = re.compile(r"\b[A-Z][a-z][\w'\u2019-]*\s?\($")
# A label that says little is enough for a number that looks like one of an office.
_THIN = frozenset({"zaak", "dossier"})
_LOOKS_FILED = re.compile(r"(?=(?:\D*\d){4})\d*[A-Za-z./-][\w./-]*")
_FILED = 1.2
# "Er staat bovenaan: 'Ons kenmerk: 2026-551'" is what the office calls its own number.
_QUOTES = re.compile(
    r"(?:\b(?:staat|stond|bovenaan|linksboven|rechtsboven)\b[^.!?]{0,40}|['\"\u2018\u201c])"
    r"(?:ons|onze)\s\w+\W*$",
    re.IGNORECASE,
)
_ENDING = re.compile(r"[a-z]{1,3}")
_AT_END = re.compile(rf"[,(\u2013-]\s?(?P<code>(?!))?{_GROUPS}(?=\W*$)")
_SUBJECT = re.compile(r"^(betreft|onderwerp|inzake|subject|re)\b|\bbezwaar", re.IGNORECASE)
_OTHER_NUMBER = re.compile(
    r"(bsn|burgerservice|tel|mobiel|relatie|klant|cli[eë]nt|polis|geb|iban|rekening|postbus|kvk|factuur|"
    r"sofi|\u20ac|eur)\w*[\s.:()-]*(nummer|nr)?[\s.:()-]*$",
    re.IGNORECASE,
)


def find(letter: Letter, hints: Hints) -> tuple[Candidate, ...]:
    """Return the codes that may be the decision's reference, best first."""
    enclosed = tuple(_from_decision(letter, hints))
    candidates = [
        *_from_labels(letter.own_pages, hints),
        *_from_patterns(letter, hints),
        *_beside(enclosed, (*_from_subject(letter), *_from_sentences(letter))),
        *enclosed,
    ]
    of_office = [each for each in candidates if "van_afzender" not in each.marks]
    if not any(each.confidence >= _SEEN for each in of_office):
        candidates += [*_loose(letter), *_grouped_in_subject(letter)]
    return tuple(sorted(_unique(candidates), key=lambda each: -each.confidence))


def _office_labels(hints: Hints) -> dict[str, float]:
    """Return what a reference may be called, also by this organisation alone."""
    return _OFFICE | dict.fromkeys(map(str.casefold, hints.kenmerk_labels), 1.0)


def _from_labels(pages: Iterable[LetterPage], hints: Hints) -> Iterator[Candidate]:
    for reference in find_references(tuple(pages), _UNLABELLED):
        if _OTHER_NUMBER.search(reference.before):
            continue  # "inzake weigering toeslag, BSN: 999990019"
        if len(re.sub(r"\D", "", reference.value)) >= 4 and not is_phone(reference.value):
            yield _candidate(reference, 1.0, frozenset())
    for reference in find_references(tuple(pages), _office_labels(hints) | _SENDER):
        if reference.label.endswith(" nummer") and is_phone(reference.value):
            continue  # "u belde met nummer 071-5825888"
        if reference.label in _SENDER and not _QUOTES.search(reference.before):
            yield _candidate(reference, 0.5, frozenset({"van_afzender"}))
        else:
            yield _candidate(reference, _weight(reference), frozenset())


def _weight(reference: Reference) -> float:
    is_filed = reference.label in _THIN and _LOOKS_FILED.fullmatch(reference.value)
    return _FILED if is_filed else 1.0


def _from_decision(letter: Letter, hints: Hints) -> Iterator[Candidate]:
    """Read the reference as the office prints it on its own letter."""
    own = {"ons kenmerk": 1.0, "onze referentie": 0.95, "uw kenmerk": 0.3}
    labels = _office_labels(hints) | own
    for reference in find_references(letter.with_role(PageRole.DECISION), labels):
        yield _candidate(reference, 0.9, frozenset({"besluitpagina"}))


def _beside(enclosed: Sequence[Candidate], bare: Iterable[Candidate]) -> Iterator[Candidate]:
    """Doubt a bare code that is not the one on the enclosed decision: it may be the client's."""
    known = {_key(each) for each in enclosed}
    for each in bare:
        is_other = known and not any(_key(each) in key or key in _key(each) for key in known)
        yield replace(each, confidence=_OTHER_THAN_ENCLOSED * each.confidence) if is_other else each


def _from_patterns(letter: Letter, hints: Hints) -> Iterator[Candidate]:
    for pattern in hints.kenmerk_patterns:
        for page in letter.own_pages:
            text = Text.of(page.lines)
            for match in re.finditer(pattern, text.string):
                span = text.span(match.start(), match.end())
                places, sure = evidence_of(span), sureness(0.9, span)
                yield Candidate(match.group(), match.group(), places, sure, "patroon")


def _from_subject(letter: Letter) -> Iterator[Candidate]:
    """Read a code that stands bare in the subject ("Betreft: bezwaar, PGB8463661").

    A subject without a label must tell by its shape that the code is one: letters and figures.
    """
    for block in letter.blocks:
        for line in block.lines:
            if len(line.words) > 14:
                continue
            if _SUBJECT.search(line.text):
                yield from _codes(Text.of([line]), _CODE)
            elif block.role is BlockRole.REFERENCE and len(line.words) > 1:
                mixed = _codes(Text.of([line]), _CODE)
                yield from (each for each in mixed if re.search(r"[A-Z]", str(each.value)))


def _grouped_in_subject(letter: Letter) -> Iterator[Candidate]:
    """Offer figures in groups that end the subject as doubtful ("Inzake: pgb, 6368 3066 35")."""
    for line in (line for block in letter.blocks for line in block.lines):
        if _SUBJECT.search(line.text) and not is_phone(line.text):
            for each in _codes(Text.of([line]), _AT_END):
                yield replace(each, confidence=_DOUBTFUL * each.confidence, role="los")


def _from_sentences(letter: Letter) -> Iterator[Candidate]:
    """Read the number of a decision or letter: "in uw brief van 3 mei 2026, nr. UIT-20263162"."""
    for block in letter.blocks:
        text = running(block)
        if not _FIGURE.search(text.string):
            continue  # few blocks have a number, and the patterns are slow
        yield from _codes(text, _NUMBERED_LETTER)
        for match in _NUMBER_OF_LETTER.finditer(text.string):
            span = code_at(text, match.end())
            if span is not None and len(re.sub(r"\D", "", span.text)) >= 4:
                sure = sureness(_NUMBERED, span)
                yield Candidate(_unbroken(span.text), span.text, evidence_of(span), sure, "patroon")


def _loose(letter: Letter) -> Iterator[Candidate]:
    """Offer a code that nothing explains as a doubtful one: somebody may have meant it so."""
    for page in letter.own_pages:
        for block in page.blocks:
            # Small print at the foot is of the paper or the program, not of the case.
            if block.role not in _NOT_SAID and block.box.bottom < 0.92 * page.page.height:
                yield from _loose_in(block)


def _loose_in(block: Block) -> Iterator[Candidate]:
    for line in block.lines:
        for each in _codes(Text.of([line]), _CODE):
            code = str(each.value)
            figures = len(re.sub(r"\D", "", code))
            if re.search(r"[A-Z]", code) and figures >= 4 and not _ACCOUNT.match(code):
                yield replace(each, confidence=_DOUBTFUL * each.confidence, role="los")


def _codes(text: Text, pattern: re.Pattern[str]) -> Iterator[Candidate]:
    for match in pattern.finditer(text.string):
        kind = "code" if match["code"] else "groups"
        start, end = match.span(kind)
        other = _OTHER_NUMBER.search(text.string[:start]) or _POSTCODE.fullmatch(match[kind])
        if other or any(found.start == 0 for found in find_dates(match[kind])):
            continue
        span = text.span(start, end)
        code = _unbroken(match[kind].rstrip("."))
        sure = sureness(_NUMBERED, span)
        if code.isdigit() and _BEHIND_NAME.search(text.string[:start]):
            yield Candidate(code, code, evidence_of(span), _DOUBTFUL * sure, "los")
        else:
            yield Candidate(code, code, evidence_of(span), sure, "patroon")


def _unbroken(code: str) -> str:
    """Take out the space where a code was broken over a line.

    >>> _unbroken("ZK- 2026-118342"), _unbroken("12345 - AB")
    ('ZK-2026-118342', '12345 - AB')
    """
    return re.sub(r"(?<=\w[-/]) (?=\w)", "", code)


def _candidate(reference: Reference, weight: float, marks: frozenset[str]) -> Candidate:
    return Candidate(
        _unbroken(reference.value),
        reference.span.text,
        evidence_of(reference.span),
        sureness(reference.score * weight, reference.span),
        "gelabeld",
        marks,
    )


def _unique(candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    """Keep the surest place of each code; a code of the sender stays the sender's."""
    own = {_key(each) for each in candidates if "van_afzender" in each.marks}
    best: dict[str, Candidate] = {}
    for each in candidates:
        if _key(each) in own and "van_afzender" not in each.marks:
            continue
        known = best.get(_key(each))
        if known is None or each.confidence > known.confidence:
            best[_key(each)] = each
    yield from _whole(best)


def _whole(best: Mapping[str, Candidate]) -> Iterator[Candidate]:
    """Leave out "Z26/11861" beside "Z26/11861 - TN": the same code without its last letters."""
    for key, each in best.items():
        longer = [other for other in best if other.startswith(key) and other != key]
        if not any(_ENDING.fullmatch(other[len(key) :]) for other in longer):
            yield each


def _key(candidate: Candidate) -> str:
    return re.sub(r"\W", "", str(candidate.value)).casefold()
