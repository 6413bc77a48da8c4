"""The layouts for development."""

from benchmarks.letters.content import Content
from benchmarks.letters.layouts.layout import Layout
from benchmarks.letters.layouts.parts import (
    answers,
    attachments,
    body,
    closing,
    dated,
    prose,
    references,
    signature,
    subject,
)
from benchmarks.letters.sheet import HEIGHT, WIDTH, Sheet


def recipient_right(sheet: Sheet, content: Content) -> None:
    """Sender at the left, recipient in a block at the right, date above the subject."""
    sheet.block(content.sender())
    sheet.gap(0.5)
    sheet.block(content.recipient(), x=WIDTH / 2 + 30)
    sheet.gap(1.5)
    subject(sheet, content)
    dated(sheet, content, content.place_date())
    references(sheet, content)
    body(sheet, content)
    closing(sheet, content)
    attachments(sheet, content)


def header_line(sheet: Sheet, content: Content) -> None:
    """Everything of the sender in one line on top, with dots between."""
    line = "  •  ".join(content.sender())
    sheet.para(line)
    sheet.rule(thick=0.4)
    sheet.gap(1.2)
    sheet.block(content.recipient())
    sheet.gap()
    dated(sheet, content, content.date(), align="right")
    subject(sheet, content)
    body(sheet, content)
    closing(sheet, content)
    references(sheet, content)
    attachments(sheet, content)


def grid_bottom(sheet: Sheet, content: Content) -> None:
    """Draw the letter first; personal data in a grid under the signature."""
    sheet.block(content.recipient())
    sheet.gap(1.5)
    subject(sheet, content, label=False)
    body(sheet, content)
    closing(sheet, content, name=False)
    address = content.address()
    rows = [("Naam", content.name())]
    if len(address) == 2:
        rows += [("Adres", address[0]), ("Postcode, plaats", address[1])]
    rows += content.references()
    if content.with_phone:
        rows.append(("Telefoon", content.facts.say("tel")))
    if content.with_email:
        rows.append(("Mail", content.facts.say("mail")))
    if content.has_date():
        rows.append(("Datum", content.date()))
    sheet.gap()
    sheet.table(rows, sheet.style.left + 120)
    attachments(sheet, content)


def office_band(sheet: Sheet, content: Content) -> None:
    """Letterhead in a grey band, own reference and date side by side below the recipient."""
    facts = content.facts
    firm = facts.text.own_letterhead or f"Advocatenpraktijk {facts.other.surname}"
    sheet.canvas.setFillGray(0.85)
    sheet.canvas.rect(0, HEIGHT - 78, WIDTH, 78, stroke=0, fill=1)
    sheet.canvas.setFillGray(0)
    sheet.y = 26
    sheet.line(firm, bold=True, size=16)
    sheet.line(", ".join([*content.address(), *content.contact()]), size=sheet.size * 0.78)
    sheet.y = 120
    sheet.block(content.recipient())
    sheet.gap()
    sheet.line(f"Onze ref.: {facts.own_reference}")
    references(sheet, content)
    dated(sheet, content, content.place_date())
    subject(sheet, content)
    body(sheet, content)
    closing(sheet, content)
    attachments(sheet, content)


def rubrics(sheet: Sheet, content: Content) -> None:
    """Draw numbered rubrics: who, to whom, about what, why."""
    sheet.line("1. Wie schrijft u?", bold=True)
    sheet.block(content.sender())
    sheet.gap(0.6)
    sheet.line("2. Aan", bold=True)
    sheet.line(", ".join(content.recipient()))
    sheet.gap(0.6)
    sheet.line("3. Waar gaat het om?", bold=True)
    text = content.subject_text()
    if text:
        sheet.para(text)
    references(sheet, content)
    sheet.gap(0.6)
    sheet.line("4. Mijn verhaal", bold=True)
    body(sheet, content)
    dated(sheet, content, content.place_date())
    closing(sheet, content)
    attachments(sheet, content)


def date_left_margin(sheet: Sheet, content: Content) -> None:
    """Wide left margin that holds the labels of date, subject and references."""
    x = sheet.style.left
    sheet.style.left = 165
    sheet.block(content.sender())
    sheet.gap()
    sheet.block(content.recipient())
    sheet.gap()
    rows = [(content.label("datum"), content.date())] if content.has_date() else []
    rows += content.references()
    text = content.subject_text()
    if text:
        rows.append((content.label("subject"), text))
    for label, value in rows:
        sheet.put(label, (x, sheet.y), size=sheet.size * 0.85)
        sheet.para(value)
    sheet.gap()
    body(sheet, content)
    closing(sheet, content)
    attachments(sheet, content)


def intake_print(sheet: Sheet, content: Content) -> None:
    """Draw the print-out of a digital counter: grey captions above the answers."""
    facts = content.facts
    sheet.line("Digitaal loket  >  Reageren op een besluit of medewerker", size=8)
    sheet.rule()
    sheet.line("Samenvatting van uw inzending", bold=True, size=14)
    sheet.gap(0.5)
    if content.has_date():
        sheet.line(f"Verzonden: {content.date()}, {facts.dice.whole(8, 22)}:{facts.dice.digits(2)}")
    answers(sheet, content, caption=0.75)
    sheet.line(content.subject_text() or "Omschrijving", size=sheet.size * 0.75)
    prose(sheet, content)
    sheet.rule()
    if content.sign != "getypt":
        sheet.line("Handtekening")
    signature(sheet, content)


def mail_thread(sheet: Sheet, content: Content) -> None:
    """Draw a printed mail with the older message below it."""
    facts = content.facts
    name = content.name()
    sheet.line(content.subject_text() or "(geen onderwerp)", bold=True, size=13)
    sheet.rule()
    sheet.line(f"{name} <{facts.say('mail')}>", bold=True)
    if content.has_date():
        sheet.line(f"{content.date()} om {facts.dice.whole(7, 22)}:{facts.dice.whole(10, 59)}")
    sheet.line(f"Aan: {facts.dice.pick(facts.lists.mail_desks)}")
    sheet.gap()
    body(sheet, content)
    closing(sheet, content)
    sheet.block([*content.address(), *content.contact(labels=False)])
    references(sheet, content)
    sheet.gap()
    sheet.line("----- Oorspronkelijk bericht -----")
    sheet.line(f"Van: {facts.org.name}")
    sheet.para(
        "Geachte heer, mevrouw, wij hebben uw bericht ontvangen en nemen het in behandeling."
    )


LAYOUTS = (
    Layout("recipient_right", recipient_right),
    Layout("header_line", header_line, size=11.5, style=(("leading", 1.3),)),
    Layout("grid_bottom", grid_bottom),
    Layout("grid_bottom_mono", grid_bottom, mono=True, size=10.5),
    Layout("office_band", office_band, office=True, size=10.5),
    Layout(
        "office_band_pages",
        office_band,
        office=True,
        style=(("page_numbers", "blad {n} van {m}"), ("left", 85)),
    ),
    Layout("rubrics", rubrics),
    Layout("date_left_margin", date_left_margin, size=10.5),
    Layout("large_header", header_line, size=14, style=(("left", 55), ("right", 50))),
    Layout("intake_print", intake_print, digital="portaal", size=10),
    Layout("mail_thread", mail_thread, digital="email", size=10, refs=False),
)
