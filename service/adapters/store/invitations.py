"""Links with which people make their account."""

import datetime as dt

import sqlalchemy as sa

from service.adapters.store.tables import invitation
from service.ports.errors import NotFoundError
from service.records.people import Invitation, Role


class SqlInvitations:
    """The invitations in one transaction."""

    def __init__(self, connection: sa.Connection) -> None:
        """Work in the transaction of this connection."""
        self._connection = connection

    def add(self, new: Invitation) -> None:
        """Keep a new invitation."""
        self._connection.execute(
            invitation.insert().values(
                token_hash=new.token_hash,
                organisation_id=new.organisation_id,
                account_id=new.account_id,
                role=new.role,
                created_at=new.created_at,
                expires_at=new.expires_at,
            )
        )

    def find(self, token_hash: str) -> Invitation:
        """Return an invitation, used or not."""
        row = self._connection.execute(
            invitation.select().where(invitation.c.token_hash == token_hash)
        ).one_or_none()
        if row is None:
            raise NotFoundError
        return Invitation(
            token_hash=row.token_hash,
            organisation_id=row.organisation_id,
            role=Role(row.role),
            created_at=row.created_at,
            expires_at=row.expires_at,
            account_id=row.account_id,
            used_at=row.used_at,
        )

    def use(self, token_hash: str, *, now: dt.datetime) -> bool:
        """Use an invitation; False when someone was first."""
        used = self._connection.execute(
            invitation.update()
            .where(invitation.c.token_hash == token_hash)
            .where(invitation.c.used_at.is_(None))
            .values(used_at=now)
        )
        return used.rowcount > 0

    def withdraw_unused(self) -> None:
        """Throw away every invitation that was not used."""
        self._connection.execute(invitation.delete().where(invitation.c.used_at.is_(None)))
