"""Tell how likely ink is a signature: a score, and what else it may be.

The score is learnt (`ink_chance.toml`); what damage, dirt and office leave can score as a
signature does, and is told apart here by rules.
"""

import math
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources

from extractors.document import PT_PER_MM
from extractors.inks.closing import BELOW_MM
from extractors.inks.ink import Ink
from extractors.inks.ink_places import Features
from extractors.inks.typeset import is_typeset
from extractors.learnt.odds import logistic

# Where print could not be read it looks like ink: nothing is sure there.
UNREADABLE = 0.6
# What may be a stamp, a mark in the margin or a shadow is for a person to tell from a signature.
DOUBTED = 0.5
RING = 0.95  # share of its hull that is inked: a bold signature comes near, a ring has it all
WHOLE_RING = 0.99  # so much of it no scanned signature has, whatever lies over the ring
SMALLEST_RING_MM = 10.0
# In black and white a short stroke may be the largest that is left of a pen, and is its own hull.
STROKE_MM, SLENDER = 15.0, 0.25
RINGED = 0.6  # share of the ink inside the circle of a stamp: a signature runs out of it
MARGIN_MM = 4.0  # left of where the print begins
# More pen than this (mm along the stroke) is no speck and no tick.
MUCH_INK_MM = 40.0
# From the top of a capital to the foot of a "g" in type as large as people set their name in.
TALLEST_TYPE_MM = 9.5
# From this chance on a name in letters was set in type: for a person to tell. See typeset.toml.
TYPESET = 0.8
NEAR_MM = 30.0  # below the closing
LEAST_DARK = 0.19  # of a pen where print of the other side may shine through
BESIDE_MM = (-5.0, 30.0)  # from just above the foot of the closing to a name below it
MANY_PIECES = 150
FEW_LETTERS = 12  # pieces, of the words on a stamp
WINDING = 20  # corners: no hair has so many
HAIR = 2.0  # times across its box: further than a hair lies
TO_AND_FRO = 1.7  # times across its box: further than a fold or an underline goes
FLAT_MM = 4.7  # folds and lines of print are flatter, few signatures are
FLAT_TYPESET = 0.6  # as TYPESET, for what is as flat as print
LEAST_NAME_MM, MOST_NAME_MM = 45.0, 900.0  # along the stroke; charts and tables have more
LONGEST_LETTER_MM, TALL_LETTER_MM = 60.0, 6.0  # along the stroke, in letters so large
FULL = 0.5  # of its box that is inked: no scanned signature comes to it
DENSE, SMALL_DENSE = 0.25, 0.18  # inked share of its box from which on ink is as dense as can be
MOST_DENSE = 0.3  # of a name by itself; what was written over print is denser
NAME_WIDE_MM = 18.0
JOINED_MM = 8.0  # no letter of a size that letters are printed in is as wide
PALE = 0.25  # so much paler than the print beside it is a pen, or a printer's other colour
# Of letters set so evenly one in a hundred are a hand's, and of those most score as a signature.
SURELY_TYPESET, UNLIKELY = 0.97, 0.35
PEN_PALE, NEARLY_TYPESET, READ_AS_TYPE = 0.28, 0.95, 0.3
HEADED, HEADED_TYPESET = 0.75, 0.5  # a name as surely read as print, in letters that may be
READ_SURELY = 0.85  # a name in type; of names by hand hardly one is read so
# A felt-tip pen leaves a dark line with an edge, the foot of a cup does not; on grey paper and in
# soft pictures it is as dark as the print beside it, and no printed letter is as uneven.
WIDE_PEN_MM, FELT_DARK, FELT_SHARP = 1.2, 0.6, 0.3
FELT_GREY, FELT_UNEVEN = 0.4, 0.2
SOFT_DARK, SOFT_SHARP = 0.35, 0.22
# On a soft scan a pen is as soft as what shines through or the foot of a cup, but so is print:
# beside that a pen has an edge, a broad one that winds a little less, and it is darker.
PEN_CRISP, BROAD_CRISP, PEN_DARK = 0.6, 0.5, 0.22
BROAD_LEVEL = 0.4
AS_DARK = 0.2  # no paler than the print beside it
PALEST = 0.15  # darkness, where print does not tell
# Signatures are not the same on both sides, go around little, bend and lean: shares, see `strokes`.
MIRRORED, ENCLOSED, LEVEL, STRAIGHT, FEW_CORNERS = 0.8, 0.3, 0.55, 0.6, 12
# Arrows, crosses and stars are longer than a tick; of a signature so much is never straight.
# The frame of a stamp askew is one long stroke, and what it says stands in pieces like letters.
FRAMED_STRAIGHT, FRAMED_LETTERS = 0.4, 0.3
BENDS, NAME_MOST_MM = 0.3, 80.0
HARDLY_BENT, MORE_CORNERS, LONG_DRAWING_MM = 0.75, 16, 120.0
LEVEL_STROKE = 0.475  # of one stroke or two; what a scan left of more has other edges
STAMP_LEVEL, STAMP_LETTERS = 0.38, 0.15  # with as much in pieces of the size of letters
TALLEST_STROKE_MM = 12.0  # of letters in type that hang together
BOW = 1.3  # times across its box: an arc of a ring, a shadow along an edge
# Beside the column of closing and name so little ink is the mark of an office.
ASIDE_MM, SHORT_MARK_MM, SMALL_MARK_MM, FEW_PIECES = 15.0, 50.0, 15.0, 3
ON_A_LINE = 0.5
MOST_FRAMED = 0.6  # share of its hull that is inked: of the frame of a stamp most is
# So far right of closing and name nobody signs who has not come below the closing.
FAR_ASIDE_MM, BELOW_IT_MM = 40.0, 3.0
NOTE_ASIDE_MM = 12.0
NOTE_READ = 0.2  # share of ink far below or beside that was read: a note, a telephone number
GRAINY = (
    1.6  # spread of the width of a line: a pen's is less, that of a shadow in black and white more
)
REACHES_MM = 40.0  # so far below the closing ink that the zone cuts off is of something else
ZONE_END_MM = 1.0
DOUBT = 0.25  # above what the judge takes for nothing, below what it takes for a signature


def chance_of(features: Features) -> float:
    """Return how sure ink is a signature, as far as rules and score tell."""
    return max(min(score(features), _most(features)), _least_doubt(features))


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
        "a name in type": features.echoed > 0.0
        or (features.headed >= HEADED and is_typeset(ink) >= HEADED_TYPESET)
        or (
            is_typeset(ink) >= TYPESET
            and ink.stroke_height < TALLEST_STROKE_MM
            and not _is_pale_name(features)
        ),
        "print that was not read": ink.lettering is None
        and ink.stroke_height < TALLEST_TYPE_MM
        and (
            (ink.letterlike > 0.45 and ink.pieces >= 12)
            or (ink.evenness > 0.75 and ink.pieces >= 7 and ink.letterlike < 0.45)
        ),
        "a hair": ink.corners < WINDING
        and ink.density < (0.05 if ink.pieces == 1 and ink.pen < 0.25 else 0.035)
        and ink.length < HAIR * _diagonal(ink),
        "a note beside a stamp": features.stamped and features.aside > 0,
        "a stamp that was not read": features.dated
        and ink.pieces >= FEW_LETTERS
        and not _is_over_stamp(ink),
        "a drawing": ink.length > MOST_NAME_MM,
        "the foot of a cup": (ink.pen > WIDE_PEN_MM and not _is_felt_tip(ink)) or is_ring(ink),
        "the mark of an office": features.aside > ASIDE_MM and _is_short_mark(ink),
        "initials in a stamp": (features.stamped and _is_short_mark(ink))
        or (features.framed and not _is_over_stamp(ink)),
        "a note beside a form": features.outside,
        "a note below the name": features.past_name,
        "initials far below": features.distance > REACHES_MM and _is_short_mark(ink),
        "a note": _is_note(features),
        "grain": ink.pen_variation > GRAINY,
        "a word struck out": ink.density > FULL,
        "a drawing beside the text": features.aside > FAR_ASIDE_MM
        and _foot(features) < BELOW_IT_MM,
        "what goes on below": features.distance > REACHES_MM
        and _foot(features) > BELOW_MM - ZONE_END_MM,
        "the back of the paper": ink.darkness < 0.5
        and ink.sharpness < 0.3
        and _is_pale(ink)
        and not _has_edge(ink),
        **_has_shape_of(ink),
    }


def _has_shape_of(ink: Ink) -> dict[str, bool]:
    """Tell for each kind of drawing or print whether the ink may be that by its shape alone.

    Of scanned signatures one in a hundred looks so, whatever the scan did to them.
    """
    shape = ink.shape
    if shape is None:
        return {}
    return {
        "an ornament": shape.symmetry > MIRRORED,
        "an outline": shape.loop_share > ENCLOSED,
        "a code": shape.level > (LEVEL if ink.pieces > 2 else LEVEL_STROKE),
        "what is left of a stamp": shape.level > STAMP_LEVEL and ink.letterlike > STAMP_LETTERS,
        "a stamp in a frame": shape.straight > FRAMED_STRAIGHT and ink.pieces >= FEW_LETTERS
        and ink.letterlike > FRAMED_LETTERS,
        "straight lines": shape.straight > STRAIGHT and ink.corners <= FEW_CORNERS
        and ink.length < SHORT_MARK_MM,
        "an arrow or a star": shape.straight > HARDLY_BENT and ink.corners <= MORE_CORNERS
        and ink.length < LONG_DRAWING_MM,
    }  # fmt: skip


def _is_pale_name(features: Features) -> bool:
    """Tell an even hand from a typeface: a letter is printed in one ink, and a pen is paler.

    What a stamp prints is paler too; nothing of one stands near.
    """
    ink = features.ink
    is_pen = ink.paleness >= PEN_PALE and is_typeset(ink) < NEARLY_TYPESET
    of_stamp = features.stamped or features.framed or features.dated or features.aside > ASIDE_MM
    return is_pen and not of_stamp and features.read < READ_AS_TYPE


def _is_pale(ink: Ink) -> bool:
    """Tell ink that is paler than the print beside it, as what shines through always is."""
    return ink.paleness > AS_DARK or ink.darkness < PALEST


def _has_edge(ink: Ink) -> bool:
    """Tell a pen on a soft scan from what shines through: beside the print it has an edge."""
    is_broad = ink.pen > WIDE_PEN_MM and ink.corners >= WINDING
    return ink.crispness > (BROAD_CRISP if is_broad else PEN_CRISP) and ink.darkness > PEN_DARK


def _is_note(features: Features) -> bool:
    """Tell words in a hand far below the closing, or on one line beside its column."""
    aside = features.aside > NOTE_ASIDE_MM and features.ink.evenness > ON_A_LINE
    return features.read > NOTE_READ and (features.distance > NEAR_MM or aside)


def _is_felt_tip(ink: Ink) -> bool:
    if ink.outline > RING or not _goes_to_and_fro(ink) or _is_level(ink):
        return False
    if _has_edge(ink) and ink.corners >= WINDING:
        return True
    is_as_dark = ink.paleness < AS_DARK
    # In a soft picture the letters are no sharper than the foot of a cup, but that hardly winds.
    if is_as_dark and ink.corners >= WINDING and ink.darkness > SOFT_DARK:
        return ink.sharpness > SOFT_SHARP
    is_grey = ink.darkness > FELT_GREY and is_as_dark and ink.pen_variation > FELT_UNEVEN
    return ink.sharpness > FELT_SHARP and (ink.darkness > FELT_DARK or is_grey)


def _is_over_stamp(ink: Ink) -> bool:
    """Tell a name that runs through a stamp: one stroke winds on as no letter and no frame does."""
    winds = ink.corners >= WINDING and ink.outline < MOST_FRAMED
    return winds and ink.stroke_length >= LONGEST_LETTER_MM and ink.stroke >= SMALL_MARK_MM


def _is_level(ink: Ink) -> bool:
    """Tell large letters in print: they stand level and upright as no broad pen does."""
    return ink.shape is not None and ink.shape.level > BROAD_LEVEL


def is_ring(ink: Ink) -> bool:
    """Tell the outline of a stamp or the foot of a cup; so small it is a letter."""
    if ink.stroke < SMALLEST_RING_MM:
        return False
    if ink.stroke < STROKE_MM and ink.slenderness < SLENDER:
        return False
    return ink.outline > WHOLE_RING or (ink.outline > RING and ink.pen_variation < 0.12)


def _is_short_mark(ink: Ink) -> bool:
    is_short = ink.length < SHORT_MARK_MM and ink.stroke < SMALL_MARK_MM
    return is_short and ink.pieces <= FEW_PIECES


def _is_written(ink: Ink) -> bool:
    """Tell a small name in a hand from a fold and from print that was not read."""
    is_print = ink.lettering is None or (ink.paleness < PALE and is_typeset(ink) >= FLAT_TYPESET)
    return _goes_to_and_fro(ink) and not is_print


def _goes_to_and_fro(ink: Ink) -> bool:
    return ink.length >= max(LEAST_NAME_MM, TO_AND_FRO * ink.box.width / PT_PER_MM)


def _is_wide(ink: Ink) -> bool:
    """Tell a fold or a shadow from a large signature: a pen goes up and down."""
    if ink.box.width > 120.0 * PT_PER_MM:
        return not _holds_name(ink)
    least = 6.0 if ink.corners >= WINDING else 12.0
    return ink.box.width > 70.0 * PT_PER_MM and ink.stroke_height < least


def _holds_name(ink: Ink) -> bool:
    """Tell a signature with other ink beside it, as of the back of the paper, by its own stroke."""
    bends = ink.shape is not None and ink.shape.straight < BENDS and ink.corners >= WINDING
    compact = ink.stroke_width < NAME_MOST_MM and ink.stroke_height >= TALL_LETTER_MM
    return bends and compact and ink.stroke_length >= LONGEST_LETTER_MM


def is_no_hand(features: Features) -> bool:
    """Tell what nobody signs with: a line under a name or beside the text, the foot of a cup.

    Nor is a name a hand's that is set in type and scores low, or was read as easily as the same
    name below it.
    """
    ink = features.ink
    typeset = is_typeset(ink)
    if features.echoed >= READ_SURELY and typeset >= TYPESET:
        return True
    is_flat = ink.box.height < FLAT_MM * PT_PER_MM  # as a line of print that was not read
    unlikely = is_flat or score(features) < UNLIKELY
    if typeset >= SURELY_TYPESET and ink.paleness < PALE and unlikely:
        return True
    under = ink.box.height < 2.2 * PT_PER_MM and ink.box.width > 6 * ink.box.height
    cup = ink.ringed > 0.4 and ink.darkness < 0.3 and ink.sharpness < 0.35
    upright = ink.box.height > 3 * ink.box.width
    beside = upright and features.before > (0.0 if _is_tall(ink) else MARGIN_MM)
    bow = upright and _is_tall(ink) and ink.pieces == 1 and ink.length < BOW * _diagonal(ink)
    return under or beside or cup or bow


def _diagonal(ink: Ink) -> float:
    return math.hypot(ink.box.width, ink.box.height) / PT_PER_MM


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
    ink = features.ink
    drawn = ink.length >= MUCH_INK_MM and (ink.stroke_height >= 2.0 or ink.paleness >= PALE)
    near = features.aside == 0 and -5.0 <= features.distance <= 35.0
    # Words on one line are print only when something of them could be read.
    even = ink.evenness > 0.5 and features.read > 0.15
    is_print = features.stamped or ink.ringed > RINGED or features.read > 0.7 or even
    return DOUBT if drawn and near and not is_print else 0.0


def _is_near(features: Features) -> bool:
    """Tell whether ink stands, or begins, where people sign below a closing."""
    return features.aside == 0 and features.distance <= NEAR_MM and _foot(features) > 0


def _foot(features: Features) -> float:
    """Return how far below the closing ink ends, in millimetres."""
    return features.distance + features.ink.box.height / PT_PER_MM


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
        "density": min(ink.density, SMALL_DENSE if _is_small_name(ink) else DENSE),
        "far": min(max(features.distance - 25.0, 0.0), 50.0) / 25.0,
        "aside": min(features.aside, 40.0) / (40.0 if _is_beside(features) else 20.0),
        "stamped": float(features.stamped),
    }


def _is_small_name(ink: Ink) -> bool:
    """Tell a name in joined letters no higher than print: with any pen its ink stands closely."""
    is_low = ink.stroke_height < TALLEST_TYPE_MM and ink.density < MOST_DENSE
    return is_low and ink.box.width > NAME_WIDE_MM * PT_PER_MM and ink.stroke_width >= JOINED_MM


def _is_beside(features: Features) -> bool:
    """Tell ink in the same rows as the closing and the name, to the right: some sign there.

    What is as pale as the back of the paper may shine through: the end of its lines stands there.
    """
    is_level = BESIDE_MM[0] <= features.distance <= BESIDE_MM[1]
    return features.before <= 0 and is_level and features.ink.darkness >= LEAST_DARK


def _is_joined_by_a_pen(ink: Ink) -> bool:
    """Tell a name in joined letters: it is no print, however like.

    Of legible names OCR reads some letters, and they stand on one line. Such a name is paler than
    the print beside it, or one stroke of it goes on longer than any letter does.
    """
    winds = ink.corners >= 12 and _goes_to_and_fro(ink)
    is_one = ink.stroke_length >= LONGEST_LETTER_MM and ink.stroke_height >= TALL_LETTER_MM
    return winds and (ink.paleness >= PALE or is_one) and ink.stroke_width >= JOINED_MM


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
    text = resources.files("extractors.inks").joinpath("ink_chance.toml").read_text("utf-8")
    return {name: float(value) for name, value in tomllib.loads(text)["weights"].items()}
