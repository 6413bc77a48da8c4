"""A bar code that mailrooms put on separator sheets is read, other codes say nothing."""

import numpy as np
import pytest
import zxingcpp

from extractors.document import PageImage
from extractors.pages.sheets import has_separator_code

FORMATS = {"Code128": zxingcpp.BarcodeFormat.Code128, "QR": zxingcpp.BarcodeFormat.QRCode}


def sheet(text: str, form: str = "Code128", *, turn: int = 0) -> PageImage:
    """Return a page at 160 dpi with nothing but a code on it."""
    code = np.array(zxingcpp.create_barcode(text, FORMATS[form]).to_image(scale=4))
    page = np.full((1870, 1323), 255, np.uint8)
    page[300 : 300 + code.shape[0], 200 : 200 + code.shape[1]] = code
    return PageImage(np.ascontiguousarray(np.rot90(page, turn)), 160 / 72)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("text", ["PATCHT", "PATCH-T", "Patch 2", "SEPARATOR", "Scheidingsblad"])
def test_the_code_of_a_separator_sheet_is_known(text: str, form: str) -> None:
    assert has_separator_code(sheet(text, form))


def test_a_sheet_that_was_fed_sideways_is_known() -> None:
    assert has_separator_code(sheet("PATCHT", turn=1))


@pytest.mark.parametrize("text", ["ZKN1234567", "3SABCD0123456", "PATCHWORK"])
def test_the_code_of_something_else_parts_nothing(text: str) -> None:
    assert not has_separator_code(sheet(text))


def test_an_empty_page_parts_nothing() -> None:
    assert not has_separator_code(PageImage(np.full((1870, 1323), 255, np.uint8), 160 / 72))
