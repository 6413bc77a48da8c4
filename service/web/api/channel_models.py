"""Channels and deliveries, as they go in and out of the API."""

from typing import Annotated, Literal

from pydantic import Field, JsonValue

from service.records.deliveries import DeliveryState
from service.web.api.models import (
    AS_UUID,
    UUID,
    ApiModel,
    Cursor,
    Id,
    Limit,
    Moment,
    Name,
    Next,
    Shown,
)

KindOfChannel = Literal["webhook", "map", "amqp"]
Profiles = Annotated[
    tuple[Annotated[str, Field(max_length=64)], ...],
    Field(max_length=100, description="Alleen brieven met deze profielen; leeg is alle."),
]


class ChannelRequest(ApiModel):
    """Een kanaal dat u wilt toevoegen."""

    kind: Annotated[KindOfChannel, Field(description="De soort kanaal.")]
    name: Annotated[Name, Field(pattern=r"\S", description="Hoe het kanaal heet.")]
    settings: Annotated[
        dict[str, JsonValue],
        Field(
            max_length=20,
            description="Wat bij de soort hoort, zoals `url` van een webhook.",
        ),
    ]
    profiles: Profiles = ()
    is_default: Annotated[
        bool,
        Field(
            strict=True,
            description="Ook voor zendingen die geen kanaal noemen; anders alleen voor die het "
            "noemen.",
        ),
    ] = True


class ChannelChange(ApiModel):
    """Wat u aan een kanaal wilt veranderen."""

    is_enabled: Annotated[
        bool,
        Field(
            strict=True,
            description="Of er bezorgd wordt. Wat voor een kanaal klaarstaat dat uit is, wacht.",
        ),
    ]


class ReportChannel(Shown):
    """Een kanaal waar rapporten heen gaan; het geheim zelf ziet u niet."""

    id: Id
    kind: KindOfChannel
    name: str
    leads_to: Annotated[str, Field(description="Waar het kanaal heen gaat.")]
    profiles: Profiles
    is_default: bool
    is_enabled: bool
    disabled_at: Moment | None
    disabled_why: Annotated[str | None, Field(description="Vaste code van de reden.")]
    away_until: Annotated[
        Moment | None, Field(description="De ontvanger was weg en wordt tot dan met rust gelaten.")
    ]
    deliveries: Annotated[
        dict[DeliveryState, int], Field(description="Hoeveel bezorgingen er in elke stand zijn.")
    ]


class ChannelCreated(ReportChannel):
    """Een nieuw kanaal; `secret` ziet u alleen nu."""

    secret: Annotated[str | None, Field(description="Het geheim van een webhook.")]


class ChannelList(Shown):
    """De kanalen van uw organisatie, op naam."""

    channels: tuple[ReportChannel, ...]


class ChannelSecret(Shown):
    """Het nieuwe geheim van een kanaal; u ziet het alleen nu."""

    secret: str


class ChannelTest(Shown):
    """Wat er van een proefbericht werd."""

    is_delivered: bool
    code: Annotated[str, Field(description="Vaste code van wat er gebeurde.")]
    message: Annotated[str, Field(description="Wat er gebeurde en wat u kunt doen.")]


class DeliveriesQuery(ApiModel):
    """Welke bezorgingen."""

    channel_id: Annotated[
        str | None, Field(pattern=UUID, description="Het kanaal.", json_schema_extra=AS_UUID)
    ] = None
    state: Annotated[DeliveryState | None, Field(description="De stand.")] = None
    cursor: Cursor = 0
    limit: Limit = 100


class Delivery(Shown):
    """Een rapport op weg naar een kanaal."""

    id: Id
    channel_id: Id
    letter_id: Id
    event_id: Id
    state: DeliveryState
    attempts: int
    next_at: Annotated[Moment | None, Field(description="Wanneer de volgende poging is.")]
    tried_at: Moment | None
    delivered_at: Moment | None
    created_at: Moment
    last_status: Annotated[str | None, Field(description="Vaste code van de laatste poging.")]
    message: Annotated[str, Field(description="Wat er bij de laatste poging gebeurde.")]


class DeliveryList(Shown):
    """Bezorgingen, de oudste eerst."""

    deliveries: tuple[Delivery, ...]
    next: Next


class Resent(Shown):
    """Hoeveel er opnieuw wordt bezorgd."""

    resent: int
