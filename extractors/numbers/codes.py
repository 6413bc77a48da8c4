"""Read a code as offices print them, and tell where it ends.

A code may be in pieces: "WLZ 2026 004512", "MZ 1188 JT". What stands behind it on the line is often
no part of it: a date, the hour, a profile of care, the number of something else.
"""

import re

from extractors.dates.dates import ANY_YEAR, FoundDate, find_dates
from extractors.document import Span, Text
from extractors.parts import POSTCODE
from extractors.people.contacts import is_phone
from extractors.readers.bsn_check import passes

# A code is one to four pieces; a piece has a figure in it or is short and in capitals.
_PIECE = re.compile(r"[A-Za-z0-9][\w./\\:#+&\u2013-]*|[-/\u2013](?=\s)")
_CAPITALS = re.compile(
    r"(?:[A-Z][A-Za-z]{0,2}[A-Z]?[A-Z]{0,5}|[A-Z]{1,5}[-/.&][A-Za-z]{1,5})[-/.:]?$"
)
_MOST_PIECES = 5
_FIGURE = re.compile(r"\d")  # no code is without
# "Z26/11861 - TN"; but "12345 - PGB" tells what the case is about.
_TOPICS = "PGB|WLZ|WMO|ZIN|ZVW|CIZ|VPT|MPT|BSN|AWB|SVB|CAK"
_TOPIC = re.compile(rf"(?:{_TOPICS})[-/.:]?$", re.IGNORECASE)
_LAST_LETTERS = re.compile(
    rf"(?<=\d [-/\u2013] )(?!(?:{_TOPICS})\b)[A-Z]{{1,3}}(?=\s*(?:$|[\n,;.)]))"
)
# "MZ 1188 JT": letters on both sides.
_FIRST_CAPITALS = re.compile(r"\b[A-Z]{1,4}[ -]?\d{2,} $")
_LAST_CAPITALS = re.compile(rf"(?!(?:{_TOPICS})\b)[A-Z]{{2,3}}(?=\s*(?:$|[\n,;.)]))")
# In the boxes of a form stands one sign in each.
_ONE_BY_ONE = re.compile(r"[\s:.]*(?:\w ){4}")
_MOST_SIGNS = 14
_STOP = frozenset(
    "d.d. dd dd. d.d van en op of de het te met bsn tel tel. mob mob. fax geb geb. in is m.b.t. "  # noqa: SIM905
    "inzake".split()
)
# A code with so many figures may be whole; what then follows must look like a piece of one.
_WHOLE = 5
# "26-118 3e verdieping", "ZK-118 14:30", "8841/26 VV5", "ZK26/1188 d.d.12-10-2026".
_BEHIND = re.compile(
    r"\d{1,2}(?:e|de|ste)|\d{1,2}:\d{2}|d\.?d\.?\d.*|\d?(?:VV|VG|LG|LVG|GGZ|ZZP|ZG)-?\d{0,2}",
    re.IGNORECASE,
)
_MEASURED = re.compile(
    r"\d[\d.]*(?:,\d\d|,-)?\s?(?:euro|eur|uur|uren|dagen|weken|maanden|jaar|keer|km|meter|procent)"
    r"(?!\w)",
    re.IGNORECASE,
)
_AMOUNT = re.compile(r"[\s:]*(?:\d{1,3}(?:\.\d{3})+|\d+),(?:\d\d|-)(?![\w-])")
_YEAR = re.compile(r"(?:19|20)\d\d")
# "PGB 2026", "2025/2026": of which year, not which case.
_YEARS = re.compile(
    rf"(?:(?:{_TOPICS})[ -]?)?(?:19|20)\d\d(?:\s?[-/\u2013]\s?(?:(?:19|20)\d\d|2\d))?",
    re.IGNORECASE,
)
_BORN_ON = re.compile(r"[0-3]\d[01]\d(?:19\d\d|20[01]\d)")
_PHONE = re.compile(r"[0+(][\d\s()-]{8,13}\d\b")
_ENDED = re.compile(r"\d\.\s+$")  # a full stop: what follows is another sentence


def code_at(text: Text, start: int) -> Span | None:
    """Return the code that begins at `start`, or None when no code stands there."""
    if _AMOUNT.match(text.string, start):
        return None
    end = start
    for _ in range(_MOST_PIECES if not _ONE_BY_ONE.match(text.string, start) else _MOST_SIGNS):
        match = re.compile(r"[\s:]*").match(text.string, end)
        piece = _PIECE.match(text.string, match.end() if match else end)
        if piece is None or not _is_piece(piece, text.string, first=end == start):
            break
        if _is_behind(text.string[start : piece.start()], text.string[piece.start() :]):
            break
        end = piece.end()
        if text.string[end : end + 1] in {",", ")", ";", "]"}:
            break
    code = text.string[start:end].strip(" .:,-/\u2013_(")
    if not _FIGURE.search(code) or len(re.sub(r"\W", "", code)) < 3:
        return None
    begin = text.string.find(code, start)
    return text.span(begin, begin + len(code))


def letters_ahead(text: str, start: int) -> int:
    """Return where a code begins of which the letters stand by themselves: "RIV 2026/4418/P".

    Not those that tell what it is about ("PGB 2026/4418"), nor a word of a line in capitals.
    """
    ahead = re.search(r"(?<![\w./-])[A-Z]{2,5} $", text[:start])
    if ahead is None or text.isupper() or _TOPIC.match(ahead.group().strip()):
        return start
    return ahead.start()


def is_year(code: str) -> bool:
    """Tell a year, or two, also with what it is the year of.

    >>> is_year("2026"), is_year("pgb 2025-2026"), is_year("2026-0118")
    (True, True, False)
    """
    return _YEARS.fullmatch(code) is not None


def is_born_on(code: str) -> bool:
    """Tell the day of a birth, written without signs.

    >>> is_born_on("12031940"), is_born_on("12032026")
    (True, False)
    """
    return _BORN_ON.fullmatch(code) is not None


def _is_piece(piece: re.Match[str], text: str, *, first: bool) -> bool:
    word = piece.group()
    if word.casefold().strip(":;") in _STOP:
        return False
    # A single sign behind a code is a speck or the edge of another column.
    if not first and len(word) == 1 and word.isalnum():
        return _may_end(text, piece)
    if word.endswith(":") and word[:-1].isalpha():
        return False  # another label
    rest = text[piece.start() : piece.start() + 22]
    if any(_is_date(found, rest) for found in find_dates(rest, default_year=ANY_YEAR)):
        return False
    if _FIGURE.search(word) or _ends_in_letters(text, piece.start()):
        return True
    is_separator = bool(re.fullmatch(r"[-/\u2013]", word))
    is_letters = _CAPITALS.match(word) or (first and _TOPIC.match(word))
    return (is_separator and not first) or bool(is_letters and _goes_on(text, piece.end()))


def _is_date(found: FoundDate, rest: str) -> bool:
    """Tell a date with which a piece begins from a code that looks like one: "26/10/22/ptv"."""
    return found.start == 0 and not re.match(r"[/-][A-Za-z]{1,4}(?!\w)", rest[found.end :])


def _is_behind(code: str, rest: str) -> bool:
    """Tell what stands behind a code on the line from a further piece of it."""
    figures = sum(map(str.isdigit, code))
    word = rest.split(maxsplit=1)[0].rstrip(".,;)")
    if not figures:
        return False
    if _BEHIND.fullmatch(word) or _MEASURED.match(rest):
        return True
    return figures >= _WHOLE and bool(_ENDED.search(code) or _is_another(word, rest))


def _is_another(word: str, rest: str) -> bool:
    """Tell a year, a subject or another number from a piece of a code that may be whole."""
    phone = _PHONE.match(rest)
    return bool(
        (_YEAR.fullmatch(word) and not _goes_on(rest, len(word)))
        or _TOPIC.match(word)
        or POSTCODE.match(rest)
        or (phone and is_phone(phone.group()))
        or (re.fullmatch(r"\d{9}", word) and passes(word))
    )


def _ends_in_letters(text: str, start: int) -> bool:
    """Tell the last letters of a code from words: "Z26/11861 - TN", "MZ 1188 JT"."""
    framed = _LAST_CAPITALS.match(text, start) and _FIRST_CAPITALS.search(text[:start])
    return bool(framed or _LAST_LETTERS.match(text, start))


def _may_end(text: str, piece: re.Match[str]) -> bool:
    """Tell the last sign of a code from a speck: figures one by one, a capital that ends a line."""
    if _goes_on(text, piece.end()):
        return True
    one_by_one = re.search(r"(?<!\w)\w \w $", text[: piece.start()])
    ends = re.match(r"\s*(?:$|[\n.,;)])", text[piece.end() :])
    return bool(one_by_one or (ends and piece.group().isupper()))


def _goes_on(text: str, end: int) -> bool:
    """Tell whether a piece with a figure follows, so that capitals are part of a code."""
    return bool(re.match(r"[\s./-]*([A-Z]{1,5}[\s./-]+)?[\w./-]*\d", text[end : end + 25]))
