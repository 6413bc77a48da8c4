"""Versions of profiles: which text of a profile an organisation uses, and which judged a letter."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ProfileText:
    """A text of a profile, known by the SHA-256 of it."""

    sha256: str
    profile: str
    content: str
    kept_at: dt.datetime


@dataclass(frozen=True, slots=True)
class ProfileVersion:
    """A text that an organisation put in use for a profile; the last one holds."""

    number: int
    profile: str
    sha256: str
    created_at: dt.datetime
    created_by: str  # id of the account


@dataclass(frozen=True, slots=True)
class JudgedBy:
    """One report on a letter and the text of the profile that judged it, None when none did."""

    report_version: int
    created_at: dt.datetime
    sha256: str | None
