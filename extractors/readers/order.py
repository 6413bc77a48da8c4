"""What is known of the pages before a page, when several are read at the same time.

Whether a page may be read in part depends on it and the pages before it and on nothing else: the
answer is the same whatever the number of threads.
"""

import re
from threading import Condition
from typing import TYPE_CHECKING, Final

from extractors.layout import lines_of
from extractors.readers.enclosed import Enclosure, Numbering, place_of

if TYPE_CHECKING:
    from extractors.document import Page

_OWN: Final = re.compile(r"\b(ik|mij|mijn)\b", re.IGNORECASE)
_OWN_WORDS: Final = 2


def is_of_letter(page: "Page") -> bool:
    """Tell whether somebody writes on a page in words of their own."""
    return sum(bool(_OWN.fullmatch(word.text.strip(".,;:!?"))) for word in page.words) >= _OWN_WORDS


def _place_of(page: "Page") -> Numbering | None:
    lines = sorted(lines_of(page), key=lambda line: line.box.top)
    return place_of(lines, lines)


class PagesBefore:
    """Keeps the pages of a file as they are read."""

    def __init__(self) -> None:
        """Begin with a file of which no page was read."""
        self._changed = Condition()
        self._pages: dict[int, Page | None] = {}
        self._letters: dict[int, bool] = {}

    def tell(self, number: int, page: "Page | None") -> None:
        """Keep a page that was read; None for one that could not be."""
        with self._changed:
            self._pages[number] = page
            self._letters[number] = page is not None and is_of_letter(page)
            self._changed.notify_all()

    def hold_letter(self, number: int, *, timeout_s: float) -> bool:
        """Tell whether a page before this one is of a letter; waits until that is known."""
        with self._changed:
            self._changed.wait_for(lambda: self._is_decided(number), timeout=timeout_s)
            return self._has_letter(number)

    def enclosure(self, number: int, *, timeout_s: float) -> Enclosure | None:
        """Return the page right before a page, if that was an enclosure."""
        with self._changed:
            self._changed.wait_for(lambda: number - 1 in self._pages, timeout=timeout_s)
            page = self._pages.get(number - 1)
        return Enclosure(_place_of(page)) if page is not None and page.in_part else None

    def goes_on_with_letter(self, number: int, place: Numbering, *, timeout_s: float) -> bool:
        """Tell whether a page that says to stand there is the next one of a letter before it.

        Waits for all pages before it; it may be, when one of them does not come.
        """
        with self._changed:
            if not self._changed.wait_for(lambda: self._are_told(number), timeout=timeout_s):
                return True
            pages = [self._pages[each] for each in range(1, number) if self._letters[each]]
        before = [_place_of(page) for page in pages if page is not None]
        return any(each is not None and place.follows(each) for each in before)

    def _is_decided(self, number: int) -> bool:
        return self._has_letter(number) or self._are_told(number)

    def _are_told(self, number: int) -> bool:
        return all(each in self._pages for each in range(1, number))

    def _has_letter(self, number: int) -> bool:
        return any(self._letters.get(each, False) for each in range(1, number))
