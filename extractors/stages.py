"""How far the work on one file has come, so that whoever sees it end can say where.

Nothing is kept outside of `noting`: the note goes to whoever asked for it, nowhere else.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from enum import StrEnum


class Stage(StrEnum):
    """What is being done with the file."""

    OPENEN = "openen"
    LEZEN = "lezen"
    ZOEKEN = "zoeken"
    BEOORDELEN = "beoordelen"


@dataclass(frozen=True, slots=True)
class Reached:
    """A stage, and the pages under way in it; 0 when it is about no page in particular."""

    stage: Stage
    first: int = 0
    last: int = 0


@dataclass(slots=True)
class _Progress:
    note: Callable[[Reached], None]
    reached: Reached | None = None


_PROGRESS: ContextVar[_Progress | None] = ContextVar("progress", default=None)


@contextmanager
def noting(note: Callable[[Reached], None]) -> Iterator[None]:
    """Hand every stage that is begun within the block to `note`."""
    token = _PROGRESS.set(_Progress(note))
    try:
        yield
    finally:
        _PROGRESS.reset(token)


def begin(stage: Stage, first: int = 0, last: int = 0) -> None:
    """Say that a stage begins, or that it comes to these pages."""
    progress = _PROGRESS.get()
    if progress is not None:
        progress.reached = Reached(stage, first, max(first, last))
        progress.note(progress.reached)


def reached() -> Reached | None:
    """Return the stage that was begun last; None outside of `noting`."""
    progress = _PROGRESS.get()
    return None if progress is None else progress.reached
