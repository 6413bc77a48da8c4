"""`postkamer termijn` as people run it: dates in; a verdict, data or a calendar out."""

import json
from pathlib import Path

import pytest
from icalendar import Calendar

from tests.acceptance.conftest import Run

LATE = ["--verzonden", "2026-10-01", "--ontvangen", "2026-11-30", "--today", "2026-12-01"]


def test_a_late_objection_is_told_with_its_steps(run: Run) -> None:
    done = run("termijn", *LATE)
    assert (done.returncode, done.stderr) == (0, "")
    assert "OORDEEL: te laat (regel R4)" in done.stdout
    assert "Awb 6:11" in done.stdout
    assert "ontvankelijk" not in done.stdout


def test_the_date_on_the_decision_alone_makes_no_one_late(run: Run) -> None:
    done = run("termijn", "--besluit", "2026-10-01", "--ontvangen", "2026-11-30")
    assert "OORDEEL: onbekend (regel R0)" in done.stdout
    assert "wanneer het besluit is verzonden" in done.stdout


def test_the_same_as_data(run: Run) -> None:
    data = json.loads(run("termijn", *LATE, "--format", "json").stdout)
    assert data["submission_window"]["verdict"] == "te_laat"
    assert data["deadlines"]


def test_the_same_as_a_calendar(run: Run, tmp_path: Path) -> None:
    done = run("termijn", *LATE, "--format", "ics", "--zaak", "2026-17")
    (tmp_path / "termijnen.ics").write_text(done.stdout, encoding="utf-8")
    found = Calendar.from_ical((tmp_path / "termijnen.ics").read_bytes()).walk("VEVENT")
    assert {str(event["summary"]) for event in found} >= {"Beslissen op het bezwaar (2026-17)"}


def test_two_dates_that_disagree_are_both_shown(run: Run) -> None:
    done = run("termijn", *LATE, "--verzonden", "2026-11-02")
    assert "OORDEEL: onbekend (regel R0)" in done.stdout
    assert "Het besluit is verzonden op 1 oktober 2026." in done.stdout
    assert "Het besluit is verzonden op 2 november 2026." in done.stdout


def test_everything_that_happened_counts(run: Run) -> None:
    done = run(
        "termijn",
        *("--verzonden", "2026-06-10", "--ontvangen", "2026-07-20", "--profile", "ciz"),
        *("--herstel-gevraagd", "2026-07-27", "--hersteld", "2026-08-05", "--verdaagd"),
        *("--ingebrekestelling", "2026-11-02", "--format", "json", "--today", "2026-11-03"),
    )
    days = {each["what"]: each["due"] for each in json.loads(done.stdout)["deadlines"]}
    assert days["beslissing_op_bezwaar"] == "2026-10-22"
    assert days["besluit_zonder_dwangsom"] == "2026-11-16"


def test_a_complaint_has_its_own_terms(run: Run) -> None:
    done = run(
        "termijn", "--kind", "klacht", "--ontvangen", "2026-06-10", "--gedraging", "2025-01-02"
    )
    assert "wo 22 jul 2026     Klacht afhandelen [Awb 9:11 lid 1]" in done.stdout
    assert "meer dan een jaar ouder" in done.stdout


def test_a_care_complaint_counts_from_the_provider(run: Run) -> None:
    done = run(
        *("termijn", "--kind", "klacht", "--profile", "klachtenportaal-zorg"),
        *("--bij-aanbieder", "2026-06-10"),
    )
    assert "wo 22 jul 2026     Oordeel van de zorgaanbieder [Wkkgz 17]" in done.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--ontvangen", "2026-11-13"],
        ["--besluit", "1 oktober"],
        ["--besluit", "2026-02-30"],
        ["--besluit", "2026-10-01", "--kind", "overig"],
        ["--besluit", "2026-10-01", "--kanaal", "duif"],
        ["--besluit", "2026-10-01", "--profile", "uwv"],
        ["--besluit", "2026-10-01", "--format", "pdf"],
        ["--besluit", "2026-10-01", "--hersteld", "2026-11-01"],
        ["--kind", "klacht"],
        [
            *("--kind", "klacht", "--profile", "klachtenloket-zorg"),
            *("--ontvangen", "2026-10-01", "--format", "ics"),
        ],
        ["--verzonden", "2026-10-01", "--ontvangen", "9999-12-31"],
        ["--verzonden", "0001-01-01", "--ontvangen", "2026-10-01"],
    ],
)
def test_wrong_use_is_told_with_exit_code_two(run: Run, arguments: list[str]) -> None:
    done = run("termijn", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["--ontvangen", "2026-09-30"],
        ["--ontvangen", "2026-11-10", "--poststempel", "2026-11-11"],
        ["--ontvangen", "2029-11-10"],
    ],
)
def test_impossible_dates_are_told_and_still_worked_out(run: Run, arguments: list[str]) -> None:
    done = run("termijn", "--verzonden", "2026-10-01", *arguments)
    assert done.returncode == 0
    assert "LET OP" in done.stdout
