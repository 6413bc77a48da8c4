"""JSON Lines: one report per line and nothing else, as the contract has it."""

from typing import TextIO

from service.ports.reading import Outcome

NAME = "jsonl"
SUFFIX = ".jsonl"
PICTURES = False


class JsonLines:
    """Reports as lines."""

    def __init__(self, out: TextIO) -> None:
        """Write to `out`."""
        self._out = out

    def add(self, outcome: Outcome) -> None:
        """Write one report, at once readable for who waits at the other end of a pipe."""
        self._out.write(outcome.report.model_dump_json() + "\n")
        self._out.flush()

    def finish(self) -> None:
        """Write nothing: the last line was the last report."""


render = JsonLines
