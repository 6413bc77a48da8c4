"""CSV for spreadsheets: a line for each letter, without the BSN.

Dutch Excel opens it by a double click: semicolons, a byte order mark, CRLF. Every other program
can be told to expect a semicolon. A value that a spreadsheet would take for a formula gets an
apostrophe before it: what stands in a letter was written by a stranger.
"""

import csv
import datetime as dt
from typing import TextIO

from extractors.element import ElementId
from service.ports.reading import Outcome
from validators.report import Report

NAME = "csv"
SUFFIX = ".csv"
PICTURES = False

COLUMNS = (
    "file", "part", "first_page", "pages", "kind", "profile", "verdict", "missing", "uncertain",
    "naam", "datum", "received", "channel", "window", "last_day", "remedy_deadline", "forward_to",
    "warnings", "error", "id",
)  # fmt: skip


class SpreadsheetLines:
    """Reports as lines of a spreadsheet."""

    def __init__(self, out: TextIO) -> None:
        """Write to `out`; the header is written when the first report comes."""
        self._out = out
        self._rows = csv.writer(out, delimiter=";", lineterminator="\r\n")
        self._has_header = False

    def add(self, outcome: Outcome) -> None:
        """Write one report as a line."""
        self._write_header()
        self._rows.writerow([_safe(_text(cell)) for cell in _cells(outcome.report)])

    def finish(self) -> None:
        """Write the header when there was no report at all."""
        self._write_header()
        self._out.flush()

    def _write_header(self) -> None:
        if not self._has_header:
            self._out.write("\ufeff")
            self._rows.writerow(COLUMNS)
            self._has_header = True


def _cells(report: Report) -> tuple[object, ...]:
    document, window = report.document, report.submission_window
    return (
        document.file, document.part, document.first_page, document.pages, report.kind,
        report.profile, report.verdict, report.missing, report.uncertain,
        _value(report, ElementId.NAAM), _value(report, ElementId.DATUM), document.received,
        document.channel, window.verdict, window.last_day, report.remedy.deadline,
        report.routing.forward_to, tuple(each.code for each in report.warnings),
        report.error.code if report.error else None, report.id,
    )  # fmt: skip


def _value(report: Report, element: ElementId) -> str | None:
    state = report.elements.get(element)
    return state.value if state and isinstance(state.value, str) else None


def _text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, tuple):
        return ", ".join(str(each) for each in cell)
    return cell.isoformat() if isinstance(cell, dt.date) else str(cell)


def _safe(text: str) -> str:
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


render = SpreadsheetLines
