"""Codes of which the engine nearly read another sign are doubtful."""

import time

import pytest

from extractors.document import Box, PageImage, Word
from extractors.limits import DEFAULT_LIMITS
from extractors.readers.code_check import check_codes
from extractors.readers.work import Work
from tests.unit.extractors.readers.answers import IMAGE, Reader


class Telling(Reader):
    """Says of every line how near one of its signs is to another one."""

    def __init__(self, near: float) -> None:
        super().__init__()
        self.near = near

    def nearest_sign(self, image: PageImage, *, timeout_s: float) -> float:
        return self.near


def sureness(text: str, engine: Reader, *, sure: float = 0.9) -> float:
    work = Work(engine, DEFAULT_LIMITS, time.monotonic() + 60)
    word = Word(text, Box(70, 100, 130, 110), sure)
    (read,) = check_codes((word,), crop=lambda _, __: IMAGE, work=work)
    assert read.text == text
    return read.confidence


@pytest.mark.parametrize("text", ["B682-5853/25", "(IND-2084M16),", "ZK-2026-118342"])
def test_a_code_of_which_a_sign_was_nearly_another_one_is_doubtful(text: str) -> None:
    assert sureness(text, Telling(0.29)) == pytest.approx(0.6)


def test_a_code_with_plain_signs_stays_as_it_is() -> None:
    assert sureness("B682-5853/25", Telling(0.07)) == 0.9


@pytest.mark.parametrize(
    "text", ["999990019", "12-10-2026", "2311AB", "smit1988@voorbeeld.nl", "2026", "bezwaar"]
)
def test_what_is_no_code_is_not_asked(text: str) -> None:
    assert sureness(text, Telling(0.9)) == 0.9


def test_a_code_that_was_read_most_surely_is_not_asked() -> None:
    assert sureness("B682-5853/25", Telling(0.9), sure=0.96) == 0.96


def test_an_engine_that_tells_no_signs_is_not_asked() -> None:
    assert sureness("B682-5853/25", Reader()) == 0.9
