"""Where the time of a letter goes, stage by stage: `python -m benchmarks.speed.profile FOLDER`.

Seconds of one processor in a process that has read letters before; the first letter is not counted.
Engine is the recognition of text, of pages, of parts that are read again and of single words by the
second engine; light and turn are all else that is done to pictures and files.
"""

import datetime as dt
import sys
import time
from collections import Counter
from pathlib import Path

from extractors.document import Document, PageImage, Word
from extractors.extract import extract
from extractors.limits import Limits
from extractors.ocr import OcrEngine, Segmentation, load_engine
from extractors.readers import work
from extractors.readers.any_format import read
from extractors.split import split
from extractors.word_engine import WEIGHTS, Reading, WordEngine, weights_folder
from service.adapters.freed_memory import keep_freed
from service.settings import use_one_native_thread
from validators.assess import Source, assess
from validators.profile import DEFAULT_PROFILE, hints_of, load_profile

TODAY = dt.date(2026, 11, 23)
ENGINE = ("engine, pages", "engine, parts", "second engine")
STAGES = (*ENGINE, "files, light, turn", "layout, roles", "finders", "judge", "write")


class Counted:
    """An engine that counts how long it reads."""

    def __init__(self, engine: OcrEngine, spent: Counter[str]) -> None:
        """Count what this engine does."""
        self._engine = engine
        self._spent = spent

    @property
    def version(self) -> str:
        """Name and version of the engine."""
        return self._engine.version

    def read(
        self,
        image: PageImage,
        *,
        timeout_s: float,
        segmentation: Segmentation = Segmentation.PAGE,
    ) -> tuple[Word, ...]:
        """Read, and count."""
        started = time.process_time()
        try:
            return self._engine.read(image, timeout_s=timeout_s, segmentation=segmentation)
        finally:
            stage = ENGINE[segmentation is not Segmentation.PAGE]
            self._spent[stage] += time.process_time() - started  # type: ignore[assignment]


class CountedWords(WordEngine):
    """A second engine that counts how long it reads."""

    def __init__(self, weights: Path, spent: Counter[str]) -> None:
        """Count what an engine with these weights does."""
        super().__init__(weights)
        self._spent = spent

    def read(self, image: PageImage) -> Reading:
        """Read, and count."""
        started = time.process_time()
        try:
            return super().read(image)
        finally:
            self._spent["second engine"] += time.process_time() - started  # type: ignore[assignment]


def main() -> None:
    """Print the stages of all letters in a folder."""
    use_one_native_thread()  # as a worker does, and so is the next
    keep_freed()
    spent: Counter[str] = Counter()
    engine = Counted(load_engine(), spent)
    words = CountedWords(weights_folder() / WEIGHTS, spent)
    work.load_word_engine = lambda: words  # type: ignore[assignment] # what readers ask for
    profile = load_profile(DEFAULT_PROFILE)
    hints = hints_of(profile)
    files = sorted(Path(sys.argv[1]).glob("*.pdf"))
    pages = 0
    for number, file in enumerate([files[0], *files]):
        if number == 1:
            spent.clear()
            pages = 0
        document = _timed(spent, "files, light, turn", lambda f=file: _read(f, engine))
        pages += len(document.pages)
        _timed(spent, "layout, roles", lambda d=document: split(d, hints))
        readings = _timed(spent, "finders", lambda d=document: extract(d, hints))
        reports = _timed(
            spent,
            "judge",
            lambda r=readings: [
                assess(each, profile, source=Source(file="x"), today=TODAY, report_id="x")
                for each in r
            ],
        )
        _timed(spent, "write", lambda r=reports: [each.model_dump_json() for each in r])
    # The engine is called while a file is read, and layout is made once more by the finders.
    spent["files, light, turn"] -= _of_engine(spent)
    spent["finders"] -= spent["layout, roles"]
    _show(spent, pages=pages, letters=len(files))


def _read(file: Path, engine: OcrEngine) -> Document:
    return read(file.read_bytes(), engine=engine, limits=Limits())


def _timed(spent: Counter[str], stage: str, do):  # noqa: ANN001, ANN202 - whatever it returns
    started = time.process_time()
    try:
        return do()
    finally:
        spent[stage] += time.process_time() - started  # type: ignore[assignment]


def _of_engine(spent: Counter[str]) -> float:
    return sum(spent[stage] for stage in ENGINE)


def _show(spent: Counter[str], *, pages: int, letters: int) -> None:
    whole = sum(spent.values())
    print(f"{letters} letters, {pages} pages")
    print(f"{'stage':<20}{'ms a page':>10}{'share':>8}")
    for stage in STAGES:
        print(f"{stage:<20}{1000 * spent[stage] / pages:>10.1f}{100 * spent[stage] / whole:>7.1f}%")
    beside = 1000 * (whole - _of_engine(spent)) / letters
    print(f"{'all':<20}{1000 * whole / pages:>10.1f}\nwithout the engine {beside:.0f} ms a letter")


if __name__ == "__main__":
    main()
