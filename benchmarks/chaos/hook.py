"""A receiver of reports that behaves well or badly, and remembers what it took."""

import json
import threading
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from tests.receivers import Request, receiver

MOODS = ("goed", "500", "429", "503", "410", "traag", "nooit")
SLOW_S = 2.0
TOOK, SLEPT = 204, 500


@dataclass
class Hook:
    """What a receiver answers now, and which reports it took in which order."""

    mood: str = "goed"
    port: int = 0
    answers: int = 0
    taken: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    _awake: threading.Event = field(default_factory=threading.Event)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def behave(self, mood: str) -> None:
        """Answer in this way from now on; whoever was kept waiting is answered."""
        self.mood = mood
        self._awake.set()
        self._awake = threading.Event()

    def decide(self, request: Request) -> int:
        """Return the answer to a request."""
        mood, awake = self.mood, self._awake
        self.answers += 1
        if mood.isdecimal():
            return int(mood)
        if mood == "nooit":
            awake.wait(60)
            return SLEPT
        if mood == "traag":
            awake.wait(SLOW_S)
        event = json.loads(request.body)
        with self._lock:
            self.taken[event["subject"]].append(event["reportversion"])
        return TOOK


@contextmanager
def hook() -> Iterator[Hook]:
    """Run a receiver."""
    with receiver() as running:
        ours = Hook(port=running.port)
        running.decide = ours.decide
        yield ours
        ours.behave("goed")
