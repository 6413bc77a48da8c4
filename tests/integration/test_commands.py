"""The commands for keys, organisations and people, over a data folder of their own."""

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from service.bootstrap.web import account_desk, first_link, key_desk, ready_store
from service.cli.app import app
from service.ports.errors import NotFoundError
from service.records.audit import OPERATOR, AuditQuery, Done
from service.records.people import Role, Scope
from service.settings import Settings
from service.usecases.accounts import (
    Person,
    WrongLoginError,
    accept_invitation,
    begin_session,
    find_invitation,
    log_in,
    whose_session,
)
from service.usecases.errors import UsageError
from service.usecases.keys import check_key


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setenv("POSTKAMER_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("POSTKAMER_PUBLIC_URL", "https://post.example.org/")
    return Settings(data=tmp_path / "data", public_url="https://post.example.org/")


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(app, arguments)
    if isinstance(result.exception, UsageError):
        raise result.exception
    assert result.exit_code == 0, result.output
    return result


def test_a_key_is_made_listed_and_taken_back(settings: Settings) -> None:
    made = run("key", "create", "Zaaksysteem", "--scope", "read", "--days", "30")
    secret, key_id = made.stdout.strip(), re.findall(r"[0-9a-f-]{36}", made.stderr)[0]
    store = ready_store(settings)
    key = check_key(secret, desk=key_desk(settings, store))
    assert (key.id, key.scopes, key.name) == (key_id, {Scope.READ}, "Zaaksysteem")
    assert key.expires_at is not None
    listed = run("key", "list").stdout
    assert key_id in listed
    assert secret not in listed
    run("key", "revoke", key_id)
    assert "ingetrokken" in run("key", "list").stdout
    store.database.close()


@pytest.mark.usefixtures("settings")
def test_the_id_of_a_key_is_listed_whole_however_much_it_may() -> None:
    scopes = [part for scope in Scope for part in ("--scope", scope.value)]
    made = run("key", "create", "Zaaksysteem van de afdeling", *scopes, "--days", "30")
    (key_id,) = re.findall(r"[0-9a-f-]{36}", made.stderr)
    assert key_id in run("key", "list").stdout


def test_without_wishes_a_key_may_send_and_read(settings: Settings) -> None:
    secret = run("key", "create", "Scanner").stdout.strip()
    store = ready_store(settings)
    scopes = check_key(secret, desk=key_desk(settings, store)).scopes
    store.database.close()
    assert scopes == {Scope.UPLOAD, Scope.READ}


@pytest.mark.parametrize(
    "arguments",
    [
        ("key", "create", "x", "--organisation", "niemand"),
        ("key", "create", "x", "--replaces", "niets"),
        ("key", "revoke", "niets"),
        ("organisation", "add", "Geen Id", "Naam"),
        ("organisation", "add", "eigen", "Naam"),
        ("organisation", "four-eyes", "niemand", "aan"),
        ("invite", "--organisation", "niemand"),
        ("invite", "--email", "niemand@voorbeeld.nl"),
    ],
    ids=" ".join,
)
@pytest.mark.usefixtures("settings")
def test_what_cannot_be_done_says_what_to_do(arguments: tuple[str, ...]) -> None:
    with pytest.raises(UsageError, match=r"\. |zoals"):
        run(*arguments)


@pytest.mark.usefixtures("settings")
def test_an_organisation_is_added_and_listed() -> None:
    run("organisation", "add", "kantoor-b", "Kantoor B", "--profile", "ciz")
    listed = run("organisation", "list").stdout
    assert "kantoor-b" in listed
    assert "eigen" in listed


def test_another_pair_of_eyes_is_wished_and_unwished(settings: Settings) -> None:
    for switch in ("aan", "uit"):
        run("organisation", "four-eyes", "eigen", switch)
        store = ready_store(settings)
        with store.reading() as transaction:
            assert transaction.organisations.find("eigen").four_eyes is (switch == "aan")
        store.database.close()
    assert "uit" in run("organisation", "list").stdout


def test_the_help_says_in_dutch_what_each_role_may() -> None:
    shown = run("invite", "--help").stdout
    assert "is de postkamer" in shown
    assert "wat een jurist" in " ".join(shown.replace("│", " ").split())


def test_an_invitation_is_a_link_that_works(settings: Settings) -> None:
    url = run("invite", "--role", "jurist").stdout.strip()
    assert url.startswith("https://post.example.org/uitnodiging/")
    store = ready_store(settings)
    found, _ = find_invitation(url.rpartition("/")[2], desk=account_desk(store))
    store.database.close()
    assert found.role is Role.JURIST


def test_the_first_start_gives_a_link_for_an_administrator(settings: Settings) -> None:
    store = ready_store(settings)
    link = first_link(settings, store)
    assert link is not None
    found, account = find_invitation(link.rpartition("/")[2], desk=account_desk(store))
    store.database.close()
    assert (found.role, account) == (Role.BEHEERDER, None)


def test_a_folder_that_is_new_is_made_ready(settings: Settings) -> None:
    store = ready_store(settings)
    with store.reading() as transaction:
        assert [each.id for each in transaction.organisations.all()] == ["eigen"]
        with pytest.raises(NotFoundError):
            transaction.organisations.find("niemand")
    store.database.close()
    assert settings.data.stat().st_mode & 0o077 == 0


def test_an_account_is_closed_and_opened_again(settings: Settings) -> None:
    store = ready_store(settings)
    desk = account_desk(store)
    secret = (first_link(settings, store) or "").rpartition("/")[2]
    person = Person("An Voorbeeld", "an@example.org", "paard batterij nietje lamp")
    session = begin_session(accept_invitation(secret, person, desk=desk), desk=desk)
    assert whose_session(session, desk=desk) is not None
    run("account", "close", "AN@example.org")
    assert whose_session(session, desk=desk) is None
    with pytest.raises(WrongLoginError):
        log_in(person.email, person.password, place="hier", desk=desk)
    assert "gesloten" in run("account", "list").stdout
    run("account", "open", "an@example.org")
    assert whose_session(log_in(person.email, person.password, place="hier", desk=desk), desk=desk)
    with pytest.raises(UsageError, match="account list"):
        run("account", "close", "niemand@example.org")
    with store.reading() as transaction:
        rows = transaction.audit.list(AuditQuery(act=Done.ACCOUNT_CHANGED))
    assert [(row.deed.by, row.deed.details["wat"]) for row in reversed(rows)] == [
        (OPERATOR, "gesloten"),
        (OPERATOR, "heropend"),
    ]
    store.database.close()
