"""What two engines read in one place is weighed: which of the two it is, and how sure.

Of names, streets, numbers and codes that both read alike hardly any is wrong, and where they differ
and the other engine is sure of each sign, it is right. Signs that look alike to both (O and 0; I, l
and 1) are told by what stands beside them. E-mail addresses, which no dictionary knows and no sum
checks, are believed less.
"""

import re
from dataclasses import replace
from typing import Final

from extractors.document import Word
from extractors.text.spelling import without_accents
from extractors.word_engine import Reading

ALIKE: Final = 0.96  # how sure a word is that both read the same
BOTH: Final = 0.1  # chance that both are wrong: with more, that they agree settles nothing
TOLD: Final = 0.75  # less sure, the other engine says nothing
FIRM: Final = 0.85  # so sure, a word stays so where the other engine sees something unsurely
HARDLY: Final = 0.3  # less sure, it may be by hand, which is never decided by
SETTLES: Final = 0.95  # so sure, it is right where they differ
SETTLED: Final = 0.94  # how sure a word is that the other engine read so
OPEN: Final = 0.6  # at most so sure is one that it read less surely
UNLIKE: Final = 0.3  # at most so sure is an e-mail address that is not plain
LONG: Final = 4  # signs: of "A" and "A.B." the longer one is right
FIGURES: Final = 3  # of a code
MAIL: Final = re.compile(r"\W*\w[\w.+-]*@\w[\w.-]*\.[a-z]{2,}\W*")
# "Z26/118-OB1", with the signs that may stand around it; not "2311 AB", a year or a house number.
CODE: Final = re.compile(
    r"[(\"']?(?!\d{4}[A-Z]{2}\W*$)(?=[^a-zA-Z]*[a-zA-Z])(?=(?:\D*\d){4})[A-Za-z\d./-]{6,}[),;:\"']{0,2}"
)
# "1.bos@", "I.bos@", "0.bos@": nobody's initial is a figure, nor a capital before small letters.
_INITIAL: Final = re.compile(r"^(?P<sign>[1|I0])(?=\.[a-z]{2}[^@A-Z]*@)")
# "Lahlou@": an l without its dot to both engines.
_LIKE_L: Final = re.compile(r"[IL10|][\w.+-]*@")
_FOR_IJ: Final = ("I", "U", "Y", "J", "Ij", "lJ")  # what an engine makes of it that knows no Dutch
_HALF: Final = re.compile(r"\W*@|.*@\W*$|\W*_.*@")  # "@mail.nl", "j.smit@", "_smit@mail.nl"
_ALIKE_SIGNS: Final = str.maketrans("OoQIl|", "000111")
_STROKED: Final = str.maketrans("łŁøØđĐı", "lLoOdDi")
_ENDS: Final = re.compile(r"^(\W*)(.*?)(\W*)$", re.DOTALL)


def weighed(word: Word, other: Reading) -> Word:
    """Return the word as it is after the other engine has read it."""
    if _HALF.match(word.text):  # of an address: no engine saw it whole
        return replace(word, confidence=min(word.confidence, UNLIKE))
    return _weighed_mail(word, other) if "@" in word.text else _weighed_word(word, other)


def _weighed_word(word: Word, other: Reading) -> Word:
    _, own, _ = parts_of(word.text)
    told = _same_words(own, other.text)
    sure = other.of(told).confidence
    if not own or not told or " " in told:
        return word
    if told == own or told in {own.replace("IJ", sign) for sign in _FOR_IJ}:
        return _agreed(word, sure)
    # Of "Günes" the picture may show "üneş".
    is_cut = plain(told) in {plain(own)[1:], plain(own)[:-1]}
    if sure < TOLD or is_cut:
        return _barely_told(word, told, sure)
    if _look_alike(own, told):
        return _with_lookalikes(word, own, told)
    return _otherwise(word, _whole(own, told), sure, other)


def _otherwise(word: Word, told: str, sure: float, other: Reading) -> Word:
    """Return the word where the other engine sees another one."""
    own = parts_of(word.text)[1]
    told_of = _with(word, told, parts_of(other.text)[2])
    if word.confidence >= HARDLY and (sure >= SETTLES or plain(told) == plain(own)):
        return replace(told_of, confidence=max(word.confidence, SETTLED))
    doubt = min(max(word.confidence, HARDLY), OPEN)
    return replace(told_of if sure > word.confidence else word, confidence=doubt)


def _whole(own: str, told: str) -> str:
    """Return the reading that lost nothing, where they differ in a dot or a doubled narrow sign.

    Dots get lost ("J.LJ."), and of "ii" the other engine may see one.
    """
    if own.replace(".", "") == told.replace(".", "") or _single(own) == _single(told):
        return max(own, told, key=len)
    return told


def _single(text: str) -> str:
    return re.sub(r"([iIl])\1+", r"\1", text)


def _agreed(word: Word, sure: float) -> Word:
    if sure < TOLD:
        return word
    if (1 - word.confidence) * (1 - sure) > BOTH:
        return replace(word, confidence=min(word.confidence, OPEN))
    return replace(word, confidence=max(word.confidence, ALIKE))


def _weighed_mail(word: Word, other: Reading) -> Word:
    _, own, _ = parts_of(word.text)
    other = replace(other, text=other.text.replace("!", "l"))  # "mail.n!"
    told = with_initial(_same_words(own, other.text))
    sure = other.of(told[1:]).confidence  # its first sign may have been put right
    if not own or not told or " " in told or told in {own[1:], own[:-1]}:
        return word
    doubted = replace(word, confidence=min(word.confidence, UNLIKE))
    if sure < TOLD:
        return word if told == own else doubted
    told_of = _with(word, told, parts_of(other.text)[2])
    if not _is_plain(own, told):
        return doubted if _holds_more(own, told) else replace(doubted, text=told_of.text)
    if told in {own, own.lower()}:
        return replace(_agreed(word, sure), text=told_of.text)
    if sure >= SETTLES:
        return replace(told_of, confidence=max(word.confidence, ALIKE))
    return replace(doubted, text=told_of.text) if sure > word.confidence else doubted


def _is_plain(own: str, told: str) -> bool:
    """Tell whether nothing in an address is open that neither engine can settle.

    A sign like an l at its beginning, or a capital that only one of them saw.
    """
    is_capital = told != own and not told.islower()
    return not (_LIKE_L.match(told) or is_capital or _holds_more(own, told))


def _holds_more(own: str, told: str) -> bool:
    """Tell whether readings differ in what the picture shows of other words, or in "ii" for "i"."""
    return told != own and (told.endswith(own) or _single(told) == _single(own))


def with_initial(text: str) -> str:
    """Return an e-mail address with a letter for the figure that it begins with.

    >>> with_initial("1.bos@example.nl"), with_initial("1bos@example.nl")
    ('l.bos@example.nl', '1bos@example.nl')
    """
    return _INITIAL.sub(lambda found: "o" if found["sign"] == "0" else "l", text)


def whole_sureness(look: Reading) -> float:
    """Return how sure an address is that only the other engine saw in one piece."""
    return ALIKE if look.confidence >= SETTLES else UNLIKE


def _with(word: Word, told: str, end: str) -> Word:
    """Return the word with another text between the signs around it."""
    before, _, after = parts_of(word.text)
    return replace(word, text=before + told + (after or end))


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


def _look_alike(own: str, told: str) -> bool:
    """Tell whether two readings differ only in signs that look alike."""
    return own.translate(_ALIKE_SIGNS) == told.translate(_ALIKE_SIGNS)


def _with_lookalikes(word: Word, own: str, told: str) -> Word:
    """Return "DOS702843" where one engine saw "D0S702843": between letters stands an O.

    In a code what stands beside a sign tells, or else it stays doubtful. In a name no figure
    stands, and a capital at the beginning alone: "El" for "EI", "Irenehof" for "lrenehof".
    """
    is_code = sum(map(str.isdigit, told)) >= FIGURES
    resolve = _in_code if is_code else _in_name
    signs = [resolve(pair, own, at) for at, pair in enumerate(zip(own, told, strict=True))]
    if "" in signs:
        return replace(word, confidence=min(word.confidence, OPEN))
    text = word.text.replace(own, "".join(signs))
    return replace(word, text=text, confidence=max(word.confidence, SETTLED))


def _in_code(pair: tuple[str, str], own: str, at: int) -> str:
    """Return which of two signs that look alike stands in a code; empty when nothing tells."""
    beside = own[max(at - 1, 0) : at] + own[at + 1 : at + 2]
    if pair[0] == pair[1] or "o" in pair or beside.isalpha():
        return max(pair)  # of "0" and "O" the letter
    return min(pair) if beside.isdigit() else ""


def _in_name(pair: tuple[str, str], own: str, at: int) -> str:
    if pair[0] == pair[1] or pair[0].translate(_ALIKE_SIGNS) == "0":
        return max(pair)
    return "l" if own[max(at - 1, 0) : at].isalpha() else "I"


def _same_words(own: str, told: str) -> str:
    """Return of what the other engine saw the part that is this word.

    The picture may show the edge of what stands beside it ("3828 JX" for "3828", "Dorpsweg.2" for
    "Dorpsweg"), and the other engine puts spaces around a wide dash.
    """
    bare = parts_of(told)[1]
    parts = [parts_of(part)[1] for part in bare.split()]
    if own in parts[:1] + parts[-1:] or (len(own) >= LONG and bare.startswith(f"{own}.")):
        return own
    return bare.replace(" ", "") if bare.replace(" ", "") == own else bare


def parts_of(text: str) -> tuple[str, str, str]:
    """Return the signs before a word, the word, and the signs after it.

    >>> parts_of("(DOS702843).")
    ('(', 'DOS702843', ').')
    """
    found = _ENDS.match(text)
    return (found[1], found[2], found[3]) if found else ("", text, "")


def plain(text: str) -> str:
    """Return a word without its accents: Tesseract's Dutch model knows no "ş" or "ł"."""
    return without_accents(text.translate(_STROKED))
