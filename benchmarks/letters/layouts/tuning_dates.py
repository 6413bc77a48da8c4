"""Layouts for tuning that set dates and references as other writers and programs do."""

import tomllib
from pathlib import Path

from benchmarks.letters.content import Content
from benchmarks.letters.layouts.layout import Layout
from benchmarks.letters.layouts.parts import (
    attachments,
    body,
    closing,
    prose,
    references,
    signature,
    subject,
)
from benchmarks.letters.sheet import HEIGHT, WIDTH, Sheet

DATA = Path(__file__).parents[1] / "data" / "tune" / "datelines.toml"
WAYS = tomllib.loads(DATA.read_text(encoding="utf-8"))
FORMS: dict[str, list[str]] = WAYS["forms"]
LINES: dict[str, list[str]] = WAYS["lines"]
CAPTIONS: dict[str, list[str]] = WAYS["captions"]

Rows = list[tuple[str, str]]


def day(content: Content, kind: str) -> str:
    """Return the date of the letter, half of the time in a form that suits the place."""
    dice = content.facts.dice
    return content.date(dice.pick(FORMS[kind]) if dice.chance(0.5) else "")


def place(content: Content) -> str:
    """Return where the letter was written."""
    return content.facts.home.place.split(" (")[0]


def dateline(content: Content, lines: str, form: str) -> str:
    """Return a line with the date, often with the place; empty without a date."""
    if not content.has_date():
        return ""
    line = content.facts.dice.pick(LINES[lines])
    return line.format(p=place(content), d=day(content, form))


def labelled(content: Content) -> Rows:
    """Return the references with labels of this file."""
    facts = content.facts
    rows = [(facts.dice.pick(CAPTIONS[key]), facts.say(key)) for key in content.in_refs]
    if content.with_birth:
        rows.append((facts.dice.pick(CAPTIONS["geb"]), facts.say("geb")))
    return rows


def cells(content: Content, *, own: bool) -> Rows:
    """Return references and date for a row, in no fixed order; with a reference of one's own."""
    dice, rows = content.facts.dice, labelled(content)
    if own:
        rows.insert(0, (dice.pick(CAPTIONS["own"]), content.facts.own_reference))
    if content.has_date():
        date = (dice.pick(CAPTIONS["date"]), day(content, "table"))
        rows.insert(dice.pick([0, len(rows), len(rows)]), date)
    return rows


def row_over(sheet: Sheet, rows: Rows, *, ruled: bool = False, size: float = 0.75) -> None:
    """Draw labels in a row with their values in the row below, four in a row at most."""
    for start in range(0, len(rows), 4):
        part = rows[start : start + 4]
        step = sheet.width / len(part)
        top, height = sheet.y, sheet.step * 2.2
        sheet.ensure(height)
        for column, (label, value) in enumerate(part):
            x = sheet.style.left + column * step
            sheet.put(label, (x + 3, sheet.y + 2), size=sheet.size * size)
            sheet.put(value, (x + 3, sheet.y + sheet.step), size=fitted(sheet, value, step - 6))
            if ruled:
                sheet.canvas.rect(x, HEIGHT - top - height, step, height)
        sheet.y = top + height
        sheet.gap(0.3)


def fitted(sheet: Sheet, text: str, room: float) -> float:
    """Return the size in which a text is no wider than the room."""
    return sheet.size * min(1, room / max(sheet.measure(text), 1))


def date_alone(sheet: Sheet, content: Content) -> None:
    """Set the date by itself at the right, above who is written to; references at the foot."""
    date = day(content, "alone")
    if date:
        sheet.line(date, align="right")
        sheet.gap(2)
    sheet.block(content.sender())
    sheet.gap()
    sheet.block(content.recipient())
    sheet.gap(2)
    subject(sheet, content, label=False)
    body(sheet, content)
    closing(sheet, content)
    for label, value in labelled(content):
        sheet.line(f"{label} {value}")
    attachments(sheet, content)


def letterhead_line(sheet: Sheet, content: Content) -> None:
    """Set address and date in one line under the sender's name."""
    name, *rest = content.sender()
    sheet.line(name, bold=True, size=14)
    sheet.rule()
    sheet.put(" · ".join(rest[:2]), (sheet.style.left, sheet.y), size=sheet.size * 0.85)
    line = dateline(content, "top", "alone")
    sheet.put(line, (WIDTH - sheet.style.right, sheet.y), size=sheet.size * 0.85, align="right")
    sheet.gap(1.2)
    sheet.block(rest[2:])
    sheet.gap(1.5)
    sheet.block(["Aan", *content.recipient()])
    sheet.gap(1.5)
    subject(sheet, content)
    for label, value in labelled(content):
        sheet.line(f"{label} : {value}")
    sheet.gap()
    body(sheet, content)
    closing(sheet, content)
    attachments(sheet, content)


def row_ruled(sheet: Sheet, content: Content) -> None:
    """Set references and date in a ruled table of two rows: labels, then values."""
    sheet.block(content.sender(), align="right")
    sheet.gap()
    sheet.block(content.recipient())
    sheet.gap(1.5)
    row_over(sheet, cells(content, own=content.facts.dice.chance(0.4)), ruled=True)
    sheet.gap()
    subject(sheet, content)
    body(sheet, content)
    closing(sheet, content)
    attachments(sheet, content)


def row_norm(sheet: Sheet, content: Content) -> None:
    """Set references and date as business letters do: labels in a row, values below."""
    facts = content.facts
    sheet.line(facts.text.own_letterhead or content.name(), bold=True, size=16, align="right")
    sheet.block([*content.address(), *content.contact()], align="right")
    sheet.y = max(sheet.y + sheet.step, 160)
    sheet.block(content.recipient())
    sheet.gap(2)
    row_over(sheet, cells(content, own=True), size=facts.dice.pick([0.7, 0.85, 1]))
    sheet.gap(0.5)
    subject(sheet, content, bold=facts.dice.chance(0.5))
    body(sheet, content)
    closing(sheet, content)
    attachments(sheet, content)


def margin_column(sheet: Sheet, content: Content) -> None:
    """Set who writes, date and references in a narrow column at the right, labels over values."""
    x, width = WIDTH - 165, 140
    top, sheet.y = sheet.y, sheet.y + 8
    rows: Rows = [("Afzender", "\n".join(content.sender())), *cells(content, own=False)]
    for label, value in rows:
        sheet.put(label, (x, sheet.y), size=sheet.size * 0.75, bold=True)
        sheet.y += sheet.step * 0.85
        for line in value.split("\n"):
            sheet.put(line, (x, sheet.y), size=fitted(sheet, line, width) * 0.9)
            sheet.y += sheet.step * 0.9
        sheet.gap(0.4)
    low, sheet.y = sheet.y, top + 40
    sheet.block(content.recipient())
    sheet.y = max(low, sheet.y) + sheet.step
    subject(sheet, content)
    body(sheet, content)
    closing(sheet, content)
    attachments(sheet, content)


def printed_mail(sheet: Sheet, content: Content) -> None:
    """Print a mail as other programs do, with the time after the day."""
    facts = content.facts
    address = facts.note("email", facts.email)
    clock = f"{facts.dice.whole(7, 22)}:{facts.dice.whole(10, 59)}"
    rows = [(facts.dice.pick(["Van", "From", "Afzender"]), f"{content.name()} <{address}>")]
    if content.has_date():
        at = facts.dice.pick([" om {t}", ", {t}", " {t}:07", " - {t}", " {t} uur"]).format(t=clock)
        rows.append((facts.dice.pick(CAPTIONS["mail"]), day(content, "mail") + at))
    rows.append((facts.dice.pick(["Aan", "To"]), facts.dice.pick(facts.lists.mail_desks)))
    rows.append((facts.dice.pick(["Onderwerp", "Subject"]), content.subject_text() or "mijn brief"))
    if facts.dice.chance(0.4):
        rows = [rows[-1], *rows[:-1]]
    for label, value in rows:
        sheet.para(f"{label}: {value}")
    sheet.rule()
    sheet.gap()
    body(sheet, content)
    closing(sheet, content)
    sheet.block([*content.address(), *content.contact(labels=False)])


def under_signature(sheet: Sheet, content: Content) -> None:
    """Set place and date below the signature, and nothing of that above it."""
    sheet.block(content.recipient())
    sheet.gap()
    sheet.para(f"Van: {', '.join(content.sender())}")
    sheet.gap(1.5)
    subject(sheet, content)
    for label, value in labelled(content):
        sheet.line(f"{label}: {value}")
    sheet.gap()
    body(sheet, content)
    closing(sheet, content)
    line = dateline(content, "after", "signed")
    if line:
        sheet.gap(content.facts.dice.pick([0, 0.5, 1.5]))
        sheet.line(line)
    attachments(sheet, content)


def labels_inline(sheet: Sheet, content: Content) -> None:
    """Set place and date with labels in one line, references behind each other in the next."""
    sheet.block(content.sender())
    sheet.gap()
    sheet.line("AAN: " + ", ".join(content.recipient()[:1]))
    sheet.block(content.recipient()[1:])
    sheet.gap()
    line = dateline(content, "labels", "signed")
    if line:
        sheet.line(line)
    rows = labelled(content)
    if rows:
        mark = content.facts.dice.pick(["  /  ", "   ", "; ", " - "])
        sheet.para(mark.join(f"{label}: {value}" for label, value in rows))
    sheet.gap()
    subject(sheet, content)
    body(sheet, content)
    closing(sheet, content)
    attachments(sheet, content)


def filled_in(sheet: Sheet, content: Content) -> None:
    """Fill in a standard letter: values on dotted lines with small captions below them."""
    facts = content.facts
    rows = [("(naam)", content.name()), *[("(adres)", line) for line in content.address()]]
    rows += [(f"({label.lower()})", value) for label, value in labelled(content)]
    for caption, value in rows:
        on_dots(sheet, value, caption)
    sheet.line("Aan: " + content.recipient()[0])
    sheet.gap()
    subject(sheet, content)
    prose(sheet, content)
    sheet.ensure(sheet.step * 8)
    if content.has_date():
        value = facts.dice.pick(["{p}, {d}", "{d}", "{p} {d}"])
        shown = value.format(p=place(content), d=day(content, "signed"))
        on_dots(sheet, shown, facts.dice.pick(CAPTIONS["under"]))
    sheet.line("(handtekening)", size=sheet.size * 0.7)
    signature(sheet, content)
    on_dots(sheet, content.sign_name(), "(naam)")


def on_dots(sheet: Sheet, value: str, caption: str) -> None:
    """Draw a value on a dotted line, and below it what it is."""
    sheet.ensure(sheet.step * 2.2)
    sheet.put(value, (sheet.style.left + 6, sheet.y))
    sheet.y += sheet.step * 1.05
    sheet.canvas.setDash(1, 2)
    sheet.rule(x1=sheet.style.left + 260, thick=0.5)
    sheet.canvas.setDash()
    sheet.line(caption, size=sheet.size * 0.7)
    sheet.gap(0.15)


def digit_boxes(sheet: Sheet, content: Content) -> None:
    """Fill in a form with a box for each sign of a number or a date."""
    facts = content.facts
    sheet.line(f"Formulier {facts.text.kind}", bold=True, size=15)
    sheet.line(content.recipient()[0], size=sheet.size * 0.9)
    sheet.gap()
    rows = [
        ("Naam", content.name()),
        *zip(("Adres", "Woonplaats"), content.address(), strict=False),
    ]
    sheet.table(rows, sheet.style.left + 130)
    for label, value in labelled(content):
        boxed(sheet, label, value)
    if content.subject:
        sheet.gap(0.4)
        sheet.para(f"Onderwerp: {content.subject_text()}")
    sheet.gap()
    prose(sheet, content)
    sheet.ensure(sheet.step * 8)
    if content.has_date():
        boxed(sheet, facts.dice.pick(["Datum", "Datum (dd-mm-jjjj)"]), content.date("dashes"))
    sheet.line("Handtekening")
    signature(sheet, content, x=sheet.style.left + 130)
    sheet.line(f"Naam: {content.sign_name()}")


def boxed(sheet: Sheet, label: str, value: str) -> None:
    """Draw a value with a box around each letter and figure; marks between them stand free."""
    sheet.ensure(sheet.step * 1.6)
    sheet.put(label, (sheet.style.left, sheet.y + 2))
    x, side = sheet.style.left + 140, min(sheet.step, (sheet.width - 140) / max(len(value), 1))
    for sign in value:
        if sign.isalnum():
            sheet.canvas.setLineWidth(0.5)
            sheet.canvas.rect(x, HEIGHT - sheet.y - side - 1, side, side)
        sheet.put(sign, (x + side / 2, sheet.y + 1), size=side * 0.75, align="center")
        x += side
    sheet.y += sheet.step * 1.5


def pasted_top(sheet: Sheet, content: Content) -> None:
    """Set everything at the top close together: date between subject and salutation."""
    sheet.block([content.name(), ", ".join(content.address())])
    sheet.block(content.contact())
    sheet.block(content.recipient())
    subject(sheet, content, label=content.facts.dice.chance(0.7))
    line = dateline(content, "top", "alone")
    if line:
        sheet.line(line, align=content.facts.dice.pick(["left", "right", "center"]))
    references(sheet, content)
    sheet.gap()
    body(sheet, content)
    closing(sheet, content)
    attachments(sheet, content)


def dated_subject(sheet: Sheet, content: Content) -> None:
    """Put references and date behind the subject, in its line."""
    sheet.block(content.sender(), x=WIDTH / 2)
    sheet.gap()
    sheet.block(content.recipient())
    sheet.gap(2)
    dice = content.facts.dice
    parts = [content.subject_text() or dice.pick(["brief", "mijn reactie", "uw brief"])]
    parts += [f"{label.lower()} {value}" for label, value in labelled(content)]
    sheet.para(f"{dice.pick(['Betreft', 'Betr.', 'Inzake'])}: {', '.join(parts)}", bold=True)
    if content.has_date():
        sheet.line(dateline(content, dice.pick(["subject_dates", "top"]), "alone"))
    sheet.gap()
    body(sheet, content)
    closing(sheet, content)
    attachments(sheet, content)


LAYOUTS = (
    Layout("date_alone", date_alone),
    Layout("letterhead_line", letterhead_line),
    Layout("row_ruled", row_ruled, size=10.5),
    Layout("row_norm", row_norm, size=10.5),
    Layout("row_office", row_norm, office=True, size=10),
    Layout("margin_column", margin_column, size=10.5, style=(("left", 60), ("right", 60))),
    Layout("printed_mail", printed_mail, digital="email", size=10, refs=False),
    Layout("under_signature", under_signature),
    Layout("labels_inline", labels_inline),
    Layout("filled_in", filled_in),
    Layout("digit_boxes", digit_boxes, size=10.5),
    Layout("pasted_top", pasted_top),
    Layout("dated_subject", dated_subject),
)
