"""One self-contained page: an overview, and of each letter each element with its picture.

Works without JavaScript and without a network, and prints a letter to a page. Rows of the overview
are written at once; the letters wait in a temporary file until the overview is closed, so that
memory does not grow with their number.
"""

import base64
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable
from html import escape
from importlib.resources import files
from typing import TextIO

from extractors.element import ElementId
from service.ports.reading import Outcome, Picture
from service.rendering.words import plain, value_of
from service.texts import figures as figures_texts
from service.texts import report as report_texts
from validators.report import (
    Deadline,
    ElementState,
    ReceivedSource,
    Report,
    Status,
    Verdict,
)
from validators.termijn_texts import deadline_text

NAME = "html"
SUFFIX = ".html"
PICTURES = True

# No script, no font, no request to anyone: also when a letter were to hold markup.
POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"


class Page:
    """Reports as one web page."""

    def __init__(self, out: TextIO) -> None:
        """Write to `out`, and keep the letters aside until the overview is done."""
        self._out = out
        self._letters = tempfile.TemporaryFile("w+", encoding="utf-8")  # noqa: SIM115 - see finish
        self._counts: Counter[Verdict] = Counter()
        css = files("service.rendering").joinpath("html.css").read_text("utf-8")
        self._out.write(_HEAD.format(policy=POLICY, css=css))

    def add(self, outcome: Outcome) -> None:
        """Write the row of one report and keep its letter."""
        self._counts[outcome.report.verdict] += 1
        number = self._counts.total()
        self._out.write(_row(outcome, number))
        self._letters.write(_letter(outcome, number))

    def finish(self) -> None:
        """Close the overview and write the letters after it."""
        counts = ", ".join(
            f"{self._counts[verdict]} {report_texts.VERDICTS[verdict]}"
            for verdict in Verdict
            if self._counts[verdict]
        )
        total = figures_texts.count(self._counts.total(), "brief", "brieven")
        self._out.write(_MIDDLE.format(total=total, counts=f": {counts}" if counts else ""))
        with self._letters:
            self._letters.seek(0)
            shutil.copyfileobj(self._letters, self._out)
        self._out.write("</main>\n</body>\n</html>\n")
        self._out.flush()


_HEAD = """<!DOCTYPE html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<title>Postkamer: wat er in de brieven staat en ontbreekt</title>
<style>
{css}</style>
</head>
<body>
<a class="skip" href="#brieven">Naar de brieven</a>
<header>
<h1>Postkamer</h1>
<p>Wat er in de brieven staat, wat ontbreekt en of zij op tijd zijn. Controleer elk gegeven
aan het beeld van de brief ernaast.</p>
</header>
<main>
<div class="scroll" tabindex="0" role="region" aria-labelledby="overzicht">
<table>
<caption id="overzicht">Overzicht</caption>
<thead><tr><th scope="col">Brief</th><th scope="col">Soort</th><th scope="col">Oordeel</th>
<th scope="col">Termijn</th><th scope="col">Wat te doen</th></tr></thead>
<tbody>
"""
_MIDDLE = """</tbody>
<tfoot><tr><td colspan="5">{total}{counts}</td></tr></tfoot>
</table>
</div>
<div id="brieven"></div>
"""


def _row(outcome: Outcome, number: int) -> str:
    report = outcome.report
    window = report.submission_window
    term = "" if report.error else _badge(window.verdict, report_texts.WINDOWS[window.verdict])
    if window.last_day:
        term += f'<br><span class="soft">t/m {figures_texts.day(window.last_day)}</span>'
    return (
        f'<tr><th scope="row"><a href="#brief-{number}">{_clean(_title(report))}</a>'
        f'<br><span class="soft">{_clean(_text(report, ElementId.NAAM))}</span></th>'
        f"<td>{_kind(report)}</td>"
        f"<td>{_badge(report.verdict, report_texts.VERDICTS[report.verdict])}</td>"
        f"<td>{term}</td><td>{'<br>'.join(_to_do(outcome))}</td></tr>\n"
    )


def _letter(outcome: Outcome, number: int) -> str:
    report = outcome.report
    return (
        f'<article id="brief-{number}" aria-labelledby="kop-{number}">\n'
        f'<header><h2 id="kop-{number}">{_clean(_title(report))}</h2>'
        f"{_badge(report.verdict, report_texts.VERDICTS[report.verdict])}</header>\n"
        f"{_facts(outcome)}{_warnings(report)}{_elements(outcome)}"
        '<p class="top"><a href="#overzicht">Terug naar het overzicht</a></p>\n</article>\n'
    )


def _title(report: Report) -> str:
    document = report.document
    return f"{document.file} (brief {document.part})" if document.part > 1 else document.file


def _kind(report: Report) -> str:
    names = [report_texts.KINDS[report.kind]] if report.kind else []
    names += [
        report_texts.INTENTS[intent] for intent in report.kinds if intent.value != report.kind
    ]
    return ", ".join(names) or "-"


def _badge(code: str, word: str) -> str:
    return f'<span class="badge {_clean(code)}">{_clean(word)}</span>'


def _to_do(outcome: Outcome) -> Iterable[str]:
    report = outcome.report
    if report.error:
        yield _clean(report.error.message)
    if report.missing:
        yield "Ontbreekt: " + _clean(
            ", ".join(report_texts.ELEMENTS[each] for each in report.missing)
        )
    if report.uncertain:
        yield "Onzeker: " + _clean(
            ", ".join(report_texts.ELEMENTS[each] for each in report.uncertain)
        )
    if report.missing and report.remedy.deadline:
        yield f"Vraag het na, herstel t/m {figures_texts.day(report.remedy.deadline)}"
    if outcome.forward_to:
        yield "Stuur door naar " + _clean(outcome.forward_to)


def _facts(outcome: Outcome) -> str:
    report = outcome.report
    document, window = report.document, report.submission_window
    received = figures_texts.day(document.received) if document.received else "niet bekend"
    assumed = " (aangenomen)" if document.received_source is ReceivedSource.ASSUMED else ""
    facts = [
        ("Soort", _kind(report)),
        ("Profiel", report.profile or "-"),
        ("Ontvangen", f"{received}{assumed}, per {report_texts.CHANNELS[document.channel]}"),
        (
            "Termijn",
            window.explanation or ("" if report.error else report_texts.WINDOWS[window.verdict]),
        ),
        *((deadline_text(each.what), _due(each)) for each in report.deadlines),
    ]
    items = "".join(f"<dt>{_clean(n)}</dt><dd>{_clean(v)}</dd>\n" for n, v in facts if v)
    to_do = "".join(f"<dt>Te doen</dt><dd>{line}</dd>\n" for line in _to_do(outcome))
    return f"<dl>\n{items}{to_do}</dl>\n"


def _due(deadline: Deadline) -> str:
    """Say by when, and whether the law or a promise asks for it."""
    return f"uiterlijk {figures_texts.day(deadline.due)} ({', '.join(deadline.basis)})"


def _heading(code: str) -> str:
    return code.replace("_", " ").capitalize()


def _warnings(report: Report) -> str:
    if not report.warnings:
        return ""
    items = "".join(f"<li>{_clean(each.message)}</li>" for each in report.warnings)
    return f"<h3>Let op</h3>\n<ul>{items}</ul>\n"


def _elements(outcome: Outcome) -> str:
    pictures = {picture.element: picture for picture in outcome.pictures}
    asked, found, absent = [], [], []
    for element, state in outcome.report.elements.items():
        if state.required:
            asked.append(_element(element, state, pictures.get(element)))
        elif state.status is not Status.ONTBREEKT:
            found.append(_element(element, state, pictures.get(element)))
        else:
            absent.append(report_texts.ELEMENTS[element])
    rest = f'<p class="soft">Niet nodig en niet gevonden: {_clean(", ".join(absent))}.</p>\n'
    return (
        _listed("Gegevens die nodig zijn", asked)
        + _listed("Ook gevonden", found)
        + (rest if absent else "")
    )


def _listed(heading: str, items: list[str]) -> str:
    if not items:
        return ""
    return f'<h3>{heading}</h3>\n<ul class="elements">\n{"".join(items)}</ul>\n'


def _element(element: ElementId, state: ElementState, picture: Picture | None) -> str:
    reason = f"<p>{_clean(state.reason)}</p>" if state.reason else ""
    badge = _badge(state.status, report_texts.STATUSES[state.status])
    return (
        f"<li><div><strong>{_clean(report_texts.ELEMENTS[element])}</strong><br>"
        f"{badge}</div>"
        f'<div class="value"><p>{_clean(value_of(state))}</p>{reason}{_image(picture)}</div></li>\n'
    )


def _image(picture: Picture | None) -> str:
    if picture is None:
        return ""
    word = report_texts.ELEMENTS[picture.element]
    data = base64.b64encode(picture.png).decode("ascii")
    return (
        f'<img src="data:image/png;base64,{data}" '
        f'alt="Uitsnede van bladzijde {picture.page}: {_clean(word)}">'
        f'<span class="soft">bladzijde {picture.page}</span>'
    )


def _clean(text: str) -> str:
    return escape(plain(text))


def _text(report: Report, element: ElementId) -> str:
    state = report.elements.get(element)
    return state.value if state and isinstance(state.value, str) else ""


render = Page
