"""Layouts for tuning that are no letters on paper: printed mail, web forms, paper forms."""

from benchmarks.letters.content import Content
from benchmarks.letters.layouts.parts import body, closing, references, signature
from benchmarks.letters.sheet import HEIGHT, Sheet


def email(sheet: Sheet, content: Content) -> None:
    """Draw an e-mail that was printed."""
    facts = content.facts
    address = facts.note("email", facts.email)
    name = content.name()
    sheet.line(name, bold=True, size=sheet.size + 1)
    sheet.rule(thick=1.4)
    sheet.gap(0.5)
    rows = [("Van", f"{name} <{address}>")]
    if content.has_date():
        stamp = content.date()
        rows.append(("Verzonden", f"{stamp} {facts.dice.whole(7, 22)}:{facts.dice.whole(10, 59)}"))
    rows.append(
        (
            "Aan",
            facts.dice.pick(
                [
                    "bezwaar@zorgkantoor.example.nl",
                    "klantenservice@zorg.example.com",
                    "info@kantoor.example.org",
                ]
            ),
        )
    )
    rows.append(
        (
            "Onderwerp",
            content.subject_text() or facts.dice.pick(["brief", "mijn zaak", "zie onder"]),
        )
    )
    sheet.table(rows, sheet.style.left + 80, bold=True)
    sheet.gap()
    body(sheet, content)
    closing(sheet, content)
    sheet.block([*content.address()])
    if content.with_phone:
        sheet.line(facts.say("tel"))
    references(sheet, content)


def web_form(sheet: Sheet, content: Content) -> None:
    """Print-out of a web form: questions left, answers right."""
    facts = content.facts
    title = "Bezwaarschrift indienen" if facts.text.kind == "bezwaar" else "Klachtenformulier"
    sheet.line(facts.dice.pick([title, f"Formulier: {title.lower()}"]), bold=True, size=15)
    sheet.rule()
    sheet.gap()
    rows = [("Naam", content.name())]
    address = content.address()
    if len(address) == 2:
        rows += [("Straat en huisnummer", address[0]), ("Postcode en woonplaats", address[1])]
    if content.with_phone:
        rows.append(("Telefoonnummer", facts.say("tel")))
    if content.with_email:
        rows.append(("E-mailadres", facts.say("mail")))
    rows += content.references()
    if content.has_date():
        rows.append(
            (facts.dice.pick(["Datum", "Ingevuld op", "Datum van indienen"]), content.date())
        )
    rows.append(("Gericht aan", content.recipient()[0]))
    if content.subject:
        rows.append(("Onderwerp", content.subject_text()))
    sheet.table(rows, sheet.style.left + 170, colon=False)
    sheet.gap()
    sheet.line("Toelichting" if facts.dice.chance(0.5) else "Uw bericht", bold=True)
    for part in content.paragraphs():
        for line in part.removeprefix("# ").split("\n"):
            sheet.para(line)
        sheet.gap(0.6)
    sheet.rule()
    sheet.line("Handtekening indiener" if content.sign != "getypt" else "Naam indiener")
    signature(sheet, content)
    sheet.line(content.sign_name())


def boxed_form(sheet: Sheet, content: Content) -> None:
    """Draw a paper form with ruled boxes and small captions."""
    facts = content.facts
    title = "BEZWAARFORMULIER" if facts.text.kind == "bezwaar" else "KLACHTFORMULIER"
    sheet.line(title, bold=True, size=15)
    sheet.line(content.recipient()[0])
    sheet.gap()
    rows = [("Naam en voorletters", content.name())]
    address = content.address()
    if len(address) == 2:
        rows += [("Adres", address[0]), ("Postcode / woonplaats", address[1])]
    rows += content.references()
    if content.with_phone:
        rows.append(("Telefoon overdag", facts.say("tel")))
    if content.with_email:
        rows.append(("E-mailadres", facts.say("mail")))
    if content.subject:
        rows.append(("Waar gaat het over?", content.subject_text()))
    for label, value in rows:
        box(sheet, label, value)
    sheet.gap(0.5)
    for part in content.paragraphs():
        for line in part.removeprefix("# ").split("\n"):
            sheet.para(line)
        sheet.gap(0.5)
    sheet.ensure(sheet.step * 7)
    if content.has_date():
        sheet.line(f"Datum: {content.date()}")
    if content.sign == "getypt":
        sheet.line(f"Naam: {content.sign_name()}")
    else:
        sheet.line("Handtekening:")
        signature(sheet, content, x=sheet.style.left + 70)


def box(sheet: Sheet, label: str, value: str) -> None:
    """Draw a ruled box with a small caption and the answer."""
    lines = sheet.wrap(value, sheet.width - 20) or [""]
    height = 13 + sheet.step * len(lines)
    sheet.ensure(height + 4)
    sheet.canvas.rect(sheet.style.left, HEIGHT - sheet.y - height, sheet.width, height)
    sheet.put(label, (sheet.style.left + 4, sheet.y + 2), size=7)
    for index, line in enumerate(lines):
        sheet.put(line, (sheet.style.left + 8, sheet.y + 11 + index * sheet.step))
    sheet.y += height + 3
