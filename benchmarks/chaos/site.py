"""A whole Postkamer on one of the two stacks, with every wire and server that can be disturbed."""

import os
import signal
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import sqlalchemy as sa

from benchmarks.chaos import clocks
from benchmarks.chaos.hook import Hook, hook
from benchmarks.chaos.household import Household, Program, descendants, environment_of, send
from benchmarks.chaos.wire import Wire, wire
from service.adapters.store.store import SqlStore
from service.adapters.store.tables import account, delivery, job, letter
from service.bootstrap.channels import open_office
from service.bootstrap.machine import clock
from service.bootstrap.web import key_desk, ready_store
from service.ports.errors import AwayError
from service.records.deliveries import DeliveryState
from service.records.letters import LetterState
from service.records.people import Scope
from service.settings import OWN, Settings
from service.usecases import channels
from service.usecases.channels import NewChannel
from service.usecases.keys import KeyWish, create_key
from tests.full_disk import small_disk
from tests.servers import Process, free_port, postgresql_server, rabbitmq_server, wait_until

EMBEDDED, DISTRIBUTED = "embedded", "distributed"
STACKS = (EMBEDDED, DISTRIBUTED)
# Roles of processes beside each other in the distributed stack, and how many of each.
PROCESSES = {"worker": 2, "web": 2, "keeper": 2}
CLERK = "medewerker"
UNCOUNTED = 100_000  # no letter is put aside for what we do to its worker
DISK_KB = 150_000
# Letters, reports and the database of `embedded`; what is kept may not be what fills the disk.
DISK_KB_A_MINUTE = 20_000
PATIENCE_S = 900.0


@dataclass
class Site:
    """A running Postkamer, and what can be done to it."""

    settings: Settings  # as this process reaches it: past the wires
    household: Household
    store: SqlStore
    key: str
    hook: Hook
    urls: tuple[str, ...]
    wires: Mapping[str, Wire]
    servers: Mapping[str, Process]
    scratch: Path  # where its processes put down what is temporary
    can_fill_disk: bool
    channel_id: str
    clocks: Mapping[str, Path]  # of each program; none where they cannot be moved
    _fat: Path | None = None
    _stopped: set[int] = field(default_factory=set)
    _finished: int = 0

    def finished(self) -> int:
        """Return how many letters have a report; what was last known while nobody can tell."""
        query = sa.select(sa.func.count()).where(letter.c.finished_at.is_not(None))
        with suppress(AwayError), self.store.database.reading() as connection:
            self._finished = connection.execute(query).scalar_one()
        return self._finished

    def is_at_rest(self) -> bool:
        """Tell whether there is nothing left to read, to queue or to deliver."""
        over = (LetterState.DONE, LetterState.STRANDED)
        questions = (
            sa.select(sa.func.count()).select_from(letter).where(letter.c.state.not_in(over)),
            sa.select(sa.func.count())
            .select_from(delivery)
            .where(delivery.c.state == DeliveryState.WAITING),
            sa.select(sa.func.count()).select_from(job),
        )
        try:
            with self.store.database.reading() as connection:
                return not any(connection.execute(each).scalar_one() for each in questions)
        except AwayError:
            return False

    def kill(self, pid: int) -> None:
        """End a process as a power cut would."""
        send(pid, signal.SIGKILL)

    def stop(self, pids: set[int]) -> None:
        """Let processes stand still."""
        self._stopped |= pids
        for pid in pids:
            send(pid, signal.SIGSTOP)

    def server_processes(self, name: str) -> set[int]:
        """Return a server with all that it started."""
        running = self.servers[name].running
        return set() if running is None else {running.pid, *descendants(running.pid)}

    def fill_disk(self) -> None:
        """Write until the disk of the data folder is full."""
        self._fat = self.settings.data / "vol"
        with suppress(OSError), self._fat.open("wb", buffering=0) as out:
            while out.write(bytes(256 * 1024)):
                pass
        with suppress(OSError), self._fat.open("ab", buffering=0) as out:
            while out.write(bytes(512)):
                pass

    def move_clock(self, name: str, away_s: int) -> None:
        """Let the clock of a program jump."""
        clocks.set_to(self.clocks[name], away_s)

    def mend(self) -> None:
        """Undo what is broken, without starting what was killed: the household does that."""
        for each in self.clocks.values():
            clocks.set_to(each, 0)
        for pid in self._stopped:
            send(pid, signal.SIGCONT)
        self._stopped.clear()
        for each in self.wires.values():
            each.mend()
        if self.hook.mood != "goed":
            self.hook.behave("goed")
        if self._fat is not None:
            self._fat.unlink(missing_ok=True)
            self._fat = None

    def open_channel(self) -> None:
        """Let the channel take reports again, as an administrator does after a 410."""
        office = open_office(self.settings, self.store)

        def is_open() -> bool:
            with suppress(AwayError):
                channels.enable(self.channel_id, office=office)
                return True
            return False

        wait_until(is_open, what="the channel", patience_s=PATIENCE_S)

    def is_ready(self, url: str) -> bool:
        """Tell whether a web service answers; ready it is never, its small disk is nearly full."""
        with suppress(httpx.HTTPError):
            return httpx.get(f"{url}/health/live", timeout=5).status_code == 200
        return False


@contextmanager
def embedded(folder: Path, *, disk_kb: int = DISK_KB, **wishes: object) -> Iterator[Site]:
    """Run `postkamer serve` over its own database."""
    with ExitStack() as opened:
        ours = _settings(folder, {"port": free_port(), **wishes})
        disk = _disk(opened, ours.data, disk_kb)
        theirs = environment_of(ours)
        program = Program("serve", ("serve",), theirs, folder / "serve.log")
        site = _site(opened, folder, ours, [program], has_disk=disk)
        yield from _run(site)


@contextmanager
def distributed(folder: Path, *, disk_kb: int = DISK_KB, **wishes: object) -> Iterator[Site]:
    """Run several processes of each kind over PostgreSQL and RabbitMQ."""
    with ExitStack() as opened:
        database = opened.enter_context(postgresql_server())
        broker = opened.enter_context(rabbitmq_server())
        servers = {"postgresql": database.process, "rabbitmq": broker.process}
        wires = {name: opened.enter_context(wire(each.port)) for name, each in servers.items()}
        direct = {"database": database.new_database(), "broker": broker.url}
        ours = _settings(folder, {**direct, **wishes})
        disk = _disk(opened, ours.data, disk_kb)
        through = {
            name: str(direct[name]).replace(f":{servers[at].port}/", f":{wires[at].port}/")
            for name, at in (("database", "postgresql"), ("broker", "rabbitmq"))
        }
        programs = [
            Program(f"{role}{number}", (role,), {}, folder / f"{role}{number}.log")
            for role, many in PROCESSES.items()
            for number in range(many)
        ]
        urls = []
        for each in programs:
            port = free_port()
            each.environment = environment_of(ours.model_copy(update={**through, "port": port}))
            if each.arguments == ("web",):
                urls.append(f"http://127.0.0.1:{port}")
        site = _site(opened, folder, ours, programs, has_disk=disk)
        site.urls, site.servers = tuple(urls), servers
        site.wires = {**site.wires, **wires}
        yield from _run(site)


OPEN: Mapping[str, Callable[..., object]] = {EMBEDDED: embedded, DISTRIBUTED: distributed}


def _settings(folder: Path, wishes: Mapping[str, object]) -> Settings:
    common: dict[str, object] = {
        "data": folder / "data",
        "workers": 1,
        "lease_seconds": 3.0,
        "crashes": UNCOUNTED,
        "metrics_port": 0,
        "webhook_networks": ("127.0.0.0/8",),
        "retry_first_seconds": 1,
        "requests_per_minute": 10**6,
        "stop_seconds": 30.0,
    }
    return Settings.model_validate({**common, **wishes})


def _disk(opened: ExitStack, data: Path, kilobytes: int) -> bool:
    """Give the data a small disk of its own, where we may."""
    if os.getuid() != 0:
        return False
    opened.enter_context(small_disk(data, kilobytes=kilobytes))
    return True


def _site(
    opened: ExitStack, folder: Path, ours: Settings, programs: list[Program], *, has_disk: bool
) -> Site:
    """Make everything ready; nothing is started yet."""
    store = ready_store(ours)
    opened.callback(store.database.close)
    receiving = opened.enter_context(hook())
    to_hook = opened.enter_context(wire(receiving.port))
    new = NewChannel(
        OWN,
        "webhook",
        "zaken",
        {"url": f"http://127.0.0.1:{to_hook.port}/", "timeout_seconds": "5"},
    )
    channel, _ = channels.add(new, office=open_office(ours, store))
    _, key = create_key(KeyWish(OWN, "chaos", tuple(Scope)), desk=key_desk(ours, store))
    with store.database.working() as connection:
        person = {"id": CLERK, "organisation_id": OWN, "email": "m@voorbeeld.nl", "name": "M."}
        now = clock().now()
        connection.execute(account.insert().values(**person, role="mailroom", created_at=now))
    scratch = folder / "tijdelijk"
    scratch.mkdir()
    for program in programs:
        program.environment = {**program.environment, "TMPDIR": str(scratch)}
    moved = _with_clocks(programs, folder)
    url = f"http://{ours.host}:{ours.port}"
    return Site(
        settings=ours,
        household=Household(programs),
        store=store,
        key=key,
        hook=receiving,
        urls=(url,),
        wires={"webhook": to_hook},
        servers={},
        scratch=scratch,
        can_fill_disk=has_disk,
        channel_id=channel.id,
        clocks=moved,
    )


def _with_clocks(programs: list[Program], folder: Path) -> Mapping[str, Path]:
    """Give each program a clock of its own, where that can be done."""
    library = clocks.library(folder)
    if library is None:
        return {}
    files = {program.name: folder / f"{program.name}.klok" for program in programs}
    for program in programs:
        clocks.set_to(files[program.name], 0)
        own = clocks.environment(library, files[program.name])
        program.environment = {**program.environment, **own}
    return files


def _run(site: Site) -> Iterator[Site]:
    site.household.start()
    try:
        for url in site.urls:
            wait_until(lambda url=url: site.is_ready(url), what=url, patience_s=PATIENCE_S)
        yield site
    finally:
        site.mend()
        site.household.kill()


@contextmanager
def work_folder() -> Iterator[Path]:
    """Make a folder for one run, in memory where there is such a place."""
    memory = Path("/dev/shm")  # noqa: S108 - a folder of our own in it
    where = memory if os.access(memory, os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="postkamer-chaos-", dir=where) as folder:
        yield Path(folder)


def pause(seconds: float) -> None:
    """Let a disturbance last."""
    time.sleep(seconds)
