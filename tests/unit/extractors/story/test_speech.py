"""Which language a letter is in; whole letters stand with the warning geen_nederlands."""

import pytest

from extractors.story.passages import body_of
from extractors.story.speech import foreign_share
from tests.factories import make_letter

DUTCH = "Ik ben het niet eens met uw besluit, want mijn moeder kan niet meer alleen thuis zijn."
ENGLISH = "I do not agree with your decision because my mother can no longer be at home alone."


def share(text: str, confidence: float = 1.0) -> float:
    letter = make_letter(f"Geachte heer,\n\n{text}", confidence=confidence)
    return foreign_share(letter, body_of(letter))


def test_dutch_is_not_foreign() -> None:
    assert share(DUTCH) == 0.0


def test_english_is_foreign() -> None:
    assert share(ENGLISH) == 1.0


def test_letter_in_two_languages_is_foreign_for_its_part() -> None:
    assert share(f"{DUTCH}\n\n{ENGLISH}") == pytest.approx(0.5, abs=0.05)


@pytest.mark.parametrize("text", ["", "Hello there", "3 4 5 6 7 8 9 10 11", "... --- ..."])
def test_too_few_words_say_nothing(text: str) -> None:
    assert share(text) == 0.0


def test_words_that_were_hardly_read_say_nothing() -> None:
    assert share("lk bcn hct nict ccns mct uw bcsluit wanf mijn mocdcr kan nict", 0.4) == 0.0
