import pytest

from tests.unit.validators.builders import make_assessed
from validators.rules.ander_soort_document import check


def test_letter_that_is_neither_gives_the_warning() -> None:
    assert check(make_assessed(kinds=["overig"]))


def test_intent_with_a_warning_of_its_own_gives_none() -> None:
    assert not check(make_assessed(kinds=["intrekking"]))


def test_objection_gives_none() -> None:
    assert not check(make_assessed(signals=["factuur"]))


@pytest.mark.parametrize(
    ("signal", "words"), [("factuur", "een rekening"), ("avg", "AVG"), ("pgb", "ander soort brief")]
)
def test_sort_is_named_as_far_as_it_is_known(signal: str, words: str) -> None:
    (notice,) = check(make_assessed(kinds=["overig"], signals=[signal]))
    assert words in notice.message
