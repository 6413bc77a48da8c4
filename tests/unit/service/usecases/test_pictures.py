import io
from dataclasses import replace

import numpy as np
from PIL import Image

from extractors.document import Document, Page, PageImage, TextSource
from extractors.element import ElementId
from service.usecases.pictures import BLUE, pictures_of
from tests.unit.service.reports import make_report, make_state
from validators.report import Place

WHITE = np.full((842, 595), 255, dtype=np.uint8)
PAGE = Page(1, 595.0, 842.0, (), TextSource.OCR, image=PageImage(WHITE, scale=1.0))
SCAN = Document("application/pdf", (PAGE,))


def place(top: float, *, page: int = 1, x0: float = 100.0) -> Place:
    return Place(page=page, bbox=(x0, top, x0 + 100, top + 10), text="x")


def picture_of(*places: Place) -> Image.Image | None:
    state = make_state().model_copy(update={"evidence": places})
    pictures = pictures_of(make_report(elements={ElementId.NAAM: state}), SCAN)
    return Image.open(io.BytesIO(pictures[0].png)) if pictures else None


def test_the_picture_shows_the_place_in_a_frame() -> None:
    picture = picture_of(place(200))
    assert picture is not None
    colours = picture.convert("RGB").getcolors(100_000) or []
    assert max(colours)[1] == (255, 255, 255)
    assert any(abs(red - BLUE[0]) < 30 and blue > 150 > green for _, (red, green, blue) in colours)


def test_the_picture_stays_on_the_page() -> None:
    picture = picture_of(place(0, x0=0.0))
    assert picture is not None
    assert picture.size == (160, 24)


def test_a_second_mention_far_away_is_not_in_the_picture() -> None:
    picture = picture_of(place(100), place(700))
    assert picture is not None
    assert picture.height < 60


def test_lines_that_go_on_are_in_one_picture() -> None:
    picture = picture_of(place(100), place(114))
    assert picture is not None
    assert picture.height > 45


def test_a_place_outside_the_page_gives_no_picture() -> None:
    assert picture_of(place(2000)) is None


def test_a_page_that_is_not_there_gives_no_picture() -> None:
    assert picture_of(place(100, page=7)) is None


def test_a_page_without_an_image_gives_no_picture() -> None:
    bare = Document("application/pdf", (replace(PAGE, image=None),))
    assert pictures_of(make_report(), bare) == ()
