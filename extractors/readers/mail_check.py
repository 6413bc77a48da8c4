"""E-mail addresses are read again at other scales, and compared.

No dictionary knows them and no sum checks them, so that the engine is as sure of "enline.nl" as of
"online.nl", and a dot between two letters is easily lost. What every look sees alike stands there;
what one of them sees otherwise is doubtful, however sure the engine was.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from extractors.document import Word
from extractors.people.contacts import SEEN_ALIKE
from extractors.readers.number_check import Crop, read_alone

if TYPE_CHECKING:
    from extractors.readers.work import Work

# The smallest sees what a large picture does not, and the other way round: one that differs is
# mostly the first, and then the largest need not be asked.
LOOKS_DPI: Final = (140.0, 250.0)
THIRD_DPI: Final = 185.0
DOUBT: Final = 0.5
MOST: Final = 3  # words of one page: people have one address, an office a few
_MAIL: Final = re.compile(r"\W*\w[\w.,+-]*\w?@\W?\w[\w.,-]*[.,]\w{2,}\W*")
_AROUND: Final = "()<>[]|,;:.'\"\u2018\u2019\u201c\u201d"


def check_mails(words: Sequence[Word], *, crop: Crop, work: "Work") -> tuple[Word, ...]:
    """Return the words with e-mail addresses sure that looks see alike, and others doubtful."""
    checked = list(words)
    mails = [at for at, word in enumerate(words) if "@" in word.text and _MAIL.fullmatch(word.text)]
    for at in mails[:MOST]:
        checked[at] = _compared(words[at], crop, work)
    return tuple(checked)


def _compared(word: Word, crop: Crop, work: "Work") -> Word:
    own = _bare(word.text)
    if not any(map(str.isalpha, own.partition("@")[0])):
        return replace(word, confidence=min(word.confidence, DOUBT))  # "1@" of "brink1 1@"
    seen = [own]
    for dpi in LOOKS_DPI:
        seen.append(_bare(read_alone(word, crop, dpi, work).text))
        if seen[-1] != own:
            break
    else:
        return replace(word, confidence=max(word.confidence, SEEN_ALIKE))
    rest = [each for each in (*LOOKS_DPI, THIRD_DPI) if each not in LOOKS_DPI[: len(seen) - 1]]
    seen += [_bare(read_alone(word, crop, dpi, work).text) for dpi in rest]
    told, count = Counter(seen).most_common(1)[0]
    doubted = replace(word, confidence=min(word.confidence, DOUBT))
    # Three looks against the first reading: "wdekker@" is "w.dekker@".
    is_other = told != own and count == len(seen) - 1 and _MAIL.fullmatch(told)
    return replace(doubted, text=told) if is_other else doubted


def _bare(text: str) -> str:
    """Return an address without the signs around it; a comma in one is a dot.

    >>> _bare("(J.Smit@voorbeeld,nl),")
    'j.smit@voorbeeld.nl'
    """
    return text.strip(_AROUND).casefold().replace(",", ".")
