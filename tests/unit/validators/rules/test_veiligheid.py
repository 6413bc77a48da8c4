from tests.unit.validators.builders import make_assessed
from validators.rules.veiligheid import check


def test_signal_gives_the_warning() -> None:
    assert check(make_assessed(signals=["veiligheid"]))


def test_other_signals_give_none() -> None:
    assert not check(make_assessed(signals=["pgb", "ombudsman"]))


def test_complaint_gives_it_as_well_as_an_objection() -> None:
    assert check(make_assessed(kinds=["klacht"], signals=["veiligheid"]))
