"""The term arithmetic of the truth, against the fixed vectors."""

import csv
import datetime as dt
from pathlib import Path

import pytest

from benchmarks.letters import termijn

VECTORS = Path(__file__).parents[2] / "data" / "deadline-vectors.csv"
RULES = {"awb-6-7", "awb-6-9-post", "awb-6-9-elektronisch", "case-6-7-6-9"}


def load_rows() -> list[dict[str, str]]:
    """Return the rows in the years that made letters fall in."""
    with VECTORS.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    known = {str(year) for year in termijn.EASTER}
    return [row for row in rows if row["rule"] in RULES and in_years(row, known)]


def in_years(row: dict[str, str], years: set[str]) -> bool:
    days = (row["start_date"], row["received_date"], row["last_day"])
    return all(day[:4] in years for day in days if day)


def day(text: str) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def test_there_are_vectors_for_these_years() -> None:
    assert len(load_rows()) > 50


@pytest.mark.parametrize("row", load_rows(), ids=lambda row: row["id"])
def test_a_vector_gives_its_verdict(row: dict[str, str]) -> None:
    verdict = termijn.window(
        day(row["start_date"]),
        day(row["received_date"]),
        post=row["rule"] != "awb-6-9-elektronisch",
        postmark=day(row["postmark_date"]),
    )
    assert verdict == row["verdict"]


@pytest.mark.parametrize(
    "row", [row for row in load_rows() if row["last_day"]], ids=lambda row: row["id"]
)
def test_a_vector_gives_its_last_day(row: dict[str, str]) -> None:
    start = day(row["start_date"])
    assert start is not None
    assert termijn.last_day(start) == day(row["last_day"])
