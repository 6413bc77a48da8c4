from tests.unit.validators.builders import make_assessed, make_candidate
from validators.rules.verkeerd_loket import check


def test_letter_to_another_office_gives_the_warning() -> None:
    to_another = (make_candidate("VGZ Zorgkantoor"),)
    assert check(make_assessed(profile="ciz", addressees=to_another))


def test_letter_to_us_gives_none() -> None:
    assert not check(make_assessed(profile="ciz", addressees=(make_candidate("CIZ"),)))
