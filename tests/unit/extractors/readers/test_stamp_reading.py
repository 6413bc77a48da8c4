"""A stamp is read twice; what was not read alike is doubtful, and the letter under it stays."""

import time
from dataclasses import replace
from itertools import cycle
from typing import cast

import pytest

from extractors.document import PT_PER_MM, Box, PageImage, Word
from extractors.limits import Limits
from extractors.ocr import Segmentation
from extractors.readers.stamp_reading import read_stamps
from extractors.readers.work import Work
from extractors.word_engine import Reading, WordEngine
from tests.unit.extractors.drawn import CLOSED, Paper
from tests.unit.extractors.readers.stamped import MIDDLE, image, stamp, zones


class Reader:
    """Gives its answers in turn, the last one for ever; counts how often it was asked."""

    version = "stub"

    def __init__(self, *answers: str, sure: float = 0.95) -> None:
        self.answers, self.sure, self.calls = answers or ("",), sure, 0

    def read(
        self, image: PageImage, *, timeout_s: float, segmentation: Segmentation = Segmentation.PAGE
    ) -> tuple[Word, ...]:
        answer = self.answers[min(self.calls, len(self.answers) - 1)]
        self.calls += 1
        return tuple(
            Word(
                text, Box(20 + 30 * place, 5 + 20 * row, 45 + 30 * place, 15 + 20 * row), self.sure
            )
            for row, line in enumerate(answer.split("/"))
            for place, text in enumerate(line.split())
        )


def read(reader: Reader, paper: Paper, *more: Word) -> tuple[Word, ...]:
    work = Work(reader, Limits(), time.monotonic() + 60)
    page = image(paper)
    return read_stamps(page, (*paper.words, *more), work, draft=page)


def at_stamp(text: str, *, sure: float = 0.95, down: float = 0) -> Word:
    x, y = (side * PT_PER_MM for side in MIDDLE)
    return Word(text, Box(x - 15, y - 5 + down, x + 15, y + 5 + down), sure)


def new_words(reader: Reader, *more: Word, tilt: float = 6) -> dict[str, float]:
    paper = stamp(tilt=tilt)
    words = read(reader, paper, *more)
    return {word.text: word.confidence for word in words if word not in paper.words}


def test_a_stamp_is_added_to_the_words() -> None:
    assert new_words(Reader("INGEKOMEN/12 NOV 2026")) == dict.fromkeys(
        ("INGEKOMEN", "12", "NOV", "2026"), 0.95
    )


def test_its_words_stand_in_the_stamp() -> None:
    paper = stamp(tilt=6)
    added = [
        word for word in read(Reader("INGEKOMEN/12 NOV 2026"), paper) if word not in paper.words
    ]
    x, y = (side * PT_PER_MM for side in MIDDLE)
    place = Box(x - 75, y - 45, x + 75, y + 45)
    assert all(place.contains(word.box) for word in added)


def test_two_readings_that_differ_make_the_figures_doubtful() -> None:
    words = new_words(Reader("INGEKOMEN/12 NOV 2026", "INGEKOMEN/17 NOV 2026"))
    assert words["2026"] < 0.5
    assert words["INGEKOMEN"] == 0.95


@pytest.mark.parametrize(
    ("seen", "sure", "calls"),
    [("12-11-2026", 0.95, 1), ("12-11-2026", 0.7, 2), ("13-11-2026", 0.95, 2)],
)
def test_the_page_pass_counts_as_a_reading_when_it_was_sure(
    seen: str, sure: float, calls: int
) -> None:
    reader = Reader("INGEKOMEN/12 NOV 2026")
    new_words(reader, at_stamp(seen, sure=sure))
    assert reader.calls == calls


def test_another_sure_date_of_the_page_pass_makes_the_figures_doubtful() -> None:
    words = new_words(Reader("INGEKOMEN/12 NOV 2026"), at_stamp("17-11-2026"))
    assert words["12"] < 0.5


def test_a_figure_that_the_page_pass_lost_is_no_contradiction() -> None:
    words = new_words(Reader("INGEKOMEN/12 NOV 2026"), at_stamp("2-11-2026"))
    assert words["12"] == 0.95


def test_poor_words_in_the_stamp_are_replaced() -> None:
    assert "lNGEK" not in new_words(Reader("INGEKOMEN/12 NOV 2026"), at_stamp("lNGEK", sure=0.4))


def test_letter_text_under_a_stamp_stays() -> None:
    words = new_words(Reader("INGEKOMEN/12 NOV 2026"), at_stamp("Zorgkantoor", down=25))
    assert "Zorgkantoor" in words


def test_a_word_of_a_tilted_stamp_does_not_stay_where_the_page_pass_read_it() -> None:
    paper = stamp(tilt=12)
    reader = Reader("INGEKOMEN 12 NOV 2026")
    (year,) = [word for word in read(reader, paper) if word.text == "2026"]
    (zone,) = zones(paper)
    x, y = replace(zone, tilt=-zone.tilt).levelled(*year.box.center)
    seen = Word("2026", Box(x - 12, y - 5, x + 12, y + 5), 0.95)
    assert abs(y - year.box.center[1]) > 5
    assert [word for word in read(reader, paper, seen) if word.text == "2026"] == [year]


@pytest.mark.parametrize(
    "answer", ["", "Dorpsstraat 1", "12 NOV 2026", "INGEKOMEN", "INGEKOMEN/28-07-20"]
)
def test_what_is_no_whole_stamp_changes_nothing(answer: str) -> None:
    paper = stamp(tilt=6)
    assert read(Reader(answer), paper) == paper.words


def test_a_stamp_of_one_row_goes_on_where_the_page_pass_read_the_rest() -> None:
    paper = stamp(tilt=6, frame="geen")
    added = [
        word.text
        for word in read(Reader("INGEKOMEN 12", "INGEKOMEN 12 NOV 2026"), paper)
        if word not in paper.words
    ]
    assert added == ["INGEKOMEN", "12", "NOV", "2026"]


def test_a_date_in_another_row_behind_a_stamp_is_the_letters() -> None:
    paper = stamp(tilt=6, frame="geen")
    assert read(Reader("INGEKOMEN 12", "INGEKOMEN/11 NOV 2026", "INGEKOMEN 12"), paper) == (
        paper.words
    )


def test_a_zone_without_a_stamp_costs_one_call() -> None:
    reader = Reader("Dorpsstraat")
    read(reader, stamp(tilt=6))
    assert reader.calls == 1


def test_a_page_without_a_zone_costs_no_call() -> None:
    reader = Reader("INGEKOMEN/12 NOV 2026")
    read(reader, Paper(CLOSED))
    assert reader.calls == 0


class Other:
    """An engine that sees this in the words of a stamp, one after the other."""

    def __init__(self, *answers: tuple[str, float]) -> None:
        self.answers = cycle(answers)

    def read(self, _: PageImage) -> Reading:
        text, sure = next(self.answers)
        return Reading(text, (sure,) * len(text))


@pytest.mark.parametrize(
    ("sure", "year"), [(0.99, ("2026", 0.95)), (0.8, ("2025", 0.6))], ids=["sees", "doubts"]
)
def test_a_year_that_the_other_engine_sees_otherwise_is_not_as_it_was(
    sure: float, year: tuple[str, float]
) -> None:
    paper = stamp(tilt=6)
    seen = [(text, 0.99) for text in ("12", "NOV")]  # the word of the stamp is sure
    other = cast("WordEngine", Other(*seen, ("2026", sure)))
    work = Work(Reader("INGEKOMEN/12 NOV 2025"), Limits(), time.monotonic() + 60, other=other)
    words = read_stamps(image(paper), paper.words, work, draft=image(paper))
    assert [(word.text, word.confidence) for word in words if word.text[:2] == "20"] == [year]


class Asked(Other):
    """Counts how often it is asked."""

    calls = 0

    def read(self, image: PageImage) -> Reading:
        self.calls += 1
        return super().read(image)


@pytest.mark.parametrize(("sure", "calls"), [(0.97, 3), (0.9, 5)], ids=["sure", "weak"])
def test_of_sure_words_in_a_stamp_those_of_a_date_alone_are_asked(sure: float, calls: int) -> None:
    paper, other = stamp(tilt=6), Asked(("", 0.0))
    work = Work(
        Reader("INGEKOMEN/12 NOV. 2026/Registratie", sure=sure),
        Limits(),
        time.monotonic() + 60,
        other=cast("WordEngine", other),
    )
    read_stamps(image(paper), paper.words, work, draft=image(paper))
    assert other.calls == 2 * calls  # the stamp is looked at twice
