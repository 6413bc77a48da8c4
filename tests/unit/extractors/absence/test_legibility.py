"""Absence says nothing of a page of which a part is not there."""

from dataclasses import replace

import numpy as np

from extractors.absence.legibility import is_cut_off, is_handwritten, lacks_pages, strokes_of
from extractors.document import Letter, PageImage, TextSource
from extractors.once import for_one_file
from tests.factories import make_letter, make_letter_page, make_page

TEXT = "Geachte heer,\n\nIk maak bezwaar.\n\nMet vriendelijke groet van"


def cut_letter(source: TextSource) -> Letter:
    page = make_page(TEXT, source=source)
    foot = max(word.box.bottom for word in page.words)
    return Letter((make_letter_page(replace(page, height=foot + 2)),))


def test_words_on_the_edge_of_a_scan_mean_that_its_foot_is_gone() -> None:
    assert is_cut_off(cut_letter(TextSource.OCR))


def test_a_line_of_which_the_lower_half_is_gone_gives_few_sure_words() -> None:
    letter = cut_letter(TextSource.OCR)
    page = letter.pages[0].page
    foot = max(word.box.bottom for word in page.words)
    weak = [
        replace(word, confidence=0.2) if word.box.bottom == foot and word.text != "vriendelijke"
        else word
        for word in page.words
    ]  # fmt: skip
    assert is_cut_off(Letter((make_letter_page(replace(page, words=tuple(weak))),)))


def test_who_looks_whether_a_page_is_by_hand_leaves_its_strokes_to_others() -> None:
    pixels = np.full((842, 595), 255, np.uint8)
    pixels[100:700:20, 5:500] = 0
    page = replace(make_page(TEXT, source=TextSource.OCR), image=PageImage(pixels, 1.0))
    with for_one_file():
        before = strokes_of(pixels, page.image.scale).copy()
        is_handwritten(Letter((make_letter_page(page),)))
        assert np.array_equal(strokes_of(pixels, page.image.scale), before)


def test_a_page_with_a_margin_is_whole() -> None:
    assert not is_cut_off(make_letter(TEXT, source=TextSource.OCR))


def test_a_born_digital_page_is_never_cut_off() -> None:
    assert not is_cut_off(cut_letter(TextSource.TEXT))


def test_a_number_of_a_page_that_is_not_there_is_noticed() -> None:
    assert lacks_pages(make_letter("Ik maak bezwaar.\n\npagina 1 van 2"))


def test_lines_that_begin_outside_the_paper_mean_that_its_side_is_gone() -> None:
    text = "maak bezwaar tegen uw besluit\nover mijn aanvraag voor zorg\nen vraag u dat te wijzigen"
    page = make_page(text, source=TextSource.OCR)
    left = min(word.box.x0 for word in page.words)
    words = tuple(
        replace(word, box=word.box._replace(x0=word.box.x0 - left, x1=word.box.x1 - left))
        for word in page.words
    )
    assert is_cut_off(Letter((make_letter_page(replace(page, words=words)),)))
