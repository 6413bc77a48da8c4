"""Reading what was written by hand: the only door to RapidOCR.

The weights come in its package (PP-OCRv6 small, Apache-2.0) and are named one by one, so that
nothing is ever downloaded. It reads neat letters that stand apart well and joined ones badly:
good enough to suggest a value to a person, never to decide by.
"""

import logging
from collections.abc import Iterator
from importlib.metadata import version
from typing import TYPE_CHECKING, Final, Protocol

from extractors.document import Box, PageImage, Word, around
from extractors.errors import DocumentError
from extractors.word_engine import WEIGHTS, failures, weights_folder

if TYPE_CHECKING:
    from rapidocr import RapidOCR

DETECTOR: Final = "PP-OCRv6_det_small.onnx"
LEAST_SIDE: Final = 32  # pixels
# Lines are looked for on a picture of this size, in multiples of 32, and read on the full one: on a
# page of 160 dpi that finds the same lines for a third of the work, and with 200 MB less.
LOOKED_AT: Final = 1120  # pixels


class HandEngine(Protocol):
    """Something that reads handwriting from an upright grey picture."""

    @property
    def version(self) -> str:
        """Name and version."""
        ...

    def read(self, image: PageImage) -> tuple[Word, ...]:
        """Return the words in reading order, boxes in points of the picture.

        Raises:
            DocumentError: when the engine cannot be loaded or fails on this picture.

        """
        ...


class RapidEngine:
    """RapidOCR inside the process, in one thread; loaded with the first picture."""

    def __init__(self) -> None:
        self._loaded: RapidOCR | None = None

    @property
    def version(self) -> str:
        """Name and version."""
        return f"rapidocr {version('rapidocr')}"

    def read(self, image: PageImage) -> tuple[Word, ...]:
        """Return the words in reading order, boxes in points of the picture."""
        if min(image.pixels.shape) < LEAST_SIDE:
            return ()
        try:
            found = self._load()(image.pixels)
        except _all_failures() as error:
            raise DocumentError("the engine for handwriting failed") from error
        return tuple(_words_of(found, image.scale))

    def _load(self) -> "RapidOCR":
        if self._loaded is None:
            self._loaded = _open()
        return self._loaded


def _all_failures() -> tuple[type[Exception], ...]:
    """Return how the engine fails: those of its own are no kinds of Python's errors."""
    try:
        from rapidocr.inference_engine.onnxruntime.main import (  # noqa: PLC0415
            ONNXRuntimeError,
        )
    except ImportError:  # there is not even the memory to load it
        return failures()
    return (*failures(), ONNXRuntimeError)


def _words_of(found: object, scale: float) -> Iterator[Word]:
    from rapidocr.utils.output import RapidOCROutput  # noqa: PLC0415 - see below

    if not isinstance(found, RapidOCROutput) or found.boxes is None:
        return  # of an empty picture it returns something else
    lines = zip(found.boxes, found.txts or (), found.scores or (), strict=True)
    for corners, text, score in lines:
        yield from _words(text, _box(corners.tolist(), scale), float(score))


def _open() -> "RapidOCR":
    import rapidocr  # noqa: PLC0415 - seconds and a hundred megabytes, for few letters

    logging.getLogger("RapidOCR").setLevel(logging.CRITICAL + 1)
    folder = weights_folder()
    return rapidocr.RapidOCR(
        params={
            "Global.use_cls": False,  # the page stands upright already
            "Global.log_level": "critical",
            "Det.model_path": str(folder / DETECTOR),
            "Det.limit_type": "max",
            "Det.limit_side_len": LOOKED_AT,
            "Rec.model_path": str(folder / WEIGHTS),
            "EngineConfig.onnxruntime.intra_op_num_threads": 1,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
        }
    )


def _box(corners: list[list[float]], scale: float) -> Box:
    return around(Box(x / scale, y / scale, x / scale, y / scale) for x, y in corners)


def _words(text: str, box: Box, confidence: float) -> Iterator[Word]:
    """Cut a line into words, each as wide as its share of the letters."""
    per_letter = box.width / max(len(text), 1)
    start = 0
    for part in text.split(" "):
        left = box.x0 + start * per_letter
        if part:
            right = left + len(part) * per_letter
            yield Word(part, Box(left, box.top, right, box.bottom), min(confidence, 1.0))
        start += len(part) + 1
