"""A real file that is stopped halfway: the report says at which page, and by which limit."""

import datetime as dt
import faulthandler
import functools
import threading
from pathlib import Path

import pytest
from PIL import Image

from extractors.stages import Reached, Stage, begin
from service.adapters import box
from service.adapters.box import Caps, with_ending
from service.adapters.one_process import OneProcess, Work
from service.adapters.peak import peak_told
from service.adapters.progress import written_to
from service.bootstrap.reading import Setup, do_assignment
from service.ports.errors import Trouble
from service.ports.reading import Assignment, Finished
from service.usecases.process import trouble_report
from tests.hostile.drawings import marks_without_end
from tests.needs import engine_or_skip
from tests.pages import encoded, picture
from tests.workers import taken
from validators.assess import Receipt

PAGES = 60
SETUP = Setup(today=dt.date(2026, 11, 20))


def test_a_scan_that_is_stopped_halfway_says_where(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine_or_skip()
    monkeypatch.setattr(box, "MEMORY", tmp_path)
    page = picture(dpi=150)
    more = [page] * (PAGES - 1)
    scan = encoded(page, "TIFF", save_all=True, append_images=more, compression="tiff_lzw")
    assignment = Assignment("scan.tif", "scan.tif", Receipt(), profile=None, content=scan)
    work = functools.partial(do_assignment, SETUP)
    work(Assignment("", "", Receipt(), profile=None, content=b""))  # load what reads, uncounted
    with OneProcess(work, caps=Caps(seconds=300, memory_mb=4096, cpu_seconds=4)) as alone:
        finished = next(alone.run([assignment]))[1]
    assert finished.trouble is Trouble.REKENTIJD_OP
    assert finished.ending is not None
    assert finished.ending.reached is not None
    assert finished.ending.reached.stage is Stage.LEZEN
    assert 1 <= finished.ending.reached.first < PAGES
    report = trouble_report(assignment, finished.trouble, finished.ending)
    assert report.error is not None
    assert f"bladzijde {finished.ending.reached.first};" in report.error.message
    assert "4 seconden rekentijd" in report.error.message
    assert list(tmp_path.iterdir()) == []


def test_a_picture_that_needs_too_much_memory_is_not_called_damaged() -> None:
    engine_or_skip()
    sheet = encoded(Image.new("RGB", (10_500, 10_500), "white"), "PNG", compress_level=1)
    assignment = Assignment("foto.png", "foto.png", Receipt(), profile=None, content=sheet)
    work = functools.partial(do_assignment, SETUP)
    work(Assignment("", "", Receipt(), profile=None, content=b""))  # load what reads, uncounted
    caps = Caps(seconds=300, memory_mb=taken() + 200)  # of the 315 MB that its pixels are
    with OneProcess(work, caps=caps) as alone:
        finished = next(alone.run([assignment]))[1]
    assert finished.trouble is Trouble.GEHEUGEN_OP
    report = trouble_report(assignment, finished.trouble, finished.ending)
    assert report.error is not None
    assert f"{caps.memory_mb} MB geheugen" in report.error.message


def test_a_library_that_ends_at_the_limit_of_memory_is_told_from_one_that_breaks() -> None:
    engine_or_skip()
    assignment = Assignment(
        "merken.pdf", "merken.pdf", Receipt(), None, content=marks_without_end()
    )
    work = functools.partial(do_assignment, SETUP)
    work(Assignment("", "", Receipt(), profile=None, content=b""))  # load what reads, uncounted
    caps = Caps(seconds=300, memory_mb=taken() + 400)  # of the gigabytes that pdfium would take
    with OneProcess(functools.partial(_quietly, work), caps=caps) as alone:
        finished = next(alone.run([assignment]))[1]
    assert finished.trouble is Trouble.GEHEUGEN_OP
    report = trouble_report(assignment, finished.trouble, finished.ending)
    assert report.error is not None
    assert "bladzijde 1;" in report.error.message
    assert f"{caps.memory_mb} MB geheugen" in report.error.message


@pytest.mark.parametrize("trouble", [Trouble.GECRASHT, Trouble.TIJD_OP])
def test_what_ends_far_from_the_limit_of_memory_is_not_called_so(
    tmp_path: Path, trouble: Trouble
) -> None:
    record = tmp_path / "bereikt"
    told = threading.Event()
    with peak_told(lambda _: told.set()):
        assert told.wait(60)  # the peak of this process is looked at while it works
    with written_to(record):
        begin(Stage.LEZEN)
    caps = Caps(seconds=60, memory_mb=1024**2)
    finished = with_ending(Finished(trouble=trouble), caps, record)
    assert finished.trouble is trouble
    assert finished.ending is not None
    assert finished.ending.reached == Reached(Stage.LEZEN)


def _quietly(work: Work, assignment: Assignment) -> Finished:
    """Do the work without pytest, which has come along into this process, telling how it ended."""
    faulthandler.disable()
    return work(assignment)
