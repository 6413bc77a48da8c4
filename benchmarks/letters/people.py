"""Invented people and where they live."""

import tomllib
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.letters.dice import Dice

DATA = Path(__file__).parent / "data"
PEOPLE = tomllib.loads((DATA / "people.toml").read_text(encoding="utf-8"))
PLACES = tomllib.loads((DATA / "places.toml").read_text(encoding="utf-8"))
PREFIX_WORDS = {"de", "van", "den", "der", "'t", "ter", "op", "in"}


@dataclass(frozen=True)
class Person:
    """Someone who writes, is written about or works somewhere."""

    first: str
    initials: str
    surname: str
    female: bool
    forms: dict[str, str] = field(default_factory=dict)

    @property
    def formal(self) -> str:
        """Initials and surname: "J.M. de Vries"."""
        return f"{self.initials} {self.surname}"

    @property
    def full(self) -> str:
        """First name and surname."""
        return f"{self.first} {self.surname}"

    @property
    def polite(self) -> str:
        """Title and surname as in running text: mevrouw De Vries."""
        title = "mevrouw" if self.female else "meneer"
        return f"{title} {self.surname[0].upper()}{self.surname[1:]}"

    def titled(self, title: str) -> str:
        """Title, initials and surname."""
        return f"{title} {self.formal}"


@dataclass(frozen=True)
class Home:
    """A postal address."""

    street: str
    number: str
    postcode: str  # "1234 AB"
    place: str


def draw_person(dice: Dice) -> Person:
    """Make up a person."""
    origin = PEOPLE["origin"][
        dice.weighed({i: o["weight"] for i, o in enumerate(PEOPLE["origin"])})
    ]
    female = dice.chance(0.55)
    first = dice.pick(origin["female" if female else "male"])
    extra = "".join(f"{dice.pick('ABCEGHJLMPRTW')}." for _ in range(dice.whole(0, 2)))
    return Person(first, f"{first[0]}.{extra}", dice.pick(origin["surnames"]), female)


def draw_home(dice: Dice, split: str) -> Home:
    """Make up an address."""
    number = str(dice.whole(1, 389))
    if dice.chance(0.25):
        number += dice.pick(["a", "B", "-2", " bis", "-III", " A", "/12", "-h"])
    place, start = dice.pick(PLACES[f"{split}_places"])
    letters = "".join(dice.pick("ABCDEGHJKLMNPRSTVWXZ") for _ in range(2))
    if letters in {"SA", "SD", "SS"}:  # never issued
        letters = "KT"
    return Home(
        dice.pick(PLACES[f"{split}_streets"]), number, f"{start}{dice.digits(2)} {letters}", place
    )


def relative_of(dice: Dice, client: Person) -> Person:
    """Make up a member of the family, often with the same name."""
    other = draw_person(dice)
    if dice.chance(0.5):
        return Person(other.first, other.initials, client.surname, other.female)
    return other
