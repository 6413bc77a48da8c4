"""Questions for the calculator of terms, with a default for everything."""

import datetime as dt

from service.ports.termijn import TermijnQuestion
from validators.feiten import Facts
from validators.profile import load_profile
from validators.report import Channel, Kind
from validators.termijn import Arrival, Trigger, TriggerKind

TODAY = dt.date(2026, 11, 20)
NOW = dt.datetime(2026, 11, 20, 9, 30, tzinfo=dt.UTC)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def make_question(
    *,
    kind: Kind = Kind.BEZWAAR,
    profile: str = "awb",
    sent: str | None = None,
    dated: str | None = None,
    received: str | None = "2026-11-10",
    postmarked: str | None = None,
    channel: Channel = Channel.POST,
    case_name: str = "",
    **facts: object,
) -> TermijnQuestion:
    """Return an objection against a decision of 1 October, or a complaint without one."""
    if kind is Kind.BEZWAAR and sent is None and dated is None:
        sent = "2026-10-01"
    triggers = [(sent, TriggerKind.VERZONDEN), (dated, TriggerKind.GEDATEERD)]
    return TermijnQuestion(
        Facts(load_profile(profile), kind, **facts),  # type: ignore[arg-type]
        tuple(Trigger(day(text), trigger) for text, trigger in triggers if text),
        Arrival(
            day(received) if received else None, day(postmarked) if postmarked else None, channel
        ),
        TODAY,
        case_name,
    )
