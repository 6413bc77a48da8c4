"""Stand-ins for the world, for tests without a disk, processes or a clock."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from service.ports.drawing import Rendering
from service.ports.reading import Assignment, Files, Finished, Found, Listing, Outcome


@dataclass(slots=True)
class FakeFiles(Files):
    """Folders as a mapping of their listings; files as a set of paths; texts by path."""

    folders: Mapping[str, Listing] = field(default_factory=dict)
    paths: frozenset[str] = frozenset()
    texts: Mapping[str, str] = field(default_factory=dict)

    def exists(self, path: str) -> bool:
        return path in self.paths or path in self.folders or path in self.texts

    def is_folder(self, path: str) -> bool:
        return path in self.folders

    def walk(self, path: str) -> Listing:
        return self.folders[path]

    def read_text(self, path: str) -> str:
        return self.texts[path]


@dataclass(slots=True)
class FakePool:
    """Gives what it was told to give; `stop_before` is where Ctrl-C comes."""

    results: Mapping[str, Finished]
    stop_before: str | None = None
    waiting: list[Assignment] = field(default_factory=list)

    def run(self, assignments: Iterable[Assignment]) -> Iterator[tuple[Assignment, Finished]]:
        self.waiting = list(assignments)
        while self.waiting:
            if self.waiting[0].file == self.stop_before:
                self.waiting.pop(0)
                raise KeyboardInterrupt
            assignment = self.waiting.pop(0)
            yield assignment, self.results[assignment.file]

    def rescue(self) -> Iterator[tuple[Assignment, Finished]]:
        for assignment in self.waiting:
            yield assignment, self.results[assignment.file]


@dataclass(slots=True)
class FakeRendering(Rendering):
    """Keeps what it was given."""

    outcomes: list[Outcome] = field(default_factory=list)
    is_finished: bool = False

    def add(self, outcome: Outcome) -> None:
        self.outcomes.append(outcome)

    def finish(self) -> None:
        self.is_finished = True


def found(*names: str, folder: str = "post") -> tuple[Found, ...]:
    """Return what a walk gives for these names."""
    return tuple(Found(f"{folder}/{name}", name) for name in names)
