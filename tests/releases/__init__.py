"""An installation with data in one file, as a version leaves it: see README.md."""

import tarfile
import tempfile
from pathlib import Path

from service.records.audit import OPERATOR
from service.records.retention import Outcome
from service.usecases.retention import set_terms
from tests.belongings import belongings_of
from tests.posts import OURS, post_room
from tests.web import office

SAVED = Path(__file__).parent
KEPT = ("test.db", "blobs")


def saved() -> list[Path]:
    """Return what was saved of released versions, by their names."""
    return sorted(SAVED.glob("*.tar.gz"))


def save(file: Path) -> None:
    """Make an office with one of everything and keep it in a file."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with post_room(folder) as room, office(room, folder) as opened:
            belongings_of(opened)
            set_terms(OURS.id, {Outcome.BEZWAAR: 12}, by=OPERATOR, store=room.store)
        with tarfile.open(file, "w:gz") as archive:
            for each in KEPT:
                archive.add(folder / each, arcname=each)


def unpack(file: Path, folder: Path) -> None:
    """Put an installation that was saved in a folder."""
    with tarfile.open(file) as archive:
        archive.extractall(folder, filter="data")
