"""Invented numbers in the shapes in which people and bodies write them."""

import re

from benchmarks.letters.dice import Dice

WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)

KENMERKEN = {
    "tune": [
        "ZK/{y}/{d6}",
        "{y}-{d5}",
        "PGB{d7}",
        "JZ/{d4}/{l2}",
        "Z-{y2}-{d6}",
        "{d8}",
        "WLZ.{d4}.{d4}",
        "B{d6}-{y2}",
        "{l3}{d5}.{d2}",
        "{y}/{d4}/{l2}",
        "UIT-{y}{d5}",
    ],
    "test": [
        "ZZ-{y}-{d4}",
        "{l2}-{d4}-{d3}",
        "D{d8}",
        "{y2}.{d6}",
        "BZW/{d5}",
        "{d4} {d4} {d2}",
        "wmo-{y}-{d5}",
        "{d7}/{d2}",
        "{l2}{y}{d6}",
        "CIZ{d7}",
        "K.{d3}.{d4}",
    ],
}
RELATIES = {
    "tune": ["{d8}", "R{d7}", "{d4}-{d5}", "{d10}"],
    "test": ["{d9}", "RN{d6}", "{d3}.{d3}.{d3}", "{d7}"],
}
BSN_FORMS = {
    "tune": [(9,), (9,), (4, ".", 2, ".", 3), (4, " ", 2, " ", 3), (3, " ", 3, " ", 3)],
    "test": [(9,), (9,), (3, "-", 3, "-", 3), (3, ".", 3, ".", 3), (4, "-", 2, "-", 3)],
}
PHONES = [
    "06-{d8}",
    "06 {d8}",
    "06{d8}",
    "071-{d7}",
    "(071) {d7}",
    "+31 6 {d8}",
    "06 - {d4} {d4}",
    "026 {d3} {d2} {d2}",
]


def shaped(dice: Dice, shape: str, *, year: int = 2026) -> str:
    """Fill a shape: {d5} five digits, {l2} two letters, {y} and {y2} the year."""

    def draw(match: re.Match[str]) -> str:
        kind, count = match[1], int(match[2])
        if kind == "d":
            return dice.digits(count)
        return "".join(dice.pick("ABCDEFGHJKLMNPRSTVWZ") for _ in range(count))

    dated = shape.replace("{y}", str(year)).replace("{y2}", str(year)[2:])
    return re.sub(r"\{([dl])(\d+)\}", draw, dated)


def passes_elfproef(digits: str) -> bool:
    """Tell whether nine digits pass the check of eleven."""
    return sum(w * int(d) for w, d in zip(WEIGHTS, digits, strict=True)) % 11 == 0


def draw_bsn(dice: Dice, *, valid: bool = True) -> str:
    """Return nine digits from the test range 9999 that pass (or fail) the check."""
    while True:
        digits = f"9999{dice.whole(0, 99999):05d}"
        if passes_elfproef(digits) == valid:
            return digits


def written_bsn(dice: Dice, digits: str, split: str) -> str:
    """Write a BSN as people do, with or without separators."""
    out, at = "", 0
    for part in dice.pick(BSN_FORMS[split]):
        if isinstance(part, int):
            out, at = out + digits[at : at + part], at + part
        else:
            out += part
    return out


def draw_iban(dice: Dice) -> str:
    """Return something that looks like an IBAN."""
    bank = dice.pick(["INGB", "RABO", "ABNA"])
    return f"NL{dice.digits(2)} {bank} 0{dice.digits(3)} {dice.digits(4)} {dice.digits(2)}"
