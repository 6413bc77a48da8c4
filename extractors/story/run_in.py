"""Tell what the sender says in a line that begins with a salutation or a subject.

"Hallo, ik heb autisme en mijn begeleider" opens the letter and tells already; who types in the
field of a form, or on a telephone, seldom begins a new line for it. Knows no parts of a letter.
"""

import re

from extractors.document import Line
from extractors.language import load_words
from extractors.parts import is_salutation

SUBJECT = re.compile(
    r"^\W*(betreft?|onderwerp|inzake|subject|re|over(?=\s?:))\b\s*[:;.]?\s*", re.IGNORECASE
)
_LEAST = 3  # words: fewer are the rest of who is greeted
# "Geachte heer, mevrouw", "Beste Anja, Piet en Klaas": behind a comma somebody else is greeted.
_GREETED = re.compile(
    r"(?i)(?:mevr\w*|mw|dhr|heer|heren|meneer|mijnheer|dames?|geachte?|beste|lieve|leden|college|"
    r"commissie|lezer\w*|team|medewerk\w+|voorzitter|goede\w*|dag|allen|mensen|collega\w*)\W*$"
)
_SAID = re.compile(
    r"[a-z\u00df-\u00ff]|(?:Ik|Wij|We|Mijn|Onze|Hierbij|Er|Het|De|Op|In|U|Uw|Dit|Jullie)\b"
)
_STARTS = frozenset({"ik", "wij", "we", "hierbij"})  # also without a sign before them
_NEXT = re.compile(r"[A-Z\u00c0-\u00dd]\S*")
_WORDS_OF_SUBJECT = 2  # behind the label, before another sentence


def told_in(line: Line) -> Line | None:
    """Return the part of a line that tells something: mostly all of it, of an opening the rest."""
    texts = [word.text for word in line.words]
    if is_salutation(line):
        start = _behind_greeting(texts)
    elif SUBJECT.match(line.text):
        start = _behind_subject(texts)
    else:
        return line
    return None if start is None else Line(line.words[start:], line.page)


def _behind_greeting(texts: list[str]) -> int | None:
    """Return the first word behind "Geachte heer," that greets nobody."""
    for at in range(1, len(texts) - _LEAST + 1):
        word, before = texts[at], texts[at - 1]
        if word.casefold() in _STARTS:
            return at
        is_parted = before[-1:] in ",.!:;" and before.casefold() not in load_words("afkortingen")
        if is_parted and _SAID.match(word) and not _GREETED.match(word):
            return at
    return None


def _behind_subject(texts: list[str]) -> int | None:
    """Return the first word of another sentence behind "Betreft: bezwaar besluit 3 mei."."""
    for at in range(_WORDS_OF_SUBJECT, len(texts) - _LEAST + 1):
        before = texts[at - 1].casefold()
        ends = (
            before[-1:] in ".!?"
            and len(before) > _LEAST
            and before not in load_words("afkortingen")
        )
        if ends and _NEXT.match(texts[at]) and texts[at + 1][:1].islower():
            return at
    return None
