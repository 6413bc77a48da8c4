"""Invented numbers in the shapes in which people and bodies write them."""

import re

from benchmarks.letters.dice import Dice

WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)


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


def written_bsn(dice: Dice, digits: str, forms: list[str]) -> str:
    """Write a BSN as people do, with or without separators.

    >>> written_bsn(Dice(1), "999990019", ["####.##.###"])
    '9999.90.019'
    """
    left = iter(digits)
    return "".join(next(left) if sign == "#" else sign for sign in dice.pick(forms))


def draw_iban(dice: Dice) -> str:
    """Return something that looks like an IBAN."""
    bank = dice.pick(["INGB", "RABO", "ABNA"])
    return f"NL{dice.digits(2)} {bank} 0{dice.digits(3)} {dice.digits(4)} {dice.digits(2)}"
