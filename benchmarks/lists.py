"""Measure how fast lists and the feed answer when many letters are kept.

    python -m benchmarks.lists [--letters 100000] [--rounds 30]

Fills a store of its own with letters that were read (their reports are all the same small one), and
asks the app for lists as other systems do and for pages as people do. Prints the median and the
slowest answer of each, and the median of the work for one core: on a machine that others use too,
that is what an answer takes when it has the core to itself.
"""

import argparse
import datetime as dt
import re
import statistics
import sys
import tempfile
import time
import uuid
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from pathlib import Path

import sqlalchemy as sa
from flask.testing import FlaskClient
from sqlalchemy import Connection

from service.adapters.store.database import insert_once
from service.adapters.store.store import SqlStore
from service.adapters.store.tables import account, blob, correction, element_count, event, letter
from service.bootstrap.kept import open_sealer
from service.bootstrap.web import key_desk, ready_store, web_parts
from service.records.deliveries import EventType
from service.records.letters import Batch, Door, LetterState
from service.records.people import Scope
from service.settings import OWN, Settings
from service.usecases.accounts import begin_session
from service.usecases.keys import KeyWish, create_key
from service.web.app import create_app

START = dt.datetime(2026, 1, 5, 9, 0, tzinfo=dt.UTC)
AT_A_TIME = 10_000
MINUTES_A_DAY = 1440
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
PAGES = (
    "/",
    "/?groep=kijken",
    "/?groep=afgehandeld",
    "/overzicht?van=2026-01-05&tot=2026-03-31",
    "/overzicht?van=2026-01-05&tot=2026-03-31&per=dag",
    "/overzicht?van=2026-01-05&tot=2026-03-31&organisatie=awb",
    "/overzicht/perioden.csv?van=2026-01-05&tot=2026-03-31",
    "/overzicht/elementen.csv?van=2026-01-05&tot=2026-03-31",
    *("/beheer", "/beheer/profielen", "/beheer/profielen/awb", "/beheer/mensen"),
    *("/beheer/sleutels", "/beheer/kanalen", "/beheer/apart", "/beheer/bewaren"),
    "/beheer/profielen/brieven/{letter}",
)
ELEMENTS = ("naam", "adres", "datum", "besluit", "onderbouwing", "handtekening", "bsn", "kenmerk")


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
            _correct(transaction.connection, rows[::4])
            transaction.connection.execute(event.insert(), [_event(row) for row in rows])
    with store.working() as transaction:
        transaction.connection.execute(element_count.insert(), list(_counts(letters)))
    return batch.id


def _counts(letters: int) -> Iterator[dict[str, object]]:
    """Yield what reading so many letters counts, by day, profile, element and status."""
    days = -(-letters // MINUTES_A_DAY) + 1
    for number, profile, element in product(range(days), ("awb", "ciz"), ELEMENTS):
        day = (START + dt.timedelta(days=number)).date()
        same = {"organisation_id": OWN, "arrived_on": day, "profile": profile, "element": element}
        for status, share in (("aanwezig", 600), ("ontbreekt", 90), ("onzeker", 30)):
            yield same | {"status": status, "number": share}


def _correct(connection: Connection, rows: Sequence[Mapping[str, object]]) -> None:
    """Keep a correction of each of these letters."""
    by = {"email": "b@voorbeeld.nl", "name": "B. de Vries", "role": "beheerder"}
    made = {"id": "maatstaf", "organisation_id": OWN, "created_at": START, **by}
    insert_once(connection, account, **made)
    connection.execute(
        correction.insert(),
        [
            {
                "id": str(uuid.uuid4()),
                "letter_id": row["id"],
                "about": ELEMENTS[number % len(ELEMENTS)],
                "act": ("verbeterd", "bevestigd", "ontbreekt")[number % 3],
                "content": b"",
                "account_id": "maatstaf",
                "made_at": row["arrived_at"],
                "organisation_id": OWN,
                "arrived_on": row["arrived_on"],
                "profile": row["profile"],
                "read_as": ("aanwezig", "onzeker")[number % 2],
            }
            for number, row in enumerate(rows)
        ],
    )


def _row(number: int) -> dict[str, object]:
    time_ = START + dt.timedelta(minutes=number)
    is_waiting = number % 1000 == 0
    verdict = None if is_waiting else "fout" if number % RARE == 1 else VERDICTS[number % 4]
    waited = None if is_waiting or number % 5 == 0 else number % 17
    return {
        "id": str(uuid.uuid4()),
        "organisation_id": OWN,
        "part": 1,
        "profile": "ciz" if number % 3 == 0 else "awb",
        "channel": "fax" if number % 700 == 0 else "post",
        "received": time_.date(),
        "received_source": "api",
        "arrived_at": time_,
        "state": LetterState.RECEIVED if is_waiting else LetterState.DONE,
        "claims": 1,
        "finished_at": None if is_waiting else time_,
        "report_version": 0 if is_waiting else 1,
        "verdict": verdict,
        "machine_verdict": verdict,
        "is_changed": number % 4 == 1,
        "arrived_on": time_.date(),
        "waited_days": waited,
        "handled_at": None if waited is None else time_ + dt.timedelta(days=waited),
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
    """Return the median and longest time of an answer, and its work for one core, in ms."""
    times, work = [], []
    for _ in range(rounds):
        begun, worked = time.perf_counter(), time.process_time()
        answer = client.get(path, headers={"Authorization": f"Bearer {key}"})
        times.append(1000 * (time.perf_counter() - begun))
        work.append(1000 * (time.process_time() - worked))
        if answer.status_code != 200:
            raise RuntimeError(path)
    return statistics.median(times), max(times), statistics.median(work)


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
        parts = web_parts(settings)
        client = create_app(parts).test_client()
        with store.reading() as transaction:
            some = transaction.connection.execute(sa.select(letter.c.id).limit(1)).scalar_one()
            administrator = transaction.accounts.find("maatstaf")
        session = begin_session(administrator, desk=parts.accounts)
        client.set_cookie("postkamer-sessie", session)
        for question in QUESTIONS + PAGES:
            path = question.format(middle=given.letters // 2, batch=batch, letter=some)
            median, longest, work = measure(client, path, key=key, rounds=given.rounds)
            shown = re.sub(r"{(batch|letter)}", "ID", question).replace("{middle}", "N")
            figures = f"{median:7.1f} ms (longest {longest:6.1f}, work {work:6.1f})"
            sys.stdout.write(f"{figures}  {shown}\n")
        store.database.close()


if __name__ == "__main__":
    main()
