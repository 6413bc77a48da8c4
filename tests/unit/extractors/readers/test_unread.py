"""Rows of print that gave no word are found; ink, specks and what was read are not."""

from dataclasses import replace

import numpy as np

from extractors.document import Box, PageImage
from extractors.readers.unread import find_unread
from tests.unit.extractors.drawn import SCALE, Paper


def unread(paper: Paper, *, words: object = None) -> tuple[Box, ...]:
    chosen = paper.words if words is None else words
    return find_unread(PageImage(paper.pixels, SCALE), chosen)  # type: ignore[arg-type]


def test_a_page_that_was_read_has_no_unread_rows() -> None:
    assert unread(Paper()) == ()


def test_a_line_without_words_is_found_where_it_stands() -> None:
    paper = Paper()
    line = next(word for word in paper.words if word.text == "Geachte").box
    (row, *_) = unread(paper, words=[word for word in paper.words if word.box.top != line.top])
    assert row.overlaps(line)


def test_a_word_that_was_hardly_read_counts_as_unread() -> None:
    paper = Paper("Hierbij maak ik bezwaar tegen uw besluit")
    weak = [replace(word, confidence=0.2) for word in paper.words]
    assert unread(paper) == ()
    assert unread(paper, words=weak)


def test_a_signature_is_no_print() -> None:
    assert unread(Paper().scribble(40, 110)) == ()


def test_specks_are_no_print() -> None:
    paper = Paper()
    random = np.random.default_rng(4)
    for y, x in random.integers(0, min(paper.pixels.shape) - 3, (150, 2)):
        paper.pixels[y : y + 2, x : x + 2] = 40
    assert unread(paper) == ()


def test_a_picture_that_is_too_small_for_print_has_none() -> None:
    assert find_unread(PageImage(np.full((50, 50), 0, np.uint8), SCALE), ()) == ()
