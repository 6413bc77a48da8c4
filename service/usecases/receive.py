"""Receiving: what was acknowledged is safe, and every file is either a letter or refused by name.

First the bytes of each file are kept, then one transaction makes the letters, names the refused
files and queues the work. Only after that may the sender be told that the post has arrived.
"""

import datetime as dt
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import BinaryIO

from service import texts
from service.ports import Blobs, Clock, Store, TooManyBytesError, Work
from service.records import Batch, Door, NewLetter, Refusal, StoredBlob
from validators.report import Channel, ReceivedSource


@dataclass(frozen=True, slots=True)
class Facts:
    """What the sender of a file tells about it; what is not told is None."""

    profile: str | None = None
    channel: Channel | None = None
    received: dt.date | None = None
    received_source: ReceivedSource | None = None
    postmarked: dt.date | None = None

    def over(self, defaults: "Facts") -> "Facts":
        """Return these facts, completed with the defaults of the batch."""
        told = self.received is not None
        return Facts(
            profile=self.profile or defaults.profile,
            channel=self.channel or defaults.channel,
            received=self.received if told else defaults.received,
            received_source=self.received_source if told else defaults.received_source,
            postmarked=self.postmarked or defaults.postmarked,
        )


@dataclass(frozen=True, slots=True)
class Incoming:
    """One file that is being sent: its name, how to read it, and what is told about it.

    A file that may not be taken in comes with the refusal instead.
    """

    file: str
    open: Callable[[], AbstractContextManager[BinaryIO]]
    facts: Facts = Facts()
    refusal: Refusal | None = None


@dataclass(frozen=True, slots=True)
class Envelope:
    """What holds for everything that comes in at once."""

    organisation_id: str
    door: Door
    received_by: str
    defaults: Facts = Facts()
    name: str | None = None
    channel_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Desk:
    """What receiving works with."""

    store: Store
    blobs: Blobs
    clock: Clock
    new_id: Callable[[], str]
    max_file_bytes: int


@dataclass(frozen=True, slots=True)
class Received:
    """What became of everything that was sent; `letters` and `refusals` in the order sent."""

    batch: Batch
    letters: tuple[NewLetter, ...]
    refusals: tuple[Refusal, ...]


def receive(files: Iterable[Incoming], envelope: Envelope, *, desk: Desk) -> Received:
    """Take in files as one batch; when this returns nothing of it can be lost any more.

    Raises:
        NotFoundError: when there is no such organisation.
        OSError: when the disk is full or fails; then nothing was taken in.

    """
    with desk.store.reading() as transaction:
        profile = transaction.organisations.find(envelope.organisation_id).profile
    defaults = envelope.defaults.over(Facts(profile=profile, channel=Channel.POST))
    taken = [_take(each, defaults, desk) for each in files]
    batch = Batch(
        id=desk.new_id(),
        organisation_id=envelope.organisation_id,
        door=envelope.door,
        received_at=desk.clock.now(),
        received_by=envelope.received_by,
        name=envelope.name,
        channel_ids=envelope.channel_ids,
    )
    letters = tuple(each for each in taken if isinstance(each, NewLetter))
    refusals = tuple(each for each in taken if isinstance(each, Refusal))
    with desk.store.accepting() as transaction:
        transaction.batches.add(batch, refusals)
        transaction.letters.add(batch, letters)
        for letter in letters:
            transaction.jobs.put(Work.READ, letter.id)
    return Received(batch, letters, refusals)


def _take(incoming: Incoming, defaults: Facts, desk: Desk) -> NewLetter | Refusal:
    """Keep the bytes of one file, or say why not."""
    if incoming.refusal is not None:
        return incoming.refusal
    try:
        with incoming.open() as source:
            blob = desk.blobs.put(source, max_bytes=desk.max_file_bytes)
    except TooManyBytesError as error:
        return refused(incoming.file, "te_groot", max_mb=error.max_bytes // (1024 * 1024))
    if blob.size == 0:
        return refused(incoming.file, "leeg_bestand")
    return _letter(incoming, blob, defaults, desk.new_id())


def _letter(incoming: Incoming, blob: StoredBlob, defaults: Facts, letter_id: str) -> NewLetter:
    facts = incoming.facts.over(defaults)
    return NewLetter(
        id=letter_id,
        file=incoming.file,
        blob=blob,
        profile=facts.profile or "",
        channel=facts.channel or Channel.POST,
        received=facts.received,
        received_source=facts.received_source,
        postmarked=facts.postmarked,
    )


def refused(file: str, code: str, **values: object) -> Refusal:
    """Return the refusal of a file with its sentence."""
    return Refusal(file, code, texts.REFUSALS[code].format(**values))
