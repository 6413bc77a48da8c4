"""What a date, number, name or address looks like, and how it stands beside others."""

import pytest

from extractors.roles.around import place_of
from extractors.roles.itself import Sort, traits_itself
from tests.factories import make_letter

DATES = "Utrecht, 3 juni 2026\n\nU besloot op 4 mei 2026. Ik viel op 8 april 2026."


def traits(sort: Sort, text: str, what: str) -> set[str]:
    letter = make_letter(text)
    line = next(each for each in letter.lines if what in each.text)
    place = place_of(letter, line.page, line.box)
    assert place is not None
    return set(traits_itself(letter, place, sort, what))


def test_newest_and_oldest_date_are_known_and_what_lies_between() -> None:
    newest, middle, oldest = (
        traits(Sort.DATE, DATES, each) for each in ("3 juni 2026", "4 mei 2026", "8 april 2026")
    )
    assert "tijd:nieuwste" in newest - middle
    assert "tijd:oudste" in oldest - middle
    assert ("tijd:later_0" in newest, "tijd:later_1" in middle) == (True, True)


def test_a_date_without_a_year_is_of_the_year_of_the_others() -> None:
    told = traits(Sort.DATE, DATES.replace("4 mei 2026", "4 mei"), "4 mei")
    assert {"tijd:geen_jaar", "tijd:later_1"} <= told


@pytest.mark.parametrize(
    ("code", "trait"),
    [
        ("ZK-2026-118", "code:jaar"),
        ("ZK-2026-118", "code:streep"),
        ("06-12345678", "code:telefoon"),
        ("9999.90.019", "code:cijfers_9"),
        ("ZK118", "code:begint_met_letter"),
    ],
)
def test_shape_of_a_number(code: str, trait: str) -> None:
    assert trait in traits(Sort.NUMBER, f"Kenmerk {code}", code)


def test_a_name_that_stands_under_the_letter_too_is_known() -> None:
    text = "J. de Vries\nKade 3\n\nGeachte heer,\n\nP. Smit belde.\n\nHoogachtend,\nJ. de Vries"
    sender = traits(Sort.PERSON, text, "J. de Vries")
    other = traits(Sort.PERSON, text, "P. Smit")
    assert _elsewhere(sender) > _elsewhere(other)


def _elsewhere(told: set[str]) -> int:
    return sum(each.startswith("ook_in:") for each in told)


def test_whom_a_letter_is_about_is_told_by_the_pointing_words() -> None:
    of_mother = traits(Sort.PERSON, "Namens mijn moeder P. Smit schrijf ik.", "P. Smit")
    of_self = traits(Sort.PERSON, "Ik heet P. Smit en ik schrijf.", "P. Smit")
    assert any(each.endswith(":mijn_moeder") for each in of_mother)
    assert not any("moeder" in each for each in of_self)


def test_a_post_box_and_an_organisation_above_it_are_known() -> None:
    text = "Zorgkantoor Midden\nPostbus 12\n3500 AA Utrecht\n\nP. Smit\nKade 3\n3511 AB Utrecht"
    office = traits(Sort.ADDRESS, text, "Postbus 12")
    own = traits(Sort.ADDRESS, text, "Kade 3")
    assert "waar:postbus" in office
    assert "waar:postbus" not in own
    assert "waar:onder_naam" in own


@pytest.mark.parametrize("sort", Sort)
def test_a_letter_of_one_word_has_traits_too(sort: Sort) -> None:
    letter = make_letter("x")
    place = place_of(letter, 1, letter.lines[0].box)
    assert place is not None
    for text in ("", " ", "x", "-", "\u0000"):
        assert isinstance(traits_itself(letter, place, sort, text), dict)
