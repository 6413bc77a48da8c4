"""What holds for every address of the pages, found in the map of addresses itself."""

import re
from uuid import UUID

import pytest
from flask import Flask
from werkzeug.routing import Rule

from service.records.audit import AuditQuery, Done
from service.usecases.accounts import begin_session
from service.usecases.own_sessions import handle_of
from tests.posts import OURS, THEIRS
from tests.web import Browser, Office, browser, upload

VALUES = {
    "letter_id": UUID(int=1),
    "other_id": UUID(int=2),
    "sent_id": UUID(int=3),
    "concept_id": UUID(int=4),
    "alert_id": 1,
    "about": "datum",
    "correction_id": "geen",
    "number": 1,
    "secret": "geen",
    "filename": "thema.css",
}
STREAMED = {"werklijst.send"}  # what reads files as they arrive
# without a session there is nobody to trick: who sends these forms logs in with them
BEFORE_LOGIN = {"/inloggen", "/uitnodiging/<secret>"}


def rules(app: Flask, method: str) -> list[Rule]:
    return [
        rule
        for rule in app.url_map.iter_rules()
        if method in (rule.methods or ()) and not rule.rule.startswith("/v1")
    ]


def address(app: Flask, rule: Rule) -> str:
    with app.test_request_context():
        built = app.url_map.bind("localhost").build(
            rule.endpoint, {name: VALUES.get(name, "x") for name in rule.arguments}
        )
    return str(built)


def form(rule: Rule, sent: dict[str, str]) -> dict[str, object]:
    """Return a form as the page of this address sends it."""
    if rule.endpoint in STREAMED:
        return upload(("a.pdf", b"%PDF-1.4"), **sent)
    return {"data": sent}


@pytest.fixture
def clerk(our_office: Office) -> Browser:
    return browser(our_office)


def test_no_form_is_taken_without_its_token(our_office: Office, clerk: Browser) -> None:
    posts = rules(our_office.app, "POST")
    assert len(posts) > 10
    for rule in posts:
        path = address(our_office.app, rule)
        for sent in ({}, {"csrf": ""}, {"csrf": "0" * 64}):
            answer = clerk.client.post(path, **form(rule, sent))
            assert answer.status_code == 403, rule.rule


def test_a_token_of_another_session_opens_no_form(our_office: Office, clerk: Browser) -> None:
    token = clerk.token()
    other = our_office.app.test_client()
    other.set_cookie(
        "postkamer-sessie", begin_session(clerk.account, desk=our_office.parts.accounts)
    )
    for rule in rules(our_office.app, "POST"):
        path = address(our_office.app, rule)
        answer = other.post(path, **form(rule, {"csrf": token}))
        assert answer.status_code == 403, rule.rule


def test_nothing_but_post_changes_anything(our_office: Office) -> None:
    for rule in our_office.app.url_map.iter_rules():
        if not rule.rule.startswith("/v1"):
            assert (rule.methods or set()) <= {"GET", "HEAD", "OPTIONS", "POST"}, rule.rule


@pytest.mark.parametrize("is_known", [True, False])
def test_every_answer_says_what_a_browser_may_do_with_it(
    our_office: Office, clerk: Browser, is_known: bool
) -> None:
    client = clerk.client if is_known else our_office.app.test_client()
    for rule in our_office.app.url_map.iter_rules():
        for method in sorted((rule.methods or set()) - {"OPTIONS"}):
            answer = client.open(address(our_office.app, rule), method=method)
            policy = answer.headers.get("Content-Security-Policy", "")
            assert policy.startswith("default-src 'none'"), rule.rule
            assert "frame-ancestors 'none'" in policy, rule.rule
            assert "unsafe" not in policy, rule.rule
            assert answer.headers["X-Content-Type-Options"] == "nosniff", rule.rule
            answer.close()


def test_every_page_but_those_before_it_asks_to_log_in(our_office: Office) -> None:
    stranger = our_office.app.test_client()
    public = {*BEFORE_LOGIN, "/static/<path:filename>", "/health", "/ready"}
    for rule in rules(our_office.app, "GET"):
        if rule.rule in public or rule.rule.startswith("/inloggen"):
            continue
        answer = stranger.get(address(our_office.app, rule))
        assert answer.status_code == 302, rule.rule
        assert answer.location.startswith("/inloggen"), rule.rule


def test_no_page_has_a_script_or_a_style_of_its_own(our_office: Office, clerk: Browser) -> None:
    for path in ("/", "/dossiers", "/termijn", "/sessies"):
        text = clerk.get(path).text
        assert re.findall(r"<script(?![^>]*src=)", text) == []
        assert re.findall(r"\son\w+=|\sstyle=|<style|javascript:", text) == []


def test_someone_sees_their_sessions_and_ends_another(our_office: Office, clerk: Browser) -> None:
    elsewhere = our_office.app.test_client()
    secret = begin_session(clerk.account, desk=our_office.parts.accounts)
    elsewhere.set_cookie("postkamer-sessie", secret)
    page = clerk.get("/sessies").text
    assert page.count("Ingelogd op") == 2
    assert secret not in page
    handle = re.search(r'name="sessie" value="([0-9a-f]{16})"', page)
    assert handle is not None
    assert clerk.post("/sessies", sessie=handle[1]).status_code == 303
    assert elsewhere.get("/").status_code == 302
    assert clerk.get("/").status_code == 200
    with our_office.room.store.reading() as transaction:
        (row,) = transaction.audit.list(AuditQuery(act=Done.SESSION_ENDED))
    assert (row.deed.by.id, row.deed.organisation_id) == (clerk.account.id, OURS.id)


def test_a_session_of_someone_else_cannot_be_ended(our_office: Office, clerk: Browser) -> None:
    stranger = browser(our_office, THEIRS)
    page = stranger.get("/sessies").text
    assert "Ingelogd op" in page
    with our_office.room.store.reading() as transaction:
        (theirs,) = transaction.sessions.of(stranger.account.id)
    assert clerk.post("/sessies", sessie=handle_of(theirs)).status_code == 404
    assert stranger.get("/").status_code == 200
    assert clerk.post("/sessies", sessie="0" * 16).status_code == 404
    assert clerk.get("/").status_code == 200


def test_all_other_sessions_end_at_once(our_office: Office, clerk: Browser) -> None:
    others = [our_office.app.test_client() for _ in range(2)]
    for each in others:
        secret = begin_session(clerk.account, desk=our_office.parts.accounts)
        each.set_cookie("postkamer-sessie", secret)
    clerk.post("/sessies", sessie="andere")
    assert [each.get("/").status_code for each in others] == [302, 302]
    assert clerk.get("/sessies").text.count("Ingelogd op") == 1
