"""Pages far too large, files far too long, and faxes: bounded, and read where they can be."""

import io
import resource
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont
from reportlab.pdfgen.canvas import Canvas

from extractors.errors import TooLargeError, TooManyPagesError
from extractors.limits import Limits
from extractors.ocr import OcrEngine
from extractors.pictures.decoding import decode
from extractors.pictures.images import is_blank
from extractors.readers.any_format import read
from tests.needs import engine_or_skip

FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
LINES = ("Dorpsstraat 12", "3512 AB Utrecht", "Hierbij maak ik bezwaar tegen uw besluit.")
MEGABYTES = 900
# A child of its own, and not by its resource usage: that begins with what its parent took.
CHILD = """
import re, sys
from pathlib import Path
import numpy as np
from PIL import Image
from extractors.pictures.decoding import decode
from extractors.limits import Limits
Image.MAX_IMAGE_PIXELS = None
picture = decode(open(sys.argv[1], "rb").read(), limits=Limits())
peak = re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]
print(picture.columns, picture.rows, int(peak) // 1024)
"""


@pytest.fixture(scope="module")
def engine() -> OcrEngine:
    return engine_or_skip()


def drawn(columns: int, rows: int, size: int) -> Image.Image:
    page = Image.new("L", (columns, rows), 255)
    pen, font = ImageDraw.Draw(page), ImageFont.truetype(FONT, size)
    for number, line in enumerate(LINES, start=2):
        pen.text((columns // 10, number * 2 * size), line, fill=0, font=font)
    return page


def test_a_jpeg_of_400_million_pixels_is_decoded_small(tmp_path: Path) -> None:
    file = tmp_path / "groot.jpg"
    Image.fromarray(np.full((20_000, 20_000), 255, np.uint8)).save(file, "JPEG", quality=20)
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(file)], capture_output=True, text=True, check=True
    )
    columns, rows, megabytes = map(int, done.stdout.split())
    assert (columns, rows) == (5000, 5000)
    assert megabytes < MEGABYTES


def test_a_jpeg_that_is_too_large_is_read_all_the_same(engine: OcrEngine) -> None:
    target = io.BytesIO()
    drawn(2480, 3508, 50).save(target, "JPEG", quality=80, dpi=(300, 300))
    limits = Limits(image_pixels=8_000_000)  # as if that were a large page
    (page,) = read(target.getvalue(), engine=engine, limits=limits).pages
    assert {"Dorpsstraat", "bezwaar"} <= {word.text for word in page.words}
    assert page.width == pytest.approx(595, abs=2)


def test_another_picture_that_is_too_large_is_refused_unseen() -> None:
    target = io.BytesIO()
    Image.new("1", (20_000, 20_000), 1).save(target, "PNG")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(TooLargeError):
        decode(target.getvalue(), limits=Limits())
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 50 * 1024


def test_six_hundred_pages_are_refused_before_the_first_is_read(engine: OcrEngine) -> None:
    target = io.BytesIO()
    canvas = Canvas(target)
    for number in range(600):
        canvas.drawString(72, 700, f"Bladzijde {number}")
        canvas.showPage()
    canvas.save()
    with pytest.raises(TooManyPagesError):
        read(target.getvalue(), engine=engine, limits=Limits(file_s=0.0))


def test_a_coarse_fax_is_read(engine: OcrEngine) -> None:
    """Half as many rows as columns for an inch, black and white: 204 x 98 dpi."""
    fine = drawn(1728, 2290, 46)
    coarse = fine.resize((1728, 1145)).point(lambda value: 255 if value > 140 else 0).convert("1")
    target = io.BytesIO()
    coarse.save(target, "TIFF", compression="group4", dpi=(204, 98))
    (page,) = read(target.getvalue(), engine=engine, limits=Limits()).pages
    assert {"3512", "AB", "Utrecht", "bezwaar"} <= {word.text for word in page.words}


def test_a_clean_back_is_blank_and_faint_print_is_not() -> None:
    back = np.full((2200, 1700), 250, np.uint8)
    faint = back.copy()
    for column in range(300, 900, 12):  # a line of strokes of two pixels, hardly grey
        faint[400:430, column : column + 2] = 228
    assert (is_blank(back), is_blank(faint)) == (True, False)
