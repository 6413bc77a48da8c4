"""Events with a default for everything."""

import datetime as dt

from service.records.deliveries import Event, EventType


def make_event(**changes: object) -> Event:
    values: dict[str, object] = {
        "cursor": 7,
        "id": "f3dce042-cd6e-4977-844d-05be8dce7cea",
        "organisation_id": "zorgkantoor",
        "type": EventType.REPORTED,
        "letter_id": "00000000-0000-4000-8000-000000000001",
        "report_version": 1,
        "verdict": "compleet",
        "created_at": dt.datetime(2026, 11, 23, 9, 0, tzinfo=dt.UTC),
    }
    return Event(**{**values, **changes})  # type: ignore[arg-type]
