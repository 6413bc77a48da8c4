"""The page ledger: every byte and page that came in is in exactly one letter, or with a person.

It reconciles what is kept (bytes, letters, pages) with what came of it (reports, events,
deliveries), without opening a letter.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

from service.ports.blobs import Blobs
from service.ports.store import Store
from service.ports.world import Clock
from service.records.ledger import LedgerCode, LedgerCounts, LedgerFault

LIES_STILL: Final = dt.timedelta(days=1)  # no work waits so long unless nobody does it
AT_A_TIME: Final = 500
ALERT: Final = "grootboek_klopt_niet"


@dataclass(frozen=True, slots=True)
class LedgerReport:
    """What was counted and everything that does not add up."""

    counts: LedgerCounts
    faults: tuple[LedgerFault, ...]


def check(*, store: Store, blobs: Blobs, clock: Clock) -> LedgerReport:
    """Reconcile everything."""
    still_since = clock.now() - LIES_STILL
    with store.reading() as transaction:
        counts = transaction.ledger.counts()
        faults = tuple(transaction.ledger.faults(still_since=still_since))
    return LedgerReport(
        counts, (*faults, *_gone(store, blobs), *_orphans(store, blobs, still_since))
    )


def check_and_alert(*, store: Store, blobs: Blobs, clock: Clock) -> LedgerReport:
    """Reconcile everything, and tell an administrator when something does not add up."""
    found = check(store=store, blobs=blobs, clock=clock)
    if found.faults:
        with store.working() as transaction:
            transaction.alerts.add(
                ALERT, about=found.faults[0].about, organisation_id=None, now=clock.now()
            )
    return found


def _gone(store: Store, blobs: Blobs) -> Iterator[LedgerFault]:
    """Yield the bytes that should be kept and are not there."""
    with store.reading() as transaction:
        wanted = tuple(transaction.ledger.originals())
    waiting = iter(wanted)
    while some := tuple(islice(waiting, AT_A_TIME)):
        suspects = blobs.missing(some)
        if not suspects:
            continue
        with store.reading() as transaction:  # a letter may have been destroyed meanwhile
            still = transaction.ledger.known(suspects)
        for sha256 in sorted(still):
            yield LedgerFault(LedgerCode.ORIGINAL_GONE, sha256)


def _orphans(store: Store, blobs: Blobs, before: dt.datetime) -> Iterator[LedgerFault]:
    """Yield the bytes that nothing refers to, although they had a day to be swept."""
    old = blobs.sweep(older_than=before)
    while some := tuple(islice(old, AT_A_TIME)):
        with store.reading() as transaction:
            unknown = set(some) - transaction.ledger.known(some)
        for sha256 in sorted(unknown):
            yield LedgerFault(LedgerCode.ORPHAN, sha256)
