"""Keys of other systems, and the people who work here."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class Scope(StrEnum):
    """What the holder of an API key may do."""

    UPLOAD = "upload"
    READ = "read"
    ADMIN = "admin"
    DESTROY = "destroy"  # only for retention: letters that must be destroyed


@dataclass(frozen=True, slots=True)
class ApiKey:
    """A key of another system; the secret itself is not kept."""

    id: str
    organisation_id: str
    name: str
    scopes: frozenset[Scope]
    created_at: dt.datetime
    requests_per_minute: int | None = None
    upload_mb: int | None = None
    last_used_at: dt.datetime | None = None
    expires_at: dt.datetime | None = None
    revoked_at: dt.datetime | None = None

    def is_valid(self, now: dt.datetime) -> bool:
        """Tell whether it opens anything now."""
        is_over = self.expires_at is not None and self.expires_at <= now
        return self.revoked_at is None and not is_over


class Role(StrEnum):
    """What a person does here; each may also do what those before it do."""

    MAILROOM = "mailroom"
    JURIST = "jurist"
    BEHEERDER = "beheerder"


@dataclass(frozen=True, slots=True)
class Account:
    """A person who works here; without a password when another system vouches for them."""

    id: str
    organisation_id: str
    email: str
    name: str
    role: Role
    created_at: dt.datetime
    password_hash: str | None = None
    last_login_at: dt.datetime | None = None
    disabled_at: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class Session:
    """Someone who logged in; known by the hash of what their browser holds."""

    token_hash: str
    account_id: str
    created_at: dt.datetime
    seen_at: dt.datetime
    expires_at: dt.datetime


@dataclass(frozen=True, slots=True)
class Invitation:
    """A link with which someone makes an account, once; or a new password for the one they have."""

    token_hash: str
    organisation_id: str
    role: Role
    created_at: dt.datetime
    expires_at: dt.datetime
    account_id: str | None = None
    used_at: dt.datetime | None = None
