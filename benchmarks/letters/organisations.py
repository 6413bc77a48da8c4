"""The offices that are written to, with their addresses."""

import tomllib
from dataclasses import dataclass

from benchmarks.letters.dice import Dice
from benchmarks.letters.lists import DATA


@dataclass(frozen=True, slots=True)
class Office:
    """One office at one of its addresses."""

    to: str  # what texts ask for: zk, ciz, gem, portaal, loket
    profile: str
    name: str
    address: tuple[str, ...]


def load_offices(split: str) -> list[list[Office]]:
    """Return the organisations that letters of a split write to, each with all its addresses."""
    entries = tomllib.loads((DATA / "organisations.toml").read_text(encoding="utf-8"))["org"]
    return [_offices(entry) for entry in entries if entry.get("split", split) == split]


def _offices(entry: dict[str, list[str] | str]) -> list[Office]:
    """Return an organisation under each of its addresses; names go round."""
    names, addresses = entry["names"], entry["addresses"]
    return [
        Office(str(entry["to"]), str(entry["profile"]), names[index % len(names)], tuple(address))
        for index, address in enumerate(addresses)
    ]


def draw_office(dice: Dice, split: str, wanted: tuple[str, ...], profile: str = "") -> Office:
    """Choose who is written to, of a given profile if one is given."""
    options = [
        offices
        for offices in load_offices(split)
        if offices[0].to in wanted and profile in {"", offices[0].profile}
    ]
    return dice.pick(dice.pick(options))
