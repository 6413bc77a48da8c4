"""Tell from the words of its sentence what a date is the date of (`cues/date_roles.toml`)."""

import re
import tomllib
from functools import cache
from importlib.resources import files

from extractors.dates import FoundDate

# How far (characters) a word may stand from the date that it explains.
REACH = 110
# The dot of "nr. ZIN-26-1190" ends no sentence; in capitals it takes a whole word before it.
_SENTENCE_END = re.compile(
    r"(?:(?<=[a-z0-9)])|(?<=[A-Z]{3}))(?<!\bnr)(?<!\bno)(?<!\bref)(?<!\bkenm)[.!?]\s+"
    r"(?=[A-Z'\"\u2018\u201c])"
)
_WEEKDAY = re.compile(
    r"\b(maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag),?\s*(de\s*)?$"
)
# What is done on a day: "ontvangen op 2 oktober, waarbij mijn aanvraag is afgewezen".
_DONE_ON = re.compile(
    r"\b(?:ontvangen|verzonden|verstuurd|toegezonden|toegestuurd|gepost|uitgereikt|bekendgemaakt|"
    r"bezorgd|overhandigd)\s(?:op|d\.?d\.?)\W*$"
)
_ADVERBIAL = re.compile(r"(\bop|^|,)\s*(de\s|maandag|dinsdag|woensdag|donderdag|vrijdag|\s)*$")
_DATE = "\0"  # stands for the date in the words around it
_SAID_AROUND = 0.9


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
    after = text[found.end : found.end + REACH]
    end = _SENTENCE_END.search(after)
    after = after[: end.start() + 1 if end else None].casefold()
    around = f"{before}{_DATE}{after}"
    said = next((role for role, cue in _cues()["around"] if cue.search(around)), "")
    if said:
        return said, _SAID_AROUND
    left = _nearest(before)
    right = next((role for role, cue in _cues()["after"] if cue.search(after)), "")
    # "het besluit is op 2 oktober verzonden": what follows explains a date that "op" announces.
    # "De therapeut heeft dat op 15 januari op papier gezet": no office did.
    by_another = left is not None and left[0] == "dossier" and right == "gedateerd"
    by_another = by_another or bool(_DONE_ON.search(before))
    if right and not by_another and (left is None or left[1] >= 25 or _ADVERBIAL.search(before)):
        return right, 0.85
    if left is None:
        return "", 0.0
    return left[0], 0.95 if left[1] < 12 else (0.85 if left[1] < 25 else 0.7)


def sentence_around(text: str, found: FoundDate) -> str:
    """Return the sentence in which the date stands, in lower case."""
    start = _last_sentence_start(text[: found.start])
    end = _SENTENCE_END.search(text, found.end)
    return text[start : end.start() if end else None].casefold()


def sentence_behind(text: str, found: FoundDate) -> str:
    """Return the sentence behind the one in which the date stands, in lower case."""
    end = _SENTENCE_END.search(text, found.end)
    if end is None:
        return ""
    stop = _SENTENCE_END.search(text, end.end())
    return text[end.end() : stop.start() if stop else None].casefold()


def _last_sentence_start(text: str) -> int:
    ends = list(_SENTENCE_END.finditer(text))
    return ends[-1].end() if ends else 0


def _nearest(before: str) -> tuple[str, int] | None:
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
