"""Which questions the calculator answers, and what it refuses with a remedy."""

import pytest

from service.ports.termijn import TermijnQuestion
from service.texts import termijn as texts
from service.usecases.errors import UsageError
from service.usecases.termijn import calculate
from tests.unit.service.termijn_questions import day, make_question
from validators.feiten import Repair, What
from validators.report import Channel, Kind, WindowVerdict
from validators.stappen import RemarkCode

COMPLAINT, CARE = Kind.KLACHT, "klachtenloket-zorg"
ASKED = day("2026-11-12")

# Every fault with a question that has it; the rest of the words are given by the command line.
FAULTS = {
    "soort": make_question(profile=CARE),
    "geen_besluit": TermijnQuestion(
        make_question().facts, (), make_question().arrival, make_question().today
    ),
    "hoort_bij_klacht": make_question(conduct=ASKED),
    "advies_en_commissie": make_question(is_advised=True, has_committee=True),
    "stukken_zonder_advies": make_question(advice_complete=ASKED),
    "hoort_bij_bezwaar": make_question(kind=COMPLAINT, dated="2026-10-01"),
    "geen_dwangsom": make_question(kind=COMPLAINT, in_default=ASKED),
    "hoort_bij_awb": make_question(kind=COMPLAINT, profile=CARE, closed=ASKED),
    "hoort_bij_wkkgz": make_question(kind=COMPLAINT, dispute=ASKED),
    "geen_klachtdatum": make_question(kind=COMPLAINT, received=None),
    "hersteltermijn_voor_verzoek": make_question(repair=Repair(ASKED, printed=day("2026-11-11"))),
}
OF_THE_COMMAND = {"herstel_zonder_verzoek", "lege_agenda"}


@pytest.mark.parametrize("fault", FAULTS)
def test_days_that_do_not_belong_together_are_refused_with_a_remedy(fault: str) -> None:
    with pytest.raises(UsageError) as refused:
        calculate(FAULTS[fault])
    assert texts.FAULTS[fault] in str(refused.value)


def test_every_fault_has_words_and_can_happen() -> None:
    assert set(texts.FAULTS) == set(FAULTS) | OF_THE_COMMAND


@pytest.mark.parametrize("more", [{"postmarked": "2026-11-09"}, {"channel": Channel.EMAIL}])
def test_complaint_has_no_post_rule(more: dict[str, object]) -> None:
    with pytest.raises(UsageError):
        calculate(make_question(kind=COMPLAINT, **more))  # type: ignore[arg-type]


def test_objection_is_judged_and_followed_up() -> None:
    answer = calculate(make_question())
    assert answer.judgement.verdict is WindowVerdict.OP_TIJD
    decision = next(e for e in answer.follow_ups if e.what == What.BESLISSING_OP_BEZWAAR)
    assert decision.term.trigger == day("2026-11-12")
    assert answer.remarks == ()


def test_date_on_the_decision_alone_never_makes_it_late() -> None:
    late = {"received": "2026-12-30"}
    assert calculate(make_question(**late)).judgement.verdict is WindowVerdict.TE_LAAT  # type: ignore[arg-type]
    dated = calculate(make_question(dated="2026-10-01", **late))  # type: ignore[arg-type]
    assert dated.judgement.verdict is WindowVerdict.ONBEKEND
    assert "wanneer het besluit is verzonden" in dated.next_step


def test_letter_that_did_not_come_yet_has_a_last_day() -> None:
    answer = calculate(make_question(received=None))
    assert answer.judgement.term is not None
    assert answer.has_days


def test_complaint_has_no_window_but_days() -> None:
    answer = calculate(make_question(kind=COMPLAINT, profile="vgz-zorgkantoor"))
    assert answer.judgement.verdict is WindowVerdict.NIET_VAN_TOEPASSING
    assert {"eerste_contact", What.AFHANDELING_KLACHT} <= {e.what for e in answer.follow_ups}


def test_care_complaint_without_the_start_of_its_term_has_no_days() -> None:
    assert not calculate(make_question(kind=COMPLAINT, profile=CARE)).has_days


def test_odd_days_are_said_and_do_not_stop_the_calculation() -> None:
    repair = Repair(day("2026-11-20"), day("2026-11-13"))
    answer = calculate(make_question(sent="2026-11-13", repair=repair))
    assert {each.code for each in answer.remarks} >= {
        RemarkCode.BESLUIT_NA_ONTVANGST,
        RemarkCode.HERSTELD_VOOR_VERZOEK,
    }
