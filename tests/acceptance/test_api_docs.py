"""What docs/api.md tells to type is typed here, word for word, to a real server."""

import os
import re
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from service.bootstrap.machine import clock
from service.bootstrap.web import ready_store
from service.ports.reading import Finished, Outcome
from service.records.letters import LetterQuery, LetterState
from service.settings import OWN, Settings
from service.usecases.read_letter import Room, read_letter
from tests.needs import missing
from tests.posts import FakeReader
from tests.unit.service.reports import make_report
from tests.web_server import WebServer, web_server
from tests.zips import make_zip
from validators.report import Verdict

DOCS = Path(__file__).parents[2] / "docs" / "api.md"
SAMPLES = Path(__file__).parents[2] / "samples"
BLOCK = re.compile(r"```sh\n(.*?)```", re.S)


@contextmanager
def being_read(folder: Path) -> Iterator[None]:
    """Read what comes in, as a worker does; only the reading itself is pretended."""
    store = ready_store(Settings(data=folder))
    outcome = Outcome(make_report(verdict=Verdict.INCOMPLEET))
    room = Room(store, FakeReader(lambda _: Finished((outcome,))), clock(), max_claims=3)
    stop = threading.Event()

    def work() -> None:
        waiting = LetterQuery(OWN, state=LetterState.RECEIVED)
        while not stop.wait(0.1):
            with store.reading() as transaction:
                letters = transaction.letters.list(waiting)
            for letter in letters:
                read_letter(letter.id, room=room)

    worker = threading.Thread(target=work)
    worker.start()
    yield
    stop.set()
    worker.join()
    store.database.close()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[WebServer]:
    with web_server(tmp_path / "data") as running, being_read(running.folder):
        yield running


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Return a folder with the files that the examples send."""
    folder = tmp_path / "bureau"
    folder.mkdir()
    letter = (SAMPLES / "02-bezwaar-zonder-handtekening.pdf").read_bytes()
    scan = (SAMPLES / "05-bezwaar-twee-bladzijden.tif").read_bytes()
    (folder / "bezwaar.pdf").write_bytes(letter)
    (folder / "klacht.tif").write_bytes(scan)
    (folder / "aantekening.txt").write_text("geen brief")
    (folder / "post.zip").write_bytes(make_zip({"maandag/klacht.tif": scan, "b.pdf": letter}))
    return folder


def test_every_example_works_as_it_is_written(server: WebServer, desk: Path) -> None:
    for program in ("curl", "jq"):
        if not any((Path(each) / program).exists() for each in os.get_exec_path()):
            missing(program)
    script = "\n".join(BLOCK.findall(DOCS.read_text("utf-8")))
    assert script.count("curl") > 15
    environment = {"PATH": os.defpath, "URL": server.url, "KEY": server.key, "LANG": "C.UTF-8"}
    done = subprocess.run(
        ["/bin/bash", "-euo", "pipefail", "-c", script],
        cwd=desk, env=environment, capture_output=True, text=True, check=False, timeout=200,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr
    said = done.stdout
    assert '"verdict": "incompleet"' in said
    assert '"code": "geen_document"' in said
    assert '"rapport-opgesteld' in said or "rapport-opgesteld.v1" in said
    assert {"geen_datum", "geen_keuze"} <= set(re.findall(r'"code": "(\w+)"', said))
    assert (desk / "bladzijde.png").read_bytes()[:4] == b"\x89PNG"
    assert (desk / "origineel.pdf").read_bytes() == (desk / "bezwaar.pdf").read_bytes()
