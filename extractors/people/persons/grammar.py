"""Take the parts of a name in their order: title, initials, first names, prefixes, surname."""

import re
from dataclasses import replace
from functools import lru_cache

from extractors.people.persons.person import Person
from extractors.people.persons.tokens import Token
from extractors.people.persons.words import (
    AND,
    DEGREE,
    FAMILY,
    INITIALS,
    MARRIED,
    NO_NAME,
    NOBLE,
    PREFIXES,
    TITLE,
    WORD,
)
from extractors.text.gazetteer import is_first_name, is_place

# "Van Voorst tot Voorst", "Schoonderwoerd den Bezemer": no surname ends where these words stand.
_INNER = frozenset({"tot", "thoe", "den"})
# Of "Kowalczyk" an engine that was taught Dutch makes "Kowalczijk".
_POLISH = re.compile(r"czijk$")
# Between a whole name and where somebody lives; alone they begin hardly any surname.
_WHERE = frozenset({"te", "in", "uit"})
_BIRTH = frozenset({"op", "te", "in"})  # behind "geboren"


def _is_named_before(given: str) -> bool:
    """Tell whether a surname stands among what was read as first names."""
    first, _, last = given.rpartition(" ")
    return bool(first) and not is_first_name(last)


class NameReader:
    """Walks over tokens and takes the parts of one name in their order."""

    def __init__(self, tokens: tuple[Token, ...]) -> None:
        self.tokens = tokens
        self.index = 0
        self.stopped = False

    def read(self) -> Person | None:
        """Return the person whose name begins here, None when no name does."""
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
        if not initials and self._is_given_with_article():
            given = [f"{self._take()} {self._take()}"]
        elif not initials and not FAMILY.fullmatch(title):
            given = self._given(titled=bool(title))
        elif (self._is_bracketed() and self._is_called_so()) or self._is_half_bracketed():
            self._take()  # "J.P. (Jan) de Vries"
            self.stopped = False
        prefix = self._prefix()
        return initials, " ".join(given), prefix

    def _is_given_with_article(self) -> bool:
        """Tell "El Houssine el Ouahabi": a first name that begins as a surname does."""
        return (
            self._peek() in {"El", "Al"}
            and is_name_word(self._peek(1))
            and self._peek(2) in PREFIXES
            and is_name_word(self._peek(3))
            and not any(each.stops for each in self.tokens[self.index : self.index + 3])
        )

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
        if not taken:
            return ""
        joined = re.sub(r"^[1l|](?=\.)", "I", "".join(taken).replace(",", "."))
        if joined and "." not in joined and len(taken) > 1:
            return f"{'.'.join(joined)}."  # "J P"
        is_bare = len(joined) > 1 and "." not in joined  # "JP"
        return joined if joined.endswith(".") or is_bare else f"{joined}."

    def _is_before_bracket(self) -> bool:
        return self.index + 1 < len(self.tokens) and self.tokens[self.index + 1].bracketed

    def _is_bracketed(self) -> bool:
        return self.index < len(self.tokens) and self.tokens[self.index].bracketed

    def _is_half_bracketed(self) -> bool:
        """Tell "J. Jan) de Vries", of which a scan lost the first bracket."""
        closes = self.index < len(self.tokens) and self.tokens[self.index].closes
        return closes and is_first_name(self._peek()) and self._is_called_so()

    def _is_called_so(self) -> bool:
        """Tell whether one word in brackets stands before a surname: "F. (Fatouma) Sow"."""
        if self.index + 1 >= len(self.tokens):
            return False
        alone = self.tokens[self.index].stops and not self.tokens[self.index + 1].bracketed
        after = self.tokens[self.index + 1].text
        is_followed = is_name_word(after) or after.casefold() in PREFIXES
        return is_first_name(self._peek()) or (alone and is_followed)

    def _other_of_couple(self) -> None:
        """Skip "en M." in "J. en M. de Vries": one of the two is enough."""
        if self._peek() in AND and INITIALS.fullmatch(self._peek(1) or "-"):
            self._take()
            self._initials()

    def _given(self, *, titled: bool) -> list[str]:
        taken: list[str] = []
        while is_name_word(self._peek()) and self._is_given(is_first=not taken, titled=titled):
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
        couple = following in AND and is_name_word(self._peek(2)) and bool(self._peek(3))
        followed = not self.tokens[self.index].stops and (
            is_name_word(following) or after_prefix or initial or couple
        )
        if is_first:
            return followed or (is_first_name(word) and not titled)
        return followed and (self._names_behind_prefix() or is_first_name(word))

    def _names_behind_prefix(self) -> bool:
        """Tell "Anna Post van der Meer" from "Anna Post in het ziekenhuis"."""
        ahead = 1
        while self._peek(ahead).casefold() in PREFIXES:
            if self.tokens[self.index + ahead].stops:  # "Ik sta Anna Post bij. Zij ..."
                return False
            ahead += 1
        return ahead > 1 and self._peek(ahead)[:1].isupper()

    def _second_given(self) -> None:
        """Skip "en Marie" in "Jan en Marie de Vries"."""
        after = self._peek(2)
        if is_name_word(self._peek(1)) and (is_name_word(after) or after in PREFIXES):
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
            joins = word in {"-", "\u2013"} or (MARRIED.fullmatch(word) and not self._is_birth())
            if taken and ahead and (joins or _goes_on(taken[-1], word, ahead)):
                taken.append(self._take())
                self.stopped = False
            elif any_word and not taken and word[:1].isupper() and WORD.fullmatch(word):
                taken.append(self._take())  # "J. de Heer", "A. van der Plaats"
            elif is_name_word(word) and not (taken and DEGREE.fullmatch(word)):
                taken.append(self._take())
            else:
                break
        while DEGREE.fullmatch(self._peek() or "-"):
            self._take()
        while taken and (taken[-1] in {"-", "\u2013"} or MARRIED.fullmatch(taken[-1])):
            taken.pop()
            self.index -= 1
        return re.sub(r"\s*[-\u2013]\s*", "-", " ".join(taken))

    def _is_birth(self) -> bool:
        """Tell "geboren op 3 mei" and "geboren te Ede" from "geboren Op den Camp"."""
        ahead, then = self._peek(1), self._peek(2)
        is_named = then.casefold() in PREFIXES or is_name_word(then)
        return ahead in _BIRTH and not (ahead == "op" and is_named)


@lru_cache(maxsize=4096)
def is_name_word(word: str) -> bool:
    """Tell whether a word can stand in a name by its shape."""
    # "d'Hont", "'s-Gravendijk"
    if re.fullmatch(r"(?:[dl]['\u2019]|['\u2018\u2019]s-)[A-Z][^\W\d_]+(-[A-Z][^\W\d_]+)?", word):
        return True
    return bool(word[:1].isupper() and WORD.fullmatch(word) and not NO_NAME.fullmatch(word))


def _goes_on(before: str, word: str, following: str) -> bool:
    """Tell whether a small word is inside a surname: "Jansen-van der Berg", "Wong A Kwai"."""
    if _is_inner(word, following):
        return True
    if word.casefold() in PREFIXES:
        last = re.split(r"[-\s]", before)[-1].casefold()
        return before[-1] in "-v." or last in PREFIXES or bool(MARRIED.fullmatch(before))
    return len(word) == 1 and word.isupper() and is_name_word(following)


def _is_inner(word: str, following: str) -> bool:
    """Tell whether a surname of two parts goes on: "Voorst tot Voorst", not "Smit den Haag"."""
    is_told = word in _INNER and following[:1].isupper() and is_name_word(following)
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
    surname = _POLISH.sub("czyk", surname)
    if len(surname) > 2 and surname.isupper():
        surname = re.sub(r"[^\W\d_]+", lambda m: capitalised(m[0]), surname)
    given = person.given
    if len(given) > 2 and given.isupper():
        given = " ".join(capitalised(word) for word in given.split())
    prefix = person.prefix.lower() if person.prefix.isupper() else person.prefix
    return replace(person, surname=surname, given=given, prefix=prefix)


def capitalised(word: str) -> str:
    """Return a word of a name with the capitals that it has in running text."""
    if re.fullmatch(r"(?:[a-z]\.){1,5}", word):
        return word.upper()
    if word.casefold() in PREFIXES:
        return word.lower()
    return f"IJ{word[2:].lower()}" if word.startswith("IJ") else word.capitalize()
