"""A spool gives back what was put in, and leaves nothing readable on the disk."""

import random
import zipfile
from pathlib import Path

from service.adapters.spool import Spool
from tests.zips import make_zip, pdf


def test_any_part_comes_back_as_it_was(tmp_path: Path) -> None:
    dice = random.Random(4)  # noqa: S311 - the same bytes in every run
    content = dice.randbytes(300_001)
    with Spool(tmp_path) as spool:
        for start in range(0, len(content), 7_777):
            spool.add(content[start : start + 7_777])
        whole = spool.whole()
        assert whole.read() == content
        for _ in range(200):
            place = dice.randrange(len(content))
            whole.seek(place)
            assert whole.read(1234) == content[place : place + 1234]


def test_a_zip_can_be_read_from_it(tmp_path: Path) -> None:
    with Spool(tmp_path) as spool:
        spool.add(make_zip({"a.pdf": pdf("een"), "b.pdf": pdf("twee")}))
        assert zipfile.ZipFile(spool.whole()).read("b.pdf") == pdf("twee")


def test_the_file_has_no_name(tmp_path: Path) -> None:
    with Spool(tmp_path) as spool:
        spool.add(b"Geachte heer")
        assert list(tmp_path.iterdir()) == []


def test_what_lies_on_the_disk_cannot_be_read(tmp_path: Path) -> None:
    with Spool(tmp_path) as spool:
        spool.add(b"Geachte heer" * 100)
        on_disk = Path(f"/proc/self/fd/{spool._file}").read_bytes()  # noqa: SLF001
    assert len(on_disk) == 1200
    assert b"Geachte" not in on_disk
