"""Which letters belong together, by keyed hashes alone: no name, number or text can be read back.

Two letters are taken for the same one when their bytes, their first pages or their texts are alike
and nothing speaks against it. Letters of one template are alike too, so likeness is not enough:
the two must agree on who or what they are about, and may not differ in a number or a date.
"""

import datetime as dt
from collections.abc import Collection, Iterator
from typing import Any

import sqlalchemy as sa

from service.adapters.sealing import Sealer
from service.adapters.store.database import insert_all_once
from service.adapters.store.letters import SqlLetters
from service.adapters.store.summaries import read_summary
from service.adapters.store.tables import dossier_key, duplicate, fingerprint, letter
from service.adapters.store.ties import CUT, DATE, DECISION, IMAGE
from service.ports.errors import NotFoundError
from service.records.dossiers import Alike, Duplicate, Related, Tie
from service.records.fingerprints import likeness
from service.records.letters import LetterRecord, Summary

AGREES = (*Tie, IMAGE)
ABOUT = (*Tie, DATE, DECISION)
# A number without a check may be read wrongly on a scan: where all else agrees, that is likelier.
MISREAD = frozenset({Tie.RELATIENUMMER, Tie.KENMERK})
ALL_ELSE = 3
LEAST_IMAGE = 0.9  # of the rows of the picture: the same picture in another file
LEAST_TEXT = 0.5  # a page that was read badly keeps about half of its runs of words
MOST_COMPARED = 50  # the latest that agree on something


class SqlDossiers:
    """Dossiers in one transaction."""

    def __init__(self, connection: sa.Connection, sealer: Sealer) -> None:
        """Work in the transaction of this connection."""
        self._connection = connection
        self._sealer = sealer
        self._letters = SqlLetters(connection, sealer)

    def link(self, letter: LetterRecord) -> int:
        """Look for letters that are probably the same one and keep what is found; say how many."""
        found = dict(self._alike(letter))
        rows = [
            {
                "letter_id": letter.id,
                "other_id": other,
                "organisation_id": letter.organisation_id,
                "alike": alike.value,
                "likeness": share,
            }
            for other, (alike, share) in found.items()
            if not self._is_known(letter.id, other)
        ]
        if rows:
            insert_all_once(self._connection, duplicate, rows)
        return len(rows)

    def related(self, letter: LetterRecord, *, limit: int = 200) -> tuple[Related, ...]:
        """Return the letters of the dossier, this one included, in the order of arrival."""
        ties = self._ties(letter, limit)
        rows = self._rows({letter.id, *ties})
        return tuple(
            Related(
                self._letters.record(row),
                self._summary(row),
                row.handled_at,
                tuple(tie for tie in Tie if tie in ties.get(row.id, ())),
            )
            for row in rows
        )

    def duplicates(self, letter: LetterRecord) -> tuple[Duplicate, ...]:
        """Return the letters that are probably the same one, also those that a person denied."""
        mine = sa.or_(duplicate.c.letter_id == letter.id, duplicate.c.other_id == letter.id)
        pairs = {
            row.other_id if row.letter_id == letter.id else row.letter_id: row
            for row in self._connection.execute(duplicate.select().where(mine))
        }
        return tuple(
            Duplicate(
                self._letters.record(row),
                self._summary(row),
                Alike(pairs[row.id].alike),
                pairs[row.id].likeness,
                pairs[row.id].denied_at,
            )
            for row in self._rows(set(pairs))
        )

    def deny(
        self, letter: LetterRecord, other_id: str, *, account_id: str, at: dt.datetime | None
    ) -> None:
        """Say that two letters are not the same one, or (None) take that back."""
        changed = self._connection.execute(
            duplicate.update()
            .where(_pair(letter.id, other_id))
            .values(denied_at=at, denied_by=account_id if at else None)
        )
        if not changed.rowcount:
            raise NotFoundError(other_id)

    def _alike(self, own: LetterRecord) -> Iterator[tuple[str, tuple[Alike, float]]]:
        """Yield what is probably the same letter, with in what it is."""
        yield from self._same_bytes(own)
        same_bytes = {other for other, _ in self._same_bytes(own)}
        mine = self._keys([own.id]).get(own.id, {})
        words, rows = self._fingerprint(own.id)
        candidates = self._candidates(own, mine) - same_bytes
        for other, keys in self._keys(candidates).items():
            if _differ(mine, keys):
                continue
            other_words, other_rows = self._fingerprint(other)
            image, text = likeness(rows, other_rows), likeness(words, other_words)
            if image >= LEAST_IMAGE:
                yield other, (Alike.IMAGE, image)
            elif text >= LEAST_TEXT:
                yield other, (Alike.TEXT, text)

    def _same_bytes(self, own: LetterRecord) -> Iterator[tuple[str, tuple[Alike, float]]]:
        """Yield the same letter of the same file, sent more than once."""
        found = self._connection.execute(
            sa.select(letter.c.id).where(
                letter.c.sha256 == own.sha256,
                letter.c.organisation_id == own.organisation_id,
                letter.c.part == own.part,
                letter.c.id != own.id,
            )
        )
        for other in found.scalars():
            yield other, (Alike.BYTES, 1.0)

    def _candidates(self, own: LetterRecord, mine: dict[str, str]) -> set[str]:
        """Return the latest letters that agree on who or what they are about."""
        hashes = [mine[kind] for kind in AGREES if kind in mine]
        if not hashes:
            return set()
        scan = own.first_id or own.id
        rows = self._connection.execute(
            sa.select(letter.c.id)
            .join(dossier_key, dossier_key.c.letter_id == letter.c.id)
            .where(
                dossier_key.c.organisation_id == own.organisation_id,
                dossier_key.c.hash.in_(hashes),
                letter.c.id != own.id,
                # two letters in one scan are two letters
                sa.func.coalesce(letter.c.first_id, letter.c.id) != scan,
            )
            .order_by(letter.c.number.desc())
            .limit(MOST_COMPARED)
        )
        return set(rows.scalars())

    def _ties(self, own: LetterRecord, limit: int) -> dict[str, set[str]]:
        """Return the other letters of the dossier with that by which they are."""
        mine = self._keys([own.id]).get(own.id, {})
        wanted = {mine[kind]: kind for kind in Tie if kind in mine}
        rows = self._connection.execute(
            sa.select(dossier_key.c.letter_id, dossier_key.c.hash)
            .join(letter, letter.c.id == dossier_key.c.letter_id)
            .where(dossier_key.c.organisation_id == own.organisation_id)
            .where(dossier_key.c.hash.in_(wanted), dossier_key.c.letter_id != own.id)
            .order_by(letter.c.number.desc())
            .limit(limit * len(Tie))
        )
        ties: dict[str, set[str]] = {}
        for row in rows:
            ties.setdefault(row.letter_id, set()).add(wanted[row.hash])
        keys = self._keys(ties)
        return {
            other: by
            for other, by in list(ties.items())[:limit]
            if by != {Tie.NAME_AND_POSTCODE} or not _is_someone_else(mine, keys[other])
        }

    def _keys(self, ids: Collection[str]) -> dict[str, dict[str, str]]:
        rows = self._connection.execute(
            dossier_key.select().where(dossier_key.c.letter_id.in_(sorted(ids)))
        )
        found: dict[str, dict[str, str]] = {}
        for row in rows:
            found.setdefault(row.letter_id, {})[row.kind] = row.hash
        return found

    def _fingerprint(self, letter_id: str) -> tuple[tuple[bytes, ...], tuple[bytes, ...]]:
        row = self._connection.execute(
            fingerprint.select().where(fingerprint.c.letter_id == letter_id)
        ).one_or_none()
        return ((), ()) if row is None else (_pieces(row.words), _pieces(row.rows))

    def _is_known(self, one: str, other: str) -> bool:
        query = sa.select(duplicate.c.letter_id).where(_pair(one, other))
        return self._connection.execute(query).first() is not None

    def _rows(self, ids: Collection[str]) -> tuple[sa.Row[Any], ...]:
        found = self._connection.execute(
            letter.select().where(letter.c.id.in_(sorted(ids))).order_by(letter.c.number)
        )
        return tuple(found)

    def _summary(self, row: sa.Row[Any]) -> Summary:
        return read_summary(self._sealer.open(row.summary)) if row.summary else Summary()


def _differ(one: dict[str, str], other: dict[str, str]) -> bool:
    """Tell whether the letters name another number or another day."""
    both = {kind for kind in ABOUT if kind in one and kind in other}
    agree = {kind for kind in both if one[kind] == other[kind]}
    differ = both - agree - {Tie.NAME_AND_POSTCODE}
    return bool(differ - MISREAD) or bool(differ and len(agree) < ALL_ELSE)


def _is_someone_else(one: dict[str, str], other: dict[str, str]) -> bool:
    """Tell whether two with one name and postcode, such as father and son, are two persons."""
    return Tie.BSN in one and Tie.BSN in other and one[Tie.BSN] != other[Tie.BSN]


def _pair(one: str, other: str) -> sa.ColumnElement[bool]:
    there = sa.and_(duplicate.c.letter_id == one, duplicate.c.other_id == other)
    back = sa.and_(duplicate.c.letter_id == other, duplicate.c.other_id == one)
    return sa.or_(there, back)


def _pieces(kept: bytes) -> tuple[bytes, ...]:
    return tuple(kept[start : start + CUT] for start in range(0, len(kept), CUT))
