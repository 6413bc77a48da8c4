"""Set the words of a page in lines and blocks, in reading order. Pure geometry."""

import re
import statistics
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from extractors.column_starts import parted
from extractors.document import Block, Box, Line, Page, TextSource, Word, around
from extractors.element import Hints
from extractors.once import once
from extractors.parts import starts_part, with_roles

# A gap wider than this many em is a column gap; justified text stays well below it.
COLUMN_GAP_EM = 1.6
# A word so many times as high as wide stands on its side.
SIDEWAYS = 1.8
# Lines further apart than this many em (from bottom to top) are separate blocks.
BLOCK_GAP_EM = 0.75
# OCR boxes hug the ink: a capital or digit is about this part of the em.
CAP_HEIGHT_EM = 0.72

# Running text is at least so wide (of the page). A column beside it has so many blocks at least,
# some of them at the height of the text, hardly runs into it, and is no text of its own: so many
# characters at most.
RUNNING_WIDTH = 0.4
OVERLAP = 0.1
LEAST_BESIDE = 2
LEAST_ASIDE = 4
MOST_ASIDE = 500
_VALUE = re.compile(r"\d{4}|@")
MOST_LABEL = 5  # words of a label

_TALL = re.compile(r"[A-Z0-9bdfhkl]")


@once
def em_of(page: Page) -> float:
    """Return the usual font size of the page in points (11 when it has no words)."""
    heights = [word.box.height for word in page.words if _TALL.search(word.text)]
    if not heights:
        return 11.0
    height = statistics.median(heights)
    return max(height / CAP_HEIGHT_EM if page.source is TextSource.OCR else height, 4.0)


def lines_of(page: Page) -> tuple[Line, ...]:
    """Chain the words of a page to lines, in reading order.

    Each word goes to the chain whose last word stands nearest to its left at the same height, so
    that a slightly turned line stays one line. A column gap ends a chain.
    """
    em = em_of(page)
    chains = _sideways(page.words, em)
    aside = {id(word) for chain in chains for word in chain}
    level = [word for word in page.words if id(word) not in aside]
    reachable = chains[:]
    for word in sorted(level, key=lambda each: (each.box.x0, each.box.top)):
        # Words come from left to right: a chain that ended too far back stays too far back.
        far = word.box.x0 - COLUMN_GAP_EM * em - 1.0
        reachable = [chain for chain in reachable if chain[-1].box.x1 > far]
        chain = _nearest_chain(reachable, word, em)
        if chain is None:
            chains.append([word])
            reachable.append(chains[-1])
        else:
            chain.append(word)
    chains = parted(chains, COLUMN_GAP_EM * em, em)
    lines = [Line(tuple(chain), page.number) for chain in _with_labels(chains, em)]
    return _reading_order(lines, em)


def _with_labels(chains: list[list[Word]], em: float) -> list[list[Word]]:
    """Join what begins with a colon to its label, however far before it that stands.

    "DATUM            : 9 november 2026" is one line, also among others set so.
    """
    values = [chain for chain in chains if chain[0].text.startswith(":") and _says(chain)]
    if not values:
        return chains
    labels = [chain for chain in chains if chain not in values]
    apart: list[list[Word]] = []
    for value in values:
        before = [chain for chain in labels if _is_label_of(chain, value, em)]
        nearest = max(before, key=lambda chain: chain[-1].box.x1, default=None)
        if nearest is None:
            apart.append(value)
        else:
            nearest.extend(value)
    return [*labels, *apart]


def _says(chain: Sequence[Word]) -> bool:
    return any(char.isalnum() for word in chain for char in word.text)


def _is_label_of(chain: Sequence[Word], value: Sequence[Word], em: float) -> bool:
    gap = value[0].box.x0 - chain[-1].box.x1
    is_short = len(chain) <= MOST_LABEL and not any(":" in word.text for word in chain)
    return is_short and -0.6 * em < gap and _same_height(chain[-1].box, value[0].box, em)


def _sideways(words: Sequence[Word], em: float) -> list[list[Word]]:
    """Chain words that are printed along the side of the paper, in the order of their reading."""
    chains: list[list[Word]] = []
    for word in words:
        if chains and _goes_on_sideways(chains[-1][-1].box, word.box, em):
            chains[-1].append(word)
        else:
            chains.append([word])
    return [chain for chain in chains if len(chain) > 1 and any(map(_is_sideways, chain))]


def _is_sideways(word: Word) -> bool:
    return len(word.text) > 2 and word.box.height > SIDEWAYS * word.box.width


def _goes_on_sideways(last: Box, box: Box, em: float) -> bool:
    gap = max(box.top - last.bottom, last.top - box.bottom)
    if not -0.2 * em < gap < COLUMN_GAP_EM * em:  # most stand side by side
        return False
    return box.shared_width(last) > 0.5 * min(box.width, last.width)


def _nearest_chain(chains: list[list[Word]], word: Word, em: float) -> list[Word] | None:
    best: list[Word] | None = None
    best_gap, least = COLUMN_GAP_EM * em, -0.6 * em
    box = word.box
    for chain in chains:
        last = chain[-1].box
        if last.bottom < box.top or box.bottom < last.top:  # most stand on another line
            continue
        gap = box.x0 - last.x1
        if least < gap < best_gap and _same_height(last, box, em):
            best, best_gap = chain, gap
    return best


def _same_height(last: Box, box: Box, em: float) -> bool:
    """Tell whether two boxes can be words of one line; words without ascenders are lower."""
    smaller, larger = sorted((last.height, box.height))
    return box.shared_height(last) >= 0.5 * smaller and larger < 3.2 * max(smaller, 0.3 * em)


def _reading_order(lines: Sequence[Line], em: float) -> tuple[Line, ...]:
    """Order lines by rows: top to bottom, and within a row from left to right."""
    return tuple(
        line for row in rows_of(lines, em) for line in sorted(row, key=lambda each: each.box.x0)
    )


def rows_of(lines: Iterable[Line], em: float) -> Iterator[list[Line]]:
    """Group lines that stand at the same height on the page, top to bottom."""
    row: list[Line] = []
    for line in sorted(lines, key=lambda each: each.box.center[1]):
        if row and line.box.center[1] - row[0].box.center[1] > 0.55 * em:
            yield row
            row = []
        row.append(line)
    if row:
        yield row


def blocks_of(lines: Sequence[Line], page: Page, hints: Hints) -> tuple[Block, ...]:
    """Group lines to blocks in reading order and give each its role."""
    em = em_of(page)
    groups = [part for group in _stacks(lines, em) for part in _cut(group, page, hints)]
    aside, rest = _side_column([Block(tuple(group)) for group in groups], page)
    ordered = [*_xy_order(aside, em), *_xy_order(rest, em)]
    return tuple(with_roles(ordered, page, hints))


def _side_column(blocks: list[Block], page: Page) -> tuple[list[Block], list[Block]]:
    """Part the blocks in a column of short lines beside the running text, if any, and the rest.

    Name, number and date stand there under each other along the whole letter; read by rows they
    would break it up. The labels of a form stand so too, but hold no number.
    """
    text = [each.box for each in blocks if _is_running(each, page)]
    if not text:
        return [], blocks
    column = around(text)
    outside = [each for each in blocks if each.box.shared_width(column) <= OVERLAP * each.box.width]
    beside = [each.box for each in outside if each.box.shared_height(column) > 0]
    if len(beside) < LEAST_BESIDE:
        return [], blocks
    lane = around(beside)
    aside = [each for each in outside if each.box.shared_width(lane) > 0]
    said = "\n".join(each.text for each in aside)
    if len(aside) < LEAST_ASIDE or len(said) > MOST_ASIDE or not _VALUE.search(said):
        return [], blocks
    return aside, [each for each in blocks if each not in aside]


def _is_running(block: Block, page: Page) -> bool:
    return len(block.lines) > 1 and block.box.width > RUNNING_WIDTH * page.width


def _stacks(lines: Sequence[Line], em: float) -> list[list[Line]]:
    """Stack each line under the nearest line above it that it belongs to."""
    stacks: list[list[Line]] = []
    near: list[list[Line]] = []  # lines come from top to bottom: what is too far up stays so
    for line in sorted(lines, key=lambda each: each.box.top):
        far = line.box.top - BLOCK_GAP_EM * em - 1.0
        near = [stack for stack in near if stack[-1].box.bottom > far]
        home = min(
            (stack for stack in near if _continues(stack[-1].box, line.box, em)),
            key=lambda stack: line.box.top - stack[-1].box.bottom,
            default=None,
        )
        if home is None:
            stacks.append([line])
            near.append(stacks[-1])
        else:
            home.append(line)
    return stacks


def _continues(above: Box, below: Box, em: float) -> bool:
    gap = below.top - above.bottom
    aligned = abs(above.x0 - below.x0) < 1.5 * em
    shares = above.shared_width(below) > 0.3 * min(above.width, below.width)
    return -0.4 * em < gap < BLOCK_GAP_EM * em and (aligned or shares)


def _cut(group: list[Line], page: Page, hints: Hints) -> Iterator[list[Line]]:
    """Cut a stack where another part of the letter begins without a white line."""
    part = [group[0]]
    for above, line in pairwise(group):
        if starts_part(above, line, page, hints):
            yield part
            part = []
        part.append(line)
    yield part


def _xy_order(blocks: list[Block], em: float) -> list[Block]:
    """Order blocks as one reads them: bands from top to bottom, columns from left to right."""
    if len(blocks) < 2:
        return blocks
    for axis in (0, 1):
        parts = _split_at_gap(blocks, axis, em)
        if len(parts) > 1:
            return [block for part in parts for block in _xy_order(part, em)]
    return sorted(blocks, key=lambda block: (block.box.top, block.box.x0))


def _split_at_gap(blocks: list[Block], axis: int, em: float) -> list[list[Block]]:
    """Split where a white band runs through; axis 0 gives bands, axis 1 gives columns."""

    def low(block: Block) -> float:
        return block.box.top if axis == 0 else block.box.x0

    def high(block: Block) -> float:
        return block.box.bottom if axis == 0 else block.box.x1

    parts: list[list[Block]] = []
    reach = float("-inf")
    for block in sorted(blocks, key=low):
        if low(block) >= reach - 0.2 * em:
            parts.append([])
        parts[-1].append(block)
        reach = max(reach, high(block))
    return parts
