"""The words of one letter, ready for a layout; printing is noted in the facts."""

import re
from dataclasses import dataclass, field

from benchmarks.letters import dates
from benchmarks.letters.facts import Facts
from benchmarks.letters.texts import fill


@dataclass
class Content:
    """A letter's parts; a layout decides what goes where."""

    facts: Facts
    body: str = ""
    subject: str = ""
    title: str = ""
    salutation: str = ""
    closing: str = ""
    in_refs: list[str] = field(default_factory=list)  # elements for reference lines
    sign: str = "inkt"
    with_phone: bool = False
    with_email: bool = False
    with_birth: bool = False
    month_only: bool = False
    first_name_only: bool = False
    attachments: list[str] = field(default_factory=list)

    def label(self, key: str) -> str:
        """Choose a label for a reference line."""
        ciz = key == "ken" and self.facts.org.to == "ciz"
        return self.facts.dice.pick(self.facts.lists.labels["ciz_ken" if ciz else key])

    def name(self) -> str:
        """Name of who writes, as in a sender block."""
        person, dice = self.facts.writer, self.facts.dice
        if self.first_name_only:
            return person.first
        form = dice.weighed({"formal": 4, "full": 4, "titled": 2})
        title = dice.pick(self.facts.lists.titles["female" if person.female else "male"])
        shown = {"formal": person.formal, "full": person.full, "titled": person.titled(title)}[form]
        element = "naam" if person is self.facts.client else "vertegenwoordiger"
        return self.facts.note(element, shown)

    def address(self) -> list[str]:
        """Street and place lines of the sender, or nothing when the address is left out."""
        facts, home = self.facts, self.facts.home
        if "adres" not in facts.present:
            return [home.place] if facts.dice.chance(0.2) else []
        postcode = home.postcode if facts.dice.chance(0.8) else home.postcode.replace(" ", "")
        space = facts.dice.pick([" ", "  ", " "])
        street = facts.note("adres", home.postcode, f"{home.street} {home.number}")
        postcode = facts.note("adres", home.postcode, postcode)
        return [street, f"{postcode}{space}{facts.note('adres', home.postcode, home.place)}"]

    def contact(self, *, labels: bool = True) -> list[str]:
        """Telephone and e-mail lines."""
        lines = []
        if self.with_phone:
            value = self.facts.say("tel")
            lines.append(f"{self.label('tel')} {value}" if labels else value)
        if self.with_email:
            value = self.facts.say("mail")
            lines.append(f"E-mail: {value}" if labels and self.facts.dice.chance(0.6) else value)
        return lines

    def sender(self) -> list[str]:
        """Return the sender block."""
        return [self.name(), *self.address(), *self.contact()]

    def recipient(self) -> list[str]:
        """Return the address block of who is written to."""
        return list(self.facts.org.address)

    def has_date(self) -> bool:
        """Tell whether the letter bears a date."""
        return "datum" in self.facts.present

    def date(self, form: str = "") -> str:
        """Return the date of the letter, in a form of its own if given; empty when it has none."""
        if not self.has_date():
            return ""
        day = self.facts.letter_date
        if self.month_only:
            return dates.written(day, "month")
        if not form:
            return self.facts.say("datum")
        return self.facts.note("datum", day.isoformat(), dates.written(day, form))

    def place_date(self) -> str:
        """Place and date on one line."""
        if not self.has_date():
            return ""
        return f"{self.facts.home.place.split(' (')[0]}, {self.date()}"

    def references(self) -> list[tuple[str, str]]:
        """Labels and values of the reference lines."""
        rows = [(self.label(key), self.facts.say(key)) for key in self.in_refs]
        if self.with_birth:
            rows.append((self.label("geb"), self.facts.say("geb")))
        return rows

    def subject_text(self) -> str:
        """Return the subject, without its label."""
        return fill(self.subject, self.facts) if self.subject else ""

    def paragraphs(self) -> list[str]:
        """Return the body, one string a paragraph or list item."""
        filled = fill(self.body, self.facts)
        return [
            re.sub(r"\s*\n\s*", " ", part).strip()
            if not part.startswith(("- ", "1. ", "# "))
            else part.strip()
            for part in _parts(filled)
        ]

    def sign_name(self) -> str:
        """Return the typed name under the signature."""
        facts = self.facts
        if self.first_name_only:
            return facts.writer.first
        form = facts.writer.full if facts.dice.chance(0.5) else facts.writer.formal
        own = facts.note("naam" if facts.writer is facts.client else "vertegenwoordiger", form)
        if not facts.text.couple:
            return own
        return f"{own} en {facts.note('naam', facts.other.formal)}"


def _parts(text: str) -> list[str]:
    """Split at blank lines and before list items."""
    out: list[str] = []
    for chunk in re.split(r"\n\s*\n", text.strip()):
        current: list[str] = []
        for line in chunk.split("\n"):
            if re.match(r"(- |\d+\. |# )", line) and current:
                out.append("\n".join(current))
                current = []
            current.append(line)
        out.append("\n".join(current))
    return [part for part in out if part.strip()]
