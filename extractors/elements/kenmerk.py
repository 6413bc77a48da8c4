"""Find the reference of the contested decision (labels: domain reference 5.3).

In a citizen's letter "uw kenmerk" is the office's number and "ons" or "mijn kenmerk" is the
sender's own (lawyers, administrators); on an enclosed decision "ons kenmerk" is the one wanted.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files

from extractors.document import Letter, PageRole, Text
from extractors.element import Candidate, ElementId, Hints, evidence_of, sureness
from extractors.numbers.bare_codes import (
    DOUBTFUL,
    from_sentences,
    from_subject,
    grouped_in_subject,
    is_bsn,
    loose,
    prose_before,
    unbroken,
    unnamed,
)
from extractors.numbers.codes import is_year
from extractors.numbers.other_numbers import (
    is_at_another,
    is_named_otherwise,
    is_no_code,
    is_of_earlier_one,
    is_of_sender,
    is_service_number,
    is_told_of_another,
    is_told_of_somebody,
)
from extractors.numbers.own_files import heads_of_firm, is_own_file, is_private
from extractors.numbers.reference_weights import (
    SUSPECT,
    WITH_DECISION,
    beside,
    less_of_others,
    marked_with_decision,
    surer_of_contested,
    unique,
)
from extractors.numbers.references import Reference, find_references
from extractors.numbers.with_dates import numbers_with_date
from extractors.people.contacts import is_phone
from extractors.story.passages import addressee_of

ELEMENT = ElementId.KENMERK
# From here on something was found, and a code without any explanation is somebody else's.
_SEEN = 0.3
# A label that says little is enough for a number that looks like one of an office.
_THIN = frozenset({"zaak", "dossier"})
_OFFICES = frozenset({"uw", "jullie"})  # whose number it is, says the label
_DECISIONS = frozenset({"besluit", "indicatiebesluit", "beschikking", "beslissing"})
_LOOKS_FILED = re.compile(r"(?=(?:\D*\d){4})\d*[A-Za-z./-][\w./-]*")
_FILED = 1.3
_ONLY_YEAR = 0.4  # the rest of the code was not read, or it is none
_FILED_DECISION = 1.15
# "Er staat bovenaan: 'Ons kenmerk: 2026-551'" is what the office calls its own number.
_OWN = re.compile(r"(?i)\b(?:[o0]n[sz5]e?|mijn)\b")
_LABEL = 24  # signs that the label of one's own number takes, with what links it
_QUOTES = re.compile(
    r"(?:\b(?:staat|stond|bovenaan|linksboven|rechtsboven)\b[^.!?]{0,40}|['\"\u2018\u201c])"
    r"(?:ons|onze)\s\w+\W*$",
    re.IGNORECASE,
)
_COPIED = 0.6  # a person looks whose number it is
_OF_DECISION = ("besluit", "beschikking", "uw kenmerk", "kenmerk")
_OF_FILE = ("dossier", "cli\u00ebntdossier", "aanvraag", "volgnummer", "uw dossier")
# "Ik heb een aanvraag ingediend met nummer AV-5512093."
_OF_REQUEST = re.compile(
    r"(?:^|[.;!?]\s)(?!(?:[^.;!?]|\.(?=\S))*(?:besl|beschikking|brief|af\w*we[zi]|af\w*wij|wei?ger))"
    r"[^;!?]*\b(?:aanvraag|verzoek|melding)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
# "Nr.  WMO 26/0417" as a row of its own, above or below the date of the decision.
_BARE_LABELS = {"nr": 0.5, "nummer": 0.5, "no": 0.5}  # it may be anything: a person looks
_ONLY_LABEL = re.compile(r"(?:\W*(?:nr|no|nummer)\W*)?", re.IGNORECASE)  # or it stands in a column
_DAY_MONTH = re.compile(r"[0-3]?\d(?:[-/][01]?\d|e|de|ste)")  # "besluit 28e oktober"


@cache
def _labels(whose: str) -> Mapping[str, float]:
    """Return what the number is called, with how surely it is one."""
    data = tomllib.loads((files("extractors") / "cues" / "kenmerk.toml").read_text("utf-8"))
    return {label: float(weight) for label, weight in data[whose].items()}


def find(letter: Letter, hints: Hints) -> tuple[Candidate, ...]:
    """Return the codes that may be the decision's reference, best first."""
    enclosed = tuple(_from_decision(letter, hints))
    candidates = [
        *_behind_other_words(letter),
        *_from_labels(letter, hints),
        *_in_rows(letter),
        *_from_patterns(letter, hints),
        *numbers_with_date(letter),
        *beside(enclosed, (*from_subject(letter), *from_sentences(letter))),
        *enclosed,
    ]
    candidates = surer_of_contested(letter, less_of_others(letter, candidates))
    of_office = [each for each in candidates if "van_afzender" not in each.marks]
    if not any(each.confidence >= _SEEN for each in of_office):
        candidates += [*loose(letter), *grouped_in_subject(letter), *unnamed(letter)]
    marked = [*map(_surer_with_decision, marked_with_decision(letter, candidates))]
    return tuple(sorted(unique(marked), key=lambda each: -each.confidence))


def _surer_with_decision(candidate: Candidate) -> Candidate:
    """Doubt no code behind the date of a decision: "op 6 februari 2026 (BZW/40066)"."""
    if candidate.role != "los" or WITH_DECISION not in candidate.marks:
        return candidate
    return replace(candidate, confidence=candidate.confidence / DOUBTFUL, role="patroon")


def _office_labels(hints: Hints) -> dict[str, float]:
    """Return what a reference may be called, also by this organisation alone."""
    return {**_labels("kantoor"), **dict.fromkeys(map(str.casefold, hints.kenmerk_labels), 1.0)}


def _behind_other_words(letter: Letter) -> Iterator[Candidate]:
    """Read a code behind words that do not say that it is a reference: "bezwaar 26-118"."""
    for reference in find_references(letter, _labels("zonder_naam")):
        if is_named_otherwise(reference.before) or _DAY_MONTH.fullmatch(reference.value):
            continue  # "inzake weigering toeslag, BSN: 999990019"
        if _OF_REQUEST.search(reference.before) or is_bsn(reference.value):
            continue  # "Betreft: bezwaar door 999990019"
        if len(re.sub(r"\D", "", reference.value)) >= 4 and not is_no_code(reference.value):
            is_filed = _LOOKS_FILED.fullmatch(reference.value)
            sure = _FILED_DECISION if is_filed and reference.label in _DECISIONS else 1.0
            sure *= SUSPECT if is_of_earlier_one(reference.before) else 1.0
            yield _candidate(reference, sure, frozenset())


def _in_rows(letter: Letter) -> Iterator[Candidate]:
    """Read a code that stands in a row of its own behind "nr.", and is no phone or BSN."""
    for reference in find_references(letter, _BARE_LABELS):
        if not _ONLY_LABEL.fullmatch(reference.before) or not _LOOKS_FILED.search(reference.value):
            continue
        if is_bsn(reference.value) or is_phone(reference.value) or is_no_code(reference.value):
            continue
        yield _candidate(reference, 1.0, frozenset())


def _from_labels(letter: Letter, hints: Hints) -> Iterator[Candidate]:
    of_sender = _labels("afzender")
    labels = {**_office_labels(hints), **of_sender}
    every = find_references(letter, labels)
    found = [replace(each, before=_lead_of(letter, each)) for each in every]
    # A firm that names its own number means another one with "Referentie:".
    heads = {} if any(each.label in of_sender for each in found) else heads_of_firm(letter)
    # The same number stands by its label at the end of a line as well, without the words before it.
    addressed = addressee_of(letter)
    elsewhere = {each.value for each in found if _is_elsewhere(each, addressed)}
    numbered = any(each.label.startswith(_OF_DECISION) for each in found)
    is_of_person = not numbered and is_private(letter)
    for reference in found:
        is_called = reference.label.endswith(" nummer") and is_phone(reference.value)
        if is_called or is_service_number(reference.value):
            continue  # "u belde met nummer 071-5825888"
        if is_of_sender(reference.before):
            continue  # "u kent mij onder nummer 118220"
        if reference.value in elsewhere or _DAY_MONTH.fullmatch(reference.value):
            continue  # "het vonnis (zaaknummer C/03/26/118 R)"
        is_own = reference.label in of_sender
        if is_own and not _OWN.search(reference.before[-_LABEL:]):
            continue  # "het kenmerk is 26-118" is nearly "kenmerk ons"
        if is_own and not _QUOTES.search(reference.before):
            # Who has no office copies what the decision calls its own number.
            is_copied = is_of_person and reference.label == "ons kenmerk"
            marks = frozenset() if is_copied else frozenset({"van_afzender"})
            yield _candidate(reference, _COPIED if is_copied else 0.5, marks)
        else:
            is_doubtful = is_own_file(reference, heads) or _is_of_other_paper(reference)
            is_doubtful = is_doubtful or is_told_of_somebody(reference.before, reference.label)
            # Beside the number of the decision that of the file is another one.
            is_file = numbered and reference.label.startswith(_OF_FILE)
            weight = SUSPECT if is_doubtful or is_file else 1.0
            yield _candidate(reference, _weight(reference) * weight, frozenset())


def _lead_of(letter: Letter, reference: Reference) -> str:
    """Return what stands before a code, also on the lines above it when that is running text."""
    return prose_before(letter, reference.span.words[0]) or reference.before


def _is_elsewhere(reference: Reference, addressed: str) -> bool:
    is_told = is_told_of_another(reference.before, reference.label, addressed)
    return is_told or is_at_another(reference.before, addressed)


def _is_of_other_paper(reference: Reference) -> bool:
    """Tell the number of a decision of before, or of an application."""
    before = reference.before
    asked = _OF_REQUEST.search(before) and reference.label.split()[0] not in _OFFICES
    return bool(is_of_earlier_one(before) or asked)


def _weight(reference: Reference) -> float:
    if is_year(reference.value):
        return _ONLY_YEAR
    is_filed = reference.label in _THIN and _LOOKS_FILED.fullmatch(reference.value)
    return _FILED if is_filed else 1.0


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


def _candidate(reference: Reference, weight: float, marks: frozenset[str]) -> Candidate:
    return Candidate(
        unbroken(reference.value),
        reference.span.text,
        evidence_of(reference.span),
        sureness(reference.score * weight, reference.span),
        "gelabeld",
        marks,
    )
