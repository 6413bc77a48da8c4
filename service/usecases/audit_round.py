"""Looking through the audit log every day: what is wrong with it is told at once."""

from collections.abc import Callable
from typing import Final

from service.ports.store import Store
from service.ports.world import Clock
from service.records.audit import Checked

VIOLATED: Final = "logboek_geschonden"


def look_through(*, store: Store, clock: Clock, tell: Callable[[Checked], None]) -> Checked:
    """Check the whole chain, tell what came of it, and alert an administrator when it is broken.

    What is told holds the last row: kept with the logs of the machine, elsewhere than the database,
    it shows later whether rows at the end were taken away.
    """
    with store.reading() as transaction:
        checked = transaction.audit.check()
    tell(checked)
    if checked.broken is not None:
        with store.accepting() as transaction:
            transaction.alerts.add(
                VIOLATED, about=str(checked.seq), organisation_id=None, now=clock.now()
            )
    return checked
