"""Days in words are compared with other readings of the whole date."""

import time

import pytest

from extractors.document import Box, Word
from extractors.limits import DEFAULT_LIMITS
from extractors.readers.day_check import check_days
from extractors.readers.work import Work
from tests.unit.extractors.readers.answers import IMAGE, Reader


def checked(date: str, *looks: str, sure: float = 0.8) -> tuple[Word, ...]:
    words = []
    x = 70.0
    for text in date.split():
        words.append(Word(text, Box(x, 100, x + 6 * len(text), 110), sure))
        x += 6 * len(text) + 4
    work = Work(Reader(*((look, 0.9) for look in looks)), DEFAULT_LIMITS, time.monotonic() + 60)
    return check_days(words, crop=lambda _, __: IMAGE, work=work)


def test_a_day_that_every_look_sees_becomes_surer() -> None:
    day, *_ = checked("6 november 2026", "6 november 2026", "6 november 2026", sure=0.46)
    assert (day.text, day.confidence) == ("6", pytest.approx(0.85))


def test_letters_that_looks_see_as_figures_become_those_figures() -> None:
    day, *_ = checked("IS oktober 2026", "18 oktober 2026", "18 oktober 2026", sure=0.94)
    assert (day.text, day.confidence) == ("18", pytest.approx(0.94))


def test_a_vowel_with_a_mark_by_itself_may_be_a_figure() -> None:
    day, *_ = checked("\u00f3 oktober 2026", "6 oktober 2026", "6 oktober 2026", sure=0.94)
    assert (day.text, day.confidence) == ("6", pytest.approx(0.94))


def test_one_look_alone_does_not_make_figures_of_letters_for_certain() -> None:
    day, *_ = checked("IS oktober 2026", "", "18 oktober 2026", sure=0.94)
    assert (day.text, day.confidence) == ("18", pytest.approx(0.3))


def test_a_day_that_a_look_sees_otherwise_is_doubtful() -> None:
    day, *_ = checked("11 nov. 2026", "11 nov. 2026", "1 nov. 2026")
    assert (day.text, day.confidence) == ("11", pytest.approx(0.3))


def test_a_day_that_no_look_sees_stays_as_doubtful_as_it_was() -> None:
    day, *_ = checked("11 nov. 2026", "", "")
    assert (day.text, day.confidence) == ("11", 0.8)


def test_letters_that_no_look_sees_as_figures_are_doubtful() -> None:
    day, *_ = checked("IS oktober 2026", "", "", sure=0.94)
    assert (day.text, day.confidence) == ("IS", pytest.approx(0.3))


def test_a_month_that_every_look_means_becomes_surer() -> None:
    month = checked("28 oktcber, 2026", "28 oktober 2026", "28 okteber 2026", sure=0.58)[1]
    assert (month.text, month.confidence) == ("oktcber,", pytest.approx(0.85))


def test_a_month_that_looks_see_otherwise_is_doubtful() -> None:
    month = checked("28 juni 2026", "28 juli 2026", "28 juli 2026")[1]
    assert (month.text, month.confidence) == ("juni", pytest.approx(0.3))


@pytest.mark.parametrize("text", ["6 november 2026", "in november 2026", "6 novellen 2026"])
def test_what_was_read_surely_or_is_no_date_costs_no_look(text: str) -> None:
    assert [word.text for word in checked(text, sure=0.96)] == text.split()


def test_a_one_that_is_as_wide_as_two_figures_lost_one() -> None:
    lost, narrow = (
        check_days(
            [
                Word("1", Box(70, 100, 70 + width, 110), 0.8),
                Word("november", Box(80, 100, 120, 110), 0.9),
                Word("2026", Box(124, 100, 144, 110), 0.9),
            ],
            crop=lambda _, __: IMAGE,
            work=Work(
                Reader(*(("1 november 2026", 0.9) for _ in range(2))),
                DEFAULT_LIMITS,
                time.monotonic() + 60,
            ),
        )[0]
        for width in (7.0, 3.0)
    )
    assert lost.confidence == pytest.approx(0.3)
    assert narrow.confidence == pytest.approx(0.85)
