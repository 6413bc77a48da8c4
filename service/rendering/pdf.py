"""The report on one letter as a PDF for people, accessible (PDF/UA) and fit to keep (PDF/A).

It may be printed and lie about, so a BSN is masked wherever it stands; the JSON has it whole.
"""

import datetime as dt
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from functools import cache
from importlib.resources import files

import typst

from extractors.element import ElementId
from service.called import called
from service.rendering.words import plain, value_of, without_bsn
from service.texts import figures as figures_texts
from service.texts import report as report_texts
from validators.profile import Catalogue
from validators.report import ElementState, ReceivedSource, Report

LONGEST = 700  # characters of one value; the letter itself has the rest
ELEMENT_WIDTHS = (4, 3, 8)
FACT_WIDTHS = (4, 11)
# The characters that the font has; a PDF with one that nobody can draw would not be accessible.
_LETTERS = (range(0x20, 0x7F), range(0xA1, 0xAD), range(0xAE, 0x149), range(0x14A, 0x180))
_PUNCTUATION = (range(0x2013, 0x2015), range(0x2018, 0x201B), range(0x201C, 0x201F))
_SIGNS = (range(0x2022, 0x2023), range(0x2026, 0x2027), range(0x20AC, 0x20AD))
_DRAWN = frozenset(chr(code) for block in (*_LETTERS, *_PUNCTUATION, *_SIGNS) for code in block)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with a table, a list, or both."""

    title: str
    columns: tuple[str, ...] = ()
    widths: tuple[int, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """All words of the PDF, in their places."""

    id: str
    title: str
    verdict: str
    footer: str
    todo: tuple[str, ...]
    sections: tuple[Section, ...]


def render_pdf(report: Report, *, catalogue: Catalogue | None = None) -> bytes:
    """Return the report as a PDF; the same report gives the same bytes."""
    return render_sheet(_sheet(report, catalogue))


def render_sheet(sheet: Sheet) -> bytes:
    """Return a sheet of words as a PDF; the same words give the same bytes."""
    words = json.dumps(asdict(sheet), ensure_ascii=False)
    return typst.compile(
        _template(),
        sys_inputs={"report": words},
        font_paths=_fonts(),
        pdf_standards=["ua-1", "a-2a"],
        timestamp=dt.datetime(2000, 1, 1, tzinfo=dt.UTC),
    )


@cache
def _template() -> bytes:
    return files("service.rendering").joinpath("pdf.typ").read_bytes()


@cache
def _fonts() -> typst.Fonts:
    """Return the fonts that Typst brings along; read once, it is slow."""
    return typst.Fonts(include_system_fonts=False)


def _sheet(report: Report, catalogue: Catalogue | None) -> Sheet:
    asked, found = _elements(report, is_required=True), _elements(report, is_required=False)
    verdict = report_texts.VERDICTS[report.verdict]
    columns = ("Gegeven", "Oordeel", "Wat er staat")
    part = f" (brief {report.document.part})" if report.document.part > 1 else ""
    sections = (
        Section("De brief", ("Wat", "Gegeven"), FACT_WIDTHS, tuple(_facts(report))),
        Section("Gegevens die nodig zijn", columns, ELEMENT_WIDTHS, asked),
        Section("Ook gevonden", columns, ELEMENT_WIDTHS, found),
        Section("Let op", lines=tuple(_drawn(each.message) for each in report.warnings)),
    )
    return Sheet(
        id=_drawn(report.id),
        title=_drawn(f"Rapport over {report.document.file}{part}"),
        verdict=f"{verdict.capitalize()}: {report_texts.VERDICT_MEANINGS[report.verdict]}",
        footer=_drawn(f"Postkamer, rapport {report.id}"),
        todo=tuple(map(_drawn, _to_do(report, catalogue))),
        sections=tuple(each for each in sections if each.rows or each.lines),
    )


def _to_do(report: Report, catalogue: Catalogue | None) -> Iterable[str]:
    if report.error:
        yield report.error.message
    if report.missing:
        yield f"Ontbreekt: {_names(report.missing)}."
    if report.uncertain:
        yield f"Onzeker: {_names(report.uncertain)}. Kijk in de brief."
    if report.missing and report.remedy.deadline:
        yield f"Vraag het na; herstel kan t/m {figures_texts.day(report.remedy.deadline)}."
    if report.routing.forward_to:
        forward_to = called(report.routing.forward_to, catalogue=catalogue)
        yield f"Stuur de brief door naar {forward_to}."


def _facts(report: Report) -> Iterable[tuple[str, str]]:
    document, window = report.document, report.submission_window
    received = figures_texts.day(document.received) if document.received else "niet bekend"
    assumed = " (aangenomen)" if document.received_source is ReceivedSource.ASSUMED else ""
    facts = [
        ("Soort", report_texts.KINDS[report.kind] if report.kind else ""),
        ("Profiel", report.profile or ""),
        ("Ontvangen", f"{received}{assumed}, per {report_texts.CHANNELS[document.channel]}"),
        ("Termijn", window.explanation or report_texts.WINDOWS[window.verdict]),
        *(
            (each.what.capitalize(), f"uiterlijk {figures_texts.day(each.due)}")
            for each in report.deadlines
        ),
    ]
    for name, value in facts:
        if value:
            yield name, _drawn(value)


def _until(due: dt.date) -> str:
    return f"uiterlijk {figures_texts.day(due)}"


def _elements(report: Report, *, is_required: bool) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (
            report_texts.ELEMENTS[element],
            report_texts.STATUSES[state.status],
            _stated(element, state),
        )
        for element, state in report.elements.items()
        if state.required is is_required and (is_required or value_of(state))
    )


def _stated(element: ElementId, state: ElementState) -> str:
    value = value_of(state)
    if element is ElementId.BSN and value:
        value = figures_texts.masked(value)  # also one that is wrong
    shown = value if len(value) <= LONGEST else value[:LONGEST] + "…"
    return _drawn(" ".join(filter(None, (shown, f"({state.reason})" if state.reason else ""))))


def _names(elements: Iterable[ElementId]) -> str:
    return ", ".join(report_texts.ELEMENTS[each] for each in elements)


def _drawn(text: str) -> str:
    """Return a text of which every character can be drawn, without any BSN."""
    return "".join(char if char in _DRAWN else "?" for char in without_bsn(plain(text)))
