"""Pages drawn for tests of ink: typed letters, invented scribbles, stamps, rules and smudges."""

import cv2
import numpy as np

from extractors.document import (
    PT_PER_MM,
    Letter,
    LetterPage,
    Page,
    PageImage,
    PageRole,
    TextSource,
    Word,
)
from tests.factories import A4, make_letter_page, make_words

SCALE = 160 / 72  # pixels per point
PX_PER_MM = SCALE * PT_PER_MM
BODY = "\n".join(["Hierbij maak ik bezwaar tegen uw besluit over mijn aanvraag voor zorg."] * 8)
CLOSED = f"Geachte heer, mevrouw,\n\n{BODY}\n\nHoogachtend,\n\n\n\n\n\nJ. Jansen"
CLOSING_MM = 80.0  # from the top of the page to just below "Hoogachtend"


class Paper:
    """A scanned A4 page with typed text, on which tests draw; lengths in millimetres."""

    def __init__(self, text: str = CLOSED, *, paper: int = 245) -> None:
        self.words = make_words(text, confidence=0.95)
        height, width = (round(side * SCALE) for side in (A4[1], A4[0]))
        self.pixels = np.full((height, width), paper, np.uint8)
        for word in self.words:
            self._print(word)

    def _print(self, word: Word) -> None:
        """Set letters as small bars: what matters is that they are many, small and in the box."""
        box, pitch = word.box, word.box.width / len(word.text)
        for place in range(len(word.text)):
            x = (box.x0 + (place + 0.2) * pitch) * SCALE
            ends = (round(x), round((box.top + 2) * SCALE)), (round(x), round(box.bottom * SCALE))
            cv2.line(self.pixels, *ends, 30, 3)

    def scribble(
        self, x: float, y: float, *, width: float = 40, height: float = 12, ink: int = 40
    ) -> "Paper":
        """Write an invented signature with one long winding stroke."""
        t = np.linspace(0, 1, 400)
        xs = x + width * (t + 0.12 * np.sin(14 * t) + 0.05 * np.sin(31 * t))
        ys = y + height * (0.5 + 0.4 * np.sin(22 * t + 1) * (1 - 0.5 * t) + 0.1 * np.sin(9 * t))
        return self.stroke(np.stack([xs, ys], axis=1), ink=ink)

    def stroke(self, points: object, *, pen: float = 0.5, ink: int = 40) -> "Paper":
        """Draw one line through the points."""
        places = (np.asarray(points, dtype=np.float64) * PX_PER_MM).round().astype(np.int32)
        cv2.polylines(self.pixels, [places], False, ink, max(round(pen * PX_PER_MM), 1))
        return self

    def circle(self, x: float, y: float, radius: float, *, filled: bool = False) -> "Paper":
        """Draw a ring, or a disc."""
        centre = round(x * PX_PER_MM), round(y * PX_PER_MM)
        cv2.circle(self.pixels, centre, round(radius * PX_PER_MM), 50, -1 if filled else 4)
        return self

    def letters(self, text: str, x: float, y: float, *, size: float = 4.0) -> "Paper":
        """Print letters that OCR did not read."""
        place = round(x * PX_PER_MM), round(y * PX_PER_MM)
        scale = size * PX_PER_MM / 22
        cv2.putText(self.pixels, text, place, cv2.FONT_HERSHEY_DUPLEX, scale, 40, 3)
        return self

    def page(self, number: int = 1, role: PageRole = PageRole.LETTER, **more: object) -> LetterPage:
        """Return the scanned page."""
        image = PageImage(self.pixels, SCALE)
        page = Page(number, *A4, self.words, TextSource.OCR, image, **more)  # type: ignore[arg-type]
        return make_letter_page(page, role=role)

    def letter(self) -> Letter:
        """Return a letter of this page alone."""
        return Letter((self.page(),))
