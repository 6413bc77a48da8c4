"""Writing down who sees what: before the answer goes out, and no answer when it cannot be done."""

import re
from collections.abc import Iterable

from flask import request

from service.ports.store import Store
from service.records.audit import Actor, ActorKind, Deed, Done, letter_deed
from service.records.letters import LetterRecord

TRACE = re.compile(r"[0-9a-f]{2}-([0-9a-f]{32}-[0-9a-f]{16})-[0-9a-f]{2}", re.ASCII)


def actor(kind: ActorKind, actor_id: str) -> Actor:
    """Return who makes the present request, with the trace that the request is part of."""
    found = TRACE.fullmatch(request.headers.get("traceparent", ""))
    return Actor(kind, actor_id, found[1] if found else "")


def note(store: Store, deeds: Iterable[Deed]) -> None:
    """Write down what is done; for what changes nothing else."""
    with store.working() as transaction:
        for deed in deeds:
            transaction.audit.note(deed)


def note_letter(store: Store, by: Actor, act: Done, letter: LetterRecord, **details: str) -> None:
    """Write down what is done with one letter."""
    note(store, [letter_deed(by, act, letter, **details)])
