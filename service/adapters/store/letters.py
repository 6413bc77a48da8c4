"""The letters that came in, their reports and what was read of them."""

import dataclasses
import datetime as dt
import uuid
from collections import Counter
from collections.abc import Collection, Sequence
from typing import Any

import sqlalchemy as sa

from extractors.element import ElementId
from service.adapters.sealing import Sealer
from service.adapters.store.database import dialect_insert, insert_all_once
from service.adapters.store.summaries import search_words, summary_of
from service.adapters.store.tables import (
    alert,
    blob,
    concept,
    correction,
    delivery,
    dossier_key,
    duplicate,
    element_count,
    event,
    fingerprint,
    follow_up,
    job,
    letter,
    mail,
    reading,
    report,
    search_word,
    sent_letter,
)
from service.adapters.store.ties import keep_fingerprint, keep_keys
from service.ports.errors import NotFoundError
from service.records.letters import (
    Batch,
    FinishedLetter,
    LetterQuery,
    LetterRecord,
    LetterState,
    NewLetter,
)
from validators.assess import Receipt
from validators.report import Channel, ReceivedSource, Report, Status

# Columns that a record takes over without a change.
_AS_THEY_ARE = tuple(
    field.name
    for field in dataclasses.fields(LetterRecord)
    if field.name not in {"file", "channel", "received_source", "state"}
)


_SHOWN = tuple(letter.c[field.name] for field in dataclasses.fields(LetterRecord))
_INSERT = letter.insert()


def _conditions(query: LetterQuery) -> list[sa.ColumnElement[bool]]:
    """Return what the letters must meet, of what was asked."""
    equal = {
        letter.c.state: query.state,
        letter.c.verdict: query.verdict,
        letter.c.kind: query.kind,
        letter.c.window_verdict: query.window_verdict,
        letter.c.profile: query.profile,
        letter.c.channel: query.channel,
        letter.c.batch_id: query.batch_id,
    }
    conditions = [column == value for column, value in equal.items() if value is not None]
    if query.is_open:
        conditions.append(letter.c.handled_at.is_(None))
    if query.before is not None:
        conditions.append(letter.c.number < query.before)
    if query.received_from is not None:
        conditions.append(letter.c.received >= query.received_from)
    if query.received_to is not None:
        conditions.append(letter.c.received <= query.received_to)
    if query.last_day_from is not None:
        conditions.append(letter.c.last_day >= query.last_day_from)
    if query.last_day_to is not None:
        conditions.append(letter.c.last_day <= query.last_day_to)
    return conditions


# In an order in which no row refers to one that is gone.
ABOUT_A_LETTER = (
    concept,
    *(follow_up, sent_letter, correction, search_word),
    *(delivery, event, reading, report),
    *(dossier_key, fingerprint, duplicate),
)


def work_order(urgency: int, due: dt.date | None) -> str:
    """Return what sorts as work is done: the most urgent, then what is due first.

    >>> work_order(2, dt.date(2026, 11, 12)) < work_order(0, None)
    True
    """
    return f"{9 - urgency} {due or dt.date.max}"


class SqlLetters:
    """The letters in one transaction."""

    def __init__(self, connection: sa.Connection, sealer: Sealer) -> None:
        """Work in the transaction of this connection."""
        self._connection = connection
        self._sealer = sealer

    def add(self, batch: Batch, letters: Sequence[NewLetter]) -> None:
        """Keep letters that were received, in this order."""
        if not letters:
            return
        insert_all_once(
            self._connection,
            blob,
            [
                {"sha256": kept.sha256, "size": kept.size, "created_at": batch.received_at}
                for each in letters
                for kept in (each.blob, each.message)
                if kept is not None
            ],
        )
        self._connection.execute(
            _INSERT,
            [
                {
                    "id": each.id,
                    "organisation_id": batch.organisation_id,
                    "batch_id": batch.id,
                    "part": 1,
                    "file": self._sealer.seal_text(each.file),
                    "sha256": each.blob.sha256,
                    "message_sha256": each.message.sha256 if each.message else None,
                    "profile": each.profile,
                    "channel": each.channel,
                    "received": each.received,
                    "received_source": each.received_source,
                    "postmarked": each.postmarked,
                    "arrived_at": batch.received_at,
                    "state": LetterState.RECEIVED,
                }
                for each in letters
            ],
        )

    def find(self, letter_id: str, *, organisation_id: str | None = None) -> LetterRecord:
        """Return a letter, as long as it is of this organisation (None: of any)."""
        query = letter.select().where(letter.c.id == letter_id)
        if organisation_id is not None:
            query = query.where(letter.c.organisation_id == organisation_id)
        row = self._connection.execute(query).one_or_none()
        if row is None:
            raise NotFoundError(letter_id)
        return self.record(row)

    def hold(self, letter_id: str) -> LetterRecord:
        """Return a letter that nobody else changes until the end of this transaction."""
        query = letter.select().where(letter.c.id == letter_id).with_for_update()
        row = self._connection.execute(query).one_or_none()
        if row is None:
            raise NotFoundError(letter_id)
        return self.record(row)

    def parts(self, letter_id: str) -> tuple[LetterRecord, ...]:
        """Return the other letters of the same scan, in their order."""
        rows = self._connection.execute(
            letter.select().where(letter.c.first_id == letter_id).order_by(letter.c.part)
        )
        return tuple(self.record(row) for row in rows)

    def list(self, query: LetterQuery) -> tuple[LetterRecord, ...]:
        """Return the letters that are asked for, the newest first."""
        chosen = (
            sa.select(letter.c.number)
            .where(letter.c.organisation_id == query.organisation_id, *_conditions(query))
            .order_by(letter.c.number.desc())
            .limit(query.limit)
        )
        rows = self._connection.execute(
            sa.select(*_SHOWN).where(letter.c.number.in_(chosen)).order_by(letter.c.number.desc())
        )
        return tuple(self.record(row) for row in rows)

    def of_person(self, organisation_id: str, bsn: str) -> tuple[LetterRecord, ...]:
        """Return all letters with this BSN, in the order of arrival."""
        rows = self._connection.execute(
            letter.select()
            .where(letter.c.organisation_id == organisation_id)
            .where(letter.c.bsn_hash == self._sealer.search_hash(bsn))
            .order_by(letter.c.number)
        )
        return tuple(self.record(row) for row in rows)

    def destroy(self, letter_id: str) -> tuple[str, ...]:
        """Remove a letter with all that was kept of it, and the other letters of its scan."""
        first = self.find(letter_id)
        mine = sa.or_(letter.c.id == letter_id, letter.c.first_id == letter_id)
        ids = self._connection.execute(sa.select(letter.c.id).where(mine)).scalars().all()
        self._connection.execute(duplicate.delete().where(duplicate.c.other_id.in_(ids)))
        answers = sa.select(sent_letter.c.sha256).where(sent_letter.c.letter_id.in_(ids))
        sent = set(self._connection.execute(answers).scalars())
        self._connection.execute(job.delete().where(job.c.about.in_(ids)))
        self._connection.execute(alert.delete().where(alert.c.about.in_(ids)))
        for table in ABOUT_A_LETTER:
            self._connection.execute(table.delete().where(table.c.letter_id.in_(ids)))
        self._connection.execute(letter.delete().where(letter.c.first_id == letter_id))
        self._connection.execute(letter.delete().where(letter.c.id == letter_id))
        self._let_go_of_message(first.batch_id)
        kept = {first.sha256, first.message_sha256, *sent} - {None}
        orphans = tuple(sha256 for sha256 in sorted(filter(None, kept)) if self._is_orphan(sha256))
        self._connection.execute(blob.delete().where(blob.c.sha256.in_(orphans)))
        return orphans

    def orphans(self, of: Collection[str]) -> frozenset[str]:
        """Return which of these bytes no letter has, nor a message that gave no letters."""
        return frozenset(sha256 for sha256 in of if self._is_orphan(sha256))

    def remove_orphans(self, of: Collection[str]) -> frozenset[str]:
        """Forget which of these bytes nobody has any more; return which those were."""
        gone = self.orphans(of)
        self._connection.execute(blob.delete().where(blob.c.sha256.in_(gone)))
        return gone

    def _is_orphan(self, sha256: str) -> bool:
        uses = [letter.c.sha256, letter.c.message_sha256, sent_letter.c.sha256, mail.c.sha256]
        return not any(
            self._connection.execute(sa.select(use).where(use == sha256).limit(1)).first()
            for use in uses
        )

    def _let_go_of_message(self, batch_id: str) -> None:
        """Let an e-mail go with the last of the letters that came out of it."""
        others = sa.select(letter.c.id).where(letter.c.batch_id == batch_id)
        self._connection.execute(
            mail.update().where(mail.c.batch_id == batch_id, ~others.exists()).values(sha256=None)
        )

    def claim(self, letter_id: str, *, now: dt.datetime) -> LetterRecord | None:
        """Count that a worker begins; None when the letter is done or is not there any more.

        Counted before the work, so that a letter that kills its worker cannot do so for ever.
        """
        claimed = self._connection.execute(
            letter.update()
            .where(letter.c.id == letter_id)
            .where(letter.c.state.in_([LetterState.RECEIVED, LetterState.BUSY]))
            .values(state=LetterState.BUSY, claims=letter.c.claims + 1, claimed_at=now)
        )
        return self.find(letter_id) if claimed.rowcount else None

    def put_back(self, letter_id: str) -> None:
        """Take back that a worker began: it was not the letter that stopped it."""
        self._connection.execute(
            letter.update()
            .where(letter.c.id == letter_id)
            .where(letter.c.state == LetterState.BUSY)
            .where(letter.c.claims > 0)
            .values(state=LetterState.RECEIVED, claims=letter.c.claims - 1)
        )

    def oldest_waiting(self) -> dt.datetime | None:
        """Return when the letter arrived that nobody began with and waits longest, if there is."""
        waiting = letter.c.state == LetterState.RECEIVED
        return self._connection.execute(
            sa.select(sa.func.min(letter.c.arrived_at)).where(waiting)
        ).scalar()

    def stranded(self) -> tuple[LetterRecord, ...]:
        """Return the letters that were put aside for a person, the oldest first."""
        rows = self._connection.execute(
            letter.select().where(letter.c.state == LetterState.STRANDED).order_by(letter.c.number)
        )
        return tuple(self.record(row) for row in rows)

    def revive(self, letter_id: str) -> None:
        """Let a letter that was put aside be read again, as if it had just come in."""
        self._connection.execute(
            letter.update()
            .where(letter.c.id == letter_id)
            .where(letter.c.state == LetterState.STRANDED)
            .values(state=LetterState.RECEIVED, claims=0, finished_at=None)
        )

    def accept(self, letter_id: str) -> None:
        """Let a letter that was put aside be done, with the report that it has."""
        self._connection.execute(
            letter.update()
            .where(letter.c.id == letter_id)
            .where(letter.c.state == LetterState.STRANDED)
            .values(state=LetterState.DONE)
        )

    def finish(
        self,
        letter_id: str,
        finished: Sequence[FinishedLetter],
        *,
        now: dt.datetime,
        is_stranded: bool = False,
    ) -> tuple[LetterRecord, ...]:
        """Keep what became of a file, one letter of it each; part 1 is the letter itself."""
        first = self.find(letter_id)
        state = LetterState.STRANDED if is_stranded else LetterState.DONE
        records = []
        for part, each in enumerate(finished, start=1):
            part_id = letter_id if part == 1 else self._add_part(first, part)
            self._keep_report(part_id, each, now=now, state=state)
            self._keep_machine_verdict(part_id, each.report)
            records.append(self.find(part_id))
        self._count_elements(first, [each.report for each in finished])
        return tuple(records)

    def _keep_machine_verdict(self, letter_id: str, made: Report) -> None:
        machine = letter.update().where(letter.c.id == letter_id)
        self._connection.execute(machine.values(machine_verdict=made.verdict))

    def _count_elements(self, first: LetterRecord, reports: Sequence[Report]) -> None:
        """Count what was found, missing or uncertain, in an order that all processes keep.

        What nobody asked for is never missing.
        """
        seen = Counter(
            (element, state.status)
            for made in reports
            for element, state in made.elements.items()
            if state.required or state.status is Status.AANWEZIG
        )
        insert = dialect_insert(self._connection)(element_count)
        more = insert.on_conflict_do_update(
            index_elements=list(element_count.primary_key),
            set_={"number": element_count.c.number + insert.excluded.number},
        )
        rows = [
            {
                "organisation_id": first.organisation_id,
                "arrived_on": first.arrived_on,
                "profile": first.profile,
                "element": element,
                "status": status,
                "number": number,
            }
            for (element, status), number in sorted(seen.items())
        ]
        if rows:
            self._connection.execute(more, rows)

    def change_receipt(self, letter_id: str, receipt: Receipt, profile: str) -> LetterRecord:
        """Keep how and when a letter came in, and by which profile it is judged."""
        self._connection.execute(
            letter.update()
            .where(letter.c.id == letter_id)
            .values(
                received=receipt.received,
                received_source=receipt.source,
                postmarked=receipt.postmarked,
                channel=receipt.channel,
                profile=profile,
            )
        )
        return self.find(letter_id)

    def renew(self, letter_id: str, finished: FinishedLetter, *, now: dt.datetime) -> LetterRecord:
        """Keep a new report on a letter that was read before."""
        self._keep_report(letter_id, finished, now=now, state=LetterState.DONE)
        return self.find(letter_id)

    def report(self, letter_id: str, version: int | None = None) -> Report:
        """Return the report on a letter, the last one by default."""
        query = report.select().where(report.c.letter_id == letter_id)
        if version is not None:
            query = query.where(report.c.version == version)
        row = self._connection.execute(query.order_by(report.c.version.desc()).limit(1)).first()
        if row is None:
            raise NotFoundError(letter_id)
        return Report.model_validate_json(self._sealer.open(row.content))

    def read_at(self, letter_id: str) -> dt.datetime | None:
        """Return when what is kept of the letter was read; None when nothing is."""
        query = sa.select(reading.c.created_at).where(reading.c.letter_id == letter_id)
        return self._connection.execute(query).scalar_one_or_none()

    def reading(self, letter_id: str) -> bytes:
        """Return the packed reading of a letter."""
        sealed = self._connection.execute(
            sa.select(reading.c.content).where(reading.c.letter_id == letter_id)
        ).scalar_one_or_none()
        if sealed is None:
            raise NotFoundError(letter_id)
        return self._sealer.open(sealed)

    def record(self, row: sa.Row[Any]) -> LetterRecord:
        """Turn a row of the table into a record."""
        found = row._mapping  # noqa: SLF001 - is public
        return LetterRecord(
            **{name: found[name] for name in _AS_THEY_ARE},
            file=self._sealer.open_text(row.file),
            channel=Channel(row.channel),
            received_source=ReceivedSource(row.received_source) if row.received_source else None,
            state=LetterState(row.state),
        )

    def _add_part(self, first: LetterRecord, part: int) -> str:
        """Keep another letter of the same scan; doing the work again finds the same one."""
        part_id = str(uuid.uuid5(uuid.UUID(first.id), str(part)))
        if self._exists(part_id):
            return part_id
        copied = [
            *("organisation_id", "batch_id", "file", "sha256", "message_sha256"),
            *("profile", "channel"),
            *("received", "received_source", "postmarked", "arrived_at", "arrived_on"),
            *("state", "claims"),
        ]
        row = sa.select(
            sa.literal(part_id),
            sa.literal(part),
            sa.literal(first.id),
            *(letter.c[name] for name in copied),
        ).where(letter.c.id == first.id)
        self._connection.execute(
            letter.insert().from_select(["id", "part", "first_id", *copied], row)
        )
        return part_id

    def _exists(self, letter_id: str) -> bool:
        query = sa.select(letter.c.id).where(letter.c.id == letter_id)
        return self._connection.execute(query).first() is not None

    def _keep_report(
        self, letter_id: str, finished: FinishedLetter, *, now: dt.datetime, state: LetterState
    ) -> None:
        made = finished.report.model_copy(update={"id": letter_id})
        before = self.find(letter_id)
        version = before.report_version + 1
        content = self._sealer.seal(made.model_dump_json().encode())
        self._connection.execute(
            report.insert().values(
                letter_id=letter_id,
                version=version,
                created_at=now,
                content=content,
                profile_sha256=finished.profile_sha256,
            )
        )
        if finished.reading is not None:
            self._keep_reading(letter_id, finished.reading, now)
        if finished.file_pages is not None:
            self._keep_pages(letter_id, made, finished.file_pages)
        self._connection.execute(
            letter.update()
            .where(letter.c.id == letter_id)
            .values(
                state=state,
                finished_at=now,
                report_version=version,
                urgency=finished.urgency,
                work_order=work_order(
                    finished.urgency, before.waits_until or made.submission_window.last_day
                ),
                **self._of_report(made),
            )
        )
        self._keep_words(letter_id, search_words(made))
        record = self.find(letter_id)
        keep_keys(self._connection, self._sealer, made, organisation_id=record.organisation_id)
        if finished.fingerprint is not None:
            keep_fingerprint(self._connection, self._sealer, record, finished.fingerprint)

    def _keep_pages(self, letter_id: str, made: Report, file_pages: int) -> None:
        self._connection.execute(
            letter.update()
            .where(letter.c.id == letter_id)
            .values(
                file_pages=file_pages,
                first_page=made.document.first_page,
                pages=made.document.pages,
            )
        )

    def _keep_words(self, letter_id: str, words: Collection[str]) -> None:
        self._connection.execute(search_word.delete().where(search_word.c.letter_id == letter_id))
        hashes = {self._sealer.search_hash(word) for word in words}
        if hashes:
            rows = [{"letter_id": letter_id, "hash": each} for each in sorted(hashes)]
            self._connection.execute(search_word.insert(), rows)

    def _keep_reading(self, letter_id: str, packed: bytes, now: dt.datetime) -> None:
        self._connection.execute(reading.delete().where(reading.c.letter_id == letter_id))
        sealed = self._sealer.seal(packed)
        self._connection.execute(
            reading.insert().values(letter_id=letter_id, created_at=now, content=sealed)
        )

    def _of_report(self, made: Report) -> dict[str, object]:
        """Return what lists show and search for."""
        bsn = made.elements.get(ElementId.BSN)
        return {
            "verdict": made.verdict,
            "kind": made.kind,
            "window_verdict": made.submission_window.verdict,
            "last_day": made.submission_window.last_day,
            "error_code": made.error.code if made.error else None,
            "summary": self._sealer.seal(summary_of(made)),
            "bsn_hash": self._sealer.search_hash(bsn.value)
            if bsn is not None and isinstance(bsn.value, str)
            else None,
        }
