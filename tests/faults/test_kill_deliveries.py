"""A worker that is killed while it delivers: every report arrives, and in order."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from service.adapters.store.migrate import migrate
from service.adapters.store.store import SqlStore
from service.bootstrap.channels import open_office
from service.bootstrap.kept import make_data_folder, open_store
from service.bootstrap.machine import clock
from service.ports.jobs import Work
from service.records.deliveries import DeliveryState, EventType
from service.records.letters import Batch, Door, FinishedLetter, NewLetter, Organisation, StoredBlob
from service.settings import OWN
from service.usecases import channels
from service.usecases.channels import NewChannel
from tests.deliverer import settings_of
from tests.receivers import Receiver, receiver
from tests.servers import wait_until
from tests.unit.service.reports import make_report
from validators.report import Channel

ROOT = Path(__file__).parents[2]
LETTERS, REPORTS, DEATHS = 20, 3, 4


@pytest.fixture
def there() -> Iterator[Receiver]:
    with receiver() as opened:
        yield opened


@pytest.fixture
def store(tmp_path: Path, there: Receiver) -> Iterator[SqlStore]:
    settings = settings_of(tmp_path)
    make_data_folder(settings)
    opened = open_store(settings)
    migrate(opened.database)
    with opened.accepting() as transaction:
        transaction.organisations.add(Organisation(OWN, "Ons", "awb"), now=clock().now())
    new = NewChannel(OWN, "webhook", "zaken", {"url": there.url, "inhoud": "rapport"})
    channels.add(new, office=open_office(settings, opened))
    yield opened
    opened.database.close()


def plan_all(store: SqlStore) -> None:
    """Queue several reports on each letter."""
    now = clock().now()
    batch = Batch("zending", OWN, Door.API, now, "sleutel")
    ids = [f"00000000-0000-4000-8000-{number:012d}" for number in range(LETTERS)]
    with store.accepting() as transaction:
        transaction.batches.add(batch, ())
        blob = StoredBlob("0" * 64, 1)
        new = [NewLetter(each, "brief.pdf", blob, "awb", Channel.POST) for each in ids]
        transaction.letters.add(batch, new)
        for letter_id in ids * REPORTS:
            finished = [FinishedLetter(make_report())]
            (letter,) = transaction.letters.finish(letter_id, finished, now=now)
            event = transaction.events.add(letter, EventType.REPORTED, now=now)
            for delivery_id in transaction.deliveries.plan(event, profile="awb", now=now):
                transaction.jobs.put(Work.DELIVER, delivery_id)


@contextmanager
def deliverer(data: Path) -> Iterator[None]:
    """Run a worker that is killed at the end."""
    command = [sys.executable, "-m", "tests.deliverer", str(data)]
    process = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL)
    try:
        yield
    finally:
        process.kill()
        process.wait()


def test_every_report_arrives_in_order_however_often_the_worker_is_killed(
    tmp_path: Path, store: SqlStore, there: Receiver
) -> None:
    plan_all(store)
    wanted = LETTERS * REPORTS
    for death in range(1, DEATHS + 1):
        with deliverer(tmp_path):
            wait_until(
                lambda moment=wanted * death // (DEATHS + 1): len(there.requests) >= moment,
                what="deliveries to be killed in",
            )
    with deliverer(tmp_path):
        wait_until(lambda: is_all_delivered(store), what="everything delivered")
    events = [json.loads(each.body) for each in there.requests]
    assert len({each["id"] for each in events}) == wanted
    for subject in {each["subject"] for each in events}:
        versions = [each["reportversion"] for each in events if each["subject"] == subject]
        assert versions == sorted(versions)


def is_all_delivered(store: SqlStore) -> bool:
    with store.reading() as transaction:
        (channel,) = transaction.channels.all()
        return set(transaction.deliveries.counts(channel.id)) == {DeliveryState.DELIVERED}
