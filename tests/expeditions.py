"""An expedition for tests: the real store, a receiver of ours, and jobs that the test does."""

import dataclasses
import datetime as dt
import itertools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import sqlalchemy as sa

from extractors.element import ElementId
from service.adapters.store.tables import job
from service.records.deliveries import (
    ChannelRecord,
    Content,
    Delivery,
    DeliveryState,
    Ending,
    EventType,
    Handover,
    Message,
)
from service.records.letters import FinishedLetter, LetterRecord
from service.usecases.backoff import Backoff
from service.usecases.cloudevents import Sender
from service.usecases.deliver import Expedition, deliver, overdue_round
from service.usecases.deliveries import Counter
from service.usecases.read_letter import _finish as finish_letter
from service.usecases.receive import receive
from tests.posts import OURS, PostRoom, envelope, incoming, post_room
from tests.unit.service.reports import make_report, make_state

TAKEN = Handover(Ending.DELIVERED, "aangenomen")
AWAY = Handover(Ending.LATER, "geen_verbinding")
SENDER = Sender("00000001823288444000", "https://postkamer.example.nl")
SHORT = Backoff(first_s=10, longest_s=100, total_s=50, spread=0)  # waits of 10 and 30 seconds

# A name alone ties no letters together: those of one person are compared at length.
NAMED = {ElementId.NAAM: make_state(value="M. Jansen")}


@dataclass
class FakeChannel:
    """A receiver that answers what the test says, and keeps what it took."""

    answer: Callable[[Message], Handover] = lambda _: TAKEN
    content: Content = Content.REFERENCE
    taken: list[Message] = field(default_factory=list)
    seen: list[Message] = field(default_factory=list)

    def deliver(self, message: Message) -> Handover:
        self.seen.append(message)
        handover = self.answer(message)
        if handover.ending is Ending.DELIVERED:
            self.taken.append(message)
        return handover

    def close(self) -> None:
        pass

    @property
    def versions(self) -> list[tuple[str, int]]:
        return [(each.letter_id, each.report_version) for each in self.taken]


@dataclass
class FakeChannels:
    """The same receiver for every channel."""

    channel: FakeChannel

    def of(self, record: ChannelRecord) -> FakeChannel:
        return self.channel


@dataclass
class Office:
    """A post room with one channel, and what delivers to it."""

    room: PostRoom
    channel: FakeChannel
    expedition: Expedition
    counter: Counter
    numbers: Iterator[int] = field(default_factory=itertools.count)

    def letter(self) -> LetterRecord:
        """Receive a letter unlike any other and finish it; those alike are compared at length."""
        content = f"brief {next(self.numbers)}".encode()
        (new,) = receive([incoming(content=content)], envelope(), desk=self.room.desk).letters
        with self.room.store.accepting() as transaction:
            transaction.letters.claim(new.id, now=self.room.clock.now())
        self.report(new.id)
        with self.room.store.reading() as transaction:
            return transaction.letters.find(new.id)

    def report(self, letter_id: str) -> None:
        """Make a report on the letter, the first or a later one."""
        with self.room.store.accepting() as transaction:
            again = dataclasses.replace(transaction.letters.find(letter_id), finished_at=None)
            _forget_finish(transaction.connection, letter_id)
            finish_letter(
                transaction,
                again,
                [FinishedLetter(make_report(elements=NAMED))],
                now=self.room.clock.now(),
                is_stranded=False,
            )

    def deliveries(self, state: DeliveryState | None = None) -> tuple[Delivery, ...]:
        with self.room.store.reading() as transaction:
            return transaction.deliveries.search(state=state)

    def states(self) -> list[DeliveryState]:
        return [each.state for each in self.deliveries()]

    def work(self, *, late: bool = True) -> int:
        """Do the jobs that are due, until there are none; return how many.

        `late`: a job is gone only after it was done, as with a lease; else it is gone first.
        """
        done = 0
        while (row := self._next_job()) is not None:
            if not late:
                self._remove(row.number)
            deliver(row.message.decode().split()[1], expedition=self.expedition)
            if late:
                self._remove(row.number)
            done += 1
        return done

    def pass_time(self, seconds: float) -> None:
        """Let time pass and do what is due: jobs, and the round of the keeper."""
        self.room.clock.move(seconds=seconds)
        self.work()
        overdue_round(self.expedition)
        self.work()

    def lose_jobs(self) -> None:
        """Lose the queue, as when a broker is purged."""
        with self.room.store.database.working() as connection:
            connection.execute(job.delete())

    def job_count(self) -> int:
        with self.room.store.database.reading() as connection:
            query = sa.select(sa.func.count()).where(job.c.queue == "bezorgen")
            return connection.execute(query).scalar_one()

    def _next_job(self) -> "sa.Row[tuple[object, ...]] | None":
        now = self.room.clock.now().timestamp()
        with self.room.store.database.reading() as connection:
            return connection.execute(
                job.select()
                .where(job.c.queue == "bezorgen", job.c.due <= now)
                .order_by(job.c.number)
                .limit(1)
            ).first()

    def _remove(self, number: int) -> None:
        with self.room.store.database.working() as connection:
            connection.execute(job.delete().where(job.c.number == number))


def _forget_finish(connection: sa.Connection, letter_id: str) -> None:
    from service.adapters.store.tables import letter  # noqa: PLC0415

    connection.execute(letter.update().where(letter.c.id == letter_id).values(finished_at=None))


def record(name: str = "zaaksysteem", **changes: object) -> ChannelRecord:
    """Return a channel with a default for everything."""
    values: dict[str, object] = {
        "id": f"kanaal-{name}",
        "organisation_id": OURS.id,
        "kind": "nep",
        "name": name,
        "settings": "{}",
        "profiles": (),
        "is_default": True,
    }
    return ChannelRecord(**{**values, **changes})  # type: ignore[arg-type]


@contextmanager
def office(
    folder: Path, *, url: str | None = None, backoff: Backoff = SHORT, channels: int = 1
) -> Iterator[Office]:
    """Open a post room whose reports go to as many channels as asked, with one receiver."""
    with post_room(folder, url=url) as room:
        with room.store.accepting() as transaction:
            for number in range(channels):
                transaction.channels.add(record(f"nummer-{number}"), now=room.clock.now())
        channel = FakeChannel()
        expedition = Expedition(
            store=room.store,
            channels=FakeChannels(channel),
            clock=room.clock,
            sender=SENDER,
            backoff=backoff,
            chance=lambda: 0.5,
        )
        yield Office(room, channel, expedition, Counter(room.store, room.clock))


def make_message(
    delivery_id: str = "bezorging-1", *, body: bytes = b"{}", version: int = 1, **changes: object
) -> Message:
    """Return a message with a default for everything."""
    values: dict[str, object] = {
        "id": delivery_id,
        "type": EventType.REPORTED,
        "body": body,
        "letter_id": "00000000-0000-4000-8000-000000000001",
        "report": make_report(),
        "report_version": version,
        "sent_at": dt.datetime(2026, 11, 23, 9, 0, tzinfo=dt.UTC),
    }
    return Message(**{**values, **changes})  # type: ignore[arg-type]
