from dataclasses import replace

import pytest

from extractors.element import GUESSED, OWN_DAY, STAMPED, Candidate, Doubt, ElementId
from tests.unit.validators.builders import make_candidate, make_case
from validators.drempels import load_high, load_needed
from validators.report import Status
from validators.texts.reasons import Reason
from validators.weighing import (
    THRESHOLDS,
    absent,
    is_sure,
    likely,
    threshold_of,
    weigh,
)

ELEMENT = ElementId.TIJDSPAD


def test_sure_candidate_is_there() -> None:
    assert weigh(make_case(), ELEMENT, [make_candidate()]).status is Status.AANWEZIG


def test_weak_candidate_is_for_a_person() -> None:
    judged = weigh(make_case(), ELEMENT, [make_candidate(confidence=0.45)])
    assert (judged.status, judged.reason) == (Status.ONZEKER, Reason.MISSCHIEN)


def test_doubt_of_the_finder_is_told_where_the_chance_has_none() -> None:
    weak = replace(make_candidate(confidence=0.45), chance=0.99, doubt=Doubt.PLACE)
    judged = weigh(make_case(), ElementId.RESULTAAT, [weak])
    assert (judged.reason, judged.confidence) == (Reason.MISSCHIEN, 0.45)


def with_chance(chance: float, doubt: Doubt | None = None) -> Candidate:
    return replace(make_candidate(), chance=chance, doubt=doubt)


def test_chance_is_the_confidence_of_the_report() -> None:
    assert weigh(make_case(), ELEMENT, [with_chance(0.999)]).confidence == 0.999


@pytest.mark.parametrize("element", load_needed())
def test_threshold_of_the_element_divides_there_from_doubtful(element: ElementId) -> None:
    needed = load_needed()[element]
    assert (
        is_sure(element, with_chance(needed)),
        is_sure(element, with_chance(needed - 0.01)),
    ) == (
        True,
        False,
    )


@pytest.mark.parametrize("element", load_high())
def test_a_high_chance_makes_up_for_a_low_score(element: ElementId) -> None:
    high = load_high()[element]
    weak = make_candidate(confidence=0.4)
    assert is_sure(element, replace(weak, chance=high))
    assert not is_sure(element, replace(weak, chance=high - 0.01))
    assert not is_sure(element, weak)


def test_no_chance_makes_up_for_a_guess() -> None:
    guess = replace(make_candidate(confidence=0.45, marks=[GUESSED]), chance=1.0)
    assert not any(is_sure(each, guess) for each in ElementId)


def test_no_chance_makes_up_for_a_low_score_of_what_is_not_named() -> None:
    weak = replace(make_candidate(confidence=0.4), chance=1.0)
    others = [each for each in ElementId if each not in load_high()]
    assert others
    assert not any(is_sure(each, weak) for each in others)


@pytest.mark.parametrize(
    ("doubt", "reason"),
    [
        (Doubt.READ, Reason.SLECHT_GELEZEN),
        (Doubt.RIVAL, Reason.MEERDERE),
        (Doubt.PLACE, Reason.ONGEWONE_PLAATS),
        (Doubt.SHAPE, Reason.ONGEWONE_VORM),
        (Doubt.PERSON, Reason.ANDERE_PERSOON),
        (Doubt.WORDS, Reason.WOORDEN_VAN_ANDER),
        (None, Reason.ZWAK),
    ],
)
def test_reason_says_what_speaks_most_against_it(doubt: Doubt | None, reason: Reason) -> None:
    judged = weigh(make_case(), ElementId.NAAM, [with_chance(0.2, doubt)])
    assert (judged.status, judged.reason) == (Status.ONZEKER, reason)


def test_noise_is_as_good_as_nothing() -> None:
    judged = weigh(make_case(), ELEMENT, [make_candidate(confidence=0.1)])
    assert judged.status is Status.ONTBREEKT


def test_candidates_are_weighed_best_first() -> None:
    found = likely(ELEMENT, [make_candidate("b", 0.5), make_candidate("a", 0.9)])
    assert [each.value for each in found] == ["a", "b"]


@pytest.mark.parametrize(
    ("reading", "reason"),
    [
        ({"missing_pages": True}, Reason.PAGINA_ONTBREEKT),
        ({"handwritten": True}, Reason.HANDGESCHREVEN),
        ({"legibility": 0.5}, Reason.SLECHT_LEESBAAR),
        ({"half_read": frozenset({ELEMENT})}, Reason.DEELS_GELEZEN),
    ],
)
def test_absence_on_an_imperfect_scan_is_for_a_person(
    reading: dict[str, object], reason: Reason
) -> None:
    judged = absent(make_case(**reading), ELEMENT)  # type: ignore[arg-type]
    assert (judged.status, judged.reason) == (Status.ONZEKER, reason)


def test_what_was_not_read_of_another_element_says_nothing_of_this_one() -> None:
    case = make_case(half_read=frozenset({ElementId.BSN}))
    assert absent(case, ELEMENT).status is Status.ONTBREEKT


ODD = make_candidate("9~11-2026", 0.4)


def test_absence_beside_what_nobody_explained_is_for_a_person_who_sees_where() -> None:
    judged = absent(make_case(unexplained={ElementId.DATUM: ODD}), ElementId.DATUM)
    assert (judged.status, judged.reason) == (Status.ONZEKER, Reason.MISSCHIEN)
    assert judged.candidate == ODD


@pytest.mark.parametrize("other", [ElementId.BSN, ElementId.NAAM])
def test_what_may_be_another_element_says_nothing_of_this_one(other: ElementId) -> None:
    case = make_case(unexplained={other: ODD})
    assert absent(case, ElementId.DATUM).status is Status.ONTBREEKT


def test_what_is_not_asked_is_not_doubted() -> None:
    case = make_case(unexplained={ElementId.BESLUITDATUM: ODD}, kinds=("klacht",))
    assert absent(case, ElementId.BESLUITDATUM).status is Status.ONTBREEKT


def test_absence_on_a_clean_page_is_a_fact() -> None:
    assert absent(make_case(), ELEMENT).status is Status.ONTBREEKT


@pytest.mark.parametrize("element", ElementId)
def test_thresholds_are_in_order(element: ElementId) -> None:
    threshold = threshold_of(element)
    assert 0 < threshold.floor < threshold.present < 1
    assert 0 < threshold.margin < threshold.legible < 1


def test_numbers_need_a_better_scan_than_passages() -> None:
    assert THRESHOLDS[ElementId.BSN].legible > THRESHOLDS[ElementId.ONDERBOUWING].legible


@pytest.mark.parametrize("mark", [GUESSED, OWN_DAY, STAMPED])
def test_no_chance_makes_a_date_sure_that_is_another_days(mark: str) -> None:
    weak = replace(make_candidate(confidence=0.45), chance=1.0)
    assert is_sure(ElementId.DATUM, weak)
    assert not is_sure(ElementId.DATUM, replace(weak, marks=frozenset({mark})))
