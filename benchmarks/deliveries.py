"""What delivering costs for each report, and how fast the feed answers.

`python -m benchmarks.deliveries [--letters N] [--events N]` delivers reports to a receiver on this
machine and to a folder, from the real store, and reads the feed page by page. On a busy machine
most of the time is waiting for the disk and for other programs: computing is told apart.
"""

import argparse
import functools
import statistics
import sys
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from benchmarks.local_http import receiving
from service.adapters.store.migrate import migrate
from service.adapters.store.store import SqlStore
from service.adapters.store.tables import event
from service.bootstrap.channels import open_expedition, open_feed, open_office
from service.bootstrap.kept import make_data_folder, open_store
from service.bootstrap.machine import clock
from service.records.deliveries import EventType
from service.records.letters import Batch, Door, FinishedLetter, NewLetter, Organisation, StoredBlob
from service.settings import OWN, Settings
from service.usecases import channels
from service.usecases.channels import NewChannel
from service.usecases.deliver import deliver
from validators.report import (
    Channel,
    DocumentInfo,
    Report,
    SubmissionWindow,
    Verdict,
    WindowVerdict,
)

PAGE = 100


class Timed(NamedTuple):
    """How long something took, and how long of that it was computing rather than waiting."""

    all_ms: float
    computing_ms: float


def main() -> None:
    """Print what was measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--letters", type=int, default=200)
    parser.add_argument("--events", type=int, default=100_000)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, receiving() as url:
        out = Path(folder) / "uit"
        out.mkdir()
        for kind, given in {
            "webhook": {"url": url, "inhoud": "rapport"},
            "map": {"folder": str(out)},
            "map zonder PDF": {"folder": str(out), "pdf": False},
        }.items():
            with _store(Path(folder) / kind) as (settings, store):
                new = NewChannel(OWN, kind.split()[0], kind, given)
                channels.add(new, office=open_office(settings, store))
                _tell(kind, _deliver(settings, store, asked.letters))
        with _store(Path(folder) / "feed") as (settings, store):
            _tell(f"feed, {asked.events} events", _read_feed(settings, store, asked.events))


def _deliver(settings: Settings, store: SqlStore, letters: int) -> list[Timed]:
    do = functools.partial(deliver, expedition=open_expedition(settings, store))
    return [_timed(functools.partial(do, each)) for each in _plan(store, letters)]


def _read_feed(settings: Settings, store: SqlStore, events: int) -> list[Timed]:
    _plan(store, 1)
    with store.reading() as transaction:
        (first,) = transaction.events.after(OWN, 0, limit=1)
    rows = [
        {
            "id": str(uuid.uuid4()),
            "organisation_id": OWN,
            "type": EventType.REPORTED,
            "letter_id": first.letter_id,
            "report_version": number,
            "verdict": first.verdict,
            "created_at": first.created_at,
        }
        for number in range(2, events + 1)
    ]
    with store.database.working() as connection:
        connection.execute(event.insert(), rows)
    feed = open_feed(settings, store)
    starts = range(0, events, max(events // 200, 1))
    return [_timed(functools.partial(feed.after, OWN, start, PAGE)) for start in starts]


def _plan(store: SqlStore, letters: int) -> list[str]:
    """Let letters be received and reported on; return the deliveries that this asks for."""
    now = clock().now()
    batch = Batch(str(uuid.uuid4()), OWN, Door.API, now, "meting")
    blob = StoredBlob("0" * 64, 1)
    ids = [str(uuid.uuid4()) for _ in range(letters)]
    deliveries: list[str] = []
    with store.accepting() as transaction:
        transaction.batches.add(batch, ())
        new = [NewLetter(each, "brief.pdf", blob, "awb", Channel.POST) for each in ids]
        transaction.letters.add(batch, new)
        for letter_id in ids:
            finished = [FinishedLetter(_report(letter_id))]
            (letter,) = transaction.letters.finish(letter_id, finished, now=now)
            told = transaction.events.add(letter, EventType.REPORTED, now=now)
            deliveries += transaction.deliveries.plan(told, profile="awb", now=now)
    return deliveries


def _report(letter_id: str) -> Report:
    return Report(
        id=letter_id,
        document=DocumentInfo(file="brief.pdf"),
        verdict=Verdict.HANDMATIG,
        submission_window=SubmissionWindow(verdict=WindowVerdict.ONBEKEND),
    )


def _timed(work: Callable[[], object]) -> Timed:
    begun, begun_computing = time.perf_counter(), time.thread_time()
    work()
    return Timed(
        1000 * (time.perf_counter() - begun), 1000 * (time.thread_time() - begun_computing)
    )


def _tell(what: str, times: list[Timed]) -> None:
    all_ms = [each.all_ms for each in times]
    worst, middle = statistics.quantiles(all_ms, n=20)[-1], statistics.median(all_ms)
    computing = statistics.median(each.computing_ms for each in times)
    sys.stdout.write(
        f"{what:30} median {middle:6.1f} ms, of which {computing:5.1f} computing; "
        f"95 % within {worst:6.1f} ms\n"
    )


@contextmanager
def _store(folder: Path) -> Iterator[tuple[Settings, SqlStore]]:
    settings = Settings(data=folder, webhook_networks=("127.0.0.0/8",))
    make_data_folder(settings)
    store = open_store(settings)
    migrate(store.database)
    with store.accepting() as transaction:
        transaction.organisations.add(Organisation(OWN, "Meting", "awb"), now=clock().now())
    yield settings, store
    store.database.close()


if __name__ == "__main__":
    main()
