"""What befalls the pages of a letter before they are scanned."""

from dataclasses import dataclass

import cv2
import numpy as np
import pypdfium2
from numpy.typing import NDArray

from benchmarks.letters import fonts, stamps
from benchmarks.letters.compose import Made
from benchmarks.letters.dice import Dice
from benchmarks.letters.signatures import drawn_ink, lay_ink

Grey = NDArray[np.uint8]
DOT = 300 / 72  # pixels per point at which pages are drawn


@dataclass
class Leaf:
    """A page with what it is: brief, besluit, machtiging, envelop, bijlage, blanco."""

    image: Grey
    role: str = "brief"


def befall(dice: Dice, made: Made, leaves: list[Leaf]) -> list[Leaf]:
    """Apply the effect that the letter was wished; the leaves are those of the letter itself."""
    effects = {
        "scribble": scribble,
        "initials": initials,
        "remark": remark,
        "underline": underline,
        "smudge": smudge,
        "shuffle": shuffle,
        "lose_last": lose_last,
        "cut_foot": cut_foot,
        "blank_backs": blank_backs,
    }
    effect = effects.get(made.wish.effect)
    return effect(dice, made, leaves) if effect else leaves


def scribble(dice: Dice, made: Made, leaves: list[Leaf]) -> list[Leaf]:
    """Draw a doodle in the margin and a wavy line beside the text, far from the closing."""
    del made
    page = leaves[0].image
    rows, columns = page.shape
    lay_ink(page, drawn_ink(dice, 260), int(columns * 0.78), int(rows * 0.05))
    points = [(int(columns * 0.05 + 9 * np.sin(y / 9)), int(rows * 0.4) + y) for y in range(500)]
    cv2.polylines(page, [np.array(points, np.int32)], isClosed=False, color=40, thickness=4)
    return leaves


def initials(dice: Dice, made: Made, leaves: list[Leaf]) -> list[Leaf]:
    """Put the initials of a clerk in the lower right corner of every page."""
    del made
    for leaf in leaves:
        rows, columns = leaf.image.shape
        mark = drawn_ink(dice, dice.whole(110, 150), loops=2)
        lay_ink(leaf.image, mark, int(columns * 0.88), int(rows * 0.95))
    return leaves


def remark(dice: Dice, made: Made, leaves: list[Leaf]) -> list[Leaf]:
    """Let the mailroom write on top of the first page."""
    words = dice.pick(
        ["ingeboekt, gaat naar JZ", "spoed! kopie in dossier", "zie ook eerdere brief"]
    )
    note = handwriting(dice, made, words, size=70)
    lay_ink(leaves[0].image, note, dice.whole(900, 1200), dice.whole(30, 80), strength=0.8)
    return leaves


def handwriting(dice: Dice, made: Made, words: str, *, size: int) -> Grey:
    """Return words written by hand, black on white, slightly turned."""
    face = stamps.typeface(size, dice.pick(fonts.usable(made.facts.split, "hand")).regular)
    return stamps.turned(dice, stamps.lettering(words, face), 4)


def underline(dice: Dice, made: Made, leaves: list[Leaf]) -> list[Leaf]:
    """Underline the last printed line by hand, as for a name that matters."""
    del made
    page = leaves[-1].image
    dark = np.flatnonzero((page < 120).sum(axis=1) > 3)
    y = int(dark[dark < page.shape[0] * 0.93][-1]) + 12
    x = int(71 * DOT)
    points = [(x + step, y + int(5 * np.sin(step / 40))) for step in range(0, 430, 10)]
    cv2.polylines(page, [np.array(points, np.int32)], isClosed=False, color=50, thickness=5)
    del dice
    return leaves


def smudge(dice: Dice, made: Made, leaves: list[Leaf]) -> list[Leaf]:
    """Leave the ring of a coffee cup where a signature could stand."""
    del made
    page = leaves[-1].image
    layer = np.full_like(page, 255)
    centre = (dice.whole(500, 1100), int(page.shape[0] * dice.between(0.45, 0.75)))
    cv2.circle(layer, centre, dice.whole(120, 170), 150, dice.whole(12, 25))
    cv2.circle(layer, (centre[0] + 60, centre[1] + 150), 22, 130, -1)
    layer = cv2.GaussianBlur(layer, (0, 0), 4)
    lay_ink(page, layer, 0, 0)
    return leaves


def shuffle(dice: Dice, made: Made, leaves: list[Leaf]) -> list[Leaf]:
    """Feed the pages in the wrong order."""
    del dice, made
    return leaves[::-1]


def lose_last(dice: Dice, made: Made, leaves: list[Leaf]) -> list[Leaf]:
    """Forget the last page."""
    del dice
    if len(leaves) > 1:
        made.lost = visible_text(made, pages=len(leaves) - 1)
        return leaves[:-1]
    return leaves


def cut_foot(dice: Dice, made: Made, leaves: list[Leaf]) -> list[Leaf]:
    """Cut the last page of the letter off just under the body."""
    del dice
    if not made.spots:
        return leaves
    spot = made.spots[0]
    row = int((spot.top - 4) * DOT)
    leaves[spot.page - 1].image = leaves[spot.page - 1].image[:row].copy()
    made.lost = visible_text(made, pages=spot.page, foot=spot.top - 4)
    return leaves[: spot.page]


def blank_backs(dice: Dice, made: Made, leaves: list[Leaf]) -> list[Leaf]:
    """Scan both sides of sheets that are printed on one."""
    del dice, made
    out = []
    for leaf in leaves:
        out += [leaf, Leaf(np.full_like(leaf.image, 255), "blanco")]
    return out


def visible_text(made: Made, *, pages: int, foot: float = 0) -> str:
    """Return the text of the first pages, of the last of them down to `foot` points."""
    document = pypdfium2.PdfDocument(made.pdf)
    try:
        texts = []
        for index in range(pages):
            page = document[index]
            low = page.get_height() - foot if foot and index == pages - 1 else 0
            texts.append(page.get_textpage().get_text_bounded(bottom=low))
    finally:
        document.close()
    return "".join("".join(texts).split()) or "-"
