"""What is known of the pages before a page, when several are read at the same time.

Whether a page may be read in part depends on it and the pages before it and on nothing else: the
answer is the same whatever the number of threads.
"""

import re
from threading import Condition
from typing import TYPE_CHECKING, Final

from extractors.enclosed import Numbering, numbering
from extractors.layout import lines_of
from extractors.parts import is_closing

if TYPE_CHECKING:
    from extractors.document import Page

_OWN: Final = re.compile(r"\b(ik|mij|mijn)\b", re.IGNORECASE)


def closes_letter(page: "Page") -> bool:
    """Tell whether somebody ends a letter on a page, in their own words."""
    lines = lines_of(page)
    return any(map(is_closing, lines)) and any(_OWN.search(line.text) for line in lines)


class PagesBefore:
    """Keeps the pages of a file as they are read; what they say is worked out when asked for."""

    def __init__(self) -> None:
        """Begin with a file of which no page was read."""
        self._changed = Condition()
        self._pages: dict[int, Page | None] = {}
        self._closes: dict[int, bool] = {}

    def tell(self, number: int, page: "Page | None") -> None:
        """Keep a page that was read; None for one that could not be."""
        with self._changed:
            self._pages[number] = page
            self._changed.notify_all()

    def hold_letter(self, number: int, *, timeout_s: float) -> bool:
        """Tell whether a letter is closed before a page; waits until that is known."""
        with self._changed:
            self._changed.wait_for(lambda: self._is_decided(number), timeout=timeout_s)
            return self._is_closed(number)

    def enclosure(self, number: int, *, timeout_s: float) -> Numbering | None:
        """Return how the page right before a page is numbered, if that was an enclosure."""
        with self._changed:
            self._changed.wait_for(lambda: number - 1 in self._pages, timeout=timeout_s)
            page = self._pages.get(number - 1)
        if page is None or not page.in_part:
            return None
        lines = sorted(lines_of(page), key=lambda line: line.box.top)
        return numbering((*lines[:3], *lines[-3:]))

    def _is_decided(self, number: int) -> bool:
        return self._is_closed(number) or all(each in self._pages for each in range(1, number))

    def _is_closed(self, number: int) -> bool:
        return any(self._closes_on(each) for each in range(1, number) if each in self._pages)

    def _closes_on(self, number: int) -> bool:
        if number not in self._closes:
            page = self._pages[number]
            self._closes[number] = page is not None and closes_letter(page)
        return self._closes[number]
