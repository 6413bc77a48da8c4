"""The layouts for tuning."""

from benchmarks.letters.content import Content
from benchmarks.letters.layouts import tuning_people
from benchmarks.letters.layouts.forms import boxed_form, email, web_form
from benchmarks.letters.layouts.layout import Layout
from benchmarks.letters.layouts.parts import (
    attachments,
    body,
    closing,
    dated,
    references,
    signature,
    subject,
)
from benchmarks.letters.sheet import WIDTH, Sheet


def classic(sheet: Sheet, content: Content) -> None:
    """Sender, recipient, place and date, subject, body, closing."""
    sheet.block(content.sender())
    sheet.gap()
    sheet.block([*content.facts.dice.pick([["Aan:"], [], []]), *content.recipient()])
    sheet.gap(1.5)
    dated(sheet, content, content.place_date())
    references(sheet, content)
    subject(sheet, content)
    body(sheet, content)
    closing(sheet, content)
    attachments(sheet, content)


def sender_right(sheet: Sheet, content: Content) -> None:
    """Sender block at the right margin, recipient below at the left."""
    x = WIDTH - sheet.style.right - 170
    sheet.block(content.sender(), x=x)
    if content.has_date():
        sheet.gap(0.5)
        sheet.line(content.date(), x=x)
    sheet.gap()
    sheet.block(content.recipient())
    sheet.gap(2)
    subject(sheet, content)
    references(sheet, content)
    sheet.gap()
    body(sheet, content)
    closing(sheet, content, x=WIDTH / 2 if content.facts.dice.chance(0.5) else 0)
    attachments(sheet, content)


def sender_bottom(sheet: Sheet, content: Content) -> None:
    """Recipient on top; the sender stands under the signature only."""
    sheet.block(content.recipient())
    sheet.gap(2)
    dated(sheet, content, content.place_date())
    subject(sheet, content)
    body(sheet, content)
    closing(sheet, content)
    sheet.block([*content.address(), *content.contact(labels=False)])
    references(sheet, content)
    attachments(sheet, content)


def caps_grid(sheet: Sheet, content: Content) -> None:
    """Labels in capitals, one a line."""
    address = content.address()
    rows = [("NAAM", content.name())]
    if len(address) == 2:
        postcode, place = content.facts.home.postcode, content.facts.home.place
        rows += [("ADRES", address[0]), ("POSTCODE", postcode), ("WOONPLAATS", place)]
    if content.with_phone:
        rows.append(("TELEFOON", content.facts.say("tel")))
    if content.with_email:
        rows.append(("E-MAIL", content.facts.say("mail")))
    sheet.table(rows, sheet.style.left + 110)
    sheet.gap()
    to, *rest = content.recipient()
    sheet.table([("AAN", to), *[("", line) for line in rest]], sheet.style.left + 110)
    sheet.gap()
    rows = [("DATUM", content.date())] if content.has_date() else []
    rows += [(label.upper(), value) for label, value in content.references()]
    rows += [("ONDERWERP", content.subject_text())] if content.subject else []
    sheet.table(rows, sheet.style.left + 110)
    sheet.gap()
    body(sheet, content)
    closing(sheet, content)
    attachments(sheet, content)


def reference_grid(sheet: Sheet, content: Content) -> None:
    """Window envelope: recipient, then a grid of references with values in a second column."""
    sheet.block(content.sender(), align="right")
    sheet.y = max(sheet.y + sheet.step, 150)
    sheet.block(content.recipient())
    sheet.gap(2)
    rows = [(content.label("datum"), content.date())] if content.has_date() else []
    rows += content.references()
    if content.subject:
        rows.append((content.label("subject"), content.subject_text()))
    sheet.table(rows, sheet.style.left + 120, colon=content.facts.dice.chance(0.6))
    sheet.gap()
    body(sheet, content)
    closing(sheet, content)
    attachments(sheet, content)


def columns_over(sheet: Sheet, content: Content) -> None:
    """Set references side by side: small labels in a row with the values under them."""
    sheet.block(content.sender(), bold_first=True)
    sheet.gap(2)
    sheet.block(content.recipient(), x=WIDTH / 2 + 20)
    sheet.gap(1.5)
    cells = [("Plaats, datum", content.place_date())] if content.has_date() else []
    cells += content.references()
    for start in range(0, len(cells), 3):
        for column, (label, value) in enumerate(cells[start : start + 3]):
            x = sheet.style.left + column * sheet.width / 3
            sheet.put(label, (x, sheet.y), size=sheet.size * 0.78)
            sheet.put(value, (x, sheet.y + sheet.step * 0.9))
        sheet.gap(2.2)
    subject(sheet, content)
    body(sheet, content)
    closing(sheet, content)
    attachments(sheet, content)


def inline(sheet: Sheet, content: Content) -> None:
    """No blocks: sender and recipient in one line each."""
    parts = [content.name(), *content.address(), *content.contact()]
    sheet.para(f"Van: {', '.join(parts)}")
    sheet.para(f"Aan: {', '.join(content.recipient())}")
    sheet.gap()
    dated(sheet, content, content.date())
    subject(sheet, content, label=content.facts.dice.chance(0.5))
    body(sheet, content)
    closing(sheet, content)
    references(sheet, content)
    attachments(sheet, content)


def bare(sheet: Sheet, content: Content) -> None:
    """Body first; name and address below; for texts that name the sender themselves."""
    dated(sheet, content, content.place_date())
    subject(sheet, content, label=False)
    body(sheet, content)
    closing(sheet, content)
    sheet.block(content.address())
    references(sheet, content)
    attachments(sheet, content)


def office(sheet: Sheet, content: Content) -> None:
    """Letterhead of a law firm or other professional, with its own reference."""
    facts = content.facts
    first = facts.other.surname[0].upper() + facts.other.surname[1:]
    firm = facts.text.own_letterhead or facts.dice.pick(
        [
            f"{first} Advocaten",
            f"Advocatenkantoor {facts.other.surname}",
            f"{first} & {facts.worker.surname} advocaten",
        ]
    )
    sheet.line(firm, bold=True, size=17, align="center" if facts.dice.chance(0.5) else "left")
    address = content.address()
    sheet.line("  |  ".join([*address, *content.contact()]), size=sheet.size * 0.8)
    sheet.rule()
    sheet.gap(1.5)
    sheet.block(content.recipient())
    sheet.gap(1.5)
    dated(sheet, content, content.place_date())
    rows = [("Ons kenmerk", facts.own_reference), *content.references()]
    if content.with_birth or facts.dice.chance(0.6):
        rows.insert(1, ("Behandeld door", content.name()))
    rows.append(
        (
            facts.dice.pick(["Inzake", "Betreft"]),
            content.subject_text() or f"{facts.say('naam')} / {facts.say('org')}",
        )
    )
    sheet.table(rows, sheet.style.left + 105)
    sheet.gap()
    body(sheet, content)
    closing(sheet, content)
    attachments(sheet, content)


def side_by_side(sheet: Sheet, content: Content) -> None:
    """Sender and recipient next to each other."""
    top = sheet.y
    sheet.line("Afzender", bold=True)
    sheet.block(content.sender())
    low, sheet.y = sheet.y, top
    x = WIDTH / 2 + 10
    sheet.line("Aan", x=x, bold=True)
    sheet.block(content.recipient(), x=x)
    sheet.y = max(low, sheet.y)
    sheet.gap(1.5)
    dated(sheet, content, content.place_date(), align="right")
    references(sheet, content)
    subject(sheet, content)
    body(sheet, content)
    closing(sheet, content)
    attachments(sheet, content)


def date_at_end(sheet: Sheet, content: Content) -> None:
    """Sender on top; place and date stand beside or under the name."""
    sheet.block(content.sender())
    sheet.gap()
    sheet.block(["Aan:", *content.recipient()])
    sheet.gap(1.5)
    subject(sheet, content)
    references(sheet, content)
    body(sheet, content)
    closing(sheet, content)
    if content.has_date():
        sheet.gap(0.5)
        sheet.line(
            content.facts.dice.pick(["{pd}", "d.d. {d}", "Datum: {d}", "{pd}"]).format(
                pd=content.place_date(), d=content.date()
            )
        )
    attachments(sheet, content)


def sign_block(sheet: Sheet, content: Content) -> None:
    """End the letter in a block with place, date, name and signature, each on a dotted line."""
    sheet.block(content.sender())
    sheet.gap()
    sheet.block(content.recipient())
    sheet.gap()
    subject(sheet, content)
    references(sheet, content)
    sheet.gap()
    body(sheet, content)
    if content.closing:
        sheet.line(content.closing)
        sheet.gap()
    sheet.ensure(sheet.step * 9)
    place = content.facts.home.place.split(" (")[0]
    rows = [
        ("Plaats", place),
        ("Datum", content.date() or "........................"),
        ("Naam", content.sign_name()),
    ]
    sheet.table(rows, sheet.style.left + 90)
    sheet.gap(0.5)
    sheet.line("Handtekening:" if content.sign not in {"getypt"} else "")
    if content.sign == "leeg":
        sheet.gap(2)
        sheet.line("........................................")
    else:
        signature(sheet, content, x=sheet.style.left + 60)
    attachments(sheet, content)


def letterhead_name(sheet: Sheet, content: Content) -> None:
    """Draw a private letterhead: own name centred with a line, address small below it."""
    name, *rest = content.sender()
    sheet.line(name, bold=True, size=15, align="center")
    sheet.line("  -  ".join(rest), size=sheet.size * 0.85, align="center")
    sheet.rule()
    sheet.gap(2)
    sheet.block(content.recipient())
    sheet.gap(2)
    if content.has_date():
        sheet.line(f"{content.label('datum')}: {content.date()}")
    references(sheet, content)
    subject(sheet, content)
    sheet.gap(0.5)
    body(sheet, content)
    closing(sheet, content)
    attachments(sheet, content)


def return_line(sheet: Sheet, content: Content) -> None:
    """Window envelope with the sender in a small return line above the recipient."""
    sheet.y = 120
    sheet.line(" | ".join([content.name(), *content.address()]), size=7.5)
    sheet.gap(0.4)
    sheet.block(content.recipient())
    sheet.y = max(sheet.y + 30, 235)
    dated(sheet, content, content.place_date(), align="right")
    subject(sheet, content, label=content.facts.dice.chance(0.6))
    references(sheet, content)
    sheet.gap()
    body(sheet, content)
    closing(sheet, content)
    sheet.block(content.contact())
    attachments(sheet, content)


LAYOUTS = (
    Layout("classic", classic),
    Layout(
        "classic_pages",
        classic,
        size=12,
        style=(("page_numbers", "Pagina {n} van {m}"), ("leading", 1.5)),
    ),
    Layout("word_default", sender_right, style=(("leading", 1.35),)),
    Layout("sender_bottom", sender_bottom),
    Layout("caps_grid", caps_grid),
    Layout("large_print", classic, size=14, style=(("left", 60), ("right", 55))),
    Layout("email", email, digital="email", size=10, refs=False),
    Layout("office_left", office, office=True, size=10.5),
    Layout("date_at_end", date_at_end),
    Layout("letterhead_name", letterhead_name),
    Layout("narrow", side_by_side, size=9.5, style=(("left", 36), ("right", 34), ("top", 34))),
    Layout("typewriter", classic, mono=True, size=10.5),
    Layout("bare", bare, refs=False, named=False),
    Layout("sender_right", sender_right),
    Layout("reference_grid", reference_grid),
    Layout("columns_over", columns_over),
    Layout("inline", inline),
    Layout("web_form", web_form, digital="portaal", size=10),
    Layout(
        "office_pages",
        office,
        office=True,
        size=11,
        style=(("page_numbers", "- {n} -"), ("leading", 1.4)),
    ),
    Layout("sign_block", sign_block),
    Layout("side_by_side", side_by_side),
    Layout("return_line", return_line, style=(("indent", 18), ("gap", 0.4))),
    Layout("boxed_form", boxed_form),
    Layout("large_end", date_at_end, size=13.5),
    Layout("typewriter_bottom", sender_bottom, mono=True, size=11),
    Layout(
        "tight_pages",
        reference_grid,
        size=12.5,
        style=(("page_numbers", "pagina {n}/{m}"), ("left", 90), ("right", 90)),
    ),
    *tuning_people.LAYOUTS,
)
