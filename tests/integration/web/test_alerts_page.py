"""Administrators see what they must know, and nobody else does."""

import pytest

from service.records.letters import Organisation
from service.records.people import Account, Role
from service.usecases.accounts import begin_session
from tests.posts import OURS, THEIRS
from tests.web import Browser, Office


def alert(office: Office, organisation: Organisation = OURS) -> None:
    with office.room.store.working() as transaction:
        transaction.alerts.add(
            "kanaal_weg",
            about="kanaal-1",
            organisation_id=organisation.id,
            now=office.room.clock.now(),
        )


def logged_in(office: Office, role: Role) -> Browser:
    desk = office.parts.accounts
    now = desk.clock.now()
    account = Account(desk.new_id(), OURS.id, f"{role}@example.org", "An", role, now)
    with desk.store.working() as transaction:
        transaction.accounts.add(account)
    client = office.app.test_client()
    client.set_cookie("postkamer-sessie", begin_session(account, desk=desk))
    return Browser(client, account)


def test_an_administrator_is_told_on_every_page_until_it_is_done(our_office: Office) -> None:
    alert(our_office)
    browser = logged_in(our_office, Role.BEHEERDER)
    assert "Er is 1 melding" in browser.get("/").text
    shown = browser.get("/meldingen").text
    assert "kanaal is uitgezet" in shown
    assert browser.post("/meldingen/1/afgedaan").status_code == 303
    assert "Er zijn geen meldingen" in browser.get("/meldingen").text
    assert "melding" not in browser.get("/").text


@pytest.mark.parametrize("role", [Role.MAILROOM, Role.JURIST])
def test_others_see_nothing_of_it(our_office: Office, role: Role) -> None:
    alert(our_office)
    browser = logged_in(our_office, role)
    assert "1 melding" not in browser.get("/").text
    assert browser.get("/meldingen").status_code == 403


def test_alerts_of_another_organisation_are_nobodys_business(our_office: Office) -> None:
    alert(our_office, THEIRS)
    browser = logged_in(our_office, Role.BEHEERDER)
    assert "kanaal is uitgezet" not in browser.get("/meldingen").text
    assert browser.post("/meldingen/1/afgedaan").status_code == 404
