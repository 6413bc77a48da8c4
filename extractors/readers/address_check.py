"""Strokes in house numbers and letters in postcodes are read again at other scales, and compared.

One wrong sign is another house, and no rule of addresses shows it. Figures are settled by the other
engine; strokes ("327-II") look alike to both. The letters of a postcode are compared where they
were not read for certain: a J is easily read as an I or an L.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from extractors.document import Word, around
from extractors.readers.flags import Seen, look_at
from extractors.readers.looks import AGREED, CERTAIN, DOUBT, Crop, picture_of, read_alone
from extractors.readers.second_reading import lines_of

if TYPE_CHECKING:
    from extractors.readers.work import Work

LOOKS_DPI: Final = (185.0, 140.0)
MOST: Final = 8  # words of one page
LEAST_LOOK: Final = 0.25  # less sure, a look that has another figure says nothing
UNLIKE: Final = 0.3  # of a number of which a look has other strokes: one in three is wrong
ALIKE: Final = 0.8  # of the one postcode that can be meant, read in one shape at every scale
# "6S1I" beside a place is "6511": what is read so counts as figures; "485)KE" has a sign for one.
_CODE: Final = re.compile(
    r"(?=(?:\D?\d){2})[1-9SIlB][\dOoIl|SBZLJ)(\]\[?/]{3}(?P<letters>[A-Z][A-Z}])?[,.]?"
)
_AS_FIGURES: Final = str.maketrans("OoIl|LJSBZ", "0011111582")
# With what scanners take capitals for: "6059 Al" for "6059 AJ", "6059 Aj" where a J hangs low.
_LETTERS: Final = re.compile(r"(?P<letters>[A-Z][A-Z01l|\]j}]|[01l|j][A-Z])[,.]?")
# Postcodes have no F, I, O, Q, U or Y, but for a few of large offices.
_PRINTED: Final = re.compile(r"[ABCDEGHJKLMNPRSTVWXZ]{2}")
_WHOLE: Final = re.compile(r"[1-9]\d{3}(?P<letters>[A-Z]{2})\W*")
_LOW_J: Final = str.maketrans("j}", "JJ")
_LEFT_OF_J: Final = str.maketrans("Il|1]", "JJJJJ")
_NUMBER: Final = re.compile(r"\d{1,4}(?:[A-Za-z]|[-/][IVl1|]{1,3})?[,.]?")
# "327-1l" is "327-II": which floor, in strokes that scans have in every shape.
_STROKES: Final = re.compile(r"(\d{1,4}[-/])([Il1|]{1,3})([,.]?)")
_ONES: Final = re.compile(r"\d{1,4}[-/](1{1,2})[,.]?")
FLAG_DPI: Final = 300.0  # at which the flag of a 1 is looked for
FEWEST_STROKES: Final = 2  # one may be a 1
MOST_STROKES: Final = 3


def check_addresses(
    words: Sequence[Word], *, crop: Crop, work: "Work", settled: Collection[int] = ()
) -> tuple[Word, ...]:
    """Return the words with the numbers of addresses compared with two more readings.

    `settled` are the places of words that both engines read alike, or the other one surely.
    """
    checked = list(words)
    numbers = list(_numbers(words))
    for index, is_code in [each for each in numbers if each[0] not in settled][:MOST]:
        checked[index] = _with_strokes_or_letters(words[index], crop, work, is_code=is_code)
    for index in [at for at, is_code in numbers if not is_code][:MOST]:
        checked[index] = _with_flags(checked[index], crop)
    for code, at in list(_code_letters(words))[:MOST]:
        checked[at] = _with_code_letters(checked[code], checked[at], crop, work)
    return tuple(checked)


def _code_letters(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Yield where a postcode and its letters stand, when these were not read for certain."""
    at = 0
    for line in lines_of(words):
        for code in range(at, at + len(line)):
            if _is_code(words, code, at + len(line) - 1):
                match = _CODE.fullmatch(words[code].text)
                last = code + int(match is not None and not match["letters"])
                if words[last].confidence < CERTAIN or not _is_usual(words[last].text):
                    yield code, last
        at += len(line)


def _is_usual(text: str) -> bool:
    return bool(_PRINTED.fullmatch(text.strip(",.")[-2:]))


def _with_code_letters(code: Word, word: Word, crop: Crop, work: "Work") -> Word:
    """Return the letters as most looks see them, doubtful where they differ."""
    word = replace(word, text=word.text.translate(_LOW_J))
    whole = replace(word, box=around((code.box, word.box)))
    looks = [read_alone(whole, crop, dpi, work) for dpi in LOOKS_DPI]
    told = [(look, letters) for look in looks if (letters := _told(look))]
    own = word.text.rstrip(",.")[-2:]
    votes = Counter([*([own] if _is_usual(own) else []), *(letters for _, letters in told)])
    if not told and _is_usual(own):
        return word
    if not votes:
        return _with_left_of_j(word, looks)
    chosen = votes.most_common(1)[0][0]
    end = len(word.text.rstrip(",."))
    text = word.text[: end - 2] + chosen + word.text[end:]
    sure = max([word.confidence, *(min(AGREED, look.confidence) for look, _ in told)])
    figures = {_figures(each.text) for each in (word, *looks) if _told(each)}
    if len(figures) > 1:
        return replace(word, text=text, confidence=min(word.confidence, DOUBT))
    is_agreed = len(votes) == 1 and votes[chosen] > 1
    return replace(word, text=text, confidence=sure if is_agreed else min(sure, DOUBT))


def _with_left_of_j(word: Word, looks: Sequence[Word]) -> Word:
    """Return "AJ" for "Al": of a J without its hook an l is left, and no postcode has an I.

    An I that every look sees stays, doubtful: people do write postcodes that do not exist.
    """
    end = len(word.text.rstrip(",."))
    read = word.text[end - 2 : end]
    if "I" in read and all(each.text.rstrip(",.")[-2:] == read for each in looks):
        return replace(word, confidence=min(word.confidence, DOUBT))
    own = read.translate(_LEFT_OF_J)
    alike = all(each.text.rstrip(",.")[-2:].translate(_LEFT_OF_J) == own for each in looks)
    text = word.text[: end - 2] + own + word.text[end:]
    return replace(word, text=text, confidence=ALIKE if alike else min(word.confidence, DOUBT))


def _told(look: Word) -> str:
    """Return the letters that a look saw behind four figures, if a postcode can have them."""
    match = _WHOLE.fullmatch(look.text.translate(_LOW_J))
    return match["letters"] if match and _is_usual(match["letters"]) else ""


def address_numbers(words: Sequence[Word]) -> Iterator[int]:
    """Yield where postcodes and the house numbers before them stand among the words."""
    return (at for at, _ in _numbers(words))


def _numbers(words: Sequence[Word]) -> Iterator[tuple[int, bool]]:
    """Yield where they stand, and whether it is a postcode: "240B" is one only where one stands."""
    before: list[int] = []
    at = 0
    for line in lines_of(words):
        own = list(range(at, at + len(line)))
        at += len(line)
        code = next((index for index in own if _is_code(words, index, own[-1])), None)
        if code is not None:
            left = [index for index in own if index < code and _NUMBER.fullmatch(words[index].text)]
            above = [index for index in before if _NUMBER.fullmatch(words[index].text)]
            yield from ((number, False) for number in (left or above)[-1:])
            yield code, True
        before = own


def _is_code(words: Sequence[Word], index: int, last: int) -> bool:
    match = _CODE.fullmatch(words[index].text)
    if match is None:
        return False
    follows = index < last and bool(_LETTERS.fullmatch(words[index + 1].text))
    return bool(match["letters"]) or follows


def _with_strokes_or_letters(word: Word, crop: Crop, work: "Work", *, is_code: bool) -> Word:
    if is_code and _is_lettered(word):
        return _with_code_figures(word, [read_alone(word, crop, dpi, work) for dpi in LOOKS_DPI])
    if word.confidence < CERTAIN and _STROKES.fullmatch(word.text):
        return _with_strokes(word, [read_alone(word, crop, dpi, work) for dpi in LOOKS_DPI])
    return word


def _tells(look: Word) -> bool:
    return look.confidence >= LEAST_LOOK


def _with_strokes(word: Word, looks: Sequence[Word]) -> Word:
    """Return "327-II" for "327-1l" when looks see as many strokes, doubtful where they differ.

    How sure an engine is of "1l" says little; two strokes that are both a 1 may be an eleven.
    """
    seen = [look for look in looks if _tells(look) or _STROKES.fullmatch(look.text)]
    readings = [word, *seen]
    told = [match for each in readings if (match := _STROKES.fullmatch(each.text))]
    if _has_three_strokes(told):
        return replace(word, text=f"{told[0][1]}III{told[0][3]}", confidence=ALIKE)
    votes = Counter((match[1], len(match[2])) for match in told)
    (number, count), most = votes.most_common(1)[0]
    end = told[0][3]
    signs = {sign for match in told if len(match[2]) == count for sign in match[2]}
    is_agreed = most == len(readings)
    if count < FEWEST_STROKES or (count == FEWEST_STROKES and signs == {"1"}):
        sure = max(each.confidence for each in readings if each.text)
        return replace(word, confidence=sure if is_agreed else min(sure, UNLIKE))
    text = f"{number}{'I' * count}{end}"
    own = _STROKES.fullmatch(word.text)
    if most == 1 or own is None or len(own[2]) != count:
        return replace(word, text=text, confidence=UNLIKE)
    return replace(word, text=text, confidence=ALIKE if is_agreed else DOUBT)


def _with_flags(word: Word, crop: Crop) -> Word:
    """Return "27-II" for a "27-11" whose last signs are no 1s, however sure engines are of it."""
    ones = _ONES.fullmatch(word.text)
    if ones is None or word.confidence <= UNLIKE:
        return word
    picture = picture_of(word, crop, FLAG_DPI).pixels
    seen = look_at(picture, len(ones[1])) if picture.size else None
    if seen is Seen.UNCLEAR:
        return replace(word, confidence=UNLIKE)
    if seen is not Seen.FLOOR:
        return word
    text = word.text[: ones.start(1)] + "I" * len(ones[1]) + word.text[ones.end(1) :]
    return replace(word, text=text, confidence=ALIKE)


def _has_three_strokes(told: Sequence[re.Match[str]]) -> bool:
    """Tell whether a reading has three strokes and another one nearly: engines lose one, add none.

    Of 165 "II" in 88 typefaces one was seen with three strokes, of 167 "III" 71 with fewer.
    """
    counts = sorted(len(match[2]) for match in told)
    same = len({match[1] for match in told}) == 1
    return same and counts[-1] == MOST_STROKES and counts[-2:-1] >= [FEWEST_STROKES]


def _is_lettered(word: Word) -> bool:
    """Tell whether letters stand where a postcode has figures: "6S1IJE"."""
    return bool(_CODE.fullmatch(word.text)) and not word.text[:4].isdigit()


def _with_code_figures(word: Word, looks: Sequence[Word]) -> Word:
    """Return the figures for letters of the same shape, which a postcode cannot have there.

    How sure an engine is of "6S1I" says little; that every look has the same shapes says more.
    """
    own = word.text[:4].translate(_AS_FIGURES)
    if not own.isdigit():
        return _with_seen_figures(word, looks)
    alike = all(each.text[:4].translate(_AS_FIGURES) == own for each in looks)
    return replace(word, text=own + word.text[4:], confidence=ALIKE if alike else DOUBT)


def _with_seen_figures(word: Word, looks: Sequence[Word]) -> Word:
    """Return the figures that every look has where a sign stands: "4852KE" for "485)KE"."""
    seen = {each.text[:4] for each in looks}
    figures = seen.pop() if len(seen) == 1 else ""
    pairs = zip(word.text[:4], figures, strict=False)
    fits = all(own == told or not own.isdigit() for own, told in pairs)
    if not (len(figures) == 4 and figures.isdigit() and fits):
        return replace(word, confidence=min(word.confidence, DOUBT))
    return replace(word, text=figures + word.text[4:], confidence=ALIKE)


def _figures(text: str) -> str:
    return "".join(char for char in text if char.isdigit())
