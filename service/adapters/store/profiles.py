"""Which texts of profiles are used and were used; no text is ever thrown away."""

import datetime as dt
import hashlib
from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

from service.adapters.store.database import insert_once
from service.adapters.store.tables import letter, profile_text, profile_version, report
from service.ports.errors import NotFoundError
from service.records.profiles import JudgedBy, ProfileText, ProfileVersion


class SqlProfiles:
    """The texts of profiles in one transaction."""

    def __init__(self, connection: sa.Connection) -> None:
        """Work in the transaction of this connection."""
        self._connection = connection

    def keep(self, profile: str, content: str, *, now: dt.datetime) -> str:
        """Keep a text and return its SHA-256; one that is there is kept once.

        The name of the profile counts too: the same words may be two profiles.
        """
        sha256 = hashlib.sha256(f"{profile}\n{content}".encode()).hexdigest()
        known = sa.select(profile_text.c.sha256).where(profile_text.c.sha256 == sha256)
        if self._connection.execute(known).first() is None:
            row = {"sha256": sha256, "profile": profile, "content": content, "kept_at": now}
            insert_once(self._connection, profile_text, **row)
        return sha256

    def text(self, sha256: str) -> ProfileText:
        """Return a text that was kept."""
        row = self._connection.execute(
            profile_text.select().where(profile_text.c.sha256 == sha256)
        ).one_or_none()
        if row is None:
            raise NotFoundError(sha256)
        return ProfileText(*row)

    def use(
        self, organisation_id: str, sha256: str, *, created_by: str, now: dt.datetime
    ) -> ProfileVersion:
        """Put a text in use for its profile."""
        profile = self.text(sha256).profile
        values = {"organisation_id": organisation_id, "profile": profile, "sha256": sha256}
        number = self._connection.execute(
            profile_version.insert()
            .values(**values, created_at=now, created_by=created_by)
            .returning(profile_version.c.number)
        ).scalar_one()
        return ProfileVersion(number, profile, sha256, now, created_by)

    def versions(self, organisation_id: str) -> tuple[ProfileVersion, ...]:
        """Return all that was put in use, the last one first."""
        rows = self._connection.execute(
            profile_version.select()
            .where(profile_version.c.organisation_id == organisation_id)
            .order_by(profile_version.c.number.desc())
        )
        return tuple(_version(row) for row in rows)

    def in_use(self, organisation_id: str) -> Mapping[str, ProfileText]:
        """Return the text in use of each profile of which the organisation chose one."""
        last = (
            sa.select(sa.func.max(profile_version.c.number))
            .where(profile_version.c.organisation_id == organisation_id)
            .group_by(profile_version.c.profile)
        )
        rows = self._connection.execute(
            sa.select(*profile_text.c)
            .join(profile_version, profile_version.c.sha256 == profile_text.c.sha256)
            .where(profile_version.c.number.in_(last))
        )
        return {row.profile: ProfileText(*row) for row in rows}

    def judged(self, letter_id: str) -> tuple[JudgedBy, ...]:
        """Return the reports on a letter with what judged them, the last one first."""
        rows = self._connection.execute(
            sa.select(report.c.version, report.c.created_at, report.c.profile_sha256)
            .where(report.c.letter_id == letter_id)
            .order_by(report.c.version.desc())
        )
        return tuple(JudgedBy(*row) for row in rows)

    def has_judged(self, organisation_id: str, sha256: str) -> bool:
        """Tell whether a text judged any letter of the organisation."""
        found = (
            sa.select(report.c.version)
            .join(letter, letter.c.id == report.c.letter_id)
            .where(report.c.profile_sha256 == sha256)
            .where(letter.c.organisation_id == organisation_id)
            .limit(1)
        )
        return self._connection.execute(found).first() is not None


def _version(row: sa.Row[Any]) -> ProfileVersion:
    return ProfileVersion(row.number, row.profile, row.sha256, row.created_at, row.created_by)
