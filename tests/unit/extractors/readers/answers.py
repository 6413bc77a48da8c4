"""An engine that gives what it was told, for tests of second looks."""

import numpy as np

from extractors.document import Box, PageImage, Word
from extractors.ocr import Segmentation

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
