"""People whom a letter describes: by a birth date, a number, what befalls them, or its subject.

A birth date or a citizen's number belongs to the one whom the letter is about; a driver, doctor or
neighbour who is merely mentioned has none.
"""

import re
from collections.abc import Iterator, Sequence

from extractors.addresses.streets import is_street_name
from extractors.document import BlockRole, Letter, Line, Text, of_line
from extractors.element import Hints
from extractors.labels import find_labelled
from extractors.parts import is_salutation
from extractors.people.mentions.kin import HELPED_BY, SUBJECT_LABELS, is_of_own_care
from extractors.people.mentions.mention import Mention, Side, Source
from extractors.people.mentions.relations import KIN_WORD, relation_to
from extractors.people.mentions.running import KNOWN, KNOWN_BY
from extractors.people.persons.person import is_organisation
from extractors.people.persons.reading import Found, find_persons, person_at
from extractors.people.zones import role_of, texts_of
from extractors.text.gazetteer import is_place

_LABEL = re.compile(r"^\w+(?: \w+){0,3}\s?:\s*")
_MONTH = r"(?:jan|feb|maart|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec)[a-z]*\.?"
# A speck of a scan may look like a full stop before the bracket.
_BORN = re.compile(r"(?:\.(?=\s\())?[\s,(]*(?:geboren|geb\.|geboortedatum)", re.IGNORECASE)
_DATE = re.compile(
    rf"[\s,(]*\d{{1,2}}(?:[-./ ]\d{{1,2}}[-./ ]|\s+{_MONTH}\s+)(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
# Nobody dates a call or letter so far back without saying so.
_LONG_AGO = 2018
_OWN = re.compile(
    r"(?:ondergeteken\w+|mijn\s+naam\s+is|ik\s+(?:ben|heet)|\bik|\bwij|door\s+mij|verklaart)[\s,:(]*$",
    re.IGNORECASE,
)
_MY = re.compile(
    rf"\b(?:mijn|onze|ons)\s+(?:[a-z]+e\s+)?(?P<kin>{KIN_WORD})[\s,:(]*$", re.IGNORECASE
)
_IS_MY = re.compile(
    rf"\s*[,(]\s*(?:dit\s+is\s+)?(?:mijn|onze|ons)\s+(?P<kin>{KIN_WORD})\b", re.IGNORECASE
)
# "Een goede vriend van mij, K. Smit, ..."
_OF_ME = re.compile(rf"\b(?P<kin>{KIN_WORD}|kennis)\s+van\s+(?:mij|ons)[\s,:(]*$", re.IGNORECASE)
_BEFORE_NAME = re.compile(
    rf"\b(?:aan|van|voor|inzake|betreffende|over|{KIN_WORD})[\s,:(]+(?=[A-Z])"
)
_PLACED_UNDER = re.compile(
    r"\b(?:goederen|vermogen|belangen|bewind|curatele|mentorschap)\b[^.]{0,40}\b(?:van|over|voor)\s*$",
    re.IGNORECASE,
)
_NUMBER_OF = re.compile(
    r"\b(?:burgerservicen(?:umme)?r|bsn|cli[eë]ntnummer|relatienummer|geboortedatum)[\s.]+van\s*$",
    re.IGNORECASE,
)
# "Het besluit van 12 oktober op naam van P. Smit".
_IN_NAME = re.compile(
    r"\b(?:besluit|beslissing|beschikking|indicatie|pgb)\b[^.;]{0,40}"
    r"\b(?:op\s+naam\s+van|ten\s+name\s+van|t\.?n\.?v\.?)\s*$",
    re.IGNORECASE,
)
# "Relatienummer: 8144 (P. Smit)", "BSN 999900134 op naam van P. Smit".
_NUMBER_BEFORE = re.compile(
    r"\b(?:bsn|burgerservicen\w+|\w*cli[eë]nt\w*|relatien\w+|klantn\w+)\W+[\d. ]{5,}"
    r"(?:\W{0,3}\(|\W{1,3}(?:op\s+naam\s+van|t\.?n\.?v\.?|van|voor)\s+)$",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"[^.;]*?(?:(?:\.\s?(?=\w+\.|[A-Z]\.))[^.;]*?){0,4}\b(?:(?:mij|ons)\s+(?:heeft|hebben|had)|"
    r"(?:heeft|hebben)\s+(?:mij|ons))\s+(?:\w+\s+){0,2}(?:verzocht|gemachtigd|gevraagd|ingeschakeld|"
    r"benaderd|aangewezen)\b(?!\s+(?:of|waarom|hoe|wat|wanneer)\b)",
    re.IGNORECASE,
)
# Before or behind a name in a subject line: the one complained about, or the office's own people.
_OTHERS = re.compile(
    r"(?:\b(?:(?<!slissing )(?<!besluit )(?<!schikking )(?<!indicatie )(?<!brief )over|"
    r"tegen|jegens|door|met|bij|dokter|dr\.|arts|gedrag\s+van|bejegening\s+van|"
    r"optreden\s+van|\w*bezoek\s+van|\w*gesprek\s+van|telefoontje\s+van|(?<!\w)(?:uw|jullie)|"
    r"\w*medewerk\w+|\w*chauffeur|\w*verpleeg\w*|\w*begeleid\w+|\w*behandelaar|"
    r"\w*arts|psychiater|psycho\w+|\w*therapeute?|logopedist\w*|\w*zuster|broeder|\w*leid(?:er|ster)|"
    r"\w*coach|planner|direct(?:eur|rice)|\w*bestuurder|receptionist\w*|\w*co[oö]rdinator|notaris|\w*functionaris|\w*bemiddelaar|"
    r"wethouder|burgemeester|voorzitter|secretaris|weledel\w+\s+(?:heer|vrouwe)|weledel\w+|\w*adviseur|\w*manager|\w*ambtena\w+|\w*consulent\w*|\w*medewerkster|uw\s+\w+|jullie\s+\w+|\w*zorger|locatie|\w*huis|\w*hof|\w*boerderij|stichting|"
    r"behandeld|contactpersoon|t\.?a\.?v\.?|attentie|brief\s+van|mail\s+van)\b[\s.:,]*(?:van\s+)?)$",
    re.IGNORECASE,
)
_STAFF = re.compile(r"(?:zuster|zr|broeder|br|dokter)\.?", re.IGNORECASE)
_OFFICE = re.compile(r"\b(?:behandel(?:d|end)|contactpersoon|t\.?a\.?v\b|afdeling|cc)\b", re.I)
_TOPIC_WORD = re.compile(
    r"(?<![\w.'\u2019-])(?!januari|februari|maart|augustus|(?:van|den|der|het|ter|ten|aan|uit|geb|"
    r"mei|juli|juni|april)\b)[a-zë]{3,}(?![\w@.])|"
    r"^(?i:\w*(?:zorg|hulp|bemiddeling|plaatsing|opname|indicatie|budget|bezwaar|klacht|"
    r"behandeling|begeleiding)\w*)\s"
)

# "P. Smit, geboren 3 mei 1961, en ik zijn samen opgegroeid": somebody else than the writer.
_AND_I = re.compile(r"[^.!?]{0,60}?(?:\d{4}|,)[\s,]*en\s+ik\b")
_FIRM_FORM = len(" B.V.")  # what makes a firm of it stands behind the name
# "Ik woon tegenover P. Smit, Dorpsstraat 12, 2311 AB Leiden".
_AT_HOME = re.compile(
    r"(?:\s*\(\d{1,3}(?:\s+jaar)?\))?[\s,(]*(?:wonende?|woonachtig|"
    r"[A-Z0-9'][\w.' -]{2,40}?\s\d{1,4}[^.;\d]{0,12},?\s\d{4}\s?[A-Z]{2}\b)"
)
# "De overeenkomst met mijn zus (mevrouw P. Smit, geboren ...)": whose papers an office asks for as
# well, and who is paid for the care.
_HIRED = re.compile(
    r"\b(?:zorgverle(?:ner|enster)|hulpverle(?:ner|enster)|\w*overeenkomst(?:en)?|contract(?:en)?|"
    r"diploma(?:'s)?|werknemer|arbeidsrelatie)\b(?P<between>.{0,110})$",
    re.IGNORECASE,
)
_FOR_SOMEBODY = re.compile(
    r"\b(?:namens|cli[e\u00eb]nte?|budgethouder|verzekerde)\b", re.IGNORECASE
)
_FOR_KIN = re.compile(
    rf"\b(?:van|voor|namens)\s+(?:mijn|onze|ons)\s+(?:[a-z]+e\s+)?(?:{KIN_WORD})\b", re.I
)
_TO = re.compile(r"\W*(?:aan|t\.?\s?a\.?\s?v)\b", re.IGNORECASE)
_IN_PROSE = re.compile(r"(?:^|\s)[a-zë]+,?\s+$")
# What may be told of somebody in few words: a number or a birth date.
_TELLING = re.compile(
    r"\d{5,}\W+(?:\(|op\s+naam|t\.?n\.?v)|\bgeb(?:oren|\.)|"
    r"\b\d{1,2}[-./ ]\d{1,2}[-./ ](?:19|20)\d\d\b",
    re.IGNORECASE,
)


def described_mentions(letter: Letter, hints: Hints) -> Iterator[Mention]:
    """Yield the people whom the text or the subject describes as the one it is about."""
    texts = texts_of(letter, hints)
    is_own = is_of_own_care(texts)
    for text in texts:
        long = len(text.string) > 40 or _TELLING.search(text.string)
        named = find_persons(text.string) if long else ()
        for found in (*named, *_born(text.string, named)):
            yield from _described(text, found, is_own=is_own)
    yield from _in_subjects(letter, hints)


def _born(string: str, named: Sequence[Found]) -> Iterator[Found]:
    """Yield who was born on a day that stands behind, also with a first name nobody knows."""
    ends = {found.end for found in named}
    for cue in _BORN.finditer(string) if "geb" in string.casefold() else ():
        if cue.start() in ends:
            continue
        before = string[max(0, cue.start() - 60) : cue.start()]
        for start in (match.start() for match in re.finditer(r"(?<![\w.'-])[A-ZÀ-Ž]", before)):
            found = person_at(before, start)
            if found is None or found.end != len(before.rstrip()):
                continue
            if found.person.is_full and not is_place(before[found.start : found.end]):
                shift = cue.start() - len(before)
                yield Found(found.start + shift, found.end + shift, found.person)
            break


def _described(text: Text, found: Found, *, is_own: bool) -> Iterator[Mention]:
    before, after = text.string[: found.start], text.string[found.end :]
    if _AND_I.match(after):
        yield from _client(text, found, 0.75, "")
        return
    # "Mevrouw P. Smit (cliëntnummer 8144) heeft mij gevraagd te helpen", as a sentence begins.
    if _ASKED.match(after) and not (_OWN.search(before) or _OTHERS.search(before)):
        kin = _MY.search(before)
        relation = relation_to(kin["kin"]) if kin else ""
        yield from _client(text, found, 0.85, relation or "gemachtigde")
        return
    # Letters behind digits are a postcode's.
    if not before.strip() or before.rstrip()[-1].isdigit() or _OWN.search(before):
        return
    if _is_hired(before):
        return
    kin = _MY.search(before) or _OF_ME.search(before) or _IS_MY.match(after)
    relation = _relation(kin["kin"], is_friend=bool(_OF_ME.search(before))) if kin else ""
    if any(cue.search(before) for cue in (_PLACED_UNDER, _NUMBER_OF, _NUMBER_BEFORE, _IN_NAME)):
        yield from _client(text, found, 0.8, relation)
    elif _is_born(after, is_kin=kin is not None):
        yield from _client(text, found, 0.78, relation)
    elif _is_helper(before, is_kin=kin is not None and is_own):
        return
    elif found.person.is_full and _AT_HOME.match(after) and _lives_there(before):
        yield from _client(text, found, 0.7, relation)
    elif _IS_MY.match(after) or _OF_ME.search(before):
        yield from _client(text, found, 0.6, relation)


def _is_hired(before: str) -> bool:
    """Tell who gives the care from whom it is given to: words of work stand before the name."""
    hired = _HIRED.search(before)
    if hired is None:
        return False
    return not (_FOR_KIN.search(hired["between"]) or _FOR_SOMEBODY.search(hired["between"]))


def _is_helper(before: str, *, is_kin: bool) -> bool:
    """Tell a relative who helps the writer, with an address where she can be found.

    Who speaks of the own care tells of relatives as of helpers.
    """
    mine = _MY.search(before)
    return is_kin or (mine is not None and HELPED_BY.search(before[: mine.start()]) is not None)


def _lives_there(before: str) -> bool:
    """Tell whether a name with an address stands in a sentence, and not behind "Afzender:"."""
    is_prose = _IN_PROSE.search(before) and not _TO.match(before)
    return bool(is_prose) and not _OTHERS.search(before)


def _relation(kin: str, *, is_friend: bool) -> str:
    """Tell "een vriend van mij" from "mijn vriend", who is a partner."""
    return "vriend" if is_friend and kin.casefold().startswith("vriend") else relation_to(kin)


def _is_born(after: str, *, is_kin: bool) -> bool:
    """Tell whether a birth date follows: said so, behind a relative's name, or long ago."""
    if _BORN.match(after):
        return True
    date = _DATE.match(after)
    return bool(date) and (is_kin or int(date["year"] if date else 0) <= _LONG_AGO)


def _in_subjects(letter: Letter, hints: Hints) -> Iterator[Mention]:
    """Take the people that a subject line names: "zorg aan E. Koster", "K. Smit, uw brief"."""
    labelled = {hit.line for hit in find_labelled(letter, SUBJECT_LABELS)}
    loose = set(_before_salutation(letter, hints)) - labelled
    for lines, weight in ((labelled, 0.72), (loose, 0.62)):
        for line in sorted(lines, key=lambda each: each.box.top):
            yield from _in_subject(line, weight)


def _in_subject(line: Line, weight: float) -> Iterator[Mention]:
    text = of_line(line)
    known = any(KNOWN_BY.match(text.string, each.end) for each in find_persons(text.string))
    if _OFFICE.search(text.string) or not (known or _TOPIC_WORD.search(text.string)):
        return
    for found in _named_in(text.string):
        if _is_house(text.string, found):
            continue
        # "Over: K. Smit" says no more than "Betreft: K. Smit".
        before = _LABEL.sub("", text.string[: found.start])
        is_staff = _STAFF.fullmatch(found.person.title)
        if not (is_staff or _OTHERS.search(before)) and not before.rstrip()[-1:].isdigit():
            kin = _MY.search(text.string[: found.start])
            relation = relation_to(kin["kin"]) if kin else ""
            is_told = KNOWN_BY.match(text.string, found.end)
            yield from _client(text, found, KNOWN if is_told else weight, relation)


def _is_house(string: str, found: Found) -> bool:
    """Tell "woz-waarde Piet Heinstraat 55" from somebody."""
    numbered = re.match(r"\s+\d{1,5}\b", string[found.end :])
    return numbered is not None and is_street_name(string[found.start : found.end])


def _named_in(string: str) -> Iterator[Found]:
    """Yield the people in a subject line, also with an unusual first name behind "aan" or "van"."""
    sure = [each for each in find_persons(string) if each.person.shape >= 0.7]
    yield from sure
    for match in _BEFORE_NAME.finditer(string):
        found = person_at(string, match.end())
        if found and found.person.is_full and found.start not in {each.start for each in sure}:
            yield found


def _before_salutation(letter: Letter, hints: Hints) -> Iterator[Line]:
    """Yield the reference lines of the first page, among them a subject without a label."""
    for page in letter.own_pages[:1]:
        for block in page.blocks:
            if any(map(is_salutation, block.lines)):
                return
            if role_of(block, page, hints) is BlockRole.REFERENCE:
                # A line that begins with a name is who writes, not what it is about.
                yield from (line for line in block.lines if not person_at(line.text, 0))


def _client(text: Text, found: Found, weight: float, relation: str) -> Iterator[Mention]:
    if is_organisation(text.string[found.start : found.end + _FIRM_FORM]):
        return
    weight *= 1.0 if found.person.is_full else 0.8
    span = text.span(found.start, found.end)
    yield Mention(found.person, span, Side.CLIENT, Source.RUNNING, weight, relation)
