import datetime as dt

import pytest

from validators.feiten import Facts, FollowUp, Nature, NoteCode, Repair, What
from validators.profile import load_profile
from validators.report import Intent, Kind, WindowVerdict
from validators.vervolg import deadlines_of, follow_ups, herstel_last, judge_supplement

RECEIVED = dt.date(2026, 11, 20)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def due(profile: str, kind: Kind, **facts: object) -> dict[str, str]:
    known = Facts(load_profile(profile), kind, **{"received": RECEIVED, **facts})  # type: ignore[arg-type]
    return {each.what: each.due.isoformat() for each in deadlines_of(known)}


def found(what: str, kind: Kind = Kind.BEZWAAR, **facts: object) -> FollowUp:
    known = Facts(load_profile("awb"), kind, **facts)  # type: ignore[arg-type]
    return next(each for each in follow_ups(known) if each.what == what)


def noted(follow_up: FollowUp) -> set[object]:
    return {each.code for each in follow_up.notes}


def test_objection_is_acknowledged_and_decided() -> None:
    assert due("awb", Kind.BEZWAAR, last_day=day("2026-12-01")) == {
        "ontvangstbevestiging": "2026-12-04",
        "beslissing_op_bezwaar": "2027-01-12",
    }


def test_municipality_has_twelve_weeks_to_decide() -> None:
    known = due("gemeente", Kind.BEZWAAR, last_day=day("2026-12-01"))
    assert known["beslissing_op_bezwaar"] == "2027-02-23"


def test_decision_term_needs_the_end_of_the_objection_term() -> None:
    assert "beslissing_op_bezwaar" not in due("awb", Kind.BEZWAAR)


def test_complaint_has_its_own_terms() -> None:
    assert due("awb", Kind.KLACHT) == {
        "ontvangstbevestiging": "2026-12-04",
        "bericht_niet_in_behandeling": "2026-12-18",
        "afhandeling_klacht": "2027-01-04",
    }


def test_promises_are_added_for_their_kind_only() -> None:
    assert due("vgz-zorgkantoor", Kind.KLACHT)["eerste_contact"] == "2026-12-02"
    assert "eerste_contact" not in due("vgz-zorgkantoor", Kind.BEZWAAR)


def test_promise_says_whose_it_is_and_the_law_names_its_article() -> None:
    known = deadlines_of(Facts(load_profile("vgz-zorgkantoor"), Kind.KLACHT, received=RECEIVED))
    basis = {each.what: each.basis for each in known}
    assert basis["eerste_contact"] == ("toezegging van VGZ Zorgkantoor",)
    assert basis["afhandeling_klacht"] == ("Awb 9:11 lid 1",)


def test_care_complaint_has_no_statutory_term_that_counts_from_receipt() -> None:
    assert due("klachtenloket-zorg", Kind.KLACHT) == {}


def test_notice_of_default_leaves_two_weeks() -> None:
    known = due("awb", Kind.OVERIG, intents=(Intent.INGEBREKESTELLING,))
    assert known == {"besluit_zonder_dwangsom": "2026-12-04"}


def test_report_leaves_out_what_is_only_possible() -> None:
    known = due("awb", Kind.BEZWAAR, last_day=day("2026-12-01"), repair=Repair(RECEIVED))
    assert set(known) == {"ontvangstbevestiging", "beslissing_op_bezwaar"}


def test_follow_ups_come_earliest_first() -> None:
    facts = Facts(load_profile("vgz-zorgkantoor"), Kind.KLACHT, received=RECEIVED)
    days = [each.due for each in follow_ups(facts)]
    assert days == sorted(days)


def test_nothing_follows_from_nothing() -> None:
    assert follow_ups(Facts(load_profile("awb"), Kind.KLACHT)) == ()


def test_repair_term_ends_on_a_working_day() -> None:
    assert herstel_last(day("2026-12-11"), days=14) == day("2026-12-28")


def test_repair_term_is_a_habit_and_no_law() -> None:
    repair = found(What.HERSTEL, repair=Repair(day("2026-03-20"), days=28))
    assert (repair.due, repair.nature) == (day("2026-04-17"), Nature.RICHTLIJN)
    assert NoteCode.GEEN_WETTELIJKE_TERMIJN in noted(repair)


@pytest.mark.parametrize(
    ("received", "code"),
    [
        ("2026-06-24", NoteCode.HERSTEL_OP_TIJD),
        ("2026-06-25", NoteCode.HERSTEL_NA_TERMIJN),
    ],
)
def test_repair_is_judged_by_the_day_in_the_letter(received: str, code: NoteCode) -> None:
    repair = Repair(day("2026-06-10"), day(received), printed=day("2026-06-24"))
    assert code in noted(found(What.HERSTEL, repair=repair))


@pytest.mark.parametrize("received", [None, "2026-04-07"])
def test_printed_day_that_is_free_stays_open(received: str | None) -> None:
    repair = Repair(
        day("2026-03-20"), day(received) if received else None, printed=day("2026-04-03")
    )
    assert NoteCode.HERSTEL_VRIJE_DAG in noted(found(What.HERSTEL, repair=repair))


def test_post_may_bring_a_repair_a_week_later() -> None:
    judged = judge_supplement(day("2026-06-24"), day("2026-07-01"), postmarked=day("2026-06-24"))
    assert judged is WindowVerdict.OP_TIJD_VERZENDTHEORIE


def test_day_in_a_year_without_known_decrees_says_so() -> None:
    decision = found(What.BESLISSING_OP_BEZWAAR, last_day=day("2028-12-01"))
    assert decision.due.year == 2029
    assert NoteCode.KB_DAGEN_LATER in noted(decision)
    assert NoteCode.KB_DAGEN_LATER not in noted(found(What.ONTVANGSTBEVESTIGING, received=RECEIVED))


@pytest.mark.parametrize(
    ("profile", "kind", "article"),
    [
        ("awb", Kind.BEZWAAR, "Awb 7:10 lid 4"),
        ("awb", Kind.KLACHT, "Awb 9:11 lid 3"),
        ("klachtenloket-zorg", Kind.KLACHT, "afspraak met de afzender"),
    ],
)
def test_further_delay_ends_on_the_day_that_was_agreed(
    profile: str, kind: Kind, article: str
) -> None:
    saturday = day("2027-01-02")
    facts = Facts(load_profile(profile), kind, received=RECEIVED, agreed=saturday)
    agreed = next(e for e in follow_ups(facts) if e.what == What.AFGESPROKEN_UITSTEL)
    assert (agreed.due, agreed.basis) == (saturday, (article,))
