"""The technical rules of the NL API Design Rules 2.2, one test for each; its name has the rule id.

Functional rules (nouns, plurals, language, statelessness) are for people to judge.
"""

import datetime as dt
import json
import re
from collections.abc import Iterator, Mapping

import pytest
from openapi_spec_validator import validate
from werkzeug.test import TestResponse

from tests.web import KeyClient, Office, upload
from tests.zips import pdf

KEBAB = re.compile(r"^/(([a-z0-9]+(-[a-z0-9]+)*|{[^}]+})(/([a-z0-9]+(-[a-z0-9]+)*|{[^}]+}))*)?$")
CAMEL = re.compile(r"^[a-z][a-z\d]*([A-Z][a-z\d]*)*$")
SEMVER = re.compile(r"^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$")
DATES = re.compile(r"((\w+D)|(_[dD])|^d)ate$|received$|postmarked$|lastDay|first_day|last_day|due$")
MANDATORY = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
Described = dict[str, object]


@pytest.fixture
def described(our_office: Office) -> Mapping[str, object]:
    """Return the description, fetched as anyone may."""
    found: Mapping[str, object] = our_office.app.test_client().get("/v1/openapi.json").json
    return found


def operations(described: Mapping[str, object]) -> Iterator[tuple[str, str, Mapping[str, object]]]:
    for path, methods in described["paths"].items():  # type: ignore[attr-defined]
        for method, operation in methods.items():
            yield path, method, operation


def every_answer(client: KeyClient) -> list[TestResponse]:
    """Return answers of every kind: good, wrong, refused, not there."""
    letter = client.post("/v1/letters", **upload(("a.pdf", pdf())))
    letter_id = letter.json["id"]
    gets = [
        "/v1/", "/v1", "/v1/openapi.json", "/v1/docs", "/v1/letters", f"/v1/letters/{letter_id}",
        f"/v1/letters/{letter_id}/report", f"/v1/letters/{letter_id}/original", "/v1/events",
        f"/v1/letters/{letter_id}/pages/1", "/v1/nergens", "/v1/letters/", "/v1/letters?limit=x",
        "/v1/keys", "/v1/profiles", "/v1/organisations",
    ]  # fmt: skip
    anyone = client.client
    return [
        letter,
        *(client.get(path) for path in gets),
        anyone.get("/v1/letters"),
        client.delete("/v1/batches"),
        client.post("/v1/letters", data=b"x", content_type="text/plain"),
        client.get("/v1/letters", headers={"Accept": "text/csv"}),
    ]


def test_core_no_trailing_slash(our_office: Office, described: Mapping[str, object]) -> None:
    paths = [path for path, _, _ in operations(described) if path != "/"]
    assert not [path for path in paths if path.endswith("/")]
    client = our_office.client()
    for path, method, _ in operations(described):
        if path != "/":
            asked = "/v1" + re.sub(r"{\w+}", "1", path) + "/"
            assert client.open(asked, method.upper()).status_code == 404


def test_core_path_segments_kebab_case(described: Mapping[str, object]) -> None:
    paths = {path for path, _, _ in operations(described)} - {"/openapi.json"}
    assert not [path for path in paths if not KEBAB.match(path)]


def test_core_query_keys_camel_case(described: Mapping[str, object]) -> None:
    keys = [
        parameter["name"]
        for _, _, operation in operations(described)
        for parameter in operation.get("parameters", [])  # type: ignore[attr-defined]
        if parameter["in"] == "query"
    ]
    assert len(keys) > 10
    assert not [key for key in keys if not CAMEL.match(key)]


def properties(value: object) -> Iterator[tuple[str, Mapping[str, object]]]:
    """Yield every member of every schema with what it may be."""
    if isinstance(value, dict):
        named = value.get("properties")
        if isinstance(named, dict):
            yield from named.items()
        for each in value.values():
            yield from properties(each)
    elif isinstance(value, list):
        for each in value:
            yield from properties(each)


def formats(schema: Mapping[str, object]) -> set[object]:
    options = schema.get("anyOf", [schema])
    return {each.get("format") for each in options if each.get("type") != "null"}  # type: ignore[attr-defined]


def test_core_date_time_format(our_office: Office, described: Mapping[str, object]) -> None:
    times = [
        (name, schema)
        for name, schema in properties(described["components"])
        if name.endswith(("At", "_at")) or name == "time"
    ]
    assert len(times) > 8
    assert not [name for name, schema in times if formats(schema) != {"date-time"}]
    sent = our_office.client().post("/v1/batches", **upload(("a.pdf", pdf()))).json
    written = sent["receivedAt"]
    assert written.endswith("Z")
    assert dt.datetime.fromisoformat(written).utcoffset() == dt.timedelta()


def test_core_date_time_date_omit_time_portion(described: Mapping[str, object]) -> None:
    days = [
        (name, schema)
        for name, schema in properties(described["components"])
        if DATES.search(name) and "$ref" not in json.dumps(schema)
    ]
    assert len(days) > 10
    assert not [name for name, schema in days if formats(schema) != {"date"}]


def test_core_error_handling_problem_details(our_office: Office) -> None:
    wrong = [each for each in every_answer(our_office.client()) if each.status_code >= 400]
    assert {each.status_code for each in wrong} >= {400, 401, 404, 405, 406, 415}
    for answer in wrong:
        assert answer.mimetype == "application/problem+json"
        assert answer.json["status"] == answer.status_code
        assert answer.json["title"]
        assert answer.json["detail"]


def test_core_error_handling_problem_details_are_described(
    described: Mapping[str, object],
) -> None:
    answers = described["components"]["responses"]  # type: ignore[index]
    for status, answer in answers.items():
        assert set(answer["content"]) == {"application/problem+json"}, status
    problem = described["components"]["schemas"]["Problem"]  # type: ignore[index]
    assert {"title", "status", "detail"} <= set(problem["required"])


def test_core_error_handling_invalid_input(
    our_office: Office, described: Mapping[str, object]
) -> None:
    for path, method, operation in operations(described):
        if operation.get("parameters") or method in {"post", "put", "patch"}:
            assert "400" in operation["responses"], (path, method)  # type: ignore[operator]
            assert "422" not in operation["responses"]  # type: ignore[operator]
    client = our_office.client()
    assert client.get("/v1/letters?limit=veel").status_code == 400
    assert client.post("/v1/keys", json={"name": ""}).status_code == 400


def test_core_error_handling_all_errors(our_office: Office) -> None:
    answer = our_office.client().post("/v1/keys", json={"scopes": ["alles"], "uploadMb": 0, "x": 1})
    fields = [each["field"] for each in answer.json["errors"]]
    assert fields == ["name", "scopes[0]", "uploadMb", None]


def test_core_doc_openapi(described: Mapping[str, object]) -> None:
    validate(described)  # type: ignore[arg-type]
    assert str(described["openapi"]).startswith("3.1")


def test_core_doc_openapi_contact(described: Mapping[str, object]) -> None:
    contact = described["info"]["contact"]  # type: ignore[index]
    assert all(contact[key] for key in ("name", "email", "url"))


def test_core_publish_openapi(our_office: Office) -> None:
    answer = our_office.app.test_client().get("/v1/openapi.json")
    assert (answer.status_code, answer.mimetype) == (200, "application/json")
    assert answer.headers["Access-Control-Allow-Origin"] == "*"


def test_core_uri_version(described: Mapping[str, object]) -> None:
    assert all(each["url"].endswith("/v1") for each in described["servers"])  # type: ignore[attr-defined]


def test_core_semver(described: Mapping[str, object]) -> None:
    assert SEMVER.match(described["info"]["version"])  # type: ignore[index]


def test_core_version_header(our_office: Office, described: Mapping[str, object]) -> None:
    version = described["info"]["version"]  # type: ignore[index]
    for answer in every_answer(our_office.client()):
        assert answer.headers["API-Version"] == version, answer.request.path
    for _, _, operation in operations(described):
        for answer in operation["responses"].values():  # type: ignore[attr-defined]
            assert "$ref" in answer or "API-Version" in answer["headers"]


def test_core_transport_tls(our_office: Office) -> None:
    """TLS itself is the proxy's; what is ours: https everywhere as soon as it is there."""
    for answer in every_answer(our_office.client()):
        assert "max-age=31536000" in answer.headers["Strict-Transport-Security"]


def test_core_transport_security_headers(our_office: Office) -> None:
    for answer in every_answer(our_office.client()):
        for name, value in MANDATORY.items():
            assert answer.headers[name] == value, answer.request.path
        assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
        assert answer.headers["Content-Type"]


def test_core_transport_cors(our_office: Office) -> None:
    """Other sites may read the description and nothing else."""
    open_to_all = [
        answer.request.path
        for answer in every_answer(our_office.client())
        if "Access-Control-Allow-Origin" in answer.headers
    ]
    assert open_to_all == ["/v1/openapi.json"]


def test_core_transport_no_sensitive_uris(described: Mapping[str, object]) -> None:
    parameters = {
        parameter["name"].lower()
        for _, _, operation in operations(described)
        for parameter in operation.get("parameters", [])  # type: ignore[attr-defined]
        if parameter["in"] in {"query", "path"}
    }
    assert not parameters & {"bsn", "naam", "name", "email", "file", "q", "key", "token"}
