"""Find everything that a document's letters say: the one entry to what a document means."""

from collections.abc import Mapping
from dataclasses import replace
from types import ModuleType
from typing import TypeVar

from extractors import kind, signals, stamps
from extractors.absence import legibility
from extractors.absence.half_read import find_half_read
from extractors.absence.unexplained import find_unexplained
from extractors.chances import chances
from extractors.document import BlockRole, Document, Letter
from extractors.element import Candidate, ElementId, Evidence, Hints, Reading, Signal
from extractors.elements import (
    adres,
    besluit,
    besluitdatum,
    bsn,
    contactpersoon,
    datum,
    email,
    gericht_tegen,
    handtekening,
    kenmerk,
    machtiging,
    naam,
    omschrijving,
    onderbouwing,
    ondernomen,
    relatienummer,
    resultaat,
    telefoon,
    tijdspad,
    zorgaanbieder,
)
from extractors.hands.hand_filled import find_hand_filled, find_inked
from extractors.hands.handwriting import HandEngine
from extractors.hands.suggestions import suggest
from extractors.numbers.named import find_named
from extractors.once import for_one_file
from extractors.split import split
from extractors.story import conduct

# A file that took so long already gets no more reading: its time may run out.
MOST_OCR_SECONDS = 150.0

_Found = TypeVar("_Found", Candidate, Signal)

FINDERS: tuple[ModuleType, ...] = (
    datum,
    naam,
    adres,
    bsn,
    relatienummer,
    besluit,
    besluitdatum,
    kenmerk,
    onderbouwing,
    omschrijving,
    gericht_tegen,
    tijdspad,
    ondernomen,
    resultaat,
    zorgaanbieder,
    contactpersoon,
    machtiging,
    email,
    telefoon,
    handtekening,
)


def extract(
    document: Document, hints: Hints, *, hand: HandEngine | None = None
) -> tuple[Reading, ...]:
    """Return a reading for each letter in the document; always at least one.

    With `hand` the handwriting in it gives suggestions.
    """
    if document.ocr_seconds > MOST_OCR_SECONDS:
        hand = None
    with for_one_file():
        readings = [_read(letter, hints) for letter in split(document, hints)]
        return tuple(_in_file_points(_with_suggestions(each, hints, hand)) for each in readings)


def _with_suggestions(reading: Reading, hints: Hints, hand: HandEngine | None) -> Reading:
    if hand is None or not (reading.handwritten or reading.by_hand):
        return reading
    found = suggest(reading.letter, hints, engine=hand, finders=FINDERS)
    return replace(reading, suggestions=found)


def _read(letter: Letter, hints: Hints) -> Reading:
    candidates: dict[ElementId, tuple[Candidate, ...]] = {
        finder.ELEMENT: finder.find(letter, hints) for finder in FINDERS
    }
    reading = Reading(
        letter=letter,
        kinds=kind.find_kinds(letter, hints),
        candidates={**candidates, **_with_others(letter, hints, candidates)},
        signals=signals.find_signals(letter, hints),
        received=stamps.find_received(letter),
        postmarked=stamps.find_postmarks(letter),
        conduct=conduct.find_conduct(letter),
        addressees=_addressees(letter),
        legibility=legibility.legibility(letter),
        handwritten=legibility.is_handwritten(letter),
        by_hand=find_hand_filled(letter),
        half_read=find_half_read(letter, candidates[ElementId.HANDTEKENING]) | find_inked(letter),
        unexplained=find_unexplained(letter, candidates),
        missing_pages=legibility.lacks_pages(letter) or legibility.is_cut_off(letter),
    )
    return chances.weighed(reading)


def _with_others(
    letter: Letter, hints: Hints, found: Mapping[ElementId, tuple[Candidate, ...]]
) -> Mapping[ElementId, tuple[Candidate, ...]]:
    """Put what else of its sort a letter names behind what was found of an element."""
    days = found[ElementId.BESLUITDATUM]
    numbers = {each: found[each] for each in (ElementId.RELATIENUMMER, ElementId.KENMERK)}
    return {
        ElementId.NAAM: (*found[ElementId.NAAM], *naam.find_others(letter, hints)),
        ElementId.BESLUITDATUM: (*days, *besluitdatum.find_others(letter, days)),
        **{each: (*own, *find_named(letter, own)) for each, own in numbers.items()},
    }


def _in_file_points(reading: Reading) -> Reading:
    """Give places as the file measures them: some PDFs set a sheet on two by three metres."""
    units = {page.page.number: page.page.unit for page in reading.letter.pages}
    if set(units.values()) <= {1.0}:
        return reading

    def placed(found: Evidence) -> Evidence:
        return replace(found, box=found.box.scaled(units.get(found.page, 1.0)))

    def moved(found: tuple[_Found, ...]) -> tuple[_Found, ...]:
        return tuple(replace(each, evidence=tuple(map(placed, each.evidence))) for each in found)

    return replace(
        reading,
        kinds=moved(reading.kinds),
        candidates={element: moved(found) for element, found in reading.candidates.items()},
        suggestions={element: moved(found) for element, found in reading.suggestions.items()},
        unexplained={
            element: each
            for element, found in reading.unexplained.items()
            for each in moved((found,))
        },
        signals=moved(reading.signals),
        received=moved(reading.received),
        postmarked=moved(reading.postmarked),
        conduct=moved(reading.conduct),
        addressees=moved(reading.addressees),
    )


def _addressees(letter: Letter) -> tuple[Candidate, ...]:
    """Return the blocks that say who is written to, in reading order."""
    return tuple(
        Candidate(
            block.text,
            block.text,
            (Evidence(block.page, block.box, block.text),),
            min((line.confidence for line in block.lines), default=0.0),
        )
        for block in letter.blocks
        if block.role is BlockRole.ADDRESSEE
    )
