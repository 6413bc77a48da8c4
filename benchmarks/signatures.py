"""Measures whether signatures are seen, and nothing else is: makes signed and unsigned pages.

python -m benchmarks.signatures [--split tune] [--n 10] [--seed 1] [--read] [--show]

Each page is the end of a letter, printed, with real ink or with what is none, and worn by a
scanner. What was printed is known to the letter, so that a run takes a minute and says how ink is
told from print; `--read` has the engine read the page first, as in earnest.
"""

import argparse
import datetime as dt
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from benchmarks.letters import damage, stamps
from benchmarks.letters.dice import Dice
from benchmarks.letters.effects import DOT
from benchmarks.letters.fonts import usable
from benchmarks.letters.lists import LEARNT_FROM, load_lists
from benchmarks.letters.pages import draw_pages
from benchmarks.letters.people import Person, draw_person
from benchmarks.letters.sheet import Sheet, Style
from benchmarks.letters.signatures import drawn_ink, lay_ink, signature_ink
from extractors.document import Letter, LetterPage, Page, PageImage, PageRole, TextSource
from extractors.element import ElementId, Hints
from extractors.elements import handtekening
from extractors.layout import blocks_of, lines_of
from extractors.limits import DEFAULT_LIMITS
from extractors.ocr import OcrEngine, load_engine
from extractors.pictures.decoding import Picture
from extractors.readers.any_format import read
from extractors.readers.scan import READ_DPI, read_scan
from extractors.readers.work import Work
from validators.weighing import is_sure, likely

Grey = NDArray[np.uint8]
SPREAD = 300 / 25.4  # pixels in a millimetre
READ_AT = READ_DPI / 300
BODY = (
    "Hierbij maak ik bezwaar tegen uw besluit. De hulp die ik krijg is minder geworden, terwijl "
    "mijn gezondheid achteruit is gegaan. Ik vraag u het besluit te herzien.",
    "Ik ben het niet eens met het aantal uren. Mijn dochter kan de zorg niet langer op zich nemen.",
)


@dataclass(frozen=True, slots=True)
class Desk:
    """One page under the pen: the picture at 300 dpi and where its closing and name stand."""

    dice: Dice
    split: str
    page: Grey
    closing: tuple[int, int]  # left and foot of the closing, in pixels
    name: tuple[int, int, int]  # left, top and right of the printed name
    person: Person

    def ink(self, width_mm: float) -> Grey:
        """Return a real signature."""
        return signature_ink(self.dice, self.split, int(width_mm * SPREAD))

    def sign(self, ink: Grey, x_mm: float, y_mm: float, strength: float = 0.9) -> None:
        """Put ink on the page, so far from the foot of the closing."""
        x, y = self.closing
        lay_ink(self.page, ink, x + int(x_mm * SPREAD), y + int(y_mm * SPREAD), strength=strength)


def fitted(ink: Grey, tall_mm: float) -> Grey:
    """Return ink no taller than asked for."""
    scale = min(tall_mm * SPREAD / ink.shape[0], 1.0)
    return cv2.resize(ink, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA).astype(np.uint8)


def plain(desk: Desk) -> None:
    """Sign where the room is."""
    desk.sign(fitted(desk.ink(45), 18), desk.dice.between(0, 12), 2)


def thin(desk: Desk) -> None:
    """Sign with a thin ballpoint."""
    ink = fitted(desk.ink(42), 17)
    desk.sign(cv2.dilate(ink, np.ones((2, 2), np.uint8)).astype(np.uint8), 4, 2, 0.85)


def faded(desk: Desk) -> None:
    """Sign in pale blue."""
    desk.sign(fitted(desk.ink(45), 18), 3, 2, 0.38)


def touching_name(desk: Desk) -> None:
    """Sign so low that it runs into the printed name."""
    ink = fitted(desk.ink(45), 16)
    x, top, _ = desk.name
    lay_ink(desk.page, ink, x, top - int(0.6 * ink.shape[0]), strength=0.9)


def crossing_closing(desk: Desk) -> None:
    """Sign over the closing."""
    desk.sign(fitted(desk.ink(48), 18), 6, -6)


def large_over_text(desk: Desk) -> None:
    """Sign large, over the closing, the name and the last lines."""
    desk.sign(fitted(desk.ink(85), 36), 2, -10)


def far_below(desk: Desk) -> None:
    """Sign far below the closing."""
    desk.sign(fitted(desk.ink(45), 18), 5, desk.dice.between(38, 52))


def at_left(desk: Desk) -> None:
    """Sign in the left margin, half outside the column."""
    desk.sign(fitted(desk.ink(40), 16), -14, 3)


def at_right(desk: Desk) -> None:
    """Sign right of the name."""
    desk.sign(fitted(desk.ink(45), 18), desk.dice.between(75, 95), 3)


def two_people(desk: Desk) -> None:
    """Two signatures beside each other."""
    desk.sign(fitted(desk.ink(40), 16), 0, 2)
    desk.sign(fitted(desk.ink(40), 16), 62, 3)


def short(desk: Desk) -> None:
    """Sign small and quickly."""
    desk.sign(fitted(desk.ink(24), 9), 4, 4)


def with_stamp(desk: Desk) -> None:
    """Sign, and an office stamps beside and over it."""
    plain(desk)
    desk.sign(stamps.round_stamp(desk.dice), 28, -4, 0.7)


def nothing(desk: Desk) -> None:
    """Leave the room empty."""


def round_stamp(desk: Desk) -> None:
    """Put a round stamp where people sign."""
    desk.sign(stamps.round_stamp(desk.dice), desk.dice.between(2, 40), 0)


def box_stamp(desk: Desk) -> None:
    """Put a received stamp where people sign."""
    mark = stamps.received_stamp(desk.dice, dt.date(2026, 6, 3), load_lists(desk.split).stamps)
    desk.sign(mark, desk.dice.between(2, 40), 3, 0.8)


def smudge(desk: Desk) -> None:
    """Leave a smudge and the ring of a cup."""
    layer = np.full((600, 700), 255, np.uint8)
    cv2.circle(layer, (330, 260), desk.dice.whole(120, 170), 150, desk.dice.whole(12, 25))
    cv2.circle(layer, (520, 480), 26, 120, -1)
    desk.sign(cv2.GaussianBlur(layer, (0, 0), 4).astype(np.uint8), 5, -4)


def underlined(desk: Desk) -> None:
    """Underline the printed name by hand."""
    x, top, right = desk.name
    y = top + int(5.2 * SPREAD)
    points = [(at, y + int(5 * np.sin(at / 40))) for at in range(x - 10, right + 20, 10)]
    cv2.polylines(desk.page, [np.array(points, np.int32)], isClosed=False, color=50, thickness=5)


def doodle(desk: Desk) -> None:
    """Draw a doodle in the right margin and a wavy line beside the text."""
    rows, columns = desk.page.shape
    lay_ink(desk.page, drawn_ink(desk.dice, 250), int(columns * 0.8), int(rows * 0.06))
    points = [(int(columns * 0.05 + 9 * np.sin(y / 9)), int(rows * 0.2) + y) for y in range(500)]
    cv2.polylines(desk.page, [np.array(points, np.int32)], isClosed=False, color=40, thickness=4)


def clerk(desk: Desk) -> None:
    """Put the initials of a clerk in the corner."""
    rows, columns = desk.page.shape
    mark = drawn_ink(desk.dice, desk.dice.whole(110, 150), loops=2)
    lay_ink(desk.page, mark, int(columns * 0.88), int(rows * 0.93))


def logo(desk: Desk) -> None:
    """Print a logo at the foot of the letter."""
    layer = np.full((200, 420), 255, np.uint8)
    cv2.ellipse(layer, (95, 100), (80, 80), 0, 0, 360, 90, -1)
    cv2.ellipse(layer, (95, 100), (45, 45), 0, 30, 300, 235, -1)
    cv2.fillPoly(layer, [np.array([(200, 170), (270, 30), (340, 170)], np.int32)], 120)
    desk.sign(layer, desk.dice.between(60, 95), desk.dice.between(10, 30), 0.95)


def tick(desk: Desk) -> None:
    """Put a tick or a cross below the closing."""
    layer = np.full((160, 200), 255, np.uint8)
    cv2.polylines(
        layer, [np.array([(20, 90), (70, 140), (180, 20)], np.int32)],
        isClosed=False, color=40, thickness=6,
    )  # fmt: skip
    desk.sign(layer, desk.dice.between(5, 60), 6)


def name_in_script(desk: Desk) -> None:
    """Print the name in a typeface that imitates handwriting."""
    faces = [*usable(desk.split, "hand"), *usable(desk.split, "script")]
    path = desk.dice.pick(faces).regular
    face = stamps.typeface(desk.dice.whole(62, 90), path)
    desk.sign(stamps.lettering(desk.person.full, face), 0, 3)


SIGNED: tuple[Callable[[Desk], None], ...] = (
    plain, thin, faded, touching_name, crossing_closing, large_over_text, far_below, at_left,
    at_right, two_people, short, with_stamp,
)  # fmt: skip
UNSIGNED: tuple[Callable[[Desk], None], ...] = (
    nothing, round_stamp, box_stamp, smudge, underlined, doodle, clerk, logo, tick, name_in_script,
)  # fmt: skip


WEARS = ("clean", "office", "copy", "fax")


def scanned(dice: Dice, page: Grey, wear: str) -> Grey:
    """Return the page as it comes from a scanner, at 300 dpi."""
    if wear == "clean":
        return page
    if wear == "office":
        return damage.jpeg(damage.grain(dice, damage.contrast(page, 40, 240), 5.0), 60)
    worn = damage.photocopy(dice, page) if wear == "copy" else damage.fax(dice, page)
    return cv2.resize(worn, page.shape[::-1], interpolation=cv2.INTER_LINEAR).astype(np.uint8)


def printed(dice: Dice, split: str, work: Path) -> Desk:
    """Print the end of a letter with room for a signature."""
    lists = load_lists(split)
    person = draw_person(dice, lists)
    path = work / "page.pdf"
    sheet = Sheet(path, Style(font=dice.pick(usable(split)), size=11, top=dice.whole(60, 260)))
    for text in BODY:
        sheet.para(text)
        sheet.gap()
    sheet.line(dice.pick(["Hoogachtend,", "Met vriendelijke groet,"]))
    closing = (sheet.style.left, sheet.y)
    sheet.spot(dice.pick([3, 4, 5]))
    name = (sheet.style.left, sheet.y, sheet.style.left + sheet.measure(person.full))
    sheet.line(person.full)
    sheet.save()
    dots = [int(value * DOT) for value in (*closing, *name)]
    left, foot, x, top, right = dots
    return Desk(dice, split, draw_pages(path)[0], (left, foot), (x, top, right), person)


def page_of(desk: Desk, scan: Grey, work: Path, *, by_engine: bool) -> Page:
    """Return the page with its words: those that were printed, or those that the engine reads."""
    if by_engine:
        cv2.imwrite(str(work / "page.png"), scan)
        work_now = Work.start(engine(), DEFAULT_LIMITS)
        return read_scan(Picture(scan, 300.0), number=1, work=work_now).page
    document = read((work / "page.pdf").read_bytes(), engine=engine(), limits=DEFAULT_LIMITS)
    small = cv2.resize(scan, None, fx=READ_AT, fy=READ_AT, interpolation=cv2.INTER_AREA)
    image = PageImage(small.astype(np.uint8), READ_DPI / 72)
    return replace(document.pages[0], source=TextSource.OCR, image=image)


_ENGINES: list[OcrEngine] = []


def engine() -> OcrEngine:
    """Return the engine, loaded once."""
    if not _ENGINES:
        _ENGINES.append(load_engine())
    return _ENGINES[0]


def status_of(page: Page) -> tuple[str, float]:
    """Return what a mailroom would be told of the signature, and how sure the finder is."""
    lines = lines_of(page)
    own = LetterPage(page, PageRole.LETTER, lines, blocks_of(lines, page, Hints()))
    found = handtekening.find(Letter((own,)), Hints())
    drawn = [
        each for each in likely(ElementId.HANDTEKENING, found) if each.role in {"inkt", "annotatie"}
    ]
    best = max((each.confidence for each in found if each.role == "inkt"), default=0.0)
    if not drawn:
        return "ontbreekt", best
    return ("aanwezig" if is_sure(ElementId.HANDTEKENING, drawn[0]) else "onzeker"), best


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was said of one page."""

    scene: str
    wear: str
    seed: int
    status: str
    sure: float


def measure(
    scene: Callable[[Desk], None], seed: int, options: argparse.Namespace
) -> Iterator[Outcome]:
    """Make one page, wear it in every way, and look for a signature."""
    for wear in WEARS:
        dice = Dice(options.seed, seed, len(scene.__name__), ord(scene.__name__[0]))
        with tempfile.TemporaryDirectory() as folder:
            desk = printed(dice, options.split, Path(folder))
            scene(desk)
            scan = scanned(dice, desk.page, wear)
            if options.keep:
                options.keep.mkdir(parents=True, exist_ok=True)
                cv2.imwrite(str(options.keep / f"{scene.__name__}-{seed}-{wear}.png"), scan)
            page = page_of(desk, scan, Path(folder), by_engine=options.read)
            status, sure = status_of(page)
        yield Outcome(scene.__name__, wear, seed, status, sure)


def table(scenes: Sequence[Callable[[Desk], None]], outcomes: Sequence[Outcome]) -> Iterator[str]:
    """Yield the rows of a Markdown table."""
    yield "| pages | aanwezig | onzeker | ontbreekt |"
    yield "| --- | ---: | ---: | ---: |"
    names = [scene.__name__ for scene in scenes]
    rows = [(name, [each for each in outcomes if each.scene == name]) for name in names]
    rows += [(wear, [each for each in outcomes if each.wear == wear]) for wear in WEARS]
    rows.append(("all", list(outcomes)))
    for name, own in rows:
        counts = Counter(each.status for each in own)
        cells = (f"{counts[status]}/{len(own)}" for status in ("aanwezig", "onzeker", "ontbreekt"))
        yield f"| {name} | {' | '.join(cells)} |"


def main() -> int:
    """Make pages, look for signatures, count."""
    parser = argparse.ArgumentParser(prog="signatures", description="Measure seeing signatures.")
    parser.add_argument("--split", choices=LEARNT_FROM, default="tune")
    parser.add_argument("--n", type=int, default=10, help="pages of each kind, worn in four ways")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--read", action="store_true", help="have the engine read the pages")
    parser.add_argument("--show", action="store_true", help="name the pages that were judged wrong")
    parser.add_argument("--only", nargs="*", help="these kinds of pages")
    parser.add_argument("--keep", type=Path, help="keep the pictures in this folder")
    options = parser.parse_args()
    for title, scenes, right in (
        ("Signed", SIGNED, "aanwezig"),
        ("Unsigned", UNSIGNED, "ontbreekt"),
    ):
        chosen = [s for s in scenes if not options.only or s.__name__ in options.only]
        outcomes = [
            each for scene in chosen for seed in range(options.n)
            for each in measure(scene, seed, options)
        ]  # fmt: skip
        sys.stdout.write(f"{title}\n\n" + "\n".join(table(chosen, outcomes)) + "\n\n")
        for each in outcomes if options.show else ():
            if each.status != right:
                sys.stdout.write(
                    f"{each.scene} {each.seed} {each.wear}: {each.status} {each.sure:.2f}\n"
                )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
