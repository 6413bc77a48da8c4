"""Names that are known beforehand: places and first names, and how people spell them.

The lists only add confidence and repair misread letters. Nothing here may be a condition for
recognising a name or a place: most people in a city have a name that no list has.
"""

import re
import tomllib
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

# Letters that Unicode does not split in a letter and an accent: Polish l, Turkish i, Nordic o.
_LETTERS = str.maketrans({"\u0142": "l", "\u0131": "i", "\u00f8": "o", "\u00df": "ss"})
# Letters that scanners take for each other; words that differ in nothing else are the same word.
_LOOKALIKES = str.maketrans(
    {
        **dict.fromkeys("1ijt|!f", "l"),
        **dict.fromkeys("0ceaq", "o"),
        **dict.fromkeys("68hb", "b"),
        **dict.fromkeys("uvr", "n"),
        **dict.fromkeys("5z2", "s"),
    }
)
SHORTEST_MISREAD = 5  # letters of a place
_SPELLINGS = {
    "a d": "aan den",
    "aan de": "aan den",
    "gravenhage": "s gravenhage",
    "st": "sint",
}


_PART_OF_TOWN = re.compile(
    r" (?:noord|zuid|oost|west|noordoost|noordwest|zuidoost|zuidwest|centrum)$"
)
_FOREIGN = re.compile(r"[^\x00-\x7f]")
_NO_WORD = re.compile(r"[\W_]+")


def _without_accent(char: re.Match[str]) -> str:
    return "" if unicodedata.combining(char[0]) else char[0]


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Drop case, diacritics and punctuation, and write common abbreviations in full.

    >>> fold("ALPHEN A/D RIJN") == fold("Alphen aan den Rijn")
    True
    """
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    bare = plain if plain.isascii() else _FOREIGN.sub(_without_accent, plain)
    words = f" {_NO_WORD.sub(' ', bare).strip()} "
    for short, full in _SPELLINGS.items():
        words = words.replace(f" {short} ", f" {full} ")
    return " ".join(words.split())


@cache
def _load(name: str) -> dict[str, str]:
    text = files("extractors").joinpath("gazetteers", f"{name}.toml").read_text(encoding="utf-8")
    return {fold(entry): entry for entry in tomllib.loads(text)[name]}


def is_first_name(word: str) -> bool:
    """Tell whether each part of the word is a known first name ("Anne-Marie" has two).

    >>> is_first_name("Fatma"), is_first_name("Straatweg")
    (True, False)
    """
    known = _load("voornamen")
    return fold(word) in known or all(
        fold(part) in known for part in re.split(r"[-\s]+", word.strip()) if part
    )


# What an engine that was taught Dutch makes of an L with a stroke and a C with a cedilla.
_FOREIGN_AS = str.maketrans({**dict.fromkeys("ijlt1|", "l"), "g": "c"})

_FOREIGN_LETTER = re.compile("[\u0141\u0142\u00c7\u00e7\u011e\u011f\u0131\u0130]")


@cache
def _foreign_first_names() -> dict[str, str]:
    """Return first names with letters that look like Dutch ones, by their shape."""
    names = _load("voornamen").items()
    return {
        plain.translate(_FOREIGN_AS): name for plain, name in names if _FOREIGN_LETTER.search(name)
    }


@lru_cache(maxsize=1024)
def near_first_name(word: str) -> str | None:
    """Return the foreign first name of which a scan makes this word, when it is none itself.

    >>> near_first_name("Tukasz"), near_first_name("Lukasz"), near_first_name("Jilske")
    ('Łukasz', None, None)
    """
    read = fold(word)
    if len(read) < SHORTEST_MISREAD or read in _load("voornamen"):
        return None
    return _foreign_first_names().get(read.translate(_FOREIGN_AS))


def is_place(text: str) -> bool:
    """Tell whether this is a known place, written in any usual way, or a part of one.

    >>> is_place("Amsterdam-Zuidoost"), is_place("Zuidoost")
    (True, False)
    """
    read, places = fold(text), _load("plaatsen")
    return read in places or _PART_OF_TOWN.sub("", read) in places


def skeleton(text: str) -> str:
    """Give lookalike letters one shape, so that a misread word meets the word that was printed.

    >>> skeleton("LElDEN") == skeleton("Leiden")
    True
    """
    return fold(text).replace("rn", "m").translate(_LOOKALIKES)


@cache
def _place_skeletons() -> dict[str, str | None]:
    """Places by skeleton; None where two places look the same."""
    found: dict[str, str | None] = {}
    for place in _load("plaatsen").values():
        shape = skeleton(place)
        found[shape] = None if shape in found else place
    return found


@lru_cache(maxsize=1024)
def near_place(text: str) -> str | None:
    """Return the one place that differs by a letter from what was read, or None.

    The list has every town, so that what is not on it was misread; short names are too many.

    >>> near_place("Arhem"), near_place("Leiden"), near_place("Ees")
    ('Arnhem', None, None)
    """
    read, places = fold(text), _load("plaatsen")
    if len(read) < SHORTEST_MISREAD or read in places:
        return None
    found = process.extract(
        read, places.keys(), scorer=Levenshtein.distance, score_cutoff=1, limit=2
    )
    return places[found[0][0]] if len(found) == 1 else None


@lru_cache(maxsize=1024)
def begins_place(text: str, *, in_whole_words: bool = False) -> bool:
    """Tell whether this is no place, and a longer one begins so: its end may be lost.

    >>> begins_place("Krimp"), begins_place("Leiden")
    (True, False)
    >>> begins_place("Krimp", in_whole_words=True), begins_place("Krimpen", in_whole_words=True)
    (False, True)
    """
    read, places = fold(text), _load("plaatsen")
    if len(read) < SHORTEST_MISREAD or read in places:
        return False
    start = f"{read} " if in_whole_words else read
    return any(place.startswith(start) for place in places)


@lru_cache(maxsize=1024)
def known_place(text: str) -> str | None:
    """Return the place that is meant, also when lookalike letters were misread, or None.

    >>> known_place("LElDEN"), known_place("U7recht")
    ('Leiden', None)
    """
    place = _load("plaatsen").get(fold(text))
    return place or _place_skeletons().get(skeleton(text))
