"""E-mail addresses are read again at other scales, and compared.

No dictionary knows them and no sum checks them, so that the engine is as sure of "enline.nl" as of
"online.nl", and a dot between two letters is easily lost. What every look sees alike stands there;
what one of them sees otherwise is doubtful.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from extractors.document import Word
from extractors.people.contacts import NO_FIRST_PART, SEEN_ALIKE
from extractors.readers.number_check import Crop, read_alone

if TYPE_CHECKING:
    from extractors.readers.work import Work

# The smallest picture shows what a large one does not, and the other way round.
LOOKS_DPI: Final = (140.0, 250.0, 185.0)
CLEAR: Final = 0.85  # of one that was read so, a single look saw all that was wrong
DOUBT: Final = 0.5
SURE: Final = 0.9  # of one that was read so, one look of three that differs says nothing
MOST: Final = 3  # words of one page: people have one address, an office a few
_MAIL: Final = re.compile(r"\W*\w[\w.,+-]*\w?@\W?\w[\w.,-]*[.,]\w{2,}\W*")
# "t.vanrijn@" and "l.claassen@": the dot touches the foot of the letter, at every scale.
_TOUCHES: Final = re.compile(r"[tl][bcdfgklmnpqstvxz]")
# Of "frans_claassen@" the underscore is lost, "smit71@" is parted.
_FIRST_PART: Final = re.compile(r"[a-z]{2,}\d*|[a-z]\d+")
TOUCHING: Final = 0.7  # of the height of the line: between parts of one address
_AROUND: Final = "()<>[]|,;:.'\"\u2018\u2019\u201c\u201d"


def check_mails(
    words: Sequence[Word], *, crop: Crop, work: "Work", apart: Collection[int] = ()
) -> tuple[Word, ...]:
    """Return the words with e-mail addresses sure that looks see alike, and others doubtful.

    `apart` are the places of words that are settled. A capital in one is none: an "I" is an l.
    """
    checked = list(words)
    mails = [at for at, word in enumerate(words) if "@" in word.text and _MAIL.fullmatch(word.text)]
    open_ones = [at for at in mails if at not in apart or not words[at].text.islower()]
    for at in open_ones[:MOST]:
        if not any(map(str.isalpha, _user(words[at]))):  # "1@" of "smit1 1@"
            checked[at] = replace(words[at], confidence=min(words[at].confidence, DOUBT))
        elif not (at and _is_part(words[at - 1], words[at])):  # of which a look would see an edge
            checked[at] = _compared(words[at], crop, work)
    return tuple(checked)


def _is_part(before: Word, word: Word) -> bool:
    """Tell whether the word before an address may be its first part: "frans" of "frans_smit@"."""
    if before.text in NO_FIRST_PART or not _FIRST_PART.fullmatch(before.text):
        return False
    is_level = before.box.top < word.box.center[1] < before.box.bottom
    return is_level and abs(word.box.x0 - before.box.x1) < TOUCHING * word.box.height


def _compared(word: Word, crop: Crop, work: "Work") -> Word:
    own = _bare(word.text)
    looks = []
    needed = 1 if word.confidence >= CLEAR else 2
    for dpi in LOOKS_DPI:
        looks.append(_bare(read_alone(word, crop, dpi, work).text))
        if len(looks) == needed and set(looks) == {own}:
            is_whole = not _TOUCHES.match(own)
            return replace(word, confidence=SEEN_ALIKE) if is_whole else word
        if _is_in_doubt(looks, own, word.confidence):
            break
    if looks.count(own) == len(looks) - 1 and word.confidence >= SURE:
        return word
    doubted = replace(word, confidence=min(word.confidence, DOUBT))
    # Three looks against the first reading: "wdekker@" is "w.dekker@".
    is_other = len(set(looks)) == 1 and looks[0] != own and _MAIL.fullmatch(looks[0])
    return replace(doubted, text=looks[0]) if is_other else doubted


def _is_in_doubt(looks: Sequence[str], own: str, sure: float) -> bool:
    """Tell whether no further look can change that the address is doubtful, nor what it is."""
    unlike = len(looks) - looks.count(own)
    return len(set(looks)) > 1 and unlike > int(sure >= SURE)


def _user(word: Word) -> str:
    return _bare(word.text).partition("@")[0]


def _bare(text: str) -> str:
    """Return an address without the signs around it; a comma in one is a dot.

    >>> _bare("(J.Smit@voorbeeld,nl),")
    'j.smit@voorbeeld.nl'
    """
    return text.strip(_AROUND).casefold().replace(",", ".")
