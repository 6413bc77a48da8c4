"""Keys of other systems: made, shown once, counted, replaced and taken back.

A key is 32 random bytes, so a plain SHA-256 is enough to keep of it: there is nothing to guess.
"""

import datetime as dt
import hashlib
from collections.abc import Callable, Collection
from dataclasses import dataclass, field

from service.ports.errors import NotFoundError
from service.ports.store import Store, Transaction
from service.ports.world import Clock
from service.records.audit import POSTKAMER, About, Actor, Deed, Done
from service.records.people import ApiKey, Scope
from service.usecases.tally import MINUTE_S, Tally

PREFIX = "pk_"  # so that people, and programs that look for leaked secrets, know it for what it is


class UnknownKeyError(Exception):
    """A key that opens nothing: unknown, expired or taken back."""


class TooOftenError(Exception):
    """More requests than may be made in a minute."""

    def __init__(self, wait_s: int) -> None:
        """Keep how long to wait."""
        super().__init__(f"wait {wait_s} s")
        self.wait_s = wait_s


@dataclass(frozen=True, slots=True)
class KeyDesk:
    """What works with keys."""

    store: Store
    clock: Clock
    new_id: Callable[[], str]
    new_secret: Callable[[], str]
    requests_per_minute: int
    tally: Tally = field(default_factory=Tally)
    by: Actor = POSTKAMER  # who asks


@dataclass(frozen=True, slots=True)
class KeyWish:
    """A key as it is asked for."""

    organisation_id: str
    name: str
    scopes: Collection[Scope]
    expires_at: dt.datetime | None = None
    requests_per_minute: int | None = None
    upload_mb: int | None = None


@dataclass(frozen=True, slots=True)
class Replacement:
    """The key that a new one replaces, and how long both are valid."""

    key_id: str
    overlap: dt.timedelta


def create_key(
    wish: KeyWish, *, desk: KeyDesk, replaces: Replacement | None = None
) -> tuple[ApiKey, str]:
    """Make a key and return it with its secret, which is not kept.

    Raises:
        NotFoundError: when there is no such organisation, or no such key to replace.

    """
    now = desk.clock.now()
    secret = PREFIX + desk.new_secret()
    key = ApiKey(
        id=desk.new_id(),
        organisation_id=wish.organisation_id,
        name=wish.name,
        scopes=frozenset(wish.scopes),
        created_at=now,
        requests_per_minute=wish.requests_per_minute,
        upload_mb=wish.upload_mb,
        expires_at=wish.expires_at,
    )
    with desk.store.accepting() as transaction:
        transaction.organisations.find(wish.organisation_id)
        transaction.keys.add(key, key_hash=hash_of(secret))
        scopes = {"mag": ",".join(sorted(key.scopes))}
        _note(transaction, Done.KEY_ADDED, key.id, key.organisation_id, desk, **scopes)
        if replaces is not None:
            transaction.keys.end(
                replaces.key_id,
                organisation_id=wish.organisation_id,
                at=now + replaces.overlap,
            )
            _note(transaction, Done.KEY_ENDED, replaces.key_id, key.organisation_id, desk)
    return key, secret


def keys_of(organisation_id: str, *, desk: KeyDesk) -> tuple[ApiKey, ...]:
    """Return the keys of an organisation, the newest first, valid or not."""
    with desk.store.reading() as transaction:
        return transaction.keys.all(organisation_id)


def rotate_key(
    key_id: str, organisation_id: str, *, overlap: dt.timedelta, desk: KeyDesk
) -> tuple[ApiKey, str]:
    """Replace a key by one that may do the same; the old one goes on for a while beside it.

    Raises:
        NotFoundError: when the organisation has no such key, or it opens nothing any more.

    """
    now = desk.clock.now()
    old = next((each for each in keys_of(organisation_id, desk=desk) if each.id == key_id), None)
    if old is None or not old.is_valid(now):
        raise NotFoundError(key_id)
    lasts = None if old.expires_at is None else now + (old.expires_at - old.created_at)
    wish = KeyWish(
        organisation_id=organisation_id,
        name=old.name,
        scopes=old.scopes,
        expires_at=lasts,
        requests_per_minute=old.requests_per_minute,
        upload_mb=old.upload_mb,
    )
    return create_key(wish, desk=desk, replaces=Replacement(key_id, overlap))


def revoke_key(key_id: str, organisation_id: str, *, desk: KeyDesk) -> None:
    """Let a key open nothing any more.

    Raises:
        NotFoundError: when the organisation has no such key.

    """
    with desk.store.accepting() as transaction:
        transaction.keys.revoke(key_id, organisation_id=organisation_id, now=desk.clock.now())
        _note(transaction, Done.KEY_ENDED, key_id, organisation_id, desk)


def check_key(secret: str, *, desk: KeyDesk) -> ApiKey:
    """Return the key with this secret and count the request.

    Raises:
        UnknownKeyError: when it opens nothing.
        TooOftenError: when it was used too often this minute.

    """
    now = desk.clock.now()
    try:
        with desk.store.reading() as transaction:
            key = transaction.keys.find(hash_of(secret))
    except NotFoundError as error:
        raise UnknownKeyError from error
    if not key.is_valid(now):
        raise UnknownKeyError
    count = desk.tally.add(key.id, now=now, store=desk.store)
    if count > (key.requests_per_minute or desk.requests_per_minute):
        raise TooOftenError(MINUTE_S - int(now.timestamp()) % MINUTE_S)
    return key


def _note(  # noqa: PLR0917 - what is written down of it
    transaction: Transaction,
    act: Done,
    key_id: str,
    organisation_id: str,
    desk: KeyDesk,
    **details: str,
) -> None:
    transaction.audit.note(Deed(desk.by, act, About.KEY, key_id, organisation_id, details))


def hash_of(secret: str) -> str:
    """Return what is kept of a secret."""
    return hashlib.sha256(secret.encode()).hexdigest()
