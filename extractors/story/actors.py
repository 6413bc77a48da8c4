"""Who is named in the story of a complaint: people with or without a title, and organisations.

"Mevrouw Sluis van het CIZ" is told once what she is, and blamed by her name alone ten lines later.
Says where names stand and which belong together; whose side somebody is on is the finders' matter.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from extractors.once import once
from extractors.text.gazetteer import is_first_name, is_place
from extractors.text.spelling import fold

_TITLE = (
    r"(?:[Mm]evrouw|[Mm]evr\b\.?|[Mm]w\b\.?|[Mm]eneer|[Mm]ijnheer|(?:[Dd]e\s+)?[Hh]eer|[Dd]hr\b\.?"
    r"|[Mm]ejuffrouw|[Zz]uster|[Bb]roeder|[Dd]okter|[Dd]r\b\.?|[Dd]rs\b\.?)"
)
_PARTICLE = r"(?:(?:[Vv]an|[Dd]e|[Dd]er|[Dd]en|[Tt]en|[Tt]er|[Ee]l|'t)\s+){0,3}"
_WORD = r"[A-Z\u00c0-\u00dd][\w'\u2019-]*[\w]"
_TITLED = re.compile(
    rf"\b{_TITLE}\s+(?:[A-Z]\.\s?)*(?P<name>{_PARTICLE}{_WORD}(?:\s+{_PARTICLE}{_WORD})?)"
)
_BARE = re.compile(rf"(?<![\w.'\u2019-])(?P<name>{_WORD}(?:\s+{_PARTICLE}{_WORD})?)")
# Words between a name and what it is the name of: "Sluis van het CIZ", "Tom, mijn begeleider".
_BEHIND = re.compile(
    r"^\s*[,(]?\s*(?:(?:van|bij|uit|als|een|de|het|uw|jullie|mijn|onze|ons|haar|zijn|die|eigen)\s+){0,3}$"
)
_BEFORE = re.compile(
    rf"^\s*[,(]?\s*(?:(?:heet|heette|genaamd|ene|een\s+zekere|met\s+de\s+naam|is|was)\s+)?(?:{_TITLE}\s+)?"
    r"(?:[A-Z]\.\s?)*$"
)
# What stands before the first word of a sentence, which has a capital for that: "4. Ik heb".
_BEGINNING = re.compile(r"\W*(?:(?:\d{1,2}|[A-Za-z])[.):]+\s*)?$")
_CALENDAR = frozenset(
    {
        *("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september"),
        *("oktober", "november", "december", "maandag", "dinsdag", "woensdag", "donderdag"),
        *("vrijdag", "zaterdag", "zondag", "pasen", "kerst", "kerstmis", "nederland", "nederlands"),
    }
)


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody named between two offsets; `key` is the same wherever the name stands."""

    start: int
    end: int
    key: str


@once
def find_actors(text: str) -> tuple[Actor, ...]:
    """Return the people named in a text with a title or by a known first name, in order.

    >>> [each.key for each in find_actors("Daarna belde mevrouw De Graaf met Tom.")]
    ['graaf', 'tom']
    """
    found = {match.start("name"): _actor(match) for match in _TITLED.finditer(text)}
    taken = [(each.start, each.end) for each in found.values()]
    for match in _BARE.finditer(text):
        start, end = match.span("name")
        first = match["name"].split()[0]
        if any(start < last and begin < end for begin, last in taken):
            continue
        if is_first_name(first) and not is_place(match["name"]) and fold(first) not in _CALENDAR:
            found[start] = _actor(match)
    return tuple(found[start] for start in sorted(found))


def _actor(match: re.Match[str]) -> Actor:
    """Keep the last word of a name: "Loes de Boer" is "mevrouw De Boer"."""
    start, end = match.span("name")
    return Actor(start, end, fold(match["name"].split()[-1]))


def is_named_for(text: str, actor: Actor, start: int, end: int) -> bool:
    """Tell whether the words between two offsets say what the actor is.

    >>> text = "Mevrouw Sluis van het CIZ belde mij."
    >>> is_named_for(text, find_actors(text)[0], text.index("CIZ"), text.index("CIZ") + 3)
    True
    """
    if end <= actor.start:
        return bool(_BEFORE.match(text[end : actor.start]))
    return start >= actor.end and bool(_BEHIND.match(text[actor.end : start]))


def strangers_in(text: str) -> Iterator[str]:
    """Yield the capitalised words inside a sentence that are no known person, place or time.

    They may be an organisation whose name says nothing of what it does ("Thebe", "Medipoint").
    """
    known = find_actors(text)
    for match in _BARE.finditer(text):
        start, end = match.span("name")
        is_known = any(start < each.end and each.start < end for each in known)
        if is_known or _BEGINNING.match(text[:start]):
            continue
        for word in match["name"].split():
            if word[0].isupper() and not is_place(word) and fold(word) not in _CALENDAR:
                yield fold(word)


def count_strangers(sentences: Iterable[str]) -> Counter[str]:
    """Return in how many sentences each of these words stands."""
    return Counter(word for each in sentences for word in set(strangers_in(each)))
