"""Tell the date of what an objection is aimed at, whatever the writer calls that.

"Bezwaar tegen het stoppen van mijn hulp d.d. 3 mei", "niet eens met de korting op mijn budget van
3 mei (kenmerk 26-33)". People name what was decided, not the decision. A date that papers bear, or
one with the number of an office behind it, is then that of the decision, unless something else
that has a date stands between: an application, a visit, a bill.
"""

import re
from collections.abc import Callable

Nearest = Callable[[str], tuple[str, int] | None]

_AIM = re.compile(
    r"\b(?:bezwa(?:ar|ren)\w*\b[^.;:]{0,40}?\btegen|(?:niet\s(?:\w+\s){0,2}|on)eens\smet)\s"
    r"(?P<what>[^;:\d]{3,}?)[\s,]*\b(?P<link>van|d\.?d\.?|gedateerd|gedagtekend)\W*$"
)
# Behind the date: "(kenmerk 26-33)", ", nummer D715", "met uw kenmerk".
_NUMBERED = re.compile(
    r"^[\s,(]*(?:(?:en|met|onder|uw|jullie|het|als)\s){0,3}"
    r"(?:kenmerk|referentie(?:nummer)?|ref|nummer|nr|(?:zaak|dossier|besluit|beschikkings?|brief)"
    r"(?:nummer|nr|kenmerk))\b[\s.:]*[\w./-]*\d"
)
# "Het stoppen van", "het afwijzen van": what an office does, as a noun is "de afwijzing".
_DOING = re.compile(
    r"^het\s(?:gedeeltelijk\s|deels\s|plotseling\s|per\sdirect\s)?(?:afwijzen|weigeren|stoppen|stopzetten|be[eë]indigen|intrekken|verlagen|"
    r"verminderen|korten|terugvorderen|herzien|staken)\b"
)
# What is treated, paid or said on a day is not decided on that day.
_ELSEWHERE = re.compile(
    r"\b(?:behandeling\w*|nota|rekening\w*|bestelling|operatie|opname|verhuizing|mail|e-?mail|brief|"
    r"bericht|schrijven|medewerker|mevrouw|heer|arts|periode|maand|jaar|dag|week|geboren)\b"
)
# The law that a decision rests on has a date of its own only where that stands right behind it.
_BY_LAW = re.compile(
    r"\b(?:op\s(?:grond|basis)\svan|ingevolge|krachtens|volgens|vanuit|uit|in\shet\skader\svan)\s"
    r"de\s(?:wlz|wmo|(?:jeugd|participatie|zorgverzekerings)wet|"
    r"wet\s(?:langdurige\szorg|maatschappelijke\sondersteuning))\b"
)
_OF_DECISION = frozenset({"gedateerd", "verzonden", "bekendgemaakt"})
_BEARS = ("d", "gedateerd", "gedagtekend")  # "d.d.": only papers are dated so
_FAR = 25  # characters: "de aanvraag voor hulp bij het huishouden d.d.", not "mijn aanvraag d.d."


def is_aimed_at(before: str, after: str, nearest: Nearest) -> bool:
    """Tell a date of what is objected to from the words before and behind it, in lower case.

    `nearest` tells what words call a date, with the distance.
    """
    aim = _AIM.search(before)
    if aim is None:
        return False
    what = _BY_LAW.sub(lambda law: " " * len(law.group()), aim["what"])
    is_paper = aim["link"].startswith(_BEARS)
    is_numbered = bool(_NUMBERED.search(after))
    if not (is_paper or is_numbered or _DOING.match(what)) or _ELSEWHERE.search(what):
        return False
    called = nearest(what)
    if called is None or called[0] in _OF_DECISION:
        return True
    return called[0] == "aanvraag" and is_paper and is_numbered and called[1] >= _FAR
