"""What the reference of an office looks like where no label names it.

In each pattern the group `code` is a run of letters and figures, `groups` are figures in groups.
"""

import re

# What is counted or paid is no code: "70.000 euro".
_NO_UNIT = r"(?!\s?(?:euro|uur|uren|km|per|keer|dagen)\b)"
# A code as offices print them: figures in a run with letters, or in groups with signs between.
_SHAPE = (
    r"(?P<code>(?=(?:[A-Z]{1,6}[-/] )?[A-Za-z0-9./-]*\d{3})"
    # A code that is broken over a line goes on behind its sign: "ZK-" / "2026-118342".
    r"(?:[A-Z][a-z]{1,4}\d[\dA-Z./-]{4,}|[A-Z]{1,6}(?:[-./]?|[-/] )\d[A-Z0-9./-]{3,}"
    r"|[A-Z]{1,6}(?:[-./][A-Za-z]{1,6}){1,2}[-./]\d[A-Z0-9./-]{3,}"
    r"|[A-Za-z]{1,5}-\d[A-Z0-9./-]{3,}|\d{2,}[-./]?[A-Z0-9./-]{4,}"
    # "26ink04321", "d2026.11407"
    r"|\d{2}[a-z]{2,4}\d{4,}|[a-z]\d{2,4}[-./]\d{4,})"
    # The subject or who deals with it ends it: "/hv", "-wlz", ".Wlz.JV".
    r"(?:[./-](?:[a-z]{1,4}|[A-Z]?[a-z]{1,2}[A-Z]?(?:\.[A-Z]{1,3})?))?)(?![\w@])(?!,[\d-])"
    + _NO_UNIT
)
_GROUPS = r"(?P<groups>\d{3,4}(?: \d{2,4}){1,3})(?![\w.,]?\d)"
CODE = re.compile(
    r"(?<![\w@./&-])(?<!\u20ac )(?<!\u20ac)(?:" + _SHAPE + "|(?<=brief )" + _GROUPS + ")"
)
# After the word for what an office sent stands its date and then, between commas or brackets or
# after "nummer" or "onder", what it is filed under.
NUMBERED_LETTER = re.compile(
    r"\b(?i:\w*besluit|\w*beschikking|\w*beslissing|brief|schrijven|afwij[sz]ing|toekenning|afgewezen|"
    r"geweigerd|geregistreerd)\b"
    r"(?:[^.!?;:]|\.(?!\s+[A-Z])){0,90}?(?:[,(]\s?|\b(?i:nr|nummer|no|onder|als|kenmerk|gemerkt)\b[\s.:]{0,3})(?:"
    + _SHAPE + "|" + _GROUPS + ")"
)  # fmt: skip
_HANDLED_BY = r"(?P<by>\s(?:[A-Z]?[a-z]{1,2}[A-Z]|[A-Z]{2,3})/[a-z]{2,3}|\s[A-Z]?[a-z]{1,2}[A-Z])?"
# Right behind the word and with the date behind it: "in brief 26-00417-RK van 13 oktober".
NUMBER_AND_DATE = re.compile(
    r"\b(?i:\w*besluit|\w*beschikking|\w*beslissing|brief|schrijven|bericht)\s"
    r"(?P<groups>(?!))?" + _SHAPE + _HANDLED_BY + r"(?=[,)]?\s\(?(?:van|d\.?d\.?|gedateerd)\s)"
)
# The same without a shape: "het besluit d.d. 09-07-2026 (nr. 26MD 10903)", of which a scan parted
# the letters from the figures.
NUMBER_OF_LETTER = re.compile(
    r"\b(?:\w*besluit|\w*beschikking|\w*beslissing|brief|schrijven)\b"
    r"(?:[^.!?;:]|\.(?!\s+[A-Z])){0,60}?[,(]\s?(?:nr|nummer|no)\b[\s.:]{0,3}",
    re.IGNORECASE,
)
_ON_PAPER = (
    r"(?i:(?:op|boven|bovenaan|onder) (?:de|die|deze|uw|jullie|het|dat) (?:\w+ )?"
    r"(?:\w*besluit|\w*beschikking|\w*beslissing|brief|schrijven|afwijzing)"
    r"|bovenaan|erboven|erop|daarop|daarboven|daaronder|(?:links|rechts)?boven(?: in)?|in de hoek)"
)
_STANDS = (
    r"(?i:staat|stond|lees ik|zie ik|vind ik|schrijft u|u schrijft|vermeldt u|u vermeldt)"
    r"(?i: er| daar| ook){0,2}"
)
# Where it stands on the paper: "bovenaan staat ZK-2026-118342", "(26-118342 staat er bovenaan)".
STANDS_THERE = re.compile(
    rf"\b(?:{_ON_PAPER} {_STANDS}|{_STANDS} {_ON_PAPER})[\s:'\"\u2018\u201c]{{1,3}}"
    rf"(?:{_SHAPE}|{_GROUPS}){_NO_UNIT}"
)
STANDS_BEHIND = re.compile(
    rf"(?<![\w@./&-])(?<!\u20ac )(?P<groups>(?!))?{_SHAPE}"
    rf"(?=['\"\u2019\u201d]?\s{_STANDS} {_ON_PAPER}\b)"
)
# Right behind the word and at the end of what is said: "(zie uw brief 568/818/192)".
_RIGHT_BEHIND = re.compile(
    r"\b(?i:uw|jullie) (?i:brief|besluit|beschikking|beslissing)\s(?P<groups>(?!))?"
    + _SHAPE
    + r"(?=[).,;])"
)
# In the sentences of a letter.
IN_SENTENCES = (NUMBERED_LETTER, STANDS_THERE, STANDS_BEHIND, _RIGHT_BEHIND)
# What these patterns cannot do without, in small letters.
_PAPERS = (
    "besluit", "beschikking", "beslissing", "brief", "schrijven", "bericht", "afwijzing",
    "afwijsing", "toekenning", "afgewezen", "geweigerd", "geregistreerd",
)  # fmt: skip
# Any figures in a row or in groups, with the capitals around them; no amounts, hours or years.
ANY_NUMBER = re.compile(
    r"(?<![\w@./:,\u20ac-])(?<!\u20ac )(?:[A-Z]{1,4}[ -]?)?(?!(?:19|20)\d\d\b)\d[\d./-]{2,16}\d"
    r"(?:[ /-][A-Z]{1,4}\b)?(?![\w@%,])(?!\s(?:euro|uur|uren|km|per)\b)"
)
AT_END = re.compile(rf"[,(\u2013-]\s?(?P<code>(?!))?{_GROUPS}(?=\W*$)")


def names_paper(text: str) -> bool:
    """Tell whether a paper is named of which a number may follow or stand before it.

    >>> names_paper("Uw Besluit van 3 mei, nr. 26-118"), names_paper("Postbus 118")
    (True, False)
    """
    small = text.casefold()
    return any(word in small for word in _PAPERS)
