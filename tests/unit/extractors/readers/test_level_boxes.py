"""Boxes that a speck made too large are cut back to their line."""

from extractors.document import Box, Word
from extractors.readers.level_boxes import with_level_boxes

TEXTS = ("U", "heeft", "onze", "aanvraag", "afgewezen")


def line() -> list[Word]:
    return [Word(text, Box(70 + 60 * at, 100, 120 + 60 * at, 110)) for at, text in enumerate(TEXTS)]


def test_boxes_of_a_clean_line_stay() -> None:
    words = tuple(line())
    assert with_level_boxes(words) == words


def test_a_box_that_reaches_into_another_line_is_cut_back() -> None:
    words = line()
    words[3] = Word("aanvraag", Box(250, 84, 300, 110))
    box = with_level_boxes(tuple(words))[3].box
    assert 94 < box.top < 101


def test_a_box_that_reaches_over_the_next_word_ends_before_it() -> None:
    words = line()
    words[1] = Word("heeft", Box(130, 100, 215, 110))
    assert with_level_boxes(tuple(words))[1].box.x1 == words[2].box.x0


def test_a_box_as_wide_as_all_that_follows_ends_before_the_next_word() -> None:
    words = line()
    words[1] = Word("7604", Box(130, 100, 360, 112))
    assert with_level_boxes(tuple(words))[1].box.x1 == words[2].box.x0


def test_two_words_beside_each_other_tell_too_little_to_cut() -> None:
    words = (Word("Datum", Box(70, 100, 100, 110)), Word("l", Box(110, 90, 113, 125)))
    assert with_level_boxes(words) == words
