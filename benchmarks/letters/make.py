"""Makes a folder of letters with their truth."""

import csv
import datetime as dt
import json
import tempfile
from dataclasses import dataclass
from pathlib import Path

from benchmarks.letters import enclosures, ink
from benchmarks.letters.compose import TODAY, Made, compose
from benchmarks.letters.dice import Dice
from benchmarks.letters.effects import Leaf
from benchmarks.letters.files import save_photos, save_scans
from benchmarks.letters.machines.catalogue import scan_pages
from benchmarks.letters.pages import append, digital_pages, dossier, draw_pages, paper_pages
from benchmarks.letters.plan import Item, plan
from benchmarks.letters.truth import file_truth

PARTS = {"": 0, "geen": 0, "blanco": 1, "barcode": 1, "qr": 1}  # pages between two letters


@dataclass(frozen=True, slots=True)
class Desk:
    """Where one file is made: chance, a folder for the work, and the name to be."""

    dice: Dice
    work: Path
    stem: Path
    dossiers: Dice | None = None  # draws what stands in papers behind each letter


def make_set(out: Path, *, count: int, split: str, seed: int, dossiers: bool = False) -> None:
    """Write `count` files, manifest.csv, truth.jsonl and meta.json to a folder.

    With `dossiers` a paper of several pages comes behind each letter that is scanned.
    """
    out.mkdir(parents=True, exist_ok=True)
    items = plan(Dice(seed), split, count)
    rows, truths = [], []
    for number, item in enumerate(items, 1):
        with tempfile.TemporaryDirectory() as folder:
            drawn = Dice(seed, number, 1) if dossiers else None
            desk = Desk(Dice(seed, number), Path(folder), out / f"{number:04d}", drawn)
            file, mades = make_file(desk, item)
        rows.append(manifest_row(desk.dice, file, mades))
        truths.append(file_truth(file.name, item, mades))
    write_manifest(out / "manifest.csv", rows)
    lines = [json.dumps(truth, ensure_ascii=False) for truth in truths]
    (out / "truth.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    meta = {"today": TODAY.isoformat(), "split": split, "seed": seed, "count": len(items)}
    (out / "meta.json").write_text(json.dumps(meta) + "\n", encoding="utf-8")


def manifest_row(dice: Dice, file: Path, mades: list[Made]) -> dict[str, str]:
    """Say what the mailroom knows of a file."""
    first = mades[0]
    return {
        "file": file.name,
        "received": first.received.isoformat() if first.in_manifest else "",
        "postmarked": "",
        "channel": first.channel,
        "profile": first.profile if first.profile != "awb" or dice.chance(0.5) else "",
    }


def write_manifest(path: Path, rows: list[dict[str, str]]) -> None:
    """Write the manifest of the folder."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, ["file", "received", "postmarked", "channel", "profile"])
        writer.writeheader()
        writer.writerows(rows)


def make_file(desk: Desk, item: Item) -> tuple[Path, list[Made]]:
    """Make the letters of one file and write it."""
    mades = []
    for at, order in enumerate(item.orders):
        folder = desk.work / str(at)
        folder.mkdir()
        mades.append(compose(desk.dice, order, folder / "letter.pdf"))
    come_in_once(mades)
    if item.medium == "digital":
        return finish_digital(desk, item, mades), mades
    return finish_paper(desk, item, mades), mades


def come_in_once(mades: list[Made]) -> None:
    """Give the letters of one file one receipt, on the day that the last of them came in."""
    day, channel = max(made.received for made in mades), mades[0].channel
    for made in mades:
        made.received, made.channel = day, channel


def finish_digital(desk: Desk, item: Item, mades: list[Made]) -> Path:
    """Join the PDFs as they are."""
    whole = mades[0].pdf
    for made in mades:
        digital_pages(desk.dice, made)
    for made in mades[1:]:
        if PARTS[item.separator]:
            append(whole, separator(desk, item, made))
        append(whole, made.pdf)
    if mades[0].sign == "certificaat":
        if len(mades) == 1:
            ink.certify(whole, mades[0].facts.writer.full, dt.date(2026, 6, 1))
        else:
            mades[0].sign = "leeg_vak"
    for made in mades[1:]:
        if made.sign == "certificaat":  # lost when PDFs are joined
            made.sign = "leeg_vak"
    target = desk.stem.with_suffix(".pdf")
    target.write_bytes(whole.read_bytes())
    return target


def separator(desk: Desk, item: Item, made: Made) -> Path:
    """Return a PDF with the sheet between two letters."""
    path = made.pdf.with_name("separator.pdf")
    if item.separator == "blanco":
        enclosures.blank_page(made.facts, path)
    else:
        enclosures.separator_page(item.separator, made.facts, path)
    return path


def finish_paper(desk: Desk, item: Item, mades: list[Made]) -> Path:
    """Print, sign, stamp, enclose, scan."""
    leaves: list[Leaf] = []
    for at, made in enumerate(mades):
        if at and PARTS[item.separator]:
            leaves.append(Leaf(draw_pages(separator(desk, item, made))[0], "scheiding"))
        leaves += paper_pages(desk.dice, made, made.pdf.parent)
        if desk.dossiers and item.medium != "photo":
            leaves += dossier(desk.dossiers, made, made.pdf.parent)
        if len(mades) > 1:
            made.in_manifest = True
    pages = [leaf.image for leaf in leaves]
    scans, dpi = scan_pages(desk.dice, pages, item.medium, mades[0].facts.split)
    if item.medium == "photo":
        return save_photos(desk.dice, scans, desk.stem)
    return save_scans(desk.dice, scans, dpi, desk.stem)
