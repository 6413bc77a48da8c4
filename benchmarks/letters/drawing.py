"""Makes up everything that a letter may name."""

import datetime as dt
import unicodedata

from benchmarks.letters import dates, numbers, people
from benchmarks.letters.dice import Dice
from benchmarks.letters.facts import Facts
from benchmarks.letters.lists import Lists, load_lists
from benchmarks.letters.organisations import Office, draw_office
from benchmarks.letters.people import Person
from benchmarks.letters.slots import ROLES
from benchmarks.letters.texts import Text

# when the client was born, by who writes
BIRTH_YEARS = {
    "minor": (2011, 2019),
    "kind": (1928, 1952),
    "ouder": (1990, 2006),
    "partner": (1938, 1975),
}
FOLD = str.maketrans({"\N{LATIN SMALL LETTER DOTLESS I}": "i", "ł": "l"})  # not decomposed by NFKD


def draw_facts(dice: Dice, text: Text, split: str, *, office: Office | None = None) -> Facts:
    """Make up people, places, dates and numbers for a text."""
    lists = load_lists(split)
    client = people.draw_person(dice, lists)
    writer = draw_writer(dice, text, lists, client)
    home = people.draw_home(dice, lists)
    same = writer is client or dice.chance(0.25)
    decision = dice.day(dt.date(2026, 1, 12), dt.date(2026, 9, 25))
    decision -= dt.timedelta(days=max(0, decision.weekday() - 4))
    first, last = BIRTH_YEARS.get("minor" if text.minor else text.writer, (1935, 1998))
    own = dice.pick(["{y}.{d4}/{l2}", "D{d6}", "{d5}-{l3}"])
    return Facts(
        text=text,
        dice=dice,
        split=split,
        org=office or draw_office(dice, split, text.to),
        client=client,
        writer=writer,
        home=home,
        client_home=home if same else people.draw_home(dice, lists),
        letter_date=decision,
        dec_date=decision,
        birth=dice.day(dt.date(first, 1, 1), dt.date(last, 12, 31)),
        bsn=numbers.draw_bsn(dice),
        ken=numbers.shaped(dice, dice.pick(lists.kenmerken)),
        rel=numbers.shaped(dice, dice.pick(lists.relaties)),
        phone=numbers.shaped(dice, dice.pick(lists.phones)),
        email=draw_email(dice, writer, lists),
        provider=dice.pick(lists.providers),
        worker=people.draw_person(dice, lists),
        other=people.draw_person(dice, lists),
        date_form=dates.draw_form(dice, lists.dates),
        own_reference=numbers.shaped(dice, own),
        decoys=draw_decoys(dice, lists),
    )


def draw_writer(dice: Dice, text: Text, lists: Lists, client: Person) -> Person:
    """Choose who writes: the client or somebody for the client."""
    if text.writer == "zelf":
        return client
    if text.writer in ROLES:
        return people.relative_of(dice, lists, client)
    return people.draw_person(dice, lists)


def draw_decoys(dice: Dice, lists: Lists) -> dict[str, str]:
    """Make up numbers that look like elements and are none."""
    return {
        "polis": dice.digits(9),
        "iban": numbers.draw_iban(dice),
        "bsn2": numbers.draw_bsn(dice),
        "ken2": numbers.shaped(dice, dice.pick(lists.kenmerken), year=2024),
        "orgtel": dice.pick(["071-5825888", "088-7891000", "0900-1404", "14 071"]),
    }


def draw_email(dice: Dice, person: Person, lists: Lists) -> str:
    """Make up an e-mail address that goes with a name."""
    plain, first = ascii_letters(person.surname), ascii_letters(person.first)
    left = dice.pick(
        [
            f"{first}.{plain}",
            f"{first[0]}.{plain}",
            f"{plain}{dice.whole(1, 88)}",
            f"fam.{plain}",
            f"{first}_{plain}",
        ]
    )
    return f"{left}@{dice.pick(lists.mail_hosts)}"


def ascii_letters(name: str) -> str:
    """Fold a name to what an e-mail address can hold."""
    plain = unicodedata.normalize("NFKD", name.translate(FOLD)).lower()
    return "".join(c for c in plain if c.isascii() and c.isalpha())
