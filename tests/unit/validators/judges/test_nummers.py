import pytest

from extractors.element import Candidate, ElementId
from tests.unit.validators.builders import BSN, make_candidate, make_case
from validators.judges.nummers import judge_bsn, judge_kenmerk
from validators.report import Status
from validators.texts.reasons import Reason
from validators.weighing import Judgement

WRONG = "999990018"
SECOND = "999990044"


def number(value: str, confidence: float = 0.95, *marks: str, role: str = "client") -> Candidate:
    return make_candidate(value, confidence, role=role, marks=["gelabeld", *marks])


def bsn(*candidates: Candidate, **more: object) -> Judgement:
    return judge_bsn(make_case({ElementId.BSN: candidates}, **more))  # type: ignore[arg-type]


def kenmerk(*candidates: Candidate) -> Judgement:
    return judge_kenmerk(make_case({ElementId.KENMERK: candidates}))


def test_labelled_number_that_passes_is_there() -> None:
    assert bsn(number(BSN)).status is Status.AANWEZIG


def test_lost_leading_zero_is_put_back() -> None:
    judged = bsn(number("10000008"))
    assert judged.candidate is not None
    assert judged.candidate.value == "010000008"


def test_clearly_read_number_that_fails_is_wrong() -> None:
    judged = bsn(number(WRONG))
    assert (judged.status, judged.reason) == (Status.ONGELDIG, Reason.BSN_ELFPROEF)


@pytest.mark.parametrize(
    "candidate",
    [number(WRONG, 0.7), number(WRONG, 0.95, "hersteld"), number("9999900190", 0.95)],
    ids=["read poorly", "letters folded to figures", "doubled figure"],
)
def test_number_that_may_be_misread_is_for_a_person(candidate: Candidate) -> None:
    assert bsn(candidate).status is Status.ONZEKER


def test_elfproef_decides_between_labelled_numbers() -> None:
    judged = bsn(number(WRONG, 0.95), number(BSN, 0.7))
    assert (judged.status, judged.candidate and judged.candidate.value) == (Status.AANWEZIG, BSN)


def test_two_numbers_that_pass_are_for_a_person() -> None:
    assert bsn(number(BSN, 0.95), number("111222333", 0.9)).reason is Reason.MEERDERE


def test_number_without_a_label_is_only_a_guess() -> None:
    judged = bsn(make_candidate(BSN, 0.9, role="client"))
    assert (judged.status, judged.reason) == (Status.ONZEKER, Reason.BSN_ZONDER_LABEL)


def test_number_without_a_label_that_fails_is_nothing() -> None:
    assert bsn(make_candidate(WRONG, 0.9, role="client")).status is Status.ONTBREEKT


def test_number_of_somebody_else_is_not_the_clients() -> None:
    assert bsn(number(BSN, role="ander")).status is Status.ONTBREEKT


def test_absence_on_a_poor_scan_says_nothing() -> None:
    judged = bsn(legibility=0.8)
    assert (judged.status, judged.reason) == (Status.ONZEKER, Reason.SLECHT_LEESBAAR)


def test_reference_of_the_office_is_there() -> None:
    assert kenmerk(make_candidate("ZK-1")).status is Status.AANWEZIG


def test_reference_of_the_senders_own_file_does_not_count() -> None:
    judged = kenmerk(make_candidate("AB/12", marks=["van_afzender"]))
    assert (judged.status, judged.reason) == (Status.ONTBREEKT, Reason.KENMERK_AFZENDER)


def test_reference_on_the_enclosed_decision_counts_and_says_so() -> None:
    judged = kenmerk(make_candidate("ZK-1", marks=["besluitpagina"]))
    assert (judged.status, judged.reason) == (Status.AANWEZIG, Reason.BESLUITPAGINA)


def test_same_reference_with_more_words_is_no_rival() -> None:
    judged = kenmerk(make_candidate("ZK-1"), make_candidate("ZK 1 BSN"))
    assert judged.status is Status.AANWEZIG


def test_two_references_about_as_likely_are_for_a_person() -> None:
    judged = kenmerk(make_candidate("ZK-1"), make_candidate("CIZ-9"))
    assert judged.status is Status.ONZEKER
