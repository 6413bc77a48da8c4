"""Measure how fast letters are read, beside other ways to read the same files.

    python -m benchmarks.speed [PART ...] [--pages 12] [--rounds 3] [--quick]

Parts are scans, mailings, digital, start, cores, served (upload, queue, worker and webhook) and
growth; without names all are done, but for growth beyond 2,000 letters, which is done when it is
named.

Ways are run alternately, so that whatever else the machine does falls on all of them; ratios are
medians over the rounds. Seconds of processors are steadier than those of the clock. OCRmyPDF and
pytesseract are measured when they are installed: `uv pip install --group bench` and
`apt-get install tesseract-ocr tesseract-ocr-nld`.
"""

import argparse
import os
import statistics
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.speed import files, ways
from benchmarks.speed.growth import NUMBERS, QUICK, show_growth
from benchmarks.speed.measured import Cost, measure, take_orphans
from benchmarks.speed.right import right_of
from benchmarks.speed.served import served

PARTS = ("scans", "mailings", "digital", "start", "cores", "served", "growth")
SHIPPED = 2  # pages for pytesseract as it comes, in a quick run
Way = Callable[[], Cost]


@dataclass(frozen=True, slots=True)
class Subject:
    """What is measured: ways by name, how many pages each reads, and to which they compare."""

    title: str
    ways: Mapping[str, Way]
    pages: int
    base: str = "postkamer"  # the way that the others are so many times
    truth: Path | None = None  # what the letters really say
    told: tuple[str, ...] = ()  # the ways of which is told how much was right; else the base


def main() -> None:
    """Do the parts that are asked for."""
    parser = argparse.ArgumentParser(prog="speed", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="|".join(PARTS))
    pages = (
        "letters are made until they have so many pages: of scans and mailings so many, of cores "
        "twice, of digital letters and for served eight times as many"
    )
    parser.add_argument("--pages", type=int, default=12, help=pages)
    parser.add_argument("--rounds", type=int, default=3)
    quick = "few letters in growth, few pages for the slowest way"
    parser.add_argument("--quick", action="store_true", help=quick)
    parser.add_argument("--keep", type=Path, help="keep the letters in this folder")
    options = parser.parse_args()
    take_orphans()
    with tempfile.TemporaryDirectory() as folder:
        for part in options.parts or PARTS:
            if part == "growth":
                show_growth(_numbers(options))
                continue
            subject = MAKERS[part]((options.keep or Path(folder)) / part, options)
            show(subject, run(subject, rounds=options.rounds))


def run(subject: Subject, *, rounds: int) -> dict[str, list[Cost]]:
    """Run all ways in turn, round after round."""
    costs: dict[str, list[Cost]] = {name: [] for name in subject.ways}
    for _ in range(rounds):
        for name, way in subject.ways.items():
            costs[name].append(way())
    return costs


def show(subject: Subject, costs: Mapping[str, list[Cost]]) -> None:
    """Print a table: each way by page, and how many times the cost of the base it is."""
    load = ", ".join(f"{each:.1f}" for each in os.getloadavg())
    print(f"\n{subject.title}: {subject.pages} pages, load {load}")
    print(f"{'way':<20}{'pages/s':>9}{'CPU s/page':>12}{'MB':>7}{'x wall':>8}{'x CPU':>8}")
    ours = costs[subject.base]
    for name, each in costs.items():
        wall = statistics.median(cost.wall for cost in each) / subject.pages
        cpu = statistics.median(cost.cpu for cost in each) / subject.pages
        memory = max(cost.memory_mb for cost in each)
        slower = statistics.median(a.wall / b.wall for a, b in zip(each, ours, strict=True))
        dearer = statistics.median(a.cpu / b.cpu for a, b in zip(each, ours, strict=True))
        row = f"{name:<20}{1 / wall:>9.2f}{cpu:>12.3f}{memory:>7.0f}{slower:>8.2f}{dearer:>8.2f}"
        print(row)
    if subject.truth is not None:
        for name in subject.told or (subject.base,):
            print(f"{name}: {right_of(subject.truth, costs[name][-1].out)}", flush=True)


def _numbers(options: argparse.Namespace) -> tuple[int, ...]:
    if options.quick:
        return QUICK
    return NUMBERS if options.parts else NUMBERS[:2]


def _scans(folder: Path, options: argparse.Namespace) -> Subject:
    letters = folder / "letters"
    pages = files.choose(files.SCANS, letters, pages=options.pages)
    found = _reading(letters)
    if ways.is_there("pytesseract"):
        found["pytesseract"] = _as_shipped(letters, pages, most=SHIPPED if options.quick else pages)
    return Subject("scanned letters", found, pages, truth=files.truth_of(letters))


def _as_shipped(letters: Path, pages: int, *, most: int) -> Way:
    """Return pytesseract with all its defaults: ten seconds a page, so that few have to do."""

    def way() -> Cost:
        with tempfile.TemporaryDirectory() as folder:
            read = files.first_of(letters, Path(folder), pages=most)
            cost = measure(ways.in_python("pytesseract", Path(folder)), one_thread=False)
        times = pages / read
        return Cost(times * cost.wall, times * cost.cpu, cost.memory_mb)

    return way


def _mailings(folder: Path, options: argparse.Namespace) -> Subject:
    mailings = folder / "mailings"
    pages = files.choose(files.MAILINGS, mailings, pages=options.pages)
    found: dict[str, Way] = {
        "postkamer": lambda: measure(ways.postkamer(mailings)),
        "all pages": lambda: measure(ways.postkamer(mailings, all_pages=True)),
    }
    if not options.quick:
        found |= _reading(mailings)
    title = "mailings, most pages are enclosures"
    truth = files.truth_of(mailings)
    return Subject(title, found, pages, truth=truth, told=("postkamer", "all pages"))


def _digital(folder: Path, options: argparse.Namespace) -> Subject:
    letters = folder / "letters"
    pages = files.choose(files.DIGITAL, letters, pages=8 * options.pages)
    found: dict[str, Way] = {"postkamer": lambda: measure(ways.postkamer(letters))}
    for name in ("extract-words", "pdfium"):
        found[name] = _python_way(name, letters)
    found["warm"] = _counted("digital", letters)
    found["extract-words, warm"] = _counted("words", letters)
    return Subject("born-digital letters", found, pages, base="extract-words, warm")


def _start(folder: Path, _options: argparse.Namespace) -> Subject:
    letters = folder / "letters"
    files.choose(files.DIGITAL, letters, pages=1)
    command = ways.postkamer(letters)
    one = [str(next(letters.glob("*.pdf")))]
    found: dict[str, Way] = {
        "postkamer": lambda: measure([*command[:2], *one, *command[3:]]),
        "postkamer --help": lambda: measure([command[0], "--help"]),
        "python": _python_way("nothing", letters),
    }
    return Subject("one digital letter from a cold start", found, 1)


def _reading(folder: Path) -> dict[str, Way]:
    """Return the ways that read scans, as far as they are installed."""
    found: dict[str, Way] = {"postkamer": lambda: measure(ways.postkamer(folder))}
    found["postkamer, 1 job"] = lambda: measure(ways.postkamer(folder, jobs=1))
    found["warm"] = _counted("scans", folder)
    found["bare"] = _counted("bare", folder)
    program = ways.find_ocrmypdf()
    if program:
        whole = folder.parent / f"{folder.name}.pdf"
        files.joined(folder, whole)
        found["ocrmypdf"] = lambda: measure(ways.ocrmypdf(whole, program))
    if ways.is_there("pytesseract"):
        found["pytesseract-tuned"] = _python_way("pytesseract-tuned", folder)
    return found


def _cores(folder: Path, options: argparse.Namespace) -> Subject:
    letters = folder / "letters"
    pages = files.choose(files.SCANS, letters, pages=2 * options.pages)
    found: dict[str, Way] = {
        "2 jobs": lambda: measure(ways.postkamer(letters)),
        "1 job": lambda: measure(ways.postkamer(letters, jobs=1)),
    }
    return Subject("two cores against one, start included", found, pages, base="2 jobs")


def _served(folder: Path, options: argparse.Namespace) -> Subject:
    letters = folder / "letters"
    pages = files.choose(files.DIGITAL, letters, pages=8 * options.pages)
    found: dict[str, Way] = {
        "postkamer": lambda: measure(ways.postkamer(letters)),
        "served": lambda: served(letters),
    }
    return Subject("born-digital letters through the service, 2 workers", found, pages)


def _python_way(name: str, folder: Path) -> Way:
    return lambda: measure(ways.in_python(name, folder))


def _counted(name: str, folder: Path) -> Way:
    """Return a way that counts what it does itself, after it has started."""

    def counted() -> Cost:
        cost = measure(ways.in_python(name, folder))
        line = next(line for line in cost.out.splitlines() if line.startswith("counted "))
        cpu, wall = (float(each) for each in line.split()[1:])
        return Cost(wall, cpu, cost.memory_mb)

    return counted


MAKERS: Mapping[str, Callable[[Path, argparse.Namespace], Subject]] = {
    "scans": _scans,
    "mailings": _mailings,
    "digital": _digital,
    "start": _start,
    "cores": _cores,
    "served": _served,
}

if __name__ == "__main__":
    main()
