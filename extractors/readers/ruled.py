"""Rules that were read as signs of the word that stands on them.

"____2 mei 2026" is a date on a line to write on, or beside a rule of a table: the engine makes one
word of both, and no date begins with a line.
"""

import re
from dataclasses import replace
from typing import Final

from extractors.document import Word

# One may be of a name in an e-mail address; a line is always more. Behind a label without figures
# ("Naam:____") it is the place to fill in, which others look for.
_RULES: Final = re.compile(r"(?P<before>[_\u2014]{2,})?(?P<word>.*?\d.*?)(?P<after>[_\u2014]{2,})?")


def without_rules(word: Word) -> Word:
    """Return the word without a rule before or behind it; a rule alone stays.

    Signs are about as wide as each other, which tells well enough where the word stands.
    """
    parts = _RULES.fullmatch(word.text)
    if parts is None or not (parts["before"] or parts["after"]):
        return word
    sign = word.box.width / len(word.text)
    start, end = parts.span("word")
    box = word.box._replace(x0=word.box.x0 + start * sign, x1=word.box.x0 + end * sign)
    return replace(word, text=parts["word"], box=box)
