"""Find the names of care providers in a line or sentence.

A name is a word for a kind of organisation with capitalised words behind it ("verpleeghuis De
Linde", "Stichting Zorgzaam") or before it ("Avondrust Thuiszorg"), one word that holds such a word
("Carinzorg"), or capitalised words behind care and a preposition ("begeleiding van Kwintus").
A person, a place, a heading or an office is no provider.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extractors.language import load_words
from extractors.once import once
from extractors.text.gazetteer import is_first_name, is_place
from extractors.text.spelling import fold

_CAPITAL = r"(?!B\.V\b|N\.V\b|V\.O\.F\b)(?:[A-Z\u00c0-\u00dd][\w'\u2019&.-]{0,40}\w|[A-Z]{1,4}\b)"
_JOINT = r"(?:(?:de|het|'t|van|der|den|in|aan|en|&|op|voor|te)\s+){0,3}"
_LEGAL = r"(?:\s+(?:B\.V\.|BV\b|N\.V\.|NV\b|V\.O\.F\.|VOF\b))?"
_NAME = rf"{_CAPITAL}(?:\s+{_JOINT}{_CAPITAL}){{0,4}}"
_START = r"[\"'\u201c\u2018(]?"
# Compounds such as "logeerhuis", "tandartspraktijk" and "woonvorm" that no list completes.
_COMPOUND = (
    r"[a-z\u00eb]{3,20}(?:huis|centrum|praktijk|boerderij|bureau|hulp|opvang|zuster|residentie|groep"
    r"|kliniek|zorg|apotheek|vorm|verpleging|zorgteam)"
)
_ENDING = (
    r"(?=[A-Z])[A-Z]?[a-z]{0,30}(?i:zorg|care|wonen|centrum|ziekenhuis|gasthuis|kliniek|begeleiding|jeugd|hulp"
    r"|thuis|verpleging|ggz|zorggroep|praktijk)"
)
_ONE_WORD = r"[A-Z][A-Za-z]{1,30}(?i:zorg|care|thuis|zorggroep)"
# Who is spoken of behind "bij", "van" or "door" gives care when one of these stands before it.
_CARE = (
    r"woon\w*|woning|verbl[ei]+[vj]\w*|opgenomen|overleden|geplaatst|bewo(?:on|n)\w*|cli[e\u00eb]nt\w*"
    r"|klant|\w{0,30}(?:zorg|hulp(?:en)?|(?:hulpverlen|begeleid|verple|behandel)\w*)"
    r"|dagbesteding|\w*opvang|wachtlijst|plek|medewerk\w*|team|\w*verzorg\w*|logeer\w*|wonen|coach|\w*arts|\w*voogd"
    r"|\w*beschermer|manager|\w*leid(?:er|ster|ing)|\w*therapeut|klacht\w*|aanbieder|instelling"
    r"|kliniek|ingezet|afdeling|vervoer|ontevreden|tevreden|zuster\w*|auto|bus"
)
_AFTER_CARE = (
    r"(?:,?\s+[a-z\u00eb\u00e9][\w']*|\s+\d+){0,4}?,?\s+(?:bij|in|van|door|via|tegen|over)"
)
_DOES = r"heeft|levert|stopt|weigert|komt|doet|zegt|had|kwam|zou|laat|stelt|declareert|wil|biedt|is"
# "Het Anker aan de Rijksstraatweg": where the provider is found.
_OF_STREET = re.compile(
    r"\s+aan\s+(?:de|het|den)\s+(?:[A-Z]\w*\s)?[A-Z]?\w*(?:straat|straatweg|weg|laan|plein|kade|singel|dijk)$"
)
# Where a name begins but for one that opens the text, which the last pattern alone takes.
_CAPITAL_INSIDE = re.compile(r"[\s,:(][\"'\u201c\u2018(]?[A-Z\u00c0-\u00dd]")
_MARKS = " .,;:()\"'\u201c\u201d\u2018\u2019"
_SHORTEST = 4  # characters: "MS" and "CIZ" are no providers
# A doctor keeps a practice under a surname.
_DOCTORS = frozenset({"huisarts", "tandarts"})


@dataclass(frozen=True, slots=True)
class Provider:
    """A name between two offsets, and how sure it is that it is a provider's."""

    start: int
    end: int
    belief: float


@once
def find_providers(text: str) -> tuple[Provider, ...]:
    """Return the providers named in a text, in order.

    >>> text = "Zij woont bij verpleeghuis De Linde in Ede."
    >>> [text[each.start:each.end] for each in find_providers(text)]
    ['verpleeghuis De Linde']
    """
    kept: list[Provider] = []
    for found in sorted(_every(text), key=lambda each: (-each.belief, each.start - each.end)):
        if all(found.end <= other.start or found.start >= other.end for other in kept):
            kept.append(found)
    return tuple(sorted(kept, key=lambda each: each.start))


# Over the name in a letter that says of each block what it is, or what it is the name of.
_HEADING = re.compile(
    r"^(?i:geadresseerde|ontvanger|afzender|aan|(?:de )?(?:zorg)?aanbieder|(?:de )?zorgverlener)\b"
    r"[\s:]+(?=[A-Z])"
)


def tidy(name: str) -> str:
    """Leave out the punctuation around a name; the full stop of "B.V." belongs to it.

    >>> tidy("Vivendi Thuiszorg B.V.,"), tidy("(De Linde).")
    ('Vivendi Thuiszorg B.V.', 'De Linde')
    >>> tidy("GEADRESSEERDE Livio Thuiszorg"), tidy("Aandacht Thuiszorg")
    ('Livio Thuiszorg', 'Aandacht Thuiszorg')
    >>> tidy("zorgaanbieder Wooncomplex De Linde"), tidy("Zorgaanbieder")
    ('Wooncomplex De Linde', 'Zorgaanbieder')
    """
    bare = _HEADING.sub("", name.strip(_MARKS))
    return f"{bare}." if re.search(r"\b(?:B\.V|N\.V|V\.O\.F)$", bare) else bare


def is_office(text: str) -> bool:
    """Tell whether the text names an office or a scheme instead of a provider."""
    return bool(_offices().search(f" {fold(text)} "))


@cache
def _offices() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, load_words('geen_zorgaanbieder')))})")


def _every(text: str) -> Iterator[Provider]:
    patterns = _patterns() if _CAPITAL_INSIDE.search(text) else _patterns()[-1:]
    for pattern, belief in patterns:
        for match in pattern.finditer(text):
            start, end = _trimmed(text, *match.span("name"))
            if start < end and _is_provider(text[start:end], match):
                yield Provider(start, end, belief)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], float], ...]:
    kinds = "|".join(
        re.escape(word) for word in sorted(load_words("zorgorganisaties"), key=len, reverse=True)
    )
    kind = rf"(?P<kind>(?i:{kinds}|{_COMPOUND}))"
    sources = (
        (rf"\b(?P<name>{kind}\s+{_START}(?:(?:de|het|'t)\s+)?(?P<own>{_NAME}){_LEGAL})", 0.74),
        (rf"\b(?P<name>(?:{_CAPITAL}\s+){{1,3}}{_ENDING}\b(?:\s+{_CAPITAL}){{0,2}}{_LEGAL})", 0.72),
        (rf"\b(?:{_CARE}){_AFTER_CARE}\s+(?:(?:het|de)\s+)?{_START}(?P<name>{_NAME}{_LEGAL})", 0.7),
        (rf"(?<=\s)(?P<name>{_ONE_WORD}\b(?:\s+{_CAPITAL}){{0,2}}{_LEGAL})", 0.66),
        (r"\binstelling[,:(\s]+(?P<name>" + _NAME + ")", 0.66),
        (rf"^(?P<name>{_ONE_WORD}|{_CAPITAL}\s+{_NAME})\s+(?:{_DOES})\b", 0.5),
    )
    return tuple((re.compile(source), belief) for source, belief in sources)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave out what begins a sentence or heading before the name and the town behind it."""
    while True:
        first = re.match(r"[\w'\u2019-]+\W*", text[start:end])
        word = fold(first[0]).strip(" .,:;-'") if first else ""
        if first is None or word not in load_words("geen_naambegin"):
            break
        if start and word in {"de", "het"}:
            break  # "bij De Linde": a capital inside a sentence
        start += first.end()
    # A scan that lost the full stop runs on into the next sentence.
    for opener in re.finditer(r"(?<=\s)[A-Z][a-z]+\b", text[start:end]):
        if fold(opener[0]) in load_words("zinsopeners"):
            end = start + len(text[start : start + opener.start()].rstrip())
            break
    town = re.search(r"\s+(?:te|in)\s+([A-Z][\w'-]+(?:\s[A-Z][\w'-]+)?)$", text[start:end])
    if town and is_place(town[1]):
        end = start + town.start()
    street = _OF_STREET.search(text[start:end])
    return start, start + street.start() if street else end


def _is_provider(name: str, match: re.Match[str]) -> bool:
    words = name.split()
    groups = match.groupdict()
    kind = fold(groups.get("kind") or "")
    own = (groups.get("own") or name).strip("\"' ")
    if is_office(name) or len(own) < _SHORTEST:
        return False
    if is_place(own) and not (kind and name[0].isupper() and match.start()):
        return False  # "een verpleeghuis in Ede"; but "bij Mondzorg Lelystad" is a name
    if fold(own) in load_words("geen_zorgnaam") or fold(name) in load_words("zorgorganisaties"):
        return False
    if len(words) == 1 and fold(name) in load_words("soorten_zorg"):
        return False
    return not _is_person(own, kind)


def _is_person(own: str, kind: str) -> bool:
    """Tell "jeugdhulp Pieter Brouwer" from "Stichting Pieter van Foreest"."""
    if kind in _DOCTORS:
        return False
    first = own.split(maxsplit=1)[0]
    if fold(first).strip(".") in load_words("aanspreektitels"):
        return True
    named = is_first_name(first) and not re.search(f"{_ENDING}$", own)
    return named and not re.search(r"stichting|huis|huize|centrum|boerderij|praktijk", kind)
