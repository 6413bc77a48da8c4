"""Tells whether a change alters what is read: readings of the same letters before and after it.

    python -m benchmarks.speed.same write FOLDER OUT [--scans] [--most 40] [--all-pages]
    python -m benchmarks.speed.same compare BEFORE AFTER [--show 20]

`write` keeps the words, the turn and the unread rows of every page, and the reports. For a change
that should only be faster: run it on both versions, and explain every difference.
"""

import argparse
import datetime as dt
import difflib
import json
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2

from extractors.document import Document, Page
from extractors.errors import DocumentError
from extractors.extract import extract
from extractors.limits import Limits
from extractors.ocr import OcrEngine, load_engine
from extractors.readers.any_format import read
from validators.assess import Source, assess
from validators.profile import DEFAULT_PROFILE, hints_of, load_profile

TODAY = dt.date(2026, 11, 23)
KINDS = frozenset({".pdf", ".tif", ".tiff", ".jpg", ".jpeg", ".png", ".bmp", ".webp", ".gif"})
# What is read must not depend on how busy the machine is.
LIMITS = Limits(file_s=7200, ocr_page_s=1200)
Json = dict[str, Any]


def main() -> None:
    """Do one of the two commands."""
    parser = argparse.ArgumentParser(prog="same", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    writer = commands.add_parser("write")
    writer.add_argument("folder", type=Path)
    writer.add_argument("out", type=Path)
    writer.add_argument("--scans", action="store_true", help="leave out what has a text layer")
    writer.add_argument("--most", type=int, default=0, help="stop after so many files")
    whole = "read clean backs too, and enclosures to their end"
    writer.add_argument("--all-pages", action="store_true", help=whole)
    comparer = commands.add_parser("compare")
    comparer.add_argument("before", type=Path)
    comparer.add_argument("after", type=Path)
    comparer.add_argument("--show", type=int, default=20, help="differences to print")
    options = parser.parse_args()
    if options.command == "write":
        files = [file for file in sorted(options.folder.rglob("*")) if file.suffix.lower() in KINDS]
        files = [file for file in files if not options.scans or is_scan(file)]
        limits = replace(LIMITS, all_pages=options.all_pages)
        write(files[: options.most or None], options.folder, options.out, limits)
    else:
        compare(_loaded(options.before), _loaded(options.after), show=options.show)


def write(files: list[Path], folder: Path, out: Path, limits: Limits) -> None:
    """Read letters of a folder; write a line for each, and print what a page of all cost."""
    engine = load_engine()
    started, pages = time.process_time(), 0
    with out.open("w", encoding="utf-8") as stream:
        for file in files:
            said = _said(file.read_bytes(), engine, limits)
            line = {"file": str(file.relative_to(folder)), **said}
            pages += len(said.get("pages", ()))
            stream.write(json.dumps(line, ensure_ascii=False) + "\n")
            stream.flush()
    cost = time.process_time() - started
    print(f"{len(files)} files, {pages} pages, {cost / max(pages, 1):.2f} CPU s a page")


def is_scan(file: Path) -> bool:
    """Tell whether nothing in the file has a text layer."""
    if file.suffix.lower() != ".pdf":
        return True
    try:
        pdf = pypdfium2.PdfDocument(file)
        return all(page.get_textpage().count_chars() == 0 for page in pdf)
    except pypdfium2.PdfiumError:
        return False


def _said(data: bytes, engine: OcrEngine, limits: Limits) -> Json:
    try:
        document = read(data, engine=engine, limits=limits)
    except DocumentError as error:
        return {"error": error.code}
    return {"pages": [_page(page) for page in document.pages], "reports": _reports(document)}


def _page(page: Page) -> Json:
    boxes = (word.box for word in page.words)
    places = [[round(side) for side in (box.x0, box.top, box.x1, box.bottom)] for box in boxes]
    return {
        "turned": page.turned,
        "size": [round(page.width), round(page.height)],
        "unread": len(page.unread),
        "in_part": page.in_part,
        "words": [word.text for word in page.words],
        "sure": [round(word.confidence, 2) for word in page.words],
        "places": places,
    }


def _reports(document: Document) -> list[Json]:
    profile = load_profile(DEFAULT_PROFILE)
    readings = extract(document, hints_of(profile))
    reports = (
        assess(each, profile, source=Source(file="x"), today=TODAY, report_id="x")
        for each in readings
    )
    return [report.model_dump(mode="json", exclude={"processing"}) for report in reports]


def _loaded(file: Path) -> dict[str, Json]:
    lines = map(json.loads, file.read_text(encoding="utf-8").splitlines())
    return {line["file"]: line for line in lines}


def compare(before: dict[str, Json], after: dict[str, Json], *, show: int) -> None:
    """Print how many files, pages, words and reports differ, and the first differences."""
    both = [name for name in before if name in after]
    found = [line for name in both for line in _page_differences(name, before[name], after[name])]
    told = [line for name in both for line in _told(name, before[name], after[name])]
    words = sum(len(page["words"]) for name in both for page in before[name].get("pages", []))
    print(f"{len(both)} files in both, {words} words")
    print(f"pages read otherwise: {len(found)}; what reports say otherwise: {len(told)}")
    for line in [*told[:show], *found[:show]]:
        print(line)


def _page_differences(name: str, one: Json, other: Json) -> Iterator[str]:
    pages, others = one.get("pages", []), other.get("pages", [])
    if len(pages) != len(others) or one.get("error") != other.get("error"):
        yield f"{name}: {len(pages)} and {len(others)} pages, {other.get('error')}"
        return
    for number, (page, now) in enumerate(zip(pages, others, strict=True), start=1):
        changes = _changed_words(page["words"], now["words"])
        for key in ("turned", "size", "unread"):
            if page[key] != now[key]:
                changes.append(f"{key} {page[key]} -> {now[key]}")
        if changes:
            yield f"{name} page {number}: " + "; ".join(changes[:12])


def _changed_words(words: list[str], now: list[str]) -> list[str]:
    steps = difflib.SequenceMatcher(None, words, now, autojunk=False).get_opcodes()
    return [
        f"{' '.join(words[a:b])!r} -> {' '.join(now[c:d])!r}"
        for kind, a, b, c, d in steps
        if kind != "equal"
    ]


def _told(name: str, one: Json, other: Json) -> Iterator[str]:
    """Yield what the reports say otherwise, without places: those move by a hair."""
    was, now = (_claims(each) for each in (one, other))
    for key in sorted(was.keys() | now.keys()):
        if was.get(key) != now.get(key):
            yield f"{name} {key}: {was.get(key)!r} -> {now.get(key)!r}"


def _claims(line: Json) -> dict[str, str]:
    claims: dict[str, str] = {}
    for number, report in enumerate(line.get("reports", []), start=1):
        for key in ("kind", "verdict", "missing", "uncertain"):
            claims[f"{number} {key}"] = str(report[key])
        claims[f"{number} window"] = str(report["submission_window"]["verdict"])
        claims[f"{number} warnings"] = str(sorted(each["code"] for each in report["warnings"]))
        for element, each in report["elements"].items():
            claims[f"{number} {element}"] = f"{each['status']} {each['value']}"
    return claims


if __name__ == "__main__":
    main()
