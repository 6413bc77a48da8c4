"""Reads made letters once, and keeps what was found in them: learning needs it many times."""

import csv
import functools
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from extractors.element import Reading
from extractors.errors import DocumentError
from extractors.extract import extract
from extractors.limits import DEFAULT_LIMITS
from extractors.ocr import OcrEngine, load_engine
from extractors.readers.any_format import read
from service.adapters.files import read_letter
from service.adapters.readings import pack, unpack
from service.settings import use_one_native_thread
from validators.profile import DEFAULT_PROFILE, catalogue_of, hints_of

FOUND = "found"  # the folder with what was found, beside the letters


def read_set(folder: Path, *, jobs: int) -> None:
    """Read the files of the manifest that were not read yet."""
    (folder / FOUND).mkdir(exist_ok=True)
    todo = [row for row in manifest(folder) if not _kept(folder, row["file"]).exists()]
    use_one_native_thread()
    with ProcessPoolExecutor(jobs) as pool:
        for _ in pool.map(functools.partial(_read_file, folder), todo):
            pass


def manifest(folder: Path) -> list[dict[str, str]]:
    """Return the lines of the manifest: what the mailroom knows of each file."""
    with (folder / "manifest.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def found_in(folder: Path, file: str) -> tuple[Reading, ...]:
    """Return what was found in a file: a reading for each letter."""
    return tuple(map(unpack, _parts(_kept(folder, file).read_bytes())))


def _kept(folder: Path, file: str) -> Path:
    return folder / FOUND / f"{file}.readings"


@functools.cache
def _engine() -> OcrEngine:
    return load_engine()


def _read_file(folder: Path, row: dict[str, str]) -> None:
    profile = catalogue_of().load(row["profile"] or DEFAULT_PROFILE)
    data = read_letter(str(folder / row["file"]), max_bytes=DEFAULT_LIMITS.file_bytes)
    try:
        document = read(data, engine=_engine(), limits=DEFAULT_LIMITS)
    except DocumentError:  # the measure counts it as not read
        _kept(folder, row["file"]).write_bytes(b"")
        return
    packed = [pack(each) for each in extract(document, hints_of(profile, catalogue_of()))]
    whole = b"".join(len(each).to_bytes(4, "big") + each for each in packed)
    kept = _kept(folder, row["file"])
    half = kept.with_suffix(".half")  # a run that is broken off leaves no half file behind
    half.write_bytes(whole)
    half.rename(kept)


def _parts(whole: bytes) -> Iterator[bytes]:
    while whole:
        size = int.from_bytes(whole[:4], "big")
        yield whole[4 : 4 + size]
        whole = whole[4 + size :]
