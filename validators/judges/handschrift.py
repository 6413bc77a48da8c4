"""Keep what was written by hand in doubt, and say what it may be.

A letter written by hand gives words that look like a value and are none. Whatever was read of it
is for a person to see; what the engine for handwriting made of it, where there is one, stands
there as a suggestion of low confidence.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from extractors.document import TextSource, Word
from extractors.element import Address, Candidate, Contact, ElementId
from validators.case import Case
from validators.judges.personen import address_value, contact_value
from validators.numbers import bsn
from validators.report import AddressValue, ContactValue, Status
from validators.texts.reasons import Reason
from validators.weighing import Judgement, sureness_of, uncertain

# Words of print are read so surely; of ten by hand fewer than one is.
PRINTED = 0.9
# A poor scan looks like handwriting too: what is there by all measures stays, read so surely.
READ = 0.6
# However sure the machine is: of what it reads of handwriting one value in three is wrong.
MOST = 0.4
DATES = frozenset({ElementId.DATUM, ElementId.BESLUITDATUM})
# Facts about these dates that make them no suggestion.
NO_DATE = frozenset({"zonder_dag", "zonder_jaar", "bestaat_niet"})


def judge_handschrift(case: Case, element: ElementId, judged: Judgement) -> Judgement:
    """Return the judgement as it is for print, and in doubt for what was written by hand."""
    if element is ElementId.HANDTEKENING or judged.status is Status.ONTBREEKT:
        return judged
    is_present = judged.status is Status.AANWEZIG
    sure = READ if is_present and not _is_sharp(case, element) else PRINTED
    if not case.may_be_by_hand(element) or _is_read(case, judged.candidate, sure):
        return judged
    suggestion = next(_suggested(case, element), None)
    if suggestion is not None:
        doubt = uncertain(suggestion, Reason.HANDSCHRIFT_GELEZEN)
        return replace(doubt, value=_value_of(suggestion))
    if judged.candidate is None:
        return judged
    sure = min(sureness_of(judged.candidate), MOST)
    return replace(
        judged, status=Status.ONZEKER, confidence=sure, reason=Reason.HANDSCHRIFT_GELEZEN
    )


def _is_sharp(case: Case, element: ElementId) -> bool:
    """Tell whether the scan is no poor one: the labels of its form were read for certain."""
    return element in case.reading.by_hand


def _is_read(case: Case, candidate: Candidate | None, sure: float) -> bool:
    """Tell whether a candidate stands in words of which each was read so surely."""
    if candidate is None:
        return False
    words = list(_words_at(case, candidate))
    return bool(words) and min(word.confidence for word in words) >= sure


def _words_at(case: Case, candidate: Candidate) -> Iterator[Word]:
    places = {(place.page, place.box) for place in candidate.evidence}
    for page in case.reading.letter.pages:
        for number, box in places:
            if number == page.page.number:
                is_text = page.page.source is TextSource.TEXT
                for word in page.page.words:
                    if box.contains(word.box):
                        yield replace(word, confidence=1.0) if is_text else word


def _suggested(case: Case, element: ElementId) -> Iterator[Candidate]:
    """Yield what may be suggested, best first: a number that cannot be a BSN is none."""
    for each in case.reading.suggestions.get(element, ()):
        if each.role in {"ander", "vertegenwoordiger"} and element is not ElementId.CONTACTPERSOON:
            continue
        if element is ElementId.BSN:
            if bsn.is_valid(str(each.value)):
                yield replace(each, value=bsn.compact(str(each.value)))
        elif element not in DATES or _is_likely_date(case, each):
            yield each


def _is_likely_date(case: Case, candidate: Candidate) -> bool:
    day = candidate.value
    return (
        isinstance(day, dt.date)
        and day <= case.latest_day
        and not candidate.marks & NO_DATE
        and candidate.role != "ontvangen"
    )


def _value_of(candidate: Candidate) -> AddressValue | ContactValue | None:
    if isinstance(candidate.value, Address):
        return address_value(candidate)
    return contact_value(candidate.value) if isinstance(candidate.value, Contact) else None
