"""Judge a date by the line that it stands in and where that stands on the page.

What no word explains is told so: the date of a letter stands by itself or behind a place, that of
a stamp below its word, that of a printer behind the name of a file.
"""

import re

from extractors.dates.dates import FoundDate
from extractors.document import Block, BlockRole, LetterPage, Line, Span, Text
from extractors.text.gazetteer import is_place

# Rubber stamps print months in three capitals; nobody dates a letter so.
_STAMPED = re.compile(
    r"\d{1,2}[ .-]?(JAN|FEB|MRT|APR|MEI|JUN|JUL|AUG|SEP|OKT|NOV|DEC)[ .-]*\d{2,4}"
)
# "Eindhoven, 28 FEB 2026" is no stamp: somebody wrote where.
_WRITTEN_AT = re.compile(r"[a-z],\s*(d\.?d\.?\s*)?$|^\W*(te|datum|d\.?d\.?)\b", re.I)
_OTHER_COLUMN = re.compile(
    r"[\W_]*(?:betreft|betr|onderwerp|inzake|(?:(?:uw|ons|mijn|jullie)\s)?(?:kenmerk|referentie)|bsn)\b\W",
    re.IGNORECASE,
)
_RUNNING = frozenset({BlockRole.BODY, BlockRole.ATTACHMENTS, BlockRole.ADDRESSEE})
_NO_HEADER = frozenset({BlockRole.BODY, BlockRole.ATTACHMENTS, BlockRole.CLOSING})
# What mail programs print behind the day: "om 14:52", "9:34 uur", ", 14.05".
_CLOCK = re.compile(
    r"^[\s,]*(om\s|at\s|,)?\s*\d{1,2}[:.]\d{2}([:.]\d{2})?\s*(uur|u\.?|am|pm)?\W*$", re.I
)
_CODE = re.compile(r"\s+(?=\S*\d)(?!\d{1,2}[:.]\d)[\w./-]{4,}")
# In front of the day stands who wrote, with an address.
_BEHIND_ADDRESS = re.compile(r"@\s?[\w.-]+\s?[>)\]]?[\s,]*$")
# What printers set in a margin: the name of the file, the address of the page.
_OF_FILE = re.compile(r"(?i)\b(?:docx?|odt|pdf|users?)\b|\b(?:file|https?|about) ?:|\\")
_SMALL_WORDS = re.compile(
    r"(?i)\b(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|te|op|den?|datum|d\.?d\.?)\b|[.,:;]"
)
# The word of a stamp, in pieces: "ing ekomen", "ONT VANGEN".
_STAMP_WORD = re.compile(
    r"(?i)\W*(?:i\s?n\s?g\s?e\s?k|b\s?i\s?n\s?n\s?e\s?n\s?g|o\s?n\s?t\s?v)[a-z .]{0,12}\W*"
)
# How sure a date is the letter's behind a place, by itself, behind words that say nothing, and with
# a time below the closing.
_PLACED, _ALONE, _BEHIND_WORDS, _PRINTED = 0.95, 0.92, 0.75, 0.5
_ENDS_LINE = 0.85  # "Naar waarheid ingevuld, Groningen, 19 juli 2026"
# "Op 3 oktober 2026" / "ben ik gevallen": the sentence goes on in the next line.
_GOES_ON = re.compile(r"\s+[a-z]\w*(?![\w ]*:)")
# What machines print on the row of a date: a count of pages, the name of a file, where it was.
_OF_MACHINE = re.compile(
    r"(?i)(?:^|\s)(?:p|pag|page|pagina|blz)?\W{0,2}\d{1,2}\s?(?:/|van|of)\s?\d{1,2}\W*$|\bp(?:ag(?:ina)?)?\.?\s?0?\d\W*$"
    r"|\b\w+\.(?:docx?|odt|pdf)\b|\bhttps?:|\bfile:"
)
_OF_MAIL = re.compile(
    r"(?i)\w@\w|^(?:van|from|aan|to|verzonden|sent|onderwerp|subject|datum|date)\s?:\s(?!\D{0,3}\d{6})"
)
# "Betreft: bezwaar tegen uw besluit van" / "3 september 2026".
_LEADS = re.compile(
    r"(?i)\b(?:\w*besluit|\w*beschikking|\w*beslissing|brief|schrijven|afwijzing|toekenning)\b[^.;:]{0,30}"
    r"\b(?:van|d\.?d\.?|gedateerd)\W*$"
)
_OF = re.compile(r"(?i)^(?:(?:van|d\.?d\.?)\b\.?)?")
_NEXT = 1.9  # heights of a line from one to the next
_DATE_LINE = re.compile(
    r"^(te\s+)?(?P<place>['\u2018\u2019A-Za-z(][\w'\u2019./ ()-]{1,35}?)?[\s,.:]*"
    r"(d\.?d\.?|op|de|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|[\s,.:])*$",
    re.IGNORECASE,
)


def is_time_of_mail(block: Block, text: Text, found: FoundDate) -> bool:
    """Tell the line of a mail's header that is nothing but who wrote, the day and the hour."""
    before = line_before(block, text, found)
    is_alone = block.role not in _NO_HEADER and _DATE_LINE.match(before)
    above = before or _line_above(block, found)
    is_header = is_alone or _BEHIND_ADDRESS.search(above)
    return bool(is_header and _CLOCK.match(_line_after(block, text, found)))


def is_dateline(block: Block, text: Text, found: FoundDate) -> bool:
    """Tell a line outside of running text that is nothing but a place and a date."""
    before, rest = line_before(block, text, found), _line_after(block, text, found)
    apart = block.role not in _RUNNING | {BlockRole.STAMP, BlockRole.FOOTER}
    return apart and not rest and bool(_DATE_LINE.match(before)) and names_place(before)


def role_by_place(block: Block, text: Text, found: FoundDate) -> tuple[str, float]:
    """Judge a date that no word explains by where it stands on the page."""
    if block.role is BlockRole.STAMP:
        return "stempel", 0.9
    before = line_before(block, text, found)
    if block.role is BlockRole.FOOTER or _OF_FILE.search(before):
        return "afdruk", 0.8
    is_stamped = _STAMPED.fullmatch(text.string[found.start : found.end])
    if is_stamped and not _WRITTEN_AT.search(before):
        return "stempel", 0.6
    if block.role in _RUNNING:
        line = _DATE_LINE.match(before)
        alone = line is not None and not _line_after(block, text, found)
        if _GOES_ON.match(text.string, found.end):
            return "", 0.0
        return ("dagtekening", 0.85 if line and line["place"] else 0.6) if alone else ("", 0.0)
    return "dagtekening", _sure_by_line(block, text, found)


def role_by_row(page: LetterPage, span: Span) -> str:
    """Return what a date by itself is by what stands beside it on its row and right above it.

    Empty when that says nothing. A place beside it says that somebody wrote it there.
    """
    own = next((line for line in page.lines if span.words[0] in line.words), None)
    if own is None:
        return ""
    own_text = _OF.sub("", own.text).strip()
    if own_text.startswith(span.text) and _is_led(page, own):
        return "gedateerd"
    if _is_print_time(page, own, span):
        return "afdruk"
    rest = own_text.replace(span.text, " ")
    if re.search(r"[^\W\d_]{3}", rest) and not _OF_MACHINE.search(rest):
        return ""
    box = own.box
    beside = [x for x in page.lines if x is not own and x.box.shared_height(box) > 0.5 * box.height]
    row = [rest, *(line.text for line in beside)]
    return "afdruk" if any(map(_OF_MACHINE.search, row)) else ""


def _is_led(page: LetterPage, own: Line) -> bool:
    """Tell whether the line right above a date ends with the decision that it is the date of."""
    box = own.box
    above = [x for x in page.lines if 0 < box.top - x.box.top < _NEXT * box.height]
    nearest = max(above, key=lambda line: line.box.top, default=None)
    of = _OF.match(own.text)
    return nearest is not None and bool(_LEADS.search(f"{nearest.text} {of[0] if of else ''}"))


def _is_print_time(page: LetterPage, own: Line, span: Span) -> bool:
    """Tell a day and an hour on top of a page that is no mail: a program printed it then.

    Scanners print the number of the paper behind it.
    """
    is_first = all(own.box.top <= line.box.top + 0.5 * own.box.height for line in page.lines)
    is_timed = _CLOCK.match(_CODE.sub("", own.text.partition(span.text)[2]))
    return bool(is_first and is_timed) and not any(_OF_MAIL.search(x.text) for x in page.lines)


def _sure_by_line(block: Block, text: Text, found: FoundDate) -> float:
    """Return how sure a date outside of running text is the letter's, by what its line says."""
    before, rest = line_before(block, text, found), _line_after(block, text, found)
    if block.role is BlockRole.CLOSING and _CLOCK.match(rest):
        return _PRINTED  # at the foot printers set the time too
    if _DATE_LINE.match(before) and len(rest) < 4:
        stamped = not before and _STAMP_WORD.fullmatch(_line_above(block, found))
        return _BEHIND_WORDS if stamped else _beside_words(before)
    if names_place(before) and len(rest) < 4:
        return _ENDS_LINE
    return 0.72 if len(text.string) < 60 else 0.6


def _beside_words(before: str) -> float:
    """Trust "Zwolle, 3 maart" most, and "zorg 3 maart", of a stamp that was half read, least."""
    if names_place(before):
        return _PLACED
    return _BEHIND_WORDS if _SMALL_WORDS.sub("", before).strip() else _ALONE


def names_place(before: str) -> bool:
    """Tell whether what stands before a date on its line is where it was written."""
    words = _SMALL_WORDS.sub("", before).strip(" -(/\u2013")
    ends = re.search(r"[A-Z'][\w'\u2019. -]*[\w)],\s*(?:(?:op|den?|d\.?d\.?)\s*)?$", before)
    return is_place(words) or bool(ends and words and not re.search(r"\d", words))


def line_before(block: Block, text: Text, found: FoundDate) -> str:
    """Return what stands before a date on its printed line."""
    return _line_text(block, text, found).partition("\0")[0]


def _line_after(block: Block, text: Text, found: FoundDate) -> str:
    """Return what stands behind the date on its line; another column is not of it."""
    after = _line_text(block, text, found).partition("\0")[2]
    return "" if _OTHER_COLUMN.match(after) else after


def _line_above(block: Block, found: FoundDate) -> str:
    """Return the printed line above the one of the date, within its block."""
    above, start = "", 0
    for line in block.lines:
        start += len(line.text) + 1
        if found.start < start:
            return above
        above = line.text
    return above


def _line_text(block: Block, text: Text, found: FoundDate) -> str:
    """Return the printed line of the date with a zero byte in place of the date."""
    start = 0
    for line in block.lines:
        end = start + len(line.text) + 1
        if found.start < end:
            own = text.string[start:end]
            return own[: found.start - start] + "\0" + own[found.end - start :].strip()
        start = end
    return "\0" + text.string[found.end :]
