"""Words of figures are compared with other readings of the same place."""

import time

import pytest

from extractors.document import Box, Word
from extractors.limits import DEFAULT_LIMITS
from extractors.readers.number_check import check_numbers
from extractors.readers.work import Work
from tests.unit.extractors.readers.answers import IMAGE, Reader


def checked(text: str, sure: float, *answers: tuple[str, float]) -> tuple[str, float]:
    work = Work(Reader(*answers), DEFAULT_LIMITS, time.monotonic() + 60)
    word = Word(text, Box(70, 100, 130, 110), sure)
    (read,) = check_numbers((word,), crop=lambda _, __: IMAGE, work=work)
    return read.text, read.confidence


def test_a_reading_that_agrees_makes_a_number_surer() -> None:
    assert checked("12-10-2026", 0.6, ("12-10-2026", 0.85)) == ("12-10-2026", 0.85)


def test_signs_around_the_figures_need_not_agree() -> None:
    again = ("12-10-2026", 0.7)
    assert checked("12-10-2026,", 0.6, again, again)[0] == "12-10-2026,"


def test_a_number_that_is_the_same_at_every_scale_is_believed() -> None:
    again = ("Z24-75185", 0.56)
    assert checked("Z24-75185", 0.53, again, again) == ("Z24-75185", pytest.approx(0.85))


def test_a_number_that_was_guessed_at_every_scale_is_not_believed() -> None:
    looks = ("1992453069", 0.51), ("1992453069", 0.25)
    assert checked("1992453069", 0.62, *looks) == ("1992453069", pytest.approx(0.62))


@pytest.mark.parametrize("other", ["224-75185", "Z24-75135", ""])
def test_a_sign_that_one_scale_shows_otherwise_is_as_doubtful_as_before(other: str) -> None:
    read = checked("Z24-75185", 0.53, ("Z24-75185", 0.56), (other, 0.9))
    assert read == ("Z24-75185", pytest.approx(0.56))


def test_two_readings_of_three_win_but_are_never_certain() -> None:
    read = checked("12-10-2046", 0.8, ("12-10-2026", 0.97), ("12-10-2026", 0.97))
    assert read == ("12-10-2026", pytest.approx(0.9))


def test_a_number_that_is_read_otherwise_each_time_is_doubtful() -> None:
    read = checked("120382578", 0.88, ("120382378", 0.9), ("120382878", 0.9))
    assert read == ("120382578", pytest.approx(0.5))


@pytest.mark.parametrize("looks", [("12-3-2026", "12-5-2026"), ("12-5-2026", "12-3-2026")])
def test_of_a_3_and_a_5_where_readings_differ_it_is_the_3(looks: tuple[str, str]) -> None:
    read = checked("12-5-2026", 0.8, *((look, 0.9) for look in looks))
    is_seen = looks[0] == "12-3-2026"  # what the first look sees alike is not looked at again
    assert read[0] == ("12-3-2026" if is_seen else "12-5-2026")


@pytest.mark.parametrize(("text", "sure"), [("2026", 0.95), ("SOllIBZ", 0.3), ("12", 0.3)])
def test_what_is_certain_or_no_number_is_not_read_again(text: str, sure: float) -> None:
    assert checked(text, sure) == (text, sure)


def test_a_few_figures_stay_as_they_were_read_when_no_two_readings_agree() -> None:
    assert checked("4567", 0.87, ("467", 0.9), ("567", 0.9)) == ("4567", 0.87)


def test_a_dot_that_another_reading_shows_is_put_back() -> None:
    assert checked("75872322", 0.2, ("75.872322", 0.64)) == ("75.872322", 0.64)


def test_a_dot_that_is_read_less_surely_is_a_speck() -> None:
    assert checked("75872322", 0.8, ("75.872322", 0.64))[0] == "75872322"


def test_a_letter_in_a_code_is_another_sign_than_the_figure_it_looks_like() -> None:
    read = checked("QZ2025/5911-V0", 0.68, ("QZ2025/5911-VO", 0.43), ("QZ2025/5911-VO", 0.5))
    assert read == ("QZ2025/5911-VO", pytest.approx(0.5))


def test_a_code_is_doubtful_when_every_look_takes_another_sign_for_a_letter() -> None:
    read = checked("DO25/8536-ID", 0.9, ("DO25/8536-1D", 0.9), ("D025/8536-ID", 0.9))
    assert read == ("DO25/8536-ID", pytest.approx(0.5))


def test_a_letter_in_a_date_can_only_be_a_figure() -> None:
    assert checked("1l-10-2026", 0.8, ("11-10-2026", 0.9)) == ("1l-10-2026", 0.9)


@pytest.mark.parametrize(
    ("read", "number"),
    [
        ("410,413.774,", "410.413.774,"),
        ("9999,89.777", "9999.89.777"),
        ("653,267,833", "653.267.833"),
        ("1.234.567,89", "1.234.567,89"),
        ("12,500", "12,500"),
    ],
)
def test_a_comma_between_parts_of_a_long_number_is_a_dot(read: str, number: str) -> None:
    assert checked(read, 0.95)[0] == number
