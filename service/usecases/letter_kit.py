"""What letters to citizens are made with, for one profile."""

from collections.abc import Mapping
from dataclasses import dataclass

from service.ports.drawing import LetterPictures, LetterRenderer
from service.wording import Wording


@dataclass(frozen=True, slots=True)
class LetterKit:
    """What letters of one profile are made with."""

    wording: Wording
    renderers: Mapping[str, LetterRenderer]  # by format
    pictures: LetterPictures
