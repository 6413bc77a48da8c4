"""What goes on while a Postkamer is disturbed: who sends, who reads along and who corrects."""

import json
import random
import socket
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import httpx
import sqlalchemy as sa

from benchmarks.chaos.site import CLERK, Site
from service.adapters.store.tables import letter
from service.bootstrap.web import judge_of
from service.ports.errors import AwayError, FullError, NotFoundError
from service.records.letters import LetterState
from service.records.work import Act
from service.usecases.correct import Wish, correct
from tests.mailroom import made_letter

PASSING = (httpx.HTTPError, AwayError, FullError)
AHEAD = 16  # letters that may wait to be read before more are sent
AGAIN_S = 0.3
TIMEOUT_S = 10.0
CLERK_S = 1.5
BROKEN = 11  # one in so many files cannot be read
AGREED = (201, 202)
COME_BACK = frozenset({408, 429, 500, 502, 503, 504, 507})


@dataclass
class Sender:
    """A system that sends letters and sends each again until it is acknowledged."""

    site: Site
    dice: random.Random
    letters: int | None  # None: until it is told to stop
    acknowledged: dict[str, str] = field(default_factory=dict)  # file name by id of its letter
    batches: list[str] = field(default_factory=list)
    attempts: int = 0
    repeats: int = 0
    wrong: list[str] = field(default_factory=list)
    _stop: threading.Event = field(default_factory=threading.Event)

    def stop(self) -> None:
        """Begin no new delivery; the present one is sent until it is acknowledged."""
        self._stop.set()

    def run(self) -> None:
        """Send."""
        number = 0
        while not self._stop.is_set() and (self.letters is None or number < self.letters):
            if len(self.acknowledged) - self.site.finished() >= AHEAD:
                self._stop.wait(AGAIN_S)
                continue
            room = 3 if self.letters is None else min(3, self.letters - number)
            files = [_file(number + each + 1) for each in range(self.dice.randint(1, room))]
            number += len(files)
            self._send(f"zending-{number}", files)

    def _send(self, key: str, files: list[tuple[str, bytes]]) -> None:
        if self.dice.random() < 0.1:
            self._hang_up(key, files)
        answer = self._until_acknowledged(key, files)
        if self.dice.random() < 0.2:
            self.repeats += 1
            again = self._until_acknowledged(key, files)
            if again != answer:
                self.wrong.append(f"{key}: sent again it became another delivery")
        self.batches.append(str(answer["id"]))
        lines = answer["letters"]
        if [line["file"] for line in lines] != [name for name, _ in files]:
            self.wrong.append(f"{key}: not all files were taken in")
        for line in lines:
            self.acknowledged[line["id"]] = line["file"]

    def _until_acknowledged(self, key: str, files: list[tuple[str, bytes]]) -> dict[str, list]:
        again = threading.Event()
        while True:
            self.attempts += 1
            with suppress(httpx.HTTPError):
                answer = httpx.post(
                    f"{self.dice.choice(self.site.urls)}/v1/batches",
                    headers={**_login(self.site), "Idempotency-Key": key},
                    files=[("files", (name, data)) for name, data in files],
                    timeout=TIMEOUT_S,
                )
                if answer.status_code in AGREED:
                    return answer.json()
                if answer.status_code not in COME_BACK:
                    self.wrong.append(f"{key}: {answer.status_code} {answer.text[:200]}")
            again.wait(AGAIN_S)

    def _hang_up(self, key: str, files: list[tuple[str, bytes]]) -> None:
        """Break a delivery off halfway."""
        url = urlsplit(self.dice.choice(self.site.urls))
        request = httpx.Request(
            "POST",
            f"http://{url.netloc}/v1/batches",
            headers={**_login(self.site), "Idempotency-Key": key},
            files=[("files", (name, data)) for name, data in files],
        )
        body = request.read()
        head = "".join(f"{name}: {value}\r\n" for name, value in request.headers.items())
        with (
            suppress(OSError),
            socket.create_connection((url.hostname, url.port), TIMEOUT_S) as line,
        ):
            line.sendall(
                f"POST /v1/batches HTTP/1.1\r\n{head}\r\n".encode() + body[: len(body) // 2]
            )


@dataclass
class Reader:
    """A system that reads the feed of events from its beginning, and never looks back."""

    site: Site
    dice: random.Random
    events: list[str] = field(default_factory=list)
    _after: int = 0

    def run(self, stop: threading.Event) -> None:
        """Read along until told to stop."""
        while not stop.wait(AGAIN_S):
            with suppress(*PASSING, KeyError, json.JSONDecodeError):
                self.read()

    def read(self) -> int:
        """Read one page; return how many events it held."""
        answer = httpx.get(
            f"{self.dice.choice(self.site.urls)}/v1/events",
            params={"after": self._after},
            headers=_login(self.site),
            timeout=TIMEOUT_S,
        ).raise_for_status()
        found = answer.json()
        self.events += [each["id"] for each in found]
        self._after = int(httpx.URL(answer.links["next"]["url"]).params["after"])
        return len(found)


@dataclass
class Clerk:
    """Someone who corrects letters that were read: each gets a further report."""

    site: Site
    dice: random.Random
    corrections: int = 0

    def run(self, stop: threading.Event) -> None:
        """Correct a letter now and then until told to stop."""
        judge = judge_of(self.site.settings, self.site.store)
        while not stop.wait(CLERK_S):
            with suppress(AwayError, FullError, NotFoundError, sa.exc.SQLAlchemyError):
                self._correct_one(judge)

    def _correct_one(self, judge: object) -> None:
        query = sa.select(letter.c.id).where(
            letter.c.state == LetterState.DONE, letter.c.error_code.is_(None)
        )
        with self.site.store.database.reading() as connection:
            known = sorted(connection.execute(query).scalars())
        if not known:
            return
        with self.site.store.reading() as transaction:
            record = transaction.letters.find(self.dice.choice(known))
        wish = Wish("handtekening", self.dice.choice((Act.CONFIRMED, Act.ABSENT)))
        correct(record, wish, account_id=CLERK, judge=judge)  # type: ignore[arg-type]
        self.corrections += 1


def in_background(work: Callable[..., None], *given: object) -> threading.Thread:
    """Start a thread that does this."""
    thread = threading.Thread(target=work, args=given, daemon=True)
    thread.start()
    return thread


def _file(number: int) -> tuple[str, bytes]:
    """Return a letter that differs from all others, or now and then one that nobody can read."""
    if number % BROKEN == 0:
        return f"brief-{number:05}.pdf", b"%PDF-1.4\n" + f"{number} kapot".encode()
    made = made_letter(number)
    with made.open() as source:
        return f"brief-{number:05}.pdf", source.read()


def _login(site: Site) -> Mapping[str, str]:
    return {"Authorization": f"Bearer {site.key}"}
