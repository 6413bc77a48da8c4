"""The top of a page is read first only where rows of print are all that stands on it."""

import time
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, cast

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from extractors.document import Box, Page, PageImage, Word
from extractors.limits import Limits
from extractors.ocr import Segmentation
from extractors.readers.first_look import find_cut, look
from extractors.readers.work import Work
from tests.factories import make_page, make_words

if TYPE_CHECKING:
    from extractors.ocr import OcrEngine

Grey = NDArray[np.uint8]
SCALE = 160 / 72
PITCH = 32
TEXT = "Cliënt loopt kleine stukken met de rollator onder toezicht van de begeleiding."
PLAN = f"Zorgplan mevrouw De Vries\n{TEXT}\n{TEXT}"


def paper(rows: int = 40) -> Grey:
    """Return an A4 page at 160 dpi with rows of print and a foot."""
    page = np.full((1871, 1323), 255, np.uint8)
    for row in range(rows):
        place = (150, 150 + row * PITCH)
        cv2.putText(page, "zorg met hulp in de nacht en bij het eten", place, 0, 0.7, 0, 2)
    cv2.putText(page, "Pagina 2 van 5", (900, 1760), 0, 0.7, 0, 2)
    return page


def signed(page: Grey) -> None:
    for step in range(6):
        x = 300 + 50 * step
        cv2.ellipse(page, (x, 1560), (40, 60), 20, 0, 300, 0, 3)


def stamped(page: Grey) -> None:
    cv2.rectangle(page, (800, 1480), (1150, 1620), 0, 4)
    cv2.putText(page, "INGEKOMEN", (830, 1560), 0, 1.6, 0, 4)


def tilted(page: Grey) -> None:
    mark = np.full((300, 300), 255, np.uint8)
    for row in range(3):
        cv2.putText(mark, "12 NOV 2026 POST", (10, 100 + 40 * row), 0, 0.8, 0, 2)
    turn = cv2.getRotationMatrix2D((150, 150), 30, 1.0)
    page[1450:1750, 300:600] = cv2.warpAffine(mark, turn, (300, 300), borderValue=(255,))


def test_a_page_is_cut_between_two_rows() -> None:
    page = paper()
    cut = find_cut(PageImage(page, SCALE))
    assert cut is not None
    for place in (cut.top, cut.head, cut.foot):
        assert page[round(place * SCALE)].min() == 255
    assert cut.top < 0.8 * cut.head
    assert 0.15 * 842 < cut.head < 0.3 * 842
    assert cut.foot > 0.8 * 842


def test_the_foot_is_the_last_row_alone() -> None:
    page = paper()
    cut = find_cut(PageImage(page, SCALE))
    assert cut is not None
    assert not (page[round(cut.foot * SCALE) : 1700] < 255).any()
    assert (page[1700:] < 255).any()


@pytest.mark.parametrize("draw", [signed, stamped, tilted])
def test_what_was_drawn_on_a_page_has_it_read_whole(draw: Callable[[Grey], None]) -> None:
    page = paper(rows=36)
    draw(page)
    assert find_cut(PageImage(page, SCALE)) is None


def test_rules_are_no_drawing() -> None:
    page = paper()
    for y in (120, 900, 1700):
        cv2.line(page, (140, y), (1180, y), 0, 2)
    assert find_cut(PageImage(page, SCALE)) is not None


def test_a_page_with_little_on_it_is_read_whole() -> None:
    assert find_cut(PageImage(paper(rows=12), SCALE)) is None


class Engine:
    """Gives its answers one after the other; counts the rows of pixels it was given."""

    version = "stub"

    def __init__(self, *answers: tuple[Word, ...]) -> None:
        self.answers = list(answers)
        self.given: list[int] = []

    def read(
        self, image: PageImage, *, timeout_s: float, segmentation: Segmentation = Segmentation.PAGE
    ) -> tuple[Word, ...]:
        self.given.append(image.pixels.shape[0])
        return self.answers.pop(0)


def seen(engine: Engine, *before: Page) -> tuple[Word, ...] | None:
    work = Work(cast("OcrEngine", engine), Limits(), time.monotonic() + 60)
    for page in before or (LETTER,):
        work.before.tell(page.number, page)
    image = PageImage(paper(), SCALE)
    return look(image, work=work, number=len(before or (LETTER,)) + 1)


LETTER = make_page("Ik maak bezwaar omdat mijn moeder hulp nodig heeft.")
FOOT = (Word("Pagina", Box(10, 5, 40, 15), 0.9), Word("2", Box(44, 5, 48, 15), 0.9))


def test_of_a_sure_enclosure_the_top_and_the_last_row_are_read() -> None:
    engine = Engine(make_words(PLAN), FOOT, make_words(TEXT))
    words = seen(engine)
    assert words is not None
    assert sum(engine.given) < 0.5 * 1871
    assert words[-1].box.top > 0.8 * 842  # where it stands on the page, not in the part


def test_of_any_other_page_nothing_is_kept_and_no_more_is_read() -> None:
    engine = Engine(make_words(f"{TEXT}\n{TEXT}"), FOOT)
    assert seen(engine) is None
    assert len(engine.given) == 2


def test_a_letter_is_known_by_its_top_alone() -> None:
    engine = Engine(make_words(f"{PLAN}\nIk vraag u om hulp."))
    assert seen(engine) is None
    assert len(engine.given) == 1


def test_a_top_that_was_read_badly_says_nothing() -> None:
    poor = make_words(PLAN, confidence=0.5)
    assert seen(Engine(poor, FOOT, make_words(TEXT))) is None


def test_the_next_page_of_an_enclosure_is_left_without_a_heading() -> None:
    part = replace(make_page("Zorgplan mevrouw De Vries\n\nPagina 1", number=2), in_part=True)
    assert seen(Engine(make_words(f"{TEXT}\n{TEXT}"), FOOT), LETTER, part) is not None


def test_without_numbers_the_next_page_is_left_when_its_text_goes_on() -> None:
    part = replace(make_page("Zorgplan mevrouw De Vries", number=2), in_part=True)
    running = "wassen en kleden met hulp van de verpleegkundige bij de transfers uit bed."
    answers = (make_words(f"{running}\n{TEXT}"), make_words("zorg"), make_words(TEXT))
    assert seen(Engine(*answers), LETTER, part) is not None
    assert seen(Engine(*answers), LETTER, replace(part, in_part=False)) is None


def test_what_is_numbered_as_the_next_page_of_the_letter_is_read_whole() -> None:
    numbered = make_page("Ik maak bezwaar omdat mijn moeder hulp nodig heeft.\n\nPagina 1")
    assert seen(Engine(make_words(PLAN), FOOT, make_words(TEXT)), numbered) is None
