"""What may be an address around the running text, of which too little was read."""

from dataclasses import replace

import pytest

from extractors.absence.odd_addresses import find_placed_addresses
from extractors.document import Letter
from tests.factories import make_letter_page, make_page

LETTER = "Geachte heer,\n\nIk maak bezwaar.\n\nHoogachtend,\n\n{below}\n\nJ. Jansen"


def placed(below: str, read: dict[str, float]) -> list[str]:
    page = make_page(LETTER.format(below=below))
    words = tuple(replace(word, confidence=read.get(word.text, 0.95)) for word in page.words)
    letter = Letter((make_letter_page(replace(page, words=words)),))
    return [span.text for span in find_placed_addresses(letter)]


@pytest.mark.parametrize(
    ("below", "read", "found"),
    [
        ("De Hoeve 3", {}, ["De Hoeve 3"]),
        ("De Hoeve 3", {"De": 0.2}, ["De Hoeve 3"]),
        ("MVG 7 VUL", {"MVG": 0.27, "7": 0.85, "VUL": 0.35}, []),
    ],
)
def test_strokes_that_were_read_as_words_are_no_address(
    below: str, read: dict[str, float], found: list[str]
) -> None:
    assert placed(below, read) == found
