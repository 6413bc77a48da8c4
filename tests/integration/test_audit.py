"""The audit log: added to, never changed, and who changes it behind our back is found."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import sqlalchemy as sa

from service.adapters.sealing import Sealer
from service.adapters.store.append_only import guard
from service.adapters.store.audit import SqlAudit
from service.adapters.store.migrate import migrate
from service.ports.errors import ReadOnlyError
from service.records.audit import (
    OPERATOR,
    About,
    Actor,
    ActorKind,
    AuditQuery,
    Broken,
    Checked,
    Deed,
    Done,
    Head,
    NotACodeError,
    letter_deed,
)
from service.usecases.audit_round import VIOLATED, look_through
from service.usecases.receive import receive
from tests.posts import OURS, THEIRS, PostRoom, envelope, incoming, post_room

WHO = Actor(ActorKind.ACCOUNT, "account-1")


@pytest.fixture(params=["sqlite", "postgresql"])
def room(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[PostRoom]:
    url = None
    if request.param == "postgresql":
        url = request.getfixturevalue("postgresql").new_database()
    with post_room(tmp_path, url=url) as opened:
        yield opened


def note(room: PostRoom, number: int = 1, act: Done = Done.LETTER_SEEN, **rest: str) -> None:
    with room.store.working() as transaction:
        deed = Deed(WHO, act, About.LETTER, f"brief-{number}", OURS.id, rest)
        transaction.audit.note(deed)


def check(room: PostRoom, expected: Head | None = None) -> Checked:
    with room.store.reading() as transaction:
        return transaction.audit.check(expected)


def behind_our_back(room: PostRoom, *statements: str) -> None:
    """Change the table as its owner can: the triggers are taken away first."""
    with room.store.database.accepting() as connection:
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql("DROP TRIGGER audit_no_update")
            connection.exec_driver_sql("DROP TRIGGER audit_no_delete")
        else:
            connection.exec_driver_sql("DROP TRIGGER audit_no_change ON audit")
        for statement in statements:
            connection.exec_driver_sql(statement)
        guard(connection)


def test_what_is_noted_stands_there_in_its_order(room: PostRoom) -> None:
    note(room, 1, bladzijde="2")
    room.clock.move(seconds=1)
    note(room, 2, Done.BSN_SHOWN)
    with room.store.reading() as transaction:
        second, first = transaction.audit.list(AuditQuery(OURS.id))
    assert [first.seq, second.seq] == [1, 2]
    assert (first.deed.act, dict(first.deed.details)) == (Done.LETTER_SEEN, {"bladzijde": "2"})
    assert (second.at - first.at).total_seconds() == 1
    assert second.previous == first.hash
    assert check(room).broken is None


def test_what_fails_is_not_written_down(room: PostRoom) -> None:
    def fail() -> None:
        with room.store.working() as transaction:
            transaction.audit.note(Deed(WHO, Done.LETTER_SEEN, About.LETTER, "brief-1"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert check(room).head == Head()


def test_a_transaction_that_only_looks_writes_nothing_down(room: PostRoom) -> None:
    with room.store.reading() as transaction, pytest.raises(ReadOnlyError):
        transaction.audit.note(Deed(WHO, Done.LETTER_SEEN, About.LETTER, "brief-1"))


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit SET act = 'gezocht' WHERE seq = 2",
        "DELETE FROM audit WHERE seq = 2",
        "DELETE FROM audit",
    ],
)
def test_the_database_refuses_every_change(room: PostRoom, statement: str) -> None:
    for number in range(3):
        note(room, number)
    with (
        pytest.raises(sa.exc.DBAPIError, match="only added to"),
        room.store.database.accepting() as connection,
    ):
        connection.exec_driver_sql(statement)
    assert check(room).head.seq == 3


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("UPDATE audit SET act = 'gezocht' WHERE seq = 3", (3, Broken.CHANGED)),
        ("UPDATE audit SET act = 'onzin', at = 'nooit' WHERE seq = 3", (3, Broken.CHANGED)),
        ("UPDATE audit SET details = 'geen JSON' WHERE seq = 4", (4, Broken.CHANGED)),
        ("UPDATE audit SET organisation_id = NULL WHERE seq = 1", (1, Broken.CHANGED)),
        ("UPDATE audit SET hash = repeat('a', 64) WHERE seq = 2", (2, Broken.CHANGED)),
        ("DELETE FROM audit WHERE seq = 1", (1, Broken.MISSING)),
        ("DELETE FROM audit WHERE seq = 3", (3, Broken.MISSING)),
        ("UPDATE audit SET seq = seq - 1 WHERE seq > 3", (4, Broken.MISSING)),
    ],
)
def test_the_first_row_that_is_wrong_is_named(
    room: PostRoom, statement: str, found: tuple[int, Broken]
) -> None:
    for number in range(5):
        note(room, number)
    statements = [statement]
    if "seq - 1" in statement:  # a row is taken out and the others are moved up
        statements = ["DELETE FROM audit WHERE seq = 3", "UPDATE audit SET seq = 3 WHERE seq = 4"]
        found = (3, Broken.CHANGED)
    if not room.store.database.is_sqlite or "repeat" not in statement:
        behind_our_back(room, *statements)
    else:
        behind_our_back(room, statement.replace("repeat('a', 64)", f"'{'a' * 64}'"))
    checked = check(room)
    assert (checked.seq, checked.broken) == found


def test_the_last_rows_are_missed_by_who_kept_the_head(room: PostRoom) -> None:
    for number in range(5):
        note(room, number)
    kept = check(room).head
    assert check(room, kept).broken is None
    behind_our_back(room, "DELETE FROM audit WHERE seq > 3")
    assert check(room).broken is None
    checked = check(room, kept)
    assert (checked.seq, checked.broken) == (4, Broken.CUT_OFF)
    note(room, 6)
    note(room, 7)
    assert check(room, kept).broken is Broken.CHANGED


def test_without_the_key_no_chain_can_be_made(room: PostRoom) -> None:
    for number in range(3):
        note(room, number)
    with room.store.database.accepting() as connection:
        other = SqlAudit(connection, Sealer((bytes(32),)), now=room.clock.now(), may_write=True)
        other.note(Deed(WHO, Done.DESTROYED, About.LETTER, "brief-9"))
        other.write()
    checked = check(room)
    assert (checked.seq, checked.broken) == (4, Broken.CHANGED)


def test_many_at_once_make_one_chain(room: PostRoom) -> None:
    def work(writer: int) -> None:
        for number in range(20):
            note(room, 100 * writer + number)

    with ThreadPoolExecutor(6) as threads:
        list(threads.map(work, range(6)))
    checked = check(room)
    assert (checked.head.seq, checked.broken) == (120, None)


def test_the_chain_stays_when_a_letter_is_destroyed(room: PostRoom) -> None:
    received = receive([incoming()], envelope(), desk=room.desk)
    letter_id = received.letters[0].id
    with room.store.accepting() as transaction:
        letter = transaction.letters.find(letter_id)
        transaction.audit.note(letter_deed(OPERATOR, Done.DESTROYED, letter))
        transaction.letters.destroy(letter_id)
    with room.store.reading() as transaction:
        rows = transaction.audit.list(AuditQuery(about_id=letter_id, act=Done.DESTROYED))
    assert [each.deed.organisation_id for each in rows] == [OURS.id]
    assert check(room).broken is None


def test_rows_are_found_by_who_what_and_when(room: PostRoom) -> None:
    start = room.clock.now()
    note(room, 1)
    room.clock.move(days=1)
    note(room, 2, Done.BSN_SHOWN)
    with room.store.reading() as transaction:
        audit = transaction.audit

        def numbers(**wish: object) -> list[int]:
            return [each.seq for each in audit.list(AuditQuery(**wish))]  # type: ignore[arg-type]

        assert numbers(by=WHO.id) == [2, 1]
        assert numbers(act=Done.BSN_SHOWN) == [2]
        assert numbers(about_id="brief-1") == [1]
        assert numbers(since=room.clock.now()) == [2]
        assert numbers(since=start, until=room.clock.now()) == [1]
        assert numbers(before=2) == [1]
        assert numbers(organisation_id=THEIRS.id) == []


def test_a_chain_that_is_broken_is_told_and_alerted_of(room: PostRoom) -> None:
    told: list[Checked] = []
    note(room)
    look_through(store=room.store, clock=room.clock, tell=told.append)
    assert [str(each.head)[:2] for each in told] == ["1:"]
    behind_our_back(room, "DELETE FROM audit WHERE seq = 1")
    note(room)
    behind_our_back(room, "UPDATE audit SET previous = 'x' WHERE seq = 1")
    assert look_through(store=room.store, clock=room.clock, tell=told.append).seq == 1
    with room.store.reading() as transaction:
        assert [each.code for each in transaction.alerts.unseen()] == [VIOLATED]


@pytest.mark.parametrize("text", ["Jan Jansen", "999990019", "9999.90.019", "é", "x" * 101])
def test_what_tells_about_a_person_is_refused(text: str) -> None:
    with pytest.raises(NotACodeError):
        Deed(WHO, Done.SEARCHED, About.LIST, details={"woord": text})


def test_migrating_again_keeps_the_triggers(room: PostRoom) -> None:
    note(room)
    migrate(room.store.database)
    with pytest.raises(sa.exc.DBAPIError), room.store.database.accepting() as connection:
        connection.exec_driver_sql("DELETE FROM audit")
