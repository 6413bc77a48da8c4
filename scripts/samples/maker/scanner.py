"""What a scanner makes of a sheet: grey, crooked, grainy, and written as the files they give."""

import io

import cv2
import numpy as np
import pdfplumber
import pikepdf
from numpy.typing import NDArray
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from maker.recipe import Scan

Picture = NDArray[np.uint8]


def scan_sheet(page: Picture, scan: Scan, chance: np.random.Generator) -> Picture:
    """Return the scanned sheet, grey unless the scanner gives colour."""
    sheet = page if scan.colour else cv2.cvtColor(page, cv2.COLOR_BGR2GRAY)
    sheet = _crooked(np.asarray(sheet, np.uint8), scan, chance)
    light = sheet.astype(np.float32)
    if scan.fade:
        light = 255 - (255 - light) * (1 - scan.fade * _clouds(light.shape[:2], chance, light.ndim))
    light *= scan.paper / 255
    if scan.shadow:
        light *= _shadow(light.shape[:2], scan.shadow, chance, light.ndim)
    light = cv2.GaussianBlur(light, (0, 0), scan.blur) if scan.blur else light
    light += chance.normal(0, scan.noise, light.shape).astype(np.float32)
    if scan.paper >= 250 and not scan.shadow:
        light[light > 243] = 255  # scanners wash the background out, which also saves bytes
    sheet = np.asarray(np.clip(light, 0, 255), np.uint8)
    _specks(sheet, scan.specks, chance)
    return np.ascontiguousarray(np.rot90(sheet, -scan.turned // 90))


def _crooked(sheet: Picture, scan: Scan, chance: np.random.Generator) -> Picture:
    rows, columns = sheet.shape[:2]
    angle = scan.skew + float(chance.uniform(-0.12, 0.12))
    turn = cv2.getRotationMatrix2D((columns / 2, rows / 2), angle, 1.0)
    turn[:, 2] += chance.uniform(-6, 6, 2)
    edge = (248, 248, 248)
    return np.asarray(
        cv2.warpAffine(sheet, turn, (columns, rows), flags=cv2.INTER_CUBIC, borderValue=edge),
        np.uint8,
    )


def _clouds(shape: tuple[int, ...], chance: np.random.Generator, depth: int) -> Picture:
    coarse = chance.random((9, 7)).astype(np.float32)
    clouds = cv2.resize(coarse, (shape[1], shape[0]), interpolation=cv2.INTER_CUBIC)
    return clouds[:, :, None] if depth == 3 else clouds  # type: ignore[return-value]


def _shadow(
    shape: tuple[int, ...], depth: float, chance: np.random.Generator, axes: int
) -> NDArray[np.float32]:
    rows, columns = np.mgrid[0 : shape[0], 0 : shape[1]].astype(np.float32)
    x, y = chance.uniform(0.2, 0.8, 2)
    far = np.hypot(columns / shape[1] - x, rows / shape[0] - y)
    light = (1 - depth * far).astype(np.float32)
    return light[:, :, None] if axes == 3 else light


def _specks(sheet: Picture, count: int, chance: np.random.Generator) -> None:
    rows, columns = sheet.shape[:2]
    for _ in range(count):
        place = (int(chance.integers(0, columns)), int(chance.integers(0, rows)))
        grey = int(chance.integers(40, 170))
        cv2.circle(sheet, place, int(chance.integers(1, 3)), (grey, grey, grey), -1, cv2.LINE_AA)


def as_jpeg(sheet: Picture, quality: int, dpi: int) -> bytes:
    """Write a JPEG that knows its resolution."""
    buffer = io.BytesIO()
    picture = Image.fromarray(sheet if sheet.ndim == 2 else sheet[:, :, ::-1])
    picture.save(buffer, "JPEG", quality=quality, dpi=(dpi, dpi), optimize=True)
    return buffer.getvalue()


def as_pdf(sheets: list[Picture], scan: Scan, *, title: str, under: bytes | None = None) -> bytes:
    """Write the sheets as pages that are one JPEG each, over the text of the PDF `under`."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=True, pageCompression=0)
    canvas.setTitle(title)
    canvas.setCreator("Scan")
    hidden = read_badly(under) if under else [[] for _ in sheets]
    for sheet, words in zip(sheets, hidden, strict=True):
        size = sheet.shape[1] / scan.dpi * 72, sheet.shape[0] / scan.dpi * 72
        canvas.setPageSize(size)
        for word, x, bottom in words:
            text = canvas.beginText(x, size[1] - bottom)
            text.setFont("Helvetica", 9)
            text.setTextRenderMode(3)  # invisible
            text.textOut(word)
            canvas.drawText(text)
        picture = ImageReader(io.BytesIO(as_jpeg(sheet, scan.quality, scan.dpi)))
        canvas.drawImage(picture, 0, 0, *size)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def read_badly(pdf: bytes) -> list[list[tuple[str, float, float]]]:
    """Return the words of each page with their places, with the errors of an old copier."""
    errors = str.maketrans({"0": "O", "l": "1", "5": "S", "e": "c", "m": "rn", "j": "i"})
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        return [
            [
                (
                    word["text"].translate(errors) if index % 3 == 0 else word["text"],
                    float(word["x0"]),
                    float(word["bottom"]),
                )
                for index, word in enumerate(page.extract_words())
            ]
            for page in document.pages
        ]


def as_fax_tiff(sheets: list[Picture], dpi: int) -> bytes:
    """Write all sheets in one black and white TIFF (CCITT group 4)."""
    bilevel = [
        Image.fromarray(np.where(sheet > 150, 255, 0).astype(np.uint8)).convert("1")
        for sheet in sheets
    ]
    buffer = io.BytesIO()
    bilevel[0].save(
        buffer,
        "TIFF",
        compression="group4",
        dpi=(dpi, dpi),
        save_all=True,
        append_images=bilevel[1:],
    )
    return buffer.getvalue()


def as_png(sheet: Picture, dpi: int) -> bytes:
    """Write a PNG of sixteen greys."""
    picture = Image.fromarray((sheet // 17 * 17).astype(np.uint8)).quantize(16)
    buffer = io.BytesIO()
    picture.save(buffer, "PNG", dpi=(dpi, dpi), optimize=True)
    return buffer.getvalue()


def append(first: bytes, second: bytes, keep: int) -> bytes:
    """Put the scanned pages behind the first `keep` pages of a born-digital PDF."""
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(first)) as letter, pikepdf.open(io.BytesIO(second)) as rest:
        del letter.pages[keep:]
        letter.pages.extend(rest.pages)
        letter.save(buffer, deterministic_id=True)
    return buffer.getvalue()
