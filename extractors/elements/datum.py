"""Find the date of the letter (dagtekening, Awb 6:5 lid 1 b and 9:4 lid 2 b)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.date_roles import NO_YEAR, RoledDate, dates_of, yearless_of
from extractors.document import BlockRole, Letter
from extractors.element import Candidate, ElementId, Hints, evidence_of, sureness

ELEMENT = ElementId.DATUM
STAMPED_OVER = 0.45
TOLD_OF = 0.75  # weight of a date by itself that is the decision's elsewhere in the letter
OF_ANOTHER = frozenset({"gedateerd", "verzonden", "bekendgemaakt", "geboorte", "voorval"})
REPAIRED = 0.95  # weight of a date with figures that were guessed


def find(letter: Letter, hints: Hints) -> tuple[Candidate, ...]:
    """Return the dates that may be the letter's own, best first.

    One that is on no calendar is given as it is written, with the mark `bestaat_niet`; so is one
    without a year in a letter that names no year, with the mark `zonder_jaar`. The mark `gelabeld`
    tells that a label or a place stands beside it.
    """
    del hints
    every = dates_of(letter)
    dated = _own(every) or _own(yearless_of(letter)) or _under_a_stamp(every)
    dated = list(_less_told_of(dated, every))
    return tuple(sorted(map(_candidate, _without_echoes(dated)), key=lambda each: -each.confidence))


def _less_told_of(dated: Sequence[RoledDate], every: Sequence[RoledDate]) -> Iterator[RoledDate]:
    """Trust a date that stands by itself less when the letter tells what else it is the date of."""
    told_of = {each.found.date for each in every if each.role in OF_ANOTHER}
    for each in dated:
        is_other = not each.told and each.found.date in told_of
        yield replace(each, score=each.score * TOLD_OF) if is_other else each


def _own(every: Sequence[RoledDate]) -> list[RoledDate]:
    return [each for each in every if each.role == "dagtekening"]


def _under_a_stamp(every: Sequence[RoledDate]) -> list[RoledDate]:
    """Offer the earliest of several dates in a stamp: one may be the letter's, stamped over."""
    stamped = {each.found.date: each for each in every if each.role == "stempel"}
    if len(stamped) < 2:
        return []
    return [replace(stamped[min(stamped)], score=STAMPED_OVER)]


def _without_echoes(dated: Sequence[RoledDate]) -> tuple[RoledDate, ...]:
    """Keep the surest place of each date; the same date twice is more certain, not a rival."""
    best: dict[object, RoledDate] = {}
    for each in dated:
        known = best.get(each.found.date)
        if known is None or each.score > known.score:
            best[each.found.date] = each
    return tuple(best.values())


def _candidate(dated: RoledDate) -> Candidate:
    score = dated.score
    if "zonder_dag" in dated.found.marks:
        score *= 0.8
    if dated.block is BlockRole.BODY:
        score *= 0.9
    if "hersteld" in dated.found.marks:
        score *= REPAIRED
    marks = dated.found.marks | ({"gelabeld"} if dated.told else set())
    as_written = "bestaat_niet" in dated.found.marks or dated.found.date.year == NO_YEAR
    return Candidate(
        dated.span.text if as_written else dated.found.date,
        dated.span.text,
        evidence_of(dated.span),
        sureness(score, dated.span),
        "dagtekening",
        marks,
    )
