"""What is known of the pages before a page, when several are read at the same time.

Whether a page may be read in part depends on the pages before it and on nothing else: the answer
is the same whatever the number of threads.
"""

import re
from threading import Condition
from typing import TYPE_CHECKING, Final

from extractors.layout import lines_of
from extractors.parts import is_closing

if TYPE_CHECKING:
    from collections.abc import Callable

    from extractors.document import Page

_OWN: Final = re.compile(r"\b(ik|mij|mijn)\b", re.IGNORECASE)


def closes_letter(page: "Page") -> bool:
    """Tell whether somebody ends a letter on a page, in their own words."""
    lines = lines_of(page)
    return any(map(is_closing, lines)) and any(_OWN.search(line.text) for line in lines)


class PagesBefore:
    """Keeps of each page of a file whether a letter is closed on it; worked out when asked for."""

    def __init__(self) -> None:
        """Begin with a file of which no page was read."""
        self._changed = Condition()
        self._asks: dict[int, Callable[[], bool]] = {}
        self._known: dict[int, bool] = {}

    def tell(self, number: int, page: "Page | None") -> None:
        """Keep a page that was read; None for one that could not be."""
        with self._changed:
            self._asks[number] = lambda: page is not None and closes_letter(page)
            self._changed.notify_all()

    def hold_letter(self, number: int, *, timeout_s: float) -> bool:
        """Tell whether a letter is closed before a page; waits until that is known."""
        with self._changed:
            self._changed.wait_for(lambda: self._is_decided(number), timeout=timeout_s)
            return self._is_closed(number)

    def _is_decided(self, number: int) -> bool:
        return self._is_closed(number) or all(each in self._asks for each in range(1, number))

    def _is_closed(self, number: int) -> bool:
        return any(self._closes(each) for each in range(1, number) if each in self._asks)

    def _closes(self, number: int) -> bool:
        if number not in self._known:
            self._known[number] = self._asks[number]()
        return self._known[number]
