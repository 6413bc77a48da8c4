"""The table of the command line: Dutch, coloured on a terminal, at most 100 columns elsewhere.

A row is printed as soon as its letter is done. The BSN is masked.
"""

from collections import Counter
from typing import TextIO

from rich.console import Console
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from extractors.element import ElementId
from service.ports.reading import Outcome
from service.rendering.words import plain
from service.texts import figures as figures_texts
from service.texts import report as report_texts
from validators.report import Report, Status, Verdict, WindowVerdict

NAME = "table"
SUFFIX = ".txt"
PICTURES = False

WIDTH = 100
NARROWEST = 72
WIDEST = 140
# file and sender, kind, verdict, term; what is left of the width is for what to do
COLUMNS = (("bestand en afzender", 32), ("soort", 8), ("oordeel", 10), ("termijn", 15))
LAST_COLUMN = "wat te doen"
GAP = 2

STYLES = {
    Verdict.COMPLEET: "green",
    Verdict.INCOMPLEET: "yellow",
    Verdict.HANDMATIG: "cyan",
    Verdict.FOUT: "bold red",
}
WINDOW_STYLES = {WindowVerdict.TE_LAAT: "red", WindowVerdict.ONBEKEND: "dim"}


class ReportTable:
    """Reports as rows, with the counts and a legend below them."""

    def __init__(self, out: TextIO) -> None:
        """Write to `out`; a terminal gets colours and its own width."""
        is_terminal = out.isatty()
        self._console = Console(
            file=out,
            highlight=False,
            markup=False,
            emoji=False,
            width=None if is_terminal else WIDTH,
        )
        if is_terminal:
            self._console.width = min(max(self._console.width, NARROWEST), WIDEST)
        self._counts: Counter[Verdict] = Counter()

    def add(self, outcome: Outcome) -> None:
        """Print one row; the first one with the names of the columns above it."""
        if not self._counts:
            self._print_header()
        report = outcome.report
        self._counts[report.verdict] += 1
        self._console.print(self._row(*_cells(outcome, COLUMNS[0][1])))

    def finish(self) -> None:
        """Print the counts and what the verdicts mean."""
        if not self._counts:
            return
        self._console.print(Rule(style="dim", characters="-"))
        self._console.print(_totals(self._counts))
        for verdict in (each for each in Verdict if self._counts[each]):
            meaning = f"{report_texts.VERDICTS[verdict]}: {report_texts.VERDICT_MEANINGS[verdict]}"
            self._console.print(Text(f"  {meaning}", style="dim"))

    def _print_header(self) -> None:
        names = [Text(name, style="bold") for name, _ in COLUMNS]
        self._console.print(self._row(*names, Text(LAST_COLUMN, style="bold")))
        self._console.print(Rule(style="dim", characters="-"))

    def _row(self, *cells: Text) -> Table:
        row = Table.grid(padding=(0, GAP, 0, 0))
        for _, width in COLUMNS:
            row.add_column(width=width, overflow="fold")
        taken = sum(width + GAP for _, width in COLUMNS)
        row.add_column(width=self._console.width - taken, overflow="fold")
        row.add_row(*cells)
        return row


def shortened(path: str, width: int) -> str:
    """Return a path that fits: the middle goes, for the end tells the files of a folder apart.

    >>> shortened("post/2026/november/0012.pdf", 20)
    'post/…ember/0012.pdf'
    """
    if len(path) <= width:
        return path
    head = (width - 1) // 4 + 1
    return f"{path[:head]}…{path[len(path) - (width - 1 - head) :]}"


def _cells(outcome: Outcome, width: int) -> tuple[Text, ...]:
    report = outcome.report
    kind = report_texts.KINDS[report.kind] if report.kind else "-"
    return (
        _file(report, width),
        Text(kind),
        Text(report_texts.VERDICTS[report.verdict], style=STYLES[report.verdict]),
        _window(report),
        _to_do(outcome),
    )


def _file(report: Report, width: int) -> Text:
    document = report.document
    name = plain(document.file)
    if document.part > 1:
        name = f"{shortened(name, width - 10)} (brief {document.part})"
    lines = Text(shortened(name, width))
    for line in _sender(report, width):
        lines.append(f"\n{line}", style="dim")
    return lines


def _sender(report: Report, width: int) -> list[str]:
    """Return the name and the masked BSN, on one line when they fit."""
    name = report.elements.get(ElementId.NAAM)
    bsn = report.elements.get(ElementId.BSN)
    words = [plain(name.value)[:width]] if name and isinstance(name.value, str) else []
    if bsn and isinstance(bsn.value, str):
        words.append(f"BSN {figures_texts.masked(bsn.value)}")
    together = ", ".join(words)
    return [together] if words and len(together) <= width else words


def _window(report: Report) -> Text:
    window = report.submission_window
    if report.verdict is Verdict.FOUT:
        return Text("")
    text = Text(report_texts.WINDOWS[window.verdict], style=WINDOW_STYLES.get(window.verdict, ""))
    if window.last_day is not None:
        text.append(f"\nt/m {figures_texts.day(window.last_day)}", style="dim")
    return text


def _to_do(outcome: Outcome) -> Text:
    report = outcome.report
    if report.error is not None:
        return Text(report.error.message)
    lines = [
        _listed("ontbreekt", _with_status(report, Status.ONTBREEKT), "yellow"),
        _listed("ongeldig", _with_status(report, Status.ONGELDIG), "yellow"),
        _listed("onzeker", [report_texts.ELEMENTS[each] for each in report.uncertain], "cyan"),
    ]
    if report.missing and report.remedy.deadline is not None:
        lines.append(Text(f"vraag het na, herstel t/m {figures_texts.day(report.remedy.deadline)}"))
    if outcome.forward_to:
        lines.append(Text(f"stuur door naar {plain(outcome.forward_to)}"))
    lines.append(
        _listed("let op", [each.code.replace("_", " ") for each in report.warnings], "dim")
    )
    return Text("\n").join(line for line in lines if line)


def _with_status(report: Report, status: Status) -> list[str]:
    return [
        report_texts.ELEMENTS[each]
        for each in report.missing
        if report.elements[each].status is status
    ]


def _listed(label: str, words: list[str], style: str) -> Text:
    return Text(f"{label}: {', '.join(words)}", style=style) if words else Text("")


def _totals(counts: Counter[Verdict]) -> Text:
    text = Text(figures_texts.count(counts.total(), "brief", "brieven"), style="bold")
    for verdict in Verdict:
        if counts[verdict]:
            text.append(" - " if text.plain.endswith(("brief", "brieven")) else ", ", style="")
            text.append(
                f"{counts[verdict]} {report_texts.VERDICTS[verdict]}", style=STYLES[verdict]
            )
    return text


render = ReportTable
