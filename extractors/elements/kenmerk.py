"""Find the reference of the contested decision (labels: domain reference 5.3).

In a citizen's letter "uw kenmerk" is the office's number and "ons" or "mijn kenmerk" is the
sender's own (lawyers, administrators); on an enclosed decision "ons kenmerk" is the one wanted.
"""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files

from extractors.code_shapes import (
    ANY_NUMBER,
    AT_END,
    CODE,
    NUMBER_AND_DATE,
    NUMBER_OF_LETTER,
    NUMBERED_LETTER,
    names_paper,
)
from extractors.codes import code_at, is_year, letters_ahead
from extractors.contacts import is_phone
from extractors.dates import find_dates
from extractors.document import (
    Block,
    BlockRole,
    Letter,
    Line,
    PageRole,
    Text,
    running,
)
from extractors.element import Candidate, ElementId, Hints, evidence_of, sureness
from extractors.other_numbers import (
    is_at_another,
    is_explained,
    is_named_otherwise,
    is_no_code,
    is_of_another_writer,
    is_service_number,
    letters_before,
)
from extractors.parts import POSTCODE
from extractors.readers.bsn_check import passes
from extractors.reference_weights import NUMBERED, SUSPECT, beside, less_of_others, unique
from extractors.references import Reference, find_references, line_below
from extractors.with_dates import numbers_with_date

ELEMENT = ElementId.KENMERK
# From here on something was found, and a code without any explanation is somebody else's.
_SEEN = 0.3
_DOUBTFUL = 0.6
_IN_SUBJECT = 1.1  # how much more so with letters in it, in the subject
_NOT_SAID = frozenset({BlockRole.STAMP, BlockRole.FOOTER, BlockRole.LETTERHEAD})
_ACCOUNT = re.compile(r"NL\d{2}[A-Z]{4}|NL\d{9}B\d")  # IBAN and VAT number
_POSTCODE = re.compile(r"[1-9]\d{3}[A-Z]{2}")  # written together, as printers of labels do
# Figures in brackets behind a name may be those of the person: "mevrouw A. Smit (30112245)".
_BEHIND_NAME = re.compile(r"\b[A-Z][a-z][\w'\u2019-]*\s?\($")
_FIGURE = re.compile(r"\d")
# A label that says little is enough for a number that looks like one of an office.
_THIN = frozenset({"zaak", "dossier"})
_DECISIONS = frozenset({"besluit", "indicatiebesluit", "beschikking", "beslissing"})
_LOOKS_FILED = re.compile(r"(?=(?:\D*\d){4})\d*[A-Za-z./-][\w./-]*")
_FILED = 1.3
_ONLY_YEAR = 0.4  # the rest of the code was not read, or it is none
_FILED_DECISION = 1.15
# "Er staat bovenaan: 'Ons kenmerk: 2026-551'" is what the office calls its own number.
_QUOTES = re.compile(
    r"(?:\b(?:staat|stond|bovenaan|linksboven|rechtsboven)\b[^.!?]{0,40}|['\"\u2018\u201c])"
    r"(?:ons|onze)\s\w+\W*$",
    re.IGNORECASE,
)
_HEADS = frozenset({BlockRole.SENDER, BlockRole.LETTERHEAD})
_OFFICES = frozenset({"uw", "jullie"})  # whose number it is, says the label
_FIRM = re.compile(
    r"\b(?:advocat\w+|advocaten|B\.?V\.?|N\.?V\.?|stichting|vereniging|vakbond|rechtsbijstand|rechtshulp|"
    r"rechtswinkel|juridisch\w*|bewind\w+|mentorschap|kantoor|notaris\w*|mr\.|raads(?:man|vrouw|lieden)|"
    r"cli[eë]nten(?:raad|ondersteuning)|ouderenadvi\w+|KvK)(?!\w)",
    re.IGNORECASE,
)
_FUNCTION = re.compile(
    r"\b(?:curator|mentor|gemachtigde|advoca\w+|jurist\w*|adviseur\w*|begeleid(?:er|ster)|"
    r"maatschappelijk|werker|werkster|medewerk(?:er|ster)|behandeld door|directeur|teamleid\w+|"
    r"namens|inzake|postbus|\w*ondersteun\w*|zorgbelang|\w+zorg|zorg(?:groep|centrum)|www\.\S+)(?!\w)",
    re.IGNORECASE,
)
_OF_TEXT = frozenset({BlockRole.BODY, BlockRole.ADDRESSEE, BlockRole.ATTACHMENTS, BlockRole.STAMP})
_COPIED = 0.6  # a person looks whose number it is
# In those lines a label by itself names the sender's own file: "Dossier: 2026.1187/FB".
_OWN_LINE = re.compile(
    r"\W*(?:zaak|dossier|ref|kenm|nummer|nr)(?!.*(?:besluit|beschikking|beslissing|brief))",
    re.IGNORECASE,
)
_OF_OFFICE = frozenset({"besluit", "besluitnummer", "beschikking", "beschikkingsnummer", "brief"})
_OF_DECISION = ("besluit", "beschikking", "uw kenmerk", "kenmerk")
_OF_FILE = ("dossier", "cli\u00ebntdossier", "aanvraag", "volgnummer", "uw dossier")
# "Ik heb een aanvraag ingediend met nummer AV-5512093."
_OF_REQUEST = re.compile(
    r"(?:^|[.;!?]\s)(?!(?:[^.;!?]|\.(?=\S))*(?:besl|beschikking|brief|af\w*wezen|wei?ger))"
    r"[^;!?]*\b(?:aanvraag|verzoek|melding)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
# "Het vorige besluit (nummer 298 113 006)" is told by its number alone.
_EARLIER_ONE = re.compile(
    r"\b(?:vorige?|eerdere?|oude|toenmalige?)\s(?:\w+\s){0,2}?"
    r"(?:\w*besluit|\w*beschikking|\w*beslissing|brief|schrijven|zaak|toekenning)\b"
    r"(?:(?!besluit|beschikking|beslissing|brief)[^.,;]){0,45}$",
    re.IGNORECASE,
)
_NOT_THIS = re.compile(r"\b(?:niet|vorige?|eerdere?|oude)\b\W{0,3}(?:\w+\W{1,3})?$", re.IGNORECASE)
_OF_CASE = re.compile(
    r"\b(?:\w*besluit|\w*beschikking|\w*beslissing|brief|schrijven|\w*zaak|\w*dossier|\w*archief|\w*nummer|"
    r"nr|no|\w*kenmerk|betreft|betr|onderwerp|inzake|inz|ref\w*)\b",
    re.IGNORECASE,
)
_DAY_MONTH = re.compile(r"[0-3]?\d(?:[-/][01]?\d|e|de|ste)")  # "besluit 28e oktober"
_SUBJECT = re.compile(r"^(betreft|onderwerp|inzake|subject|re)\b|\bbezwaar", re.IGNORECASE)


@cache
def _labels(whose: str) -> Mapping[str, float]:
    """Return what the number is called, with how surely it is one."""
    data = tomllib.loads((files("extractors") / "cues" / "kenmerk.toml").read_text("utf-8"))
    return {label: float(weight) for label, weight in data[whose].items()}


def find(letter: Letter, hints: Hints) -> tuple[Candidate, ...]:
    """Return the codes that may be the decision's reference, best first."""
    enclosed = tuple(_from_decision(letter, hints))
    candidates = [
        *_from_labels(letter, hints),
        *_from_patterns(letter, hints),
        *numbers_with_date(letter),
        *beside(enclosed, (*_from_subject(letter), *_from_sentences(letter))),
        *enclosed,
    ]
    candidates = less_of_others(letter, candidates)
    of_office = [each for each in candidates if "van_afzender" not in each.marks]
    if not any(each.confidence >= _SEEN for each in of_office):
        candidates += [*_loose(letter), *_grouped_in_subject(letter), *_unnamed(letter)]
    return tuple(sorted(unique(candidates), key=lambda each: -each.confidence))


def _office_labels(hints: Hints) -> dict[str, float]:
    """Return what a reference may be called, also by this organisation alone."""
    return {**_labels("kantoor"), **dict.fromkeys(map(str.casefold, hints.kenmerk_labels), 1.0)}


def _from_labels(letter: Letter, hints: Hints) -> Iterator[Candidate]:
    for reference in find_references(letter, _labels("zonder_naam")):
        if is_named_otherwise(reference.before) or _DAY_MONTH.fullmatch(reference.value):
            continue  # "inzake weigering toeslag, BSN: 999990019"
        if len(re.sub(r"\D", "", reference.value)) >= 4 and not is_no_code(reference.value):
            is_filed = _LOOKS_FILED.fullmatch(reference.value)
            sure = _FILED_DECISION if is_filed and reference.label in _DECISIONS else 1.0
            sure *= SUSPECT if _EARLIER_ONE.search(reference.before) else 1.0
            yield _candidate(reference, sure, frozenset())
    of_sender = _labels("afzender")
    found = find_references(letter, {**_office_labels(hints), **of_sender})
    # A firm that names its own number means another one with "Referentie:".
    heads = {} if any(each.label in of_sender for each in found) else _heads_of_firm(letter)
    # The same number stands by its label at the end of a line as well, without the words before it.
    elsewhere = {each.value for each in found if is_at_another(each.before)}
    numbered = any(each.label.startswith(_OF_DECISION) for each in found)
    is_private = not numbered and _is_private(letter)
    for reference in found:
        is_called = reference.label.endswith(" nummer") and is_phone(reference.value)
        if is_called or is_service_number(reference.value):
            continue  # "u belde met nummer 071-5825888"
        if reference.value in elsewhere or _DAY_MONTH.fullmatch(reference.value):
            continue  # "het vonnis (zaaknummer C/03/26/118 R)"
        if reference.label in of_sender and not _QUOTES.search(reference.before):
            # Who has no office copies what the decision calls its own number.
            is_copied = is_private and reference.label == "ons kenmerk"
            marks = frozenset() if is_copied else frozenset({"van_afzender"})
            yield _candidate(reference, _COPIED if is_copied else 0.5, marks)
        else:
            is_doubtful = _is_own_file(reference, heads) or _is_of_other_paper(reference)
            # Beside the number of the decision that of the file is another one.
            is_file = numbered and reference.label.startswith(_OF_FILE)
            weight = SUSPECT if is_doubtful or is_file else 1.0
            yield _candidate(reference, _weight(reference) * weight, frozenset())


def _is_own_file(reference: Reference, heads: Mapping[int, Line]) -> bool:
    """Tell the number under which an office of the sender files the case from that of the decision.

    It stands by its label alone in the letterhead, or beside date and subject.
    """
    line = next((heads[id(word)] for word in reference.span.words if id(word) in heads), None)
    if line is None or reference.label.split()[0] in _OFFICES | _OF_OFFICE:
        return False
    return not reference.before or bool(_OWN_LINE.match(line.text))


def _is_of_other_paper(reference: Reference) -> bool:
    """Tell the number of a decision of before, or of an application."""
    before = reference.before
    return bool(_EARLIER_ONE.search(before) or _OF_REQUEST.search(before))


def _weight(reference: Reference) -> float:
    if is_year(reference.value):
        return _ONLY_YEAR
    is_filed = reference.label in _THIN and _LOOKS_FILED.fullmatch(reference.value)
    return _FILED if is_filed else 1.0


def _is_private(letter: Letter) -> bool:
    """Tell a letter of somebody with a house, and not of a firm or in a function."""
    around = [block for block in letter.blocks if block.role not in _OF_TEXT]
    text = "\n".join(block.text for block in around)
    lives = any(b.role is BlockRole.SENDER and POSTCODE.search(b.text) for b in around)
    return lives and not (_FIRM.search(text) or _FUNCTION.search(text))


def _heads_of_firm(letter: Letter) -> Mapping[int, Line]:
    """Return the lines above the text by their words, when an office of the sender writes."""
    heads = [block for block in letter.blocks if block.role in _HEADS]
    if not any(_FIRM.search(block.text) for block in heads):
        return {}
    above = [block for block in letter.blocks if block.role in _HEADS | {BlockRole.REFERENCE}]
    return {id(word): line for block in above for line in block.lines for word in line.words}


def _from_decision(letter: Letter, hints: Hints) -> Iterator[Candidate]:
    """Read the reference as the office prints it on its own letter."""
    own = {"ons kenmerk": 1.0, "onze referentie": 0.95, "uw kenmerk": 0.3}
    labels = _office_labels(hints) | own
    for reference in find_references(letter.with_role(PageRole.DECISION), labels):
        yield _candidate(reference, 0.9, frozenset({"besluitpagina"}))


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
    heads = _heads_of_firm(letter)
    for block in letter.blocks:
        for line in block.lines:
            is_own = id(line.words[0]) in heads and _OWN_LINE.match(line.text)
            if len(line.words) > 14 or is_own:
                continue
            if _SUBJECT.search(line.text):
                for each in _codes(_subject_of(letter, line), CODE):
                    is_filed = re.search(r"[A-Z]", str(each.value))
                    yield (
                        replace(each, confidence=each.confidence * _IN_SUBJECT)
                        if is_filed
                        else each
                    )
            elif block.role is BlockRole.REFERENCE and len(line.words) > 1:
                mixed = _codes(Text.of([line]), CODE)
                yield from (each for each in mixed if re.search(r"[A-Z]", str(each.value)))


def _subject_of(letter: Letter, line: Line) -> Text:
    """Return a line of the subject with the code that stands alone on the next one."""
    pages = (page for page in letter.own_pages if page.page.number == line.page)
    below = next((line_below(page, line.words[-1]) for page in pages), None)
    is_code = below is not None and len(below.words) == 1 and CODE.search(below.text)
    return Text.of([line, below] if below is not None and is_code else [line], joint=" ")


def _grouped_in_subject(letter: Letter) -> Iterator[Candidate]:
    """Offer figures in groups that end the subject as doubtful ("Inzake: pgb, 6368 3066 35")."""
    for line in (line for block in letter.blocks for line in block.lines):
        if _SUBJECT.search(line.text) and not is_phone(line.text):
            for each in _codes(Text.of([line]), AT_END):
                yield replace(each, confidence=_DOUBTFUL * each.confidence, role="los")


def _from_sentences(letter: Letter) -> Iterator[Candidate]:
    """Read the number of a decision or letter: "in uw brief van 3 mei 2026, nr. UIT-20263162"."""
    for block in letter.blocks:
        text = running(block)
        if not (_FIGURE.search(text.string) and names_paper(text.string)):
            continue  # few blocks have a number of a paper, and the patterns are slow
        yield from _codes(text, NUMBERED_LETTER, is_other=_is_of_another)
        yield from _codes(text, NUMBER_AND_DATE, is_other=_is_of_another)
        for match in NUMBER_OF_LETTER.finditer(text.string):
            before = text.string[: match.end()]
            if _EARLIER_ONE.search(before) or is_of_another_writer(before):
                continue
            span = code_at(text, match.end())
            if span is None or is_no_code(span.text):
                continue
            if len(re.sub(r"\D", "", span.text)) >= 4:
                sure = sureness(NUMBERED, span)
                yield Candidate(_unbroken(span.text), span.text, evidence_of(span), sure, "patroon")


def _is_of_another(before: str) -> bool:
    return is_named_otherwise(before) or is_of_another_writer(before)


def _loose(letter: Letter) -> Iterator[Candidate]:
    """Offer a code that nothing explains as a doubtful one: somebody may have meant it so."""
    for page in letter.own_pages:
        for block in page.blocks:
            # Small print at the foot is of the paper or the program, not of the case.
            if block.role not in _NOT_SAID and block.box.bottom < 0.92 * page.page.height:
                yield from _loose_in(block)


def _loose_in(block: Block) -> Iterator[Candidate]:
    for line in block.lines:
        for each in _codes(Text.of([line]), CODE, is_other=is_explained):
            code = str(each.value)
            figures = len(re.sub(r"\D", "", code))
            if re.search(r"[A-Z]", code) and figures >= 4 and not _ACCOUNT.match(code):
                yield replace(each, confidence=_DOUBTFUL * each.confidence, role="los")


def _unnamed(letter: Letter) -> Iterator[Candidate]:
    """Offer figures beside the word for a letter or a case as doubtful: "archief 2.004.118".

    Who wrote down a number of the decision, in whatever words, is not asked for it.
    """
    said = (
        block
        for page in letter.own_pages
        for block in page.blocks
        if block.role in {BlockRole.BODY, BlockRole.REFERENCE}
        and block.box.bottom < 0.92 * page.page.height
    )
    for block in said:
        text = Text.of(block.lines, joint=" ")
        for match in ANY_NUMBER.finditer(text.string):
            before, code = text.string[: match.start()], match.group()
            figures = re.sub(r"\D", "", code)
            explained = (
                is_explained(before + letters_before(code))
                or is_no_code(code)
                or _POSTCODE.match(code.replace(" ", ""))
                or any(find_dates(code))
                or (len(figures) == 9 and passes(figures))  # somebody's BSN
            )
            if len(figures) >= 5 and not explained and _OF_CASE.search(before[-60:]):
                span = text.span(*match.span())
                sure = sureness(_DOUBTFUL * NUMBERED, span)
                yield Candidate(code, span.text, evidence_of(span), sure, "los")


def _codes(
    text: Text, pattern: re.Pattern[str], *, is_other: Callable[[str], bool] = is_named_otherwise
) -> Iterator[Candidate]:
    for match in pattern.finditer(text.string):
        kind = "code" if match["code"] else "groups"
        start, end = match.start(kind), match.end("by" if match.groupdict().get("by") else kind)
        before, printed = text.string[:start], match[kind].rstrip(".")
        if is_other(before + letters_before(printed)) or _is_none(before, printed):
            continue
        start = letters_ahead(text.string, start) if match["code"] else start
        span = text.span(start, end)
        code = _unbroken(text.string[start:end].rstrip("."))
        sure = sureness(NUMBERED, span)
        if code.isdigit() and _BEHIND_NAME.search(before):
            yield Candidate(code, code, evidence_of(span), _DOUBTFUL * sure, "los")
        else:
            yield Candidate(code, code, evidence_of(span), sure, "patroon")


def _is_none(before: str, printed: str) -> bool:
    """Tell a date, a postcode, a telephone number and what "not" or "earlier" stands before."""
    is_date = any(found.start == 0 for found in find_dates(printed))
    is_other = _NOT_THIS.search(before) or _EARLIER_ONE.search(before)
    return bool(is_date or is_other or is_no_code(printed) or _POSTCODE.fullmatch(printed))


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
