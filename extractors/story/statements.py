"""What a letter states, one thing after another: sentences that run on are cut.

Who dictates, or writes as he speaks, tells what was decided, why that is wrong and what he wants
without a full stop. What one of these is says nothing of the others: a courtesy at the end makes
no courtesy of the reason before it. Sentences of a usual length stay as they are. Knows nothing of
what an element asks.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from extractors.document import Letter
from extractors.language import Token, analyse
from extractors.once import once
from extractors.story.passages import Body, Sentence, body_of, sentences_in

RUNS_ON = 40  # words and signs: of who ends sentences one in four hundred is longer
_LEAST = 4  # words of a statement
# These begin a statement of their own, "omdat" does not: what it gives the reason of must be read
# with it, for that may be the office's decision.
_ALWAYS = frozenset({"want", "doch", "terwijl", "waardoor", "zodat"})
# With who or what it is about behind them: "dat ik maar terug moest bellen" goes on.
_LINKS = frozenset({"maar", "en", "dus"})
_SUBJECTS = frozenset(
    {"ik", "wij", "we", "hij", "zij", "ze", "u", "jullie", "er", "het", "dan", "nu", "daar", "hier"}
    | {"mijn", "onze", "ons", "haar", "zijn", "toen", "daarom", "als"}
)
_ASKS = frozenset({"wat", "wie", "hoe", "waarom"})  # behind a comma: "wat betekent dat ik val"
# "..., want u vindt dat ik het zelf kan": that is why somebody else decided so.
_OTHERS = frozenset({"u", "jullie", "volgens", "er"})


@once
def statements_of(letter: Letter) -> Body:
    """Return the sender's own sentences; those that run on as what they state."""
    body = body_of(letter)
    cuts = [start for sentence in body.sentences for start in _cuts(sentence)]
    if not cuts:
        return body
    firsts = [sentence.start for sentence in body.sentences]
    breaks = tuple(sorted({*firsts, *cuts}))
    analysis = analyse(body.text.string, breaks)
    kept: list[Sentence] = []
    for each in sentences_in(analysis, breaks):
        whole = body.sentences[max(bisect_right(firsts, each.start) - 1, 0)]
        if whole.start <= each.start < whole.end:  # what a form says is not the sender's
            kept.append(replace(each, paragraph=whole.paragraph))
    return replace(body, analysis=analysis, sentences=tuple(kept))


def _cuts(sentence: Sentence) -> Iterator[int]:
    """Yield where in a sentence that runs on another statement begins."""
    tokens = sentence.tokens
    if len(tokens) <= RUNS_ON:
        return
    last = 0
    for at in range(_LEAST, len(tokens) - _LEAST + 1):
        if at - last >= _LEAST and _begins(*tokens[at - 1 : at + 2]):
            last = at
            yield tokens[at].start


def _begins(before: Token, word: Token, behind: Token) -> bool:
    if word.norm in _ALWAYS:
        return behind.norm not in _OTHERS
    if word.norm in _LINKS:
        return behind.norm in _SUBJECTS
    return before.norm == ":" or (before.norm == "," and word.norm in _SUBJECTS | _ASKS)
