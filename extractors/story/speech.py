"""Tell whether a letter is written in Dutch, from its small words.

Half the words of any Dutch text are small ones; a text of another language has hardly any of them,
whichever language it is. Frisian counts as Dutch: in Friesland it may be used. Words that were not
read surely say nothing about a language.
"""

from collections import defaultdict
from collections.abc import Iterable

from extractors.document import Letter, Word
from extractors.language import Token, load_words
from extractors.story.passages import Body

# Below this share of Dutch small words a text is in another language; broken Dutch has twice that.
DUTCH_SHARE = 0.16
# Shorter than this a text says too little about its language.
LEAST_WORDS = 8
# More of the letter than this in another language, and a reader of Dutch misses the point.
MOST = 0.5
SURE_WORD = 0.7


def foreign_share(letter: Letter, body: Body) -> float:
    """Return the share of the words that stand in paragraphs of another language, 0..1."""
    unsure = _unsure(letter)
    paragraphs: dict[int, list[Token]] = defaultdict(list)
    for sentence in body.sentences:
        paragraphs[sentence.paragraph] += [
            token
            for token in sentence.tokens
            if any(map(str.isalpha, token.norm)) and token.norm not in unsure
        ]
    counts = [(len(tokens), _is_foreign(tokens)) for tokens in _joined(paragraphs.values())]
    every = sum(count for count, _ in counts)
    foreign = sum(count for count, is_foreign in counts if is_foreign)
    return foreign / every if every >= LEAST_WORDS else 0.0


def dutch_share(tokens: Iterable[Token]) -> float:
    """Return the share of small words of Dutch (or Frisian), 0..1."""
    words = [token.norm for token in tokens]
    known = load_words("taal_nederlands") | load_words("taal_fries")
    return sum(word in known for word in words) / len(words) if words else 1.0


def _is_foreign(tokens: list[Token]) -> bool:
    return len(tokens) >= LEAST_WORDS and dutch_share(tokens) < DUTCH_SHARE


def _joined(paragraphs: Iterable[list[Token]]) -> list[list[Token]]:
    """Add what is too short to judge to the paragraph above it."""
    joined: list[list[Token]] = []
    for tokens in paragraphs:
        if joined and (len(tokens) < LEAST_WORDS or len(joined[-1]) < LEAST_WORDS):
            joined[-1] = [*joined[-1], *tokens]
        else:
            joined.append(tokens)
    return joined


def _unsure(letter: Letter) -> frozenset[str]:
    """Return the words that were only read badly."""
    words = [word for line in letter.lines for word in line.words]
    badly = frozenset(_bare(word) for word in words if word.confidence < SURE_WORD)
    if not badly:
        return badly
    return badly.difference(_bare(word) for word in words if word.confidence >= SURE_WORD)


def _bare(word: Word) -> str:
    return word.text.casefold().strip(".,;:!?()")
