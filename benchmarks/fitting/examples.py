"""Sets candidates beside the truth: what each is like, and whether it is right."""

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from benchmarks.fitting.held_out import HeldOut
from benchmarks.fitting.reading import found_in, manifest
from benchmarks.kinds.told import files_of
from benchmarks.roles.marked import writer_of
from benchmarks.scoring.cuts import pair_up
from benchmarks.scoring.match import is_right
from benchmarks.scoring.product import read_lines
from benchmarks.scoring.score import same_pages
from extractors.chances.traits import traits_of
from extractors.chances.view import Traits, View
from extractors.element import Address, Candidate, Contact, ElementId, Evidence, Reading
from extractors.once import for_one_file
from validators.assess import Receipt, case_of
from validators.case import Case
from validators.judge import judge_candidates
from validators.numbers import postcode
from validators.profile import DEFAULT_PROFILE, catalogue_of
from validators.report import Channel, ReceivedSource, Status
from validators.texts.reasons import Reason
from validators.weighing import Judgement

Json = dict[str, Any]
SHOWN = {Status.AANWEZIG, Status.ONZEKER}
SEEN = "tune"
THERE = {"aanwezig", "ongeldig"}


@dataclass(frozen=True, slots=True)
class Example:
    """One candidate of one letter; `right` is between 0 and 1 where clerks could differ."""

    element: ElementId
    traits: Traits
    right: float
    is_chosen: bool  # the judge put it in the report
    status: Status  # of the element
    reason: Reason | None  # why it has that status
    confidence: float  # of the finder
    letter: str  # names the letter
    template: str  # the text of the letter: letters of one text are never apart
    seen: bool  # the rules of the finders were made on letters of this text
    hard: bool = False  # the letter was written to be harder than post


def examples_of(folder: Path, models: HeldOut) -> Iterator[Example]:
    """Yield the candidates of every letter that was cut right and whose kind is right.

    What their words and those around them say comes from models that saw nothing of the same
    writer.
    """
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    today = dt.date.fromisoformat(meta["today"])
    rows = {row["file"]: row for row in manifest(folder)}
    for truth in read_lines(folder / "truth.jsonl"):
        readings = found_in(folder, truth["file"])
        for letter, reading in _pairs(truth, readings):
            case = _case(without_chances(reading), rows[truth["file"]], today)
            if letter["elements"] and case.kind.value == letter["kind"][0]:
                name = f"{folder.name}/{truth['file']}/{letter['pages'][0]}"
                with for_one_file():
                    view = models.view(case.reading, _writer_of(letter["text"], truth["split"]))
                    yield from _of_letter(case, view, name, letter=letter, truth=truth)


def without_chances(reading: Reading) -> Reading:
    """Return what the finders said alone: nothing is learnt from what was learnt before."""
    candidates = {
        element: tuple(replace(each, chance=None, doubt=None) for each in found)
        for element, found in reading.candidates.items()
    }
    return replace(reading, candidates=candidates)


def _writer_of(text: str, split: str) -> str:
    return writer_of(f"{split}/{files_of(split)[text]}")


def _pairs(truth: Json, readings: tuple[Reading, ...]) -> Iterator[tuple[Json, Reading]]:
    parts = [[page.page.number for page in each.letter.pages] for each in readings]
    letters = truth["letters"]
    for letter, at in zip(letters, pair_up([x["pages"] for x in letters], parts), strict=True):
        if at is not None and (len(letters) == 1 or same_pages(truth, letter["pages"], parts[at])):
            yield letter, readings[at]


def _case(reading: Reading, row: dict[str, str], today: dt.date) -> Case:
    received = dt.date.fromisoformat(row["received"]) if row["received"] else None
    source = ReceivedSource.MANIFEST if received else None
    receipt = Receipt(received, source, None, Channel(row["channel"] or "post"))
    profile = catalogue_of().load(row["profile"] or DEFAULT_PROFILE)
    return case_of(reading, profile, receipt=receipt, today=today)


def _of_letter(
    case: Case, view: View, name: str, *, letter: Json, truth: Json
) -> Iterator[Example]:
    for element, claim in letter["elements"].items():
        which = ElementId(element)
        judged, every = judge_candidates(case, which), case.candidates(which)
        for candidate in every:
            is_chosen = judged.status in SHOWN and is_same(candidate, judged)
            right = _right(which, candidate, claim)
            if right is not None and (claim["values"] or is_chosen):
                traits = traits_of(view, which, candidate, every)
                yield Example(
                    which, traits, right, is_chosen, judged.status, judged.reason,
                    candidate.confidence, name, letter["text"],
                    truth["split"] == SEEN,
                )  # fmt: skip


def is_same(candidate: Candidate, judged: Judgement) -> bool:
    """Tell whether a candidate is the one that the judge chose."""
    best = judged.candidate
    return best is not None and _key(best) == _key(candidate)


def _key(candidate: Candidate) -> tuple[str, str, tuple[Evidence, ...]]:
    # The judge of the BSN gives a number its leading zero.
    return str(candidate.value).lstrip("0"), candidate.text, candidate.evidence


def _right(element: ElementId, candidate: Candidate, claim: Json) -> float | None:
    """Tell whether a candidate is right; None where the truth says nothing about it."""
    allowed = set(claim["status"])
    if claim["values"]:
        return float(
            bool(allowed & THERE) and is_right(element, plain_value(candidate), claim["values"])
        )
    if allowed >= {"aanwezig", "ontbreekt"}:
        return None
    if allowed == {"onzeker"}:
        return 0.5
    return float(bool(allowed & THERE))


def plain_value(candidate: Candidate) -> Json | str:
    """Return a value as the report gives it."""
    value = candidate.value
    if isinstance(value, Address):
        code = postcode.format(value.postcode) if value.postcode else ""
        return {
            "straat": value.straat,
            "huisnummer": value.huisnummer,
            "postcode": code,
            "plaats": value.plaats,
        }
    if isinstance(value, Contact):
        return value.naam
    return value.isoformat() if isinstance(value, dt.date) else value
