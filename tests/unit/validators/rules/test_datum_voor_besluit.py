import datetime as dt

import pytest

from tests.unit.validators.builders import DECIDED, complete, make_assessed, make_candidate
from validators.rules.datum_voor_besluit import check

DAY = dt.timedelta(days=1)


@pytest.mark.parametrize(("early", "is_due"), [(0, False), (1, True)])
def test_letter_older_than_the_decision_gives_the_warning(early: int, is_due: bool) -> None:
    found = complete(datum=make_candidate(DECIDED - early * DAY))
    assert bool(check(make_assessed(found))) is is_due


def test_without_both_dates_nothing_is_said() -> None:
    assert not check(make_assessed(complete(besluitdatum=())))
