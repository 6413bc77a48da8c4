"""What a person established about a letter: it takes the place of what was read.

The machine's reading is kept beside it (see the store); here it only no longer decides. Law and
profile judge the letter anew with it, so that term, remedy and warnings follow.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from extractors.element import Candidate, ElementId, Evidence, Reading, Signal, Value
from validators.report import Kind, Status

# What a candidate is of its kind when nothing was read that could tell.
ROLES = {ElementId.BESLUITDATUM: "gedateerd"}


@dataclass(frozen=True, slots=True)
class Fact:
    """What a person says of one element: that it is there, with its value, or that it is not."""

    status: Status  # aanwezig or ontbreekt
    value: Value | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Established:
    """Everything that people established about one letter."""

    elements: Mapping[ElementId, Fact] = field(default_factory=dict)
    kind: Kind | None = None


def with_facts(reading: Reading, established: Established) -> Reading:
    """Return the reading with the facts in the place of what was read."""
    candidates = dict(reading.candidates)
    for element, fact in established.elements.items():
        candidates[element] = _candidates(element, fact, candidates.get(element, ()))
    kinds = reading.kinds
    if established.kind is not None:
        own = (Signal(established.kind.value),) if established.kind is not Kind.OVERIG else ()
        others = tuple(each for each in kinds if each.code not in {"bezwaar", "klacht"})
        kinds = own + others
    return replace(reading, candidates=candidates, kinds=kinds)


def _candidates(
    element: ElementId, fact: Fact, read: tuple[Candidate, ...]
) -> tuple[Candidate, ...]:
    if fact.status is not Status.AANWEZIG:
        return ()
    same = next((each for each in read if each.value == fact.value or fact.value is None), None)
    if same is not None:  # confirmed: what is known about it stays known
        return (replace(same, confidence=1.0),)
    role = next((each.role for each in read), ROLES.get(element, ""))
    return (Candidate(_typed(element, fact.value), str(fact.value), fact.evidence, 1.0, role),)


def _typed(element: ElementId, value: Value | None) -> Value:
    """Return dates as dates, whatever form they were given in."""
    if element in {ElementId.DATUM, ElementId.BESLUITDATUM} and isinstance(value, str):
        return dt.date.fromisoformat(value)
    return "" if value is None else value
