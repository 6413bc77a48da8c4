"""Every row of the calculated and published examples, through what the report and people get."""

import csv
import datetime as dt
import re
from pathlib import Path
from typing import NamedTuple

import pytest

from validators.feiten import Facts, FollowUp, Repair, What
from validators.oordeel import judge
from validators.profile import load_profile
from validators.report import Channel, Kind, WindowVerdict
from validators.termijn import Arrival, Trigger, TriggerKind, term_from
from validators.vervolg import follow_ups, judge_act, judge_supplement

# The rows stand beside the tests as data; reading them is not what is tested.
VECTORS = Path(__file__).parents[2] / "data" / "deadline-vectors.csv"
VGZ = {
    "vgz-8wd": "eerste_contact",
    "vgz-15wd": "streefdatum_afhandeling",
    "vgz-2w": "bevestiging_en_uitnodiging_hoorzitting",
}
Result = tuple[dt.date | None, WindowVerdict]


class Vector(NamedTuple):
    id: str
    rule: str
    start: dt.date | None
    postmarked: dt.date | None
    received: dt.date | None
    last_day: dt.date | None
    verdict: WindowVerdict
    reason: str

    @property
    def trigger(self) -> dt.date:
        assert self.start is not None
        return self.start


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


def window(vector: Vector) -> Result:
    triggers = [Trigger(vector.start, TriggerKind.VERZONDEN)] if vector.start else []
    channel = Channel.EMAIL if vector.rule.endswith("elektronisch") else Channel.POST
    at_first = vector.received if "6-15" in vector.rule else None
    received = None if at_first else vector.received
    arrival = Arrival(received, vector.postmarked, channel, elsewhere=at_first)
    found = judge(triggers, arrival)
    assert (found.trace[-1].verdict, found.trace[-1].rule) == (found.verdict, found.rule)
    return found.term.last_day if found.term else None, found.verdict


def follow_up(what: str, facts: Facts) -> FollowUp:
    return next(each for each in follow_ups(facts) if each.what == what)


def acted(vector: Vector, found: FollowUp) -> Result:
    assert vector.received is not None
    return found.due, judge_act(found.due, vector.received, possible=possible(found))


def possible(found: FollowUp) -> dt.date | None:
    """Only of a year that starts on 29 February do the rows leave the later day open."""
    return found.possible if found.length == "1 jaar" else None


def repair_in(vector: Vector) -> Repair | None:
    request = re.search(r"request=(\S+?);", vector.reason)
    repaired = re.search(r"repaired=(\S+?);", vector.reason)
    if request is None or repaired is None:
        return None
    return Repair(dt.date.fromisoformat(request[1]), dt.date.fromisoformat(repaired[1]))


def decision(vector: Vector) -> Result:
    facts = Facts(
        load_profile("awb"),
        Kind.BEZWAAR,
        last_day=term_from(vector.trigger).last_day,
        has_committee="12w" in vector.rule,
        repair=repair_in(vector),
        is_adjourned="verdaagd" in vector.rule,
        is_advised=vector.rule.startswith("wlz"),
    )
    return acted(vector, follow_up(What.BESLISSING_OP_BEZWAAR, facts))


def complaint(vector: Vector) -> Result:
    facts = Facts(
        load_profile("awb"),
        Kind.KLACHT,
        received=vector.start,
        has_committee="10w" in vector.rule,
        is_adjourned="verdaagd" in vector.rule,
    )
    refused = vector.rule == "awb-9-8-3-4w"
    what = What.BERICHT_NIET_IN_BEHANDELING if refused else What.AFHANDELING_KLACHT
    return acted(vector, follow_up(what, facts))


def year(vector: Vector) -> Result:
    profile = load_profile("awb")
    if vector.rule == "awb-9-24-1jaar":
        facts = Facts(profile, Kind.KLACHT, closed=vector.start)
        return acted(vector, follow_up(What.VERZOEK_OMBUDSMAN, facts))
    facts = Facts(profile, Kind.KLACHT, conduct=vector.start)
    return acted(vector, follow_up(What.KLACHT_INDIENEN, facts))


def care(vector: Vector) -> Result:
    profile = load_profile("klachtenportaal-zorg")
    if vector.rule == "wkkgz-22-6mnd":
        facts = Facts(profile, Kind.KLACHT, dispute=vector.start)
        return acted(vector, follow_up(What.UITSPRAAK_GESCHIL, facts))
    adjourned = vector.rule == "wkkgz-17-10w"
    facts = Facts(profile, Kind.KLACHT, provider_told=vector.start, is_adjourned=adjourned)
    return acted(vector, follow_up(What.OORDEEL_ZORGAANBIEDER, facts))


def promised(vector: Vector) -> Result:
    kind = Kind.BEZWAAR if vector.rule == "vgz-2w" else Kind.KLACHT
    facts = Facts(load_profile("vgz-zorgkantoor"), kind, received=vector.start)
    return acted(vector, follow_up(VGZ[vector.rule], facts))


def default(vector: Vector) -> Result:
    facts = Facts(load_profile("awb"), Kind.BEZWAAR, in_default=vector.start)
    return acted(vector, follow_up(What.BESLUIT_ZONDER_DWANGSOM, facts))


def repair(vector: Vector) -> Result:
    printed = vector.trigger + dt.timedelta(days=28 if "28d" in vector.rule else 14)
    assert vector.received is not None
    return printed, judge_supplement(printed, vector.received, postmarked=vector.postmarked)


CALCULATIONS = {
    "awb-6-": window,
    "case-": window,
    "awb-7-10": decision,
    "wlz-": decision,
    "awb-9-11": complaint,
    "awb-9-8-3": complaint,
    "awb-9-8-1jaar": year,
    "awb-9-24": year,
    "wkkgz-": care,
    "vgz-": promised,
    "herstel-": repair,
    "awb-4-17": default,
}


@pytest.mark.parametrize("vector", vectors(), ids=lambda vector: vector.id)
def test_vector_gives_its_last_day_and_verdict(vector: Vector) -> None:
    calculate = next(
        function for prefix, function in CALCULATIONS.items() if vector.rule.startswith(prefix)
    )
    assert calculate(vector) == (vector.last_day, vector.verdict)


def test_all_rows_are_read() -> None:
    assert len(vectors()) == 276
