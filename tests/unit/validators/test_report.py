import json
from pathlib import Path

import jsonschema
import pytest
from pydantic import ValidationError

from extractors.document import Box
from extractors.element import Evidence
from tests.factories import make_reading
from tests.unit.validators.builders import TODAY, complete, make_enclosed
from validators.assess import Source, assess, failure
from validators.profile import load_profile
from validators.report import DocumentInfo, Place, Report
from validators.schema import schema_text

# The published copy is the thing under test here.
PUBLISHED = Path(__file__).parents[3] / "docs" / "report.schema.json"


def make_report(**changes: object) -> Report:
    report = assess(
        make_reading(make_enclosed(), candidates=complete()),
        load_profile("zorg-en-zekerheid"),
        source=Source("scans/0012.pdf"),
        today=TODAY,
        report_id="id-1",
    )
    return report.model_copy(update=changes)


def make_failure() -> Report:
    return failure("tijd_op", source=Source("a.pdf"), profile_id="awb", report_id="id-2")


def test_published_schema_is_current() -> None:
    assert PUBLISHED.read_text(encoding="utf-8") == schema_text()


@pytest.mark.parametrize("report", [make_report(), make_failure()], ids=["letter", "fout"])
def test_schema_holds_for_every_report(report: Report) -> None:
    checker = jsonschema.Draft202012Validator(json.loads(schema_text()))
    checker.check_schema(checker.schema)
    checker.validate(json.loads(report.model_dump_json()))


@pytest.mark.parametrize("report", [make_report(), make_failure()], ids=["letter", "fout"])
def test_report_read_back_is_the_same(report: Report) -> None:
    assert Report.model_validate_json(report.model_dump_json()) == report


def test_fields_stand_in_the_order_of_the_contract() -> None:
    assert list(json.loads(make_report().model_dump_json())) == [
        *("schema_version", "id", "document", "kind", "kinds", "kind_confidence", "profile"),
        *("verdict", "elements", "submission_window", "missing", "uncertain", "remedy"),
        *("deadlines", "routing", "warnings", "processing"),
    ]


def test_only_a_failure_has_an_error() -> None:
    assert "error" not in make_report().model_dump()
    assert make_failure().model_dump()["error"]["code"] == "tijd_op"


def test_failure_has_the_fields_of_every_report() -> None:
    names = set(make_report().model_dump()) | {"error"}
    assert set(make_failure().model_dump()) == names


def test_boxes_are_rounded_to_a_tenth_of_a_point() -> None:
    place = Place.of(Evidence(2, Box(72.04, 210.449, 151.96, 221.0), "x"))
    assert place.bbox == (72.0, 210.4, 152.0, 221.0)


def test_unknown_field_is_refused() -> None:
    with pytest.raises(ValidationError):
        DocumentInfo.model_validate({"file": "a.pdf", "size": 3})


def test_report_cannot_be_changed() -> None:
    with pytest.raises(ValidationError):
        make_report().verdict = "compleet"  # type: ignore[misc,assignment]
