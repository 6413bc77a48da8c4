"""Read the place of an address, behind or before its postcode."""

import re
from dataclasses import dataclass

from extractors.text.gazetteer import is_place, known_place

_SIGNLESS = re.compile(r"[\w'\u2018\u2019\u201b`]\S")
_WORD = re.compile(r"[A-ZÀ-Ž'\u2018\u2019][^\W\d_]*(?:[-'\u2019/.][^\W\d_]+)*\.?")
# Towns of the same name are told apart by their province: "Hengelo (O)", "Beek (Gld)".
_PROVINCE = re.compile(r"([^\d,;|()]+?)\s?\((?:[A-Z]{1,2}|Gld|Ov|Lb|Dr|Fr|Gr|Ut)\.?\)")
_SMALL = frozenset(
    {
        "aan", "den", "de", "der", "a/d", "a/den", "op", "en", "van", "in", "bij", "'t", "'s",
        "over", "a", "d", "aan/den", "ten", "ter",
    }
)  # fmt: skip
# What stands before a surname and not before a town: "J.", "Mevr.", "van", "Kooij-de".
_BEFORE_SURNAME = re.compile(
    r"(?:\S+-)?(?:van|von|v\.?d\.?|de[rn]?|el|la|le|ten|ter)|(?:[A-Z][a-z]?\.)+|"
    r"(?i:dhr|heer|mevr|mw|mevrouw|fam|familie|mr|drs?|ir|ing)\.?"
)
_STOP = re.compile(
    r"(?i)^(tel\w*|mobiel|mob|e-?mail|email|fax|datum|betreft|bsn|geboren|geb|nederland|kenmerk|"
    r"onderwerp|the|netherlands|nl|iban|kvk|maak\w*|t|e|m|ik|aan|geachte|www|hierna|maakt|afzender|"
    r"januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)[.:]?$"
)


@dataclass(frozen=True, slots=True)
class Place:
    """A place as printed, with its offsets."""

    value: str
    start: int
    end: int


def place_after(string: str, start: int) -> Place | None:
    """Read the place behind the postcode, or alone on the next line."""
    match = re.compile(
        r"[ \t,;:.)|*\u2022\u00b7\u00ab\u2013-]*(?:(?:te|in)\s+)?(?:\n[ \t]*)?"
    ).match(string, start)
    begin = match.end() if match else start
    line, _, following = string[begin:].partition("\n")
    broken = _place_at(f"{line} {following[:20]}")
    if len(broken) > len(line.rstrip()) and is_known(broken):
        return Place(broken, begin, begin + len(broken))  # "Bergen op" / "Zoom"
    crossed = "\n" in string[start:begin]
    value = _place_at(line)
    if not value or (crossed and not is_known(value)):
        return None
    return Place(value, begin, begin + len(value))


def is_known(place: str) -> bool:
    """Tell whether this is a known place, with or without its province behind it."""
    part = _PROVINCE.fullmatch(place)
    name = part[1] if part else place
    return known_place(name) is not None or is_place(name)


def _place_at(text: str) -> str:
    """Return the longest place name at the start of the text."""
    part = _PROVINCE.match(text)
    if part and known_place(part[1]):
        return part[0]
    words = re.split(r"(?<=\S)\s+", re.split(r"[,;|()\d\u2013\u2022]|\s-\s", text)[0].strip())
    taken: list[str] = []
    for word in words[:5]:
        is_name = bool(_WORD.fullmatch(word)) and not _STOP.fullmatch(word)
        if not (is_name or (taken and word.casefold() in _SMALL)):
            break
        taken.append(word)
        if word.endswith(".") and len(word) > 4:
            break
    while taken and taken[-1].casefold() in _SMALL and not taken[-1][:1].isupper():
        taken.pop()
    for length in range(len(taken), 0, -1):
        if known_place(" ".join(taken[:length]).rstrip(".")):
            return " ".join(taken[:length]).rstrip(".")
    if not taken and words and len(words[0]) > 2:
        return _in_small_letters(words)
    return " ".join(taken[:3]).rstrip(".")


def _in_small_letters(words: list[str]) -> str:
    """Return the known place that the words begin with: "1234 ab leiden", "den oever"."""
    begins = (" ".join(words[:length]) for length in range(min(len(words), 5), 0, -1))
    return next((begin for begin in begins if is_place(begin)), "")


def place_before(string: str, start: int) -> Place | None:
    """Read a place that stands before the postcode: "Leiden, 2311 AB" or "te Leiden (2311 AB)".

    The word for it may stand between: "in Leiden, postcode 2311 AB".
    """
    ahead = re.sub(r"[\s,(]*\b(?:met\s+)?(?:de\s+)?postcode[\s:]*$", " ", string[:start])
    match = re.search(r"([^\n,;:()\d]+?)[\s,(]*(?:\b(?:aan|op|in)\s+(?:de|het)\s*)?$", ahead)
    if match is None:
        return None
    words = match[1].split()
    for length in range(min(4, len(words)), 0, -1):
        value = " ".join(words[-length:])
        # "- Leiden 2311 AB -": a sign by itself begins no name.
        if _SIGNLESS.match(value) and is_place(value):
            if _ends_name(words[:-length]):
                return None
            begin = match.start(1) + match[1].rfind(words[-length])
            return Place(value, begin, match.end(1))
    return None


def _ends_name(words: list[str]) -> bool:
    """Tell whether a place behind these words is a surname: "Kooij-de Vries", "J. van Leiden"."""
    return bool(words) and bool(_BEFORE_SURNAME.fullmatch(words[-1]))


def place_name(printed: str) -> str:
    """Write a place as it is written usually when it was printed in capitals or misread."""
    printed = re.sub(r"^['\u2018\u2019`](?=[A-Z][a-z])", "", printed)  # a speck before it
    part = _PROVINCE.match(printed)
    if part:
        return f"{place_name(part[1])} {printed[part.end(1) :].strip()}"
    known = known_place(printed)
    if known is None:
        if not printed.isupper():
            return printed
        return re.sub(r"[^\W\d_]{2,}", lambda m: m[0].capitalize(), printed)
    usual = is_place(printed) and not printed.isupper() and not printed.islower()
    return printed if usual else known
