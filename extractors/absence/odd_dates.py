"""Find dates that no finder could use: damaged ones, and ones of which nothing tells what they are.

What these are the dates of is not decided here; they only stand in the way of saying that a letter
has no date, or that it names no decision's.
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Levenshtein

from extractors.dates.date_roles import NO_YEAR, RoledDate, dates_of, labels_of, yearless_of
from extractors.dates.dates import ANY_YEAR, MONTHS, find_dates
from extractors.document import BlockRole, Letter, LetterPage, Line, Span, TextSource
from extractors.labels import find_labelled
from extractors.stamps import find_received
from extractors.story.passages import body_of, heading_of
from extractors.text.gazetteer import is_place

# Stamps and small print are not the sender's.
NOT_SAID = frozenset({BlockRole.STAMP, BlockRole.FOOTER})

# Figures that were a date before a sign got lost or a figure became a letter.
_D = r"[0-9OoQDlIi|SsZzBGgb]"
_BROKEN = re.compile(
    rf"(?<![\w.,/-])(?P<day>{_D}{{1,2}})[^\w\s,\u20ac()]{{0,2}}(?P<month>{_D}{{1,2}})"
    rf"[^\w\s,\u20ac()]{{0,2}}(?P<year>(?:19|[2Zz][0OoQDG6]|l9){_D}{{2}})(?![\w-])"
    rf"|(?<![\w.,/-])(?P<d>{_D}{{1,2}})\s?[^\w\s,\u20ac()]\s?(?P<m>{_D}{{1,2}})"
    rf"\s?[^\w\s,\u20ac()]\s?(?P<y>\d{{2}})(?![\w-])"
)
_WORDED = re.compile(
    rf"(?<![\w.,/-])(?:\d{{1,2}}|{_D}{{1,2}}(?=.{{4,14}}\d))(?:e|ste|de|c)?[\s.,'-]{{1,3}}"
    r"(?P<name>[^\W\d_]{2,10})['.,]{0,2}"
    rf"(?P<year>[\s,.-]{{1,3}}(?:[2Zz][0OoQDG6]\s?{_D}\s?{_D}|['\u2019]\d\d))?(?![\w])"
)
# "11-XI-2026", "4/xi/'26": the month in Roman figures; "11 11 26": no signs between.
_ROMAN = re.compile(
    r"(?i)(?<![\w.,/-])(?P<day>\d{1,2})\s?[-./ ]\s?(?P<name>x{1,3}|i{1,3}|iv|vi{0,3}|ix|xi{1,2})"
    r"\s?[-./ ]\s?['\u2019]?(?:20)?\d{2}(?![\w-])"
)
_BARE = re.compile(
    r"(?<![\w.,/-])(?P<day>\d{1,2})\s(?P<month>\d{1,2})\s(?:20)?2\d(?![\w-])(?P<d>)(?P<m>)"
)
# "20261109", "09112026", "091126" and nothing beside it but a place or the word for a date.
_CLOSED = re.compile(
    r"(?<![\w.,/-])(?:20[2-4]\d(?P<month>[01]\d)(?P<day>[0-3]\d)|"
    r"(?P<d>[0-3]\d)(?P<m>[01]\d)(?:20)?[2-4]\d)(?![\w-])"
)
# "besluit van 2" and far behind it "2026, nummer 118".
_ENDS_IN_DAY = re.compile(r"(?<![\w.,/-])[0-3]?\d$")
_BEGINS_IN_YEAR = re.compile(r"\W{0,2}(?:[a-z]{1,7}\.?\s)?(?P<year>20[2-4]\d)(?!\w)")
# A day, a month or a year and signs, not the number of the next field.
_PIECE = re.compile(r"\D*(?:\d{1,2}|20\d\d)(?:\D+(?:\d{1,2}|20\d\d)){0,2}\D*")
LONGEST = 20  # signs: "woensdag 9 sept 2026"
MONTH_WIDE = 10.0  # heights of a line: "september" with a space on both sides, and some more
_BESIDE = re.compile(r"(?i)(?:datum|d\.?d\.?|te|brief)?\W*")
# "Nov 9, 2026", "november 9th 2026".
_MONTH_FIRST = re.compile(
    r"(?<![\w.,/-])(?P<name>[^\W\d_]{3,9})\.?\s(?P<day>\d{1,2})(?:st|nd|rd|th|e)?,?\s20[2-4]\d(?![\w-])"
)
_FIGURES = str.maketrans("OoQDlIi|SsZzBGgb", "0000111155228696")
_DAYS, _MONTHS = 31, 12
# A misread figure may make it a day that is in no month.
_NO_DAY, _NO_MONTH = 99, 19
MONTH_NAMES = tuple(name for name in MONTHS if len(name) > 4)
FEWEST = 3  # figures that are still figures
_ALIKE = 0.7  # of a word that was to be a month, without a year behind it
_BORN = re.compile(r"(?i)\bgeb|\*\s*$")
_OF_FILE = re.compile(r"(?i)\b(?:docx?|odt|pdf)\b|\b(?:file|https?|about) ?:|\\")
# What these dates are the dates of is settled.
SETTLED = frozenset({
    "geboorte", "ontvangen", "stempel", "afdruk", "voorval", "dossier", "termijn",
})  # fmt: skip
HAPPENED = frozenset({"voorval", "aanvraag"})
LONG_AGO = 3  # years before the letter: nobody objects to a decision so old
# "Ik heb op 3 mei de map gestuurd", "op 3 mei belden wij": the sender did that, no office.
_I_DID = re.compile(r"\b(?:ik|wij|we)\s(?:heb|hebben|ben|zijn|had|hadden|was|waren)\b[^.;:]{0,40}$")
_DID_I = re.compile(r"^\W*(?:\w+\s)?\w+\s(?:ik|wij|we)\b")
# "Het papier van 3 mei", "uw epistel (3-5-2026)": a thing of that day, not something that happened.
_THING_OF = re.compile(
    r"(?:\b(?:van|d\.?d\.?|gedateerd|datum)|\((?:\w+\s)?)\s*(?:de\s|\w+dag,?\s)?$"
)
_OFFICE = re.compile(
    r"\b(?:u|uw|jullie|gemeente|zorgkantoor|kantoor|ciz|brief|post|mail|bericht|besluit|beschikking|"
    r"beslissing|indicatie|afgewezen|geweigerd|gestopt|stopgezet|be[eë]indigd|gekort|verlaagd|"
    r"ingetrokken|beslist|besloten|deelden?\b.*\bmee|mee?gedeeld|medegedeeld|mededeling|kenmerk|"
    r"staat op)\b"
)
_OBJECTS = re.compile(r"\b(?:tegen|beza+r|bezwa\w+|niet eens|oneens)\b")
_CAME_TO_KNOW = re.compile(
    r"\b(?:weet|weten|gehoord|hoorde[n]?|lees|lezen|las|gelezen|vernomen|mijnoverheid|berichtenbox)\b"
)
# "Jullie rapport van 3 mei klopt niet": a paper of the office is what is objected to.
_PAPER_OF_OFFICE = re.compile(
    r"\b(?:u|uw|jullie)\b[^.;]{0,40}\b(?:rapport|verslag|advies|onderzoek|factuur|nota|formulier)\b"
)
_OPEN_WITH = {"ingang": _CAME_TO_KNOW, "aanvraag": _OBJECTS, "dossier": _PAPER_OF_OFFICE}


def find_cut_dates(letter: Letter) -> Iterator[Span]:
    """Yield what is left of a date behind its label on a scan: "Datum: 26"."""
    scanned = {x.page.number for x in letter.own_pages if x.page.source is TextSource.OCR}
    for hit in find_labelled(letter, labels_of("dagtekening")) if scanned else ():
        text = hit.value.text
        is_cut = len(text) <= LONGEST and _PIECE.fullmatch(text) is not None
        if is_cut and scanned.issuperset(hit.value.pages) and not _dates_in(text):
            yield hit.value


def _dates_in(text: str) -> bool:
    return any(find_dates(text, default_year=ANY_YEAR, impossible=True))


def find_damaged_dates(letter: Letter) -> Iterator[tuple[Line, int, int]]:
    """Yield what was a date once or is one in odd figures, with its line."""
    for line in (
        line for block in letter.blocks if block.role not in NOT_SAID for line in block.lines
    ):
        text = line.text
        if not re.search(r"\d", text) or _OF_FILE.search(text):
            continue
        matches = (*_BROKEN.finditer(text), *_WORDED.finditer(text), *_in_odd_figures(text))
        if not matches:
            continue
        known = find_dates(text, default_year=ANY_YEAR, impossible=True)
        for match in matches:
            start, end = match.span()
            is_known = any(start < each.end and each.start < end for each in known)
            if not is_known and _was_date(match) and not _BORN.search(text[:start]):
                yield line, start, end
    for page in letter.own_pages:
        yield from _in_two_pieces(page)


def _in_two_pieces(page: LetterPage) -> Iterator[tuple[Line, int, int]]:
    """Yield the year of a date of which a stripe or a fold took the month out of the line."""
    ends = [line for line in page.lines if _ENDS_IN_DAY.search(line.text)]
    for line in page.lines if ends else ():
        year = _BEGINS_IN_YEAR.match(line.text)
        if year is not None and any(_is_broken_before(line, each) for each in ends):
            yield line, *year.span("year")


def _is_broken_before(line: Line, before: Line) -> bool:
    box = before.box
    gap = (line.box.x0 - box.x1) / box.height
    is_level = line.box.shared_height(box) > 0.5 * min(box.height, line.box.height)
    return is_level and 0 < gap < MONTH_WIDE


def _in_odd_figures(text: str) -> Iterator[re.Match[str]]:
    """Yield a month in Roman figures, and figures by themselves that can be a day."""
    yield from _ROMAN.finditer(text)
    yield from (each for each in _MONTH_FIRST.finditer(text) if _is_month(each["name"]))
    for match in (*_BARE.finditer(text), *_CLOSED.finditer(text)):
        rest = f"{text[: match.start()]} {text[match.end() :]}".strip(" ,.")
        if _BESIDE.fullmatch(rest) or is_place(rest):
            yield match


def _is_month(name: str) -> bool:
    return name.casefold() in MONTHS


def _was_date(match: re.Match[str]) -> bool:
    groups = match.groupdict()
    if match.re in {_ROMAN, _MONTH_FIRST}:
        return _in(groups["day"], 31)
    if match.re in {_BARE, _CLOSED}:
        return _in(groups["day"] or groups["d"], 31) and _in(groups["month"] or groups["m"], 12)
    if "name" in groups:
        name = groups["name"].casefold()
        alike = max(Levenshtein.normalized_similarity(name, month) for month in MONTH_NAMES)
        return bool(groups["year"]) or alike >= _ALIKE
    day, month = groups["day"] or groups["d"], groups["month"] or groups["m"]
    if sum(map(str.isdigit, match.group())) < FEWEST:
        return False
    if groups["year"] and re.search(r"[-./~]", match.group()):
        return _in(day, _NO_DAY) and _in(month, _NO_MONTH)
    return _in(day, 31) and _in(month, 12)


def _in(figures: str, most: int) -> bool:
    read = figures.translate(_FIGURES)
    return read.isdigit() and 0 < int(read) <= most


# Of a letter the sender says in the present when it is written: "ik schrijf dit op 3 mei".
_WRITTEN = re.compile(
    r"\b(?:(?:schrijf|teken|onderteken|(?:wij|we)\s(?:schrijven|tekenen|ondertekenen))\b[^.;]{0,30}|"
    r"(?:verstuur|verzend)\b[^.;]{0,15}|(?:deze|dit)\s(?:brief|mail|schrijven|bezwaar\w*|klacht\w*|formulier|papier)\b[^.;]{0,30}|"
    r"(?:aldus|naar waarheid|geschreven|opgemaakt|getekend|ondertekend)\b[^.;]{0,40}|"
    r"vandaag|heden|vanavond|vanmiddag|vanmorgen|nu)\W+"
    r"(?:(?:op|de|het is|is het|\w+dag)\W+)*$"
)
_WRITE_I = re.compile(
    r"^\W*(?:(?:schrijf|maak|dien|teken|verstuur|verzend)\s(?:ik|wij|we)\b|"
    r"(?:heb|hebben)\s(?:ik|wij|we)\s(?:deze|dit)\s(?:brief|bezwaar\w*|klacht\w*|schrijven)\b)"
)
# "Wie" / "waar" / "wanneer" over a letter, of what no word says.
_WHEN = re.compile(r"wanneer\W*\d")
_OF_PAST = re.compile(
    r"\b(?:uw|jullie|(?:tegen|over|van|op)\s(?:het|de|uw)|was|werd|had|kreeg|kwam|vorige|eerdere)\b"
)


def find_told_dates(letter: Letter) -> Iterator[RoledDate]:
    """Yield the dates in running text on which the sender says to write."""
    has_block = any(block.role is BlockRole.STAMP for block in letter.blocks)
    is_stamped = has_block or bool(find_received(letter))
    every = dates_of(letter) or yearless_of(letter)
    latest = max((each.found.date for each in every), default=None)
    for each in every:
        if each.block in NOT_SAID:
            continue
        if each.told and each.found.date == latest and _WHEN.match(each.sentence):
            yield each  # of the letter, or of what happened
        if each.role == "stempel" and not is_stamped:
            yield each  # "09 NOV 2026" by itself: of a stamp, or somebody writes so
        before, after = each.around
        said = _WRITTEN.search(before)
        if _WRITE_I.match(after) or (said is not None and not _OF_PAST.search(said[0])):
            yield each


# "Uw besluit van vorige week maandag", "de afwijzing van gisteren", "besluit dd 031026".
_RELATIVE = re.compile(
    r"(?i)\b(?:\w*besluit\w*|\w*beslissing|\w*beschikking|afwijzing\w*|toekenning\w*|indicatie|"
    r"weigering|(?:uw|de|jullie|die|een)\s(?:brief|bericht|schrijven))\b"
    r"(?:(?!arts|ziekenhuis|\w+loog|psychiater)[^.;:]){0,25}?(?:\b(?:van|d\.?d\.?|uit)\s|\()"
    r"(?P<day>(?:de\s)?(?:vorige|afgelopen|verleden|laatste|deze|voorbije|begin|eind|half|medio)\s"
    r"(?:(?:vorige|afgelopen|deze)\s)?(?:week|maand|\w+dag|\w+maand|"
    + "|".join(MONTH_NAMES)
    + r")(?:\s\w+dag)?|(?:eer)?gisteren|vandaag|\w+dag\s(?:jl|jongstleden|l\.?l)\b|"
    r"(?:een|twee|drie|vier)\s(?:week|weken|maand|maanden)\s(?:geleden|terug)|"
    r"\d{1,2}[-/]\d{1,2}(?![-/\d])|20[2-4]\d[01]\d[0-3]\d\b|[0-3]\d[01]\d(?:20)?[2-4]\d\b|(?:"
    + "|".join(MONTH_NAMES)
    + r")\b(?!\s?\d))"
)

# "Op 29-5 de mededeling", "brief 17-2": a day and a month of figures. With a dot between it may be
# a time or a chapter, unless a word for a date or a paper stands before it.
_SHORT = re.compile(
    r"(?<![\w.,/-])(?P<day>\d{1,2})\s?(?P<sign>[-/.])\s?(?P<month>\d{1,2})"
    r"(?![\w/-]|\.\d|\s?(?:uur|u\b|%))"
)
_DATED = re.compile(
    r"(?:\b(?:van|d\.?d\.?|datum|gedateerd|verstuurd|verzonden)|\w*(?:brief|besluit|schikking))\W*$"
)


def find_short_dates(letter: Letter, own: dt.date | None) -> Iterator[Span]:
    """Yield days without a year, in figures, in what is said of an office or of its letters."""
    for part in (body_of(letter), heading_of(letter)):
        for sentence in part.sentences:
            words = part.wording(sentence).casefold()
            if not (_OFFICE.search(words) or _OBJECTS.search(words)):
                continue
            for match in _SHORT.finditer(words):
                if _may_be_a_day(match, own):
                    start = sentence.start + match.start()
                    yield part.text.span(start, start + len(match[0]))


def _may_be_a_day(match: re.Match[str], own: dt.date | None) -> bool:
    day, month = int(match["day"]), int(match["month"])
    before, after = match.string[: match.start()], match.string[match.end() :]
    if not (0 < day <= _DAYS and 0 < month <= _MONTHS):
        return False
    if own is not None and (own.day, own.month) == (day, month):
        return False
    if match["sign"] == "." or _DATED.search(before):
        return _DATED.search(before) is not None
    return not (_I_DID.search(before) or _DID_I.search(after) or _BORN.search(before[-12:]))


def find_relative_dates(letter: Letter) -> Iterator[Span]:
    """Yield what tells the day of a decision by the day of the letter."""
    for part in (body_of(letter), heading_of(letter)):
        for match in _RELATIVE.finditer(part.text.string):
            yield part.text.span(*match.span("day"))


def find_open_dates(letter: Letter, own: dt.date | None) -> Iterator[RoledDate]:
    """Yield the dates that may be the decision's for all that the letter says of them.

    `own` is the latest date that may be the letter's own; no decision is of a later day.
    """
    every = dates_of(letter) or yearless_of(letter)
    settled = {each.found.date for each in every if each.role in SETTLED and not _is_open_too(each)}
    for each in every:
        is_own = each.role == "dagtekening" and each.found.date == own
        is_known = is_own or each.found.date in settled
        if not is_known and _may_be_decided(each, own) and _is_open(each, every):
            yield each


def _may_be_decided(dated: RoledDate, own: dt.date | None) -> bool:
    """Tell whether a decision of that day can be objected to in this letter."""
    if dated.block in NOT_SAID or dated.found.marks & {"zonder_dag", "bestaat_niet"}:
        return False
    if own is None or dated.found.date.year == NO_YEAR:
        return dated.role != "dagtekening"
    return own.year - LONG_AGO <= dated.found.date.year and dated.found.date <= own


def _is_open_too(dated: RoledDate) -> bool:
    """Tell a date of something else that may be the decision's all the same."""
    told = _OPEN_WITH.get(dated.role)
    return told is not None and told.search(dated.sentence) is not None


def _is_open(dated: RoledDate, every: Sequence[RoledDate]) -> bool:
    """Tell whether a date may be the decision's for all that the letter says of it."""
    if dated.role in _OPEN_WITH:
        return _is_open_too(dated)
    if dated.role:
        return dated.role in {"dagtekening", "eigen_brief"}
    beside = [each for each in every if each.sentence == dated.sentence]
    return not any(each.role in HAPPENED for each in beside) and _is_of_office(dated)


def _is_of_office(dated: RoledDate) -> bool:
    """Tell the day of a paper or of what an office did from the day of what the sender did."""
    before, after = dated.around
    if _THING_OF.search(before):
        return True
    if _I_DID.search(before) or _DID_I.search(after):
        return False
    return bool(_OFFICE.search(dated.sentence) or _OBJECTS.search(dated.sentence))
