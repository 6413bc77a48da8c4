"""The commands of the audit log, over a data folder of their own."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from service.bootstrap.web import ready_store
from service.cli.app import app
from service.records.audit import About, Actor, ActorKind, Deed, Done
from service.settings import OWN, Settings
from service.usecases.errors import UsageError


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setenv("POSTKAMER_DATA", str(tmp_path / "data"))
    settings = Settings(data=tmp_path / "data")
    run("key", "create", "Zaaksysteem")
    return settings


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(app, arguments)
    if isinstance(result.exception, UsageError):
        raise result.exception
    return result


def test_a_whole_log_is_told_with_its_last_row(settings: Settings) -> None:
    result = run("audit", "verify")
    assert result.exit_code == 0, result.output
    assert "1 regel" in result.stdout
    head = result.stdout.split("laatste regel ")[1].split(".")[0]
    assert run("audit", "verify", "--head", head).exit_code == 0


def test_a_row_that_was_changed_is_named(settings: Settings) -> None:
    run("organisation", "add", "nog-een", "Nog een")
    store = ready_store(settings)
    with store.database.accepting() as connection:
        connection.exec_driver_sql("DROP TRIGGER audit_no_update")
        connection.exec_driver_sql("UPDATE audit SET actor_id = 'een-ander' WHERE seq = 2")
    store.database.close()
    result = run("audit", "verify")
    assert result.exit_code == 1
    assert "Regel 2 is gewijzigd" in result.stderr


def test_the_rows_are_listed_with_who_did_what(settings: Settings) -> None:
    listed = run("audit", "list", "--act", "sleutel_toegevoegd").stdout
    assert "systeem opdrachtregel  sleutel gemaakt  sleutel " in listed
    assert "Geen regels" in run("audit", "list", "--by", "niemand").stdout


def test_an_export_stands_in_the_log_itself(settings: Settings, tmp_path: Path) -> None:
    target = tmp_path / "logboek.jsonl"
    assert run("audit", "export", "-o", str(target)).exit_code == 0
    acts = [json.loads(line)["act"] for line in target.read_text().splitlines()]
    assert acts == [Done.KEY_ADDED, Done.EXPORTED]
    assert run("audit", "export", "--format", "csv", "-o", str(target)).exit_code == 0
    assert target.read_bytes().startswith(b"\xef\xbb\xbfseq;at;organisation")


def test_a_log_of_processing_names_each_person_by_a_hash(
    settings: Settings, tmp_path: Path
) -> None:
    trace = f"{'a' * 32}-{'b' * 16}"
    store = ready_store(settings)
    with store.accepting() as transaction:
        by = Actor(ActorKind.KEY, "sleutel-1", trace)
        transaction.audit.note(Deed(by, Done.LOGGED_IN, About.ACCOUNT, "iemand", OWN))
        transaction.audit.note(Deed(by, Done.REPORT_READ, About.LETTER, "zonder-bsn", OWN))
    with store.database.accepting() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM audit").scalar() == 3
    store.database.close()
    target = tmp_path / "verwerkingen.jsonl"
    arguments = ("audit", "export", "--format", "verwerkingen", "-o", str(target))
    with pytest.raises(UsageError):
        run(*arguments)
    assert run(*arguments, "--activity", "https://register.example/1").exit_code == 0
    assert target.read_text() == ""
