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
        values = {"id": new.id, "name": new.name, "profile": new.profile, "created_at": now}
        self._connection.execute(organisation.insert().values(values))

    def find(self, organisation_id: str) -> Organisation:
        """Return one organisation."""
        found = self._connection.execute(_FIND, {"wanted": organisation_id}).one_or_none()
        if found is None:
            raise NotFoundError(organisation_id)
        return Organisation(found.id, found.name, found.profile)

    def all(self) -> tuple[Organisation, ...]:
        """Return every organisation by id."""
        rows = self._connection.execute(organisation.select().order_by(organisation.c.id))
        return tuple(Organisation(row.id, row.name, row.profile) for row in rows)
