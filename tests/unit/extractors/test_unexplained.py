"""What nobody explained may be the element that was not found, and nothing else may."""

import pytest

from extractors.element import ElementId
from extractors.extract import FINDERS
from extractors.once import for_one_file
from extractors.unexplained import find_unexplained
from tests.factories import HINTS, make_letter

LETTER = """J. Jansen
Kerkstraat 12
2312 AB Leiden

Zorgkantoor VGZ
Postbus 5040
6802 EA Arnhem

{date}

Onderwerp: mijn zorg

Geachte heer, mevrouw,

{story}

Hoogachtend,

{name}
"""
DATE = "Leiden, 9 november 2026"


def unexplained(
    story: str = "Ik wil dit niet.", *, date: str = DATE, name: str = "J. Jansen"
) -> dict[ElementId, str]:
    """Return the text that may be each element of a letter."""
    letter = make_letter(LETTER.format(date=date, story=story, name=name))
    with for_one_file():
        found = {finder.ELEMENT: finder.find(letter, HINTS) for finder in FINDERS}
        return {element: each.text for element, each in find_unexplained(letter, found).items()}


def test_in_a_letter_of_which_all_is_explained_nothing_may_be_more() -> None:
    assert not set(unexplained()) - {ElementId.NAAM}


@pytest.mark.parametrize(
    "date",
    [
        "Leiden, 9~11-2026",
        "Leiden, 09112026",
        "Leiden, 9 nvrnb 2026",
        "Leiden, 9 nvm 2026",
        "9·11~2026",
    ],
)
def test_a_date_of_which_a_sign_or_letter_was_lost_may_be_the_letters(date: str) -> None:
    assert ElementId.DATUM in unexplained(date=date)


@pytest.mark.parametrize(
    "line",
    [
        "3. Waar gaat het om?",
        "al 26 jaar",
        "tel. 071 5825888",
        "kamer 12",
        "geb. 9~11-1950",
        "12/4",
    ],
)
def test_other_figures_are_no_damaged_date(line: str) -> None:
    assert ElementId.DATUM not in unexplained(date=line)


@pytest.mark.parametrize(
    "story",
    [
        "Van jullie kwam op 28 september een brief dat ik moet betalen.",
        "Ik ben het niet eens met het papier van 2 oktober 2026.",
        "Met de epistel van 1 oktober ben ik het oneens.",
        "Toch krijgt ze het lage tarief (uitkomst 14-8-26).",
        "Hiertegen bezwaar! Sinds 6-10-2026 weet ik dat.",
        "Ik wil dit niet, zie het epistel van 6~10-2026 dat u kent.",
    ],
)
def test_a_date_that_may_be_the_decisions(story: str) -> None:
    assert ElementId.BESLUITDATUM in unexplained(story)


@pytest.mark.parametrize(
    "story",
    [
        "Ik heb op 8 oktober 2026 de hele map opgestuurd, en dat staat niet in uw brief.",
        "Op 12 oktober 2026 heb ik bij u geklaagd.",
        "De laatste keer was op 25-06-2026.",
        "Mijn vader (26 augustus 1947) is ziek.",
        "Mijn vader, geboren op 26 augustus 1947, is ziek.",
        "Dezelfde badkamer is in februari 2025 aangevraagd.",
    ],
)
def test_a_date_of_something_else_is_no_decisions(story: str) -> None:
    assert ElementId.BESLUITDATUM not in unexplained(story)


@pytest.mark.parametrize(
    ("story", "code"),
    [
        ("Het gaat om uw papier van 2 oktober (1.204.557.903), zei men.", "1.204.557.903"),
        ("Mijn zaak bij u, 26 40931, loopt nog.", "26 40931"),
    ],
)
def test_a_code_without_a_label_may_be_the_reference(story: str, code: str) -> None:
    assert code in unexplained(story)[ElementId.KENMERK]


@pytest.mark.parametrize(
    "story",
    [
        "Ik moet 41.000 euro betalen, en dat is 9.200 te veel.",
        "Ik woon op Havenstraat 4015 in Leiden, 2312 AB.",
        "Volgens artikel 3.3.3.1234 Wlz mag dit niet.",
        "In 2025/2026 was het anders.",
        "Mijn telefoon is 071-5825888 en mijn bsn is 999990019.",
        "Het duurt van 12.30 tot 14.45 uur.",
    ],
)
def test_other_numbers_are_no_reference(story: str) -> None:
    assert ElementId.KENMERK not in unexplained(story)


def test_a_number_with_letters_for_figures_may_be_a_bsn() -> None:
    found = unexplained("Zij heet Els (BSN 999 99c 019) en is ziek.")
    assert found[ElementId.BSN] == "999 99c 019"


@pytest.mark.parametrize("figures", ["9999", "999 99"])
def test_some_figures_behind_the_label_may_be_the_rest_of_a_bsn(figures: str) -> None:
    assert unexplained(f"BSN moeder: {figures}")[ElementId.BSN] == figures


def test_a_label_of_a_bsn_without_figures_hides_none() -> None:
    assert ElementId.BSN not in unexplained("Mijn BSN geef ik liever niet.")


@pytest.mark.parametrize("word", ["26BG69834", "D17600825", "wachtlijst", "zorgplans"])
def test_a_code_or_word_of_nine_signs_is_no_bsn(word: str) -> None:
    assert ElementId.BSN not in unexplained(f"Het gaat om {word} bij u.")


def test_a_name_that_was_misread_may_be_the_senders() -> None:
    assert ElementId.NAAM in unexplained(name="S.J. ult den Bogaard")


def test_a_capital_inside_a_sentence_may_name_a_provider() -> None:
    found = unexplained("De begeleiding die Kwintessa mij geeft komt te laat.")
    assert found[ElementId.ZORGAANBIEDER] == "Kwintessa"


@pytest.mark.parametrize(
    "story",
    [
        "Het verslag van mevrouw Erdoyan klopt niet.",
        "Ik woon in Leiden aan de Havenstraat 12 en ben boos.",
        "Ik klaag op grond van de Algemene wet bestuursrecht.",
        "Dat was in Augustus. Daarna hoorde ik niets.",
    ],
)
def test_persons_places_and_laws_are_no_provider(story: str) -> None:
    assert ElementId.ZORGAANBIEDER not in unexplained(story)


def test_a_code_that_may_be_a_number_of_the_sender_may_be_the_reference_too() -> None:
    letter = LETTER.replace("Onderwerp: mijn zorg", "03-11-2026 mevrouw Jansen - 999900018")
    made = make_letter(letter.format(date=DATE, story="Ik wil dit niet.", name="J. Jansen"))
    with for_one_file():
        found = {finder.ELEMENT: finder.find(made, HINTS) for finder in FINDERS}
        first = find_unexplained(made, found)
    assert [each.value for each in found[ElementId.BSN]] == ["999900018"]
    assert "999900018" in first[ElementId.KENMERK].text
