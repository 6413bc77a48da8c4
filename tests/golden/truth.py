"""What each sample really has, as its maker wrote it down, and how a report differs from that."""

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.golden.reports import Report

Truth = dict[str, Any]

TITLES = re.compile(r"\b(?:de heer|dhr|mevrouw|mevr|mw|drs|mr|ir|ing|dr)\b\.?\s*", re.IGNORECASE)

QUOTES = str.maketrans({"\u2018": "'", "\u2019": "'"})


def load_truths(folder: Path) -> dict[str, Truth]:
    """Return the truth of each letter by file and part."""
    truths: dict[str, Truth] = {}
    for path in sorted(folder.glob("*.toml")):
        recipe = tomllib.loads(path.read_text(encoding="utf-8"))
        for part, truth in enumerate(recipe["truth"], 1):
            truths[recipe["file"] + (f"#{part}" if part > 1 else "")] = truth
    return truths


def contradictions(truth: Truth, report: Report) -> Iterator[str]:
    """Say what the report has wrong, one short line each, without words of the letter."""
    if report["verdict"] == "fout":
        yield f"fout: {report['error']['code']}"
        return
    yield from _simple(truth, report)
    yield from _lists(truth, report)
    for element, value in truth.get("values", {}).items():
        said = report["elements"].get(element, {}).get("value")
        if not _is_same(element, value, said):
            yield f"{element}: value"
    for element in truth.get("invalid", ()):
        if report["elements"][element]["status"] != "ongeldig":
            yield f"{element}: not ongeldig"


def _simple(truth: Truth, report: Report) -> Iterator[str]:
    window = report["submission_window"] or {}
    said = {
        "kind": report["kind"],
        "verdict": report["verdict"],
        "window": window.get("verdict"),
        "rule": window.get("rule"),
        "received": report["document"]["received"],
    }
    for name, value in said.items():
        if name in truth and str(truth[name]) != str(value):
            yield f"{name}: {value}"


def _lists(truth: Truth, report: Report) -> Iterator[str]:
    for name in ("missing", "uncertain"):
        for element in sorted(set(truth[name]) - set(report[name])):
            yield f"{name}: not {element}"
        for element in sorted(set(report[name]) - set(truth[name])):
            yield f"{name}: {element}"
    warned = {warning["code"] for warning in report["warnings"]}
    for code in sorted(set(truth.get("warnings", ())) - warned):
        yield f"warnings: not {code}"
    for kind in sorted(set(truth.get("kinds", ())) - set(report["kinds"])):
        yield f"kinds: not {kind}"


def _is_same(element: str, true: object, said: object) -> bool:
    if isinstance(true, list):  # more than one answer is right
        return any(_is_same(element, each, said) for each in true)
    if isinstance(true, dict) and isinstance(said, dict):
        return all(_fold(part) == _fold(said.get(name)) for name, part in true.items())
    if element == "naam":
        return _letters(true) == _letters(said)
    return _fold(true) == _fold(said)


def _letters(name: object) -> str:
    """Leave out titles and points too: "EC Terpstra" is "mw. drs. E.C. Terpstra"."""
    return re.sub(r"\W", "", _fold(TITLES.sub("", str(name))))


def _fold(value: object) -> str:
    """Leave out case, spaces and accents: they are no mistake in a name or number."""
    plain = unicodedata.normalize("NFKD", str(value).casefold()).translate(QUOTES)
    return "".join(each for each in plain if not unicodedata.combining(each) and each != " ")
