"""Whose letters are kept here."""

import datetime as dt

import sqlalchemy as sa

from service.adapters.store.tables import organisation
from service.ports.errors import NotFoundError
from service.records.letters import Organisation

_FIND = organisation.select().where(organisation.c.id == sa.bindparam("wanted"))


class SqlOrganisations:
    """The organisations in one transaction."""

    def __init__(self, connection: sa.Connection) -> None:
        """Work in the transaction of this connection."""
        self._connection = connection

    def add(self, new: Organisation, *, now: dt.datetime) -> None:
        """Keep a new organisation."""
        self._connection.execute(
            organisation.insert().values(
                id=new.id,
                name=new.name,
                profile=new.profile,
                four_eyes=new.four_eyes,
                created_at=now,
            )
        )

    def set_four_eyes(self, organisation_id: str, *, is_on: bool) -> None:
        """Say whether a jurist looks at letters of the mailroom before they go out."""
        self._connection.execute(
            organisation.update()
            .where(organisation.c.id == organisation_id)
            .values(four_eyes=is_on)
        )

    def find(self, organisation_id: str) -> Organisation:
        """Return one organisation."""
        found = self._connection.execute(_FIND, {"wanted": organisation_id}).one_or_none()
        if found is None:
            raise NotFoundError(organisation_id)
        return Organisation(found.id, found.name, found.profile, found.four_eyes)

    def all(self) -> tuple[Organisation, ...]:
        """Return every organisation by id."""
        rows = self._connection.execute(organisation.select().order_by(organisation.c.id))
        return tuple(Organisation(row.id, row.name, row.profile, row.four_eyes) for row in rows)
