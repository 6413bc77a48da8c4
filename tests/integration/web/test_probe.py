"""Every address tried by everyone who may not: nothing is told, nothing changes.

The addresses come from the map of the app, who may from `tests/ways.py`; the ids are those of real
things. What is of another organisation does not exist: 404, never 403 and never a page.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from service.records.people import Role, Scope
from tests.belongings import Belongings, belongings_of, rows_of, undone
from tests.posts import THEIRS, post_room
from tests.ways import WAYS, Way, Who
from tests.web import Browser, Office, browser, office, reading_reader, upload
from tests.zips import pdf

OBJECTS = frozenset(
    {
        *("batchId", "letterId", "keyId", "channelId", "deliveryId"),
        *("letter_id", "other_id", "sent_id", "concept_id", "correction_id", "account_id"),
        *("alert_id", "sha256", "key_id", "channel_id", "delivery_id", "dead", "proposal_id"),
    }
)
# objects that hang under a letter: tried under a letter of the stranger's own too
BELOW = frozenset({"other_id", "sent_id", "concept_id", "correction_id"})
SAFE = frozenset({"GET", "HEAD"})
# who sends their own session away, or proves who they are, changes only what is theirs
OWN_DOOR = frozenset({"/inloggen", "/uitloggen", "/uitnodiging/<secret>"})


@dataclass
class World:
    """An office with everything of one organisation, and people of another."""

    office: Office
    ours: Belongings
    strangers: dict[Role, Browser]
    stranger_letter: str


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    folder = tmp_path_factory.mktemp("kantoor")
    with post_room(folder) as room, office(room, folder) as opened:
        ours = belongings_of(opened)
        strangers = {each: browser(opened, THEIRS, role=each) for each in Role}
        sent = opened.client(organisation=THEIRS).post(
            "/v1/letters", **upload(("van-hen.pdf", pdf("van hen")))
        )
        opened.read_all(reading_reader(room))
        yield World(opened, ours, strangers, sent.json["id"])


def routes(app: Flask) -> list[tuple[str, str]]:
    return [
        (method, rule.rule)
        for rule in app.url_map.iter_rules()
        for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"})
    ]


def ways(*who: Who | Scope) -> list[tuple[str, str]]:
    return [key for key, way in WAYS.items() if way.who in who]


def names_in(rule: str, way: Way) -> set[str]:
    """Return which objects of an organisation an address or its form names."""
    named = re.findall(r"<(?:\w+:)?(\w+)>", rule) + re.findall(
        r"{(\w+)}", " ".join([*way.path.values(), *map(str, way.form.values())])
    )
    return OBJECTS & set(named)


def address(rule: str, way: Way, ids: dict[str, str]) -> str:
    def value(found: re.Match[str]) -> str:
        return way.path.get(found[1], ids.get(found[1], "onbekend")).format(**ids)

    path = re.sub(r"<(?:\w+:)?(\w+)>", value, rule)
    return f"{path}?{way.query}" if way.query else path


def page_request(someone: Browser, key: tuple[str, str], ids: dict[str, str]) -> TestResponse:
    """Ask for a page with a request that is otherwise right."""
    (method, rule), way = key, WAYS[key]
    path = address(rule, way, ids)
    if method in SAFE:
        return someone.client.open(path, method=method)
    token = someone.token()
    if way.is_upload:
        return someone.client.post(path, **upload(("b.pdf", pdf("b")), csrf=token))
    form = {name: str(value).format(**ids) for name, value in way.form.items()}
    return someone.client.post(path, data={"csrf": token, **form})


def api_request(
    client: FlaskClient, secret: str | None, key: tuple[str, str], ids: dict[str, str]
) -> TestResponse:
    (method, rule), way = key, WAYS[key]
    headers = {"Authorization": f"Bearer {secret}"} if secret else {}
    rest: dict[str, object] = {}
    if way.is_upload:
        rest = upload(("b.pdf", pdf("b")))
    elif way.form:
        rest = {"json": dict(way.form)}
    return client.open(address(rule, way, ids), method=method, headers=headers, **rest)  # type: ignore[arg-type]


PAGES = ways(Who.MAILROOM, Who.BEHEERDER)
CALLS = ways(*Scope)
ADMINISTRATION = ways(Who.BEHEERDER)
named = pytest.mark.parametrize


def test_every_address_says_who_may_use_it(world: World) -> None:
    found = set(routes(world.office.app))
    assert found - set(WAYS) == set(), "say in tests/ways.py who may use it"
    assert set(WAYS) - found == set(), "no such address any more"


@named("key", PAGES, ids=" ".join)
def test_a_page_is_there_for_who_may(world: World, key: tuple[str, str]) -> None:
    """Otherwise what follows would prove nothing."""
    own = world.ours.beheerder if WAYS[key].who is Who.BEHEERDER else world.ours.mailroom
    with undone(world.office):
        answer = page_request(own, key, world.ours.ids)
    assert answer.status_code not in {401, 403, 404}, answer.text
    if answer.status_code == 302:
        assert not answer.location.startswith("/inloggen")


@named("key", CALLS, ids=" ".join)
def test_a_call_works_with_its_scope(world: World, key: tuple[str, str]) -> None:
    scope = WAYS[key].who
    assert isinstance(scope, Scope)
    with undone(world.office):
        client = world.office.client(scope)
        answer = api_request(client.client, client.secret, key, world.ours.ids)
    assert answer.status_code < 300, answer.text


@named("key", PAGES, ids=" ".join)
def test_nobody_gets_a_page(world: World, key: tuple[str, str]) -> None:
    visitor = world.office.app.test_client()
    found = re.search(r'name="csrf" value="([0-9a-f]+)"', visitor.get("/inloggen").text)
    assert found is not None
    before = rows_of(world.office)
    somebody = _Visitor(visitor, found[1])
    answer = page_request(somebody, key, world.ours.ids)  # type: ignore[arg-type]
    assert answer.status_code in {302, 401, 403, 404}
    if answer.status_code == 302:
        assert answer.location.startswith("/inloggen?")
    assert rows_of(world.office) == before


def test_asking_for_the_head_alone_gives_nobody_more(world: World) -> None:
    visitor, before = world.office.app.test_client(), rows_of(world.office)
    for method, rule in (*PAGES, *CALLS):
        if method == "GET":
            path = address(rule, WAYS[method, rule], world.ours.ids)
            head = visitor.head(path)
            assert head.status_code == visitor.get(path).status_code != 200, rule
            assert head.data == b"", rule
    assert rows_of(world.office) == before


def test_asking_for_the_options_tells_the_methods_alone(world: World) -> None:
    visitor, before = world.office.app.test_client(), rows_of(world.office)
    for method, rule in (*PAGES, *CALLS):
        answer = visitor.options(address(rule, WAYS[method, rule], world.ours.ids))
        assert answer.status_code in {200, 302, 401, 403, 405}, rule
        assert "Access-Control-Allow-Origin" not in answer.headers, rule
        if answer.status_code == 200:
            assert answer.data == b"", rule
            assert method in answer.headers["Allow"], rule
    assert rows_of(world.office) == before


@named("method", ["PUT", "TRACE", "CONNECT", "PROPFIND", "VERZIN"])
def test_other_methods_are_refused_to_everyone(world: World, method: str) -> None:
    for _, rule in CALLS:
        client = world.office.client()
        path = address(rule, next(WAYS[key] for key in CALLS if key[1] == rule), world.ours.ids)
        headers = {"Authorization": f"Bearer {client.secret}"}
        answer = client.client.open(path, method=method, headers=headers)
        assert answer.status_code == 405, (method, rule)


@dataclass
class _Visitor:
    """A browser that was given a form before logging in."""

    client: FlaskClient
    held: str

    def token(self) -> str:
        return self.held


@named("key", CALLS, ids=" ".join)
def test_nobody_gets_an_answer_of_the_api(world: World, key: tuple[str, str]) -> None:
    before = rows_of(world.office)
    for secret in (None, "pk_onbekend"):
        answer = api_request(world.office.app.test_client(), secret, key, world.ours.ids)
        assert (answer.status_code, answer.json["code"]) == (401, "geen_sleutel")
    # a browser sends its cookies by itself: they open nothing here
    answer = api_request(world.ours.beheerder.client, None, key, world.ours.ids)
    assert answer.status_code == 401
    assert rows_of(world.office) == before


@named("key", CALLS, ids=" ".join)
def test_a_key_without_the_scope_may_not(world: World, key: tuple[str, str]) -> None:
    others = [each for each in Scope if each is not WAYS[key].who]
    client = world.office.client(*others)
    before = rows_of(world.office)
    answer = api_request(client.client, client.secret, key, world.ours.ids)
    assert (answer.status_code, answer.json["code"]) == (403, "mag_niet")
    assert rows_of(world.office) == before


@named("key", [each for each in PAGES if each[0] == "GET"], ids=" ".join)
def test_a_key_opens_no_page(world: World, key: tuple[str, str]) -> None:
    secret = world.office.client().secret
    answer = world.office.app.test_client().get(
        address(key[1], WAYS[key], world.ours.ids), headers={"Authorization": f"Bearer {secret}"}
    )
    assert answer.status_code == 302


@named("role", [Role.MAILROOM, Role.JURIST])
@named("key", ADMINISTRATION, ids=" ".join)
def test_only_administrators_administer(world: World, key: tuple[str, str], role: Role) -> None:
    person = world.ours.people()[role]
    before = rows_of(world.office)
    assert page_request(person, key, world.ours.ids).status_code == 403
    assert rows_of(world.office) == before


@named("key", [each for each in CALLS if names_in(each[1], WAYS[each])], ids=" ".join)
def test_a_key_of_another_organisation_finds_nothing(world: World, key: tuple[str, str]) -> None:
    stranger = world.office.client(organisation=THEIRS)
    before = rows_of(world.office)
    answer = api_request(stranger.client, stranger.secret, key, world.ours.ids)
    assert (answer.status_code, answer.json["code"]) == (404, "niet_gevonden")
    assert rows_of(world.office) == before


@named("key", [each for each in PAGES if names_in(each[1], WAYS[each])], ids=" ".join)
def test_people_of_another_organisation_find_nothing(world: World, key: tuple[str, str]) -> None:
    before = rows_of(world.office)
    for role, person in world.strangers.items():
        if WAYS[key].who is Who.BEHEERDER and role is not Role.BEHEERDER:
            continue
        answer = page_request(person, key, world.ours.ids)
        if key[1] == "/lijst/afgehandeld":  # a list of letters: those of others are not in it
            assert answer.status_code in {303, 404}
        else:
            assert answer.status_code == 404, role
        assert rows_of(world.office) == before


@named(
    "key",
    [each for each in PAGES if names_in(each[1], WAYS[each]) & BELOW],
    ids=" ".join,
)
def test_nothing_of_others_is_found_below_a_letter_of_ones_own(
    world: World, key: tuple[str, str]
) -> None:
    before = rows_of(world.office)
    ids = world.ours.ids | {"letter_id": world.stranger_letter}
    for person in world.strangers.values():
        assert page_request(person, key, ids).status_code == 404
        assert rows_of(world.office) == before


@named("key", [each for each in PAGES if names_in(each[1], WAYS[each]) & BELOW], ids=" ".join)
def test_what_hangs_below_a_letter_is_not_found_below_another(
    world: World, key: tuple[str, str]
) -> None:
    """The address would otherwise say one letter and show another."""
    ids = world.ours.ids | {"letter_id": world.ours.ids["dead"]}
    before = rows_of(world.office)
    assert page_request(world.ours.mailroom, key, ids).status_code == 404
    assert rows_of(world.office) == before


@named(
    "key",
    [each for each in (*PAGES, *CALLS) if each[0] == "GET" and not names_in(each[1], WAYS[each])],
    ids=" ".join,
)
def test_no_list_tells_of_another_organisation(world: World, key: tuple[str, str]) -> None:
    if key in CALLS:
        stranger = world.office.client(organisation=THEIRS)
        said = api_request(stranger.client, stranger.secret, key, world.ours.ids).text
    else:
        said = page_request(world.strangers[Role.BEHEERDER], key, world.ours.ids).text
    secret = {name: value for name, value in world.ours.ids.items() if name != "alert_id"}
    assert [name for name, value in secret.items() if value in said] == []
