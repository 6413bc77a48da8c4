"""Papers of several full pages that people put behind a letter: files, plans, invoices, decisions.

Half of them say on every page what they are, as printed files do; the others on the first alone.
"""

import datetime as dt
import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from benchmarks.letters import dates
from benchmarks.letters.dice import Dice
from benchmarks.letters.facts import Facts
from benchmarks.letters.fonts import usable
from benchmarks.letters.sheet import WIDTH, Sheet, Style

DATA = Path(__file__).parent / "data" / "dossiers.toml"
HEADED = 0.5  # share that says on every page what it is
NUMBERED = 0.75
SIZES = (9.0, 9.5, 10.0, 10.5)


@dataclass(frozen=True, slots=True)
class Dossier:
    """A kind of paper: how many pages it has and what stands on them."""

    title: str
    least: int
    most: int
    rows: tuple[str, ...]


@dataclass
class HeadedSheet(Sheet):
    """Paper with a running head on every page but the first."""

    head: str = field(default="")

    def finish_page(self) -> None:
        """Draw the head, the number and the footer."""
        super().finish_page()
        if self.head and self.page > 1:
            self.put(self.head, (self.style.left, 34), size=9)


@cache
def load_dossiers() -> tuple[Dossier, ...]:
    """Return the kinds of papers."""
    every = tomllib.loads(DATA.read_text(encoding="utf-8"))["dossier"]
    return tuple(Dossier(d["title"], d["least"], d["most"], tuple(d["rows"])) for d in every)


def dossier_pages(dice: Dice, facts: Facts, path: Path) -> int:
    """Print one paper; return how many pages it has."""
    kind = dice.pick(load_dossiers())
    pages = dice.whole(kind.least, kind.most)
    style = Style(font=dice.pick(usable(facts.split)), size=dice.pick(SIZES), left=60, right=60)
    style.page_numbers = "Pagina {n} van {m}" if dice.chance(NUMBERED) else ""
    who = f"{facts.client.formal}, geboren {dates.written(facts.birth, 'dashes')}"
    head = f"{kind.title} {who}" if kind.title and dice.chance(HEADED) else ""
    sheet = HeadedSheet(path, style, total_pages=pages, head=head)
    if kind.title:
        sheet.line(kind.title, bold=True, size=15)
    sheet.line(who)
    sheet.gap()
    while sheet.page <= pages:
        _write(dice, sheet, kind, facts)
        if sheet.page == pages and _is_nearly_full(sheet):
            break
    sheet.save()
    return pages


def _write(dice: Dice, sheet: Sheet, kind: Dossier, facts: Facts) -> None:
    """Print one paragraph."""
    day = facts.dec_date - dt.timedelta(days=dice.whole(5, 400))
    sheet.para(dice.pick(kind.rows).format(dag=dates.written(day, "dashes")))
    sheet.gap(0.6)


def _is_nearly_full(sheet: Sheet) -> bool:
    """Tell whether the next paragraph could run over to another page."""
    return sheet.y > 0.78 * WIDTH * 2**0.5
