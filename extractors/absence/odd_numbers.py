"""Find what may be the number of a decision, a case or a client by its shape alone."""

import re
from collections.abc import Iterator

from extractors.dates.dates import ANY_YEAR, find_dates

# What offices number their letters with, and whatever else may be such a number.
_CODE = re.compile(
    r"(?<![\w@./:\u20ac-])(?P<code>[A-Za-z]{0,6}(?:\s?[-/]\s?|\.)?\d\w*(?:(?:\s?[-/]\s?|\.)\w+)*)(?![\w@])"
)
_NO_CODE = re.compile(
    r"(?i)^\d{4}\s?[a-z]{2}$|^nl\d\d|^\d{1,3}(?:\.\d{1,3})?$|^\d{1,5}[a-z]{0,4}$|^\d{1,4}[-/]\d{1,3}$|^20\d\d[-/]20\d\d$"
)
# Behind the word for a number it may be in groups: "kenmerk wmo 26 40931".
_NUMBERED = re.compile(
    r"(?i)\b(?:kenmerk|referentie|ref|zaak\w*|dossier\w*|nummer|nr|besluitn\w+|beschikkingsn\w+)\b[^\d\n]{0,20}"
    r"(?P<code>\d[\d ./-]{3,}\d)(?!\w)"
)
FEWEST_FIGURES = 4


def codes_in(text: str) -> Iterator[tuple[int, int]]:
    """Yield where figures stand that are no date, time, amount, year, postcode or house number.

    >>> text = "Uw brief ZK-26/0417 van 3 mei 2026 kwam om 12.30."
    >>> [text[start:end] for start, end in codes_in(text)]
    ['ZK-26/0417']
    """
    for match in (*_CODE.finditer(text), *_NUMBERED.finditer(text)):
        code = match["code"]
        if sum(map(str.isdigit, code)) < FEWEST_FIGURES or _NO_CODE.match(code.strip()):
            continue
        if not find_dates(code, default_year=ANY_YEAR, impossible=True):
            yield match.span("code")
