"""Measures how files are cut into letters: makes files that are hard to cut, and counts borders.

python -m benchmarks.cuts [--split tune] [--n 20] [--seed 1] [--paper] [--show]

Most files are born digital, so that one run takes a minute and says how pages are told apart, not
how they were read; `--paper` prints, scans and reads them.
"""

import argparse
import datetime as dt
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pikepdf
from PIL import Image

from benchmarks.letters import dates, enclosures
from benchmarks.letters.compose import Made, Order, compose
from benchmarks.letters.dice import Dice
from benchmarks.letters.facts import Facts
from benchmarks.letters.fonts import usable
from benchmarks.letters.lists import LEARNT_FROM
from benchmarks.letters.machines.catalogue import scan_pages
from benchmarks.letters.organisations import Office, draw_office
from benchmarks.letters.pages import append, draw_pages
from benchmarks.letters.people import draw_home, draw_person
from benchmarks.letters.sheet import Sheet, Style
from benchmarks.letters.texts import Text, load_texts
from benchmarks.letters.wish import Wish
from benchmarks.scoring.cuts import compare_cuts
from extractors.document import Document
from extractors.limits import DEFAULT_LIMITS
from extractors.ocr import OcrEngine, load_engine
from extractors.readers.any_format import read
from extractors.split import split
from validators.profile import DEFAULT_PROFILE, catalogue_of, hints_of

BETWEEN = 0  # the letter of a page that belongs to none
Sheets = list[tuple[Path, int]]  # PDFs in the order of the file, each with the number of its letter
Adopt = Callable[[Facts], None]  # gives another letter what it has in common with a first one
SPREAD = Wish(spread=True)


@dataclass(frozen=True, slots=True)
class Desk:
    """Where one file is made."""

    dice: Dice
    work: Path
    split: str
    office: Office

    def text(self, suits: Callable[[Text], bool] = lambda text: True) -> Text:
        """Return an ordinary text for the office."""
        fitting = [text for text in load_texts(self.split) if self._is_plain(text) and suits(text)]
        return self.dice.pick(fitting)

    def _is_plain(self, text: Text) -> bool:
        plain = not text.trap and not text.layout and text.kind != "overig"
        return plain and self.office.to in text.to

    def letter(
        self,
        name: str,
        wish: Wish = Wish(),  # noqa: B008 - frozen
        *,
        text: Text | None = None,
        adopt: Adopt | None = None,
    ) -> Made:
        """Print a letter."""
        order = Order(text or self.text(), self.split, "clean", wish, self.office, adopt)
        return compose(self.dice, order, self.work / f"{name}.pdf")

    def blank(self, made: Made, name: str) -> Path:
        """Return an empty page."""
        enclosures.blank_page(made.facts, self.work / f"{name}.pdf")
        return self.work / f"{name}.pdf"

    def enclosed(self, made: Made, name: str, *kinds: str) -> list[Path]:
        """Print what comes with a letter."""
        makers = {
            "besluit": enclosures.decision_page,
            "machtiging": enclosures.authorisation_page,
            "arts": enclosures.doctor_page,
            "envelop": enclosures.envelope_page,
        }
        paths = [self.work / f"{name}-{kind}.pdf" for kind in kinds]
        for kind, path in zip(kinds, paths, strict=True):
            makers[kind](self.dice, made.facts, path)
        return paths


def whole(made: Made, letter: int, extra: Sequence[Path] = ()) -> Sheets:
    """Return a letter with what was enclosed."""
    return [(made.pdf, letter), *((path, letter) for path in extra)]


def by(facts: Facts) -> Adopt:
    """Let another letter come from the same person on the same day."""

    def adopt(other: Facts) -> None:
        other.client = other.writer = facts.writer
        other.home = other.client_home = facts.home
        other.phone, other.email = facts.phone, facts.email
        other.date_form = facts.date_form
        other.dec_date, other.letter_date = facts.dec_date, facts.letter_date

    return adopt


def at_home_of(facts: Facts) -> Adopt:
    """Let another letter come from somebody else at the same address."""

    def adopt(other: Facts) -> None:
        by(facts)(other)
        other.client = other.writer = draw_person(other.dice, other.lists)

    return adopt


def two(desk: Desk) -> Sheets:
    """Two senders, nothing between them."""
    return [*whole(desk.letter("a"), 1), *whole(desk.letter("b"), 2)]


def four_short(desk: Desk) -> Sheets:
    """Four senders."""
    return [(desk.letter(str(number)).pdf, number) for number in range(1, 5)]


def long_ones(desk: Desk) -> Sheets:
    """Two senders whose letters run over several pages without numbers."""
    return [*whole(desk.letter("a", SPREAD), 1), *whole(desk.letter("b", SPREAD), 2)]


def with_enclosures(desk: Desk) -> Sheets:
    """Two senders, the first with a decision, a doctor's letter and an authorisation."""
    first, second = desk.letter("a"), desk.letter("b")
    kinds = desk.dice.some(["besluit", "arts", "machtiging"], desk.dice.whole(1, 3))
    return [
        *whole(first, 1, desk.enclosed(first, "a", *kinds)),
        *whole(second, 2, desk.enclosed(second, "b", "besluit")),
    ]


def blank_backs(desk: Desk) -> Sheets:
    """Two senders, every sheet with an empty back."""
    first, second = desk.letter("a"), desk.letter("b")
    return [
        (first.pdf, 1), (desk.blank(first, "x"), BETWEEN),
        (second.pdf, 2), (desk.blank(second, "y"), BETWEEN),
    ]  # fmt: skip


def sheets_between(desk: Desk) -> Sheets:
    """Three letters, two of them of one sender, with coded sheets between them."""
    first = desk.letter("a")
    out: Sheets = whole(first, 1)
    for number in (2, 3):
        path = desk.work / f"sheet{number}.pdf"
        kind = desk.dice.pick(["barcode", "qr"])
        enclosures.separator_page(kind, first.facts, path)
        adopt = by(first.facts) if number == 2 else None
        text = desk.text(lambda text: text.writer == "zelf") if adopt else None
        made = desk.letter(str(number), text=text, adopt=adopt)
        out += [(path, BETWEEN), *whole(made, number)]
    return out


def couple(desk: Desk) -> Sheets:
    """Two people at one address, each with a letter of the same day."""
    return two_of(desk, lambda text, first: text.body != first.body, at_home_of)


def same_sender(desk: Desk) -> Sheets:
    """Two matters of one person, with letters of the same day."""
    return two_of(desk, lambda text, first: text.kind != first.kind, by)


def two_of(
    desk: Desk, is_other: Callable[[Text, Text], bool], adopt: Callable[[Facts], Adopt]
) -> Sheets:
    """Return two letters of one household, the second with a text that is another one."""

    def own(text: Text) -> bool:
        return text.writer == "zelf" and not text.couple

    first = desk.letter("a", text=desk.text(own))
    other = desk.text(lambda text: own(text) and is_other(text, first.facts.text))
    second = desk.letter("b", text=other, adopt=adopt(first.facts))
    return [*whole(first, 1), *whole(second, 2)]


def envelopes_first(desk: Desk) -> Sheets:
    """Two senders, each letter behind its envelope."""
    out: Sheets = []
    for number in (1, 2):
        made = desk.letter(str(number))
        (path,) = desk.enclosed(made, str(number), "envelop")
        out += [(path, number), *whole(made, number)]
    return out


def envelopes_last(desk: Desk) -> Sheets:
    """Two senders, each letter before its envelope."""
    out: Sheets = []
    for number in (1, 2):
        made = desk.letter(str(number))
        out += whole(made, number, desk.enclosed(made, str(number), "envelop"))
    return out


def one_with_copy(desk: Desk) -> Sheets:
    """One letter and its own copy."""
    made = desk.letter("a")
    return [*whole(made, 1), *whole(made, 1)]


def one_with_earlier(desk: Desk) -> Sheets:
    """One letter and a copy of an earlier one by the same person."""
    own = lambda text: text.writer == "zelf" and not text.couple  # noqa: E731
    first = desk.letter("a", text=desk.text(own))
    other = desk.text(lambda text: own(text) and text.body != first.facts.text.body)

    def earlier(facts: Facts) -> None:
        by(first.facts)(facts)
        facts.letter_date -= dt.timedelta(days=facts.dice.whole(15, 200))

    second = desk.letter("b", text=other, adopt=earlier)
    return [*whole(first, 1), *whole(second, 1)]


# Those who stand by the sender, in letters to the office that has the case.
STATEMENTS = (
    "Ik ben de {who} van {name} en zie elke dag hoe zwaar het is. Ik ondersteun het bezwaar. "
    "Zonder hulp kan het zo niet langer.",
    "Op verzoek van {name} verklaar ik dat de zorg in de afgelopen maanden is toegenomen. Ik ben "
    "sinds 2019 de {who} en kom drie keer per week over de vloer.",
    "Hierbij verklaar ik dat ik al jaren zie dat het thuis niet meer gaat. Ik hoop dat u het "
    "bezwaar toewijst en dat mijn verhaal daarbij helpt.",
    "Wij kennen {name} goed. Wij zijn het met het bezwaar van onze {who} eens: de uren zijn te "
    "weinig. Dat zien wij, want wij helpen elke dag.",
)


def one_with_statement(desk: Desk) -> Sheets:
    """One letter and what somebody else wrote to the office in its support."""
    made = desk.letter("a")
    facts, dice = made.facts, desk.dice
    path = desk.work / "statement.pdf"
    other, home = draw_person(dice, facts.lists), draw_home(dice, facts.lists)
    sheet = Sheet(path, Style(font=dice.pick(usable(desk.split)), size=11))
    sheet.block([other.full, f"{home.street} {home.number}", f"{home.postcode} {home.place}"])
    sheet.gap()
    sheet.block(list(facts.org.address))
    sheet.gap()
    sheet.line(f"{home.place}, {dates.written(facts.letter_date, 'long')}")
    sheet.gap()
    sheet.line("Geachte heer, mevrouw,")
    sheet.gap()
    who = dice.pick(["buurvrouw", "huisarts", "begeleidster", "nicht"])
    name = facts.client.polite
    sheet.para(dice.pick(STATEMENTS).format(who=who, name=name))
    sheet.gap()
    sheet.line("Met vriendelijke groet,")
    sheet.spot(3)
    sheet.line(other.formal)
    sheet.save()
    return whole(made, 1, [path])


def one_long(desk: Desk) -> Sheets:
    """One letter over several pages without numbers, with empty backs at times."""
    return whole(desk.letter("a", SPREAD), 1)


def one_with_all(desk: Desk) -> Sheets:
    """One letter with everything that comes with letters."""
    made = desk.letter("a")
    kinds = desk.dice.some(["besluit", "arts", "machtiging", "envelop"], 4)
    return whole(made, 1, desk.enclosed(made, "a", *kinds))


SCENES: tuple[Callable[[Desk], Sheets], ...] = (
    two, four_short, long_ones, with_enclosures, blank_backs, sheets_between, couple, same_sender,
    envelopes_first, envelopes_last, one_with_copy, one_with_earlier, one_with_statement,
    one_long, one_with_all,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one file was cut."""

    scene: str
    seed: int
    letters: tuple[tuple[int, ...], ...]
    parts: tuple[tuple[int, ...], ...]
    doubt: bool
    borders: int
    missed: int
    inside: int
    wrong: int


def measure(scene: Callable[[Desk], Sheets], seed: int, options: argparse.Namespace) -> Outcome:
    """Make, read and cut one file."""
    with tempfile.TemporaryDirectory() as folder:
        dice = Dice(options.seed, seed, len(scene.__name__), ord(scene.__name__[0]))
        office = draw_office(dice, options.split, ("zk", "ciz", "gem"))
        desk = Desk(dice, Path(folder), options.split, office)
        sheets = scene(desk)
        file, owners = join(desk, sheets, paper=options.paper)
        document = read(file.read_bytes(), engine=engine(), limits=DEFAULT_LIMITS)
    return judge(scene.__name__, seed, document, owners)


def join(desk: Desk, sheets: Sheets, *, paper: bool) -> tuple[Path, list[int]]:
    """Join PDFs to one file; return it and the letter of each page."""
    owners: list[int] = []
    target = desk.work / "whole.pdf"
    with pikepdf.new() as empty:
        empty.save(target)
    for path, owner in sheets:
        with pikepdf.open(path) as pdf:
            owners += [owner] * len(pdf.pages)
        append(target, path)
    if paper:
        medium = desk.dice.pick(["clean", "office", "bad"])
        scans, dpi = scan_pages(desk.dice, draw_pages(target), medium, desk.split)
        first, *rest = map(Image.fromarray, scans)
        first.save(target, "PDF", resolution=dpi, save_all=True, append_images=rest, quality=80)
    return target, owners


_ENGINES: list[OcrEngine] = []


def engine() -> OcrEngine:
    """Return the engine, loaded once."""
    if not _ENGINES:
        _ENGINES.append(load_engine())
    return _ENGINES[0]


def judge(scene: str, seed: int, document: Document, owners: Sequence[int]) -> Outcome:
    """Compare the parts with the letters."""
    catalogue = catalogue_of()
    letters = split(document, hints_of(catalogue.load(DEFAULT_PROFILE), catalogue))
    parts = tuple(tuple(page.page.number for page in letter.pages) for letter in letters)
    numbers = sorted({owner for owner in owners if owner != BETWEEN})
    true = tuple(
        tuple(page for page, owner in enumerate(owners, 1) if owner == number) for number in numbers
    )
    content = {page for page, owner in enumerate(owners, 1) if owner != BETWEEN}
    cutting = compare_cuts(true, parts, content)
    doubt = any(letter.may_hold_more for letter in letters)
    return Outcome(
        scene, seed, true, parts, doubt,
        cutting.borders, cutting.missed, cutting.inside, cutting.wrong,
    )  # fmt: skip


def table(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """Yield the rows of a Markdown table."""
    yield "| files | exact | missed cuts | wrong cuts | not exact, doubt told | doubt of exact |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: |"
    for name in (*dict.fromkeys(each.scene for each in outcomes), "all"):
        yield row(name, [each for each in outcomes if name in {each.scene, "all"}])


def row(name: str, own: Sequence[Outcome]) -> str:
    """Return one row."""
    sums: Counter[str] = Counter()
    for each in own:
        for key in ("borders", "missed", "inside", "wrong"):
            sums[key] += getattr(each, key)
    exact = [each for each in own if not each.missed and not each.wrong]
    poor = [each for each in own if each.missed or each.wrong]
    cells = (
        f"{len(exact)}/{len(own)}",
        f"{sums['missed']}/{sums['borders']}",
        f"{sums['wrong']}/{sums['inside']}",
        f"{sum(each.doubt for each in poor)}/{len(poor)}",
        f"{sum(each.doubt for each in exact)}/{len(exact)}",
    )
    return f"| {name} | {' | '.join(cells)} |"


def main() -> int:
    """Make, read, cut, count."""
    parser = argparse.ArgumentParser(prog="cuts", description="Measure cutting into letters.")
    parser.add_argument("--split", choices=LEARNT_FROM, default="tune")
    parser.add_argument("--n", type=int, default=20, help="files of each kind")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--paper", action="store_true", help="scan the files")
    parser.add_argument("--only", choices=[scene.__name__ for scene in SCENES], nargs="*")
    parser.add_argument("--show", action="store_true", help="name the files that were cut wrong")
    options = parser.parse_args()
    scenes = [scene for scene in SCENES if not options.only or scene.__name__ in options.only]
    outcomes = [measure(scene, seed, options) for scene in scenes for seed in range(options.n)]
    sys.stdout.write("\n".join(table(outcomes)) + "\n")
    for each in outcomes if options.show else ():
        if each.missed or each.wrong:
            sys.stdout.write(f"{each.scene} {each.seed}: {each.letters} cut as {each.parts}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
