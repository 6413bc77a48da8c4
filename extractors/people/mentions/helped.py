"""Whom a writer says to help, to be asked or authorised by: "Ik sta mevrouw P. Smit bij".

The letter is theirs, whoever signs it.
"""

import re
from collections.abc import Iterator, Sequence

from extractors.document import Letter, Text
from extractors.element import Hints
from extractors.people.mentions.kin import IN_CARE, OWN_CARE, WRITTEN_FOR_THEM
from extractors.people.mentions.mention import Mention, Side
from extractors.people.mentions.relations import KIN_WORD, RELATION_WORD, relation_of
from extractors.people.mentions.running import mention_at
from extractors.people.persons.reading import Found, find_persons, person_at
from extractors.people.zones import texts_of
from extractors.text.seldom import Seldom

_WE = r"(?:ik|wij|we)"
_VERB = (
    r"(?P<verb>sta(?:an)?|begeleid(?:en)?|behandel(?:en)?|ondersteun(?:en)?|assisteer|assisteren|"
    r"help(?:en)?)"
)
_HELPS = Seldom(
    re.compile(rf"\b(?:{_VERB}\s+{_WE}|{_WE}\s+{_VERB.replace('verb', 'then')})\s+", re.I)
)
# "Ik sta P. Smit bij", "ik help P. Smit met haar post": to help with anything else is a story.
_BY = re.compile(
    r"[^.;!?]{0,60}?\bbij(?=\s*(?:[.,;!?)]|$|\s(?:met|in|als|sinds|om|en|voor|tijdens)\b))",
    re.IGNORECASE,
)
_WITH_PAPERS = re.compile(
    r"[^.;!?]{0,40}?\b(?:met|bij)\s+(?:\w+\s+){0,3}?(?:post|administratie|brie(?:f|ven)|bezwaar\w*|"
    r"klacht\w*|zaken|papieren|financi\w+|geldzaken|aanvra\w+|procedure|formulier\w*|dit)\b",
    re.IGNORECASE,
)
_CARER_OF = Seldom(
    re.compile(
        rf"\b{_WE}\s+(?:ben|zijn)\s+(?:als\s+)?(?:de\s+|een\s+)?(?:vaste\s+|eigen\s+|persoonlijk\w*\s+)?"
        r"(?:huisarts|wijkverpleegkundige|casemanager|praktijkondersteuner|\w*begeleid(?:er|ster)|"
        r"maatschappelijk\s+werk(?:er|ster)|vrijwillig(?:er|ster)|(?:(?:eerste|1e)\s+)?contactpersoon|"
        r"\w*maatje|\w*coach|ouderenadviseur|zorgco[oö]rdinator|\w*adviseur|\w*consulente?)\s+van\s+|"
        rf"\b{_WE}\s+ben\s+(?:als\s+)?vrijwillig(?:er|ster)\s+bij\s+(?=(?i:mevrouw|mw|de\s+heer|meneer|dhr)\b)",
        re.IGNORECASE,
    )
)
# "Ik schrijf voor de buurvrouw, mw. P. Smit": a relative with "mijn" before is read as such.
_WRITES_FOR = Seldom(
    re.compile(
        rf"\b{_WE}\s+(?:schrijf|schrijven|doe|doen|stuur|sturen|maak|maken)\s+"
        r"(?:(?:u|dit|deze|brief|het|bezwaar|hierbij)\s+){0,3}voor\s+(?:de|een|onze)\s+(?:\w+e\s+)?"
        rf"(?:{KIN_WORD}|{RELATION_WORD}|cli[eë]nte?|kennis)\s*[,:(]?\s*",
        re.IGNORECASE,
    )
)
_ASKS = Seldom(
    re.compile(
        r"machtig|\bis\s+(?:mijn|onze)\s+cli[eë]nt|vroeg|verzocht|gevraagd|ingeschakeld|benaderd|\blaat\b[^.]{0,12}\b(?:via|door)\b",
        re.IGNORECASE,
    )
)
_BY_WHOM = re.compile(r"\bdoor\s+", re.IGNORECASE)
_AM_ASKED = re.compile(
    rf"[\s,]{{1,3}}(?:ben|zijn|werd|werden)\s+{_WE}\s+(?:\w+\s+){{0,2}}"
    r"(?:gemachtigd|gevraagd|benaderd|ingeschakeld|verzocht)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?:^|(?<=[a-z0-9)'\"\u201d][.!?])\s+)(?=[A-Z])")
# What a helper is asked for; a consultant asks whether somebody can walk.
_TO_ACT = (
    r"[^.;!?]{0,50}?\b(?:brief|bezwaar|klacht|beroep|schrijven|te\s+helpen|bij\s?te\s?staan|"
    r"op\s?te\s?(?:treden|schrijven|komen)|namens|belangen|(?:haar|zijn)\s+woord|voor\s+(?:haar|hem))\b"
)
_ASKED_ME = re.compile(
    r"(?:\s?\([^()]{3,80}\))?[\s,]{1,3}(?:machtigde\s+(?:mij|ons)\b|is\s+(?:mijn|onze)\s+cli[eë]nte?\b|laat\s+(?:u\s+)?(?:via|door)\s+(?:mij|ons)\b|(?:vroeg|verzocht)\s+(?:mij|ons)\b(?!\s+(?:of|waarom)\b)"
    rf"{_TO_ACT}|(?:heeft|had)\s+(?:mij|ons)\s+(?:[\w-]+\s+){{0,4}}(?:gemachtigd\b|"
    rf"(?:verzocht|gevraagd|ingeschakeld)\b(?!\s+(?:of|waarom)\b){_TO_ACT}))",
    re.IGNORECASE,
)
# "Ik schrijf u als zus en mantelzorger": of whom, tells the name that a sentence begins with.
_AS_KIN = Seldom(
    re.compile(
        rf"\b(?:schrijf|stuur|dien|maak|teken|richt|wend)\b[^.;!?]{{0,40}}?\bals\s+(?:\w+e\s+)?"
        rf"(?P<relation>{KIN_WORD}|{RELATION_WORD})\b(?!\s+(?:van|over)\b)",
        re.IGNORECASE,
    )
)
# Said of somebody who does not write the letter, whoever that is.
_FOR_ANOTHER = Seldom(
    re.compile(
        r"\b(?:via\s+mij|voor\s+(?:haar|hem)\s+(?:heb\s+ik\s+)?(?:getypt|opgeschreven|geschreven|opgesteld)|"
        r"(?:maak|dien|teken|schrijf)\s+(?:\w+\s+){1,4}voor\s+(?:haar|hem)|voor\s+wie\s+ik|"
        r"(?:haar|zijn)\s+zaken\s+waar|niet\s+(?:meer\s+)?in\s+staat\s+(?:om\s+)?zelf|"
        r"niet\s+(?:meer\s+|zelf\s+|langer\s+)+kan\s+(?:onder)?(?:schrijven|tekenen)|"
        r"(?:volmacht|machtiging)\s+van\s+(?!u\b|mij\b)|"
        r"(?:zij|hij|ze)\s+kan\s+(?:het\s+)?(?:zelf\s+)?niet\s+(?:meer\s+|zelf\s+)?(?:schrijven|tekenen)|"
        r"schrijf\s+(?:u\s+)?over\s+(?:mevrouw|meneer|de\s+heer))\b",
        re.IGNORECASE,
    )
)
_OF_STAFF = re.compile(
    r"\b(?:dokter|uw|jullie|\w*medewerk\w+|\w*arts|\w*consulente?|\w*begeleid(?:er|ster)|\w*verple\w+|"
    r"\w*adviseur|\w*manager|\w*leid(?:er|ster)|directeur|ambtenaar|\w*therapeute?)[\s,]+(?:de\s+heer\s+)?$",
    re.IGNORECASE,
)
_LIVES_HERE = re.compile(r"\s+(?:woont|leeft)\s+(?:al\s+\w+\s+)?bij\s+(?:mij|ons)\b", re.IGNORECASE)
# Behind a name with which a sentence begins; "J. Smit van uw kantoor" is of the office.
_DOES = re.compile(r"(?:,\s[^,.;]{3,60},)?\s+(?!van\b)[a-z]")
# In a sentence, and not behind a label or above an address.
_BEGAN, _GOES_ON = re.compile(r"[a-z]{2},? $"), re.compile(r",? [a-z]{2}")
_OF_OFFICE = re.compile(r"\s+van\s+(?:uw|jullie|de|het)\b", re.IGNORECASE)
_SURE, _TOLD = 0.85, 0.75
MAYBE = 0.45  # of whom a letter for somebody else names without a word for why


def helped_mentions(letter: Letter, hints: Hints) -> Iterator[Mention]:
    """Yield those for whom the writer says to act."""
    texts = texts_of(letter, hints)
    is_own = any(OWN_CARE.search(text.string) for text in texts)
    for text in texts:
        for match in () if is_own else _HELPS.finditer(text.string):
            verb = (match["verb"] or match["then"]).casefold()
            behind = _BY if verb.startswith("sta") else _WITH_PAPERS
            is_care = verb.startswith(("begeleid", "behandel"))
            yield from _client(text, match.end(), None if is_care else behind)
        for match in _CARER_OF.finditer(text.string):
            yield from _client(text, match.end())
        for match in _WRITES_FOR.finditer(text.string):
            yield from _client(text, match.end())
        if _ASKS.search(text.string):  # few texts do, and to look for names takes long
            for match in _BY_WHOM.finditer(text.string):
                yield from _client(text, match.end(), _AM_ASKED, relation="gemachtigde")
            for match in _SENTENCE.finditer(text.string):
                yield from _client(text, match.end(), _ASKED_ME, relation="gemachtigde")
    yield from () if is_own else _spoken_of(texts)


def _spoken_of(texts: Sequence[Text]) -> Iterator[Mention]:
    """Yield whom a letter "als zus", or "namens haar" without a name, is about.

    Who is named in such a letter without a word for why may be the client: the writer is doubted.
    """
    roles = [match["relation"] for text in texts for match in _AS_KIN.finditer(text.string)]
    signs = (WRITTEN_FOR_THEM, _FOR_ANOTHER)
    if not roles and not any(sign.search(text.string) for text in texts for sign in signs):
        return
    relation = relation_of(roles[0]) if roles else ""
    for text in texts:
        for found in _named(text.string):
            rest = text.string[found.end :]
            is_told = bool(roles) and bool(IN_CARE.match(rest) or _LIVES_HERE.match(rest))
            weight, said = (_TOLD, relation) if is_told else (MAYBE, "")
            yield from mention_at(text, found.start, Side.CLIENT, weight=weight, relation=said)


def _named(string: str) -> Iterator[Found]:
    """Yield who is named in full in the sentences, also with a first name that no list has."""
    openers = (person_at(string, match.end()) for match in _SENTENCE.finditer(string))
    begun = [each for each in openers if each is not None and _DOES.match(string, each.end)]
    starts = {each.start for each in begun}
    inside = (
        each
        for each in find_persons(string)
        if each.start not in starts
        and _GOES_ON.match(string, each.end)
        and _BEGAN.search(string[: each.start])
    )
    for found in (*begun, *inside):
        is_staff = _OF_STAFF.search(string[: found.start]) or _OF_OFFICE.match(string, found.end)
        if found.person.is_full and not is_staff:
            yield found


def _client(
    text: Text, start: int, behind: re.Pattern[str] | None = None, *, relation: str = ""
) -> Iterator[Mention]:
    """Yield who is named there in full or with a title, if those words follow."""
    found = person_at(text.string, start)
    if found is None or not (found.person.is_full or found.person.title):
        return
    if behind is None or behind.match(text.string, found.end):
        yield from mention_at(text, start, Side.CLIENT, weight=_SURE, relation=relation)
