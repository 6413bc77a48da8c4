import datetime as dt

import pytest

from tests.unit.validators.builders import RECEIVED, make_assessed, make_candidate
from validators.assess import Receipt
from validators.report import ReceivedSource
from validators.rules.poststempel_na_ontvangst import check

DAY = dt.timedelta(days=1)


@pytest.mark.parametrize(("late", "is_due"), [(0, False), (1, True)])
def test_postmark_after_receipt_gives_the_warning(late: int, is_due: bool) -> None:
    receipt = Receipt(RECEIVED, ReceivedSource.OPTION, RECEIVED + late * DAY)
    assert bool(check(make_assessed(receipt=receipt))) is is_due


def test_letter_without_a_postmark_gives_none() -> None:
    assert not check(make_assessed())


def test_postmark_on_the_envelope_counts_too() -> None:
    stamp = (make_candidate(RECEIVED + DAY),)
    assert check(make_assessed(postmarked=stamp))
