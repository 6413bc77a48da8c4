"""A BSN whose figures do not fit each other is read again; nothing is guessed."""

import time

import numpy as np
import pytest

from extractors.document import Box, PageImage, Word
from extractors.limits import DEFAULT_LIMITS
from extractors.ocr import Segmentation
from extractors.readers.bsn_check import check_bsn
from extractors.readers.work import Work
from tests.unit.extractors.readers.answers import Other

IMAGE = PageImage(np.full((60, 300), 255, np.uint8), 3.0)


class Reader:
    """Gives its answers one after the other."""

    version = "stub"

    def __init__(self, *answers: str) -> None:
        self.answers = list(answers)

    def read(
        self, image: PageImage, *, timeout_s: float, segmentation: Segmentation = Segmentation.PAGE
    ) -> tuple[Word, ...]:
        return (Word(self.answers.pop(0), Box(0, 0, 10, 10), 0.9),)


def line(text: str) -> tuple[Word, ...]:
    words, x0 = [], 70.0
    for part in text.split():
        words.append(Word(part, Box(x0, 100, x0 + 6 * len(part), 110), 0.97))
        x0 += 6 * len(part) + 4
    return tuple(words)


def checked(text: str, *answers: str) -> str:
    work = Work(Reader(*answers), DEFAULT_LIMITS, time.monotonic() + 60)
    read = check_bsn(line(text), crop=lambda _, __: IMAGE, work=work)
    return " ".join(word.text for word in read)


def test_a_reading_that_can_be_a_bsn_wins() -> None:
    assert checked("BSN: 999990015", "999990015", "999990019") == "BSN: 999990019"


def test_the_figures_go_back_into_the_words_and_signs_as_printed() -> None:
    assert checked("BSN 9999.90 015,", "9999 90019") == "BSN 9999.90 019,"


def test_most_looks_win_when_none_can_be_a_bsn() -> None:
    answers = ("999974556", "999974536", "999974536", "999974536")
    assert checked("BSN 999974556", *answers) == "BSN 999974536"


@pytest.mark.parametrize("answer", ["999990015", "111222333", "", "99999001"])
def test_without_a_better_reading_it_stays_as_it_was(answer: str) -> None:
    assert checked("BSN 999990015", *[answer] * 4) == "BSN 999990015"


@pytest.mark.parametrize("text", ["BSN 999990019", "kenmerk 999990015", "BSN 0612345678"])
def test_what_fits_or_is_no_bsn_is_not_read_again(text: str) -> None:
    assert checked(text) == text


def test_what_the_other_engine_sees_counts_before_other_looks_when_it_can_be_a_bsn() -> None:
    other = Other("999990019", 0.9)
    words = line("BSN 999990018")
    work = Work(Reader(), DEFAULT_LIMITS, time.monotonic() + 60, other=other)
    read = check_bsn(words, crop=lambda _, __: IMAGE, work=work)
    assert (read[1].text, read[1].confidence) == ("999990019", pytest.approx(0.85))
