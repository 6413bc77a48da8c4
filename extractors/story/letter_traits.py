"""What is counted of a letter as a whole to tell whether it says why.

`woord:` the beginning of a word, `twee:` two that follow each other in a sentence: a short letter
has few and each counts for more. Of all other traits that of the sentence that has most of it.
Knows no weights.
"""

import math
from itertools import pairwise

from extractors.document import Letter
from extractors.once import once
from extractors.story.sentence_traits import Traits, sentence_traits, stems
from extractors.story.statements import statements_of

# A letter of so many words, squared, counts each of them once.
_WORDS = 6.0


@once
def letter_traits(letter: Letter) -> Traits:
    """Return the traits of the body of a letter."""
    found: Traits = {}
    for traits in sentence_traits(letter):
        for name, value in traits.items():
            found[name] = max(found.get(name, 0.0), value)
    sentences = [stems(sentence.tokens) for sentence in statements_of(letter).sentences]
    each = _WORDS / math.sqrt(max(sum(map(len, sentences)), 1))
    found.update((f"woord:{stem}", each) for stems_of in sentences for stem in stems_of)
    pairs = (pair for stems_of in sentences for pair in pairwise(stems_of))
    found.update((f"twee:{one}_{other}", each) for one, other in pairs)
    return found
