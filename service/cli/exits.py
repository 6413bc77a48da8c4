"""The exit codes of all commands, made in one function."""

from dataclasses import dataclass

from typer.exceptions import Abort, TyperException

from service.settings import ConfigurationError
from service.usecases.errors import UsageError
from service.usecases.validate_folder import Tally
from validators.report import Verdict


@dataclass(frozen=True, slots=True)
class FileCheck:
    """Whether the files that someone wrote are right; when not, that is wrong use."""

    is_good: bool


INTERRUPTED = 130  # 128 + SIGINT, as shells have it
BROKEN_PIPE = 141  # 128 + SIGPIPE


def exit_code(ending: Tally | BaseException | FileCheck | bool) -> int:  # noqa: PLR0911 - a table
    """Return the exit code of a run, of an error, or of checks that are good or not.

    0 every letter complete, 1 at least one incomplete or for a person, 2 wrong use, 3 at least
    one file that could not be processed.
    """
    match ending:
        case UsageError() | ConfigurationError() | FileCheck(is_good=False) | TyperException():
            return 2
        case Abort():
            return 1
        case BrokenPipeError():
            return BROKEN_PIPE
        case KeyboardInterrupt() | Tally(is_complete=False):
            return INTERRUPTED
        case Tally(verdicts=verdicts) if verdicts[Verdict.FOUT]:
            return 3
        case Tally(verdicts=verdicts):
            return int(verdicts[Verdict.INCOMPLEET] + verdicts[Verdict.HANDMATIG] > 0)
        case FileCheck():
            return 0
        case bool():
            return 0 if ending else 1
        case _:
            return 3
