"""Odd dates are said, whatever the verdict; sound ones are not."""

import datetime as dt

import pytest

from validators.datumcontrole import check_dates, check_facts
from validators.feiten import Facts, Repair
from validators.oordeel import judge
from validators.profile import load_profile
from validators.report import Channel, Kind
from validators.stappen import RemarkCode
from validators.termijn import Arrival, Trigger, TriggerKind

TODAY = dt.date(2026, 11, 20)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def remarks(
    *triggers: tuple[str, TriggerKind],
    received: str = "2026-11-10",
    stamp: str | None = None,
    **more: object,
) -> set[object]:
    dates = [Trigger(day(text), kind) for text, kind in triggers or [("2026-10-01", SENT)]]
    arrival = Arrival(day(received), day(stamp) if stamp else None, **more)  # type: ignore[arg-type]
    return {each.code for each in check_dates(dates, judge(dates, arrival), today=TODAY)}


SENT, DATED = TriggerKind.VERZONDEN, TriggerKind.GEDATEERD


def test_sound_dates_get_no_remark() -> None:
    assert remarks() == set()
    assert remarks(("2026-10-01", DATED), ("2026-10-05", SENT), stamp="2026-11-09") == set()


@pytest.mark.parametrize(
    ("found", "code"),
    [
        (remarks(("2026-11-13", SENT)), RemarkCode.BESLUIT_NA_ONTVANGST),
        (remarks(("2025-10-01", SENT)), RemarkCode.BESLUIT_LANG_GELEDEN),
        (remarks(("2026-10-03", SENT)), RemarkCode.BESLUIT_OP_VRIJE_DAG),
        (remarks(("1993-12-31", SENT)), RemarkCode.VOOR_DE_AWB),
        (remarks(("2026-10-01", SENT), ("2026-10-02", DATED)), RemarkCode.VERZONDEN_VOOR_BESLUIT),
        (remarks(("2026-10-01", SENT), ("2026-10-06", SENT)), RemarkCode.EERSTE_VAN_MEER),
        (remarks(stamp="2026-11-11"), RemarkCode.POSTSTEMPEL_NA_ONTVANGST),
        (remarks(stamp="2026-09-30"), RemarkCode.POSTSTEMPEL_VOOR_BESLUIT),
        (
            remarks(stamp="2026-11-09", channel=Channel.EMAIL),
            RemarkCode.POSTSTEMPEL_TELT_NIET,
        ),
        (remarks(disturbed=(day("2026-11-12"),)), RemarkCode.STORING_TELT_NIET),
        (remarks(elsewhere=day("2026-11-11")), RemarkCode.ELDERS_NA_ONTVANGST),
        (remarks(received="2026-11-21"), RemarkCode.IN_DE_TOEKOMST),
        (remarks(("2028-11-20", SENT)), RemarkCode.KB_DAGEN_ONBEKEND),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_odd_date_is_said(found: set[object], code: RemarkCode) -> None:
    assert code in found


def test_disturbance_on_the_last_day_of_digital_post_matters() -> None:
    disturbed = (day("2026-11-12"),)
    assert remarks(channel=Channel.PORTAAL, disturbed=disturbed) == set()


def test_days_of_the_handling_are_checked_too() -> None:
    profile = load_profile("awb")
    swapped = Repair(day("2026-11-10"), day("2026-11-01"))
    odd = Facts(profile, Kind.BEZWAAR, repair=swapped)
    early = Facts(profile, Kind.KLACHT, received=day("2026-01-01"), conduct=day("2026-01-02"))
    assert [each.code for each in check_facts(odd)] == [RemarkCode.HERSTELD_VOOR_VERZOEK]
    assert [each.code for each in check_facts(early)] == [RemarkCode.GEDRAGING_NA_KLACHT]
    assert check_facts(Facts(profile, Kind.KLACHT, received=day("2026-01-01"))) == ()


@pytest.mark.parametrize(
    ("conduct", "codes"),
    [
        ("2025-06-10", []),
        ("2025-06-09", [RemarkCode.GEDRAGING_LANG_GELEDEN]),
    ],
)
def test_conduct_of_more_than_a_year_ago_is_said(conduct: str, codes: list[RemarkCode]) -> None:
    facts = Facts(
        load_profile("awb"), Kind.KLACHT, received=day("2026-06-10"), conduct=day(conduct)
    )
    assert [each.code for each in check_facts(facts)] == codes
