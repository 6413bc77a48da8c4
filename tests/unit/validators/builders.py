"""Candidates and cases for the tests of validators, with a default for everything."""

import datetime as dt
from collections.abc import Mapping, Sequence

from extractors.document import Box, Certificate, Letter, PageRole
from extractors.element import Address, Candidate, Contact, ElementId, Evidence, Signal, Value
from tests.factories import make_letter, make_reading
from validators.assess import Receipt, case_of
from validators.case import Assessed, Case
from validators.judge import judge_all
from validators.profile import load_profile
from validators.report import ReceivedSource
from validators.routing import route
from validators.window import window_of

TODAY = dt.date(2026, 11, 20)
RECEIVED = dt.date(2026, 11, 10)
DECIDED = dt.date(2026, 10, 1)
WRITTEN = dt.date(2026, 11, 9)
BSN = "999990019"
OTHER_BSN = "999990020"


def make_candidate(
    value: Value = "iets",
    confidence: float = 0.95,
    *,
    role: str = "",
    marks: Sequence[str] = (),
    text: str | None = None,
) -> Candidate:
    words = str(value) if text is None else text
    place = Evidence(1, Box(72.04, 210.0, 151.96, 221.0), words)
    return Candidate(value, words, (place,), confidence, role, frozenset(marks))


def complete(**changes: Candidate | Sequence[Candidate]) -> dict[ElementId, tuple[Candidate, ...]]:
    """Return what is found in an objection that lacks nothing, with some elements changed."""
    found: dict[str, Candidate | Sequence[Candidate]] = {
        "datum": make_candidate(WRITTEN, role="dagtekening"),
        "naam": make_candidate("A. de Vries", role="client"),
        "adres": make_candidate(Address("Lindelaan", "12", "2312 AB", "Leiden"), role="client"),
        "bsn": make_candidate(BSN, role="client", marks=["gelabeld"]),
        "relatienummer": make_candidate("R-4455"),
        "besluit": make_candidate("uw besluit van 1 oktober 2026", marks=["datum"]),
        "besluitdatum": make_candidate(DECIDED, role="gedateerd"),
        "kenmerk": make_candidate("ZK-2026-4455", role="gelabeld"),
        "onderbouwing": make_candidate("omdat de zorg nodig is", role="grond"),
        "omschrijving": make_candidate("Ik werd niet teruggebeld", role="gedraging"),
        "gericht_tegen": make_candidate("zorgkantoor"),
        "tijdspad": make_candidate("sinds maart"),
        "ondernomen": make_candidate("drie keer gebeld"),
        "resultaat": make_candidate("geen antwoord"),
        "zorgaanbieder": make_candidate("Zorggroep De Linde"),
        "contactpersoon": make_candidate(
            Contact("A. de Vries", "a@voorbeeld.nl", "", "zelf"), role="zelf"
        ),
        "email": make_candidate("a@voorbeeld.nl"),
        "telefoon": make_candidate("0612345678"),
        "handtekening": make_candidate("inkt", role="inkt", text=""),
    }
    found |= changes
    return {
        ElementId(name): (each,) if isinstance(each, Candidate) else tuple(each)
        for name, each in found.items()
    }


def make_case(
    candidates: Mapping[ElementId, tuple[Candidate, ...]] | None = None,
    *,
    profile: str = "awb",
    kinds: Sequence[str | Signal] = ("bezwaar",),
    signals: Sequence[str | Signal] = (),
    receipt: Receipt | None = None,
    today: dt.date = TODAY,
    letter: Letter | None = None,
    **reading: object,
) -> Case:
    return case_of(
        make_reading(
            letter or make_letter("Geachte heer, mevrouw,"),
            kinds=[each if isinstance(each, Signal) else Signal(each, (), 0.95) for each in kinds],
            candidates=complete() if candidates is None else candidates,
            signals=tuple(each if isinstance(each, Signal) else Signal(each) for each in signals),
            **reading,
        ),
        load_profile(profile),
        receipt=receipt or Receipt(RECEIVED, ReceivedSource.MANIFEST),
        today=today,
    )


def make_assessed(
    candidates: Mapping[ElementId, tuple[Candidate, ...]] | None = None, **more: object
) -> Assessed:
    case = make_case(candidates, **more)  # type: ignore[arg-type]
    return Assessed(case, judge_all(case), window_of(case), route(case))


def make_enclosed(*roles: PageRole, certificates: Sequence[Certificate] = ()) -> Letter:
    """Return a letter of one page with a page of each of these roles behind it."""
    letter = make_letter(
        ["Geachte heer,", *["Een andere bladzijde" for _ in roles]],
        roles=[PageRole.LETTER, *roles],
    )
    return Letter(letter.pages, certificates=tuple(certificates))
