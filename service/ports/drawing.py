"""What is drawn or written out: reports, letters to citizens, pictures of pages."""

from typing import Protocol

from service.concepts import LetterText
from service.ports.reading import Outcome
from service.records.letters import LetterRecord


class Rendering(Protocol):
    """One output being written."""

    def add(self, outcome: Outcome) -> None:
        """Write one report."""

    def finish(self) -> None:
        """Write what comes after the last report."""


class LetterRenderer(Protocol):
    """Writes a letter to a citizen in one format."""

    def __call__(self, letter: LetterText, /) -> bytes:
        """Return the letter; the same letter gives the same bytes.

        Raises:
            UndrawableError: when it has characters that the format cannot print.

        """


class LetterPictures(Protocol):
    """Shows a letter as it will be printed."""

    def count_pages(self, letter: LetterText) -> int:
        """Return how many pages it has.

        Raises:
            UndrawableError: when it has characters that cannot be printed.

        """

    def picture(self, letter: LetterText, page: int) -> bytes:
        """Return a page (from 1) as a PNG.

        Raises:
            NotFoundError: when there is no such page.
            UndrawableError: when the letter has characters that cannot be printed.

        """


class Pages(Protocol):
    """Pictures of the pages of letters, upright as they were read."""

    def picture(self, letter: LetterRecord, page: int) -> bytes:
        """Return a page of the file (from 1) as a PNG with two pixels for each point.

        Raises:
            NotFoundError: when there is no such page.
            NoPictureError: when it cannot be made.
            BusyError: when too many are being made already.

        """

    def prepare(self, letter: LetterRecord, page: int) -> None:
        """Begin with a picture that is probably asked for soon; nobody waits, nothing fails."""

    def warm_up(self) -> None:
        """Get ready to make pictures, beside whatever else is done."""

    def forget(self, sha256: str) -> None:
        """Throw away every picture of a file."""
