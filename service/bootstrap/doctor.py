"""Gathers the checks behind `postkamer doctor`."""

from collections.abc import Iterator
from pathlib import Path

from service.adapters import installation
from service.adapters.installation import Check


def checks(tessdata: Path | None) -> Iterator[Check]:
    """Look at everything that Postkamer needs of this machine."""
    yield installation.check_python()
    yield installation.check_packages()
    yield installation.check_names()
    yield installation.check_tesseract()
    yield installation.check_dutch(tessdata)
    yield from installation.check_engines(tessdata)
    yield installation.check_temporary_folder()
