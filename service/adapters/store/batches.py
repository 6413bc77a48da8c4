"""What came in together, with the files of it that were refused."""

from collections import Counter
from collections.abc import Sequence

import sqlalchemy as sa

from service.adapters.sealing import Sealer
from service.adapters.store.database import insert_once
from service.adapters.store.tables import (
    batch,
    blob,
    event,
    idempotency,
    letter,
    refusal,
    report,
)
from service.ports.errors import NotFoundError
from service.records.letters import (
    Batch,
    Door,
    LetterState,
    NewLetter,
    Once,
    Progress,
    ReceivedFile,
    Refusal,
    StoredBlob,
)
from validators.report import Channel, ReceivedSource, Report

_INSERT = batch.insert()


class SqlBatches:
    """The batches in one transaction."""

    def __init__(self, connection: sa.Connection, sealer: Sealer) -> None:
        """Work in the transaction of this connection."""
        self._connection = connection
        self._sealer = sealer

    def add(self, new: Batch, refusals: Sequence[Refusal]) -> None:
        """Keep a batch with the files that were refused."""
        self._connection.execute(
            _INSERT,
            {
                "id": new.id,
                "organisation_id": new.organisation_id,
                "name": new.name,
                "door": new.door,
                "received_at": new.received_at,
                "received_by": new.received_by,
                "channel_ids": " ".join(new.channel_ids),
            },
        )
        if refusals:
            self._connection.execute(
                refusal.insert(),
                [
                    {
                        "batch_id": new.id,
                        "file": self._sealer.seal_text(each.file),
                        "code": each.code,
                        "message": each.message,
                    }
                    for each in refusals
                ],
            )

    def find(self, batch_id: str, *, organisation_id: str | None = None) -> Batch:
        """Return a batch, as long as it is of this organisation (None: of any)."""
        query = batch.select().where(batch.c.id == batch_id)
        if organisation_id is not None:
            query = query.where(batch.c.organisation_id == organisation_id)
        row = self._connection.execute(query).one_or_none()
        if row is None:
            raise NotFoundError(batch_id)
        return Batch(
            id=row.id,
            organisation_id=row.organisation_id,
            door=Door(row.door),
            received_at=row.received_at,
            received_by=row.received_by,
            name=row.name,
            channel_ids=tuple(row.channel_ids.split()),
        )

    def letters(self, batch_id: str) -> tuple[NewLetter, ...]:
        """Return the letters as they came in, in the order in which they were sent."""
        rows = self._connection.execute(
            sa.select(letter, blob.c.size)
            .join(blob, blob.c.sha256 == letter.c.sha256)
            .where(letter.c.batch_id == batch_id, letter.c.part == 1)
            .order_by(letter.c.number)
        )
        return tuple(
            NewLetter(
                id=row.id,
                file=self._sealer.open_text(row.file),
                blob=StoredBlob(row.sha256, row.size),
                profile=row.profile,
                channel=Channel(row.channel),
                received=row.received,
                received_source=ReceivedSource(row.received_source)
                if row.received_source
                else None,
                postmarked=row.postmarked,
            )
            for row in rows
        )

    def files(self, batch_id: str) -> tuple[ReceivedFile, ...]:
        """Return the files that came in, in the order in which they were sent."""
        is_first = letter.c.first_id.is_(None)
        rows = self._connection.execute(
            sa.select(letter, blob.c.size)
            .join(blob, blob.c.sha256 == letter.c.sha256)
            .where(letter.c.batch_id == batch_id)
            .order_by(sa.case((is_first, 0), else_=1), letter.c.number)
        ).all()
        ids: dict[str, list[str]] = {}
        for row in rows:
            ids.setdefault(row.first_id or row.id, []).append(row.id)
        return tuple(
            ReceivedFile(
                file=self._sealer.open_text(row.file),
                blob=StoredBlob(row.sha256, row.size),
                arrived_at=row.arrived_at,
                letter_ids=tuple(ids[row.id]),
                pages=row.file_pages,
            )
            for row in rows
            if row.first_id is None
        )

    def progress(self, batch_id: str) -> Progress:
        """Return how far its letters are."""
        rows = self._connection.execute(
            sa.select(letter.c.state, letter.c.verdict, sa.func.count())
            .where(letter.c.batch_id == batch_id)
            .group_by(letter.c.state, letter.c.verdict)
        )
        states: Counter[LetterState] = Counter()
        verdicts: Counter[str] = Counter()
        for state, verdict, count in rows:
            states[LetterState(state)] += count
            if verdict is not None:
                verdicts[verdict] += count
        return Progress(states, verdicts)

    def reports(self, batch_id: str, *, after: int, limit: int) -> tuple[tuple[int, Report], ...]:
        """Return the last report on each letter in the order in which they were made."""
        rows = self._connection.execute(
            sa.select(event.c.cursor, report.c.content)
            .join(letter, letter.c.id == event.c.letter_id)
            .join(
                report,
                sa.and_(
                    report.c.letter_id == event.c.letter_id,
                    report.c.version == event.c.report_version,
                ),
            )
            .where(letter.c.batch_id == batch_id)
            .where(letter.c.report_version == event.c.report_version)
            .where(event.c.cursor > after)
            .order_by(event.c.cursor)
            .limit(limit)
        )
        return tuple(
            (row.cursor, Report.model_validate_json(self._sealer.open(row.content))) for row in rows
        )

    def remember(self, once: Once, made: Batch) -> bool:
        """Keep which batch a key made; False when the key has made one already."""
        return insert_once(
            self._connection,
            idempotency,
            organisation_id=made.organisation_id,
            key_hash=once.key_hash,
            request_hash=once.request_hash,
            batch_id=made.id,
            created_at=made.received_at,
        )

    def remembered(self, organisation_id: str, key_hash: str) -> tuple[Once, str] | None:
        """Return what a key was used for and the id of its batch, None when it is new."""
        row = self._connection.execute(
            idempotency.select()
            .where(idempotency.c.organisation_id == organisation_id)
            .where(idempotency.c.key_hash == key_hash)
        ).one_or_none()
        return row and (Once(row.key_hash, row.request_hash), row.batch_id)

    def refusals(self, batch_id: str) -> tuple[Refusal, ...]:
        """Return the refused files in the order in which they were sent."""
        rows = self._connection.execute(
            refusal.select().where(refusal.c.batch_id == batch_id).order_by(refusal.c.id)
        )
        return tuple(
            Refusal(self._sealer.open_text(row.file), row.code, row.message) for row in rows
        )
