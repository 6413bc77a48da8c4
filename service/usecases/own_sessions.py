"""The sessions of one person: where they are logged in, and ending that from elsewhere."""

from service.ports.errors import NotFoundError
from service.records.audit import About, Deed, Done, account_actor
from service.records.people import Account, Session
from service.usecases.accounts import IDLE, AccountDesk

HANDLE = 16  # characters of the hash by which a page names a session


def handle_of(session: Session) -> str:
    """Return by what a page names a session: nothing that opens it."""
    return session.token_hash[:HANDLE]


def open_sessions(account: Account, *, desk: AccountDesk) -> tuple[Session, ...]:
    """Return the sessions of a person that still open something, the one used last first."""
    now = desk.clock.now()
    with desk.store.reading() as transaction:
        every = transaction.sessions.of(account.id)
    return tuple(each for each in every if each.expires_at > now and each.seen_at + IDLE > now)


def end_sessions(account: Account, handles: frozenset[str], *, desk: AccountDesk) -> int:
    """End the sessions of a person that are named; return how many there were.

    Raises:
        NotFoundError: when the person has none of them.

    """
    with desk.store.accepting() as transaction:
        ended = [each for each in transaction.sessions.of(account.id) if handle_of(each) in handles]
        if not ended:
            raise NotFoundError
        for each in ended:
            transaction.sessions.end(each.token_hash)
            about = (About.SESSION, handle_of(each), account.organisation_id)
            transaction.audit.note(Deed(account_actor(account.id), Done.SESSION_ENDED, *about))
    return len(ended)
