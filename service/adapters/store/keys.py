"""The keys of other systems."""

import datetime as dt
from typing import Any

import sqlalchemy as sa

from service.adapters.store.tables import api_key
from service.ports.errors import NotFoundError
from service.records.people import ApiKey, Scope

# Asked at every request; to write a question down anew takes longer than to ask it.
_FIND = api_key.select().where(api_key.c.key_hash == sa.bindparam("wanted"))


class SqlKeys:
    """The keys in one transaction."""

    def __init__(self, connection: sa.Connection) -> None:
        """Work in the transaction of this connection."""
        self._connection = connection

    def add(self, key: ApiKey, *, key_hash: str) -> None:
        """Keep a new key, known by the hash of its secret."""
        self._connection.execute(
            api_key.insert().values(
                id=key.id,
                organisation_id=key.organisation_id,
                name=key.name,
                key_hash=key_hash,
                scopes=" ".join(sorted(key.scopes)),
                requests_per_minute=key.requests_per_minute,
                upload_mb=key.upload_mb,
                created_at=key.created_at,
                expires_at=key.expires_at,
            )
        )

    def find(self, key_hash: str) -> ApiKey:
        """Return the key with this secret, valid or not."""
        row = self._connection.execute(_FIND, {"wanted": key_hash}).one_or_none()
        if row is None:
            raise NotFoundError
        return _record(row)

    def all(self, organisation_id: str) -> tuple[ApiKey, ...]:
        """Return the keys of an organisation, the newest first."""
        rows = self._connection.execute(
            api_key.select()
            .where(api_key.c.organisation_id == organisation_id)
            .order_by(api_key.c.created_at.desc(), api_key.c.id)
        )
        return tuple(_record(row) for row in rows)

    def end(self, key_id: str, *, organisation_id: str, at: dt.datetime) -> None:
        """Let a key expire at this time, unless it does so before."""
        earliest = sa.case(
            (api_key.c.expires_at < at, api_key.c.expires_at), else_=sa.literal(at, UTC_TIME)
        )
        self._change(key_id, organisation_id, expires_at=earliest)

    def revoke(self, key_id: str, *, organisation_id: str, now: dt.datetime) -> None:
        """Let a key open nothing any more; doing it again changes nothing."""
        first = sa.func.coalesce(api_key.c.revoked_at, sa.literal(now, UTC_TIME))
        self._change(key_id, organisation_id, revoked_at=first)

    def used(self, key_id: str, *, now: dt.datetime) -> None:
        """Note that the key was used."""
        self._connection.execute(
            api_key.update().where(api_key.c.id == key_id).values(last_used_at=now)
        )

    def _change(self, key_id: str, organisation_id: str, **values: object) -> None:
        changed = self._connection.execute(
            api_key.update()
            .where(api_key.c.id == key_id)
            .where(api_key.c.organisation_id == organisation_id)
            .values(**values)
        )
        if not changed.rowcount:
            raise NotFoundError(key_id)


UTC_TIME = api_key.c.created_at.type


def _record(row: sa.Row[Any]) -> ApiKey:
    return ApiKey(
        id=row.id,
        organisation_id=row.organisation_id,
        name=row.name,
        scopes=frozenset(Scope(scope) for scope in row.scopes.split()),
        created_at=row.created_at,
        requests_per_minute=row.requests_per_minute,
        upload_mb=row.upload_mb,
        last_used_at=row.last_used_at,
        expires_at=row.expires_at,
        revoked_at=row.revoked_at,
    )
