"""Examples for the description, with invented people; made of the models, so they are right."""

import datetime as dt
import json
from collections.abc import Mapping

from pydantic import BaseModel

from extractors.element import ElementId
from service.records.letters import Door, LetterState
from service.records.people import Scope
from service.usecases.receive import refused
from service.web.api import models
from validators import report as contract

Example = Mapping[str, object]
_NOW = dt.datetime(2026, 11, 23, 9, 15, tzinfo=dt.UTC)
_BATCH = "5f0d7c1e-8a53-4c55-9a3e-0f6a2b7c9d10"
_LETTER = "c1a9b2de-6f7e-4d3b-8c11-2b9d4e5f6a70"

BATCH_TEXT = (
    "Stuur `multipart/form-data` met zo veel bestanden als u wilt, of een ZIP als hele inhoud "
    "(`application/zip`). Mappen in een ZIP mogen; staat er een `manifest.csv` in, dan vertelt dat "
    "wat u per bestand weet. Wat in `metadata` over een bestand staat gaat daarvoor. Een bestand "
    "dat niet kan worden aangenomen staat in `refused`; de andere gaan door. Zijn er velden fout, "
    "dan wordt niets opgeslagen en staan alle fouten in het antwoord."
)


def _example(model: BaseModel) -> Example:
    example: Example = json.loads(model.model_dump_json(by_alias=True))
    return example


_REFUSED = refused("foto.docx", "geen_document")

BATCH_RECEIVED = _example(
    models.BatchReceived(
        id=_BATCH,
        received_at=_NOW,
        letters=(models.LetterLine(id=_LETTER, file="bezwaar.pdf"),),
        refused=(
            models.RefusedFile(file=_REFUSED.file, code=_REFUSED.code, message=_REFUSED.message),
        ),
    )
)
BATCH = _example(
    models.Batch(
        id=_BATCH,
        name="Post van 23 november",
        door=Door.API,
        received_at=_NOW,
        channels=(),
        letters=1,
        states={each: int(each is LetterState.DONE) for each in LetterState},
        verdicts={each: int(each is contract.Verdict.INCOMPLEET) for each in contract.Verdict},
        is_complete=True,
        refused=(),
    )
)
RECEIPT = _example(
    models.Receipt(
        id=_BATCH,
        received_at=_NOW,
        files=(
            models.ReceiptLine(
                file="bezwaar.pdf",
                size=48_213,
                sha256="9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                received_at=_NOW,
                letters=(_LETTER,),
                pages=1,
            ),
        ),
        refused=(),
    )
)
_REPORT = contract.Report(
    id=_LETTER,
    document=contract.DocumentInfo(
        file="bezwaar.pdf",
        sha256="9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        media_type="application/pdf",
        first_page=1,
        pages=1,
        text_source=contract.ReportedTextSource.TEXT,
        received=dt.date(2026, 11, 9),
        received_source=contract.ReceivedSource.API,
    ),
    kind=contract.Kind.BEZWAAR,
    kinds=(contract.Intent.BEZWAAR,),
    kind_confidence=0.98,
    profile="zorg-en-zekerheid",
    verdict=contract.Verdict.INCOMPLEET,
    elements={
        ElementId.BSN: contract.ElementState(
            status=contract.Status.AANWEZIG,
            required=True,
            severity=contract.Severity.ORGANISATIE,
            confidence=0.95,
            value="999910851",
            text="9999.10.851",
            evidence=(
                contract.Place(page=1, bbox=(161.6, 268.4, 217.3, 279.4), text="9999.10.851"),
            ),
        ),
        ElementId.HANDTEKENING: contract.ElementState(
            status=contract.Status.ONTBREEKT,
            required=True,
            severity=contract.Severity.WETTELIJK,
            confidence=0.97,
        ),
    },
    submission_window=contract.SubmissionWindow(
        verdict=contract.WindowVerdict.OP_TIJD,
        rule=contract.Rule.R2,
        decision_date=dt.date(2026, 10, 13),
        first_day=dt.date(2026, 10, 14),
        last_day=dt.date(2026, 11, 24),
        received=dt.date(2026, 11, 9),
        days_left=15,
        basis=("Awb 6:7", "Awb 6:8 lid 1"),
        explanation="De brief kwam binnen voor het einde van de termijn.",
    ),
    missing=(ElementId.HANDTEKENING,),
    remedy=contract.Remedy(
        verzuim=(ElementId.HANDTEKENING,), deadline=dt.date(2026, 12, 7), basis=("Awb 6:6",)
    ),
)
REPORT = _example(_REPORT)
_STATE = LetterState.DONE
LETTER_RECEIVED = _example(
    models.LetterReceived(
        id=_LETTER, batch_id=_BATCH, file="bezwaar.pdf", state=_STATE, report=_REPORT, parts=()
    )
)
LETTER = _example(
    models.Letter(
        id=_LETTER,
        batch_id=_BATCH,
        file="bezwaar.pdf",
        part=1,
        first_id=None,
        profile="zorg-en-zekerheid",
        channel=contract.Channel.POST,
        received=dt.date(2026, 11, 9),
        received_source=contract.ReceivedSource.API,
        postmarked=None,
        arrived_at=_NOW,
        state=_STATE,
        finished_at=_NOW + dt.timedelta(seconds=4),
        report_version=1,
        verdict=contract.Verdict.INCOMPLEET,
        kind=contract.Kind.BEZWAAR,
        window_verdict=contract.WindowVerdict.OP_TIJD,
        last_day=dt.date(2026, 11, 24),
        urgency=0,
        error_code=None,
        sha256="9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        parts=(),
    )
)
KEY_REQUEST: Example = {"name": "Zaaksysteem", "scopes": ["upload", "read"]}
KEY_CREATED = _example(
    models.KeyCreated(
        id="2d7f4a90-51c2-4b7e-9a60-7c1e5d3b8f21",
        name="Zaaksysteem",
        scopes=(Scope.READ, Scope.UPLOAD),
        created_at=_NOW,
        last_used_at=None,
        expires_at=None,
        revoked_at=None,
        requests_per_minute=None,
        upload_mb=None,
        secret="pk_dit-is-een-voorbeeld-en-geen-sleutel",  # noqa: S106 - an example
    )
)
