import pytest

from tests.unit.validators.builders import make_assessed
from validators.rules.slecht_leesbaar import check


@pytest.mark.parametrize(("share", "is_due"), [(0.0, True), (0.74, True), (0.75, False)])
def test_share_of_words_read_surely_decides(share: float, is_due: bool) -> None:
    assert bool(check(make_assessed(legibility=share))) is is_due
