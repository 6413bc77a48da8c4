"""What is swept, what is not, and how long work has waited."""

import datetime as dt
import io
from typing import TYPE_CHECKING, cast

import pytest

from service.adapters.broker.rabbitmq_queues import RabbitmqQueues
from service.ports.jobs import Work
from service.records.doors import TakenMail
from service.records.letters import StoredBlob
from service.usecases.receive import receive, refused
from service.usecases.sweep import forget, sweep_mails
from tests.posts import PostRoom, envelope, incoming

if TYPE_CHECKING:
    from service.adapters.broker.rabbitmq import OutboxRabbitmq

MONTH = dt.timedelta(days=30)


def mail(room: PostRoom, content: bytes, batch_id: str, name: str = "een") -> StoredBlob:
    """Keep a message of a mailbox that belongs to a batch."""
    kept = room.blobs.put(io.BytesIO(content), max_bytes=1_000)
    taken = TakenMail("post", name, f"1/{name}", kept, batch_id, True, room.clock.now())
    with room.store.accepting() as transaction:
        transaction.mails.add(taken)
    return kept


def swept(room: PostRoom) -> int:
    return sweep_mails(store=room.store, blobs=room.blobs, clock=room.clock, kept=MONTH)


def test_a_message_without_letters_goes_after_a_month(room: PostRoom) -> None:
    nothing = [incoming()]
    nothing[0] = type(nothing[0])("x", nothing[0].open, refusal=refused("x", "leeg_bestand"))
    received = receive(nothing, envelope(), desk=room.desk)
    kept = mail(room, b"alleen een logo", received.batch.id)
    room.clock.move(days=29)
    assert (swept(room), room.blobs.has(kept.sha256)) == (0, True)
    room.clock.move(days=2)
    assert (swept(room), room.blobs.has(kept.sha256)) == (1, False)
    with room.store.reading() as transaction:
        known = transaction.mails.find("post", "een")
    assert known is not None  # it is not taken in again
    assert known.blob is None


def test_a_message_stays_as_long_as_its_letters(room: PostRoom) -> None:
    received = receive([incoming()], envelope(), desk=room.desk)
    kept = mail(room, b"een brief", received.batch.id)
    room.clock.move(days=400)
    assert (swept(room), room.blobs.has(kept.sha256)) == (0, True)


def test_bytes_that_another_letter_has_stay(room: PostRoom) -> None:
    file = incoming()
    nothing = type(file)("x", file.open, refusal=refused("x", "leeg_bestand"))
    received = receive([nothing], envelope(), desk=room.desk)
    kept = mail(room, b"een brief", received.batch.id)
    receive([incoming(content=b"een brief")], envelope(), desk=room.desk)
    room.clock.move(days=31)
    assert (swept(room), room.blobs.has(kept.sha256)) == (0, True)


def test_counts_and_sessions_of_long_ago_are_forgotten(room: PostRoom) -> None:
    now = room.clock.now()
    begun = int(now.timestamp()) // 900 * 900
    with room.store.working() as transaction:
        transaction.counts.add("account-x", begun)
    room.clock.move(hours=1)
    forget(store=room.store, clock=room.clock)
    with room.store.reading() as transaction:
        assert transaction.counts.read("account-x", begun) == 1
    room.clock.move(days=2)
    forget(store=room.store, clock=room.clock)
    with room.store.reading() as transaction:
        assert transaction.counts.read("account-x", begun) == 0


class Empty:
    """A RabbitMQ in which nothing is counted."""

    def count(self, _queue: str) -> int:
        return 0


def test_what_rabbitmq_has_is_as_old_as_the_letter_that_waits(room: PostRoom) -> None:
    queues = RabbitmqQueues(room.store, cast("OutboxRabbitmq", Empty()), room.clock.now)
    receive([incoming()], envelope(), desk=room.desk)
    room.clock.move(seconds=90)
    with room.store.database.working() as connection:
        connection.exec_driver_sql("delete from job")  # passed on
    ages = {each.work: each.oldest_s for each in queues.depths()}
    assert ages == {Work.READ: pytest.approx(90), Work.DELIVER: 0}
