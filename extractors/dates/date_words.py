"""Tell what a date is the date of by the words beside it, in running text.

The words stand in `cues/date_roles.toml`; where the date stands on the page is not looked at.
"""

import re
import tomllib
from functools import cache
from importlib.resources import files

from extractors.dates.aimed import is_aimed_at
from extractors.dates.dates import FoundDate

# How far (characters) a word may stand from the date that it explains.
REACH = 110
# The dot of "nr. ZIN-26-1190" ends no sentence; in capitals it takes a whole word before it.
_SENTENCE_END = re.compile(
    r"(?:(?<=[a-z0-9)])|(?<=[A-Z]{3}))(?<!\bnr)(?<!\bno)(?<!\bref)(?<!\bkenm)[.!?]\s+"
    r"(?=[A-Z'\"\u2018\u201c])"
)
# "Op 14 oktober dit jaar", "3 mei jl.": what happened comes behind it.
_THIS_YEAR = re.compile(r"^,?\s(?:(?:van\s)?dit\sjaar|j\.?l\b\.?|jongstleden)", re.IGNORECASE)
# "Van afgelopen dinsdag 20 oktober": neither word says what happened.
_WEEKDAY = re.compile(
    r"\b(?:(?:afgelopen|verleden|vorige)\s+)?"
    r"(?:(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag),?\s*(?:de\s*)?$|"
    r"(?<=afgelopen\s)$)"
)
# What is done on a day: "ontvangen op 2 oktober, waarbij mijn aanvraag is afgewezen".
_DONE_ON = re.compile(
    r"\b(?:ontvangen|verzonden|verstuurd|toegezonden|toegestuurd|gepost|uitgereikt|bekendgemaakt|"
    r"bezorgd|overhandigd)\s(?:op|d\.?d\.?)\W*$"
)
# "Die u op 9 oktober stuurde", "sinds u mij op 5 oktober": in such a clause the verb comes last.
# Not in "die ik u op 3 mei stuurde".
_OFFICE_ON = re.compile(
    r"(?:^|\b(?:die|dat|wat|waar\w*|omdat|toen|sinds|nadat|zoals|doordat|terwijl|hoewel|"
    r"hebt|en)\s|\b(?:heeft|hebben)\s(?=\w+\s(?:mij|me|ons)\b)|^\W*(?:heeft|hebben)\s)"
    r"(?:u|jullie|(?:het |uw )?(?:zorgkantoor|ciz)|(?:de )?gemeente)"
    r"(?:\s(?:mij|me|ons|hem|haar|dit|dat|het|dan|daar|pas|nog|al|eerst|zelf))*"
    r"\s(?:op|per|d\.?d\.?)\W*$"
)
_IN_CLAUSE = r"^(?:[^.,;:?!]|\.(?=\d)){0,90}?\b"
_DECIDED_LAST = re.compile(
    _IN_CLAUSE + r"(?:besloot(?:en)?|beslisten?|afwees|afwezen|weigerden?|stopzetten?|beëindigden?|"
    r"introk(?:ken)?|verlaagden?|toekenden?|afgaf|afgaven|vaststelden?|nam|namen|schreef|schreven|"
    r"meedeelden?|(?:liet|lieten)\s(?:mij\s|ons\s)?weten)\b"
)
_SENT_LAST = re.compile(
    _IN_CLAUSE + r"(?:stuurden?|toestuurden?|toezond(?:en)?|verstuurden?|verzond(?:en)?)\b"
)
# "U heeft mij op 9 oktober een besluit gestuurd over de hulp".
_OFFICE_DID = re.compile(
    r"(?:^|[,;:]\s|\b(?:en|maar|want)\s)\W*"
    r"(?:u|jullie|(?:het |uw )?(?:zorgkantoor|ciz)|(?:de )?gemeente)\s(?:heeft|hebt|hebben)"
    r"(?:\s(?:mij|me|ons|hem|haar|dan|pas|nog|al|eerst|zelf))*\s(?:op|d\.?d\.?)\W*$"
)
_SENT_DECISION = re.compile(
    r"^\W*(?:een|het|de|uw|dit|deze)\s(?:\w+\s){0,2}(?:\w*besluit|\w*beschikking|\w*beslissing|afwijzing|"
    r"weigering|indicatie)\b[^.,;:?!]{0,60}"
    r"\b(?:gestuurd|toegestuurd|opgestuurd|verstuurd|gezonden|toegezonden|verzonden)\b"
)
# "Is door u op 7 oktober van 7 naar 3,5 uur gebracht".
_BY_OFFICE = re.compile(
    r"\bdoor\s(?:u|jullie|het\s(?:zorgkantoor|ciz)|de\sgemeente)\s(?:op|d\.?d\.?)\W*$"
)
_NO_ACT = re.compile(
    r"\b(?:ontvangen|gebeld|telefonisch|bezocht|uitgenodigd|gevraagd|bevestigd|toegezegd|beloofd|"
    r"verteld|gezegd)\b"
)
# "Toch volgde op 12 oktober een afwijzing".
_FOLLOWED = re.compile(r"\b(?:volgde|viel)\s(?:er\s|pas\s|daarop\s)?op\W*$")
_REFUSAL = re.compile(
    r"^\W*(?:een|de|uw|het)\s(?:\w+\s)?(?:afwijzing|weigering|\w*besluit|\w*beschikking|beslissing)\b"
)
# "U hebt mijn aanvraag afgewezen. Dat deed u op 9 oktober": the sentence before says what.
_REFERS_BACK = re.compile(
    r"^\W*(?:dat|dit|die)\s(?:deed|deden|gebeurde|was|is|kwam|heeft|hebt|hebben)(?:\s(?:u|jullie))?"
    r"(?:\s(?:pas|al|reeds|gebeurd))?\s(?:op|bij\s(?:brief|besluit)\svan|per\sbrief\svan)\W*$"
)
# "Jullie indicatie klopt niet. Hij is van 29 september."
_IS_OF = re.compile(
    r"^\W*(?:hij|die|deze|dit|dat|het|ze|zij)\s(?:is|was|dateert|draagt)\s(?:\w+\s)?"
    r"(?:gedateerd\s|de\sdatum\s)?(?:van|uit)\W*$"
)
_CAME = re.compile(r"\b(?:kreeg|kregen|ontving\w*|ontvangen|kwam|bezorgd|gekregen)\b")
_DECIDED = re.compile(
    r"\b(?:u|jullie|zorgkantoor|gemeente|ciz|aanvraag|verzoek|hulp|zorg|budget|pgb|indicatie)\b"
    r"[^.]{0,80}\b(?:beslo(?:ten|ot)|beslist|afgewezen|geweigerd|be[eë]indigd|stopgezet|"
    r"besluit\b.{0,25}\bnemen|ingetrokken|verlaagd|toegekend|teruggevorderd|gehalveerd|gekort|wees\b.*\baf)\b"
)
_PAPER = re.compile(
    r"\b(?:(?:uw|jullie|het|de|dit|die|een)\s)(?:\w+\s)?(?:brief|schrijven|\w*besluit|\w*beschikking|"
    r"\w*beslissing|indicatie|afwijzing|weigering)\b(?!\svan\s(?!(?:u|jullie|het)\b))"
)
# "Heeft u mij d.d. 13 oktober bericht dat"; by telephone nothing is decided.
_TOLD_LAST = re.compile(
    _IN_CLAUSE
    + r"(?<!telefonisch\s)(?<!mondeling\s)(?:bericht|meegedeeld|medegedeeld|laten\sweten|"
    r"geschreven|besloten|beslist|afgewezen|geweigerd|be[eë]indigd|stopgezet|ingetrokken|verlaagd)\b"
)
# "Onlangs (3 november, 26-0112) besloot u": what was done stands behind the bracket.
_TO_BRACKET = re.compile(r"^[^()]{0,40}\)")
_BETWEEN = "tussenbericht"  # of an office that asks or confirms something and decides nothing
# Days of a letter, the sender's or an office's: none that matters is of many years ago.
OF_LETTER = frozenset({"dagtekening", "gedateerd", "verzonden", "bekendgemaakt", "ontvangen"})
_BY_CLAUSE = 0.85
_DATE = "\0"  # stands for the date in the words around it
_SAID_AROUND = 0.9
_BY_ROW = 0.8  # of a row of a list that begins with its day
_ADVERBIAL = re.compile(
    r"(\bop|\ben|\bmaar|\bwaarna|^|,)\s*(de\s|maandag|dinsdag|woensdag|donderdag|vrijdag|\s)*$"
)


@cache
def _cues() -> dict[str, list[tuple[str, re.Pattern[str]]]]:
    data = tomllib.loads((files("extractors") / "cues" / "date_roles.toml").read_text("utf-8"))
    return {
        side: [(cue["role"], re.compile(cue["pattern"])) for cue in data[side]]
        for side in ("around", "before", "after")
    }


def role_beside(text: str, found: FoundDate, previous_end: int = 0) -> tuple[str, float]:
    """Return the role that the words beside the date give, or an empty one.

    Words before `previous_end` explain an earlier date.
    """
    before = text[max(previous_end, found.start - REACH) : found.start]
    # "van donderdag 4 juni": the day of the week stands between the words and the date.
    before = _WEEKDAY.sub("", before[_last_sentence_start(before) :].casefold())
    after = _THIS_YEAR.sub("", text[found.end : found.end + REACH])
    end = _SENTENCE_END.search(after)
    after = after[: end.start() + 1 if end else None].casefold()
    told = _by_clause(before, after) or _by_sentence_before(text, found, before)
    if told:
        return told, _BY_CLAUSE
    around = f"{before}{_DATE}{after}"
    said = next((role for role, cue in _cues()["around"] if cue.search(around)), "")
    if said:
        return said, _SAID_AROUND
    left = nearest_role(before)
    right = _role_behind(after)
    if left is None and not right and before.endswith("("):
        right = _role_behind(_TO_BRACKET.sub("", after))
    # "het besluit is op 2 oktober verzonden": what follows explains a date that "op" announces.
    # "De therapeut heeft dat op 15 januari op papier gezet": no office did.
    by_another = left is not None and left[0] == "dossier" and right == "gedateerd"
    # "Zei op 12 oktober dat ik": it was said, and decides nothing.
    by_another = by_another or (left is not None and left[0] == "voorval" and left[1] < 2)
    by_another = by_another or bool(_DONE_ON.search(before))
    if right == _BETWEEN and left is not None and left[0] in OF_LETTER:
        return right, 0.9  # whatever the letter of that day is called
    if right and not by_another and (left is None or left[1] >= 25 or _ADVERBIAL.search(before)):
        return right, 0.85
    if left is None:
        return "", 0.0
    return left[0], 0.95 if left[1] < 12 else (0.85 if left[1] < 25 else 0.7)


def _role_behind(after: str) -> str:
    """Return what the words behind a date make of it, empty when they say nothing of it."""
    return next((role for role, cue in _cues()["after"] if cue.search(after)), "")


def _by_clause(before: str, after: str) -> str:
    """Return what happened on a day by the words on both sides of it, empty when none say so."""
    if _BY_OFFICE.search(before) and not _NO_ACT.search(after):
        return "gedateerd"
    if _FOLLOWED.search(before) and _REFUSAL.match(after):
        return "gedateerd"
    if is_aimed_at(before, after, nearest_role):
        return "gedateerd"
    if _OFFICE_DID.search(before) and _SENT_DECISION.match(after):
        return "verzonden"
    return _by_clause_of_office(before, after)


def _by_clause_of_office(before: str, after: str) -> str:
    """Return what an office did on a day, in a clause in which the verb comes last."""
    if not _OFFICE_ON.search(before):
        return ""
    if _SENT_LAST.match(after):
        return "verzonden"
    decided = _DECIDED_LAST.match(after) or _TOLD_LAST.match(after)
    return "gedateerd" if decided else ""


def _by_sentence_before(text: str, found: FoundDate, before: str) -> str:
    """Return what happened on the day of "dat deed u op ...": the sentence before it says so."""
    is_named = _IS_OF.match(before)
    if not (is_named or _REFERS_BACK.match(before)):
        return ""
    start = _last_sentence_start(text[: found.start])
    previous = text[:start].rstrip().casefold()
    previous = previous[_last_sentence_start(text[: len(previous)]) :]
    if is_named:
        return "gedateerd" if _PAPER.search(previous) else ""
    if _CAME.search(previous):
        return "ontvangen"
    return "gedateerd" if _DECIDED.search(previous) else ""


def role_in_row(row: str) -> tuple[str, float]:
    """Return the role that a row of a list gives the day that it begins with.

    `row` is what stands behind the date: "besluit: afgewezen", "gebeld met mevrouw Tan".
    """
    after = row.casefold()
    hits = [
        (match.start(), role)
        for role, pattern in _cues()["before"]
        for match in pattern.finditer(after)
    ]
    return (_role_behind(after) or min(hits, default=(0, ""))[1], _BY_ROW)


def sentence_of(text: str, found: FoundDate) -> str:
    """Return the sentence in which the date stands, in lower case."""
    start = _last_sentence_start(text[: found.start])
    end = _SENTENCE_END.search(text, found.end)
    return text[start : end.start() if end else None].casefold()


def next_sentence(text: str, found: FoundDate) -> str:
    """Return the sentence behind the one in which the date stands, in lower case."""
    end = _SENTENCE_END.search(text, found.end)
    if end is None:
        return ""
    stop = _SENTENCE_END.search(text, end.end())
    return text[end.end() : stop.start() if stop else None].casefold()


def _last_sentence_start(text: str) -> int:
    ends = list(_SENTENCE_END.finditer(text))
    return ends[-1].end() if ends else 0


def nearest_role(before: str) -> tuple[str, int] | None:
    """Return the role whose words end nearest to the date, and the distance in characters.

    Of expressions that overlap, the one that begins first says more ("mijn brief" over "brief").
    """
    hits = [
        (match.start(), match.end(), role)
        for role, pattern in _cues()["before"]
        for match in pattern.finditer(before)
    ]
    if not hits:
        return None
    nearest = max(hits, key=lambda hit: (hit[1], -hit[0]))
    _, end, role = min((hit for hit in hits if hit[1] > nearest[0]), key=lambda hit: hit[0])
    return role, len(before) - max(end, nearest[1])
