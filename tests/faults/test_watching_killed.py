"""A watcher that is killed at any step: after a restart no letter is lost and none is doubled."""

import os
import select
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from service.adapters.drop_folder import DiskDropFolder
from service.usecases.archive import Meter
from service.usecases.watching.folder_watch import FolderWatch
from service.usecases.watching.watch import Tools, Watch
from tests.doors import PDF, Mailroom, failing, mailroom
from tests.faulty import Fuse, Fused, KilledError, fused_desk
from tests.mails import COVER, attach, message, opener
from tests.posts import OURS

MOST_STEPS = 400
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def desk() -> Iterator[Mailroom]:
    """Return one post room for all runs, in memory if it can be: a disk syncs slowly."""
    memory = Path("/dev/shm")  # noqa: S108 - the place that Linux has for this
    with (
        tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder,
        mailroom(Path(folder)) as opened,
    ):
        yield opened


def drop_all(desk: Mailroom, run: str) -> None:
    """Drop a file of each kind; names tell the runs apart, and no letter is like another one."""
    pdf = f"{PDF.decode()} {run}"
    mail = attach(attach(message(COVER), f"{pdf} a".encode()), f"{pdf} b".encode(), "twee.pdf")
    desk.inbox = desk.inbox.with_name(f"inbox-{run}")
    desk.watch = Watch(f"scanner-{run}", OURS.id)
    desk.before += len(desk.letters())
    desk.reader = failing(f"sub/stuk-{run}.pdf")
    desk.drop(f"goed-{run}.pdf", pdf.encode())
    desk.drop(f"sub/stuk-{run}.pdf", f"{pdf} stuk".encode())
    desk.drop(f"post-{run}.eml", mail.as_bytes())
    desk.drop(f"film-{run}.mp4", b"\0\0\0 ftypmp42")
    desk.drop("manifest.csv", f"file,received\ngoed-{run}.pdf,2026-11-20\n".encode())


def fuse_in(desk: Mailroom, fuse: Fuse) -> None:
    tools = Tools(
        folder=Fused(DiskDropFolder(desk.inbox), fuse),  # type: ignore[arg-type]
        desk=fused_desk(desk.room.desk, fuse),
        opener=opener(keep=lambda source: desk.room.blobs.put(source, max_bytes=10_000)),
        meter=lambda: Meter(100, 10_000_000),
        profiles=("awb",),
    )
    desk.watcher = FolderWatch(desk.watch, tools)


def expected(run: str) -> list[str]:
    return [
        *(f"fout/film-{run}.mp4{end}" for end in ("", ".txt")),
        *(f"fout/sub/stuk-{run}.pdf{end}" for end in ("", ".json", ".txt")),
        *(f"verwerkt/goed-{run}.pdf{end}" for end in ("", ".json")),
        "verwerkt/manifest.csv",
        *(f"verwerkt/post-{run}.eml{end}" for end in ("", ".brief-2.json", ".json")),
    ]


def test_killed_at_any_step_nothing_is_lost_and_nothing_is_doubled(desk: Mailroom) -> None:
    for step in range(1, MOST_STEPS):
        run = f"s{step}"
        drop_all(desk, run)
        fuse = Fuse(step)
        fuse_in(desk, fuse)
        try:
            desk.settle()
        except KilledError:
            desk.restart()
            desk.read()
            desk.settle()
        assert sorted(desk.letters()) == sorted(
            [f"goed-{run}.pdf", f"sub/stuk-{run}.pdf"]
            + [f"post-{run}.eml/{name}" for name in ("bezwaar.pdf", "twee.pdf")]
        ), f"killed at step {step}"
        assert desk.lying() == expected(run), f"killed at step {step}"
        assert desk.rows() == 0, f"killed at step {step}"
        if fuse.steps < step:
            break
    assert step > 100, "the fuse must have burned at many steps"
    assert step < MOST_STEPS - 1, "every step must have been tried"


def test_a_letter_of_a_file_that_killed_nothing_is_read_from_what_was_kept(desk: Mailroom) -> None:
    drop_all(desk, "laatst")
    desk.restart()
    desk.walk(2)
    (desk.inbox / "verwerkt/goed-laatst.pdf").unlink()
    desk.read()
    desk.walk()
    assert "verwerkt/goed-laatst.pdf.json" in desk.lying()


def test_a_watcher_that_is_really_killed_time_and_again_loses_nothing(tmp_path: Path) -> None:
    with mailroom(tmp_path) as desk:
        names = [f"scan-{number:02}.pdf" for number in range(60)]
        for name in names:
            desk.drop(name)
        for count in (1, 13, 25, 37, 49):  # killed when so many files were moved
            kill_when(tmp_path, lambda count=count: moved(desk) >= count)
        desk.restart()
        desk.settle()
        desk.settle()
        assert sorted(desk.letters()) == names
        assert desk.lying() == sorted(
            [f"verwerkt/{name}" for name in names] + [f"verwerkt/{name}.json" for name in names]
        )


def moved(desk: Mailroom) -> int:
    return len(list((desk.inbox / "verwerkt").glob("*.pdf")))


def kill_when(folder: Path, is_time: Callable[[], bool]) -> None:
    """Start a watcher, and kill it as soon as it is time, or when it has done all it can."""
    command = [sys.executable, "-m", "tests.watcher_process", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT) as process:
        assert process.stdout is not None
        os.set_blocking(process.stdout.fileno(), False)
        walks = 0
        while walks < 4 and (walks == 0 or not is_time()):
            assert process.poll() is None, "the watcher ended by itself"
            select.select([process.stdout], [], [], 0.005)
            walks += (process.stdout.read() or b"").count(b"gelopen")
        process.kill()
