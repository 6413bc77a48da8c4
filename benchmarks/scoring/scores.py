"""All that was counted, by set of letters."""

from collections import defaultdict
from dataclasses import dataclass, field

from benchmarks.scoring.calibration import Pair
from benchmarks.scoring.tally import Tally

ALL = "all"


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing that went wrong; heavier is worse."""

    weight: int
    cause: str  # the class of the mistake
    where: str
    what: str


@dataclass
class Scores:
    """Tallies, confidences and mistakes."""

    tallies: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    confidences: dict[tuple[str, str], list[Pair]] = field(
        default_factory=lambda: defaultdict(list)
    )
    mistakes: list[Mistake] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)

    def add(self, part: str, name: str, right: bool) -> None:
        """Count in a set and in the total."""
        self.tallies[part].add(name, right)
        self.tallies[ALL].add(name, right)

    def trust(self, part: str, element: str, pair: Pair) -> None:
        """Note a stated confidence and whether it was right."""
        self.confidences[part, element].append(pair)
        self.confidences[ALL, element].append(pair)

    def blame(self, weight: int, cause: str, where: str, what: str) -> None:
        """Note a mistake."""
        self.mistakes.append(Mistake(weight, cause, where, what))
