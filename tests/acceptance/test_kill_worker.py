"""Workers that are killed at any moment: each letter still has its report, and only one."""

import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from service.settings import Settings
from tests.mailroom import Mailroom, killing_plan, open_mailroom
from tests.servers import wait_until

LETTERS = 10
MANY = 60  # more than are read before we have seen the first
PLACES = 2
PATIENCE_S = 240.0
# Whoever is killed by us time and again must not be put aside for it.
UNCOUNTED = 1000


@pytest.fixture(params=["database", "rabbitmq"])
def mailroom(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Mailroom]:
    where: dict[str, object] = {}
    if request.param == "rabbitmq":
        where["database"] = request.getfixturevalue("postgresql").new_database()
        where["broker"] = request.getfixturevalue("rabbitmq").url
    settings = Settings(
        data=tmp_path / "data", workers=1, lease_seconds=2, crashes=UNCOUNTED, **where
    )
    with open_mailroom(settings) as room:
        yield room


def test_letters_outlive_the_workers_that_read_them(mailroom: Mailroom) -> None:
    mailroom.receive(LETTERS)
    for place in range(PLACES):
        mailroom.start(place)
    dice = random.Random(2026)  # noqa: S311 - the same murders in every run
    for moment, place in killing_plan(dice, letters=LETTERS, victims=range(PLACES)):
        wait_for(mailroom, moment)
        mailroom.kill(place)
        mailroom.start(place)
    wait_for(mailroom, LETTERS)
    assert mailroom.report_versions() == Counter({1: LETTERS})
    assert mailroom.states() == Counter({"klaar": LETTERS})
    assert mailroom.stop() == [0] * PLACES
    assert mailroom.jobs_left() == 0


def test_a_worker_that_is_asked_to_stop_leaves_nothing_half_done(tmp_path: Path) -> None:
    with open_mailroom(Settings(data=tmp_path / "data", workers=1)) as mailroom:
        mailroom.receive(MANY)
        mailroom.start(0)
        wait_for(mailroom, 1)
        assert mailroom.stop() == [0]
        states = mailroom.states()
        assert set(states) == {"klaar", "ontvangen"}
        assert mailroom.jobs_left() == states["ontvangen"]
        assert mailroom.claims() == states["klaar"]


def wait_for(mailroom: Mailroom, letters: int) -> None:
    wait_until(
        lambda: mailroom.finished() >= letters, what=f"{letters} letters", patience_s=PATIENCE_S
    )
