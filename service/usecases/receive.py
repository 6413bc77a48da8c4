"""Receiving: what was acknowledged is safe, and every file is either a letter or refused by name.

First the bytes of each file are written down as a draft, then all drafts are kept, and then one
transaction makes the letters, names the refused files and queues the work. Only after that may the
sender be told that the post has arrived. Whatever breaks off before leaves nothing behind.
"""

import datetime as dt
import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field, replace
from types import TracebackType
from typing import BinaryIO, Self, cast

from extractors.signatures import HEAD_BYTES, media_type_of
from service.names import is_manifest
from service.ports.blobs import Blobs, Draft
from service.ports.errors import BusyError, ReusedKeyError, TooManyBytesError
from service.ports.jobs import Work
from service.ports.store import Store, Transaction
from service.ports.world import Clock
from service.records.letters import Batch, Door, NewLetter, Once, Refusal, StoredBlob
from service.texts import refusals as texts
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

    A file that may not be taken in comes with the refusal instead. What came out of an e-mail
    comes with the message, which is kept already.
    """

    file: str
    open: Callable[[], AbstractContextManager[BinaryIO]]
    facts: Facts = Facts()
    refusal: Refusal | None = None
    message: StoredBlob | None = None


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
    # raises, in the transaction that enters, when entering is not up to us (any more)
    check: Callable[[Transaction], None] = lambda _: None


@dataclass(frozen=True, slots=True)
class Received:
    """What became of everything that was sent; `letters` and `refusals` in the order sent."""

    batch: Batch
    letters: tuple[NewLetter, ...]
    refusals: tuple[Refusal, ...]
    is_repeat: bool = False  # the same delivery was here before: this is what it made then


class RefusedError(Exception):
    """A file that turns out, while it is read, not to be one that can be taken in."""

    def __init__(self, code: str, **values: object) -> None:
        """Keep the code and what its sentence needs."""
        super().__init__(code)
        self.code = code
        self.values = values


@dataclass(frozen=True, slots=True)
class Taken:
    """One file that was written down, or why it was not."""

    file: str
    facts: Facts
    draft: Draft | None = None
    refusal: Refusal | None = None
    message: StoredBlob | None = None


def _nothing(_transaction: Transaction, _received: Received) -> None:
    """Keep nothing else."""


def receive(
    files: Iterable[Incoming],
    envelope: Envelope,
    *,
    desk: Desk,
    also: Callable[[Transaction, Received], None] = _nothing,
) -> Received:
    """Take in files as one batch; when this returns nothing of it can be lost any more.

    `also` keeps what must be kept in the same transaction: that a file or message was taken in.

    Raises:
        NotFoundError: when there is no such organisation.
        BusyError: when the store cannot do it now.
        FullError: when there is no room left; as after any error, nothing was taken in.

    """
    with Intake(desk) as intake:
        for each in files:
            intake.take(each)
        return intake.enter(envelope, also=also)


class Intake:
    """Files on their way in; a context that throws away what was not entered in the end."""

    def __init__(self, desk: Desk) -> None:
        """Begin with nothing."""
        self._desk = desk
        self.taken: list[Taken] = []

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Throw away drafts that were not entered."""
        self._desk.blobs.discard([each.draft for each in self.taken if each.draft])

    def take(self, incoming: Incoming) -> None:
        """Write down one file, or note why it is refused."""
        if incoming.refusal is not None:
            self._refuse(incoming, incoming.refusal)
            return
        try:
            with incoming.open() as source:
                draft = self._desk.blobs.draft(source, max_bytes=self._desk.max_file_bytes)
        except TooManyBytesError as error:
            refusal = refused(incoming.file, "te_groot", max_mb=error.max_bytes // (1024 * 1024))
            self._refuse(incoming, refusal)
            return
        except RefusedError as error:
            self._refuse(incoming, refused(incoming.file, error.code, **error.values))
            return
        self.taken.append(Taken(incoming.file, incoming.facts, draft, message=incoming.message))
        if draft.stored.size == 0:
            self._desk.blobs.discard([draft])
            empty = refused(incoming.file, "leeg_bestand")
            self.taken[-1] = Taken(incoming.file, incoming.facts, refusal=empty)

    def tell(self, facts: Mapping[str, Facts]) -> None:
        """Lay what is told of files, by name, over what is known of them already."""
        self.taken = [
            replace(each, facts=facts[each.file].over(each.facts)) if each.file in facts else each
            for each in self.taken
        ]

    def enter(
        self,
        envelope: Envelope,
        *,
        key_hash: str | None = None,
        also: Callable[[Transaction, Received], None] = _nothing,
    ) -> Received:
        """Keep everything that was taken; the same key with the same content does so once.

        Raises:
            ReusedKeyError: when the key came with other content before.

        """
        desk = self._desk
        batch = Batch(
            id=desk.new_id(),
            organisation_id=envelope.organisation_id,
            door=envelope.door,
            received_at=desk.clock.now(),
            received_by=envelope.received_by,
            name=envelope.name,
            channel_ids=envelope.channel_ids,
        )
        once = Once(key_hash, self._fingerprint(envelope)) if key_hash else None
        with desk.store.reading() as transaction:
            known = once and _known(transaction, once, batch.organisation_id)
            profile = transaction.organisations.find(batch.organisation_id).profile
        if known:
            return known
        defaults = envelope.defaults.over(Facts(profile=profile, channel=Channel.POST))
        return self._enter(batch, defaults, once, also)

    def _enter(
        self,
        batch: Batch,
        defaults: Facts,
        once: Once | None,
        also: Callable[[Transaction, Received], None],
    ) -> Received:
        desk = self._desk
        letters = tuple(
            _letter(each, each.draft, defaults, desk.new_id()) for each in self.taken if each.draft
        )
        refusals = tuple(each.refusal for each in self.taken if each.refusal)
        received = Received(batch, letters, refusals)
        desk.blobs.keep([each.draft for each in self.taken if each.draft])
        with desk.store.accepting() as transaction:
            known = once and _known(transaction, once, batch.organisation_id)
            if known:
                return known
            transaction.batches.add(batch, refusals)
            if once and not transaction.batches.remember(once, batch):
                raise BusyError  # the same delivery is being entered at this moment
            transaction.letters.add(batch, letters)
            transaction.jobs.put_all(Work.READ, [each.id for each in letters])
            also(transaction, received)
            desk.check(transaction)
            # a clean-up that took the same bytes for orphans has ended, or waits for us
            if desk.blobs.missing(set(_kept_by(letters))):
                raise BusyError
        return received

    def _refuse(self, incoming: Incoming, refusal: Refusal) -> None:
        self.taken.append(Taken(incoming.file, incoming.facts, refusal=refusal))

    def _fingerprint(self, envelope: Envelope) -> str:
        """Return a hash of what was sent, whatever its boundaries and order of headers were."""
        content = {
            "batch": [envelope.name, *envelope.channel_ids],
            "defaults": _plain(envelope.defaults),
            "files": [
                [each.file, each.draft.stored.sha256 if each.draft else None, _plain(each.facts)]
                for each in self.taken
            ],
        }
        return hashlib.sha256(json.dumps(content).encode()).hexdigest()


@dataclass(slots=True)
class Peeked:
    """A source of which the first bytes were looked at."""

    source: BinaryIO
    head: bytes = field(init=False)
    _rest: bytes = field(init=False)

    def __post_init__(self) -> None:
        """Look at the first bytes."""
        pieces: list[bytes] = []
        missing = HEAD_BYTES
        while missing and (piece := self.source.read(missing)):
            pieces.append(piece)
            missing -= len(piece)
        self.head = self._rest = b"".join(pieces)

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes, those that were looked at first."""
        if not self._rest:
            return self.source.read(size)
        piece = self._rest if size < 0 else self._rest[:size]
        self._rest = self._rest[len(piece) :]
        return piece if size >= 0 else piece + self.source.read()


def letters_only(incoming: Incoming) -> Incoming:
    """Return the file so that it is refused when it opens, unless its contents may be a letter."""

    @contextmanager
    def open_it() -> Iterator[BinaryIO]:
        with incoming.open() as source:
            peeked = Peeked(source)
            if peeked.head and media_type_of(peeked.head) is None:
                is_list = is_manifest(incoming.file)
                raise RefusedError("los_manifest" if is_list else "geen_document")
            yield cast("BinaryIO", peeked)

    return replace(incoming, open=open_it)


def _known(transaction: Transaction, once: Once, organisation_id: str) -> Received | None:
    """Return what the same delivery made when it was here before."""
    found = transaction.batches.remembered(organisation_id, once.key_hash)
    if found is None:
        return None
    before, batch_id = found
    if before.request_hash != once.request_hash:
        raise ReusedKeyError
    batches = transaction.batches
    return Received(
        batches.find(batch_id),
        batches.letters(batch_id),
        batches.refusals(batch_id),
        is_repeat=True,
    )


def _letter(taken: Taken, draft: Draft, defaults: Facts, letter_id: str) -> NewLetter:
    facts = taken.facts.over(defaults)
    return NewLetter(
        id=letter_id,
        file=taken.file,
        blob=draft.stored,
        profile=facts.profile or "",
        channel=facts.channel or Channel.POST,
        received=facts.received,
        received_source=facts.received_source,
        postmarked=facts.postmarked,
        message=taken.message,
    )


def _kept_by(letters: Iterable[NewLetter]) -> Iterator[str]:
    """Yield the SHA-256 of all bytes that letters need."""
    for letter in letters:
        yield letter.blob.sha256
        if letter.message is not None:
            yield letter.message.sha256


def _plain(facts: Facts) -> list[str]:
    values = (facts.profile, facts.channel, facts.received, facts.received_source, facts.postmarked)
    return ["" if value is None else str(value) for value in values]


def refused(file: str, code: str, **values: object) -> Refusal:
    """Return the refusal of a file with its sentence."""
    return Refusal(file, code, texts.REFUSALS[code].format(**values))
