import datetime as dt

import pytest

from tests.unit.validators.builders import DECIDED, complete, make_assessed, make_candidate
from validators.assess import Receipt
from validators.report import Channel, ReceivedSource
from validators.rules.te_laat import check

SENT = complete(besluitdatum=make_candidate(DECIDED, role="verzonden"))


def by_mail(day: int) -> Receipt:
    return Receipt(dt.date(2026, 11, day), ReceivedSource.MANIFEST, channel=Channel.EMAIL)


@pytest.mark.parametrize(("day", "is_late"), [(12, False), (13, True)])
def test_day_after_the_last_day_is_late(day: int, is_late: bool) -> None:
    assert bool(check(make_assessed(SENT, receipt=by_mail(day)))) is is_late


def test_date_on_the_decision_alone_makes_nobody_late() -> None:
    assert not check(make_assessed(receipt=by_mail(30)))


def test_complaint_is_never_late() -> None:
    assert not check(make_assessed(kinds=["klacht"], receipt=by_mail(30)))


def test_day_of_receipt_that_is_only_assumed_makes_nobody_late() -> None:
    assert not check(make_assessed(SENT, receipt=Receipt(), today=dt.date(2027, 3, 1)))
