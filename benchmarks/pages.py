"""Measure how fast every page answers when many letters are kept, and how much it weighs.

    python -m benchmarks.pages [--letters 100000] [--rounds 30]

Fills a store of its own with letters of invented persons, reads a few samples for real, and asks
the app for pages as a browser does. Prints for each page the median and the longest answer, the
processor time of it, and the bytes of the page with its style sheets and scripts.
"""

import argparse
import datetime as dt
import re
import statistics
import sys
import tempfile
import time
import uuid
from dataclasses import dataclass, replace
from pathlib import Path

from flask.testing import FlaskClient

from service.adapters.sealing import Sealer
from service.adapters.store.letters import work_order
from service.adapters.store.store import SqlStore
from service.adapters.store.summaries import plain, summary_of, words_of
from service.adapters.store.tables import (
    blob,
    dossier_key,
    event,
    letter,
    report,
    search_word,
)
from service.bootstrap.kept import open_blobs, open_sealer
from service.bootstrap.reading import Setup, do_assignment
from service.bootstrap.web import account_desk, ready_store, web_parts
from service.ports.reading import Assignment, Finished
from service.records.deliveries import EventType
from service.records.letters import Batch, Door, LetterState
from service.records.people import Account, Role
from service.settings import OWN, Settings
from service.usecases.accounts import begin_session
from service.usecases.read_letter import Room, read_letter
from service.usecases.receive import Envelope, Facts, Incoming, receive
from service.web.app import create_app
from validators.report import DocumentInfo, Report, SubmissionWindow, Verdict, WindowVerdict

SAMPLES = Path(__file__).parents[1] / "samples"
READ = ("02-bezwaar-zonder-handtekening.pdf", "01-bezwaar-pgb-geweigerd.pdf")
START = dt.datetime(2026, 1, 5, 9, 0, tzinfo=dt.UTC)
AT_A_TIME = 5_000
VERDICTS = ("compleet", "incompleet", "compleet", "handmatig")
NAMES = ("Jansen", "Bakker", "Visser", "Smit", "Meijer", "Mulder", "Bos", "Vos", "Peters", "Dekker")
HANDLED_EVERY = 3
MONTH = dt.timedelta(days=30)
PERSONS = 40_000  # letters of the same number of BSN are of one person
BUSY_PERSON = 50  # letters of the one who writes most
LINK = re.compile(r'(?:href|src)="(/static/[^"]+)"')


@dataclass(frozen=True, slots=True)
class Place:
    """A page to ask for."""

    name: str
    path: str


@dataclass(frozen=True, slots=True)
class Taken:
    """How long an answer took, in milliseconds."""

    median: float
    longest: float
    cpu: float
    size: int


class LocalReader:
    """Reads in this process."""

    def __init__(self, settings: Settings) -> None:
        """Read what is kept by these settings."""
        self._setup = Setup(today=START.date(), keeps=True)
        self._blobs = open_blobs(settings)

    def read(self, assignment: Assignment) -> Finished:
        """Return what became of the file."""
        content = self._blobs.read(assignment.path)
        return do_assignment(self._setup, replace(assignment, content=content))


def fill(store: SqlStore, sealer: Sealer, *, letters: int) -> None:
    """Keep so many letters of invented persons, most of them open."""
    sha256, seal = "0" * 64, sealer.seal
    name = sealer.seal_text("bezwaar.pdf")
    made = _report("J. de Vries", "WLZ-2026-0001")
    content = seal(made.model_dump_json().encode())
    summaries = [seal(summary_of(_report(f"J. {each}", "WLZ-2026-0001"))) for each in NAMES]
    for first in range(1, letters + 1, AT_A_TIME):
        with store.working() as transaction:
            run = transaction.connection.execute
            if first == 1:
                run(blob.insert().values(sha256=sha256, size=1, created_at=START))
            batch = Batch(str(uuid.uuid4()), OWN, Door.API, START, "benchmark")
            transaction.batches.add(batch, ())
            numbers = range(first, min(first + AT_A_TIME, letters + 1))
            same = {"batch_id": batch.id, "file": name, "sha256": sha256}
            rows = [
                _row(number) | same | {"summary": summaries[number % len(NAMES)]}
                for number in numbers
            ]
            run(letter.insert(), rows)
            run(event.insert(), [_event(row) for row in rows])
            run(
                report.insert(),
                [
                    {"letter_id": row["id"], "version": 1, "created_at": START, "content": content}
                    for row in rows
                ],
            )
            hashes = [_hashes(number, sealer) for number in numbers]
            run(
                search_word.insert(),
                [
                    {"letter_id": row["id"], "hash": each}
                    for row, (words, _) in zip(rows, hashes, strict=True)
                    for each in words
                ],
            )
            run(
                dossier_key.insert(),
                [
                    {"letter_id": row["id"], "organisation_id": OWN, "kind": kind, "hash": each}
                    for row, (_, keys) in zip(rows, hashes, strict=True)
                    for kind, each in keys.items()
                ],
            )


def _report(name: str, kenmerk: str) -> Report:
    state = {"status": "aanwezig", "required": True, "severity": "wettelijk", "confidence": 0.9}
    elements = {
        "naam": {**state, "value": name, "text": name, "evidence": []},
        "kenmerk": {**state, "value": kenmerk, "text": kenmerk, "evidence": []},
    }
    return Report.model_validate(
        {
            "id": "x",
            "document": DocumentInfo(file="bezwaar.pdf", pages=1, first_page=1),
            "kind": "bezwaar",
            "verdict": Verdict.COMPLEET,
            "elements": elements,
            "submission_window": SubmissionWindow(verdict=WindowVerdict.OP_TIJD),
        }
    )


def _row(number: int) -> dict[str, object]:
    time_ = START + dt.timedelta(minutes=number)
    is_handled = number % HANDLED_EVERY == 0
    return {
        "id": str(uuid.uuid4()),
        "organisation_id": OWN,
        "part": 1,
        "profile": "awb",
        "channel": "post",
        "received": time_.date(),
        "arrived_at": time_,
        "state": LetterState.DONE,
        "claims": 1,
        "finished_at": time_,
        "report_version": 1,
        "verdict": VERDICTS[number % 4],
        "kind": "klacht" if number % 5 == 0 else "bezwaar",
        "window_verdict": "op_tijd",
        "last_day": time_.date() + MONTH,
        "urgency": 2 if number % 500 == 0 else 0,
        "handled_at": time_ if is_handled else None,
        "work_order": work_order(2 if number % 500 == 0 else 0, time_.date() + MONTH),
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


def _hashes(number: int, sealer: Sealer) -> tuple[set[str], dict[str, str]]:
    """Return the hashes of the words and of the person of a letter."""
    person = "druk" if number <= BUSY_PERSON else str(number % PERSONS)
    kenmerk = f"WLZ-2026-{number:06d}"
    words = {*words_of(NAMES[number % len(NAMES)]), plain(kenmerk), plain(f"bsn{person}")}
    keys = {"bsn": f"bsn {person}", "kenmerk": f"kenmerk {plain(kenmerk)}"}
    hashed = {kind: sealer.search_hash(value) for kind, value in keys.items()}
    return {sealer.search_hash(each) for each in words}, hashed


def read_samples(store: SqlStore, settings: Settings) -> list[str]:
    """Take in a few samples and read them for real; return their ids."""
    parts = web_parts(settings)
    files = [
        Incoming(name, lambda name=name: (SAMPLES / name).open("rb"), Facts()) for name in READ
    ]
    taken = receive(files, Envelope(OWN, Door.PAGE, "benchmark"), desk=parts.desk)
    room = Room(store, LocalReader(settings), parts.desk.clock, max_claims=3)
    for each in taken.letters:
        read_letter(each.id, room=room)
    return [each.id for each in taken.letters]


def places(store: SqlStore, sealer: Sealer, samples: list[str]) -> list[Place]:
    """Return every page, with what makes it slow."""
    with store.database.reading() as connection:
        first = connection.execute(letter.select().order_by(letter.c.number).limit(1)).one().id
    common, rare = (sealer.search_hash(plain(each)) for each in ("jansen", "WLZ-2026-000777"))
    read = samples[0]
    return [
        Place("Post van vandaag", "/"),
        Place("de tiende bladzijde", "/?pagina=10"),
        Place("bladzijde 1000", "/?pagina=1000"),
        Place("groep Zelf kijken", "/?groep=kijken"),
        Place("groep Afgehandeld", "/?groep=afgehandeld"),
        Place("alleen klachten", "/?soort=klacht"),
        Place("de lijst alleen", "/lijst"),
        Place("zoeken op een naam van 10.000", f"/?vind={common}"),
        Place("zoeken op een kenmerk", f"/?vind={rare}"),
        Place("brief", f"/brieven/{read}"),
        Place("eerste beeld van een brief", f"/brieven/{read}/bladzijden/1.png"),
        Place("dossier van een brief", f"/brieven/{read}/dossier"),
        Place("dossier van 50 brieven", f"/brieven/{first}/dossier"),
        Place("dossiers zoeken", "/dossiers"),
        Place("dossiers van een naam van 10.000", f"/dossiers?vind={common}"),
        Place("dossiers van een kenmerk", f"/dossiers?vind={rare}"),
        Place("termijncalculator", "/termijn"),
        Place("sessies", "/sessies"),
    ]


def measure(client: FlaskClient, path: str, *, rounds: int) -> Taken:
    """Ask for a page so many times."""
    times, cpu, size = [], [], 0
    for number in range(rounds + 1):
        begun, used = time.perf_counter(), time.process_time()
        answer = client.get(path)
        if number:  # the first one fills what is kept in memory
            times.append(1000 * (time.perf_counter() - begun))
            cpu.append(1000 * (time.process_time() - used))
        if answer.status_code != 200:
            raise RuntimeError(path)
        size = len(answer.data)
    return Taken(statistics.median(times), max(times), statistics.median(cpu), size)


def weight(client: FlaskClient, path: str) -> int:
    """Return the bytes of a page with its style sheets, scripts and icons, without the scan."""
    answer = client.get(path)
    found = {each.replace("&amp;", "&") for each in LINK.findall(answer.text)}
    total = len(answer.data)
    for each in found:
        with client.get(each) as part:
            total += len(part.data)
    return total


def someone(settings: Settings, store: SqlStore) -> FlaskClient:
    """Return the browser of someone who is logged in."""
    parts, desk = web_parts(settings), account_desk(store)
    now = desk.clock.now()
    account = Account("benchmark", OWN, "b@voorbeeld.nl", "B. Meting", Role.BEHEERDER, now)
    with store.working() as transaction:
        transaction.accounts.add(account)
    client = create_app(parts).test_client()
    client.set_cookie("postkamer-sessie", begin_session(account, desk=desk))
    return client


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--letters", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=30)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(data=Path(folder))
        store, sealer = ready_store(settings), open_sealer(settings)
        open_blobs(settings, sealer)
        fill(store, sealer, letters=given.letters)
        client = someone(settings, store)
        samples = read_samples(store, settings)
        sys.stdout.write("mediaan   langste      cpu   gewicht  bladzijde\n")
        for place in places(store, sealer, samples):
            taken = measure(client, place.path, rounds=given.rounds)
            is_page = not place.path.endswith(".png")
            heavy = f"{weight(client, place.path) / 1024:6.0f} KB" if is_page else " " * 9
            sys.stdout.write(
                f"{taken.median:6.1f} ms {taken.longest:6.1f} ms {taken.cpu:6.1f} ms "
                f"{heavy}  {place.name}\n"
            )
            sys.stdout.flush()
        store.database.close()


if __name__ == "__main__":
    main()
