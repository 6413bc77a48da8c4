"""What goes in and out of the API, as models: they check, and they are the documentation.

Members are camelCase; a report keeps the names of its own contract. Descriptions are Dutch, because
they are published.
"""

import datetime as dt
import re
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    JsonValue,
)
from pydantic.alias_generators import to_camel

from service.records.letters import Door, LetterState
from service.records.people import Scope
from validators.report import Channel, Kind, ReceivedSource, Report, Verdict, WindowVerdict

MOST = 2**63 - 1
UUID = r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"
AS_UUID: dict[str, JsonValue] = {"format": "uuid"}
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


class ApiModel(BaseModel):
    """What all models of the API share: immutable, camelCase, no member that is not known."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        alias_generator=to_camel,
        validate_by_alias=True,
        serialize_by_alias=True,
        json_schema_serialization_defaults_required=True,
    )


class Shown(ApiModel):
    """What models of answers share beside that: they are made by name."""

    model_config = ConfigDict(validate_by_name=True, validate_by_alias=False)


def _written_as_a_day(value: object) -> object:
    """Take a date as it is written: pydantic would also take seconds since 1970."""
    if isinstance(value, str) and _DAY.fullmatch(value):
        return value
    raise ValueError("date_format")


Day = Annotated[dt.date, BeforeValidator(_written_as_a_day)]
Moment = Annotated[AwareDatetime, AfterValidator(lambda time: time.astimezone(dt.UTC))]
Name = Annotated[str, Field(min_length=1, max_length=200)]
Id = Annotated[str, Field(json_schema_extra=AS_UUID)]
Cursor = Annotated[
    int, Field(ge=0, le=MOST, description="Waar de vorige bladzijde eindigde: de waarde van next.")
]
Limit = Annotated[int, Field(ge=1, le=500, description="Hoeveel er ten hoogste komen.")]
Next = Annotated[
    int | None, Field(description="De cursor van de volgende bladzijde; null als dit alles is.")
]


class NoQuery(ApiModel):
    """Nothing: what is asked without anything."""


class ListQuery(ApiModel):
    """Waarop brieven te kiezen zijn."""

    state: Annotated[LetterState | None, Field(description="Hoe ver de brief is.")] = None
    verdict: Annotated[Verdict | None, Field(description="Het oordeel van het rapport.")] = None
    kind: Annotated[Kind | None, Field(description="De soort brief.")] = None
    window_verdict: Annotated[
        WindowVerdict | None, Field(description="Of de brief op tijd was.")
    ] = None
    profile: Annotated[
        str | None,
        Field(max_length=64, pattern=r"^[0-9-]*[a-z][a-z0-9-]*$", description="Het profiel."),
    ] = None
    channel: Annotated[Channel | None, Field(description="Hoe de brief binnenkwam.")] = None
    batch_id: Annotated[
        str | None, Field(pattern=UUID, description="De zending.", json_schema_extra=AS_UUID)
    ] = None
    received_from: Annotated[Day | None, Field(description="Ontvangen op of na deze dag.")] = None
    received_to: Annotated[Day | None, Field(description="Ontvangen op of voor deze dag.")] = None
    last_day_from: Annotated[
        Day | None, Field(description="Laatste dag van de termijn op of na deze dag.")
    ] = None
    last_day_to: Annotated[
        Day | None, Field(description="Laatste dag van de termijn op of voor deze dag.")
    ] = None
    cursor: Annotated[Cursor | None, Field()] = None
    limit: Limit = 50


class ReportsQuery(ApiModel):
    """Which reports of a batch."""

    cursor: Cursor = 0
    limit: Limit = 100
    format: Annotated[
        Literal["json", "jsonl"] | None,
        Field(description="Vorm van het antwoord; gaat voor de kop Accept."),
    ] = None


class EventsQuery(ApiModel):
    """Which events."""

    after: Annotated[
        int, Field(ge=0, le=MOST, description="De cursor uit de vorige kop Link; 0 is het begin.")
    ] = 0
    limit: Limit = 100


class WaitQuery(ApiModel):
    """How long to wait for the report."""

    wait: Annotated[
        int, Field(ge=0, le=60, description="Zo veel seconden wachten op het rapport.")
    ] = 0


class Facts(ApiModel):
    """Wat u van brieven weet."""

    profile: Annotated[
        str | None,
        Field(max_length=64, description="Profiel waarmee de brief wordt beoordeeld."),
    ] = None
    received: Annotated[Day | None, Field(description="Dag van ontvangst.")] = None
    postmarked: Annotated[Day | None, Field(description="Dag van het poststempel.")] = None
    channel: Annotated[Channel | None, Field(description="Hoe de brief binnenkwam.")] = None


class FileFacts(Facts):
    """Wat u van een bestand weet; gaat voor wat er van de zending is gezegd."""

    file: Annotated[
        str, Field(min_length=1, max_length=1000, description="Naam van het meegestuurde bestand.")
    ]


class Metadata(Facts):
    """Wat voor de hele zending geldt, en wat u van de bestanden weet."""

    name: Annotated[Name | None, Field(description="Uw naam voor de zending.")] = None
    channels: Annotated[
        tuple[Annotated[str, Field(max_length=64)], ...],
        Field(max_length=20, description="Kanalen waarlangs de rapporten worden bezorgd."),
    ] = ()
    files: Annotated[
        tuple[FileFacts, ...], Field(max_length=10_000, description="Wat u per bestand weet.")
    ] = ()


class BatchForm(ApiModel):
    """Een zending: bestanden, en wat u ervan weet als velden of als `metadata`."""

    files: Annotated[
        list[bytes],
        Field(
            min_length=1,
            description=(
                "Brieven (PDF, TIFF, JPEG, PNG, BMP, WebP, GIF), ZIP-bestanden en e-mailberichten. "
                "Elk deel met een bestandsnaam telt, hoe het veld ook heet."
            ),
            json_schema_extra={"items": {"type": "string", "format": "binary"}},
        ),
    ]
    metadata: Annotated[
        Metadata | None, Field(description="JSON; zegt ook wat u per bestand weet.")
    ] = None
    name: Name | None = None
    profile: Annotated[str | None, Field(max_length=64)] = None
    received: Day | None = None
    postmarked: Day | None = None
    channel: Channel | None = None
    channels: Annotated[tuple[Annotated[str, Field(max_length=64)], ...], Field(max_length=20)] = ()


class LetterForm(ApiModel):
    """Een brief, en wat u ervan weet."""

    file: Annotated[
        bytes,
        Field(
            description="De brief (PDF, TIFF, JPEG, PNG, BMP, WebP of GIF).",
            json_schema_extra={"type": "string", "format": "binary"},
        ),
    ]
    profile: Annotated[str | None, Field(max_length=64)] = None
    received: Day | None = None
    postmarked: Day | None = None
    channel: Channel | None = None
    channels: Annotated[tuple[Annotated[str, Field(max_length=64)], ...], Field(max_length=20)] = ()


class LetterLine(Shown):
    """Een brief die is aangenomen."""

    id: Id
    file: str


class RefusedFile(Shown):
    """Een bestand dat niet is aangenomen, en wat u kunt doen."""

    file: Annotated[str, Field(description="De naam; een BSN daarin is afgeschermd.")]
    code: str
    message: str


class BatchReceived(Shown):
    """Een zending die veilig is opgeslagen."""

    id: Id
    received_at: Moment
    letters: Annotated[tuple[LetterLine, ...], Field(description="In de volgorde van sturen.")]
    refused: tuple[RefusedFile, ...]


class Batch(Shown):
    """Een zending en hoe ver zij is."""

    id: Id
    name: str | None
    door: Annotated[Door, Field(description="Waardoor zij binnenkwam.")]
    received_at: Moment
    channels: tuple[str, ...]
    letters: Annotated[int, Field(description="Hoeveel brieven; een scan kan er meer bevatten.")]
    states: Annotated[dict[LetterState, int], Field(description="Aantal brieven per toestand.")]
    verdicts: Annotated[dict[Verdict, int], Field(description="Aantal rapporten per oordeel.")]
    is_complete: Annotated[bool, Field(description="Of elke brief een rapport heeft.")]
    refused: tuple[RefusedFile, ...]


class ReceiptLine(Shown):
    """Een bestand zoals het is ontvangen en bewaard."""

    file: str
    size: Annotated[int, Field(description="Hoeveel bytes.")]
    sha256: Annotated[str, Field(description="SHA-256 van die bytes, zoals u die zelf uitrekent.")]
    received_at: Moment
    letters: Annotated[
        tuple[Id, ...],
        Field(description="De brieven uit dit bestand; na het lezen kunnen het er meer zijn."),
    ]
    pages: Annotated[
        int | None,
        Field(description="Hoeveel bladzijden zijn gelezen; null zolang dat niet gelukt is."),
    ]


class Receipt(Shown):
    """Het ontvangstbewijs van een zending: wat er precies is ontvangen."""

    id: Id
    received_at: Moment
    files: Annotated[tuple[ReceiptLine, ...], Field(description="In de volgorde van sturen.")]
    refused: tuple[RefusedFile, ...]


class BatchReports(Shown):
    """Rapporten van een zending, in de volgorde waarin ze klaarkwamen."""

    reports: tuple[Report, ...]
    next: Next


class Part(Shown):
    """Een andere brief uit dezelfde scan."""

    id: Id
    part: int


class LetterSummary(Shown):
    """Een brief in een lijst."""

    id: Id
    batch_id: Id
    file: str
    part: Annotated[int, Field(description="De hoeveelste brief van de scan, vanaf 1.")]
    first_id: Annotated[Id | None, Field(description="De eerste brief van dezelfde scan.")]
    profile: str
    channel: Channel
    received: dt.date | None
    received_source: ReceivedSource | None
    postmarked: dt.date | None
    arrived_at: Moment
    state: LetterState
    finished_at: Moment | None
    report_version: Annotated[int, Field(description="0 zolang er geen rapport is.")]
    verdict: Verdict | None
    kind: Kind | None
    window_verdict: WindowVerdict | None
    last_day: dt.date | None
    urgency: Annotated[int, Field(description="Hoe hoger, hoe eerder iemand moet kijken.")]
    error_code: str | None


class Letter(LetterSummary):
    """Een brief."""

    sha256: Annotated[str, Field(description="SHA-256 van het bestand zoals het binnenkwam.")]
    parts: Annotated[tuple[Part, ...], Field(description="De andere brieven uit dezelfde scan.")]


class LetterList(Shown):
    """Brieven, de nieuwste eerst."""

    letters: tuple[LetterSummary, ...]
    next: Next


class LetterReceived(Shown):
    """Een brief die veilig is opgeslagen, met het rapport als dat er al is."""

    id: Id
    batch_id: Id
    file: str
    state: LetterState
    report: Report | None
    parts: Annotated[tuple[Part, ...], Field(description="De andere brieven uit dezelfde scan.")]


class KeyRequest(ApiModel):
    """Een sleutel die u wilt maken."""

    name: Annotated[Name, Field(description="Voor welk systeem de sleutel is.")]
    scopes: Annotated[
        tuple[Scope, ...], Field(min_length=1, max_length=4, description="Wat de sleutel mag.")
    ]
    expires_at: Annotated[
        Moment | None, Field(description="Wanneer de sleutel verloopt; null is nooit.")
    ] = None
    requests_per_minute: Annotated[int | None, Field(ge=1, le=1_000_000, strict=True)] = None
    upload_mb: Annotated[int | None, Field(ge=1, le=1_000_000, strict=True)] = None
    replaces: Annotated[
        str | None, Field(max_length=64, description="Id van de sleutel die deze vervangt.")
    ] = None
    overlap_hours: Annotated[
        int,
        Field(
            ge=0,
            le=8_760,
            strict=True,
            description="Zo lang blijft de vervangen sleutel nog geldig.",
        ),
    ] = 24


class Key(Shown):
    """Een sleutel; het geheim zelf wordt niet bewaard."""

    id: Id
    name: str
    scopes: tuple[Scope, ...]
    created_at: Moment
    last_used_at: Moment | None
    expires_at: Moment | None
    revoked_at: Moment | None
    requests_per_minute: int | None
    upload_mb: int | None


class KeyCreated(Key):
    """Een nieuwe sleutel; `secret` ziet u alleen nu."""

    secret: str


class KeyList(Shown):
    """De sleutels van uw organisatie, de nieuwste eerst."""

    keys: tuple[Key, ...]


class OrganisationLine(Shown):
    """Een organisatie."""

    id: str
    name: str
    profile: Annotated[str, Field(description="Profiel voor brieven waarvan niets is gezegd.")]


class OrganisationList(Shown):
    """De organisaties die u mag zien: die van de sleutel."""

    organisations: tuple[OrganisationLine, ...]


class ProfileLine(Shown):
    """Een profiel."""

    id: str
    name: str
    law: Annotated[str, Field(description="De wet die erbij hoort: awb of wkkgz.")]


class ProfileList(Shown):
    """De profielen waarmee brieven kunnen worden beoordeeld."""

    profiles: tuple[ProfileLine, ...]


class Root(Shown):
    """Wat dit voor een API is."""

    name: str
    version: str
    openapi: str
    docs: str
