import pytest

from extractors.element import Signal
from tests.unit.validators.builders import make_assessed
from validators.rules.soort_onzeker import check


@pytest.mark.parametrize(("sure", "is_due"), [(0.79, True), (0.8, False)])
def test_kind_below_the_threshold_gives_the_warning(sure: float, is_due: bool) -> None:
    assert bool(check(make_assessed(kinds=[Signal("bezwaar", (), sure)]))) is is_due


def test_other_post_is_for_a_person_anyway() -> None:
    assert not check(make_assessed(kinds=[Signal("overig", (), 0.4)]))
