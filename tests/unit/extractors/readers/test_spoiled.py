"""What lies under a stamp on several lines is read from the darkest ink, line by line anew."""

import time

import numpy as np

from extractors.document import Box, PageImage, Word
from extractors.limits import DEFAULT_LIMITS
from extractors.ocr import Segmentation
from extractors.readers.spoiled import read_spoiled
from extractors.readers.work import Work

HEIGHT = 842.0
IMAGE = PageImage(np.full((90, 300), 240, np.uint8), 3.0)
Said = tuple[str, float]


class Beneath:
    """Gives each time what it was told, as lines of words in the place that is looked at."""

    version = "stub"

    def __init__(self, *answers: tuple[tuple[Said, ...], ...]) -> None:
        self.answers = list(answers)

    def read(
        self, image: PageImage, *, timeout_s: float, segmentation: Segmentation = Segmentation.PAGE
    ) -> tuple[Word, ...]:
        assert segmentation is Segmentation.BLOCK
        return tuple(
            word
            for at, said in enumerate(self.answers.pop(0))
            for word in line(14.0 * at + 6, said, x=10)
        )


def line(top: float, said: tuple[Said, ...], *, x: float = 360.0) -> tuple[Word, ...]:
    return tuple(
        Word(text, Box(x + 60 * at, top, x + 50 + 60 * at, top + 10), sure)
        for at, (text, sure) in enumerate(said)
    )


# Where the letter itself was read surely.
BODY = tuple(
    word
    for top in (300.0, 320.0, 340.0, 360.0)
    for word in line(top, (("bezwaar", 0.96), ("tegen", 0.96), ("besluit", 0.97)), x=70)
)
RUBBISH = (
    *line(60, (("RURMOM", 0.0), ("teen", 0.3))),
    *line(74, (("vaerplei0", 0.1), ("26", 0.9))),
)
NAME, STREET = (("Corrie", 0.95), ("Post", 0.95)), (("Dorpsplein", 0.77), ("45", 0.97))


def read(words: tuple[Word, ...], engine: Beneath) -> list[str]:
    work = Work(engine, DEFAULT_LIMITS, time.monotonic() + 60)
    found = read_spoiled(words, height=HEIGHT, crop=lambda _: IMAGE, work=work)
    return [word.text for word in found]


def texts(words: tuple[Word, ...]) -> list[str]:
    return [word.text for word in words]


def test_lines_under_a_stamp_are_read_anew_and_stand_where_they_stood() -> None:
    top = line(40, (("Postkamer", 0.9),), x=70)
    found = read((*top, *RUBBISH, *BODY), Beneath((NAME, STREET)))
    assert found == ["Postkamer", "Corrie", "Post", "Dorpsplein", "45", *texts(BODY)]


def test_the_second_look_takes_less_away() -> None:
    engine = Beneath(((("Coe", 0.2),),), (NAME, STREET))
    assert read((*RUBBISH, *BODY), engine)[:2] == ["Corrie", "Post"]


def test_what_is_not_read_now_stays_as_it_was() -> None:
    engine = Beneath(((("Coe", 0.2),),), ((("Corrie", 0.9),),))
    assert read((*RUBBISH, *BODY), engine) == texts((*RUBBISH, *BODY))


def test_a_word_that_was_sure_stays_beside_what_is_read_now() -> None:
    kept = Word("VGZ", Box(440, 74, 480, 84), 0.9)
    found = read(
        (*RUBBISH[:2], *RUBBISH[2:3], kept, *BODY), Beneath((NAME, (("Dorpsplein", 0.9),)))
    )
    assert found[:4] == ["Corrie", "Post", "Dorpsplein", "VGZ"]


def test_one_such_line_is_no_stamp_over_several() -> None:
    words = (*RUBBISH[:2], *BODY)
    assert read(words, Beneath()) == texts(words)


def test_lines_that_stand_apart_lie_under_no_one_stamp() -> None:
    words = (*RUBBISH[:2], *line(120, (("vaerplei0", 0.1),)), *BODY)
    assert read(words, Beneath()) == texts(words)


def test_a_page_that_is_read_badly_all_over_is_spoiled_by_no_stamp() -> None:
    words = (*RUBBISH, *BODY[:3])
    assert read(words, Beneath()) == texts(words)
