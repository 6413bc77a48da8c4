"""Learns to tell names in a typeface from signatures by hand, and writes what it learnt as data.

python -m benchmarks.fit_typeset [--pages 80] [--seed 1] [--out FILE] [--try]

Learnt from the typefaces and signatures of `tune`; the figures in the head of what is written are
of those of `dev`, which it did not see. Needs the scanned signatures. Two minutes of a core.
"""

import argparse
import math
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont
from sklearn.linear_model import LogisticRegression

from benchmarks.letters import stamps
from benchmarks.letters.dice import Dice
from benchmarks.letters.fonts import usable
from benchmarks.letters.lists import Lists, load_lists
from benchmarks.letters.people import draw_person
from benchmarks.letters.signatures import drawn_ink, lay_ink, real_signatures, signature_ink
from benchmarks.signatures import READ_AT, SPREAD, WEARS, scanned
from extractors.document import PT_PER_MM, Box, PageImage
from extractors.inks import typeset
from extractors.inks.ink import Ink, find_ink
from extractors.readers.scan import READ_DPI

Grey = NDArray[np.uint8]
WEIGHTS = Path(__file__).resolve().parents[1] / "extractors" / "inks" / "typeset.toml"
A4_DOTS = (3508, 2480)
SPOTS = [(12.0 + 100 * column, 12.0 + 34 * row) for row in range(8) for column in range(2)]
PRINTED_AT = 12.0, 284.0  # millimetres: where a line of plain print stands
PALE_TYPE = 0.2  # share of names that were printed paler than the letter: in grey or in colour
WIDEST, TALLEST = 90.0, 30.0  # millimetres: what fits a spot
RIDGE = 0.5  # keeps weights small where names and signatures are few
THRESHOLDS = (0.5, 0.6, 0.7, 0.8, 0.9)


@dataclass(frozen=True, slots=True)
class Example:
    """Some ink and whether a printer left it."""

    ink: Ink
    typeset: bool


def name_in_type(dice: Dice, split: str, lists: Lists) -> Grey:
    """Return a name in a typeface of the split, 4 to 11 mm from top to foot."""
    faces = [*usable(split, "hand"), *usable(split, "script")]
    path = dice.pick(faces).regular
    person = draw_person(dice, lists)
    words = dice.pick([person.full, person.full, person.full.split()[0]])
    _, top, _, foot = stamps.typeface(100, path).getbbox("Hxg")
    size = 100 * dice.between(3.9, 11.0) * SPREAD / max(foot - top, 1)
    face = stamps.typeface(max(int(size), 14), path)
    left, top, right, foot = (int(side) for side in face.getbbox(words))
    image = Image.new("L", (right - left + 8, foot - top + 8), 255)
    ImageDraw.Draw(image).text((4 - left, 4 - top), words, fill=dice.whole(0, 70), font=face)
    return np.array(image)


def plain_face(dice: Dice, split: str) -> ImageFont.FreeTypeFont:
    """Return a typeface that letters are printed in, of 11 points."""
    return stamps.typeface(round(11 / 72 * 25.4 * SPREAD), dice.pick(usable(split)).regular)


def by_hand(dice: Dice, split: str) -> Grey:
    """Return a signature, as it was scanned, as other pens would have written it, or drawn."""
    if dice.chance(0.2):
        return scribble(dice) if dice.chance(0.7) else drawn_ink(dice, dice.whole(300, 760))
    ink = signature_ink(dice, split, dice.whole(300, 760))
    if dice.chance(0.65):
        return ink
    level = dice.whole(0, 50)
    hard = np.where(cv2.GaussianBlur(ink, (0, 0), 0.8) < 190, level, 255).astype(np.uint8)
    pen = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (dice.whole(1, 6),) * 2)
    wide = cv2.erode(cv2.copyMakeBorder(hard, *(6,) * 4, cv2.BORDER_CONSTANT, value=255), pen)
    return np.asarray(cv2.GaussianBlur(wide, (0, 0), 0.7), dtype=np.uint8)


def scribble(dice: Dice) -> Grey:
    """Return one winding line with a nib, its letters much alike, as some people sign."""
    wide, tall = dice.whole(320, 760), dice.whole(70, 170)
    sheet = np.full((tall * 2, wide + 40), 255, np.uint8)
    steps = np.linspace(0.0, 1.0, 400)
    turns, lean = dice.between(6, 22), dice.between(0.0, 0.06)
    fading = 1.0 - dice.between(0.0, 0.8) * steps
    wave = np.sin(math.tau * turns * steps) * (0.6 + 0.4 * np.sin(9 * steps + dice.between(0, 6)))
    across = 20 + wide * (0.92 * steps + lean * (1 + np.cos(math.tau * turns * steps)) / 2)
    down = tall + tall * 0.45 * fading * wave + tall * dice.between(-0.3, 0.3) * steps
    points = np.stack([across, down], axis=1).astype(np.int32)
    nib = dice.whole(3, 8)
    cv2.polylines(sheet, [points], isClosed=False, color=dice.whole(0, 90), thickness=nib,
                  lineType=cv2.LINE_AA)  # fmt: skip
    return sheet


def examples(split: str, pages: int, seed: int) -> Iterator[Example]:
    """Make pages full of names and signatures, wear them, and measure the ink on them."""
    lists = load_lists(split)
    for page in range(pages):
        wear = WEARS[page % len(WEARS)]
        dice = Dice(seed, page, len(split))
        sheet = np.full(A4_DOTS, 255, np.uint8)
        spots = []
        for place in SPOTS:
            is_type = dice.chance(0.5)
            mark = name_in_type(dice, split, lists) if is_type else by_hand(dice, split)
            mark = fitted(mark)
            as_print = is_type and not dice.chance(PALE_TYPE)
            put(sheet, mark, place, strength=1.0 if as_print else dice.between(0.4, 1.0))
            spots.append((box_of(place, mark), is_type))
        line = stamps.lettering(draw_person(dice, lists).full, plain_face(dice, split))
        put(sheet, line, PRINTED_AT, strength=1.0)
        yield from measured(scanned(dice, sheet, wear), spots, box_of(PRINTED_AT, line))


def put(sheet: Grey, mark: Grey, place: tuple[float, float], *, strength: float) -> None:
    """Put a mark on the sheet, so many millimetres from its corner."""
    x, y = (int(side * SPREAD) for side in place)
    lay_ink(sheet, mark, x, y, strength=strength)


def fitted(mark: Grey) -> Grey:
    """Return a mark that fits its spot."""
    rows, columns = mark.shape
    scale = min(1.0, WIDEST * SPREAD / columns, TALLEST * SPREAD / rows)
    small = cv2.resize(mark, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    return np.asarray(small, dtype=np.uint8)


def box_of(place: tuple[float, float], mark: Grey) -> Box:
    """Return where a mark stands, in points, and a little around it."""
    x, y = place
    rows, columns = mark.shape
    sides = (x - 2, y - 2, x + columns / SPREAD + 2, y + rows / SPREAD + 2)
    return Box(*(side * PT_PER_MM for side in sides))


def measured(scan: Grey, spots: Sequence[tuple[Box, bool]], line: Box) -> Iterator[Example]:
    """Yield the most ink in each spot; the line of print tells how dark print is."""
    small = cv2.resize(scan, None, fx=READ_AT, fy=READ_AT, interpolation=cv2.INTER_AREA)
    image = PageImage(small.astype(np.uint8), READ_DPI / 72)
    inks = find_ink(image, Box(0.0, 0.0, small.shape[1] / image.scale, 842.0), [line])
    for box, is_type in spots:
        inside = [ink for ink in inks if box.contains(ink.box) and ink.lettering is not None]
        if inside:
            yield Example(max(inside, key=lambda ink: ink.length), is_type)


def learnt(known: Sequence[Example]) -> dict[str, float]:
    """Return the weights of a logistic regression."""
    inputs = [typeset.inputs_of(each.ink) for each in known]
    model = LogisticRegression(C=1.0 / RIDGE, max_iter=10_000, tol=1e-6)
    model.fit(np.array([[*each.values()] for each in inputs]), [each.typeset for each in known])
    return {"constant": float(model.intercept_[0]),
            **dict(zip(inputs[0], model.coef_[0].tolist(), strict=True))}  # fmt: skip


def chances(weights: dict[str, float], known: Sequence[Example]) -> NDArray[np.float64]:
    """Return the chance of each example."""
    rows = np.array([[1.0, *typeset.inputs_of(each.ink).values()] for each in known])
    total = rows @ np.array(list(weights.values()))
    return np.asarray(1.0 / (1.0 + np.exp(-total)), dtype=np.float64)


def told(weights: dict[str, float], unseen: Sequence[Example]) -> Iterator[str]:
    """Yield lines that say how well names and signatures that were not seen are told apart."""
    chance = chances(weights, unseen)
    is_type = np.array([each.typeset for each in unseen])
    for least in THRESHOLDS:
        caught, lost = chance[is_type] >= least, chance[~is_type] >= least
        yield (
            f"from {least}: {caught.sum()} of {caught.size} names in type, "
            f"{lost.sum()} of {lost.size} signatures"
        )


def model_file(weights: dict[str, float], lines: Sequence[str], seen: int) -> str:
    """Return the weights as a file that tells what they are and how well they do."""
    head = [
        "Weights of the chance that ink was printed in letters that imitate a pen: the inputs",
        "are those of inputs_of() in extractors/inks/typeset.py, the sum goes through the logistic",
        "function.",
        "",
        f"Made by `python -m benchmarks.fit_typeset` from {seen} names in typefaces and signatures",
        "of `tune`, clean and worn. Called typeset of typefaces and signatures of `dev`, unseen:",
        *lines,
    ]
    comment = "\n".join(f"# {line}".rstrip() for line in head)
    table = "\n".join(f"{name} = {value:.2f}" for name, value in weights.items())
    return f"{comment}\n[weights]\n{table}\n"


def main() -> int:
    """Learn, print and write."""
    parser = argparse.ArgumentParser(prog="fit_typeset", description="Tell type from a hand.")
    parser.add_argument("--pages", type=int, default=80, help="pages of 16 names or signatures")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, default=WEIGHTS, help="write the weights to this file")
    parser.add_argument("--try", action="store_true", dest="only_try", help="write nothing")
    options = parser.parse_args()
    if not real_signatures("tune"):
        parser.error("the scanned signatures are not beside the project")
    known = list(examples("tune", options.pages, options.seed))
    unseen = list(examples("dev", options.pages * 3 // 5, options.seed))
    weights = learnt(known)
    lines = list(told(weights, unseen))
    text = model_file(weights, lines, len(known))
    sys.stdout.write(text)
    if not options.only_try:
        options.out.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
