"""Puts marked letters on paper, signs and scans them: hard words as they come to a mailroom.

Set as typed they are read without a mistake. What a scan makes of the same words is learnt from
here: of made letters alone a scan would seem to be what makes a letter easy.
"""

import json
import tempfile
import zlib
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from benchmarks.letters.dice import Dice
from benchmarks.letters.files import save_photos, save_scans
from benchmarks.letters.ink import sign_on_paper
from benchmarks.letters.lists import LEARNT_FROM
from benchmarks.letters.machines.catalogue import scan_pages
from benchmarks.letters.make import write_manifest
from benchmarks.letters.pages import draw_pages
from benchmarks.roles.marked import FOLDER, as_read, entries_in, writer_of
from benchmarks.roles.outcomes import PROFILE
from benchmarks.roles.printed import print_text

# Of a hundred letters; where digital post of the same words is learnt from they are set as typed.
PAPERS = {"clean": 20, "office": 50, "bad": 22, "photo": 8}
TRUTH = "drawn.jsonl"


@dataclass(frozen=True, slots=True)
class Drawn:
    """A letter on paper: the file that it became, its name, and its text with marks."""

    file: str
    name: str
    entry: Mapping[str, str]


def draw_set(out: Path, *, percent: int, seed: int, jobs: int = 1) -> None:
    """Write scans of some of the letters to learn from, manifest.csv and drawn.jsonl to a folder.

    Whether and how a letter is drawn hangs on its name alone: new letters change no other.
    """
    out.mkdir(parents=True, exist_ok=True)
    chosen = []
    for entry, name, _ in entries_in(FOLDER):
        dice = Dice(seed, zlib.crc32(name.encode()))
        if dice.chance(percent / 100) and entry["kind"] != "overig":
            chosen.append((dice, out / name, entry))
    with ProcessPoolExecutor(jobs) as pool:
        drawn = list(pool.map(_draw, *zip(*chosen, strict=True)))
    lines = [json.dumps({"file": x.file, "name": x.name}) for x in drawn]
    (out / TRUTH).write_text("\n".join(lines) + "\n", encoding="utf-8")
    write_manifest(out / "manifest.csv", [_row(each.file) for each in drawn])


def drawn_in(folder: Path) -> Iterator[Drawn]:
    """Yield what was drawn in a folder."""
    entries = {name: each for each, name, _ in entries_in(FOLDER)}
    for line in (folder / TRUTH).read_text(encoding="utf-8").splitlines():
        told = json.loads(line)
        yield Drawn(told["file"], told["name"], entries[told["name"]])


def _row(file: str) -> dict[str, str]:
    return {"file": file, "received": "", "postmarked": "", "channel": "post", "profile": PROFILE}


def _draw(dice: Dice, stem: Path, entry: Mapping[str, str]) -> Drawn:
    name = stem.name
    paper = dice.weighed(PAPERS)
    # Half of the hands have the machines and typefaces of one split.
    split = LEARNT_FROM[sum(map(ord, writer_of(name))) % len(LEARNT_FROM)]
    with tempfile.TemporaryDirectory() as work:
        sheet = print_text(dice, as_read(entry["text"]), split, Path(work) / "letter.pdf")
        pages = draw_pages(sheet.path)
    for spot in sheet.spots:
        sign_on_paper(dice, pages[spot.page - 1], spot, sign="inkt", split=split)
    scans, dpi = scan_pages(dice, pages, paper, split)
    is_photo = paper == "photo"
    file = save_photos(dice, scans, stem) if is_photo else save_scans(dice, scans, dpi, stem)
    return Drawn(file.name, name, entry)
