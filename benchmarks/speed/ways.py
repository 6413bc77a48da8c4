"""The ways to read a folder that are measured beside each other: each is one command.

`python -m benchmarks.speed.ways NAME FOLDER` does one of those that are written in Python. They
print what they read, so that nothing of the work is left out.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

JOBS = 2
DPI = 300


def pictures(folder: Path) -> "Iterator[object]":
    """Yield the pages of all files as grey pictures, as most scripts do: rendered at 300 dpi."""
    import pypdfium2

    for file in sorted(folder.glob("*.pdf")):
        for page in pypdfium2.PdfDocument(file):
            yield page.render(scale=DPI / 72).to_pil().convert("L")


def _with_pytesseract(picture: object) -> str:
    import pytesseract

    return str(pytesseract.image_to_data(picture, lang="nld"))


def pytesseract_plain(folder: Path) -> None:
    """Read page after page with everything left as it comes."""
    for picture in pictures(folder):
        print(len(_with_pytesseract(picture)))


def pytesseract_tuned(folder: Path) -> None:
    """Read two pages at a time, each with one thread."""
    os.environ["OMP_THREAD_LIMIT"] = "1"
    with ProcessPoolExecutor(JOBS) as pool:
        for text in pool.map(_with_pytesseract, pictures(folder)):
            print(len(text))


def bare(folder: Path) -> None:
    """Recognise prepared pictures in memory, and nothing else: the floor of the engine.

    Prepared is as Postkamer does: 160 dpi, grey. Making them is not part of what is counted; the
    seconds of the recognition alone are printed for the one who measures.
    """
    import time

    import numpy as np

    from extractors.ocr import ENGINES, PageImage
    from extractors.pictures.images import scaled, to_grey

    engine = ENGINES[0]()
    ready = [
        PageImage(scaled(to_grey(np.asarray(each)), 160 / DPI), 160 / 72)
        for each in pictures(folder)
    ]
    engine.read(ready[0], timeout_s=60)  # loads the model
    started, wall = time.process_time(), time.monotonic()
    with ThreadPoolExecutor(JOBS) as pool:
        for words in pool.map(lambda each: engine.read(each, timeout_s=600), ready):
            print(len(words))
    cpu, wall = time.process_time() - started, time.monotonic() - wall
    print(f"counted {cpu:.3f} {wall:.3f}")


def _count(read: Callable[[Path], None], folder: Path) -> None:
    """Do it once to have everything loaded, then count what it costs."""
    import time

    read(folder)
    cpu, wall = time.process_time(), time.monotonic()
    read(folder)
    print(f"counted {time.process_time() - cpu:.3f} {time.monotonic() - wall:.3f}")


def validate_warm(folder: Path) -> None:
    """Read and judge letters in a process that has read letters before, as a worker does."""
    from service.settings import use_one_native_thread

    use_one_native_thread()  # before any library is there that would start more
    import datetime as dt

    from extractors.limits import Limits
    from service.adapters.freed_memory import keep_freed
    from service.bootstrap.reading import Setup, do_assignment
    from service.ports.reading import Assignment
    from validators.assess import Receipt

    keep_freed()
    setup = Setup(today=dt.date(2026, 11, 23), limits=Limits(page_threads=JOBS))

    def read(letters: Path) -> None:
        for file in sorted(letters.glob("*.pdf")):
            done = do_assignment(setup, Assignment(str(file), file.name, Receipt(), None))
            print(*(each.report.verdict for each in done.outcomes))

    _count(read, folder)


def extract_words(folder: Path) -> None:
    """Take the words of digital letters with pdfplumber, and nothing else."""
    import pdfplumber

    for file in sorted(folder.glob("*.pdf")):
        with pdfplumber.open(file) as pdf:
            for page in pdf.pages:
                print(len(page.extract_words()))
                page.close()


def pdfium_text(folder: Path) -> None:
    """Take the text of digital letters with pypdfium2, and nothing else."""
    import pypdfium2

    for file in sorted(folder.glob("*.pdf")):
        for page in pypdfium2.PdfDocument(file):
            print(len(page.get_textpage().get_text_range()))


def nothing(_folder: Path) -> None:
    """Start and stop: what an interpreter costs."""


IN_PYTHON: dict[str, Callable[[Path], None]] = {
    "pytesseract": pytesseract_plain,
    "pytesseract-tuned": pytesseract_tuned,
    "bare": bare,
    "extract-words": extract_words,
    "pdfium": pdfium_text,
    "nothing": nothing,
    "scans": validate_warm,
    "digital": validate_warm,
    "words": lambda folder: _count(extract_words, folder),
}


def postkamer(folder: Path, jobs: int = JOBS, *, all_pages: bool = False) -> list[str]:
    """Return the command that validates a folder, on the day for which the letters were made."""
    from benchmarks.letters.compose import TODAY  # only who measures needs it, not who is measured

    command = Path(sys.executable).with_name("postkamer")
    options = ["--format", "jsonl", "--jobs", str(jobs), "--today", TODAY.isoformat()]
    options += ["--all-pages"] if all_pages else []
    return [str(command), "validate", str(folder), *options]


def ocrmypdf(file: Path, program: str) -> list[str]:
    """Return OCRmyPDF at its fastest: text alone, two pages at a time, one file."""
    text = str(file.with_suffix(".txt"))
    how = ["--sidecar", text, "--output-type", "none", "--jobs", str(JOBS), "--quiet"]
    return [program, "-l", "nld", *how, str(file), "-"]


def in_python(name: str, folder: Path) -> list[str]:
    """Return the command for a way that is written in Python."""
    return [sys.executable, "-m", "benchmarks.speed.ways", name, str(folder)]


def find_ocrmypdf() -> str | None:
    """Return the program beside this interpreter, or on the path; None when it is not there."""
    beside = Path(sys.executable).with_name("ocrmypdf")
    return str(beside) if beside.exists() else shutil.which("ocrmypdf")


def is_there(module: str) -> bool:
    """Tell whether another interpreter would find a module."""
    return subprocess.run([sys.executable, "-c", f"import {module}"], check=False).returncode == 0


if __name__ == "__main__":
    IN_PYTHON[sys.argv[1]](Path(sys.argv[2]))
