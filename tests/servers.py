"""Real database and message servers for tests: started on free ports, gone at the end.

They are Debian's programs. Data lies in memory where the machine has such a folder; syncing is left
on, so that what a server says to be safe is safe from a kill.
"""

import itertools
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.needs import missing

PATIENCE_S = 180.0  # on a machine that is busy with other tests
LOOK_S = 0.05
RECOVERY_S = 300.0  # a server that was killed looks at what it left behind first
# Below those that the kernel hands out; two runs of tests beside each other begin elsewhere.
RANGE = range(20_000, 32_000)
START = os.getpid() * 97 % len(RANGE)
PORTS = itertools.cycle([*RANGE[START:], *RANGE[:START]])
MEMORY = Path("/dev/shm")  # noqa: S108 - each server gets a folder of its own in it


def free_port() -> int:
    """Return a port of this machine that nothing listens on, another one each time.

    One that the kernel hands out could be that of anyone's connection before it is listened on.
    """
    for port in itertools.islice(PORTS, len(RANGE)):
        with suppress(OSError), closing(socket.socket()) as probe:
            probe.bind(("127.0.0.1", port))
            return port
    pytest.fail("no port is free")


def wait_until(is_so: Callable[[], object], *, what: str, patience_s: float = PATIENCE_S) -> None:
    """Wait for a condition; fail the test when it does not come true in time."""
    deadline = time.monotonic() + patience_s
    while not is_so():
        if time.monotonic() > deadline:
            pytest.fail(f"waited {patience_s:.0f} s in vain: {what}")
        time.sleep(LOOK_S)


@dataclass
class Process:
    """A server process that can be stopped, killed and started again with the same data."""

    command: list[str]
    folder: Path
    environment: Mapping[str, str]
    user: "pwd.struct_passwd | None"  # who runs it when we are root; servers refuse root
    port: int
    running: "subprocess.Popen[bytes] | None" = field(default=None, init=False)
    guard: "subprocess.Popen[bytes] | None" = field(default=None, init=False)

    def start(self) -> None:
        """Start it and wait until it listens."""
        self._begin()
        wait_until(self._listens, what=f"{self.command[0]} on port {self.port}")

    def start_after_kill(self) -> None:
        """Start it until it listens: what the killed one left behind may be in its way at first."""

        def listens() -> bool:
            if self.running is None or self.running.poll() is not None:
                self._begin()
            return self._answers()

        what = f"{self.command[0]} on port {self.port}"
        wait_until(listens, what=what, patience_s=RECOVERY_S)

    def _begin(self) -> None:
        with (self.folder / "output").open("ab") as output:
            self.running = subprocess.Popen(
                self.command,
                cwd=self.folder,
                env={"PATH": os.defpath, "HOME": str(self.folder), **self.environment},
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                **_as_user(self.user),  # type: ignore[call-overload]
            )
        self._guard(self.running.pid)

    def _guard(self, pid: int) -> None:
        """See to it that the server ends when this test run is killed, and leaves nothing behind.

        The pipe to the guard is closed when we are gone, whatever ended us.
        """
        script = 'read -r _; kill -9 "-$1"; rm -rf "$2"'
        self._dismiss()
        self.guard = subprocess.Popen(
            ["/bin/sh", "-c", script, "guard", str(pid), str(self.folder)],
            stdin=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def _dismiss(self) -> None:
        if self.guard is not None:
            self.guard.kill()
            self.guard.communicate()
            self.guard = None

    def stop(self) -> None:
        """Ask it to end and wait until it has."""
        self._end(signal.SIGINT if "postgres" in self.command[0] else signal.SIGTERM)

    def kill(self) -> None:
        """End it as a power cut would."""
        self._end(signal.SIGKILL)

    def _listens(self) -> bool:
        if self.running is not None and self.running.poll() is not None:
            pytest.fail(f"{self.command[0]} ended: {(self.folder / 'output').read_text()[-2000:]}")
        return self._answers()

    def _answers(self) -> bool:
        with suppress(OSError), closing(socket.create_connection(("127.0.0.1", self.port), 1)):
            return True
        return False

    def _end(self, number: signal.Signals) -> None:
        self._dismiss()
        if self.running is None:
            return
        if number is signal.SIGKILL:
            os.killpg(self.running.pid, number)
        else:
            self.running.send_signal(number)
        try:
            self.running.wait(PATIENCE_S)
        finally:
            with suppress(ProcessLookupError):
                os.killpg(self.running.pid, signal.SIGKILL)
            self.running.wait()
            self.running = None
        wait_until(lambda: not self._answers(), what=f"{self.command[0]} still listens")


@dataclass
class PostgreSql:
    """A database server."""

    process: Process
    programs: Path
    number: int = 0

    def new_database(self) -> str:
        """Make an empty database and return its address."""
        self.number += 1
        name = f"test{self.number}"
        where = ["-h", "127.0.0.1", "-p", str(self.process.port), "-U", "postkamer"]
        subprocess.run([self.programs / "createdb", *where, name], check=True, timeout=PATIENCE_S)
        return f"postgresql://postkamer@127.0.0.1:{self.process.port}/{name}"


@dataclass
class RabbitMq:
    """A message server."""

    process: Process

    @property
    def url(self) -> str:
        """Return its address."""
        return f"amqp://guest:guest@127.0.0.1:{self.process.port}/%2F"


@contextmanager
def postgresql_server() -> Iterator[PostgreSql]:
    """Run a database server of our own."""
    programs = _postgresql_programs()
    user, port = _other_user("postgres"), free_port()
    with _folder(user) as folder:
        data = folder / "data"
        subprocess.run(
            [programs / "initdb", "-D", data, "-U", "postkamer", "-A", "trust", "-E", "UTF8"],
            check=True,
            cwd=folder,
            stdout=subprocess.DEVNULL,
            timeout=PATIENCE_S,
            **_as_user(user),  # type: ignore[call-overload]
        )
        options = ["-c", "listen_addresses=127.0.0.1", "-c", f"unix_socket_directories={folder}"]
        command = [str(programs / "postgres"), "-D", str(data), "-p", str(port), *options]
        process = Process(command, folder, {"LANG": "C.UTF-8"}, user, port)
        try:
            process.start()
            ready = [programs / "pg_isready", "-q", "-h", "127.0.0.1", "-p", str(port)]
            wait_until(lambda: subprocess.run(ready, check=False).returncode == 0, what="database")
            yield PostgreSql(process, programs)
        finally:
            process.stop()


@contextmanager
def rabbitmq_server() -> Iterator[RabbitMq]:
    """Run a message server of our own, with the name server that Erlang needs beside it."""
    program, names = _rabbitmq_program(), shutil.which("epmd")
    user, port, names_port = _other_user("rabbitmq"), free_port(), free_port()
    with _folder(user) as folder:
        (folder / "plugins").write_text("[].", encoding="ascii")
        (folder / "rabbitmq.conf").write_text(
            f"listeners.tcp.default = 127.0.0.1:{port}\n"
            "log.file = false\nlog.console = true\nlog.console.level = warning\n"
            "disk_free_limit.absolute = 50MB\nvm_memory_high_watermark.absolute = 600MB\n",
            encoding="ascii",
        )
        environment = {
            "LANG": "C.UTF-8",
            "ERL_EPMD_PORT": str(names_port),
            "ERL_EPMD_ADDRESS": "127.0.0.1",
            "RABBITMQ_NODENAME": f"test{port}@localhost",
            "RABBITMQ_DIST_PORT": str(free_port()),
            "RABBITMQ_CONFIG_FILE": str(folder / "rabbitmq.conf"),
            "RABBITMQ_ENABLED_PLUGINS_FILE": str(folder / "plugins"),
            "RABBITMQ_MNESIA_BASE": str(folder / "data"),
            "RABBITMQ_LOG_BASE": str(folder / "log"),
            "RABBITMQ_PID_FILE": str(folder / "pid"),
            # One thread that does not wait busily starts in half the time beside other tests.
            "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS": "+S 1:1 +sbwt none +sbwtdcpu none +sbwtdio none",
        }
        _make_readable(folder, user)
        names_command = [names or "epmd", "-port", str(names_port), "-address", "127.0.0.1"]
        epmd = Process(names_command, folder, environment, user, names_port)
        process = Process([program], folder, environment, user, port)
        try:
            epmd.start()
            process.start()
            yield RabbitMq(process)
        finally:
            process.stop()
            epmd.kill()


@pytest.fixture(scope="session")
def postgresql() -> Iterator[PostgreSql]:
    """Return the database server of this test run."""
    with postgresql_server() as server:
        yield server


@pytest.fixture(scope="session")
def rabbitmq() -> Iterator[RabbitMq]:
    """Return the message server of this test run."""
    with rabbitmq_server() as server:
        yield server


def _postgresql_programs() -> Path:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=_version)
    if found:
        return found[-1].parent
    in_path = shutil.which("initdb")
    if in_path is None:
        missing("PostgreSQL: Debian's package postgresql is not installed")
    return Path(in_path).resolve().parent


def _version(path: Path) -> int:
    return int(path.parts[-3])


def _rabbitmq_program() -> str:
    # the command in the path insists on the folders of the system's own server
    program = Path("/usr/lib/rabbitmq/bin/rabbitmq-server")
    if not program.exists():
        missing("RabbitMQ: Debian's package rabbitmq-server is not installed")
    return str(program)


def _other_user(name: str) -> "pwd.struct_passwd | None":
    """Return who runs a server in our place when we are root."""
    return pwd.getpwnam(name) if os.getuid() == 0 else None


def _as_user(user: "pwd.struct_passwd | None") -> dict[str, object]:
    if user is None:
        return {}
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


@contextmanager
def _folder(user: "pwd.struct_passwd | None") -> Iterator[Path]:
    where = MEMORY if MEMORY.is_dir() and os.access(MEMORY, os.W_OK) else None
    folder = Path(tempfile.mkdtemp(prefix="postkamer-", dir=where))
    try:
        _make_readable(folder, user)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _make_readable(folder: Path, user: "pwd.struct_passwd | None") -> None:
    if user is not None:
        for path in (folder, *folder.iterdir()):
            os.chown(path, user.pw_uid, user.pw_gid)
