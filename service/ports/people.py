"""Keys of other systems and accounts of people in the store."""

import datetime as dt
from typing import Protocol

from service.records.people import Account, ApiKey, Invitation, Role, Session


class Keys(Protocol):
    """The keys of other systems."""

    def add(self, key: ApiKey, *, key_hash: str) -> None:
        """Keep a new key, known by the hash of its secret."""

    def find(self, key_hash: str) -> ApiKey:
        """Return the key with this secret, valid or not.

        Raises:
            NotFoundError: when there is none.

        """

    def all(self, organisation_id: str) -> tuple[ApiKey, ...]:
        """Return the keys of an organisation, the newest first."""

    def end(self, key_id: str, *, organisation_id: str, at: dt.datetime) -> None:
        """Let a key expire at this time, unless it does so before.

        Raises:
            NotFoundError: when the organisation has no such key.

        """

    def revoke(self, key_id: str, *, organisation_id: str, now: dt.datetime) -> None:
        """Let a key open nothing any more; doing it again changes nothing.

        Raises:
            NotFoundError: when the organisation has no such key.

        """

    def used(self, key_id: str, *, now: dt.datetime) -> None:
        """Note that the key was used."""


class Counts(Protocol):
    """How often something was done in a period; all processes count together.

    A period is named by the second since 1970 at which it began.
    """

    def add(self, who: str, period: int, *, times: int = 1) -> int:
        """Count so many times more; return how often it is now. Earlier periods are forgotten."""

    def read(self, who: str, period: int) -> int:
        """Return how often it was."""

    def forget(self, who: str) -> None:
        """Begin again."""

    def sweep(self, *, before: dt.datetime) -> None:
        """Throw away what was counted in periods that began before this time."""


class Accounts(Protocol):
    """The people who work here."""

    def add(self, account: Account) -> None:
        """Keep a new account."""

    def find(self, account_id: str) -> Account:
        """Return an account.

        Raises:
            NotFoundError: when there is none.

        """

    def by_email(self, email: str) -> Account:
        """Return the account with this address, in small letters.

        Raises:
            NotFoundError: when there is none.

        """

    def are_there(self) -> bool:
        """Tell whether anyone has an account."""

    def all(self, organisation_id: str) -> tuple[Account, ...]:
        """Return the people of an organisation by name."""

    def set_closed(self, account_id: str, at: dt.datetime | None) -> None:
        """Close an account, or (None) open it again."""

    def set_password(self, account_id: str, password_hash: str) -> None:
        """Give an account a new password."""

    def set_role(self, account_id: str, role: Role) -> None:
        """Give an account another role."""

    def logged_in(self, account_id: str, *, now: dt.datetime) -> None:
        """Note that the person logged in."""


class Sessions(Protocol):
    """Who is logged in."""

    def add(self, session: Session) -> None:
        """Keep a new session."""

    def find(self, token_hash: str) -> Session:
        """Return a session, over or not.

        Raises:
            NotFoundError: when there is none.

        """

    def seen(self, token_hash: str, *, now: dt.datetime) -> None:
        """Note that the session was used."""

    def of(self, account_id: str) -> tuple[Session, ...]:
        """Return the sessions of an account, over or not, the one used last first."""

    def end(self, token_hash: str) -> None:
        """End a session."""

    def end_all(self, account_id: str) -> None:
        """End every session of an account."""

    def forget(self, *, before: dt.datetime) -> None:
        """Throw away sessions that were over before this time."""


class Invitations(Protocol):
    """Links with which people make their account."""

    def add(self, invitation: Invitation) -> None:
        """Keep a new invitation."""

    def find(self, token_hash: str) -> Invitation:
        """Return an invitation, used or not.

        Raises:
            NotFoundError: when there is none.

        """

    def use(self, token_hash: str, *, now: dt.datetime) -> bool:
        """Use an invitation; False when someone was first."""

    def withdraw_unused(self) -> None:
        """Throw away every invitation that was not used."""
