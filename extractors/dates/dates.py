"""Read Dutch dates as people write them and scanners damage them.

Formats: requirements of the domain reference 5.1 (figures, ISO, month names, abbreviations,
two-digit years, spelled-out numbers, month only). What a date is the date of is not decided here.
"""

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz.distance import Levenshtein

from extractors.once import once

ANY_YEAR = 2024  # where it matters only that something is a day
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari jan january",
            "februari feb febr february",
            "maart mrt maa march",
            "april apr",
            "mei may",
            "juni jun june junl",
            "juli jul july jull",
            "augustus aug august",
            "september sep sept",
            "oktober okt oct october",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
_FULL = tuple(name for name in MONTHS if len(name) >= 5)
_FOLD = str.maketrans("OoQDlI|!SsBZz", "0000111155822")
# A digit, or a letter that scanners make of one.
_D = r"[0-9OoQlI|SsBZ]"
# Programs for plain text break a line wherever it is full: "15 oktober 20" / "26". Scanners part
# figures that stand wide: "15 oktober 20 26", and a line of dirt others: "15-10-2 026".
_BROKEN_YEAR = (
    r"20\n2\d(?!\s[a-z]+\s\d)|20 2\d(?=\s*(?:[\n,;.)]|$))|2 02\d|202 \d(?=\s*(?:[\n,;.)]|$))"
)
# Word processors set a hyphen that keeps a date on one line, typesetters dashes or a dot halfway.
_SIGN = r"[-./\u00ad\u00b7\u2010-\u2015\u2212]"
# Of the years from 2600 on that a scan shows, the figure behind the 2 was a nought.
_CENTURY = r"(?:19|20|l9|2O|2o|zo|2[689](?=[012]))"
_YEAR = rf"(?P<year>['\u2019`]\s?{_D}{{2}}|{_BROKEN_YEAR}|{_CENTURY}{_D}{{2}}|{_D}{{2}})"
# A colon that stands apart looks like a 1: "Datum 1 18/11/2026".
_COLON = r"(?:(?<=[Dd]atum 1 )|(?<=^1 )|(?<=\n1 ))(?=\d\d[-./]\d\d[-./]\d{4})"
# A date may stand right behind another one or a time, as a stamp beside the letter's own.
_BEHIND = r"(?:(?<=[-./\s]20\d\d )|(?<=\d:\d\d ))(?=\d{1,2}[-./]\d{1,2}[-./]20\d\d)"
# "Leiden,3-3-2026" and "Leiden/3-3-2026" as well, but not "1,3-3-2026"; and with a speck behind it.
_BEFORE = (
    rf"(?:(?<![\w/.,-])|(?<=[a-z]{{3}}[,/])|(?<=[a-z]{{3}},\.))(?:(?<!\d )|{_COLON}|{_BEHIND})"
)
_AFTER = r"(?![\w])(?![-./]\d)(?!\s\d{2}\s\d)"
_NUMERIC = re.compile(
    rf"{_BEFORE}(?P<day>{_D}{{1,2}})\s?{_SIGN}\s?(?P<month>{_D}{{1,2}})"
    rf"\s?{_SIGN}\s?{_YEAR}{_AFTER}"
)
# "3-III-2026", of which a scanner makes "3-lll-2026". "ll" is taken for 11, "II" for 2.
_ROMAN = re.compile(
    rf"{_BEFORE}(?P<day>\d{{1,2}})\s?(?:{_SIGN}|\s)\s?"
    r"(?P<roman>I{1,2}|[Il1|]{3}|[Il1|]?V[Il1|]{0,3}|[Il1|]?X[Il1|]{0,2})"
    rf"\s?(?:{_SIGN}|\s)\s?(?P<year>['\u2019`]\s?\d{{2}}|20\d{{2}}|(?<={_SIGN})\d{{2}}){_AFTER}"
)
_BOXES = re.compile(
    r"(?<![\w/.,-])(?P<day>\d{2}) (?P<month>\d{2}) (?P<year>(?:19|20)\d{2})(?![\w-])(?! \d)"
)
# One figure in each box of a form.
_ONE_BY_ONE = re.compile(
    r"(?<![\w/.,-])(?<!\d )(?P<day>[0-3] \d) (?:[-/] )?(?P<month>[01] \d) (?:[-/] )?"
    r"(?P<year>2 0 \d \d)(?![\w-])(?! \d)"
)
# The same without anything between, where a label says that it is a date: "12031951".
_TOGETHER = re.compile(
    r"(?<![\w./-])(?P<day>[0-3]\d)(?P<month>[01]\d)(?P<year>(?:19|20)\d{2})(?![\w./-])"
)
# A scanner may lose one of the dashes: "2026-11 13".
_DASH = r"[-\u2010-\u2015]"
_ISO = re.compile(
    rf"(?<![\w/.-])(?P<year>(?:19|20)\d{{2}}){_DASH}"
    rf"(?P<month>\d{{1,2}})(?:{_DASH}|(?<={_DASH}\d\d)\s(?=\d\d(?![\d-])))(?P<day>\d{{1,2}})(?!-?\d)"
)
# "2026/03/09"; a number of a file goes on.
_YEAR_FIRST = re.compile(
    r"(?<![\w/.-])(?P<year>20\d{2})(?P<sign>[./])(?P<month>\d{2})(?P=sign)(?P<day>\d{2})(?![-./]?\w)"
)
_COUNTED = (
    r"\s+(?:(?:keer|maal|uur|uren|minuten|dagen|weken|euro|procent)\b|"
    r"(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)\b)"
)
_NAMED = re.compile(
    # A day with no figure left in it ("l november") must stand apart from the month.
    rf"(?<![\w/-])(?P<day>(?=.?[0-9]){_D}{{1,2}}|{_D}{{1,2}}(?=[\s.]))\s?(?:e|ste|den?)?[\s.,-]{{0,3}}"
    rf"(?P<name>[A-Za-z01|]{{3,12}}?)(?:\b|(?=\d{{4}}))"
    # "2 juni, 30 juni": two figures behind a comma, or before another word for time, are no year.
    rf"(?:\.?(?!\s*,\s*{_D}{{2}}(?!\d)|[\s.-]{{0,3}}{_D}{{2}}{_COUNTED})"
    rf"[\s,.-]{{0,3}}{_YEAR}(?![\w])(?![-./]\d))?"
)
# "September 30, 2026", as English mail programs print it.
_AMERICAN = re.compile(
    r"(?<![\w-])(?P<name>[A-Z][a-z]{2,8})\.?\s(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s(?P<year>20\d{2})(?!\w)"
)
# "d.d. 3-9 jl.": a day and a month alone are told from a share, hours or a number by what stands
# beside them.
_DAY_MONTH = re.compile(
    r"(?<![\w/.,-])(?P<day>\d{1,2})\s?[-/]\s?(?P<month>\d{1,2})(?![\w%]|\s?[-/.:,]?\s?\d|\s?[-/])"
    r"(?!\s(?:pagina|bladz|blz|regel|kantje|a4|uur|uren|keer|maal|week|weken|dag|maand|euro|deel))",
    re.IGNORECASE,
)
_TELLS_DAY = re.compile(
    r"(?:\bd\.?\s?d\.?|\b(?:gedateerd|dagtekening|datum)(?:\sop)?|\bdateert(?:\s\w+)?\svan|"
    r"(?:brief|besluit|beschikking|beslissing|schrijven|bericht|afwijzing|mail)"
    r"(?:\s(?:van|op)|\b[^.;()]{0,30}\())[\s:]*"
    r"(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag\s)?$",
    re.IGNORECASE,
)
_ON_DAY = re.compile(r"\bop\s$", re.IGNORECASE)
_HAPPENED = re.compile(
    r"\s(?:kreeg|kregen|ontving|ontvingen|heb|hebben|hebt|heeft|is|zijn|was|werd|stuurde|schreef|"
    r"lag|viel|kwam|belde|sprak)\b"
)
_LAST = re.compile(r"\s?(?:jl|j\.l|ll|l\.l|jongstleden|laatstleden)\b", re.IGNORECASE)
# "12 oktober ll.": of two strokes a scanner makes "Il" or "1l"; two figures are a year.
_MISREAD_LAST = re.compile(r"(?!11)[lI|1]{2}")
_MONTH_ONLY = re.compile(r"(?<![\w-])(?P<name>[A-Za-z]{3,12})\.?\s(?P<year>(?:19|20)\d{2})(?!\w)")
# A speck, or a figure of an old shape, gives a scanned day a figure too many: "138 november 2026".
_CROWDED = re.compile(
    rf"{_BEFORE}(?:(?P<weekday>(?:maan|dins|woens|donder|vrij|zater|zon)dag),?\s(?:de\s)?)?"
    r"(?P<day>\d{3})\s(?P<name>[A-Za-z]{3,9})\s(?P<year>20\d{2})(?!\w)",
    re.IGNORECASE,
)
WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_ROMAN_MONTHS = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]
# What a date cannot do without: most texts have none of it, which is seen in a glance.
_BETWEEN_SIGNS = re.compile(rf"{_SIGN}\s?{_D}{{1,2}}\s?{_SIGN}")
_YEAR_AHEAD = re.compile(r"(?:19|20)\d{2}[-./\u2010-\u2015]")
_SPACED_YEAR = re.compile(r"\s(?:19|20)\d{2}")
_FIGURE = re.compile(r"\d")
_BEFORE_ROMAN = re.compile(rf"\d\s?(?:{_SIGN}|\s)\s?[IVXl1|]")
_CROWDED_DAY = re.compile(r"\d{3}\s[A-Za-z]{3,9}\s20\d{2}")
_FRACTION = re.compile(r"\d\s?[-/]\s?\d")
_LETTER_DAY = re.compile(rf"{_D}(?<![\w/-].){_D}?[\s.]")
_SPELLED_MONTHS = [name for name in MONTHS if len(name) > 3 or name == "mei"]
_UNITS = ["een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen"]
_TEENS = [
    "tien",
    "elf",
    "twaalf",
    "dertien",
    "veertien",
    "vijftien",
    "zestien",
    "zeventien",
    "achttien",
    "negentien",
]
_TENS = {20: "twintig", 30: "dertig", 40: "veertig"}
_ORDINALS = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "vijfde": 5, "zesde": 6}


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date and where it stands in the text that was searched."""

    date: dt.date
    start: int
    end: int
    marks: frozenset[str] = frozenset()  # "zonder_dag", "zonder_jaar", "hersteld", "bestaat_niet"


def find_dates(
    text: str, *, default_year: int | None = None, impossible: bool = False
) -> tuple[FoundDate, ...]:
    """Return the dates in the text, in order, without overlaps.

    A day and month without a year is only returned when `default_year` says which year it was.
    A month without a day gives its first day with the mark `zonder_dag`. With `impossible` a date
    that is on no calendar ("31 november 2026") gives the last day of its month and the mark
    `bestaat_niet`.

    >>> [str(found.date) for found in find_dates("d.d. l2 0ktober 2026, zie ook 3-3-'26")]
    ['2026-10-12', '2026-03-03']
    """
    taken: list[FoundDate] = []
    for found in _every(text, default_year):
        if "bestaat_niet" in found.marks and not impossible:
            continue
        if not any(found.start < other.end and other.start < found.end for other in taken):
            taken.append(found)
    return tuple(sorted(taken, key=lambda each: each.start))


def find_labelled_dates(text: str, *, default_year: int | None) -> tuple[FoundDate, ...]:
    """Return the dates, also one of eight figures in a row, behind a label that announces one.

    >>> [str(found.date) for found in find_labelled_dates("Datum: 12032026", default_year=None)]
    ['2026-03-12']
    """
    in_row = [found for match in _TOGETHER.finditer(text) for found in _numeric(match)]
    found = find_dates(text, default_year=default_year, impossible=True)
    return (*found, *(each for each in in_row if "bestaat_niet" not in each.marks))


@once  # several finders ask for the dates of the same lines and sentences
def _every(text: str, default_year: int | None) -> tuple[FoundDate, ...]:
    return tuple(_all(text, default_year))


def _all(text: str, default_year: int | None) -> Iterator[FoundDate]:
    has_figure = _FIGURE.search(text)
    year_ahead = has_figure and _YEAR_AHEAD.search(text)
    has_year = has_figure and _SPACED_YEAR.search(text)
    before_roman = has_figure and _BEFORE_ROMAN.search(text)
    for match in _ROMAN.finditer(text) if before_roman else ():
        yield from _roman(match)
    for pattern, may_match in (
        (_ISO, year_ahead),
        (_YEAR_FIRST, year_ahead),
        (_NUMERIC, _BETWEEN_SIGNS.search(text)),
        (_BOXES, has_year),
        (_ONE_BY_ONE, "2 0 " in text),
    ):
        for match in pattern.finditer(text) if may_match else ():
            yield from _numeric(match)
    if has_year:
        yield from _crowded(text)
    for match in _AMERICAN.finditer(text) if has_year else ():
        yield from _named(match, None)
    has_day = has_figure or _LETTER_DAY.search(text)
    for match in _NAMED.finditer(text) if has_day else ():
        yield from _named(match, default_year)
    for match in _spelled_pattern().finditer(text) if _may_be_spelled(text) else ():
        yield from _spelled(match, default_year)
    yield from _day_months(text, default_year)
    for match in _MONTH_ONLY.finditer(text) if has_year else ():
        yield from _month_only(match)


def _month_only(match: re.Match[str]) -> Iterator[FoundDate]:
    month = month_of(match["name"])
    if month:
        yield from _found(match, (int(match["year"]), month, 1), {"zonder_dag"})


def _may_be_spelled(text: str) -> bool:
    """Tell whether a month stands behind a word: seldom, and the pattern is slow."""
    folded = text.casefold()
    return any(
        before[-1:].isspace() and before[-2:-1].isalpha()
        for month in [each for each in _SPELLED_MONTHS if each in folded]
        for before in folded.split(month)[:-1]
    )


def _numeric(match: re.Match[str]) -> Iterator[FoundDate]:
    parts = tuple(_number(match[name]) for name in ("year", "month", "day"))
    if None not in parts:
        year, month, day = (part or 0 for part in parts)
        yield from _found(match, (_century(year), month, day), _repair_marks(match))


def _day_months(text: str, year: int | None) -> Iterator[FoundDate]:
    """Yield a day and a month in figures of which the words beside them say that they are one."""
    if year is None or not _FRACTION.search(text):
        return
    for match in _DAY_MONTH.finditer(text):
        before, after = text[max(match.start() - 40, 0) : match.start()], text[match.end() :]
        happened = _ON_DAY.search(before) and _HAPPENED.match(after)
        if happened or _TELLS_DAY.search(before) or _LAST.match(after):
            yield from _found(
                match, (year, int(match["month"]), int(match["day"])), {"zonder_jaar"}
            )


def _roman(match: re.Match[str]) -> Iterator[FoundDate]:
    written = re.sub(r"[l1|]", "I", match["roman"])
    year = _number(match["year"])
    if written in _ROMAN_MONTHS and year is not None:
        month = _ROMAN_MONTHS.index(written) + 1
        # Strokes may be read as other strokes; they are no other month.
        yield from _found(match, (_century(year), month, int(match["day"])), set())


def _named(match: re.Match[str], default_year: int | None) -> Iterator[FoundDate]:
    month, day = month_of(match["name"]), _number(match["day"])
    is_last = _MISREAD_LAST.fullmatch(match["year"] or "")
    year = _number(match["year"]) if match["year"] and not is_last else None
    if month is None or day is None:
        return
    if year is not None:
        yield from _found(match, (_century(year), month, day), _repair_marks(match))
    elif default_year is not None:
        yield from _found(match, (default_year, month, day), {"zonder_jaar"})


def _crowded(text: str) -> Iterator[FoundDate]:
    """Leave out the figure that is too many when the day of the week tells which one."""
    for match in _CROWDED.finditer(text) if _CROWDED_DAY.search(text) else ():
        month, year, figures = month_of(match["name"]), int(match["year"]), match["day"]
        if month is None:
            continue
        days = {int(figures[:at] + figures[at + 1 :]) for at in range(len(figures))}
        fit = [day for day in days if _falls_on(match["weekday"], year, month, day)]
        day, mark = (fit[0], "hersteld") if len(fit) == 1 else (1, "zonder_dag")
        yield from _found(match, (year, month, day), {mark})


def _falls_on(weekday: str | None, year: int, month: int, day: int) -> bool:
    if weekday is None or not 1 <= day <= calendar.monthrange(year, month)[1]:
        return False
    return calendar.weekday(year, month, day) == WEEKDAYS.index(weekday.casefold())


def _found(
    match: re.Match[str], parts: tuple[int, int, int], marks: set[str]
) -> Iterator[FoundDate]:
    year, month, day = parts
    if not (1900 <= year <= 2100 and 1 <= month <= 12 and 1 <= day <= 31):
        return
    last = calendar.monthrange(year, month)[1]
    # People count 31 days in November and forget which year was a leap year.
    absent = {"bestaat_niet"} if day > last else set()
    date = dt.date(year, month, min(day, last))
    yield FoundDate(date, match.start(), match.end(), frozenset(marks | absent))


def _number(text: str) -> int | None:
    """Return the number, with letters that scanners make of digits turned back."""
    digits = "".join(text.lstrip("'\u2019`").split()).replace("zo", "20").translate(_FOLD)
    if len(digits) == 4 and digits[:2] in {"26", "28", "29"}:
        digits = f"20{digits[2:]}"
    return int(digits) if digits.isdigit() else None


def _repair_marks(match: re.Match[str]) -> set[str]:
    groups = match.groupdict()
    printed = "".join(groups[name] or "" for name in ("day", "month", "year") if name in groups)
    return {"hersteld"} if re.search(r"[A-Za-z|]|^\d{2,4}2[689]\d\d$", printed) else set()


def _century(year: int) -> int:
    """Complete a year of two figures; letters are about this century, births about either."""
    if year >= 100:
        return year
    return 2000 + year if year < 50 else 1900 + year


@lru_cache(maxsize=1024)  # any word of a stamp may be asked
def month_of(name: str) -> int | None:
    """Return the month that is meant, or None.

    >>> month_of("0ktober"), month_of("mrt"), month_of("maal")
    (10, 3, None)
    """
    folded = name.casefold().translate(str.maketrans("01|5", "olls"))
    folded = folded.replace("rn", "m") if "rn" in folded else folded
    if folded in MONTHS:
        return MONTHS[folded]
    near = min(_FULL, key=lambda month: Levenshtein.distance(folded, month))
    allowed = 2 if len(near) >= 7 else 1
    if len(folded) >= 5 and Levenshtein.distance(folded, near) <= allowed:
        return MONTHS[near]
    return None


@cache
def _number_words() -> dict[str, int]:
    words = dict(_ORDINALS)
    words |= {name: number for number, name in enumerate(_UNITS, start=1)}
    words |= {name: number for number, name in enumerate(_TEENS, start=10)}
    for tens, name in _TENS.items():
        words[name] = tens
        for unit, unit_name in enumerate(_UNITS, start=1):
            joint = "ën" if unit_name.endswith("e") else "en"
            words[f"{unit_name}{joint}{name}"] = tens + unit
            words[f"{unit_name}en{name}"] = tens + unit
    return words


@cache
def _spelled_pattern() -> re.Pattern[str]:
    numbers = "|".join(sorted(_number_words(), key=len, reverse=True))
    months = "|".join(_SPELLED_MONTHS)
    return re.compile(
        rf"\b(?P<day>{numbers})(?:de|ste)?\s(?P<name>{months})"
        rf"(?:\s(?:(?P<year>\d{{4}})|tweeduizend\s?(?:en)?\s?(?P<words>{numbers})))?\b",
        re.IGNORECASE,
    )


def _spelled(match: re.Match[str], default_year: int | None) -> Iterator[FoundDate]:
    day, month = _number_words()[match["day"].casefold()], month_of(match["name"])
    if match["words"]:
        year: int | None = 2000 + _number_words()[match["words"].casefold()]
    else:
        year = int(match["year"]) if match["year"] else default_year
    if month and year:
        stated = match["words"] or match["year"]
        yield from _found(match, (year, month, day), set() if stated else {"zonder_jaar"})
