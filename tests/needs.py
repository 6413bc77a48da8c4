"""What a test needs from the machine: missing skips on a laptop and fails where CI is set."""

import os

import pytest

from extractors.ocr import EngineMissingError, OcrEngine, load_engine


def engine_or_skip(name: str | None = None) -> OcrEngine:
    try:
        return load_engine(name)
    except EngineMissingError as error:
        missing(f"OCR engine {name or ''}: {error.part} is not installed")


def missing(what: str) -> "pytest.NoReturn":
    if os.environ.get("CI"):  # noqa: TID251 - what a test may assume of its machine
        pytest.fail(what)
    pytest.skip(what)
