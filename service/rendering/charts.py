"""Charts as SVG, drawn on the server: no script, no style in them, colours by class.

A chart is a picture of a table that stands beside it, so it is one image with a name for who cannot
see it. Sizes are in units of its own; the page decides how large it is shown.
"""

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

WIDTH, HEIGHT = 640, 260
LEFT, RIGHT, TOP, BOTTOM = 52, 8, 16, 36
ROW = 30
NAME_WIDTH = 200
MOST_LABELS = 12
LEAST_PER_STEP = 4
CHAR = 7.2  # about as wide as a character of the labels is


@dataclass(frozen=True, slots=True)
class Series:
    """One row of numbers with its name and the class of its colour."""

    name: str
    tone: str
    values: Sequence[float | None]


def columns(title: str, labels: Sequence[str], series: Sequence[Series]) -> str:
    """Return columns, one for each label, of parts on top of each other."""
    totals = [sum(each.values[at] or 0 for each in series) for at in range(len(labels))]
    chart = _Frame(title, labels, _nice(max(totals, default=0)))
    slot = chart.slot
    for at in range(len(labels)):
        below = 0.0
        for each in series:
            value = each.values[at] or 0
            if value:
                top = chart.y(below + value)
                chart.draw(
                    "rect",
                    **{"class": f"grafiek__vlak grafiek__vlak--{each.tone}"},
                    x=chart.x(at) - slot * 0.38,
                    y=top,
                    width=slot * 0.76,
                    height=chart.y(below) - top,
                )
            below += value
    return chart.text


def line(title: str, labels: Sequence[str], values: Sequence[float | None]) -> str:
    """Return a line of shares (0 to 1), with a point for each and a gap where there is none."""
    chart = _Frame(title, labels, 1.0, percent=True)
    points = [
        None if value is None else (chart.x(at), chart.y(value)) for at, value in enumerate(values)
    ]
    for here, there in itertools.pairwise(points):
        if here and there:
            ends = {"x1": here[0], "y1": here[1], "x2": there[0], "y2": there[1]}
            chart.draw("line", **{"class": "grafiek__lijn"}, **ends)
    for point in points:
        if point:
            chart.draw("circle", **{"class": "grafiek__punt"}, cx=point[0], cy=point[1], r=4)
    return chart.text


def bars(title: str, rows: Sequence[tuple[str, float]], *, tone: str) -> str:
    """Return a bar for each row, with its name before it and its number behind it."""
    svg = _svg(title, WIDTH, ROW * max(len(rows), 1))
    longest = max((value for _, value in rows), default=0) or 1
    room = WIDTH - NAME_WIDTH - 70
    for at, (name, value) in enumerate(rows):
        middle = ROW * at + ROW / 2
        _text(svg, name, NAME_WIDTH - 10, middle + 5, anchor="end")
        width = room * value / longest
        shape = {"class": f"grafiek__vlak grafiek__vlak--{tone}"}
        _add(svg, "rect", **shape, x=NAME_WIDTH, y=middle - 9, width=width, height=18)
        _text(svg, _number(value), NAME_WIDTH + width + 8, middle + 5, anchor="start")
    return _written(svg)


def spark(title: str, values: Sequence[float | None], *, most: float) -> str:
    """Return a small line without axes, from 0 to `most`."""
    width, height = 120, 28
    svg = _svg(title, width, height)
    step = (width - 8) / max(len(values) - 1, 1)
    points = [
        (4 + at * step, height - 4 - (height - 8) * min(value / (most or 1), 1))
        for at, value in enumerate(values)
        if value is not None
    ]
    if len(points) > 1:
        written = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        _add(svg, "polyline", **{"class": "grafiek__lijn"}, points=written)
    for x, y in points[-1:]:
        _add(svg, "circle", **{"class": "grafiek__punt"}, cx=x, cy=y, r=3)
    return _written(svg)


class _Frame:
    """Axes with labels, and where a value stands between them."""

    def __init__(
        self, title: str, labels: Sequence[str], most: float, *, percent: bool = False
    ) -> None:
        self._svg = _svg(title, WIDTH, HEIGHT)
        self._most = most or 1
        self.slot = (WIDTH - LEFT - RIGHT) / max(len(labels), 1)
        self._draw_heights(percent=percent)
        every = -(-len(labels) // MOST_LABELS) or 1
        for at, label in enumerate(labels):
            if at % every == 0:
                _text(self._svg, label, self.x(at), HEIGHT - BOTTOM + 20, anchor="middle")

    def x(self, at: int) -> float:
        """Return where the middle of a column is."""
        return LEFT + self.slot * (at + 0.5)

    def y(self, value: float) -> float:
        """Return how low a value stands."""
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * value / self._most

    def draw(self, name: str, **attributes: object) -> None:
        """Draw a shape."""
        _add(self._svg, name, **attributes)

    @property
    def text(self) -> str:
        """The chart as SVG."""
        return _written(self._svg)

    def _draw_heights(self, *, percent: bool) -> None:
        steps = 4 if self._most >= LEAST_PER_STEP or percent else max(round(self._most), 1)
        for number in range(steps + 1):
            value = self._most * number / steps
            ends = {"x1": LEFT, "x2": WIDTH - RIGHT, "y1": self.y(value), "y2": self.y(value)}
            self.draw("line", **{"class": "grafiek__raster"}, **ends)
            label = f"{100 * value:.0f} %" if percent else _number(value)
            _text(self._svg, label, LEFT - 8, self.y(value) + 5, anchor="end")


def _nice(most: float) -> float:
    """Return the first round number that is high enough.

    >>> [_nice(each) for each in (0, 3, 17, 1230)]
    [1, 4, 20.0, 2000.0]
    """
    if most <= LEAST_PER_STEP:
        return max(math.ceil(most), 1) if most < LEAST_PER_STEP - 1 else LEAST_PER_STEP
    size = 10.0 ** math.floor(math.log10(most))
    return next(step * size for step in (1, 2, 4, 6, 8, 10) if step * size >= most)


def _number(value: float) -> str:
    """Return a number with Dutch points.

    >>> _number(12345)
    '12.345'
    """
    return f"{value:,.0f}".replace(",", ".")


def _svg(title: str, width: float, height: float) -> ET.Element:
    attributes = {"viewBox": f"0 0 {width:g} {height:g}", "role": "img", "aria-label": title}
    return ET.Element("svg", {"class": "grafiek__beeld", **attributes})


def _add(parent: ET.Element, name: str, **attributes: object) -> ET.Element:
    written = {
        key: f"{value:.1f}" if isinstance(value, float) else str(value)
        for key, value in attributes.items()
    }
    return ET.SubElement(parent, name, written)


def _text(parent: ET.Element, text: str, x: float, y: float, *, anchor: str) -> None:
    shape = {"class": "grafiek__woord", "text-anchor": anchor}
    _add(parent, "text", **shape, x=float(x), y=float(y)).text = text


def _written(svg: ET.Element) -> str:
    return ET.tostring(svg, encoding="unicode")
