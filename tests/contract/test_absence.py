"""That something is missing is only said of pages that were read: from pixels to the report."""

import datetime as dt
import io

import cv2
import numpy as np
import pypdfium2
from numpy.typing import NDArray
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from extractors.extract import extract
from extractors.limits import DEFAULT_LIMITS
from extractors.readers.any_format import read
from tests.needs import engine_or_skip
from validators.assess import Source, assess
from validators.profile import hints_of, load_profile
from validators.report import Report, Status

Grey = NDArray[np.uint8]
DPI = 200
DOT = DPI / 72
TODAY = dt.date(2026, 11, 20)
HEAD = ("D. Mohan", "Heuvelpad 171", "9483 GJ Assen")
OFFICE = ("Zorgkantoor Zorg en Zekerheid", "Postbus 400", "2300 AK Leiden")
DATE = ("Assen, 12 oktober 2026",)
BODY = (
    "Onderwerp: bezwaar tegen uw besluit van 28 september 2026, kenmerk ZK-2026-55123",
    "Geachte heer, mevrouw,",
    "Hierbij maak ik bezwaar tegen uw besluit van 28 september 2026. U wijst de nachtzorg",
    "voor mijn moeder af. Dat is onterecht, want zij valt elke nacht uit bed en niemand hoort",
    "haar. De huisarts schrijft dat toezicht nodig is. Daar gaat uw besluit niet op in.",
    "Ik verzoek u het besluit te herzien.",
    "Met vriendelijke groet,",
    "Denise Mohan",
)


def paper(*blocks: tuple[str, ...]) -> Grey:
    """Return a page at 200 dpi with blocks of lines one below the other."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(595, 842))
    canvas.setFont("Helvetica", 11)
    y = 780
    for block in blocks:
        for line in block:
            canvas.drawString(70, y, line)
            y -= 16
        y -= 20
    canvas.save()
    page = pypdfium2.PdfDocument(file.getvalue())[0]
    return np.array(page.render(scale=DOT).to_numpy()[:, :, 0], dtype=np.uint8)


def report_of(pixels: Grey) -> Report:
    file = io.BytesIO()
    Image.fromarray(pixels).save(file, "PNG", dpi=(DPI, DPI))
    profile = load_profile("zorg-en-zekerheid")
    document = read(file.getvalue(), engine=engine_or_skip(), limits=DEFAULT_LIMITS)
    (reading,) = extract(document, hints_of(profile))
    return assess(reading, profile, source=Source("a.png"), today=TODAY, report_id="1")


def status_of(pixels: Grey, element: str) -> Status:
    return next(state.status for each, state in report_of(pixels).elements.items()
                if each == element)  # fmt: skip


def smeared(pixels: Grey, *, top: float) -> Grey:
    """Return the page with three lines, from so many points on, smeared while they were wet."""
    rows = slice(round(top * DOT), round((top + 46) * DOT))
    wet = cv2.blur(pixels[rows], (25, 3)).astype(np.float64)
    pixels = pixels.copy()
    pixels[rows] = np.clip(wet * 2 - 300, 0, 255).astype(np.uint8)
    return pixels


def test_what_does_not_stand_on_a_page_that_was_read_is_missing() -> None:
    pixels = paper(HEAD, OFFICE, BODY)
    assert status_of(pixels, "datum") is Status.ONTBREEKT


def test_what_stands_on_the_page_is_there() -> None:
    pixels = paper(HEAD, OFFICE, DATE, BODY)
    assert status_of(pixels, "datum") is Status.AANWEZIG


def test_what_may_stand_where_print_was_smeared_is_for_a_person() -> None:
    pixels = smeared(paper(HEAD, OFFICE, DATE, BODY), top=182)
    assert status_of(pixels, "datum") is Status.ONZEKER


def test_pale_print_is_read() -> None:
    pixels = paper(HEAD, OFFICE, DATE, BODY)
    pale = cv2.convertScaleAbs(pixels, alpha=0.25, beta=175)
    report = report_of(np.asarray(pale, dtype=np.uint8))
    assert report.elements["datum"].value == "2026-10-12"  # type: ignore[index]
    assert report.elements["adres"].status is Status.AANWEZIG  # type: ignore[index]


def test_of_a_page_whose_left_side_is_cut_off_nothing_is_missing() -> None:
    pixels = paper(HEAD, OFFICE, BODY)[:, round(76 * DOT) :]
    assert status_of(pixels, "datum") is Status.ONZEKER


def test_of_a_page_whose_foot_is_cut_off_no_signature_is_missing() -> None:
    pixels = paper(HEAD, OFFICE, DATE, BODY[:-2])
    used = np.flatnonzero((pixels < 128).any(axis=1))[-1]
    assert status_of(pixels[: used + 6], "handtekening") is Status.ONZEKER


def test_of_one_page_of_two_nothing_is_missing() -> None:
    pixels = paper(HEAD, OFFICE, BODY, ("Pagina 1 van 2",))
    assert status_of(pixels, "datum") is Status.ONZEKER
