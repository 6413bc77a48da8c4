"""People: invited by a link, logged in with a password or by their organisation, and out again.

Nobody begins with a password that others know: the first account is made with a link that is shown
once, on the machine itself. A session is a random token in the browser, of which only the hash is
kept; it ends when it was not used for a while, and in any case at the end of a working day.
"""

import datetime as dt
import hashlib
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass

from service.ports.errors import NotFoundError, PassingError
from service.ports.store import Store, Transaction
from service.ports.world import Clock, Passwords
from service.records.audit import POSTKAMER, About, Actor, Deed, Done, account_actor
from service.records.letters import Organisation
from service.records.people import Account, Invitation, Role, Session

IDLE = dt.timedelta(hours=1)
LONGEST = dt.timedelta(hours=12)
INVITED = dt.timedelta(days=3)
NOTED_EVERY = dt.timedelta(minutes=1)
SHORTEST_PASSWORD = 12
LONGEST_PASSWORD = 200
PERIOD_S = 15 * 60
MOST_WRONG = 10  # for one address in a period
MOST_WRONG_FROM_ONE_PLACE = 50


class WrongLoginError(Exception):
    """An address and password that do not belong together, or an account that is closed."""


class TooManyLoginsError(Exception):
    """Too many wrong passwords: wait for a while."""

    def __init__(self, wait_s: int) -> None:
        """Keep how long to wait."""
        super().__init__(f"wait {wait_s} s")
        self.wait_s = wait_s


class InvalidInvitationError(Exception):
    """A link that does not work (any more)."""


class OwnAccountError(Exception):
    """Something that nobody may do to their own account."""


class WrongFieldError(Exception):
    """Something filled in that will not do; `field` and `code` say what."""

    def __init__(self, field: str, code: str) -> None:
        """Keep which field, and why."""
        super().__init__(f"{field}: {code}")
        self.field = field
        self.code = code


@dataclass(frozen=True, slots=True)
class AccountDesk:
    """What works with accounts."""

    store: Store
    clock: Clock
    passwords: Passwords
    new_id: Callable[[], str]
    new_secret: Callable[[], str]
    by: Actor = POSTKAMER  # who asks, of what nobody needs to be logged in for


@dataclass(frozen=True, slots=True)
class Person:
    """What someone fills in about themselves."""

    name: str
    email: str
    password: str


@dataclass(frozen=True, slots=True)
class Vouched:
    """Someone for whom the organisation's own login vouches."""

    email: str
    name: str
    roles: Sequence[str]
    organisation_id: str


def first_invitation(organisation: Organisation, *, desk: AccountDesk) -> str | None:
    """Return the secret of a link for the first administrator, None when there are accounts.

    Makes the organisation when it is not there. Earlier links that were not used stop working.
    """
    with desk.store.accepting() as transaction:
        if transaction.accounts.are_there():
            return None
        try:
            transaction.organisations.find(organisation.id)
        except NotFoundError:
            transaction.organisations.add(organisation, now=desk.clock.now())
        transaction.invitations.withdraw_unused()
        return _invite(transaction, organisation.id, Role.BEHEERDER, desk=desk)


def invite(organisation_id: str, role: Role, *, desk: AccountDesk) -> str:
    """Return the secret of a link with which someone makes an account.

    Raises:
        NotFoundError: when there is no such organisation.

    """
    with desk.store.accepting() as transaction:
        transaction.organisations.find(organisation_id)
        return _invite(transaction, organisation_id, role, desk=desk)


def invite_again(email: str, *, desk: AccountDesk) -> str:
    """Return the secret of a link with which someone who has an account sets a new password.

    Raises:
        NotFoundError: when nobody has this address.

    """
    with desk.store.accepting() as transaction:
        account = transaction.accounts.by_email(normal(email))
        return _invite(
            transaction, account.organisation_id, account.role, desk=desk, account_id=account.id
        )


def people(organisation_id: str, *, desk: AccountDesk) -> tuple[Account, ...]:
    """Return the people of an organisation by name, also those whose account is closed."""
    with desk.store.reading() as transaction:
        return transaction.accounts.all(organisation_id)


def set_role(account_id: str, role: Role, *, by: Account, desk: AccountDesk) -> Account:
    """Give someone of one's own organisation another role.

    Raises:
        NotFoundError: when the organisation has no such account.
        OwnAccountError: when it is one's own: nobody locks themselves out.

    """
    with desk.store.accepting() as transaction:
        account = _other(transaction, account_id, by)
        transaction.accounts.set_role(account.id, role)
        _note_change(transaction, account, account_actor(by.id), rol=role.value)
    return account


def close(account_id: str, *, by: Account, desk: AccountDesk) -> Account:
    """Close an account of one's own organisation: its sessions end, nobody logs in with it.

    Raises:
        NotFoundError: when the organisation has no such account.
        OwnAccountError: when it is one's own: nobody locks themselves out.

    """
    with desk.store.accepting() as transaction:
        account = _other(transaction, account_id, by)
        _close(transaction, account, account_actor(by.id), desk)
    return account


def close_by_email(email: str, *, desk: AccountDesk) -> Account:
    """Close an account of any organisation: for who runs the machine.

    Raises:
        NotFoundError: when nobody has this address.

    """
    with desk.store.accepting() as transaction:
        account = transaction.accounts.by_email(normal(email))
        _close(transaction, account, desk.by, desk)
    return account


def reopen(account_id: str, *, by: Account, desk: AccountDesk) -> Account:
    """Open an account again that was closed.

    Raises:
        NotFoundError: when the organisation has no such account.

    """
    with desk.store.accepting() as transaction:
        account = _of_organisation(transaction, account_id, by)
        _reopen(transaction, account, account_actor(by.id))
    return account


def reopen_by_email(email: str, *, desk: AccountDesk) -> Account:
    """Open an account of any organisation again: for who runs the machine.

    Raises:
        NotFoundError: when nobody has this address.

    """
    with desk.store.accepting() as transaction:
        account = transaction.accounts.by_email(normal(email))
        _reopen(transaction, account, desk.by)
    return account


def renew_password(account_id: str, *, by: Account, desk: AccountDesk) -> tuple[Account, str]:
    """Return someone of one's own organisation, and the secret of a link for a new password.

    Raises:
        NotFoundError: when the organisation has no such account.

    """
    with desk.store.reading() as transaction:
        account = _of_organisation(transaction, account_id, by)
    return account, invite_again(account.email, desk=desk)


def find_invitation(secret: str, *, desk: AccountDesk) -> tuple[Invitation, Account | None]:
    """Return an invitation that can be used, with the account that it is for, if there is one.

    Raises:
        InvalidInvitationError: when it cannot.

    """
    with desk.store.reading() as transaction:
        return _invitation(transaction, secret, desk)


def accept_invitation(secret: str, person: Person, *, desk: AccountDesk) -> Account:
    """Make the account, or set its new password; every other session of it ends.

    Raises:
        InvalidInvitationError: when the link does not work.
        WrongFieldError: when something was filled in that will not do.

    """
    invitation, account = find_invitation(secret, desk=desk)
    email = account.email if account else normal(person.email)
    _check_password(person.password, email)
    password_hash = desk.passwords.hash(person.password)
    now = desk.clock.now()
    with desk.store.accepting() as transaction:
        if not transaction.invitations.use(invitation.token_hash, now=now):
            raise InvalidInvitationError
        if account is not None:
            transaction.accounts.set_password(account.id, password_hash)
            transaction.sessions.end_all(account.id)
            _note(transaction, Done.PASSWORD_SET, account)
            return account
        _check_free(transaction, email)
        made = Account(
            id=desk.new_id(),
            organisation_id=invitation.organisation_id,
            email=email,
            name=person.name.strip(),
            role=invitation.role,
            created_at=now,
            password_hash=password_hash,
        )
        transaction.accounts.add(made)
        _note(transaction, Done.ACCOUNT_ADDED, made, rol=made.role.value)
    return made


def log_in(email: str, password: str, *, place: str, desk: AccountDesk) -> str:
    """Return the secret of a new session; `place` is where the request comes from.

    Raises:
        WrongLoginError: when they do not belong together; never which of the two is wrong.
        TooManyLoginsError: when that happened too often.

    """
    doors = (
        (_count_name("account", normal(email)), MOST_WRONG),
        (_count_name("plaats", place), MOST_WRONG_FROM_ONE_PLACE),
    )
    now_s = int(desk.clock.now().timestamp())
    passed = now_s % PERIOD_S
    period = now_s - passed
    with desk.store.reading() as transaction:
        if any(transaction.counts.read(name, period) >= most for name, most in doors):
            raise TooManyLoginsError(PERIOD_S - passed)
        try:
            account = transaction.accounts.by_email(normal(email))
        except NotFoundError:
            account = None
    is_right = desk.passwords.is_right(account.password_hash if account else None, password)
    with desk.store.accepting() as transaction:
        if account is None or not is_right or account.disabled_at is not None:
            for name, _ in doors:
                transaction.counts.add(name, period)
            _note_failure(transaction, account, place=place)
        else:
            transaction.counts.forget(doors[0][0])
            return _begin_session(transaction, account, desk, plaats=place)
    raise WrongLoginError


def log_in_vouched(person: Vouched, *, desk: AccountDesk) -> str:
    """Return the secret of a new session for someone for whom their organisation vouches.

    The account is made with the first login; the role follows the organisation at each.

    Raises:
        WrongLoginError: when no role is given, or the address is of another organisation.

    """
    role = next((role for role in reversed(Role) if role.value in person.roles), None)
    email = normal(person.email)
    if role is None or not email:
        raise WrongLoginError
    with desk.store.accepting() as transaction:
        try:
            account = transaction.accounts.by_email(email)
        except NotFoundError:
            account = Account(
                id=desk.new_id(),
                organisation_id=person.organisation_id,
                email=email,
                name=person.name or email,
                role=role,
                created_at=desk.clock.now(),
            )
            transaction.accounts.add(account)
            _note(transaction, Done.ACCOUNT_ADDED, account, rol=role.value)
        if account.organisation_id != person.organisation_id or account.disabled_at is not None:
            raise WrongLoginError
        if account.role is not role:
            transaction.accounts.set_role(account.id, role)
            _note(transaction, Done.ACCOUNT_CHANGED, account, rol=role.value)
        return _begin_session(transaction, account, desk)


def begin_session(account: Account, *, desk: AccountDesk) -> str:
    """Return the secret of a new session for someone who just showed who they are."""
    with desk.store.accepting() as transaction:
        return _begin_session(transaction, account, desk)


def whose_session(secret: str, *, desk: AccountDesk) -> Account | None:
    """Return who is logged in with this secret, None when nobody is (any more)."""
    now = desk.clock.now()
    try:
        with desk.store.reading() as transaction:
            session = transaction.sessions.find(hash_of(secret))
            account = transaction.accounts.find(session.account_id)
    except NotFoundError:
        return None
    if session.expires_at <= now or session.seen_at + IDLE <= now or account.disabled_at:
        return None
    if session.seen_at + NOTED_EVERY <= now:
        with suppress(PassingError), desk.store.counting() as transaction:
            transaction.sessions.seen(session.token_hash, now=now)
    return account


def log_out(secret: str, *, desk: AccountDesk) -> None:
    """End a session; one that is over is no error."""
    with desk.store.accepting() as transaction:
        with suppress(NotFoundError):
            found = transaction.sessions.find(hash_of(secret))
            _note(transaction, Done.LOGGED_OUT, transaction.accounts.find(found.account_id))
        transaction.sessions.end(hash_of(secret))


def normal(email: str) -> str:
    """Return an address as it is kept.

    >>> normal(" J.Jansen@Voorbeeld.NL ")
    'j.jansen@voorbeeld.nl'
    """
    return email.strip().lower()


def hash_of(secret: str) -> str:
    """Return what is kept of a secret: it is random, so there is nothing to guess."""
    return hashlib.sha256(secret.encode()).hexdigest()


def _other(transaction: Transaction, account_id: str, by: Account) -> Account:
    if account_id == by.id:
        raise OwnAccountError
    return _of_organisation(transaction, account_id, by)


def _of_organisation(transaction: Transaction, account_id: str, by: Account) -> Account:
    account = transaction.accounts.find(account_id)
    if account.organisation_id != by.organisation_id:
        raise NotFoundError(account_id)
    return account


def _invite(
    transaction: Transaction,
    organisation_id: str,
    role: Role,
    *,
    desk: AccountDesk,
    account_id: str | None = None,
) -> str:
    secret, now = desk.new_secret(), desk.clock.now()
    transaction.invitations.add(
        Invitation(hash_of(secret), organisation_id, role, now, now + INVITED, account_id)
    )
    about = (About.ACCOUNT, account_id) if account_id else (About.ORGANISATION, organisation_id)
    details = {"rol": role.value}
    transaction.audit.note(Deed(desk.by, Done.INVITED, *about, organisation_id, details))
    return secret


def _invitation(
    transaction: Transaction, secret: str, desk: AccountDesk
) -> tuple[Invitation, Account | None]:
    try:
        found = transaction.invitations.find(hash_of(secret))
    except NotFoundError as error:
        raise InvalidInvitationError from error
    if found.used_at is not None or found.expires_at <= desk.clock.now():
        raise InvalidInvitationError
    account = transaction.accounts.find(found.account_id) if found.account_id else None
    return found, account


def _check_password(password: str, email: str) -> None:
    if len(password) < SHORTEST_PASSWORD:
        raise WrongFieldError("password", "te_kort")
    if len(password) > LONGEST_PASSWORD:
        raise WrongFieldError("password", "te_lang")
    if password.lower() == email or len(set(password)) < 5:
        raise WrongFieldError("password", "te_makkelijk")


def _check_free(transaction: Transaction, email: str) -> None:
    try:
        transaction.accounts.by_email(email)
    except NotFoundError:
        return
    raise WrongFieldError("email", "bestaat_al")


def _begin_session(
    transaction: Transaction, account: Account, desk: AccountDesk, **details: str
) -> str:
    secret, now = desk.new_secret(), desk.clock.now()
    transaction.sessions.forget(before=now)
    transaction.sessions.add(Session(hash_of(secret), account.id, now, now, now + LONGEST))
    transaction.accounts.logged_in(account.id, now=now)
    _note(transaction, Done.LOGGED_IN, account, **details)
    return secret


def _note(transaction: Transaction, act: Done, account: Account, **details: str) -> None:
    """Write down what someone does with their own account."""
    by, about = account_actor(account.id), (About.ACCOUNT, account.id)
    transaction.audit.note(Deed(by, act, *about, account.organisation_id, details))


def _close(transaction: Transaction, account: Account, by: Actor, desk: AccountDesk) -> None:
    """Let nobody log in with an account; who is logged in is out at once.

    Also with the login of the organisation itself: it makes no account for who has a closed one.
    """
    transaction.accounts.set_closed(account.id, account.disabled_at or desk.clock.now())
    transaction.sessions.end_all(account.id)
    _note_change(transaction, account, by, wat="gesloten")


def _reopen(transaction: Transaction, account: Account, by: Actor) -> None:
    transaction.accounts.set_closed(account.id, None)
    _note_change(transaction, account, by, wat="heropend")


def _note_change(transaction: Transaction, account: Account, by: Actor, **details: str) -> None:
    """Write down what an administrator does with the account of somebody else."""
    about = (About.ACCOUNT, account.id, account.organisation_id)
    transaction.audit.note(Deed(by, Done.ACCOUNT_CHANGED, *about, details))


def _note_failure(transaction: Transaction, account: Account | None, *, place: str) -> None:
    """Write down a login that failed; of an address that nobody has there is no id to name."""
    about_id, organisation_id = (account.id, account.organisation_id) if account else ("", None)
    about = (About.ACCOUNT, about_id, organisation_id)
    transaction.audit.note(Deed(POSTKAMER, Done.LOGIN_FAILED, *about, {"plaats": place}))


def _count_name(kind: str, value: str) -> str:
    """Return what wrong logins are counted under: not the address itself."""
    return f"{kind}-{hashlib.sha256(value.encode()).hexdigest()[:40]}"
