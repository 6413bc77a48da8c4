"""Invented people and where they live."""

from dataclasses import dataclass

from benchmarks.letters.dice import Dice
from benchmarks.letters.lists import Lists


@dataclass(frozen=True)
class Person:
    """Someone who writes, is written about or works somewhere."""

    first: str
    initials: str
    surname: str
    female: bool

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


def draw_person(dice: Dice, lists: Lists) -> Person:
    """Make up a person."""
    weights = {index: origin.weight for index, origin in enumerate(lists.origins)}
    origin = lists.origins[dice.weighed(weights)]
    female = dice.chance(0.55)
    first = dice.pick(origin.female if female else origin.male)
    extra = "".join(f"{dice.pick('ABCEGHJLMPRTW')}." for _ in range(dice.whole(0, 2)))
    return Person(first, f"{first[0]}.{extra}", dice.pick(origin.surnames), female)


def draw_home(dice: Dice, lists: Lists) -> Home:
    """Make up an address."""
    number = str(dice.whole(1, 389))
    if dice.chance(0.25):
        number += dice.pick(lists.house_suffixes)
    place, start = dice.pick(lists.places)
    letters = "".join(dice.pick("ABCDEGHJKLMNPRSTVWXZ") for _ in range(2))
    if letters in {"SA", "SD", "SS"}:  # never issued
        letters = "KT"
    return Home(dice.pick(lists.streets), number, f"{start}{dice.digits(2)} {letters}", place)


def relative_of(dice: Dice, lists: Lists, client: Person) -> Person:
    """Make up a member of the family, often with the same name."""
    other = draw_person(dice, lists)
    if dice.chance(0.5):
        return Person(other.first, other.initials, client.surname, other.female)
    return other
