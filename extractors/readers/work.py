"""What a reader works with: the engine, the limits, the time left, and threads for its pages."""

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Self, TypeVar

from extractors.document import Page
from extractors.errors import TimeLimitError
from extractors.limits import Limits
from extractors.ocr import OcrEngine
from extractors.readers.enclosed import Enclosure, Numbering
from extractors.readers.order import PagesBefore
from extractors.stages import Stage, begin
from extractors.word_engine import WordEngine, load_word_engine

Item = TypeVar("Item")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Work:
    """The tools and the limits for one file."""

    engine: OcrEngine
    limits: Limits
    end: float  # on the monotonic clock
    before: PagesBefore = field(default_factory=PagesBefore)
    other: WordEngine | None = None  # gives a second opinion on single words

    @classmethod
    def start(cls, engine: OcrEngine, limits: Limits) -> Self:
        """Start the clock for one file."""
        end = time.monotonic() + limits.file_s
        return cls(engine, limits, end, other=load_word_engine())

    def time_for_call(self) -> float:
        """Return how many seconds the next call of the engine may take.

        Raises:
            TimeLimitError: when the time for the file is over.

        """
        left = self.end - time.monotonic()
        if left <= 0:
            raise TimeLimitError("the file took too long")
        return min(left, self.limits.ocr_page_s)

    def may_leave_out(self, number: int) -> bool:
        """Tell whether the rest of a page may stay unread when its top says that it is enclosed.

        Waits for the pages before it, which must be handed out in turn: only behind a page of a
        letter one can be nothing but an enclosure.
        """
        if self.limits.all_pages or number == 1:
            return False
        return self.before.hold_letter(number, timeout_s=self._left())

    def enclosed_before(self, number: int) -> Enclosure | None:
        """Return the page before, if it was found to be an enclosure."""
        return self.before.enclosure(number, timeout_s=self._left())

    def goes_on_with_letter(self, number: int, place: Numbering) -> bool:
        """Tell whether a page that says to stand there is the next one of a letter before it."""
        return self.before.goes_on_with_letter(number, place, timeout_s=self._left())

    def _left(self) -> float:
        return max(self.end - time.monotonic(), 0.0)

    def follow(self, number: int, read: Callable[[], "PageRead"]) -> "PageRead":
        """Read a page and keep for those behind it what it says; also that it could not be read."""
        page = None
        try:
            done = read()
            page = done.page
        finally:
            self.before.tell(number, page)
        return done

    def in_order(
        self, function: Callable[[Item], Result], items: Iterable[Item]
    ) -> Iterator[Result]:
        """Apply `function` to the items, one for each page, in threads; yield the results in order.

        The items are taken here, in the calling thread and only a little ahead of what is done:
        a reader may make them with a library that bears one thread only, and few are in memory.
        """
        threads = self.limits.page_threads
        begin(Stage.LEZEN, 1)
        if threads <= 1:
            for number, item in enumerate(items, start=2):
                yield function(item)
                begin(Stage.LEZEN, number)
            begin(Stage.LEZEN)  # no more pages: what is left is about the whole file
            return
        waiting: deque[Future[Result]] = deque()
        with ThreadPoolExecutor(threads) as pool:
            for number, item in enumerate(items, start=1):
                waiting.append(pool.submit(function, item))
                done = sum(1 for _ in takewhile(Future.done, waiting))
                begin(Stage.LEZEN, number + 1 - len(waiting) + done, number + 1)
                if len(waiting) > threads:
                    yield waiting.popleft().result()
            while waiting:
                begin(Stage.LEZEN, number + 1 - len(waiting), number)
                yield waiting.popleft().result()
        begin(Stage.LEZEN)


@dataclass(frozen=True, slots=True)
class PageRead:
    """A page and how many seconds the engine worked on it."""

    page: Page
    ocr_seconds: float = 0.0
