"""The completeness report: the public contract as frozen models.

Field names and values here are what the command line prints, the API returns and the queue
carries; they change only with a new `SCHEMA_VERSION`. Nothing here decides anything.

A report with verdict `fout` has the same fields: `kind` is null, `kind_confidence` 0, lists and
`elements` are empty, the window is `onbekend` and `error` says what is wrong. `error` is there
in no other report.
"""

import datetime as dt
from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field

from extractors.document import Box
from extractors.element import ElementId, Evidence

SCHEMA_VERSION: Literal["1.0"] = "1.0"

Share = Annotated[float, Field(ge=0.0, le=1.0)]


class Kind(StrEnum):
    """The kind that decides which elements are asked."""

    BEZWAAR = "bezwaar"
    KLACHT = "klacht"
    OVERIG = "overig"


class Intent(StrEnum):
    """Everything a sender may want with one letter."""

    BEZWAAR = "bezwaar"
    KLACHT = "klacht"
    INGEBREKESTELLING = "ingebrekestelling"
    INTREKKING = "intrekking"
    BEROEP = "beroep"
    HULPVRAAG = "hulpvraag"
    OVERIG = "overig"


class Verdict(StrEnum):
    """What is to be done with the letter."""

    COMPLEET = "compleet"
    INCOMPLEET = "incompleet"
    HANDMATIG = "handmatig"  # a person must look
    FOUT = "fout"  # could not be processed


class Status(StrEnum):
    """The state of one element."""

    AANWEZIG = "aanwezig"
    ONTBREEKT = "ontbreekt"
    ONGELDIG = "ongeldig"  # there, but wrong
    ONZEKER = "onzeker"  # the reading is not good enough to say


class Severity(StrEnum):
    """Who asks for an element: the law, or only the organisation's page."""

    WETTELIJK = "wettelijk"
    ORGANISATIE = "organisatie"


class WindowVerdict(StrEnum):
    """Whether the letter came in time."""

    OP_TIJD = "op_tijd"
    OP_TIJD_VERZENDTHEORIE = "op_tijd_verzendtheorie"
    TE_LAAT = "te_laat"
    PREMATUUR = "prematuur"
    ONBEKEND = "onbekend"
    NIET_VAN_TOEPASSING = "niet_van_toepassing"


class Rule(StrEnum):
    """The rows of the decision table for letters in time (Awb 6:9-6:10)."""

    R0 = "R0"
    R1 = "R1"
    R2 = "R2"
    R3 = "R3"
    R4 = "R4"
    R5 = "R5"
    R6 = "R6"
    R7 = "R7"
    R8 = "R8"
    R9 = "R9"


class Channel(StrEnum):
    """How the letter came in; the post rule of Awb 6:9(2) holds for post alone."""

    POST = "post"
    EMAIL = "email"
    PORTAAL = "portaal"
    BALIE = "balie"
    FAX = "fax"


class ReceivedSource(StrEnum):
    """Where the receipt date comes from."""

    OPTION = "option"
    MANIFEST = "manifest"
    STAMP = "stamp"
    MAIL = "mail"
    API = "api"
    ASSUMED = "assumed"


class ReportedTextSource(StrEnum):
    """Where the words of the letter come from."""

    TEXT = "text"
    OCR = "ocr"
    MIXED = "mixed"


class Model(BaseModel):
    """What all parts of the report share: immutable, and no field that the contract lacks."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", json_schema_serialization_defaults_required=True
    )


class DocumentInfo(Model):
    """Which file and which pages the report is about, and when they came in."""

    file: str
    part: Annotated[int, Field(ge=1)] = 1
    sha256: str | None = None
    media_type: str | None = None
    first_page: Annotated[int, Field(ge=1)] | None = None
    pages: Annotated[int, Field(ge=0)] | None = None
    text_source: ReportedTextSource | None = None
    received: dt.date | None = None
    received_source: ReceivedSource | None = None
    postmarked: dt.date | None = None
    channel: Channel = Channel.POST


class Place(Model):
    """A place on a page of the file (from 1): points, origin top left, x0 top x1 bottom."""

    page: Annotated[int, Field(ge=1)]
    bbox: tuple[float, float, float, float]
    text: str

    @classmethod
    def of(cls, evidence: Evidence) -> Self:
        """Round the box to a tenth of a point: finer than any reader is."""
        return cls(page=evidence.page, bbox=_rounded(evidence.box), text=evidence.text)


class AddressValue(Model):
    """A postal address; what was not found is null."""

    straat: str | None = None
    huisnummer: str | None = None
    postcode: str | None = None
    plaats: str | None = None


class ContactValue(Model):
    """Who writes for the client; what was not found is null."""

    naam: str | None = None
    email: str | None = None
    telefoon: str | None = None
    relatie: str | None = None


class ElementState(Model):
    """What was found of one element and what that means. Dates are ISO strings."""

    status: Status
    required: bool
    severity: Severity | None = None
    confidence: Share
    value: str | AddressValue | ContactValue | None = None
    text: str | None = None
    evidence: tuple[Place, ...] = ()
    reason: str | None = None


class SubmissionWindow(Model):
    """The term in which the letter had to come in, and whether it did."""

    verdict: WindowVerdict
    rule: Rule | None = None
    decision_date: dt.date | None = None
    first_day: dt.date | None = None
    last_day: dt.date | None = None
    received: dt.date | None = None
    postmarked: dt.date | None = None
    # From receipt to the last day, negative when late: the same in every run of the letter.
    days_left: int | None = None
    basis: tuple[str, ...] = ()
    explanation: str | None = None


class Remedy(Model):
    """What to ask the sender: gaps in what the law asks, other gaps, and until when."""

    verzuim: tuple[ElementId, ...] = ()
    ask: tuple[ElementId, ...] = ()
    deadline: dt.date | None = None
    basis: tuple[str, ...] = ()


class Deadline(Model):
    """A day on which the organisation must have done something."""

    what: str
    due: dt.date
    basis: tuple[str, ...] = ()


class Routing(Model):
    """Whom the letter is written to, and where it has to go when that is someone else."""

    addressee: str | None = None
    forward_to: str | None = None
    basis: tuple[str, ...] = ()


class Notice(Model):
    """A warning: something a person should know or weigh."""

    code: str
    message: str


class Failure(Model):
    """Why the file could not be processed, and what to do about it."""

    code: str
    message: str


class Processing(Model):
    """What the reading cost and what it was done with."""

    seconds: Annotated[float, Field(ge=0.0)] = 0.0
    ocr_seconds: Annotated[float, Field(ge=0.0)] = 0.0
    ocr_confidence: Share | None = None
    versions: dict[str, str] = {}


class Report(Model):
    """Everything that is said about one letter."""

    schema_version: Literal["1.0"] = SCHEMA_VERSION
    id: str
    document: DocumentInfo
    kind: Kind | None = None
    kinds: tuple[Intent, ...] = ()
    kind_confidence: Share = 0.0
    profile: str | None = None
    verdict: Verdict
    elements: dict[ElementId, ElementState] = {}
    submission_window: SubmissionWindow
    missing: tuple[ElementId, ...] = ()
    uncertain: tuple[ElementId, ...] = ()
    remedy: Remedy = Remedy()
    deadlines: tuple[Deadline, ...] = ()
    routing: Routing = Routing()
    warnings: tuple[Notice, ...] = ()
    processing: Processing = Processing()
    # only a report with verdict fout has this key
    error: Failure | None = Field(default=None, exclude_if=lambda value: value is None)


def places_of(evidence: Iterable[Evidence]) -> tuple[Place, ...]:
    """Turn places of a candidate into places of the report, in the same order."""
    return tuple(Place.of(each) for each in evidence)


def _rounded(box: Box) -> tuple[float, float, float, float]:
    """Return the corners in tenths of a point."""
    return round(box.x0, 1), round(box.top, 1), round(box.x1, 1), round(box.bottom, 1)
