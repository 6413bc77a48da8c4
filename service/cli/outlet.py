"""Standard output that ends the command when whoever read it has seen enough, as with `| head`."""

import io
import os
import sys
from typing import NoReturn


class Outlet(io.TextIOWrapper):
    """Ends the command quietly at the first write into a pipe that nobody reads any more.

    Libraries that print catch a broken pipe and end with 1, which says that a letter is
    incomplete. What ends here passes them all: they do not catch the end of the program.
    """

    def write(self, text: str) -> int:
        """Write, or end the command."""
        try:
            return super().write(text)
        except BrokenPipeError:
            self._end()

    def flush(self) -> None:
        """Hand on what was written, or end the command."""
        try:
            super().flush()
        except BrokenPipeError:
            self._end()

    def _end(self) -> NoReturn:
        from service.cli.exits import BROKEN_PIPE  # noqa: PLC0415 - seldom is a pipe broken

        # what is still in the buffer must go somewhere: Python writes it once more at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), self.fileno())
        sys.exit(BROKEN_PIPE)
