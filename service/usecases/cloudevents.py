"""The event that tells of a report: a CloudEvent by the NL GOV profile for CloudEvents 1.1.

Everything but `data` may be read and logged by whoever passes the event on, so none of it comes
out of a letter. `python -m service.usecases.event_schema` prints the JSON Schema of an event.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field

from service.records.deliveries import Event, EventType
from validators.report import Report

# The domain, in the plural, as the profile asks when no data source has given its name.
DOMAIN = "nl.overheid.poststukken"
SYSTEM = "postkamer"
# The profile has everybody accept 64 KB on the wire; some of it is for headers and frames.
MAX_BYTES = 60_000


@dataclass(frozen=True, slots=True)
class Sender:
    """Who tells of the reports: an OIN, and the address that others reach us by, if known."""

    oin: str
    public_url: str | None = None

    @property
    def source(self) -> str:
        """Return the source of our events.

        >>> Sender("00000001823288444000").source
        'urn:nld:oin:00000001823288444000:systeem:postkamer'
        """
        return f"urn:nld:oin:{self.oin}:systeem:{SYSTEM}"

    def report_url(self, letter_id: str) -> str:
        """Return where the report on a letter is; without the host when we don't know ours."""
        return f"{(self.public_url or '').rstrip('/')}/v1/letters/{letter_id}/report"


class CloudEvent(BaseModel):
    """One event as others receive it."""

    model_config = ConfigDict(frozen=True)

    specversion: Literal["1.0"] = "1.0"
    id: Annotated[str, Field(description="The same in every copy of this event, on every channel.")]
    source: Annotated[str, Field(pattern=r"^urn:nld:oin:\d{20}:systeem:postkamer$")]
    type: Annotated[str, Field(pattern=r"^nl\.overheid\.poststukken\.[a-z-]+\.v\d+$")]
    time: Annotated[dt.datetime, Field(description="When it was recorded, in UTC.")]
    subject: Annotated[str, Field(description="The id of the letter.")]
    sequence: Annotated[
        str,
        Field(
            pattern=r"^\d{19}$",
            description="Grows with every event; as text it sorts like the number it is.",
        ),
    ]
    reportversion: Annotated[int, Field(ge=0, description="Of two reports the higher is newer.")]
    verdict: str | None = None
    dataref: Annotated[str | None, Field(description="Where the report can be fetched.")] = None
    datacontenttype: Literal["application/json"] | None = None
    data: Annotated[Report | None, Field(description="The report, when it is sent along.")] = None

    @classmethod
    def of(cls, event: Event, *, sender: Sender, report: Report | None = None) -> Self:
        """Tell of an event, with the report or only with where it is."""
        return cls(
            id=event.id,
            source=sender.source,
            type=type_of(event.type),
            time=event.created_at,
            subject=event.letter_id,
            sequence=f"{event.cursor:019d}",
            reportversion=event.report_version,
            verdict=event.verdict,
            dataref=sender.report_url(event.letter_id),
            datacontenttype="application/json" if report is not None else None,
            data=report,
        )

    def as_json(self) -> bytes:
        """Return the event as JSON; attributes without a value are left out."""
        head = self.model_dump_json(exclude={"data"}, exclude_none=True)
        if self.data is None:
            return head.encode()
        return f'{head[:-1]},"data":{self.data.model_dump_json()}}}'.encode()


def event_body(event: Event, *, sender: Sender, report: Report | None = None) -> bytes:
    """Return an event as JSON; a report that makes it too large is left to be fetched."""
    body = CloudEvent.of(event, sender=sender, report=report).as_json()
    if report is not None and len(body) > MAX_BYTES:
        return CloudEvent.of(event, sender=sender).as_json()
    return body


def type_of(kind: EventType) -> str:
    """Return the type by which others know what happened.

    >>> type_of(EventType.REPORTED)
    'nl.overheid.poststukken.rapport-opgesteld.v1'
    """
    return f"{DOMAIN}.{kind}.v1"
