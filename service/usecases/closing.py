"""Closing the account of someone who left, and opening it again: for who runs the machine."""

from service.records.people import Account
from service.usecases.accounts import AccountDesk, normal


def close_account(email: str, *, desk: AccountDesk) -> Account:
    """Let nobody log in with an account any more; who is logged in is out at once.

    Also with the login of the organisation itself: it makes no account for who has a closed one.

    Raises:
        NotFoundError: when nobody has this address.

    """
    with desk.store.accepting() as transaction:
        account = transaction.accounts.by_email(normal(email))
        transaction.accounts.set_closed(account.id, account.disabled_at or desk.clock.now())
        transaction.sessions.end_all(account.id)
    return account


def open_account(email: str, *, desk: AccountDesk) -> Account:
    """Let someone log in again.

    Raises:
        NotFoundError: when nobody has this address.

    """
    with desk.store.accepting() as transaction:
        account = transaction.accounts.by_email(normal(email))
        transaction.accounts.set_closed(account.id, None)
    return account
