"""Paper to typeset on: lines, paragraphs and tables that flow over A4 pages of a PDF."""

from dataclasses import dataclass, field, replace
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from benchmarks.letters.fonts import Font, printable, register, script_font

WIDTH, HEIGHT = A4


@dataclass
class Style:
    """How a letter looks."""

    font: Font
    size: float = 11
    leading: float = 1.25
    left: float = 71
    right: float = 71
    top: float = 62
    bottom: float = 62
    page_numbers: str = ""  # "Pagina {n} van {m}", "- {n} -"
    footer: str = ""
    indent: float = 0  # first line of a paragraph
    gap: float = 1.0  # blank lines between paragraphs


@dataclass
class Spot:
    """A place that was left free, for ink."""

    page: int
    x: float
    top: float
    width: float
    height: float
    name_below: bool = True


@dataclass
class Sheet:
    """A PDF under construction; `y` runs down from the top in points."""

    path: Path
    style: Style
    total_pages: int = 0  # known in the second pass
    page: int = 1
    y: float = 0
    spots: list[Spot] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.style = replace(self.style)  # layouts may change margins
        self.canvas = Canvas(str(self.path), pagesize=A4, invariant=1)
        self.regular, self.bold = register(self.style.font)
        self.size = self.style.size * self.style.font.factor
        self.y = self.style.top

    @property
    def step(self) -> float:
        """Distance between two lines."""
        return self.size * self.style.leading

    @property
    def width(self) -> float:
        """Width of the text."""
        return WIDTH - self.style.left - self.style.right

    def measure(self, text: str, *, bold: bool = False, size: float = 0) -> float:
        """Return the width of a text."""
        return stringWidth(text, self.bold if bold else self.regular, size or self.size)

    def put(
        self,
        text: str,
        place: tuple[float, float],
        *,
        bold: bool = False,
        size: float = 0,
        align: str = "left",
    ) -> None:
        """Draw a text with its top at y."""
        x, y = place
        size = size or self.size
        self.canvas.setFont(self.bold if bold else self.regular, size)
        base = HEIGHT - y - size * 0.8
        draw = {
            "left": self.canvas.drawString,
            "right": self.canvas.drawRightString,
            "center": self.canvas.drawCentredString,
        }[align]
        draw(x, base, printable(self.style.font, text))

    def line(
        self,
        text: str = "",
        *,
        x: float = 0,
        bold: bool = False,
        size: float = 0,
        align: str = "left",
    ) -> None:
        """Draw a line and go down."""
        self.ensure(self.step)
        place = {
            "left": x or self.style.left,
            "right": WIDTH - self.style.right,
            "center": WIDTH / 2,
        }[align]
        self.put(text, (place, self.y), bold=bold, size=size, align=align)
        self.y += max(self.step, (size or 0) * self.style.leading)

    def block(
        self, lines: list[str], *, x: float = 0, align: str = "left", bold_first: bool = False
    ) -> None:
        """Draw lines under each other."""
        for index, text in enumerate(lines):
            self.line(text, x=x, align=align, bold=bold_first and index == 0)

    def gap(self, lines: float = 1) -> None:
        """Leave room."""
        self.y += self.step * lines

    def wrap(self, text: str, width: float, first: float = 0, *, bold: bool = False) -> list[str]:
        """Break a text into lines."""
        out, current, room = [], "", width - first
        for word in text.split():
            trial = f"{current} {word}".strip()
            if current and self.measure(trial, bold=bold) > room:
                out.append(current)
                current, room = word, width
            else:
                current = trial
        return [*out, current] if current else out

    def para(self, text: str, *, x: float = 0, bold: bool = False, hang: float = 0) -> None:
        """Draw a paragraph."""
        left = x or self.style.left
        width = WIDTH - self.style.right - left - hang
        lines = self.wrap(text, width, self.style.indent, bold=bold)
        for index, line in enumerate(lines):
            shift = self.style.indent if index == 0 else hang
            self.line(line, x=left + shift, bold=bold)

    def table(
        self, rows: list[tuple[str, str]], value_x: float, *, colon: bool = True, bold: bool = False
    ) -> None:
        """Draw labels with their values in a second column, at `value_x` or where they fit."""
        widest = max((self.measure(f"{label}:", bold=bold) for label, _ in rows), default=0)
        value_x = max(value_x, self.style.left + widest + 8)
        for label, value in rows:
            self.ensure(self.step)
            self.put(label + (":" if colon and label else ""), (self.style.left, self.y), bold=bold)
            for index, part in enumerate(self.wrap(value, WIDTH - self.style.right - value_x)):
                if index:
                    self.y += self.step
                self.put(part, (value_x, self.y))
            self.y += self.step

    def rule(self, *, x0: float = 0, x1: float = 0, thick: float = 0.7) -> None:
        """Draw a line across."""
        self.canvas.setLineWidth(thick)
        self.canvas.line(
            x0 or self.style.left, HEIGHT - self.y, x1 or WIDTH - self.style.right, HEIGHT - self.y
        )
        self.y += 4

    def script(self, text: str, *, x: float = 0) -> None:
        """Draw a typed name in a typeface that imitates handwriting."""
        self.ensure(self.step * 3)
        font = script_font()
        regular, _ = register(font)
        self.canvas.setFont(regular, self.size * 2)
        base = HEIGHT - self.y - self.size * 2
        self.canvas.drawString(x or self.style.left, base, printable(font, text))
        self.y += self.step * 3

    def spot(
        self, lines: float, *, x: float = 0, width: float = 170, name_below: bool = True
    ) -> None:
        """Leave room for a signature."""
        self.ensure(self.step * (lines + 1))
        left = x or self.style.left
        self.spots.append(Spot(self.page, left, self.y, width, self.step * lines, name_below))
        self.y += self.step * lines

    def ensure(self, height: float) -> None:
        """Begin a new page when the rest of this one is too small."""
        if self.y + height > HEIGHT - self.style.bottom:
            self.finish_page()
            self.canvas.showPage()
            self.page += 1
            self.y = self.style.top

    def finish_page(self) -> None:
        """Draw page number and footer."""
        if self.style.page_numbers:
            text = self.style.page_numbers.format(n=self.page, m=self.total_pages or self.page)
            self.put(text, (WIDTH - self.style.right, HEIGHT - 40), size=8.5, align="right")
        if self.style.footer:
            self.put(self.style.footer, (WIDTH / 2, HEIGHT - 30), size=7.5, align="center")

    def save(self) -> None:
        """Write the PDF."""
        self.finish_page()
        self.canvas.save()
