"""The chance of each role of what stands in a letter."""

import pytest

from benchmarks.roles.writing import model_file
from extractors.document import Box, Letter
from extractors.element import Candidate, ElementId, Evidence
from extractors.roles.itself import Sort
from extractors.roles.role_chances import (
    ASKED,
    ROLES,
    SortModel,
    load_role_model,
    parse_role_model,
    role_chances,
)
from tests.factories import make_letter


def found(letter: Letter, what: str) -> Candidate:
    line = next(each for each in letter.lines if what in each.text)
    first = what.split(maxsplit=1)[0]
    at = [word.text for word in line.words].index(first)
    words = line.words[at : at + len(what.split())]
    box = Box(words[0].box.x0, line.box.top, words[-1].box.x1, line.box.bottom)
    return Candidate(what, what, (Evidence(line.page, box, what),), 0.9)


def chance(text: str, element: ElementId, what: str) -> float:
    letter = make_letter(text)
    return max(role_chances(letter, element, found(letter, what), load_role_model()))


def test_the_contested_decision_is_told_from_another_one() -> None:
    text = (
        "Utrecht, 3 juni 2026\n\nIk maak bezwaar tegen uw besluit van 4 mei 2026 over mijn pgb.\n\n"
        "Op 8 april 2026 ben ik thuis gevallen en lag ik een week in het ziekenhuis."
    )
    decided, fell = (
        chance(text, ElementId.BESLUITDATUM, day) for day in ("4 mei 2026", "8 april 2026")
    )
    assert (decided > 0.5, fell < 0.2) == (True, True)


def test_chances_of_a_sort_leave_something_for_what_is_something_else() -> None:
    chances = SortModel(("datum", "besluitdatum"), (0.0, 0.0), {}).chances({})
    assert sum(chances.values()) == pytest.approx(2 / 3)


def test_every_element_that_is_asked_has_a_role_in_the_model() -> None:
    model = load_role_model()
    assert {role in model[sort].roles for sort, role in ASKED.values()} == {True}
    assert {sort: each.roles for sort, each in model.items()} == dict(ROLES)


@pytest.mark.parametrize("sort", Sort)
def test_every_trait_has_a_weight_for_each_role(sort: Sort) -> None:
    weights = load_role_model()[sort].weights
    assert {len(each) for each in weights.values()} == {len(ROLES[sort])}


def test_a_file_that_was_written_is_read_back() -> None:
    told = {
        sort: SortModel(roles, (0.5,) * len(roles), {"v0:op": (1.25,) * len(roles)})
        for sort, roles in ROLES.items()
    }
    assert parse_role_model(model_file(told, [], "")) == told


def test_a_place_outside_the_letter_has_no_chance() -> None:
    nowhere = Candidate("x", "x", (Evidence(9, Box(0, 0, 1, 1), "x"),), 0.9)
    assert role_chances(make_letter("x"), ElementId.NAAM, nowhere, load_role_model()) == []
