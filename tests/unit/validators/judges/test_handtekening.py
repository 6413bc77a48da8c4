import pytest

from extractors.document import Box, Certificate
from extractors.element import Candidate, ElementId
from tests.unit.validators.builders import make_candidate, make_case, make_enclosed
from validators.judges.handtekening import judge_handtekening
from validators.report import Status
from validators.texts.reasons import Reason
from validators.weighing import Judgement


def signed(*candidates: Candidate, **more: object) -> Judgement:
    found = {ElementId.HANDTEKENING: candidates}
    return judge_handtekening(make_case(found, **more))  # type: ignore[arg-type]


def trace(role: str, confidence: float = 0.9, *marks: str) -> Candidate:
    return make_candidate(role, confidence, role=role, marks=marks)


def certified(**facts: bool) -> Judgement:
    sound = {"intact": True, "valid": True, "covers_whole_file": True}
    certificate = Certificate("A. de Vries", box=Box(1, 2, 3, 4), page=1, **sound | facts)
    return signed(letter=make_enclosed(certificates=[certificate]))


@pytest.mark.parametrize("role", ["inkt", "annotatie"])
def test_drawn_signature_is_there(role: str) -> None:
    assert signed(trace(role)).status is Status.AANWEZIG


@pytest.mark.parametrize(
    ("candidate", "reason"),
    [
        (trace("inkt", 0.4), Reason.HANDTEKENING_ZWAK),
        (trace("inkt", 0.5, "stempel"), Reason.HANDTEKENING_STEMPEL),
        (trace("plaatje"), Reason.HANDTEKENING_PLAATJE),
    ],
)
def test_what_may_be_a_signature_is_for_a_person(candidate: Candidate, reason: Reason) -> None:
    judged = signed(candidate)
    assert (judged.status, judged.reason) == (Status.ONZEKER, reason)


def test_typed_name_is_no_signature() -> None:
    judged = signed(trace("getypt"))
    assert (judged.status, judged.reason) == (Status.ONTBREEKT, Reason.HANDTEKENING_GETYPT)


def test_typed_name_does_not_hide_ink() -> None:
    assert signed(trace("getypt", 0.95), trace("inkt", 0.7)).status is Status.AANWEZIG


def test_signature_on_an_attachment_does_not_count() -> None:
    judged = signed(trace("inkt", 0.9, "op_bijlage"))
    assert (judged.status, judged.reason) == (Status.ONTBREEKT, Reason.HANDTEKENING_BIJLAGE)


def test_nothing_at_all_is_missing() -> None:
    assert signed().reason is Reason.HANDTEKENING_GEEN


@pytest.mark.parametrize(
    "reading", [{"missing_pages": True}, {"handwritten": True}, {"legibility": 0.3}]
)
def test_nothing_found_on_an_imperfect_scan_says_nothing(reading: dict[str, object]) -> None:
    assert signed(trace("getypt"), **reading).status is Status.ONZEKER


def test_sound_certificate_is_a_signature() -> None:
    judged = certified()
    assert (judged.status, judged.reason) == (Status.AANWEZIG, Reason.CERTIFICAAT_ONBEKEND)


def test_trust_is_told_but_not_asked() -> None:
    assert certified(trusted=True).reason is Reason.CERTIFICAAT_VERTROUWD


@pytest.mark.parametrize("fact", ["intact", "valid"])
def test_broken_certificate_is_wrong(fact: str) -> None:
    assert certified(**{fact: False}).status is Status.ONGELDIG


def test_certificate_over_part_of_the_file_is_for_a_person() -> None:
    assert certified(covers_whole_file=False).reason is Reason.CERTIFICAAT_DEELS


def test_ink_saves_a_letter_with_a_broken_certificate() -> None:
    broken = Certificate("A. de Vries", intact=False, valid=True, covers_whole_file=True)
    letter = make_enclosed(certificates=[broken])
    assert signed(trace("inkt"), letter=letter).status is Status.AANWEZIG
