"""The page for jurists shows what the command really says."""

import doctest
import re
import shlex
from pathlib import Path

import pytest

from tests.acceptance.conftest import Run
from validators.report import Rule, WindowVerdict

# The page itself is what is tested.
PAGE = (Path(__file__).parents[2] / "docs" / "termijnen.md").read_text(encoding="utf-8")
TODAY = "2026-12-01"
EXAMPLES = {
    match["command"]: re.sub(r"^ {4}", "", match["shown"], flags=re.MULTILINE)
    for match in re.finditer(
        r"^ {4}\$ (?P<command>postkamer termijn .+)\n(?P<shown>(?: {4}.*\n)+)", PAGE, re.MULTILINE
    )
}


@pytest.mark.parametrize("command", EXAMPLES)
def test_example_is_what_the_command_prints(run: Run, command: str) -> None:
    done = run(*shlex.split(command)[1:], "--today", TODAY)
    checker, wanted = doctest.OutputChecker(), EXAMPLES[command]
    assert done.returncode == 0
    assert checker.check_output(wanted, done.stdout, doctest.ELLIPSIS), done.stdout


def test_there_are_examples() -> None:
    assert len(EXAMPLES) >= 5


def test_every_row_of_the_table_is_explained() -> None:
    rows = re.findall(r"^\| (R\d) \|(.*)$", PAGE, re.MULTILINE)
    assert [row for row, _ in rows] == [rule.value for rule in Rule]
    verdicts = {word for _, text in rows for word in re.findall(r"[a-z_]+", text)}
    assert set(WindowVerdict) - {WindowVerdict.NIET_VAN_TOEPASSING} <= verdicts


def test_every_option_on_the_page_exists(run: Run) -> None:
    options = set(re.findall(r"`(--[a-z-]+)", PAGE))
    known = run("termijn", "--help").stdout
    assert {option for option in options if option not in known} == set()
