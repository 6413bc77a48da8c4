"""Decides for one letter what it holds and lacks, and prints it in a layout."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from benchmarks.letters import fonts, numbers
from benchmarks.letters.content import Content
from benchmarks.letters.dice import Dice
from benchmarks.letters.drawing import draw_facts
from benchmarks.letters.facts import Facts
from benchmarks.letters.layouts.catalogue import LAYOUTS, named_layout
from benchmarks.letters.layouts.layout import Layout
from benchmarks.letters.lists import load_lists
from benchmarks.letters.organisations import Office
from benchmarks.letters.sheet import Sheet, Spot, Style
from benchmarks.letters.termijn import last_day
from benchmarks.letters.texts import Text, fill, mentions
from benchmarks.letters.wish import NOTHING, Wish

TODAY = dt.date(2026, 11, 20)
PROFESSIONALS = {"advocaat", "mentor", "curator", "bewindvoerder", "ondersteuner"}
OFFICE_LIKE = {"classic", "reference_grid", "recipient_right", "norm_letter"}
# element -> share of letters that hold it, when nothing asks for it
HABITS = {"datum": 0.9, "adres": 0.93, "dec": 0.85, "ken": 0.65, "bsn": 0.35, "rel": 0.12}
ASKED = {
    ("bezwaar", "zorg-en-zekerheid"): ("datum", "adres", "dec", "ken", "bsn"),
    ("bezwaar", "vgz-zorgkantoor"): ("datum", "adres", "rel"),
    ("bezwaar", "ciz"): ("datum", "adres", "dec", "ken"),
    ("klacht", "klachtenportaal-zorg"): (),
    ("klacht", "klachtenloket-zorg"): (),
}
PAPER_SIGNS = {
    "inkt": 77,
    "getypt": 11,
    "leeg": 4,
    "paraaf": 3,
    "stempel": 2,
    "wg": 1.5,
    "digitaal_tekst": 1.5,
}
PDF_SIGNS = {
    "annotatie": 25,
    "certificaat": 15,
    "plaatje": 25,
    "getypt": 28,
    "leeg": 3,
    "wg": 2,
    "digitaal_tekst": 4,
}


@dataclass
class Made:
    """A letter as it was printed, with all that is needed for truth and paper."""

    facts: Facts
    content: Content
    layout: Layout
    style: Style
    pdf: Path
    spots: list[Spot]
    letter_pages: int
    received: dt.date
    channel: str
    sign: str
    wish: Wish = NOTHING
    postmark: dt.date | None = None
    postmark_legible: bool = False
    decision_page: bool = False
    authorisation: str = ""  # "", "getekend", "ongetekend"
    stamp: bool = False
    in_manifest: bool = True
    lost: str = ""  # what can still be read, when a part of the letter is gone
    roles: list[str] = field(default_factory=list)

    @property
    def profile(self) -> str:
        """The profile that the mailroom would set."""
        return self.facts.org.profile


@dataclass(frozen=True, slots=True)
class Order:
    """What to make: a text on a kind of paper, as a trap or to an office wishes it."""

    text: Text
    split: str
    medium: str
    wish: Wish = NOTHING
    office: Office | None = None
    adopt: Callable[[Facts], None] | None = None  # takes over what another letter has


def compose(dice: Dice, order: Order, pdf: Path) -> Made:
    """Make one letter as a PDF."""
    wish, text = order.wish, order.text
    whole = dice.chance(0.55) if wish.whole is None else wish.whole
    facts = draw_facts(dice, text, order.split, office=order.office)
    choose_presence(dice, facts, wish, whole=whole)
    received, channel = choose_dates(dice, facts)
    if order.adopt is not None:
        order.adopt(facts)
    if wish.future:
        facts.letter_date = facts.letter_date.replace(year=facts.letter_date.year + 1, day=20)
    layout = choose_layout(dice, order, whole=whole)
    if layout.digital:
        channel = layout.digital
    elif order.medium == "digital":
        channel = dice.pick(["email", "portaal"])
    sign = wish.sign or choose_sign(dice, text, layout, whole=whole, medium=order.medium)
    content = build_content(dice, facts, layout, sign)
    content.with_birth |= wish.birth
    if whole and text.kind == "klacht" and facts.org.profile == "vgz-zorgkantoor":
        content.with_email = True
    style = choose_style(dice, layout, order)
    sheet = print_letter(pdf, content, layout, style)
    return Made(
        facts=facts,
        content=content,
        layout=layout,
        style=style,
        pdf=pdf,
        spots=sheet.spots,
        letter_pages=sheet.page,
        received=received,
        channel=channel,
        sign=sign,
        wish=wish,
    )


def choose_presence(dice: Dice, facts: Facts, wish: Wish, *, whole: bool) -> None:
    """Decide which elements the letter is to hold."""
    asked = ASKED.get((facts.text.kind, facts.org.profile), ("datum", "adres"))
    present = {key for key, share in HABITS.items() if dice.chance(share)}
    present |= set(asked)
    if facts.text.decision == "vaag":
        present.add("dec")
    if not whole:
        drop = dice.some(["datum", "adres", "dec", "ken", "bsn", "rel"], dice.whole(1, 2))
        present -= set(drop)
    present = (present | wish.hold) - wish.omit
    if facts.text.kind != "bezwaar":  # only what the text itself speaks of
        present -= {key for key in ("dec", "ken") if not mentions(facts.text.body, key)}
    facts.present = present
    if wish.wrong_bsn or dice.chance(0.05):
        facts.bsn, facts.bsn_valid = numbers.draw_bsn(dice, valid=False), False


def choose_dates(dice: Dice, facts: Facts) -> tuple[dt.date, str]:
    """Set the date of the letter; return when it came in and how."""
    end = last_day(facts.dec_date)
    days = dice.weighed({"early": 62, "edge": 20, "late": 16, "prematuur": 2})
    channel = dice.weighed({"post": 80, "balie": 5, "email": 10, "portaal": 5})
    if days == "prematuur":
        facts.letter_date = facts.dec_date
        return facts.dec_date, channel
    received = {
        "early": lambda: dice.day(facts.dec_date + dt.timedelta(days=4), end),
        "edge": lambda: end + dt.timedelta(days=dice.whole(-2, 9)),
        "late": lambda: end + dt.timedelta(days=dice.whole(9, 30)),
    }[days]()
    while received.weekday() >= 5:
        received += dt.timedelta(days=1)
    received = min(received, TODAY)
    travel = dice.whole(1, 4) if channel == "post" else dice.whole(0, 2)
    facts.letter_date = max(received - dt.timedelta(days=travel), facts.dec_date)
    return received, channel


def choose_layout(dice: Dice, order: Order, *, whole: bool) -> Layout:
    """Choose a layout that suits the text."""
    text, name = order.text, order.wish.layout or order.text.layout
    if name:
        return named_layout(order.split, name)
    options = list(LAYOUTS[order.split])
    if text.own_letterhead:
        options = [layout for layout in options if layout.office]
    elif text.writer in PROFESSIONALS:
        options = [layout for layout in options if layout.office or layout.name in OFFICE_LIKE]
    else:
        options = [layout for layout in options if not layout.office]
        options = [layout for layout in options if layout.named or "{naam}" in text.body]
    if order.wish.paper or order.wish.sign == "inkt" or order.wish.by_hand:
        options = [layout for layout in options if not layout.digital]
    elif whole:
        paper = [layout for layout in options if not layout.digital or dice.chance(0.3)]
        options = paper or options
    return dice.pick(options)


def choose_sign(dice: Dice, text: Text, layout: Layout, *, whole: bool, medium: str) -> str:
    """Choose what stands where a signature belongs."""
    if text.sign:
        return text.sign
    if layout.digital and not (whole and dice.chance(0.5)):
        return "getypt"
    if medium == "digital":
        signed = {"annotatie": 45, "certificaat": 35, "plaatje": 20}
        return dice.weighed(signed if whole else PDF_SIGNS)
    return "inkt" if whole else dice.weighed(PAPER_SIGNS)


def build_content(dice: Dice, facts: Facts, layout: Layout, sign: str) -> Content:
    """Fill in everything that the layout will print."""
    text = facts.text
    template = f"{text.body} {text.subject}"
    # inside an optional part the element is printed, outside it is printed anyhow
    inside = {key for key in ("dec", "ken", "bsn", "rel") if mentions(template, key)}
    leftover = [k for k in ("dec", "ken", "bsn", "rel") if k in facts.present and k not in inside]
    again = [k for k in ("dec", "ken") if k in facts.present & inside and dice.chance(0.25)]
    body = text.body.strip()
    if not layout.refs or (leftover and dice.chance(0.25)):
        for key in leftover:
            body += "\n\n" + dice.pick(sentences(facts, key))
        leftover = []
    in_refs = sorted(leftover + again, key=lambda _: dice.between(0, 1)) if layout.refs else []
    return Content(
        facts=facts,
        body=body,
        subject=text.subject,
        title=text.title,
        salutation=fill(text.salutation, facts) if text.salutation else "",
        closing=fill(text.closing, facts) if text.closing else "",
        in_refs=in_refs,
        sign=sign,
        with_phone=dice.chance(0.45),
        with_email=dice.chance(0.35 if text.writer == "zelf" else 0.55),
        with_birth=bool(in_refs) and dice.chance(0.3),
        month_only=dice.chance(0.02),
        first_name_only=text.writer == "zelf" and "{naam" not in template and dice.chance(0.02),
        attachments=list(text.attachments),
    )


def sentences(facts: Facts, key: str) -> list[str]:
    """Return ways to mention a number in a sentence, in the words of who writes."""
    own = facts.lists.sentences[key]
    return own if facts.writer is facts.client else facts.lists.sentences_other.get(key, own)


def choose_style(dice: Dice, layout: Layout, order: Order) -> Style:
    """Choose typeface and measures."""
    wish, use = order.wish, "mono" if layout.mono else "text"
    font = dice.pick(fonts.usable(order.split, "hand" if wish.by_hand else use))
    size = layout.size + dice.pick([-0.5, 0, 0, 0.5])
    style = replace(Style(font=font, size=size), **dict(layout.style))
    if dice.chance(0.15) or wish.footer:
        style.footer = dice.pick(load_footers(order.split, dated=wish.footer))
    if wish.spread:
        style = replace(style, size=16, leading=1.9, left=95, right=95)
    if wish.page_numbers:
        style.page_numbers = wish.page_numbers
    return style


def load_footers(split: str, *, dated: bool) -> list[str]:
    """Return what printers put at the foot of a page; only with a date in it if asked for."""
    footers = load_lists(split).footers
    return [text for text in footers if "20" in text] if dated else footers


def print_letter(path: Path, content: Content, layout: Layout, style: Style) -> Sheet:
    """Print the letter; a second time, with the same choices, when it counts its pages."""
    stream = content.facts.dice.stream.bit_generator
    before = stream.state
    sheet = Sheet(path, style)
    layout.draw(sheet, content)
    sheet.save()
    if "{m}" in style.page_numbers and sheet.page > 1:
        stream.state = before
        pages, sheet = sheet.page, Sheet(path, style)
        sheet.total_pages = pages
        layout.draw(sheet, content)
        sheet.save()
    return sheet
