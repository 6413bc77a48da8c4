import pytest

from extractors.document import Certificate
from tests.unit.validators.builders import make_assessed, make_enclosed
from validators.rules.certificaat_gewijzigd import check


def sealed(**changed: bool) -> bool:
    sound = {"intact": True, "valid": True, "covers_whole_file": True}
    letter = make_enclosed(certificates=[Certificate("A.", **{**sound, **changed})])
    return bool(check(make_assessed(letter=letter)))


def test_file_as_it_was_signed_gives_none() -> None:
    assert not sealed()


@pytest.mark.parametrize("part", ["intact", "valid", "covers_whole_file"])
def test_certificate_that_does_not_hold_for_all_of_it_gives_the_warning(part: str) -> None:
    assert sealed(**{part: False})


def test_file_without_certificates_gives_none() -> None:
    assert not check(make_assessed())
