"""Names of people, streets and places that were read weakly are read again, and compared.

No dictionary knows them, so that the engine is as sure of "Parailelweg" as of "Parallelweg". Of
weak names that looks at other scales see otherwise half are wrong. Of those that two looks see
alike one in twelve is: what the engine does not know is misread alike. So nothing becomes surer,
but for "'s-Gravendijkwal": the sign before it makes an engine unsure of what it reads well.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from extractors.document import Word
from extractors.readers.number_check import Crop, read_alone
from extractors.readers.second_reading import lines_of

if TYPE_CHECKING:
    from extractors.readers.work import Work

LOOKS_DPI: Final = (185.0, 140.0)
WEAK: Final = 0.9  # of surer names one in a hundred is wrong, and looks see no more of it
UNLIKE: Final = 0.3  # of a name that a look sees otherwise: one in two is wrong
SURE_LOOK: Final = 0.5  # a look at a word by itself often sees nothing; less sure, it says nothing
ARTICLE_ALIKE: Final = 0.8  # of a name with an article that looks see alike
MOST: Final = 8  # words of one page
SHORT_LINE: Final = 6  # words: of names and addresses, not of running text
_NAME: Final = re.compile(
    r"\W?(?:(?<=['\u2018\u2019])(?P<article>s-))?(?P<name>[A-ZÀ-Ž][a-zà-žA-ZÀ-Ž'\u2019-]*[a-zà-ž]{2})[.,;:)\]]{0,2}"
)
# "II-laan": of a king's number an engine drops strokes, which says nothing of the rest.
_KING: Final = re.compile(r"^[IVl]{1,4}-(?=[a-z]{4})")
FEWEST: Final = 4  # letters


def check_names(words: Sequence[Word], *, crop: Crop, work: "Work") -> tuple[Word, ...]:
    """Return the words with weak names doubtful that looks see otherwise."""
    checked = list(words)
    for at in list(_weak_names(words))[:MOST]:
        # Of others it is as doubtful already as it can become.
        if words[at].confidence > UNLIKE or _has_article(words[at].text):
            checked[at] = _compared(words[at], list(_looks(words[at], crop, work)))
    return tuple(checked)


def _looks(word: Word, crop: Crop, work: "Work") -> Iterator[Word]:
    """Yield readings of the word at other scales, no more than are needed to doubt it."""
    for dpi in LOOKS_DPI:
        look = read_alone(word, crop, dpi, work)
        yield look
        if _sees_other(look, word):
            return


def _weak_names(words: Sequence[Word]) -> Iterator[int]:
    """Yield where weak names may stand: in short lines, and behind the first word of a sentence."""
    at = 0
    for line in lines_of(words):
        for place, word in enumerate(line):
            inside = place > 0 and line[place - 1].text[-1] not in ".:!?"
            inside = inside or _has_article(word.text)
            if word.confidence < WEAK and _name(word.text) and (len(line) <= SHORT_LINE or inside):
                yield at + place
        at += len(line)


def _name(text: str) -> str:
    """Return the name that a word is, without the signs around it; empty when it is none."""
    match = _NAME.fullmatch(text)
    name = _KING.sub("", match["name"]) if match else ""
    return name if len(name) >= FEWEST else ""


def _has_article(text: str) -> bool:
    match = _NAME.fullmatch(text)
    return bool(match and match["article"])


def _surer(word: Word) -> Word:
    return replace(word, confidence=max(word.confidence, ARTICLE_ALIKE))


def _compared(word: Word, looks: Sequence[Word]) -> Word:
    own = _name(word.text)
    if all(_sees_same(look, own) for look in looks):
        return _surer(word) if _has_article(word.text) else word
    seen = [_name(look.text) for look in looks]
    is_told = bool(seen[0]) and len(set(seen)) == 1
    is_other = is_told or any(_sees_other(look, word) for look in looks)
    return replace(word, confidence=min(word.confidence, UNLIKE)) if is_other else word


def _sees_same(look: Word, own: str) -> bool:
    return own in (_name(look.text), _name(_with_capital(look.text)))


def _sees_other(look: Word, word: Word) -> bool:
    """Tell whether a look surely sees another name, so that the word is doubtful in any case."""
    own, seen = _name(word.text), _name(look.text)
    return look.confidence >= SURE_LOOK and seen not in ("", own) and not _sees_same(look, own)


def _with_capital(text: str) -> str:
    """Return "Irenelaan" for "lrenelaan": a capital I looks like an l."""
    return f"I{text[1:]}" if text.startswith("l") else text
