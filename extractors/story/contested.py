"""Which of the decisions that a letter names it is against.

A letter tells of more than one decision: the one it objects to, the one of last year in which all
was still well, the advice before it. The sentence that objects names the contested one.
"""

import re
from collections.abc import Sequence

from extractors.dates.date_roles import RoledDate

# The roles of dates from which the term of an objection may run, the weakest last: "ontvangen op"
# says when the letter fell on the mat, a hint and no trigger (deadlines 3.6).
TRIGGERS = ("verzonden", "bekendgemaakt", "gedateerd", "ontvangen")
_OBJECTS = re.compile(
    r"\b((?<!\bna )bezwa(ar|ren)\w*|niet (\w+ ){0,2}eens|oneens|in beroep|protest\w*|verenigen|"
    r"verzet|bestreden|(?<!\bna )heroverweg\w*|herzien\w*)\b|datum \w*(besluit|beschikking)"
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
# The same with a word more: "3 mei hebt verlaagd (26-33)", "3 mei, zie 26-33". Without brackets any
# other word may name what the number is of: "op 3 mei over woning B20455".
_SHORTLY_BEHIND = re.compile(
    r"[\s,;)]*(?:(?:(?:u|jullie|hebt|heeft|hebben|is|werd|\w*ge\w+|ver\w+)[\s,]+){0,3}"
    r"\((?:(?:nr|no|ref)[\s.:]+)?|\(?(?:(?:zie|nr|no|ref|onder|(?:met|onder)\snummer)[\s.:]+)?)"
)
# "Met uw besluit van 1 oktober weigerde u meerzorg. Daartegen loopt al een bezwaar."
_UNDERWAY = re.compile(
    r"\b(?:daar|hier|waar)tegen\b[^.;]{0,60}(?:\b(?:al|reeds|eerder)\b[^.;]{0,40}\bbezwa\w+|"
    r"\bbezwa\w+\b[^.;]{0,30}\b(?:al|reeds|eerder)\b|\bloopt\b[^.;]{0,30}\bbezwa\w+)"
)
_OTHER_PAPER = frozenset({"dossier", "aanvraag", "voorval", "eigen_brief"})
# "Uw besluit van 3 oktober vind ik prima", "... Daar ben ik het mee eens."
_ASSENTS = re.compile(
    r"\b(?:(?:het|mee|er|hiermee|daarmee)\b[^.,;]{0,25}\b(?<!nog )eens|akkoord|instemmen|"
    r"stem(?:men)? \w+ in|prima|tevreden|blij|dankbaar|accepteer|accepteren|aanvaard|in orde|"
    r"geen bezwaar|berust\w*|niets (?:op |meer )?tegen|"
    r"laa?t(?:en)? (?:ik|wij|we)(?: \w+){0,3} (?:rusten|buiten beschouwing|voor wat))\b"
)
_DISSENTS = re.compile(
    r"\b(?:niet|nooit|oneens|onmogelijk|allerminst|geen(?! bezwaar)|"
    r"(?<!geen )bezwa(?:ar|ren)\w*|protest\w*)\b"
)
_CLAUSE = re.compile(r"[,;]\s|\b(?:maar|echter|en wel|doch)\b")
_REFERS = re.compile(r"\W*(?:en |met |hier|daar|dat|die|deze|prima|akkoord|goed|dit|ook)")
# "Niet over de brief van 1 oktober, maar over die van 15 oktober".
_NOT_AGAINST = re.compile(r"\bniet\s(?:\w+\s)?(?:over|tegen|om)\s(?:(?!\b(?:maar|wel)\b)[^.,;])*$")
_AGAINST = re.compile(r"\b(?:tegen|over)\b[^.;]*$")
_AIMS = re.compile(r"\bbezwa\w+\b[^.;]*\btegen\b")
# "In zijn brief van 21 oktober schrijft hij dat het besluit van 14 oktober blijft staan".
_LETTER_OF = re.compile(
    r"\b(?:brief|schrijven|bericht|e-?mail|reactie|antwoord|uitleg|toelichting)\b[^.,;]{0,20}$"
)
_ABOUT = re.compile(
    r"\b(?:dat|over|bij|inzake|betreffende|uit|op)\s(?:het|uw|de|dit)\s(?:\w+\s)?"
    r"(?:\w*besluit|\w*beschikking|\w*beslissing)\s(?:van|d\.?d\.?)\W*$"
)
_REPLACES = re.compile(r"\b(?:intrek\w*|introk\w*|ingetrokken|herzi\w+|\w*wijzig\w*|verv[ai]\w+)\b")
_YEAR = 366  # days: who objects to a decision does not attack one of a year before in passing


def is_contested(dated: RoledDate, every: Sequence[RoledDate]) -> bool:
    """Tell whether the sentence of a date objects to the decision of that day.

    `every` are the dates that the letter gives for decisions. A subject that names several letters
    of an office contests the one to which the letter objects.
    """
    if is_earlier(dated, every) or is_beside_aim(dated, every):
        return False
    if _OBJECTS.search(dated.sentence):
        return True
    newer = any(_OBJECTS.search(each.sentence) for each in every if _is_newer(each, dated))
    return bool(_SUBJECT.search(dated.sentence)) and not newer


def is_underway(dated: RoledDate) -> bool:
    """Tell a decision to which the sender objected before, as he says himself."""
    after = dated.around[1]
    return bool(_UNDERWAY.search(after) or _UNDERWAY.search(dated.then))


def is_beside_aim(dated: RoledDate, every: Sequence[RoledDate]) -> bool:
    """Tell a letter that a sentence names beside the decision that it objects to, or is about.

    "Naar aanleiding van uw e-mail van 27 oktober maak ik bezwaar tegen het besluit van 9 oktober."
    """
    before, after = dated.around
    others = [each for each in every if each.found.date != dated.found.date]
    behind = [
        after.partition(each.span.text.casefold())[0]
        for each in others
        if each.sentence == dated.sentence and each.span.text.casefold() in after
    ]
    if _NOT_AGAINST.search(before):
        return bool(others)
    reacts = _LETTER_OF.search(before) and not _REPLACES.search(dated.sentence)
    if reacts and any(map(_ABOUT.search, behind)):
        return True
    return not _AGAINST.search(before) and any(map(_AIMS.search, behind))


def is_earlier(dated: RoledDate, every: Sequence[RoledDate]) -> bool:
    """Tell a decision of before the contested one, which is named beside it to compare."""
    objected = [each for each in every if _OBJECTS.search(each.sentence) and _is_newer(each, dated)]
    told = _BEFORE.search(dated.around[0])
    long_before = any((each.found.date - dated.found.date).days > _YEAR for each in objected)
    return bool(objected) and (bool(told) or long_before or is_underway(dated))


def is_accepted(dated: RoledDate) -> bool:
    """Tell a decision that the letter agrees with: the next sentence or clause may say so."""
    clauses = _CLAUSE.split(dated.sentence)
    own = next((i for i, each in enumerate(clauses) if dated.span.text.casefold() in each), 0)
    said = [*clauses[own : own + 2], dated.then]
    return any(
        _ASSENTS.search(each) and not _DISSENTS.search(each)
        for place, each in enumerate(said)
        if place == 0 or _REFERS.match(each)
    )


def is_long_after(one: RoledDate, other: RoledDate) -> bool:
    """Tell a decision of so long after another one that the letter is hardly about both."""
    return (one.found.date - other.found.date).days > _YEAR


def _is_newer(one: RoledDate, other: RoledDate) -> bool:
    return one.role == other.role and one.found.date > other.found.date


def is_of_earlier(code: str, every: Sequence[RoledDate]) -> bool:
    """Tell a number that stands with the date of a decision of before the contested one.

    Or with that of one that the letter agrees with, beside one that it does not.
    """
    dated = _date_of(code.casefold(), every)
    decided = [each for each in every if each.role in TRIGGERS]
    if dated is None or dated.role not in TRIGGERS:
        return False
    is_other = is_accepted(dated) and not all(map(is_accepted, decided))
    return is_other or is_earlier(dated, decided)


def is_of_contested(code: str, every: Sequence[RoledDate]) -> bool:
    """Tell a number that stands with the date of a decision in a sentence that objects to it."""
    dated = _date_of(code.casefold(), every)
    if dated is None or dated.role not in TRIGGERS or not _OBJECTS.search(dated.sentence):
        return False
    return is_contested(dated, [each for each in every if each.role in TRIGGERS])


def is_with_decision(code: str, every: Sequence[RoledDate]) -> bool:
    """Tell a number that stands with the date of a decision, but for one of before.

    `every` are all dates of the letter, whatever they are the date of.
    """
    small = code.casefold()
    decided = [each for each in every if each.role in TRIGGERS]
    dated = _date_of(small, decided) or _date_shortly_before(small, decided)
    return dated is not None and not (is_earlier(dated, decided) or is_accepted(dated))


def is_of_another(code: str, every: Sequence[RoledDate]) -> bool:
    """Tell a number that stands with the date of something else than the contested decision.

    `every` are all dates of the letter, whatever they are the date of.
    """
    dated = _date_of(code.casefold(), every) or _only_date_beside(code.casefold(), every)
    if dated is None or dated.role not in TRIGGERS:
        return dated is not None and dated.role in _OTHER_PAPER
    decided = [each for each in every if each.role in TRIGGERS]
    if is_contested(dated, decided):
        return False
    return is_accepted(dated) or any(_is_newer(each, dated) for each in decided)


def _only_date_beside(code: str, every: Sequence[RoledDate]) -> RoledDate | None:
    """Return the date of a decision that stands alone in the sentence with a number."""
    beside = [each for each in every if code in each.sentence]
    return beside[0] if len(beside) == 1 and beside[0].role in TRIGGERS else None


def _date_shortly_before(code: str, every: Sequence[RoledDate]) -> RoledDate | None:
    """Return the date of which the sentence goes on with a number after hardly a word."""
    for each in every:
        after = each.around[1]
        gap, found, _ = after.partition(code)
        if found and _SHORTLY_BEHIND.fullmatch(gap):
            return each
    return None


def _date_of(code: str, every: Sequence[RoledDate]) -> RoledDate | None:
    """Return the date that a number stands with; one that "van" binds to it comes first."""
    ahead = None
    for each in every:
        before, after = each.around
        left, _, between = before.rpartition(code)
        if (left or before.startswith(code)) and _NUMBER_FIRST.fullmatch(between):
            return each
        gap, found, _ = after.partition(code)
        if found and _DATE_FIRST.fullmatch(gap):
            ahead = ahead or each
    return ahead
