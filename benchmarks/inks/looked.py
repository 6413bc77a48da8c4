"""Makes ends of letters, reads them as the product does, and measures the ink on them."""

import gzip
import pickle
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from benchmarks.inks.desk import SPREAD, Desk, printed
from benchmarks.inks.hands import HANDS
from benchmarks.inks.marks import MARKS, nothing
from benchmarks.inks.wears import WEARS
from benchmarks.letters.dice import Dice
from extractors.document import PT_PER_MM, Box, Letter, LetterPage, Page, PageRole
from extractors.element import Hints
from extractors.inks.closing import zones_of
from extractors.inks.ink_places import Features, features_in
from extractors.inks.inkmask import binarise, flatten
from extractors.inks.rules import remove_rules
from extractors.layout import blocks_of, lines_of
from extractors.limits import DEFAULT_LIMITS
from extractors.ocr import OcrEngine
from extractors.pictures.decoding import Picture
from extractors.readers.scan import read_scan
from extractors.readers.work import Work

Grey = NDArray[np.uint8]
Act = Callable[[Desk], None]
Wear = Callable[[Dice, Grey], Grey]
SIGNED = 0.5  # share of the letters
WITH_MARK = 0.35  # share of the signed ones that bear something else too
SEEN_MM = 4.0  # of a stroke, from corner to corner
SURE, SHORT = 0.8, 2


@dataclass(frozen=True, slots=True)
class Kinds:
    """What ends of letters are made of, each with its weight."""

    hands: Mapping[Act, float]
    marks: Mapping[Act, float]
    wears: Mapping[Wear, float]


ENDS = Kinds(HANDS, MARKS, WEARS)


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page as it was read, and where it was signed, in points."""

    page: Page
    hand: str  # how it was signed, "" when it was not
    mark: str
    wear: str
    signed: tuple[Box, ...]

    @property
    def letter(self) -> Letter:
        """Return a letter of this page alone."""
        lines = lines_of(self.page)
        blocks = blocks_of(lines, self.page, Hints())
        return Letter((LetterPage(self.page, PageRole.LETTER, lines, blocks),))


def make(dice: Dice, split: str, kinds: Kinds, engine: OcrEngine) -> Leaf:
    """Make the end of a letter and read it."""
    desk, hand = printed(dice, split), ""
    is_signed = dice.chance(SIGNED)
    mark = dice.weighed(kinds.marks) if not is_signed or dice.chance(WITH_MARK) else nothing
    mark(desk)
    if is_signed:
        how = dice.weighed(kinds.hands)
        how(desk)
        hand = how.__name__
    wear = dice.weighed(kinds.wears)
    scan = wear(dice, desk.page)
    picture = Picture(scan, SPREAD * 25.4)
    page = read_scan(picture, number=1, work=Work.start(engine, DEFAULT_LIMITS)).page
    boxes = (Box(*(side * PT_PER_MM for side in place)) for place in desk.signed)
    return Leaf(page, hand, mark.__name__, wear.__name__, tuple(boxes))


def kept(path: Path, build: Callable[[], Leaf]) -> Leaf:
    """Return a leaf that was made before, or make it."""
    if path.exists():
        leaf: Leaf = pickle.loads(gzip.decompress(path.read_bytes()))  # noqa: S301 - our own
        return leaf
    leaf = build()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(pickle.dumps(leaf), 1))
    return leaf


def is_visible(leaf: Leaf) -> bool:
    """Tell whether the scan left more of a signature than dots: a person may see none either."""
    image = leaf.page.image
    if image is None:
        return False
    per_mm = image.scale * PT_PER_MM
    ink = binarise(flatten(image.pixels, per_mm))
    for word in leaf.page.words:
        if word.confidence > SURE and len(word.text) > SHORT:
            _part(ink, word.box, image.scale)[:] = 0
    ink = remove_rules(ink, per_mm)
    return any(_longest(_part(ink, box, image.scale)) >= SEEN_MM * per_mm for box in leaf.signed)


def _part(ink: Grey, box: Box, scale: float) -> Grey:
    x0, top, x1, bottom = (max(round(side * scale), 0) for side in box)
    return ink[top:bottom, x0:x1]


def _longest(ink: Grey) -> float:
    """Return the length of the largest stroke, from corner to corner of its box."""
    if not ink.any():
        return 0.0
    _, _, stats, _ = cv2.connectedComponentsWithStats(np.ascontiguousarray(ink), connectivity=8)
    sides = stats[1:, [cv2.CC_STAT_WIDTH, cv2.CC_STAT_HEIGHT]]
    return float(np.hypot(sides[:, 0], sides[:, 1]).max())


def inks_of(leaf: Leaf) -> Iterator[tuple[Features, bool | None]]:
    """Yield the ink on a page and whether it is the signature; None when it is both."""
    for zone in zones_of(leaf.letter.pages):
        for features in features_in(zone):
            yield features, _is_signature(features.ink.box, leaf.signed)


def _is_signature(ink: Box, signed: tuple[Box, ...]) -> bool | None:
    shared = [ink.shared_area(box) for box in signed]
    if not any(shared):
        return False
    covers = max(part / box.area for part, box in zip(shared, signed, strict=True))
    lies_in = max(shared) / max(ink.area, 1e-6)
    if lies_in >= 0.5 or covers >= 0.5:
        return True
    return None
