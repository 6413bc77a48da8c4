"""Relatives and clients in running text: "mijn moeder A. Smit", "cliënt B. Jansen".

A relative with a name is the client or only plays a part in the story ("mijn man H. Dijkman helpt
mij"). The client is the one who gets care, of whom the subject speaks, or who has a birth date.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.document import BlockRole, Letter, Text
from extractors.element import Hints
from extractors.labels import find_labelled
from extractors.once import once
from extractors.people.mentions.mention import Mention, Side
from extractors.people.mentions.relations import KIN_WORD, relation_to
from extractors.people.mentions.running import mention_at, skip_space
from extractors.people.persons.person import Person, is_same_person
from extractors.people.persons.reading import find_persons, person_at
from extractors.people.zones import role_of, texts_of
from extractors.text.seldom import Seldom

SUBJECT_LABELS = (
    "betreft", "onderwerp", "inzake", "over", "gaat over", "aangaande", "onze zaak",
    "waar gaat het over", "waar gaat het om", "subject",
)  # fmt: skip
MY_KIN = re.compile(
    r"\b(?:mijn|onze|ons)\s+(?:[a-z]+en?\s+){0,2}(?:\(?\d+-jarige\)?\s+)?"
    rf"(?P<kin>{KIN_WORD})\b[,:]?\s*",
    re.IGNORECASE,
)
NAMENS_KIN = re.compile(
    rf"(?<!\bmede\s)(?<!\book\s)(?<!\btevens\s)\bnamens\s+(?:mijn|onze|ons)\s+"
    rf"(?:[a-z]+en?\s+){{0,2}}(?P<kin>{KIN_WORD})\b",
    re.IGNORECASE,
)
_CLIENT_NOUN = re.compile(
    r"(?:\bcli[eë]nt(?:e\b|\(e\)|\b)|\bwendde\s+zich(?:\s+tot\s+(?:mij|ons))?|"
    r"\bheeft\s+zich\s+gewend|\bbehartig(?:\s+ik)?\s+de\s+belangen\s+van)[,:]?\s+",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"(namens|betreft|inzake|t\.?b\.?v\.?|gaat\s+om|betreffende|"
    r"(?:klacht|besluit|bezwaar|brief)\s+(?:genomen\s+|gestuurd\s+|van\s+[\w -]{4,20}\s)?over|"
    r"(?:besluit|beschikking|indicatie|pgb|aanvraag)\b[^.;]{0,40}\b"
    r"(?:(?:ten\s+name|op\s+naam)\s+van|t\.?n\.?v\.?)|"
    r"(?<!ik )zorg\s+(?:van|aan|voor)|(?:schrijf|bezwaar|klacht|brief)\s+(?:u\s+)?voor|"
    r"(?:post|administratie|zaken|papieren|woord)\s+(?:\w+\s+)?(?:voor|van)|"
    r"\b(?:verzorging|beoordeling|behandeling|bejegening|plaatsing)\s+van|"
    r"(?:machtiging|volmacht)\s+van|indicatie\s+van|pgb\s+van|aanvraag\s+(?:van|voor)|behoeve\s+van)\s*:?\s*$",
    re.IGNORECASE,
)
# "De vader van mijn zoon, <name>": who is named is not the son.
_OF_KIN = re.compile(rf"\b(?:de|het)\s+(?:{KIN_WORD})\s+van\s+$", re.IGNORECASE)
_JOINTLY = re.compile(r"\b(?:mede|ook|tevens)\s+namens\s+$", re.IGNORECASE)
# "Getypt door mijn dochter <name>": she helps. "Gemachtigd door mijn dochter" is another matter.
HELPED_BY = re.compile(
    r"\b(?:(?:verzorgd|geholpen|getypt|uitgetypt|geschreven|opgesteld|opgeschreven|bijgestaan|ondersteund|"
    r"begeleid|gebracht|gehaald|ingevuld|vertaald|voorgelezen|geregeld|overgenomen|verleend|geleverd|"
    r"geboden|gegeven)\s+door|(?:met|dankzij)\s+(?:de\s+)?hulp\s+van|samen\s+met)\s+$",
    re.IGNORECASE,
)
_CLIENT_AFTER = re.compile(
    r"^(?:\.(?=\s\())?(?:\s*\(\d{1,3}(?:\s+jaar)?\))?[\s,(]*(geboren|geb\.|"
    r"\d{1,2}(?:[-./ ]\d{1,2}[-./ ]|\s+[a-z]{3,9}\.?\s+)(?:19|20)\d\d|"
    r"bsn|burgerservice|(?:cli[eë]nt|relatie|klant|bewoners|(?:uw\s+)?(?:dossier|aanvraag|zaak))(?:nummer|nr)|\d{7,}|"
    r"wonende?|woonachtig|verblijvende?|verblijft|hierna|"
    r"heeft\s+(?:mij|ons)\s+gemachtigd|(?:een\s+)?(?:\w+e\s+)?(?:machtiging|volmacht)\s+(?:gekregen|ontvangen))",
    re.IGNORECASE,
)
_CARE = (
    r"(?:wachtlijst|lijst|\w*zorg\w*|verple\w+|woon\w+|instelling|dagbesteding|dagopvang|opgenomen|hulp|"
    r"begeleid\w+|plek|pgb|indicatie|afdeling|huis|hospice|toezicht)"
)
# What follows a name in "mijn partner <name> woont bij ...": the one whom the care is for.
IN_CARE = re.compile(
    r"^[\s,]*(?:\(\d{1,3}(?:\s+jaar)?(?:,[^()]{1,30})?\)[\s,]*)?"
    r"(?:(?:\d+\s+jaar(?:\s+oud)?|van\s+\d+(?:\s+jaar)?)[\s,]*)?(?:die\s+)?(?:al\s+)?"
    r"(?:is\s+\d+(?:\s+jaar)?(?:\s+oud)?\s+en\s+)?"
    r"(?:(?:woont|verblijft)\b(?!.{0,12}\b(?:mij|ons|thuis|samen)\b)|krijgt|ontvangt|zit\s+in|"
    r"is\s+opgenomen|is\s+bewoner|is\s+cli[eë]nt|lijdt\s+aan|gaat\s+naar\s+(?:de\s+)?dagb|"
    r"heeft\s+(?:(?:een|ernstige?|zware?)\s+){0,2}(?:verstandelijk|lichamelijk|meervoudig|beperking|"
    r"autisme|(?:jong)?dementie|alzheimer|parkinson|zorg|hulp|begeleiding)|is\s+(?:ernstig\s+)?(?:dement|"
    r"gehandicapt|slechthorend|slechtziend|blind|bedlegerig|meervoudig)|kan\s+(?:\w+\s+)?zelf|"
    r"heeft\s+recht|heeft\s+een\s+(?:indicatie|pgb|wlz)|"
    r"heeft\b[^.;]{0,40}\b(?:syndroom|hersenletsel|epilepsie|dwarslaesie|herseninfarct|psychos\w+)|"
    rf"(?:wacht|opgenomen|gaan\s+wonen)\b[^.;]{{0,45}}\b(?:op|in)\b[^.;]{{0,25}}\b{_CARE}|"
    rf"(?:zit|ligt|staat|gaat)\b[^.;]{{0,45}}\b(?:in|bij|op|naar)\b[^.;]{{0,25}}\b{_CARE}|"
    r"wordt\s+(?:[\w-]+\s+){0,5}(?:verzorgd|verpleegd|begeleid|opgevangen)|"
    r"van\s+kamer\s+\d+|"
    r"(?:heeft|had)\b[^.;]{0,50}\b(?:indicatie|besluit|beschikking|brief)\s+(?:gekregen|gehad|ontvangen)|"
    r"kreeg\b[^.;]{0,40}\b(?:te\s+horen|brief|besluit|bericht|afwijzing))\b",
    re.IGNORECASE,
)
# "Sinds mei staat mijn moeder <name> op de wachtlijst".
_VERB_BEFORE = re.compile(r"\b(woont|verblijft|krijgt|ontvangt|staat|zit|ligt)\s+$", re.IGNORECASE)
# "Zorgen over mijn oom <name>. Hij krijgt hulp ...", but not of who may be called or wrote along.
_NEXT = re.compile(r"\.\s+(?:hij|zij|ze)(?=\s)", re.IGNORECASE)
_ALONG = re.compile(
    r"\b(?:bellen|bereik\w*|samen|door|hielp|geholpen|belde|sprak|met)\b[^.;]{0,25}$", re.IGNORECASE
)
# "U besloot dat mijn vrouw <name> geen pgb meer krijgt."
_THAT_BEFORE = re.compile(r"\bdat\s+$", re.IGNORECASE)
_GETS_AFTER = re.compile(
    r"[\s,][^.;]{0,40}\b(?:pgb|budget|hulp|zorg|begeleiding|indicatie|vervoer|uren)\b[^.;]{0,25}"
    r"\b(?:krijgt|ontvangt|heeft|houdt|verliest)\b",
    re.IGNORECASE,
)
# "Voor mijn zoon Sem heb ik begeleiding aangevraagd."
_FOR_BEFORE = re.compile(r"(?:^|[.!?]\s+)voor\s+$", re.IGNORECASE)
_ASKED_AFTER = re.compile(
    r"[\s,]*(?:\([^()]{1,40}\)[\s,]*)?(?:(?:vroeg|vroegen)\s+(?:ik|wij|we)|"
    r"(?:heb|hebben|heeft|hebt)\s+(?:ik|wij|we|u)\b[^.;]{0,60}\b(?:aangevraagd|gevraagd|ingediend|afgewezen|geweigerd|toegekend)|"
    r"(?:is|werd)\b[^.;]{0,60}\b(?:aangevraagd|afgewezen|geweigerd|toegekend))\b",
    re.IGNORECASE,
)
# "In verpleeghuis De Linde woont mijn moeder <name>."
_LIVES_BEFORE = re.compile(
    rf"\b(?:in|bij|op)\s+(?!mijn\b|ons\b|onze\b)[^.;]{{0,25}}\b{_CARE}\b[^.;]{{0,40}}\b(?:woont|verblijft|zit|ligt)\s+$",
    re.IGNORECASE,
)
_CARE_AFTER = re.compile(rf"^[^.;]{{0,60}}\b{_CARE}\b", re.IGNORECASE)

# Who speaks of the own care writes for nobody else: the relatives play a part in the story.
OWN_CARE = re.compile(
    r"\bmijn\s+(?:(?:eigen|vaste|nieuwe|oude|huidige|extra|persoonlijke?|medische|huishoudelijke)\s+)?"
    r"(?:pgb|persoonsgebonden|budget|indicatie|aanvraag|hulp|huishoud\w*|zorg|uren|wijkverple\w+|"
    r"rolstoel|scootmobiel|traplift|situatie|gezondheid|beperking\w*|ziekte|handicap|aandoening|"
    r"kamer|bed|huisarts|behandel\w+|begeleid\w+|beroerte|benen|rug|ogen|nachtgoed)\b|"
    r"\bik\s+(?:val\b|ben\s+gevallen|(?:krijg|kreeg|heb|ontvang)\b[^.;]{0,50}\b"
    r"(?:hulp|zorg|begeleiding|ondersteuning|thuiszorg|uren)\b|(?:had|heb)\s+een\s+afspraak|"
    r"wil\s+een\s+andere\s+(?:behandel|begeleid|hulp|verple|verzorg)\w*|"
    r"(?:het\s+)?(?:thuis\s+)?niet\s+(?:meer\s+|langer\s+)?red\b)|"
    r"\b(?:helpt|verzorgt|wast)\s+(?:mij|me)\b|\b(?:mij|me)\s+te\s+(?:helpen|wassen|verzorgen)\b|"
    r"\bkwam\b[^.;]{0,30}\bbij\s+mij\b",
    re.IGNORECASE,
)
# Said behind a relative's name: who helps, sees or calls is not the one who is helped.
_STANDS_BY = re.compile(
    r"[^.;]{0,50}?\b(?:getuige|erbij|(?:zat|stond|was)\s+(?:naast|bij)\s+(?:mij|me)|helpt\s+(?:mij|me|met)|mag\s+u\s+(?:ook\s+)?bellen|"
    r"(?:mag|kan|mogen|kunnen)\s+(?:u\s+|ook\s+){1,2}bellen|doet\s+mijn|zorgt\s+voor\s+(?:mij|me)|"
    r"als\s+(?:\w+\s+)?(?:zorgverle(?:ner|enster)|hulp(?:verle(?:ner|enster))?|begeleid(?:er|ster)|verzorgende)|"
    r"(?:mij|me)\s+(?:hierbij\s+|ermee\s+)?geholpen|typt|schrijft\s+dit|foto's)\b",
    re.IGNORECASE,
)

CLIENT, CARED_FOR, FOR_THEM, IN_STORY, FIRST_NAME = 0.8, 0.75, 0.7, 0.35, 0.55
BYSTANDER = 0.2  # in the story of who speaks of the own care


# Said of one relative or neighbour: the letter is written for her or him.
WRITTEN_FOR_THEM = Seldom(
    re.compile(
        r"\bals\s(?:zijn|haar)\s(?:[\w-]+\s){1,3}(?:maak|dien|teken|schrijf)\sik\b|"
        r"\b(?:namens\s+(?:haar|hem|deze)\b|"
        r"(?:maak|dien|teken|schrijf)\s+ik\s+(?:\w+\s+){0,2}voor\s+(?:haar|hem)\b|"
        r"voor\s+(?:haar|hem)\s+(?:maak|dien|teken|schrijf)\b|"
        r"(?:doe|regel)\s+ik\s+(?:dit|dat|het)\s+(?:\w+\s+)?voor\s+(?:haar|hem)\b|"
        r"(?:hij|zij|ze)\s+(?:maakt|tekent|dient)\s+(?:\w+\s+)?(?:bezwaar|een\s+klacht)\b|"
        r"schrijf\s+ik\s+(?:hier\s+)?op\s+wat\s+(?:hij|zij|ze)\b|"
        r"(?:heeft\s+(?:zij\s+|hij\s+|ze\s+)?mij\s+(?:gevraagd|gemachtigd|verzocht)|"
        r"vroeg\s+(?:zij\s+|hij\s+|ze\s+)?mij)\b[^.]{0,40}\b(?:bezwaar|klacht|schrijven|brief)|"
        r"heeft\s+(?:mij|ons)\s+(?:\w+\s+)?gemachtigd|"
        r"(?:kan|wil|durft)\s+(?:(?:het|dit|dat|zelf|niet|geen|goed|meer|nederlands)\s+){1,5}schrijven\b)",
        re.IGNORECASE,
    )
)
# "Het gaat om mevrouw P. Smit": she is the client when the letter says it is written for somebody.
_CONCERNS = re.compile(
    r"\b(?:(?:het|dit)\s+(?:gaat\s+(?:hier\s+)?(?:om|over)|betreft)|betreft\s+het)\s*:?\s+",
    re.IGNORECASE,
)
_IS_CALLED = re.compile(r"\b(?:(?:zij|ze|hij)\s+heet|(?:haar|zijn)\s+naam\s+is)\s+", re.IGNORECASE)
# "Mijn moeder heet P. Smit".
_CALLED = re.compile(r"(?:heet|heette|genaamd|met\s+de\s+naam)\s+", re.IGNORECASE)
_IS = re.compile(r"(?:is|was)\s+(?=[A-Z])")
# "Vader, P. Smit (BSN 999900134), kreeg ...", "Moeder: P. Smit, relatienummer 8144".
_BARE_KIN = re.compile(
    rf"(?:^|(?<=[.!?:;]\s))(?=[A-Z])(?i:(?:ons\s+)?(?P<kin>{KIN_WORD}))\b\s*[,:=(]?\s*"
)


def kin_mentions(letter: Letter, hints: Hints) -> Iterator[Mention]:
    """Yield the relatives and clients whom the text names."""
    subjects = _in_subject(letter, hints)
    texts = texts_of(letter, hints)
    is_for_them, is_own = _is_for_them(texts), is_of_own_care(texts)
    found = [
        mention
        for text in texts
        for pattern in (MY_KIN, _CLIENT_NOUN)
        for match in pattern.finditer(text.string)
        for mention in _named(text, match, subjects, is_own=is_own)
    ]
    found += [
        mention
        for text in texts
        for match in _BARE_KIN.finditer(text.string)
        for mention in _named(text, match, (), is_own=is_own)
        if mention.person.is_full and mention.weight >= CARED_FOR
    ]
    found += _in_full(found, texts)
    full = {each.person.name for each in found if each.person.is_full}
    if is_for_them:
        yield from _concerned(texts)
        yield from _called(texts)
        if len(full) == 1:
            found = [replace(each, weight=max(each.weight, FOR_THEM)) for each in found]
    elif is_own:
        found = [
            replace(each, weight=BYSTANDER) if each.weight <= IN_STORY else each for each in found
        ]
    yield from _in_whose_name(found, texts)


@once
def is_of_own_care(texts: tuple[Text, ...]) -> bool:
    """Tell whether the writer speaks of the own care, and says nowhere to write for another."""
    return not _is_for_them(texts) and any(OWN_CARE.search(text.string) for text in texts)


@once
def _is_for_them(texts: tuple[Text, ...]) -> bool:
    return any(WRITTEN_FOR_THEM.search(text.string) for text in texts)


def _in_whose_name(found: Sequence[Mention], texts: Sequence[Text]) -> Iterator[Mention]:
    """Trust "mijn moeder P. Smit" as the client when the letter is written "namens mijn moeder"."""
    kin = {relation_to(m["kin"]) for text in texts for m in NAMENS_KIN.finditer(text.string)}
    named = {each.person.name for each in found if each.relation in kin and each.person.is_full}
    for each in found:
        is_meant = len(named) == 1 and each.person.name in named
        yield replace(each, weight=max(each.weight, CLIENT)) if is_meant else each


def _called(texts: Sequence[Text]) -> Iterator[Mention]:
    """Yield "Mijn moeder spreekt geen Nederlands. Zij heet Fadime Öztürk." of a letter for her."""
    kin = {match["kin"].casefold() for text in texts for match in MY_KIN.finditer(text.string)}
    relation = relation_to(next(iter(kin))) if len(kin) == 1 else ""
    for text in texts if relation else ():
        for match in _IS_CALLED.finditer(text.string):
            yield from mention_at(
                text, match.end(), Side.CLIENT, weight=CARED_FOR, relation=relation
            )


def _in_full(called: Sequence[Mention], texts: Sequence[Text]) -> list[Mention]:
    """Find whom the text calls "mijn vrouw Suze" in one place and "Suze Vermeer" in another."""
    kin = {
        each.person.given: each.relation
        for each in called
        if each.person.is_first_name_only and each.weight > BYSTANDER
    }
    return [
        mention
        for text in texts
        if any(name in text.string for name in kin)
        for found in find_persons(text.string)
        if found.person.given in kin and found.person.is_full
        for mention in mention_at(
            text,
            found.start,
            Side.CLIENT,
            weight=_weight("", text.string[: found.start], text.string[found.end :]),
            relation=kin[found.person.given],
        )
    ]


def _concerned(texts: Sequence[Text]) -> Iterator[Mention]:
    """Yield whom a letter that is written for somebody says to be about."""
    for text in texts:
        for match in _CONCERNS.finditer(text.string):
            yield from mention_at(text, match.end(), Side.CLIENT, weight=FOR_THEM)


def _named(
    text: Text, match: re.Match[str], subjects: tuple[Person, ...], *, is_own: bool
) -> Iterator[Mention]:
    start = skip_space(text.string, match.end())
    called = _CALLED.match(text.string, start)
    is_said = called or _IS.match(text.string, start)
    start = is_said.end() if is_said else start
    found = person_at(text.string, start)
    if found is None:
        return
    kin = match.groupdict().get("kin") or "cliënt"
    weight = _weight(kin, text.string[: match.start()], text.string[found.end :])
    in_subject = any(is_same_person(found.person, each) for each in subjects)
    is_called = called and not is_own and not _STANDS_BY.match(text.string, found.end)
    if in_subject or is_called:
        weight = max(weight, CARED_FOR)
    if found.person.is_first_name_only:
        weight = min(weight, FIRST_NAME)  # "onze dochter Lisa": the parents write
    yield from mention_at(text, start, Side.CLIENT, weight=weight, relation=relation_to(kin))


def _weight(kin: str, before: str, after: str) -> float:
    if _JOINTLY.search(before) or _OF_KIN.search(before) or HELPED_BY.search(before):
        return BYSTANDER  # who writes does so for a third, or for both
    if kin.casefold().startswith("cli") or _ABOUT.search(before) or _CLIENT_AFTER.match(after):
        return CLIENT
    if _STANDS_BY.match(after):
        return BYSTANDER
    following = None if _ALONG.search(before) else _NEXT.match(after)
    is_cared_for = (
        (_VERB_BEFORE.search(before) and _CARE_AFTER.match(after))
        or _LIVES_BEFORE.search(before)
        or (_FOR_BEFORE.search(before) and _ASKED_AFTER.match(after))
        or (_THAT_BEFORE.search(before) and _GETS_AFTER.match(after))
        or (following and _is_in_care(after[following.end() :]))
    )
    return CARED_FOR if is_cared_for or IN_CARE.match(after) else IN_STORY


def _is_in_care(said: str) -> bool:
    """Tell a sentence about somebody in care: "hij woont in Utrecht" says nothing of it."""
    return bool(IN_CARE.match(said) and _CARE_AFTER.match(said))


def _in_subject(letter: Letter, hints: Hints) -> tuple[Person, ...]:
    """Return everybody with a full name in the subject or the reference lines."""
    lines = {hit.line for hit in find_labelled(letter, SUBJECT_LABELS)}
    for page in letter.own_pages[:1]:
        blocks = (each for each in page.blocks if role_of(each, page, hints) is BlockRole.REFERENCE)
        lines |= {line for block in blocks for line in block.lines}
    return tuple(
        found.person
        for line in lines
        for match in re.finditer(r"(?<![\w.])[A-Z]", line.text)
        if (found := person_at(line.text, match.start())) and found.person.is_full
    )
