"""The date of what an objection is aimed at, whatever the writer calls that."""

import pytest

from extractors.elements import besluitdatum, kenmerk
from tests.factories import HINTS, make_letter

AIMED = [
    "Ik maak bezwaar tegen het stoppen van mijn huishoudelijke hulp van 14 oktober 2026.",
    "Ik maak bezwaar tegen het stoppen van mijn huishoudelijke hulp d.d. 14 oktober 2026.",
    "Ik dien een bezwaarschrift in tegen het intrekken van mijn pas van 14 oktober 2026, nummer "
    "D7150618.",
    "Ik ben het niet eens met de uren voor mijn dochter van 14 oktober 2026 (uw kenmerk 26-3341).",
    "Hierbij maak ik bezwaar tegen de afwijzing van de aanvraag voor zorg op grond van de Wet "
    "langdurige zorg d.d. 14-10-2026 (kenmerk Z/26/573613).",
]
OTHERS = [
    "Ik maak bezwaar tegen de afwijzing van mijn aanvraag van 14 oktober 2026 (kenmerk 26-1123).",
    "Ik maak bezwaar tegen de afwijzing van mijn aanvraag d.d. 14 oktober 2026 (kenmerk 26-1123).",
    "Ik maak bezwaar tegen het niet vergoeden van de behandeling van 14 oktober 2026.",
    "Ik maak bezwaar tegen het niet vergoeden van de behandeling d.d. 14 oktober 2026.",
    "Ik maak bezwaar tegen het stoppen van de hulp na het huisbezoek van 14 oktober 2026.",
    "Ik maak bezwaar tegen het terugvorderen van de rekening van 14 oktober 2026.",
    "Ik ben het niet eens met de woorden van uw medewerker d.d. 14 oktober 2026.",
]


@pytest.mark.parametrize("sentence", AIMED)
def test_what_is_objected_to_was_decided_on_its_date(sentence: str) -> None:
    found = besluitdatum.find(make_letter(sentence), HINTS)
    assert [str(each.value) for each in found] == ["2026-10-14"]
    assert found[0].confidence > 0.8
    assert "bestreden" in found[0].marks


@pytest.mark.parametrize("sentence", OTHERS)
def test_something_else_with_a_date_leaves_it_doubtful(sentence: str) -> None:
    found = besluitdatum.find(make_letter(sentence), HINTS)
    assert all(each.confidence < 0.6 for each in found)


def test_a_number_behind_that_date_is_the_decisions() -> None:
    found = kenmerk.find(make_letter(AIMED[2]), HINTS)
    assert (found[0].value, found[0].role) == ("D7150618", "gelabeld")


def test_a_number_behind_a_date_of_something_else_is_not() -> None:
    sentence = "Ik belde op 14 oktober 2026, nummer 7150618, en kreeg geen antwoord."
    assert all(each.role != "gelabeld" for each in kenmerk.find(make_letter(sentence), HINTS))
