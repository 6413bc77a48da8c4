"""A mailbox on a real IMAP server: nothing lost, nothing doubled, nothing deleted."""

import dataclasses
import datetime as dt
import errno
from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

import pytest
import sqlalchemy as sa

from service.adapters.mail.imap import Account, ImapMailbox
from service.adapters.store.tables import alert, letter
from service.ports.doors import OpenMailbox
from service.ports.errors import FullError, MailboxError
from service.usecases.mailbox import Fetched, MailRound, MailWatch
from service.usecases.opener import Opener
from tests.faulty import Fuse, Fused, KilledError, fused_desk
from tests.imap_server import PASSWORD, USER, ImapServer, imap_server
from tests.mails import COVER, LETTER, attach, message, opener
from tests.posts import OURS, PostRoom

pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning")
DONE, FAILED = "Verwerkt", "Fout"


@pytest.fixture(scope="module")
def shared() -> Iterator[ImapServer]:
    """Return one server for all tests."""
    with imap_server() as running:
        yield running


@pytest.fixture
def server(shared: ImapServer) -> ImapServer:
    """Return the server with an empty mailbox."""
    with shared.client() as client:
        client.select("INBOX")
        if client.search(None, "ALL")[1] != [b""]:
            client.store("1:*", "+FLAGS", "\\Deleted")
            client.expunge()
        for folder in (DONE, FAILED):
            client.delete(folder)
    return shared


def account(server: ImapServer, **changes: object) -> Account:
    made = Account(
        host="localhost",
        port=server.port,
        user=USER,
        password=PASSWORD,
        folder="INBOX",
        done_folder=DONE,
        failed_folder=FAILED,
        timeout_s=20.0,
        ca_file=server.ca_file,
    )
    return dataclasses.replace(made, **changes)  # type: ignore[arg-type]


def keeping(room: PostRoom) -> Opener:
    return opener(keep=lambda source: room.blobs.put(source, max_bytes=10_000_000))


def round_of(room: PostRoom, server: ImapServer, **changes: object) -> MailRound:
    mailbox = ImapMailbox(account(server, **changes))
    return MailRound(MailWatch("post", OURS.id), mailbox, desk=room.desk, opener=keeping(room))


def letters(room: PostRoom) -> list[str]:
    with room.store.database.reading() as connection:
        ids = connection.execute(sa.select(letter.c.id).order_by(letter.c.number)).scalars()
        with room.store.reading() as transaction:
            return [transaction.letters.find(each).file for each in ids]


def alerts(room: PostRoom) -> set[str]:
    with room.store.database.reading() as connection:
        return set(connection.execute(sa.select(alert.c.code)).scalars())


def numbered(number: int, text: str = LETTER) -> bytes:
    made = message(text, subject=f"bezwaar {number}")
    made.replace_header("Message-ID", f"<{number}@voorbeeldmail.nl>")
    return made.as_bytes()


def test_messages_become_letters_and_are_put_away(room: PostRoom, server: ImapServer) -> None:
    server.deliver(numbered(1))
    server.deliver(attach(message(COVER, subject="bijlage")).as_bytes())
    done = round_of(room, server).walk()
    assert (done.messages, done.letters) == (2, 2)
    assert letters(room) == ["bezwaar 1/bericht.pdf", "bijlage/bezwaar.pdf"]
    assert (server.count("INBOX"), server.count(DONE)) == (0, 2)


def test_the_message_itself_is_kept(room: PostRoom, server: ImapServer) -> None:
    server.deliver(numbered(1))
    round_of(room, server).walk()
    with room.store.database.reading() as connection:
        sha256 = connection.execute(sa.select(letter.c.message_sha256)).scalar_one()
    assert room.blobs.read(sha256) == numbered(1).replace(b"\n", b"\r\n")


def test_a_message_without_a_date_came_when_the_server_took_it(
    room: PostRoom, server: ImapServer
) -> None:
    with server.client() as client:
        taken = '"20-Nov-2026 23:30:00 +0000"'
        client.append("INBOX", "", taken, message(LETTER, date=None).as_bytes())
    round_of(room, server).walk()
    with room.store.database.reading() as connection:
        row = connection.execute(sa.select(letter.c.received, letter.c.received_source)).one()
    assert tuple(row) == (dt.date(2026, 11, 21), "mail")


def test_a_message_of_which_something_is_refused_goes_where_people_look(
    room: PostRoom, server: ImapServer
) -> None:
    server.deliver(attach(attach(message(COVER)), b"x", "b.docx", "application/msword").as_bytes())
    server.deliver(b"From: a@b.nl\r\nSubject: x\r\nContent-Type: application/pkcs7-mime\r\n\r\nAA")
    round_of(room, server).walk()
    assert (server.count("INBOX"), server.count(FAILED), server.count(DONE)) == (0, 2, 0)
    assert alerts(room) == {"mail_met_rest"}


def test_nothing_is_deleted_that_someone_else_marked_for_it(
    room: PostRoom, server: ImapServer
) -> None:
    server.deliver(numbered(1))
    with server.client() as client:
        client.select("INBOX")
        client.store("1", "+FLAGS", "\\Deleted")
    server.deliver(numbered(2))
    round_of(room, server, done_folder="INBOX").walk()
    assert server.count("INBOX") == 2


def test_the_same_message_delivered_twice_is_one_letter(room: PostRoom, server: ImapServer) -> None:
    for host in ("mx1", "mx2"):
        trace = (host, "Mon, 09 Nov 2026 12:00:00 +0100")
        server.deliver(message(LETTER, received=(trace,)).as_bytes())
    round_of(room, server).walk()
    assert len(letters(room)) == 1
    assert server.count(DONE) == 2


def test_two_messages_with_one_message_id_are_two_letters(
    room: PostRoom, server: ImapServer
) -> None:
    server.deliver(message(LETTER).as_bytes())
    server.deliver(message(f"{LETTER} En nog iets.").as_bytes())
    round_of(room, server).walk()
    assert len(letters(room)) == 2


class Counting:
    """A mailbox that counts what is fetched from it, and may not put anything away."""

    def __init__(self, mailbox: ImapMailbox) -> None:
        """Begin to count."""
        self._mailbox = mailbox
        self.fetched = 0

    @contextmanager
    def open_mailbox(self) -> Iterator[OpenMailbox]:
        """Connect."""
        with self._mailbox.open_mailbox() as opened, patch.object(opened, "mark"):
            real = opened.fetch

            def fetch(uid: str) -> bytes | None:
                self.fetched += 1
                return real(uid)

            with patch.object(opened, "fetch", fetch):
                yield opened


def test_a_message_that_could_not_be_put_away_is_not_fetched_again(
    room: PostRoom, server: ImapServer
) -> None:
    server.deliver(numbered(1))
    counting = Counting(ImapMailbox(account(server)))
    for _ in range(3):  # each time as after a restart
        watch = MailWatch("post", OURS.id)
        MailRound(watch, counting, desk=room.desk, opener=keeping(room)).walk()
    assert (counting.fetched, len(letters(room)), server.count("INBOX")) == (1, 1, 1)


def test_a_mailbox_that_is_numbered_anew_gives_no_letter_twice(
    room: PostRoom, server: ImapServer
) -> None:
    server.deliver(numbered(1))
    counting = Counting(ImapMailbox(account(server)))
    MailRound(MailWatch("post", OURS.id), counting, desk=room.desk, opener=keeping(room)).walk()
    with server.client() as client:  # the same message, in a folder with other numbers
        client.create("Anders")
        client.select("INBOX")
        client.copy("1", "Anders")
    anders = ImapMailbox(account(server, folder="Anders"))
    done = MailRound(
        MailWatch("post", OURS.id), anders, desk=room.desk, opener=keeping(room)
    ).walk()
    assert (done.messages, len(letters(room)), server.count("Anders")) == (0, 1, 0)


def test_a_number_that_is_given_to_another_message_hides_nothing(
    room: PostRoom, server: ImapServer
) -> None:
    server.deliver(numbered(1))
    round_of(room, server).walk()
    with room.store.working() as transaction:  # what a repaired server would look like
        transaction.connection.execute(sa.text("update mail set place = '1/2/999/lang geleden'"))
    server.deliver(numbered(2))
    round_of(room, server).walk()
    assert letters(room) == ["bezwaar 1/bericht.pdf", "bezwaar 2/bericht.pdf"]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"password": "fout"}, "mailbox_wachtwoord"),
        ({"password": "één"}, "mailbox_wachtwoord"),
        ({"folder": "Bestaat niet"}, "mailbox_map_weg"),
        ({"port": 1}, "mailbox_weg"),
        ({"ca_file": None}, "mailbox_weg"),
        ({"done_folder": "\\slecht/*%"}, "mailbox_map_weg"),
    ],
)
def test_a_mailbox_in_trouble_says_what_it_is(
    room: PostRoom, server: ImapServer, changes: dict[str, object], code: str
) -> None:
    server.deliver(numbered(1))
    with pytest.raises(MailboxError) as caught:
        round_of(room, server, **changes).walk()
    assert (caught.value.code, alerts(room)) == (code, {code})
    assert server.count("INBOX") == 1


def test_a_message_beyond_the_limit_is_named_and_not_fetched(
    room: PostRoom, server: ImapServer
) -> None:
    server.deliver(message(LETTER * 20).as_bytes())
    small = dataclasses.replace(keeping(room), max_bytes=2_000)
    mailbox = ImapMailbox(account(server))
    watch = MailWatch("post", OURS.id)
    done = MailRound(watch, mailbox, desk=room.desk, opener=small).walk()
    assert (done.refused, server.count(FAILED)) == (1, 1)


def test_a_full_disk_leaves_every_message_where_it_is(room: PostRoom, server: ImapServer) -> None:
    server.deliver(numbered(1))
    walker = round_of(room, server)

    def refuse(*_: object, **__: object) -> None:
        raise FullError(errno.ENOSPC, "full")

    with patch.object(type(room.blobs), "draft", refuse), pytest.raises(FullError):
        walker.walk()
    assert (letters(room), server.count("INBOX")) == ([], 1)
    walker.walk()
    assert len(letters(room)) == 1


def test_a_message_on_which_the_code_breaks_does_not_stop_the_others(
    room: PostRoom, server: ImapServer
) -> None:
    server.deliver(numbered(1, f"{LETTER} BREEK"))
    server.deliver(numbered(2))

    def read(data: bytes) -> object:
        if b"BREEK" in data:
            raise ZeroDivisionError
        return keeping(room).read(data)

    breaking = dataclasses.replace(keeping(room), read=read)  # type: ignore[arg-type]
    mailbox = ImapMailbox(account(server))
    walker = MailRound(MailWatch("post", OURS.id), mailbox, desk=room.desk, opener=breaking)
    for _ in range(3):
        with pytest.raises(ZeroDivisionError):
            walker.walk()
    assert walker.walk() == Fetched(left=1)
    assert letters(room) == ["bezwaar 2/bericht.pdf"]
    assert alerts(room) == {"mail_breekt"}


def test_killed_at_any_step_no_message_is_lost_and_none_is_doubled(
    room: PostRoom, server: ImapServer
) -> None:
    for step in range(1, 200):
        server.deliver(numbered(step))
        server.deliver(numbered(step + 1000, f"{LETTER}\n2"))
        fuse = Fuse(step)
        mailbox = Fused(ImapMailbox(account(server)), fuse)
        watch, desk = MailWatch("post", OURS.id), fused_desk(room.desk, fuse)
        try:
            MailRound(watch, mailbox, desk=desk, opener=keeping(room)).walk()  # type: ignore[arg-type]
        except KilledError:
            round_of(room, server).walk()
        assert len(letters(room)) == 2 * step, f"killed at step {step}"
        assert server.count("INBOX") == 0, f"killed at step {step}"
        if fuse.steps < step:
            break
    assert 20 < step < 199


def test_where_messages_cannot_be_moved_they_are_marked(room: PostRoom) -> None:
    more = "imap_capability = IMAP4rev1 UIDPLUS"
    with imap_server(more=more) as old:
        old.deliver(numbered(1))
        for _ in range(2):
            done = round_of(room, old).walk()
        assert (done.known, len(letters(room)), old.count("INBOX")) == (0, 1, 1)


def test_a_server_that_goes_away_and_comes_back_costs_nothing(
    room: PostRoom,
) -> None:
    with imap_server() as server:
        server.deliver(numbered(1))
        walker = round_of(room, server)
        server.stop()
        with pytest.raises(MailboxError):
            walker.walk()
        server.start()
        walker.walk()
        assert (len(letters(room)), server.count(DONE)) == (1, 1)
