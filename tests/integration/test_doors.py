"""The rounds of the doors, put together from the settings as the service does."""

import json
from pathlib import Path

import pytest

from service.bootstrap.doors import mail_rounds, watch_rounds
from service.settings import ConfigurationError, Settings
from tests.imap_server import PASSWORD, USER, imap_server
from tests.mails import COVER, attach, message
from tests.posts import OURS, PostRoom


def settings_with(tmp_path: Path, **tables: object) -> Settings:
    return Settings.model_validate({"data": str(tmp_path / "data"), **tables})


def watched(folder: Path, **rest: object) -> dict[str, object]:
    return {"folder": str(folder), "organisation": OURS.id, **rest}


def test_a_folder_of_the_settings_is_watched(room: PostRoom, tmp_path: Path) -> None:
    inbox = tmp_path / "scans"
    inbox.mkdir()
    (inbox / "post.eml").write_bytes(attach(message(COVER)).as_bytes())
    settings = settings_with(tmp_path, watch=[watched(inbox, profile="ciz", every_seconds=5)])
    (walk,) = watch_rounds(settings, room.desk)
    for _ in range(2):
        walk.walk()
    assert (walk.every_s, (inbox / "verwerkt" / "post.eml").exists()) == (5, True)


@pytest.mark.parametrize(
    ("rest", "words"),
    [({"profile": "bestaat-niet"}, "profiel"), ({"organisation": "niemand"}, "organisatie")],
)
def test_a_folder_of_nobody_stops_the_start(
    room: PostRoom, tmp_path: Path, rest: dict[str, object], words: str
) -> None:
    settings = settings_with(tmp_path, watch=[watched(tmp_path, **rest)])
    with pytest.raises(ConfigurationError, match=words):
        watch_rounds(settings, room.desk)


def test_a_folder_within_another_one_stops_the_start(room: PostRoom, tmp_path: Path) -> None:
    folders = [watched(tmp_path / "post"), watched(tmp_path / "post" / "balie")]
    with pytest.raises(ConfigurationError, match="in elkaar"):
        watch_rounds(settings_with(tmp_path, watch=folders), room.desk)


def test_a_mailbox_of_the_settings_is_fetched(room: PostRoom, tmp_path: Path) -> None:
    with imap_server() as server:
        server.deliver(attach(message(COVER)).as_bytes())
        mailbox = {
            "host": "localhost",
            "port": server.port,
            "user": USER,
            "password": PASSWORD,
            "ca_file": str(server.ca_file),
            "organisation": OURS.id,
        }
        (walk,) = mail_rounds(settings_with(tmp_path, mailbox=[mailbox]), room.desk)
        walk.walk()
        assert server.count("Verwerkt") == 1


def test_the_password_of_a_mailbox_is_shown_nowhere(tmp_path: Path) -> None:
    mailbox = {"host": "mail", "user": USER, "password": PASSWORD}
    settings = settings_with(tmp_path, mailbox=[mailbox])
    assert PASSWORD not in repr(settings)
    assert PASSWORD not in json.dumps(settings.model_dump(mode="json"))
