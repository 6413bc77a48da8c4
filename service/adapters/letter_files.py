"""The folder for the output: a JSON file for each letter beside one summary."""

import uuid
from pathlib import Path, PurePosixPath
from typing import TextIO

from service.ports.reading import Outcome

SUMMARY = "overzicht"


class LetterFiles:
    """Reports as files, in the same folders as the letters have below the folder given."""

    def __init__(self, folder: Path) -> None:
        """Write below `folder`, and never outside it."""
        self._folder = folder.resolve()

    def add(self, outcome: Outcome) -> None:
        """Write `<file>.json`, and `<file>.brief-2.json` for the second letter of a scan.

        Raises:
            ValueError: when the name of the letter leads out of the folder.

        """
        document = outcome.report.document
        name = PurePosixPath(document.file)
        target = (self._folder / name.with_name(_file_name(name.name, document.part))).resolve()
        if not target.is_relative_to(self._folder):
            raise ValueError("a report would be written outside the folder for the output")
        target.parent.mkdir(parents=True, exist_ok=True)
        _write_whole(target, outcome.report.model_dump_json(indent=2) + "\n")

    def finish(self) -> None:
        """Write nothing: every letter has its file."""


def open_summary(folder: Path, suffix: str) -> TextIO:
    """Make the folder when it is not there, and open its summary for writing."""
    folder.mkdir(parents=True, exist_ok=True)
    return (folder / f"{SUMMARY}{suffix}").open("w", encoding="utf-8", newline="")


def _write_whole(target: Path, text: str) -> None:
    """Give a file its name when it is whole: a full disk leaves no half report for a program."""
    draft = target.with_name(f".{uuid.uuid4().hex}.deel")
    try:
        draft.write_text(text, encoding="utf-8")
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)


def _file_name(name: str, part: int) -> str:
    return f"{name}.json" if part == 1 else f"{name}.brief-{part}.json"
