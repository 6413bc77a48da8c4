"""manifest.csv: what the mailroom knows of each file, as a spreadsheet leaves it.

Pure: text in, entries out. Every complaint names the line and what to do about it.
"""

import csv
import datetime as dt
import io
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import PurePosixPath

from service.names import masked
from service.usecases.errors import UsageError
from validators.case import is_possible
from validators.report import Channel

COLUMNS = ("file", "received", "postmarked", "channel", "profile")
MOST_TOLD = 20  # mistakes; who made more of them made the same one in every line
MORE = "Dit zijn de eerste fouten; misschien zijn er meer. Verbeter deze en probeer het opnieuw."


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
class Mistake:
    """One mistake; the message quotes the manifest, `code` and the place do not."""

    message: str
    code: str
    name: str
    line: int

    @property
    def public_name(self) -> str:
        """Return the name of the manifest without what may be about a person."""
        return masked(self.name)


class ManifestError(UsageError):
    """What is wrong with a manifest: every line of it, for who mends them mends them all."""

    def __init__(self, mistakes: Sequence[Mistake]) -> None:
        """Keep the mistakes; there is at least one."""
        self.mistakes = tuple(mistakes[:MOST_TOLD])
        lines = [each.message for each in self.mistakes]
        super().__init__("\n".join([*lines, MORE] if len(lines) == MOST_TOLD else lines))


@dataclass(frozen=True, slots=True)
class _Row:
    """The cells of one line with where they stand, and what was found wrong with them."""

    manifest: str
    line: int
    cells: dict[str, str]
    mistakes: list[Mistake]

    def wrong(self, code: str, message: str) -> None:
        """Note a mistake on this line."""
        self.mistakes.append(mistake(code, self.manifest, self.line, message))

    def file(self) -> str:
        """Return the name of the file."""
        written = self.cells.get("file", "").replace("\\", "/")
        if not written:
            self.wrong("naam_ontbreekt", "de naam van het bestand ontbreekt. Vul kolom file in.")
        return PurePosixPath(written).as_posix()

    def date(self, column: str) -> dt.date | None:
        """Return the date in a column."""
        written = self.cells.get(column, "")
        try:
            day = dt.date.fromisoformat(written) if written else None
        except ValueError:
            self.wrong("geen_datum", _no_date(written, column))
            return None
        if not is_possible(day):
            self.wrong("geen_datum", _no_date(written, column))
        return day

    def channel(self) -> Channel | None:
        """Return the channel that the letter came through."""
        written = self.cells.get("channel", "").lower()
        try:
            return Channel(written) if written else None
        except ValueError:
            message = f'kanaal "{written}" bestaat niet. Kies uit {", ".join(Channel)}.'
            self.wrong("onbekend_kanaal", message)
            return None

    def profile(self, known: Collection[str]) -> str | None:
        """Return the profile to judge with."""
        written = self.cells.get("profile", "")
        if written and written not in known:
            message = f'profiel "{written}" bestaat niet. Kies uit {", ".join(known)}.'
            self.wrong("onbekend_profiel", message)
        return written or None


def _no_date(written: str, column: str) -> str:
    return f'"{written}" in kolom {column} is geen datum. Schrijf jaar-maand-dag, zoals 2026-11-20.'


def parse_manifest(text: str, *, name: str, profiles: Collection[str]) -> tuple[Entry, ...]:
    """Read the lines of a manifest called `name`; `profiles` are the ids that exist.

    Raises:
        ManifestError: for an unknown or absent column, a bad value or a name that is there twice.

    """
    entries, mistakes = read_manifest(text, name=name, profiles=profiles)
    if mistakes:
        raise ManifestError(mistakes)
    return entries


def read_manifest(
    text: str, *, name: str, profiles: Collection[str]
) -> tuple[tuple[Entry, ...], list[Mistake]]:
    """Return the lines that are right and what is wrong with the others.

    Commas or semicolons (Dutch Excel) separate the columns; empty lines are passed over.
    """
    header = text.partition("\n")[0]
    delimiter = ";" if header.count(";") > header.count(",") else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    columns = tuple(cell.strip().lower() for cell in next(reader, []))
    mistakes = list(islice(_wrong_columns(columns, name), MOST_TOLD))
    if mistakes:  # what stands below them cannot be told
        return (), mistakes
    entries: dict[str, Entry] = {}
    for cells in reader:
        if len(mistakes) >= MOST_TOLD:
            break
        if not any(cell.strip() for cell in cells):
            continue
        known = {column: cell.strip() for column, cell in zip(columns, cells, strict=False)}
        row = _Row(name, reader.line_num, known, [])
        if len(cells) > len(columns):
            _note_too_many(row, len(cells), len(columns))
        else:
            entry = _entry(row, profiles, entries)
            if not row.mistakes:
                entries[entry.file] = entry
        mistakes += row.mistakes
    return tuple(entries.values()), mistakes


def _note_too_many(row: _Row, cells: int, columns: int) -> None:
    message = (
        f"{cells} waarden, {columns} kolommen. "
        "Zet een waarde met een scheidingsteken erin tussen aanhalingstekens."
    )
    row.wrong("te_veel_waarden", message)


def _wrong_columns(columns: tuple[str, ...], name: str) -> Iterator[Mistake]:
    for column in dict.fromkeys(columns):
        if column not in COLUMNS:
            message = (
                f'kolom "{column}" is niet bekend. Gebruik alleen '
                f"{', '.join(COLUMNS)}, gescheiden door een komma of puntkomma."
            )
            yield mistake("onbekende_kolom", name, 1, message)
        elif columns.count(column) > 1:
            message = f'kolom "{column}" staat er twee keer. Haal er een weg.'
            yield mistake("dubbele_kolom", name, 1, message)
    if "file" not in columns:
        message = "kolom file ontbreekt. Zet er de naam van het bestand in."
        yield mistake("kolom_file_ontbreekt", name, 1, message)


def mistake(code: str, name: str, line: int, message: str) -> Mistake:
    """Return a mistake on a line of the manifest called `name`."""
    return Mistake(f"{name}, regel {line}: {message}", code=code, name=name, line=line)


def _entry(row: _Row, profiles: Collection[str], before: Mapping[str, Entry]) -> Entry:
    entry = Entry(
        line=row.line,
        file=row.file(),
        received=row.date("received"),
        postmarked=row.date("postmarked"),
        channel=row.channel(),
        profile=row.profile(profiles),
    )
    if entry.file in before:
        other = before[entry.file].line
        message = f"{entry.file} staat ook op regel {other}. Haal een van de twee weg."
        row.wrong("dubbele_naam", message)
    return entry
