"""Words of running text that are lost behind a stamp."""

import pytest

from extractors.absence.behind_stamps import rows_behind
from extractors.absence.half_read import find_half_read
from extractors.document import Box, TextSource
from extractors.element import ElementId
from tests.factories import make_letter

PAD = " " * 40
LEFT = "Hierbij maak ik bezwaar tegen uw brief"
RIGHT = "2026 en kenmerk WLZ/26/73152."
REST = (
    "De hulp is nodig omdat mijn moeder de hele dag niet zonder toezicht kan zijn, ook\n"
    "niet als mijn zus er is. Dat heb ik u al eens geschreven, en daar is niets mee gedaan."
)


def letter_of(row: str, *, stamp: str = "ONTVANGEN") -> str:
    return f"Geachte heer, mevrouw,\n\n{PAD}{stamp}\n{row}\n{REST}\n\nHoogachtend,\n\nA. Bakker"


def rows(text: str) -> list[Box]:
    (page,) = make_letter(text).pages
    return list(rows_behind(page))


def test_words_between_two_parts_of_a_line_are_lost_behind_a_stamp() -> None:
    (row,) = rows(letter_of(f"{LEFT}{' ' * 16}{RIGHT}"))
    assert row.width > 50


def test_the_end_of_a_line_is_lost_behind_a_stamp() -> None:
    assert len(rows(letter_of(LEFT))) == 1


@pytest.mark.parametrize(
    "text",
    [
        letter_of(f"{LEFT} van 3 oktober {RIGHT}"),  # the stamp hides nothing
        letter_of(LEFT, stamp="Ingesloten"),  # a line is as long as its sentence
        letter_of("Ik maak bezwaar."),  # and ends far before the stamp
        f"A. Bakker\nLindelaan 4{PAD}ONTVANGEN\n2403 VB Leiden\n\n{letter_of(LEFT, stamp='')}",
    ],
)
def test_nothing_is_lost_where_no_stamp_stands_on_the_text(text: str) -> None:
    assert rows(text) == []


def test_what_may_stand_behind_a_stamp_is_not_asked_for() -> None:
    text = letter_of(f"{LEFT}{' ' * 16}{RIGHT}")
    found = find_half_read(make_letter(text, source=TextSource.OCR))
    assert ElementId.BESLUITDATUM in found
    whole = letter_of(f"{LEFT} van 3 oktober {RIGHT}")
    assert ElementId.BESLUITDATUM not in find_half_read(make_letter(whole, source=TextSource.OCR))
