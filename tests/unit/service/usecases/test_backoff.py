import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.usecases.backoff import Backoff

HOUR = 3600.0


def test_the_waits_of_an_installation_as_it_comes() -> None:
    waits = Backoff().waits
    assert waits[:8] == (10, 30, 90, 270, 810, 2430, 7290, 6 * HOUR)
    assert set(waits[7:]) == {6 * HOUR}
    assert 2 * 24 * HOUR < sum(waits) <= 3 * 24 * HOUR
    assert len(waits) == 18


@pytest.mark.parametrize(
    ("attempts", "chance", "asked", "wait"),
    [
        (1, 0.5, None, 10.0),
        (1, 0.0, None, 8.0),
        (1, 1.0, None, 12.0),
        (2, 0.5, None, 30.0),
        (1, 0.5, 60.0, 60.0),
        (2, 0.5, 5.0, 30.0),
        (1, 0.5, 90 * HOUR, 24 * HOUR),
        (18, 0.5, None, 6 * HOUR),
        (19, 0.5, None, None),
        (19, 0.5, 60.0, None),
    ],
)
def test_waits(attempts: int, chance: float, asked: float | None, wait: float | None) -> None:
    assert Backoff().wait(attempts, chance=chance, asked_s=asked) == pytest.approx(wait)


@settings(deadline=None)
@given(
    first=st.floats(0.1, 100),
    longest=st.floats(100, 1e5),
    total=st.floats(0.1, 1e6),
    factor=st.floats(1, 10),
)
def test_waits_never_shrink_and_stay_within_the_days(
    first: float, longest: float, total: float, factor: float
) -> None:
    waits = Backoff(first, longest, total, factor).waits
    assert list(waits) == sorted(waits)
    assert sum(waits) <= total * 1.000001


@settings(deadline=None)
@given(attempts=st.integers(1, 18), chance=st.floats(0, 1))
def test_chance_moves_a_wait_by_its_share_at_most(attempts: int, chance: float) -> None:
    backoff = Backoff()
    wait = backoff.wait(attempts, chance=chance)
    assert wait is not None
    assert 0.79 < wait / backoff.waits[attempts - 1] < 1.21
