"""Every row of the calculated and published examples, through the functions they exercise."""

import csv
import datetime as dt
import re
from pathlib import Path
from typing import NamedTuple

import pytest

from validators import vervolg
from validators.feestdagen import add_working_days
from validators.report import Channel, WindowVerdict
from validators.termijn import Arrival, judge_arrival, term_from

# The rows stand beside the tests as data; reading them is not what is tested.
VECTORS = Path(__file__).parents[2] / "data" / "deadline-vectors.csv"


class Vector(NamedTuple):
    id: str
    rule: str
    start: dt.date | None
    postmarked: dt.date | None
    received: dt.date | None
    last_day: dt.date | None
    verdict: WindowVerdict
    reason: str


def day(text: str) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def vectors() -> list[Vector]:
    with VECTORS.open(encoding="utf-8", newline="") as file:
        return [
            Vector(
                row["id"],
                row["rule"],
                day(row["start_date"]),
                day(row["postmark_date"]),
                day(row["received_date"]),
                day(row["last_day"]),
                WindowVerdict(row["verdict"]),
                row["reason"],
            )
            for row in csv.DictReader(file)
        ]


def suspended(vector: Vector) -> int:
    request = re.search(r"request=(\S+?);", vector.reason)
    repaired = re.search(r"repaired=(\S+?);", vector.reason)
    if request is None or repaired is None:
        return 0
    return vervolg.suspended_days(
        dt.date.fromisoformat(request[1]), dt.date.fromisoformat(repaired[1])
    )


def window(vector: Vector) -> tuple[dt.date | None, WindowVerdict]:
    term = term_from(vector.start) if vector.start else None
    channel = Channel.EMAIL if vector.rule.endswith("elektronisch") else Channel.POST
    verdict, _ = judge_arrival(term, Arrival(vector.received, vector.postmarked, channel))
    return term.last_day if term else None, verdict


def decision(vector: Vector) -> tuple[dt.date, WindowVerdict]:
    last = vervolg.decision_last(
        term_from(vector.start).last_day,
        weeks=12 if "12w" in vector.rule else 6,
        suspended_days=suspended(vector),
        adjourned="verdaagd" in vector.rule,
    )
    return acted(vector, last)


def complaint(vector: Vector) -> tuple[dt.date, WindowVerdict]:
    weeks = 10 if "10w" in vector.rule else 6
    last = vervolg.handling_last(vector.start, weeks=weeks, adjourned="verdaagd" in vector.rule)
    return acted(vector, last)


def year(vector: Vector) -> tuple[dt.date, WindowVerdict]:
    certain, possible = vervolg.year_after(vector.start)
    return acted(vector, certain, possible)


def repair(vector: Vector) -> tuple[dt.date, WindowVerdict]:
    printed = vector.start + dt.timedelta(days=28 if "28d" in vector.rule else 14)
    assert vector.received is not None
    return printed, vervolg.judge_supplement(printed, vector.received, postmarked=vector.postmarked)


def promised(vector: Vector) -> tuple[dt.date, WindowVerdict]:
    last = {
        "vgz-8wd": add_working_days(vector.start, 8),
        "vgz-15wd": add_working_days(vector.start, 15),
        "vgz-2w": vector.start + dt.timedelta(days=14),
    }[vector.rule]
    return acted(vector, last)


def acted(
    vector: Vector, last: dt.date, possible: dt.date | None = None
) -> tuple[dt.date, WindowVerdict]:
    assert vector.received is not None
    return last, vervolg.judge_act(last, vector.received, possible=possible)


def advised(vector: Vector) -> tuple[dt.date, WindowVerdict]:
    return acted(vector, vervolg.decision_last_with_advice(term_from(vector.start).last_day))


CALCULATIONS = {
    "awb-6-": window,
    "case-": window,
    "awb-7-10": decision,
    "wlz-": advised,
    "awb-9-11": complaint,
    "awb-9-8-3": lambda vector: acted(vector, vervolg.refusal_last(vector.start)),
    "awb-9-8-1jaar": year,
    "awb-9-24": year,
    "wkkgz-17": complaint,
    "wkkgz-22": lambda vector: acted(vector, vervolg.months_after(vector.start, 6)),
    "vgz-": promised,
    "herstel-": repair,
    "awb-4-17": lambda vector: acted(vector, vervolg.dwangsom_free_until(vector.start)),
}


@pytest.mark.parametrize("vector", vectors(), ids=lambda vector: vector.id)
def test_vector_gives_its_last_day_and_verdict(vector: Vector) -> None:
    calculate = next(
        function for prefix, function in CALCULATIONS.items() if vector.rule.startswith(prefix)
    )
    assert calculate(vector) == (vector.last_day, vector.verdict)


def test_all_rows_are_read() -> None:
    assert len(vectors()) == 276
