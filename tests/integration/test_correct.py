"""Corrections: what a person establishes decides, can be undone, and finds its way to others."""

from pathlib import Path

import pytest

from extractors.element import ElementId
from service.ports.errors import NotFoundError
from service.records.letters import LetterRecord
from service.records.work import Act, WorkGroup, WorkQuery
from service.usecases.correct import Wish, WrongValueError, correct, undo
from tests.judged import WHO, judge
from tests.posts import OURS, PostRoom
from validators.report import Kind, Status, Verdict


def test_a_value_that_a_person_gives_is_there(room: PostRoom, letter: LetterRecord) -> None:
    wish = Wish("bsn", Act.CORRECTED, "999990019")
    report = correct(letter, wish, account_id=WHO, judge=judge(room))
    state = report.elements[ElementId.BSN]
    assert (state.status, state.value, state.confidence) == (Status.AANWEZIG, "999990019", 1.0)
    assert "bsn" not in report.missing


def test_a_decision_date_that_a_person_gives_moves_the_term(
    room: PostRoom, letter: LetterRecord
) -> None:
    wish = Wish("besluitdatum", Act.CORRECTED, "2026-10-15")
    report = correct(letter, wish, account_id=WHO, judge=judge(room))
    assert str(report.submission_window.last_day) == "2026-11-26"


def test_a_letter_that_waits_keeps_its_day_of_receipt(room: PostRoom, letter: LetterRecord) -> None:
    came = room.clock.today()
    room.clock.move(days=3)
    report = correct(letter, Wish("naam", Act.CONFIRMED), account_id=WHO, judge=judge(room))
    assert report.document.received == came


def test_what_a_person_does_not_see_is_missing(room: PostRoom, letter: LetterRecord) -> None:
    report = correct(letter, Wish("naam", Act.ABSENT), account_id=WHO, judge=judge(room))
    assert report.elements[ElementId.NAAM].status is Status.ONTBREEKT
    assert "naam" in report.missing


def test_a_correction_can_be_undone(room: PostRoom, letter: LetterRecord) -> None:
    court = judge(room)
    before = correct(letter, Wish("naam", Act.CONFIRMED), account_id=WHO, judge=court)
    correct(letter, Wish("naam", Act.ABSENT), account_id=WHO, judge=court)
    after = undo(letter, "verbetering-2", account_id="mens", judge=court)
    assert after.elements[ElementId.NAAM] == before.elements[ElementId.NAAM]
    with pytest.raises(NotFoundError):
        undo(letter, "verbetering-2", account_id="mens", judge=court)


def test_the_kind_decides_what_is_asked(room: PostRoom, letter: LetterRecord) -> None:
    wish = Wish("soort", Act.CORRECTED, "klacht")
    report = correct(letter, wish, account_id=WHO, judge=judge(room))
    assert report.kind is Kind.KLACHT
    assert "omschrijving" in {*report.missing, *report.uncertain}


@pytest.mark.parametrize(
    ("about", "value"),
    [("soort", "brief"), ("datum", "gisteren"), ("bsn", "123456789"), ("naam", "")],
)
def test_a_value_that_cannot_be_is_refused(
    room: PostRoom, letter: LetterRecord, about: str, value: str
) -> None:
    with pytest.raises(WrongValueError):
        correct(letter, Wish(about, Act.CORRECTED, value), account_id=WHO, judge=judge(room))
    with room.store.reading() as transaction:
        assert transaction.corrections.of(letter.id) == ()


def test_a_new_report_is_an_event_of_its_own(room: PostRoom, letter: LetterRecord) -> None:
    correct(letter, Wish("naam", Act.CONFIRMED), account_id=WHO, judge=judge(room))
    with room.store.reading() as transaction:
        versions = [each.report_version for each in transaction.events.after(OURS.id, 0, limit=10)]
    assert versions == [1, 2]


@pytest.mark.parametrize("words", ["Voorbeeld", "voorbeeld", "1234ab", "1234 AB"])
def test_a_letter_is_found_by_its_words(room: PostRoom, letter: LetterRecord, words: str) -> None:
    with room.store.reading() as transaction:
        hashes = transaction.work_list.hashes(words)
        found = transaction.work_list.page(WorkQuery(OURS.id, hashes=hashes))
        nothing = transaction.work_list.page(
            WorkQuery(OURS.id, hashes=transaction.work_list.hashes("Anders"))
        )
    assert [item.letter.id for item in found] == [letter.id]
    assert nothing == ()


def test_a_handled_letter_leaves_the_list(room: PostRoom, letter: LetterRecord) -> None:
    with room.store.working() as transaction:
        transaction.work_list.handle(letter.id, account_id=WHO, at=room.clock.now())
        counts = transaction.work_list.counts(OURS.id)
    assert (counts[WorkGroup.OPEN], counts[WorkGroup.HANDLED]) == (0, 1)


def test_nothing_readable_of_a_correction_lies_in_the_files(
    room: PostRoom, letter: LetterRecord, tmp_path: Path
) -> None:
    wish = Wish("naam", Act.CORRECTED, "Mw. Zoekmaar")
    assert correct(letter, wish, account_id=WHO, judge=judge(room)).verdict is not Verdict.FOUT
    room.store.database.close()
    for path in tmp_path.rglob("*"):
        assert b"Zoekmaar" not in (path.read_bytes() if path.is_file() else b"")
