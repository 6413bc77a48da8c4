"""Tell the labels that forms and business letters set before, over or beside a value."""

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files

from rapidfuzz import fuzz, process

from extractors.text.spelling import fold

FUZZY = 88
SHORTEST_FUZZY = 6  # letters
# "Voorletters J.": nearly a label, and one with its value.
_ENDS_AS_INITIALS = re.compile(r"\s(?:[A-Z]\.)+$")


def is_label(text: str) -> bool:
    """Tell whether a text is nothing but a label of a row.

    >>> is_label("Ons kenmerk:"), is_label("ZK-2026-118342")
    (True, False)
    """
    is_value = any(map(str.isdigit, text)) or _ENDS_AS_INITIALS.search(text)
    return not is_value and is_known(text)


@lru_cache(maxsize=4096)
def _squeezed(text: str) -> str:
    """Keep letters only, in lower case and without diacritics."""
    return "".join(filter(str.isalpha, fold(text)))


@cache
def _known() -> frozenset[str]:
    text = (files("extractors") / "cues" / "label_rows.toml").read_text("utf-8")
    return frozenset(map(_squeezed, tomllib.loads(text)["labels"]))


@cache
def _about_as_long(length: int) -> tuple[str, ...]:
    return tuple(label for label in _known() if abs(len(label) - length) < 2)


@lru_cache(maxsize=4096)
def is_known(text: str) -> bool:
    """Tell whether the letters of a text are those of a label, or nearly so."""
    read = _squeezed(text)
    if read in _known():
        return True
    if len(read) < SHORTEST_FUZZY:
        return False
    near = _about_as_long(len(read))
    return process.extractOne(read, near, scorer=fuzz.ratio, score_cutoff=FUZZY) is not None
