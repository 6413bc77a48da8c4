"""Compares reports as data: exactly where the law needs it, with room where OCR breathes.

Times, versions and ids are left out. Boxes may move a little, confidences too; passages and what
was read on paper may differ by a letter, values that decide something may not.
"""

from collections.abc import Iterator
from typing import Any

from rapidfuzz.fuzz import ratio

Report = dict[str, Any]

VARYING = frozenset({"id", "processing", "sha256"})
POINTS = 6.0  # a box may shift by this much
SURENESS = 0.15
ALIKE = 93.0  # percent of a passage that must be the same
PASSAGES = frozenset(
    {
        *("onderbouwing", "omschrijving", "besluit", "tijdspad", "ondernomen", "resultaat"),
        *("gericht_tegen", "machtiging"),
    }
)


def key_of(report: Report) -> str:
    """Name one letter: the file, and which letter in it when there are more."""
    document = report["document"]
    return str(document["file"]) + (f"#{document['part']}" if document["part"] > 1 else "")


def differences(was: object, now: object, path: str = "") -> Iterator[str]:
    """Say where two reports differ, as `path: was -> now`."""
    if isinstance(was, dict) and isinstance(now, dict):
        for name in sorted({*was, *now} - VARYING):
            yield from differences(was.get(name), now.get(name), f"{path}.{name}".lstrip("."))
    elif isinstance(was, list) and isinstance(now, list) and len(was) == len(now):
        for index, (old, new) in enumerate(zip(was, now, strict=True)):
            yield from differences(old, new, f"{path}[{index}]")
    elif not _is_alike(was, now, path):
        yield f"{path}: {was!r} -> {now!r}"


def _is_alike(was: object, now: object, path: str) -> bool:
    if isinstance(was, int | float) and isinstance(now, int | float):
        room = POINTS if ".bbox" in path else SURENESS if path.endswith("confidence") else 0.0
        return abs(was - now) <= room
    if isinstance(was, str) and isinstance(now, str) and _is_loose(path):
        return ratio(was, now) >= ALIKE
    return was == now


def _is_loose(path: str) -> bool:
    _, _, below = path.partition("elements.")
    element, _, part = below.partition(".")
    return part.endswith("text") or (part == "value" and element in PASSAGES)
