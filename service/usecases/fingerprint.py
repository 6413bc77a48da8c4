"""Fingerprints: what is left of a letter to see whether it came before, and no more than that.

Text is compared by runs of three words (MinHash: Broder 1997), so that words that were read
differently on a scan do little; the picture of the first page by where it gets darker or lighter
(dHash). Both say how alike two letters are, not whether they are the same: letters of one template
are alike too. Who decides looks at persons and dates as well.
"""

import hashlib
import re
from collections.abc import Iterator
from itertools import pairwise

import numpy as np
from PIL import Image

from extractors.document import Document, Page
from extractors.element import Reading
from service.records.fingerprints import Fingerprint

HASHES = 128
RUN = 3  # words
FEWEST_RUNS = 30  # a letter of a few words is like too many others
SIDE = 32
FEWEST_STEPS = 60  # of 1024: a page with less on it is like every almost empty page
WORD = re.compile(r"\w+")
# The same for every letter, for ever: other numbers would make old fingerprints useless.
_NUMBERS = np.random.Generator(np.random.PCG64(20261126))
FACTORS = _NUMBERS.integers(0, 1 << 64, HASHES, dtype=np.uint64) | np.uint64(1)
SUMMANDS = _NUMBERS.integers(0, 1 << 64, HASHES, dtype=np.uint64)


def fingerprint_of(reading: Reading, document: Document) -> Fingerprint:
    """Return the fingerprint of one letter of a document."""
    own = {each.page.number for each in reading.letter.own_pages}
    text = " ".join(line.text for line in reading.letter.lines)
    first = next((page for page in document.pages if page.number in own), None)
    return Fingerprint(words_of(text), rows_of(first) if first else ())


def no_fingerprint(_reading: Reading, _document: Document) -> None:
    """Return nothing: for a run that keeps no letters to compare with."""


def words_of(text: str) -> tuple[int, ...]:
    """Return the least hash of the runs of words in the text, for each of the hash functions.

    >>> words_of("te kort")
    ()
    """
    runs = set(_runs(text))
    if len(runs) < FEWEST_RUNS:
        return ()
    hashes = np.array([_hash(run) for run in runs], dtype=np.uint64)
    # multiply and add modulo 2^64, of which the upper half is well mixed (Dietzfelbinger 1996)
    mixed = (hashes[:, None] * FACTORS[None, :] + SUMMANDS[None, :]) >> np.uint64(32)
    return tuple(int(each) for each in mixed.min(axis=0))


def rows_of(page: Page) -> tuple[int, ...]:
    """Return for each row of the small picture where it gets lighter to the right, as bits."""
    if page.image is None or not page.image.pixels.size:
        return ()
    picture = Image.fromarray(page.image.pixels)
    small = np.asarray(picture.resize((SIDE + 1, SIDE), Image.Resampling.BOX), dtype=np.int16)
    steps = small[:, 1:] > small[:, :-1] + 2  # not the noise of white paper
    if int(steps.sum()) < FEWEST_STEPS:
        return ()
    return tuple(int("".join("1" if step else "0" for step in row), 2) for row in steps)


def _runs(text: str) -> Iterator[str]:
    words = [word.casefold() for word in WORD.findall(text)]
    for (first, second), (_, third) in pairwise(pairwise(words)):
        yield f"{first} {second} {third}"


def _hash(run: str) -> int:
    return int.from_bytes(hashlib.blake2b(run.encode(), digest_size=8).digest())
