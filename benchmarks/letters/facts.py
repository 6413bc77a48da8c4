"""The people, dates and numbers of one letter, and a record of what was printed."""

import datetime as dt
import tomllib
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.letters import dates, numbers, people
from benchmarks.letters.dice import Dice
from benchmarks.letters.people import Home, Person
from benchmarks.letters.texts import Text

DATA = Path(__file__).parent / "data"
ORGANISATIONS = tomllib.loads((DATA / "organisations.toml").read_text(encoding="utf-8"))["org"]
WORDS = tomllib.loads((DATA / "words.toml").read_text(encoding="utf-8"))
ROLES = {
    "kind": ("dochter", "zoon", "moeder", "vader"),
    "ouder": ("moeder", "vader", "dochter", "zoon"),
    "partner": ("partner", "partner", "partner", "partner"),
}
# when the client was born, by who writes
BIRTH_YEARS = {
    "minor": (2011, 2019),
    "kind": (1928, 1952),
    "ouder": (1990, 2006),
    "partner": (1938, 1975),
}
FOLD = str.maketrans({"\N{LATIN SMALL LETTER DOTLESS I}": "i", "ł": "l"})  # not decomposed by NFKD


@dataclass
class Facts:
    """What one letter is about. `present` names the elements that it is meant to hold."""

    text: Text
    dice: Dice
    split: str
    org: dict[str, list[str] | str]
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
    bsn_valid: bool = True
    present: set[str] = field(default_factory=set)
    printed: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    own_reference: str = ""
    sent_role: bool = False  # the decision date was called a date of sending

    def note(self, element: str, value: str) -> str:
        """Record that the letter prints this value of an element, and return it."""
        if value not in self.printed[element]:
            self.printed[element].append(value)
        return value

    def say(self, slot: str) -> str:
        """Return what stands in a slot; unknown slots are an error in the text."""
        name, _, argument = slot.partition(":")
        if argument and name in {"d", "dd", "m"}:
            return self._event(name, int(argument))
        return str(getattr(self, f"say_{name}")())

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

    # what texts may ask for, by slot name

    def say_dec(self) -> str:
        """Say: date of the decision."""
        self.note("besluitdatum", self.dec_date.isoformat())
        return dates.written(self.dec_date, self.date_form)

    def say_decuit(self) -> str:
        """Say: date of the decision with the day spelled out."""
        self.note("besluitdatum", self.dec_date.isoformat())
        return dates.written(self.dec_date, "spelled")

    def say_datum(self) -> str:
        """Say: date of the letter in running text."""
        self.note("datum", self.letter_date.isoformat())
        return dates.written(self.letter_date, self.date_form)

    def say_ken(self) -> str:
        """Say: reference of the decision."""
        return self.note("kenmerk", self.ken)

    def say_bsn(self) -> str:
        """Say: bSN as this writer writes it."""
        self.note("bsn", self.bsn)
        return numbers.written_bsn(self.dice, self.bsn, self.split)

    def say_rel(self) -> str:
        """Say: client number."""
        return self.note("relatienummer", self.rel)

    def say_naam(self) -> str:
        """Say: name of the client."""
        form = self.client.full if self.dice.chance(0.5) else self.client.formal
        return self.note("naam", form)

    def say_naamfull(self) -> str:
        """Say: first name and surname of the client."""
        return self.note("naam", self.client.full)

    def say_voornaam(self) -> str:
        """Say: first name of the client."""
        return self.client.first

    def say_beleefd(self) -> str:
        """Say: title and surname of the client."""
        return self.client.polite

    def say_ik(self) -> str:
        """Say: full name of the writer."""
        if self.writer is self.client:
            return self.say_naam()
        return self.note("vertegenwoordiger", self.writer.full)

    def say_adres(self) -> str:
        """Say: address of the sender in one line."""
        self.note("adres", self.home.postcode)
        home = self.home
        comma = self.dice.pick([", ", " te ", ", "])
        return f"{home.street} {home.number}{comma}{home.postcode} {home.place}"

    def say_clientadres(self) -> str:
        """Say: address of the represented client in one line."""
        home = self.client_home
        self.note("adres", home.postcode)
        return f"{home.street} {home.number}, {home.postcode} {home.place}"

    def say_plaats(self) -> str:
        """Say: place of the sender."""
        return self.home.place

    def say_geb(self) -> str:
        """Say: birth date of the client."""
        return dates.written(
            self.birth, self.date_form if self.date_form != "apostrophe" else "dashes"
        )

    def say_tel(self) -> str:
        """Say: telephone of the sender."""
        return self.note("telefoon", self.phone)

    def say_mail(self) -> str:
        """Say: e-mail of the sender."""
        return self.note("email", self.email)

    def say_org(self) -> str:
        """Say: organisation that is written to."""
        return str(self.org["name"])

    def say_aanbieder(self) -> str:
        """Say: care provider."""
        return self.note("zorgaanbieder", self.provider)

    def say_medew(self) -> str:
        """Say: an employee."""
        return self.worker.polite

    def say_ander(self) -> str:
        """Say: somebody else: neighbour, doctor."""
        return self.other.polite

    def say_rol(self) -> str:
        """Say: what the writer is to the client."""
        female, male, *_ = ROLES[self.text.writer]
        return female if self.writer.female else male

    def say_clientrol(self) -> str:
        """Say: what the client is to the writer."""
        *_, female, male = ROLES[self.text.writer]
        return female if self.client.female else male

    def say_mw(self) -> str:
        """Say: title of the client."""
        return "mevrouw" if self.client.female else "de heer"

    def say_hij(self) -> str:
        """Say: pronoun of the client."""
        return "zij" if self.client.female else "hij"

    def say_Hij(self) -> str:  # noqa: N802 - the slot is a capital
        """Say: pronoun of the client at the start of a sentence."""
        return "Zij" if self.client.female else "Hij"

    def say_hem(self) -> str:
        """Say: object pronoun of the client."""
        return "haar" if self.client.female else "hem"

    def say_zijn(self) -> str:
        """Say: possessive of the client."""
        return "haar" if self.client.female else "zijn"

    def say_Zijn(self) -> str:  # noqa: N802 - the slot is a capital
        """Say: possessive of the client at the start of a sentence."""
        return "Haar" if self.client.female else "Zijn"

    def say_eigenref(self) -> str:
        """Say: reference of the writer's own office."""
        return self.own_reference

    def say_polis(self) -> str:
        """Say: a decoy: policy number of an insurer."""
        return self.dice.digits(9)

    def say_iban(self) -> str:
        """Say: a decoy: bank account."""
        return numbers.draw_iban(self.dice)

    def say_orgtel(self) -> str:
        """Say: a decoy: telephone of the organisation."""
        return self.dice.pick(["071-5825888", "088-7891000", "0900-1404", "14 071"])


def draw_organisation(dice: Dice, text: Text) -> dict[str, list[str] | str]:
    """Choose who is written to."""
    options = [org for org in ORGANISATIONS if org["to"] in text.to]
    org = dice.pick(options)
    at = dice.whole(0, len(org["addresses"]) - 1)
    name = (
        org["names"][min(at, len(org["names"]) - 1)]
        if org["profile"] == "awb"
        else dice.pick(org["names"])
    )
    return {
        "profile": org["profile"],
        "to": org["to"],
        "address": org["addresses"][at],
        "name": name,
    }


def draw_email(dice: Dice, person: Person) -> str:
    """Make up an e-mail address that goes with a name."""
    plain = people_ascii(person.surname)
    first = people_ascii(person.first)
    left = dice.pick(
        [
            f"{first}.{plain}",
            f"{first[0]}.{plain}",
            f"{plain}{dice.whole(1, 88)}",
            f"fam.{plain}",
            f"{first}_{plain}",
        ]
    )
    return f"{left}@{dice.pick(WORDS['mail_hosts'])}"


def people_ascii(name: str) -> str:
    """Fold a name to what an e-mail address can hold."""
    plain = unicodedata.normalize("NFKD", name.translate(FOLD)).lower()
    return "".join(c for c in plain if c.isascii() and c.isalpha())


def draw_facts(dice: Dice, text: Text, split: str) -> Facts:
    """Make up everything that a letter may name."""
    client = people.draw_person(dice)
    writer = draw_writer(dice, text, client)
    home = people.draw_home(dice, split)
    same = writer is client or dice.chance(0.25)
    org = draw_organisation(dice, text)
    decision = dice.day(dt.date(2026, 1, 12), dt.date(2026, 9, 25))
    decision -= dt.timedelta(days=max(0, decision.weekday() - 4))
    first, last = BIRTH_YEARS.get("minor" if text.minor else text.writer, (1935, 1998))
    return Facts(
        text=text,
        dice=dice,
        split=split,
        org=org,
        client=client,
        writer=writer,
        home=home,
        client_home=home if same else people.draw_home(dice, split),
        letter_date=decision,
        dec_date=decision,
        birth=dice.day(dt.date(first, 1, 1), dt.date(last, 12, 31)),
        bsn=numbers.draw_bsn(dice),
        ken=numbers.shaped(dice, dice.pick(numbers.KENMERKEN[split])),
        rel=numbers.shaped(dice, dice.pick(numbers.RELATIES[split])),
        phone=numbers.shaped(dice, dice.pick(numbers.PHONES)),
        email=draw_email(dice, writer),
        provider=dice.pick(WORDS[f"{split}_providers"]),
        worker=people.draw_person(dice),
        other=people.draw_person(dice),
        date_form=dates.draw_form(dice),
        own_reference=numbers.shaped(dice, dice.pick(["{y}.{d4}/{l2}", "D{d6}", "{d5}-{l3}"])),
    )


def draw_writer(dice: Dice, text: Text, client: Person) -> Person:
    """Choose who writes: the client or somebody for the client."""
    if text.writer == "zelf":
        return client
    if text.writer in ROLES:
        return people.relative_of(dice, client)
    return people.draw_person(dice)
