"""Makes the files of a measurement: letters of the split that rules are tuned on, never samples."""

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium_c

from benchmarks.scoring.product import Json, read_lines

SPLIT = "tune"
SEED = 7
BATCH = 24  # letters that are made at a time until there are enough
BATCHES = 60  # of which so many must hold enough: few letters have a text that was not scanned


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of mailing, and how many pages of a file are of it."""

    name: str
    is_scan: bool
    least: int = 1
    most: int = 3
    dossiers: bool = False  # a paper of several pages comes behind each letter


SCANS = Kind("scans", is_scan=True)
DIGITAL = Kind("digital", is_scan=False)
MAILINGS = Kind("mailings", is_scan=True, least=3, most=9, dossiers=True)


def choose(kind: Kind, folder: Path, *, pages: int) -> int:
    """Fill a folder with letters of the kind until it has this many pages; return how many.

    A folder that was kept from an earlier run is used as it is.

    In a process of its own: Linux counts the memory of whoever starts a command as that command's.
    """
    if folder.is_dir():
        return _pages_in(folder)
    command = [sys.executable, "-m", "benchmarks.speed.files", kind.name, str(folder), str(pages)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return int(done.stdout)


def _pages_in(folder: Path) -> int:
    return sum(len(pypdfium2.PdfDocument(file)) for file in folder.glob("*.pdf"))


def _choose(kind: Kind, folder: Path, pages: int) -> int:
    folder.mkdir(parents=True)
    total = 0
    with truth_of(folder).open("w", encoding="utf-8") as truths:
        for number, (data, truth) in enumerate(_letters(kind)):
            name = f"{number:04d}.pdf"
            (folder / name).write_bytes(data)
            truths.write(json.dumps({**truth, "file": name}, ensure_ascii=False) + "\n")
            total += len(pypdfium2.PdfDocument(data))
            if total >= pages:
                break
    return total


def truth_of(folder: Path) -> Path:
    """Return where it is kept what the letters of a folder really say."""
    return folder.with_name(f"{folder.name}.truth.jsonl")


def first_of(letters: Path, folder: Path, *, pages: int) -> int:
    """Copy the first letters until there are this many pages; return how many there are."""
    total = 0
    for file in sorted(letters.glob("*.pdf")):
        shutil.copy(file, folder)
        total += len(pypdfium2.PdfDocument(file))
        if total >= pages:
            break
    return total


def joined(folder: Path, target: Path) -> None:
    """Write all files of a folder as one: for a tool that is at its best with one large file."""
    whole = pypdfium2.PdfDocument.new()
    for file in sorted(folder.glob("*.pdf")):
        whole.import_pages(pypdfium2.PdfDocument(file))
    whole.save(target)


def _letters(kind: Kind) -> Iterator[tuple[bytes, Json]]:
    from benchmarks.letters.make import make_set

    for batch in range(BATCHES):
        with tempfile.TemporaryDirectory() as made:
            seed = SEED + batch
            make_set(Path(made), count=BATCH, split=SPLIT, seed=seed, dossiers=kind.dossiers)
            truths = {line["file"]: line for line in read_lines(Path(made) / "truth.jsonl")}
            for file in sorted(Path(made).glob("*.pdf")):
                data = file.read_bytes()
                if _is_of(kind, data):
                    yield data, truths[file.name]
    message = "too few letters of this kind were made"
    raise ValueError(message)


def _is_of(kind: Kind, data: bytes) -> bool:
    pdf = pypdfium2.PdfDocument(data)
    if not kind.least <= len(pdf) <= kind.most:
        return False
    characters = [page.get_textpage().count_chars() for page in pdf]
    pictures = [
        len(list(page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_IMAGE], max_depth=3)))
        for page in pdf
    ]
    if kind.is_scan:
        return max(characters) == 0 and min(pictures) == 1
    return min(characters) > 200 and b"/ByteRange" not in data


if __name__ == "__main__":
    wanted = next(each for each in (SCANS, DIGITAL, MAILINGS) if each.name == sys.argv[1])
    print(_choose(wanted, Path(sys.argv[2]), int(sys.argv[3])))
