"""Where events go; addresses and secrets are kept sealed."""

import datetime as dt
from typing import Any

import sqlalchemy as sa

from service.adapters.sealing import Sealer
from service.adapters.store.tables import channel
from service.ports.errors import NotFoundError
from service.records.deliveries import ChannelRecord


class SqlChannels:
    """The channels in one transaction."""

    def __init__(self, connection: sa.Connection, sealer: Sealer) -> None:
        """Work in the transaction of this connection."""
        self._connection = connection
        self._sealer = sealer

    def add(self, new: ChannelRecord, *, now: dt.datetime) -> None:
        """Keep a new channel."""
        self._connection.execute(
            channel.insert().values(
                id=new.id,
                organisation_id=new.organisation_id,
                kind=new.kind,
                created_at=now,
                **self._changing(new),
            )
        )

    def find(self, channel_id: str, *, organisation_id: str | None = None) -> ChannelRecord:
        """Return a channel, also one that was removed, of this organisation (None: of any)."""
        query = channel.select().where(channel.c.id == channel_id)
        if organisation_id is not None:
            query = query.where(channel.c.organisation_id == organisation_id)
        row = self._connection.execute(query).one_or_none()
        if row is None:
            raise NotFoundError(channel_id)
        return self._record(row)

    def all(self, organisation_id: str | None = None) -> tuple[ChannelRecord, ...]:
        """Return the channels that were not removed, by name."""
        query = channel.select().where(channel.c.removed_at.is_(None))
        if organisation_id is not None:
            query = query.where(channel.c.organisation_id == organisation_id)
        rows = self._connection.execute(query.order_by(channel.c.name, channel.c.id))
        return tuple(self._record(row) for row in rows)

    def keep(self, changed: ChannelRecord) -> None:
        """Keep the settings and the state of a channel as they are in this record."""
        update = channel.update().where(channel.c.id == changed.id)
        self._connection.execute(update.values(**self._changing(changed)))

    def disable(self, channel_id: str, why: str, *, now: dt.datetime) -> None:
        """Disable a channel."""
        self._connection.execute(
            channel.update()
            .where(channel.c.id == channel_id)
            .values(disabled_at=now, disabled_why=why)
        )

    def mark_away(
        self, channel_id: str, until: dt.datetime | None, status: str | None = None
    ) -> None:
        """Keep that a receiver was found away, not to be tried before then; None: it is back."""
        self._connection.execute(
            channel.update()
            .where(channel.c.id == channel_id)
            .values(away_until=until, away_status=status)
        )

    def _changing(self, record: ChannelRecord) -> dict[str, object]:
        """Return the columns that may change."""
        return {
            "name": record.name,
            "settings": self._sealer.seal_text(record.settings),
            "profiles": " ".join(record.profiles),
            "is_default": record.is_default,
            "disabled_at": record.disabled_at,
            "disabled_why": record.disabled_why,
            "removed_at": record.removed_at,
        }

    def _record(self, row: sa.Row[Any]) -> ChannelRecord:
        return ChannelRecord(
            id=row.id,
            organisation_id=row.organisation_id,
            kind=row.kind,
            name=row.name,
            settings=self._sealer.open_text(row.settings),
            profiles=tuple(row.profiles.split()),
            is_default=row.is_default,
            disabled_at=row.disabled_at,
            disabled_why=row.disabled_why,
            away_until=row.away_until,
            away_status=row.away_status,
            removed_at=row.removed_at,
        )
