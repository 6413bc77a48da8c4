"""Letters that went out, with the concept that they come from; sealed, as they name people."""

import datetime as dt
from typing import Any

import sqlalchemy as sa

from service.adapters.sealing import Sealer
from service.adapters.store.database import insert_once
from service.adapters.store.tables import blob, sent_letter
from service.concepts import Concept
from service.ports.errors import NotFoundError
from service.records.letters import StoredBlob
from service.records.work import SentLetter


class SqlSentLetters:
    """The sent letters in one transaction."""

    def __init__(self, connection: sa.Connection, sealer: Sealer) -> None:
        """Work in the transaction of this connection."""
        self._connection = connection
        self._sealer = sealer

    def add(self, sent: SentLetter) -> bool:
        """Keep a letter as it was sent; False when it is there already."""
        stored, facts = sent.blob, sent.concept.facts
        insert_once(
            self._connection,
            blob,
            sha256=stored.sha256,
            size=stored.size,
            created_at=sent.created_at,
        )
        return insert_once(
            self._connection,
            sent_letter,
            id=sent.id,
            organisation_id=sent.organisation_id,
            letter_id=sent.letter_id,
            kind=sent.concept.kind,
            format=sent.format,
            sha256=stored.sha256,
            content=self._sealer.seal_text(sent.concept.model_dump_json()),
            sent_on=sent.sent_on,
            last_day=facts.last_day,
            suspends=facts.suspends,
            created_at=sent.created_at,
            created_by=sent.created_by,
        )

    def find(self, sent_id: str, *, organisation_id: str | None = None) -> SentLetter:
        """Return a sent letter, as long as it is of this organisation (None: of any)."""
        query = _letters().where(sent_letter.c.id == sent_id)
        if organisation_id is not None:
            query = query.where(sent_letter.c.organisation_id == organisation_id)
        row = self._connection.execute(query).one_or_none()
        if row is None:
            raise NotFoundError(sent_id)
        return self._record(row)

    def about(self, letter_id: str) -> tuple[SentLetter, ...]:
        """Return what was sent because of a letter, in the order of sending."""
        rows = self._connection.execute(
            _letters().where(sent_letter.c.letter_id == letter_id).order_by(sent_letter.c.number)
        )
        return tuple(map(self._record, rows))

    def recall(self, sent_id: str, *, now: dt.datetime, by: str) -> bool:
        """Note that a letter did not go out after all; False when that was noted already."""
        done = self._connection.execute(
            sent_letter.update()
            .where(sent_letter.c.id == sent_id, sent_letter.c.recalled_at.is_(None))
            .values(recalled_at=now, recalled_by=by)
        )
        return bool(done.rowcount)

    def _record(self, row: sa.Row[Any]) -> SentLetter:
        return SentLetter(
            id=row.id,
            organisation_id=row.organisation_id,
            letter_id=row.letter_id,
            format=row.format,
            blob=StoredBlob(row.sha256, row.size),
            concept=Concept.model_validate_json(self._sealer.open_text(row.content)),
            created_at=row.created_at,
            created_by=row.created_by,
            recalled_at=row.recalled_at,
            recalled_by=row.recalled_by,
        )


def _letters() -> sa.Select[Any]:
    return sa.select(sent_letter, blob.c.size).join(blob, blob.c.sha256 == sent_letter.c.sha256)
