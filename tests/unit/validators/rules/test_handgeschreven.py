from tests.unit.validators.builders import make_assessed
from validators.rules.handgeschreven import check


def test_handwriting_gives_the_warning() -> None:
    assert check(make_assessed(handwritten=True))


def test_print_gives_none() -> None:
    assert not check(make_assessed(handwritten=False))
