"""Which of the decisions that a letter names it is against.

A letter tells of more than one decision: the one it objects to, the one of last year in which all
was still well, the advice before it. The sentence that objects names the contested one.
"""

import re
from collections.abc import Sequence

from extractors.date_roles import RoledDate

# The roles of dates from which the term of an objection may run, the weakest last: "ontvangen op"
# says when the letter fell on the mat, a hint and no trigger (deadlines 3.6).
TRIGGERS = ("verzonden", "bekendgemaakt", "gedateerd", "ontvangen")
_OBJECTS = re.compile(
    r"\b((?<!\bna )bezwa(ar|ren)\w*|niet (\w+ ){0,2}eens|oneens|in beroep|protest\w*|verenigen|"
    r"verzet|bestreden|heroverweg\w*|herzien\w*)\b|datum \w*(besluit|beschikking)"
)
_SUBJECT = re.compile(r"\b(betreft|onderwerp|inzake)\b")
# What was decided before: "in afwijking van uw eerdere toekenning van 12 december 2024".
_BEFORE = re.compile(
    r"\b(?:eerdere?|vorige?|oude|voorgaande?|toenmalige?|destijds|indertijd)\b[^.;:]{0,45}$"
)
# Between a number and the date of what it was given to: "26-33 van 3 mei", "3 mei (kenmerk 26-33)".
_NUMBER_FIRST = re.compile(r"[,)]?\s?\(?(?:van|d\.?d\.?|gedateerd|de dato)\s?")
_DATE_FIRST = re.compile(
    r"[\s,]*\(?(?:(?:met |onder )?(?:\w*kenmerk|\w*nummer|\w*nr|no|ref\w*)[\s.:]*)?"
)
_OTHER_PAPER = frozenset({"dossier", "aanvraag", "voorval", "eigen_brief"})
_YEAR = 366  # days: who objects to a decision does not attack one of a year before in passing


def is_contested(dated: RoledDate, every: Sequence[RoledDate]) -> bool:
    """Tell whether the sentence of a date objects to the decision of that day.

    `every` are the dates that the letter gives for decisions. A subject that names several letters
    of an office contests the one to which the letter objects.
    """
    if is_earlier(dated, every):
        return False
    if _OBJECTS.search(dated.sentence):
        return True
    newer = any(_OBJECTS.search(each.sentence) for each in every if _is_newer(each, dated))
    return bool(_SUBJECT.search(dated.sentence)) and not newer


def is_earlier(dated: RoledDate, every: Sequence[RoledDate]) -> bool:
    """Tell a decision of before the contested one, which is named beside it to compare."""
    objected = [each for each in every if _OBJECTS.search(each.sentence) and _is_newer(each, dated)]
    told = _BEFORE.search(dated.sentence.partition(dated.span.text.casefold())[0])
    long_before = any((each.found.date - dated.found.date).days > _YEAR for each in objected)
    return bool(objected) and (bool(told) or long_before)


def is_long_after(one: RoledDate, other: RoledDate) -> bool:
    """Tell a decision of so long after another one that the letter is hardly about both."""
    return (one.found.date - other.found.date).days > _YEAR


def _is_newer(one: RoledDate, other: RoledDate) -> bool:
    return one.role == other.role and one.found.date > other.found.date


def is_of_earlier(code: str, every: Sequence[RoledDate]) -> bool:
    """Tell a number that stands with the date of a decision of before the contested one."""
    dated = _date_of(code.casefold(), every)
    decided = [each for each in every if each.role in TRIGGERS]
    return dated is not None and dated.role in TRIGGERS and is_earlier(dated, decided)


def is_of_another(code: str, every: Sequence[RoledDate]) -> bool:
    """Tell a number that stands with the date of something else than the contested decision.

    `every` are all dates of the letter, whatever they are the date of.
    """
    dated = _date_of(code.casefold(), every)
    if dated is None or dated.role not in TRIGGERS:
        return dated is not None and dated.role in _OTHER_PAPER
    decided = [each for each in every if each.role in TRIGGERS]
    newer = any(
        _is_newer(each, dated) and (is_contested(each, decided) or is_long_after(each, dated))
        for each in decided
    )
    return newer and not is_contested(dated, decided)


def _date_of(code: str, every: Sequence[RoledDate]) -> RoledDate | None:
    """Return the date that a number stands with; one that "van" binds to it comes first."""
    ahead = None
    for each in every:
        before, _, after = each.sentence.partition(each.span.text.casefold())
        left, _, between = before.rpartition(code)
        if (left or before.startswith(code)) and _NUMBER_FIRST.fullmatch(between):
            return each
        gap, found, _ = after.partition(code)
        if found and _DATE_FIRST.fullmatch(gap):
            ahead = ahead or each
    return ahead
