"""Names in running text: "Ondergetekende, ...", "namens mijn moeder, mevrouw ..."."""

import re
from collections.abc import Iterator, Sequence

from extractors.document import BlockRole, Letter, Text
from extractors.element import Hints
from extractors.labels import find_labelled
from extractors.people.mentions.kin import MY_KIN, NAMENS_KIN
from extractors.people.mentions.mention import Mention, Side
from extractors.people.mentions.relations import (
    KIN_WORD,
    RELATION_WORD,
    labels_of,
    relation_in,
    relation_of,
    relation_to,
)
from extractors.people.mentions.running import KNOWN, KNOWN_BY, mention_at, skip_space
from extractors.people.persons.person import is_organisation
from extractors.people.persons.reading import person_at
from extractors.people.zones import texts_of
from extractors.text.seldom import Seldom

_NAMENS = Seldom(
    re.compile(
        r"\b(?:namens|(?:dien|maak|teken|stuur)\s+(?:ik|wij)\s+(?:[a-z]+\s+){0,5}voor|"
        r"ten\s+behoeve\s+van|in\s+opdracht\s+van|gemachtigd\s+door|t\.?b\.?v\.?|"
        r"(?:als|de|een|zijnde|ik,|tevens|benoemd\s+tot|ben(?:\s+ik)?|optredend\s+als|"
        rf"ondergetekende,?)?\s*(?P<relation>{RELATION_WORD}|kinderen|zonen|zoons|dochters)\s+(?:en\s+(?:{RELATION_WORD})\s+)?"
        r"(?:over\s+(?:de\s+goederen|het\s+vermogen|de\s+persoon|zowel\s+\w+\s+als\s+\w+)\s+)?"
        r"(?:aangesteld\s+|benoemd\s+)?(?:van|over|voor)|"
        r"als\s+(?:(?:eerste|1e|enige)\s+)?contactpersoon\s+(?:van|voor)|op\s+te\s+treden\s+voor|"
        r"op\s+(?:uitdrukkelijk\s+)?verzoek\s+van|"
        r"met\s+(?:toestemming|instemming)\s+van|belangen(?:behartiger)?\s+van|optreed\s+voor|"
        r"(?:treed|kom)(?:\s+ik)?\s+op\s+voor|(?:bezwaar(?:schrift)?|klacht)\s+is\s+van|"
        r"vertegenwoordig(?:\s+ik)?)\b(?:(?<=b\.v)\.)?",
        re.IGNORECASE,
    )
)
# "Mede namens mijn man": both write, be it for somebody else.
_JOINTLY = re.compile(r"\b(?:mede|ook|tevens)\s$", re.IGNORECASE)
_WITH_WRITER = 0.3
_OWN_ROLE = re.compile(
    r"(\b(als|ik|wij|ben|zijn|ondergetekenden?|hoedanigheid|zijnde|optredend|benoemd|tevens)\b"
    r"(?:[^.]|(?<=\b[A-Z])\.)*|"  # the dot of an initial ends no sentence
    r",\s*|^\W*)$",
    re.IGNORECASE,
)
# "Mijn moeder spreekt geen Nederlands. Namens haar maak ik bezwaar."
_FOR_HER = re.compile(
    r"\bnamens\s+(?:haar|hem)\b(?=\s*[,.]|\s+(?:maak|dien|teken|schrijf|wil|vraag|bezwaar|een\s+klacht)\b)",
    re.IGNORECASE,
)
# "Als zijn opa en voogd maak ik bezwaar".
_AS_HIS = re.compile(
    rf"\bals\s+(?:zijn|haar)\s+(?:wettelijke?\s+)?(?P<relation>{RELATION_WORD}|oma|opa|grootvader|grootmoeder)\b"
    r"(?:\s+en\s+\w+)?\s+(?:maak|dien|teken|schrijf|verzoek)\s+ik\b",
    re.IGNORECASE,
)
_AS_ROLE = Seldom(
    re.compile(
        r"\b(?:ik\s+ben\s+(?:de\s+|haar\s+|zijn\s+|een\s+)?(?:\w+\s+)?|"
        r"ben\s+ik\s+(?:door\s+[^.]{3,60}\s+)?(?:benoemd|aangesteld)\s+tot\s+|ik\s+benoemd\s+tot\s+|"
        r"mij\s+benoemd\s+tot\s+|\bals\s+(?=\w+(?:\s\w+)?\s+(?:maak|dien|teken|schrijf|verzoek)\s+ik\b)|"
        r"\bals\s+(?=\w+\s+(?:van|over)\s+[^.]{3,120}?\b(?:\w+\s+ik|ik\s+\w+)\b)|"
        r"(?:ik\s+schrijf|(?:maak|dien|teken)\s+ik|treed\s+ik\s+op|schrijf\s+ik|in\s+mijn\s+hoedanigheid)"
        r"[^.]{0,60}\b(?:als|van)\s+(?:de\s+|haar\s+|zijn\s+)?)"
        r"(?P<relation>gemachtigde|mentor|curator|bewindvoerder|wettelijk\s+vertegenwoordiger|advocaat|"
        r"advocate|cli[eë]ntondersteuner)\b",
        re.IGNORECASE,
    )
)
# "Ik ben zijn vrouw en mantelzorger."
_AM_KIN = re.compile(
    rf"\bik\s+ben\s+(?:zijn|haar)\s+(?:oudste\s+|jongste\s+|enige\s+)?(?P<relation>{RELATION_WORD})\b",
    re.IGNORECASE,
)
_LAW_FIRM = re.compile(
    r"\badvocaten(?:kantoor|praktijk|collectief)?\b|\badvocatuur\b", re.IGNORECASE
)
_HEADS = frozenset({BlockRole.LETTERHEAD, BlockRole.SENDER})
_SUBJECT = re.compile(
    r"^(?=betreft|onderwerp|inzake|bezwaar|klacht(?:brief)?\s+(?:van|namens)\b)"
    r"(?:betreft|onderwerp|inzake)?\s*[:.]?\s*"
    r"(?:pro\s+forma\s+)?(?:(?:bezwaar(?:schrift)?|beroepschrift|dossier|zaak)\s+"
    r"(?:van\s+|namens\s+)?|klacht(?:brief)?\s+(?:van|namens)\s+)?",
    re.IGNORECASE,
)
_WRITER_CUE = Seldom(
    re.compile(
        r"(?:\bondergeteken?de[,:]?|\bmijn\s+naam\s+is|\bik\s+heet|\bik\s+ben|\bmijn\s+persoon,|"
        r"\bik[,(]|\bwij[,(]|\bdoor\s+mij[,(]|\bdat\s+ik,?|\bverklaart\s+(?:hierbij\s+)?(?:dat\s+)?|"
        # "U kunt mij schrijven op dit adres: J. Smit, Kade 3".
        r"\b(?:mij|ons)\s[^.;:]{0,40}\s(?:dit|het\s\w+|onderstaand)\s\w*adres\s?:"
        r"(?=\s[^,\d:.]{5,40},\s[^,\d]{3,40}\s\d))"
        r"[,:]?\s+",
        re.IGNORECASE,
    )
)
_LIVING = re.compile(
    r"^[\s,(]*(wonende|woonachtig|gevestigd|geboren|geb\.|kantoorhoudende|"
    r"thans\s+(?:wonende|verblijvende)|verblijvende)",
    re.IGNORECASE,
)
# "P. Smit, geboren 3 mei 1961, en ik zijn samen opgegroeid".
_AND_I = re.compile(r"[^.!?]{0,60}?\ben\s+ik\b", re.IGNORECASE)
_PROXY_CUE = re.compile(
    r"\b(?:machtig(?:\s+ik)?(?:\s+hierbij)?|contactpersoon\s+is|mijn\s+(?:gemachtigde|mentor|curator|"
    r"bewindvoerder|advocaat|cli[eë]ntondersteuner|contactpersoon)(?:\s+is)?)[,:]?\s+",
    re.IGNORECASE,
)
_THIRD_PERSON = re.compile(r"\b(?:maakt|dient|tekent|stelt|verzoekt)\s+", re.IGNORECASE)
_BY_ME = re.compile(
    r"[^.!?]{0,160}?\b(?:door\s+(?:mijn|onze)\s+(?:tussenkomst|bemiddeling)|"
    r"met\s+(?:mijn|onze)\s+(?:hulp|bijstand)|via\s+(?:mij|ons))\b",
    re.IGNORECASE,
)
# "Hierbij maakt mevrouw R. Kwakkel bezwaar": by whoever signs.
_OBJECTING = re.compile(
    r"[^.;!?]{0,120}?\b(?:bezwaar\w*|beroep|(?:een|deze)\s+klacht)\b", re.IGNORECASE
)
_SELF = frozenset(
    {"mij", "mijzelf", "mezelf", "ons", "onszelf", "u", "ik", "wij", "haar", "hem", "hun", "deze"}
)
_HER_KIN = re.compile(rf"(?:haar|zijn|hun)\s+(?:{KIN_WORD})\b", re.IGNORECASE)
_FILLER = re.compile(
    r"(?:(?:mijn|onze|ons|de|het|een|minderjarige|meerderjarige|hierna|haar|zijn|en|bij|met|te|"
    r"noemen|[a-zë-]{2,15}en?|bewoonster|klant|pati[eë]nt|bewoner|inwoonster|inwoner|buurtgenoot)\b[\s,:(]*|cli[eë]nt\(e\)[\s,:(]*|"
    rf"(?:{KIN_WORD}|{RELATION_WORD}|belanghebbende|verzekerde|budgethouder)\b[\s,:(]*)",
    re.IGNORECASE,
)


def narrated_mentions(letter: Letter, hints: Hints) -> Iterator[Mention]:
    """Yield the people whom the text itself calls client, writer or representative."""
    before = ""
    for text in texts_of(letter, hints):
        yield from _after_namens(text)
        yield from _in_subject(text)
        yield from _below_namens(before, text) or _after_writer_cue(text)
        before = text.string
        yield from _after_proxy_cue(text)
        yield from _through_another(text)


def stated_relation(letter: Letter, hints: Hints, named: str) -> str:
    """Return in which part the writer says to write, also when the client is not named there.

    `named` is what stands beside the names; only a form's own label says more.
    """
    labelled = (relation_in(hit.value.text) for hit in find_labelled(letter, labels_of("relatie")))
    said = next(filter(None, labelled), named)
    if said:
        return said
    for text in texts_of(letter, hints):
        if kin := NAMENS_KIN.search(text.string):
            return relation_to(kin["kin"])
        if role := _AS_ROLE.search(text.string) or _AS_HIS.search(text.string):
            return relation_of(role["relation"])
        if kin := _AM_KIN.search(text.string):
            return relation_of(kin["relation"])
    # Who writes on the paper of a law firm writes for a client.
    paper = (block.text for block in letter.blocks if block.role in _HEADS)
    if any(map(_LAW_FIRM.search, paper)):
        return "advocaat"
    return _relation_to_her(texts_of(letter, hints))


def _relation_to_her(texts: Sequence[Text]) -> str:
    """Return what the writer is to the one relative in whose name the letter is written."""
    if not any(_FOR_HER.search(text.string) for text in texts):
        return ""
    kin = {match["kin"].casefold() for text in texts for match in MY_KIN.finditer(text.string)}
    return relation_to(kin.pop()) if len(kin) == 1 else ""


def _after_namens(text: Text) -> Iterator[Mention]:
    for match in _NAMENS.finditer(text.string):
        start = _skip_filler(text.string, match.end())
        if start is None:
            continue
        kin = MY_KIN.match(text.string, skip_space(text.string, match.end()))
        relation = relation_to(kin["kin"]) if kin else ""
        weight = 0.9
        if _JOINTLY.search(text.string[: match.start()]):
            weight = _WITH_WRITER
        if match["relation"]:
            relation = relation_of(match["relation"])
            # "de moeder van Tim" without "ik" may be anybody.
            weight = 0.85 if _is_own_role(text.string, match) else 0.4
        yield from mention_at(text, start, Side.CLIENT, weight=weight, relation=relation)


def _below_namens(before: str, text: Text) -> tuple[Mention, ...]:
    """Return who stands alone under "Ondergetekende, K. Smit, is mentor van:"."""
    match = next((m for m in _NAMENS.finditer(before) if not before[m.end() :].strip(" :\n")), None)
    if match is None:
        return ()
    relation = relation_of(match["relation"]) if match["relation"] else ""
    if relation and not _is_own_role(before, match):
        return ()
    return tuple(mention_at(text, 0, Side.CLIENT, weight=0.85, relation=relation))


def _is_own_role(string: str, match: re.Match[str]) -> bool:
    """Tell "ik, mentor van" and "B. Jansen, mentor van" from "de mentor van"."""
    return bool(_OWN_ROLE.search(string[max(0, match.start() - 60) : match.start("relation")]))


def _in_subject(text: Text) -> Iterator[Mention]:
    """Take the name that a subject line consists of: "Betreft: bezwaar mevrouw E. Koster"."""
    start = _SUBJECT.match(text.string)
    found = person_at(text.string, start.end()) if start else None
    if not (found and found.person.is_full):
        return
    known = KNOWN_BY.match(text.string, found.end)
    if known or found.person.shape > 0.5:
        yield from mention_at(text, found.start, Side.CLIENT, weight=KNOWN if known else 0.55)


def _skip_filler(string: str, start: int) -> int | None:
    """Skip "mijn moeder," up to the name; None when somebody else is meant.

    "Namens u", "namens de gemeente tekende P. Smit".
    """
    start = skip_space(string, start)
    first_at = start
    first = string[start:].split(" ", maxsplit=1)[0]
    if first.strip(",.;:").casefold() in _SELF and not _HER_KIN.match(string, start):
        # "Namens haar, Hatice Demir, maak ik bezwaar".
        named = skip_space(string, start + len(first)) if first.endswith(",") else start
        found = person_at(string, named) if named > start else None
        return named if found is not None and found.person.is_full else None
    for _ in range(6):
        if person_at(string, start) or not (match := _FILLER.match(string, start)):
            break
        start = match.end()
    return None if is_organisation(string[first_at:start]) else start


def _after_writer_cue(text: Text) -> Iterator[Mention]:
    for match in _WRITER_CUE.finditer(text.string):
        cue = match.group().casefold().strip(" ,:(")
        found = person_at(text.string, match.end())
        if found and (found.person.is_full or cue not in {"ik ben", "dat ik"}):
            yield from mention_at(text, match.end(), Side.WRITER, weight=0.88)
    head = person_at(text.string, 0)
    after = text.string[head.end :] if head else ""
    is_alone = _LIVING.match(after) and not _AND_I.match(after)
    if head and head.person.is_full and is_alone:
        yield from mention_at(text, 0, Side.WRITER, weight=0.8)


def _after_proxy_cue(text: Text) -> Iterator[Mention]:
    for match in _PROXY_CUE.finditer(text.string):
        start = _skip_filler(text.string, match.end())
        if start is None:
            continue
        said = re.search(
            rf"\b({RELATION_WORD})\b", text.string[match.start() : start], re.IGNORECASE
        )
        relation = relation_of(said[1]) if said else ""
        yield from mention_at(text, start, Side.PROXY, weight=0.7, relation=relation)


def _through_another(text: Text) -> Iterator[Mention]:
    """Take "hiermee maakt mevrouw Smit door mijn tussenkomst bezwaar"."""
    for match in _THIRD_PERSON.finditer(text.string):
        found = person_at(text.string, match.end())
        if found is None:
            continue
        after = text.string[found.end :]
        if _BY_ME.match(after):
            yield from mention_at(
                text, found.start, Side.CLIENT, weight=0.85, relation="gemachtigde"
            )
        elif _OBJECTING.match(after) and (found.person.is_full or found.person.title):
            yield from mention_at(text, found.start, Side.CLIENT, weight=0.6)
