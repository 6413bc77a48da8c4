"""Find the date stamps of the mailroom and the postmarks on envelopes.

"INGEKOMEN 12 NOV 2026" is the office's own word for when the letter came in; "ontvangen op" in a
sentence of the sender is not.
"""

import re
from collections.abc import Iterator, Sequence

from extractors.dates.date_roles import dates_of
from extractors.dates.dates import find_dates
from extractors.document import BlockRole, Letter, LetterPage, Line, PageRole, Text
from extractors.element import Candidate, Evidence, evidence_of
from extractors.layout import em_of
from extractors.once import once
from extractors.parts import has_stamp_word

_SPACED_DIGITS = re.compile(r"(?<!\d)(\d) (\d)(?= ?[A-Za-z-])")
_BEHIND_LABEL = 0.85
# A stamp is one thing: its date stands within this many em of its word.
_NEAR_EM = 4.0


@once
def find_received(letter: Letter) -> tuple[Candidate, ...]:
    """Return the dates of received stamps, best first."""
    found = [each for page in letter.pages for each in _on_page(page)]
    known = {each.value for each in found}
    found += [each for each in _labelled(letter) if each.value not in known]
    return tuple(sorted(found, key=lambda each: -each.confidence))


def _labelled(letter: Letter) -> Iterator[Candidate]:
    """Yield the days behind a label that only mailrooms use, in a stamp with rows."""
    for each in dates_of(letter):
        if each.role == "stempel" and each.told and not each.found.marks & {"zonder_dag"}:
            places, sure = evidence_of(each.span), _BEHIND_LABEL * each.span.confidence
            yield Candidate(
                each.found.date, each.span.text, places, sure, "stempel", each.found.marks
            )


def find_postmarks(letter: Letter) -> tuple[Candidate, ...]:
    """Return the dates that stand on envelope pages, best first."""
    found = []
    for page in letter.with_role(PageRole.ENVELOPE):
        text = Text.of(page.lines)
        for date in find_dates(text.string):
            span = text.span(date.start, date.end)
            places, sure = evidence_of(span), 0.8 * span.confidence
            found.append(Candidate(date.date, span.text, places, sure, "poststempel", date.marks))
    return tuple(sorted(found, key=lambda each: -each.confidence))


def _on_page(page: LetterPage) -> Iterator[Candidate]:
    em = em_of(page.page)
    prose = {
        id(line) for block in page.blocks if block.role is BlockRole.BODY for line in block.lines
    }
    for line in page.lines:
        if _is_stamp(line, in_prose=id(line) in prose):
            yield from _dated(line, _near(line, page.lines, em))


def _is_stamp(line: Line, *, in_prose: bool) -> bool:
    """Tell whether a line holds the word of a stamp; in prose only capitals count."""
    as_printed = in_prose or len(line.words) > 5
    return has_stamp_word(line.text if as_printed else line.text.upper())


def _near(stamp: Line, lines: Sequence[Line], em: float) -> list[Line]:
    """Return the stamp's line first, then lines close above and below it."""
    box = stamp.box
    close = [
        line
        for line in lines
        if line is not stamp
        and len(line.words) <= 6
        and line.box.shared_width(box) > 0
        and min(abs(line.box.top - box.bottom), abs(box.top - line.box.bottom)) < _NEAR_EM * em
    ]
    return [stamp, *sorted(close, key=lambda line: abs(line.box.top - box.top))]


def _dated(stamp: Line, lines: Sequence[Line]) -> Iterator[Candidate]:
    for distance, line in enumerate(lines):
        text = _SPACED_DIGITS.sub(r"\1\2", _own_text(line) if line is stamp else line.text)
        for date in find_dates(text):
            place = Evidence(line.page, line.box, line.text)
            score = (0.95 if distance == 0 else 0.85) * _sureness(line, text[date.start : date.end])
            score *= 0.7 if "hersteld" in date.marks else 1.0
            if "zonder_dag" not in date.marks:
                yield Candidate(date.date, line.text, (place,), score, "stempel", date.marks)
                return


def _own_text(stamp: Line) -> str:
    """Return what the stamp says: on a long line, what comes before its word is the letter's."""
    if len(stamp.words) <= 5:
        return stamp.text
    first = next((i for i, word in enumerate(stamp.words) if has_stamp_word(word.text)), 0)
    return " ".join(word.text for word in stamp.words[first:])


def _sureness(line: Line, date: str) -> float:
    """Return how sure the line is, no surer than the poorest figure of its date.

    The mean would hide it: one figure of the day beside the nine sure letters of "INGEKOMEN".
    """
    figures = (
        word.confidence
        for word in line.words
        if any(char.isdigit() for char in word.text) and word.text.strip(".,'") in date
    )
    return min((line.confidence, *figures))
