"""Channels and deliveries over the API: an organisation manages its own, and sees no others."""

import json
from dataclasses import replace

from service.records.deliveries import Delivery, DeliveryState, EventType
from service.records.people import Scope
from tests.posts import OURS, THEIRS
from tests.web import KeyClient, Office, upload

WISH = {
    "kind": "webhook",
    "name": "zaken",
    "settings": {"url": "https://zaken.example.org/post"},
}


def added(client: KeyClient, **changes: object) -> dict[str, object]:
    answer = client.post("/v1/channels", json={**WISH, **changes})
    assert answer.status_code == 201, answer.json
    made: dict[str, object] = answer.json
    return made


def given_up(office: Office, channel_id: str) -> Delivery:
    """Let a report be given up on its way to a channel."""
    office.client().post("/v1/letters", **upload(("brief.pdf", b"%PDF-1.7 een")))
    office.read_all()
    room = office.room
    with room.store.working() as transaction:
        (event,) = transaction.events.after(OURS.id, 0, limit=1)
        (delivery,) = transaction.deliveries.search(channel_id=channel_id)
        transaction.deliveries.end(
            delivery.id, DeliveryState.GIVEN_UP, "http_404", now=room.clock.now()
        )
    assert event.type is EventType.REPORTED
    return delivery


def test_a_channel_is_made_shown_changed_and_removed(our_office: Office) -> None:
    client = our_office.client(Scope.ADMIN)
    made = added(client)
    path = f"/v1/channels/{made['id']}"
    assert str(made["secret"]).startswith("whsec_")
    shown = client.get(path).json
    assert "secret" not in shown
    assert (shown["leadsTo"], shown["isEnabled"]) == ("https://zaken.example.org/post", True)
    assert client.open(path, "PATCH", json={"isEnabled": False}).json["isEnabled"] is False
    assert client.open(path, "PATCH", json={"isEnabled": True}).json["isEnabled"] is True
    assert [each["id"] for each in client.get("/v1/channels").json["channels"]] == [made["id"]]
    assert client.delete(path).status_code == 204
    assert client.get(path).status_code == 404
    assert client.delete(path).status_code == 404


def test_another_organisation_sees_and_changes_nothing(our_office: Office) -> None:
    made = added(our_office.client(Scope.ADMIN))
    delivery = given_up(our_office, str(made["id"]))
    theirs = our_office.client(Scope.ADMIN, organisation=THEIRS)
    channel, one = f"/v1/channels/{made['id']}", f"/v1/deliveries/{delivery.id}"
    assert theirs.get("/v1/channels").json == {"channels": []}
    assert theirs.get("/v1/deliveries").json == {"deliveries": [], "next": None}
    answers = [
        theirs.get(channel),
        theirs.open(channel, "PATCH", json={"isEnabled": False}),
        theirs.delete(channel),
        theirs.post(f"{channel}/tests"),
        theirs.post(f"{channel}/secrets"),
        theirs.post(f"{channel}/attempts"),
        theirs.get(one),
        theirs.post(f"{one}/attempts"),
    ]
    assert {each.status_code for each in answers} == {404}


def test_only_a_key_for_administration_may(our_office: Office) -> None:
    client = our_office.client(Scope.UPLOAD, Scope.READ)
    assert client.get("/v1/channels").status_code == 403
    assert client.post("/v1/channels", json=WISH).status_code == 403


def test_what_is_wrong_is_named_and_never_repeated(our_office: Office) -> None:
    client = our_office.client(Scope.ADMIN)
    settings = {"url": "https://burger:999990019@zaken.nl/", "999990019": 1}
    answer = client.post("/v1/channels", json={**WISH, "settings": settings})
    assert answer.status_code == 400
    assert {each["field"] for each in answer.json["errors"]} == {"settings.url", "settings"}
    assert "999990019" not in json.dumps(answer.json)


def test_names_kinds_and_profiles_must_fit(our_office: Office) -> None:
    client = our_office.client(Scope.ADMIN)
    added(client)
    for changes, expected in (
        ({}, [("name", "naam_bestaat_al")]),
        ({"kind": "map"}, [("kind", "kanaalsoort_niet_hier")]),
        ({"kind": "duif"}, [("kind", "geen_keuze")]),
        ({"profiles": ["awb", "niet"]}, [("profiles[1]", "onbekend_profiel")]),
        ({"name": " "}, [("name", "verkeerd_teken")]),
    ):
        errors = client.post("/v1/channels", json={**WISH, **changes}).json["errors"]
        assert [(each["field"], each["code"]) for each in errors] == expected


def test_the_administrator_of_the_machine_may_allow_more_kinds(our_office: Office) -> None:
    parts = our_office.parts
    office = our_office.with_parts(office=replace(parts.office, own_kinds=()))
    answer = office.client(Scope.ADMIN).post("/v1/channels", json=WISH)
    assert [each["code"] for each in answer.json["errors"]] == ["kanaalsoort_niet_hier"]


def test_nobody_finds_out_which_files_the_machine_has(our_office: Office) -> None:
    client = our_office.client(Scope.ADMIN)
    for path in ("/etc/passwd", "/nergens"):
        settings = {**WISH["settings"], "ca_file": path}  # type: ignore[dict-item]
        (error,) = client.post("/v1/channels", json={**WISH, "settings": settings}).json["errors"]
        assert (error["field"], error["code"]) == ("settings.ca_file", "instelling_niet_hier")


def test_a_secret_is_replaced(our_office: Office) -> None:
    client = our_office.client(Scope.ADMIN)
    made = added(client)
    renewed = client.post(f"/v1/channels/{made['id']}/secrets").json["secret"]
    assert renewed.startswith("whsec_")
    assert renewed != made["secret"]


def test_a_test_says_what_became_of_it(our_office: Office) -> None:
    client = our_office.client(Scope.ADMIN)
    made = added(client, settings={"url": "https://127.0.0.1:1/"})
    answer = client.post(f"/v1/channels/{made['id']}/tests").json
    assert (answer["isDelivered"], answer["code"]) == (False, "adres_geweigerd")
    assert answer["message"]


def test_what_was_given_up_is_listed_and_delivered_again(our_office: Office) -> None:
    client = our_office.client(Scope.ADMIN)
    made = added(client)
    delivery = given_up(our_office, str(made["id"]))
    (shown,) = client.get("/v1/deliveries?state=opgegeven").json["deliveries"]
    assert (shown["id"], shown["lastStatus"]) == (delivery.id, "http_404")
    assert "404" in shown["message"]
    answer = client.post(f"/v1/deliveries/{delivery.id}/attempts")
    assert (answer.status_code, answer.json["state"]) == (202, "wacht")
    assert client.get("/v1/deliveries?state=opgegeven").json["deliveries"] == []


def test_everything_of_a_channel_is_delivered_again(our_office: Office) -> None:
    client = our_office.client(Scope.ADMIN)
    made = added(client)
    given_up(our_office, str(made["id"]))
    answer = client.post(f"/v1/channels/{made['id']}/attempts")
    assert (answer.status_code, answer.json) == (202, {"resent": 1})


def test_a_delivery_to_a_removed_channel_stays_where_it_is(our_office: Office) -> None:
    client = our_office.client(Scope.ADMIN)
    made = added(client)
    delivery = given_up(our_office, str(made["id"]))
    client.delete(f"/v1/channels/{made['id']}")
    answer = client.post(f"/v1/deliveries/{delivery.id}/attempts")
    assert (answer.status_code, answer.json["code"]) == (409, "kanaal_is_weg")
