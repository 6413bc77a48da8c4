"""A mailbox of which the messages are taken in, and only then put away.

The message and its letters are kept first, in one transaction with the fact that they were. After
that the message is moved or marked. A crash in between, a server that numbers its messages anew, or
the same message that comes twice: it is known again, and neither lost nor doubled.
"""

import hashlib
from contextlib import nullcontext
from dataclasses import dataclass
from typing import Final

import structlog

from service.ports.doors import Mailbox, MailWaiting, OpenMailbox
from service.ports.errors import MailboxError
from service.ports.store import Transaction
from service.records.doors import TakenMail
from service.records.letters import AMSTERDAM, Door, StoredBlob
from service.usecases.expand import needs_person, open_message
from service.usecases.opener import Opener
from service.usecases.receive import Desk, Envelope, Facts, Incoming, Received, receive, refused
from service.usecases.tries import Tries
from validators.report import Channel, ReceivedSource

LIMIT: Final = 200  # messages that are taken in in one walk

# Codes of what an administrator is told; those of a mailbox in trouble come from its adapter.
PART_REFUSED: Final = "mail_met_rest"
BREAKS: Final = "mail_breekt"
TROUBLES: Final = (
    *("mailbox_weg", "mailbox_wachtwoord", "mailbox_map_weg", "mailbox_fout"),
    *("mailbox_token_weg", "mailbox_token_geweigerd"),
)
ALERTS: Final = frozenset({PART_REFUSED, BREAKS, *TROUBLES})

log = structlog.get_logger("postkamer.deuren")


@dataclass(frozen=True, slots=True)
class MailWatch:
    """A mailbox, and what holds for every letter that comes out of it."""

    id: str
    organisation_id: str
    profile: str | None = None


@dataclass(slots=True)
class Fetched:
    """What one walk did."""

    messages: int = 0
    letters: int = 0
    refused: int = 0
    known: int = 0
    left: int = 0


class MailRound:
    """Takes in the messages of one mailbox."""

    def __init__(self, watch: MailWatch, mailbox: Mailbox, *, desk: Desk, opener: Opener) -> None:
        """Begin; nothing was fetched yet."""
        self._watch = watch
        self._mailbox = mailbox
        self._desk = desk
        self._opener = opener
        self._tries = Tries()

    def walk(self) -> Fetched:
        """Take in what is new.

        Raises:
            MailboxError: when the mailbox cannot be used now.
            OSError: when nothing can be kept, as with a full disk.

        """
        done = Fetched()
        try:
            with self._mailbox.open_mailbox() as opened:
                self._take_all(opened, done)
        except MailboxError as error:
            log.warning("mailbox_in_trouble", mailbox=self._watch.id, code=error.code)
            self._alert(error.code)
            raise
        if done.messages:
            log.info("mailbox_walked", mailbox=self._watch.id, count=done.messages, door="mail")
        return done

    def _take_all(self, opened: OpenMailbox, done: Fetched) -> None:
        waiting = opened.waiting()
        with self._desk.store.reading() as transaction:
            known = transaction.mails.at(self._watch.id, [each.place for each in waiting])
        for each in waiting:
            if each.place in known:
                done.known += 1
                opened.mark(each.uid, needs_person=known[each.place].needs_person)
        new = [each for each in waiting if each.place not in known]
        self._tries.forget_all_but([each.place for each in new])
        new.sort(key=lambda each: self._tries.count(each.place))
        for each in new[:LIMIT]:
            self._take(each, opened, done)
        done.left += len(new[LIMIT:])

    def _take(self, waiting: MailWaiting, opened: OpenMailbox, done: Fetched) -> None:
        if self._tries.is_over(waiting.place):
            self._alert(BREAKS)
            done.left += 1
            return
        raw = opened.fetch(waiting.uid) if waiting.size <= self._opener.max_bytes else b""
        if raw is None:
            return
        with self._tries.counted(waiting.place):
            taken = self._known(raw, waiting) or self._receive(raw, waiting, done)
        opened.mark(waiting.uid, needs_person=taken.needs_person)

    def _known(self, raw: bytes, waiting: MailWaiting) -> TakenMail | None:
        """Return the message when it was taken in before, from another place."""
        key = key_of(raw, waiting)
        with self._desk.store.working() as transaction:
            taken = transaction.mails.find(self._watch.id, key)
            if taken is not None:
                transaction.mails.lies_at(taken, waiting.place)
        return taken

    def _receive(self, raw: bytes, waiting: MailWaiting, done: Fetched) -> TakenMail:
        parts = self._parts(raw)
        taken: list[TakenMail] = []

        def also(transaction: Transaction, received: Received) -> None:
            taken.append(self._taken(raw, waiting, received, blob=parts[0].message))
            transaction.mails.add(taken[0])
            if taken[0].needs_person:
                self._alert_in(transaction, PART_REFUSED, about=received.batch.id)

        envelope = Envelope(
            organisation_id=self._watch.organisation_id,
            door=Door.MAIL,
            received_by=self._watch.id,
            defaults=self._defaults(waiting),
        )
        received = receive(parts, envelope, desk=self._desk, also=also)
        done.messages += 1
        done.letters += len(received.letters)
        done.refused += len(received.refusals)
        return taken[0]

    def _defaults(self, waiting: MailWaiting) -> Facts:
        """Return what holds for messages that do not say when they came."""
        arrived = waiting.arrived_at
        return Facts(
            profile=self._watch.profile,
            channel=Channel.EMAIL,
            received=arrived.astimezone(AMSTERDAM).date() if arrived else None,
            received_source=ReceivedSource.MAIL if arrived else None,
        )

    def _parts(self, raw: bytes) -> tuple[Incoming, ...]:
        if raw:
            return open_message("", raw, opener=self._opener)
        max_mb = self._opener.max_bytes // (1024 * 1024)
        refusal = refused("bericht", "te_groot", max_mb=max_mb)
        return (Incoming("bericht", nullcontext, refusal=refusal),)  # type: ignore[arg-type]

    def _taken(
        self, raw: bytes, waiting: MailWaiting, received: Received, *, blob: StoredBlob | None
    ) -> TakenMail:
        return TakenMail(
            mailbox=self._watch.id,
            message_hash=key_of(raw, waiting),
            place=waiting.place,
            blob=blob,
            batch_id=received.batch.id,
            needs_person=any(needs_person(each) for each in received.refusals),
            taken_at=received.batch.received_at,
        )

    def _alert(self, code: str) -> None:
        with self._desk.store.working() as transaction:
            self._alert_in(transaction, code, about=self._watch.id)

    def _alert_in(self, transaction: Transaction, code: str, *, about: str) -> None:
        organisation_id, now = self._watch.organisation_id, self._desk.clock.now()
        transaction.alerts.add(code, about=about, organisation_id=organisation_id, now=now)


def key_of(raw: bytes, waiting: MailWaiting) -> str:
    """Return what is the same for the same message, wherever and however often it lies.

    That is its Message-ID with everything below the headers: what servers add on the way differs.
    One that was too large to fetch has only its place.
    """
    if not raw:
        return hashlib.sha256(waiting.place.encode()).hexdigest()
    head, _, body = raw.replace(b"\r\n", b"\n").partition(b"\n\n")
    named = [line for line in head.split(b"\n") if line.lower().startswith(b"message-id:")]
    return hashlib.sha256((named[0] if named else head) + b"\n\n" + body).hexdigest()
