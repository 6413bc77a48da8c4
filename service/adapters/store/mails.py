"""Messages of mailboxes that were taken in."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from service.adapters.store.database import insert_once
from service.adapters.store.tables import blob, letter, mail
from service.ports.errors import BusyError
from service.records.doors import TakenMail
from service.records.letters import StoredBlob

AT_ONCE = 500  # places in one question: databases have a limit


class SqlMails:
    """The messages in one transaction."""

    def __init__(self, connection: sa.Connection) -> None:
        """Work in the transaction of this connection."""
        self._connection = connection

    def add(self, new: TakenMail) -> None:
        """Keep that a message was taken in.

        Raises:
            BusyError: when someone else just did.

        """
        if new.blob is not None:
            size, now = new.blob.size, new.taken_at
            insert_once(self._connection, blob, sha256=new.blob.sha256, size=size, created_at=now)
        is_new = insert_once(
            self._connection,
            mail,
            mailbox=new.mailbox,
            message_hash=new.message_hash,
            place=new.place,
            sha256=new.blob.sha256 if new.blob else None,
            batch_id=new.batch_id,
            needs_person=new.needs_person,
            taken_at=new.taken_at,
        )
        if not is_new:
            raise BusyError

    def find(self, mailbox: str, message_hash: str) -> TakenMail | None:
        """Return a message that was taken in, None when it was not."""
        own = (mail.c.mailbox == mailbox, mail.c.message_hash == message_hash)
        row = self._connection.execute(_query().where(*own)).one_or_none()
        return _mail(row) if row else None

    def at(self, mailbox: str, places: Sequence[str]) -> Mapping[str, TakenMail]:
        """Return the messages that were taken in from these places, by place."""
        return {
            row.place: _mail(row)
            for some in _some(places)
            for row in self._connection.execute(
                _query().where(mail.c.mailbox == mailbox, mail.c.place.in_(some))
            )
        }

    def let_go(self, *, before: dt.datetime) -> frozenset[str]:
        """Let go of the bytes of messages that gave no letters; return those that nobody needs."""
        letters = sa.select(letter.c.id).where(letter.c.batch_id == mail.c.batch_id)
        old = (mail.c.sha256.is_not(None), mail.c.taken_at < before, ~letters.exists())
        found = self._connection.execute(sa.select(mail.c.sha256).where(*old)).scalars().all()
        self._connection.execute(mail.update().where(*old).values(sha256=None))
        return frozenset(found)

    def lies_at(self, taken: TakenMail, place: str) -> None:
        """Keep that the same message was found at another place."""
        self._connection.execute(
            mail.update()
            .where(mail.c.mailbox == taken.mailbox, mail.c.message_hash == taken.message_hash)
            .values(place=place)
        )


def _query() -> sa.Select[Any]:
    return sa.select(mail, blob.c.size).outerjoin(blob, blob.c.sha256 == mail.c.sha256)


def _mail(row: sa.Row[Any]) -> TakenMail:
    return TakenMail(
        mailbox=row.mailbox,
        message_hash=row.message_hash,
        place=row.place,
        blob=StoredBlob(row.sha256, row.size) if row.sha256 else None,
        batch_id=row.batch_id,
        needs_person=row.needs_person,
        taken_at=row.taken_at,
    )


def _some(places: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(places), AT_ONCE):
        yield places[start : start + AT_ONCE]
