"""Prints the text of a marked letter as its writer might have, with room to sign it.

The text is free: nobody says which lines are the sender's. Only what may stand elsewhere without
another meaning does: the first block at the right, or the first two beside each other.
"""

import re
from collections.abc import Sequence
from pathlib import Path

from benchmarks.letters.dice import Dice
from benchmarks.letters.fonts import usable
from benchmarks.letters.sheet import WIDTH, Sheet, Style

SIGNED = 0.85  # of the letters
MONO = 0.1  # of them are in type of one width
NARROW = 42  # characters: a block of wider lines is running text
TABULAR = 90  # and a line with columns is shorter than this
LOOKED = 6  # blocks in which the salutation is looked for
_SALUTATION = re.compile(
    r"(?i)^\W*(?:geacht|beste|l\.?s\.?\b|mijne? (?:heer|dame)|hallo|aan wie|"
    r"goeden?(?:dag|morgen|middag))"
)
_CLOSING = re.compile(
    r"(?i)^\W*(?:met\s(?:de\s)?(?:vriendelijke|beleefde|hartelijke)|hoogachtend|mvg|"
    r"(?:vriendelijke\s|hartelijke\s)?groet|.{0,30}\bgroet(?:en|jes)?\W*$)"
)
_PIECE = re.compile(r"\S+(?: \S+)*")
Lines = Sequence[str]


def print_text(dice: Dice, text: str, split: str, pdf: Path) -> Sheet:
    """Print a text with typefaces of a split; `spots` of the sheet is where it may be signed."""
    font = dice.pick(usable(split, "mono" if dice.chance(MONO) else "text"))
    style = Style(
        font=font,
        size=dice.pick([9.5, 10, 10.5, 11, 11, 11.5, 12]),
        leading=dice.pick([1.1, 1.2, 1.25, 1.35]),
        left=dice.whole(50, 95),
        right=dice.whole(45, 90),
        top=dice.whole(40, 80),
        page_numbers=dice.pick(["", "", "", "{n}", "Pagina {n}"]),
    )
    sheet = Sheet(pdf, style)
    blocks = _blocks(text)
    greeted = next((at for at, each in enumerate(blocks[:LOOKED]) if _SALUTATION.match(each[0])), 0)
    done = _print_head(dice, sheet, blocks[:greeted])
    _print_rest(dice, sheet, blocks[done:], greeted - done)
    sheet.save()
    return sheet


def _blocks(text: str) -> list[list[str]]:
    """Return the lines between blank ones."""
    return [
        [line for line in part.split("\n") if line.strip()]
        for part in re.split(r"\n\s*\n", text.strip("\n"))
        if part.strip()
    ]


def _print_head(dice: Dice, sheet: Sheet, blocks: Sequence[Lines]) -> int:
    """Print what stands above the salutation otherwise than at the left; return how many blocks."""
    way = dice.pick(["left", "left", "left", "indented", "right", "beside"])
    if way == "left" or not blocks or not _is_narrow(blocks[0]):
        return 0
    if way == "beside":
        if len(blocks) < 2 or not _is_narrow(blocks[1]):
            return 0
        _print_beside(dice, sheet, blocks[0], blocks[1])
        return 2
    x = WIDTH - sheet.style.right - dice.whole(150, 200) if way == "indented" else 0
    for line in blocks[0]:
        fits = x and sheet.measure(line.strip()) < WIDTH - x - 20
        sheet.line(line.strip(), x=x if fits else 0, align="left" if fits else "right")
    sheet.gap(dice.pick([1, 1.5, 2]))
    return 1


def _print_beside(dice: Dice, sheet: Sheet, left: Lines, right: Lines) -> None:
    top = sheet.y
    for line in left:
        _print_line(sheet, line)
    low, sheet.y = sheet.y, top + sheet.step * dice.pick([0, 0, 0.4])
    x = WIDTH / 2 + dice.whole(0, 40)
    for line in right:
        sheet.line(line.strip(), x=x)
    sheet.y = max(low, sheet.y)
    sheet.gap(dice.pick([1, 1.5, 2]))


def _print_rest(dice: Dice, sheet: Sheet, blocks: Sequence[Lines], greeted: int) -> None:
    gap = dice.pick([0.6, 1, 1, 1])
    for at, block in enumerate(blocks):
        for line in block:
            _print_line(sheet, line)
            if at > greeted and not sheet.spots and _CLOSING.match(line) and dice.chance(SIGNED):
                sheet.spot(dice.pick([2.5, 3.2, 4]))
        sheet.gap(gap)


def _print_line(sheet: Sheet, text: str) -> None:
    """Print a line; what its writer set in columns stays in them."""
    pieces = [(match.start(), match[0]) for match in _PIECE.finditer(text)]
    if len(pieces) < 2 or len(text) > TABULAR:
        sheet.para(text.strip())
        return
    sheet.ensure(sheet.step)
    least = 0.0
    for at, piece in pieces:
        x = max(sheet.style.left + at * sheet.size * 0.5, least)
        sheet.put(piece, (x, sheet.y))
        least = x + sheet.measure(piece) + sheet.size
    sheet.y += sheet.step


def _is_narrow(lines: Lines) -> bool:
    return max(map(len, lines)) < NARROW
