"""Glyphs become the words that a reader sees, and a layer that lies is noticed."""

import pytest

from extractors.document import Box
from extractors.readers.pdf_marks import OBLIQUE, Glyph
from extractors.readers.pdf_words import is_trustworthy, turn_box, words_of

PAGE = {"width": 595.0, "height": 842.0}


def glyphs(
    text: str, *, x: float = 70, top: float = 100, spacing: float = 0, spaces: bool = True
) -> list[Glyph]:
    """Set text in letters of 6 points wide and 10 high; a space is 3 wide."""
    made = []
    for char in text:
        width = 3 if char == " " else 6
        if char != " " or spaces:
            made.append(Glyph(char, Box(x, top, x + width, top + 10), 10))
        x += width + spacing
    return made


def texts(*lines: list[Glyph]) -> list[str]:
    return [word.text for word in words_of([one for line in lines for one in line], **PAGE)]


def test_spaces_part_words() -> None:
    assert texts(glyphs("uw besluit van")) == ["uw", "besluit", "van"]


def test_gaps_part_words_where_no_space_is_drawn() -> None:
    assert texts(glyphs("uw besluit van", spaces=False)) == ["uw", "besluit", "van"]


def aslant(text: str, *, size: float) -> list[Glyph]:
    """Set a word aslant through the place where `glyphs` begins."""
    places = ((70 + size * step, 110 - size * step) for step in range(len(text)))
    return [
        Glyph(char, Box(x, top - size, x + size, top), size, OBLIQUE)
        for char, (x, top) in zip(text, places, strict=True)
    ]


def test_a_watermark_is_no_part_of_the_words_it_crosses() -> None:
    assert texts(glyphs("uw besluit van"), aslant("KOPIE", size=60)) == ["uw", "besluit", "van"]


def test_ordinary_letters_aslant_are_words_of_their_own() -> None:
    found = texts(glyphs("uw besluit van"), aslant("INGEKOMEN", size=10))
    assert found == ["uw", "besluit", "van", "INGEKOMEN"]


def test_a_spaced_heading_is_one_word() -> None:
    assert texts(glyphs("BEZWAAR", spacing=2.5)) == ["BEZWAAR"]


def test_columns_part_words() -> None:
    assert texts(glyphs("Kenmerk"), glyphs("AB12", x=200)) == ["Kenmerk", "AB12"]


def test_bold_made_by_printing_twice_is_read_once() -> None:
    assert texts(glyphs("Bezwaar"), glyphs("Bezwaar", x=70.4)) == ["Bezwaar"]


def test_double_letters_stay_double() -> None:
    assert texts(glyphs("zeeen aannemen")) == ["zeeen", "aannemen"]


def test_lines_come_from_top_to_bottom_whatever_the_order_of_drawing() -> None:
    assert texts(glyphs("onder", top=130), glyphs("boven")) == ["boven", "onder"]


def test_ligatures_are_letters() -> None:
    assert texts(glyphs("\ufb01nancieel")) == ["financieel"]


@pytest.mark.parametrize("angle", [0, 90, 180, 270])
def test_a_box_turned_around_comes_back(angle: int) -> None:
    box = Box(10, 20, 40, 30)
    sides = (842, 595) if angle % 180 else (595, 842)
    turned = turn_box(box, angle, width=595, height=842)
    assert turn_box(turned, -angle, width=sides[0], height=sides[1]) == box


@pytest.mark.parametrize(
    "text",
    [
        "Hierbij maak ik bezwaar tegen uw besluit",
        "Bl. 2",
        "BSN 999990019 tel 0612345678 dd 12-10-2026 nr 4512",
        "Żółć gęślą jaźń coördinatie reünie",
    ],
)
def test_text_that_people_write_is_trusted(text: str) -> None:
    line = glyphs(text)
    assert is_trustworthy(line, words_of(line, **PAGE))


@pytest.mark.parametrize(
    "text",
    [
        "qzx wkrt pfgh bbcd xzrt lmnp qrst",
        "\ue001\ue002\ue003 \ue004\ue005",
        "\ufffd" * 20,
        "!#$%&' ()*+, -./01 !#$%& abcdefghijklm '()*+ ,-./012",
        "één coördinatie reünie, geëindigd".encode().decode("latin-1"),
    ],
)
def test_text_that_no_one_reads_is_not_trusted(text: str) -> None:
    line = glyphs(text)
    assert not is_trustworthy(line, words_of(line, **PAGE))


def test_numbers_of_glyphs_are_not_trusted() -> None:
    line = [Glyph(f"(cid:{n})", Box(n * 6, 0, n * 6 + 6, 10), 10) for n in range(30)]
    assert not is_trustworthy(line, words_of(line, **PAGE))
