"""Turns a printed letter into pages: signed, stamped, with what is enclosed."""

import datetime as dt
from pathlib import Path

import numpy as np
import pikepdf
import pypdfium2
from numpy.typing import NDArray

from benchmarks.letters import enclosures, ink, stamps
from benchmarks.letters.compose import Made
from benchmarks.letters.dice import Dice
from benchmarks.letters.dossiers import dossier_pages
from benchmarks.letters.effects import DOT, Leaf, befall, handwriting
from benchmarks.letters.signatures import lay_ink
from benchmarks.letters.termijn import last_day
from benchmarks.letters.traps import RELATED

Grey = NDArray[np.uint8]
BY_PEN = {"inkt", "paraaf", "stempel"}
IN_FILE = {"annotatie", "certificaat", "plaatje"}


def draw_pages(pdf: Path) -> list[Grey]:
    """Draw the pages at 300 dpi in grey."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        drawn = [page.render(scale=DOT).to_pil().convert("L") for page in document]
    finally:
        document.close()
    return [np.array(image) for image in drawn]


def paper_pages(dice: Dice, made: Made, work: Path) -> list[Leaf]:
    """Print, sign, stamp and enclose; the roles of the pages are noted in `made`."""
    if made.wish.trap == "besluit_met_krabbels":
        leaves = [remarked_decision(dice, made, work)]
    else:
        leaves = [Leaf(page) for page in draw_pages(made.pdf)]
        sign(dice, made, leaves)
        leaves = befall(dice, made, leaves)
        stamp_received(dice, made, leaves[0].image)
        leaves += enclose(dice, made, work)
    made.roles = [leaf.role for leaf in leaves]
    return leaves


def sign(dice: Dice, made: Made, leaves: list[Leaf]) -> None:
    """Put ink where the layout left room."""
    if made.sign not in BY_PEN:
        return
    if not made.spots or made.spots[0].page > len(leaves):  # nothing was printed on its page
        made.sign = "getypt"
        return
    spot = made.spots[0]
    page = leaves[spot.page - 1].image
    ink.sign_on_paper(dice, page, spot, sign=made.sign, split=made.facts.split)


def enclose(dice: Dice, made: Made, work: Path) -> list[Leaf]:
    """Return the decision, an authorisation, another paper and the envelope, as they come."""
    text, wanted, extra = made.facts.text, made.wish.enclose, []
    if "besluit" in wanted or (text.kind == "bezwaar" and dice.chance(0.2)):
        extra.append(decision(dice, made, work))
    related = text.writer in RELATED and not text.deceased
    if "machtiging" in wanted or (related and dice.chance(0.5)):
        extra.append(authorisation(dice, made, work))
    if "bijlage" in wanted or (text.attachments and dice.chance(0.25)):
        extra.append(other_paper(dice, made, work))
    late = made.channel == "post" and made.received > last_day(made.facts.dec_date)
    if "envelop" in wanted or (late and dice.chance(0.5)):
        extra.append(envelope(dice, made, work))
    return extra


def decision(dice: Dice, made: Made, work: Path) -> Leaf:
    """Return the enclosed decision, signed by an office."""
    sheet = enclosures.decision_page(dice, made.facts, work / "decision.pdf")
    page = draw_pages(work / "decision.pdf")[0]
    ink.sign_on_paper(dice, page, sheet.spots[0], sign="inkt", split=made.facts.split)
    made.decision_page = True
    return Leaf(page, "besluit")


def authorisation(dice: Dice, made: Made, work: Path) -> Leaf:
    """Return an authorisation page, signed by both or by nobody."""
    sheet = enclosures.authorisation_page(dice, made.facts, work / "auth.pdf")
    page = draw_pages(work / "auth.pdf")[0]
    forced = "machtiging" in made.wish.enclose
    made.authorisation = dice.pick(["getekend", "getekend", "getekend" if forced else "ongetekend"])
    if made.authorisation == "getekend":
        for spot in sheet.spots:
            ink.sign_on_paper(dice, page, spot, sign="inkt", split=made.facts.split)
    return Leaf(page, "machtiging")


def other_paper(dice: Dice, made: Made, work: Path) -> Leaf:
    """Return a doctor's letter, with its own date, numbers and signature."""
    sheet = enclosures.doctor_page(dice, made.facts, work / "doctor.pdf")
    page = draw_pages(work / "doctor.pdf")[0]
    ink.sign_on_paper(dice, page, sheet.spots[0], sign="inkt", split=made.facts.split)
    return Leaf(page, "bijlage")


def envelope(dice: Dice, made: Made, work: Path) -> Leaf:
    """Return an envelope page with a postmark, legible or not."""
    sheet = enclosures.envelope_page(dice, made.facts, work / "envelope.pdf")
    page = draw_pages(work / "envelope.pdf")[0]
    made.postmark = made.received - dt.timedelta(days=dice.whole(1, 3))
    made.postmark_legible = dice.chance(0.6)
    mark = stamps.postmark(dice, made.postmark, legible=made.postmark_legible)
    spot = sheet.spots[0]
    lay_ink(page, mark, int(spot.x * DOT), int(spot.top * DOT), strength=0.8)
    return Leaf(page, "envelop")


def dossier(dice: Dice, made: Made, work: Path) -> list[Leaf]:
    """Return a paper of several pages that was put behind the letter."""
    pdf = work / "dossier.pdf"
    dossier_pages(dice, made.facts, pdf)
    leaves = [Leaf(page, "bijlage") for page in draw_pages(pdf)]
    made.roles += [leaf.role for leaf in leaves]
    return leaves


def remarked_decision(dice: Dice, made: Made, work: Path) -> Leaf:
    """Return the office's own decision, sent back with remarks in handwriting."""
    leaf = decision(dice, made, work)
    words = dice.pick(
        ["Hier ben ik het NIET mee eens!", "klopt niet!! bezwaar", "NEE. kijk nog eens"]
    )
    note = handwriting(dice, made, words, size=105)
    lay_ink(leaf.image, note, dice.whole(200, 900), dice.whole(2300, 2900))
    return leaf


def stamp_received(dice: Dice, made: Made, page: Grey) -> None:
    """Put the received stamp on half of the post; leave the manifest empty for some of these."""
    over = made.wish.effect == "stamp_over"
    if not over and (made.channel not in {"post", "balie"} or not dice.chance(0.5)):
        return
    mark = stamps.received_stamp(dice, made.received, made.facts.lists.stamps)
    rows, columns = page.shape
    x = int(columns * dice.between(0.45, 0.72))
    y = int(rows * dice.between(0.02, 0.22))
    x = min(x, columns - mark.shape[1] - 20)
    if over:
        x, y = darkest(page, mark.shape)
    elif dice.chance(0.75):  # a clerk looks for white paper
        x, y = whitest(page, mark.shape, x, y)
    lay_ink(page, mark, x, y, strength=dice.between(0.55, 0.95))
    made.stamp = True
    made.in_manifest = over or dice.chance(0.6)


def darkness(page: Grey, shape: tuple[int, ...], place: tuple[int, int]) -> int:
    """Count the dark pixels that a stamp would cover."""
    x, y = place
    return int((page[y : y + shape[0], x : x + shape[1]] < 160).sum())


def whitest(page: Grey, shape: tuple[int, ...], x: int, y: int) -> tuple[int, int]:
    """Return the emptiest place for a stamp on the upper part of the page."""
    rows, columns = page.shape
    options = [(x, y)] + [
        (cx, cy)
        for cy in range(60, rows // 2, 90)
        for cx in range(columns // 3, columns - shape[1] - 40, 120)
    ]
    return min(options, key=lambda place: darkness(page, shape, place))


def darkest(page: Grey, shape: tuple[int, ...]) -> tuple[int, int]:
    """Return the place in the head of the page where a stamp covers most text."""
    options = [(x, y) for y in range(200, page.shape[0] // 3, 60) for x in range(250, 1100, 120)]
    return max(options, key=lambda place: darkness(page, shape, place))


def digital_pages(dice: Dice, made: Made) -> None:
    """Sign the PDF in one of the ways that a PDF can be signed, and append a decision."""
    split = made.facts.split
    if made.sign in BY_PEN | IN_FILE and not made.spots:
        made.sign = "getypt"
    if made.sign in BY_PEN:  # no paper, no pen
        made.sign = "plaatje"
    if made.sign == "plaatje":
        ink.paste_picture(dice, made.pdf, made.spots[0], split)
    elif made.sign == "annotatie":
        ink.annotate(dice, made.pdf, made.spots[0])
    made.roles = ["brief"] * made.letter_pages
    if made.facts.text.kind == "bezwaar" and dice.chance(0.08):
        extra = made.pdf.with_name("decision.pdf")
        enclosures.decision_page(dice, made.facts, extra)
        append(made.pdf, extra)
        made.decision_page = True
        made.roles.append("besluit")


def append(pdf: Path, extra: Path) -> None:
    """Add the pages of one PDF to another."""
    with pikepdf.open(pdf, allow_overwriting_input=True) as target, pikepdf.open(extra) as source:
        target.pages.extend(source.pages)
        target.save(pdf)
