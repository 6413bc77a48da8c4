from pathlib import Path

import pytest

from service.settings import ConfigurationError, Settings


def test_without_variables_everything_has_a_default() -> None:
    assert Settings.of({"HOME": "/home/someone"}) == Settings()


def test_a_variable_is_taken_over() -> None:
    assert Settings.of({"POSTKAMER_FILE_SECONDS": "60"}).file_seconds == 60


def test_the_folder_of_tesseract_is_taken_over() -> None:
    assert Settings.of({"TESSDATA_PREFIX": "/data"}).tessdata == Path("/data")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("POSTKAMER_FILE_SECONDS", "soon"),
        ("POSTKAMER_FILE_SECONDS", "0"),
        ("POSTKAMER_MEMORY_MB", "10"),
        ("POSTKAMER_COLOUR", "blue"),
        ("POSTKAMER_BROKER", "redis://localhost"),
    ],
)
def test_a_wrong_variable_is_named(name: str, value: str) -> None:
    with pytest.raises(ConfigurationError, match=name):
        Settings.of({name: value})
