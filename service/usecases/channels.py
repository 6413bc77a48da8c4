"""Channels: adding, trying, disabling and removing the places where reports go."""

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from service.ports.channels import ChannelKind
from service.ports.errors import NotFoundError
from service.ports.store import Store, Transaction
from service.ports.world import Clock
from service.records.audit import POSTKAMER, About, Actor, Deed, Done
from service.records.deliveries import (
    ChannelRecord,
    Content,
    DeliveryState,
    Event,
    EventType,
    Handover,
    Message,
)
from service.texts import channels as texts
from service.usecases.cloudevents import Sender, event_body
from service.usecases.deliver import queue_overdue
from service.usecases.errors import UsageError
from validators.report import DocumentInfo, Notice, Report, SubmissionWindow, Verdict, WindowVerdict

BY_A_PERSON = "door_een_mens"  # why a channel is disabled
TEST_LETTER = "00000000-0000-4000-8000-000000000000"


class NameTakenError(UsageError):
    """A name that another channel of the organisation has."""


class NoSecretError(UsageError):
    """A channel of a kind that has no secret."""


@dataclass(frozen=True, slots=True)
class Office:
    """What administration of channels works with.

    `organisation_id` is None for an administrator of the whole installation.
    """

    store: Store
    kinds: Mapping[str, ChannelKind]
    clock: Clock
    sender: Sender
    new_id: Callable[[], str] = lambda: str(uuid.uuid4())
    organisation_id: str | None = None
    by: Actor = POSTKAMER  # who asks
    own_kinds: tuple[str, ...] = ("webhook",)  # that organisations may make themselves


@dataclass(frozen=True, slots=True)
class NewChannel:
    """A channel as someone asks for it."""

    organisation_id: str
    kind: str
    name: str
    settings: Mapping[str, object]
    profiles: tuple[str, ...] = ()
    is_default: bool = True


@dataclass(frozen=True, slots=True)
class Overview:
    """A channel with how its deliveries are."""

    channel: ChannelRecord
    leads_to: str
    counts: Mapping[DeliveryState, int]


def add(new: NewChannel, *, office: Office) -> tuple[ChannelRecord, str | None]:
    """Add a channel; return it with its secret, which is not shown again.

    Raises:
        UsageError: for an unknown kind or a name that is taken.
        ChannelSettingsError: naming each setting that is wrong.
        NotFoundError: when there is no such organisation.

    """
    if office.organisation_id not in (None, new.organisation_id):
        raise NotFoundError(new.organisation_id)
    if new.kind not in office.kinds:
        kinds = ", ".join(office.kinds)
        raise UsageError(texts.NO_SUCH_KIND.format(kind=new.kind, kinds=kinds))
    prepared = office.kinds[new.kind].prepare(new.settings)
    channel = ChannelRecord(
        id=office.new_id(),
        organisation_id=new.organisation_id,
        kind=new.kind,
        name=new.name,
        settings=prepared.settings,
        profiles=new.profiles,
        is_default=new.is_default,
    )
    with office.store.accepting() as transaction:
        transaction.organisations.find(new.organisation_id)
        _check_name(transaction, new)
        transaction.channels.add(channel, now=office.clock.now())
        _note(transaction, Done.CHANNEL_ADDED, channel, office, soort=channel.kind)
    return channel, prepared.secret


def find(name: str, *, office: Office) -> ChannelRecord:
    """Return the channel with this id or name.

    Raises:
        UsageError: when there is none, or several organisations have one of this name.

    """
    with office.store.reading() as transaction:
        every = transaction.channels.all(office.organisation_id)
    found = [each for each in every if name in (each.id, each.name)]
    if len(found) != 1:
        sentence = texts.SEVERAL_CHANNELS if found else texts.NO_SUCH_CHANNEL
        names = ", ".join(each.id if found else each.name for each in found or every)
        raise UsageError(sentence.format(name=name, names=names or texts.NONE))
    return found[0]


def overviews(*, office: Office) -> tuple[Overview, ...]:
    """Return all channels by name, with where they lead and how their deliveries are."""
    with office.store.reading() as transaction:
        every = transaction.channels.all(office.organisation_id)
        return tuple(_overview(each, transaction, office) for each in every)


def overview(channel_id: str, *, office: Office) -> Overview:
    """Return one channel with where it leads and how its deliveries are.

    Raises:
        NotFoundError: when there is none, or it was removed.

    """
    with office.store.reading() as transaction:
        return _overview(_own(transaction, channel_id, office), transaction, office)


def test(channel_id: str, *, office: Office) -> Handover:
    """Send a test event now, once, also to a channel that is disabled."""
    with office.store.reading() as transaction:
        channel = _own(transaction, channel_id, office)
    opened = office.kinds[channel.kind].open_channel(channel.settings)
    try:
        return opened.deliver(_test_message(channel, opened.content, office))
    finally:
        opened.close()


def rotate(channel_id: str, *, office: Office) -> tuple[ChannelRecord, str]:
    """Give a channel a new secret; the old one goes on for a while beside it.

    Raises:
        UsageError: when channels of its kind have no secret.

    """
    with office.store.accepting() as transaction:
        channel = _own(transaction, channel_id, office)
        kind = office.kinds[channel.kind]
        prepared = kind.rotate(channel.settings, now=office.clock.now())
        if prepared is None or prepared.secret is None:
            raise NoSecretError(texts.NOTHING_TO_ROTATE.format(kind=channel.kind))
        changed = replace(channel, settings=prepared.settings)
        transaction.channels.keep(changed)
        _note(transaction, Done.CHANNEL_CHANGED, changed, office, wat="geheim")
    return changed, prepared.secret


def disable(channel_id: str, *, office: Office) -> ChannelRecord:
    """Disable a channel; its deliveries wait."""
    with office.store.accepting() as transaction:
        channel = _own(transaction, channel_id, office)
        if channel.disabled_at is None:
            now = office.clock.now()
            channel = replace(channel, disabled_at=now, disabled_why=BY_A_PERSON)
            transaction.channels.keep(channel)
            _note(transaction, Done.CHANNEL_CHANGED, channel, office, wat="uit")
    return channel


def enable(channel_id: str, *, office: Office) -> ChannelRecord:
    """Enable a channel; what waited begins again with all its attempts."""
    now = office.clock.now()
    with office.store.accepting() as transaction:
        channel = _own(transaction, channel_id, office)
        channel = replace(channel, disabled_at=None, disabled_why=None)
        # deliveries before their channel, as workers do: two that wait for each other would fail
        transaction.deliveries.revive_all(channel_id, DeliveryState.WAITING, now=now)
        transaction.channels.keep(channel)
        transaction.channels.mark_away(channel_id, None)
        queue_overdue(transaction, now=now, channel_id=channel_id)
        _note(transaction, Done.CHANNEL_CHANGED, channel, office, wat="aan")
    return channel


def remove(channel_id: str, *, office: Office) -> int:
    """Remove a channel with its settings; what waits for it lapses. Return how much that is."""
    with office.store.accepting() as transaction:
        channel = _own(transaction, channel_id, office)
        removed = replace(channel, settings="{}", removed_at=office.clock.now())
        lapsed = transaction.deliveries.drop_all(channel_id)
        transaction.channels.keep(removed)
        _note(transaction, Done.CHANNEL_REMOVED, removed, office)
    return lapsed


def _overview(channel: ChannelRecord, transaction: Transaction, office: Office) -> Overview:
    return Overview(
        channel=channel,
        leads_to=office.kinds[channel.kind].describe(channel.settings),
        counts=transaction.deliveries.counts(channel.id),
    )


def _own(transaction: Transaction, channel_id: str, office: Office) -> ChannelRecord:
    channel = transaction.channels.find(channel_id, organisation_id=office.organisation_id)
    if channel.removed_at is not None:
        raise NotFoundError(channel_id)
    return channel


def _note(
    transaction: Transaction, act: Done, channel: ChannelRecord, office: Office, **details: str
) -> None:
    deed = Deed(office.by, act, About.CHANNEL, channel.id, channel.organisation_id, details)
    transaction.audit.note(deed)


def _check_name(transaction: Transaction, new: NewChannel) -> None:
    taken = {each.name for each in transaction.channels.all(new.organisation_id)}
    if not new.name.strip():
        raise UsageError(texts.CHANNEL_WITHOUT_NAME)
    if new.name in taken:
        raise NameTakenError(texts.CHANNEL_NAME_TAKEN.format(name=new.name))


def _test_message(channel: ChannelRecord, content: Content, office: Office) -> Message:
    now = office.clock.now()
    report = Report(
        id=TEST_LETTER,
        document=DocumentInfo(file="proefbericht"),
        verdict=Verdict.HANDMATIG,
        submission_window=SubmissionWindow(verdict=WindowVerdict.ONBEKEND),
        warnings=(Notice(code="proefbericht", message=texts.TEST_REPORT),),
    )
    event = Event(
        cursor=0,
        id=office.new_id(),
        organisation_id=channel.organisation_id,
        type=EventType.TESTED,
        letter_id=TEST_LETTER,
        report_version=0,
        verdict=Verdict.HANDMATIG,
        created_at=now,
    )
    carried = report if content is Content.REPORT else None
    return Message(
        id=event.id,
        type=event.type,
        body=event_body(event, sender=office.sender, report=carried),
        letter_id=TEST_LETTER,
        report=report,
        report_version=0,
        sent_at=now,
    )
