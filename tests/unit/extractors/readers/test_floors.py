"""Floors behind house numbers are told by the strokes in the picture."""

from typing import TYPE_CHECKING

import numpy as np
import pytest

from extractors.document import PageImage
from extractors.readers.floors import with_floors
from extractors.readers.strokes import count_strokes
from tests.factories import make_words

if TYPE_CHECKING:
    from numpy.typing import NDArray

# Of 30 pixels high: how far the top of a stroke reaches to the left and the right.
BAR, SERIFS, ONE = (0, 0), (4, 4), (6, 0)
HYPHEN, SLASH, NOTHING = "hyphen", "slash", ""


def drawn(mark: str, *tops: tuple[int, int], gap: int = 14) -> "NDArray[np.uint8]":
    """Return a 1, a mark and strokes, black on white."""
    picture = np.full((60, 60 + (gap + 4) * len(tops)), 255, np.uint8)
    if mark:
        picture[15:45, 6:10] = 0
    if mark == HYPHEN:
        picture[30:33, 16:26] = 0
    elif mark == SLASH:
        for row in range(30):
            picture[15 + row, 26 - row // 3 : 30 - row // 3] = 0
    for at, (left, right) in enumerate(tops):
        x = 40 + (gap + 4) * at
        picture[15:45, x : x + 4] = 0
        picture[16:20, x - left : x + 4 + right] = 0
    return picture


@pytest.mark.parametrize("mark", [HYPHEN, SLASH])
@pytest.mark.parametrize("top", [BAR, SERIFS, ONE])
@pytest.mark.parametrize("count", [1, 2, 3])
def test_strokes_behind_a_mark_are_counted(mark: str, top: tuple[int, int], count: int) -> None:
    assert count_strokes(drawn(mark, *[top] * count)) == count


def test_what_is_not_clear_is_not_counted() -> None:
    assert count_strokes(drawn(HYPHEN, BAR, BAR, BAR, BAR, BAR, gap=0)) == 0  # they touch
    assert count_strokes(drawn(NOTHING, BAR, BAR)) == 0
    assert count_strokes(np.full((60, 90), 255, np.uint8)) == 0
    assert count_strokes(drawn(HYPHEN)) == 0
    faint = drawn(HYPHEN, BAR, BAR, BAR)
    faint[24:30, 58:62] = 255  # a stroke that is broken halfway up
    assert count_strokes(faint) == 0


def floor_of(text: str, picture: "NDArray[np.uint8]") -> tuple[str, float]:
    words = make_words(text, confidence=0.5)
    told = with_floors(words, crop=lambda _, __: PageImage(picture, 300 / 72))[-1]
    return told.text, told.confidence


@pytest.mark.parametrize(
    ("text", "picture", "told"),
    [
        ("Dreef 27-II,", drawn(HYPHEN, BAR, BAR, BAR), ("27-III,", 0.94)),
        ("Dreef 27-1l", drawn(HYPHEN, SERIFS, SERIFS), ("27-II", 0.94)),
        ("Dreef 27-111", drawn(HYPHEN, BAR, BAR, BAR), ("27-III", 0.94)),
        ("Dreef 27-III", drawn(HYPHEN, BAR, BAR), ("27-III", 0.5)),
        ("zaak 27-111", drawn(HYPHEN, ONE, ONE, ONE), ("27-111", 0.5)),
        ("Dreef 27-11", drawn(HYPHEN, ONE, ONE), ("27-11", 0.5)),
        ("Dreef 27-I", drawn(HYPHEN, BAR), ("27-I", 0.5)),
        ("Dreef 291 Il", drawn(NOTHING, BAR, BAR), ("II", 0.94)),
        ("van Il", drawn(NOTHING, BAR, BAR), ("Il", 0.5)),
    ],
)
def test_a_floor_has_as_many_strokes_as_are_seen(
    text: str, picture: "NDArray[np.uint8]", told: tuple[str, float]
) -> None:
    assert floor_of(text, picture) == told
