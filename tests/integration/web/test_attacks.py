"""What attackers try on every website: elsewhere, headers, paths, sessions, names, XML."""

import re
from dataclasses import replace
from urllib.parse import quote, urlsplit

import pytest
from werkzeug.test import TestResponse

from service.adapters.passwords import Argon2Passwords
from service.records.people import Role
from tests.web import CHEAP, Browser, Office, browser, reading_reader, upload
from tests.zips import make_zip, pdf

ELSEWHERE = (
    "//kwaad.example",
    "https://kwaad.example",
    "/\\kwaad.example",
    "\\\\kwaad.example",
    "\t//kwaad.example",
    "javascript:alert(1)",
    "/\r\nX-Kwaad: ja",
    "%0d%0aX-Kwaad:%20ja",
    "groep=open\r\nX-Kwaad: ja",
)
NAMES = (
    "a\r\nX-Kwaad: ja.pdf",
    'a"; filename="b.exe',
    "../../../kwaad.pdf",
    "/srv/kwaad.pdf",
    "é\x00.pdf",
)
PASSWORD = "een lange zin als wachtwoord"  # noqa: S105 - of an account that lives for one test
COOKIE = "postkamer-sessie"


@pytest.fixture
def clerk(our_office: Office) -> Browser:
    return browser(our_office)


def is_safe(answer: TestResponse) -> bool:
    """Tell whether an answer stays here and has no header that somebody else wrote."""
    place = urlsplit(answer.headers.get("Location", "/"))
    stays = not place.netloc and not place.scheme and place.path.startswith("/")
    lines = [line for name, value in answer.headers for line in (name, value)]
    return (
        stays
        and "X-Kwaad" not in answer.headers
        and not any(set("\r\n") & set(each) for each in lines)
    )


@pytest.mark.parametrize("place", ELSEWHERE)
def test_no_form_and_no_address_sends_anyone_elsewhere(
    our_office: Office, clerk: Browser, place: str
) -> None:
    clerk.send(("brief.pdf", pdf()))
    (sent,) = our_office.waiting()
    our_office.read_all(reading_reader(our_office.room))
    written = quote(place)
    answers = (
        clerk.post("/lijst/afgehandeld", brief=sent, terug=place),
        clerk.post("/zoeken", woorden="x", groep=place, terug=place),
        clerk.post(f"/brieven/{sent}/afgehandeld?lijst={written}", doe="open"),
        clerk.post(f"/brieven/{sent}/concepten?lijst={written}", soort="ontvangstbevestiging"),
        clerk.get(f"/brieven/{sent}/volgende?lijst={written}"),
        clerk.get(f"/?groep={written}&gedaan={written}"),
    )
    assert [each.status_code for each in answers if each.status_code >= 500] == []
    assert all(map(is_safe, answers)), [each.headers.get("Location") for each in answers]


@pytest.mark.parametrize("name", NAMES)
def test_the_name_of_a_file_writes_no_header_and_no_path(
    our_office: Office, clerk: Browser, name: str
) -> None:
    before = {each for each in our_office.folder.rglob("*") if each.is_dir()}
    archive = make_zip({"gewoon.pdf": pdf("z")})
    clerk.send((name, pdf()), ("post.zip", archive))
    for sent in our_office.waiting():
        answer = clerk.get(f"/brieven/{sent}/origineel")
        assert answer.status_code == 200
        assert is_safe(answer)
        assert answer.headers["Content-Disposition"].startswith("attachment")
        assert "/" not in answer.headers["Content-Disposition"]
    made = {each for each in our_office.folder.rglob("*") if each.is_dir()} - before
    assert not [each for each in made if "kwaad" in str(each)]
    assert not list(our_office.folder.parent.rglob("kwaad.pdf"))


@pytest.mark.parametrize(
    "path",
    [
        "/static/../app.py",
        "/static/..%2fapp.py",
        "/static/%2e%2e/app.py",
        "/static//etc/passwd",
        "/static/....//app.py",
        "/static/thema.css%00.py",
        "/v1/letters/..%2f..%2fbeheer",
        "/beheer/profielen/..%2f..%2f..%2fpyproject.toml",
        "/beheer/profielen/%2e%2e%2fsettings.toml",
        "/beheer/vernietigen/..%2f..%2fa.csv",
    ],
)
def test_no_path_leads_outside(our_office: Office, path: str) -> None:
    someone = browser(our_office, role=Role.BEHEERDER)
    answer = someone.get(path)
    assert answer.status_code in {401, 404}
    assert "create_app" not in answer.text
    assert "root:" not in answer.text


def test_a_session_that_somebody_planted_is_not_the_one_after_logging_in(
    our_office: Office, clerk: Browser
) -> None:
    with our_office.room.store.working() as transaction:
        transaction.accounts.set_password(clerk.account.id, Argon2Passwords(CHEAP).hash(PASSWORD))
    visitor = our_office.app.test_client()
    visitor.set_cookie(COOKIE, "geplant")
    found = re.search(r'name="csrf" value="([0-9a-f]+)"', visitor.get("/inloggen").text)
    assert found is not None
    form = {"email": clerk.account.email, "password": PASSWORD, "csrf": found[1]}
    assert visitor.post("/inloggen", data=form).status_code == 303
    assert visitor.get("/").status_code == 200
    kept = visitor.get_cookie(COOKIE)
    assert kept is not None
    assert kept.value != "geplant"


def test_a_session_that_ended_opens_nothing_though_its_cookie_comes_back(
    our_office: Office, clerk: Browser
) -> None:
    kept = clerk.client.get_cookie(COOKIE)
    assert kept is not None
    assert clerk.post("/uitloggen").status_code == 303
    clerk.client.set_cookie(COOKIE, kept.value)
    assert clerk.get("/").status_code == 302


@pytest.mark.parametrize(("url", "is_https"), [("https://post.example", True), ("http://x", False)])
def test_over_tls_cookies_are_for_this_very_site_alone(
    our_office: Office, url: str, is_https: bool
) -> None:
    site = replace(our_office.parts.site, url=url)
    office = our_office.with_parts(site=site)
    answer = office.app.test_client().get("/inloggen")
    cookie = answer.headers["Set-Cookie"]
    assert cookie.startswith("__Host-") is is_https
    assert ("Secure" in cookie) is is_https
    assert ("HttpOnly" in cookie, "SameSite=Lax" in cookie) == (True, True)
    assert answer.headers["Strict-Transport-Security"].startswith("max-age=31536000")


BOMB = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "' + "&a;" * 50 + '">'
    '<!ENTITY c "' + "&b;" * 50 + '"><!ENTITY f SYSTEM "file:///etc/passwd">]><x>&f;&c;</x>'
).encode()


@pytest.mark.parametrize("kind", ["application/xml", "text/xml", "image/svg+xml"])
def test_xml_is_nowhere_read(our_office: Office, kind: str) -> None:
    client = our_office.client()
    for path in ("/v1/batches", "/v1/keys", "/v1/channels"):
        answer = client.post(path, data=BOMB, content_type=kind)
        assert answer.status_code == 415
        assert "root:" not in answer.text
    refused = client.post("/v1/batches", **upload(("a.xml", BOMB), ("b.svg", BOMB)))
    assert refused.status_code in {400, 422, 202}
    assert (refused.json.get("letters") or []) == []
