"""A date that looks as if rubber came down is not surely the letter's."""

from dataclasses import replace

import pytest

from extractors.document import Letter, TextSource, Word
from extractors.element import STAMPED, Candidate
from extractors.elements import datum
from tests.factories import HINTS, make_letter, make_letter_page, make_page

DAY = "18-11-2026"
BODY = "Geachte heer,\n\nIk heb een klacht over de wachttijd.\n\nHoogachtend,\n\n\nJ. Jansen"


def found_in(letter: Letter) -> Candidate:
    (found,) = datum.find(letter, HINTS)
    return found


def is_sure(found: Candidate) -> bool:
    assert (STAMPED in found.marks) is (found.confidence < 0.6)
    return found.confidence >= 0.6


@pytest.mark.parametrize(
    ("gap", "source", "sure"),
    [
        (40, TextSource.OCR, False),
        (0, TextSource.OCR, True),
        (40, TextSource.TEXT, True),
    ],
)
def test_below_the_closing_a_date_in_no_column_of_a_scan_may_be_stamped(
    gap: int, source: TextSource, *, sure: bool
) -> None:
    letter = make_letter(f"{BODY}\n\n{'':{gap}}{DAY}", source=source)
    assert is_sure(found_in(letter)) is sure


def test_a_place_tells_that_a_date_aside_is_the_letters() -> None:
    letter = make_letter(f"{BODY}\n\n{'':40}Leiden, {DAY}", source=TextSource.OCR)
    assert is_sure(found_in(letter))


@pytest.mark.parametrize(("high", "sure"), [(1.0, True), (2.2, False)])
def test_a_date_askew_or_in_large_type_may_be_stamped(high: float, *, sure: bool) -> None:
    page = make_page(f"{'':40}{DAY}\n\n{BODY}", source=TextSource.OCR)

    def grown(word: Word) -> Word:
        box = word.box
        if word.text != DAY:
            return word
        return replace(word, box=box._replace(top=box.bottom - high * box.height))

    page = replace(page, words=tuple(map(grown, page.words)))
    assert is_sure(found_in(Letter((make_letter_page(page),)))) is sure
