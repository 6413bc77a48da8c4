"""A page is read without its empty margins, and its words stand where they stood on it."""

import time
from dataclasses import replace

import numpy as np
import pytest

from extractors.document import Box, PageImage, Word
from extractors.limits import Limits
from extractors.ocr import Segmentation
from extractors.pictures.decoding import Picture
from extractors.readers import scan
from extractors.readers.scan import READ_DPI, read_scan
from extractors.readers.work import Work
from tests.unit.extractors.readers.answers import Other

SCALE = READ_DPI / 72


class InkReader:
    """Gives one word for all the ink of the picture; keeps how large the picture was."""

    version = "stub"

    def __init__(self) -> None:
        self.shapes: list[tuple[int, ...]] = []

    def read(
        self, image: PageImage, *, timeout_s: float, segmentation: Segmentation = Segmentation.PAGE
    ) -> tuple[Word, ...]:
        self.shapes.append(image.pixels.shape)
        rows, columns = np.nonzero(image.pixels < 128)
        if not rows.size:
            return ()
        sides = (columns.min(), rows.min(), columns.max() + 1, rows.max() + 1)
        return (Word("bezwaarschrift" * 2, Box(*(float(side) / image.scale for side in sides))),)


def page(*, ink: bool = True) -> Picture:
    pixels = np.full((1871, 1323), 255, np.uint8)
    if ink:  # words, as far as a page is looked at before it is read
        for row in range(600, 900, 40):
            for column in range(300, 900, 24):
                pixels[row : row + 20, column : column + 14] = 0
    return Picture(pixels, READ_DPI)


def test_words_stand_where_they_stood_on_the_page() -> None:
    reader = InkReader()
    read = read_scan(page(), number=1, work=Work(reader, Limits(), time.monotonic() + 60)).page
    (word, *_) = read.words
    places = [side * SCALE for side in (word.box.x0, word.box.top)]
    assert places == pytest.approx([300, 600], abs=1.5)
    rows, columns = reader.shapes[0]
    assert rows < 450
    assert columns < 750


def test_the_picture_of_the_page_stays_whole() -> None:
    work = Work(InkReader(), Limits(), time.monotonic() + 60)
    read = read_scan(page(), number=1, work=work).page
    assert read.image is not None
    assert read.image.pixels.shape == (1871, 1323)


def test_an_empty_page_is_read_whole_when_all_pages_are() -> None:
    reader = InkReader()
    work = Work(reader, Limits(all_pages=True), time.monotonic() + 60)
    assert read_scan(page(ink=False), number=1, work=work).page.words == ()
    assert (1871, 1323) in reader.shapes


def test_where_a_stamp_was_read_before_it_stood_upright_nothing_is_missed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    upright = Word("INGEKOMEN", Box(300, 100, 360, 110), 0.95)
    known: list[Word] = []

    def keep(
        _: PageImage, words: tuple[Word, ...], **__: object
    ) -> tuple[tuple[Word, ...], tuple[()]]:
        known.extend(words)
        return words, ()

    monkeypatch.setattr(scan, "read_stamps", lambda *_, **__: (upright,))
    monkeypatch.setattr(scan, "read_missed", keep)
    work = Work(InkReader(), Limits(), time.monotonic() + 60)
    read = read_scan(page(), number=1, work=work).page
    assert [word.text for word in known] == ["INGEKOMEN", "bezwaarschrift" * 2]
    assert [word.text for word in read.words] == ["INGEKOMEN"]


class TwoWords(InkReader):
    """Gives two words for the ink of a page: one as sure as is said, and a weak number."""

    def __init__(self, sure: float) -> None:
        super().__init__()
        self.sure = sure

    def read(
        self, image: PageImage, *, timeout_s: float, segmentation: Segmentation = Segmentation.PAGE
    ) -> tuple[Word, ...]:
        words = super().read(image, timeout_s=timeout_s, segmentation=segmentation)
        number = [replace(word, text="ZK-2026-1044", confidence=0.6) for word in words]
        return (*(replace(word, confidence=self.sure) for word in words), *number)


@pytest.mark.parametrize(("sure", "is_asked"), [(0.9, True), (0.5, False)])
def test_the_other_engine_is_not_asked_of_a_page_that_is_mostly_by_hand(
    sure: float, *, is_asked: bool
) -> None:
    other = Other()
    end = time.monotonic() + 60
    work = Work(TwoWords(sure), Limits(), end, other=other)
    read_scan(page(), number=1, work=work)
    assert (other.asked > 0) is is_asked
