"""Letters at the wrong desk, and letters that only name another one, read and judged for real.

The letters were written before the signals, half of them to tune on (`tune_*`). Those in `held_*`
were scored once, when the signals were done: 43 of 50 as expected, 48 with the right `forward_to`
and none sent to a wrong one. Six of the seven misses were then repaired. `fresh`, written after
that and scored once, had 13 of 14. One author wrote letters and signals; see docs/loketten.md.
"""

from typing import Any

import pytest

from tests.unit.validators.desk_letters import read_desk_letters, report_on, route_of
from validators.advice import Outcome
from validators.loketten import load_table

FILES = (
    *("tune_besluiten", "tune_klachten", "tune_hulp", "tune_kort"),
    *("held_besluiten", "held_klachten", "fresh", "passing"),
)
LETTERS = read_desk_letters(*FILES)
# What is still wrong, by letter: a repair takes its line away, a new one is a step back. This one
# stays here.
WRONG = {"f-klacht-ciz-kort"}

PARAMS = [
    pytest.param(
        letter,
        id=letter["id"],
        marks=[pytest.mark.xfail(strict=True)] if letter["id"] in WRONG else [],
    )
    for letter in LETTERS
]


def expected(letter: dict[str, Any]) -> dict[str, object]:
    """Return what must come out, as far as the letter says."""
    wanted: dict[str, object] = {
        "forward_to": letter.get("forward_to"),
        "verkeerd_loket": letter["wrong"],
        "warnings": set(letter.get("warnings", ())),
        "without": set(),
        "kinds": set(letter.get("kinds", ())),
    }
    named = {"addressee", "basis"} & letter.keys()
    rows = {"rows": set(letter["rows"])} if "rows" in letter and not letter.get("unclear") else {}
    unclear = {"outcome": Outcome.ONDUIDELIJK} if letter.get("unclear") else {}
    return wanted | {key: letter[key] for key in named} | rows | unclear


def found(letter: dict[str, Any]) -> dict[str, object]:
    """Return what comes out, in the same words."""
    report, advice = report_on(letter), route_of(letter)
    codes = {notice.code for notice in report.warnings}
    rows = advice.rows if letter["wrong"] else advice.aside
    every = {
        "forward_to": report.routing.forward_to,
        "verkeerd_loket": "verkeerd_loket" in codes,
        "warnings": codes & set(letter.get("warnings", ())),
        "without": codes & set(letter.get("without", ())),
        "kinds": {str(kind) for kind in report.kinds} & set(letter.get("kinds", ())),
        "addressee": report.routing.addressee,
        "basis": list(report.routing.basis),
        "rows": {row.id for row in rows},
        "outcome": advice.outcome,
    }
    return {key: every[key] for key in expected(letter)}


@pytest.mark.parametrize("letter", PARAMS)
def test_letter_goes_where_it_belongs(letter: dict[str, Any]) -> None:
    assert found(letter) == expected(letter)


@pytest.mark.parametrize("row", load_table().loket)
def test_row_has_a_letter_that_is_for_it(row: str) -> None:
    assert any(row in letter.get("rows", ()) for letter in LETTERS)


@pytest.mark.parametrize("row", load_table().loket)
def test_row_has_a_letter_that_only_names_it(row: str) -> None:
    assert any(
        row == letter["row"] or row in letter.get("passing", ())
        for letter in LETTERS
        if row not in letter.get("rows", ())
    )


def test_letters_have_names_of_their_own() -> None:
    assert len({letter["id"] for letter in LETTERS}) == len(LETTERS)
