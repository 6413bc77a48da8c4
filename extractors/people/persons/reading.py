"""Read names of people in a piece of text: titles, initials, first names, prefixes, surnames.

A name is recognised by its shape; `gazetteer` only adds confidence. Who somebody is in a letter
(client, representative, case worker) is not decided here but in `parties`.
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from extractors.once import once
from extractors.people.persons.grammar import NameReader, capitalised, is_name_word
from extractors.people.persons.person import Person, is_organisation
from extractors.people.persons.tokens import RUN, tokens_from
from extractors.people.persons.words import (
    AND,
    END,
    INITIALS,
    NO_NAME,
    PREFIXES,
    TITLE,
)
from extractors.text.gazetteer import is_first_name, is_place

# A word with a capital in front: a sentence begins with it sooner than a name.
_PLAIN = re.compile(rf"[A-Z][a-z]{{2,}}[{re.escape(END)}]*")
_BORN_AS = re.compile(
    r"(?:geb|geboren|wed|weduwe|e/?v|e\.v|echtgen\w+)\b\.?\s+(?:van\s+)?[A-Z][^\d]{1,40}$"
)
# "J. Smit geboren op 3 mei 1950": the day is no part of the name.
_BORN_ON = re.compile(
    r"[\s,;/-]+(?:geb(?:oren|\.)?|geboortedatum)\b\.?\s*(?:op\b|d\.?d\.?|:|\d).*$", re.I
)
# "= J. Smit =", "~ J. Smit ~": signs around a name on a letterhead of one's own making.
_DECORATION = re.compile(r"^[=~+#<>\u00ab\u00bb]+\s+|\s+[=~+#<>\u00ab\u00bb]+$")
# "N A A M  J. Smit", as on forms of an old typewriter.
_SPACED_LABEL = re.compile(r"(?i)^(?:n a a m|v a n|a f z(?: e n d e r)?)\b[\s.:]+(?=\S)")
_TOWN_BEHIND = re.compile(r"(.*?\S)\s+[|*\u2022\u00b7]\s+([^|*\u2022\u00b7]+)")
_SECOND = re.compile(
    r"(?:van|de[rn]?|te[nr]|van\s+de[rn]?)\s+([A-Z][^\W\d_]{2,}(?:-[A-Z][^\W\d_]+)?)"
)


@dataclass(frozen=True, slots=True)
class Found:
    """A person at a place in a string."""

    start: int
    end: int
    person: Person


def parse_person(text: str, *, lenient: bool = False) -> Person | None:
    """Read a whole line or value as one person; None when anything else stands in it.

    `lenient` is for values behind a label: there a name may be written without capitals.

    >>> parse_person("Mevr. A.B. de Vries").name
    'A.B. de Vries'
    >>> parse_person("Vries, J.P. de").name
    'J.P. de Vries'
    >>> parse_person("Dorpsstraat 12") is None
    True
    """
    dotted = text.rstrip(" ,;").endswith(".")
    text = _cleaned(text)
    if not text or is_organisation(text):
        return None
    if lenient and text.islower() and _may_be_name(text.split()):
        text = " ".join(w if w in PREFIXES else capitalised(w) for w in text.split())
    turned = _surname_first(text) or _initials_last(f"{text}." if dotted else text)
    if turned is not None:
        text = turned
    found = person_at(text, 0)
    if found is None:
        return None
    rest = text[found.end :].strip(" .,;:!|_-)'\"")
    if _BORN_AS.match(rest):
        return found.person  # "A. de Boer, geb. Smit"
    if found.person.is_full and _is_second_surname(rest):
        return replace(found.person, surname=f"{found.person.surname} {rest}")
    other = re.fullmatch(
        r"(?:en|&|\+|/|e/o|en/of)\s+(.+)", rest
    )  # a couple: one of the two is enough
    return found.person if not rest or (other and parse_person(other[1])) else None


def _is_second_surname(rest: str) -> bool:
    """Tell whether the end of a line goes on with the surname: "P. de Haas van Dorsser"."""
    match = _SECOND.fullmatch(rest)
    return bool(match) and is_name_word(match[1]) and not is_place(match[1]) if match else False


def _may_be_name(words: list[str]) -> bool:
    """Tell "h. de greef" from "beklaagt zich over de volgende gedragingen"."""
    own = [word for word in words if word not in PREFIXES]
    return len(own) <= (4 if is_lower_name(" ".join(words)) else 2)


def is_lower_name(text: str) -> bool:
    """Tell a name in small letters by its first name or initials: "h.m. de greef".

    >>> is_lower_name("h.m. de greef"), is_lower_name("de zorg")
    (True, False)
    """
    words = text.split()
    if not text.islower() or not 1 < len(words) <= 5:
        return False
    return is_first_name(words[0]) or bool(re.fullmatch(r"(?:[a-z]\.){1,5}", words[0]))


@once
def person_at(text: str, start: int) -> Found | None:
    """Read the longest name that begins at `start`, or return None.

    >>> person_at("Mijn naam is Fatima El Amrani en ik woon hier", 13).person.surname
    'Amrani'
    """
    reader = NameReader(tokens_from(text, start))
    person = reader.read()
    if person is None:
        return None
    return Found(reader.tokens[0].start, reader.tokens[reader.index - 1].end, person)


@once
def find_persons(text: str) -> tuple[Found, ...]:
    """Return the people named in running text who have initials, a title or a known first name."""
    found: list[Found] = []
    end = 0
    for match in re.finditer(r"(?<![\w.])[A-Za-zÀ-ž]\S*", text):
        if match.start() < end or not _may_open(match.group()):
            continue
        hit = person_at(text, match.start())
        if hit and hit.person.surname and hit.person.shape >= 0.5:
            found.append(hit)
            end = hit.end
    return tuple(found)


@lru_cache(maxsize=4096)
def _may_open(word: str) -> bool:
    """Tell whether a name that is sure begins with the word; most words need no try."""
    if _PLAIN.fullmatch(word):
        bare = word.rstrip(END)
        is_title = bool(TITLE.fullmatch(bare.casefold()))
        return is_title or bool(INITIALS.fullmatch(bare)) or is_first_name(bare)
    if not word[0].islower() or word[1:2] in {"'", "\u2019"}:
        return True
    first = RUN.match(word)  # "mevr.J. de Vries"
    bare = (first[0] if first else word).rstrip(END).casefold()
    return bare in AND or bare in {"d", "de"} or bool(TITLE.fullmatch(bare))


def _without_town(text: str) -> str:
    """Return "Winston Rozenblad" of "Winston Rozenblad | Nieuw-Vennep"."""
    match = _TOWN_BEHIND.fullmatch(text)
    return match[1] if match and is_place(match[2]) else text


@once
def _cleaned(text: str) -> str:
    text = _without_town(text)
    text = re.sub(r"^\][.,]\s?(?=[A-Za-z])", "J. ", text.strip())  # "J." misread as "]."
    text = re.sub(r"^[|1l][.,]\s?(?=[A-Z])", "I. ", text)  # "I." misread as "|."
    # The side of a cell before it: "\u00ceS. Soekhai".
    text = re.sub(r"^[|_\[\u00cc-\u00cf]{1,3}(?=[A-Z])", "", text)
    text = _SPACED_LABEL.sub("", _DECORATION.sub("", text))
    text = _with_capital(text)
    text = re.sub(r"(?<=\b[A-Z]),\s?(?=[A-Z][^\W\d]{2})", ". ", text)  # "S, Kaya" for "S. Kaya"
    text = re.sub(r"\([^()]*\)|[*\u2022_|]+", " ", text)  # a nickname or "(m/v)"
    text = _BORN_ON.sub("", text)
    return text.strip(" .,;:-\u2013\u2014\"'()")


def _with_capital(text: str) -> str:
    """Turn "loana Ferreira" back into "Ioana Ferreira": a scanned I looks like an l."""
    match = re.match(r"l([a-z]{2,})(?=\s[A-ZÀ-Ž'])", text)
    if match is None:
        return text
    return ("L" if is_first_name(f"L{match[1]}") else "I") + text[1:]


def _surname_first(text: str) -> str | None:
    """Turn "Vries, J.P. de" or "Vries, de, Jan" into the order of speech."""
    match = re.fullmatch(
        r"([^\d,()]+?)\s*,\s*(?:((?:van|de|der|den|ten|ter|te|het|'t|el|\s)+),\s*)?"
        r"(?:(?:[Mm]evrouw|[Mm]evr\.?|[Mm]w\.?|[Dd]hr\.?|[Dd]e heer)\s+)?"
        r"((?:[A-Z]\.?\s?){1,5}|[A-Z][^\W\d]+(?:\s[A-Z][^\W\d]+)?)"
        r"((?:\s*,?\s*(?:van|de|der|den|ten|ter|te|het|'t|el))*)",
        text,
    )
    if match is None or is_first_name(match[1].split()[0]) or is_place(match[3]):
        return None
    prefix = " ".join((match[2] or match[4] or "").replace(",", " ").split())
    return " ".join(part for part in (match[3].strip(), prefix, match[1]) if part)


def _initials_last(text: str) -> str | None:
    """Turn "Jansen J.P." or "Van den Berg A." into the order of speech."""
    match = re.fullmatch(
        r"((?:(?:[Vv]an|[Dd]e[rn]?|[Tt]e[nr]?|[Hh]et|'t)\s)*[A-ZÀ-Ž][^\W\d_]{2,}(?:-[^\W\d_]{2,})?)"
        r"\s((?:[A-Z]\.){1,5}|(?!(?:NV|BV|NL|VOF|CZ)$)[A-Z]{2,3})",
        text,
    )
    if match is None or is_first_name(match[1]) or is_place(match[1]):
        return None
    if NO_NAME.fullmatch(match[1]):  # "Voorletters T.L."
        return None
    return f"{match[2]} {match[1][0].lower() + match[1][1:] if ' ' in match[1] else match[1]}"
