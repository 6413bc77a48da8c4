"""manifest.csv: what the mailroom knows of each file, as a spreadsheet leaves it.

Pure: text in, entries out. Every complaint names the line and what to do about it.
"""

import csv
import datetime as dt
import io
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Self

from service.usecases.errors import UsageError
from validators.case import is_possible
from validators.report import Channel

COLUMNS = ("file", "received", "postmarked", "channel", "profile")


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a manifest; what was left empty is None."""

    line: int
    file: str
    received: dt.date | None = None
    postmarked: dt.date | None = None
    channel: Channel | None = None
    profile: str | None = None


@dataclass(frozen=True, slots=True)
class _Row:
    """The cells of one line with where they stand, for complaints."""

    where: str
    cells: dict[str, str]

    @classmethod
    def of(cls, manifest: str, line: int, cells: dict[str, str]) -> Self:
        return cls(f"{manifest}, regel {line}", cells)

    def date(self, column: str) -> dt.date | None:
        """Return the date in a column."""
        written = self.cells.get(column, "")
        message = (
            f'{self.where}: "{written}" in kolom {column} is geen datum. '
            "Schrijf jaar-maand-dag, zoals 2026-11-20."
        )
        try:
            day = dt.date.fromisoformat(written) if written else None
        except ValueError as error:
            raise UsageError(message) from error
        if not is_possible(day):
            raise UsageError(message)
        return day

    def channel(self) -> Channel | None:
        """Return the channel that the letter came through."""
        written = self.cells.get("channel", "").lower()
        try:
            return Channel(written) if written else None
        except ValueError as error:
            message = (
                f'{self.where}: kanaal "{written}" bestaat niet. Kies uit {", ".join(Channel)}.'
            )
            raise UsageError(message) from error

    def profile(self, known: Collection[str]) -> str | None:
        """Return the profile to judge with."""
        written = self.cells.get("profile", "")
        if written and written not in known:
            message = (
                f'{self.where}: profiel "{written}" bestaat niet. Kies uit {", ".join(known)}.'
            )
            raise UsageError(message)
        return written or None


def parse_manifest(text: str, *, name: str, profiles: Collection[str]) -> tuple[Entry, ...]:
    """Read the lines of a manifest called `name`; `profiles` are the ids that exist.

    Commas or semicolons (Dutch Excel) separate the columns; empty lines are passed over.

    Raises:
        UsageError: for an unknown or absent column, a bad value or a file that stands there twice.

    """
    rows = _rows(text, name)
    entries: dict[str, Entry] = {}
    for line, cells in rows:
        entry = _entry(_Row.of(name, line, cells), line, profiles)
        if entry.file in entries:
            message = (
                f"{name}, regel {line}: {entry.file} staat ook op regel "
                f"{entries[entry.file].line}. Haal een van de twee weg."
            )
            raise UsageError(message)
        entries[entry.file] = entry
    return tuple(entries.values())


def _rows(text: str, name: str) -> Iterator[tuple[int, dict[str, str]]]:
    header = text.partition("\n")[0]
    delimiter = ";" if header.count(";") > header.count(",") else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    columns = tuple(cell.strip().lower() for cell in next(reader, []))
    _check_columns(columns, name)
    for cells in reader:
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) > len(columns):
            message = (
                f"{name}, regel {reader.line_num}: {len(cells)} waarden, {len(columns)} kolommen. "
                "Zet een waarde met een scheidingsteken erin tussen aanhalingstekens."
            )
            raise UsageError(message)
        yield (
            reader.line_num,
            {column: cell.strip() for column, cell in zip(columns, cells, strict=False)},
        )


def _check_columns(columns: tuple[str, ...], name: str) -> None:
    for column in columns:
        if column not in COLUMNS:
            message = (
                f'{name}, regel 1: kolom "{column}" is niet bekend. Gebruik alleen '
                f"{', '.join(COLUMNS)}, gescheiden door een komma of puntkomma."
            )
            raise UsageError(message)
        if columns.count(column) > 1:
            message = f'{name}, regel 1: kolom "{column}" staat er twee keer. Haal er een weg.'
            raise UsageError(message)
    if "file" not in columns:
        message = f"{name}, regel 1: kolom file ontbreekt. Zet er de naam van het bestand in."
        raise UsageError(message)


def _entry(row: _Row, line: int, profiles: Collection[str]) -> Entry:
    written = row.cells.get("file", "").replace("\\", "/")
    if not written:
        message = f"{row.where}: de naam van het bestand ontbreekt. Vul kolom file in."
        raise UsageError(message)
    return Entry(
        line=line,
        file=PurePosixPath(written).as_posix(),
        received=row.date("received"),
        postmarked=row.date("postmarked"),
        channel=row.channel(),
        profile=row.profile(profiles),
    )
