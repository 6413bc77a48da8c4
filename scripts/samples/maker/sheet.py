"""The sheet of paper while a letter is being set: where the pen is, how the text looks.

Knows lines and paragraphs; the commands of a text are in `typeset`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

BLACK = HexColor("#111111")
WIDTH, HEIGHT = A4


@dataclass(slots=True)
class Style:
    """How the text looks from here on; lengths in mm, sizes in points."""

    font: str = "carlito"
    size: float = 11.0
    leading: float = 1.28
    left: float = 25.0
    right: float = 22.0
    top: float = 22.0
    bottom: float = 22.0
    colour: str = "#111111"
    space: float = 0.6  # lines between paragraphs

    def change(self, words: list[str]) -> None:
        """Apply `key=value` words."""
        for word in words:
            key, _, value = word.partition("=")
            setattr(self, key, value if key in {"font", "colour"} else float(value))


@dataclass(frozen=True, slots=True)
class Mark:
    """A place left open for ink: page from 1, lower left corner in mm from the upper left."""

    name: str
    page: int
    x: float
    y: float


@dataclass(slots=True)
class Sheet:
    """The letter while it is being set."""

    canvas: Canvas
    style: Style = field(default_factory=Style)
    y: float = 0.0  # points from the bottom
    page: int = 1
    marks: list[Mark] = field(default_factory=list)
    foot: list[str] = field(default_factory=list)

    @property
    def step(self) -> float:
        """Height of a line in points."""
        return self.style.size * self.style.leading

    def face(self, line: str) -> tuple[str, str]:
        """Return the font of a line and the line without its mark."""
        if line[:1] == "!":
            return f"{self.style.font}-bold", line[1:]
        if line[:1] == "~":
            return f"{self.style.font}-italic", line[1:]
        return self.style.font, line

    def start_page(self) -> None:
        """Go to the top of the page and print what stands on every page."""
        self.y = HEIGHT - self.style.top * mm
        place = self.style.bottom * mm - 22
        for line in self.foot:
            self.put(self.style.left * mm, place, line, size=7.5)
            place -= 9.5

    def turn(self) -> None:
        """Go on with the next page."""
        self.canvas.showPage()
        self.page += 1
        self.start_page()

    def need(self, height: float) -> None:
        """Turn the page when less than `height` points are left."""
        if self.y - height < self.style.bottom * mm:
            self.turn()

    def put(self, x: float, y: float, line: str, *, size: float | None = None) -> None:
        """Print a line with its foot at a place in points."""
        font, text = self.face(line)
        self.canvas.setFillColor(HexColor(self.style.colour))
        self.canvas.setFont(font, size or self.style.size)
        self.canvas.drawString(x, y, text)

    def line(self, line: str, x: float, *, size: float | None = None) -> None:
        """Print a line at the running height and go down."""
        step = self.step if size is None else size * self.style.leading
        self.need(step)
        self.y -= step
        self.put(x, self.y, line, size=size)

    def wrap(self, text: str, width: float) -> Iterator[str]:
        """Break a paragraph into lines that fit."""
        font, rest = self.face(text)
        lead = text[: len(text) - len(rest)]
        line = ""
        for word in rest.split():
            longer = f"{line} {word}".strip()
            if line and stringWidth(longer, font, self.style.size) > width:
                yield lead + line
                line = word
            else:
                line = longer
        yield lead + line

    @property
    def measure(self) -> float:
        """Width of the text in points."""
        return WIDTH - (self.style.left + self.style.right) * mm
