"""Decides for one letter what it holds and lacks, and prints it in a layout."""

import datetime as dt
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.letters import fonts, numbers
from benchmarks.letters.content import Content
from benchmarks.letters.dice import Dice
from benchmarks.letters.facts import WORDS, Facts, draw_facts
from benchmarks.letters.layouts import LAYOUTS, Layout
from benchmarks.letters.sheet import Sheet, Spot, Style
from benchmarks.letters.termijn import last_day
from benchmarks.letters.texts import Text, fill, mentions

TODAY = dt.date(2026, 11, 20)
PROFESSIONALS = {"advocaat", "mentor", "curator", "bewindvoerder", "ondersteuner"}
# element -> share of letters that hold it, when nothing asks for it
HABITS = {"datum": 0.9, "adres": 0.93, "dec": 0.85, "ken": 0.65, "bsn": 0.35, "rel": 0.12}
ASKED = {
    ("bezwaar", "zorg-en-zekerheid"): ("datum", "adres", "dec", "ken", "bsn"),
    ("bezwaar", "vgz-zorgkantoor"): ("datum", "adres", "rel"),
    ("bezwaar", "ciz"): ("datum", "adres", "dec", "ken"),
    ("klacht", "klachtenportaal-zorg"): (),
    ("klacht", "klachtenloket-zorg"): (),
}
SIGNS = {
    "inkt": 77,
    "getypt": 11,
    "leeg": 4,
    "paraaf": 3,
    "stempel": 2,
    "wg": 1.5,
    "digitaal_tekst": 1.5,
}


@dataclass
class Made:
    """A letter as it was printed, with all that is needed for truth and paper."""

    facts: Facts
    content: Content
    layout: Layout
    style: Style
    pdf: Path
    pages: int
    spots: list[Spot]
    received: dt.date
    channel: str
    sign: str
    profile: str
    postmark: dt.date | None = None
    envelope: bool = False
    postmark_legible: bool = False
    decision_page: bool = False
    authorisation: str = ""  # "", "getekend", "ongetekend"
    letter_pages: int = 1
    stamp: bool = False
    in_manifest: bool = True
    roles: list[str] = field(default_factory=list)


def choose_presence(dice: Dice, facts: Facts, *, whole: bool) -> None:
    """Decide which elements the letter is to hold."""
    asked = ASKED.get((facts.text.kind, str(facts.org["profile"])), ("datum", "adres"))
    present = {key for key, share in HABITS.items() if dice.chance(share)}
    present |= set(asked)
    if facts.text.decision == "vaag":
        present.add("dec")
    if not whole:
        drop = dice.some(["datum", "adres", "dec", "ken", "bsn", "rel"], dice.whole(1, 2))
        present -= set(drop)
    if facts.text.kind != "bezwaar":  # only what the text itself speaks of
        present -= {key for key in ("dec", "ken") if not mentions(facts.text.body, key)}
    facts.present = present
    if dice.chance(0.06):
        facts.bsn, facts.bsn_valid = numbers.draw_bsn(dice, valid=False), False


def choose_dates(dice: Dice, facts: Facts) -> tuple[dt.date, str]:
    """Set the date of the letter; return when it came in and how."""
    end = last_day(facts.dec_date)
    days = dice.weighed({"early": 62, "edge": 20, "late": 16, "prematuur": 2})
    channel = dice.weighed({"post": 80, "balie": 5, "email": 10, "portaal": 5})
    if days == "prematuur":
        received = facts.dec_date
        facts.letter_date = facts.dec_date
        return received, channel
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


def choose_layout(dice: Dice, text: Text, split: str, *, whole: bool) -> Layout:
    """Choose a layout that suits the text."""
    options = [layout for layout in LAYOUTS if layout.split == split]
    if text.layout:
        options = [layout for layout in LAYOUTS if layout.name == text.layout]
    elif text.writer in PROFESSIONALS or text.own_letterhead:
        options = [
            layout
            for layout in options
            if layout.office or layout.name in {"classic", "reference_grid"}
        ]
    else:
        options = [layout for layout in options if not layout.office]
        if not {"naam", "adres"} <= set(text.extra):
            options = [
                layout for layout in options if layout.name != "bare" or "{naam}" in text.body
            ]
    if whole and len(options) > 1:
        options = [
            layout for layout in options if not layout.digital or dice.chance(0.3)
        ] or options
    return dice.pick(options)


def choose_sign(dice: Dice, text: Text, layout: Layout, *, whole: bool, medium: str) -> str:
    """Choose what stands where a signature belongs."""
    if text.sign:
        return text.sign
    if layout.digital and not (whole and dice.chance(0.5)):
        return "getypt"
    if medium == "digital":
        if whole:
            return dice.weighed({"annotatie": 45, "certificaat": 35, "plaatje": 20})
        return dice.weighed(
            {
                "annotatie": 25,
                "certificaat": 15,
                "plaatje": 25,
                "getypt": 28,
                "leeg": 3,
                "wg": 2,
                "digitaal_tekst": 4,
            }
        )
    if whole:
        return "inkt"
    return dice.weighed(SIGNS)


def build_content(dice: Dice, facts: Facts, layout: Layout, sign: str) -> Content:
    """Fill in everything that the layout will print."""
    text = facts.text
    template = f"{text.body} {text.subject}"
    body = text.body.strip()
    # inside an optional part the element is printed, outside it is printed anyhow
    leftover = [
        k for k in ("dec", "ken", "bsn", "rel") if k in facts.present and not mentions(template, k)
    ]
    again = [
        k
        for k in ("dec", "ken")
        if k in facts.present and mentions(template, k) and dice.chance(0.25)
    ]
    if not layout.refs or (leftover and dice.chance(0.25)):
        for key in leftover:
            body += "\n\n" + dice.pick(sentences(facts, key))
        leftover = []
    in_refs = sorted(leftover + again, key=lambda _: dice.between(0, 1)) if layout.refs else []
    salutation = text.salutation
    return Content(
        facts=facts,
        body=body,
        subject=text.subject,
        title=text.title,
        salutation=fill(salutation, facts) if salutation else "",
        closing=fill(text.closing, facts) if text.closing else "",
        in_refs=in_refs,
        sign=sign,
        with_phone=dice.chance(0.45),
        with_email=dice.chance(0.35 if text.writer == "zelf" else 0.55),
        with_birth=bool(in_refs) and dice.chance(0.3),
        month_only=dice.chance(0.02),
        first_name_only=text.writer == "zelf" and "{naam}" not in template and dice.chance(0.02),
        attachments=list(text.attachments),
    )


def sentences(facts: Facts, key: str) -> list[str]:
    """Return ways to mention a number in a sentence, in the words of who writes."""
    own: list[str] = WORDS[f"{facts.split}_sentences"][key]
    if facts.writer is facts.client:
        return own
    other: dict[str, list[str]] = WORDS[f"{facts.split}_sentences_other"]
    return other.get(key, own)


def print_letter(made_path: Path, content: Content, layout: Layout, style: Style) -> Sheet:
    """Print the letter; a second time, with the same choices, when it counts its pages."""
    stream = content.facts.dice.stream.bit_generator
    before = stream.state
    sheet = Sheet(made_path, style)
    layout.draw(sheet, content)
    sheet.save()
    if "{m}" in style.page_numbers and sheet.page > 1:
        stream.state = before
        pages, sheet = sheet.page, Sheet(made_path, style)
        sheet.total_pages = pages
        layout.draw(sheet, content)
        sheet.save()
    return sheet


def choose_style(dice: Dice, layout: Layout, split: str) -> Style:
    """Choose typeface and measures."""
    font = dice.pick(fonts.usable(split, mono=layout.mono))
    style = Style(font=font, size=layout.size + dice.pick([-0.5, 0, 0, 0.5]))
    for name, value in layout.style:
        setattr(style, name, value)
    if dice.chance(0.15):
        style.footer = dice.pick(
            ["file:///C:/Users/ouders/Documenten/brief1.docx    12-8-2025 21:04", "Pagina 1", "1"]
        )
    return style


def compose(dice: Dice, text: Text, *, split: str, pdf: Path, medium: str) -> Made:
    """Make one letter as a PDF."""
    whole = dice.chance(0.55)
    facts = draw_facts(dice, text, split)
    choose_presence(dice, facts, whole=whole)
    received, channel = choose_dates(dice, facts)
    layout = choose_layout(dice, text, split, whole=whole)
    if layout.digital:
        channel = "portaal" if layout.name == "web_form" else "email"
    elif medium == "digital":
        channel = dice.pick(["email", "portaal"])
    sign = choose_sign(dice, text, layout, whole=whole, medium=medium)
    content = build_content(dice, facts, layout, sign)
    style = choose_style(dice, layout, split)
    sheet = print_letter(pdf, content, layout, style)
    return Made(
        facts,
        content,
        layout,
        style,
        pdf,
        sheet.page,
        sheet.spots,
        received,
        channel,
        sign,
        str(facts.org["profile"]),
        letter_pages=sheet.page,
    )
