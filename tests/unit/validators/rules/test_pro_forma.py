from tests.unit.validators.builders import complete, make_assessed, make_candidate
from validators.rules.pro_forma import check

ANNOUNCED = complete(onderbouwing=make_candidate("volgt", marks=["pro_forma"]))


def test_announcement_of_the_grounds_gives_the_warning() -> None:
    assert check(make_assessed(ANNOUNCED))


def test_signal_is_enough() -> None:
    assert check(make_assessed(signals=["pro_forma"]))


def test_complaint_has_no_grounds_to_announce() -> None:
    assert not check(make_assessed(ANNOUNCED, kinds=["klacht"], signals=["pro_forma"]))


def test_objection_with_grounds_gives_none() -> None:
    assert not check(make_assessed())
