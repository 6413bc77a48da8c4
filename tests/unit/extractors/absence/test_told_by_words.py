"""What the words around it make an element, though no finder took it for one."""

from dataclasses import replace

import pytest

from extractors.absence import told_by_words
from extractors.absence.told_by_words import LEAST, find_told
from extractors.absence.unexplained import find_unexplained
from extractors.document import Letter
from extractors.element import ElementId
from extractors.elements import besluitdatum
from extractors.once import for_one_file
from extractors.roles.role_chances import ASKED, ROLES, RoleModel, SortModel
from tests.factories import HINTS, make_letter


def model(asked: str) -> RoleModel:
    """Return a model that takes everything for what is asked."""
    return {
        sort: SortModel(roles, tuple(5.0 if role == asked else -5.0 for role in roles), {})
        for sort, roles in ROLES.items()
    }


def told(letter: Letter, element: ElementId, *, sure: bool = True) -> list[str]:
    asked = ASKED[element][1] if sure and element in ASKED else ""
    with for_one_file():
        return [span.text for span in find_told(letter, element, model(asked))]


def test_what_the_model_takes_for_it_is_told_where_it_stands() -> None:
    letter = make_letter("Bij u sta ik bekend als ZK482207 en ik heet Jan de Boer.")
    assert told(letter, ElementId.RELATIENUMMER) == ["ZK482207"]
    assert told(letter, ElementId.NAAM) == ["Jan de Boer"]
    assert told(letter, ElementId.RELATIENUMMER, sure=False) == []


@pytest.mark.parametrize(
    ("text", "element"),
    [
        (
            "Ik viel op 3 mei 2026 om 12.30 uur.",
            ElementId.RELATIENUMMER,
        ),  # figures of a date or time
        ("3511 AB Utrecht", ElementId.NAAM),  # capitals of a postcode
        ("Klacht over de heer P. Smit", ElementId.NAAM),  # said to be another
        ("BINNENGEKOMEN\n3 mei 2026", ElementId.DATUM),  # a stamp
        ("ONTVANGEN OP\n30 APR. 2026", ElementId.DATUM),
        ("ONTVANGEN OP\n30 APR. 2026", ElementId.BESLUITDATUM),
        ("Ik ontving op 3 mei 2026 uw brief.", ElementId.DATUM),  # nobody dates by what came
    ],
)
def test_what_is_surely_something_else_is_not_told(text: str, element: ElementId) -> None:
    assert told(make_letter(text), element) == []


def test_elements_without_a_role_are_not_looked_for() -> None:
    letter = make_letter("Ik viel op 3 mei 2026.")
    others = [each for each in ElementId if each not in LEAST]
    assert [told(letter, each) for each in others] == [[]] * len(others)


def test_a_client_in_words_that_no_rule_knows_is_not_called_absent() -> None:
    letter = make_letter(
        "Geachte heer, mevrouw,\n\nIk schrijf omdat het besluit voor Karima Bakkali niet klopt."
    )
    with for_one_file():
        assert ElementId.NAAM in find_unexplained(letter, {ElementId.NAAM: ()})


RECEIVED = "Geachte heer,\n\nUw besluit heb ik op 3 mei 2026 ontvangen en ik maak bezwaar."


def test_a_day_of_receipt_may_be_that_of_the_decision_where_the_words_make_it_so() -> None:
    letter = make_letter(RECEIVED)
    assert told(letter, ElementId.BESLUITDATUM) == ["3 mei 2026"]
    assert told(letter, ElementId.BESLUITDATUM, sure=False) == []


def test_beside_another_date_a_day_of_receipt_is_not_looked_at_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(told_by_words, "load_role_model", lambda: model("besluitdatum"))
    letter = make_letter(RECEIVED)
    (arrival,) = besluitdatum.find(letter, HINTS)
    for found, expected in (((arrival,), True), ((arrival, replace(arrival, role="los")), False)):
        unexplained = find_unexplained(letter, {ElementId.BESLUITDATUM: found})
        assert (ElementId.BESLUITDATUM in unexplained) is expected
