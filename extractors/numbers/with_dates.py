"""Find the number of a decision that stands with its date, where a label tells of the date alone.

"Besluit: 3 oktober 2026, 41047294", and a bare "Nummer" in the row of a table below "Besluit".
In running text a word must call it a number: "tegen het stoppen van mijn hulp van 3 mei, nr 4104".
"""

import re
from collections.abc import Iterator

from extractors.dates.date_roles import RoledDate, dates_of
from extractors.document import BlockRole, Letter, Line, Span, Text, running
from extractors.element import Candidate, evidence_of, sureness
from extractors.labels import find_labelled
from extractors.numbers.codes import code_at, is_year
from extractors.story.contested import is_contested

_TRIGGERS = frozenset({"gedateerd", "verzonden", "bekendgemaakt"})
_BARE = ("nummer", "nr")
_BEHIND = re.compile(
    r"\s*[,;/|(\u2013-]\s*(?:(?:nr|no|nummer|kenmerk|ref)\b[\s.:]*)?", re.IGNORECASE
)
_CALLED = re.compile(r"\s*[,;(]?\s*(?:(?:met|onder)\s)?(?:nr|nummer)\b[\s.:]*", re.IGNORECASE)
# "Bij brief van 30 juli 2026 (GO-WMO-26-88)": nothing else in the brackets, and capitals in it.
_BRACKET = r"\s?,?\s?\((?=[^()]*[A-Z])(?P<code>[^()\s]{4,20}(?: [^()\s]{1,12}){0,2})\)"
_FEWEST_IN_BRACKETS = 3
_IN_BRACKETS = 0.72
_SURE = 0.85
_FEWEST = 4  # figures of a number
_NEXT_ROW = 2.2  # in the height of a line


def numbers_with_date(letter: Letter) -> Iterator[Candidate]:
    """Yield the codes behind the date of a decision in the heading, or below a labelled one."""
    decided = [each for each in dates_of(letter) if each.role in _TRIGGERS]
    lines = [line for page in letter.own_pages for line in page.lines]
    spans = [
        *(_behind(each, lines, _BEHIND) for each in decided if _is_in_heading(each)),
        *(_behind(each, lines, _CALLED) for each in decided if is_contested(each, decided)),
        *_bare_numbers(letter, [each for each in decided if each.told]),
    ]
    for span in spans:
        if span is not None and sum(map(str.isdigit, span.text)) >= _FEWEST:
            sure = sureness(_SURE, span)
            yield Candidate(span.text, span.text, evidence_of(span), sure, "gelabeld")
    yield from _in_brackets(letter, decided)


def _in_brackets(letter: Letter, decided: list[RoledDate]) -> Iterator[Candidate]:
    """Yield what fills the brackets right behind the date of a decision, also on a next line."""
    texts = [running(block) for page in letter.own_pages for block in page.blocks if decided]
    for dated in {each.span.text: each for each in decided}:
        pattern = re.compile(r"\s".join(map(re.escape, dated.split())) + _BRACKET)
        for text in texts:
            for match in pattern.finditer(text.string):
                span = code_at(text, match.start("code"))
                figures = sum(map(str.isdigit, match["code"]))
                is_whole = span is not None and span.text == match["code"]
                if span is None or not is_whole or figures < _FEWEST_IN_BRACKETS:
                    continue
                if not is_year(span.text):
                    sure = sureness(_IN_BRACKETS, span)
                    yield Candidate(span.text, span.text, evidence_of(span), sure, "patroon")


def _is_in_heading(dated: RoledDate) -> bool:
    return dated.block is BlockRole.REFERENCE


def _behind(dated: RoledDate, lines: list[Line], link: re.Pattern[str]) -> Span | None:
    last = dated.span.words[-1]
    line = next((each for each in lines if last in each.words), None)
    if line is None:
        return None
    text = Text.of([line])
    start = text.starts[line.words.index(last)]
    end = dated.span.text.split()[-1]  # "26/2/2026" begins as it ends
    at = text.string.find(end, start)
    sign = link.match(text.string, at + len(end)) if at >= 0 else None
    return code_at(text, sign.end()) if sign else None


def _bare_numbers(letter: Letter, labelled: list[RoledDate]) -> Iterator[Span]:
    for hit in find_labelled(letter, _BARE):
        text = Text.of([hit.line])
        span = code_at(text, max(text.string.find(hit.value.text[:30]), 0))
        is_all = span is not None and span.text == hit.value.text
        if span is not None and is_all and any(_goes_with(hit.line, each) for each in labelled):
            yield span


def _goes_with(line: Line, dated: RoledDate) -> bool:
    """Tell whether a line stands in the row of the date or in the one below it."""
    page, box = dated.span.boxes()[0]
    below = line.box.top - box.top
    return page == line.page and -0.5 * box.height < below < _NEXT_ROW * box.height
