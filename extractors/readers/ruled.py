"""Rules that were read as signs of the word that stands on them.

"____2 mei 2026" is a date on a line to write on, or beside a rule of a table: the engine makes one
word of both, and no date begins with a line.
"""

import re
from dataclasses import replace
from typing import Final

from extractors.document import Word

SIGN: Final = 0.7  # how wide a figure is, of its height
# One may be of a name in an e-mail address; a line is always more. Behind a label without figures
# ("Naam:____") it is the place to fill in, which others look for.
_RULES: Final = re.compile(r"(?P<before>[_\u2014]{2,})?(?P<word>.*?\d.*?)(?P<after>[_\u2014]{2,})?")


def without_rules(word: Word) -> Word:
    """Return the word without a rule before or behind it; a rule alone stays.

    Signs are about as wide as each other, which tells well enough where the word stands; of a
    short end of a rule the engine makes several signs, and the word is as wide as its signs need.
    """
    parts = _RULES.fullmatch(word.text)
    if parts is None or not (parts["before"] or parts["after"]):
        return word
    box, text = word.box, parts["word"]
    sign, needed = box.width / len(word.text), SIGN * box.height * len(text)
    start, end = (box.x0 + at * sign for at in parts.span("word"))
    if parts["before"]:
        start = max(min(start, end - needed), box.x0)
    if parts["after"]:
        end = min(max(end, start + needed), box.x1)
    return replace(word, text=text, box=box._replace(x0=start, x1=end))
