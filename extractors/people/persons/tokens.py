"""Cut a text into the words that names are made of, mending what scans make of a capital I."""

import re
from bisect import bisect_right
from functools import lru_cache
from typing import NamedTuple

from extractors.once import once
from extractors.people.persons.words import END, INITIALS, MARRIED, TITLE

# Initials or a title that stand against the name: "J.Jansen", "Mevr.J. de Vries".
_GLUED = (
    r"(?:(?:(?:Th|Ch|Chr|Ph|Fr|Joh|Wm|Jac|Tj|Sj|IJ|[A-Z])\.){1,6}"
    r"(?=(?:van|de[rn]?|ten?|ter|el|v\.d\.)(?:\s|[A-Z])|[A-ZÀ-Ž][^\W\d_]{2,}(?![.\w]))"
    r"|(?i:mevr|mevrouw|mw|dhr|hr|mr|drs?|ing|ir|prof)\.(?=[A-ZÀ-Ž][.a-z]))"
)
# "Danuta lonescu", "lbrahim", "Smit-lllens": a scanned I looks like an l; no Dutch word begins so.
_CAPITAL_I = re.compile(
    r"(?<![^-])l(?=[bcdfghjklmnpqrstvwxz][a-z]*[aeiouy]|on(?:esc|it)|oan|osif|orda)(?=[a-zà-ž]{2,}(?:-|$))"
)
# "Mevrouw l. Smit", "|. Smit", "0. Vermeer": initials as scans have them. "Ei Amrani" is El Amrani.
_SCANNED = {"l.": "I.", "|.": "I.", "0.": "O.", "Ei": "El", "E1": "El"}
RUN = re.compile(rf"{_GLUED}|\S+")
_REACH = 160  # characters from where a name may begin to the last word that is looked at


class Token(NamedTuple):  # of which a letter has hundreds: a dataclass takes thrice the time
    """A word that may be part of a name, with its place in the text."""

    text: str  # without the punctuation at its end
    start: int
    end: int
    stops: bool  # punctuation behind it ends a name
    bracketed: bool = False
    closes: bool = False  # a bracket that a scan shows no beginning of


def tokens_from(text: str, start: int) -> tuple[Token, ...]:
    """Return the words from `start` on, as far as a name may reach."""
    ends, every = _every_token(text)
    index = bisect_right(ends, start)
    first: tuple[Token, ...] = ()
    if index < len(ends) and text[start - 1 : start].strip() and text[start].strip():
        first = (_token(text[start : ends[index]], start),)  # in the middle of a word
        index += 1
        if ends[index - 1] - start > _REACH:
            return first
    return (*first, *every[index : bisect_right(ends, start + _REACH) + 1])


@once
def _every_token(text: str) -> tuple[tuple[int, ...], tuple[Token, ...]]:
    """Return where each word of the text ends, and the words; a name is tried at each of them."""
    runs = list(RUN.finditer(text))
    words = tuple(_token(run.group(), run.start()) for run in runs)
    return tuple(run.end() for run in runs), words


def _token(raw: str, start: int) -> Token:
    bare, lead, *signs = _read(raw)
    first = start + lead
    return Token(bare, first, first + len(bare), *signs)


@lru_cache(maxsize=4096)  # most words of a letter stand in it, and in others, more than once
def _read(raw: str) -> tuple[str, int, bool, bool, bool]:
    """Return the word itself, the signs before it, and whether it ends a name or has a bracket."""
    raw = _SCANNED.get(raw, raw)
    lead = len(raw) - len(raw.lstrip("(\"'\u201c\u2018") or raw)
    if raw[:2] in {"'s", "'t", "\u2018t", "\u2019t", "\u2019s"}:
        lead = 0
    bare = raw[lead:].rstrip(END)
    if INITIALS.fullmatch(raw[lead:]) and raw.endswith("."):
        bare = raw[lead:]
    bare = _CAPITAL_I.sub("I", bare)
    stops = raw[-1] in ",;:!?)]}|\u201d" or (raw.endswith(".") and not _is_short(raw[lead:]))
    closes = raw.endswith(")") and "(" not in raw
    return bare, lead, stops, raw[0] == "(", closes


def _is_short(word: str) -> bool:
    """Tell whether the dot behind a word shortens it, so that the name may go on."""
    return bool(
        INITIALS.fullmatch(word)
        or TITLE.fullmatch(word.casefold())
        or MARRIED.fullmatch(word)
        or word.casefold() in {"v.d.", "v.", "d.", "st.", "v.der.", "mc."}
    )
