"""JSON: one array of reports, written as they come."""

from typing import TextIO

from service.ports.reading import Outcome

NAME = "json"
SUFFIX = ".json"
PICTURES = False


class JsonArray:
    """Reports as the items of one array."""

    def __init__(self, out: TextIO) -> None:
        """Write to `out`."""
        self._out = out
        self._before = "[\n"

    def add(self, outcome: Outcome) -> None:
        """Write one report as the next item."""
        self._out.write(self._before + outcome.report.model_dump_json(indent=2))
        self._before = ",\n"

    def finish(self) -> None:
        """Close the array; without reports it is an empty one."""
        self._out.write("[]\n" if self._before == "[\n" else "\n]\n")
        self._out.flush()


render = JsonArray
