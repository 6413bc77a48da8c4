"""What one sample is made of: the letter's text, its pens and stamps, and how it came in.

The texts are TOML files; an unknown key is an error that names file and key.
"""

import datetime as dt
import tomllib
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Pen:
    """Ink on paper; `mark` names the place that the text left open for it."""

    mark: str
    seed: str
    width: float = 42.0  # mm
    colour: str = "blauw"
    nib: float = 0.42  # mm
    initials: bool = False
    dx: float = 0.0  # mm from the place
    dy: float = 0.0


@dataclass(frozen=True, slots=True)
class Stamp:
    """A stamp or a note of the mailroom, placed in mm from the upper left of a page."""

    lines: tuple[str, ...]
    x: float
    y: float
    page: int = 1
    angle: float = 0.0
    colour: str = "rood"
    size: float = 12.0  # points
    frame: bool = True
    font: str = "sans-bold"


@dataclass(frozen=True, slots=True)
class Scan:
    """What happened to the paper before it became a file."""

    dpi: int = 300
    skew: float = 0.0  # degrees
    noise: float = 2.0  # grey levels
    blur: float = 0.5  # pixels
    paper: int = 250  # grey of the paper
    fade: float = 0.0  # 0..1: worn toner
    shadow: float = 0.0  # 0..1: unevenly lit
    specks: int = 15
    punched: bool = False
    folded: bool = False
    stapled: bool = False
    turned: int = 0  # degrees clockwise that the sheet lay wrong
    quality: int = 55  # JPEG
    colour: bool = False
    searchable: bool = False  # the copier put its own, badly read text under the picture


@dataclass(frozen=True, slots=True)
class Recipe:
    """One sample."""

    file: str
    output: str  # "pdf", "scan", "mixed", "tiff", "image", "photo"
    text: str
    profile: str
    received: dt.date | None = None
    postmarked: dt.date | None = None
    channel: str = "post"
    finish: str = ""  # born-digital PDF: "certificaat" or "annotatie"
    signer: str = ""  # name in the test certificate
    pen: tuple[Pen, ...] = ()
    stamp: tuple[Stamp, ...] = ()
    scan: Scan = field(default_factory=Scan)
    scanned_from: int = 1  # mixed PDF: the first page that was scanned
    truth: tuple[dict[str, Any], ...] = ()  # what each letter really has, for the tests


def load(path: Path) -> Recipe:
    """Read one recipe.

    Raises:
        ValueError: a key that is not known; the sentence names file and key.

    """
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    pens = tuple(_build(Pen, path, item) for item in data.pop("pen", ()))
    stamps = tuple(
        _build(Stamp, path, {**item, "lines": tuple(item["lines"])})
        for item in data.pop("stamp", ())
    )
    scan = _build(Scan, path, data.pop("scan", {}))
    data["truth"] = tuple(data.get("truth", ()))
    return _build(Recipe, path, {**data, "pen": pens, "stamp": stamps, "scan": scan})


def _build(kind: type[T], path: Path, values: dict[str, Any]) -> T:
    known = {item.name for item in fields(kind)}  # type: ignore[arg-type]
    if unknown := sorted(set(values) - known):
        raise ValueError(f"{path.name}: unknown key {', '.join(unknown)} for {kind.__name__}")
    return kind(**values)
