"""Find the number of a decision that stands with its date, where a label tells of the date alone.

"Besluit: 3 oktober 2026, 41047294", and a bare "Nummer" in the row of a table below "Besluit".
"""

import re
from collections.abc import Iterator

from extractors.codes import code_at
from extractors.date_roles import RoledDate, dates_of
from extractors.document import BlockRole, Letter, Line, Span, Text
from extractors.labels import find_labelled

_TRIGGERS = frozenset({"gedateerd", "verzonden", "bekendgemaakt"})
_BARE = ("nummer", "nr")
_BEHIND = re.compile(r"\s*[,;/|(\u2013-]\s*")
_FEWEST = 4  # figures of a number
_NEXT_ROW = 2.2  # in the height of a line


def numbers_with_date(letter: Letter) -> Iterator[Span]:
    """Yield the codes that stand behind or below the labelled date of a decision."""
    decided = [each for each in dates_of(letter) if each.role in _TRIGGERS]
    labelled = [each for each in decided if each.told]
    lines = [line for page in letter.own_pages for line in page.lines]
    for dated in decided:
        if dated.block is BlockRole.REFERENCE:
            yield from _behind(dated, lines)
    for hit in find_labelled(letter, _BARE):
        text = Text.of([hit.line])
        span = code_at(text, max(text.string.find(hit.value.text[:30]), 0))
        if span is not None and span.text == hit.value.text and _is_code(span):
            if any(_goes_with(hit.line, dated) for dated in labelled):
                yield span


def _behind(dated: RoledDate, lines: list[Line]) -> Iterator[Span]:
    line = next((each for each in lines if dated.span.words[-1] in each.words), None)
    if line is None:
        return
    text = Text.of([line])
    end = text.string.find(dated.span.text) + len(dated.span.text)
    sign = _BEHIND.match(text.string, end)
    span = code_at(text, sign.end()) if sign else None
    if span is not None and _is_code(span):
        yield span


def _is_code(span: Span) -> bool:
    return sum(map(str.isdigit, span.text)) >= _FEWEST


def _goes_with(line: Line, dated: RoledDate) -> bool:
    """Tell whether a line stands in the row of the date or in the one below it."""
    page, box = dated.span.boxes()[0]
    below = line.box.top - box.top
    return page == line.page and -0.5 * box.height < below < _NEXT_ROW * box.height
