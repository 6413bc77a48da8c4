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


def signature(sheet: Sheet, content: Content, *, x: float = 0) -> None:
    """Leave room for what stands (or does not stand) between closing and name."""
    texts = {
        "digitaal_tekst": ["", "Dit document is digitaal ondertekend", ""],
        "wg": ["", "w.g.", ""],
        "leeg": ["", "", "(handtekening) ..............................", ""],
        "getypt": ["", ""],
    }
    if content.sign in texts:
        for text in texts[content.sign]:
            sheet.line(text, x=x)
        return
    sheet.spot(content.facts.dice.pick([3.2, 4, 5]), x=x)


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
