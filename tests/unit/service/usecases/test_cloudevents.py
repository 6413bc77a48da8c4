"""The event: what the profile asks, and nothing of a letter outside its data."""

import json
import re
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.records.deliveries import EventType
from service.usecases.cloudevents import MAX_BYTES, CloudEvent, Sender, event_body, type_of
from service.usecases.event_schema import schema_text
from tests.events import make_event
from tests.numbers import BSNS
from tests.unit.service.reports import make_report
from validators.numbers import bsn
from validators.report import Report, Verdict

SENDER = Sender("00000001823288444000", "https://postkamer.example.nl")
SCHEMA = json.loads(schema_text())
CONTEXT = re.compile(r"[a-z0-9]{1,20}")


def body_of(report: Report | None = None, **changes: object) -> dict[str, object]:
    body = json.loads(event_body(make_event(**changes), sender=SENDER, report=report))
    assert isinstance(body, dict)
    return body


def test_an_event_that_refers_to_its_report() -> None:
    assert body_of() == {
        "specversion": "1.0",
        "id": "f3dce042-cd6e-4977-844d-05be8dce7cea",
        "source": "urn:nld:oin:00000001823288444000:systeem:postkamer",
        "type": "nl.overheid.poststukken.rapport-opgesteld.v1",
        "time": "2026-11-23T09:00:00Z",
        "subject": "00000000-0000-4000-8000-000000000001",
        "sequence": "0000000000000000007",
        "reportversion": 1,
        "verdict": "compleet",
        "dataref": (
            "https://postkamer.example.nl/v1/letters/00000000-0000-4000-8000-000000000001/report"
        ),
    }


def test_an_event_with_its_report_has_it_exactly_as_the_contract() -> None:
    report = make_report()
    body = body_of(report)
    assert body["data"] == json.loads(report.model_dump_json())
    assert body["datacontenttype"] == "application/json"
    assert Report.model_validate(body["data"]) == report


def test_a_report_without_an_error_has_no_such_key() -> None:
    assert "error" not in body_of(make_report())["data"]  # type: ignore[operator]


def test_without_an_address_of_ours_the_reference_is_a_path() -> None:
    event = CloudEvent.of(make_event(), sender=Sender("0" * 20))
    assert event.dataref == "/v1/letters/00000000-0000-4000-8000-000000000001/report"


def test_a_report_that_is_too_large_is_left_to_be_fetched() -> None:
    body = event_body(make_event(), sender=SENDER, report=make_report(naam="x" * MAX_BYTES))
    assert "data" not in json.loads(body)
    assert len(body) < MAX_BYTES


@pytest.mark.parametrize("report", [None, make_report()])
def test_events_keep_to_the_published_schema(report: Report | None) -> None:
    jsonschema.validate(body_of(report), SCHEMA, jsonschema.Draft202012Validator)


def test_the_published_schema_is_that_of_the_model() -> None:
    published = Path(__file__).parents[4] / "docs" / "event.schema.json"
    assert published.read_text(encoding="utf-8") == schema_text(), (
        "run: python -m service.usecases.event_schema > docs/event.schema.json"
    )


@pytest.mark.parametrize("kind", EventType)
def test_every_type_keeps_to_the_profile(kind: EventType) -> None:
    assert re.fullmatch(r"nl\.overheid\.[a-z]+en\.[a-z-]+\.v\d+", type_of(kind))


def test_names_of_attributes_keep_to_the_profile() -> None:
    assert all(CONTEXT.fullmatch(name) for name in CloudEvent.model_fields)


def test_the_sequence_sorts_as_text() -> None:
    cursors = [9, 10, 99, 100, 2**40]
    texts = [CloudEvent.of(make_event(cursor=each), sender=SENDER).sequence for each in cursors]
    assert texts == sorted(texts)


@settings(deadline=None)
@given(
    number=BSNS,
    event=st.fixed_dictionaries(
        {
            "cursor": st.integers(0, 2**62),
            "report_version": st.integers(0, 1000),
            "verdict": st.sampled_from(Verdict),
            "letter_id": st.uuids(version=4).map(str),
            "id": st.uuids(version=4).map(str),
        }
    ),
)
def test_no_attribute_holds_a_bsn(number: str, event: dict[str, object]) -> None:
    report = make_report(f"brief {number}.pdf", naam=f"Jansen {number}", id=number)
    body = body_of(report, **event)
    del body["data"]
    context = json.dumps(body)
    assert number not in context
    tokens = re.findall(r"(?<![0-9a-zA-Z])\d{9}(?![0-9a-zA-Z])", context)
    assert not [token for token in tokens if bsn.is_valid(token)]
