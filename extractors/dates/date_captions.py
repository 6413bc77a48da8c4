"""Find the label that a date stands beside or under, and the heading that it belongs to.

Of "Afgewezen op" with a day in the next column the words are far from the day on the page, but they
tell as much of it as in a sentence.
"""

import re
from collections.abc import Sequence

from extractors.dates.dates import ANY_YEAR, find_dates
from extractors.document import BlockRole, LetterPage, Line, Span
from extractors.label_rows import label_rows
from extractors.text.gazetteer import is_place

MOST_WORDS = 5
# Forms ask in whole phrases: "Het besluit waar u het niet mee eens bent is van".
MOST_ASKED = 14  # words of one
_ASKS = re.compile(r"(?i)(?:\b(?:van|op|d\.?d\.?|datum|gedateerd|genomen|verzonden)|[:?])\W*$")
SAME_HEIGHT = 0.5  # of a line, that it shares with another on its row
# The heading of a part of a form, and that of another part.
_PART_OF_DECISION = re.compile(
    r"\W*(?:\d{1,2}[.)]?\s)?(?:(?:gegevens|informatie)\s(?:(?:van|over)\s)?(?:(?:het|uw|de|dit)\s)?)?"
    r"(?:het\s|de\s|uw\s|bestreden\s){0,2}(?:besluit|brief|beschikking|beslissing)"
    r"(?:\swaartegen\b.*|\swaar\b.*)?\W*"
    # A list in the text: "bezwaar tegen het volgende besluit:", "- soort besluit: afwijzing".
    r"|.*\b(?:volgende|onderstaande)\s(?:besluit|beschikking|beslissing)\W*"
    r"|\W*(?:soort|aard(?:\svan\shet)?|onderwerp(?:\svan\shet)?)\s(?:besluit|beschikking|beslissing)\b.*"
)
_OTHER_PART = re.compile(
    r"\W*(?:\d{1,2}[.)]?\s)?(?:onderteken|handtekening|uw gegevens|gegevens|naam|adres|toelichting|"
    r"gronden|uw bezwaar|plaats)"
)
_LINES_OF_PART = 5
# Over the part of a form that the office fills in itself.
_PART_OF_OFFICE = re.compile(
    r"\W*(?:in te vullen door|(?:alleen )?voor (?:gebruik|invulling) door|ruimte voor|vak voor)\s"
    r"(?:de |het |uw |ons |onze )?(?:\w*kantoor|gemeente|ciz|organisatie|administratie|instantie|"
    r"medewerkers?|postkamer|stempel)\b"
    r"|\W*(?:alleen |uitsluitend )?(?:bestemd )?voor intern gebruik\b"
)
_OFFICE_PART_EM = 8.0  # in the height of its heading: so far below it such a part goes on
_NUMBER_OF_DECISION = re.compile(
    r"\W*(?:(?:nummer|nr\.?|kenmerk)\s(?:van\s)?(?:uw\s|het\s|de\s)?)?(?:besluit|beschikking)[\s-]?s?"
    r"(?:nummer|nr|kenmerk)?\b.{0,4}(?=.*\d)"
)


def caption_of(page: LetterPage, span: Span) -> str:
    """Return the label of a date that has a cell of a table to itself, empty when it has none."""
    own = next((line for line in page.lines if span.words[0] in line.words), None)
    if own is None:
        return ""
    for cell in label_rows(page):
        if cell.value is not None and span.words[0] in cell.value.words:
            return " ".join(word.text for word in cell.words)
    if own.text.strip(" :.") != span.text.strip(" :."):
        return ""
    stamped = _lines_of_dated_stamps(page)
    left = [each for each in page.lines if _is_left_of(each, own) and id(each) not in stamped]
    nearest = max(left, key=lambda line: line.box.x1, default=None)
    return nearest.text if nearest is not None and _may_say(nearest) else ""


def _lines_of_dated_stamps(page: LetterPage) -> set[int]:
    """Return the `id`s of lines of stamps with a day of their own: of another they say nothing."""
    stamps = (block for block in page.blocks if block.role is BlockRole.STAMP)
    dated = (block for block in stamps if any(map(str.isdigit, block.text)))
    return {id(line) for block in dated for line in block.lines}


def _is_left_of(line: Line, own: Line) -> bool:
    on_row = line.box.shared_height(own.box) > SAME_HEIGHT * own.box.height
    return on_row and line.box.x1 <= own.box.x0


def _may_say(line: Line) -> bool:
    """Tell a label from the address of a sender, or a place, at the height of the date."""
    most = MOST_ASKED if _ASKS.search(line.text) else MOST_WORDS
    return (
        len(line.words) <= most
        and not any(map(str.isdigit, line.text))
        and not is_place(line.text.strip(" :,"))
    )


def is_under_decision(line: Line, pages: Sequence[LetterPage]) -> bool:
    """Tell "Datum" in the part of a form that is about the decision."""
    on_page = [each for page in pages if page.page.number == line.page for each in page.lines]
    above = [each for each in on_page if each.box.top < line.box.top]
    for each in sorted(above, key=lambda other: -other.box.top)[:_LINES_OF_PART]:
        text = each.text.casefold()
        # A label with its value beside or below it is no heading.
        if _PART_OF_DECISION.fullmatch(text) and not any(
            _is_value(x, each) or (x is not line and _is_value_below(x, each)) for x in on_page
        ):
            return True
        if _OTHER_PART.match(text):
            return False
    return False


def is_for_office(line: Line, pages: Sequence[LetterPage]) -> bool:
    """Tell whether a line stands in the part of a form that the office fills in itself."""
    headings = [
        each
        for page in pages
        if page.page.number == line.page
        for each in page.lines
        if 0 <= line.box.top - each.box.top < _OFFICE_PART_EM * each.box.height
    ]
    return any(
        _PART_OF_OFFICE.match(each.text.casefold()) and each.box.shared_width(line.box) > 0
        for each in headings
    )


def is_below_number(line: Line, pages: Sequence[LetterPage]) -> bool:
    """Tell whether the line right above gives the number of a decision."""
    box = line.box
    above = [
        each
        for page in pages
        if page.page.number == line.page
        for each in page.lines
        if 0 < box.top - each.box.top < 2.2 * box.height and abs(each.box.x0 - box.x0) < box.height
    ]
    nearest = max(above, key=lambda each: each.box.top, default=None)
    return nearest is not None and bool(_NUMBER_OF_DECISION.match(nearest.text.casefold()))


def _is_value(line: Line, label: Line) -> bool:
    return _is_left_of(label, line) and any(map(str.isdigit, line.text))


def _is_value_below(line: Line, label: Line) -> bool:
    """Tell "5 oktober 2026, ZW/331.902" right under "Uw brief" from the first label of a part."""
    gap = line.box.top - label.box.bottom
    is_under = abs(line.box.x0 - label.box.x0) < label.box.height and gap < label.box.height
    if not is_under or line.box.top <= label.box.top:
        return False
    return any(each.start == 0 for each in find_dates(line.text, default_year=ANY_YEAR))
