"""The words that point out a decision, those from which a person may know it, and bare pointers."""

import pytest

from extractors.elements import besluit
from tests.factories import HINTS, make_letter


def marks_of(sentence: str) -> set[str]:
    letter = make_letter(f"Geachte heer,\n\n{sentence}\n\nHoogachtend,")
    return {mark for found in besluit.find(letter, HINTS) for mark in found.marks}


@pytest.mark.parametrize(
    "sentence",
    [
        "U heeft een besluit genomen over mijn moeder.",
        "Ik ben het niet eens met jullie beslissing over de auto van mijn man.",
        "Hierbij wil ik bezaar maken tegen de afwijsing van de dagbestedeing.",
        "Ik teken protest aan tegen het weghalen van de trapleuning.",
    ],
)
def test_a_decision_of_which_something_is_said_may_be_known_to_a_person(sentence: str) -> None:
    assert marks_of(sentence) == {"standpunt"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Ik maak bezwaar tegen uw besluit.",
        "Ik ben het niet eens met jullie brief en vraag u opnieuw te kijken.",
        "Hierbij maak ik bezwaar tegen bovengenoemd besluit van de gemeente.",
        "Bel mij over uw besluit op telefoonnummer 06-12345678, ik maak bezwaar.",
        "Ik maak bezwaar tegen uw besluit, mijn burgerservicenummer is 999999990.",
    ],
)
def test_a_bare_pointer_says_nothing_of_the_decision(sentence: str) -> None:
    assert marks_of(sentence) == {"vaag"}


def test_a_subject_with_what_was_done_to_it_tells_the_decision_apart() -> None:
    assert "onderwerp" in marks_of("Ik maak bezwaar tegen de afwijzing van mijn pgb.")
    assert "onderwerp" in marks_of("Logeerzorg voor mijn broer geweigerd.")


@pytest.mark.parametrize(
    "sentence",
    [
        "Ik maak bezwaar tegen de afwijzing van mijn bijstandsuitkering.",
        "Wij komen op tegen de omgevingsvergunning die u aan de buren heeft verleend.",
        "Bezwaar tegen de opgelegde naheffingsaanslag parkeren.",
        "Tegen uw besluit over de kwijtschelding kom ik in bezwaar.",
    ],
)
def test_what_a_municipality_decides_beside_care_is_a_subject_too(sentence: str) -> None:
    assert "onderwerp" in marks_of(sentence)


def test_the_telephone_number_in_a_form_is_no_number_of_a_decision() -> None:
    letter = make_letter("Bezwaarformulier\n\nTelefoonnummer\n0416-274410\n\nIk ben het oneens.")
    assert all("kenmerk" not in found.marks for found in besluit.find(letter, HINTS))


def test_a_sentence_about_the_decision_comes_before_its_bare_number() -> None:
    letter = make_letter(
        "Uw kenmerk: VZK-260913\n\nGeachte heer,\n\n"
        "Ik maak bezwaar tegen uw besluit van 13 oktober 2026 over mijn pgb.\n\nHoogachtend,"
    )
    assert besluit.find(letter, HINTS)[0].text.startswith("Ik maak bezwaar")


def test_values_in_a_column_without_their_labels_are_no_sentence() -> None:
    letter = make_letter(
        "20 november 2026\nbezwaar terugvordering, uw kenmerk TV-25/66\njw.brouwer@mail.example\n\n"
        "Geachte heer,\n\nIk ben het er niet mee eens.\n\nHoogachtend,"
    )
    texts = [found.text for found in besluit.find(letter, HINTS)]
    assert "bezwaar terugvordering, uw kenmerk TV-25/66" in texts


@pytest.mark.parametrize(
    "line",
    [
        "Berkel en Rodenrijs, 30 oktober 2026",
        "Molenrij 12",
        "Binnenring 3",
    ],
)
def test_a_place_or_street_with_nr_inside_is_no_reference(line: str) -> None:
    letter = make_letter(
        f"P. Smit\n{line}\n\nGeachte heer,\n\nIk maak bezwaar tegen uw besluit.\n\nHoogachtend,"
    )
    assert {mark for each in besluit.find(letter, HINTS) for mark in each.marks} == {"vaag"}


@pytest.mark.parametrize("need", ["noodzaak", "oorzaak"])
def test_a_need_or_a_cause_with_a_figure_behind_it_is_no_reference(need: str) -> None:
    assert "kenmerk" not in marks_of(f"Uw besluit miskent de {need} van 24 uur toezicht.")


@pytest.mark.parametrize(
    "number", ["nr 12345", "nr. 12345", "zaaknr 12345", "besluitnr.: 12-345", "zaak 12345"]
)
def test_a_short_word_for_a_number_leads_to_a_reference(number: str) -> None:
    assert "kenmerk" in marks_of(f"Ik maak bezwaar tegen uw besluit, {number}.")
