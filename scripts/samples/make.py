"""Make the sample letters and their manifest: `python scripts/samples/make.py [NAME...]`.

Needs the development dependencies and the Debian fonts that it names when they are missing. The
same recipe gives the same file at every run, but for the letter with a certificate signature,
whose key is new each time; that one is made only when it is not there yet.
"""

import csv
import sys
from pathlib import Path

from maker import digital, fonts, paper, photo, scanner
from maker.recipe import Recipe, load
from maker.sheet import Mark
from maker.typeset import typeset

HERE = Path(__file__).parent
SAMPLES = HERE.parents[1] / "samples"
COLUMNS = ("file", "received", "postmarked", "channel", "profile")
PHOTO_DPI = 170


def make(recipe: Recipe) -> bytes:
    """Return the bytes of one sample."""
    pdf, marks = typeset(recipe.text, title=Path(recipe.file).stem)
    if recipe.output == "pdf":
        return finish(pdf, recipe, marks)
    if recipe.output == "photo":
        return take_photo(pdf, recipe, marks)
    return scan(pdf, recipe, marks)


def finish(pdf: bytes, recipe: Recipe, marks: tuple[Mark, ...]) -> bytes:
    """Sign a born-digital PDF in the way the recipe says, if any."""
    if recipe.finish == "certificaat":
        return digital.sign(pdf, recipe.signer, marks[0])
    if recipe.finish == "annotatie":
        return digital.annotate(pdf, recipe.file, marks[0])
    return pdf


def take_photo(pdf: bytes, recipe: Recipe, marks: tuple[Mark, ...]) -> bytes:
    """Photograph the first page."""
    chance = paper.randomness(recipe)
    pages = paper.render(pdf, PHOTO_DPI)
    paper.write(pages, recipe, marks, PHOTO_DPI)
    sheet = paper.handle(pages[0], recipe.scan, PHOTO_DPI, chance)
    return photo.as_phone_jpeg(photo.photograph(sheet, chance), quality=recipe.scan.quality)


def scan(pdf: bytes, recipe: Recipe, marks: tuple[Mark, ...]) -> bytes:
    """Print, sign, stamp and scan all pages."""
    how, chance = recipe.scan, paper.randomness(recipe)
    pages = paper.render(pdf, how.dpi)
    paper.write(pages, recipe, marks, how.dpi)
    sheets = [
        scanner.scan_sheet(paper.handle(page, how, how.dpi, chance), how, chance) for page in pages
    ]
    title = Path(recipe.file).stem
    match recipe.output:
        case "tiff":
            return scanner.as_fax_tiff(sheets, how.dpi)
        case "image" if recipe.file.endswith(".png"):
            return scanner.as_png(sheets[0], how.dpi)
        case "image":
            return scanner.as_jpeg(sheets[0], how.quality, how.dpi)
        case "mixed":
            keep = recipe.scanned_from - 1
            return scanner.append(pdf, scanner.as_pdf(sheets[keep:], how, title=title), keep)
    under = pdf if how.searchable else None
    return scanner.as_pdf(sheets, how, title=title, under=under)


def write_manifest(recipes: list[Recipe]) -> None:
    """Write what the mailroom knows beside the paper itself."""
    with (SAMPLES / "manifest.csv").open("w", newline="", encoding="utf-8") as target:
        rows = csv.writer(target, lineterminator="\n")
        rows.writerow(COLUMNS)
        for recipe in recipes:
            rows.writerow([getattr(recipe, name) or "" for name in COLUMNS])


def main(wanted: list[str]) -> int:
    """Make the samples whose file name contains one of the words; without words, all."""
    if packages := fonts.missing_packages():
        sys.stderr.write(f"fonts are missing: apt-get install {' '.join(packages)}\n")
        return 2
    fonts.register()
    recipes = [load(path) for path in sorted((HERE / "texts").glob("*.toml"))]
    for recipe in recipes:
        target = SAMPLES / recipe.file
        if wanted and not any(word in recipe.file for word in wanted):
            continue
        if recipe.finish == "certificaat" and target.exists() and not wanted:
            continue
        target.write_bytes(make(recipe))
        sys.stderr.write(f"{recipe.file} {target.stat().st_size // 1024} kB\n")
    write_manifest(recipes)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
