"""Walk up and down the column in which a line stands."""

from collections.abc import Iterator, Sequence
from itertools import islice

from extractors.document import Box, Line

# Values far from each other do not belong together: at most this many line heights between them.
LINE_GAP = 2.0
# But parts of an address with an empty line between each of them do, when nothing stands nearer.
OPEN_GAP = 3.2


def above(
    line: Line, lines: Sequence[Line], count: int = 3, *, gap: float = LINE_GAP
) -> tuple[Line, ...]:
    """Return up to `count` lines that stand over `line` in its column, nearest first."""
    return tuple(islice(_walk(line, lines, -1, gap), count))


def below(
    line: Line, lines: Sequence[Line], count: int = 3, *, gap: float = LINE_GAP
) -> tuple[Line, ...]:
    """Return up to `count` lines that stand under `line` in its column, nearest first."""
    return tuple(islice(_walk(line, lines, 1, gap), count))


def _walk(line: Line, lines: Sequence[Line], step: int, gap: float) -> Iterator[Line]:
    # A line computes its box anew each time, so each is asked for it once.
    around = [(other, other.box) for other in lines if other.page == line.page]
    box: Box = line.box
    while (found := _next(box, around, step, gap)) is not None:
        following, box = found
        yield following


def _next(
    box: Box, around: Sequence[tuple[Line, Box]], step: int, most: float
) -> tuple[Line, Box] | None:
    best: tuple[Line, Box] | None = None
    best_gap = float("inf")
    least = max(box.height, 8.0)
    for other, near in around:
        gap = box.top - near.bottom if step < 0 else near.top - box.bottom
        if gap >= best_gap:
            continue
        height = max(near.bottom - near.top, least)
        if not -0.5 * height < gap < most * height:
            continue
        beyond = (near.center[1] - box.center[1]) * step > 0.5 * min(box.height, near.height)
        if beyond and _is_column(box, near):
            best, best_gap = (other, near), gap
    return best and _beside_label(best, box, around)


def _beside_label(
    found: tuple[Line, Box], box: Box, around: Sequence[tuple[Line, Box]]
) -> tuple[Line, Box]:
    """Take the value in the next column when "Adres:" itself is what stands nearest."""
    label, place = found
    if not label.text.endswith(":"):
        return found
    row = (
        (other, near)
        for other, near in around
        if near.x0 > place.x1 and near.shared_height(place) > 0.5 * place.height
    )
    values = [each for each in row if _is_column(box, each[1])]
    return min(values, key=lambda each: each[1].x0, default=found)


def _is_column(one: Box, two: Box) -> bool:
    reach = 2.0 * max(one.height, two.height, 8.0)
    shared = one.shared_width(two) > 0.5 * min(one.width, two.width)
    return shared or abs(one.x0 - two.x0) < reach
