"""One function makes the exit codes."""

from collections import Counter

import pytest
import typer

from service.cli.exits import FileCheck, exit_code
from service.settings import ConfigurationError
from service.usecases.errors import UsageError
from service.usecases.validate_folder import Tally
from validators.report import Verdict


@pytest.mark.parametrize(
    ("verdicts", "code"),
    [
        ([], 0),
        ([Verdict.COMPLEET], 0),
        ([Verdict.COMPLEET, Verdict.INCOMPLEET], 1),
        ([Verdict.HANDMATIG], 1),
        ([Verdict.INCOMPLEET, Verdict.FOUT], 3),
    ],
)
def test_the_verdicts_of_a_run_give_its_exit_code(verdicts: list[Verdict], code: int) -> None:
    assert exit_code(Tally(Counter(verdicts))) == code


def test_an_interrupted_run_says_so() -> None:
    assert exit_code(Tally(Counter([Verdict.COMPLEET]), is_complete=False)) == 130


@pytest.mark.parametrize(
    ("ending", "code"),
    [
        (UsageError("x"), 2),
        (ConfigurationError("x"), 2),
        (typer.BadParameter("x"), 2),
        (typer.Abort(), 1),
        (BrokenPipeError(), 141),
        (KeyboardInterrupt(), 130),
        (FileCheck(is_good=True), 0),
        (FileCheck(is_good=False), 2),
        (True, 0),
        (False, 1),
    ],
)
def test_every_other_ending_has_its_exit_code(ending: BaseException | bool, code: int) -> None:
    assert exit_code(ending) == code
