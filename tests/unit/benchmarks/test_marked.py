"""Letters in which everything is marked: what is read of them, and how it is counted."""

from collections import Counter

import pytest

from benchmarks.roles.learning import MARKED, examples_of, fit
from benchmarks.roles.marked import read_marked, roles_at, set_marked
from benchmarks.roles.outcomes import ROLES, Outcome, outcomes_of, table
from extractors.element import ElementId
from extractors.roles.itself import Sort
from validators.numbers import bsn
from validators.report import Status

LETTER = """
{client|J. de Boer}
{adres|Kerkstraat 1}
{adres|6711 AB Ede}

Ede, {datum|3 juni 2026}

Betreft: bezwaar

Geachte heer, mevrouw,

Ik maak bezwaar tegen uw besluit van {besluitdatum|6 mei 2026} met kenmerk {kenmerk|ZK-2026-11832}.
Ik heb meer hulp nodig dan u denkt, omdat ik door mijn reuma niet kan koken.

Met vriendelijke groet,
{client|J. de Boer}
"""


def letter(text: str, kind: str = "bezwaar") -> dict[str, str]:
    return {"kind": kind, "gronden": "ja", "text": text}


def test_marks_are_not_printed_and_stand_where_their_words_do() -> None:
    marked = set_marked(letter(LETTER), "a_x-0", 72)
    words = [word.text for word in marked.document.pages[0].words]
    assert not any("{" in word or "|" in word for word in words)
    places = {mark.role: mark.box for mark in marked.marks}
    assert roles_at(marked.marks, places["besluitdatum"]) == ["besluitdatum"]
    assert marked.written("client") == ["J. de Boer", "J. de Boer"]


def test_long_lines_are_broken_between_words_and_short_ones_are_left() -> None:
    marked = set_marked(letter("Uw nummer      Ons nummer\n" + "woord " * 40), "a_x-0", 72)
    tops = Counter(word.box.top for word in marked.document.pages[0].words)
    assert len(tops) == 5  # one line as typed, forty words in four
    first = [word.box.x0 for word in marked.document.pages[0].words[:3]]
    assert first[2] - first[1] == pytest.approx(12 * 5.0)  # the column stays where it was


def test_every_mark_of_the_letters_to_learn_from_is_known() -> None:
    known = {role for roles in MARKED.values() for role in roles} | {"email"}
    for marked in read_marked():
        assert {mark.role for mark in marked.marks} <= known, marked.name
        assert marked.kind in {"bezwaar", "klacht", "beide", "overig"}, marked.name


@pytest.mark.parametrize("split", ["", "test"])
def test_numbers_of_citizens_are_test_numbers(split: str) -> None:
    for marked in read_marked(split):
        for written in marked.written("bsn"):
            digits = "".join(char for char in written if char.isdigit())
            assert digits.startswith("9999"), marked.name
            assert bsn.is_valid(digits), marked.name


def test_a_whole_letter_is_right_in_every_element_that_it_holds() -> None:
    rows = {each.element: each for each in outcomes_of(set_marked(letter(LETTER), "a_x-0", 80))}
    held = {element for element, row in rows.items() if row.is_there}
    told = set(ROLES) | {ElementId.ONDERBOUWING}
    assert held == told - {ElementId.BSN, ElementId.RELATIENUMMER}
    assert all(rows[each].is_right and rows[each].status is Status.AANWEZIG for each in held)


def test_a_sure_value_of_something_else_counts_as_wrong() -> None:
    wrong = Outcome(ElementId.KENMERK, True, Status.AANWEZIG, False)
    lacks = Outcome(ElementId.KENMERK, False, Status.AANWEZIG, False)
    row = next(line for line in table([wrong, lacks]).splitlines() if line.startswith("| kenmerk"))
    assert row == "| kenmerk | 1 | 0 | 0 | 1 | 0 | 1 | 0 | 0 | 1 |"


def test_reasons_that_follow_later_are_not_there() -> None:
    text = LETTER.replace("Ik heb meer hulp nodig", "De redenen volgen nog.").split("dan u denkt")[
        0
    ]
    later = {"kind": "bezwaar", "gronden": "pro_forma", "text": f"{text}\n\nJ. de Boer"}
    rows = {each.element: each for each in outcomes_of(set_marked(later, "a_x-0", 80))}
    assert not rows[ElementId.ONDERBOUWING].is_there
    assert rows[ElementId.ONDERBOUWING].status is Status.ONTBREEKT


def test_what_stands_before_a_date_tells_what_it_is() -> None:
    letters = [
        set_marked(letter(f"{before} {{{role}|{day} mei 2026}} is het zo."), f"{w}_x-0", 80)
        for day in range(1, 9)
        for w in "ab"
        for before, role in (
            ("Tegen uw besluit van", "besluitdatum"),
            ("Ik viel thuis op", "voorval"),
            ("Deze brief schrijf ik op", "datum"),
        )
    ]  # fmt: skip
    dates = list(examples_of(letters))
    model = fit(dates)[Sort.DATE]
    told = [model.chances(each.traits)["besluitdatum"] > 0.5 for each in dates]
    assert told == [each.role == "besluitdatum" for each in dates]
