"""An engine that gives what it was told, for tests of second looks."""

from pathlib import Path

import numpy as np

from extractors.document import Box, PageImage, Word
from extractors.ocr import Segmentation
from extractors.word_engine import Reading, WordEngine

IMAGE = PageImage(np.full((60, 300), 255, np.uint8), 3.0)


class Reader:
    """Gives its answers one after the other, each as sure as is said."""

    version = "stub"

    def __init__(self, *answers: tuple[str, float]) -> None:
        self.answers = list(answers)

    def read(
        self, image: PageImage, *, timeout_s: float, segmentation: Segmentation = Segmentation.PAGE
    ) -> tuple[Word, ...]:
        text, sure = self.answers.pop(0)
        return (Word(text, Box(0, 0, 10, 10), sure),)


class Other(WordEngine):
    """The other engine: gives the same answer each time, and counts."""

    def __init__(self, text: str = "", sure: float = 0.0) -> None:
        super().__init__(Path())
        self.reading = Reading(text, (sure,) * len(text))
        self.asked = 0

    def read(self, image: PageImage) -> Reading:
        self.asked += 1
        return self.reading
