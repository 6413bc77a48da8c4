"""What people and other systems do is written down: by whom, what, to what, in which trace."""

from collections.abc import Callable

import pytest

from service.records.audit import ActorKind, AuditQuery, AuditRow, Done
from service.records.people import Role
from service.usecases.accounts import Person, WrongLoginError, accept_invitation, invite, log_in
from tests.posts import OURS
from tests.web import Browser, KeyClient, Office, browser, reading_reader, upload
from tests.zips import pdf

TRACE = ("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331")


@pytest.fixture
def clerk(our_office: Office) -> Browser:
    return browser(our_office)


@pytest.fixture
def letter_id(our_office: Office) -> str:
    sent = our_office.client().post("/v1/letters", **upload(("a.pdf", pdf()))).json
    our_office.read_all(reading_reader(our_office.room))
    return str(sent["id"])


def rows(office: Office, act: Done) -> tuple[AuditRow, ...]:
    with office.room.store.reading() as transaction:
        return transaction.audit.list(AuditQuery(act=act))


Deed = Callable[[Browser, str], object]
DEEDS: dict[Done, Deed] = {
    Done.LETTER_SEEN: lambda clerk, each: clerk.get(f"/brieven/{each}"),
    Done.PAGE_SEEN: lambda clerk, each: clerk.get(f"/brieven/{each}/bladzijden/1.png"),
    Done.ORIGINAL_FETCHED: lambda clerk, each: clerk.get(f"/brieven/{each}/origineel"),
    Done.DOSSIER_SEEN: lambda clerk, each: clerk.get(f"/brieven/{each}/dossier"),
    Done.BSN_SHOWN: lambda clerk, each: clerk.post(f"/brieven/{each}/bsn"),
    Done.CORRECTED: lambda clerk, each: clerk.post(
        f"/brieven/{each}/elementen/datum", doe="ontbreekt"
    ),
    Done.RECEIPT_CHANGED: lambda clerk, each: clerk.post(
        f"/brieven/{each}/ontvangst", ontvangen="2026-11-20"
    ),
    Done.HANDLED: lambda clerk, each: clerk.post(f"/brieven/{each}/afgehandeld", doe="klaar"),
    Done.REOPENED: lambda clerk, each: clerk.post("/lijst/afgehandeld", brief=each, doe="open"),
}


@pytest.mark.parametrize("act", DEEDS)
def test_what_a_person_does_with_a_letter(
    our_office: Office, clerk: Browser, letter_id: str, act: Done
) -> None:
    DEEDS[act](clerk, letter_id)
    (row,) = rows(our_office, act)
    assert (row.deed.by.kind, row.deed.by.id) == (ActorKind.ACCOUNT, clerk.account.id)
    assert (row.deed.about_id, row.deed.organisation_id) == (letter_id, OURS.id)


def test_pages_of_a_letter_that_is_open_are_no_rows_of_their_own(
    our_office: Office, clerk: Browser, letter_id: str
) -> None:
    clerk.get(f"/brieven/{letter_id}")
    clerk.get(f"/brieven/{letter_id}/bladzijden/1.png")
    assert rows(our_office, Done.PAGE_SEEN) == ()


def test_what_was_taken_back(our_office: Office, clerk: Browser, letter_id: str) -> None:
    clerk.post(f"/brieven/{letter_id}/elementen/datum", doe="ontbreekt")
    with our_office.room.store.reading() as transaction:
        (correction,) = transaction.corrections.of(letter_id)
    clerk.post(f"/brieven/{letter_id}/ongedaan/{correction.id}")
    (row,) = rows(our_office, Done.UNDONE)
    assert row.deed.details["vastlegging"] == correction.id


@pytest.mark.parametrize(
    ("act", "method", "path"),
    [
        (Done.REPORT_READ, "GET", "/v1/letters/{id}/report"),
        (Done.ORIGINAL_FETCHED, "GET", "/v1/letters/{id}/original"),
        (Done.PAGE_SEEN, "GET", "/v1/letters/{id}/pages/1.png"),
        (Done.DESTROYED, "DELETE", "/v1/letters/{id}"),
    ],
)
def test_what_another_system_does_with_a_letter(
    our_office: Office, letter_id: str, *, act: Done, method: str, path: str
) -> None:
    client = our_office.client()
    headers = {"traceparent": f"00-{TRACE[0]}-{TRACE[1]}-01"}
    answer = client.open(path.format(id=letter_id), method, headers=headers)
    assert answer.status_code < 300
    (row,) = rows(our_office, act)
    assert (row.deed.by.kind, row.deed.about_id) == (ActorKind.KEY, letter_id)
    assert row.deed.by.trace == "-".join(TRACE)


def test_every_report_of_a_delivery_is_a_row(our_office: Office) -> None:
    client: KeyClient = our_office.client()
    sent = client.post("/v1/batches", **upload(("a.pdf", pdf("a")), ("b.pdf", pdf("b")))).json
    our_office.read_all()
    client.get(f"/v1/batches/{sent['id']}/reports")
    found = {row.deed.about_id for row in rows(our_office, Done.REPORT_READ)}
    assert found == {each["id"] for each in sent["letters"]}


def test_keys_are_written_down_with_what_they_may(our_office: Office) -> None:
    client = our_office.client()
    made = client.post("/v1/keys", json={"name": "van ons", "scopes": ["read"]}).json
    client.delete(f"/v1/keys/{made['id']}")
    assert rows(our_office, Done.KEY_ADDED)[0].deed.details == {"mag": "read"}
    assert [row.deed.about_id for row in rows(our_office, Done.KEY_ENDED)] == [made["id"]]


def test_logins_are_written_down_also_those_that_fail(our_office: Office) -> None:
    desk = our_office.parts.accounts
    secret = invite(OURS.id, Role.MAILROOM, desk=desk)
    person = Person("A. de Wit", "a@voorbeeld.nl", "vier losse woorden hier")
    account = accept_invitation(secret, person, desk=desk)
    for email in (person.email, "wie@voorbeeld.nl"):
        with pytest.raises(WrongLoginError):
            log_in(email, "fout wachtwoord", place="10.0.0.1", desk=desk)
    log_in(person.email, person.password, place="10.0.0.1", desk=desk)
    unknown, failed = rows(our_office, Done.LOGIN_FAILED)
    assert (unknown.deed.about_id, failed.deed.about_id) == ("", account.id)
    assert failed.deed.details == {"plaats": "10.0.0.1"}
    assert rows(our_office, Done.LOGGED_IN)[0].deed.about_id == account.id
    assert [row.deed.about_id for row in rows(our_office, Done.ACCOUNT_ADDED)] == [account.id]


def test_what_is_looked_for_is_not_written_down(our_office: Office, clerk: Browser) -> None:
    clerk.post("/zoeken", woorden="999990019")
    clerk.post("/zoeken", woorden="Jansen")
    found = [dict(row.deed.details) for row in rows(our_office, Done.SEARCHED)]
    assert found == [{"soort": "woorden"}, {"soort": "bsn"}]


def test_the_chain_is_whole_after_all_of_it(
    our_office: Office, clerk: Browser, letter_id: str
) -> None:
    for deed in DEEDS.values():
        deed(clerk, letter_id)
    with our_office.room.store.reading() as transaction:
        checked = transaction.audit.check()
    assert checked.broken is None
    assert checked.head.seq >= len(DEEDS)
