"""Weak words that may be a name, a number or an address are read by the other engine as well.

Tesseract misreads the same sign at every scale, so that its own second looks confirm mistakes; the
other engine fails elsewhere. Here it is decided which words are asked for, in `weighing` what is
made of the answer. See `docs/adr/0018-a-second-engine.md`.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from extractors.document import Word
from extractors.parts import has_stamp_word
from extractors.readers.address_check import address_numbers
from extractors.readers.looks import Crop, ask_other
from extractors.readers.second_reading import lines_of
from extractors.readers.weighing import ALIKE, CODE, LONG, SETTLED, parts_of, plain, weighed

if TYPE_CHECKING:
    from extractors.readers.work import Work

WEAK: Final = 0.93  # of surer words both engines read the same but for seven in two thousand
WEAK_FIGURES: Final = 0.9  # of surer words with figures as well; names may lack their accents
AGAIN: Final = 0.8  # so sure, a name need not be asked for that both read elsewhere on the page
MOST: Final = 40  # words of one page
SHORT_LINE: Final = 7  # words: of names and addresses, not of running text
NEAR_STAMP: Final = (60.0, 25.0)  # points beside, above and below its word
FEWEST: Final = 2  # signs
POSTCODE: Final = 4  # signs at least
_NO_NAME: Final = re.compile(r"[\d@]")
_ERRS: Final = re.compile(r"[^\W\d_]{3}|\d")  # a name, and initials of which one is a figure


@dataclass(frozen=True, slots=True)
class Opinions:
    """The words as both engines see them; those that are settled, and those that stay open."""

    words: tuple[Word, ...]
    settled: frozenset[int] = frozenset()
    open: frozenset[int] = frozenset()

    def kept(self, checked: Sequence[Word]) -> tuple[Word, ...]:
        """Return words that were checked by other looks, but for those that these cannot settle.

        Tesseract sees what it saw at other scales too, and would outvote the other engine.
        """
        pairs = zip(self.words, checked, strict=True)
        return tuple(own if at in self.open else now for at, (own, now) in enumerate(pairs))


def with_second_opinion(
    words: tuple[Word, ...], *, crop: Crop, work: "Work", apart: Collection[int] = ()
) -> Opinions:
    """Return the words surer where the other engine agrees, and corrected where it is sure.

    `crop` gives the picture of a part of the page at a resolution; words whose `id` is in `apart`
    do not stand on the page where their boxes say.
    """
    if work.other is None:
        return Opinions(words)
    checked = list(words)
    asked = [at for at in _asked(words) if id(words[at]) not in apart][:MOST]
    alike: set[str] = set()
    for at in asked:
        word = words[at]
        name = _name_in(word.text)
        if name in alike and word.confidence >= AGAIN:
            checked[at] = replace(word, confidence=ALIKE)
            continue
        checked[at] = weighed(word, ask_other(word, crop, work))
        if name and checked[at].text == word.text and checked[at].confidence >= ALIKE:
            alike.add(name)
    settled = frozenset(at for at in asked if checked[at].confidence >= SETTLED)
    changed = frozenset(at for at in asked if checked[at].text != words[at].text)
    accents = _accents([(words[at], checked[at]) for at in changed & settled])
    told = (word if at in asked else _accented(word, accents) for at, word in enumerate(checked))
    return Opinions(tuple(told), settled, changed - settled)


def _name_in(text: str) -> str:
    """Return a name without what stands around it; empty when it is none."""
    name = parts_of(text)[1]
    return name if len(name) >= LONG and not _NO_NAME.search(name) else ""


def _accents(pairs: Iterable[tuple[Word, Word]]) -> dict[str, str]:
    """Return the names that got accents, by what Tesseract made of them."""
    bare = [(parts_of(before.text)[1], parts_of(after.text)[1]) for before, after in pairs]
    return {own: told for own, told in bare if len(own) >= LONG and plain(told) == own}


def _accented(word: Word, accents: Mapping[str, str]) -> Word:
    """Return a word with the accents that the same name has elsewhere on the page.

    Tesseract may be sure of "Lukasz" at the top, and doubt it at the bottom: it knows no "Ł".
    """
    before, own, after = parts_of(word.text)
    if own not in accents:
        return word
    text = before + accents[own] + after
    return replace(word, text=text, confidence=min(word.confidence, SETTLED))


def _asked(words: Sequence[Word]) -> Iterator[int]:
    """Yield where a weak word may be a name, a number, a code or an address, the weakest first."""
    asked = {*_numbers_of_addresses(words), *_stamped(words)}
    at = 0
    for line in lines_of(words):
        for place, word in enumerate(line):
            inside = place > 0 and line[place - 1].text[-1] not in ".:!?"
            is_apart = len(line) <= SHORT_LINE
            if _is_asked(word, may_be_name=inside or is_apart, is_apart=is_apart):
                asked.add(at + place)
        at += len(line)
    yield from sorted(asked, key=lambda each: words[each].confidence)


def _numbers_of_addresses(words: Sequence[Word]) -> Iterator[int]:
    """Yield weak ones, and those of which Tesseract is sure of an 8 for a B, or a 5 for a 3."""
    for at in address_numbers(words):
        bare = words[at].text.rstrip(",.")
        is_house = len(bare) < POSTCODE and (bare.endswith("8") or "5" in bare)
        if words[at].confidence < WEAK_FIGURES or is_house:
            yield at


def _stamped(words: Sequence[Word]) -> Iterator[int]:
    """Yield figures beside the word of a stamp: one that is wrong is another day of receipt."""
    stamps = [word.box.grown(*NEAR_STAMP) for word in words if has_stamp_word(word.text.upper())]
    for at, word in enumerate(words) if stamps else ():
        if any(map(str.isdigit, word.text)) and any(box.overlaps(word.box) for box in stamps):
            yield at


def _is_asked(word: Word, *, may_be_name: bool, is_apart: bool) -> bool:
    if len(word.text) < FEWEST or word.text.endswith(":"):
        return False
    if "@" in word.text or CODE.fullmatch(word.text):
        return True  # no dictionary knows it and no sum checks it
    if word.confidence < WEAK_FIGURES and any(map(str.isdigit, word.text)):
        return True
    is_number = sum(map(str.isdigit, word.text)) > 1  # "1.B.H." is none
    is_named = may_be_name and not is_number and any(map(str.isupper, word.text))
    # Initials without a figure bear no accents; in running text what is beside a name tells it.
    may_err = is_apart and _ERRS.search(word.text) is not None
    return is_named and word.confidence < (WEAK if may_err else WEAK_FIGURES)
