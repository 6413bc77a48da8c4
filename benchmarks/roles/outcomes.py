"""Sets what is reported of marked letters beside their marks, element by element."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from benchmarks.kinds.told import hints
from benchmarks.roles.marked import Marked, count_words, roles_at
from extractors.dates.dates import find_dates
from extractors.element import Candidate, ElementId, Reading
from extractors.extract import extract
from validators.assess import Receipt, case_of
from validators.case import Case
from validators.judge import judge_candidates
from validators.profile import load_profile
from validators.report import ReceivedSource, Status

# Both numbers and the date of the decision are asked for in an objection to this office.
PROFILE = "zorg-en-zekerheid"
TODAY = dt.date(2026, 11, 30)  # on which letters come in that say no day
TRAVEL = dt.timedelta(days=2)
ROLES: dict[ElementId, tuple[str, ...]] = {
    ElementId.DATUM: ("datum",),
    ElementId.NAAM: ("client",),
    # Post reaches the client at the address of who writes as well (Awb 2:1, 6:17).
    ElementId.ADRES: ("adres", "adres_schrijver"),
    ElementId.BSN: ("bsn",),
    ElementId.RELATIENUMMER: ("relatienummer",),
    ElementId.BESLUITDATUM: ("besluitdatum",),
    ElementId.KENMERK: ("kenmerk",),
}
OURS = ("bezwaar", "klacht")
WHY = {"bezwaar": ElementId.ONDERBOUWING, "klacht": ElementId.OMSCHRIJVING}
# A complaint is about no decision.
OF_OBJECTIONS = frozenset({ElementId.BESLUITDATUM, ElementId.KENMERK})


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one element of a letter."""

    element: ElementId
    is_there: bool  # the letter holds it
    status: Status
    is_right: bool  # what was chosen stands where the element was marked


def why_asked(marked: Marked, case: Case) -> ElementId | None:
    """Return in which element the letter should say why; None when nobody knows if it does."""
    element = WHY.get(case.kind.value)
    return element if marked.main_kind == case.kind.value and marked.says_why is not None else None


def read_letter(marked: Marked) -> Reading:
    """Return what is found in a letter, of the part with the most words when it was cut."""
    readings = extract(marked.document, hints())
    return max(readings, key=lambda each: count_words(each.letter))


def case_for(marked: Marked, reading: Reading) -> Case:
    """Judge as the office does that asks for most, two days after the letter was written."""
    written = (find_dates(each, default_year=None) for each in marked.written("datum"))
    received = max((found[0].date for found in written if found), default=TODAY) + TRAVEL
    receipt = Receipt(received, ReceivedSource.MANIFEST, None)
    return case_of(reading, load_profile(PROFILE), receipt=receipt, today=received)


def outcomes_of(marked: Marked) -> Iterator[Outcome]:
    """Yield what became of each element of a letter whose kind was told right."""
    case = case_for(marked, read_letter(marked))
    kind = marked.main_kind
    if kind not in OURS or case.kind.value != kind:
        return
    for element, roles in ROLES.items():
        if kind == "klacht" and element in OF_OBJECTIONS:
            continue
        judged = judge_candidates(case, element)
        is_right = judged.candidate is not None and is_marked(marked, judged.candidate, roles)
        yield Outcome(element, bool(marked.written(*roles)), judged.status, is_right)
    why = why_asked(marked, case)
    if why:
        says_why = bool(marked.says_why)
        yield Outcome(why, says_why, judge_candidates(case, why).status, is_right=says_why)


def is_marked(marked: Marked, candidate: Candidate, roles: Sequence[str]) -> bool:
    """Tell whether the best place of a candidate was marked with one of the roles."""
    return any({*roles} & {*roles_at(marked.marks, each.box)} for each in candidate.evidence[:1])


HEAD = (
    "| element | there | right and sure | doubt | wrong and sure | asked for "
    "| lacks | asked for | doubt | said to be there |"
)


def table(rows: Sequence[Outcome]) -> str:
    """Write the outcomes as a Markdown table, a row for each element."""
    lines = [HEAD, "| --- |" + " ---: |" * 9]
    elements = (*ROLES, *WHY.values())
    lines += [_row(element, [x for x in rows if x.element is element]) for element in elements]
    return "\n".join([*lines, _row("all", rows)]) + "\n"


def _row(name: str, rows: Iterable[Outcome]) -> str:
    there = [each for each in rows if each.is_there]
    lacks = [each for each in rows if not each.is_there]
    sure = [each for each in there if each.status is Status.AANWEZIG]
    cells = [
        len(there),
        sum(each.is_right for each in sure),
        _with(there, Status.ONZEKER),
        sum(not each.is_right for each in sure),
        _asked(there),
        len(lacks),
        _asked(lacks),
        _with(lacks, Status.ONZEKER),
        _with(lacks, Status.AANWEZIG),
    ]
    return f"| {name} | " + " | ".join(map(str, cells)) + " |"


def _with(rows: Sequence[Outcome], status: Status) -> int:
    return sum(each.status is status for each in rows)


def _asked(rows: Sequence[Outcome]) -> int:
    return _with(rows, Status.ONTBREEKT) + _with(rows, Status.ONGELDIG)
