"""Parts that layouts share: subject, body, closing, references."""

from benchmarks.letters.content import Content
from benchmarks.letters.sheet import Sheet


def subject(sheet: Sheet, content: Content, *, label: bool = True, bold: bool = True) -> None:
    """Draw title and subject line."""
    if content.title:
        sheet.line(content.title, bold=True, size=sheet.size + 2)
        sheet.gap(0.6)
    text = content.subject_text()
    if text:
        lead = f"{content.label('subject')}: " if label else ""
        sheet.para(lead + text, bold=bold)
        sheet.gap()


def body(sheet: Sheet, content: Content) -> None:
    """Draw salutation and paragraphs."""
    if content.salutation:
        sheet.line(content.salutation)
        sheet.gap()
    prose(sheet, content)


def prose(sheet: Sheet, content: Content) -> None:
    """Draw the paragraphs, headings and list items."""
    listed = False
    for part in content.paragraphs():
        if listed and not part.startswith("- "):
            sheet.gap(0.7)
        listed = part.startswith("- ")
        if part.startswith("# "):
            sheet.gap(0.3)
            sheet.para(part[2:], bold=True)
            continue
        if part.startswith("- "):
            sheet.para("•  " + part[2:], hang=14)
            continue
        for line in part.split("\n"):
            sheet.para(line)
        sheet.gap(sheet.style.gap)


def closing(sheet: Sheet, content: Content, *, x: float = 0, name: bool = True) -> None:
    """Draw the closing, room for the signature and the typed name."""
    sheet.ensure(sheet.step * 6)
    if content.closing:
        sheet.line(content.closing, x=x)
    signature(sheet, content, x=x)
    if name:
        sheet.line(content.sign_name(), x=x)


def signature(sheet: Sheet, content: Content, *, x: float = 0, lines: float = 0) -> None:
    """Leave room for what stands (or does not stand) between closing and name."""
    texts = {
        "digitaal_tekst": ["", "Dit document is digitaal ondertekend", ""],
        "wg": ["", "w.g.", ""],
        "leeg": ["", "", "(handtekening) ..............................", ""],
        "getypt": ["", ""],
    }
    if content.sign in texts:
        for text in texts[content.sign]:
            if text:
                sheet.para(text, x=x)
            else:
                sheet.line()
        return
    if content.sign == "schrift":  # a typed name that looks like handwriting
        sheet.script(content.facts.writer.full, x=x)
        return
    sheet.spot(lines or content.facts.dice.pick([3.2, 4, 5]), x=x)


def answers(sheet: Sheet, content: Content, *, caption: float = 1, numbered: bool = False) -> None:
    """Draw the questions of a form with the sender's answers below them."""
    facts = content.facts
    address = content.address()
    rows = [("Naam", content.name())]
    if len(address) == 2:
        rows += [("Straat en huisnummer", address[0]), ("Postcode en plaats", address[1])]
    if content.with_phone:
        rows.append((content.label("tel"), facts.say("tel")))
    if content.with_email:
        rows.append(("E-mailadres", facts.say("mail")))
    rows += content.references()
    for number, (label, value) in enumerate(rows, 1):
        lead = f"{number}. {label}" if numbered else label
        sheet.line(lead, size=sheet.size * caption, bold=caption == 1)
        sheet.para(value)
        sheet.gap(0.35)


def attachments(sheet: Sheet, content: Content) -> None:
    """Draw the list of enclosures."""
    if not content.attachments:
        return
    sheet.gap()
    if len(content.attachments) == 1:
        sheet.line(f"Bijlage: {content.attachments[0]}")
        return
    sheet.line("Bijlagen:")
    for index, name in enumerate(content.attachments, 1):
        sheet.line(f"{index}. {name}")


def references(sheet: Sheet, content: Content, *, x: float = 0) -> None:
    """Draw reference lines as "label: value"."""
    for label, value in content.references():
        sheet.line(f"{label}: {value}", x=x)


def dated(sheet: Sheet, content: Content, text: str, *, align: str = "left") -> None:
    """Draw the date line, if there is a date."""
    if text and content.has_date():
        sheet.line(text, align=align)
        sheet.gap()
