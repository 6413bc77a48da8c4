"""Find the reference of the contested decision (labels: domain reference 5.3).

In a citizen's letter "uw kenmerk" is the office's number and "ons" or "mijn kenmerk" is the
sender's own (lawyers, administrators); on an enclosed decision "ons kenmerk" is the one wanted.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache, partial
from importlib.resources import files

from extractors.code_shapes import (
    AT_END,
    CODE,
    NUMBER_AND_DATE,
    NUMBER_OF_LETTER,
    NUMBERED_LETTER,
    names_paper,
)
from extractors.codes import code_at, is_year
from extractors.contacts import is_phone
from extractors.document import (
    BlockRole,
    Letter,
    Line,
    PageRole,
    Text,
    running,
)
from extractors.element import Candidate, ElementId, Hints, evidence_of, sureness
from extractors.loose_codes import (
    DOUBTFUL,
    EARLIER_ONE,
    addressed_of,
    codes,
    find_loose,
    find_unnamed,
    is_explained_in,
    prose_before,
    unbroken,
)
from extractors.other_numbers import (
    is_at_another,
    is_named_otherwise,
    is_no_code,
    is_of_another_writer,
    is_service_number,
    is_told_of_another,
    is_told_of_somebody,
)
from extractors.parts import POSTCODE
from extractors.reference_weights import NUMBERED, SUSPECT, beside, less_of_others, unique
from extractors.references import Reference, find_references, line_below

ELEMENT = ElementId.KENMERK
# From here on something was found, and a code without any explanation is somebody else's.
_SEEN = 0.3
_DATED = 1.25  # how much more so between the word for the decision and its date
_IN_SUBJECT = 1.1  # how much more so with letters in it, in the subject


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
    r"(?:^|[.;!?]\s)(?!(?:[^.;!?]|\.(?=\S))*(?:besl|beschikking|brief|af\w*we[zi]|af\w*wij|wei?ger))"
    r"[^;!?]*\b(?:aanvraag|verzoek|melding)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_DAY_MONTH = re.compile(r"[0-3]?\d[-/][01]?\d")
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
        *_from_bare_words(letter),
        *_from_labels(letter, hints),
        *_from_patterns(letter, hints),
        *beside(enclosed, (*_from_subject(letter), *_from_sentences(letter))),
        *enclosed,
    ]
    candidates = less_of_others(letter, candidates)
    of_office = [each for each in candidates if "van_afzender" not in each.marks]
    if not any(each.confidence >= _SEEN for each in of_office):
        candidates += [*find_loose(letter), *_grouped_in_subject(letter), *find_unnamed(letter)]
    return tuple(sorted(unique(candidates), key=lambda each: -each.confidence))


def _office_labels(hints: Hints) -> dict[str, float]:
    """Return what a reference may be called, also by this organisation alone."""
    return {**_labels("kantoor"), **dict.fromkeys(map(str.casefold, hints.kenmerk_labels), 1.0)}


def _from_bare_words(letter: Letter) -> Iterator[Candidate]:
    """Read a code behind a word that does not say that it is one ("besluit 26-118")."""
    for reference in find_references(letter, _labels("zonder_naam")):
        if is_named_otherwise(reference.before) or _DAY_MONTH.fullmatch(reference.value):
            continue  # "inzake weigering toeslag, BSN: 999990019"
        if len(re.sub(r"\D", "", reference.value)) >= 4 and not is_no_code(reference.value):
            is_filed = _LOOKS_FILED.fullmatch(reference.value)
            sure = _FILED_DECISION if is_filed and reference.label in _DECISIONS else 1.0
            sure *= SUSPECT if EARLIER_ONE.search(reference.before) else 1.0
            yield _candidate(reference, sure, frozenset())


def _from_labels(letter: Letter, hints: Hints) -> Iterator[Candidate]:
    of_sender = _labels("afzender")
    labels = {**_office_labels(hints), **of_sender}
    every = find_references(letter, labels)
    found = [replace(each, before=_lead_of(letter, each)) for each in every]
    # A firm that names its own number means another one with "Referentie:".
    heads = {} if any(each.label in of_sender for each in found) else _heads_of_firm(letter)
    # The same number stands by its label at the end of a line as well, without the words before it.
    addressed = addressed_of(letter)
    elsewhere = {each.value for each in found if _is_elsewhere(each, addressed)}
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
            is_doubtful = is_doubtful or is_told_of_somebody(reference.before, reference.label)
            # Beside the number of the decision that of the file is another one.
            is_file = numbered and reference.label.startswith(_OF_FILE)
            weight = SUSPECT if is_doubtful or is_file else 1.0
            yield _candidate(reference, _weight(reference) * weight, frozenset())


def _lead_of(letter: Letter, reference: Reference) -> str:
    """Return what stands before a code, also on the lines above it when that is running text."""
    return prose_before(letter, reference.span.words[0]) or reference.before


def _is_elsewhere(reference: Reference, addressed: str) -> bool:
    before = reference.before
    return is_at_another(before) or is_told_of_another(before, reference.label, addressed)


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
    asked = _OF_REQUEST.search(before) and reference.label.split()[0] not in _OFFICES
    return bool(EARLIER_ONE.search(before) or asked)


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
    addressed = addressed_of(letter)
    for block in letter.blocks:
        above = ""
        for line in block.lines:
            in_prose = block.role is BlockRole.BODY
            told = partial(is_explained_in, above, addressed) if in_prose else is_named_otherwise
            above += f"{line.text} "
            is_own = id(line.words[0]) in heads and _OWN_LINE.match(line.text)
            if len(line.words) > 14 or is_own:
                continue
            if _SUBJECT.search(line.text):
                for each in codes(_subject_of(letter, line), CODE, is_other=told):
                    is_filed = re.search(r"[A-Z]", str(each.value))
                    yield (
                        replace(each, confidence=each.confidence * _IN_SUBJECT)
                        if is_filed
                        else each
                    )
            elif block.role is BlockRole.REFERENCE and len(line.words) > 1:
                mixed = codes(Text.of([line]), CODE)
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
            for each in codes(Text.of([line]), AT_END):
                yield replace(each, confidence=DOUBTFUL * each.confidence, role="los")


def _from_sentences(letter: Letter) -> Iterator[Candidate]:
    """Read the number of a decision or letter: "in uw brief van 3 mei 2026, nr. UIT-20263162"."""
    for block in letter.blocks:
        text = running(block)
        if not (_FIGURE.search(text.string) and names_paper(text.string)):
            continue  # few blocks have a number of a paper, and the patterns are slow
        yield from codes(text, NUMBERED_LETTER, is_other=_is_of_another)
        dated = codes(text, NUMBER_AND_DATE, is_other=_is_of_another)
        yield from (
            replace(each, confidence=_DATED * each.confidence, role="gelabeld") for each in dated
        )
        for match in NUMBER_OF_LETTER.finditer(text.string):
            before = text.string[: match.end()]
            if EARLIER_ONE.search(before) or is_of_another_writer(before):
                continue
            span = code_at(text, match.end())
            if span is None or is_no_code(span.text):
                continue
            if len(re.sub(r"\D", "", span.text)) >= 4:
                sure = sureness(NUMBERED, span)
                yield Candidate(unbroken(span.text), span.text, evidence_of(span), sure, "patroon")


def _is_of_another(before: str) -> bool:
    return is_named_otherwise(before) or is_of_another_writer(before)


def _candidate(reference: Reference, weight: float, marks: frozenset[str]) -> Candidate:
    return Candidate(
        unbroken(reference.value),
        reference.span.text,
        evidence_of(reference.span),
        sureness(reference.score * weight, reference.span),
        "gelabeld",
        marks,
    )
