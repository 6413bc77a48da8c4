"""What can be done to a running Postkamer, and plans of it: drawn by a seed, or written down."""

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from benchmarks.chaos.site import Site, pause

BEYOND_LEASE = 1.5
CUT_S = (1.0, 8.0)
SLOW_S = 0.05
Act = Callable[[Site, random.Random], None]


@dataclass(frozen=True, slots=True)
class Disturbance:
    """Something that is done to a Postkamer, for as long as it takes."""

    name: str
    act: Act


def kill(role: str) -> Disturbance:
    """Kill one process of a role."""

    def act(site: Site, dice: random.Random) -> None:
        for pid in _one_of(site.household.of_role(role), dice):
            site.kill(pid)

    return Disturbance(f"kill -9 {role}", act)


def stop(role: str) -> Disturbance:
    """Let one process of a role stand still for longer than a lease."""

    def act(site: Site, dice: random.Random) -> None:
        site.stop(_one_of(site.household.of_role(role), dice))
        pause(site.settings.lease_seconds * BEYOND_LEASE)
        site.mend()

    return Disturbance(f"SIGSTOP {role}", act)


def kill_server(name: str) -> Disturbance:
    """Kill a server and start it again."""

    def act(site: Site, dice: random.Random) -> None:
        site.servers[name].kill()
        pause(dice.uniform(*CUT_S) / 2)
        site.servers[name].start_after_kill()

    return Disturbance(f"kill -9 {name}", act)


def stop_server(name: str) -> Disturbance:
    """Let a server with all its processes stand still for longer than a lease."""

    def act(site: Site, _dice: random.Random) -> None:
        site.stop(site.server_processes(name))
        pause(site.settings.lease_seconds * BEYOND_LEASE)
        site.mend()

    return Disturbance(f"SIGSTOP {name}", act)


def cut(name: str) -> Disturbance:
    """Cut the network to a server: connections are reset and refused."""

    def act(site: Site, dice: random.Random) -> None:
        site.wires[name].cut()
        pause(dice.uniform(*CUT_S))
        site.mend()

    return Disturbance(f"network to {name} cut", act)


def hold(name: str) -> Disturbance:
    """Hold up all that goes to a server, and then lose the connections that stood open."""

    def act(site: Site, dice: random.Random) -> None:
        site.wires[name].hold()
        pause(dice.uniform(*CUT_S))
        site.wires[name].drop()
        site.mend()

    return Disturbance(f"network to {name} silent, then reset", act)


def slow(name: str) -> Disturbance:
    """Make the network to a server slow."""

    def act(site: Site, dice: random.Random) -> None:
        site.wires[name].slow_down(SLOW_S)
        pause(dice.uniform(*CUT_S))
        site.mend()

    return Disturbance(f"network to {name} slow", act)


def receiver(mood: str) -> Disturbance:
    """Let the receiver of reports behave badly for a while."""

    def act(site: Site, dice: random.Random) -> None:
        site.hook.behave(mood)
        pause(dice.uniform(*CUT_S))
        site.mend()
        if mood == "410":
            site.open_channel()

    return Disturbance(f"webhook: {mood}", act)


def move_clock(hours: int) -> Disturbance:
    """Let the clock of one program jump, and back again after a while."""

    def act(site: Site, dice: random.Random) -> None:
        site.move_clock(dice.choice(sorted(site.clocks)), hours * 3600)
        pause(dice.uniform(*CUT_S))
        site.mend()

    return Disturbance(f"clock {hours:+} hour", act)


def _fill(site: Site, dice: random.Random) -> None:
    site.fill_disk()
    pause(dice.uniform(*CUT_S))
    site.mend()


FULL_DISK = Disturbance("disk full", _fill)
EVERYWHERE = (
    *(kill(role) for role in ("worker", "web", "keeper", "reader")),
    *(stop(role) for role in ("worker", "web", "keeper", "reader")),
    *(receiver(mood) for mood in ("500", "429", "503", "410", "traag", "nooit")),
    cut("webhook"),
    hold("webhook"),
)
CLOCKS = (move_clock(1), move_clock(-1))
SERVERS = ("postgresql", "rabbitmq")
AT: Mapping[str, tuple[Disturbance, ...]] = {
    "embedded": (*EVERYWHERE, kill("serve"), stop("serve")),
    "distributed": (
        *EVERYWHERE,
        *(make(name) for name in SERVERS for make in (kill_server, stop_server, cut, hold, slow)),
    ),
}


def possible(stack: str, site: Site) -> tuple[Disturbance, ...]:
    """Return what can be done on a stack on this machine."""
    disk = (FULL_DISK,) if site.can_fill_disk else ()
    return (*AT[stack], *disk, *(CLOCKS if site.clocks else ()))


def _one_of(pids: list[int], dice: random.Random) -> set[int]:
    return {dice.choice(pids)} if pids else set()
