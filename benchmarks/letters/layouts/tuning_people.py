"""More layouts for tuning: the ways in which people write down who they are."""

from benchmarks.letters.content import Content
from benchmarks.letters.layouts.forms import box
from benchmarks.letters.layouts.layout import Layout
from benchmarks.letters.layouts.parts import (
    attachments,
    body,
    closing,
    dated,
    prose,
    references,
    signature,
    subject,
)
from benchmarks.letters.people import Person
from benchmarks.letters.sheet import HEIGHT, WIDTH, Sheet

PREFIXES = {
    "van",
    "de",
    "der",
    "den",
    "het",
    "ter",
    "ten",
    "te",
    "in",
    "op",
    "uit",
    "'t",
    "el",
    "la",
    "da",
    "dos",
}


def element_of(content: Content, person: Person) -> str:
    """Return the element that a person's name is."""
    return "naam" if person is content.facts.client else "vertegenwoordiger"


def note_name(content: Content, person: Person, shown: str, *values: str) -> str:
    """Record a name in a form of its own; every value is a right way to take it down."""
    for value in values or (person.formal,):
        content.facts.note(element_of(content, person), value, shown)
    return shown


def halves(surname: str) -> tuple[str, str]:
    """Split a surname into its prefixes and the rest."""
    words = surname.split()
    count = 0
    while count < len(words) - 1 and words[count].lower() in PREFIXES:
        count += 1
    return " ".join(words[:count]), " ".join(words[count:])


def spaced(person: Person) -> str:
    """Write initials with a space between them."""
    return f"{person.initials.replace('.', '. ').strip()} {person.surname}"


def surname_first(content: Content, person: Person) -> str:
    """Write the surname before the initials, as an index of cards does."""
    prefix, rest = halves(person.surname)
    behind = f" {prefix}" if prefix else ""
    shown = content.facts.dice.pick(
        [
            f"{rest}, {person.initials}{behind}",
            f"{rest.upper()}, {person.initials}{behind}",
            f"{rest}, {person.first}{behind}",
        ]
    )
    first = person.full if person.first in shown.split() else person.formal
    return note_name(content, person, shown, first, shown)


def fancy(content: Content, person: Person) -> str:
    """Write a name in one of the rarer ways."""
    dice = content.facts.dice
    title = dice.pick(["Mevr.", "Mw.", "Mw"] if person.female else ["Dhr.", "De heer", "Dhr"])
    forms = [
        (f"{title} {spaced(person)}", person.formal),
        (f"{person.initials} ({person.first}) {person.surname}", person.formal, person.full),
        (f"{title} {person.initials.replace('.', '')} {person.surname}", person.formal),
        (person.full.upper(), person.full),
        (f"{person.first} {person.initials[2:]} {person.surname}".replace("  ", " "), person.full),
    ]
    if person.female and "-" not in person.surname:
        born = content.facts.other.surname
        married = f"{person.formal} geb. {born}"
        forms.append((married, person.formal, married))
    shown, *values = dice.pick(forms)
    return note_name(content, person, shown, shown, *values)


def name_bottom(sheet: Sheet, content: Content) -> None:
    """Recipient on top; the name stands under the signature only, the address along the foot."""
    sheet.block(content.recipient())
    sheet.gap(2)
    dated(sheet, content, content.place_date(), align="right")
    subject(sheet, content)
    references(sheet, content)
    body(sheet, content)
    if content.closing:
        sheet.line(content.closing)
    signature(sheet, content)
    sheet.line(fancy(content, content.facts.writer))
    attachments(sheet, content)
    foot = "  ·  ".join([*content.address(), *content.contact(labels=False)])
    sheet.put(foot, (WIDTH / 2, HEIGHT - 48), size=8.5, align="center")


def name_top(sheet: Sheet, content: Content) -> None:
    """Draw the name in a letterhead; the signature has no name beside it."""
    sheet.line(fancy(content, content.facts.writer), bold=True, size=sheet.size + 3)
    sheet.block(content.address())
    for line in content.contact(labels=False):
        sheet.line(line, size=sheet.size * 0.9)
    sheet.gap(1.5)
    sheet.block(["Aan", *content.recipient()])
    sheet.gap()
    dated(sheet, content, content.place_date())
    references(sheet, content)
    subject(sheet, content)
    body(sheet, content)
    closing(sheet, content, name=content.sign == "getypt")
    attachments(sheet, content)


def parted(content: Content) -> list[tuple[str, str]]:
    """Return name and address in parts, each with its label."""
    facts = content.facts
    person, home = facts.writer, facts.home
    prefix, rest = halves(person.surname)
    for shown in (rest, person.initials):
        note_name(content, person, shown, person.formal)
    rows = [("Achternaam", rest), ("Tussenvoegsel(s)", prefix), ("Voorletters", person.initials)]
    if "adres" not in facts.present:
        return rows
    number = home.number[: len(home.number) - len(home.number.lstrip("0123456789"))]
    extra = home.number[len(number) :].strip(" -/")
    facts.note("adres", home.postcode, home.street)
    rows += [("Straat", home.street), ("Huisnummer", number)]
    rows += [("Toevoeging", extra)] if extra else []
    return [*rows, ("Postcode", home.postcode), ("Woonplaats", home.place)]


def reached(content: Content) -> list[tuple[str, str]]:
    """Return telephone, e-mail and, now and then, a doctor."""
    facts = content.facts
    rows = [("Telefoonnummer overdag", facts.say("tel"))] if content.with_phone else []
    if content.with_email:
        rows.append(("E-mail", facts.say("mail")))
    if facts.dice.chance(0.5):
        rows.append(("Naam huisarts", facts.other.formal))
    return rows


def split_form(sheet: Sheet, content: Content) -> None:
    """Draw a form that asks for each part of a name and an address in a field of its own."""
    facts = content.facts
    title = "Bezwaar maken" if facts.text.kind == "bezwaar" else "Klacht indienen"
    sheet.line(title, bold=True, size=16)
    sheet.line(f"Formulier voor {facts.org.name}", size=sheet.size * 0.9)
    sheet.gap()
    sheet.line("1. Uw gegevens", bold=True)
    rows = [*parted(content), *content.references(), *reached(content)]
    sheet.table(rows, sheet.style.left + 150, colon=facts.dice.chance(0.5))
    sheet.gap()
    sheet.line("2. Waar gaat het over?", bold=True)
    if content.subject:
        sheet.para(content.subject_text())
    prose(sheet, content)
    sheet.line("3. Ondertekening", bold=True)
    if content.has_date():
        sheet.line(f"Datum: {content.date()}")
    if content.sign == "getypt":
        sheet.line(f"Naam: {content.sign_name()}")
        return
    sheet.line("Handtekening:")
    signature(sheet, content, x=sheet.style.left + 70)


def index_card(sheet: Sheet, content: Content) -> None:
    """Write the surname before the initials, in a box of references at the right."""
    facts = content.facts
    sheet.block(content.recipient())
    sheet.gap(1.5)
    who = surname_first(content, facts.writer)
    rows = [("Van" if facts.writer is not facts.client else "Naam", who)]
    address = content.address()
    if len(address) == 2:
        rows += [("Adres", address[0]), ("", address[1])]
    if content.with_phone:
        rows.append(("Tel.", facts.say("tel")))
    if content.with_email:
        rows.append(("Mail", facts.say("mail")))
    rows += content.references()
    if content.has_date():
        rows.append(("Datum", content.date()))
    sheet.table(rows, sheet.style.left + 95)
    sheet.gap()
    subject(sheet, content)
    body(sheet, content)
    closing(sheet, content, name=facts.dice.chance(0.5))
    attachments(sheet, content)


def mail_signature(sheet: Sheet, content: Content) -> None:
    """Draw a printed e-mail whose sender is told in the signature below it."""
    facts = content.facts
    address = facts.note("email", facts.email)
    rows = [("Van", address), ("Aan", facts.dice.pick(facts.lists.mail_desks))]
    if content.has_date():
        rows.append(
            ("Datum", f"{content.date()} om {facts.dice.whole(7, 22)}:{facts.dice.whole(10, 59)}")
        )
    rows.append(("Onderwerp", content.subject_text() or "brief"))
    sheet.table(rows, sheet.style.left + 70)
    sheet.rule()
    sheet.gap()
    body(sheet, content)
    if content.closing:
        sheet.line(content.closing)
        sheet.gap(0.5)
    signature(sheet, content, lines=2.5)
    sheet.line(content.sign_name(), bold=True)
    sheet.line(" | ".join(content.address()), size=sheet.size * 0.9)
    tail = [f"M {facts.say('tel')}"] if content.with_phone else []
    sheet.line(" | ".join([*tail, f"E {address}"]), size=sheet.size * 0.9)
    references(sheet, content)
    if facts.dice.chance(0.4):
        sheet.gap()
        sheet.line("Verstuurd vanaf mijn iPhone", size=sheet.size * 0.9)


def introduced(sheet: Sheet, content: Content) -> None:
    """Tell name and address in the first sentence; nothing stands at the head."""
    facts = content.facts
    sheet.block(content.recipient())
    sheet.gap()
    dated(sheet, content, content.date())
    subject(sheet, content)
    if content.salutation:
        sheet.line(content.salutation)
        sheet.gap()
    person = facts.writer
    name = note_name(content, person, facts.dice.pick([person.full, person.formal]))
    facts.note(element_of(content, person), name, name)
    address = content.address()
    lives = f", wonende {', '.join(address)}" if len(address) == 2 else ""
    born = f", geboren op {facts.say('geb')}" if person is facts.client else ""
    sheet.para(
        facts.dice.pick(
            [
                f"Ik ben {name}{born}{lives}.",
                f"Mijn naam is {name}{born}{lives}.",
                f"Ondergetekende, {name}{born}{lives}, schrijft u het volgende.",
                f"Hierbij schrijf ik, {name}{born}{lives}, u deze brief.",
            ]
        )
    )
    sheet.gap()
    prose(sheet, content)
    closing(sheet, content, name=content.sign == "getypt" or facts.dice.chance(0.3))
    if content.with_phone or content.with_email:
        sheet.block(content.contact())
    references(sheet, content)
    attachments(sheet, content)


def case_worker(sheet: Sheet, content: Content) -> None:
    """Name a case worker, a doctor and an addressee near the sender."""
    facts = content.facts
    top = sheet.y
    sheet.block([fancy(content, facts.writer), *content.address(), *content.contact()])
    low, sheet.y = sheet.y, top
    x = WIDTH / 2 + 20
    office, *rest = content.recipient()
    worker = facts.worker.titled("mevrouw" if facts.worker.female else "de heer")
    sheet.block(
        [office, f"t.a.v. {worker}", *[line for line in rest if "t.a.v" not in line.lower()]], x=x
    )
    sheet.y = max(low, sheet.y)
    sheet.gap(1.5)
    dated(sheet, content, content.place_date())
    rows = [("Behandeld door", worker), *content.references()]
    if facts.dice.chance(0.5):
        rows.append(("Huisarts", f"dr. {facts.other.formal}"))
    if content.subject:
        rows.append(("Betreft", content.subject_text()))
    sheet.table(rows, sheet.style.left + 100)
    sheet.gap()
    body(sheet, content)
    closing(sheet, content)
    attachments(sheet, content)
    sheet.gap(0.6)
    sheet.line(f"c.c.: dhr. {facts.other.formal}, huisarts", size=sheet.size * 0.9)


def two_signers(sheet: Sheet, content: Content) -> None:
    """Two people stand at the head and sign side by side."""
    facts = content.facts
    writer, mate = facts.writer, facts.other
    element = element_of(content, writer)
    for person in (writer, mate):
        facts.note(element, person.formal)
    first, second = writer.formal, mate.formal
    sheet.line(facts.dice.pick([f"{first} en {second}", f"{first} & {second}"]))
    sheet.block([*content.address(), *content.contact()])
    sheet.gap(1.5)
    sheet.block(content.recipient())
    sheet.gap(1.5)
    dated(sheet, content, content.place_date())
    references(sheet, content)
    subject(sheet, content)
    body(sheet, content)
    sheet.ensure(sheet.step * 7)
    if content.closing:
        sheet.line(content.closing)
    signature(sheet, content)
    sheet.put(first, (sheet.style.left, sheet.y))
    sheet.put(second, (WIDTH / 2 + 10, sheet.y))
    sheet.gap(1.2)
    attachments(sheet, content)


def household(sheet: Sheet, content: Content) -> None:
    """Draw a letterhead of a family; the full name stands under the signature."""
    facts = content.facts
    surname = facts.writer.surname[0].upper() + facts.writer.surname[1:]
    head = facts.dice.pick(["Fam. {}", "Familie {}", "fam. {}"]).format(surname)
    sheet.line(head, align="right", bold=True)
    for line in [*content.address(), *content.contact()]:
        sheet.line(line, align="right")
    sheet.gap()
    sheet.block(content.recipient())
    sheet.gap(1.5)
    dated(sheet, content, content.place_date())
    subject(sheet, content)
    references(sheet, content)
    body(sheet, content)
    if content.closing:
        sheet.line(content.closing)
    signature(sheet, content)
    sheet.line(facts.note(element_of(content, facts.writer), facts.writer.full))
    attachments(sheet, content)


def parties_table(sheet: Sheet, content: Content) -> None:
    """Give client, writer and care workers in a table before the letter."""
    facts = content.facts
    client, writer = facts.client, facts.writer
    sheet.block(content.recipient())
    sheet.gap()
    own = writer is client
    name = client.titled(facts.dice.pick(facts.lists.titles["female" if client.female else "male"]))
    rows = [("Cliënt", note_name(content, client, name)), ("Geboren", facts.say("geb"))]
    address = content.address()
    if len(address) == 2:
        rows.append(("Adres" if own else "Adres indiener", ", ".join(address)))
    if not own:
        rows.insert(2, ("Ingediend door", note_name(content, writer, writer.full, writer.full)))
    rows.append(("Huisarts", f"dr. {facts.other.surname[0].upper()}{facts.other.surname[1:]}"))
    rows.append(("Uw medewerker", facts.worker.formal))
    if content.with_phone:
        rows.append(("Telefoon", facts.say("tel")))
    if content.with_email:
        rows.append(("E-mail", facts.say("mail")))
    rows += content.references()
    if content.has_date():
        rows.append(("Datum", content.date()))
    for label, value in rows:
        box(sheet, label, value)
    sheet.gap()
    subject(sheet, content)
    body(sheet, content)
    closing(sheet, content)
    attachments(sheet, content)


def foot_strip(sheet: Sheet, content: Content) -> None:
    """Print the sender as a strip at the foot, and initials only under the signature."""
    facts = content.facts
    dated(sheet, content, content.place_date())
    sheet.block(content.recipient())
    sheet.gap(2)
    references(sheet, content)
    subject(sheet, content, label=False)
    body(sheet, content)
    closing(sheet, content, name=False)
    sheet.line(note_name(content, facts.writer, spaced(facts.writer)))
    attachments(sheet, content)
    name = note_name(content, facts.writer, facts.writer.full, facts.writer.full)
    parts = [name, *content.address(), *content.contact(labels=False)]
    sheet.canvas.line(sheet.style.left, 60, WIDTH - sheet.style.right, 60)
    sheet.put(" - ".join(parts), (sheet.style.left, HEIGHT - 56), size=8)


LAYOUTS = (
    Layout("n_name_bottom", name_bottom),
    Layout("n_name_top", name_top),
    Layout("n_split_form", split_form),
    Layout("n_index_card", index_card),
    Layout("n_mail_signature", mail_signature, digital="email", size=10),
    Layout("n_introduced", introduced),
    Layout("n_case_worker", case_worker),
    Layout("n_two_signers", two_signers),
    Layout("n_household", household),
    Layout("n_parties_table", parties_table),
    Layout("n_foot_strip", foot_strip, style=(("bottom", 80),)),
)
