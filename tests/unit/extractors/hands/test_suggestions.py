"""What handwriting may say is kept apart from what was found, and costs nothing when it fails."""

from dataclasses import replace

import numpy as np
import pytest

from extractors.document import Document, PageImage, TextSource, Word
from extractors.element import ElementId
from extractors.errors import DocumentError
from extractors.extract import extract
from extractors.hands.suggestions import SURENESS
from tests.factories import HINTS, make_page, make_words
from tests.unit.extractors.drawn import SCALE, Paper

READ_BY_HAND = """M. Hoekstra
BSN 999990019

Ik maak bezwaar tegen uw besluit.

Hoogachtend,

M. Hoekstra"""


class Hand:
    """An engine for handwriting that reads what it was told."""

    version = "hand 1"

    def __init__(self, text: str = "", error: Exception | None = None) -> None:
        self.text, self.error = text, error
        self.seen: list[PageImage] = []

    def read(self, image: PageImage) -> tuple[Word, ...]:
        self.seen.append(image)
        if self.error is not None:
            raise self.error
        return make_words(self.text, confidence=0.9)


def written(text: str = "Gcl mhk xsr", confidence: float = 0.3) -> Document:
    """Return a scan on which most of the ink gave no sure words."""
    paper = Paper(READ_BY_HAND)
    page = make_page(text, source=TextSource.OCR, confidence=confidence)
    return Document("image/png", (replace(page, image=PageImage(paper.pixels, SCALE)),))


def test_a_letter_by_hand_gets_suggestions_of_low_confidence() -> None:
    (reading,) = extract(written(), HINTS, hand=Hand(READ_BY_HAND))
    (found,) = reading.suggestions[ElementId.BSN]
    assert (found.value, found.confidence) == ("999990019", SURENESS)


def test_what_is_suggested_is_not_what_was_found() -> None:
    (reading,) = extract(written(), HINTS, hand=Hand(READ_BY_HAND))
    assert not reading.candidates[ElementId.BSN]


def test_a_suggestion_says_where_it_stands() -> None:
    (reading,) = extract(written(), HINTS, hand=Hand(READ_BY_HAND))
    (place,) = reading.suggestions[ElementId.BSN][0].evidence
    number = make_words(READ_BY_HAND)[3]
    assert (place.page, place.box.overlaps(number.box)) == (1, True)


def test_a_signature_is_never_suggested() -> None:
    (reading,) = extract(written(), HINTS, hand=Hand(READ_BY_HAND))
    assert ElementId.HANDTEKENING not in reading.suggestions


def test_print_is_not_read_by_it() -> None:
    hand = Hand(READ_BY_HAND)
    page = make_page("Ik maak bezwaar.", source=TextSource.OCR, confidence=0.96)
    extract(Document("image/png", (page,)), HINTS, hand=hand)
    assert not hand.seen


def test_lines_that_were_read_as_print_are_painted_over() -> None:
    hand = Hand()
    document = written("M. Hoekstra\nGcl mhk xsr")
    words = [replace(word, confidence=0.97) if word.text in {"M.", "Hoekstra"} else word
             for word in document.pages[0].words]  # fmt: skip
    extract(replace(document, pages=(replace(document.pages[0], words=tuple(words)),)), HINTS,
            hand=hand)  # fmt: skip
    assert int(np.min(hand.seen[0].crop(words[1].box))) > 200


@pytest.mark.parametrize("error", [DocumentError("no memory")])
def test_an_engine_that_fails_costs_the_suggestions_alone(error: Exception) -> None:
    (reading,) = extract(written(), HINTS, hand=Hand(error=error))
    assert (reading.handwritten, reading.suggestions) == (True, {})


def test_a_file_that_took_long_gets_none() -> None:
    hand = Hand(READ_BY_HAND)
    extract(replace(written(), ocr_seconds=200.0), HINTS, hand=hand)
    assert not hand.seen
