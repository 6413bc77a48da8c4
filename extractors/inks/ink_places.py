"""Measure the ink where people sign: what it is like and where it stands.

What it is, is not decided here.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz, process

from extractors.document import PT_PER_MM, Box, Line, PageImage, Word
from extractors.inks.closing import Zone, closes
from extractors.inks.frames import frames_in
from extractors.inks.ink import Ink, find_ink
from extractors.layout import em_of

# Capitals only: "ontvangen" in a sentence is no stamp.
_STAMP = re.compile(
    r"(BINNEN|IN)GEKOMEN|ONTVANGEN|ONTVANGST|GEZIEN|KOPIE|AFSCHRIFT|PARAAF|RECEIVED|INGEBOEKT|"
    r"GEREGISTREERD|POSTREGISTRATIE|AFGEHANDELD|GESCAND"
)
# Stamps are worn and stand askew: of their words a letter or two is misread, or the begin is lost.
_STAMPED = (
    "BINNENGEKOMEN", "INGEKOMEN", "ONTVANGEN", "GEZIEN", "INGEBOEKT", "GEREGISTREERD",
    "POSTREGISTRATIE", "AFGEHANDELD",
)  # fmt: skip
SAME_STAMP, LEAST_STAMP = 80, 6
_YEAR = re.compile(r"(?<!\d)20[2-9]\d(?!\d)")
SURE = 0.7
# A stamp that begins above the zone is cut off there, and its circle with it.
STAMP_MM, CUT_MM = 35.0, 12.0
# A name of so many letters stays the same with one letter in five misread.
LEAST_NAME, LONG_NAME, SAME_NAME = 4, 5, 80
LEFT_TO_SIGN_MM = 11.0  # between closing and name: two white lines and more
OWN_MM = 2.0  # so far off the margin a line of the letter begins
ROOM_TO_SIGN_MM = 55.0
# No word is as flat: an "a" is half as high.
FLAT_EM = 0.42


@dataclass(frozen=True, slots=True)
class Features:
    """What some ink is like and where it stands: all that the score knows of it."""

    ink: Ink
    distance: float  # millimetres below the closing; negative above it
    aside: float  # millimetres left or right of the column of closing and name
    before: float  # millimetres that the ink ends left of all print; negative under it
    words: int  # printed words that the ink runs over
    read: float  # share of the ink's width that OCR could read, weighed by how surely
    stamped: bool  # the words of an office's stamp stand in or beside the ink
    readable: bool  # the page was read well enough to tell print from ink
    dated: bool = False  # a year was read in it: nobody signs with one, stamps have one
    echoed: float = 0.0  # how surely a name was read in it that is printed beside or below it too
    headed: float = 0.0  # as surely a name that stands above the closing: in the letterhead
    framed: bool = False  # it stands in a frame with the words or the date of a stamp
    past_name: bool = False  # room to sign was left above the name, and it stands below and past it
    outside: bool = False  # people sign in a frame here, and it stands outside of that


def features_in(zone: Zone) -> Iterator[Features]:
    """Measure the groups of strokes in a zone that are no print, and where they stand."""
    image = zone.page.page.image
    if image is None:
        return
    em = em_of(zone.page.page)
    printed = [whole(word, em) for word in zone.printed()]
    top, left, right = zone.box.top, 70.0, 400.0
    if zone.closing is not None:
        closing = zone.closing.box
        # A signature of 60 mm may start at the left of the closing.
        top, left, right = closing.bottom, closing.x0, max(closing.x1, closing.x0 + 170.0)
    prose = [line.box.x0 for line in zone.page.lines if len(line.words) > 1]
    margin = min([left, *prose])
    stamp_words = [word for word in zone.page.page.words if _is_of_stamp(word)]
    frames = frames_in(image, zone.box)
    stamps = [frame for frame in frames if _is_of_office(frame, zone, stamp_words)]
    rooms = [frame for frame in frames if _is_room_to_sign(frame, zone)]
    names = [word for word in zone.printed() if _is_name(word)]
    heading = [word for word in _above(zone) if _is_name(word)]
    own = set(_of_letter(zone, (left, margin)))
    signers = list(_names_below(zone))
    others = [word for word in zone.page.page.words if word not in own]
    for ink in _inks_in(zone, image):
        inside = [word for word in others if ink.box.contains(word.box)]
        yield Features(
            ink,
            distance=(ink.box.top - top) / PT_PER_MM,
            aside=max(left - ink.box.x1, ink.box.x0 - right, 0.0) / PT_PER_MM,
            before=(margin - ink.box.x1) / PT_PER_MM,
            words=sum(box.overlaps(ink.box) for box in printed),
            read=sum(word.box.width * word.confidence**2 for word in inside) / ink.box.width,
            stamped=any(_reach(ink.box).overlaps(word.box) for word in stamp_words),
            readable=zone.readable,
            dated=any(_YEAR.search(word.text) and word.confidence > SURE for word in inside),
            echoed=_echoed(inside, [each for each in names if _is_below(each.box, ink.box)]),
            headed=_echoed(inside, heading),
            framed=any(_stands_in(ink.box, frame) for frame in stamps),
            past_name=any(_is_past(ink.box, line) for line in signers),
            outside=bool(rooms) and not any(frame.contains(ink.box) for frame in rooms),
        )


def _is_of_stamp(word: Word) -> bool:
    if _STAMP.match(word.text):
        return True
    letters = "".join(filter(str.isalpha, word.text))
    if len(letters) < LEAST_STAMP or not letters.isupper():
        return False
    return (
        process.extractOne(letters, _STAMPED, scorer=fuzz.ratio, score_cutoff=SAME_STAMP)
        is not None
    )


def _stands_in(box: Box, frame: Box) -> bool:
    return frame.contains(box) and box.width < frame.width


def _is_of_office(frame: Box, zone: Zone, stamp_words: Sequence[Word]) -> bool:
    """Tell the frame of a stamp: in one of a form it says that people sign there."""
    if any(closes(line) for line in zone.page.lines if frame.contains(line.box)):
        return False
    words = [word for word in zone.page.page.words if frame.contains(word.box)]
    return any(_YEAR.search(word.text) or word in stamp_words for word in words)


def _is_room_to_sign(frame: Box, zone: Zone) -> bool:
    """Tell a frame that is labelled to be signed in; one of the label alone has no room."""
    closing = zone.closing
    is_wide = frame.width >= ROOM_TO_SIGN_MM * PT_PER_MM
    return closing is not None and is_wide and frame.contains(closing.box)


def _of_letter(zone: Zone, margins: Sequence[float]) -> Iterator[Word]:
    """Yield the printed words of lines that begin where the closing or the text does.

    Who signs over the closing or the own name has written none of them. A stamp stands elsewhere.
    """
    printed = set(zone.printed())
    for line in zone.page.lines:
        if any(abs(line.box.x0 - margin) < OWN_MM * PT_PER_MM for margin in margins):
            yield from printed.intersection(line.words)


def _names_below(zone: Zone) -> Iterator[Line]:
    """Yield the lines in the column of the closing, with room to sign above them and a name."""
    closing = zone.closing
    if closing is None:
        return
    printed = set(zone.printed())
    for line in zone.page.lines:
        has_room = line.box.top - closing.box.bottom > LEFT_TO_SIGN_MM * PT_PER_MM
        is_below = has_room and abs(line.box.x0 - closing.box.x0) < OWN_MM * PT_PER_MM
        if is_below and printed.issuperset(line.words) and any(map(_is_name, line.words)):
            yield line


def _is_past(ink: Box, name: Line) -> bool:
    """Tell ink lower than a name and to the right of it: people sign over the name or beside it."""
    return ink.top > name.box.bottom and ink.x0 > name.box.x1


def _above(zone: Zone) -> Iterator[Word]:
    """Yield the words that were read for certain on the page above the part that is signed."""
    for line in zone.page.lines:
        if line.box.bottom < zone.box.top:
            yield from (word for word in line.words if word.confidence > SURE)


def _is_below(box: Box, ink: Box) -> bool:
    """Tell what stands beside or below ink: the body of a letter does not."""
    return box.bottom > ink.top and not box.overlaps(ink)


def _is_name(word: Word) -> bool:
    return word.text[:1].isupper() and len(_letters(word)) >= LEAST_NAME


def _letters(word: Word) -> str:
    return "".join(filter(str.isalpha, word.text.casefold()))


def _echoed(read: Sequence[Word], names: Sequence[Word]) -> float:
    """Return how surely one of the names was read; of a pen seldom a whole name is read."""
    return max(
        (word.confidence for word in read for name in names if _is_same(word, name)), default=0.0
    )


def _is_same(word: Word, name: Word) -> bool:
    one, other = _letters(word), _letters(name)
    if min(len(one), len(other)) < LONG_NAME:
        return one == other
    return fuzz.ratio(one, other) >= SAME_NAME


def _inks_in(zone: Zone, image: PageImage) -> list[Ink]:
    """Find ink, and see where it reaches above the zone whether it is of a round stamp."""
    found = _inks_of(zone, image)
    cut = [each for each in found if _is_cut(each, zone)]
    if not cut:
        return found
    above = _inks_of(replace(zone, box=_reaching(zone.box, STAMP_MM)), image)
    return [_as_above(each, above) if each in cut else each for each in found]


def _inks_of(zone: Zone, image: PageImage) -> list[Ink]:
    em = em_of(zone.page.page)
    printed = [whole(word, em) for word in zone.printed()]
    doubtful = [(whole(word, em), len(_letters(word))) for word in zone.doubtful()]
    return list(find_ink(image, zone.box, printed, doubtful=doubtful))


def _is_cut(ink: Ink, zone: Zone) -> bool:
    reaches = ink.box.top - zone.box.top < PT_PER_MM
    return zone.closing is not None and reaches and ink.box.height > CUT_MM * PT_PER_MM


def _reaching(box: Box, up_mm: float) -> Box:
    return box._replace(top=max(box.top - up_mm * PT_PER_MM, 0.0))


def _as_above(ink: Ink, above: Sequence[Ink]) -> Ink:
    """Return ink with the share of it that stands in a circle, seen with what is above it."""
    ringed = [each.ringed for each in above if each.box.overlaps(ink.box)]
    return replace(ink, ringed=max([ink.ringed, *ringed]))


def whole(word: Word, em: float) -> Box:
    """Return where a word stands; beside dashes OCR gives it their height."""
    box = word.box
    if box.height > FLAT_EM * em or sum(map(str.isalpha, word.text)) < 3:
        return box
    middle = box.center[1]
    return Box(box.x0, middle - em / 2, box.x1, middle + em / 2)


def _reach(box: Box) -> Box:
    margin = 8 * PT_PER_MM
    return box.grown(margin, margin)
