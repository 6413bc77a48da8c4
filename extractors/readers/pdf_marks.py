"""What is drawn on a page of a PDF: glyphs, pictures and curves, on the upright page.

One pass of pdfminer's interpreter over pdfplumber's page, in painting order. What pdfplumber does
after this (a dictionary for each glyph) costs three times as much and is not needed.
"""

import itertools
import math
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple, cast

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import (
    LTChar,
    LTCurve,
    LTFigure,
    LTImage,
    LTItem,
    LTLine,
    LTPage,
    LTRect,
)
from pdfminer.pdffont import PDFType3Font, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFPageInterpreter
from pdfminer.pdftypes import PDFStream, resolve1, stream_value
from pdfminer.psexceptions import PSEOF
from pdfminer.psparser import PSKeyword, keyword_name
from pdfminer.utils import MATRIX_IDENTITY, Matrix, Rect, apply_matrix_rect

from extractors.document import Box
from extractors.readers.pdf_frame import Frame
from extractors.readers.pdf_pen import Stroke, stroke_of
from extractors.readers.pdf_tokens import ContentParser, Fonts

if TYPE_CHECKING:
    from pdfminer.pdfcolor import PDFColorSpace
    from pdfminer.pdfdevice import PDFTextSeq
    from pdfminer.pdffont import PDFFont
    from pdfminer.pdfinterp import PDFGraphicState, PDFResourceManager, PDFStackT, PDFTextState
    from pdfminer.utils import Point
    from pdfplumber.page import Page as PlumberPage

INVISIBLE_MODES: Final = frozenset({3, 7})  # PDF 32000-1, table 106: neither fill nor stroke
MAX_GLYPHS: Final = 60_000  # a page of small print has 10,000
MAX_DRAWN: Final = 4_000_000  # bytes of what draws a page, its forms each time; a letter has 50,000
ODD_HEIGHT: Final = 2.5  # letters so many times higher or lower than the size of their font
OBLIQUE: Final = -1  # written aslant: "KOPIE" across the page, a stamp
MOST_SKEW: Final = 8.0  # degrees; text that was scanned lies less aslant
# A side of a box is a line along more than this share of it, no further from the edge of the box
# than that share of its smaller side.
PANEL_SIDE: Final = 1 / 3
PANEL_EDGE: Final = 0.15
LEVEL: Final = 0.2  # points that a level or upright line may be off
BENDS: Final = frozenset("cvy")  # what draws a Bezier curve (ISO 32000-1, table 59)
# Shares of the four points of a Bezier curve in points a quarter, half and three quarters along.
WITHIN_A_BEND: Final = tuple(
    ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3) for t in (0.25, 0.5, 0.75)
)
A_PICTURE: Final = 8.0  # points; smaller pictures are bullets and tracking dots
_PARTS: Final = (int, float, bytes)  # of a string that is drawn: moves and letters
_SPACE: Final = ord(" ")
_new: Final = tuple.__new__  # makes a named tuple in less than half of the time that its name takes


class Glyph(NamedTuple):  # of which a page has thousands
    """One character as drawn; `angle` is how it is turned clockwise on the upright page."""

    text: str
    box: Box
    size: float
    angle: int = 0  # 0, 90, 180, 270, or OBLIQUE


class _String(list[Glyph]):
    """The glyphs of a string, kept in the layout as one item."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A picture on the page; `angle` says how it is turned clockwise, None when it is skewed."""

    box: Box
    angle: int | None
    stream: PDFStream


@dataclass(slots=True)
class PageMarks:
    """All that is drawn on a page whose upright crop box is `width` by `height` points."""

    width: float
    height: float
    glyphs: list[Glyph] = field(default_factory=list)
    hidden: list[Glyph] = field(default_factory=list)  # invisible, or under a picture
    pictures: list[Placed] = field(default_factory=list)
    curves: list[Box] = field(default_factory=list)  # free paths: no rules and no rectangles
    strokes: list[Stroke] = field(default_factory=list)  # of the curves, what a pen may draw
    ink: list[Box] = field(default_factory=list)  # annotations drawn by hand
    pixels: float = 0.0  # of all pictures, as they say, also of those that are left out here
    jpeg2000: bool = False  # one of the pictures says itself how many pixels it has
    slivers: list[Box] = field(default_factory=list)  # pictures as thin as a strip of one

    def share_of(self, placed: Placed) -> float:
        """Return which share of the page a picture covers, 0..1."""
        return placed.box.area / max(self.width * self.height, 1.0)

    @property
    def largest(self) -> Placed | None:
        """The picture that covers most of the page."""
        return max(self.pictures, key=self.share_of, default=None)


class _Device(PDFPageAggregator):
    """Collects the layout and remembers which characters are drawn without ink."""

    def __init__(self, manager: "PDFResourceManager", frame: Frame) -> None:
        super().__init__(manager, laparams=None)
        self.invisible: set[int] = set()
        self._frame = frame
        self._known: dict[PDFFont, dict[int, tuple[str, float]]] = {}  # letters, their widths
        self._count = 0
        self._drawn = 0

    def charge(self, size: int) -> None:
        """Count what is about to be drawn.

        Raises:
            ValueError: when the page is a drawing that takes pdfminer minutes.

        """
        self._drawn += size
        if self._drawn > MAX_DRAWN:
            raise ValueError("more drawn on the page than a letter can hold")

    def render_string(
        self,
        textstate: "PDFTextState",
        seq: "PDFTextSeq",
        ncs: "PDFColorSpace",
        graphicstate: "PDFGraphicState",
    ) -> None:
        seq = list(seq)
        self._count += len(seq)
        if self._count > MAX_GLYPHS:
            raise ValueError("more text on the page than a page can hold")
        before = len(self.cur_item)
        super().render_string(textstate, seq, ncs, graphicstate)
        if isinstance(textstate.font, PDFType3Font):
            for item in itertools.islice(self.cur_item, before, None):
                _set_height(item, textstate)
        if textstate.render in INVISIBLE_MODES:
            new = list(self.cur_item)[before:]
            self.invisible.update(id(item) for item in new)

    def render_string_horizontal(  # noqa: PLR0913, PLR0917 - pdfminer's own
        self,
        seq: "PDFTextSeq",
        matrix: Matrix,
        pos: "Point",
        font: "PDFFont",
        fontsize: float,
        scaling: float,
        charspace: float,
        wordspace: float,
        rise: float,
        dxscale: float,
        ncs: "PDFColorSpace",
        graphicstate: "PDFGraphicState",
    ) -> "Point":
        """Make glyphs at once of a string that stands level, as nearly all do."""
        a, b, c, d, e, f = matrix
        is_level = not (b or c) and a > 0 and d > 0 and not isinstance(font, PDFType3Font)
        if not is_level or not all(isinstance(each, _PARTS) for each in seq):
            return super().render_string_horizontal(
                seq, matrix, pos, font, fontsize, scaling, charspace, wordspace, rise, dxscale,
                ncs, graphicstate,
            )  # fmt: skip
        x, y = pos
        low, base = font.get_descent() * fontsize + rise, y * d + f
        lower, upper = d * low + base, d * (low + fontsize) + base
        origin, unit = self._frame.left, self._frame.unit
        size = abs(upper - lower) * unit
        _, top, _, bottom = self._frame.box((x, lower, x, upper))
        known = self._known.setdefault(font, {})
        glyphs = _String()
        between = 0.0
        for each in seq:
            if not isinstance(each, bytes):
                x -= each * dxscale
                between = charspace
                continue
            for cid in font.decode(each):
                x += between
                text, width = known.get(cid) or self._letter(font, cid)
                advance = width * fontsize * scaling
                left = x * a + e
                right = a * advance + left
                if right < left:
                    left, right = right, left
                box = _new(Box, ((left - origin) * unit, top, (right - origin) * unit, bottom))
                glyphs.append(_new(Glyph, (text, box, size, 0)))
                x = x + advance + wordspace if cid == _SPACE else x + advance
                between = charspace
        self.cur_item.add(glyphs)  # type: ignore[arg-type] # only kept
        return x, y

    def _letter(self, font: "PDFFont", cid: int) -> tuple[str, float]:
        try:
            text = font.to_unichr(cid)
        except PDFUnicodeNotDefined:
            text = self.handle_undefined_char(font, cid)
        known = self._known[font][cid] = (text, font.char_width(cid))
        return known


class _Interpreter(PDFPageInterpreter):
    """Counts what pages and forms draw before it begins on it, and cuts it in tokens quickly."""

    def execute(self, streams: Sequence[object]) -> None:
        """Draw the content of a page or a form, but no form within itself."""
        if isinstance(self.device, _Device):
            self.device.charge(sum(_drawing(stream_value(each).get_data()) for each in streams))
        own = [each for each in map(stream_value, streams) if self._is_new(each)]
        self.stream_ids = {each.objid for each in own if each.objid is not None}
        for item in _items(own):
            if isinstance(item, PSKeyword):
                self._draw(item)
            else:
                self.push(item)

    def _is_new(self, stream: PDFStream) -> bool:
        return stream.objid is not None and stream.objid not in self.parent_stream_ids

    def _draw(self, operator: PSKeyword) -> None:
        name, wanted = _method_of(operator)
        operands = self.pop(wanted) if wanted else []
        if name and len(operands) == wanted:
            getattr(self, name)(*operands)


@lru_cache(maxsize=256)  # there are 73; what is none may be anything
def _method_of(operator: PSKeyword) -> tuple[str, int]:
    """Return the method that draws an operator and how many operands it takes; else no name."""
    name = keyword_name(operator).replace("*", "_a").replace('"', "_w").replace("'", "_q")
    method = getattr(_Interpreter, f"do_{name}", None)
    return (f"do_{name}", method.__code__.co_argcount - 1) if method else ("", 0)


def _items(streams: Sequence[PDFStream]) -> Iterator["PDFStackT | PSKeyword"]:
    with suppress(PSEOF):
        parser = ContentParser(streams)
        while True:
            yield parser.nextobject()[1]


def _set_height(item: LTItem, textstate: "PDFTextState") -> None:
    """Give a glyph of a Type 3 font the height that its font says.

    Such a font has a scale of its own (Ghostscript: 200 units to the point), of which pdfminer
    takes only the width: the letters of such a line would be a tenth of a point high.
    """
    font = textstate.font
    if not isinstance(item, LTChar) or not isinstance(font, PDFType3Font):
        return
    low, high = sorted(edge * font.matrix[3] for edge in (font.bbox[1], font.bbox[3]))
    says_nothing = max(map(abs, font.bbox)) <= 1
    if says_nothing or 1 / ODD_HEIGHT < high - low < ODD_HEIGHT:
        return
    size = textstate.fontsize
    bbox = (0.0, low * size + textstate.rise, item.adv, high * size + textstate.rise)
    item.set_bbox(apply_matrix_rect(item.matrix, bbox))


def _drawing(content: bytes) -> int:
    """Return how many bytes draw; pictures within them do not count, they are read at once."""
    size, place = len(content), 0
    while (begin := content.find(b"ID", place)) >= 0:
        end = content.find(b"EI", begin)
        if end < 0:
            break
        size -= end - begin
        place = end
    return size


def read_marks(page: "PlumberPage", fonts: Fonts, *, ink: Sequence[Rect] = ()) -> PageMarks:
    """Return what is drawn on the page; `ink` are annotations drawn by hand, as in the file.

    `fonts` are those of the file.

    Raises whatever pdfminer makes of a broken page: see DECODER_ERRORS and PSException.
    """
    frame = frame_of(page)
    device = _Device(fonts, frame)
    _Interpreter(fonts, device).process_page(page.page_obj)
    marks = PageMarks(frame.width, frame.height)
    for item, matrix in _leaves(device.get_result()):
        if isinstance(item, LTImage):
            marks.pixels += _pixels_of(item.stream)
            marks.jpeg2000 |= _is_jpeg2000(item.stream)
            _add_picture(item, matrix, marks, frame)
        elif isinstance(item, _String | LTChar):
            glyphs = item if isinstance(item, _String) else [_glyph(item, frame)]
            (marks.hidden if id(item) in device.invisible else marks.glyphs).extend(glyphs)
        elif isinstance(item, LTCurve) and (item.stroke or item.fill) and _is_free(item):
            box = frame.box(_extent(item))
            marks.curves.append(box)
            stroke = _stroke_of(item, box)
            if stroke is not None:
                marks.strokes.append(stroke)
    marks.ink.extend(frame.box(frame.upright(rect)) for rect in ink)
    return marks


def frame_of(page: "PlumberPage") -> Frame:
    """Return how the page lies in the file."""
    inner = page.page_obj
    unit = float(inner.attrs.get("UserUnit", 1.0) or 1.0)
    return Frame.of(media=inner.mediabox, crop=inner.cropbox, rotate=inner.rotate, unit=unit)


def _leaves(
    container: LTPage | LTFigure, matrix: Matrix = MATRIX_IDENTITY
) -> Iterator[tuple[LTItem | _String, Matrix]]:
    """Yield what is drawn, in painting order, with the matrix of the figure around it."""
    for item in container:
        if isinstance(item, LTFigure):
            yield from _leaves(item, item.matrix)
        else:
            yield item, matrix


def _is_free(path: LTCurve) -> bool:
    if isinstance(path, LTRect):
        return False
    # Signature pads write a stroke as many short slanting lines; rules lie flat or upright.
    if isinstance(path, LTLine):
        return path.width > LEVEL and path.height > LEVEL
    return not _is_panel(path)


def _is_panel(path: LTCurve) -> bool:
    """Tell a box with round corners: straight lines run along at least three of its sides."""
    left, low, right, high = path.bbox
    near = PANEL_EDGE * min(path.width, path.height)
    level, upright = {"foot": low, "top": high}, {"left": left, "right": right}
    sides: set[str] = set()
    for (x0, y0), (x1, y1) in _straight_parts(path):
        if abs(y1 - y0) < LEVEL and abs(x1 - x0) > PANEL_SIDE * path.width:
            sides.update(name for name, edge in level.items() if abs(edge - y0) < near)
        if abs(x1 - x0) < LEVEL and abs(y1 - y0) > PANEL_SIDE * path.height:
            sides.update(name for name, edge in upright.items() if abs(edge - x0) < near)
    return len(sides) >= 3


def _straight_parts(path: LTCurve) -> "Iterator[tuple[Point, Point]]":
    steps = [(step[0], cast("Point", step[-1])) for step in path.original_path or () if step[1:]]
    for (_, start), (name, end) in itertools.pairwise(steps):
        if name == "l":
            yield start, end


def _extent(path: LTCurve) -> "Rect":
    """Return the box around what is drawn; pdfminer's own knows only where bends begin and end."""
    points = [*path.pts, *_on_bends(path)]
    across, upward = zip(*points, strict=True)
    return min(across), min(upward), max(across), max(upward)


def _stroke_of(path: LTCurve, box: Box) -> Stroke | None:
    """Return the line that a path draws, through its bends; None when it is filled."""
    if path.fill or not path.stroke:
        return None
    bends = any(step[0] in BENDS for step in path.original_path or ())
    points = list(_on_bends(path)) if bends else path.pts
    return stroke_of(points, box, width=path.linewidth)


def _on_bends(path: LTCurve) -> "Iterator[Point]":
    """Yield points within the Bezier curves of a path."""
    at: Point = path.pts[0]
    for name, *points in path.original_path or ():
        reached = cast("list[Point]", points)
        if name in BENDS and len(reached) > 1:
            one = at if name == "v" else reached[0]
            other = reached[-1] if name == "y" else reached[-2]
            for a, b, c, d in WITHIN_A_BEND:
                yield (
                    a * at[0] + b * one[0] + c * other[0] + d * reached[-1][0],
                    a * at[1] + b * one[1] + c * other[1] + d * reached[-1][1],
                )
        at = reached[-1] if reached else path.pts[0]


def _add_picture(item: LTImage, matrix: Matrix, marks: PageMarks, frame: Frame) -> None:
    box = _clipped(frame.box(item.bbox), marks)
    if box.width < A_PICTURE or box.height < A_PICTURE:
        if max(box.width, box.height) >= A_PICTURE:
            marks.slivers.append(box)
        return
    placed = Placed(box, _angle_of(matrix), item.stream)
    marks.pictures.append(placed)
    if marks.share_of(placed) > 0.5:
        # Some scanning software prints the recognised text first and the scan over it.
        marks.hidden.extend(glyph for glyph in marks.glyphs if box.contains(glyph.box))
        marks.glyphs[:] = [glyph for glyph in marks.glyphs if not box.contains(glyph.box)]


def _pixels_of(stream: PDFStream) -> float:
    """Return how many pixels a picture says that it has: without end when it does not say."""
    columns, rows = (resolve1(stream.get_any(names)) for names in (("W", "Width"), ("H", "Height")))
    return columns * rows if isinstance(columns, int) and isinstance(rows, int) else math.inf


def _is_jpeg2000(stream: PDFStream) -> bool:
    return any(getattr(name, "name", "") == "JPXDecode" for name, _ in stream.get_filters())


def _angle_of(matrix: Matrix) -> int | None:
    """Return how a picture is turned clockwise; None when it is mirrored, skewed or oblique."""
    a, b, c, d = matrix[:4]
    if a * d - b * c <= 0:
        return None
    angle = -math.degrees(math.atan2(b, a)) % 360
    nearest = round(angle / 90) * 90
    is_square = abs(a * c + b * d) < 0.01 * (abs(a * d) + abs(b * c))
    return nearest % 360 if abs(angle - nearest) < 0.1 and is_square else None


def _clipped(box: Box, marks: PageMarks) -> Box:
    x0, x1 = (min(max(x, 0.0), marks.width) for x in (box.x0, box.x1))
    top, bottom = (min(max(y, 0.0), marks.height) for y in (box.top, box.bottom))
    return Box(x0, top, x1, bottom)


def _glyph(item: LTChar, frame: Frame) -> Glyph:
    a, b = item.matrix[:2]
    turned = -math.degrees(math.atan2(b, a))
    angle = round(turned / 90) * 90
    if abs(turned - angle) > MOST_SKEW:
        return Glyph(item.get_text(), frame.box(item.bbox), item.size * frame.unit, OBLIQUE)
    angle %= 360
    size = item.height if angle % 180 == 0 else item.width
    return Glyph(item.get_text(), frame.box(item.bbox), size * frame.unit, angle)
