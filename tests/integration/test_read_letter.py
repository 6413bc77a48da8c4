"""Reading a received letter: it ends in a report, whatever happens and however often."""

import pytest

from service.ports.errors import AwayError, StoppedError, Trouble
from service.ports.reading import Assignment, Finished, Outcome
from service.records.letters import LetterState
from service.usecases.read_letter import Room, put_aside, read_letter, urgency_of
from service.usecases.receive import receive
from tests.posts import FakeReader, PostRoom, envelope, incoming
from tests.unit.service.reports import make_report
from validators.report import Notice, Verdict


def letter_in(room: PostRoom) -> str:
    return receive([incoming()], envelope(), desk=room.desk).letters[0].id


def reading_room(room: PostRoom, reader: FakeReader, max_claims: int = 3) -> Room:
    return Room(room.store, reader, room.clock, max_claims)


def test_a_letter_that_was_read_has_its_report_and_its_reading(room: PostRoom) -> None:
    letter_id = letter_in(room)
    read_letter(letter_id, room=reading_room(room, FakeReader()))
    with room.store.reading() as transaction:
        assert transaction.letters.find(letter_id).state is LetterState.DONE
        assert transaction.letters.report(letter_id).verdict is Verdict.COMPLEET
        assert transaction.letters.reading(letter_id) == b"gelezen"


def test_reading_twice_makes_one_report(room: PostRoom) -> None:
    letter_id, reader = letter_in(room), FakeReader()
    for _ in range(2):
        read_letter(letter_id, room=reading_room(room, reader))
    assert len(reader.seen) == 1
    with room.store.reading() as transaction:
        assert transaction.letters.find(letter_id).report_version == 1


def test_of_two_workers_on_one_letter_the_first_to_finish_counts(room: PostRoom) -> None:
    letter_id = letter_in(room)

    def slow(each: Assignment) -> Finished:
        read_letter(letter_id, room=reading_room(room, FakeReader()))
        return Finished(trouble=Trouble.TIJD_OP)

    read_letter(letter_id, room=reading_room(room, FakeReader(slow)))
    with room.store.reading() as transaction:
        assert transaction.letters.report(letter_id).verdict is Verdict.COMPLEET


def test_a_scan_of_two_letters_becomes_two(room: PostRoom) -> None:
    letter_id = letter_in(room)
    two = Finished(tuple(Outcome(make_report(part=part)) for part in (1, 2)))
    read_letter(letter_id, room=reading_room(room, FakeReader(lambda _: two)))
    with room.store.reading() as transaction:
        (second,) = transaction.letters.parts(letter_id)
        assert (second.part, second.first_id) == (2, letter_id)
        assert transaction.letters.report(second.id).document.part == 2


def test_trouble_becomes_a_report_that_says_so(room: PostRoom) -> None:
    letter_id = letter_in(room)
    reader = FakeReader(lambda _: Finished(trouble=Trouble.GEHEUGEN_OP))
    read_letter(letter_id, room=reading_room(room, reader))
    with room.store.reading() as transaction:
        report = transaction.letters.report(letter_id)
    assert (report.verdict, report.error and report.error.code) == (Verdict.FOUT, "geheugen_op")


def test_a_letter_that_kills_its_worker_is_put_aside(room: PostRoom) -> None:
    letter_id = letter_in(room)

    def die(each: Assignment) -> Finished:
        raise KeyboardInterrupt

    for _ in range(3):
        with pytest.raises(KeyboardInterrupt):
            read_letter(letter_id, room=reading_room(room, FakeReader(die)))
    read_letter(letter_id, room=reading_room(room, FakeReader(die)))
    with room.store.reading() as transaction:
        assert transaction.letters.find(letter_id).state is LetterState.STRANDED
        assert transaction.letters.report(letter_id).verdict is Verdict.FOUT


@pytest.mark.parametrize("passing", [AwayError, StoppedError])
def test_what_was_no_fault_of_the_letter_does_not_count(
    room: PostRoom, passing: type[Exception]
) -> None:
    letter_id = letter_in(room)

    def fail(each: Assignment) -> Finished:
        raise passing

    for _ in range(5):
        with pytest.raises(passing):
            read_letter(letter_id, room=reading_room(room, FakeReader(fail)))
    with room.store.reading() as transaction:
        letter = transaction.letters.find(letter_id)
    assert (letter.state, letter.claims) == (LetterState.RECEIVED, 0)


def test_the_day_of_reading_goes_with_the_letter(room: PostRoom) -> None:
    reader = FakeReader()
    read_letter(letter_in(room), room=reading_room(room, reader))
    assert reader.seen[0].today == room.clock.today()


def test_a_letter_that_is_given_up_has_a_report_that_says_so(room: PostRoom) -> None:
    letter_id = letter_in(room)
    for _ in range(2):
        put_aside(letter_id, Trouble.LEESFOUT, store=room.store, now=room.clock.now())
    with room.store.reading() as transaction:
        letter = transaction.letters.find(letter_id)
        report = transaction.letters.report(letter_id)
    assert (letter.state, letter.report_version) == (LetterState.STRANDED, 1)
    assert (report.verdict, report.error and report.error.code) == (Verdict.FOUT, "leesfout")


def test_a_letter_that_is_done_is_not_given_up(room: PostRoom) -> None:
    letter_id = letter_in(room)
    read_letter(letter_id, room=reading_room(room, FakeReader()))
    put_aside(letter_id, Trouble.LEESFOUT, store=room.store, now=room.clock.now())
    with room.store.reading() as transaction:
        assert transaction.letters.find(letter_id).state is LetterState.DONE


def test_what_cannot_wait_is_more_urgent() -> None:
    def report(*codes: str) -> int:
        notices = tuple(Notice(code=code, message="") for code in codes)
        return urgency_of(make_report(warnings=notices))

    assert report() == 0
    assert report("te_laat") == 0
    assert 0 < report("spoed") < report("spoed", "veiligheid")
