"""Engines that crash, hang or print garbage end in a DocumentError with a code, never otherwise."""

import stat
from pathlib import Path

import numpy as np
import pytest

from extractors.document import Box, PageImage, Word
from extractors.errors import DocumentError, TimeLimitError
from extractors.limits import Limits
from extractors.ocr import EngineMissingError, OcrEngine, PytesseractEngine, Segmentation, words_of
from extractors.readers.any_format import read
from tests.needs import engine_or_skip
from tests.pages import encoded, picture

IMAGE = PageImage(np.full((200, 300), 255, np.uint8), 2.0)
VERSION = "[ \"$1\" = --version ] && { echo 'tesseract 5.3.0'; exit 0; }\n"


def fake_tesseract(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> OcrEngine:
    """Return pytesseract's engine with a program that does as the script says."""
    engine_or_skip("pytesseract")
    import pytesseract  # noqa: PLC0415 - present: the engine was loaded

    program = folder / "tesseract"
    program.write_text(f"#!/bin/sh\n{VERSION}{script}\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setattr(pytesseract.pytesseract, "tesseract_cmd", str(program))
    return PytesseractEngine()


@pytest.mark.parametrize(
    "script",
    [
        "kill -SEGV $$",
        "echo 'out of memory' >&2; exit 1",
        "exit 0",  # says that all went well and writes nothing
        'printf "no table at all" > "$2.tsv"',
        'printf "5\\t1\\t1\\n" > "$2.tsv"',
        'printf "\\377\\376\\000" > "$2.tsv"',
    ],
)
def test_a_failing_program_is_a_document_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str
) -> None:
    engine = fake_tesseract(tmp_path, monkeypatch, script)
    with pytest.raises(DocumentError):
        engine.read(IMAGE, timeout_s=20)


def test_a_program_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = fake_tesseract(tmp_path, monkeypatch, "exec sleep 60")
    with pytest.raises(TimeLimitError):
        engine.read(IMAGE, timeout_s=0.5)


def test_the_program_runs_with_one_thread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = tmp_path / "threads"
    engine = fake_tesseract(
        tmp_path, monkeypatch, f'echo "$OMP_THREAD_LIMIT" > {seen}; : > "$2.tsv"'
    )
    engine.read(IMAGE, timeout_s=20)
    assert seen.read_text().strip() == "1"


def test_a_program_that_is_not_there_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine_or_skip("pytesseract")
    import pytesseract  # noqa: PLC0415 - present: the engine was loaded

    monkeypatch.setattr(pytesseract.pytesseract, "tesseract_cmd", str(tmp_path / "nergens"))
    with pytest.raises(EngineMissingError) as caught:
        PytesseractEngine()
    assert caught.value.part == "tesseract"


@pytest.mark.parametrize("row", ["5", "5\t" * 12, "5\t1\t1\t1\t1\t1\ta\tb\tc\td\t90\twoord"])
def test_a_broken_row_is_a_document_error(row: str) -> None:
    with pytest.raises(DocumentError):
        words_of(row, scale=1)


def test_a_low_dot_that_the_engine_takes_for_a_quote_is_a_comma() -> None:
    row = "5\t1\t1\t1\t1\t1\t10\t10\t30\t10\t90\thome\u201anl"
    assert [word.text for word in words_of(row, scale=1)] == ["home,nl"]


class StubEngine:
    """Raises, or gives the same words for every picture."""

    version = "stub 1 / tesseract 0"

    def __init__(self, answer: Exception | tuple[Word, ...]) -> None:
        self.answer = answer

    def read(
        self, image: PageImage, *, timeout_s: float, segmentation: Segmentation = Segmentation.PAGE
    ) -> tuple[Word, ...]:
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


@pytest.mark.parametrize("threads", [1, 3])
def test_the_error_of_an_engine_reaches_the_caller(threads: int) -> None:
    engine = StubEngine(TimeLimitError("too long"))
    data = encoded(picture(dpi=100), "PNG")
    with pytest.raises(TimeLimitError):
        read(data, engine=engine, limits=Limits(page_threads=threads))


@pytest.mark.parametrize(
    "words",
    [
        (),
        (Word("", Box(0, 0, 0, 0)),),
        (Word("x" * 5000, Box(-9, -9, 99999, 99999), 0.1),),
        tuple(Word("\u200b\ufffd", Box(5, 5, 4, 4), 0.0) for _ in range(50)),
    ],
)
def test_senseless_words_do_not_stop_a_reader(words: tuple[Word, ...]) -> None:
    data = encoded(picture(), "PNG")
    page = read(data, engine=StubEngine(words), limits=Limits()).pages[0]
    assert page.image is not None
