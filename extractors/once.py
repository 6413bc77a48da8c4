"""Do once for a file what several finders ask of its letters, and several rules when judging one.

What is remembered lasts as long as one file is worked on and not a moment longer: no text of a
letter stays behind in the process. Outside of `for_one_file` nothing is remembered.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import TypeVar, TypeVarTuple

Arguments = TypeVarTuple("Arguments")
Result = TypeVar("Result")

# What was done, with the arguments themselves: they must live as long as their ids are keys.
_Done = dict[tuple[object, ...], tuple[object, object]]
_BY_VALUE = frozenset({str, int, bool})
_DONE: ContextVar[_Done | None] = ContextVar("done", default=None)


@contextmanager
def for_one_file() -> Iterator[None]:
    """Remember, until the end of the block, what functions marked with `once` return."""
    token = _DONE.set({})
    try:
        yield
    finally:
        _DONE.reset(token)


def once(function: Callable[[*Arguments], Result]) -> Callable[[*Arguments], Result]:
    """Call a function once for the same objects; it must return a value, not an iterator.

    The same object, not an equal one: a letter is too large to be compared. Only of strings and
    numbers equal ones are the same: a sentence is cut out of its letter anew by each who asks.
    """

    @wraps(function)
    def remembered(*args: *Arguments) -> Result:
        done = _DONE.get()
        if done is None:
            return function(*args)
        parts: list[object] = [function]
        for each in args:  # a comprehension would take twice as long: it is asked so often
            parts.append(each if type(each) in _BY_VALUE else id(each))  # noqa: PERF401
        key = tuple(parts)
        known = done.get(key)
        if known is None:
            known = done[key] = (args, function(*args))
        result: Result = known[1]  # type: ignore[assignment]
        return result

    return remembered
