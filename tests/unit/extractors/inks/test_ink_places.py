"""What stands around ink is told apart: words of the letter, and those of who wrote over it."""

from extractors.inks.closing import zones_of
from extractors.inks.ink_places import Features, features_in
from tests.unit.extractors.drawn import CLOSED, CLOSING_MM, Paper

DATED = CLOSED.replace("\n\n\n\n\n\nJ.", "\n\n{}\n\n\n\nJ.")


def over(text: str, *, x: float) -> Features:
    """Return a large signature over the line below the closing."""
    paper = Paper(DATED.format(text)).scribble(x, CLOSING_MM, width=55, height=20)
    (zone, *_) = zones_of(paper.letter().pages)
    return max(features_in(zone), key=lambda each: each.ink.length)


def test_who_signs_over_lines_of_the_letter_has_not_written_them() -> None:
    features = over("12 november 2026", x=16)
    assert features.words > 0
    assert features.read == 0.0
    assert not features.dated


def test_words_of_a_stamp_stand_elsewhere_and_belong_to_the_ink() -> None:
    features = over(" " * 30 + "12 november 2026", x=70)
    assert features.read > 0.0
    assert features.dated


def test_a_name_of_the_letterhead_that_was_read_in_ink_is_told() -> None:
    text = "Anneke Zandstra\nDorpsstraat 1\n" + DATED.format(" " * 30 + "Anneke")
    paper = Paper(text).scribble(70, CLOSING_MM + 10, width=55, height=20)
    (zone, *_) = zones_of(paper.letter().pages)
    features = max(features_in(zone), key=lambda each: each.ink.length)
    assert features.headed > 0.7
