"""Reports to answer with a letter, and the concept of the answer; with a default for everything."""

import datetime as dt
from collections.abc import Collection

from extractors.element import ElementId
from service.concepts import Concept, ConceptKind, LetterText, words_of
from service.usecases.concept import concept
from service.usecases.concept_case import Details
from service.wording import Wording, wording_of
from tests.unit.service.reports import make_report
from validators.feiten import Facts
from validators.profile import Catalogue, Profile, load_profile, requirements_of
from validators.report import (
    AddressValue,
    ContactValue,
    DocumentInfo,
    ElementState,
    Intent,
    Kind,
    Notice,
    ReceivedSource,
    Remedy,
    Report,
    Severity,
    Status,
    SubmissionWindow,
    Verdict,
    WindowVerdict,
)
from validators.vervolg import deadlines_of, herstel_day

TODAY = dt.date(2026, 11, 23)
RECEIVED = dt.date(2026, 11, 16)
LAST_DAY = dt.date(2026, 12, 8)
ADDRESS = AddressValue(straat="Lange Mare", huisnummer="118", postcode="2312 GT", plaats="Leiden")
VALUES = {
    ElementId.NAAM: "Anna Hoogendoorn",
    ElementId.DATUM: "2026-11-13",
    ElementId.BESLUITDATUM: "2026-10-27",
    ElementId.ADRES: ADDRESS,
    ElementId.BSN: "999990019",
}
DAUGHTER = ContactValue(naam="Yvonne Smeets", email="y@voorbeeldmail.nl", relatie="dochter")


def make_answerable(
    kind: Kind = Kind.BEZWAAR,
    profile: str = "zorg-en-zekerheid",
    *,
    missing: Collection[ElementId] = (),
    invalid: Collection[ElementId] = (),
    unsure: Collection[ElementId] = (),
    contact: ContactValue | None = None,
    warnings: Collection[str] = (),
    window: WindowVerdict = WindowVerdict.OP_TIJD,
    days_left: int = 22,
    received: dt.date | None = RECEIVED,
    **changes: object,
) -> Report:
    """Return a report as the rules of the profile make it of a letter that lacks these elements."""
    owner = load_profile(profile)
    gaps = [*missing, *invalid]
    verzuim = tuple(each for each in gaps if _severity(owner, kind, each) is Severity.WETTELIJK)
    facts = Facts(owner, kind, (Intent(kind.value),), received=received, last_day=LAST_DAY)
    source = ReceivedSource.OPTION if received else None
    values: dict[str, object] = {
        "kind": kind,
        "kinds": (Intent(kind.value),),
        "profile": profile,
        "document": DocumentInfo(
            file="brief.pdf", pages=2, received=received, received_source=source
        ),
        "verdict": Verdict.INCOMPLEET if gaps else Verdict.COMPLEET,
        "elements": {each: _state(owner, kind, each) for each in ElementId}
        | {each: _state(owner, kind, each, Status.ONTBREEKT) for each in missing}
        | {each: _state(owner, kind, each, Status.ONGELDIG) for each in invalid}
        | {each: _state(owner, kind, each, Status.ONZEKER) for each in unsure}
        | {ElementId.CONTACTPERSOON: _contact(contact)},
        "missing": tuple(gaps),
        "uncertain": tuple(unsure),
        "remedy": Remedy(
            verzuim=verzuim,
            ask=tuple(each for each in gaps if each not in verzuim),
            deadline=herstel_day(owner, gaps, request=TODAY) if gaps else None,
        ),
        "submission_window": SubmissionWindow(
            verdict=window, last_day=LAST_DAY, days_left=days_left
        ),
        "deadlines": deadlines_of(facts),
        "warnings": tuple(Notice(code=code, message=code) for code in warnings),
    }
    return make_report(**{**values, **changes})  # type: ignore[arg-type]


def _severity(profile: Profile, kind: Kind, element: ElementId) -> Severity | None:
    return requirements_of(profile, kind).severity(element)


def _state(
    profile: Profile, kind: Kind, element: ElementId, status: Status = Status.AANWEZIG
) -> ElementState:
    severity = _severity(profile, kind, element)
    return ElementState(
        status=status,
        required=severity is not None,
        severity=severity,
        confidence=0.9,
        value=None if status is Status.ONTBREEKT else VALUES.get(element, "waarde"),
    )


def _contact(value: ContactValue | None) -> ElementState:
    status = Status.AANWEZIG if value else Status.ONTBREEKT
    return ElementState(status=status, required=False, confidence=0.9, value=value)


def make_concept(
    kind: ConceptKind,
    report: Report | None = None,
    *,
    wording: Wording | None = None,
    catalogue: Catalogue | None = None,
    **details: object,
) -> Concept:
    """Return the concept of an answer."""
    answered = report or make_answerable()
    given = Details(**{"date": TODAY, **details})  # type: ignore[arg-type]
    profile = load_profile(answered.profile or "")
    words = wording or wording_of()
    return concept(kind, answered, profile, given, wording=words, catalogue=catalogue)


def repair_letter(report: Report | None = None, **details: object) -> Concept:
    """Return a request for what is missing; by default the signature."""
    answered = report or make_answerable(missing=[ElementId.HANDTEKENING])
    return make_concept(ConceptKind.HERSTELVERZUIM, answered, **details)


def said(made: Concept) -> str:
    """Return everything that is printed, on one line."""
    return " ".join(words_of(made.letter))


def codes(made: Concept) -> set[str]:
    """Return the codes of what a person must look at."""
    return {each.code for each in made.warnings}


def shown(letter: LetterText) -> str:
    """Return a letter as plain text, for a person to read and for tests to compare."""
    lines = [letter.organisation, *letter.return_address, "", *letter.addressee, ""]
    lines += [f"{letter.date}  {letter.reference}  {letter.your_letter}".rstrip(), ""]
    lines += [letter.subject, "", letter.salutation, ""]
    for block in letter.blocks:
        match block.type:
            case "heading":
                lines += [f"# {block.text}"]
            case "paragraph":
                lines += [block.text, ""]
            case "items":
                lines += [*(f"- {item}" for item in block.items), ""]
            case "lines":
                lines += [*(f"> {line}" for line in block.lines), ""]
    lines += [letter.closing, "", *letter.signed_by]
    lines += [f"Bijlage: {each}" for each in letter.attachments]
    return "\n".join(lines) + "\n"
