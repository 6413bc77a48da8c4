"""One run: a Postkamer at work, disturbances by a plan, then rest, and the count."""

import random
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.chaos.counting import Counted, count
from benchmarks.chaos.plan import Disturbance, possible
from benchmarks.chaos.site import DISK_KB, DISK_KB_A_MINUTE, OPEN, PATIENCE_S, Site, pause
from benchmarks.chaos.stream import Clerk, Reader, Sender, in_background
from tests.servers import wait_until

BETWEEN_S = (0.5, 4.0)
WHOLE_PAGE = 100


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was done, how often, and what came of it."""

    done: Counter[str]
    seconds: float
    counted: Counted


def run_for(stack: str, folder: Path, *, seconds: float, seed: int) -> Outcome:
    """Disturb for so many seconds, by chance; the seed decides what and in which order."""
    dice = random.Random(seed)  # noqa: S311 - the same order in every run

    def drawn(site: Site) -> Iterable[Disturbance]:
        end = time.monotonic() + seconds
        waiting: list[Disturbance] = []
        while time.monotonic() < end:
            waiting = waiting or dice.sample(found := possible(stack, site), len(found))
            yield waiting.pop()
            pause(dice.uniform(*BETWEEN_S))

    disk_kb = DISK_KB + round(seconds / 60) * DISK_KB_A_MINUTE
    return _run(stack, folder, drawn, letters=None, dice=dice, disk_kb=disk_kb)


def run_plan(
    stack: str, folder: Path, plan: Sequence[Disturbance], *, letters: int, **wishes: object
) -> Outcome:
    """Do what the plan says, spread over so many letters."""

    def each_in_turn(site: Site) -> Iterable[Disturbance]:
        for place, disturbance in enumerate(plan, start=1):
            moment = letters * place // (len(plan) + 2)
            wait_until(
                lambda moment=moment: site.finished() >= moment,
                what=f"{moment} letters",
                patience_s=PATIENCE_S,
            )
            yield disturbance

    dice = random.Random(len(plan))  # noqa: S311 - the same in every run
    return _run(stack, folder, each_in_turn, letters=letters, dice=dice, **wishes)


def _run(
    stack: str,
    folder: Path,
    plan: Callable[[Site], Iterable[Disturbance]],
    *,
    letters: int | None,
    dice: random.Random,
    **wishes: object,
) -> Outcome:
    done: Counter[str] = Counter()
    began = time.monotonic()
    with OPEN[stack](folder, **wishes) as site:
        sender = Sender(site, random.Random(dice.random()), letters)  # noqa: S311
        reader = Reader(site, random.Random(dice.random()))  # noqa: S311
        clerk = Clerk(site, random.Random(dice.random()))  # noqa: S311
        stop = threading.Event()
        sending = in_background(sender.run)
        others = [in_background(reader.run, stop), in_background(clerk.run, stop)]
        for disturbance in plan(site):
            disturbance.act(site, dice)
            done[disturbance.name] += 1
        site.mend()
        if letters is None:
            sender.stop()
        sending.join(PATIENCE_S)
        wait_until(site.is_at_rest, what="rest", patience_s=PATIENCE_S)
        stop.set()
        for each in others:
            each.join(PATIENCE_S)
        wait_until(site.is_at_rest, what="rest", patience_s=PATIENCE_S)
        while reader.read():
            pass
        seconds = time.monotonic() - began
        codes = site.household.stop()
        return Outcome(done, seconds, count(site, sender, reader, codes))
