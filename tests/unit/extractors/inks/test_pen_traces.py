"""Pictures of a name by hand are told from logos, codes and photos."""

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from extractors.document import PageImage
from extractors.inks.pen_traces import may_show_pen

SCALE = 150 / 72  # pixels per point
PX_PER_MM = 150 / 25.4


def make_picture(width_mm: float = 45.0, height_mm: float = 15.0) -> NDArray[np.uint8]:
    """Return white paper."""
    return np.full((round(height_mm * PX_PER_MM), round(width_mm * PX_PER_MM)), 255, np.uint8)


def written(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Write an invented signature over the whole picture."""
    rows, columns = pixels.shape
    t = np.linspace(0.05, 0.95, 300)
    xs, ys = columns * (t + 0.05 * np.sin(40 * t)), rows * (0.5 + 0.4 * np.sin(25 * t))
    points = np.stack([xs, ys], axis=1).round().astype(np.int32)
    cv2.polylines(pixels, [points], False, 60, 2, cv2.LINE_AA)
    return pixels


def lettered(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Print the mark and the name of an office."""
    cv2.circle(pixels, (30, 45), 24, 90, -1)
    return printed(pixels, "Bewind & Zorg", (66, 30), 24)


def printed(
    pixels: NDArray[np.uint8], text: str, place: tuple[int, int], size: int
) -> NDArray[np.uint8]:
    """Print letters so many pixels high."""
    image = Image.fromarray(pixels)
    ImageDraw.Draw(image).text(place, text, fill=40, font_size=size)
    return np.array(image)


def shows_pen(pixels: NDArray[np.uint8]) -> bool:
    return may_show_pen(PageImage(pixels, SCALE), ())


def test_a_name_by_hand_is_of_a_pen() -> None:
    assert shows_pen(written(make_picture()))


def test_a_name_by_hand_beside_a_logo_is_of_a_pen() -> None:
    both = np.hstack([lettered(make_picture()), written(make_picture())])
    assert shows_pen(both)


def test_a_name_by_hand_in_a_frame_is_of_a_pen() -> None:
    pixels = np.pad(written(make_picture()), 6, constant_values=255)
    cv2.rectangle(pixels, (1, 1), (pixels.shape[1] - 2, pixels.shape[0] - 2), 90, 1)
    assert shows_pen(pixels)


def test_a_logo_is_not() -> None:
    assert not shows_pen(lettered(make_picture()))


def test_words_in_a_frame_are_not() -> None:
    pixels = make_picture(75, 22)
    cv2.rectangle(pixels, (1, 1), (pixels.shape[1] - 2, pixels.shape[0] - 2), 90, 1)
    text = "Digitally signed by\nJ. Jansen, 12 November 2026"
    assert not shows_pen(printed(pixels, text, (20, 25), 26))


@pytest.mark.parametrize("seed", [1, 2])
def test_a_code_is_not(seed: int) -> None:
    blocks = np.random.default_rng(seed).integers(0, 2, (25, 25)).astype(np.uint8) * 255
    assert not shows_pen(np.kron(blocks, np.ones((5, 5), np.uint8)))


def test_nothing_is_said_of_what_cannot_be_seen() -> None:
    assert shows_pen(make_picture())


def test_nothing_is_said_of_small_pictures() -> None:
    assert shows_pen(cv2.resize(lettered(make_picture()), (90, 30)).astype(np.uint8))
