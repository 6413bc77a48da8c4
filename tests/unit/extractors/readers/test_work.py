"""How far reading came is said page by page, with one thread and with several."""

import threading
import time
from typing import TYPE_CHECKING, cast

import pytest

from extractors.limits import Limits
from extractors.readers.work import Work
from extractors.stages import Reached, Stage, begin, noting, reached

if TYPE_CHECKING:
    from extractors.ocr import OcrEngine


def work(threads: int) -> Work:
    limits = Limits(page_threads=threads)
    return Work(cast("OcrEngine", None), limits, time.monotonic() + 60)


def test_each_page_is_noted_before_it_is_read() -> None:
    noted: list[Reached] = []
    with noting(noted.append):
        seen = list(work(1).in_order(lambda _: noted[-1].first, "abc"))
    assert seen == [1, 2, 3]
    assert {each.stage for each in noted} == {Stage.LEZEN}


def test_with_threads_all_pages_under_way_are_noted() -> None:
    noted: list[Reached] = []
    let_go = threading.Event()

    def read(page: int) -> int:
        if page == 3:
            let_go.wait(10)
        if page == 5:  # handed out when page 3 is still under way
            let_go.set()
        return page

    with noting(noted.append):
        assert list(work(2).in_order(read, range(1, 8))) == [1, 2, 3, 4, 5, 6, 7]
    while_waiting = [each for each in noted if each.first <= 3 <= each.last]
    assert max(each.last for each in while_waiting) >= 5
    assert all(each.first <= each.last <= 8 for each in noted)


@pytest.mark.parametrize("threads", [1, 2])
def test_a_file_without_pages_is_no_trouble(threads: int) -> None:
    assert list(work(threads).in_order(str, ())) == []


def test_nothing_is_kept_after_a_file() -> None:
    with noting(lambda _: None):
        begin(Stage.ZOEKEN)
        assert reached() == Reached(Stage.ZOEKEN)
    begin(Stage.OPENEN)
    assert reached() is None
