"""How long an e-mail is kept: as long as one of its letters, or as it gave none."""

import datetime as dt
import io

from service.ports.store import Transaction
from service.records.doors import TakenMail
from service.records.letters import NewLetter, StoredBlob
from service.usecases.receive import Incoming, Received, receive
from tests.posts import PostRoom, envelope, incoming


def taken(room: PostRoom, *files: Incoming) -> tuple[StoredBlob, tuple[NewLetter, ...]]:
    """Take in a message that gives these letters; return it and them."""
    kept = room.blobs.put(io.BytesIO(b"het bericht"), max_bytes=100)

    def also(transaction: Transaction, received: Received) -> None:
        batch_id, now = received.batch.id, room.clock.now()
        transaction.mails.add(TakenMail("post", "hash", "1/1", kept, batch_id, False, now))

    parts = [Incoming(each.file, each.open, message=kept) for each in files]
    return kept, receive(parts, envelope(), desk=room.desk, also=also).letters


def test_a_message_goes_with_the_last_of_its_letters(room: PostRoom) -> None:
    kept, letters = taken(room, incoming("a.pdf", b"een"), incoming("b.pdf", b"twee"))
    with room.store.accepting() as transaction:
        first = transaction.letters.destroy(letters[0].id)
        last = transaction.letters.destroy(letters[1].id)
    assert (kept.sha256 in first, kept.sha256 in last) == (False, True)


def test_a_message_that_gave_no_letters_is_kept(room: PostRoom) -> None:
    kept, _ = taken(room)
    with room.store.reading() as transaction:
        assert transaction.letters.orphans([kept.sha256]) == frozenset()


def test_a_message_whose_letters_are_gone_is_still_known(room: PostRoom) -> None:
    _, letters = taken(room, incoming())
    with room.store.accepting() as transaction:
        transaction.letters.destroy(letters[0].id)
        found = transaction.mails.find("post", "hash")
    assert found is not None
    assert (found.blob, found.taken_at.tzinfo) == (None, dt.UTC)
