"""The end of a letter under the pen: what was printed, where people sign, what they left there."""

from dataclasses import dataclass, field

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from benchmarks.letters import stamps
from benchmarks.letters.dice import Dice
from benchmarks.letters.fonts import usable
from benchmarks.letters.lists import load_lists
from benchmarks.letters.people import Person, draw_person
from benchmarks.letters.signatures import lay_ink

Grey = NDArray[np.uint8]
SPREAD = 300 / 25.4  # pixels in a millimetre
WIDE_MM, HIGH_MM = 210.0, 185.0  # the lower part of a sheet
SIZES = (10.0, 10.5, 11.0, 11.0, 12.0)  # points
CLOSINGS = (
    "Hoogachtend,", "Met vriendelijke groet,", "Met vriendelijke groeten,", "Hoogachtend",
    "Met hoogachting,", "Vriendelijke groet,",
)  # fmt: skip
BODY = (
    "Ik ben het niet eens met het aantal uren. Mijn dochter kan de zorg niet op zich nemen.",
    "De hulp die ik krijg is minder geworden, terwijl mijn gezondheid achteruit is gegaan.",
    "Ik verzoek u het besluit te herzien en mij te horen voordat u opnieuw beslist.",
    "Op mijn brieven en telefoontjes is tot vandaag niet gereageerd. Dat vind ik onjuist.",
    "Ik hoor graag binnen zes weken van u. Overleg kan ook telefonisch, liefst in de ochtend.",
    "Wat de medewerker aan de telefoon tegen mij zei, heeft mij veel verdriet gedaan.",
)
ROLES = ("bewindvoerder", "mentor", "dochter en gemachtigde", "vrijwillig ouderenadviseur")
PLACES = ("Utrecht", "Almelo", "Heerlen", "Assen")


@dataclass
class Desk:
    """The lower part of a page at 300 dpi; places are in millimetres from its corner."""

    dice: Dice
    split: str
    page: Grey
    person: Person
    place: tuple[float, float] = (25.0, 60.0)  # where people sign: left, top
    room: tuple[float, float] = (60.0, 22.0)  # wide, high
    name: tuple[float, float, float] | None = None  # left, top and right of the printed name
    signed: list[tuple[float, float, float, float]] = field(default_factory=list)

    def lay(self, mark: Grey, x_mm: float, y_mm: float, strength: float = 0.9) -> None:
        """Put a mark on the page with its corner there."""
        lay_ink(self.page, mark, int(x_mm * SPREAD), int(y_mm * SPREAD), strength=strength)

    def sign(self, ink: Grey, x_mm: float, y_mm: float, strength: float = 0.9) -> None:
        """Put a signature on the page, and keep in mind where."""
        self.lay(ink, x_mm, y_mm, strength)
        high, wide = (side / SPREAD for side in ink.shape)
        left, top = max(x_mm, 0.0), max(y_mm, 0.0)
        self.signed.append((left, top, left + wide, top + high))


def fitted(mark: Grey, wide_mm: float, tall_mm: float) -> Grey:
    """Return a mark no larger than asked for."""
    scale = min(tall_mm * SPREAD / mark.shape[0], wide_mm * SPREAD / mark.shape[1], 1.0)
    small = cv2.resize(mark, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    return np.asarray(small, dtype=np.uint8)


class Printer:
    """Sets lines of a letter on a sheet."""

    def __init__(self, dice: Dice, split: str) -> None:
        self.image = Image.new("L", (int(WIDE_MM * SPREAD), int(HIGH_MM * SPREAD)), 255)
        self.draw = ImageDraw.Draw(self.image)
        self.font = dice.pick(usable(split))
        self.points = dice.pick(SIZES) * self.font.factor
        self.face = self._face(self.points)
        self.left, self.y = dice.between(20.0, 30.0), dice.between(12.0, 26.0)
        self.ink = dice.weighed({0: 6, 35: 3, 60: 1})

    def _face(self, points: float) -> ImageFont.FreeTypeFont:
        return stamps.typeface(round(points / 72 * 25.4 * SPREAD), self.font.regular)

    @property
    def step(self) -> float:
        """Distance between two lines."""
        return self.points / 72 * 25.4 * 1.3

    def measure(self, text: str) -> float:
        """Return the width of a text."""
        return float(self.face.getlength(text)) / SPREAD

    def put(self, text: str, x: float, y: float) -> float:
        """Set a text and return where it ends."""
        self.draw.text((x * SPREAD, y * SPREAD), text, fill=self.ink, font=self.face)
        return x + self.measure(text)

    def line(self, text: str, x: float = 0.0) -> float:
        """Set a line, go down and return where the line ended."""
        end = self.put(text, x or self.left, self.y)
        self.y += self.step
        return end

    def para(self, text: str) -> None:
        """Set a paragraph and leave a blank line."""
        words, line = text.split(), ""
        for word in words:
            if line and self.measure(f"{line} {word}") > WIDE_MM - 2 * self.left:
                self.line(line)
                line = word
            else:
                line = f"{line} {word}".strip()
        self.line(line)
        self.y += 0.7 * self.step

    def rule(self, x: float, y: float, end: float, *, dotted: bool = False) -> None:
        """Draw a line across, or dots."""
        if dotted:
            self.put("." * int((end - x) / max(self.measure("."), 0.3)), x, y - 0.8 * self.step)
            return
        ends = [(x * SPREAD, y * SPREAD), (end * SPREAD, y * SPREAD)]
        self.draw.line(ends, fill=self.ink, width=3)

    def frame(self, x: float, y: float, wide: float, high: float) -> None:
        """Draw a box."""
        sides = [side * SPREAD for side in (x, y, x + wide, y + high)]
        self.draw.rectangle(sides, outline=self.ink, width=3)


def printed(dice: Dice, split: str) -> Desk:
    """Print the end of a letter, in one of many ways, with room for a signature."""
    person = draw_person(dice, load_lists(split))
    sheet = Printer(dice, split)
    for text in dice.some(BODY, dice.whole(2, 3)):
        sheet.para(text)
    end = dice.pick(ENDS)
    desk = Desk(dice, split, np.zeros((1, 1), np.uint8), person)
    end(desk, sheet)
    if dice.chance(0.25):
        sheet.y += dice.between(4, 16)
        sheet.line(dice.pick(["Bijlagen: 2", "Bijlage: kopie besluit", "Bijlagen: zie onder"]))
    desk.page = np.array(sheet.image)
    return desk


def _plain(desk: Desk, sheet: Printer) -> None:
    """Close, leave room, print the name; often with something below it."""
    dice = desk.dice
    sheet.line(dice.pick(CLOSINGS))
    high = dice.between(12, 28)
    desk.place, desk.room = (sheet.left, sheet.y), (70.0, high)
    sheet.y += high
    desk.name = (sheet.left, sheet.y, sheet.line(desk.person.full))
    for below in (dice.pick(ROLES), f"Tel. 06-{dice.digits(8)}"):
        if dice.chance(0.2):
            sheet.line(below)


def _without_name(desk: Desk, sheet: Printer) -> None:
    """Close; the name stands elsewhere."""
    sheet.line(desk.dice.pick(CLOSINGS))
    desk.place, desk.room = (sheet.left, sheet.y), (70.0, 24.0)
    sheet.y += 30.0


def _labels(desk: Desk, sheet: Printer) -> None:
    """Ask for name, date and signature, each on a line, dotted or not."""
    dice = desk.dice
    dotted, wide = dice.chance(0.5), sheet.measure("Handtekening:") + 4
    rows = [("Naam:", desk.person.full), ("Datum:", f"{dice.whole(1, 28)} mei 2026")]
    for label, value in dice.some(rows, dice.whole(1, 2)):
        sheet.put(value, sheet.left + wide, sheet.y)
        sheet.line(label)
        sheet.y += dice.between(1, 4)
    sheet.y += dice.between(2, 9)
    if dotted:
        sheet.rule(sheet.left + wide, sheet.y + sheet.step, sheet.left + 95, dotted=True)
    desk.place, desk.room = (sheet.left + wide, sheet.y - 7), (60.0, 17.0)
    sheet.line(dice.pick(["Handtekening:", "Handtekening"]))
    sheet.y += 14.0


def _box(desk: Desk, sheet: Printer) -> None:
    """Ask for a signature in a box, beside one for place and date."""
    dice = desk.dice
    high, wide = dice.between(18, 30), dice.between(62, 85)
    sheet.line(dice.pick(["Ondertekening", "Handtekening indiener"]))
    top = sheet.y + 2
    first = sheet.left + dice.pick([0.0, 0.0, 68.0])
    other = sheet.left + 68.0 + wide - 62 if first == sheet.left else sheet.left
    sheet.frame(first, top, wide, high)
    sheet.frame(other + (6 if other > first else 0), top, 60, high)
    sheet.put(dice.pick(["Handtekening", "Uw handtekening"]), first + 2, top + 1)
    sheet.put("Plaats en datum", other + 8, top + 1)
    if dice.chance(0.6):
        sheet.put(f"{dice.pick(PLACES)}, {dice.whole(1, 28)}-5-2026", other + 8, top + 8)
    desk.place, desk.room = (first + 3, top + 5), (wide - 8, high - 6)
    sheet.y = top + high + 6


def _ruled(desk: Desk, sheet: Printer) -> None:
    """Close, leave room above a line, print the name below it."""
    dice = desk.dice
    sheet.line(dice.pick(CLOSINGS))
    high = dice.between(12, 20)
    desk.place, desk.room = (sheet.left, sheet.y), (60.0, high)
    sheet.y += high
    sheet.rule(sheet.left, sheet.y, sheet.left + dice.between(55, 80), dotted=dice.chance(0.4))
    sheet.y += 1.5
    desk.name = (sheet.left, sheet.y, sheet.line(desk.person.full))


def _name_first(desk: Desk, sheet: Printer) -> None:
    """Close, print the name right below and leave the room to what comes after."""
    sheet.line(desk.dice.pick(CLOSINGS))
    sheet.y += 1.5
    desk.name = (sheet.left, sheet.y, sheet.line(desk.person.full))
    if desk.dice.chance(0.4):
        sheet.line(f"{desk.dice.pick(PLACES)}, {desk.dice.whole(1, 28)} mei 2026")
    desk.place, desk.room = (sheet.left, sheet.y + 1), (70.0, 22.0)
    sheet.y += 24.0


def _couple(desk: Desk, sheet: Printer) -> None:
    """Close for two, their names beside each other."""
    dice = desk.dice
    other = draw_person(dice, load_lists(desk.split))
    sheet.line(dice.pick(CLOSINGS))
    high = dice.between(14, 22)
    desk.place, desk.room = (sheet.left, sheet.y), (62.0, high)
    sheet.y += high
    sheet.put(other.full, sheet.left + 78, sheet.y)
    desk.name = (sheet.left, sheet.y, sheet.line(desk.person.full))


def _indented(desk: Desk, sheet: Printer) -> None:
    """Close on the right half of the page."""
    dice = desk.dice
    left = dice.between(95, 120)
    sheet.line(dice.pick(CLOSINGS), left)
    high = dice.between(13, 22)
    desk.place, desk.room = (left, sheet.y), (62.0, high)
    sheet.y += high
    desk.name = (left, sheet.y, sheet.line(desk.person.full, left))


ENDS = (_plain, _plain, _plain, _without_name, _labels, _box, _ruled, _name_first, _couple,
        _indented)  # fmt: skip
