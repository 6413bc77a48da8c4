"""Events on their way to channels."""

import datetime as dt
import uuid

import sqlalchemy as sa

from service.adapters.store.tables import batch, channel, delivery, letter
from service.records import DeliveryState, Event


class SqlDeliveries:
    """The deliveries in one transaction."""

    def __init__(self, connection: sa.Connection) -> None:
        """Work in the transaction of this connection."""
        self._connection = connection

    def plan(self, event: Event, *, profile: str, now: dt.datetime) -> tuple[str, ...]:
        """Keep a delivery for each channel that must have the event; return their ids."""
        ids = []
        for channel_id in self._channels_of(event, profile):
            delivery_id = str(uuid.uuid5(uuid.UUID(event.id), channel_id))
            self._connection.execute(
                delivery.insert().values(
                    id=delivery_id,
                    organisation_id=event.organisation_id,
                    event_id=event.id,
                    letter_id=event.letter_id,
                    channel_id=channel_id,
                    state=DeliveryState.WAITING,
                    next_at=now,
                    created_at=now,
                )
            )
            ids.append(delivery_id)
        return tuple(ids)

    def _channels_of(self, event: Event, profile: str) -> tuple[str, ...]:
        """Return the channels that the batch names, or else the default ones for the profile."""
        named = self._connection.execute(
            sa.select(batch.c.channel_ids)
            .join(letter, letter.c.batch_id == batch.c.id)
            .where(letter.c.id == event.letter_id)
        ).scalar_one()
        rows = self._connection.execute(
            channel.select()
            .where(channel.c.organisation_id == event.organisation_id)
            .where(channel.c.disabled_at.is_(None))
            .order_by(channel.c.id)
        ).all()
        if named:
            return tuple(row.id for row in rows if row.id in named.split())
        return tuple(
            row.id
            for row in rows
            if row.is_default and (not row.profiles or profile in row.profiles.split())
        )
