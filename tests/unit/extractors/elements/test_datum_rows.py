"""Dates that machines print, that end the line above, and that stand in the head of a letter."""

import pytest

from extractors.elements import datum
from tests.factories import HINTS, make_letter

SENDER = "A. Vos\nKerkweg 3\n1234 AB Utrecht"
OFFICE = "Aan CIZ\nPostbus 1\n3500 GR Utrecht"
TOLD = "Tegen uw besluit van 3 september 2026 maak ik bezwaar. Ik heb meer zorg nodig."
SURE = 0.6  # what the validators take for a fact


def letter(*, top: str = "", head: str = "", told: str = TOLD, foot: str = "") -> str:
    parts = (top, SENDER, OFFICE, head, "Geachte heer,", told, "Hoogachtend,\n\nA. Vos", foot)
    return "\n\n".join(part for part in parts if part)


@pytest.mark.parametrize(
    "text",
    [
        letter(foot="7-11-2026                     1/1"),
        letter(foot="bezwaar.docx                  7-11-2026"),
        letter(top="7-11-2026                     Bezwaar.docx"),
        letter(top="7-11-2026, 14:02              Mijn bezwaar"),
        letter(top="07-11-2026   https://mail.example.nl/print?id=3"),
        letter(top="2026-11-03 14:02          0478551122          P 1/1"),
        letter(head="Betreft: bezwaar tegen besluit van\n3 september 2026"),
        letter(head="Betreft: bezwaar tegen besluit van\n3 september 2026, GM-26.08/4 mw. Smits"),
        letter(told=f"{TOLD}\n\nOp 3 oktober 2026\nben ik gevallen."),
    ],
)
def test_a_date_of_a_machine_or_of_a_sentence_is_not_the_letters(text: str) -> None:
    assert datum.find(make_letter(text), HINTS) == ()


@pytest.mark.parametrize(
    "text",
    [
        letter(head="Utrecht, 12 november 2026          1/2"),
        letter(head="12 november 2026"),
        letter(head="12 november 2026\nbetreft: bezwaar"),
        letter(head="Onderwerp: bezwaar tegen besluit\n\nUtrecht, 12 november 2026"),
        letter(told=f"{TOLD}\n\nUtrecht, 12 november 2026\n\nBijlage: uw besluit"),
    ],
)
def test_a_date_by_itself_or_behind_a_place_is_the_letters(text: str) -> None:
    found = datum.find(make_letter(text), HINTS)
    assert (str(found[0].value), found[0].confidence > SURE) == ("2026-11-12", True)


def test_the_hour_in_the_head_of_a_mail_is_not_that_of_a_printer() -> None:
    mail = (
        f"A. Vos <a.vos@example.nl>\n12-11-2026, 14:02\nAan: bezwaar@example.nl\n\n{TOLD}\n\nA. Vos"
    )
    assert str(datum.find(make_letter(mail), HINTS)[0].value) == "2026-11-12"


@pytest.mark.parametrize(
    "head",
    [
        "12 november 2026 - Gemeente Opsterland, Beetsterzwaag",
        "BEZWAARSCHRIFT 12 november 2026",
        "Bezwaarschrift d.d. 12 november 2026",
    ],
)
def test_a_date_in_the_head_that_nothing_explains_is_offered(head: str) -> None:
    (found,) = datum.find(make_letter(letter(head=head)), HINTS)
    assert (str(found.value), 0.3 < found.confidence < SURE) == ("2026-11-12", True)


@pytest.mark.parametrize("head", ["Bezwaarschrift d.d. 2 september 2026", "Betreft: pgb 2026"])
def test_a_day_before_the_decision_is_not_offered(head: str) -> None:
    assert datum.find(make_letter(letter(head=head)), HINTS) == ()
