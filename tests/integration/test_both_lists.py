"""The work list, dossiers and duplicates alike on SQLite and on PostgreSQL."""

import datetime as dt
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from extractors.element import ElementId
from service.ports.reading import Assignment, Finished, Outcome
from service.records.dossiers import Alike, Tie
from service.records.fingerprints import Fingerprint
from service.records.letters import LetterRecord
from service.records.work import WorkGroup, WorkQuery
from service.usecases.read_letter import Room, read_letter
from service.usecases.receive import receive
from tests.posts import OURS, FakeReader, PostRoom, envelope, incoming, post_room
from tests.unit.service.reports import make_report, make_state
from validators.report import Notice, SubmissionWindow, Verdict, WindowVerdict

BSN = "999990019"
WORDS = Fingerprint(words=tuple(range(128)))


@pytest.fixture(params=["sqlite", "postgresql"])
def room(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[PostRoom]:
    url = None
    if request.param == "postgresql":
        url = request.getfixturevalue("postgresql").new_database()
    with post_room(tmp_path, url=url) as opened:
        yield opened


def bring(room: PostRoom, content: bytes, **changes: object) -> LetterRecord:
    """Take a letter in and let it have a report with these changes."""
    received = receive([incoming(content=content)], envelope(), desk=room.desk)
    elements = {
        ElementId.BSN: make_state(value=str(changes.pop("bsn", BSN))),
        ElementId.KENMERK: make_state(value=str(changes.pop("kenmerk", "WLZ-1"))),
        ElementId.DATUM: make_state(value=str(changes.pop("datum", "2026-11-01"))),
    }

    def read(each: Assignment) -> Finished:
        report = make_report(file=each.file, elements=elements, **changes)
        return Finished((Outcome(report, reading=b"gelezen", fingerprint=WORDS),))

    desk = Room(room.store, FakeReader(read), room.clock, max_claims=3)
    read_letter(received.letters[0].id, room=desk)
    with room.store.reading() as transaction:
        return transaction.letters.find(received.letters[0].id)


def found(room: PostRoom, letter: LetterRecord) -> dict[str, Alike]:
    with room.store.reading() as transaction:
        return {each.letter.id: each.alike for each in transaction.dossiers.duplicates(letter)}


def window(day: int) -> SubmissionWindow:
    return SubmissionWindow(verdict=WindowVerdict.OP_TIJD, last_day=dt.date(2026, 12, day))


def test_the_list_goes_by_urgency_then_last_day_then_arrival(room: PostRoom) -> None:
    late = bring(room, b"a", submission_window=window(20))
    none = bring(room, b"b", submission_window=SubmissionWindow(verdict=WindowVerdict.ONBEKEND))
    soon = bring(room, b"c", submission_window=window(3), verdict=Verdict.INCOMPLEET)
    urgent = bring(room, b"d", warnings=(Notice(code="spoed", message="Spoed."),))
    order = [urgent.id, soon.id, late.id, none.id]
    with room.store.reading() as transaction:
        work = transaction.work_list
        assert [each.letter.id for each in work.page(WorkQuery(OURS.id))] == order
        page = work.page(WorkQuery(OURS.id, offset=1, limit=2))
        assert [each.letter.id for each in page] == order[1:3]
        assert [work.following(each, WorkGroup.OPEN) for each in (urgent, soon, late)] == order[1:]
        assert work.following(none, WorkGroup.OPEN) == urgent.id
        counts = work.counts(OURS.id)
    assert (counts[WorkGroup.OPEN], counts[WorkGroup.COMPLETE], counts[WorkGroup.ASK]) == (4, 3, 1)


def test_a_word_is_found_in_open_and_in_handled_letters(room: PostRoom) -> None:
    letter = bring(room, b"a")
    with room.store.accepting() as transaction:
        hashes = transaction.work_list.hashes(BSN)
        assert transaction.work_list.count(WorkQuery(OURS.id, hashes=hashes)) == 1
        transaction.work_list.handle(letter.id, account_id=None, at=room.clock.now())
        handled = WorkQuery(OURS.id, WorkGroup.HANDLED, hashes=hashes)
        assert [each.letter.id for each in transaction.work_list.page(handled)] == [letter.id]
        assert transaction.work_list.count(WorkQuery(OURS.id, hashes=hashes)) == 0


def test_one_person_is_one_dossier(room: PostRoom) -> None:
    first, second = bring(room, b"a"), bring(room, b"b", kenmerk="WLZ-2", datum="2026-11-09")
    bring(room, b"c", bsn="999990020", kenmerk="WLZ-3")
    with room.store.reading() as transaction:
        related = transaction.dossiers.related(second)
    assert [(each.letter.id, each.ties) for each in related] == [
        (first.id, (Tie.BSN,)),
        (second.id, ()),
    ]


def test_the_same_text_of_one_person_and_day_is_one_letter(room: PostRoom) -> None:
    first, second = bring(room, b"a"), bring(room, b"b")
    assert found(room, first) == {second.id: Alike.TEXT}


@pytest.mark.parametrize(
    "other",
    [
        {"datum": "2026-11-15"},  # the same words again, two weeks later
        {"bsn": "999990020"},  # another person, who wrote by the same example
        {"bsn": "999990020", "kenmerk": "WLZ-2"},
    ],
)
def test_the_same_text_of_another_person_or_day_is_another_letter(
    room: PostRoom, other: dict[str, str]
) -> None:
    first = bring(room, b"a")
    bring(room, b"b", **other)
    assert found(room, first) == {}


def test_one_number_that_was_read_wrongly_hides_no_duplicate(room: PostRoom) -> None:
    address = {"datum": "2026-11-01"}
    first = bring(room, b"a", **address)
    second = bring(room, b"b", kenmerk="WLZ-l", **address)
    assert found(room, first) == {}  # only BSN and date agree: too little to call it a misreading
    assert found(room, second) == {}


def test_the_same_letter_read_by_two_workers_at_once_is_linked(room: PostRoom) -> None:
    sent = [incoming(content=b"a"), incoming(content=b"b")]
    letters = receive(sent, envelope(), desk=room.desk).letters
    together = Barrier(2)

    def read(each: Assignment) -> Finished:
        together.wait(30)
        elements = {
            ElementId.BSN: make_state(value=BSN),
            ElementId.DATUM: make_state(value="2026-11-01"),
        }
        report = make_report(file=each.file, elements=elements)
        return Finished((Outcome(report, reading=b"gelezen", fingerprint=WORDS),))

    desk = Room(room.store, FakeReader(read), room.clock, max_claims=3)
    with ThreadPoolExecutor(2) as threads:
        list(threads.map(lambda each: read_letter(each.id, room=desk), letters))
    with room.store.reading() as transaction:
        first, second = (transaction.letters.find(each.id) for each in letters)
    assert found(room, first) == {second.id: Alike.TEXT}
