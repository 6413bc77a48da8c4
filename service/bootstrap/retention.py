"""Puts together what destroys letters that are past their terms."""

import functools

import structlog

from service.adapters.store.store import SqlStore
from service.bootstrap.machine import clock
from service.bootstrap.person import files_of
from service.settings import Settings
from service.usecases.destruction import Ended, Shredder, carry_out
from service.usecases.rounds import Round

log = structlog.get_logger("postkamer.retention")
DAY_S = 86_400.0


def shredder_of(settings: Settings, store: SqlStore) -> Shredder:
    """Return what destroying works with."""
    files = files_of(settings, store)
    return Shredder(store, files.blobs, files.pages, clock())


def run(shredder: Shredder) -> tuple[Ended, ...]:
    """Carry out what was approved, and log what came of it."""
    ended = carry_out(shredder=shredder)
    for each in ended:
        log.info(
            "letters_destroyed",
            proposal_id=each.proposal.id,
            organisation_id=each.proposal.organisation_id,
            destroyed=each.destroyed,
            kept=each.kept,
        )
    return ended


def retention_rounds(settings: Settings, store: SqlStore) -> tuple[Round, ...]:
    """Return the round that destroys, once a day."""
    walk = functools.partial(run, shredder_of(settings, store))
    return (Round("vernietigen", DAY_S, walk),)
