"""Sets a letter: plain text with a few commands in, a PDF and the places for ink out.

A line that starts with `@` says how the lines below it are set:

    @style font=carlito size=11    @page              @gap MM         @rule
    @left      @right [MM]         @center            @small          @h        @title
    @p         paragraphs          @ul / @ol          items           @grid MM  label | value
    @columns MM  left | right      @box MM            rows of a form with lines around them
    @letterhead COLOUR             @at X Y            lines anywhere  @foot     on every page
    @sign NAME MM [X]              room for a signature             @picture MM SEED
    @spot NAME X Y                 a place for ink anywhere

A line that starts with `!` is bold, with `~` italic.
"""

import io
import shlex
from collections.abc import Callable, Iterator

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from maker import pen
from maker.sheet import BLACK, HEIGHT, WIDTH, Mark, Sheet


def set_left(sheet: Sheet, _: list[str], lines: list[str]) -> None:
    """Set lines as they are, from the left margin."""
    for line in lines:
        sheet.line(line, sheet.style.left * mm)


def set_right(sheet: Sheet, words: list[str], lines: list[str]) -> None:
    """Set lines as they are, at a distance from the left or flush right."""
    for line in lines:
        font, text = sheet.face(line)
        flush = WIDTH - sheet.style.right * mm - stringWidth(text, font, sheet.style.size)
        sheet.line(line, float(words[0]) * mm if words else flush)


def set_center(sheet: Sheet, _: list[str], lines: list[str]) -> None:
    """Set lines in the middle."""
    for line in lines:
        font, text = sheet.face(line)
        sheet.line(line, (WIDTH - stringWidth(text, font, sheet.style.size)) / 2)


def set_small(sheet: Sheet, _: list[str], lines: list[str]) -> None:
    """Set small print."""
    for line in lines:
        sheet.line(line, sheet.style.left * mm, size=8)


def set_heading(sheet: Sheet, _: list[str], lines: list[str]) -> None:
    """Set bold lines with a little air above."""
    sheet.y -= sheet.step * 0.3
    for line in lines:
        sheet.line(f"!{line}", sheet.style.left * mm)


def set_title(sheet: Sheet, _: list[str], lines: list[str]) -> None:
    """Set a title in a larger size."""
    for line in lines:
        sheet.line(f"!{line}", sheet.style.left * mm, size=sheet.style.size * 1.45)


def set_paragraphs(sheet: Sheet, _: list[str], lines: list[str]) -> None:
    """Set running text; an empty line starts a new paragraph."""
    for paragraph in "\n".join(lines).split("\n\n"):
        for line in sheet.wrap(" ".join(paragraph.split("\n")), sheet.measure):
            sheet.line(line, sheet.style.left * mm)
        sheet.y -= sheet.step * sheet.style.space


def _items(sheet: Sheet, lines: list[str], sign: Callable[[int], str]) -> None:
    left = sheet.style.left * mm
    for number, item in enumerate(filter(None, lines), 1):
        for index, line in enumerate(sheet.wrap(item, sheet.measure - 18)):
            sheet.line(line, left + 18)
            if index == 0:
                sheet.put(left + 3, sheet.y, sign(number))
    sheet.y -= sheet.step * sheet.style.space


def set_bullets(sheet: Sheet, _: list[str], lines: list[str]) -> None:
    """Set items with a dot or dash."""
    _items(sheet, lines, lambda _: "-" if sheet.style.font == "mono" else "\u2022")


def set_numbers(sheet: Sheet, _: list[str], lines: list[str]) -> None:
    """Set items with a number."""
    _items(sheet, lines, lambda number: f"{number}.")


def set_grid(sheet: Sheet, words: list[str], lines: list[str]) -> None:
    """Set labels with their values some mm further."""
    left = sheet.style.left * mm
    for line in lines:
        label, _, value = line.partition("|")
        lead = "!" if label.startswith("!") else ""
        sheet.line(lead + label.lstrip("!").strip(), left)
        sheet.put(left + float(words[0]) * mm, sheet.y, value.strip())


def set_box(sheet: Sheet, words: list[str], lines: list[str]) -> None:
    """Set a form: rows with a question and an answer, and lines around them."""
    left, split = sheet.style.left * mm, float(words[0]) * mm
    canvas = sheet.canvas
    sheet.y -= sheet.style.size * 0.4  # clear of the tails of the line above
    for row in lines:
        label, _, value = row.partition("|")
        question = list(sheet.wrap(label.strip(), split - 10))
        answer = list(sheet.wrap(value.strip(), sheet.measure - split - 10))
        height = sheet.step * max(len(question), len(answer)) + 5
        sheet.need(height)
        canvas.setStrokeColor(HexColor("#9a9a9a"))
        canvas.setLineWidth(0.5)
        canvas.setFillColor(HexColor("#eef2f5"))
        canvas.rect(left, sheet.y - height, split, height, fill=1)
        canvas.rect(left + split, sheet.y - height, sheet.measure - split, height)
        for x, cell in ((left, question), (left + split, answer)):
            for index, line in enumerate(cell, 1):
                sheet.put(x + 5, sheet.y - sheet.step * index, line)
        sheet.y -= height
    sheet.y -= sheet.step * 0.6


def set_letterhead(sheet: Sheet, words: list[str], lines: list[str]) -> None:
    """Print the heading of an office: its name, small lines at the right, a rule."""
    colour, before = words[0], sheet.style.colour
    left, top = sheet.style.left * mm, HEIGHT - 20 * mm
    sheet.style.colour = colour
    sheet.put(left, top, f"!{lines[0]}", size=19)
    place = top + 6
    for line in lines[1:]:
        width = stringWidth(line, sheet.style.font, 8)
        sheet.put(WIDTH - sheet.style.right * mm - width, place, line, size=8)
        place -= 10
    sheet.canvas.setStrokeColor(HexColor(colour))
    sheet.canvas.setLineWidth(1.1)
    foot = min(place, top - 4) - 2
    sheet.canvas.line(left, foot, WIDTH - sheet.style.right * mm, foot)
    sheet.style.colour, sheet.y = before, foot - 8


def set_at(sheet: Sheet, words: list[str], lines: list[str]) -> None:
    """Set lines at a place in mm from the upper left; the running height stays."""
    x, y = (float(word) * mm for word in words[:2])
    size = float(words[2]) if len(words) > 2 else None
    for index, line in enumerate(lines):
        step = (size or sheet.style.size) * sheet.style.leading
        sheet.put(x, HEIGHT - y - step * index, line, size=size)


def set_sign(sheet: Sheet, words: list[str], _: list[str]) -> None:
    """Leave room and remember the place."""
    height = float(words[1]) * mm
    sheet.need(height)
    sheet.y -= height
    x = float(words[2]) if len(words) > 2 else sheet.style.left
    sheet.marks.append(Mark(words[0], sheet.page, x, (HEIGHT - sheet.y) / mm))


def set_spot(sheet: Sheet, words: list[str], _: list[str]) -> None:
    """Remember a place in mm from the upper left."""
    sheet.marks.append(Mark(words[0], sheet.page, float(words[1]), float(words[2])))


def set_picture(sheet: Sheet, words: list[str], _: list[str]) -> None:
    """Paste a picture of a signature, as people do in a word processor."""
    width, seed = float(words[0]), words[1]
    ink = pen.draw(pen.signature(seed), width, 200)
    high = ink.shape[0] / ink.shape[1] * width * mm
    sheet.need(high)
    sheet.y -= high
    picture = ImageReader(io.BytesIO(pen.as_png(ink)))
    sheet.canvas.drawImage(picture, sheet.style.left * mm, sheet.y, width * mm, high)


def set_rule(sheet: Sheet, _: list[str], __: list[str]) -> None:
    """Draw a thin line over the width of the text."""
    sheet.y -= 6
    sheet.canvas.setStrokeColor(BLACK)
    sheet.canvas.setLineWidth(0.6)
    sheet.canvas.line(sheet.style.left * mm, sheet.y, WIDTH - sheet.style.right * mm, sheet.y)
    sheet.y -= 4


def set_gap(sheet: Sheet, words: list[str], _: list[str]) -> None:
    """Leave some mm open."""
    sheet.y -= float(words[0]) * mm


def set_style(sheet: Sheet, words: list[str], _: list[str]) -> None:
    """Change the look; on an empty page also its top."""
    fresh = sheet.y == HEIGHT - sheet.style.top * mm
    sheet.style.change(words)
    if fresh:
        sheet.y = HEIGHT - sheet.style.top * mm


def set_page(sheet: Sheet, words: list[str], _: list[str]) -> None:
    """Start a new page, with another look when words follow."""
    sheet.foot = []
    sheet.style.change(words)
    sheet.turn()


def set_foot(sheet: Sheet, _: list[str], lines: list[str]) -> None:
    """Set small print at the foot of this page and the next ones."""
    sheet.foot = lines
    keep = sheet.y
    sheet.start_page()
    sheet.y = keep


def set_columns(sheet: Sheet, words: list[str], lines: list[str]) -> None:
    """Set two blocks side by side."""
    for line in lines:
        first, _, second = line.partition("|")
        sheet.line(first.rstrip(), sheet.style.left * mm)
        sheet.put(float(words[0]) * mm, sheet.y, second.strip())


COMMANDS: dict[str, Callable[[Sheet, list[str], list[str]], None]] = {
    "left": set_left,
    "right": set_right,
    "center": set_center,
    "small": set_small,
    "h": set_heading,
    "title": set_title,
    "p": set_paragraphs,
    "ul": set_bullets,
    "ol": set_numbers,
    "grid": set_grid,
    "box": set_box,
    "letterhead": set_letterhead,
    "at": set_at,
    "sign": set_sign,
    "spot": set_spot,
    "picture": set_picture,
    "rule": set_rule,
    "gap": set_gap,
    "style": set_style,
    "page": set_page,
    "foot": set_foot,
    "columns": set_columns,
}


def commands(text: str) -> Iterator[tuple[str, list[str], list[str]]]:
    """Cut the text at its commands."""
    name, words, lines = "left", list[str](), list[str]()
    for line in text.strip().split("\n"):
        if line.startswith("@"):
            yield name, words, _trim(lines)
            name, *words = shlex.split(line[1:])
            lines = []
        else:
            lines.append(line)
    yield name, words, _trim(lines)


def _trim(lines: list[str]) -> list[str]:
    while lines and not lines[-1].strip():
        lines = lines[:-1]
    return lines


def typeset(text: str, *, title: str) -> tuple[bytes, tuple[Mark, ...]]:
    """Set a letter and return the PDF with the places that wait for ink."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=True)
    canvas.setTitle(title)
    sheet = Sheet(canvas)
    sheet.start_page()
    for name, words, lines in commands(text):
        COMMANDS[name](sheet, words, lines)
    canvas.save()
    return buffer.getvalue(), tuple(sheet.marks)
