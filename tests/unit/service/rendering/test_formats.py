"""What holds for every format, and what is peculiar to each."""

import csv
import datetime as dt
import io
import json
from dataclasses import replace
from html.parser import HTMLParser
from types import ModuleType

import pytest

from extractors.element import ElementId
from service.ports.reading import Outcome
from service.rendering import csv as csv_format
from service.rendering import html, jsonl, table
from service.rendering import json as json_format
from service.rendering.formats import RENDERERS
from tests.unit.service.reports import (
    make_failed,
    make_incomplete,
    make_outcome,
    make_report,
)
from validators.report import Deadline, Report

NASTY = '<script>alert("x")</script>\x1b[31m=1+1\n;"'


def rendered(module: ModuleType, *reports: Report) -> str:
    return rendered_all(module, *(make_outcome(report) for report in reports))


def rendered_all(module: ModuleType, *outcomes: Outcome) -> str:
    out = io.StringIO(newline="")
    rendering = module.render(out)
    for outcome in outcomes:
        rendering.add(outcome)
    rendering.finish()
    return out.getvalue()


@pytest.mark.parametrize("module", RENDERERS)
def test_every_format_takes_every_kind_of_report(module: ModuleType) -> None:
    text = rendered(module, make_report("a.pdf"), make_incomplete("b.pdf"), make_failed("c.pdf"))
    assert all(name in text for name in ("a.pdf", "b.pdf", "c.pdf"))


@pytest.mark.parametrize("module", RENDERERS)
def test_every_format_is_whole_without_a_report(module: ModuleType) -> None:
    rendered(module)


# a spreadsheet shows control characters, and does not obey them
@pytest.mark.parametrize("module", [table, jsonl, json_format, html])
def test_no_format_prints_the_control_characters_of_a_stranger(module: ModuleType) -> None:
    assert "\x1b" not in rendered(module, make_report(NASTY, naam=NASTY))


def test_json_lines_has_one_report_a_line() -> None:
    lines = rendered(jsonl, make_report("a"), make_report("b", naam="x\ny")).splitlines()
    assert [json.loads(line)["document"]["file"] for line in lines] == ["a", "b"]


def test_json_lines_has_the_whole_bsn() -> None:
    assert '"999990019"' in rendered(jsonl, make_report())


@pytest.mark.parametrize("number", [0, 1, 3])
def test_json_is_one_array(number: int) -> None:
    reports = [make_report(str(each)) for each in range(number)]
    assert len(json.loads(rendered(json_format, *reports))) == number


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";"))


def test_csv_opens_in_a_dutch_spreadsheet() -> None:
    assert rendered(csv_format, make_report()).startswith("\ufefffile;part;")


def test_csv_has_a_line_for_each_letter() -> None:
    header, first, second = rows(rendered(csv_format, make_incomplete(), make_failed()))
    assert len(header) == len(first) == len(second)
    assert "handtekening" in first
    assert "beschadigd" in second


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t"])
def test_csv_lets_no_stranger_write_a_formula(start: str) -> None:
    _, first = rows(rendered(csv_format, make_report(naam=f"{start}1+1")))
    assert f"'{start}1+1" in first


def test_csv_leaves_the_bsn_out() -> None:
    assert "999990019" not in rendered(csv_format, make_report())


def test_the_table_masks_the_bsn() -> None:
    text = rendered(table, make_report())
    assert "***-**-019" in text
    assert "999990019" not in text


def test_the_table_fits_a_hundred_columns() -> None:
    long = make_incomplete("een/heel/lang/pad/" + "x" * 200 + ".pdf", part=1)
    text = rendered(table, long, make_failed(message="woord " * 60), make_report(naam="n" * 90))
    assert max(len(line) for line in text.splitlines()) <= 100


def test_the_table_says_what_is_missing_and_until_when() -> None:
    text = " ".join(rendered(table, make_incomplete()).split())
    assert "ontbreekt: handtekening" in text
    assert "7 dec 2026" in text


def test_the_table_without_a_terminal_has_no_colour() -> None:
    assert "\x1b" not in rendered(table, make_incomplete())


def test_the_table_ends_with_the_counts() -> None:
    text = rendered(table, make_report(), make_report(), make_failed())
    assert "3 brieven - 2 compleet, 1 fout" in text


class Checker(HTMLParser):
    """Counts tags and notes those that are not closed in order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)
        self.links += [value or "" for name, value in attrs if name in {"src", "href"}]
        if tag not in {"meta", "img", "br"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def checked(*outcomes: Outcome) -> Checker:
    checker = Checker()
    checker.feed(rendered_all(html, *outcomes))
    assert checker.open == []
    return checker


def test_the_page_is_well_formed() -> None:
    checked(make_outcome(), make_outcome(make_incomplete()), make_outcome(make_failed()))


def test_the_page_holds_no_markup_of_a_stranger() -> None:
    seen = checked(make_outcome(make_report(NASTY, naam=NASTY))).seen
    assert "script" not in seen


def test_the_page_needs_nothing_from_outside() -> None:
    links = checked(make_outcome(make_report(), ElementId.NAAM)).links
    assert all(link.startswith(("#", "data:image/png;base64,")) for link in links)


def test_the_page_has_a_picture_for_each_place() -> None:
    seen = checked(make_outcome(make_report(), ElementId.NAAM, ElementId.BSN)).seen
    assert seen.count("img") == 2


def test_page_says_in_words_what_is_due_and_who_asks_for_it() -> None:
    due = dt.date(2026, 12, 2)
    promised = Deadline(what="eerste_contact", due=due, basis=("toezegging van VGZ",))
    page = rendered(html, make_report(deadlines=(promised,)))
    assert "Eerste contact met de klager" in page
    assert "uiterlijk 2 dec 2026 (toezegging van VGZ)" in page


@pytest.mark.parametrize("module", [table, html])
def test_an_organisation_is_called_as_whoever_read_the_letter_calls_it(module: ModuleType) -> None:
    outcome = replace(make_outcome(), forward_to="Noord")
    assert "tuur door naar Noord" in " ".join(rendered_all(module, outcome).split())
