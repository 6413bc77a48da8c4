"""Tell of whom a letter says that they are not to blame.

Who complains often names those who helped as well, in the sentence itself ("de huisarts dacht goed
mee") or in the one behind it ("Die man kan er niets aan doen"). Knows no names and no elements.
"""

import re

from extractors.once import once
from extractors.story.passages import Body, Sentence
from extractors.text.spelling import fold

# "Niet goed geholpen", "nooit erg vriendelijk".
_DENIED = re.compile(
    r"\b(?:niet|nooit|geen|niemand|nauwelijks|allesbehalve|weinig|minder)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_PARTIES = (
    "tegen_zorgkantoor", "tegen_zorgverlener", "tegen_overig", "tegen_uw", "tegen_uw_mensen",
)  # fmt: skip
_COMPLAINS = ("tegen_daad", "klacht_daad")
# Praise that points back at who was named before, and at nobody new.
_BACK = re.compile(
    r"^\W*(?:(?:en|maar|want|ook)\s+)?(?:die|deze|dat|daar|hij|zij|ze|een\s+(?:schat|engel))\b|"
    r"\b(?:hem|haar|hen|hun|ze|deze\s+\w+|die\s+\w+)\b",
    re.IGNORECASE,
)


def is_cleared(body: Body, sentence: Sentence) -> bool:
    """Tell whether who is named in the sentence is said not to be to blame."""
    return sentence.start in _cleared(body)


def is_cleared_word(body: Body, words: str) -> bool:
    """Tell whether the same words name who is not to blame elsewhere in the letter."""
    return fold(words) in _cleared_words(body)


@once
def _cleared(body: Body) -> frozenset[int]:
    found: set[int] = set()
    previous: Sentence | None = None
    for sentence in body.sentences:
        if body.has(sentence, "geen_schuld") or is_praise(body, sentence):
            found.add(sentence.start)
            if previous is not None and _points_back(body, sentence, previous):
                found.add(previous.start)
        previous = sentence
    return frozenset(found)


def is_praise(body: Body, sentence: Sentence) -> bool:
    """Tell whether the sentence praises somebody; "niet goed geholpen" does not."""
    if not body.has(sentence, "verdienste") or body.has(sentence, *_COMPLAINS):
        return False
    return any(
        not _DENIED.search(body.text.string[sentence.start : hit.start])
        for hit in body.analysis.cues("verdienste", start=sentence.start, end=sentence.end)
    )


def _points_back(body: Body, sentence: Sentence, previous: Sentence) -> bool:
    """Tell whether praise is of who was named in the sentence before: it names nobody itself."""
    if body.has(sentence, *_PARTIES) or body.has(previous, *_COMPLAINS):
        return False
    return bool(_BACK.search(body.wording(sentence)))


@once
def _cleared_words(body: Body) -> frozenset[str]:
    starts = _cleared(body)
    return frozenset(
        fold(body.text.string[hit.start : hit.end])
        for sentence in body.sentences
        if sentence.start in starts
        for hit in body.analysis.cues(*_PARTIES, start=sentence.start, end=sentence.end)
    )
