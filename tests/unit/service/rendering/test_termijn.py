"""The answer of the calculator as text, as data and as a calendar."""

import datetime as dt
import json
from types import ModuleType

import pytest
from icalendar import Calendar

from service.rendering.termijn import ics, text
from service.rendering.termijn import json as as_json
from service.rendering.termijn.formats import RENDERERS
from service.usecases.termijn import calculate
from tests.unit.service.termijn_questions import NOW, make_question
from validators.feiten import Nature, Repair
from validators.report import Kind


def rendered(renderer: ModuleType, **question: object) -> str:
    return str(renderer.render(calculate(make_question(**question)), now=NOW))  # type: ignore[arg-type]


def events(**question: object) -> dict[str, dict[str, object]]:
    calendar = Calendar.from_ical(rendered(ics, **question))
    return {str(event["summary"]): event for event in calendar.walk("VEVENT")}


def test_text_has_the_verdict_the_steps_and_the_days_with_their_articles() -> None:
    shown = rendered(text, profile="vgz-zorgkantoor")
    assert "OORDEEL: op tijd (regel R2)" in shown
    assert "Laatste dag om bezwaar te maken: do 12 nov 2026" in shown
    assert "STAP VOOR STAP" in shown
    assert "[Awb 6:7]" in shown
    assert "do 24 dec 2026     Beslissen op het bezwaar [Awb 7:10 lid 1]" in shown


def test_text_keeps_law_and_promises_apart() -> None:
    shown = rendered(text, kind=Kind.KLACHT, profile="vgz-zorgkantoor")
    law, promises = shown.split("WAT DE ORGANISATIE BELOOFT")
    assert "[Awb 9:11 lid 1]" in law
    assert "toezegging van VGZ Zorgkantoor" in promises
    assert "toezegging" not in law


def test_text_says_what_is_odd_before_the_steps() -> None:
    shown = rendered(text, sent="2026-11-13")
    assert shown.index("LET OP") < shown.index("STAP VOOR STAP")


def test_text_shows_the_free_days_that_moved_a_day() -> None:
    shown = rendered(text, sent="2026-10-02")
    assert "25 december 2026 is een feestdag (eerste Kerstdag)" in shown


@pytest.mark.parametrize("line", rendered(text, repair=Repair(dt.date(2026, 11, 12))).splitlines())
def test_text_fits_a_terminal(line: str) -> None:
    assert len(line) <= text.WIDTH


def test_data_has_the_names_of_the_report() -> None:
    data = json.loads(rendered(as_json))
    window = data["submission_window"]
    assert (window["verdict"], window["rule"], window["last_day"]) == (
        "op_tijd",
        "R2",
        "2026-11-12",
    )
    assert window["trace"][-1]["verdict"] == "op_tijd"
    assert all({"what", "due", "basis"} <= set(each) for each in data["deadlines"])


def test_data_does_not_depend_on_the_time_of_writing() -> None:
    answer = calculate(make_question())
    later = NOW + dt.timedelta(days=1)
    assert as_json.render(answer, now=NOW) == as_json.render(answer, now=later)


def test_calendar_has_whole_days_with_articles() -> None:
    found = events()
    decision = found["Beslissen op het bezwaar"]
    assert decision["dtstart"].dt == dt.date(2026, 12, 24)  # type: ignore[attr-defined]
    assert str(decision["description"]).startswith("[Awb 7:10 lid 1]")
    assert decision["dtstamp"].dt == NOW  # type: ignore[attr-defined]
    assert found["Laatste dag om bezwaar te maken"]["dtstart"].dt == dt.date(2026, 11, 12)  # type: ignore[attr-defined]


def test_calendar_is_written_as_the_standard_asks() -> None:
    written = rendered(ics, case_name="2026/17; Jansen, A.\nVEVENT")
    assert written.startswith("BEGIN:VCALENDAR\r\n")
    assert written.endswith("END:VCALENDAR\r\n")
    lines = written.split("\r\n")
    assert not any("\n" in line for line in lines)
    assert max(len(line.encode()) for line in lines) <= 75
    assert written.count("BEGIN:VEVENT") == written.count("DTSTART;VALUE=DATE:")


def test_events_have_different_identifiers_that_stay_when_a_day_moves() -> None:
    before, after = events(case_name="17"), events(case_name="17", sent="2026-10-08")
    assert len({str(each["uid"]) for each in before.values()}) == len(before)
    assert before.keys() == after.keys()
    assert all(before[name]["uid"] == after[name]["uid"] for name in before)


def test_events_of_another_case_have_other_identifiers() -> None:
    def uids(case: str) -> set[str]:
        return {str(each["uid"]) for each in events(case_name=case).values()}

    assert uids("17").isdisjoint(uids("18"))


@pytest.mark.parametrize("sent", ["0001-01-01", "9999-12-31"])
@pytest.mark.parametrize("renderer", RENDERERS, ids=lambda module: module.NAME)
def test_extreme_days_can_be_shown(renderer: ModuleType, sent: str) -> None:
    assert rendered(renderer, sent=sent, received="9999-12-31")


def test_every_nature_of_a_day_has_a_heading_and_a_category() -> None:
    from service.texts import termijn as texts  # noqa: PLC0415 - beside what it checks

    assert set(texts.NATURES) == set(texts.CATEGORIES) == set(Nature)
