"""Find what may be the signature under a letter: ink, a certificate, a drawing or only a name.

On a scan, ink near the closing that is no print is measured and scored; a born-digital page has
no ink, there only certificates, drawn annotations, pictures and typed words can be seen.

Roles: "inkt", "digitaal", "annotatie", "plaatje" (pasted or drawn in a born-digital file; its
value is "inkt" too) and "getypt" (a name or formula in type; its value is empty). Marks:
"op_bijlage", "stempel", "krabbel" (so small that it may be initials or a tick).
"""

import math
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib import resources

from extractors.closing import Zone, zones_of
from extractors.document import (
    PT_PER_MM,
    Box,
    Certificate,
    Letter,
    LetterPage,
    Line,
    PageRole,
    Word,
)
from extractors.element import Candidate, ElementId, Evidence, Hints
from extractors.faint import find_faint
from extractors.ink import Ink, find_ink
from extractors.layout import em_of
from extractors.odds import logistic
from extractors.typeset import is_typeset

ELEMENT = ElementId.HANDTEKENING

# Ink that is less likely a signature than this is not worth a person's look.
LEAST = 0.08
# Where print could not be read it looks like ink: nothing is sure there.
UNREADABLE = 0.6
# What may be a stamp, a mark in the margin or a shadow is for a person to tell from a signature.
DOUBTED = 0.5
RING = 0.95  # share of its hull that is inked: a bold signature comes near, a ring has it all
RINGED = 0.6  # share of the ink inside the circle of a stamp: a signature runs out of it
MARGIN_MM = 4.0  # left of where the print begins

_FORMULA = re.compile(
    r"\bw\.\s?g\.|\b(was getekend|(digitaal|elektronisch) (ge|onder)tekend|niet ondertekend)\b|"
    r"\(handtekening\)",
    re.IGNORECASE,
)
# Capitals only: "ontvangen" in a sentence is no stamp.
_STAMP = re.compile(
    r"(BINNEN|IN)GEKOMEN|ONTVANGEN|ONTVANGST|GEZIEN|KOPIE|AFSCHRIFT|PARAAF|RECEIVED"
)
_ENCLOSED = (PageRole.AUTHORISATION, PageRole.ATTACHMENT, PageRole.DECISION)


# More pen than this (mm along the stroke) is no speck and no tick.
MUCH_INK_MM = 70.0
# No word is as flat: an "a" is half as high.
FLAT_EM = 0.42
# From the top of a capital to the foot of a "g" in type as large as people set their name in.
TALLEST_TYPE_MM = 9.5
# From this chance on a name in letters was set in type: for a person to tell. See typeset.toml.
TYPESET = 0.8
# Where faint traces count: so far below the closing, beside it, and no wider.
FAINT_MM = 30.0
FAINT_ASIDE_MM = 20.0
FAINT_WIDE_MM = 90.0
MANY_PIECES = 150
WINDING = 20  # corners: no hair has so many
TO_AND_FRO = 2.0  # times across its box: further than a hair lies
FLAT_MM = 4.7  # folds and lines of print are flatter, few signatures are
FLAT_TYPESET = 0.6  # as TYPESET, for what is as flat as print
LEAST_NAME_MM, MOST_NAME_MM = 45.0, 900.0  # along the stroke; charts and tables have more
JOINED_MM = 8.0  # no letter of a size that letters are printed in is as wide
PALE = 0.25  # so much paler than the print beside it is a pen, or a printer's other colour
DOUBT = 0.25  # above what the judge takes for nothing, below what it takes for a signature


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


def find(letter: Letter, hints: Hints) -> tuple[Candidate, ...]:
    """Return every trace of a signature, the most convincing first.

    What stands on an enclosed page comes last, with the mark "op_bijlage".
    """
    own = [*map(_certificate, letter.certificates), *_on_pages(_signed_pages(letter))]
    enclosed = [
        replace(each, marks=each.marks | {"op_bijlage"})
        for page in letter.with_role(*_ENCLOSED)
        if not page.page.in_part  # below its top stands print alone, which would look like ink
        for each in _on_pages((page,))
        if each.role != "getypt"
    ]
    return (*_best_first(own), *_best_first(enclosed))


def _best_first(candidates: Iterable[Candidate]) -> list[Candidate]:
    return sorted(candidates, key=lambda each: each.confidence, reverse=True)


def _signed_pages(letter: Letter) -> tuple[LetterPage, ...]:
    """Return the letter's own pages; one without words may hold nothing but the signature."""
    return letter.with_role(PageRole.LETTER, PageRole.CONTINUATION, PageRole.BLANK)


def _on_pages(pages: Sequence[LetterPage]) -> Iterator[Candidate]:
    zones = zones_of(pages)
    yield from _annotations(pages, zones)
    for zone in zones:
        yield from _on_paper(zone) if zone.page.page.is_paper else _pictures(zone)
        yield from _typed(zone)


def _certificate(certificate: Certificate) -> Candidate:
    sound = certificate.intact and certificate.valid
    confidence = 0.3 if not sound else 0.95 if certificate.covers_whole_file else 0.7
    place: tuple[Evidence, ...] = ()
    if certificate.page is not None and certificate.box is not None:
        place = (Evidence(certificate.page, certificate.box, certificate.signer),)
    return Candidate("digitaal", certificate.signer, place, confidence, "digitaal")


def _annotations(pages: Sequence[LetterPage], zones: Sequence[Zone]) -> Iterator[Candidate]:
    for each in pages:
        for box in each.page.ink_annotations:
            if max(box.width, box.height) < 5 * PT_PER_MM:
                continue
            near = any(zone.page is each and zone.box.overlaps(box) for zone in zones)
            evidence = (Evidence(each.page.number, box, ""),)
            yield Candidate("annotatie", "", evidence, 0.95 if near else 0.5, "annotatie")


def _pictures(zone: Zone) -> Iterator[Candidate]:
    """Find pictures and drawings of the size of a signature where one would be."""
    page = zone.page.page
    for box, confidence in [*((b, 0.7) for b in page.pictures), *((b, 0.6) for b in page.drawings)]:
        if zone.box.contains(box) and _has_size_of_signature(box):
            evidence = (Evidence(page.number, box, ""),)
            yield Candidate("inkt", "", evidence, confidence, "plaatje")


def _has_size_of_signature(box: Box) -> bool:
    width, height = box.width / PT_PER_MM, box.height / PT_PER_MM
    return 8 <= width <= 140 and 4 <= height <= 70


def _typed(zone: Zone) -> Iterator[Candidate]:
    """Find what is typed where the signature would be: "w.g.", or a name below the closing."""
    below = [line for line in zone.page.lines if _stands_below(line, zone)]
    for line in [each for each in below if _FORMULA.search(each.text)] or below[:1]:
        evidence = (Evidence(line.page, line.box, line.text),)
        yield Candidate("", line.text, evidence, 0.5 * line.confidence, "getypt")


def _stands_below(line: Line, zone: Zone) -> bool:
    if zone.closing is None:
        return bool(_FORMULA.search(line.text)) and zone.box.contains(line.box)
    return zone.box.contains(line.box) and line.box.top >= zone.closing.box.bottom - 2


def _on_paper(zone: Zone) -> Iterator[Candidate]:
    features = tuple(features_in(zone))
    inks = tuple(_inks(zone, features))
    yield from inks
    if not any(each.confidence >= DOUBT for each in inks):
        yield from _faint(zone, features)


def _inks(zone: Zone, every: Iterable[Features]) -> Iterator[Candidate]:
    for features in every:
        if _is_no_hand(features):
            continue
        confidence = max(min(score(features), _most(features)), _least_doubt(features))
        if confidence >= LEAST:
            evidence = (Evidence(zone.page.page.number, features.ink.box, ""),)
            yield Candidate("inkt", "", evidence, confidence, "inkt", _marks(features))


def _faint(zone: Zone, every: Iterable[Features]) -> Iterator[Candidate]:
    """Find what is too pale or broken to be measured, right below the closing."""
    image, closing = zone.page.page.image, zone.closing
    if image is None or closing is None or not zone.readable:
        return
    top, left = closing.box.bottom, closing.box.x0
    signed = Box(
        left - FAINT_ASIDE_MM * PT_PER_MM,
        top,
        left + FAINT_WIDE_MM * PT_PER_MM,
        min(top + FAINT_MM * PT_PER_MM, zone.box.bottom),
    )
    em = em_of(zone.page.page)
    known = [_whole(word, em) for word in zone.page.page.words]
    known += [each.ink.box for each in every if each.ink.ringed > RINGED or _is_no_hand(each)]
    place = find_faint(image, zone.box, signed, known)
    if place is not None:
        yield Candidate("inkt", "", (Evidence(zone.page.page.number, place, ""),), DOUBT, "inkt")


def _most(features: Features) -> float:
    """Return how sure ink with such features can be a signature at all.

    What damage, dirt and office leave near a closing can score as a signature does; of 130
    signatures on scans one or two in a hundred look like that, and those go to a person.
    """
    return DOUBTED if any(_looks_like(features).values()) else 1.0


def _looks_like(features: Features) -> dict[str, bool]:
    """Tell for each kind of thing that scores as a signature does whether the ink may be that."""
    ink = features.ink
    return {
        "a mark in the margin": features.before > MARGIN_MM or ink.box.height > 3 * ink.box.width,
        "the middle of a stamp": ink.ringed > RINGED,
        "a fold": (ink.box.height < FLAT_MM * PT_PER_MM and not _is_written(ink)) or _is_wide(ink),
        "a tick": ink.length < 25.0 or (ink.pieces == 1 and ink.corners < 7 and ink.length < 45.0),
        "a name in type": is_typeset(ink) >= TYPESET,
        "print that was not read": ink.lettering is None
        and ink.stroke_height < TALLEST_TYPE_MM
        and (
            (ink.letterlike > 0.45 and ink.pieces >= 12)
            or (ink.evenness > 0.75 and ink.pieces >= 7 and ink.letterlike < 0.45)
        ),
        "a hair": ink.corners < WINDING
        and ink.density < (0.05 if ink.pieces == 1 and ink.pen < 0.25 else 0.035)
        and ink.length < TO_AND_FRO * math.hypot(ink.box.width, ink.box.height) / PT_PER_MM,
        "a drawing": ink.length > MOST_NAME_MM,
        "the foot of a cup": ink.pen > 1.2 or (ink.outline > RING and ink.pen_variation < 0.12),
        "the back of the paper": ink.darkness < 0.15
        or (ink.darkness < 0.5 and ink.sharpness < 0.3),
    }


def _is_written(ink: Ink) -> bool:
    """Tell a small name in a hand from a fold and from print that was not read."""
    is_print = ink.lettering is None or (ink.paleness < PALE and is_typeset(ink) >= FLAT_TYPESET)
    return _goes_to_and_fro(ink) and not is_print


def _goes_to_and_fro(ink: Ink) -> bool:
    return ink.length >= max(LEAST_NAME_MM, TO_AND_FRO * ink.box.width / PT_PER_MM)


def _is_wide(ink: Ink) -> bool:
    """Tell a fold or a shadow from a large signature: a pen goes up and down."""
    if ink.box.width > 120.0 * PT_PER_MM:
        return True
    least = 6.0 if ink.corners >= WINDING else 12.0
    return ink.box.width > 70.0 * PT_PER_MM and ink.stroke_height < least


def _is_no_hand(features: Features) -> bool:
    """Tell what nobody signs with: a line under a name or beside the text, the foot of a cup."""
    ink = features.ink
    under = ink.box.height < 2.2 * PT_PER_MM and ink.box.width > 6 * ink.box.height
    cup = ink.ringed > 0.4 and ink.darkness < 0.3 and ink.sharpness < 0.35
    upright = ink.box.height > 3 * ink.box.width
    beside = upright and features.before > (0.0 if _is_tall(ink) else MARGIN_MM)
    return under or beside or cup


def _is_tall(ink: Ink) -> bool:
    """Tell a line drawn along several lines of text."""
    return ink.box.height > 25.0 * PT_PER_MM


def _least_doubt(features: Features) -> float:
    """Return how far much ink below the closing speaks for itself, however faint or broken.

    A copy of a copy breaks a thin pen in pieces that look like dirt. Asking a citizen again for a
    signature that a person would see is worse than a look by that person.
    """
    if features.ink.pieces > MANY_PIECES and _is_near(features):
        return DOUBT  # print that was not read, or paper so dirty that a pen would drown in it
    drawn = features.ink.length >= MUCH_INK_MM and features.ink.stroke_height >= 2.0
    near = features.aside == 0 and -5.0 <= features.distance <= 35.0
    # Words on one line are print only when something of them could be read.
    even = features.ink.evenness > 0.5 and features.read > 0.15
    is_print = features.stamped or features.read > 0.7 or even
    return DOUBT if drawn and near and not is_print else 0.0


def _is_near(features: Features) -> bool:
    """Tell whether ink stands, or begins, where people sign below a closing."""
    foot = features.distance + features.ink.box.height / PT_PER_MM
    return features.aside == 0 and features.distance <= FAINT_MM and foot > 0


def _marks(features: Features) -> frozenset[str]:
    ink = features.ink
    marks = {
        "stempel": features.stamped or ink.outline > RING or ink.ringed > RINGED,
        "krabbel": ink.stroke < 8.0 or ink.length < 22.0,
    }
    return frozenset(mark for mark, holds in marks.items() if holds)


def features_in(zone: Zone) -> Iterator[Features]:
    """Measure the groups of strokes in a zone that are no print, and where they stand."""
    image = zone.page.page.image
    if image is None:
        return
    em = em_of(zone.page.page)
    printed = [_whole(word, em) for word in zone.printed()]
    top, left, right = zone.box.top, 70.0, 400.0
    if zone.closing is not None:
        closing = zone.closing.box
        # A signature of 60 mm may start at the left of the closing.
        top, left, right = closing.bottom, closing.x0, max(closing.x1, closing.x0 + 170.0)
    prose = [line.box.x0 for line in zone.page.lines if len(line.words) > 1]
    margin = min([left, *prose])
    stamp_words = [word for word in zone.page.page.words if _STAMP.match(word.text)]
    for ink in find_ink(image, zone.box, printed):
        inside = [word for word in zone.page.page.words if ink.box.contains(word.box)]
        yield Features(
            ink,
            distance=(ink.box.top - top) / PT_PER_MM,
            aside=max(left - ink.box.x1, ink.box.x0 - right, 0.0) / PT_PER_MM,
            before=(margin - ink.box.x1) / PT_PER_MM,
            words=sum(box.overlaps(ink.box) for box in printed),
            read=sum(word.box.width * word.confidence**2 for word in inside) / ink.box.width,
            stamped=any(_reach(ink.box).overlaps(word.box) for word in stamp_words),
            readable=zone.readable,
        )


def _whole(word: Word, em: float) -> Box:
    """Return where a word stands; beside dashes OCR gives it their height."""
    box = word.box
    if box.height > FLAT_EM * em or sum(map(str.isalpha, word.text)) < 3:
        return box
    middle = box.center[1]
    return Box(box.x0, middle - em / 2, box.x1, middle + em / 2)


def _reach(box: Box) -> Box:
    margin = 8 * PT_PER_MM
    return Box(box.x0 - margin, box.top - margin, box.x1 + margin, box.bottom + margin)


def inputs_of(features: Features) -> dict[str, float]:
    """Turn features into the inputs of the score: about 0 to 1 each, and steady beyond."""
    ink = features.ink
    diagonal = max(math.hypot(ink.stroke_width, ink.stroke_height), 1.0)
    as_print = 0.0 if _is_joined_by_a_pen(ink) else 1.0
    return {
        "stroke": math.log(max(min(ink.stroke, 30.0), 1.0) / 8.0),
        "height": math.log(max(min(ink.stroke_height, 20.0), 0.5) / 6.0),
        "length": math.log(max(min(ink.length, 200.0), 2.0) / 40.0),
        "winding": min(ink.stroke_length / diagonal, 5.0) - 2.0,
        "simple": max(14 - ink.corners, 0) / 10.0,
        "tick": max(14 - ink.corners, 0) / 10.0 * max(2.0 - ink.stroke_length / diagonal, 0.0),
        "read": as_print * min(features.read, 1.0),
        "thick": min(max(ink.pen - 0.8, 0.0), 1.5),
        "uneven_pen": min(ink.pen_variation, 1.0),
        "blurred": max(0.28 - ink.sharpness, 0.0) * 10.0,
        "outline": ink.outline**2,
        "letterlike": as_print * ink.letterlike,
        "even": as_print * ink.evenness,
        "pieces": math.log(max(ink.pieces, 1)),
        "density": min(ink.density, 0.25),
        "far": min(max(features.distance - 25.0, 0.0), 50.0) / 25.0,
        "aside": min(features.aside, 40.0) / 20.0,
        "stamped": float(features.stamped),
    }


def _is_joined_by_a_pen(ink: Ink) -> bool:
    """Tell a name in joined letters, paler than the print beside it: it is no print, however like.

    Of legible names OCR reads some letters, and they stand on one line.
    """
    winds = ink.corners >= 12 and _goes_to_and_fro(ink)
    return winds and ink.paleness >= PALE and ink.stroke_width >= JOINED_MM


def score(features: Features) -> float:
    """Return the chance that ink with these features is a signature."""
    weights = _weights()
    total = weights["constant"] + sum(
        weights[name] * value for name, value in inputs_of(features).items()
    )
    chance = logistic(total)
    return chance if features.readable else min(chance, UNREADABLE)


@lru_cache(maxsize=1)
def _weights() -> Mapping[str, float]:
    text = resources.files("extractors.elements").joinpath("handtekening.toml").read_text("utf-8")
    return {name: float(value) for name, value in tomllib.loads(text)["weights"].items()}
