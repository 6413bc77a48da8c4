"""The layouts for the test."""

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
from benchmarks.letters.layouts.testing_office import office_column, office_footer
from benchmarks.letters.sheet import HEIGHT, WIDTH, Sheet


def labels_first(sheet: Sheet, content: Content) -> None:
    """Two columns of references: all labels are drawn before all values."""
    sheet.block(content.sender())
    sheet.gap()
    sheet.block(content.recipient())
    sheet.gap(1.5)
    rows = [(content.label("datum"), content.date())] if content.has_date() else []
    rows += content.references()
    text = content.subject_text()
    if text:
        first, *rest = sheet.wrap(text, sheet.width - 150)
        rows += [(content.label("subject"), first), *[("", line) for line in rest]]
    top = sheet.y
    for label, _ in rows:
        sheet.line(label)
    sheet.y = top
    widest = max((sheet.measure(label) for label, _ in rows), default=0)
    for _, value in rows:
        sheet.line(f":  {value}", x=sheet.style.left + max(140, widest + 8))
    sheet.gap()
    body(sheet, content)
    closing(sheet, content)
    attachments(sheet, content)


def petition(sheet: Sheet, content: Content) -> None:
    """Writer, addressee and subject as parties in capitals, like a pleading."""
    sheet.line("INDIENER", bold=True)
    sheet.para(", ".join([content.name(), *content.address()]))
    sheet.block(content.contact())
    sheet.gap(0.6)
    sheet.line("GERICHT TOT", bold=True)
    sheet.para(", ".join(content.recipient()))
    sheet.gap(0.6)
    sheet.line("BETREFFENDE", bold=True)
    sheet.para(content.subject_text() or content.title.lower() or "zorg")
    references(sheet, content)
    sheet.gap()
    body(sheet, content)
    dated(sheet, content, content.place_date())
    closing(sheet, content)
    attachments(sheet, content)


def footer_sender(sheet: Sheet, content: Content) -> None:
    """Name on top, the address small at the foot of the page."""
    name, *rest = content.sender()
    sheet.line(name, bold=True, size=sheet.size + 3)
    sheet.put("   ".join(rest), (sheet.style.left, HEIGHT - 48), size=8)
    sheet.gap(1.5)
    sheet.block(content.recipient())
    sheet.gap(1.5)
    dated(sheet, content, content.place_date())
    subject(sheet, content)
    references(sheet, content)
    sheet.gap(0.5)
    body(sheet, content)
    closing(sheet, content)
    attachments(sheet, content)


def norm_letter(sheet: Sheet, content: Content) -> None:
    """Fold marks, and a row of small captions with their values on the line below."""
    for y in (298, 421, 595):
        sheet.canvas.line(14, HEIGHT - y, 24, HEIGHT - y)
    sheet.block(content.sender(), x=WIDTH - sheet.style.right - 160)
    sheet.y = max(sheet.y + 12, 140)
    sheet.block(content.recipient())
    sheet.gap(2)
    cells = content.references()
    if content.has_date():
        cells.append((content.label("datum"), content.date()))
    for at in range(0, len(cells), 3):
        for column, (label, value) in enumerate(cells[at : at + 3]):
            x = sheet.style.left + column * sheet.width / 3
            sheet.put(label, (x, sheet.y), size=7.5)
            sheet.put(value, (x, sheet.y + 10))
        sheet.gap(2.3)
    subject(sheet, content)
    body(sheet, content)
    closing(sheet, content)
    attachments(sheet, content)


def data_block_last(sheet: Sheet, content: Content) -> None:
    """Frame a block with the sender's data after the signature."""
    sheet.block(["Aan", *content.recipient()])
    sheet.gap(1.5)
    dated(sheet, content, content.date(), align="right")
    subject(sheet, content)
    body(sheet, content)
    closing(sheet, content)
    sheet.gap()
    rows = [("Mijn gegevens:", content.name()), *[("", line) for line in content.address()]]
    rows += [("", line) for line in content.contact()]
    rows += content.references()
    sheet.ensure(sheet.step * (len(rows) + 1))
    low = HEIGHT - sheet.y - sheet.step * (len(rows) + 0.4)
    sheet.canvas.rect(sheet.style.left - 6, low, sheet.width + 12, HEIGHT - sheet.y - low + 4)
    sheet.table(rows, sheet.style.left + 150, colon=False)
    attachments(sheet, content)


def bullets_inside(sheet: Sheet, content: Content) -> None:
    """Personal data as bullets between salutation and story."""
    sheet.block(content.recipient())
    sheet.gap()
    dated(sheet, content, content.place_date(), align="right")
    subject(sheet, content)
    if content.salutation:
        sheet.line(content.salutation)
        sheet.gap(0.6)
    sheet.line("Het gaat om:")
    sheet.para(f"•  naam: {content.name()}", hang=14)
    address = content.address()
    if address:
        sheet.para(f"•  adres: {', '.join(address)}", hang=14)
    for label, value in content.references():
        sheet.para(f"•  {label}: {value}", hang=14)
    sheet.gap(0.8)
    prose(sheet, content)
    closing(sheet, content)
    sheet.block(content.contact())
    attachments(sheet, content)


def old_fashioned(sheet: Sheet, content: Content) -> None:
    """Place and date at the top right, address under the name at the right end."""
    x = WIDTH / 2 + 10
    dated(sheet, content, content.place_date(), align="right")
    sheet.gap()
    sheet.block([line.upper() if at == 0 else line for at, line in enumerate(content.recipient())])
    sheet.gap(1.5)
    subject(sheet, content, label=content.facts.dice.chance(0.5), bold=False)
    body(sheet, content)
    closing(sheet, content, x=x)
    sheet.block(content.address(), x=x)
    references(sheet, content, x=x)
    attachments(sheet, content)


def sign_cells(sheet: Sheet, content: Content) -> None:
    """Place, date and signature in three cells beside each other at the end."""
    sheet.block(content.sender())
    sheet.gap(0.5)
    sheet.line("Aan: " + ", ".join(content.recipient()[:2]))
    sheet.gap()
    subject(sheet, content)
    references(sheet, content)
    body(sheet, content)
    if content.closing:
        sheet.line(content.closing)
    sheet.ensure(sheet.step * 8)
    place = content.facts.home.place.split(" (")[0]
    width = sheet.width / 3
    cells = [("Plaats", place), ("Datum", content.date()), ("Handtekening", "")]
    for column, (label, value) in enumerate(cells):
        x = sheet.style.left + column * width
        sheet.put(label, (x + 4, sheet.y + 2), size=8)
        sheet.put(value, (x + 4, sheet.y + 16))
        sheet.canvas.rect(x, HEIGHT - sheet.y - sheet.step * 5, width, sheet.step * 5)
    foot = sheet.y + sheet.step * 5.4
    sheet.y += 10
    signature(sheet, content, x=sheet.style.left + 2 * width + 6, lines=3.4)
    sheet.y = foot
    sheet.line(content.sign_name())
    attachments(sheet, content)


def portal_print(sheet: Sheet, content: Content) -> None:
    """Draw the print-out of a web form: numbered questions in bold, the answers below."""
    facts = content.facts
    sheet.line(f"{facts.org.name} - Mijn omgeving", size=9, align="right")
    title = "Bezwaar" if facts.text.kind == "bezwaar" else "Klacht"
    sheet.line(f"{title} doorgeven", bold=True, size=16)
    sheet.rule(thick=1.2)
    sheet.gap(0.4)
    answers(sheet, content, numbered=True)
    sheet.line(content.subject_text() or "Toelichting", bold=True)
    prose(sheet, content)
    if content.has_date():
        sheet.line("Datum van verzenden", bold=True)
        sheet.line(content.date())
    sheet.rule()
    sheet.line("Ik heb alles naar waarheid ingevuld  [x]", size=9)
    signature(sheet, content)


def phone_mail(sheet: Sheet, content: Content) -> None:
    """Draw a mail from a telephone, printed by the mailroom."""
    facts = content.facts
    sheet.line(f"Van: {facts.say('mail')}")
    if content.has_date():
        sheet.line(f"Datum: {content.date()} {facts.dice.whole(7, 22)}:{facts.dice.whole(10, 59)}")
    sheet.line(f"Aan: {facts.dice.pick(facts.lists.mail_desks)}")
    sheet.line(f"Onderwerp: {content.subject_text() or facts.dice.pick(['', 'zorg', 'brief'])}")
    sheet.gap(1.4)
    body(sheet, content)
    closing(sheet, content)
    sheet.block([*content.address(), *content.contact(labels=False)])
    references(sheet, content)
    sheet.gap()
    sheet.line(facts.dice.pick(["Verzonden vanaf mijn iPhone", "Verstuurd vanaf mobiele telefoon"]))


LAYOUTS = (
    Layout("labels_first", labels_first),
    Layout("petition", petition, size=10.5),
    Layout("footer_sender", footer_sender),
    Layout("norm_letter", norm_letter, size=10.5, style=(("left", 68), ("top", 56))),
    Layout("data_block_last", data_block_last),
    Layout("bullets_inside", bullets_inside),
    Layout("old_fashioned", old_fashioned, size=12, style=(("leading", 1.45),)),
    Layout("old_fashioned_mono", old_fashioned, mono=True, size=10.5, style=(("left", 85),)),
    Layout("sign_cells", sign_cells),
    Layout("narrow_paper", footer_sender, size=10, style=(("left", 120), ("right", 120))),
    Layout("large_sign_cells", sign_cells, size=14, style=(("left", 58), ("right", 58))),
    Layout(
        "paged_labels", labels_first, size=12.5, style=(("page_numbers", "({n})"), ("left", 95))
    ),
    Layout("office_column", office_column, office=True, size=10.5),
    Layout(
        "office_footer", office_footer, office=True, style=(("page_numbers", "pagina {n} - {m}"),)
    ),
    Layout("portal_print", portal_print, digital="portaal", size=10.5),
    Layout("phone_mail", phone_mail, digital="email", size=10.5, refs=False),
)
