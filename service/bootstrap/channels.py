"""Puts delivering together: the kinds of channels, what delivers to them, and who manages them."""

import functools
from collections.abc import Mapping

from service.actors import Handler
from service.adapters.channels.amqp import AmqpKind
from service.adapters.channels.folder import FolderKind
from service.adapters.channels.webhook import WebhookKind
from service.adapters.guarded import Guard
from service.adapters.open_channels import ChannelCache
from service.bootstrap.machine import clock
from service.bootstrap.profiles import catalogue
from service.ports.channels import ChannelKind
from service.ports.errors import NotFoundError
from service.ports.jobs import Work
from service.ports.store import Store
from service.records.deliveries import Message
from service.rendering.pdf import render_pdf
from service.settings import Settings
from service.usecases.backoff import Backoff
from service.usecases.channels import Office
from service.usecases.cloudevents import Sender
from service.usecases.deliver import Expedition, deliver, overdue_round
from service.usecases.feed import Feed
from service.usecases.profiles import as_judged
from service.usecases.rounds import Round
from validators.profile import Catalogue

OVERDUE_EVERY_S = 10.0
HOUR_S = 3600.0


def channel_kinds(settings: Settings, store: Store) -> Mapping[str, ChannelKind]:
    """Return every kind of channel by its name: to add one, write its module and name it here.

    Raises:
        ConfigurationError: when a network in the settings is none, or a profile is not right.

    """
    kinds: tuple[ChannelKind, ...] = (
        WebhookKind(Guard.of(settings.webhook_networks)),
        FolderKind(functools.partial(_pdf_of, base=catalogue(settings), store=store)),
        AmqpKind(),
    )
    return {kind.name: kind for kind in kinds}


def _pdf_of(message: Message, *, base: Catalogue, store: Store) -> bytes:
    """Return the report as a PDF, with the names of organisations that were added on the page."""
    with store.reading() as transaction:
        try:
            letter = transaction.letters.find(message.letter_id)
        except NotFoundError:  # a message that tries the channel is of no letter
            known = base
        else:
            known = as_judged(base, transaction, letter)
    return render_pdf(message.report, catalogue=known)


def sender_of(settings: Settings) -> Sender:
    """Return who tells of reports."""
    return Sender(settings.oin, settings.public_url)


def open_office(settings: Settings, store: Store) -> Office:
    """Return what channels are managed with, for the whole installation."""
    return Office(
        store=store,
        kinds=channel_kinds(settings, store),
        clock=clock(),
        sender=sender_of(settings),
        own_kinds=settings.channel_kinds,
    )


def open_feed(settings: Settings, store: Store) -> Feed:
    """Return the feed of events."""
    return Feed(store, sender_of(settings))


def open_expedition(settings: Settings, store: Store) -> Expedition:
    """Return what delivers."""
    return Expedition(
        store=store,
        channels=ChannelCache(channel_kinds(settings, store)),
        clock=clock(),
        sender=sender_of(settings),
        backoff=Backoff(
            first_s=settings.retry_first_seconds,
            longest_s=settings.retry_longest_hours * HOUR_S,
            total_s=settings.retry_days * 24 * HOUR_S,
        ),
    )


def delivery_handlers(settings: Settings, store: Store) -> Mapping[Work, Handler]:
    """Return what a worker does with deliveries.

    A job that is not tried any more needs nothing: the round finds the delivery that it was for.
    """
    do = functools.partial(deliver, expedition=open_expedition(settings, store))
    return {Work.DELIVER: Handler(do=do, give_up=lambda *_: None)}


def delivery_rounds(settings: Settings, store: Store) -> tuple[Round, ...]:
    """Return what the keeper must do for deliveries."""
    expedition = open_expedition(settings, store)
    walk = functools.partial(overdue_round, expedition)
    return (Round("overdue_deliveries", OVERDUE_EVERY_S, walk),)
