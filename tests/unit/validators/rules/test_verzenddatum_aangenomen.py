import datetime as dt

from tests.unit.validators.builders import DECIDED, complete, make_assessed, make_candidate
from validators.assess import Receipt
from validators.report import ReceivedSource
from validators.rules.verzenddatum_aangenomen import check

LATE = Receipt(dt.date(2026, 11, 19), ReceivedSource.MANIFEST, dt.date(2026, 11, 16))


def test_date_on_the_decision_stands_in_for_dispatch() -> None:
    assert check(make_assessed(receipt=LATE))


def test_dispatch_that_is_known_gives_none() -> None:
    sent = complete(besluitdatum=make_candidate(DECIDED, role="verzonden"))
    assert not check(make_assessed(sent, receipt=LATE))


def test_letter_in_time_gives_none_because_dispatch_can_only_be_later() -> None:
    assert not check(make_assessed())
