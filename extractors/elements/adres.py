"""Find the postal address of the sender (Awb 6:5 lid 1 onder a, 9:4 lid 2 onder a).

Roles: "client", and "vertegenwoordiger" for the address of who writes for the client. Marks:
"onvolledig" (neither street, number and place, nor postcode and number, nor a postbus) and
"terloops" (told in running text, and nothing says that the sender lives there).
"""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from math import prod

from extractors.addresses.find import FoundAddress, find_addresses
from extractors.addresses.form_addresses import form_addresses
from extractors.document import (
    PT_PER_MM,
    BlockRole,
    Letter,
    LetterPage,
    Line,
    PageRole,
    TextSource,
    Word,
)
from extractors.element import Address, Candidate, ElementId, Hints, evidence_of
from extractors.parts import COPY_TO, is_organisation
from extractors.people.mentions.closings import closing_names, end_lines
from extractors.people.mentions.find import answered_from
from extractors.people.mentions.relations import KIN_WORD
from extractors.people.parties import Parties, Party, find_parties
from extractors.people.persons.person import Person, is_same_person
from extractors.people.persons.person import is_organisation as is_firm
from extractors.people.persons.reading import find_persons, parse_person
from extractors.people.zones import WEIGHTS, Zone, reading_of, zones_of
from extractors.text.gazetteer import is_place

ELEMENT = ElementId.ADRES

_OWN = re.compile(
    r"\b(wonende?|woonachtig|woon(?:t|adres)?|adres|ik woon|verblijvende|verblijft|ondergetekende|"
    r"ingeschreven|postadres|correspondentieadres|straat|huisnummer|"
    r"(?:mijn|onze|haar|zijn)\s+gegevens|(?:mij|ons)\s+(?:\w+\s+){0,2}(?:schrijven|bereiken))\b",
    re.IGNORECASE,
)
# "De taxi zette mij af bij het verkeerde adres: Stationsplein 3".
_WRONG = re.compile(r"\b(?:verkeerde?|foute?|onjuiste?|een ander)\s+adres\b", re.IGNORECASE)
_FOREIGN_TO_SENDER = re.compile(
    r"\b(locatie|zorgaanbieder|zorginstelling|verpleeghuis|praktijk|huisarts|gevestigd|filiaal|gebouw|"
    r"ziekenhuis|kantoor(?:houdende)?|aanbieder|bezoekadres|rechtbank|antwoordadres)\b",
    re.IGNORECASE,
)

# "Aan", also as the number and name of a part of a form.
_TO = re.compile(
    rf"\W*(?:\d+[.)]?\s*)?(?:(?:aan|t\.?\s?a\.?\s?v|(?:kopie|afschrift)\s+aan)\b|{COPY_TO})",
    re.IGNORECASE,
)
# "Haar zoon Jaap Dekker", "door onze dochter, A. Smit".
_KIN = re.compile(rf"\W*(?:\w+\s+){{0,2}}(?:{KIN_WORD})\b[\s,:]+", re.IGNORECASE)
_MY_KIN = re.compile(
    rf"\b(?:mijn|onze)\s+(?:{KIN_WORD})[\s,:(]+(?P<name>[A-ZÀ-Ž][^,;()\d]{{2,40}})[\s,(]*$"
)
# "Mijn zus woont op Rozenlaan 4": it is not who writes in their own name.
_LIVES_THERE = re.compile(
    rf"\b(?:mijn|onze|ons|een|de)\s+(?:\w+\s+)?(?:{KIN_WORD}|buurman|buurvrouw|buren|vriend(?:in)?|kennis|"
    r"mantelzorger|zorgverlener|hulp|begeleid(?:er|ster))\b[^.;:]{0,40}"
    r"\b(?:woont|wonen|verblijft|zit|ligt|woonde|verhuisd)\b[^.;:]{0,25}$",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"^\W*(?:afzender|van|from|(?:naam\s+)?(?:cli[eë]nte?|indiener|klager)|naam)\s*:\s*",
    re.IGNORECASE,
)
# What a subject tells of an office says nothing of the address below it.
_ABOUT = re.compile(r"\W*(?:betreft|onderwerp|inzake|kenmerk|uw\s+\w+|datum)\b", re.IGNORECASE)
_NAMELIKE = re.compile(r"\bvan\s+[A-ZÀ-Ž][^\W\d_]+\s[A-ZÀ-Ž][\w-]+\W*$")
# "Mijn oude adres was", "vorig adres:".
_FORMER = re.compile(
    r"\b(?:oude?|vorige?|voormalige?|eerdere?|vroegere?)\s+\w*adres\b[^.;:]{0,25}:?\s*$|"
    # "Uw brief ging nog naar Kade 3".
    r"\b(?:ging(?:en)?|kwam(?:en)?|stuurden?|(?:ge|ver)stuurd|verzonden|bezorgd|geadresseerd)\s"
    r"(?:\w+\s){0,2}nog\s(?:steeds\s)?(?:naar|aan|op)\s*(?:(?:de|het)\s+)?$|"
    r"\b(?:verhuisd\s+van|voorheen|woonde[^.;]{0,20})\s*:?\s*(?:(?:aan|op)\s+)?(?:(?:de|het)\s+)?$",
    re.IGNORECASE,
)

# "Kerkstraat 40, maar daar woon ik al sinds juni niet meer".
_LEFT = re.compile(
    r"[^.;]{0,30}\b(?:daar|waar)\b[^.;]{0,50}\bniet\s(?:meer|langer)\b", re.IGNORECASE
)

# Of an address in somebody else's name, when one stands in that of the sender.
_OTHERS = 0.5
# "Adres huisarts: Kade 3".
_LABELLED_OTHER = re.compile(
    r"\b(?:huisarts|(?:\w+)?arts|apotheek|\w*aanbieder|\w*verlener|instelling|school|werkgever|"
    r"contactpersoon|gemachtigde|bewindvoerder|mentor|advocaat)\s*:\s*$",
    re.IGNORECASE,
)
# Of an address on the envelope, in the name of the sender or in nobody's.
_ENVELOPE, _NAMELESS = 0.8, 0.4
# Of an address in the message that an e-mail answers: seldom the sender's own.
_ANSWERED = 0.4
# Between a name and the street behind it, as printed or as a scan gives it.
_DIVIDERS = " ,*+|\u00ab\u00bb\u2022\u00b7~-"
# "Als zoon van K. Smit (": small words, so that the address stands in a sentence.
_SENTENCE = re.compile(r"(?:(?:^|\s)[a-zë]+\b.*){2}")

# "van Galenstraat 3", "'t Hof 4", "de Ruyterkade 7".
_SMALL_BEGIN = re.compile(
    r"(?:van|von|de|den|der|het|'?t|'s|in|op|aan|ten|ter|te|bij|la|le|d')(?![^\W\d_])"
)
_CUT, _CUT_MM = 0.5, 5.0  # of a street of which the begin was not read
_LEFT_BEHIND = 0.25  # of one where the sender says to live no more
_ELSEWHERE = 0.4  # of one where somebody else is said to live
_Ranked = tuple[FoundAddress, str, float]


def find(letter: Letter, hints: Hints) -> tuple[Candidate, ...]:
    """Return the client's address first, then the one of who writes for the client."""
    parties = find_parties(letter, hints)
    every = [*_own(letter, hints, parties), *_beside_addressee(letter, hints, parties)]
    every += _on_envelope(letter, hints, parties) if not every else ()
    ranked = _told_apart(_without_others(every, parties), parties)
    groups: dict[tuple[str, str], list[_Ranked]] = {}
    for each in sorted(ranked, key=lambda item: -item[2]):
        groups.setdefault((_key(each[0]), each[1]), []).append(each)
    told = {id(line) for zone in zones_of(letter, hints) if _is_told(zone) for line in zone.lines}
    told -= {id(each.line) for each, _, _ in every if _ends_letter(each, letter, parties)}
    found = [
        _candidate(group, in_passing=all(_is_in_passing(each[0], told, parties) for each in group))
        for group in groups.values()
    ]
    return tuple(sorted(found, key=_order, reverse=True))


def _is_told(zone: Zone) -> bool:
    return zone.role is BlockRole.BODY


def _is_in_passing(found: FoundAddress, told: Container[int], parties: Parties) -> bool:
    """Tell "het loket aan de Kade 3" and "mijn zus woont Kade 3" from where the sender lives."""
    if found.is_box and not parties.is_represented:
        return _is_another_box(found, parties)
    ahead = _ahead_of(found)
    person = _person_at(found)
    is_of_party = person is not None and (
        parties.is_represented or _known(person, (*parties.clients, *parties.proxies))
    )
    if id(found.line) not in told or is_of_party:
        return False
    if _LIVES_THERE.search(ahead) and not parties.is_represented:
        return True
    return not _says_own(found)


def _says_own(found: FoundAddress) -> bool:
    """Tell whether words beside an address say that somebody lives or gets post there."""
    text = f"{found.head[0].text if found.head else ''} {found.line.text}"
    said = f"{_ahead_of(found)} {found.line.text}"
    return bool(_OWN.search(said)) and not _WRONG.search(text)


def _ahead_of(found: FoundAddress) -> str:
    return f"{found.head[0].text if found.head else ''} {found.before}".rstrip()


def _told_apart(ranked: Sequence[_Ranked], parties: Parties) -> list[_Ranked]:
    """Leave the client the address behind the client's name when the letter tells of another one.

    What stands by itself over a letter in somebody's name is then of who writes it.
    """
    named = {
        _key(found)
        for found, role, _ in ranked
        if role == "client" and _known_at(found, parties.clients)
    }
    if not (parties.is_represented and named):
        return list(ranked)
    return [
        (found, role if _key(found) in named else "vertegenwoordiger", weight)
        for found, role, weight in ranked
    ]


def _without_others(ranked: Sequence[_Ranked], parties: Parties) -> list[_Ranked]:
    """Weigh less what stands in no name or another one, when one stands in the sender's own.

    A helper, a friend, or a care provider that is written to and that nobody knows as an office.
    """
    people = (*parties.clients, *parties.proxies)
    own = [found for found, _, _ in ranked if _known_at(found, people)]
    keys = {_key(found) for found in own}
    # The boxes of a form are read in two ways, of which one may know no name.
    words = {id(word) for found in own for word in found.span.words}

    def is_own(found: FoundAddress) -> bool:
        return _key(found) in keys or any(id(word) in words for word in found.span.words)

    return [
        (found, role, weight * (1.0 if not own or is_own(found) else _OTHERS))
        for found, role, weight in ranked
    ]


def _known_at(found: FoundAddress, parties: Sequence[Party]) -> bool:
    person = _person_at(found)
    return person is not None and _known(person, parties)


def _order(candidate: Candidate) -> tuple[bool, float]:
    # Below one half nothing is known about whose address it is, so the role must not decide.
    is_client = candidate.role == "client" and candidate.confidence >= 0.5
    return is_client and "onvolledig" not in candidate.marks, candidate.confidence


def _key(found: FoundAddress) -> str:
    address = found.address
    number = re.match(r"\D*\d+", address.huisnummer)
    return f"{address.postcode or address.straat.casefold()} {number[0] if number else ''}"


def _own(letter: Letter, hints: Hints, parties: Parties) -> Iterator[_Ranked]:
    zones, answered = tuple(zones_of(letter, hints)), answered_from(letter)
    names = closing_names(letter, hints)
    for page in letter.own_pages:
        here = [zone for zone in zones if zone.page is page]
        zone_of = {id(line): zone for zone in here for line in zone.lines}
        lines = [line for line in page.lines if id(line) in zone_of]
        forms = form_addresses(page)
        for found in (*_with_their_street(find_addresses(lines, names), forms), *forms):
            if id(found.line) not in zone_of or _is_office(found, hints):
                continue
            zone = zone_of[id(found.line)]
            person = _person_at(found)
            ends = zone.role is BlockRole.BODY and _ends_letter(found, letter, parties)
            place = BlockRole.CLOSING if ends else zone.role
            weight = WEIGHTS[place] * _share(found, place, person, parties)
            role = _role(found, place, person, parties)
            weight *= 1.0 if zone.is_first_page else 0.95
            weight *= _LEFT_BEHIND if _LEFT.match(_behind(found, lines)) else 1.0
            weight *= _CUT if _is_cut(found, page) else 1.0
            if answered is not None and (found.line.page, found.line.box.top) > answered:
                weight *= _ANSWERED
            yield found, role, weight * _read_well(found)


def _ends_letter(found: FoundAddress, letter: Letter, parties: Parties) -> bool:
    """Tell an address on lines of its own below the story of a letter that takes no leave.

    In nobody's name or the sender's: other people's addresses stand there as well.
    """
    if found.before or not any(line is found.line for line in end_lines(letter)):
        return False
    person = _person_at(found)
    return person is None or _known(person, (*parties.clients, *parties.proxies))


def _with_their_street(
    every: Iterable[FoundAddress], forms: Sequence[FoundAddress]
) -> Iterator[FoundAddress]:
    """Leave out what takes "Achternaam Smit" over "Huisnummer 9" of a form for a street."""
    streets: dict[int, str] = {}
    for form in forms:
        streets.update((id(word), form.address.straat) for word in form.span.words)
    for found in every:
        street = found.address.straat
        labelled = {streets[id(word)] for word in found.span.words if id(word) in streets}
        if not street or not labelled or street in labelled:
            yield found


def _behind(found: FoundAddress, lines: Sequence[Line]) -> str:
    """Return the words behind an address on its line, and the next line."""
    last = found.span.words[-1]
    for place, line in enumerate(lines):
        at = next((i for i, word in enumerate(line.words) if word is last), None)
        if at is not None:
            rest = [word.text for word in line.words[at + 1 :]]
            return " ".join((*rest, *(each.text for each in lines[place + 1 : place + 2])))
    return ""


def _beside_addressee(letter: Letter, hints: Hints, parties: Parties) -> Iterator[_Ranked]:
    """Take a sender's address that stands among the addressee's: a citizen with a postbus."""
    for page in letter.own_pages[:1]:
        blocks = [block for block in page.blocks if block.role is BlockRole.ADDRESSEE]
        lines = [line for block in blocks for line in block.lines]
        for found in find_addresses(page.lines) if lines else ():
            if found.line in lines and _is_of_sender(found, hints, parties):
                role = _role(found, BlockRole.SENDER, _person_at(found), parties)
                yield found, role, 0.8 * _read_well(found)


def _on_envelope(letter: Letter, hints: Hints, parties: Parties) -> Iterator[_Ranked]:
    """Take the sender's address from the envelope of a letter that gives none."""
    for page in letter.with_role(PageRole.ENVELOPE):
        for found in find_addresses(page.lines):
            if not (found.is_box or _is_office(found, hints)):
                person = _person_at(found)
                known = person is not None and _known(person, (*parties.clients, *parties.proxies))
                weight = _ENVELOPE if known else _NAMELESS
                role = _role(found, BlockRole.SENDER, person, parties)
                yield found, role, weight * _read_well(found)


def _is_of_sender(found: FoundAddress, hints: Hints, parties: Parties) -> bool:
    """Tell whether a known person or the representative's firm stands over the address."""
    if _is_office(found, hints):
        return False
    if found.is_box and not parties.is_represented and _is_another_box(found, parties):
        return False
    person = _person_at(found)
    if person is not None:
        return _known(person, (*parties.clients, *parties.proxies))
    return parties.is_represented and any(is_firm(line.text) for line in found.head[:2])


def _is_another_box(found: FoundAddress, parties: Parties) -> bool:
    """Tell whether anything but the sender's name stands right over a postbus."""
    if not found.head or found.before:
        return False
    person = _person_on(found.head[0])
    return person is None or not _known(person, (*parties.clients, *parties.proxies))


def _read_well(found: FoundAddress) -> float:
    return found.score * reading_of(found.span)


def _is_cut(found: FoundAddress, page: LetterPage) -> bool:
    """Tell a street on a scan of which the begin was not read: small letters, away from the margin.

    Of "Koningin Emmakade 41" a pale band leaves "nakade 41", in sure words. Who writes without
    capitals does so in the town as well.
    """
    street, town = found.address.straat, found.address.plaats
    if page.page.source is not TextSource.OCR or town not in found.span.text:
        return False
    if not street[:1].islower() or _SMALL_BEGIN.match(street):
        return False
    margin = min(line.box.x0 for line in page.lines)
    is_first = found.line.text.startswith(street)
    return is_first and found.line.box.x0 - margin > _CUT_MM * PT_PER_MM


def _is_office(found: FoundAddress, hints: Hints) -> bool:
    """Tell whether the address is that of an organisation that letters are sent to."""
    # "Gemeente Ede, Postbus 9": of the line only "Ede," counts as standing before the address.
    beside = found.line.text if found.before else ""
    # The line over a sentence is the salutation ("Geacht zorgkantoor,"), a subject or more text.
    head = () if _SENTENCE.search(found.before) else found.head[:3]
    for said in (found.before, *(line.text for line in head)):
        text = _FROM.sub("", said)
        if _ABOUT.match(text):
            return False
        if parse_person(text) is not None and not is_place(text.strip(" ,")):
            return False
        if is_organisation(f"{text} {beside}", hints) or _TO.match(text):
            return True
        if said is found.before and (_last_person(said) or _NAMELIKE.search(said)):
            return False  # "Klacht van Ankie Smit, Kade 3": whatever stands over it
        beside = ""
    return False


def _person_at(found: FoundAddress) -> Person | None:
    """Return the person whose name stands before or over the address."""
    if found.before:
        person = parse_person(found.before.strip(_DIVIDERS)) or _last_person(found.before)
        if person is not None:
            return person
    return next((p for p in map(_person_on, found.head[:4]) if p is not None), None)


def _person_on(line: Line) -> Person | None:
    text = line.text
    person = parse_person(text) or parse_person(text.split(":")[-1]) or _called_at_end(text)
    return person if person and (person.is_full or person.title) else None


def _called_at_end(text: str) -> Person | None:
    """Return who is named at the end of a line: "door haar zoon Jaap Dekker"."""
    kin = _KIN.match(text)
    return parse_person(text[kin.end() :]) if kin else None


def _last_person(text: str) -> Person | None:
    found = find_persons(text)
    return found[-1].person if found else None


def _known(person: Person, parties: Sequence[Party]) -> bool:
    return any(is_same_person(person, party.person) for party in parties)


def _share(found: FoundAddress, role: BlockRole, person: Person | None, parties: Parties) -> float:
    """Weigh what stands around the address."""
    ahead = _ahead_of(found)
    is_others = _LABELLED_OTHER.search(found.before) and not parties.is_represented
    if is_others or _FORMER.search(ahead):
        return 0.25
    if _LIVES_THERE.search(ahead) and not parties.is_represented:
        return _ELSEWHERE
    if role is not BlockRole.BODY:
        return 0.5 if found.is_box and person is None else 1.0
    # "zocht ik als huisarts een bed voor mevrouw Smit, Kade 3": the name counts that stands before.
    is_named = person is not None and _known(person, (*parties.clients, *parties.proxies))
    if _FOREIGN_TO_SENDER.search(ahead) and not (is_named and _last_person(found.before)):
        return 0.25
    return _told(ahead, found, person, parties)


def _told(ahead: str, found: FoundAddress, person: Person | None, parties: Parties) -> float:
    """Weigh an address in running text by whose name stands before it."""
    if person is not None and _known(person, (*parties.clients, *parties.proxies)):
        return 2.0
    if _is_a_relatives(ahead, parties):
        return 0.4
    return 2.0 if _says_own(found) else 0.8


def _is_a_relatives(ahead: str, parties: Parties) -> bool:
    """Tell whether "mijn zus Alie Smit" stands right before the address, who is not the client."""
    kin = _MY_KIN.search(ahead)
    person = parse_person(kin["name"].strip(_DIVIDERS)) if kin else None
    return person is not None and not _known(person, (*parties.clients, *parties.proxies))


def _role(found: FoundAddress, role: BlockRole, person: Person | None, parties: Parties) -> str:
    if not parties.is_represented:
        return "client"
    if person is not None and _known(person, parties.clients):
        return "client"
    if person is not None and _known(person, parties.proxies):
        return "vertegenwoordiger"
    firm = any(is_firm(line.text) for line in found.head[:4]) or is_firm(found.before)
    at_end = role in {BlockRole.CLOSING, BlockRole.LETTERHEAD, BlockRole.FOOTER}
    return "vertegenwoordiger" if firm or at_end else "client"


def _apart(group: Sequence[_Ranked]) -> Iterator[_Ranked]:
    """Yield the mentions that stand on words of their own; a form's boxes are read in two ways."""
    used: set[Word] = set()
    for each in group:
        words = set(each[0].span.words)
        if not words & used:
            yield each
        used |= words


def _filled(address: Address, others: Sequence[Address]) -> Address:
    """Take what one mention of an address lacks from another one."""
    parts = {
        name: next(filter(None, (getattr(each, name) for each in (address, *others))), "")
        for name in ("straat", "huisnummer", "postcode", "plaats")
    }
    return Address(**parts)


def _candidate(group: Sequence[_Ranked], *, in_passing: bool) -> Candidate:
    found, role, _ = group[0]
    marks = {"terloops"} if in_passing else set()
    apart = list(_apart(group))
    shown = [each for each, _, _ in apart]
    if not all((found.address.straat, found.address.postcode, found.address.plaats)):
        shown = [each for each, _, _ in group]  # the other ones show what this one lacks
    confidence = 1.0 - prod(1.0 - min(weight, 0.97) for _, _, weight in apart)
    return Candidate(
        value=_filled(found.address, [each.address for each, _, _ in group]),
        text=found.span.text,
        evidence=tuple(place for each in shown for place in evidence_of(each.span)),
        confidence=min(0.98, confidence),
        role=role,
        marks=frozenset(marks if found.is_complete else {*marks, "onvolledig"}),
    )
