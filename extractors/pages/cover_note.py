"""Tell the text of an e-mail that only hands over its attachments from one that is a letter.

Leans to calling it a letter: an objection of one line is an objection, and a note too many is seen
by a person. Looks at words only, without loading what reads whole letters, because this is asked at
the door.
"""

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from extractors.document import Box, Line, Word
from extractors.parts import is_closing, is_salutation

MOST_WORDS = 60  # whoever writes more than this has something to say
MOST_WORDS_SIGNED = 12  # in a line below the closing: a job, an address, a slogan

_QUOTE = re.compile(r"^(op|on)\b.{5,120}\b(schreef|wrote)\b.{0,80}:$", re.IGNORECASE)
_HEADER = re.compile(
    r"^\W*(van|from|verzonden|sent|datum|date|aan|to|cc|onderwerp|subject)\s?:", re.IGNORECASE
)
_REPLY = re.compile(r"^\s*(re|antw|betr|sv|aw)\s*:", re.IGNORECASE)
_DEVICE = re.compile(
    r"^(verzonden|verstuurd|sent|get outlook|outlook) (vanaf|met|vanuit|from|voor|for)\b",
    re.IGNORECASE,
)
_PARAGRAPH = re.compile(r"\n\s*\n")
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n\s*\n")


def is_cover_note(text: str, *, subject: str = "") -> bool:
    r"""Tell whether the text says no more than that something is attached.

    >>> is_cover_note("Geachte heer,\n\nBijgaand mijn bezwaarschrift.\n\nGroet, Jan de Wit")
    True
    >>> is_cover_note("Hierbij maak ik bezwaar, zie de bijlage.")
    False
    """
    own = _own_words(text, is_reply=bool(_REPLY.match(subject)))
    if len(own.split()) > MOST_WORDS:
        return False
    return all(_is_manners(sentence) for sentence in _SENTENCE.split(own) if sentence.strip())


def _is_manners(sentence: str) -> bool:
    words = " ".join(sentence.casefold().split())
    hands_over = _says(words, "meegestuurd")
    if _says(words, "handeling") and not (hands_over and _says(words, "stuk")):
        return False
    return hands_over or _says(words, "beleefd") or not re.search(r"\w{2}", words)


def _says(words: str, group: str) -> bool:
    return any(pattern.search(words.casefold()) for pattern in _cues()[group])


@cache
def _cues() -> dict[str, tuple[re.Pattern[str], ...]]:
    path = files("extractors") / "cues" / "begeleidend.toml"
    groups = tomllib.loads(path.read_text("utf-8"))
    return {name: tuple(map(re.compile, patterns)) for name, patterns in groups.items()}


def _own_words(text: str, *, is_reply: bool) -> str:
    """Leave out greetings, what stands below the closing, and what a reply quotes."""
    kept: list[str] = []
    is_closed = False
    for paragraph in _PARAGRAPH.split(text):
        if is_closed and _says(paragraph, "kleine_letters"):
            continue
        lines = [line.strip() for line in paragraph.split("\n")]
        for index, line in enumerate(lines):
            if _QUOTE.match(line) or (is_reply and _is_header(lines[index : index + 4])):
                return "\n".join(kept)
            # a message that was forwarded begins with a greeting of its own
            is_closed = not is_salutation(_line(line)) and (is_closed or _closes(line))
            if not _is_around(line, is_closed=is_closed):
                kept.append(line)
        kept.append("")
    return "\n".join(kept)


def _is_around(line: str, *, is_closed: bool) -> bool:
    """Tell a line that says nothing itself: a greeting, a closing, what stands below it."""
    if line.startswith(">") or _DEVICE.match(line) or is_salutation(_line(line)) or _closes(line):
        return True
    is_short = len(line.split()) <= MOST_WORDS_SIGNED
    return is_closed and is_short and not _HEADER.match(line) and not _says(line, "handeling")


def _is_header(lines: Sequence[str]) -> bool:
    """Tell whether a message that is quoted begins with these lines (Van, Verzonden, Aan)."""
    return sum(bool(_HEADER.match(line.strip())) for line in lines) >= 3


def _closes(line: str) -> bool:
    """Tell a closing, also with the name behind it: "Groet, Jan de Wit"."""
    formula, comma, name = line.partition(",")
    is_named = bool(comma) and len(name.split()) <= 5 and is_closing(_line(formula))
    return is_named or is_closing(_line(line))


def _line(text: str) -> Line:
    return Line(tuple(_words(text)), 1)


def _words(text: str) -> Iterator[Word]:
    for word in text.split():
        yield Word(word, Box(0, 0, 1, 1))
