"""Letters past their term: planned, proposed by one, agreed to by another, gone without a trace."""

import csv
import dataclasses
import datetime as dt
import io
from pathlib import Path

import pikepdf
import pytest
import sqlalchemy as sa

from service.adapters.store.tables import letter, metadata
from service.ports.reading import Assignment, Finished
from service.ports.reading import Outcome as ReadOutcome
from service.records.audit import OPERATOR, AuditQuery, Done
from service.records.people import Account, Role
from service.records.retention import Outcome, ProposalState, WhyKept
from service.records.work import FollowUpKind, FollowUpTask
from service.rendering.destruction import DestructionList, render_csv, render_pdf
from service.usecases.destruction import (
    DestructionDesk,
    Shredder,
    approve,
    carry_out,
    plan,
    propose,
    withdraw,
)
from service.usecases.errors import UsageError
from service.usecases.ledger import check
from service.usecases.read_letter import Room, read_letter
from service.usecases.receive import receive
from service.usecases.retention import set_terms
from tests.belongings import belongings_of
from tests.posts import OURS, FakeReader, PostRoom, envelope, incoming, post_room
from tests.unit.service.reports import make_report
from tests.web import FakePages, Office
from validators.report import DocumentInfo

People = tuple[Account, Account]
STAYS = {"audit", "destruction", "destruction_line"}  # say that there was a letter, and no more


def account_of(room: PostRoom, account_id: str) -> Account:
    made = Account(
        account_id, OURS.id, f"{account_id}@x.nl", "An", Role.BEHEERDER, room.clock.now()
    )
    with room.store.accepting() as transaction:
        transaction.accounts.add(made)
    return made


@pytest.fixture
def one(room: PostRoom) -> Account:
    return account_of(room, "beheerder-1")


@pytest.fixture
def people(room: PostRoom, one: Account) -> People:
    """Return who proposes and who agrees."""
    return one, account_of(room, "beheerder-2")


@pytest.fixture
def desk(room: PostRoom) -> DestructionDesk:
    numbers = iter(range(1, 100))
    return DestructionDesk(room.store, room.clock, lambda: f"voorstel-{next(numbers)}")


@pytest.fixture
def shredder(room: PostRoom) -> Shredder:
    return Shredder(room.store, room.blobs, FakePages(), room.clock)


def file_of(room: PostRoom, letters: int = 1, content: bytes = b"een brief") -> list[str]:
    """Receive and read a file with letters that nobody handled yet; return their ids."""

    def info(part: int) -> DocumentInfo:
        kind = "application/pdf"
        return DocumentInfo(file="x", part=part, first_page=part, pages=1, media_type=kind)

    def read(_: Assignment) -> Finished:
        reports = (
            make_report(part=part).model_copy(update={"document": info(part)})
            for part in range(1, letters + 1)
        )
        return Finished(tuple(ReadOutcome(each, file_pages=letters) for each in reports))

    (new,) = receive([incoming(content=content)], envelope(), desk=room.desk).letters
    read_letter(new.id, room=Room(room.store, FakeReader(read), room.clock, max_claims=3))
    with room.store.reading() as transaction:
        return [new.id, *(each.id for each in transaction.letters.parts(new.id))]


def handle(room: PostRoom, *ids: str, is_open: bool = False) -> None:
    with room.store.database.working() as connection:
        at = None if is_open else room.clock.now()
        connection.execute(letter.update().where(letter.c.id.in_(ids)).values(handled_at=at))


def keep_a_year(room: PostRoom) -> None:
    set_terms(OURS.id, dict.fromkeys(Outcome, 12), by=OPERATOR, store=room.store)


def going(room: PostRoom) -> list[str]:
    return [each.id for each in plan(OURS.id, store=room.store, clock=room.clock).going]


def exists(room: PostRoom, letter_id: str) -> bool:
    with room.store.reading() as transaction:
        found = sa.select(letter.c.id).where(letter.c.id == letter_id)
        return transaction.connection.execute(found).first() is not None


def state_of(room: PostRoom, proposal_id: str) -> ProposalState:
    with room.store.reading() as transaction:
        return transaction.destructions.find(proposal_id, organisation_id=OURS.id).state


def past_file(room: PostRoom, letters: int = 1) -> list[str]:
    """Return a file of which the term of all letters is over."""
    keep_a_year(room)
    ids = file_of(room, letters)
    handle(room, *ids)
    room.clock.move(days=400)
    return ids


def agreed(one: Account, other: Account, desk: DestructionDesk) -> str:
    proposal = propose(OURS.id, by=one, desk=desk)
    approve(proposal.id, by=other, desk=desk)
    return proposal.id


def test_a_letter_is_planned_when_its_term_is_over(room: PostRoom) -> None:
    keep_a_year(room)
    (sent,) = file_of(room)
    room.clock.move(days=400)
    assert going(room) == []  # nobody handled it
    handle(room, sent)
    assert going(room) == []
    room.clock.move(days=360)
    assert going(room) == []
    room.clock.move(days=10)
    assert going(room) == [sent]


def test_a_file_stays_as_long_as_one_of_its_letters_is_not_past(room: PostRoom) -> None:
    first, second = past_file(room, letters=2)
    assert going(room) == [first, second]
    handle(room, second)
    found = plan(OURS.id, store=room.store, clock=room.clock)
    assert found.going == ()
    assert [each.id for each in found.staying] == [first]


def test_nothing_is_destroyed_before_somebody_else_agrees(
    room: PostRoom, people: People, desk: DestructionDesk, shredder: Shredder
) -> None:
    one, other = people
    (sent,) = past_file(room)
    proposal = propose(OURS.id, by=one, desk=desk)
    assert carry_out(shredder=shredder) == ()
    with pytest.raises(UsageError):
        approve(proposal.id, by=one, desk=desk)
    assert carry_out(shredder=shredder) == ()
    assert exists(room, sent)
    approve(proposal.id, by=other, desk=desk)
    (ended,) = carry_out(shredder=shredder)
    assert (ended.destroyed, ended.kept) == (1, 0)
    assert not exists(room, sent)
    assert state_of(room, proposal.id) is ProposalState.DONE
    assert carry_out(shredder=shredder) == ()


def test_a_proposal_is_decided_on_once(
    room: PostRoom, people: People, desk: DestructionDesk, shredder: Shredder
) -> None:
    one, other = people
    (sent,) = past_file(room)
    proposal = propose(OURS.id, by=one, desk=desk)
    with pytest.raises(UsageError):
        propose(OURS.id, by=other, desk=desk)
    withdraw(proposal.id, by=one, desk=desk)
    with pytest.raises(UsageError):
        approve(proposal.id, by=other, desk=desk)
    assert carry_out(shredder=shredder) == ()
    assert exists(room, sent)
    assert propose(OURS.id, by=other, desk=desk).id != proposal.id


def test_with_nothing_past_there_is_nothing_to_propose(
    room: PostRoom, one: Account, desk: DestructionDesk
) -> None:
    keep_a_year(room)
    with pytest.raises(UsageError):
        propose(OURS.id, by=one, desk=desk)


def test_what_is_needed_again_stays_when_its_turn_comes(
    room: PostRoom, people: People, desk: DestructionDesk, shredder: Shredder
) -> None:
    one, other = people
    keep_a_year(room)
    reopened, waited_for, quiet = (file_of(room, content=b"%d" % each)[0] for each in range(3))
    handle(room, reopened, waited_for, quiet)
    room.clock.move(days=400)
    proposal_id = agreed(one, other, desk)
    handle(room, reopened, is_open=True)
    now = room.clock.now()
    task = FollowUpTask(
        id="t",
        organisation_id=OURS.id,
        letter_id=waited_for,
        sent_letter_id=None,
        kind=FollowUpKind.HERSTEL,
        due=now.date() + dt.timedelta(days=9),
        created_at=now,
        created_by=one.id,
    )
    with room.store.accepting() as transaction:
        transaction.follow_ups.add(task)
    (ended,) = carry_out(shredder=shredder)
    assert (ended.destroyed, ended.kept) == (1, 2)
    assert [exists(room, each) for each in (reopened, waited_for, quiet)] == [True, True, False]
    with room.store.reading() as transaction:
        lines = transaction.destructions.lines(proposal_id)
    assert {each.letter.id: each.why_kept for each in lines} == {
        reopened: WhyKept.AGAIN,
        waited_for: WhyKept.AGAIN,
        quiet: None,
    }


def test_broken_off_it_goes_on_where_it_was(
    room: PostRoom, people: People, desk: DestructionDesk, shredder: Shredder
) -> None:
    one, other = people
    keep_a_year(room)
    ids = [file_of(room, content=b"%d" % each)[0] for each in range(2)]
    handle(room, *ids)
    room.clock.move(days=400)
    agreed(one, other, desk)

    class Broken(FakePages):
        def forget(self, sha256: str) -> None:
            raise OSError(sha256)

    with pytest.raises(OSError, match=r"\w"):
        carry_out(shredder=dataclasses.replace(shredder, pages=Broken()))
    assert check(store=room.store, blobs=room.blobs, clock=room.clock).faults == ()
    (ended,) = carry_out(shredder=shredder)
    assert (ended.destroyed, ended.kept) == (2, 0)


def test_the_books_are_right_afterwards_and_every_step_is_written_down(
    room: PostRoom, people: People, desk: DestructionDesk, shredder: Shredder
) -> None:
    one, other = people
    past_file(room, letters=2)
    agreed(one, other, desk)
    carry_out(shredder=shredder)
    assert check(store=room.store, blobs=room.blobs, clock=room.clock).faults == ()
    with room.store.reading() as transaction:
        rows = transaction.audit.list(AuditQuery(organisation_id=OURS.id))
        assert transaction.audit.check().broken is None
    acts = [each.deed.act for each in rows]
    assert acts.count(Done.DESTROYED) == 2
    for act in (Done.DESTRUCTION_PROPOSED, Done.DESTRUCTION_APPROVED, Done.DESTRUCTION_DONE):
        assert acts.count(act) == 1


def test_the_list_says_what_by_which_rule_and_who_decided(
    room: PostRoom, people: People, desk: DestructionDesk, shredder: Shredder
) -> None:
    one, other = people
    (sent,) = past_file(room)
    proposal_id = agreed(one, other, desk)
    carry_out(shredder=shredder)
    with room.store.reading() as transaction:
        proposal = transaction.destructions.find(proposal_id, organisation_id=OURS.id)
        lines = transaction.destructions.lines(proposal_id)
    found = DestructionList(proposal, lines, "An", "Bo")
    (row,) = csv.DictReader(io.StringIO(render_csv(found).decode("utf-8-sig")), delimiter=";")
    assert (row["brief"], row["termijn (maanden)"]) == (sent, "12")
    assert row["wat ervan werd"].startswith("vernietigd 2")
    assert one.id in row["voorgesteld"]
    assert other.id in row["goedgekeurd"]
    with pikepdf.open(io.BytesIO(render_pdf(found))) as pdf:
        assert len(pdf.pages) == 1


def places_of(office: Office, wanted: str) -> list[str]:
    """Return the columns in which a text stands anywhere."""
    with office.room.store.database.reading() as connection:
        return [
            f"{table.name}.{column.name}"
            for table in metadata.sorted_tables
            for column in table.c
            if table.name not in STAYS
            and any(
                wanted in str(value) for value in connection.execute(sa.select(column)).scalars()
            )
        ]


def test_nothing_of_a_letter_is_left_anywhere(our_office: Office) -> None:
    """Its answers, corrections, hashes, deliveries and the bytes of all of them."""
    room = our_office.room
    ours = belongings_of(our_office)
    ids = [ours.ids[each] for each in ("letter_id", "other_id", "dead")]
    with room.store.reading() as transaction:
        records = [transaction.letters.find(each) for each in ids]
        (sent,) = transaction.sent_letters.about(ids[0])
    kept = [*(each.sha256 for each in records), sent.blob.sha256]
    before = {each: places_of(our_office, each) for each in (*ids, *kept)}
    assert all(before.values())
    assert len(before[ids[0]]) > 8
    for each in ids:
        our_office.client().delete(f"/v1/letters/{each}")
    assert {each: places for each in before if (places := places_of(our_office, each))} == {}
    assert [each for each in kept if list(our_office.folder.rglob(f"*{each}*"))] == []


def test_it_goes_the_same_way_on_postgresql(request: pytest.FixtureRequest, tmp_path: Path) -> None:
    url = request.getfixturevalue("postgresql").new_database()
    with post_room(tmp_path, url=url) as room:
        one, other = account_of(room, "beheerder-1"), account_of(room, "beheerder-2")
        first, _ = past_file(room, letters=2)
        numbers = iter(range(1, 100))
        desk = DestructionDesk(room.store, room.clock, lambda: f"voorstel-{next(numbers)}")
        agreed(one, other, desk)
        shredder = Shredder(room.store, room.blobs, FakePages(), room.clock)
        (ended,) = carry_out(shredder=shredder)
        assert (ended.destroyed, ended.kept) == (2, 0)
        assert not exists(room, first)
