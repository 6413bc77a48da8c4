"""Weak words that may be a name, a number or an address are read by the other engine as well.

Tesseract misreads the same sign at every scale, so that its own second looks confirm mistakes. The
other engine fails elsewhere: of names, streets, numbers and codes in scans made for it that both
read alike none was wrong, and where they differ and the other is sure, it was right.
See `docs/adr/0018-a-second-engine.md`.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from extractors.document import Word, around
from extractors.parts import has_stamp_word
from extractors.readers.address_check import address_numbers
from extractors.readers.looks import Crop, ask_other
from extractors.readers.second_reading import lines_of
from extractors.word_engine import Reading

if TYPE_CHECKING:
    from extractors.readers.work import Work

WEAK: Final = 0.93  # of surer words both engines read the same but for seven in two thousand
MOST: Final = 40  # words of one page
SHORT_LINE: Final = 7  # words: of names and addresses, not of running text
NEAR_STAMP: Final = (60.0, 25.0)  # points beside, above and below its word
FEWEST: Final = 2  # signs
POSTCODE: Final = 4  # signs at least
LONG: Final = 4  # signs: of "A" and "A.B." the longer one is right
ALIKE: Final = 0.96  # how sure a word is that both read the same
TOLD: Final = 0.75  # less sure, the other engine says nothing
FIRM: Final = 0.85  # so sure, a word stays so where the other engine sees something unsurely
SETTLES: Final = 0.95  # so sure, it is right where they differ
SETTLED: Final = 0.94  # how sure a word is that the other engine read so
OPEN: Final = 0.6  # at most so sure is one that it read less surely
MOST_PIECES: Final = 4  # of one page
MOST_PARTS: Final = 2  # of an address, on either side of the one with the "@"
TOUCHING: Final = 0.7  # of the height of a word: between parts of one address or code
_HALF_CODE: Final = re.compile(r"\W?[A-Za-z]{1,6}[A-Za-z\d./-]*[./-]")
_MAIL: Final = re.compile(r"\W*\w[\w.+-]*@\w[\w.-]*\.[a-z]{2,}\W*")
# "Lahlou@", "1.smit@", "0.mulder@": a letter that both engines take for another sign.
_LIKE_L: Final = re.compile(r"[IL10|][\w.+-]*@")
# "Z26/118-OB1", with the signs that may stand around it; not "2311 AB", a year or a house number.
_CODE: Final = re.compile(
    r"[(\"']?(?!\d{4}[A-Z]{2}\W*$)(?=[^a-zA-Z]*[a-zA-Z])(?=(?:\D*\d){4})[A-Za-z\d./-]{6,}[),;:\"']{0,2}"
)
FIGURES: Final = 3  # of a code
_ALIKE_SIGNS: Final = str.maketrans("OoQIl|", "000111")
_ENDS: Final = re.compile(r"^(\W*)(.*?)(\W*)$", re.DOTALL)


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
    for at in asked:
        checked[at] = weighed(words[at], ask_other(words[at], crop, work))
    settled = frozenset(at for at in asked if checked[at].confidence >= SETTLED)
    changed = frozenset(at for at in asked if checked[at].text != words[at].text)
    return Opinions(tuple(checked), settled, changed - settled)


def with_whole_words(words: tuple[Word, ...], *, crop: Crop, work: "Work") -> tuple[Word, ...]:
    """Return the words with e-mail addresses and codes in one piece that were read in several.

    A wide "_" or dot is a space to Tesseract: "osman bulut@example.net", "Wmo26. 23529". Where the
    other engine sees one in all of them, it is one.
    """
    if work.other is None:
        return words
    joined = list(words)
    for first, last, whole in list(_pieces(words))[:MOST_PIECES][::-1]:
        box = around(word.box for word in joined[first : last + 1])
        look = ask_other(replace(joined[first], box=box), crop, work)
        if look.confidence >= TOLD and whole.fullmatch(look.text):
            sure = ALIKE if look.confidence >= SETTLES else min(look.confidence, OPEN)
            text = next(part for part in look.text.split() if any(map(str.isalnum, part)))
            joined[first : last + 1] = [Word(text, box, sure)]
    return tuple(joined)


def _pieces(words: Sequence[Word]) -> Iterator[tuple[int, int, re.Pattern[str]]]:
    """Yield the first and the last of words that may be one, and what it looks like then."""
    for at, word in enumerate(words):
        if "@" in word.text:
            first, last = _ends_of_mail(words, at)
            if first < last:
                yield first, last, _MAIL
        elif _HALF_CODE.fullmatch(word.text) and _goes_on_in_figures(words[at : at + 2]):
            yield at, at + 1, _CODE


def _ends_of_mail(words: Sequence[Word], at: int) -> tuple[int, int]:
    """Return the first and the last of the words that may be parts of one address."""
    first = last = at
    while first and at - first < MOST_PARTS and _touch(words[first - 1], words[first]):
        first -= 1
    while last + 1 < len(words) and last - at < MOST_PARTS and _touch(words[last], words[last + 1]):
        last += 1
    return first, last


def _goes_on_in_figures(pair: Sequence[Word]) -> bool:
    return len(pair) > 1 and pair[1].text[0].isdigit() and _touch(*pair)


def _touch(left: Word, right: Word) -> bool:
    """Tell whether no more stands between two words than between parts of one address."""
    is_level = left.box.top < right.box.center[1] < left.box.bottom
    gap = right.box.x0 - left.box.x1
    return is_level and left.text[-1] not in ":,;" and abs(gap) < TOUCHING * right.box.height


def _asked(words: Sequence[Word]) -> Iterator[int]:
    """Yield where a weak word may be a name, a number, a code or an address, the weakest first."""
    asked = {*_numbers_of_addresses(words), *_stamped(words)}
    at = 0
    for line in lines_of(words):
        for place, word in enumerate(line):
            inside = place > 0 and line[place - 1].text[-1] not in ".:!?"
            if _is_asked(word, may_be_name=inside or len(line) <= SHORT_LINE):
                asked.add(at + place)
        at += len(line)
    yield from sorted(asked, key=lambda each: words[each].confidence)


def _numbers_of_addresses(words: Sequence[Word]) -> Iterator[int]:
    """Yield weak ones, and those of which Tesseract is sure of an 8 for a B, or a 5 for a 3."""
    for at in address_numbers(words):
        bare = words[at].text.rstrip(",.")
        is_house = len(bare) < POSTCODE and (bare.endswith("8") or "5" in bare)
        if words[at].confidence < WEAK or is_house:
            yield at


def _stamped(words: Sequence[Word]) -> Iterator[int]:
    """Yield figures beside the word of a stamp: one that is wrong is another day of receipt."""
    stamps = [word.box.grown(*NEAR_STAMP) for word in words if has_stamp_word(word.text.upper())]
    for at, word in enumerate(words) if stamps else ():
        if any(map(str.isdigit, word.text)) and any(box.overlaps(word.box) for box in stamps):
            yield at


def _is_asked(word: Word, *, may_be_name: bool) -> bool:
    if len(word.text) < FEWEST:
        return False
    if "@" in word.text or _CODE.fullmatch(word.text):
        return True  # no dictionary knows it and no sum checks it
    is_named = may_be_name and any(map(str.isupper, word.text))
    return word.confidence < WEAK and (is_named or any(map(str.isdigit, word.text)))


def weighed(word: Word, other: Reading) -> Word:
    """Return the word as it is after the other engine has read it."""
    _, own, _ = _parts(word.text)
    told = _same_words(own, other.text)
    sure = other.of(told).confidence
    if not own or not told or " " in told:
        return word
    if told == own:
        return _agreed(word, own) if sure >= TOLD else word
    # Of "Günes" the picture may show "üneş".
    is_cut = _plain(told) in {_plain(own)[1:], _plain(own)[:-1]}
    if sure < TOLD or is_cut:
        return _barely_told(word, told, sure)
    if _is_code_of_lookalikes(own, told):
        return _with_lookalikes(word, own, told)
    return _otherwise(word, told, sure, _parts(other.text)[2])


def _otherwise(word: Word, told: str, sure: float, end: str) -> Word:
    """Return the word where the other engine sees another one, and signs behind it."""
    before, own, after = _parts(word.text)
    text = before + told + (after or end)
    if sure >= SETTLES or _plain(told) == _plain(own):
        return replace(word, text=text, confidence=_settled(word, told))
    doubted = replace(word, confidence=min(word.confidence, OPEN))
    return replace(doubted, text=text) if sure > word.confidence else doubted


def _agreed(word: Word, own: str) -> Word:
    sure = OPEN if _LIKE_L.match(own) else max(word.confidence, ALIKE)
    return replace(word, confidence=sure)


def _barely_told(word: Word, told: str, sure: float) -> Word:
    """Return the word where the other engine sees another one, but hardly.

    Figures that Tesseract saw in a pen or a drawing, where the other sees none, are no number.
    """
    if word.confidence >= FIRM:
        return word
    is_number = any(map(str.isdigit, word.text))
    if is_number and word.confidence < OPEN and not any(map(str.isdigit, told)):
        return replace(word, text=told, confidence=min(word.confidence, sure))
    return replace(word, confidence=min(word.confidence, OPEN))


def _is_code_of_lookalikes(own: str, told: str) -> bool:
    """Tell whether two readings of a code differ only in signs that look alike."""
    is_code = sum(map(str.isdigit, told)) >= FIGURES
    return is_code and own.translate(_ALIKE_SIGNS) == told.translate(_ALIKE_SIGNS)


def _with_lookalikes(word: Word, own: str, told: str) -> Word:
    """Return "DOS702843" where one engine saw "D0S702843": between letters stands an O.

    A small o is one too. Where what stands beside it does not tell, the code stays doubtful.
    """
    signs = []
    for at, pair in enumerate(zip(own, told, strict=True)):
        beside = own[max(at - 1, 0) : at] + own[at + 1 : at + 2]
        if pair[0] == pair[1]:
            signs.append(pair[0])
        elif "o" in pair or beside.isalpha():
            signs.append(max(pair))  # of "0" and "O" the letter
        elif beside.isdigit():
            signs.append(min(pair))
        else:
            return replace(word, confidence=min(word.confidence, OPEN))
    text = word.text.replace(own, "".join(signs))
    return replace(word, text=text, confidence=max(word.confidence, SETTLED))


def _settled(word: Word, told: str) -> float:
    """Return how sure a word is that the other engine alone read so.

    A capital in an e-mail address is none: an "I" is an l.
    """
    if "@" not in told:
        return max(word.confidence, SETTLED)
    is_plain = told.islower() and not _LIKE_L.match(told)
    return max(word.confidence, ALIKE) if is_plain else OPEN


def _same_words(own: str, told: str) -> str:
    """Return of what the other engine saw the part that is this word.

    The picture may show the edge of what stands beside it ("3828 JX" for "3828", "Dorpsweg.2" for
    "Dorpsweg"), and the other engine puts spaces around a wide dash.
    """
    bare = _parts(told)[1]
    parts = [_parts(part)[1] for part in bare.split()]
    if own in parts[:1] + parts[-1:] or (len(own) >= LONG and bare.startswith(f"{own}.")):
        return own
    return bare.replace(" ", "") if bare.replace(" ", "") == own else bare


def _parts(text: str) -> tuple[str, str, str]:
    """Return the signs before a word, the word, and the signs after it.

    >>> _parts("(DOS702843).")
    ('(', 'DOS702843', ').')
    """
    found = _ENDS.match(text)
    return (found[1], found[2], found[3]) if found else ("", text, "")


def _plain(text: str) -> str:
    """Return a word without its accents: Tesseract's Dutch model knows no "ş" or "ł"."""
    bare = unicodedata.normalize("NFKD", text.translate(_STROKED))
    return "".join(sign for sign in bare if not unicodedata.combining(sign))


_STROKED: Final = str.maketrans("łŁøØđĐı", "lLoOdDi")
