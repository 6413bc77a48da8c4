from dataclasses import replace

from tests.unit.validators.builders import make_assessed, make_enclosed
from validators.rules.mogelijk_meer_brieven import check


def test_possible_second_letter_gives_the_warning() -> None:
    assert check(make_assessed(letter=replace(make_enclosed(), may_hold_more=True)))


def test_letter_with_enclosures_gives_none() -> None:
    assert not check(make_assessed(letter=make_enclosed()))
