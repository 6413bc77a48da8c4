"""Words for what a writer is to the client: "mijn moeder", "dochter", "mentor".

The words stand in `cues/personen.toml`.
"""

import re
import tomllib
from functools import cache
from importlib.resources import files

from extractors.labels import fold

Cues = dict[str, dict[str, list[str]]]


@cache
def cues() -> Cues:
    """Return the word lists about people."""
    text = (files("extractors") / "cues" / "personen.toml").read_text("utf-8")
    return tomllib.loads(text)


def labels_of(*groups: str) -> tuple[str, ...]:
    """Return the labels of these groups."""
    return tuple(label for group in groups for label in cues()["labels"][group])


def group_of(label: str) -> str:
    """Return the group that a label belongs to, or an empty string."""
    return _groups().get(fold(label), "")


@cache
def _groups() -> dict[str, str]:
    sides = ("ander", "vertegenwoordiger", "schrijver", "client")
    return {fold(label): group for group in sides for label in cues()["labels"][group]}


def _alternatives(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


KIN_WORD = _alternatives([word for words in cues()["verwant"].values() for word in words])
RELATION_WORD = _alternatives(cues()["relatie"]["woorden"])

_OWN = r"(?:als\s+|de\s+|uw\s+|zijn\s+|haar\s+)?"
# "K. de Vriend" is a name: behind a space alone the word has no capital and no article.
_TAIL = re.compile(
    rf"(?:\s*[,(/\u2013-]\s*(?i:{_OWN}(?P<apart>{RELATION_WORD}))|\s(?:als\s+)?(?P<relation>{RELATION_WORD}))"
    r"\b.*$"
)
_LINE = re.compile(
    rf"^\(?{_OWN}(?P<relation>{RELATION_WORD})(?:\s+van\b.*|(?:\s+\S+){{0,3}}\W*)$", re.IGNORECASE
)


def relation_of(word: str) -> str:
    """Return a relation word as the report writes it.

    >>> relation_of("Echtgenote"), relation_of("mentor")
    ('partner', 'mentor')
    """
    plain = " ".join(word.casefold().split())
    return str(_usual().get(plain, plain))


@cache
def _usual() -> dict[str, str]:
    return {word: str(usual) for word, usual in cues()["gelijk"].items()}


def relation_to(kin: str) -> str:
    """Return what somebody is to the one called "mijn <kin>".

    >>> relation_to("moeder"), relation_to("zoon")
    ('kind', 'ouder')
    """
    plain = kin.casefold()
    return next((name for name, words in cues()["verwant"].items() if plain in words), "")


def relation_behind(text: str) -> str:
    """Return the relation that stands behind a name: "B. Smit (dochter)"."""
    match = _TAIL.search(text)
    return relation_of(match["apart"] or match["relation"]) if match else ""


def relation_in(text: str) -> str:
    """Return the relation that a line or value consists of: "mentor van mevrouw Bakker"."""
    match = _LINE.match(text.strip())
    return relation_of(match["relation"]) if match else ""
