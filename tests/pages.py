"""Pages of a letter that no one wrote, as PDF and as pixels, for tests of readers and engines."""

import io
from collections.abc import Sequence

import cv2
import numpy as np
import pikepdf
import pypdfium2
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

LINES = (
    "J. van der Berg",
    "Dorpsstraat 12",
    "3512 AB Utrecht",
    "",
    "Zorgkantoor Midden",
    "Postbus 1234",
    "3500 AA Utrecht",
    "",
    "Utrecht, 12 oktober 2026",
    "",
    "Betreft: bezwaar tegen uw besluit van 1 oktober 2026",
    "Kenmerk: ZK-2026-004512",
    "",
    "Geachte heer, mevrouw,",
    "",
    "Hierbij maak ik bezwaar tegen uw besluit. Daarin staat dat mijn moeder minder",
    "uren zorg krijgt. Ik ben het daar niet mee eens, omdat haar situatie juist",
    "slechter is geworden. Zij kan niet meer zelfstandig naar het toilet en valt",
    "regelmatig. Ik verzoek u het besluit te herzien.",
    "",
    "Met vriendelijke groet,",
    "",
    "J. van der Berg",
)
WORDS = " ".join(LINES).split()
ROWS = (
    "Mobiliteit: loopt kleine stukken met de rollator onder toezicht van de begeleiding.",
    "Voeding: elke maandag wegen, maaltijden aanreiken en aansporen, vocht bijhouden.",
    "Nacht: tweemaal hulp bij de toiletgang en bij het draaien in bed, huid controleren.",
    "Medicatie wordt door de zorg gegeven volgens de toedienlijst van de apotheek.",
)


def draw_lines(canvas: Canvas, lines: Sequence[str] = LINES, *, size: float = 11) -> None:
    for index, line in enumerate(lines):
        canvas.setFont("Helvetica", size)
        canvas.drawString(70, 770 - index * 1.35 * size, line)


def text_pdf(*pages: Sequence[str], user: str | None = None, owner: str | None = None) -> bytes:
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=A4)
    for lines in pages or (LINES,):
        draw_lines(canvas, lines)
        canvas.showPage()
    canvas.save()
    if user is None and owner is None:
        return target.getvalue()
    return changed(target.getvalue(), encryption=pikepdf.Encryption(
        user=user or "", owner=owner or ""))  # fmt: skip


def changed(data: bytes, *, encryption: pikepdf.Encryption | None = None, **page: object) -> bytes:
    """Return the PDF with keys of its first page set (`Rotate=90`)."""
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for key, value in page.items():
            pdf.pages[0].obj[f"/{key}"] = value
        pdf.save(target, encryption=encryption or False)
    return target.getvalue()


def picture(data: bytes | None = None, *, dpi: int = 200) -> Image.Image:
    pdf = pypdfium2.PdfDocument(data or text_pdf())
    return pdf[0].render(scale=dpi / 72).to_pil().convert("RGB")


def drawn_pages(data: bytes, *, dpi: int = 200) -> list[Image.Image]:
    """Return every page as a scanner gives it."""
    with pypdfium2.PdfDocument(data) as document:
        return [page.render(scale=dpi / 72).to_pil().convert("L") for page in document]


def plan_page(
    number: int, *, head: str = "Zorgplan mevrouw Van der Berg", own: str = ""
) -> list[str]:
    """Return the lines of a page of a care plan; `own` makes it more than that."""
    rows = [
        *(ROWS * 8)[:30],
        *(4 * ["Rp. furos. 40 mg 1-0-0-0; oxaz. 5 mg zn, mx 2 dd; tbl."]),
    ]
    return [head, "", *([own] if own else []), *rows, "", f"Pagina {number} van 3"]


def mailing(*pages: Sequence[str]) -> bytes:
    """Return a scan of a letter with pages behind it; an empty list is a clean back."""
    first, *rest = drawn_pages(text_pdf(LINES, *pages))
    target = io.BytesIO()
    first.save(target, "PDF", resolution=200, save_all=True, append_images=rest)
    return target.getvalue()


def encoded(image: Image.Image, kind: str, **options: object) -> bytes:
    target = io.BytesIO()
    image.save(target, kind, **options)
    return target.getvalue()


def scan_pdf(image: Image.Image, *, hidden: Sequence[str] = (), printed: str = "") -> bytes:
    """Return a PDF of the picture, with an invisible text layer over it or a word printed on it."""
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=A4)
    canvas.drawImage(ImageReader(image), 0, 0, *A4)
    for index, line in enumerate(hidden):
        layer = canvas.beginText(70, 770 - index * 15)
        layer.setTextRenderMode(3)
        layer.textOut(line)
        canvas.drawText(layer)
    if printed:
        canvas.drawString(400, 820, printed)
    canvas.save()
    return target.getvalue()


def photo(image: Image.Image, *, size: tuple[int, int] = (1500, 2000)) -> Image.Image:
    """Return the page as photographed on a dark table, aslant and with a shadow."""
    columns, rows = size
    paper = np.asarray(image).astype(np.float32) * 0.92
    height, width = paper.shape[:2]
    corners = np.array([[170, 190], [1290, 120], [1390, 1790], [110, 1840]], np.float32)
    corners *= np.array([columns / 1500, rows / 2000], np.float32)
    flat = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    matrix = cv2.getPerspectiveTransform(flat, corners)
    laid = cv2.warpPerspective(paper, matrix, size, flags=cv2.INTER_AREA)
    mask = cv2.warpPerspective(np.ones((height, width), np.float32), matrix, size)[..., None]
    grain = np.random.default_rng(7).normal(0, 4, (rows, columns, 1)).astype(np.float32)
    table = np.full((rows, columns, 3), (95, 70, 50), np.float32)
    shadow = np.linspace(1.0, 0.6, columns, dtype=np.float32)[None, :, None]
    pixels = (laid * mask + table * (1 - mask)) * shadow + grain
    return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))


def found(words: Sequence[str], wanted: Sequence[str] = WORDS) -> float:
    """Return which share of the wanted words is among the words, whatever the order."""
    left = list(words)
    hits = 0
    for word in wanted:
        if word in left:
            left.remove(word)
            hits += 1
    return hits / len(wanted)


def font_of_its_own_scale(text: str, *, size: float = 10, units: float = 200) -> bytes:
    """Return a page set in a Type 3 font as Ghostscript writes one: `units` to the point."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=A4)
    codes = sorted(set(text.encode("latin-1")))
    drawn = {
        f"/g{code}": pdf.make_stream(f"{0.5 * units * 10:g} 0 d0 0 0 900 -1400 re f".encode())
        for code in codes
    }
    listed = [part for code in codes for part in (code, pikepdf.Name(f"/{chr(code)}"))]
    if " " in text:
        listed[listed.index(32) + 1] = pikepdf.Name.space
    names = {str(listed[i + 1]): drawn[f"/g{listed[i]}"] for i in range(0, len(listed), 2)}
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.Type3,
        FontBBox=[-100, 500, 1900, -1500],
        FontMatrix=[1 / units, 0, 0, -1 / units, 0, 0],
        CharProcs=pikepdf.Dictionary(names),
        Encoding=pikepdf.Dictionary(Differences=listed),
        FirstChar=codes[0],
        LastChar=codes[-1],
        Widths=[0.5 * units * 10] * (codes[-1] - codes[0] + 1),
    )
    page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=pdf.make_indirect(font)))
    shown = text.replace("(", "\\(").replace(")", "\\)")
    page.Contents = pdf.make_stream(f"BT /F1 {size / 10:g} Tf 70 700 Td ({shown}) Tj ET".encode())
    target = io.BytesIO()
    pdf.save(target)
    return target.getvalue()
