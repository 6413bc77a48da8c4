"""Tell others what happened to a letter: in the feed, and over the channels that want it."""

import datetime as dt

from service.ports.jobs import Work
from service.ports.store import Transaction
from service.records.deliveries import EventType
from service.records.letters import LetterRecord


def tell_others(
    transaction: Transaction,
    letter: LetterRecord,
    kind: EventType,
    *,
    now: dt.datetime,
    about: str = "",
) -> None:
    """Keep that this happened to a letter with a report, and plan its deliveries.

    `about` tells things apart that can happen more than once to one report.
    """
    event = transaction.events.add(letter, kind, now=now, about=about)
    for delivery_id in transaction.deliveries.plan(event, profile=letter.profile, now=now):
        transaction.jobs.put(Work.DELIVER, delivery_id)
