"""Makes a folder of letters with their truth."""

import csv
import datetime as dt
import json
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import pikepdf
import pypdfium2
from numpy.typing import NDArray
from PIL import Image

from benchmarks.letters import enclosures, ink, paper, stamps
from benchmarks.letters.compose import TODAY, Made, compose
from benchmarks.letters.dice import Dice
from benchmarks.letters.signatures import lay_ink
from benchmarks.letters.termijn import last_day
from benchmarks.letters.texts import Text, load_texts
from benchmarks.letters.truth import truth_of

Grey = NDArray[np.uint8]
MEDIA = {"digital": 25, "clean": 22, "office": 28, "bad": 14, "photo": 11}
KINDS = {"bezwaar": 58, "klacht": 30, "overig": 12}


def make_set(out: Path, *, count: int, split: str, seed: int) -> None:
    """Write `count` letters, manifest.csv, truth.jsonl and meta.json to a folder."""
    out.mkdir(parents=True, exist_ok=True)
    dice = Dice(seed)
    texts = load_texts(split)
    order = text_order(dice, texts, count)
    media = [dice.weighed(MEDIA) for _ in range(count)]
    rows, truths = [], []
    for number, (text, medium) in enumerate(zip(order, media, strict=True), 1):
        row, truth = make_one(
            Dice(seed, number), text, split=split, medium=medium, stem=out / f"{number:04d}"
        )
        rows.append(row)
        truths.append(truth)
    write_manifest(out / "manifest.csv", rows)
    lines = [json.dumps(truth, ensure_ascii=False) for truth in truths]
    (out / "truth.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    meta = {"today": TODAY.isoformat(), "split": split, "seed": seed, "count": count}
    (out / "meta.json").write_text(json.dumps(meta) + "\n", encoding="utf-8")


def text_order(dice: Dice, texts: list[Text], count: int) -> list[Text]:
    """Choose the texts: kinds by their share, each text about as often as the others."""
    bags: dict[str, list[Text]] = {kind: [] for kind in KINDS}
    chosen = []
    for _ in range(count):
        kind = dice.weighed(KINDS)
        if not bags[kind]:
            same = [text for text in texts if text.kind == kind]
            bags[kind] = dice.some(same, len(same))
        chosen.append(bags[kind].pop())
    return chosen


def write_manifest(path: Path, rows: list[dict[str, str]]) -> None:
    """Write what the mailroom knows of each file."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, ["file", "received", "postmarked", "channel", "profile"])
        writer.writeheader()
        writer.writerows(rows)


def make_one(
    dice: Dice, text: Text, *, split: str, medium: str, stem: Path
) -> tuple[dict[str, str], dict[str, Any]]:
    """Make one letter; return its line for the manifest and its truth."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        made = compose(dice, text, split=split, pdf=work / "letter.pdf", medium=medium)
        if medium == "digital":
            file = finish_digital(dice, made, stem)
        else:
            file = finish_paper(dice, made, medium=medium, work=work, stem=stem)
    given = made.in_manifest
    row = {
        "file": file.name,
        "received": made.received.isoformat() if given else "",
        "postmarked": "",
        "channel": made.channel,
        "profile": made.profile if made.profile != "awb" or dice.chance(0.5) else "",
    }
    return row, truth_of(made, file.name, medium)


def finish_digital(dice: Dice, made: Made, stem: Path) -> Path:
    """Keep the PDF as it is, with a signature of the kinds that a PDF can hold."""
    split = made.facts.split
    if not made.spots and made.sign in {"annotatie", "certificaat", "plaatje"}:
        made.sign = "getypt"
    if made.sign == "plaatje":
        ink.paste_picture(dice, made.pdf, made.spots[0], split)
    elif made.sign == "annotatie":
        ink.annotate(dice, made.pdf, made.spots[0])
    if dice.chance(0.08) and made.facts.text.kind == "bezwaar":
        extra = made.pdf.with_name("decision.pdf")
        enclosures.decision_page(dice, made.facts, extra)
        append(made.pdf, extra)
        made.decision_page = True
        made.pages += 1
    made.roles = ["brief"] * made.letter_pages + ["besluit"] * made.decision_page
    if made.sign == "certificaat":
        ink.certify(made.pdf, made.facts.writer.full, dt.date(2026, 6, 1))
    target = stem.with_suffix(".pdf")
    target.write_bytes(made.pdf.read_bytes())
    return target


def append(pdf: Path, extra: Path) -> None:
    """Add the pages of one PDF to another."""
    with pikepdf.open(pdf, allow_overwriting_input=True) as target, pikepdf.open(extra) as source:
        target.pages.extend(source.pages)
        target.save(pdf)


def draw_pages(pdf: Path) -> list[Grey]:
    """Draw the pages at 300 dpi in grey."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        drawn = [page.render(scale=300 / 72).to_pil().convert("L") for page in document]
    finally:
        document.close()
    return [np.array(image) for image in drawn]


def finish_paper(dice: Dice, made: Made, *, medium: str, work: Path, stem: Path) -> Path:
    """Print, sign, stamp, enclose, scan."""
    pages = draw_pages(made.pdf)
    if made.spots and made.sign in {"inkt", "paraaf", "stempel"}:
        spot = made.spots[0]
        ink.sign_on_paper(dice, pages[spot.page - 1], spot, sign=made.sign, split=made.facts.split)
    elif made.sign in {"inkt", "paraaf", "stempel"}:
        made.sign = "getypt"
    pages += enclose(dice, made, work)
    stamp_received(dice, made, pages[0])
    if made.envelope:
        pages.append(envelope(dice, made, work))
    made.pages = len(pages)
    backs = [pages[(index + 1) % len(pages)] for index in range(len(pages))]
    job = paper.draw_job(dice, medium)
    scan = paper.SCANNERS[medium]
    scans = [scan(dice, page, back, job) for page, back in zip(pages, backs, strict=True)]
    if medium == "photo":
        return save_photos(dice, scans, stem)
    return save_scans(dice, scans, job.dpi, stem)


def enclose(dice: Dice, made: Made, work: Path) -> list[Grey]:
    """Add the decision, an authorisation; note them in the letter's facts."""
    text, extra = made.facts.text, []
    made.roles = ["brief"] * made.letter_pages
    if text.kind == "bezwaar" and dice.chance(0.2):
        sheet = enclosures.decision_page(dice, made.facts, work / "decision.pdf")
        page = draw_pages(work / "decision.pdf")[0]
        ink.sign_on_paper(dice, page, sheet.spots[0], sign="inkt", split=made.facts.split)
        extra.append(page)
        made.decision_page = True
        made.roles.append("besluit")
    related = text.writer in {"kind", "partner", "ondersteuner", "ander"}
    if related and not text.deceased and dice.chance(0.5):
        extra.append(authorisation(dice, made, work))
        made.roles.append("machtiging")
    if (
        made.channel == "post"
        and made.received > last_day(made.facts.dec_date)
        and dice.chance(0.5)
    ):
        made.envelope = True
        made.roles.append("envelop")
    return extra


def authorisation(dice: Dice, made: Made, work: Path) -> Grey:
    """Return an authorisation page, signed by both or by nobody."""
    sheet = enclosures.authorisation_page(dice, made.facts, work / "auth.pdf")
    page = draw_pages(work / "auth.pdf")[0]
    made.authorisation = dice.pick(["getekend", "getekend", "ongetekend"])
    if made.authorisation == "getekend":
        for spot in sheet.spots:
            ink.sign_on_paper(dice, page, spot, sign="inkt", split=made.facts.split)
    return page


def envelope(dice: Dice, made: Made, work: Path) -> Grey:
    """Return an envelope page with a postmark, legible or not."""
    sheet = enclosures.envelope_page(dice, made.facts, work / "envelope.pdf")
    page = draw_pages(work / "envelope.pdf")[0]
    made.postmark = made.received - dt.timedelta(days=dice.whole(1, 3))
    made.postmark_legible = dice.chance(0.6)
    mark = stamps.postmark(dice, made.postmark, legible=made.postmark_legible)
    spot = sheet.spots[0]
    lay_ink(page, mark, int(spot.x * ink.DOT), int(spot.top * ink.DOT), strength=0.8)
    return page


def stamp_received(dice: Dice, made: Made, page: Grey) -> None:
    """Put the received stamp on half of the post; leave the manifest empty for some of these."""
    if made.channel not in {"post", "balie"} or not dice.chance(0.5):
        return
    mark = stamps.received_stamp(dice, made.received)
    rows, columns = page.shape
    x = int(columns * dice.between(0.45, 0.72))
    y = int(rows * dice.between(0.02, 0.22))
    x = min(x, columns - mark.shape[1] - 20)
    if dice.chance(0.75):  # a clerk looks for white paper
        x, y = whitest(page, mark.shape, x, y)
    lay_ink(page, mark, x, y, strength=dice.between(0.55, 0.95))
    made.stamp = True
    made.in_manifest = dice.chance(0.6)


def whitest(page: Grey, shape: tuple[int, ...], x: int, y: int) -> tuple[int, int]:
    """Return the emptiest place for a stamp on the upper part of the page."""
    rows, columns = page.shape
    options = [(x, y)] + [
        (cx, cy)
        for cy in range(60, rows // 2, 90)
        for cx in range(columns // 3, columns - shape[1] - 40, 120)
    ]
    dark = {
        place: int(
            (page[place[1] : place[1] + shape[0], place[0] : place[0] + shape[1]] < 160).sum()
        )
        for place in options
    }
    return min(options, key=lambda place: dark[place])


def save_scans(dice: Dice, scans: list[Grey], dpi: int, stem: Path) -> Path:
    """Write pictures in one of the forms in which they come in."""
    images = [Image.fromarray(scan) for scan in scans]
    black = all(set(np.unique(scan)) <= {0, 255} for scan in scans)
    if black:
        images = [image.convert("1") for image in images]
    forms = {"pdf": 70, "tif": 18}
    if len(images) == 1:
        forms |= {"png": 5, "jpg": 7}
    form = dice.weighed(forms)
    target = stem.with_suffix(f".{form}")
    first, rest = images[0], images[1:]
    if form == "pdf":
        options = {} if black else {"quality": 80}
        first.save(target, "PDF", resolution=dpi, save_all=True, append_images=rest, **options)
    elif form == "tif":
        way = "group4" if black else "jpeg"
        first.save(
            target, "TIFF", dpi=(dpi, dpi), compression=way, save_all=True, append_images=rest
        )
    else:
        first.convert("L").save(target, dpi=(dpi, dpi))
    return target


def save_photos(dice: Dice, photos: list[Grey], stem: Path) -> Path:
    """Write a photo with or without EXIF turn; several become one PDF."""
    images = [Image.fromarray(photo[..., ::-1]) for photo in photos]
    if len(images) > 1:
        target = stem.with_suffix(".pdf")
        images[0].save(
            target, "PDF", resolution=280, save_all=True, append_images=images[1:], quality=78
        )
        return target
    target = stem.with_suffix(".jpg")
    image, exif = images[0], Image.Exif()
    turn = dice.weighed({1: 60, 6: 25, 8: 10, 3: 5})
    exif[0x0112] = turn
    back = {
        6: Image.Transpose.ROTATE_90,
        8: Image.Transpose.ROTATE_270,
        3: Image.Transpose.ROTATE_180,
    }
    if turn in back:
        image = image.transpose(back[turn])
    image.save(target, quality=dice.whole(72, 90), exif=exif)
    return target
