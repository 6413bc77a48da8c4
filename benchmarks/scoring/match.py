"""Tells whether a value that was read is the value that was printed."""

import re
import unicodedata
from collections.abc import Callable
from typing import Any

TITLES = {
    "mevrouw",
    "mw",
    "mevr",
    "mej",
    "de heer",
    "dhr",
    "heer",
    "meneer",
    "mr",
    "drs",
    "ir",
    "dr",
    "familie",
    "fam",
}


def plain(text: str) -> str:
    """Fold case, diacritics and everything that is no letter or digit."""
    folded = (
        text.replace("\N{LATIN SMALL LETTER DOTLESS I}", "i")
        .replace("ł", "l")
        .replace("Ł", "l")
        .replace("ø", "o")
    )
    folded = unicodedata.normalize("NFKD", folded).casefold()
    return re.sub(r"[^a-z0-9]", "", folded)


def bare_name(name: str) -> str:
    """Fold a name and leave out titles before it."""
    text = re.sub(r"\s+", " ", name.strip()).casefold()
    changed = True
    while changed:
        changed = False
        for title in TITLES:
            for start in (f"{title}. ", f"{title} "):
                if text.startswith(start):
                    text, changed = text[len(start) :], True
    return plain(text)


def same_address(read: Any, printed: dict[str, str]) -> bool:  # noqa: ANN401 - JSON
    """Compare street, number, postcode and place."""
    if not isinstance(read, dict):
        return False
    # "Hengelo (O)" may be read without the province
    pairs = (
        (bare_place(str(read.get(part) or "")), bare_place(value))
        for part, value in printed.items()
    )
    return all(left == right for left, right in pairs)


def bare_place(text: str) -> str:
    """Fold a part of an address and leave out what stands in brackets."""
    return plain(re.sub(r"\(.*?\)", "", text))


def digits(text: str) -> str:
    """Keep the digits only."""
    return re.sub(r"\D", "", text)


def spaceless(text: str) -> str:
    """Fold case and leave out spaces."""
    return re.sub(r"\s", "", text).casefold()


FOLDS: dict[str, Callable[[str], str]] = {
    "naam": bare_name,
    "bsn": digits,
    "telefoon": digits,
    "kenmerk": spaceless,
    "relatienummer": spaceless,
    "email": spaceless,
    "zorgaanbieder": plain,
}


def same_value(element: str, read: Any, printed: Any) -> bool:  # noqa: ANN401 - JSON
    """Compare a reported value with one printed value of this element."""
    if element == "adres":
        return same_address(read, printed)
    if read is None:
        return False
    fold = FOLDS.get(element, str)
    left, right = fold(str(read)), fold(str(printed))
    if element == "zorgaanbieder":  # with or without the kind of company
        return len(left) > 4 and (left in right or right in left)
    return bool(left) and left == right


def is_right(element: str, read: Any, values: list[Any]) -> bool:  # noqa: ANN401 - JSON
    """Tell whether the reported value is one of the printed ones."""
    return any(same_value(element, read, value) for value in values)


def postcode_right(read: Any, values: list[dict[str, str]]) -> bool:  # noqa: ANN401 - JSON
    """Tell whether the postcode alone is right."""
    return isinstance(read, dict) and any(
        plain(str(read.get("postcode") or "")) == plain(v["postcode"]) for v in values
    )
