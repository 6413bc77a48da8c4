"""What came of it all: everything that should be so afterwards, each broken promise as a line."""

import datetime as dt
import json
import os
import subprocess
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa

from benchmarks.chaos.household import COMMAND, environment_of
from benchmarks.chaos.site import Site
from benchmarks.chaos.stream import Reader, Sender
from service.adapters.box import MEMORY, PREFIX
from service.adapters.store.tables import delivery, event, job, letter, report
from service.bootstrap.kept import open_blobs
from service.bootstrap.machine import clock
from service.records.deliveries import DeliveryState
from service.records.letters import LetterState
from service.usecases.ledger import check
from service.usecases.sweep import sweep

LATER = dt.timedelta(days=2)  # when everything that lies still is a fault, and may be swept


@dataclass(frozen=True, slots=True)
class Counted:
    """What was found, and every promise that was broken."""

    figures: dict[str, object]
    broken: tuple[str, ...]


class _Later:
    """The clock of the day after tomorrow."""

    def today(self) -> dt.date:
        """Return that day."""
        return clock().today() + LATER

    def now(self) -> dt.datetime:
        """Return that moment."""
        return clock().now() + LATER


def count(site: Site, sender: Sender, reader: Reader, codes: dict[str, int]) -> Counted:
    """Look at everything, when nothing runs any more."""
    broken = [
        *sender.wrong,
        *(f"{name} ended with {code}" for name, code in codes.items() if code),
        *_letters(site, sender),
        *_reports(site),
        *_deliveries(site),
        *_feed(site, reader),
        *_books(site),
        *_left_behind(site),
    ]
    return Counted(_figures(site, sender), tuple(broken))


def _letters(site: Site, sender: Sender) -> Iterator[str]:
    """Yield what is wrong between what was acknowledged and what is kept."""
    with site.store.database.reading() as connection:
        rows = connection.execute(
            sa.select(letter.c.id, letter.c.state, letter.c.report_version)
        ).all()
    kept = {row.id for row in rows}
    yield from (
        f"letter {each} was acknowledged and is gone"
        for each in sorted(set(sender.acknowledged) - kept)
    )
    yield from (
        f"letter {each} was never acknowledged" for each in sorted(kept - set(sender.acknowledged))
    )
    yield from (f"letter {row.id} is {row.state}" for row in rows if row.state != LetterState.DONE)
    yield from (f"letter {row.id} has no report" for row in rows if not row.report_version)
    double = [name for name, many in Counter(sender.acknowledged.values()).items() if many > 1]
    yield from (f"{name} became two letters" for name in double)


def _reports(site: Site) -> Iterator[str]:
    """Yield the letters of which the reports do not count up from one, or that were read twice."""
    with site.store.database.reading() as connection:
        rows = connection.execute(
            sa.select(report.c.letter_id, report.c.version).order_by(report.c.version)
        ).all()
        left = connection.execute(sa.select(sa.func.count()).select_from(job)).scalar_one()
    versions: dict[str, list[int]] = {}
    for row in rows:
        versions.setdefault(row.letter_id, []).append(row.version)
    for letter_id, found in versions.items():
        if found != list(range(1, len(found) + 1)):
            yield f"letter {letter_id} has reports {found}"
    if left:
        yield f"{left} jobs are left"


def _deliveries(site: Site) -> Iterator[str]:
    """Yield what the receiver missed, or got in the wrong order."""
    with site.store.database.reading() as connection:
        rows = connection.execute(sa.select(event.c.letter_id, event.c.report_version)).all()
        states = connection.execute(
            sa.select(delivery.c.id, delivery.c.state, delivery.c.last_status)
        ).all()
    for row in rows:
        if row.report_version not in site.hook.taken.get(row.letter_id, ()):
            yield f"report {row.report_version} on {row.letter_id} never arrived"
    for letter_id, taken in site.hook.taken.items():
        if taken != sorted(taken):
            yield f"reports on {letter_id} arrived in the order {taken}"
    for row in states:
        if row.state != DeliveryState.DELIVERED:
            yield f"delivery {row.id} is {row.state} ({row.last_status})"


def _feed(site: Site, reader: Reader) -> Iterator[str]:
    """Yield the events that who read along missed, or saw twice."""
    with site.store.database.reading() as connection:
        known = connection.execute(sa.select(event.c.id).order_by(event.c.cursor)).scalars().all()
    if reader.events != list(known):
        missed = len(set(known) - set(reader.events))
        yield f"who read the feed saw {len(reader.events)} of {len(known)}, missed {missed}"


def _books(site: Site) -> Iterator[str]:
    """Yield what the ledger and the audit log have against it."""
    done = _command(site, "ledger", "check", "--format", "json")
    faults = json.loads(done.stdout)["faults"] if done.stdout else [{"code": done.stderr}]
    yield from (f"ledger: {each}" for each in faults)
    verified = _command(site, "audit", "verify")
    if verified.returncode:
        yield f"audit: {verified.stderr.strip()}"
    blobs = open_blobs(site.settings)
    sweep(store=site.store, blobs=blobs, clock=_Later())
    later = check(store=site.store, blobs=blobs, clock=_Later())
    yield from (f"ledger, in two days: {each}" for each in later.faults)


def _left_behind(site: Site) -> Iterator[str]:
    """Yield the temporary folders and files that are still there."""
    mine = {str(pid) for pid in site.household.seen}
    boxes = [
        path
        for place in (MEMORY, site.scratch)
        for path in place.glob(f"{PREFIX}*")
        if path.name.removeprefix(PREFIX).partition("-")[0] in mine
    ]
    others = [path for path in site.scratch.iterdir() if path not in boxes]
    drafts = (site.settings.data / "blobs" / "onderweg").glob("*")
    yield from (f"left behind: {path}" for path in (*boxes, *others, *drafts))


def _figures(site: Site, sender: Sender) -> dict[str, object]:
    with site.store.database.reading() as connection:
        reports = connection.execute(sa.select(sa.func.count()).select_from(report)).scalar_one()
        claims = connection.execute(sa.select(sa.func.sum(letter.c.claims))).scalar_one()
    return {
        "letters": len(sender.acknowledged),
        "uploads": sender.attempts,
        "sent again": sender.repeats,
        "readings begun": claims,
        "reports": reports,
        "deliveries tried": site.hook.answers,
        "deliveries taken": sum(map(len, site.hook.taken.values())),
    }


def _command(site: Site, *arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(  # noqa: S603 - our own command
        [COMMAND, *arguments],
        env={**os.environ, **environment_of(site.settings)},  # noqa: TID251 - of another process
        capture_output=True,
        text=True,
        check=False,
        cwd=Path("/"),
    )
