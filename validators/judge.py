"""Judge every element of a letter: candidates and what is asked give a state.

The choice between candidates is made in `judges`; here it becomes a line of the report.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import replace

from extractors.element import Address, Candidate, Contact, ElementId
from validators.case import Case
from validators.judges.datums import judge_besluitdatum, judge_datum
from validators.judges.handschrift import judge_handschrift
from validators.judges.handtekening import judge_handtekening
from validators.judges.inhoud import (
    judge_besluit,
    judge_omschrijving,
    judge_onderbouwing,
    judge_zorgaanbieder,
)
from validators.judges.nummers import judge_bsn, judge_kenmerk
from validators.judges.personen import (
    judge_adres,
    judge_contactpersoon,
    judge_machtiging,
    judge_naam,
)
from validators.report import ElementState, Status, places_of
from validators.texts.reasons import Reason, reason_text
from validators.vastgesteld import Fact
from validators.weighing import Judgement, weigh

# The elements that are there when one candidate is sure enough have no judge of their own.
JUDGES: dict[ElementId, Callable[[Case], Judgement]] = {
    ElementId.DATUM: judge_datum,
    ElementId.NAAM: judge_naam,
    ElementId.ADRES: judge_adres,
    ElementId.BSN: judge_bsn,
    ElementId.BESLUIT: judge_besluit,
    ElementId.BESLUITDATUM: judge_besluitdatum,
    ElementId.KENMERK: judge_kenmerk,
    ElementId.ONDERBOUWING: judge_onderbouwing,
    ElementId.OMSCHRIJVING: judge_omschrijving,
    ElementId.ZORGAANBIEDER: judge_zorgaanbieder,
    ElementId.CONTACTPERSOON: judge_contactpersoon,
    ElementId.MACHTIGING: judge_machtiging,
    ElementId.HANDTEKENING: judge_handtekening,
}

NO_FACTS: Mapping[ElementId, Fact] = {}


def judge_all(
    case: Case, facts: Mapping[ElementId, Fact] = NO_FACTS
) -> dict[ElementId, ElementState]:
    """Judge all elements, asked for or not, in the order in which a person checks them.

    What a person established is not judged: it is so.
    """
    return {element: _judge(case, element, facts.get(element)) for element in ElementId}


def _judge(case: Case, element: ElementId, fact: Fact | None) -> ElementState:
    if fact is None:
        return _state(case, element, _withheld(case, element, judge_candidates(case, element)))
    # What a person established is a candidate like any other, and not to be doubted.
    state = _state(case, element, _judged(case, element))
    is_there = fact.status is Status.AANWEZIG
    return state.model_copy(
        update={
            "status": fact.status,
            "confidence": 1.0,
            "value": state.value if is_there else None,
            "text": state.text if is_there else None,
            "evidence": state.evidence if is_there else (),
            "reason": reason_text(Reason.VASTGESTELD),
        }
    )


def _withheld(case: Case, element: ElementId, judged: Judgement) -> Judgement:
    """Ask for nothing before a person said what kind of letter it is.

    What lacks in an objection may not be needed in a complaint, and other post needs nothing.
    """
    is_asked = judged.status in {Status.ONTBREEKT, Status.ONGELDIG}
    if case.is_kind_sure or not is_asked or case.severity(element) is None:
        return judged
    return replace(judged, status=Status.ONZEKER, confidence=0.5, reason=Reason.SOORT_ONZEKER)


def judge_element(case: Case, element: ElementId) -> ElementState:
    """Judge one element and put it in the words of the report."""
    return _state(case, element, judge_candidates(case, element))


def _state(case: Case, element: ElementId, judged: Judgement) -> ElementState:
    severity = case.severity(element)
    candidate = judged.candidate
    return ElementState(
        status=judged.status,
        required=severity is not None,
        severity=severity,
        confidence=round(min(max(judged.confidence, 0.0), 1.0), 3),
        value=judged.value if judged.value is not None else _value_of(judged),
        text=(candidate.text or None) if candidate else None,
        evidence=places_of(candidate.evidence) if candidate else (),
        reason=reason_text(judged.reason),
    )


def judge_candidates(case: Case, element: ElementId) -> Judgement:
    """Choose between the candidates of one element."""
    return judge_handschrift(case, element, _judged(case, element))


def _judged(case: Case, element: ElementId) -> Judgement:
    judge = JUDGES.get(element)
    return judge(case) if judge else weigh(case, element, case.candidates(element))


def _value_of(judged: Judgement) -> str | None:
    """Return the candidate's own value; of something that is not there none."""
    if judged.candidate is None or judged.status is Status.ONTBREEKT:
        return None
    if "bestaat_niet" in judged.candidate.marks:
        return None  # a date that is on no calendar has no normal form
    return plain_value(judged.candidate) or None  # nor has one of which a figure got lost


def plain_value(candidate: Candidate) -> str | None:
    """Return a value as text, dates in ISO 8601; addresses and contacts have their own form."""
    if isinstance(candidate.value, Address | Contact):
        return None
    if isinstance(candidate.value, dt.date):
        return candidate.value.isoformat()
    return candidate.value
