import datetime as dt
from dataclasses import replace

import pytest

from extractors.document import Box, TextSource
from extractors.element import ElementId
from tests.factories import make_letter
from tests.unit.validators.builders import (
    DECIDED,
    RECEIVED,
    TODAY,
    WRITTEN,
    complete,
    make_candidate,
    make_case,
)
from validators.assess import Receipt
from validators.judge import judge_element
from validators.judges.datums import judge_besluitdatum, judge_datum
from validators.report import Channel, ReceivedSource, Status
from validators.texts.reasons import Reason
from validators.weighing import Judgement

DAY = dt.timedelta(days=1)


def datum(*candidates: object, **more: object) -> Judgement:
    return judge_datum(make_case({ElementId.DATUM: candidates}, **more))  # type: ignore[dict-item,arg-type]


def besluitdatum(*candidates: object) -> Judgement:
    return judge_besluitdatum(make_case({ElementId.BESLUITDATUM: candidates}))  # type: ignore[dict-item]


def test_date_before_receipt_is_there() -> None:
    assert datum(make_candidate(RECEIVED)).status is Status.AANWEZIG


@pytest.mark.parametrize(
    ("role", "sure", "status"),
    [
        ("gedateerd", 0.95, Status.ONZEKER),
        ("gedateerd", 0.2, Status.AANWEZIG),
        ("ontvangen", 0.95, Status.AANWEZIG),
    ],
)
def test_date_that_is_surely_the_one_of_the_decision_is_for_a_person(
    role: str, sure: float, status: Status
) -> None:
    decision = make_candidate(DECIDED, sure, role=role)
    case = make_case(
        {ElementId.DATUM: [make_candidate(DECIDED)], ElementId.BESLUITDATUM: [decision]}
    )
    assert judge_datum(case).status is status


@pytest.mark.parametrize(
    ("marks", "below", "status"),
    [
        (("gelabeld",), 200.0, Status.AANWEZIG),
        (("gelabeld",), 0.0, Status.ONZEKER),
        ((), 200.0, Status.ONZEKER),
    ],
)
def test_letter_of_the_day_of_its_decision_is_dated_when_it_says_so_twice(
    marks: tuple[str, ...], below: float, status: Status
) -> None:
    decision = make_candidate(DECIDED, role="gedateerd")
    place = replace(decision.evidence[0], box=Box(72.04, 210.0 + below, 151.96, 221.0 + below))
    found = {
        ElementId.DATUM: [make_candidate(DECIDED, marks=marks)],
        ElementId.BESLUITDATUM: [replace(decision, evidence=(place,))],
    }
    assert judge_datum(make_case(found)).status is status


@pytest.mark.parametrize(
    ("source", "written", "status"),
    [
        (TextSource.OCR, DECIDED - 60 * DAY, Status.ONZEKER),
        (TextSource.OCR, DECIDED - 5 * DAY, Status.AANWEZIG),
        (TextSource.TEXT, DECIDED - 60 * DAY, Status.AANWEZIG),
    ],
)
def test_a_scanned_date_long_before_the_decision_may_be_misread(
    source: TextSource, written: dt.date, status: Status
) -> None:
    case = make_case(
        {
            ElementId.DATUM: [make_candidate(written)],
            ElementId.BESLUITDATUM: [make_candidate(DECIDED, role="gedateerd")],
        },
        letter=make_letter("Geachte heer,", source=source),
    )
    assert judge_datum(case).status is status


@pytest.mark.parametrize(
    ("source", "days", "receipt", "status"),
    [
        (TextSource.OCR, 300, Receipt(RECEIVED, ReceivedSource.MANIFEST), Status.ONZEKER),
        (TextSource.OCR, 100, Receipt(RECEIVED, ReceivedSource.MANIFEST), Status.AANWEZIG),
        (TextSource.OCR, 300, Receipt(assumed=RECEIVED), Status.AANWEZIG),
        (TextSource.TEXT, 300, Receipt(RECEIVED, ReceivedSource.MANIFEST), Status.AANWEZIG),
    ],
)
def test_a_scanned_date_long_before_the_letter_came_may_have_lost_a_figure(
    source: TextSource, days: int, receipt: Receipt, status: Status
) -> None:
    case = make_case(
        {ElementId.DATUM: [make_candidate(RECEIVED - days * DAY)]},
        letter=make_letter("Geachte heer,", source=source),
        receipt=receipt,
    )
    assert judge_datum(case).status is status


@pytest.mark.parametrize(
    ("before", "status"), [(30, Status.AANWEZIG), (120, Status.ONZEKER), (-20, Status.ONZEKER)]
)
def test_a_date_shortly_after_the_decision_has_lost_no_figure(before: int, status: Status) -> None:
    written = RECEIVED - 300 * DAY
    decision = make_candidate(written - before * DAY, role="gedateerd")
    case = make_case(
        {ElementId.DATUM: [make_candidate(written)], ElementId.BESLUITDATUM: [decision]},
        letter=make_letter("Geachte heer,", source=TextSource.OCR),
        receipt=Receipt(RECEIVED, ReceivedSource.MANIFEST),
    )
    assert judge_datum(case).status is status


def test_a_month_in_words_has_lost_no_figure() -> None:
    day = make_candidate(RECEIVED - 300 * DAY, text="Goes, donderdag 2e mrt. 2026")
    case = make_case(
        {ElementId.DATUM: [day]},
        letter=make_letter("Geachte heer,", source=TextSource.OCR),
        receipt=Receipt(RECEIVED, ReceivedSource.MANIFEST),
    )
    assert judge_datum(case).status is Status.AANWEZIG


def test_date_in_the_future_is_wrong() -> None:
    judged = datum(make_candidate(TODAY + DAY))
    assert (judged.status, judged.reason) == (Status.ONGELDIG, Reason.DATUM_TOEKOMST)


def test_date_after_receipt_is_wrong() -> None:
    judged = datum(make_candidate(RECEIVED + DAY))
    assert (judged.status, judged.reason) == (Status.ONGELDIG, Reason.DATUM_NA_ONTVANGST)


def test_date_after_receipt_by_stamp_may_be_a_misread_stamp() -> None:
    stamp = make_candidate(RECEIVED)
    judged = datum(make_candidate(RECEIVED + DAY), receipt=Receipt(), received=(stamp,))
    assert judged.status is Status.ONZEKER


def test_future_date_that_was_read_poorly_is_for_a_person() -> None:
    assert datum(make_candidate(TODAY + DAY, 0.7)).status is Status.ONZEKER


def test_date_that_can_be_right_is_preferred() -> None:
    judged = datum(make_candidate(TODAY + DAY, 0.9), make_candidate(RECEIVED - DAY, 0.8))
    assert judged.candidate is not None
    assert judged.candidate.value == RECEIVED - DAY


def test_weak_alternative_does_not_save_an_impossible_date() -> None:
    judged = datum(make_candidate(TODAY + DAY, 0.95), make_candidate(RECEIVED, 0.4))
    assert judged.status is Status.ONGELDIG


def test_month_alone_is_no_date() -> None:
    judged = datum(make_candidate(dt.date(2026, 11, 1), marks=["zonder_dag"]))
    assert (judged.status, judged.reason) == (Status.ONZEKER, Reason.DATUM_ZONDER_DAG)


def test_day_without_a_year_is_for_a_person_and_not_asked_for() -> None:
    judged = datum(make_candidate("3 november", marks=["zonder_jaar"]))
    assert (judged.status, judged.reason) == (Status.ONZEKER, Reason.DATUM_ZONDER_JAAR)


def test_two_dates_about_as_likely_are_for_a_person() -> None:
    judged = datum(make_candidate(RECEIVED - DAY, 0.9), make_candidate(RECEIVED - 2 * DAY, 0.85))
    assert (judged.status, judged.reason) == (Status.ONZEKER, Reason.MEERDERE)


def test_the_day_of_the_post_beside_a_day_before_it_is_a_stamp() -> None:
    judged = datum(make_candidate(RECEIVED, 0.9), make_candidate(RECEIVED - DAY, 0.85))
    assert judged.candidate is not None
    assert (judged.status, judged.candidate.value) == (Status.AANWEZIG, RECEIVED - DAY)


def test_the_day_of_the_post_with_a_label_is_a_rival() -> None:
    labelled = make_candidate(RECEIVED, 0.9, marks=["gelabeld"])
    judged = datum(labelled, make_candidate(RECEIVED - DAY, 0.85))
    assert (judged.status, judged.reason) == (Status.ONZEKER, Reason.MEERDERE)


def test_the_day_of_receipt_of_a_mail_is_no_stamp() -> None:
    receipt = Receipt(received=RECEIVED, channel=Channel.EMAIL)
    rivals = (make_candidate(RECEIVED, 0.9), make_candidate(RECEIVED - DAY, 0.85))
    assert datum(*rivals, receipt=receipt).reason is Reason.MEERDERE


def test_much_weaker_date_is_no_rival() -> None:
    judged = datum(make_candidate(RECEIVED, 0.9), make_candidate(RECEIVED - DAY, 0.6))
    assert judged.status is Status.AANWEZIG


def test_receipt_that_was_assumed_makes_no_earlier_date_wrong() -> None:
    assert datum(make_candidate(TODAY), receipt=Receipt()).status is Status.AANWEZIG


def test_receipt_source_is_kept() -> None:
    assert make_case(receipt=Receipt()).received_source is ReceivedSource.ASSUMED


def test_day_on_which_the_decision_arrived_is_not_its_date() -> None:
    judged = besluitdatum(make_candidate(DECIDED, role="ontvangen"))
    assert (judged.status, judged.reason) == (Status.ONTBREEKT, Reason.BESLUITDATUM_ONTVANGST)


def test_a_day_and_month_of_a_decision_without_a_year_are_not_asked_for() -> None:
    judged = besluitdatum(make_candidate("13 oktober", role="gedateerd", marks=["zonder_jaar"]))
    assert (judged.status, judged.reason) == (Status.ONZEKER, Reason.DATUM_ZONDER_JAAR)


def test_a_day_and_month_of_arrival_are_no_date_of_a_decision() -> None:
    judged = besluitdatum(make_candidate("16 oktober", role="ontvangen", marks=["zonder_jaar"]))
    assert judged.status is Status.ONTBREEKT


@pytest.mark.parametrize(
    ("source", "status"), [(TextSource.OCR, Status.ONZEKER), (TextSource.TEXT, Status.AANWEZIG)]
)
def test_a_decision_of_long_ago_on_a_scan_was_misread(source: TextSource, status: Status) -> None:
    long_ago = make_candidate(dt.date(2011, 10, 12), role="gedateerd")
    case = make_case({ElementId.BESLUITDATUM: (long_ago,)}, letter=make_letter("A", source=source))
    assert judge_besluitdatum(case).status is status


def test_date_on_the_decision_goes_before_its_dispatch() -> None:
    judged = besluitdatum(
        make_candidate(DECIDED + DAY, 0.95, role="verzonden"),
        make_candidate(DECIDED, 0.9, role="gedateerd"),
    )
    assert judged.candidate is not None
    assert judged.candidate.value == DECIDED


def test_date_from_the_enclosed_decision_counts_and_says_so() -> None:
    judged = besluitdatum(make_candidate(DECIDED, role="gedateerd", marks=["besluitpagina"]))
    assert (judged.status, judged.reason) == (Status.AANWEZIG, Reason.BESLUITPAGINA)


@pytest.mark.parametrize(
    ("own", "status"), [(DECIDED - 2 * DAY, Status.ONZEKER), (DECIDED, Status.AANWEZIG)]
)
def test_a_letter_that_names_another_date_than_the_enclosed_decision_is_for_a_person(
    own: dt.date, status: Status
) -> None:
    judged = besluitdatum(
        make_candidate(DECIDED, role="gedateerd", marks=["besluitpagina"], confidence=0.8),
        make_candidate(own, role="gedateerd", confidence=0.35),
    )
    assert judged.status is status


def test_decision_in_the_future_is_for_a_person() -> None:
    judged = besluitdatum(make_candidate(TODAY + DAY, role="gedateerd"))
    assert judged.status is Status.ONZEKER


def test_date_of_years_back_is_for_a_person() -> None:
    judged = datum(make_candidate(RECEIVED - 400 * DAY))
    assert (judged.status, judged.reason) == (Status.ONZEKER, Reason.DATUM_OUD)


@pytest.mark.parametrize("element", [ElementId.DATUM, ElementId.BESLUITDATUM])
def test_date_on_no_calendar_is_there_but_wrong(element: ElementId) -> None:
    day = make_candidate("31 november 2026", 0.9, role="gedateerd", marks=["bestaat_niet"])
    state = judge_element(make_case(complete(**{element.value: day})), element)
    assert (state.status, state.value, state.text) == (Status.ONGELDIG, None, "31 november 2026")


@pytest.mark.parametrize(("sure", "marks"), [(0.7, []), (0.9, ["hersteld"])])
def test_date_on_no_calendar_that_may_be_misread_is_doubtful(sure: float, marks: list[str]) -> None:
    day = make_candidate("31 november 2026", sure, marks=["bestaat_niet", *marks])
    case = make_case(complete(datum=day))
    assert judge_element(case, ElementId.DATUM).status is Status.ONZEKER


def test_surer_date_wins_over_one_on_no_calendar() -> None:
    both = [make_candidate(WRITTEN), make_candidate("31 juni 2026", 0.6, marks=["bestaat_niet"])]
    case = make_case(complete(datum=both))
    assert judge_element(case, ElementId.DATUM).status is Status.AANWEZIG
