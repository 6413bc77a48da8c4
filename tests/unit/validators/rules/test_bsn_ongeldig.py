from tests.unit.validators.builders import complete, make_assessed, make_candidate
from validators.rules.bsn_ongeldig import check


def test_labelled_number_that_fails_gives_the_warning() -> None:
    wrong = complete(bsn=make_candidate("999990018", marks=["gelabeld"]))
    assert check(make_assessed(wrong))


def test_sound_number_gives_none() -> None:
    assert not check(make_assessed())


def test_number_that_may_be_misread_gives_none() -> None:
    unsure = complete(bsn=make_candidate("999990018", 0.7, marks=["gelabeld"]))
    assert not check(make_assessed(unsure))


def test_number_without_a_label_may_be_anything() -> None:
    assert not check(make_assessed(complete(bsn=make_candidate("999990018"))))


def test_it_matters_also_where_nobody_asks_for_it() -> None:
    wrong = complete(bsn=make_candidate("999990018", marks=["gelabeld"]))
    assert check(make_assessed(wrong, profile="gemeente"))
