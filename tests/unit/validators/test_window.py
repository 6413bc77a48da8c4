import datetime as dt
from dataclasses import replace

import pytest

from extractors.element import Candidate, ElementId
from tests.unit.validators.builders import (
    DECIDED,
    RECEIVED,
    complete,
    make_candidate,
    make_case,
)
from validators.assess import Receipt
from validators.report import Channel, ReceivedSource, Rule, SubmissionWindow, WindowVerdict
from validators.stappen import OutcomeCode
from validators.window import judgement_of, window_of

LAST_DAY = dt.date(2026, 11, 12)
LATE = dt.date(2026, 11, 30)


def day(
    value: dt.date, confidence: float = 0.95, *marks: str, role: str = "gedateerd"
) -> Candidate:
    return make_candidate(value, confidence, role=role, marks=marks)


def window(*dates: Candidate, received: dt.date = RECEIVED, **more: object) -> SubmissionWindow:
    receipt = Receipt(received, ReceivedSource.MANIFEST)
    found = complete(besluitdatum=dates)
    return window_of(make_case(found, receipt=receipt, **more))  # type: ignore[arg-type]


def test_plain_objection_is_in_time() -> None:
    found = window(day(DECIDED))
    assert (found.verdict, found.rule) == (WindowVerdict.OP_TIJD, Rule.R2)
    assert (found.decision_date, found.first_day, found.last_day) == (
        DECIDED,
        DECIDED + dt.timedelta(days=1),
        LAST_DAY,
    )


def test_days_left_count_from_receipt_whatever_the_day_of_the_run() -> None:
    assert window(day(DECIDED), received=dt.date(2026, 11, 10)).days_left == 2
    assert window(day(DECIDED), received=LATE).days_left == -18


def test_explanation_is_one_sentence_with_the_dates() -> None:
    assert window(day(DECIDED)).explanation == (
        "Het besluit is van 1 oktober 2026, dus bezwaar kon tot en met 12 november 2026; de brief "
        "kwam binnen op 10 november 2026 en is op tijd."
    )


def test_explanation_says_why_the_last_day_moved() -> None:
    explanation = window(day(dt.date(2026, 2, 20)), received=dt.date(2026, 4, 7)).explanation
    assert explanation is not None
    assert "7 april 2026 (niet 3 april 2026, want dat is Goede Vrijdag)" in explanation


def test_letter_after_the_term_is_late() -> None:
    found = window(day(DECIDED, role="verzonden"), received=LATE, today=LATE)
    assert (found.verdict, found.rule) == (WindowVerdict.TE_LAAT, Rule.R4)


def test_letter_after_the_term_of_a_decision_that_was_sent_on_an_unknown_day_is_not() -> None:
    found = window(day(DECIDED), received=LATE, today=LATE)
    assert (found.verdict, found.rule) == (WindowVerdict.ONBEKEND, Rule.R0)
    assert found.last_day == LAST_DAY
    assert "zoek op wanneer het is verzonden" in (found.explanation or "")


def test_page_can_show_how_the_window_came_about() -> None:
    case = make_case()
    assert judgement_of(case).verdict is window_of(case).verdict
    assert judgement_of(case).trace[-1].rule is window_of(case).rule


def test_assumed_receipt_never_makes_a_letter_late() -> None:
    found = complete(besluitdatum=day(DECIDED, role="verzonden"))
    case = make_case(found, receipt=Receipt(), today=LATE)
    assert window_of(case).verdict is WindowVerdict.ONBEKEND
    assert judgement_of(case).code is OutcomeCode.R0_AANGENOMEN


def test_assumed_receipt_can_be_in_time() -> None:
    case = make_case(receipt=Receipt(), today=LAST_DAY)
    assert window_of(case).verdict is WindowVerdict.OP_TIJD


def test_dispatch_goes_before_the_date_on_the_decision() -> None:
    sent = DECIDED + dt.timedelta(days=4)
    found = window(day(DECIDED, 0.98), day(sent, 0.8, role="verzonden"))
    assert found.decision_date == sent


def test_dispatch_that_was_read_poorly_does_not() -> None:
    sent = DECIDED + dt.timedelta(days=4)
    found = window(day(DECIDED, 0.98), day(sent, 0.4, role="verzonden"))
    assert found.decision_date == DECIDED


def test_arrival_of_the_decision_starts_no_term() -> None:
    found = window(day(DECIDED, role="ontvangen"))
    assert (found.verdict, found.rule, found.last_day) == (WindowVerdict.ONBEKEND, Rule.R0, None)


def test_no_decision_date_gives_no_verdict() -> None:
    assert window().rule is Rule.R0


def test_two_dates_that_make_a_difference_give_no_verdict() -> None:
    earlier = DECIDED - dt.timedelta(days=60)
    found = window(day(DECIDED, 0.9), day(earlier, 0.85))
    assert found.verdict is WindowVerdict.ONBEKEND
    assert found.explanation is not None
    assert "1 oktober 2026 of 2 augustus 2026" in found.explanation


def test_what_the_chance_takes_for_another_date_makes_no_difference() -> None:
    told = replace(day(DECIDED, 0.9), chance=0.95)
    other = day(DECIDED - dt.timedelta(days=60), 0.85)
    assert window(told, replace(other, chance=0.05)).verdict is WindowVerdict.OP_TIJD
    assert window(told, replace(other, chance=0.3)).verdict is WindowVerdict.ONBEKEND


def test_dispatch_starts_the_term_however_unlikely_it_is_the_date_of_the_decision() -> None:
    told = replace(day(DECIDED, 0.9), chance=0.95)
    sent = replace(day(DECIDED + dt.timedelta(days=4), 0.9, role="verzonden"), chance=0.05)
    assert window(told, sent).decision_date == DECIDED + dt.timedelta(days=4)


def test_two_dates_that_make_no_difference_keep_the_verdict() -> None:
    later = DECIDED + dt.timedelta(days=1)
    assert window(day(DECIDED, 0.9), day(later, 0.85)).verdict is WindowVerdict.OP_TIJD


def test_date_that_was_read_poorly_gives_no_verdict_but_a_last_day() -> None:
    found = window(day(DECIDED, 0.5))
    assert (found.verdict, found.last_day) == (WindowVerdict.ONBEKEND, LAST_DAY)


def test_month_alone_starts_no_term() -> None:
    assert window(day(DECIDED, 0.9, "zonder_dag")).last_day is None


def test_inferred_year_never_makes_a_letter_late() -> None:
    guessed = day(DECIDED, 0.9, "zonder_jaar", role="verzonden")
    found = window(guessed, received=LATE, today=LATE)
    assert found.verdict is WindowVerdict.ONBEKEND


def test_postmark_saves_a_letter_that_came_after_the_end() -> None:
    receipt = Receipt(LAST_DAY + dt.timedelta(days=5), ReceivedSource.OPTION, postmarked=LAST_DAY)
    found = window_of(make_case(receipt=receipt))
    assert (found.verdict, found.rule) == (WindowVerdict.OP_TIJD_VERZENDTHEORIE, Rule.R5)


def test_channel_decides_whether_a_postmark_counts() -> None:
    receipt = Receipt(
        LAST_DAY + dt.timedelta(days=1), ReceivedSource.API, LAST_DAY, Channel.PORTAAL
    )
    found = complete(besluitdatum=day(DECIDED, role="verzonden"))
    assert window_of(make_case(found, receipt=receipt)).rule is Rule.R3


@pytest.mark.parametrize("kind", ["klacht", "overig", "intrekking"])
def test_other_letters_have_no_window(kind: str) -> None:
    assert window(kinds=[kind]).verdict is WindowVerdict.NIET_VAN_TOEPASSING


def test_objection_against_not_deciding_has_no_window() -> None:
    found = window(signals=["niet_tijdig_beslissen"])
    assert found.verdict is WindowVerdict.NIET_VAN_TOEPASSING


def test_objection_against_a_dated_decision_has_one_all_the_same() -> None:
    found = window(day(DECIDED), signals=["niet_tijdig_beslissen"])
    assert found.verdict is WindowVerdict.OP_TIJD


def test_receipt_is_told_even_without_a_verdict() -> None:
    assert window().received == RECEIVED


@pytest.mark.parametrize("role", ["verzonden", "bekendgemaakt"])
def test_explanation_says_what_was_counted_from(role: str) -> None:
    assert (window(day(DECIDED, role=role)).explanation or "").startswith(
        f"Het besluit is {role} op 1 oktober 2026"
    )


def test_elements_other_than_the_decision_date_play_no_part() -> None:
    found = {ElementId.BESLUITDATUM: (day(DECIDED),)}
    receipt = Receipt(RECEIVED, ReceivedSource.MANIFEST)
    assert window_of(make_case(found, receipt=receipt)).rule is Rule.R2


def test_what_was_sent_long_before_the_decision_was_taken_starts_no_term() -> None:
    sent = day(DECIDED - dt.timedelta(days=290), 0.9, role="verzonden")
    found = window(day(DECIDED), sent)
    assert (found.verdict, found.decision_date) == (WindowVerdict.OP_TIJD, DECIDED)


def test_a_decision_that_is_objected_to_by_its_dispatch_stays_beside_a_later_letter() -> None:
    sent = day(DECIDED - dt.timedelta(days=60), 0.9, "bestreden", role="verzonden")
    assert window(day(DECIDED), sent).decision_date == sent.value


@pytest.mark.parametrize("role", ["genoemd", "los"])
def test_what_the_chance_alone_makes_the_date_of_the_decision_starts_the_term(role: str) -> None:
    told = replace(day(DECIDED, 0.35, role=role), chance=1.0)
    found = window(told)
    assert (found.last_day, found.verdict) == (LAST_DAY, WindowVerdict.OP_TIJD)
    assert window(replace(told, chance=0.6)).verdict is WindowVerdict.ONBEKEND
