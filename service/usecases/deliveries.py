"""What a person may do with deliveries: look at them, send them again, let them lapse."""

from dataclasses import dataclass

from service.ports.store import Store, Transaction
from service.ports.world import Clock
from service.records.audit import POSTKAMER, About, Actor, Deed, Done
from service.records.deliveries import Delivery, DeliveryState
from service.texts import channels as texts
from service.usecases.deliver import queue, queue_following, queue_overdue
from service.usecases.errors import UsageError


class ChannelGoneError(UsageError):
    """A delivery to a channel that was removed."""


@dataclass(frozen=True, slots=True)
class Counter:
    """Where people ask; `organisation_id` None is an administrator of the installation."""

    store: Store
    clock: Clock
    organisation_id: str | None = None
    by: Actor = POSTKAMER  # who asks


def resend(delivery_id: str, *, counter: Counter) -> Delivery:
    """Send a delivery again, or at once when it waits; it begins with all its attempts.

    Raises:
        NotFoundError: when there is none.
        UsageError: when its channel was removed.

    """
    now = counter.clock.now()
    with counter.store.accepting() as transaction:
        asked = transaction.deliveries.find(delivery_id, organisation_id=counter.organisation_id)
        channel = transaction.channels.find(asked.channel_id)
        if channel.removed_at is not None:
            raise ChannelGoneError(texts.CHANNEL_REMOVED.format(name=channel.name))
        transaction.deliveries.revive(delivery_id, now=now)
        transaction.channels.mark_away(channel.id, None)
        _note(transaction, asked, counter, "opnieuw")
        if channel.is_open:
            queue(transaction, delivery_id, now=now)
        return transaction.deliveries.find(delivery_id)


def drop(delivery_id: str, *, counter: Counter) -> Delivery:
    """Let a delivery lapse; what waited in line for it goes on.

    Raises:
        NotFoundError: when there is none.
        UsageError: when it was delivered.

    """
    now = counter.clock.now()
    with counter.store.accepting() as transaction:
        asked = transaction.deliveries.find(delivery_id, organisation_id=counter.organisation_id)
        transaction.deliveries.line(delivery_id)  # in turn with a worker that is at it
        if asked.state is DeliveryState.DELIVERED:
            raise UsageError(texts.ALREADY_DELIVERED)
        transaction.deliveries.end(delivery_id, DeliveryState.DROPPED, asked.last_status, now=now)
        queue_following(transaction, asked, now=now)
        _note(transaction, asked, counter, "vervallen")
        return transaction.deliveries.find(delivery_id)


def resend_all(channel_id: str, *, counter: Counter) -> int:
    """Send again everything of a channel that was given up; return how much.

    Raises:
        NotFoundError: when there is no such channel.
        UsageError: when it was removed.

    """
    now = counter.clock.now()
    with counter.store.accepting() as transaction:
        channel = transaction.channels.find(channel_id, organisation_id=counter.organisation_id)
        if channel.removed_at is not None:
            raise ChannelGoneError(texts.CHANNEL_REMOVED.format(name=channel.name))
        revived = transaction.deliveries.revive_all(channel_id, DeliveryState.GIVEN_UP, now=now)
        transaction.channels.mark_away(channel_id, None)
        queue_overdue(transaction, now=now, channel_id=channel_id)
        what = {"wat": "opnieuw", "aantal": str(revived)}
        about = (About.CHANNEL, channel.id, channel.organisation_id)
        transaction.audit.note(Deed(counter.by, Done.DELIVERY_CHANGED, *about, what))
    return revived


def _note(transaction: Transaction, about: Delivery, counter: Counter, what: str) -> None:
    where = (About.DELIVERY, about.id, about.organisation_id)
    transaction.audit.note(Deed(counter.by, Done.DELIVERY_CHANGED, *where, {"wat": what}))


def search(
    *,
    counter: Counter,
    channel_id: str | None = None,
    state: DeliveryState | None = None,
    after: int = 0,
    limit: int = 100,
) -> tuple[Delivery, ...]:
    """Return deliveries by number, those after this one."""
    with counter.store.reading() as transaction:
        return transaction.deliveries.search(
            organisation_id=counter.organisation_id,
            channel_id=channel_id,
            state=state,
            after=after,
            limit=limit,
        )
