"""The people, dates and numbers of one letter, and a record of what was printed."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, field

from benchmarks.letters import dates, slots
from benchmarks.letters.dice import Dice
from benchmarks.letters.lists import Lists, load_lists
from benchmarks.letters.organisations import Office
from benchmarks.letters.people import Home, Person
from benchmarks.letters.texts import Text


@dataclass
class Facts:
    """What one letter is about. `present` names the elements that it is meant to hold."""

    text: Text
    dice: Dice
    split: str
    org: Office
    client: Person
    writer: Person
    home: Home
    client_home: Home
    letter_date: dt.date
    dec_date: dt.date
    birth: dt.date
    bsn: str
    ken: str
    rel: str
    phone: str
    email: str
    provider: str
    worker: Person
    other: Person
    date_form: str
    own_reference: str
    decoys: dict[str, str]
    bsn_valid: bool = True
    present: set[str] = field(default_factory=set)
    printed: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    shown: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    @property
    def lists(self) -> Lists:
        """The lists that this letter chooses from."""
        return load_lists(self.split)

    def note(self, element: str, value: str, shown: str = "") -> str:
        """Record that the letter prints this value of an element, and return what it shows."""
        shown = shown or value
        if value not in self.printed[element]:
            self.printed[element].append(value)
        if shown not in self.shown[element]:
            self.shown[element].append(shown)
        return shown

    def say(self, slot: str) -> str:
        """Return what stands in a slot; unknown slots are an error in the text."""
        name, _, argument = slot.partition(":")
        if argument:
            return self._event(name, int(argument))
        return slots.SLOTS[name](self)

    def _event(self, base: str, days: int) -> str:
        """Date of something that happened `days` after the letter (d, m) or decision (dd)."""
        start = self.dec_date if base == "dd" else self.letter_date
        day = start + dt.timedelta(days=days + self.dice.whole(-2, 2) * (abs(days) > 6))
        if base == "m":
            return dates.written(day, "month")
        form = self.date_form
        if form in {"long", "zero_long"} and self.dice.chance(0.5):
            form = "no_year"
        return dates.written(day, form)
