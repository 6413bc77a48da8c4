"""Judging again: it shows what would change, changes nothing by itself, and tells others after."""

import dataclasses

import pytest

from service.adapters.store.tables import reading as reading_table
from service.records.audit import AuditQuery, Done
from service.records.letters import LetterRecord
from service.records.work import Act
from service.usecases.correct import Judge, Wish, correct
from service.usecases.reassess import Question, Reassessed, changes_between, reassess
from tests.judged import WHO, judge
from tests.posts import OURS, THEIRS, PostRoom
from validators.profile import ProfileFile, catalogue_of
from validators.report import Report


@pytest.fixture
def stricter(room: PostRoom) -> Judge:
    """Return a judge by whose rules a telephone number must be there."""
    text = catalogue_of().texts[OURS.profile]
    changed = text.replace('organisatie = ["bsn"', 'organisatie = ["telefoon", "bsn"')
    assert changed != text
    catalogue = catalogue_of((ProfileFile(f"{OURS.profile}.toml", changed),))
    return dataclasses.replace(judge(room), catalogue=catalogue)


def report_of(room: PostRoom, letter: LetterRecord) -> Report:
    with room.store.reading() as transaction:
        return transaction.letters.report(letter.id)


def found(judging: Judge, *, applies: bool = False, **wish: object) -> list[Reassessed]:
    question = Question(OURS.id, **wish)  # type: ignore[arg-type]
    return list(reassess(question, judge=judging, applies=applies))


def test_by_the_same_rules_nothing_changes(room: PostRoom, letter: LetterRecord) -> None:
    assert found(judge(room), applies=True) == [Reassessed(letter.id)]
    with room.store.reading() as transaction:
        assert transaction.letters.find(letter.id).report_version == 1


def test_what_would_change_is_shown_and_nothing_changes(
    room: PostRoom, letter: LetterRecord, stricter: Judge
) -> None:
    before = report_of(room, letter)
    (shown,) = found(stricter)
    assert shown.changes
    assert report_of(room, letter) == before


def test_applied_it_is_a_new_version_that_others_hear_of(
    room: PostRoom, letter: LetterRecord, stricter: Judge
) -> None:
    before = report_of(room, letter)
    (shown,) = found(stricter)
    (applied,) = found(stricter, applies=True)
    assert applied == shown
    assert changes_between(before, report_of(room, letter)) == shown.changes
    with room.store.reading() as transaction:
        assert [each.report_version for each in transaction.events.after(OURS.id, 0, limit=9)] == [
            1,
            2,
        ]
        rows = transaction.audit.list(AuditQuery(act=Done.JUDGED_AGAIN))
    assert [row.deed.about_id for row in rows] == [letter.id]


def test_what_people_established_holds(
    room: PostRoom, letter: LetterRecord, stricter: Judge
) -> None:
    correct(letter, Wish("naam", Act.ABSENT), account_id=WHO, judge=judge(room))
    found(stricter, applies=True)
    assert "naam" in report_of(room, letter).missing


def test_only_letters_of_the_organisation_that_are_open(
    room: PostRoom, letter: LetterRecord
) -> None:
    other = Question(THEIRS.id)
    assert list(reassess(other, judge=judge(room), applies=False)) == []
    with room.store.accepting() as transaction:
        transaction.work_list.handle(letter.id, account_id=WHO, at=room.clock.now())
    assert found(judge(room)) == []
    assert found(judge(room), with_handled=True) == [Reassessed(letter.id)]


def test_a_letter_of_which_no_reading_is_kept_is_named(
    room: PostRoom, letter: LetterRecord
) -> None:
    with room.store.database.working() as connection:
        connection.execute(reading_table.delete())
    assert found(judge(room), applies=True) == [Reassessed(letter.id, is_judged=False)]
