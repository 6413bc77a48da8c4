"""What is aimed for, by set, and whether it was reached."""

from dataclasses import dataclass

from benchmarks.scoring.tally import Rate, Tally

PAPERS = ("digital", "clean", "office", "bad")


@dataclass(frozen=True, slots=True)
class Target:
    """One row of the table of targets; percentages in the order of PAPERS."""

    title: str
    names: tuple[str, ...]
    aims: tuple[float, float, float, float]
    at_most: bool = False  # a rate of mistakes

    def rate(self, tally: Tally) -> Rate:
        """Return what was counted for this row."""
        return tally.rate(*self.names)

    def mark(self, rate: Rate, aim: float) -> str:
        """Say whether the aim is reached, and whether the number of cases proves it.

        >>> Target("", (), (99, 99, 99, 99)).mark(Rate(31, 31), 99)
        'reached?'
        """
        if not rate.of:
            return "-"
        low, high = (100 * end for end in rate.interval())
        share = 100 * rate.share
        if self.at_most:
            share, low, high, aim = -share, -high, -low, -aim
        if share >= aim:
            return "reached" if low >= aim else "reached?"
        return "missed" if high < aim else "missed?"


def _values(*elements: str) -> tuple[str, ...]:
    return tuple(f"value {element}" for element in elements)


TARGETS = (
    Target(
        "BSN, datum, besluitdatum: right value when present",
        _values("bsn", "datum", "besluitdatum"),
        (99.5, 99, 98, 92),
    ),
    Target(
        "kenmerk, relatienummer, postcode: right value",
        _values("kenmerk", "relatienummer", "postcode"),
        (99, 98, 96, 88),
    ),
    Target("naam, adres: right value", _values("naam", "adres"), (98, 96, 94, 85)),
    Target("handtekening: precision", ("precision handtekening",), (99, 98, 97, 93)),
    Target("handtekening: recall", ("recall handtekening",), (99, 98, 97, 93)),
    Target(
        "onderbouwing / omschrijving: status right",
        ("status onderbouwing", "status omschrijving"),
        (98, 97, 96, 92),
    ),
    Target("kind right", ("kind",), (99, 99, 98, 96)),
    Target(
        "false compleet (of letters with a defect)",
        ("false compleet",),
        (0.5, 0.5, 1, 1),
        at_most=True,
    ),
    Target(
        "false incompleet (asked for what was sent)",
        ("false incompleet",),
        (0.5, 1, 1, 1.5),
        at_most=True,
    ),
    Target("straight-through (not handmatig)", ("straight-through",), (95, 92, 85, 60)),
)
