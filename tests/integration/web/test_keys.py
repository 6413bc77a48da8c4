"""Keys over the API: shown once, counted, replaced, taken back."""

import sqlalchemy as sa

from service.adapters.store.tables import api_key
from service.records.people import Scope
from service.usecases.keys import KeyDesk
from tests.web import KeyClient, Office


def with_secret(office: Office, secret: str) -> KeyClient:
    return KeyClient(office.app.test_client(), secret)


def made(client: KeyClient, **wish: object) -> dict[str, str]:
    answer = client.post("/v1/keys", json={"name": "zaaksysteem", "scopes": ["read"], **wish})
    assert answer.status_code == 201, answer.text
    found: dict[str, str] = answer.json
    return found


def test_a_new_key_works_and_its_secret_is_shown_once(our_office: Office) -> None:
    admin = our_office.client(Scope.ADMIN)
    key = made(admin)
    assert with_secret(our_office, key["secret"]).get("/v1/letters").status_code == 200
    listed = admin.get("/v1/keys").text
    assert key["id"] in listed
    assert key["secret"] not in listed


def test_the_secret_is_not_kept(our_office: Office) -> None:
    secret = made(our_office.client(Scope.ADMIN))["secret"]
    with our_office.room.store.database.reading() as connection:
        rows = connection.execute(sa.select(api_key)).all()
    assert secret not in str(rows)


def test_a_key_that_is_taken_back_opens_nothing_at_once(our_office: Office) -> None:
    admin = our_office.client(Scope.ADMIN)
    key = made(admin)
    assert admin.delete(f"/v1/keys/{key['id']}").status_code == 204
    assert with_secret(our_office, key["secret"]).get("/v1/letters").status_code == 401
    first = admin.get(f"/v1/keys/{key['id']}").json["revokedAt"]
    our_office.room.clock.move(days=1)
    assert admin.delete(f"/v1/keys/{key['id']}").status_code == 204
    assert admin.get(f"/v1/keys/{key['id']}").json["revokedAt"] == first


def test_a_key_ends_when_it_was_said_to(our_office: Office) -> None:
    key = made(our_office.client(Scope.ADMIN), expiresAt="2026-11-23T11:00:00+01:00")
    client = with_secret(our_office, key["secret"])
    assert key["expiresAt"] == "2026-11-23T10:00:00Z"
    our_office.room.clock.move(minutes=59)
    assert client.get("/v1/letters").status_code == 200
    our_office.room.clock.move(minutes=1)
    assert client.get("/v1/letters").status_code == 401


def test_a_key_cannot_end_before_it_begins(our_office: Office) -> None:
    wish = {"name": "x", "scopes": ["read"], "expiresAt": "2026-11-23T10:00:00+01:00"}
    answer = our_office.client(Scope.ADMIN).post("/v1/keys", json=wish)
    assert [each["code"] for each in answer.json["errors"]] == ["in_het_verleden"]


def test_an_old_key_stays_valid_while_the_new_one_is_put_in_place(our_office: Office) -> None:
    admin = our_office.client(Scope.ADMIN)
    old = made(admin)
    new = made(admin, replaces=old["id"], overlapHours=2)
    for hours, old_status in ((1, 200), (1, 401)):
        our_office.room.clock.move(hours=hours)
        assert with_secret(our_office, old["secret"]).get("/v1/letters").status_code == old_status
        assert with_secret(our_office, new["secret"]).get("/v1/letters").status_code == 200


def test_replacing_does_not_make_a_key_live_longer(our_office: Office) -> None:
    admin = our_office.client(Scope.ADMIN)
    old = made(admin, expiresAt="2026-11-23T10:00:00Z")
    made(admin, replaces=old["id"], overlapHours=24)
    assert admin.get(f"/v1/keys/{old['id']}").json["expiresAt"] == "2026-11-23T10:00:00Z"


def test_the_last_use_is_written_once_a_minute(our_office: Office) -> None:
    admin = our_office.client(Scope.ADMIN)
    key = made(admin)
    client, clock = with_secret(our_office, key["secret"]), our_office.room.clock
    seen = []
    for seconds in (0, 20, 45):
        clock.move(seconds=seconds)
        client.get("/v1/letters")
        seen.append(admin.get(f"/v1/keys/{key['id']}").json["lastUsedAt"])
    assert seen == ["2026-11-23T09:00:00Z", "2026-11-23T09:00:00Z", "2026-11-23T09:01:05Z"]


def test_too_many_requests_in_a_minute_are_told_when_to_come_back(our_office: Office) -> None:
    admin = our_office.client(Scope.ADMIN)
    key = made(admin, requestsPerMinute=3)
    client, clock = with_secret(our_office, key["secret"]), our_office.room.clock
    clock.move(seconds=20)
    assert [client.get("/v1/letters").status_code for _ in range(4)] == [200, 200, 200, 429]
    answer = client.get("/v1/letters")
    assert (answer.json["code"], answer.headers["Retry-After"]) == ("te_vaak", "40")
    assert admin.get("/v1/keys").status_code == 200
    clock.move(seconds=40)
    assert client.get("/v1/letters").status_code == 200


def test_processes_count_together(our_office: Office) -> None:
    desk = our_office.parts.keys
    few = KeyDesk(desk.store, desk.clock, desk.new_id, desk.new_secret, requests_per_minute=3)
    one, other = our_office.with_parts(keys=few), our_office.with_parts(keys=few)
    client = one.client(Scope.READ)
    same = with_secret(other, client.secret)
    statuses = [each.get("/v1/letters").status_code for each in (client, same, client, same)]
    assert statuses == [200, 200, 200, 429]


def test_profiles_are_listed(our_office: Office) -> None:
    profiles = our_office.client(Scope.ADMIN).get("/v1/profiles").json["profiles"]
    assert {"awb", "ciz"} <= {each["id"] for each in profiles}
    assert {each["law"] for each in profiles} == {"awb", "wkkgz"}
