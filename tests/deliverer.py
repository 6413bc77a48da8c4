"""A worker process that only delivers, for tests that kill it: `python -m tests.deliverer DATA`.

The real broker on the real database, and the round that finds what a killed worker left.
"""

import sys
import threading
from dataclasses import replace
from functools import partial
from pathlib import Path

from service.actors import Handler, declare
from service.adapters.broker.choose import open_broker
from service.adapters.broker.threads import WorkThreads
from service.bootstrap.broker import broker_plan
from service.bootstrap.channels import open_expedition
from service.bootstrap.kept import open_store
from service.bootstrap.machine import place_of
from service.ports.jobs import Work
from service.settings import Settings
from service.usecases.deliver import deliver, overdue_round

THREADS = 2
ROUND_S = 0.2


def settings_of(data: Path) -> Settings:
    """Return the settings of the test and of the process that it kills."""
    return Settings(
        data=data,
        lease_seconds=1,
        crashes=1000,
        webhook_networks=("127.0.0.0/8",),
        retry_first_seconds=1,
    )


def main(data: Path) -> None:
    """Deliver until killed."""
    settings = settings_of(data)
    store = open_store(settings)
    expedition = replace(open_expedition(settings, store), lease_s=1.0)
    lanes = {Work.DELIVER.value: THREADS}
    broker = open_broker(broker_plan(settings, store.database), lanes=lanes)
    handler = Handler(do=partial(deliver, expedition=expedition), give_up=lambda *_: None)
    declare(broker, {Work.DELIVER: handler}, place_of=place_of)
    WorkThreads(broker, number=THREADS).start()
    while not threading.Event().wait(ROUND_S):
        overdue_round(expedition)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
