"""Reports with a default for everything."""

import datetime as dt

from extractors.element import ElementId
from service.called import called
from service.ports.errors import Trouble
from service.ports.reading import Assignment, Outcome, Picture
from validators.assess import Receipt
from validators.report import (
    DocumentInfo,
    ElementState,
    Failure,
    Intent,
    Kind,
    Notice,
    Place,
    Remedy,
    Report,
    Routing,
    Severity,
    Status,
    SubmissionWindow,
    Verdict,
    WindowVerdict,
)

PNG = b"\x89PNG-not-really"


def make_state(
    status: Status = Status.AANWEZIG, *, value: str | None = "waarde", required: bool = True
) -> ElementState:
    return ElementState(
        status=status,
        required=required,
        severity=Severity.WETTELIJK if required else None,
        confidence=0.9,
        value=value,
        text=value,
        evidence=(Place(page=1, bbox=(10.0, 10.0, 60.0, 20.0), text=value or ""),),
    )


def make_report(
    file: str = "brief.pdf",
    *,
    part: int = 1,
    verdict: Verdict = Verdict.COMPLEET,
    naam: str = "M. Jansen",
    **changes: object,
) -> Report:
    elements = {
        ElementId.NAAM: make_state(value=naam),
        ElementId.BSN: make_state(value="999990019", required=False),
    }
    values: dict[str, object] = {
        "id": f"id-{file}-{part}",
        "document": DocumentInfo(file=file, part=part, first_page=1, pages=1),
        "kind": Kind.BEZWAAR,
        "kinds": (Intent.BEZWAAR,),
        "kind_confidence": 0.9,
        "profile": "awb",
        "verdict": verdict,
        "elements": elements,
        "submission_window": SubmissionWindow(
            verdict=WindowVerdict.OP_TIJD, last_day=dt.date(2026, 11, 12)
        ),
    }
    return Report.model_validate({**values, **changes})


def make_incomplete(file: str = "brief.pdf", **changes: object) -> Report:
    elements = {ElementId.HANDTEKENING: make_state(Status.ONTBREEKT, value=None)}
    return make_report(
        file,
        verdict=Verdict.INCOMPLEET,
        elements=elements,
        missing=(ElementId.HANDTEKENING,),
        remedy=Remedy(verzuim=(ElementId.HANDTEKENING,), deadline=dt.date(2026, 12, 7)),
        routing=Routing(forward_to="gemeente"),
        warnings=(Notice(code="te_laat", message="De brief is te laat."),),
        **changes,
    )


def make_failed(file: str = "brief.pdf", message: str = "Scan de brief opnieuw.") -> Report:
    return make_report(
        file,
        verdict=Verdict.FOUT,
        kind=None,
        kinds=(),
        elements={},
        error=Failure(code="beschadigd", message=message),
    )


def make_outcome(report: Report | None = None, *elements: ElementId) -> Outcome:
    pictures = tuple(Picture(element, 1, PNG) for element in elements)
    report = report or make_report()
    return Outcome(report, pictures, forward_to=called(report.routing.forward_to or ""))


def make_assignment(
    file: str = "brief.pdf", *, profile: str | None = None, trouble: Trouble | None = None
) -> Assignment:
    return Assignment(path=file, file=file, receipt=Receipt(), profile=profile, trouble=trouble)
