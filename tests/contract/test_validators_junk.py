"""Junk through every judge, rule and the whole assessment: nothing may raise."""

import datetime as dt

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
from validators.texts import SORTS

MARKS = [
    *("zonder_dag", "zonder_jaar", "besluitpagina", "van_afzender", "gelabeld", "hersteld"),
    *("datum", "vaag", "alleen_voornaam", "onvolledig", "ongetekend", "pro_forma", "kaal"),
    *("zie_bijlage", "op_bijlage", "stempel", "krabbel"),
]
ROLES = [
    *("", "dagtekening", "verzonden", "gedateerd", "ontvangen", "client", "ander", "zelf"),
    *("vertegenwoordiger", "inkt", "digitaal", "plaatje", "getypt", "bijlage", "vermeld"),
]
SIGNALS = ["namens_ander", "advocaat", "pgb", "pro_forma", "spoed", "meerdere_afzenders", *SORTS]
KINDS = ["bezwaar", "klacht", "overig", "intrekking", "ingebrekestelling", "beroep", "onzin"]
LETTER = make_letter("Geachte heer, mevrouw,")

shares = st.floats(0, 1)
words = st.text(max_size=12)
# Readings misread years, people mistype them: no date of the calendar may raise.
days = st.one_of(st.dates(dt.date(1990, 1, 1), dt.date(2090, 1, 1)), st.dates())
values = st.one_of(
    words,
    days,
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
    st.lists(st.sampled_from(MARKS), max_size=3),
)
several = st.lists(candidates, max_size=3).map(tuple)
signals = st.lists(st.builds(Signal, st.sampled_from(SIGNALS), st.just(()), shares), max_size=3)
kinds = st.lists(st.builds(Signal, st.sampled_from(KINDS), st.just(()), shares), max_size=3)
readings = st.builds(
    lambda found, wanted, said, stamps, flags, legible: Reading(
        LETTER, tuple(wanted), found, tuple(said), stamps, stamps, stamps, legible, *flags
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
    st.none() | days,
    st.none(),
    st.none() | days,
    st.sampled_from(Channel),
)


def report_of(reading: Reading, profile: str, receipt: Receipt, today: dt.date) -> Report:
    source = Source("a.pdf", receipt=receipt)
    return assess(reading, load_profile(profile), source=source, today=today, report_id="x")


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(readings, st.sampled_from(profile_ids()), receipts, days)
def test_any_reading_gives_a_sound_report(
    reading: Reading, profile: str, receipt: Receipt, today: dt.date
) -> None:
    report = report_of(reading, profile, receipt, today)
    assert Report.model_validate_json(report.model_dump_json()) == report


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
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
