"""Rules that were read as signs of a word."""

import pytest

from extractors.document import Box, Word
from extractors.readers.ruled import without_rules


@pytest.mark.parametrize(
    ("read", "text", "x0", "x1"),
    [
        ("____2", "2", 80, 100),
        ("WLZ38043194_________", "WLZ38043194", 0, 77),
        ("46c\u2014\u2014", "46c", 0, 60),
    ],
)
def test_a_rule_is_no_part_of_what_stands_on_it(read: str, text: str, x0: int, x1: int) -> None:
    found = without_rules(Word(read, Box(0, 0, 100, 10), 0.8))
    assert (found.text, found.confidence) == (text, 0.8)
    assert found.box == pytest.approx(Box(x0, 0, x1, 10))


def test_a_word_stays_as_wide_as_its_signs() -> None:
    found = without_rules(Word("____2", Box(146, 190, 152, 200), 0.8))
    assert found.box == pytest.approx(Box(146, 190, 152, 200))


@pytest.mark.parametrize("text", ["______", "Naam:____", "jan_2@example.nl", "_2", "2026"])
def test_a_place_to_fill_in_and_a_name_stay_as_they_are(text: str) -> None:
    word = Word(text, Box(0, 0, 100, 10), 0.8)
    assert without_rules(word) is word
