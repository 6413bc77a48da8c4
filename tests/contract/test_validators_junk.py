"""Junk through every judge, rule and the whole assessment: nothing may raise."""

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractors.document import Box
from extractors.element import (
    Address,
    Candidate,
    Contact,
    ElementId,
    Evidence,
    Reading,
    Signal,
)
from tests.factories import make_letter
from validators.assess import Receipt, Source, assess
from validators.profile import load_profile, profile_ids
from validators.report import Channel, Report, Status, Verdict
from validators.texts.warnings import SORTS

MARKS = [
    *("zonder_dag", "zonder_jaar", "besluitpagina", "van_afzender", "gelabeld", "hersteld"),
    *("datum", "vaag", "alleen_voornaam", "onvolledig", "ongetekend", "pro_forma", "kaal"),
    *("zie_bijlage", "op_bijlage", "stempel", "krabbel", "bestaat_niet", "bestreden"),
    "duurt_voort",
]
ROLES = [
    *("", "dagtekening", "verzonden", "gedateerd", "ontvangen", "client", "ander", "zelf"),
    *("vertegenwoordiger", "inkt", "digitaal", "plaatje", "getypt", "bijlage", "vermeld"),
]
SIGNALS = [
    *("namens_ander", "advocaat", "pgb", "pro_forma", "spoed", "meerdere_afzenders", *SORTS),
    *("ouder", "meerderjarig", "bewindvoerder", "mentor", "curator", "vreemde_taal"),
    *("veiligheid", "voorlopige_voorziening", "meerdere_besluiten", "niet_tijdig_beslissen"),
]
KINDS = ["bezwaar", "klacht", "overig", "intrekking", "ingebrekestelling", "beroep", "onzin"]
LETTER = make_letter("Geachte heer, mevrouw,")

shares = st.floats(0, 1)
words = st.text(max_size=12)
days = st.dates(dt.date(1990, 1, 1), dt.date(2090, 1, 1))
# Dates that a misread year or a typing error gives, at both ends of the calendar too.
wild_days = days | st.sampled_from(
    [
        *(dt.date.min, dt.date.max, dt.date(1, 12, 31), dt.date(9999, 1, 1), dt.date(1899, 12, 31)),
        *(dt.date(1900, 1, 1), dt.date(2100, 12, 31), dt.date(2101, 1, 1), dt.date(2024, 2, 29)),
    ]
)
values = st.one_of(
    words,
    wild_days,
    st.from_regex(r"\d{7,10}", fullmatch=True),
    st.builds(Address, words, words, words, words),
    st.builds(Contact, words, words, words, words),
)
candidates = st.builds(
    lambda value, sure, role, marks: Candidate(
        value, str(value), (Evidence(1, Box(0, 0, 1, 1), "x"),), sure, role, frozenset(marks)
    ),
    values,
    shares,
    st.sampled_from(ROLES),
    st.lists(st.sampled_from(MARKS), max_size=6),  # contradictions too
)
several = st.lists(candidates, max_size=3).map(tuple)
signals = st.lists(st.builds(Signal, st.sampled_from(SIGNALS), st.just(()), shares), max_size=8)
kinds = st.lists(st.builds(Signal, st.sampled_from(KINDS), st.just(()), shares), max_size=3)
readings = st.builds(
    lambda found, wanted, said, stamps, flags, legible: Reading(
        LETTER,
        tuple(wanted),
        found,
        tuple(said),
        received=stamps,
        postmarked=stamps,
        conduct=stamps,
        addressees=stamps,
        legibility=legible,
        handwritten=flags[0],
        missing_pages=flags[1],
    ),
    st.dictionaries(st.sampled_from(ElementId), several),
    kinds,
    signals,
    several,
    st.tuples(st.booleans(), st.booleans()),
    shares,
)
receipts = st.builds(
    Receipt,
    st.none() | wild_days,
    st.none(),
    st.none() | wild_days,
    st.sampled_from(Channel),
)


def report_of(reading: Reading, profile: str, receipt: Receipt, today: dt.date) -> Report:
    source = Source("a.pdf", receipt=receipt)
    return assess(reading, load_profile(profile), source=source, today=today, report_id="x")


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(readings, st.sampled_from(profile_ids()), receipts, days)
def test_any_reading_gives_a_sound_report(
    reading: Reading, profile: str, receipt: Receipt, today: dt.date
) -> None:
    report = report_of(reading, profile, receipt, today)
    assert Report.model_validate_json(report.model_dump_json()) == report


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(readings, st.sampled_from(profile_ids()), receipts, days)
def test_verdict_follows_from_the_elements(
    reading: Reading, profile: str, receipt: Receipt, today: dt.date
) -> None:
    report = report_of(reading, profile, receipt, today)
    asked = {key: state.status for key, state in report.elements.items() if state.required}
    gaps = {key for key, status in asked.items() if status in {Status.ONTBREEKT, Status.ONGELDIG}}
    assert set(report.missing) == gaps == set(report.remedy.verzuim) | set(report.remedy.ask)
    assert (report.verdict is Verdict.INCOMPLEET) == bool(gaps)
    if report.verdict is Verdict.COMPLEET:
        assert set(asked.values()) == {Status.AANWEZIG}


@pytest.mark.parametrize(
    "day", [dt.date.min, dt.date.max, dt.date(1899, 1, 1), dt.date(2101, 1, 1)]
)
@pytest.mark.parametrize("kind", ["bezwaar", "klacht", "ingebrekestelling"])
def test_extreme_date_everywhere_gives_a_report(day: dt.date, kind: str) -> None:
    found = Candidate(day, str(day), (), 0.95, "gedateerd", frozenset({"bestreden"}))
    reading = Reading(
        LETTER,
        (Signal(kind), Signal("klacht")),
        dict.fromkeys(ElementId, (found,)),
        received=(found,),
        postmarked=(found,),
        conduct=(found,),
    )
    report = report_of(reading, "ciz", Receipt(day, None, day), dt.date(2026, 11, 20))
    # Nobody is called late or old by a year in which no letter was written.
    assert not {"te_laat", "besluit_oud", "klacht_ouder_dan_een_jaar"} & {
        notice.code for notice in report.warnings
    }


def test_letter_in_which_nothing_was_found_gives_a_report() -> None:
    report = report_of(Reading(LETTER, (), {}), "awb", Receipt(), dt.date(2026, 11, 20))
    assert report.verdict is Verdict.HANDMATIG
