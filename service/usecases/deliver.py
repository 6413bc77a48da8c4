"""Delivering: one event to one channel, at least once, in order for each letter and channel.

May run twice for the same delivery and may be killed at any point. A claim in the database keeps
two workers from sending at once; whatever becomes of a worker, `overdue_round` finds what waits
and has no job. What a receiver gets twice has the same id.
"""

import datetime as dt
import random
from collections.abc import Callable
from dataclasses import dataclass, replace

import structlog

from service.ports.channels import OpenChannels
from service.ports.errors import NotFoundError
from service.ports.jobs import Work
from service.ports.store import Store, Transaction
from service.ports.world import Clock
from service.records.deliveries import (
    ChannelRecord,
    Content,
    Delivery,
    DeliveryState,
    Ending,
    Event,
    Handover,
    Message,
)
from service.settings import ConfigurationError
from service.usecases.backoff import Backoff
from service.usecases.cloudevents import Sender, event_body
from validators.report import Report

GIVEN_UP, CHANNEL_GONE = "bezorging_opgegeven", "kanaal_weg"  # codes of alerts
CRASHED, LETTER_REMOVED, INSTALLATION = "gecrasht", "brief_verwijderd", "installatie"
LOST_AFTER = dt.timedelta(hours=1)  # a job that was queued so long ago will not come any more
AWAY_S, LONGEST_AWAY_S = 30.0, 3600.0  # a receiver that was found away is left alone so long
ROUND = 500  # deliveries that one round queues

log = structlog.get_logger("postkamer.bezorgen")


@dataclass(frozen=True, slots=True)
class Expedition:
    """What delivering works with; no attempt may take longer than `lease_s`."""

    store: Store
    channels: OpenChannels
    clock: Clock
    sender: Sender
    backoff: Backoff
    lease_s: float = 120.0
    chance: Callable[[], float] = random.random


@dataclass(frozen=True, slots=True)
class _Claim:
    """A delivery that this worker, and no other, is at."""

    delivery: Delivery
    channel: ChannelRecord
    event: Event
    report: Report


def deliver(delivery_id: str, *, expedition: Expedition) -> None:
    """Try to deliver once, and queue what follows; one that is not due is left alone."""
    with expedition.store.working() as transaction:
        claim = _claim(transaction, delivery_id, expedition)
    if claim is None:
        return
    handover = _hand_over(claim, expedition)
    with expedition.store.working() as transaction:
        _finish(transaction, claim, handover, expedition)


def overdue_round(expedition: Expedition) -> int:
    """Queue deliveries whose turn it is and that have no job; return how many."""
    with expedition.store.working() as transaction:
        return queue_overdue(transaction, now=expedition.clock.now())


def queue_overdue(
    transaction: Transaction, *, now: dt.datetime, channel_id: str | None = None
) -> int:
    """Queue what is due and has no job, of one channel or of all; the rest is for a next round."""
    overdue = transaction.deliveries.overdue(
        now=now, lost_before=now - LOST_AFTER, limit=ROUND, channel_id=channel_id
    )
    for delivery_id in overdue:
        queue(transaction, delivery_id, now=now)
    return len(overdue)


def queue(
    transaction: Transaction, delivery_id: str, *, now: dt.datetime, after_s: float = 0.0
) -> None:
    """Queue an attempt to deliver, not before so many seconds."""
    transaction.deliveries.mark_queued(delivery_id, now + dt.timedelta(seconds=after_s))
    transaction.jobs.put(Work.DELIVER, delivery_id, after_s=after_s)


def queue_following(transaction: Transaction, delivery: Delivery, *, now: dt.datetime) -> None:
    """Queue what waited in line for a delivery that has ended."""
    following = transaction.deliveries.following(delivery)
    if following is not None:
        queue(transaction, following.id, now=now)


def _claim(transaction: Transaction, delivery_id: str, expedition: Expedition) -> _Claim | None:
    """Claim a delivery when it is due, first in line and its channel is open."""
    now = expedition.clock.now()
    line = transaction.deliveries.line(delivery_id)
    if not line or _is_later(line[-1].claimed_until, now):
        return None
    delivery = line[-1]
    channel = transaction.channels.find(delivery.channel_id)
    if channel.removed_at is not None:
        # removed while this delivery was being planned
        transaction.deliveries.end(delivery_id, DeliveryState.DROPPED, None, now=now)
        return None
    if len(line) > 1 or not channel.is_open:
        # whoever ends the first in line, or opens the channel, queues this one
        transaction.deliveries.mark_queued(delivery_id, None)
        return None
    if delivery.next_at is not None and _is_later(delivery.next_at, now):
        # the clock of whoever handed out the job is ahead of ours
        queue(transaction, delivery_id, now=now, after_s=(delivery.next_at - now).total_seconds())
        return None
    return _claim_due(transaction, delivery, channel, expedition)


def _claim_due(
    transaction: Transaction, delivery: Delivery, channel: ChannelRecord, expedition: Expedition
) -> _Claim | None:
    now = expedition.clock.now()
    if delivery.attempts > len(expedition.backoff.waits):
        # a worker died at the last attempt
        _give_up(transaction, delivery, CRASHED, now=now)
        return None
    try:
        event = transaction.events.find(delivery.event_id)
        report = transaction.letters.report(event.letter_id, event.report_version)
    except NotFoundError:
        transaction.deliveries.end(delivery.id, DeliveryState.DROPPED, LETTER_REMOVED, now=now)
        queue_following(transaction, delivery, now=now)
        return None
    claimed = _claimed(transaction, delivery, expedition)
    if channel.away_until is not None and _is_later(channel.away_until, now):
        # Another worker has just found the receiver away. That goes for this one too: or else
        # all workers would sit and wait for a slow receiver, and other channels for them.
        after_s = (channel.away_until - now).total_seconds()
        away = Handover(Ending.AWAY, channel.away_status or "", after_s)
        _try_again(transaction, claimed, away, expedition)
        return None
    return _Claim(claimed, channel, event, report)


def _claimed(transaction: Transaction, delivery: Delivery, expedition: Expedition) -> Delivery:
    """Count an attempt; if nothing is heard of it, the next one comes at its usual time."""
    now, attempts = expedition.clock.now(), delivery.attempts + 1
    wait_s = expedition.backoff.wait(attempts, chance=expedition.chance()) or 0.0
    until = now + dt.timedelta(seconds=expedition.lease_s)
    next_at = max(until, now + dt.timedelta(seconds=wait_s))
    transaction.deliveries.claim(delivery.id, now=now, until=until, next_at=next_at)
    return replace(delivery, attempts=attempts, claimed_until=until)


def _hand_over(claim: _Claim, expedition: Expedition) -> Handover:
    """Hand the event over to the channel, without a transaction: it may take long."""
    try:
        channel = expedition.channels.of(claim.channel)
    except ConfigurationError:
        log.exception("channel_not_opened", channel_id=claim.channel.id)
        return Handover(Ending.LATER, INSTALLATION)
    return channel.deliver(_message(claim, channel.content, expedition))


def _message(claim: _Claim, content: Content, expedition: Expedition) -> Message:
    event = claim.event
    carried = claim.report if content is Content.REPORT else None
    return Message(
        id=claim.delivery.id,
        type=event.type,
        body=event_body(event, sender=expedition.sender, report=carried),
        letter_id=event.letter_id,
        report=claim.report,
        report_version=event.report_version,
        sent_at=expedition.clock.now(),
    )


def _finish(
    transaction: Transaction, claim: _Claim, handover: Handover, expedition: Expedition
) -> None:
    """Keep how an attempt ended, as long as the claim is still ours."""
    delivery, now = claim.delivery, expedition.clock.now()
    if handover.ending is Ending.DELIVERED:
        # true whoever has the claim now, and whatever a person decided in the meantime
        transaction.deliveries.line(delivery.id)
        state = DeliveryState.DELIVERED
        transaction.deliveries.end(delivery.id, state, handover.status, now=now)
        queue_following(transaction, delivery, now=now)
        if claim.channel.away_until is not None:
            transaction.channels.mark_away(delivery.channel_id, None)
        return
    line = transaction.deliveries.line(delivery.id)
    if not line or line[-1].claimed_until != delivery.claimed_until:
        return
    if handover.ending is Ending.GONE:
        _close(transaction, claim, handover, now=now)
    elif handover.ending is Ending.NEVER:
        _give_up(transaction, delivery, handover.status, now=now)
    else:
        if handover.ending is Ending.AWAY:
            pause = dt.timedelta(seconds=max(AWAY_S, min(handover.after_s or 0.0, LONGEST_AWAY_S)))
            transaction.channels.mark_away(delivery.channel_id, now + pause, handover.status)
        _try_again(transaction, delivery, handover, expedition)


def _try_again(
    transaction: Transaction, delivery: Delivery, handover: Handover, expedition: Expedition
) -> None:
    now = expedition.clock.now()
    wait_s = expedition.backoff.wait(
        delivery.attempts, chance=expedition.chance(), asked_s=handover.after_s
    )
    if wait_s is None:
        _give_up(transaction, delivery, handover.status, now=now)
        return
    next_at = now + dt.timedelta(seconds=wait_s)
    transaction.deliveries.postpone(delivery.id, handover.status, next_at=next_at)
    queue(transaction, delivery.id, now=now, after_s=wait_s)


def _give_up(
    transaction: Transaction, delivery: Delivery, status: str, *, now: dt.datetime
) -> None:
    """Leave a delivery to a person, who is told once for each channel."""
    transaction.deliveries.end(delivery.id, DeliveryState.GIVEN_UP, status, now=now)
    transaction.alerts.add(
        GIVEN_UP, about=delivery.channel_id, organisation_id=delivery.organisation_id, now=now
    )
    queue_following(transaction, delivery, now=now)
    log.error(
        "delivery_given_up",
        delivery_id=delivery.id,
        channel_id=delivery.channel_id,
        letter_id=delivery.letter_id,
        attempts=delivery.attempts,
        status=status,
    )


def _close(
    transaction: Transaction, claim: _Claim, handover: Handover, *, now: dt.datetime
) -> None:
    """Disable a channel whose receiver wants nothing more; what is on its way waits."""
    delivery = claim.delivery
    channel = claim.channel
    transaction.channels.disable(channel.id, handover.status, now=now)
    transaction.deliveries.postpone(delivery.id, handover.status, next_at=now)
    transaction.alerts.add(
        CHANNEL_GONE, about=channel.id, organisation_id=channel.organisation_id, now=now
    )
    log.error("channel_disabled", channel_id=channel.id, status=handover.status)


def _is_later(time: dt.datetime | None, now: dt.datetime) -> bool:
    return time is not None and time > now
