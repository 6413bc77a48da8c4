"""Enclosures are read to what they are, and no word of a report depends on it."""

import datetime as dt
import io
from dataclasses import dataclass

import pytest

from extractors.document import Document, PageImage, Word
from extractors.extract import extract
from extractors.limits import Limits
from extractors.ocr import OcrEngine, Segmentation
from extractors.readers.any_format import read
from tests.needs import engine_or_skip
from tests.pages import LINES, ROWS, drawn_pages, mailing, plan_page, text_pdf
from validators.assess import Source, assess
from validators.profile import hints_of, load_profile

TODAY = dt.date(2026, 11, 20)


def both_ways(data: bytes, *, threads: int = 1) -> tuple[Document, Document]:
    some, every = (
        read(data, engine=engine_or_skip(), limits=Limits(all_pages=whole, page_threads=threads))
        for whole in (False, True)
    )
    return some, every


def said(document: Document) -> list[dict[str, object]]:
    profile = load_profile("zorg-en-zekerheid")
    readings = extract(document, hints_of(profile))
    source = Source("a.pdf")
    reports = (assess(r, profile, source=source, today=TODAY, report_id="1") for r in readings)
    return [report.model_dump(mode="json", exclude={"processing"}) for report in reports]


@pytest.fixture(scope="module")
def ways() -> tuple[Document, Document]:
    bare = plan_page(3, head=ROWS[0])
    needed = plan_page(2, own="Hierbij maak ik ook bezwaar tegen het besluit van 1 oktober 2026.")
    return both_ways(mailing(plan_page(2), bare, [], needed))


def test_a_plan_is_left_once_it_is_known(ways: tuple[Document, Document]) -> None:
    some, every = ways
    assert [page.in_part for page in some.pages] == [False, True, True, False, False]
    assert len(some.pages[1].words) < 0.5 * len(every.pages[1].words)


def test_all_other_pages_are_read_as_if_nothing_were_left(
    ways: tuple[Document, Document],
) -> None:
    some, every = ways
    for number in (0, 3, 4):
        assert some.pages[number].words == every.pages[number].words


def test_all_pages_leaves_nothing(ways: tuple[Document, Document]) -> None:
    _, every = ways
    assert not any(page.in_part for page in every.pages)
    assert "rollator" in [word.text for word in every.pages[1].words[-150:]]


def test_the_report_is_the_same_both_ways(ways: tuple[Document, Document]) -> None:
    some, every = ways
    assert said(some) == said(every)


def test_threads_change_nothing(ways: tuple[Document, Document]) -> None:
    bare = plan_page(3, head=ROWS[0])
    some, _ = both_ways(mailing(plan_page(2), bare), threads=3)
    assert [page.words for page in some.pages] == [page.words for page in ways[0].pages[:3]]


def test_before_the_letter_every_page_is_read_whole() -> None:
    first, *rest = drawn_pages(text_pdf(plan_page(1), plan_page(2), LINES))
    target = io.BytesIO()
    first.save(target, "TIFF", dpi=(200, 200), save_all=True, append_images=rest)
    some, every = both_ways(target.getvalue())
    assert [page.words for page in some.pages] == [page.words for page in every.pages]


@dataclass
class Counting:
    """An engine that counts how often it is asked."""

    engine: OcrEngine
    asked: int = 0

    @property
    def version(self) -> str:
        return self.engine.version

    def read(
        self, image: PageImage, *, timeout_s: float, segmentation: Segmentation = Segmentation.PAGE
    ) -> tuple[Word, ...]:
        self.asked += 1
        return self.engine.read(image, timeout_s=timeout_s, segmentation=segmentation)


@pytest.mark.parametrize(("all_pages", "is_more"), [(False, False), (True, True)])
def test_a_clean_back_is_only_read_where_all_pages_are(all_pages: bool, is_more: bool) -> None:
    limits = Limits(all_pages=all_pages)
    alone, backed = (Counting(engine_or_skip()) for _ in range(2))
    read(mailing(), engine=alone, limits=limits)
    read(mailing([]), engine=backed, limits=limits)
    assert (backed.asked > alone.asked) is is_more
