"""Say that the letter holds more than one BSN: the representative's, a child's."""

from extractors.element import Candidate, ElementId
from validators.case import Assessed
from validators.notices import warn
from validators.numbers import bsn
from validators.report import Notice

CODE = "ander_bsn"
# A number of someone else is found less surely than the client's, but must not be overlooked.
LEAST = 0.3


def _is_as_printed(candidate: Candidate) -> bool:
    """Leave out what the reader made of one damaged number: those readings always differ."""
    return "gelabeld" in candidate.marks and "hersteld" not in candidate.marks


def check(assessed: Assessed) -> tuple[Notice, ...]:
    """Warn when labelled numbers that pass the elfproef differ."""
    numbers = {
        bsn.compact(str(each.value))
        for each in assessed.case.candidates(ElementId.BSN)
        if each.confidence >= LEAST and _is_as_printed(each) and bsn.is_valid(str(each.value))
    }
    return warn(CODE, when=len(numbers) > 1)
