"""A printed form with ink behind its labels was filled in by hand."""

from dataclasses import replace

import pytest

from extractors.document import Letter, PageImage, TextSource
from extractors.element import ElementId
from extractors.hands.hand_filled import find_hand_filled, find_inked
from tests.factories import make_letter_page, make_page
from tests.unit.extractors.drawn import SCALE, Paper

FORM = "Klachtenformulier\n\nNaam:\n\n\nBSN:\n\n\nDatum:\n\n\nTelefoonnummer:"
FIELD_MM = 60.0


def form(*, filled: int, text: str = FORM, read: float = 0.0, value: str = "Jansen") -> Letter:
    """Return a scanned form of which so many fields hold ink; `read` is how sure its words are."""
    paper = Paper(text)
    rows = [word.box for word in paper.words if word.text.endswith(":")]
    words = list(paper.words)
    for row in rows[:filled]:
        top = (row.top - 3) * 25.4 / 72
        for letter in range(6):
            paper.scribble(FIELD_MM + 5 * letter, top, width=3, height=4)
    if read:
        extra = make_page(value, source=TextSource.OCR, confidence=read).words[0]
        words += [
            replace(extra, box=extra.box._replace(x0=170, x1=255, top=row.top, bottom=row.bottom))
            for row in rows[:filled]
        ]
    page = replace(make_page(text, source=TextSource.OCR), words=tuple(words),
                   image=PageImage(paper.pixels, SCALE))  # fmt: skip
    return Letter((make_letter_page(page),))


def test_ink_behind_two_labels_may_hold_anything() -> None:
    assert {ElementId.BSN, ElementId.OMSCHRIJVING} <= find_hand_filled(form(filled=2))


def test_a_signature_is_judged_by_itself() -> None:
    assert ElementId.HANDTEKENING not in find_hand_filled(form(filled=3))


@pytest.mark.parametrize("filled", [0, 1])
def test_an_empty_form_and_one_remark_are_no_handwriting(filled: int) -> None:
    assert not find_hand_filled(form(filled=filled))


def test_fields_that_were_read_are_print() -> None:
    assert not find_hand_filled(form(filled=4, read=0.95))


def test_fields_that_gave_rubbish_are_not() -> None:
    assert find_hand_filled(form(filled=4, read=0.4))


def test_a_code_of_which_one_sign_is_doubted_is_print() -> None:
    assert not find_hand_filled(form(filled=2, read=0.6, value="7243/VHF/190"))
    assert find_hand_filled(form(filled=2, read=0.6, value="Jansen"))
    assert find_hand_filled(form(filled=2, read=0.5, value="7243/VHF/190"))


QUESTIONS = (
    "Klachtenformulier\n\nWie bent u?\n\n\n\nHoe kunnen wij u bereiken?\n\n\n\nDatum van vandaag"
)


def answered(*questions: str, right: float = 0.0) -> Letter:
    """Return a scanned form with ink under the lines that begin so."""
    paper = Paper(QUESTIONS)
    letter = make_letter_page(make_page(QUESTIONS))
    for line in letter.lines:
        if line.text.startswith(questions):
            below = (line.box.bottom + 4) * 25.4 / 72
            for at in range(6):
                paper.scribble(26 + right + 5 * at, below, width=3, height=4)
    page = replace(make_page(QUESTIONS, source=TextSource.OCR), words=tuple(paper.words),
                   image=PageImage(paper.pixels, SCALE))  # fmt: skip
    return Letter((make_letter_page(page),))


def test_ink_under_two_questions_may_hold_anything() -> None:
    assert ElementId.NAAM in find_hand_filled(answered("Wie", "Hoe"))


def test_questions_without_an_answer_are_no_handwriting() -> None:
    assert not find_hand_filled(answered())


def test_what_stands_in_ink_under_its_label_is_not_missing() -> None:
    assert find_inked(answered("Datum")) == {ElementId.DATUM}
    assert find_inked(answered()) == frozenset()


def test_words_in_a_field_are_no_ink_that_was_not_read() -> None:
    assert find_inked(form(filled=0)) == frozenset()
    assert ElementId.BSN in find_inked(form(filled=2))
