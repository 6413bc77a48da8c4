"""Read names of people in a piece of text: titles, initials, first names, prefixes, surnames.

A name is recognised by its shape; `gazetteer` only adds confidence. Who somebody is in a letter
(client, representative, case worker) is not decided here but in `parties`.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import lru_cache

from extractors.gazetteer import is_first_name, is_place
from extractors.once import once
from extractors.persons.person import Person, is_organisation
from extractors.persons.words import (
    AND,
    DEGREE,
    END,
    FAMILY,
    INITIALS,
    MARRIED,
    NO_NAME,
    NOBLE,
    PREFIXES,
    TITLE,
    WORD,
)

_BORN_AS = re.compile(
    r"(?:geb|geboren|wed|weduwe|e/?v|e\.v|echtgen\w+)\b\.?\s+(?:van\s+)?[A-Z][^\d]{1,40}$"
)
# Initials or a title that stand against the name: "J.Jansen", "Mevr.J. de Vries".
_GLUED = (
    r"(?:(?:(?:Th|Ch|Chr|Ph|Fr|Joh|Wm|Jac|Tj|Sj|IJ|[A-Z])\.){1,6}"
    r"(?=(?:van|de[rn]?|ten?|ter|el|v\.d\.)(?:\s|[A-Z])|[A-ZÀ-Ž][^\W\d_]{2,}(?![.\w]))"
    r"|(?i:mevr|mevrouw|mw|dhr|hr|mr|drs?|ing|ir|prof)\.(?=[A-ZÀ-Ž][.a-z]))"
)
# "Danuta lonescu", "lbrahim", "El ldrissi": a scanned I looks like an l; no Dutch word begins so.
_CAPITAL_I = re.compile(
    r"^l(?=[bcdfghjklmnpqrstvwxz][a-z]*[aeiouy]|on(?:esc|it)|oan|osif|orda)(?=[a-zà-ž]{2,}(?:-|$))"
)
_SECOND = re.compile(
    r"(?:van|de[rn]?|te[nr]|van\s+de[rn]?)\s+([A-Z][^\W\d_]{2,}(?:-[A-Z][^\W\d_]+)?)"
)
# "Van Voorst tot Voorst", "Schoonderwoerd den Bezemer": no surname ends where these words stand.
_INNER = frozenset({"tot", "thoe", "den"})
# "Mevrouw l. Smit", "0. Vermeer": initials as scans have them.
_SCANNED = {"l.": "I.", "0.": "O."}
# Between a whole name and where somebody lives; alone they begin hardly any surname.
_WHERE = frozenset({"te", "in", "uit"})
_RUN = re.compile(rf"{_GLUED}|\S+")
_REACH = 160  # characters from where a name may begin to the last word that is looked at


@dataclass(frozen=True, slots=True)
class Found:
    """A person at a place in a string."""

    start: int
    end: int
    person: Person


@dataclass(frozen=True, slots=True)
class _Token:
    text: str  # without the punctuation at its end
    start: int
    end: int
    stops: bool  # punctuation behind it ends a name
    bracketed: bool = False


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
        text = " ".join(w if w in PREFIXES else _capitalised(w) for w in text.split())
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
    return bool(match) and _is_name_word(match[1]) and not is_place(match[1]) if match else False


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
    reader = _Reader(_tokens(text, start))
    person = reader.read()
    if person is None:
        return None
    return Found(reader.tokens[0].start, reader.tokens[reader.index - 1].end, person)


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
    if not word[0].islower() or word[1:2] in {"'", "\u2019"}:
        return True
    first = _RUN.match(word)  # "mevr.J. de Vries"
    bare = (first[0] if first else word).rstrip(END).casefold()
    return bare in AND or bare in {"d", "de"} or bool(TITLE.fullmatch(bare))


def _cleaned(text: str) -> str:
    text = re.sub(r"^\][.,]\s?(?=[A-Za-z])", "J. ", text.strip())  # "J." misread as "]."
    text = re.sub(r"^[|1l][.,]\s?(?=[A-Z])", "I. ", text)  # "I." misread as "|."
    text = _with_capital(text)
    text = re.sub(r"(?<=\b[A-Z]),\s?(?=[A-Z][^\W\d]{2})", ". ", text)  # "S, Kaya" for "S. Kaya"
    text = re.sub(r"\([^()]*\)|[*\u2022_|]+", " ", text)  # a nickname or "(m/v)"
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
    return f"{match[2]} {match[1][0].lower() + match[1][1:] if ' ' in match[1] else match[1]}"


def _tokens(text: str, start: int) -> tuple[_Token, ...]:
    """Return the words from `start`, as far as a name may reach."""
    ends, every = _every_token(text)
    index = bisect_right(ends, start)
    first: tuple[_Token, ...] = ()
    if index < len(ends) and text[start - 1 : start].strip() and text[start].strip():
        first = (_token(text[start : ends[index]], start),)  # in the middle of a word
        index += 1
        if ends[index - 1] - start > _REACH:
            return first
    return (*first, *every[index : bisect_right(ends, start + _REACH) + 1])


@once
def _every_token(text: str) -> tuple[tuple[int, ...], tuple[_Token, ...]]:
    """Return where each word of the text ends, and the words; a name is tried at each of them."""
    runs = list(_RUN.finditer(text))
    words = tuple(_token(run.group(), run.start()) for run in runs)
    return tuple(run.end() for run in runs), words


def _token(raw: str, start: int) -> _Token:
    raw = _SCANNED.get(raw, raw)
    lead = len(raw) - len(raw.lstrip("(\"'\u201c\u2018") or raw)
    if raw[:2] in {"'s", "'t", "\u2018t", "\u2019t", "\u2019s"}:
        lead = 0
    bare = raw[lead:].rstrip(END)
    if INITIALS.fullmatch(raw[lead:]) and raw.endswith("."):
        bare = raw[lead:]
    first = start + lead
    bare = _CAPITAL_I.sub("I", bare)
    stops = raw[-1] in ",;:!?)]}|\u201d" or (raw.endswith(".") and not _is_short(raw[lead:]))
    return _Token(bare, first, first + len(bare), stops, raw[0] == "(")


def _is_short(word: str) -> bool:
    """Tell whether the dot behind a word shortens it, so that the name may go on."""
    return bool(
        INITIALS.fullmatch(word)
        or TITLE.fullmatch(word.casefold())
        or MARRIED.fullmatch(word)
        or word.casefold() in {"v.d.", "v.", "d.", "st.", "v.der.", "mc."}
    )


def _is_named_before(given: str) -> bool:
    """Tell whether a surname stands among what was read as first names."""
    first, _, last = given.rpartition(" ")
    return bool(first) and not is_first_name(last)


class _Reader:
    """Walks over tokens and takes the parts of one name in their order."""

    def __init__(self, tokens: tuple[_Token, ...]) -> None:
        self.tokens = tokens
        self.index = 0
        self.stopped = False

    def read(self) -> Person | None:
        title = self._title()
        initials, given, prefix = self._first_part(title)
        # "Meerzorg voor Wonny Baldew", "Zorgen over A. Smit"
        if given and prefix in {"voor", "over"} and not is_first_name(given):
            return None
        # "Mevrouw M. Straat", "J.P. Mei"; but "B. Straat" may be a field of a form.
        is_addressed = bool(initials) and (bool(title) or initials.count(".") > 1)
        surname = self._surname(any_word=is_addressed or bool(prefix and (initials or given)))
        if not surname and not given:
            return None
        if not surname and prefix:
            return None
        lives_there = prefix.casefold() in _WHERE and is_place(surname)
        if lives_there and not initials and _is_named_before(given):
            given, _, surname = given.rpartition(" ")  # "Jan Roessingh te Deventer"
            prefix = ""
            self._back_to(surname)
        person = _cased(Person(surname, prefix, initials, given, title))
        return replace(person, shape=_shape(person))

    def _back_to(self, word: str) -> None:
        """Stand behind a word again that was taken before."""
        while self.index and self.tokens[self.index - 1].text != word:
            self.index -= 1

    def _peek(self, ahead: int = 0) -> str:
        index = self.index + ahead
        if self.stopped or index >= len(self.tokens):
            return ""
        return self.tokens[index].text

    def _take(self) -> str:
        token = self.tokens[self.index]
        self.index += 1
        self.stopped = token.stops
        return token.text

    def _title(self) -> str:
        taken: list[str] = []
        while self._peek():
            word = self._peek().casefold()
            pair = f"{word} {self._peek(1).casefold()}"
            is_title = bool(TITLE.fullmatch(word)) and self._peek(1) != ""
            if TITLE.fullmatch(pair) or (word == "de" and self._peek(1).casefold() == "weduwe"):
                taken += [self._take(), self._take()]
            elif is_title or (taken and word in AND and TITLE.fullmatch(self._peek(1).lower())):
                taken.append(self._take())
                self.stopped = False  # "Mevr., " is sloppy, not the end
            else:
                break
        return " ".join(taken)

    def _first_part(self, title: str) -> tuple[str, str, str]:
        initials = self._initials()
        self._other_of_couple()
        given: list[str] = []
        if not initials and not FAMILY.fullmatch(title):
            given = self._given(titled=bool(title))
        elif self._is_bracketed() and self._is_called_so():
            self._take()  # "J.P. (Jan) de Vries"
            self.stopped = False
        prefix = self._prefix()
        return initials, " ".join(given), prefix

    def _initials(self) -> str:
        taken: list[str] = []
        while word := self._peek():
            is_last_word = not self._peek(1)
            if not INITIALS.fullmatch(word) or (is_last_word and not taken and "." not in word):
                break
            if "." not in word and len(word) > 1 and not _could_be_initials(word, self._peek(1)):
                break
            taken.append(self._take())
            self.stopped = False  # "J, de Vries": a dot misread as a comma
        joined = re.sub(r"^[1l|](?=\.)", "I", "".join(taken).replace(",", "."))
        if joined and "." not in joined and len(taken) > 1:
            return f"{'.'.join(joined)}."  # "J P"
        is_bare = len(joined) > 1 and "." not in joined  # "JP"
        return joined if not joined or joined.endswith(".") or is_bare else f"{joined}."

    def _is_before_bracket(self) -> bool:
        return self.index + 1 < len(self.tokens) and self.tokens[self.index + 1].bracketed

    def _is_bracketed(self) -> bool:
        return self.index < len(self.tokens) and self.tokens[self.index].bracketed

    def _is_called_so(self) -> bool:
        """Tell whether one word in brackets stands before a surname: "F. (Fatouma) Sow"."""
        if self.index + 1 >= len(self.tokens):
            return False
        alone = self.tokens[self.index].stops and not self.tokens[self.index + 1].bracketed
        after = self.tokens[self.index + 1].text
        is_followed = _is_name_word(after) or after.casefold() in PREFIXES
        return is_first_name(self._peek()) or (alone and is_followed)

    def _other_of_couple(self) -> None:
        """Skip "en M." in "J. en M. de Vries": one of the two is enough."""
        if self._peek() in AND and INITIALS.fullmatch(self._peek(1) or "-"):
            self._take()
            self._initials()

    def _given(self, *, titled: bool) -> list[str]:
        taken: list[str] = []
        while _is_name_word(self._peek()) and self._is_given(is_first=not taken, titled=titled):
            taken.append(self._take())
            if len(taken) == 1 and INITIALS.fullmatch(self._peek() or "-") and self._peek(1):
                taken.append(self._take())  # "Jan P. de Vries"
                self.stopped = False
        if taken and self._peek() in AND:
            self._second_given()
        return taken

    def _is_given(self, *, is_first: bool, titled: bool) -> bool:
        """Tell whether the word is a first name: a surname follows it, or the name is known."""
        word, following = self._peek(), self._peek(1)
        if self._prefix_ahead() and not (is_first and is_first_name(word)):
            return False
        if not is_first and self._is_before_bracket():
            return False  # "Danuta Ionescu (De Meent 3, ...)"
        after_prefix = following.casefold() in PREFIXES and bool(self._peek(2))
        initial = bool(INITIALS.fullmatch(following or "-")) and bool(self._peek(2))
        couple = following in AND and _is_name_word(self._peek(2)) and bool(self._peek(3))
        followed = not self.tokens[self.index].stops and (
            _is_name_word(following) or after_prefix or initial or couple
        )
        if is_first:
            return followed or (is_first_name(word) and not titled)
        return followed and (after_prefix or is_first_name(word))

    def _second_given(self) -> None:
        """Skip "en Marie" in "Jan en Marie de Vries"."""
        after = self._peek(2)
        if _is_name_word(self._peek(1)) and (_is_name_word(after) or after in PREFIXES):
            self._take()
            self._take()

    def _prefix_ahead(self) -> bool:
        return self._peek().casefold() in PREFIXES and bool(self._peek(1))

    def _prefix(self) -> str:
        taken: list[str] = []
        while True:
            word = self._peek().casefold().rstrip(".")
            known = (
                word in PREFIXES
                or self._peek() in NOBLE
                or word in {"v.d", "v/d", "a/d", "v.d.", "v/den", "v.der"}
            )
            if not known or not self._peek(1) or self.tokens[self.index].stops:
                return " ".join(taken)
            taken.append(self._take() + ("." if word == "v.d" else ""))

    def _surname(self, *, any_word: bool) -> str:
        taken: list[str] = []
        while len(taken) < 5 and not (taken and self._is_bracketed()):
            word = self._peek()
            ahead = self._peek(1)
            joins = word in {"-", "\u2013"} or MARRIED.fullmatch(word)
            if taken and ahead and (joins or _goes_on(taken[-1], word, ahead)):
                taken.append(self._take())
                self.stopped = False
            elif any_word and not taken and word[:1].isupper() and WORD.fullmatch(word):
                taken.append(self._take())  # "J. de Heer", "A. van der Plaats"
            elif _is_name_word(word) and not (taken and DEGREE.fullmatch(word)):
                taken.append(self._take())
            else:
                break
        while DEGREE.fullmatch(self._peek() or "-"):
            self._take()
        while taken and (taken[-1] in {"-", "\u2013"} or MARRIED.fullmatch(taken[-1])):
            taken.pop()
            self.index -= 1
        return re.sub(r"\s*[-\u2013]\s*", "-", " ".join(taken))


@lru_cache(maxsize=4096)
def _is_name_word(word: str) -> bool:
    if re.fullmatch(r"[dl]['\u2019][A-Z][^\W\d_]+(-[A-Z][^\W\d_]+)?", word):  # "d'Hont"
        return True
    return bool(word[:1].isupper() and WORD.fullmatch(word) and not NO_NAME.fullmatch(word))


def _goes_on(before: str, word: str, following: str) -> bool:
    """Tell whether a small word is inside a surname: "Jansen-van der Berg", "Wong A Kwai"."""
    if _is_inner(word, following):
        return True
    if word.casefold() in PREFIXES:
        last = re.split(r"[-\s]", before)[-1].casefold()
        return before[-1] in "-v." or last in PREFIXES or bool(MARRIED.fullmatch(before))
    return len(word) == 1 and word.isupper() and _is_name_word(following)


def _is_inner(word: str, following: str) -> bool:
    """Tell whether a surname of two parts goes on: "Voorst tot Voorst", not "Smit den Haag"."""
    is_told = word in _INNER and following[:1].isupper() and _is_name_word(following)
    return is_told and not (word == "den" and is_place(f"{word} {following}"))


def _could_be_initials(word: str, following: str) -> bool:
    """Tell "JP de Vries" from "JAN DE VRIES"."""
    return len(word) <= 3 and bool(following) and not following.isupper()


def _shape(person: Person) -> float:
    if not person.surname:
        return 0.4 if is_first_name(person.given) else 0.15
    known = bool(person.given) and is_first_name(person.given.split()[0])
    if person.initials or known:
        return 0.95 if (person.initials and "." in person.initials) or known else 0.8
    if person.title:
        return 0.7
    return 0.45 if person.given else 0.2


def _cased(person: Person) -> Person:
    """Write a name in capitals as it is written otherwise, and fold digits back to letters."""
    surname = re.sub(
        r"(?<=[a-z])[015](?=[a-z])", lambda m: {"0": "o", "1": "l", "5": "s"}[m[0]], person.surname
    )
    if len(surname) > 2 and surname.isupper():
        surname = re.sub(r"[^\W\d_]+", lambda m: _capitalised(m[0]), surname)
    given = person.given
    if len(given) > 2 and given.isupper():
        given = " ".join(_capitalised(word) for word in given.split())
    prefix = person.prefix.lower() if person.prefix.isupper() else person.prefix
    return replace(person, surname=surname, given=given, prefix=prefix)


def _capitalised(word: str) -> str:
    if re.fullmatch(r"(?:[a-z]\.){1,5}", word):
        return word.upper()
    if word.casefold() in PREFIXES:
        return word.lower()
    return f"IJ{word[2:].lower()}" if word.startswith("IJ") else word.capitalize()
