"""Letterheads of professionals for the test."""

from benchmarks.letters.content import Content
from benchmarks.letters.layouts.parts import attachments, body, closing, dated, subject
from benchmarks.letters.sheet import HEIGHT, WIDTH, Sheet


def firm_name(content: Content) -> str:
    """Return the name on the letterhead."""
    facts = content.facts
    surname = facts.other.surname[0].upper() + facts.other.surname[1:]
    invented = facts.dice.pick([f"{surname} Advocatuur", f"mr. {facts.writer.formal}, advocaat"])
    return facts.text.own_letterhead or invented


def office_column(sheet: Sheet, content: Content) -> None:
    """Narrow column at the right with all contact data of the office in small print."""
    facts = content.facts
    sheet.line(firm_name(content), bold=True, size=15)
    sheet.gap()
    side = [*content.address(), *content.contact(), f"IBAN {facts.say('iban')}", "KvK 30211887"]
    top, sheet.y = sheet.y, 70
    for line in side:
        sheet.put(line, (WIDTH - 150, sheet.y), size=7.5)
        sheet.y += 10
    sheet.y = top
    sheet.style.right = 165
    sheet.block(content.recipient())
    sheet.gap(1.5)
    rows = [("Dossier", facts.own_reference), *content.references()]
    if content.has_date():
        rows.append((content.label("datum"), content.date()))
    rows.append(("Betreft", content.subject_text() or facts.say("naam")))
    sheet.table(rows, sheet.style.left + 120)
    sheet.gap()
    body(sheet, content)
    closing(sheet, content)
    attachments(sheet, content)


def office_footer(sheet: Sheet, content: Content) -> None:
    """Name centred on top; address and bank at the foot between two lines."""
    facts = content.facts
    sheet.line(firm_name(content), bold=True, size=18, align="center")
    foot = " | ".join([*content.address(), *content.contact(), facts.say("iban")])
    sheet.canvas.line(sheet.style.left, 66, WIDTH - sheet.style.right, 66)
    sheet.put(foot, (WIDTH / 2, HEIGHT - 60), size=7.5, align="center")
    sheet.style.bottom = 80
    sheet.gap(2)
    sheet.block(content.recipient())
    sheet.gap()
    dated(sheet, content, content.place_date())
    rows = [("Onze ref.", facts.own_reference), *content.references()]
    sheet.table(rows, sheet.style.left + 150)
    sheet.gap(0.5)
    subject(sheet, content)
    body(sheet, content)
    closing(sheet, content)
    attachments(sheet, content)
