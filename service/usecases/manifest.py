"""manifest.csv: what the mailroom knows of each file, as a spreadsheet leaves it.

Pure: text in, entries out. Every complaint names the line and what to do about it.
"""

import csv
import datetime as dt
import io
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from service.names import masked
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


class ManifestError(UsageError):
    """A mistake in a manifest; the message quotes it, `code` and the place do not."""

    def __init__(self, message: str, *, code: str, name: str, line: int) -> None:
        """Keep where it is."""
        super().__init__(message)
        self.code = code
        self.line = line
        self.public_name = masked(name)


@dataclass(frozen=True, slots=True)
class _Row:
    """The cells of one line with where they stand, for complaints."""

    manifest: str
    line: int
    cells: dict[str, str]

    def fault(self, code: str, message: str) -> ManifestError:
        """Return a mistake on this line."""
        return _fault(code, self.manifest, self.line, message)

    def date(self, column: str) -> dt.date | None:
        """Return the date in a column."""
        written = self.cells.get(column, "")
        try:
            day = dt.date.fromisoformat(written) if written else None
        except ValueError as error:
            raise self.fault("geen_datum", _no_date(written, column)) from error
        if not is_possible(day):
            raise self.fault("geen_datum", _no_date(written, column))
        return day

    def channel(self) -> Channel | None:
        """Return the channel that the letter came through."""
        written = self.cells.get("channel", "").lower()
        try:
            return Channel(written) if written else None
        except ValueError as error:
            message = f'kanaal "{written}" bestaat niet. Kies uit {", ".join(Channel)}.'
            raise self.fault("onbekend_kanaal", message) from error

    def profile(self, known: Collection[str]) -> str | None:
        """Return the profile to judge with."""
        written = self.cells.get("profile", "")
        if written and written not in known:
            message = f'profiel "{written}" bestaat niet. Kies uit {", ".join(known)}.'
            raise self.fault("onbekend_profiel", message)
        return written or None


def _no_date(written: str, column: str) -> str:
    return f'"{written}" in kolom {column} is geen datum. Schrijf jaar-maand-dag, zoals 2026-11-20.'


def parse_manifest(text: str, *, name: str, profiles: Collection[str]) -> tuple[Entry, ...]:
    """Read the lines of a manifest called `name`; `profiles` are the ids that exist.

    Commas or semicolons (Dutch Excel) separate the columns; empty lines are passed over.

    Raises:
        ManifestError: for an unknown or absent column, a bad value or a name that is there twice.

    """
    rows = _rows(text, name)
    entries: dict[str, Entry] = {}
    for line, cells in rows:
        row = _Row(name, line, cells)
        entry = _entry(row, profiles)
        if entry.file in entries:
            other = entries[entry.file].line
            message = f"{entry.file} staat ook op regel {other}. Haal een van de twee weg."
            raise row.fault("dubbele_naam", message)
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
                f"{len(cells)} waarden, {len(columns)} kolommen. "
                "Zet een waarde met een scheidingsteken erin tussen aanhalingstekens."
            )
            raise _fault("te_veel_waarden", name, reader.line_num, message)
        yield (
            reader.line_num,
            {column: cell.strip() for column, cell in zip(columns, cells, strict=False)},
        )


def _check_columns(columns: tuple[str, ...], name: str) -> None:
    for column in columns:
        if column not in COLUMNS:
            message = (
                f'kolom "{column}" is niet bekend. Gebruik alleen '
                f"{', '.join(COLUMNS)}, gescheiden door een komma of puntkomma."
            )
            raise _fault("onbekende_kolom", name, 1, message)
        if columns.count(column) > 1:
            message = f'kolom "{column}" staat er twee keer. Haal er een weg.'
            raise _fault("dubbele_kolom", name, 1, message)
    if "file" not in columns:
        message = "kolom file ontbreekt. Zet er de naam van het bestand in."
        raise _fault("kolom_file_ontbreekt", name, 1, message)


def _fault(code: str, name: str, line: int, message: str) -> ManifestError:
    return ManifestError(f"{name}, regel {line}: {message}", code=code, name=name, line=line)


def _entry(row: _Row, profiles: Collection[str]) -> Entry:
    written = row.cells.get("file", "").replace("\\", "/")
    if not written:
        message = "de naam van het bestand ontbreekt. Vul kolom file in."
        raise row.fault("naam_ontbreekt", message)
    return Entry(
        line=row.line,
        file=PurePosixPath(written).as_posix(),
        received=row.date("received"),
        postmarked=row.date("postmarked"),
        channel=row.channel(),
        profile=row.profile(profiles),
    )
