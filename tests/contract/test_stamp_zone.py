"""A tilted received stamp on a scan is read, with either engine."""

import io

import pytest
from PIL import Image, ImageDraw, ImageFont

from extractors.document import Document
from extractors.limits import Limits
from extractors.ocr import engine_names
from extractors.readers.any_format import read
from tests.needs import engine_or_skip
from tests.pages import WORDS, found, picture

DPI = 200


def stamped(tilt: float) -> bytes:
    """Return a scanned letter with a framed stamp in red beside the addresses."""
    stamp = Image.new("RGBA", (400, 170), (255, 255, 255, 0))
    draw, red = ImageDraw.Draw(stamp), (190, 60, 60, 255)
    draw.rounded_rectangle((3, 3, 396, 166), 14, outline=red, width=4)
    font = ImageFont.load_default(40)
    for row, line in enumerate(("INGEKOMEN", "17 NOV 2026")):
        draw.text((200, 50 + 65 * row), line, font=font, fill=red, anchor="mm", stroke_width=1)
    page = picture(dpi=DPI)
    turned = stamp.rotate(-tilt, expand=True, resample=Image.Resampling.BICUBIC)
    page.paste(turned, (1050, 160), turned)
    target = io.BytesIO()
    page.save(target, "PNG", dpi=(DPI, DPI))
    return target.getvalue()


def read_stamped(engine_name: str, tilt: float) -> Document:
    return read(stamped(tilt), engine=engine_or_skip(engine_name), limits=Limits())


@pytest.mark.parametrize("tilt", [-14, 7])
@pytest.mark.parametrize("engine_name", engine_names())
def test_a_tilted_stamp_is_read_and_the_letter_stays(engine_name: str, tilt: float) -> None:
    texts = [word.text for word in read_stamped(engine_name, tilt).pages[0].words]
    assert {"INGEKOMEN", "17", "NOV"} <= set(texts)
    assert found(texts, WORDS) > 0.95
