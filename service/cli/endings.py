"""What is said when a command ends by an error, and with which code."""

import errno
from typing import Final, TextIO

from typer.exceptions import Abort, TyperException

from service.bootstrap.machine import place_of
from service.cli.exits import exit_code
from service.cli.misuse import misuse_text
from service.ports.errors import FullError, PassingError
from service.settings import ConfigurationError
from service.texts import troubles as texts
from service.usecases.errors import UsageError

FULL: Final = (errno.ENOSPC, errno.EDQUOT)


def end_of(error: KeyboardInterrupt | Exception, err: TextIO) -> int:
    """Tell the user what went wrong and return the exit code."""
    if isinstance(error, UsageError | ConfigurationError):
        print(error, file=err)
    elif isinstance(error, TyperException):
        err.write("".join(f"{line}\n" for line in misuse_text(error).splitlines()))
    elif isinstance(error, Abort):  # a question that was not answered
        print(texts.STOPPED, file=err)
    elif isinstance(error, FullError) or (isinstance(error, OSError) and error.errno in FULL):
        print(texts.DISK_FULL, file=err)
    elif isinstance(error, PassingError):  # no fault of the program
        print(texts.AWAY, file=err)
    elif isinstance(error, Exception):  # a traceback helps no mailroom
        print(texts.UNEXPECTED.format(place=place_of(error)), file=err)
    return exit_code(error)
