"""Weigh the codes that may be the reference of a decision against each other.

Which of them were read wrongly, are of another decision or stand there twice; `elements.kenmerk`
finds them.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace

from extractors.dates.date_roles import dates_of
from extractors.document import Letter, TextSource
from extractors.element import Candidate
from extractors.story.contested import (
    is_of_another,
    is_of_contested,
    is_of_earlier,
    is_with_decision,
)

WITH_DECISION = "bij_besluit"  # the mark of a number that stands with the date of a decision
NUMBERED = 0.72  # how sure a code is that stands where the number of a decision does
SUSPECT = 0.6
_OTHER_THAN_ENCLOSED = 0.7
_WELL_FOUND = 0.75  # less sure, the number itself may be misread
_LEFT_OF_DOUBT = 0.3  # of a number that stands with the date of the contested decision
_OF_ANOTHER = 0.6  # weight of the number of another decision beside that of the contested one
# What a scan makes of a figure or of the capital before a year: "ss120-B-3", "22026-0093117".
_MISREAD = re.compile(
    r"(?<![A-Za-z])[slobgqiz]{3,4}(?![A-Za-z])|(?<![A-Za-z])[slobgqi]{1,3}(?=\d)(?!.*[a-z]{2})|(?<!\d)[1257]20[12]\d(?=[-/.])"
)
_ENDING = re.compile(r"[a-z]{1,3}")


def less_of_others(letter: Letter, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Trust a misread number less, and beside another one that of an earlier decision."""
    dates = dates_of(letter)
    other = {each.text for each in candidates if is_of_another(each.text, dates)}
    has_own = any(
        each.text not in other and "van_afzender" not in each.marks and each.confidence >= NUMBERED
        for each in candidates
    )
    scanned = {page.page.number for page in letter.pages if page.page.source is TextSource.OCR}
    weights = [
        (_OF_ANOTHER if has_own and each.text in other else 1.0)
        * (SUSPECT if _is_misread(each, scanned) or is_of_earlier(each.text, dates) else 1.0)
        for each in candidates
    ]
    return [
        replace(each, confidence=each.confidence * weight)
        for each, weight in zip(candidates, weights, strict=True)
    ]


def surer_of_contested(letter: Letter, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Trust a number more of which the letter says with a date that it objects to just that.

    "Bezwaar tegen de terugvordering van 24 oktober (kenmerk 26-33)", whatever else the sentence
    says between.
    """
    dates = dates_of(letter)

    def is_named(each: Candidate) -> bool:
        is_found = each.role == "gelabeld" and each.confidence >= _WELL_FOUND
        return is_found and not each.marks and is_of_contested(each.text, dates)

    return [
        replace(each, confidence=1.0 - _LEFT_OF_DOUBT * (1.0 - each.confidence))
        if is_named(each)
        else each
        for each in candidates
    ]


def marked_with_decision(letter: Letter, candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    """Mark the numbers that stand with the date of a decision: they need no label to be its."""
    dates = dates_of(letter)
    for each in candidates:
        is_with = is_with_decision(each.text, dates)
        yield replace(each, marks=each.marks | {WITH_DECISION}) if is_with else each


def _is_misread(candidate: Candidate, scanned: Set[int]) -> bool:
    on_scan = any(place.page in scanned for place in candidate.evidence)
    return on_scan and bool(_MISREAD.search(str(candidate.value)))


def beside(enclosed: Sequence[Candidate], bare: Iterable[Candidate]) -> Iterator[Candidate]:
    """Doubt a bare code that is not the one on the enclosed decision: it may be the client's."""
    known = {_key(each) for each in enclosed}
    for each in bare:
        is_other = known and not any(_key(each) in key or key in _key(each) for key in known)
        yield replace(each, confidence=_OTHER_THAN_ENCLOSED * each.confidence) if is_other else each


def unique(candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """Keep the surest place of each code; a code of the sender stays the sender's."""
    own = [_key(each) for each in candidates if "van_afzender" in each.marks]
    best: dict[str, Candidate] = {}
    for each in candidates:
        # "Ons dossiernr. 2026/441 LvdB": also without the letters behind it.
        is_own = any(key.startswith(_key(each)) for key in own)
        if is_own and "van_afzender" not in each.marks:
            continue
        known = best.get(_key(each))
        if known is None or each.confidence > known.confidence:
            best[_key(each)] = each
    yield from _whole(best)


def _whole(best: Mapping[str, Candidate]) -> Iterator[Candidate]:
    """Leave out "Z26/11861" beside "Z26/11861 - TN": the same code without its last letters.

    So is "102/AW" left out where "ZKD/26-44 102/AW" was read as one code.
    """
    for key, each in best.items():
        longer = [other for other in best if other.startswith(key) and other != key]
        if any(_ENDING.fullmatch(other[len(key) :]) for other in longer):
            continue
        if not any(_is_end_of(each, other) for other in best.values()):
            yield each


def _is_end_of(one: Candidate, other: Candidate) -> bool:
    """Tell whether a code is only the end of another one that stands in the same place."""
    is_end = len(_key(one)) < len(_key(other)) and _key(other).endswith(_key(one))
    there = {place.page: place.box for place in other.evidence}
    return is_end and all(
        place.page in there and place.box.shared_height(there[place.page]) > 0
        for place in one.evidence
    )


def _key(candidate: Candidate) -> str:
    return re.sub(r"\W", "", str(candidate.value)).casefold()
