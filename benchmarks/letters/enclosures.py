"""Pages that come with a letter: the decision, an authorisation, an envelope, a separator."""

import datetime as dt
from pathlib import Path

from reportlab.graphics.barcode import code128
from reportlab.graphics.barcode.qr import QrCode

from benchmarks.letters import dates
from benchmarks.letters.dice import Dice
from benchmarks.letters.facts import Facts
from benchmarks.letters.fonts import usable
from benchmarks.letters.sheet import HEIGHT, WIDTH, Sheet, Spot, Style


def decision_page(dice: Dice, facts: Facts, path: Path) -> Sheet:
    """Print the contested decision; it holds words of objection and an office's signature."""
    words = facts.lists.decision
    sheet = Sheet(path, Style(font=dice.pick(usable(facts.split)), size=10.5, top=50))
    day = decision_head(dice, sheet, facts)
    asked = dates.written(facts.dec_date - dt.timedelta(days=dice.whole(20, 60)), "long")
    sheet.para(words.opening.format(asked=asked))
    sheet.gap()
    sheet.para(dice.pick(facts.lists.reasons))
    sheet.gap()
    sheet.para(words.question, bold=True)
    sheet.para(words.clause)
    sheet.gap()
    sheet.line(words.closing)
    sheet.spot(3)
    sheet.block([facts.worker.formal, words.function])
    sheet.save()
    facts.note("kenmerk_bijlage", facts.ken)
    facts.note("besluitdatum_bijlage", facts.dec_date.isoformat(), day)
    return sheet


def decision_head(dice: Dice, sheet: Sheet, facts: Facts) -> str:
    """Print letterhead, address, references and salutation; return the date as printed."""
    words, home = facts.lists.decision, facts.client_home
    sheet.line(facts.org.name, bold=True, size=18)
    sheet.rule()
    sheet.gap(2)
    shown = facts.client.titled("Mevrouw" if facts.client.female else "De heer")
    sheet.block([shown, f"{home.street} {home.number}", f"{home.postcode}  {home.place}"])
    sheet.gap(2)
    day = dates.written(facts.dec_date, "long")
    values = [day, facts.ken, facts.worker.formal, dice.pick(words.subjects)]
    decision_references(sheet, list(zip(words.labels, values, strict=True)), words.style)
    sheet.gap()
    sheet.line(f"Geachte {facts.client.polite},")
    sheet.gap()
    return day


def decision_references(sheet: Sheet, rows: list[tuple[str, str]], style: str) -> None:
    """Print date, reference, case worker and subject, as the office does."""
    if style == "table":
        sheet.table(rows, sheet.style.left + 110)
        return
    if style == "lines":
        for label, value in rows:
            sheet.para(f"{label}: {value}")
        return
    for at in (0, 2):
        for column, (label, value) in enumerate(rows[at : at + 2]):
            x = sheet.style.left + column * sheet.width / 2
            sheet.put(label, (x, sheet.y), size=8)
            sheet.put(value, (x, sheet.y + 10))
        sheet.gap(2.4)


def authorisation_page(dice: Dice, facts: Facts, path: Path) -> Sheet:
    """Print an authorisation with two names and room for two signatures."""
    words = facts.lists.authorisation
    sheet = Sheet(path, Style(font=dice.pick(usable(facts.split)), size=11))
    sheet.line(dice.pick(words.titles), bold=True, size=16)
    sheet.gap()
    home = facts.client_home
    sheet.para(words.giver)
    sheet.table(
        [
            ("Naam", facts.client.full),
            ("Adres", f"{home.street} {home.number}"),
            ("Postcode en plaats", f"{home.postcode} {home.place}"),
            ("Geboortedatum", facts.say("geb")),
        ],
        sheet.style.left + 130,
    )
    sheet.gap()
    sheet.para(words.taker)
    sheet.table(
        [("Naam", facts.writer.full), ("Adres", f"{facts.home.street} {facts.home.number}")],
        sheet.style.left + 130,
    )
    sheet.gap()
    what = "bezwaar te maken" if facts.text.kind == "bezwaar" else "een klacht in te dienen"
    sheet.para(words.purpose.format(what=what, org=facts.org.name))
    sheet.gap(2)
    sign_boxes(sheet, words.signs)
    sheet.save()
    return sheet


def sign_boxes(sheet: Sheet, labels: list[str]) -> None:
    """Leave room for two signatures beside each other."""
    top, (left, right) = sheet.y, labels
    sheet.line(left)
    sheet.spot(4)
    sheet.rule(x1=sheet.style.left + 170)
    sheet.y = top
    x = WIDTH / 2 + 20
    sheet.para(right, x=x)
    sheet.spots.append(Spot(sheet.page, x, sheet.y, 170, sheet.step * 4))


def doctor_page(dice: Dice, facts: Facts, path: Path) -> Sheet:
    """Print a doctor's letter about the client, with a date and numbers of its own."""
    sheet = Sheet(path, Style(font=dice.pick(usable(facts.split)), size=10))
    sheet.line(dice.pick(["Huisartsenpraktijk De Bron", "Medisch Centrum Lindehof"]), bold=True)
    sheet.line(f"AGB 0{dice.digits(7)}   Telefoon {facts.decoys['orgtel']}")
    sheet.rule()
    sheet.gap(2)
    day = facts.dec_date - dt.timedelta(days=dice.whole(10, 90))
    sheet.line(f"Datum: {dates.written(day, 'dashes')}")
    sheet.line(f"Patiëntnummer: {dice.digits(7)}")
    sheet.line(f"Betreft: {facts.client.formal}, geboren {dates.written(facts.birth, 'dashes')}")
    sheet.gap()
    sheet.line("Geachte collega,")
    sheet.gap()
    sheet.para(
        "Bovengenoemde patiënt is bij mij onder behandeling. Er is sprake van een blijvende "
        "beperking in het lopen en tillen. Ik verwacht daarin geen verbetering."
    )
    sheet.gap()
    sheet.line("Met collegiale groet,")
    sheet.spot(3.5)
    sheet.line(f"{facts.other.formal}, arts")
    sheet.save()
    return sheet


def blank_page(facts: Facts, path: Path) -> Sheet:
    """Print nothing on a sheet."""
    sheet = Sheet(path, Style(font=usable(facts.split)[0]))
    sheet.put(" ", (0, 0))  # a page without any mark would be left out
    sheet.save()
    return sheet


def separator_page(kind: str, facts: Facts, path: Path) -> Sheet:
    """Print a sheet that separates letters in a batch: with the barcode or QR code PATCHT."""
    sheet = Sheet(path, Style(font=usable(facts.split)[0], size=14, top=90))
    sheet.line("SCHEIDINGSBLAD", bold=True, size=26, align="center")
    sheet.gap(2)
    if kind == "barcode":
        bars = code128.Code128("PATCHT", barHeight=90, barWidth=2.2)
        bars.drawOn(sheet.canvas, WIDTH / 2 - bars.width / 2, HEIGHT - 320)
    else:
        code = QrCode("PATCHT", width=200, height=200)
        code.drawOn(sheet.canvas, WIDTH / 2 - 100, HEIGHT - 420)
    sheet.save()
    return sheet


def envelope_page(dice: Dice, facts: Facts, path: Path) -> Sheet:
    """Print an envelope (DL) on the glass of the scanner; the postmark comes as ink."""
    sheet = Sheet(path, Style(font=dice.pick(usable(facts.split)), size=12))
    top = dice.whole(60, 200)
    sheet.canvas.setLineWidth(1)
    sheet.canvas.rect(30, HEIGHT - top - 310, WIDTH - 60, 310)
    sheet.y = top + 20
    if dice.chance(0.5):
        home = facts.home
        back = f"Afz. {facts.writer.formal}, {home.street} {home.number}, {home.place}"
        sheet.line(back, size=8, x=45)
    sheet.y = top + 150
    sheet.block(list(facts.org.address), x=230)
    sheet.spots.append(Spot(1, WIDTH - 300, top + 15, 250, 80))
    sheet.save()
    return sheet
