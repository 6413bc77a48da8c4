"""The verdict with its trace: what a jurist checks line by line."""

import datetime as dt

import pytest

from validators.oordeel import Judgement, exempt, judge
from validators.report import Channel, Rule, WindowVerdict
from validators.stappen import OutcomeCode, StepCode
from validators.termijn import Arrival, Trigger, TriggerKind

SENT, DATED = TriggerKind.VERZONDEN, TriggerKind.GEDATEERD


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def trigger(text: str, kind: TriggerKind = SENT, **more: bool) -> Trigger:
    return Trigger(day(text), kind, **more)


def post(received: str, stamp: str | None = None, **more: object) -> Arrival:
    return Arrival(day(received), day(stamp) if stamp else None, **more)  # type: ignore[arg-type]


def codes(judgement: Judgement) -> list[str]:
    return [step.code.value for step in judgement.trace]


def basis(judgement: Judgement, code: StepCode) -> tuple[str, ...]:
    return next(step.basis for step in judgement.trace if step.code is code)


def test_trace_names_every_step_to_a_letter_that_is_saved_by_the_post_rule() -> None:
    found = judge([trigger("2026-02-20")], post("2026-04-10", "2026-04-07"))
    assert codes(found) == [
        *("verzonden", "eerste_dag", "zes_weken"),
        *("feestdag", "weekend", "weekend", "feestdag", "laatste_dag"),
        *("ontvangen", "week_erna", "poststempel", "R5"),
    ]
    assert [step.detail for step in found.trace[3:7]] == [
        *("Goede Vrijdag", "zaterdag", "zondag", "tweede Paasdag"),
    ]


def test_every_step_has_its_date_and_its_article() -> None:
    found = judge([trigger("2026-02-20")], post("2026-04-10", "2026-04-07"))
    dates = {step.code.value: step.dates for step in found.trace}
    assert dates["zes_weken"] == (day("2026-04-03"),)
    assert dates["laatste_dag"] == (day("2026-04-07"),)
    assert dates["week_erna"] == (day("2026-04-14"),)
    assert all(step.basis for step in found.trace)


@pytest.mark.parametrize(
    ("start", "article"),
    [("2026-02-20", "Atw 3 lid 2"), ("2026-04-02", "Atw 3 lid 1")],
)
def test_goede_vrijdag_has_an_article_of_its_own(start: str, article: str) -> None:
    found = judge([trigger(start)], post("2026-05-18"))
    assert basis(found, StepCode.FEESTDAG) == ("Atw 1 lid 1", article)


def test_day_set_free_by_decree_says_where_that_was_seen() -> None:
    found = judge([trigger("2026-04-02")], post("2026-05-18"))
    step = next(step for step in found.trace if step.code is StepCode.KB_DAG)
    assert step.basis == ("Atw 1 lid 1", "Atw 3 lid 3")
    assert "niet in het besluit zelf gezien" in step.text


def test_dispatch_goes_before_announcement_and_both_before_the_date_on_it() -> None:
    triggers = [
        trigger("2026-06-08", DATED),
        trigger("2026-06-11", TriggerKind.BEKENDGEMAAKT),
        trigger("2026-06-10"),
        trigger("2026-06-12", TriggerKind.ONTVANGEN),
    ]
    found = judge(triggers, post("2026-07-01"))
    assert found.trigger == triggers[2]
    assert codes(found).count("voorbijgegaan") == 3


def test_date_that_was_read_well_goes_before_dispatch_that_was_not() -> None:
    poor = trigger("2026-06-10", is_sure=False)
    found = judge([poor, trigger("2026-06-08", DATED)], post("2026-07-01"))
    assert found.trigger == trigger("2026-06-08", DATED)


def test_the_same_day_twice_is_one_candidate() -> None:
    found = judge([trigger("2026-06-10"), trigger("2026-06-10")], post("2026-07-01"))
    assert (found.others, codes(found).count("verzonden")) == ((), 1)


def test_candidates_that_disagree_give_no_verdict_and_are_both_shown() -> None:
    found = judge([trigger("2026-06-10"), trigger("2026-03-10")], post("2026-07-01"))
    assert (found.verdict, found.code) == (WindowVerdict.ONBEKEND, OutcomeCode.R0_MEERDERE)
    verdicts = [step.verdict for step in found.trace if step.verdict is not None]
    assert verdicts == [WindowVerdict.OP_TIJD, WindowVerdict.TE_LAAT, WindowVerdict.ONBEKEND]
    assert [term.trigger for term in found.others] == [day("2026-03-10")]


def test_candidates_that_agree_keep_the_verdict() -> None:
    found = judge([trigger("2026-06-10"), trigger("2026-06-09")], post("2026-07-01"))
    assert (found.verdict, found.rule) == (WindowVerdict.OP_TIJD, Rule.R2)
    assert codes(found)[-1] == "zelfde_uitkomst"


@pytest.mark.parametrize(
    ("received", "channel", "row"),
    [("2026-09-01", Channel.POST, "R4"), ("2026-07-23", Channel.EMAIL, "R3")],
)
def test_dispatch_that_was_assumed_never_makes_a_letter_late(
    received: str, channel: Channel, row: str
) -> None:
    arrival = post(received, channel=channel)
    assert judge([trigger("2026-06-10")], arrival).verdict is WindowVerdict.TE_LAAT
    found = judge([trigger("2026-06-10", DATED)], arrival)
    assert (found.verdict, found.rule) == (WindowVerdict.ONBEKEND, Rule.R0)
    assert codes(found)[-2:] == [row, "R0_verzending"]


def test_dispatch_that_was_assumed_can_make_a_letter_in_time() -> None:
    found = judge([trigger("2026-06-10", DATED)], post("2026-07-22"))
    assert found.verdict is WindowVerdict.OP_TIJD


def test_receipt_that_was_assumed_never_makes_a_letter_late() -> None:
    found = judge([trigger("2026-06-10")], post("2026-09-01", is_assumed=True))
    assert found.code is OutcomeCode.R0_AANGENOMEN
    assert StepCode.ONTVANGST_AANGENOMEN.value in codes(found)


def test_year_that_was_inferred_never_makes_a_letter_late() -> None:
    found = judge([trigger("2026-06-10", has_year=False)], post("2026-09-01"))
    assert found.code is OutcomeCode.R0_JAAR


def test_first_receipt_counts_wherever_it_was() -> None:
    arrival = post("2026-08-05", elsewhere=day("2026-07-20"))
    found = judge([trigger("2026-06-10")], arrival)
    assert (found.verdict, found.rule) == (WindowVerdict.OP_TIJD, Rule.R2)
    assert basis(found, StepCode.ELDERS_ONTVANGEN) == ("Awb 6:15 lid 3",)


def test_receipt_elsewhere_is_known_although_the_own_one_is_assumed() -> None:
    arrival = post("2026-09-05", elsewhere=day("2026-09-01"), is_assumed=True)
    assert judge([trigger("2026-06-10")], arrival).verdict is WindowVerdict.TE_LAAT


def test_week_that_ends_on_a_free_day_is_shown_as_open() -> None:
    found = judge([trigger("2026-03-26")], post("2026-05-18", "2026-05-07"))
    assert (found.rule, found.verdict) == (Rule.R6, WindowVerdict.ONBEKEND)
    assert basis(found, StepCode.WEEK_VERLENGD) == ("Atw 1 lid 1",)


def test_free_days_before_a_stamp_are_named() -> None:
    found = judge([trigger("2026-06-12")], post("2026-07-28", "2026-07-27"))
    step = next(step for step in found.trace if step.code is StepCode.VRIJE_DAGEN_ERTUSSEN)
    assert step.dates == (day("2026-07-25"), day("2026-07-26"))
    assert found.code is OutcomeCode.R7_ONBEKEND


@pytest.mark.parametrize(("received", "count"), [("2026-07-24", "2"), ("2026-07-27", "3")])
def test_working_days_of_the_presumption_are_counted(received: str, count: str) -> None:
    found = judge([trigger("2026-06-10")], post(received))
    step = next(step for step in found.trace if step.code is StepCode.WERKDAGEN_ERNA)
    assert step.detail == count


def test_stamp_after_receipt_is_named_and_proves_nothing() -> None:
    found = judge([trigger("2026-06-10")], post("2026-07-23", "2026-08-01"))
    assert "poststempel_onmogelijk" in codes(found)
    assert found.rule is Rule.R8


@pytest.mark.parametrize(
    ("channel", "verdict"),
    [(Channel.PORTAAL, WindowVerdict.ONBEKEND), (Channel.BALIE, WindowVerdict.TE_LAAT)],
)
def test_disturbance_on_the_last_day_leaves_digital_post_open(
    channel: Channel, verdict: WindowVerdict
) -> None:
    arrival = post("2026-07-23", channel=channel, disturbed=(day("2026-07-22"),))
    found = judge([trigger("2026-06-10")], arrival)
    assert (found.verdict, found.rule) == (verdict, Rule.R3)


def test_only_the_arrival_of_the_decision_gives_no_verdict() -> None:
    found = judge([trigger("2026-06-10", TriggerKind.ONTVANGEN)], post("2026-07-01"))
    assert (found.code, found.term) == (OutcomeCode.R0_ALLEEN_ONTVANGST, None)
    assert codes(found)[0] == "alleen_ontvangen"


def test_nothing_known_gives_no_verdict() -> None:
    assert judge([], Arrival(None)).code is OutcomeCode.R0_GEEN_BESLUITDATUM


def test_nothing_received_gives_a_last_day_and_no_verdict() -> None:
    found = judge([trigger("2026-06-10")], Arrival(None))
    assert (found.rule, found.verdict) == (Rule.R0, WindowVerdict.ONBEKEND)
    assert found.term is not None
    assert found.term.last_day == day("2026-07-22")


def test_letter_without_a_term_says_why() -> None:
    found = exempt(OutcomeCode.NIET_TIJDIG, post("2026-07-01"))
    assert (found.rule, found.verdict) == (None, WindowVerdict.NIET_VAN_TOEPASSING)
    assert found.trace[-1].basis == ("Awb 6:12",)
