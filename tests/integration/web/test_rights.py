"""What no list and no odd request gives away; `test_probe` tries every address."""

import re
from dataclasses import dataclass

import pytest
from werkzeug.test import TestResponse

from service.records.people import Scope
from service.web.api.operation import Operation
from service.web.api.operations import OPERATIONS
from tests.posts import THEIRS
from tests.web import KeyClient, Office, upload
from tests.zips import pdf

WITH_SCOPE = [each for each in OPERATIONS if each.scope is not None]
LISTS = [each for each in WITH_SCOPE if each.method == "GET" and "{" not in each.path]
NOTHING = "00000000-0000-4000-8000-000000000000"
names = [each.id for each in WITH_SCOPE]


@dataclass
class Ours:
    """One of everything that an organisation has."""

    batchId: str  # noqa: N815 - as in the paths
    letterId: str  # noqa: N815
    keyId: str  # noqa: N815
    channelId: str  # noqa: N815
    deliveryId: str  # noqa: N815
    page: str = "1"


@pytest.fixture
def ours(our_office: Office) -> Ours:
    """Return what our organisation has, all of it read and reported."""
    client = our_office.client()
    sent = client.post("/v1/letters", **upload(("a.pdf", pdf()))).json
    key = client.post("/v1/keys", json={"name": "van ons", "scopes": ["read"]}).json
    wish = {"kind": "webhook", "name": "van ons", "settings": {"url": "https://127.0.0.1:1/"}}
    channel = client.post("/v1/channels", json=wish).json
    our_office.read_all()
    (delivery,) = client.get("/v1/deliveries").json["deliveries"]
    return Ours(sent["batchId"], sent["id"], key["id"], channel["id"], delivery["id"])


def ask(client: KeyClient, operation: Operation, ours: Ours) -> TestResponse:
    """Ask for an operation on our objects with a request that is otherwise right."""
    path = "/v1" + re.sub(r"{(\w+)}", lambda found: getattr(ours, found[1]), operation.path)
    rest: dict[str, object] = {}
    if operation.form:
        rest = upload(("b.pdf", pdf()))
    elif operation.body:
        rest = {"json": operation.body_example}
    return client.open(path, operation.method, **rest)


def test_there_are_operations_to_try() -> None:
    assert len(WITH_SCOPE) > 15
    assert {each.scope for each in WITH_SCOPE} == set(Scope)
    assert {each.id for each in OPERATIONS if each.scope is None} == {
        "showRoot",
        "showOpenapi",
        "showDocs",
    }


@pytest.mark.parametrize("operation", LISTS, ids=lambda each: each.id)
def test_no_list_shows_another_organisation(
    our_office: Office, ours: Ours, operation: Operation
) -> None:
    stranger = our_office.client(organisation=THEIRS)
    said = ask(stranger, operation, ours).text
    assert not [each for each in (ours.batchId, ours.letterId, ours.keyId) if each in said]
    if operation.id == "listOrganisations":
        assert "zorgkantoor" not in said


def test_another_organisation_cannot_search_in_our_batch(our_office: Office, ours: Ours) -> None:
    stranger = our_office.client(organisation=THEIRS)
    found = stranger.get(f"/v1/letters?batchId={ours.batchId}").json
    assert found["letters"] == []


def test_the_key_of_another_organisation_cannot_be_replaced(our_office: Office, ours: Ours) -> None:
    stranger = our_office.client(organisation=THEIRS)
    wish = {"name": "x", "scopes": ["read"], "replaces": ours.keyId, "overlapHours": 0}
    assert stranger.post("/v1/keys", json=wish).status_code == 400
    assert our_office.client().get(f"/v1/keys/{ours.keyId}").json["expiresAt"] is None
    assert len(stranger.get("/v1/keys").json["keys"]) == 1


def test_the_idempotency_key_of_another_organisation_tells_nothing(our_office: Office) -> None:
    sent, key = upload(("a.pdf", pdf())), {"Idempotency-Key": "k"}
    ours = our_office.client().post("/v1/batches", headers=key, **sent).json
    theirs = our_office.client(organisation=THEIRS).post("/v1/batches", headers=key, **sent).json
    assert ours["id"] != theirs["id"]


@pytest.mark.parametrize("operation", WITH_SCOPE, ids=names)
@pytest.mark.parametrize("given", [None, "", "Bearer", "Bearer pk_onbekend", "Basic cGtfeDp5"])
def test_without_a_key_there_is_nothing(
    our_office: Office, operation: Operation, given: str | None
) -> None:
    client = our_office.client()
    path = "/v1" + re.sub(r"{\w+}", NOTHING, operation.path)
    headers = {} if given is None else {"Authorization": given}
    answer = client.client.open(path, method=operation.method, headers=headers)
    assert (answer.status_code, answer.json["code"]) == (401, "geen_sleutel")
    assert answer.headers["WWW-Authenticate"] == "Bearer"


def test_what_everyone_may_know_needs_no_key(our_office: Office) -> None:
    anyone = our_office.app.test_client()
    for path in ("/v1/", "/v1/openapi.json", "/v1/docs"):
        assert anyone.get(path).status_code == 200


def test_a_cookie_opens_nothing_of_the_api(our_office: Office) -> None:
    """A browser sends cookies by itself; the API must not act on them."""
    browser = our_office.app.test_client()
    browser.set_cookie("postkamer-sessie", "geheim")
    assert browser.get("/v1/letters").status_code == 401
