from tests.unit.validators.builders import RECEIVED, make_assessed, make_candidate
from validators.assess import Receipt
from validators.report import ReceivedSource
from validators.rules.ontvangst_aangenomen import check


def test_day_that_nobody_told_gives_the_warning() -> None:
    assert check(make_assessed(receipt=Receipt()))


def test_day_that_was_told_gives_none() -> None:
    assert not check(make_assessed(receipt=Receipt(RECEIVED, ReceivedSource.OPTION)))


def test_stamp_on_the_page_is_enough() -> None:
    stamp = (make_candidate(RECEIVED),)
    assert not check(make_assessed(receipt=Receipt(), received=stamp))


def test_day_in_an_impossible_year_counts_as_not_told() -> None:
    receipt = Receipt(RECEIVED.replace(year=9999), ReceivedSource.OPTION)
    assert check(make_assessed(receipt=receipt))
