"""How likely it is that who writes a letter does so for somebody else, from all its words.

Who is meant by the name under a letter no place on the page tells: a daughter signs as her mother
would. The words do: "mijn moeder kan niet", "zij krijgt" against "ik kan niet", "mijn indicatie".
A logistic model over words, and over two and three that follow each other, learnt from letters of
which it is known who wrote them. The weights stand in `namenskansen.toml` with the command that
made them.
"""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import pairwise

from extractors.document import Letter
from extractors.learnt.yes_or_no import YesOrNo
from extractors.once import once
from extractors.text.spelling import fold

_MOST = 4.0  # as log odds: a letter that says so ten times is no surer
# Where a sentence ends, what follows belongs to another one.
_WORD = re.compile(r"[a-z']+|[.!?]")


@once
def behalf_odds(letter: Letter, model: YesOrNo) -> float:
    """Return the log odds that a letter is written for somebody else, at most _MOST from even."""
    return min(max(model.odds(behalf_traits(letter)), -_MOST), _MOST)


def behalf_traits(letter: Letter) -> dict[str, float]:
    """Return which words stand in a letter, and which two and three follow each other."""
    words = _WORD.findall(fold("\n".join(line.text for line in letter.lines)))
    return dict.fromkeys(_traits(words), 1.0)


def _traits(words: list[str]) -> Iterator[str]:
    """Yield what words say.

    >>> list(_traits(["mijn", "moeder", "kan"]))[3:]
    ['paar:mijn_moeder', 'paar:moeder_kan', 'drie:mijn_moeder_kan']
    """
    yield from (f"woord:{word}" for word in words)
    yield from (f"paar:{one}_{two}" for one, two in pairwise(words))
    threes = zip(words, words[1:], words[2:], strict=False)
    yield from (f"drie:{one}_{two}_{three}" for one, two, three in threes)


@cache
def load_behalf_model() -> YesOrNo:
    """Return the model that comes with Postkamer."""
    text = files("extractors.roles").joinpath("namenskansen.toml").read_text("utf-8")
    return YesOrNo.written(tomllib.loads(text))
