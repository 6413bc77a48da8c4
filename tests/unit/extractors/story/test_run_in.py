"""What is said in a line that begins with a salutation or a subject is not lost."""

import pytest

from extractors.document import Box, Line, Word
from extractors.story.passages import body_of
from extractors.story.run_in import told_in
from tests.factories import make_letter


def told(text: str) -> str:
    words = tuple(Word(each, Box(0, 0, 1, 1)) for each in text.split())
    line = told_in(Line(words, 1))
    return line.text if line else ""


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("Hallo, ik heb autisme en mijn begeleider", "ik heb autisme en mijn begeleider"),
        ("Hallo ik wil bezwaar maken tegen de", "ik wil bezwaar maken tegen de"),
        ("Beste mensen, het alarm gaat en", "het alarm gaat en"),
        ("Geachte mevrouw Lok, uw besluit van 4 juli", "uw besluit van 4 juli"),
        ("Betreft: bezwaar besluit 15 december. Hij is blind.", "Hij is blind."),
    ],
)
def test_what_stands_behind_an_opening_is_told(line: str, rest: str) -> None:
    assert told(line) == rest


@pytest.mark.parametrize(
    "line",
    [
        "Geachte heer, mevrouw,",
        "Geachte heer, geachte mevrouw van der Veen,",
        "Geachte dames en heren van de gemeente,",
        "Beste Anja, Piet en Klaas,",
        "Geacht college, leden van de commissie,",
        "Weledelgeboren heer, vrouwe,",
        "Beste mensen van de gemeente",
        "Onderwerp: bezwaar tegen uw besluit",
        "Betreft: mevr. G. Hummel, geboren 1-12-1938",
        "Betreft: bezwaar t.n.v. dhr. Jansen te Oss",
        "Betreft: afwijzing rolstoel. Kenmerk 2026-1",
    ],
)
def test_who_is_greeted_and_the_subject_say_nothing(line: str) -> None:
    assert not told(line)


def test_any_other_line_is_told_whole() -> None:
    assert told("Ik maak bezwaar. Betreft: de lift.") == "Ik maak bezwaar. Betreft: de lift."


def test_the_body_begins_behind_the_greeting() -> None:
    letter = make_letter("Hallo, mijn begeleider komt nooit.\nDat is mijn klacht.\n\nGroet,\n\nLuc")
    assert body_of(letter).text.string.startswith("mijn begeleider komt nooit.")
