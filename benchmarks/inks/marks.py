"""What stands near a closing and is no signature: of offices, printers, paper and other pens."""

from collections.abc import Callable

from benchmarks.inks.desk import Desk
from benchmarks.inks.pens import (
    back,
    child,
    clerk,
    date_by_hand,
    doodle,
    margin_line,
    marker,
    note,
    of_another,
    sketch,
    struck_out,
    struck_room,
    tick,
    underline,
)
from benchmarks.inks.printed import (
    code,
    emblem,
    formula,
    initialled_stamp,
    logo,
    monogram,
    name_in_script,
    ornament,
    picture,
    received,
    round_stamp,
    route,
    turned_print,
    waves,
)
from benchmarks.inks.sheets import cup, edge, fold, hair, hole, smear
from benchmarks.letters.dice import Dice


def nothing(desk: Desk) -> None:
    """Leave the room empty."""
    del desk


MARKS: dict[Callable[[Desk], None], float] = {
    nothing: 3, round_stamp: 1.5, received: 1.5, initialled_stamp: 1, cup: 1, smear: 1,
    underline: 1, margin_line: 1, tick: 1, clerk: 1, note: 1.5, date_by_hand: 1.5, doodle: 1,
    child: 1, logo: 1, code: 1, name_in_script: 2.5, ornament: 1, formula: 1, struck_out: 1,
    hole: 0.7, fold: 1, hair: 1, back: 1, marker: 0.7, of_another: 0.7,
    emblem: 1.5, monogram: 1, sketch: 1, struck_room: 1, waves: 1, turned_print: 1.2, picture: 0.7,
    route: 1, edge: 0.8,
}  # fmt: skip


def pick_mark(dice: Dice) -> Callable[[Desk], None]:
    """Return one of the kinds of marks."""
    return dice.weighed(MARKS)
