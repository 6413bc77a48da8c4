"""Rounds: what has to be done every so often, each by itself, for as long as the service runs.

A round that fails is told and tried again, more slowly each time; it never ends the others.
"""

import random
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Round:
    """Something to do every `every_s` seconds; `walk` does it once."""

    name: str
    every_s: float
    walk: Callable[[], object]
    longest_pause_s: float = 300.0


class Watcher(Protocol):
    """Hears how rounds went."""

    def went_well(self, name: str) -> None:
        """Hear that a round was done."""

    def failed(self, name: str, error: Exception, pause_s: float) -> None:
        """Hear that a round failed and when it is tried again."""


class Keeper:
    """Walks all rounds, each in a thread of its own, until it is told to stop."""

    def __init__(self, rounds: Sequence[Round], watcher: Watcher) -> None:
        """Prepare; nothing is walked yet."""
        self._rounds = rounds
        self._watcher = watcher
        self._stop = threading.Event()

    def run(self, *, patience_s: float) -> bool:
        """Walk until `stop`; tell whether all rounds ended within the patience."""
        threads = [
            threading.Thread(target=self._keep_walking, args=(each,), name=each.name, daemon=True)
            for each in self._rounds
        ]
        for thread in threads:
            thread.start()
        self._stop.wait()
        for thread in threads:
            thread.join(patience_s / max(len(threads), 1))
        return not any(thread.is_alive() for thread in threads)

    def stop(self) -> None:
        """Let every round end after what it is doing now."""
        self._stop.set()

    def _keep_walking(self, each: Round) -> None:
        pause_s = each.every_s * random.random()  # noqa: S311 - so that not all begin at once
        while not self._stop.wait(pause_s):
            pause_s = self._walk(each, pause_s)

    def _walk(self, each: Round, pause_s: float) -> float:
        """Walk once; return how long to wait for the next time."""
        try:
            each.walk()
            self._watcher.went_well(each.name)
        except Exception as error:  # noqa: BLE001 - the border: one round must not end the others
            pause_s = min(max(pause_s, each.every_s) * 2, each.longest_pause_s)
            self._watcher.failed(each.name, error, pause_s)
            return pause_s
        return each.every_s
