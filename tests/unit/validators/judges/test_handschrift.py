"""Handwriting gives suggestions and doubts, never a verdict."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

import pytest

from extractors.document import Box, Letter, TextSource, Word
from extractors.element import Candidate, ElementId
from tests.factories import make_letter_page, make_page
from tests.unit.validators.builders import BSN, RECEIVED, make_candidate, make_case
from validators.case import Case
from validators.judge import judge_all, judge_element
from validators.report import Status
from validators.texts.reasons import Reason, reason_text
from validators.window import window_of

WRITTEN = dt.date(2026, 11, 9)


def by_hand(
    element: ElementId, *suggested: Candidate, found: Sequence[Candidate] = (), **more: object
) -> Case:
    return make_case(
        {element: tuple(found)}, handwritten=True, suggestions={element: suggested}, **more
    )


def test_a_suggestion_stands_with_an_element_in_doubt() -> None:
    case = by_hand(ElementId.BSN, make_candidate(BSN, 0.25, role="client", marks=["gelabeld"]))
    state = judge_element(case, ElementId.BSN)
    assert (state.status, state.value, state.confidence) == (Status.ONZEKER, BSN, 0.25)
    assert state.reason == reason_text(Reason.HANDSCHRIFT_GELEZEN)


def test_it_says_where_it_stands() -> None:
    state = judge_element(by_hand(ElementId.KENMERK, make_candidate("ZK-1")), ElementId.KENMERK)
    assert [place.page for place in state.evidence] == [1]


@pytest.mark.parametrize(
    ("element", "candidate"),
    [
        (ElementId.BSN, make_candidate("999990018")),
        (ElementId.BSN, make_candidate(BSN, role="ander")),
        (ElementId.DATUM, make_candidate(RECEIVED + dt.timedelta(days=400))),
        (ElementId.DATUM, make_candidate(WRITTEN, marks=["zonder_jaar"])),
        (ElementId.BESLUITDATUM, make_candidate(WRITTEN, role="ontvangen")),
    ],
)
def test_what_cannot_be_is_no_suggestion(element: ElementId, candidate: Candidate) -> None:
    state = judge_element(by_hand(element, candidate), element)
    assert (state.status, state.value) == (Status.ONZEKER, None)
    assert state.reason == reason_text(Reason.HANDGESCHREVEN)


@pytest.mark.parametrize("element", set(ElementId) - {ElementId.HANDTEKENING})
def test_no_suggestion_makes_an_element_present(element: ElementId) -> None:
    state = judge_element(by_hand(element, make_candidate("iets", 0.99)), element)
    assert state.status in {Status.ONZEKER, Status.ONTBREEKT}


def test_a_term_does_not_rest_on_a_suggestion() -> None:
    date = make_candidate(dt.date(2026, 10, 1), 0.99, role="gedateerd")
    window = window_of(by_hand(ElementId.BESLUITDATUM, date))
    assert (window.verdict, window.decision_date) == ("onbekend", None)


def test_rubbish_that_looks_like_a_value_is_in_doubt() -> None:
    state = judge_element(
        by_hand(ElementId.KENMERK, found=[make_candidate("UIC TUU-I04", 0.95)]), ElementId.KENMERK
    )
    assert (state.status, state.value) == (Status.ONZEKER, "UIC TUU-I04")
    assert state.confidence <= 0.4


def test_an_element_of_a_form_filled_in_by_hand_does_not_lack() -> None:
    case = make_case({}, by_hand=frozenset({ElementId.DATUM}))
    states = judge_all(case)
    assert states[ElementId.DATUM].status is Status.ONZEKER
    assert states[ElementId.BSN].status is Status.ONTBREEKT


def test_print_keeps_its_verdict() -> None:
    suggestions = {ElementId.BSN: (make_candidate("999990020", 0.25),)}
    state = judge_element(make_case(suggestions=suggestions), ElementId.BSN)
    assert (state.status, state.value) == (Status.AANWEZIG, BSN)


@pytest.mark.parametrize(
    ("read", "status"), [(0.95, Status.AANWEZIG), (0.7, Status.ONZEKER), (0.5, Status.ONZEKER)]
)
def test_on_a_form_of_which_the_labels_are_sharp_a_value_is_read_as_surely_as_print(
    read: float, status: Status
) -> None:
    candidate = make_candidate("ZK-2026-118342", 0.95)
    word = Word("ZK-2026-118342", Box(73.0, 211.0, 150.0, 220.0), read)
    page = replace(make_page(source=TextSource.OCR), words=(word,))
    case = make_case(
        {ElementId.KENMERK: (candidate,)},
        letter=Letter((make_letter_page(page),)),
        by_hand=frozenset({ElementId.KENMERK}),
    )
    assert judge_element(case, ElementId.KENMERK).status is status
