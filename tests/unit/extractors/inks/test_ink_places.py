"""What stands around ink is told apart: words of the letter, and those of who wrote over it."""

import pytest

from extractors.document import PT_PER_MM
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


def in_frame(text: str, *, closing: str = "Hoogachtend,") -> Features:
    """Return initials in a frame; `text` is printed in it."""
    printed = DATED.replace("Hoogachtend,", closing).format(" " * 40 + text)
    paper = Paper(printed)
    word = next(each for each in paper.words if each.text == text.split(maxsplit=1)[0])
    x, y = word.box.x0 / PT_PER_MM, word.box.top / PT_PER_MM
    left, top, right, foot = x - 4, y - 5, x + 56, y + 28
    paper.stroke([(left, top), (right, top), (right, foot), (left, foot), (left, top)])
    paper.scribble(x + 25, y + 12, width=16, height=9)
    (zone, *_) = zones_of(paper.letter().pages)
    return max(features_in(zone), key=lambda each: each.ink.length)


@pytest.mark.parametrize("text", ["ONTVANGEN", "ONTVANGFN", "VANGEN 3", "12-11-2026"])
def test_initials_in_the_frame_of_a_stamp_are_told_by_its_words(text: str) -> None:
    assert in_frame(text).framed


@pytest.mark.parametrize("text", ["Ontvangen", "Handtekening:"])
def test_a_frame_on_a_form_is_no_stamp(text: str) -> None:
    assert not in_frame(text).framed


def test_ink_outside_of_the_frame_to_sign_in_is_told() -> None:
    paper = Paper(CLOSED.replace("Hoogachtend,", "Handtekening:"))
    word = next(each for each in paper.words if each.text == "Handtekening:")
    left, top = word.box.x0 / PT_PER_MM - 3, word.box.top / PT_PER_MM - 3
    sides = [(left, top), (left + 75, top), (left + 75, top + 30), (left, top + 30), (left, top)]
    paper.stroke(sides).scribble(left + 10, top + 12, width=50, height=10)
    paper.scribble(left + 95, top + 12, width=30, height=10)
    (zone, *_) = zones_of(paper.letter().pages)
    inside, beside = sorted(
        (each for each in features_in(zone) if each.ink.length > 40),
        key=lambda each: each.ink.box.x0,
    )
    assert not inside.outside
    assert beside.outside


@pytest.mark.parametrize(("x", "lines", "is_past"), [(80, 6, True), (16, 6, False), (80, 2, False)])
def test_ink_below_the_name_and_past_it_is_told(x: float, lines: int, *, is_past: bool) -> None:
    text = CLOSED.replace("\n\n\n\n\n\nJ. Jansen", "\n" * lines + "J. Jansen")
    paper = Paper(text)
    name = next(word for word in reversed(paper.words) if word.text == "Jansen")
    paper.scribble(x, name.box.bottom / PT_PER_MM + 5, width=35)
    (zone, *_) = zones_of(paper.letter().pages)
    features = max(features_in(zone), key=lambda each: each.ink.length)
    assert features.past_name is is_past
