"""Look at what stands below the text of a born-digital page as large as a signature.

Nowhere else a picture is drawn: that takes pdfium milliseconds, and most are letterheads.
"""

from dataclasses import replace
from typing import Final

from extractors.document import PT_PER_MM, Box, Page, PageImage
from extractors.errors import DamagedError, TooLargeError
from extractors.inks.pen_traces import may_show_pen
from extractors.pictures.images import to_grey
from extractors.readers.pdf_pages import Renderer

LOOK_DPI: Final = 150.0
MOST_WIDE_MM: Final = 140.0
MOST_HIGH_MM: Final = 70.0
LEAST_HIGH_MM: Final = 4.0
ABOVE: Final = 0.5  # share of the words on a page above what closes it
MOST_LOOKED_AT: Final = 6  # on one page: more pictures are a table or a decoration
LINE_PT: Final = 2.0  # half of the width of a line reaches out of the box of a drawing


def without_print(page: Page, renderer: Renderer, *, is_safe: bool) -> Page:
    """Leave out pictures and drawings below the text that show no trace of a pen.

    `is_safe` says that no picture is larger than its PDF says: there is no need to look first.
    """
    if page.is_paper or not page.words:
        return page
    looked_at = [box for box in (*page.pictures, *page.drawings) if _may_be_signature(box, page)]
    if not 0 < len(looked_at) <= MOST_LOOKED_AT:
        return page
    try:
        if not is_safe:
            renderer.refuse_bombs(page.number - 1)
        gone = {box for box in looked_at if not _shows_pen(box, page, renderer)}
    except (DamagedError, TooLargeError):
        return page  # what cannot be looked at may be a signature
    return replace(
        page,
        pictures=tuple(box for box in page.pictures if box not in gone),
        drawings=tuple(box for box in page.drawings if box not in gone),
    )


def _may_be_signature(box: Box, page: Page) -> bool:
    width, height = box.width / PT_PER_MM, box.height / PT_PER_MM
    if width > MOST_WIDE_MM or not LEAST_HIGH_MM <= height <= MOST_HIGH_MM:
        return False
    above = sum(word.box.bottom <= box.bottom for word in page.words)
    return above >= ABOVE * len(page.words)


def _shows_pen(box: Box, page: Page, renderer: Renderer) -> bool:
    part = box.grown(LINE_PT, LINE_PT).on_sheet(page.width, page.height)
    pixels = renderer.render_part(page.number - 1, part, width=page.width, dpi=LOOK_DPI)
    image = PageImage(to_grey(pixels), LOOK_DPI / 72.0)
    printed = [
        word.box.moved(-part.x0, -part.top) for word in page.words if word.box.overlaps(part)
    ]
    return may_show_pen(image, printed)
