"""Sweeping: what broke off long ago is thrown away, and nothing else.

When a process is killed between keeping bytes and entering the letter that they are of, nobody
knows of those bytes: the sender got no answer and sends again.
"""

import datetime as dt
from itertools import islice

from service.ports.blobs import Blobs
from service.ports.store import Store
from service.ports.world import Clock

LEFT_BEHIND = dt.timedelta(days=1)  # no delivery takes so long
AT_A_TIME = 200


def sweep(*, store: Store, blobs: Blobs, clock: Clock) -> int:
    """Throw away drafts and bytes that no letter has, a day after they came; return how many."""
    old = blobs.sweep(older_than=clock.now() - LEFT_BEHIND)
    count = 0
    while some := list(islice(old, AT_A_TIME)):
        with store.reading() as transaction:
            suspects = transaction.letters.orphans(some)
        if not suspects:
            continue
        # looked at again, where nobody can be entering a letter with the same bytes
        with store.accepting() as transaction:
            for sha256 in transaction.letters.orphans(suspects):
                blobs.delete(sha256)
                count += 1
    return count


def sweep_mails(*, store: Store, blobs: Blobs, clock: Clock, kept: dt.timedelta) -> int:
    """Throw away messages that gave no letters and are older than `kept`; return how many."""
    with store.accepting() as transaction:
        gone = transaction.letters.remove_orphans(
            transaction.mails.let_go(before=clock.now() - kept)
        )
        for sha256 in gone:
            blobs.delete(sha256)
    return len(gone)


def forget(*, store: Store, clock: Clock) -> None:
    """Throw away counts of periods and sessions that are long over."""
    before = clock.now() - LEFT_BEHIND
    with store.working() as transaction:
        transaction.counts.sweep(before=before)
        transaction.sessions.forget(before=before)
