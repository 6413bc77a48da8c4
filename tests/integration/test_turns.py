"""Of several machines with the same settings, one at a time walks along a door."""

import datetime as dt
from pathlib import Path

import pytest

from service.bootstrap.doors import OtherMachineError, mail_rounds, trial_walks, watch_rounds
from service.ports.errors import BusyError, MailboxError
from service.settings import Settings
from service.usecases.turns import Turn
from service.usecases.watching.watch import Walked
from tests.posts import OURS, PostRoom


def machine(tmp_path: Path, name: str, inbox: Path) -> Settings:
    watched = {"folder": str(inbox), "organisation": OURS.id, "every_seconds": 5}
    return Settings.model_validate({"data": str(tmp_path / name), "watch": [watched]})


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "scans"
    folder.mkdir()
    return folder


def test_a_second_machine_waits_and_goes_on_when_the_first_is_gone(
    room: PostRoom, tmp_path: Path, inbox: Path
) -> None:
    (one,), (other,) = (
        watch_rounds(machine(tmp_path, name, inbox), room.desk) for name in ("een", "twee")
    )
    assert isinstance(one.walk(), Walked)
    assert other.walk() is None
    room.clock.move(seconds=69)
    assert other.walk() is None
    room.clock.move(seconds=2)
    assert isinstance(other.walk(), Walked)
    assert one.walk() is None


def test_a_machine_that_starts_again_goes_on_at_once(
    room: PostRoom, tmp_path: Path, inbox: Path
) -> None:
    settings = machine(tmp_path, "een", inbox)
    for _ in range(2):
        (walk,) = watch_rounds(settings, room.desk)
        assert isinstance(walk.walk(), Walked)


def test_a_trial_says_that_another_machine_is_at_it(
    room: PostRoom, tmp_path: Path, inbox: Path
) -> None:
    (one,) = watch_rounds(machine(tmp_path, "een", inbox), room.desk)
    one.walk()
    ((_, trial),) = trial_walks(machine(tmp_path, "twee", inbox), room.desk, pause=lambda _: None)
    with pytest.raises(OtherMachineError):
        trial()


def test_nothing_is_entered_in_another_machines_turn(room: PostRoom) -> None:
    turns = [
        Turn("map post", owner, room.store, room.clock, lasts=dt.timedelta(hours=1))
        for owner in ("een", "twee")
    ]
    assert turns[0].take()
    room.clock.move(seconds=3601)
    assert turns[1].take()
    with room.store.accepting() as transaction, pytest.raises(BusyError):
        turns[0].check(transaction)


def test_mailboxes_have_turns_too(room: PostRoom, tmp_path: Path) -> None:
    mailbox = {
        "host": "localhost",
        "port": 1,
        "user": "post",
        "password": "x",
        "organisation": OURS.id,
    }
    for name in ("een", "twee"):
        settings = Settings.model_validate({"data": str(tmp_path / name), "mailbox": [mailbox]})
        (walk,) = mail_rounds(settings, room.desk)
        if name == "een":
            with pytest.raises(MailboxError):
                walk.walk()
        else:
            assert walk.walk() is None
