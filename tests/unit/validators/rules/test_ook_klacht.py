from tests.unit.validators.builders import make_assessed
from validators.rules.ook_klacht import check


def test_objection_that_complains_gives_the_warning() -> None:
    assert check(make_assessed(kinds=["bezwaar", "klacht"]))


def test_objection_alone_gives_none() -> None:
    assert not check(make_assessed())


def test_complaint_alone_gives_none() -> None:
    assert not check(make_assessed(kinds=["klacht"]))
