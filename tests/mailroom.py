"""A whole mailroom for tests: a real store with letters, and real workers to kill."""

import contextlib
import os
import random
import signal
import subprocess
import sys
import threading
import uuid
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

import sqlalchemy as sa
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from service.adapters.broker.envelope import envelope
from service.adapters.broker.relay import Relay
from service.adapters.clock import SystemClock
from service.adapters.store.database import Database
from service.adapters.store.migrate import migrate
from service.adapters.store.store import SqlStore
from service.adapters.store.tables import job, letter, report
from service.bootstrap.broker import broker_rounds
from service.bootstrap.kept import open_blobs, open_sealer
from service.ports.errors import AwayError
from service.records.letters import Door, Organisation
from service.settings import MIB, Settings
from service.usecases.receive import Desk, Envelope, Incoming, receive
from service.usecases.rounds import Round
from tests.servers import PATIENCE_S

COMMAND = str(Path(sys.executable).with_name("postkamer"))
OURS = Organisation("zorgkantoor", "Zorgkantoor Zorg en Zekerheid", "zorg-en-zekerheid")
LINES = (
    "M. Jansen",
    "Dorpsstraat {number}",
    "3512 AB Utrecht",
    "",
    "Utrecht, 9 november 2026",
    "",
    "Betreft: bezwaar tegen uw besluit van 5 oktober 2026",
    "",
    "Hierbij maak ik bezwaar, omdat mijn moeder dag en nacht toezicht nodig heeft.",
    "",
    "Met vriendelijke groet,",
    "M. Jansen",
)


@dataclass
class Mailroom:
    """Where letters come in and worker processes come and go."""

    settings: Settings
    store: SqlStore
    desk: Desk
    workers: "dict[int, subprocess.Popen[bytes]]" = field(default_factory=dict)

    def receive(self, number: int) -> None:
        """Take in this many letters in one batch."""
        files = [made_letter(each) for each in range(1, number + 1)]
        receive(files, Envelope(OURS.id, Door.API, "test"), desk=self.desk)

    def start(self, place: int) -> None:
        """Start a worker process in a place that is free."""
        self.workers[place] = subprocess.Popen(
            [COMMAND, "worker"],
            env=os.environ | _environment(self.settings),  # noqa: TID251 - for another process
            stderr=subprocess.DEVNULL,
        )

    def kill(self, place: int) -> None:
        """End a worker process as a power cut would."""
        process = self.workers.pop(place)
        process.kill()
        process.wait()

    def stop(self) -> list[int]:
        """Ask all worker processes to end; return their exit codes."""
        for process in self.workers.values():
            process.send_signal(signal.SIGTERM)
        codes = [process.wait(PATIENCE_S) for process in self.workers.values()]
        self.workers.clear()
        return codes

    def finished(self) -> int:
        """Return how many letters have a report; none as long as the database is away."""
        query = sa.select(sa.func.count()).where(letter.c.finished_at.is_not(None))
        try:
            with self.store.database.reading() as connection:
                return connection.execute(query).scalar_one()
        except AwayError:
            return 0

    def states(self) -> Counter[str]:
        """Return how many letters are how far."""
        with self.store.database.reading() as connection:
            return Counter(connection.execute(sa.select(letter.c.state)).scalars())

    def report_versions(self) -> Counter[int]:
        """Return how many letters have how many reports."""
        query = (
            sa.select(sa.func.count(report.c.version))
            .select_from(letter.outerjoin(report, letter.c.id == report.c.letter_id))
            .group_by(letter.c.id)
        )
        with self.store.database.reading() as connection:
            return Counter(connection.execute(query).scalars())

    def claims(self) -> int:
        """Return how many times reading was begun."""
        with self.store.database.reading() as connection:
            return connection.execute(sa.select(sa.func.sum(letter.c.claims))).scalar_one()

    def jobs_left(self) -> int:
        """Return how much work is queued in the database."""
        with self.store.database.reading() as connection:
            return connection.execute(sa.select(sa.func.count()).select_from(job)).scalar_one()


def killing_plan(
    dice: random.Random, *, letters: int, victims: Sequence[int]
) -> list[tuple[int, int]]:
    """Draw when each of the victims is killed: (number of finished letters, victim) in order."""
    moments = sorted(dice.sample(range(1, letters - 1), len(victims)))
    return list(zip(moments, dice.sample(victims, len(victims)), strict=True))


@contextmanager
def open_mailroom(settings: Settings) -> Iterator[Mailroom]:
    """Open an empty mailroom with one organisation; the keeper's rounds are walked meanwhile."""
    database, clock = Database(settings.database_url), SystemClock()
    settings.data.mkdir(parents=True, exist_ok=True)
    migrate(database)
    store = SqlStore(database, sealer=open_sealer(settings), envelope=envelope, clock=clock)
    with store.accepting() as transaction:
        transaction.organisations.add(OURS, now=clock.now())
    desk = Desk(store, open_blobs(settings), clock, lambda: str(uuid.uuid4()), 100 * MIB)
    room = Mailroom(settings, store, desk)
    try:
        with _keeper(broker_rounds(settings, store)):
            yield room
    finally:
        for process in room.workers.values():
            process.kill()
            process.wait()
        database.close()


@contextmanager
def _keeper(rounds: tuple[Round, ...]) -> Iterator[None]:
    """Walk the rounds as the keeper does, whatever is away."""
    stop = threading.Event()

    def keep_walking(each: Round) -> None:
        while not stop.wait(each.every_s):
            with contextlib.suppress(AwayError):
                each.walk()

    threads = [threading.Thread(target=keep_walking, args=(each,)) for each in rounds]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        stop.set()
        for thread in threads:
            thread.join()
        for each in rounds:
            walk = each.walk
            if isinstance(walk, Relay):
                walk.close()


def small_letter(number: int) -> bytes:
    """Return a PDF with a short objection that differs a little from all others."""
    page = BytesIO()
    canvas = Canvas(page, pagesize=A4, invariant=True)
    for row, line in enumerate(LINES):
        canvas.drawString(72, 770 - 18 * row, line.format(number=number))
    canvas.save()
    return page.getvalue()


def made_letter(number: int) -> Incoming:
    """Return a small letter as it is handed in."""
    content = small_letter(number)

    @contextmanager
    def open_it() -> Iterator[BinaryIO]:
        yield BytesIO(content)

    return Incoming(f"brief-{number:04}.pdf", open_it)


def _environment(settings: Settings) -> dict[str, str]:
    """Return the settings that differ from the defaults as a worker process reads them."""
    given = settings.model_dump(exclude_defaults=True)
    return {f"POSTKAMER_{name.upper()}": str(value) for name, value in given.items()}
