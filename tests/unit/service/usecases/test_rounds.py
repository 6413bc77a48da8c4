"""Rounds are walked by themselves: one that fails is tried again and ends nothing else."""

import threading
from collections.abc import Callable

from service.usecases.rounds import Keeper, Round

PATIENCE_S = 20.0


class Notebook:
    """Hears how rounds went, and ends the keeper when enough was heard."""

    def __init__(self, enough: Callable[["Notebook"], bool]) -> None:
        self.good: list[str] = []
        self.bad: list[tuple[str, str, float]] = []
        self._enough = enough
        self._lock = threading.Lock()
        self.keeper: Keeper | None = None

    def went_well(self, name: str) -> None:
        with self._lock:
            self.good.append(name)
        self._look()

    def failed(self, name: str, error: Exception, pause_s: float) -> None:
        with self._lock:
            self.bad.append((name, type(error).__name__, pause_s))
        self._look()

    def _look(self) -> None:
        if self.keeper is not None and self._enough(self):
            self.keeper.stop()


def walk_until(enough: Callable[[Notebook], bool], *rounds: Round) -> Notebook:
    notebook = Notebook(enough)
    notebook.keeper = Keeper(rounds, notebook)
    assert notebook.keeper.run(patience_s=PATIENCE_S)
    return notebook


def fail() -> None:
    raise OSError("Jansen")


def test_a_round_that_fails_does_not_end_the_others() -> None:
    rounds = Round("slecht", 0.001, fail), Round("goed", 0.001, lambda: None)
    heard = walk_until(lambda book: len(book.good) >= 3 and len(book.bad) >= 2, *rounds)
    assert set(heard.good) == {"goed"}
    assert {name for name, _, _ in heard.bad} == {"slecht"}


def test_a_round_that_goes_on_failing_is_tried_ever_more_slowly() -> None:
    heard = walk_until(lambda book: len(book.bad) >= 4, Round("slecht", 0.001, fail, 0.01))
    pauses = [pause for _, _, pause in heard.bad]
    assert pauses == sorted(pauses)
    assert pauses[-1] == 0.01


def test_a_round_that_recovers_is_heard_again() -> None:
    tries = iter([OSError, OSError])

    def recover() -> None:
        error = next(tries, None)
        if error is not None:
            raise error

    heard = walk_until(lambda book: bool(book.good), Round("wankel", 0.001, recover))
    assert len(heard.bad) == 2


class Forgetful(Notebook):
    """Cannot write down that a round went well: the disk is full, the database away."""

    def went_well(self, name: str) -> None:
        raise OSError(name)


def test_a_round_goes_on_when_nobody_can_write_down_that_it_went_well() -> None:
    notebook = Forgetful(lambda book: len(book.bad) >= 3)
    notebook.keeper = Keeper([Round("goed", 0.001, lambda: None)], notebook)
    assert notebook.keeper.run(patience_s=PATIENCE_S)
    assert {name for name, _, _ in notebook.bad} == {"goed"}
