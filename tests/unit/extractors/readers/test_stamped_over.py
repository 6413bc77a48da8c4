"""What something pale hides is read from the darkest ink."""

import time

import numpy as np
import pytest

from extractors.document import Box, PageImage, Word
from extractors.limits import DEFAULT_LIMITS
from extractors.readers.stamped_over import has_shades, read_beneath
from extractors.readers.work import Work
from tests.unit.extractors.readers.answers import Reader

HEIGHT = 842.0
PRINT, STAMP, PAPER = 40, 120, 240
CLEAR, COVERED = slice(0, 150), slice(150, 300)  # columns of the strip


def picture(*, shades: bool = True) -> PageImage:
    """Return a strip of print with a stamp over it, in shades of grey or in black and white."""
    strip = np.full((60, 300), PAPER if shades else 255, np.uint8)
    strip[10:50, 150:280] = STAMP if shades else 0
    strip[20:40, 10:290:8] = PRINT if shades else 0
    return PageImage(strip, 3.0)


class Strokes(Reader):
    """Gives its answers, and keeps what share of each picture was black."""

    def __init__(self, *answers: tuple[str, float]) -> None:
        super().__init__(*answers)
        self.black: list[float] = []

    def read(self, image: PageImage, **more: object) -> tuple[Word, ...]:
        self.black.append(float(np.mean(image.pixels < 128)))
        return super().read(image, **more)  # type: ignore[arg-type]


def line(*words: tuple[str, float], top: float = 100.0) -> tuple[Word, ...]:
    return tuple(
        Word(text, Box(70 + 60 * at, top, 120 + 60 * at, top + 10), sure)
        for at, (text, sure) in enumerate(words)
    )


def read(
    words: tuple[Word, ...], engine: Strokes, *, over: slice = COVERED
) -> list[tuple[str, float]]:
    """Read words again of which those that are hardly read show the part `over` of the strip."""
    work = Work(engine, DEFAULT_LIMITS, time.monotonic() + 60)
    strip = picture()

    def crop(box: Box) -> PageImage:
        hardly = any(word.box == box and word.confidence < 0.5 for word in words)
        plain = any(word.box == box for word in words)
        part = over if hardly else CLEAR if plain else slice(None)
        return PageImage(np.ascontiguousarray(strip.pixels[:, part]), strip.scale)

    found = read_beneath(words, height=HEIGHT, crop=crop, work=work)
    return [(word.text, word.confidence) for word in found]


STAMPED = line(("Vaarten", 0.97), ("oC", 0.1))


def test_a_word_under_a_stamp_is_read_without_the_stamp() -> None:
    engine = Strokes(("98Apeldoorn", 0.95))
    # What is not read now stays.
    assert read(STAMPED, engine) == [("98Apeldoorn", 0.95), ("Vaarten", 0.97), ("oC", 0.1)]
    assert engine.black[0] < 0.1  # the print, not the stamp


def test_what_is_not_read_better_stays() -> None:
    engine = Strokes(("Vaarten", 0.3), ("xx", 0.2))
    assert read(STAMPED, engine) == [("Vaarten", 0.97), ("oC", 0.1)]


@pytest.mark.parametrize(
    "words",
    [
        line(("Vaarten", 0.97), ("98", 0.8)),  # nothing is hidden
        line(("Vaarten", 0.97), ("oC", 0.1), top=700.0),  # below the text
        line(("Aha", 0.3), ("oC", 0.1)),  # strokes of a pen
        line(("Vaarten", 0.97), ("/", 0.1)),  # a speck
    ],
)
def test_a_line_that_nothing_hides_is_not_read_again(words: tuple[Word, ...]) -> None:
    engine = Strokes()
    assert read(words, engine) == [(word.text, word.confidence) for word in words]
    assert engine.black == []


def test_a_word_that_no_paler_ink_lies_over_is_not_read_again() -> None:
    engine = Strokes()
    assert read(STAMPED, engine, over=CLEAR) == [("Vaarten", 0.97), ("oC", 0.1)]
    assert engine.black == []


def test_under_a_stamp_on_bare_paper_nothing_is_looked_for() -> None:
    engine = Strokes()
    # Between two of its strokes the strip has no print.
    assert read(STAMPED, engine, over=slice(155, 162)) == [("Vaarten", 0.97), ("oC", 0.1)]
    assert engine.black == []


def test_in_black_and_white_a_stamp_is_as_dark_as_print() -> None:
    assert has_shades(picture().pixels)
    assert not has_shades(picture(shades=False).pixels)


def test_a_word_that_was_surer_before_stays() -> None:
    class Whole(Strokes):
        """Sees the whole line again, as words side by side."""

        def read(self, image: PageImage, **more: object) -> tuple[Word, ...]:
            del image, more
            first, second = line(("Betreft:", 0.9), ("2/2026/05", 0.75))
            left = 70 - 6.0
            return tuple(
                Word(w.text, Box(w.box.x0 - left, 3, w.box.x1 - left, 13), w.confidence)
                for w in (first, second)
            )

    before = line(("Betr", 0.1), ("WLZ/2026/05", 0.91))
    assert read(before, Whole()) == [("Betreft:", 0.9), ("WLZ/2026/05", 0.91)]


def test_a_part_of_what_was_read_says_no_more() -> None:
    before = (
        Word("kenmerk", Box(70, 100, 120, 110), 0.9),
        Word("Z22-91610", Box(64, 97, 74, 107), 0.2),
    )
    assert ("Z22-91610", 0.2) in read(before, Strokes(("91610", 0.9), ("91610", 0.9)))
