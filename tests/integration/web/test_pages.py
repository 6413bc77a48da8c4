"""The pages to log in and out and to make an account; who may see what, and forms of others."""

import re
from dataclasses import replace

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from service.records.people import Role
from service.usecases.accounts import first_invitation, invite
from service.web import sessions
from service.web.api.operations import OPERATIONS
from service.web.texts import PROBLEMS
from tests.posts import OURS
from tests.web import Office

PASSWORD = "vier losse woorden hier"  # noqa: S105 - of a test


@pytest.fixture
def browser(our_office: Office) -> FlaskClient:
    return our_office.app.test_client()


@pytest.fixture
def link(our_office: Office) -> str:
    """Return the link for the first administrator."""
    return f"/uitnodiging/{first_invitation(OURS, desk=our_office.parts.accounts)}"


def token(page: TestResponse) -> str:
    found = re.search(r'name="csrf" value="(\w+)"', page.text)
    assert found is not None
    return found[1]


def fill_in(browser: FlaskClient, path: str, **fields: str) -> TestResponse:
    """Open a page and send its form."""
    fields.setdefault("csrf", token(browser.get(path)))
    return browser.post(path.partition("?")[0], data=fields)


def make_account(browser: FlaskClient, link: str) -> TestResponse:
    person = {"name": "A. Beheer", "email": "a@voorbeeld.nl", "password": PASSWORD}
    return fill_in(browser, link, **person)


def test_an_invitation_makes_an_account_and_logs_in(browser: FlaskClient, link: str) -> None:
    answer = make_account(browser, link)
    assert (answer.status_code, answer.headers["Location"]) == (303, "/")
    start = browser.get("/")
    assert "A. Beheer" in start.text
    assert "beheerder" in start.text
    assert browser.get(link).status_code == 404


def test_someone_logs_in_and_comes_where_they_were_going(
    our_office: Office, browser: FlaskClient, link: str
) -> None:
    make_account(browser, link)
    other = our_office.app.test_client()
    sent_on = other.get("/")
    assert sent_on.headers["Location"] == "/inloggen?verder=%2F"
    fields = {"email": "A@voorbeeld.nl", "password": PASSWORD, "verder": "/v1/docs"}
    answer = fill_in(other, "/inloggen", **fields)
    assert (answer.status_code, answer.headers["Location"]) == (303, "/v1/docs")
    assert other.get("/").status_code == 200


@pytest.mark.parametrize(
    "place", ["//kwaad.nl", "https://kwaad.nl", "/\\kwaad.nl", "/a\nb", "kwaad"]
)
def test_nobody_is_sent_to_another_site(browser: FlaskClient, link: str, place: str) -> None:
    make_account(browser, link)
    browser.post("/uitloggen", data={"csrf": token(browser.get("/"))})
    fields = {"email": "a@voorbeeld.nl", "password": PASSWORD, "verder": place}
    assert fill_in(browser, "/inloggen", **fields).headers["Location"] == "/"


def test_a_wrong_password_says_what_to_do_and_not_which_is_wrong(
    browser: FlaskClient, link: str
) -> None:
    make_account(browser, link)
    browser.post("/uitloggen", data={"csrf": token(browser.get("/"))})
    pages = [
        fill_in(browser, "/inloggen", email=email, password="verkeerd wachtwoord")  # noqa: S106
        for email in ("a@voorbeeld.nl", "niemand@voorbeeld.nl")
    ]
    errors = [re.search(r'role="alert">(.*?)</div>', page.text, re.S) for page in pages]
    assert errors[0] and errors[1]  # noqa: PT018 - both are there
    assert errors[0][1] == errors[1][1]
    assert "verkeerd wachtwoord" not in pages[0].text
    assert browser.get("/").status_code == 302


def test_guessing_is_stopped_with_a_time_to_come_back(browser: FlaskClient) -> None:
    for _ in range(10):
        fill_in(browser, "/inloggen", email="a@voorbeeld.nl", password="mis")  # noqa: S106
    page = fill_in(browser, "/inloggen", email="a@voorbeeld.nl", password="mis")  # noqa: S106
    assert page.status_code == 429
    assert int(page.headers["Retry-After"]) > 0


def test_logging_out_forgets_the_session(browser: FlaskClient, link: str) -> None:
    make_account(browser, link)
    answer = browser.post("/uitloggen", data={"csrf": token(browser.get("/"))})
    assert answer.headers["Location"] == "/inloggen"
    assert browser.get("/").status_code == 302


def test_logging_out_is_not_a_link(browser: FlaskClient) -> None:
    assert browser.get("/uitloggen").status_code == 405


def test_everything_that_is_wrong_is_said_at_once_and_kept_but_the_password(
    browser: FlaskClient, link: str
) -> None:
    page = fill_in(browser, link, name="", email="geen adres", password=PASSWORD)
    assert page.status_code == 400
    assert page.text.count("utrecht-form-field-error-message") == 2
    assert 'value="geen adres"' in page.text
    assert PASSWORD not in page.text


@pytest.mark.parametrize("sent", [None, "", "0" * 64])
def test_a_form_of_another_site_is_refused(
    browser: FlaskClient, link: str, sent: str | None
) -> None:
    browser.get(link)
    fields = {"name": "A", "email": "a@voorbeeld.nl", "password": PASSWORD, "csrf": sent}
    answer = browser.post(
        link, data={key: value for key, value in fields.items() if value is not None}
    )
    assert answer.status_code == 403
    assert "verlopen" in answer.text


def test_the_token_of_another_browser_is_refused(our_office: Office, link: str) -> None:
    one, other = our_office.app.test_client(), our_office.app.test_client()
    other.get(link)
    person = {"name": "A", "email": "a@voorbeeld.nl", "password": PASSWORD}
    assert fill_in(other, link, csrf=token(one.get(link)), **person).status_code == 403


def test_a_token_from_before_logging_in_is_refused_after_it(
    browser: FlaskClient, link: str
) -> None:
    before = token(browser.get(link))
    make_account(browser, link)
    assert browser.post("/uitloggen", data={"csrf": before}).status_code == 403


def test_cookies_are_out_of_reach_of_scripts_and_other_sites(our_office: Office, link: str) -> None:
    site = type(our_office.parts.site)(
        url="https://post.example.org",
        contact=our_office.parts.site.contact,
        secret=our_office.parts.site.secret,
    )
    browser = our_office.with_parts(site=site).app.test_client()
    answer = fill_in_over_tls(browser, link)
    cookies = answer.headers.getlist("Set-Cookie")
    session = next(each for each in cookies if "postkamer-sessie" in each)
    assert session.startswith("__Host-")
    assert {"Secure", "HttpOnly", "SameSite=Lax", "Path=/"} <= set(session.split("; "))
    assert "Domain" not in session


def fill_in_over_tls(browser: FlaskClient, link: str) -> TestResponse:
    base = "https://post.example.org"
    person = {"name": "A", "email": "a@voorbeeld.nl", "password": PASSWORD}
    form = token(browser.get(link, base_url=base))
    return browser.post(link, data={**person, "csrf": form}, base_url=base)


def test_a_role_sees_what_is_for_it_and_for_those_below(our_office: Office) -> None:
    for number, role in enumerate(Role):
        app = our_office.with_parts().app
        app.add_url_rule("/jurist", view_func=sessions.requires(Role.JURIST)(lambda: "ja"))  # type: ignore[arg-type, return-value]
        browser = app.test_client()
        link = f"/uitnodiging/{invite(OURS.id, role, desk=our_office.parts.accounts)}"
        person = {"name": "A", "email": f"{number}@voorbeeld.nl", "password": PASSWORD}
        fill_in(browser, link, **person)
        expected = 403 if role is Role.MAILROOM else 200
        assert browser.get("/jurist").status_code == expected


@pytest.mark.parametrize("path", ["/inloggen", "/nergens", "/v1/docs"])
def test_pages_have_no_script_and_no_style_of_others(browser: FlaskClient, path: str) -> None:
    page = browser.get(path)
    policy = page.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "<script" not in page.text
    assert "style=" not in page.text
    assert not re.search(r'(src|href)="(https?:)?//(?!localhost|example\.org|postkamer)', page.text)


@pytest.mark.parametrize("path", ["/inloggen", "/nergens", "/v1/docs"])
def test_pages_say_their_language_title_and_have_one_heading(
    browser: FlaskClient, path: str
) -> None:
    text = browser.get(path).text
    assert '<html lang="nl">' in text
    assert re.search(r"<title>[^<]+</title>", text)
    assert len(re.findall(r"<h1\b", text)) == 1
    labels = set(re.findall(r'<label for="(\w+)"', text))
    inputs = set(re.findall(r'<input id="(\w+)"', text))
    assert inputs <= labels


def test_the_style_is_our_own(browser: FlaskClient) -> None:
    style = browser.get("/static/postkamer.css")
    assert (style.status_code, style.mimetype) == (200, "text/css")
    assert "url(" not in style.text
    style.close()


def test_the_docs_name_every_operation_and_problem(browser: FlaskClient) -> None:
    text = browser.get("/v1/docs").text
    assert not [each.id for each in OPERATIONS if f'id="{each.id}"' not in text]
    assert not [code for code in PROBLEMS if f'id="{code}"' not in text]
    ids = re.findall(r' id="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    links = re.findall(r'href="#([^"]+)"', text)
    assert set(links) <= set(ids)


@pytest.mark.parametrize(("proxies", "is_believed"), [(0, False), (1, True)])
def test_only_a_proxy_that_is_known_is_believed(
    our_office: Office, proxies: int, *, is_believed: bool
) -> None:
    site = replace(our_office.parts.site, trusted_proxies=proxies)
    browser = our_office.with_parts(site=site).app.test_client()
    page = browser.get("/inloggen", headers={"X-Forwarded-Proto": "https"})
    (cookie,) = page.headers.getlist("Set-Cookie")
    assert ("Secure" in cookie) is is_believed
