"""`postkamer channel` and `postkamer deliveries`, over a real store."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import typer
from click.testing import Result
from typer.testing import CliRunner

from service.adapters.store.migrate import migrate
from service.adapters.store.store import SqlStore
from service.bootstrap.channels import open_expedition
from service.bootstrap.kept import make_data_folder, open_store
from service.cli.channel import app as channel_app
from service.cli.deliveries import app as deliveries_app
from service.ports.errors import NotFoundError
from service.records.deliveries import DeliveryState, EventType
from service.records.letters import Batch, Door, FinishedLetter, NewLetter, Organisation, StoredBlob
from service.settings import OWN, Settings
from service.usecases import channels
from service.usecases.channels import NewChannel
from service.usecases.deliver import deliver
from service.usecases.errors import UsageError
from tests.receivers import LOOPBACK, Receiver, receiver
from tests.unit.service.rendering.test_pdf import words
from tests.unit.service.reports import make_report
from validators.profile import catalogue_of
from validators.report import Channel, Report, Routing


@dataclass
class Installation:
    """A data folder with tables and an organisation."""

    settings: Settings
    store: SqlStore

    def report(
        self,
        letter_id: str = "00000000-0000-4000-8000-000000000001",
        *,
        report: Report | None = None,
    ) -> list[str]:
        """Let a letter be received and reported on; return what must be delivered."""
        from service.bootstrap.machine import clock  # noqa: PLC0415

        now = clock().now()
        batch = Batch(f"zending-{letter_id}", OWN, Door.API, now, "sleutel")
        blob = StoredBlob("0" * 64, 1)
        with self.store.accepting() as transaction:
            transaction.batches.add(batch, ())
            new = NewLetter(letter_id, "brief.pdf", blob, "awb", Channel.POST)
            transaction.letters.add(batch, [new])
            (letter,) = transaction.letters.finish(
                letter_id, [FinishedLetter(report or make_report())], now=now
            )
            event = transaction.events.add(letter, EventType.REPORTED, now=now)
            return list(transaction.deliveries.plan(event, profile="awb", now=now))

    def use_profile(self, profile_id: str, text: str) -> None:
        """Put a profile in use as the page does: it stands in the database alone."""
        with self.store.accepting() as transaction:
            now = transaction.now
            sha256 = transaction.profiles.keep(profile_id, text, now=now)
            transaction.profiles.use(OWN, sha256, created_by="beheerder", now=now)

    def deliver(self, ids: list[str]) -> None:
        for each in ids:
            deliver(each, expedition=open_expedition(self.settings, self.store))

    def states(self) -> list[DeliveryState]:
        with self.store.reading() as transaction:
            return [each.state for each in transaction.deliveries.search()]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Installation]:
    config = tmp_path / "postkamer.toml"
    config.write_text(f'data = "{tmp_path / "data"}"\nwebhook_networks = ["{LOOPBACK}"]\n')
    for name in [each for each in os.environ if each.startswith("POSTKAMER_")]:  # noqa: TID251
        monkeypatch.delenv(name)
    monkeypatch.setenv("POSTKAMER_CONFIG", str(config))
    settings = Settings.of({"POSTKAMER_CONFIG": str(config)})
    make_data_folder(settings)
    store = open_store(settings)
    migrate(store.database)
    with store.accepting() as transaction:
        now = transaction.now
        transaction.organisations.add(Organisation(OWN, "Ons", "awb"), now=now)
    yield Installation(settings, store)
    store.database.close()


@pytest.fixture
def there() -> Iterator[Receiver]:
    with receiver() as opened:
        yield opened


def run(app: typer.Typer, *arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


def fault(result: Result) -> str:
    assert isinstance(result.exception, UsageError), result.output
    return str(result.exception)


@pytest.mark.usefixtures("here")
def test_a_webhook_is_added_shown_and_tried(there: Receiver) -> None:
    added = run(channel_app, "add", "webhook", "zaken", f"url={there.url}?sleutel=geheim")
    assert "whsec_" in added.output
    shown = run(channel_app, "list").output
    assert "zaken" in shown
    assert "geheim" not in shown
    tried = run(channel_app, "test", "zaken")
    assert (tried.exit_code, len(there.requests)) == (0, 1)
    assert "aangenomen" in tried.output


@pytest.mark.usefixtures("here")
def test_a_test_that_fails_says_why_and_what_to_do(there: Receiver) -> None:
    run(channel_app, "add", "webhook", "zaken", f"url={there.url}")
    there.status = 401
    tried = run(channel_app, "test", "zaken")
    assert tried.exit_code == 1
    assert "401" in tried.output
    assert "handtekening" in tried.output


@pytest.mark.usefixtures("here")
def test_a_test_of_a_folder_writes_a_report_of_no_letter(tmp_path: Path) -> None:
    (tmp_path / "uit").mkdir()
    run(channel_app, "add", "map", "schijf", f"folder={tmp_path / 'uit'}")
    (tmp_path / "uit").rmdir()
    assert run(channel_app, "test", "schijf").exit_code == 1
    (tmp_path / "uit").mkdir()
    assert run(channel_app, "test", "schijf").exit_code == 0
    assert (tmp_path / "uit" / "proefbericht.pdf").exists()


def test_a_pdf_names_an_organisation_that_was_added_on_the_page(
    here: Installation, tmp_path: Path
) -> None:
    (tmp_path / "uit").mkdir()
    run(channel_app, "add", "map", "schijf", f"folder={tmp_path / 'uit'}")
    text = catalogue_of().texts["ciz"].replace("Centrum indicatiestelling zorg", "Loket Nieuwland")
    here.use_profile("loket-nieuwland", text)
    here.deliver(here.report(report=make_report(routing=Routing(forward_to="loket-nieuwland"))))
    (made,) = (tmp_path / "uit").glob("*.pdf")
    assert "Loket Nieuwland" in words(made.read_bytes())


@pytest.mark.usefixtures("here")
def test_a_secret_need_not_stand_on_the_command_line(tmp_path: Path, there: Receiver) -> None:
    secret = "whsec_" + "QUJD" * 11
    (tmp_path / "geheim").write_text(secret + "\n")
    added = run(
        channel_app, "add", "webhook", "zaken", f"url={there.url}", f"secret=@{tmp_path / 'geheim'}"
    )
    assert secret in added.output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["webhook", "zaken", "url=ftp://x"], "url"),
        (["webhook", "zaken", "url"], "sleutel=waarde"),
        (["webhook", "zaken", "url=@/nergens"], "/nergens"),
        (["webhook", "zaken"], "url: vul"),
        (["webhook", "zaken", "url=https://x.nl/", "kleur=blauw"], "kleur"),
        (["fax", "zaken"], "webhook, map, amqp"),
        (["map", "zaken", "folder=los"], "folder"),
        (["map", "zaken", "folder=/nee/x"], "Maak haar eerst"),
        (["map", " ", "folder=/"], "naam"),
        (["map", "bezet", "folder=/"], "bezet"),
        (["map", "zaken", "folder=/", "--profile", "onbekend"], "onbekend"),
        (["map", "zaken", "folder=/", "--organisation", "anders"], "anders"),
    ],
)
@pytest.mark.usefixtures("here")
def test_what_cannot_be_added_is_named(arguments: list[str], said: str) -> None:
    run(channel_app, "add", "map", "bezet", "folder=/")
    assert said in fault(run(channel_app, "add", *arguments))


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("command", ["test", "rotate", "disable", "enable", "remove"])
def test_a_channel_that_is_not_there_is_named_with_those_that_are(command: str) -> None:
    run(channel_app, "add", "map", "schijf", "folder=/")
    assert "schijf" in fault(run(channel_app, command, "zaken"))


def test_what_waits_for_a_disabled_channel_goes_when_it_is_enabled(
    here: Installation, there: Receiver
) -> None:
    run(channel_app, "add", "webhook", "zaken", f"url={there.url}")
    ids = here.report()
    run(channel_app, "disable", "zaken")
    here.deliver(ids)
    assert here.states() == [DeliveryState.WAITING]
    assert "uit" in run(channel_app, "list").output
    run(channel_app, "enable", "zaken")
    here.deliver(ids)
    assert here.states() == [DeliveryState.DELIVERED]


def test_a_report_made_while_a_channel_is_disabled_waits_too(
    here: Installation, there: Receiver
) -> None:
    run(channel_app, "add", "webhook", "zaken", f"url={there.url}")
    run(channel_app, "disable", "zaken")
    assert here.report() == []
    run(channel_app, "enable", "zaken")
    with here.store.reading() as transaction:
        here.deliver([each.id for each in transaction.deliveries.search()])
    assert here.states() == [DeliveryState.DELIVERED]


def test_what_waits_for_a_removed_channel_lapses(here: Installation, there: Receiver) -> None:
    run(channel_app, "add", "webhook", "zaken", f"url={there.url}")
    (delivery_id,) = here.report()
    removed = run(channel_app, "remove", "zaken", "--yes")
    assert "1 bezorging vervallen" in removed.output
    assert here.states() == [DeliveryState.DROPPED]
    assert "zaken" not in run(channel_app, "list").output
    assert "zaken" not in run(deliveries_app, "list").output
    assert "zaken" in run(deliveries_app, "list", "--state", "vervallen").output
    assert "verwijderd" in fault(run(deliveries_app, "resend", delivery_id))
    assert here.report("00000000-0000-4000-8000-000000000002") == []
    with here.store.reading() as transaction:
        (kept,) = [
            transaction.channels.find(each.channel_id) for each in transaction.deliveries.search()
        ]
    assert kept.settings == "{}"


def test_a_removed_channel_leaves_its_name_to_another(here: Installation) -> None:
    for _ in range(2):
        assert run(channel_app, "add", "map", "schijf", "folder=/").exit_code == 0
        assert run(channel_app, "remove", "schijf", "--yes").exit_code == 0


def test_removing_asks_first(here: Installation) -> None:
    run(channel_app, "add", "map", "schijf", "folder=/")
    for answer in ("", "n", "misschien"):
        asked = CliRunner().invoke(channel_app, ["remove", "schijf"], input=f"{answer}\n")
        assert "[j/N]" in asked.output
        assert "Er is niets gedaan" in fault(asked)
    assert "schijf" in run(channel_app, "list").output
    done = CliRunner().invoke(channel_app, ["remove", "schijf"], input="ja\n")
    assert "is verwijderd" in done.output


def test_a_secret_is_renewed(here: Installation, there: Receiver) -> None:
    run(channel_app, "add", "webhook", "zaken", f"url={there.url}")
    assert "whsec_" in run(channel_app, "rotate", "zaken").output
    run(channel_app, "test", "zaken")
    assert len(there.requests[0].headers["webhook-signature"].split()) == 2


@pytest.mark.usefixtures("here")
def test_a_folder_has_no_secret_to_renew() -> None:
    run(channel_app, "add", "map", "schijf", "folder=/")
    assert "geheim" in fault(run(channel_app, "rotate", "schijf"))


def test_what_was_given_up_is_listed_and_sent_again(here: Installation, there: Receiver) -> None:
    run(channel_app, "add", "webhook", "zaken", f"url={there.url}")
    there.status = 422
    ids = here.report()
    here.deliver(ids)
    listed = run(deliveries_app, "list", "--state", "opgegeven", "--channel", "zaken").output
    assert "422" in listed
    assert ids[0] in listed
    there.status = 204
    assert "1 bezorging opnieuw" in run(deliveries_app, "resend", "--channel", "zaken").output
    with here.store.reading() as transaction:
        here.deliver([each.id for each in transaction.deliveries.search()])
    assert here.states() == [DeliveryState.DELIVERED]


def test_one_delivery_is_sent_again_or_lapses(here: Installation, there: Receiver) -> None:
    run(channel_app, "add", "webhook", "zaken", f"url={there.url}")
    (delivery_id,) = here.report()
    assert run(deliveries_app, "drop", delivery_id).exit_code == 0
    assert here.states() == [DeliveryState.DROPPED]
    assert run(deliveries_app, "resend", delivery_id).exit_code == 0
    here.deliver([delivery_id])
    assert "al bezorgd" in fault(run(deliveries_app, "drop", delivery_id))


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("arguments", [["drop", "weg"], ["resend", "weg"]])
def test_a_delivery_that_is_not_there_is_named(arguments: list[str]) -> None:
    assert "weg" in fault(run(deliveries_app, *arguments))


@pytest.mark.usefixtures("here")
def test_sending_again_needs_an_id_or_a_channel() -> None:
    assert "--channel" in fault(run(deliveries_app, "resend"))


def test_only_letters_of_its_profiles_go_to_a_channel(here: Installation) -> None:
    run(channel_app, "add", "map", "ciz", "folder=/", "--profile", "ciz")
    run(channel_app, "add", "map", "genoemd", "folder=/", "--only-named")
    run(channel_app, "add", "map", "alles", "folder=/")
    assert len(here.report()) == 1
    assert "ciz" in run(channel_app, "list").output


Act = Callable[[str, channels.Office], object]


@pytest.mark.parametrize(
    "act",
    [
        lambda each, office: channels.test(each, office=office),
        lambda each, office: channels.disable(each, office=office),
        lambda each, office: channels.enable(each, office=office),
        lambda each, office: channels.rotate(each, office=office),
        lambda each, office: channels.remove(each, office=office),
    ],
)
def test_another_organisation_cannot_touch_a_channel(
    here: Installation, tmp_path: Path, act: Act
) -> None:
    from dataclasses import replace  # noqa: PLC0415

    from service.bootstrap.channels import open_office  # noqa: PLC0415

    office = open_office(here.settings, here.store)
    new = NewChannel(OWN, "map", "schijf", {"folder": str(tmp_path)})
    channel, _ = channels.add(new, office=office)
    theirs = replace(office, organisation_id="anderen")
    with pytest.raises(NotFoundError):
        act(channel.id, theirs)
    with pytest.raises(NotFoundError):
        channels.add(new, office=theirs)
    assert channels.overviews(office=theirs) == ()
