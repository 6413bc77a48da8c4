"""The people who work here."""

import datetime as dt
from typing import Any

import sqlalchemy as sa

from service.adapters.store.tables import account
from service.ports.errors import NotFoundError
from service.records.people import Account, Role


class SqlAccounts:
    """The accounts in one transaction."""

    def __init__(self, connection: sa.Connection) -> None:
        """Work in the transaction of this connection."""
        self._connection = connection

    def add(self, new: Account) -> None:
        """Keep a new account."""
        self._connection.execute(
            account.insert().values(
                id=new.id,
                organisation_id=new.organisation_id,
                email=new.email,
                name=new.name,
                role=new.role,
                password_hash=new.password_hash,
                created_at=new.created_at,
            )
        )

    def find(self, account_id: str) -> Account:
        """Return an account."""
        return self._one(account.c.id == account_id)

    def by_email(self, email: str) -> Account:
        """Return the account with this address, in small letters."""
        return self._one(account.c.email == email)

    def are_there(self) -> bool:
        """Tell whether anyone has an account."""
        return self._connection.execute(sa.select(account.c.id).limit(1)).first() is not None

    def all(self, organisation_id: str) -> tuple[Account, ...]:
        """Return the people of an organisation by name."""
        rows = self._connection.execute(
            account.select()
            .where(account.c.organisation_id == organisation_id)
            .order_by(account.c.name, account.c.id)
        )
        return tuple(_record(row) for row in rows)

    def set_closed(self, account_id: str, at: dt.datetime | None) -> None:
        """Close an account, or (None) open it again."""
        self._change(account_id, disabled_at=at)

    def set_password(self, account_id: str, password_hash: str) -> None:
        """Give an account a new password."""
        self._change(account_id, password_hash=password_hash)

    def set_role(self, account_id: str, role: Role) -> None:
        """Give an account another role."""
        self._change(account_id, role=role)

    def logged_in(self, account_id: str, *, now: dt.datetime) -> None:
        """Note that the person logged in."""
        self._change(account_id, last_login_at=now)

    def _change(self, account_id: str, **values: object) -> None:
        self._connection.execute(
            account.update().where(account.c.id == account_id).values(**values)
        )

    def _one(self, condition: sa.ColumnElement[bool]) -> Account:
        row = self._connection.execute(account.select().where(condition)).one_or_none()
        if row is None:
            raise NotFoundError
        return _record(row)


def _record(row: sa.Row[Any]) -> Account:
    return Account(
        id=row.id,
        organisation_id=row.organisation_id,
        email=row.email,
        name=row.name,
        role=Role(row.role),
        created_at=row.created_at,
        password_hash=row.password_hash,
        last_login_at=row.last_login_at,
        disabled_at=row.disabled_at,
    )
