"""Measure how fast lists and the feed answer when many letters are kept.

    python -m benchmarks.lists [--letters 100000] [--rounds 30]

Fills a store of its own with letters that were read (their reports are all the same small one), and
asks the app for pages as other systems do. Prints the median and the slowest answer of each, and
how much of the median is computing: on a busy machine the rest is waiting for others.
"""

import argparse
import datetime as dt
import statistics
import sys
import tempfile
import time
import uuid
from pathlib import Path

from flask.testing import FlaskClient

from service.adapters.store.store import SqlStore
from service.adapters.store.tables import blob, event, letter
from service.bootstrap.kept import open_sealer
from service.bootstrap.web import key_desk, ready_store, web_parts
from service.records.deliveries import EventType
from service.records.letters import Batch, Door, LetterState
from service.records.people import Scope
from service.settings import OWN, Settings
from service.usecases.keys import KeyWish, create_key
from service.web.app import create_app

START = dt.datetime(2026, 1, 5, 9, 0, tzinfo=dt.UTC)
AT_A_TIME = 10_000
VERDICTS = ("compleet", "incompleet", "compleet", "handmatig")
RARE = 5_000  # one letter in so many is `fout`
QUESTIONS = (
    "/v1/letters?limit=50",
    "/v1/letters?limit=500",
    "/v1/letters?limit=50&cursor={middle}",
    "/v1/letters?limit=50&verdict=incompleet",
    "/v1/letters?limit=50&verdict=fout",
    "/v1/letters?limit=50&state=ontvangen",
    "/v1/letters?limit=50&channel=fax",
    "/v1/letters?limit=50&lastDayFrom=2026-03-01&lastDayTo=2026-03-02",
    "/v1/events?limit=100",
    "/v1/events?limit=100&after={middle}",
    "/v1/batches/{batch}",
)


def fill(store: SqlStore, settings: Settings, *, letters: int) -> str:
    """Keep so many letters in batches of ten thousand; return the id of a batch."""
    name, sha256 = open_sealer(settings).seal_text("bezwaar.pdf"), "0" * 64
    batch = Batch("", OWN, Door.API, START, "benchmark")
    for first in range(1, letters + 1, AT_A_TIME):
        with store.working() as transaction:
            if first == 1:
                kept = blob.insert().values(sha256=sha256, size=1, created_at=START)
                transaction.connection.execute(kept)
            batch = Batch(str(uuid.uuid4()), OWN, Door.API, START, "benchmark")
            transaction.batches.add(batch, ())
            same = {"batch_id": batch.id, "file": name, "sha256": sha256}
            numbers = range(first, min(first + AT_A_TIME, letters + 1))
            rows = [_row(number) | same for number in numbers]
            transaction.connection.execute(letter.insert(), rows)
            transaction.connection.execute(event.insert(), [_event(row) for row in rows])
    return batch.id


def _row(number: int) -> dict[str, object]:
    time_ = START + dt.timedelta(minutes=number)
    is_waiting = number % 1000 == 0
    return {
        "id": str(uuid.uuid4()),
        "organisation_id": OWN,
        "part": 1,
        "profile": "awb",
        "channel": "fax" if number % 700 == 0 else "post",
        "received": time_.date(),
        "received_source": "api",
        "arrived_at": time_,
        "state": LetterState.RECEIVED if is_waiting else LetterState.DONE,
        "claims": 1,
        "finished_at": None if is_waiting else time_,
        "report_version": 0 if is_waiting else 1,
        "verdict": None if is_waiting else "fout" if number % RARE == 1 else VERDICTS[number % 4],
        "kind": None if is_waiting else "bezwaar",
        "window_verdict": None if is_waiting else "op_tijd",
        "last_day": time_.date() + dt.timedelta(days=30),
        "urgency": 0,
    }


def _event(row: dict[str, object]) -> dict[str, object]:
    return {
        "id": str(uuid.uuid4()),
        "organisation_id": OWN,
        "type": EventType.REPORTED,
        "letter_id": row["id"],
        "report_version": 1,
        "verdict": row["verdict"],
        "created_at": row["arrived_at"],
    }


def measure(client: FlaskClient, path: str, *, key: str, rounds: int) -> tuple[float, float, float]:
    """Return milliseconds of an answer: the median, the longest, the median of computing."""
    times, computing = [], []
    for _ in range(rounds):
        begun, begun_computing = time.perf_counter(), time.process_time()
        answer = client.get(path, headers={"Authorization": f"Bearer {key}"})
        times.append(1000 * (time.perf_counter() - begun))
        computing.append(1000 * (time.process_time() - begun_computing))
        if answer.status_code != 200:
            raise RuntimeError(path)
    return statistics.median(times), max(times), statistics.median(computing)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--letters", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=30)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(data=Path(folder), requests_per_minute=10**9)
        store = ready_store(settings)
        batch = fill(store, settings, letters=given.letters)
        wish = KeyWish(OWN, "benchmark", tuple(Scope))
        _, key = create_key(wish, desk=key_desk(settings, store))
        client = create_app(web_parts(settings)).test_client()
        for question in QUESTIONS:
            path = question.format(middle=given.letters // 2, batch=batch)
            median, longest, computing = measure(client, path, key=key, rounds=given.rounds)
            shown = question.replace("{batch}", "ID").replace("{middle}", "N")
            figures = f"{median:7.1f} ms (longest {longest:6.1f}, computing {computing:5.1f})"
            sys.stdout.write(f"{figures}  {shown}\n")
        store.database.close()


if __name__ == "__main__":
    main()
