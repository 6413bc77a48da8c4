"""Pictures of the places where elements were found, for a page that shows them to a person.

Pictures come from the page as it was read; nothing is rendered again.
"""

import io

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from extractors.document import Box, Document, Page, PageImage, around
from extractors.element import ElementId
from service.ports.reading import Picture
from validators.report import Place, Report

# Margins in points around the place: enough to see the line it stands in and the label before it.
MARGIN_X = 60.0
MARGIN_Y = 14.0
FAR = 40.0  # points between two places that a person would still see as one
LONGEST = 900  # pixels; a passage of half a page stays readable at this width
BLUE = (31, 95, 191)


def pictures_of(report: Report, document: Document) -> tuple[Picture, ...]:
    """Cut out, for each element, the first page on which it was found, with a frame around it."""
    pages = {page.number: page for page in document.pages}
    found = (
        (element, state.evidence) for element, state in report.elements.items() if state.evidence
    )
    pictures = (_picture(element, evidence, pages) for element, evidence in found)
    return tuple(picture for picture in pictures if picture is not None)


def no_pictures(_report: Report, _document: Document) -> tuple[Picture, ...]:
    """Make no pictures: for the formats that show none."""
    return ()


def _picture(
    element: ElementId, evidence: tuple[Place, ...], pages: dict[int, Page]
) -> Picture | None:
    number = evidence[0].page
    page = pages.get(number)
    if page is None or page.image is None:
        return None
    on_page = [Box(*place.bbox).scaled(1 / page.unit) for place in evidence if place.page == number]
    boxes = _together(on_page)
    shown = around(boxes).grown(MARGIN_X, MARGIN_Y).on_sheet(page.width, page.height)
    pixels = page.image.crop(shown)
    if not pixels.size:
        return None
    return Picture(element, number, _png(pixels, boxes, shown, page.image))


def _together(boxes: list[Box]) -> list[Box]:
    """Return the first box and those that go on below it: a second mention is another picture."""
    kept = boxes[:1]
    for box in boxes[1:]:
        if -FAR < box.top - kept[-1].bottom < FAR:
            kept.append(box)
    return kept


def _png(pixels: NDArray[np.uint8], boxes: list[Box], shown: Box, image: PageImage) -> bytes:
    picture = Image.fromarray(pixels).convert("RGB")
    draw = ImageDraw.Draw(picture)
    for box in boxes:
        corners = (
            (box.x0 - shown.x0 - 2) * image.scale,
            (box.top - shown.top - 2) * image.scale,
            (box.x1 - shown.x0 + 2) * image.scale,
            (box.bottom - shown.top + 2) * image.scale,
        )
        draw.rectangle(corners, outline=BLUE, width=max(round(image.scale * 0.9), 1))
    picture.thumbnail((LONGEST, LONGEST))
    stream = io.BytesIO()
    # 32 colours keep grey text smooth and the frame blue at a third of the bytes
    picture.quantize(32).save(stream, "PNG", optimize=True)
    return stream.getvalue()
