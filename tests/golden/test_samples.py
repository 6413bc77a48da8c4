"""The samples give the reports that were written down, and those tell the truth."""

import tomllib
from pathlib import Path

import pytest

from tests.golden.reports import Report, differences
from tests.golden.truth import contradictions, load_truths

HERE = Path(__file__).parent
SAMPLES = HERE.parents[1] / "samples"
TRUTHS = load_truths(HERE.parents[1] / "scripts" / "samples" / "texts")
KNOWN: dict[str, list[str]] = tomllib.loads(
    (HERE / "known_failures.toml").read_text(encoding="utf-8")
)


def test_every_letter_has_one_report(reports: dict[str, Report]) -> None:
    assert sorted(reports) == sorted(TRUTHS)


def test_every_report_was_written_down(
    reports: dict[str, Report], expected: dict[str, Report]
) -> None:
    assert sorted(expected) == sorted(reports)


@pytest.mark.parametrize("letter", TRUTHS)
def test_report_is_as_written_down(
    letter: str, reports: dict[str, Report], expected: dict[str, Report]
) -> None:
    assert "\n".join(differences(expected[letter], reports[letter])) == ""


@pytest.mark.parametrize("letter", TRUTHS)
def test_report_is_true_but_for_known_failures(letter: str, reports: dict[str, Report]) -> None:
    found = sorted(contradictions(TRUTHS[letter], reports[letter]))
    assert "\n".join(found) == "\n".join(sorted(KNOWN.get(letter, [])))


def test_known_failures_are_of_letters_that_exist() -> None:
    assert set(KNOWN) <= set(TRUTHS)
