"""Every number and date of a letter but for what was found: chances tell whose they are."""

import datetime as dt
from dataclasses import replace

import pytest

from extractors.element import NAMED, OWN_DAY, ElementId, Hints
from extractors.elements import besluitdatum, kenmerk
from extractors.numbers.named import EXPLAINED, MOST, OF_BEFORE, find_named
from tests.factories import make_letter
from validators.drempels import is_vouched_for

TOLD = (
    "Geachte heer, mevrouw,\n\nOnder uw papier staat SW25.11.0660 en boven {day}. Bel mij op "
    "06-12345678 of na 3 mei, mijn BSN is 999990019. Ik woon op Hoflaan 88, 2406 BT Alphen.\n\n"
    "J. de Haan"
)


def numbers(text: str) -> list[object]:
    return [each.value for each in find_named(make_letter(text), ())]


def test_numbers_are_named_and_dates_telephones_postcodes_and_bsns_are_none() -> None:
    assert numbers(TOLD.format(day="24 november 2025")) == ["SW25.11.0660"]


def test_who_has_a_mailbox_is_no_number() -> None:
    assert not numbers("Van: m.dehaan1957@example.org\n\nGeachte heer,\n\nIk maak bezwaar.")


def test_a_date_with_spaces_holds_no_number() -> None:
    assert not numbers("Geachte heer,\n\nU schreef mij op 21 - 8 - 2026 dat het stopt.")


def test_a_number_in_pieces_is_one() -> None:
    assert numbers("Geachte heer,\n\nMijn vraagwijzer is VW 44 108 en dat klopt.") == ["VW 44 108"]


def test_what_was_found_is_not_named_again() -> None:
    letter = make_letter("Geachte heer,\n\nUw kenmerk is Z-26-0118 en op de map staat 4471902.")
    found = kenmerk.find(letter, Hints())
    assert [each.value for each in found] == ["Z-26-0118"]
    assert [x.value for x in find_named(letter, found)] == ["4471902"]
    assert [x.value for x in find_named(letter, ())] == [
        "Z-26-0118",
        "4471902",
    ]


def test_no_more_are_looked_at_than_letters_hold() -> None:
    codes = ", ".join(f"A-26-{1000 + at}" for at in range(MOST + 3))
    assert len(numbers(f"Geachte heer,\n\nErbij zitten {codes}.")) == MOST


def test_what_the_words_before_a_number_make_of_it_is_marked() -> None:
    letter = make_letter(
        "Geachte heer,\n\nOp uw papier staat 44.5120. De rechtbank gaf daar nummer\n"
        "C/03/5521 aan, het vorige besluit had 298 113 006 en om 14:30 belde u."
    )
    marks = {str(each.value): each.marks for each in find_named(letter, ())}
    assert marks == {
        "44.5120": frozenset(),
        "C/03/5521": frozenset({EXPLAINED}),
        "298 113 006": frozenset({OF_BEFORE}),
    }


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        (
            "Bij besluit van 3 mei, door u genummerd 0637/WMO/55190, weigert u dat.",
            "0637/WMO/55190",
        ),
        ("aanslagnummer 710 220 418, kenteken 12-XB-ZR", "710 220 418"),
    ],
)
def test_numbers_of_decisions_that_look_like_other_numbers(sentence: str, number: str) -> None:
    (found,) = kenmerk.find(make_letter(f"Geachte heer,\n\n{sentence}"), Hints())
    assert (found.value, found.role) == (number, "gelabeld")


def test_dates_are_named_whatever_words_make_of_them() -> None:
    letter = make_letter(TOLD.format(day="24 november 2025"))
    named = besluitdatum.find_others(letter, ())
    assert dt.date(2025, 11, 24) in [each.value for each in named]
    assert {each.role for each in named} == {NAMED}


def test_the_day_of_the_letter_is_marked_and_never_sure_to_be_that_of_the_decision() -> None:
    letter = make_letter("Leiden, 4 juni 2026\n\nGeachte heer,\n\nIk schrijf u over 3 mei 2026.")
    named = {each.value: each for each in besluitdatum.find_others(letter, ())}
    own, other = named[dt.date(2026, 6, 4)], named[dt.date(2026, 5, 3)]
    assert (own.marks, other.marks) == ({OWN_DAY}, set())
    sure = [
        is_vouched_for(ElementId.BESLUITDATUM, replace(each, chance=0.99)) for each in (own, other)
    ]
    assert sure == [False, True]


def test_a_birth_is_no_decision() -> None:
    letter = make_letter("Geachte heer,\n\nIk ben geboren op 3 mei 1950. Leiden, 4 juni 2026")
    named = besluitdatum.find_others(letter, ())
    assert dt.date(1950, 5, 3) not in [each.value for each in named]
