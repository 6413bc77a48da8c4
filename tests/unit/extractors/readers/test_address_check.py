"""House numbers and postcodes are compared with other readings of the same place."""

import time
from dataclasses import replace

import pytest

from extractors.document import Box, Word
from extractors.limits import DEFAULT_LIMITS
from extractors.readers.address_check import address_numbers, check_addresses
from extractors.readers.work import Work
from tests.unit.extractors.readers.answers import IMAGE, Reader


def set_in_lines(*lines: str, sure: float = 0.97, doubtful: str = "") -> tuple[Word, ...]:
    words = []
    for row, line in enumerate(lines):
        x = 70.0
        for text in line.split():
            box = Box(x, 100 + 14 * row, x + 6 * len(text), 110 + 14 * row)
            words.append(Word(text, box, 0.8 if text == doubtful else sure))
            x += 6 * len(text) + 4
    return tuple(words)


def checked(doubtful: str, *answers: tuple[str, float], street: str = "") -> tuple[str, float]:
    lines = (street or f"Korte Dreef {doubtful}", "4811 EE Breda")
    words = set_in_lines(*lines, doubtful=doubtful)
    at = next(index for index, word in enumerate(words) if word.text == doubtful)
    work = Work(Reader(*answers), DEFAULT_LIMITS, time.monotonic() + 60)
    read = check_addresses(words, crop=lambda _, __: IMAGE, work=work)[at]
    return read.text, read.confidence


@pytest.mark.parametrize(
    ("read", "looks", "number", "sure"),
    [
        ("327-1l", ("327-11", "327-Il"), "327-II", 0.8),
        ("211-Ill", ("211-111", "211-III"), "211-III", 0.8),
        ("389-Il", ("389-|", "389-1l"), "389-II", 0.5),
        ("179-II", ("179-111", "179-Il"), "179-III", 0.8),
        ("1-III", ("1-UII", "1-1"), "1-III", 0.3),
        ("271-I", ("271-II", "271-Il"), "271-II", 0.3),
        ("196-1", ("196-1", "196-I1"), "196-1", 0.3),
        ("59-1", ("59-1", "59-1"), "59-1", 0.9),
        ("64-11", ("64-11", "64-11"), "64-11", 0.9),
        ("64-11", ("6411", "64-1"), "64-11", 0.3),
    ],
)
def test_strokes_behind_a_house_number_are_counted(
    read: str, looks: tuple[str, str], number: str, sure: float
) -> None:
    seen = ((look, 0.9) for look in looks)
    assert checked(read, *seen) == (number, pytest.approx(sure))


@pytest.mark.parametrize(
    ("lines", "numbers"),
    [
        (("Korte Dreef 238", "4811 EE Breda"), ["238", "4811"]),
        (("Korte Dreef 238 4811EE Breda",), ["238", "4811EE"]),
        (("Op 12 mei belde ik", "over 4811 euro"), []),
        (("Plein 1944 12 bis", "4811 EE Breda"), ["12", "4811"]),
    ],
)
def test_numbers_of_an_address_are_told_from_others(lines: list[str], numbers: list[str]) -> None:
    words = set_in_lines(*lines)
    assert [words[at].text for at in address_numbers(words)] == numbers


def letters_checked(read: str, sure: float, *answers: tuple[str, float]) -> tuple[str, float]:
    words = set_in_lines("Korte Dreef 238", f"4811 {read} Breda")
    at = next(index for index, word in enumerate(words) if word.text == read)
    words = (*words[:at], replace(words[at], confidence=sure), *words[at + 1 :])
    work = Work(Reader(*answers), DEFAULT_LIMITS, time.monotonic() + 60)
    found = check_addresses(words, crop=lambda _, __: IMAGE, work=work)[at]
    return found.text, found.confidence


@pytest.mark.parametrize(
    ("read", "looks", "found"),
    [
        (("VJ", 0.75), ("4811VJ", "4811VJ"), ("VJ", 0.9)),  # seen alike
        (("BE", 0.75), ("4811BB", "4811BE"), ("BE", 0.5)),  # seen otherwise
        (("BE", 0.75), ("4811BB", "4811BB"), ("BB", 0.5)),  # two of three
        (("IN", 0.97), ("4811JN", "4811IN"), ("JN", 0.5)),  # no postcode has an I
        (("Al", 0.97), ("4811Al", "4811Al"), ("AJ", 0.8)),  # what is an l in every look is a J
        (("Al", 0.97), ("4811Ak", "4811Al"), ("AJ", 0.5)),
        (("Aj", 0.89), ("4811Aj", "4811Al"), ("AJ", 0.9)),
        (("Aj", 0.89), ("4811AJ", "4811Aj"), ("AJ", 0.9)),
        (("A}", 0.59), ("4811AJ", "4811A}"), ("AJ", 0.9)),
        (("RI", 0.97), ("4811RI", "4811RI"), ("RI", 0.5)),  # but a capital may have been written
        (("JX", 0.82), ("4811IX", ""), ("JX", 0.82)),  # looks that see no postcode say nothing
    ],
)
def test_letters_of_a_postcode_are_compared(
    read: tuple[str, float], looks: tuple[str, ...], found: tuple[str, float]
) -> None:
    assert letters_checked(*read, *((look, 0.95) for look in looks)) == found


@pytest.mark.parametrize(
    ("looks", "found"),
    [
        (("48I1EE", "4811EE"), ("4811EE", 0.8)),  # letters of the same shape, at every scale
        (("4871EE", "48I1EE"), ("4811EE", 0.5)),
        (("", "48I1EE"), ("4811EE", 0.5)),
    ],
)
def test_letters_for_figures_of_a_postcode_are_figures(
    looks: tuple[str, ...], found: tuple[str, float]
) -> None:
    words = set_in_lines("Korte Dreef 238", "48I1EE Breda")
    work = Work(Reader(*((look, 0.3) for look in looks)), DEFAULT_LIMITS, time.monotonic() + 60)
    word = check_addresses(words, crop=lambda _, __: IMAGE, work=work)[3]
    assert (word.text, word.confidence) == found


@pytest.mark.parametrize("read", ["481J", "48lL"])
def test_letters_that_look_like_a_1_are_one(read: str) -> None:
    words = set_in_lines("Korte Dreef 238", f"{read} EE Breda")
    looks = ((f"{read}EE", 0.3), ("4811EE", 0.3), ("4811EE", 0.9), ("4811EE", 0.9))
    work = Work(Reader(*looks), DEFAULT_LIMITS, time.monotonic() + 60)
    assert check_addresses(words, crop=lambda _, __: IMAGE, work=work)[3].text == "4811"


def test_a_word_with_a_few_figures_is_no_postcode() -> None:
    words = set_in_lines("Korte Dreef 238", "IZ1S BV Breda")
    assert list(address_numbers(words)) == []


def test_letters_that_were_read_for_certain_are_not_looked_at() -> None:
    assert letters_checked("EE", 0.97) == ("EE", 0.97)


def test_what_was_hardly_read_is_only_as_sure_as_the_best_look() -> None:
    assert letters_checked("XR", 0.0, ("4811XR", 0.7), ("4811XR", 0.6)) == ("XR", 0.7)


@pytest.mark.parametrize(
    ("looks", "read"),
    [
        (("4852KE", "4852KE"), "4852KE"),
        (("4852KE", "4857KE"), "485)KE"),
        (("1852KE", "1852KE"), "485)KE"),  # another place, or another number
    ],
)
def test_a_sign_in_a_postcode_is_the_figure_that_every_look_sees(
    looks: tuple[str, str], read: str
) -> None:
    words = set_in_lines("Kade 8", "485)KE Breda", doubtful="485)KE")
    work = Work(Reader(*[(each, 0.9) for each in looks] * 2), DEFAULT_LIMITS, time.monotonic() + 60)
    (_, _, code, _) = check_addresses(words, crop=lambda _, __: IMAGE, work=work)
    assert code.text == read


def test_strokes_that_the_other_engine_settled_are_not_looked_at_again() -> None:
    words = set_in_lines("Dreef 140-III", "4811 EE Breda", doubtful="140-III")
    work = Work(Reader(), DEFAULT_LIMITS, time.monotonic() + 60)
    assert check_addresses(words, crop=lambda _, __: IMAGE, work=work, settled={1}) == words
