"""Proposals to destroy letters, and the lists of what was destroyed."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from service.adapters.store.tables import destruction, destruction_line
from service.ports.errors import NotFoundError
from service.records.retention import (
    DestructionLine,
    Outcome,
    PastLetter,
    Proposal,
    ProposalState,
    WhyKept,
)


class SqlDestructions:
    """The proposals in one transaction."""

    def __init__(self, connection: sa.Connection) -> None:
        """Work in the transaction of this connection."""
        self._connection = connection

    def add(self, proposal: Proposal, letters: Sequence[PastLetter]) -> None:
        """Keep a proposal with its letters."""
        self._connection.execute(
            destruction.insert().values(
                id=proposal.id,
                organisation_id=proposal.organisation_id,
                state=proposal.state,
                proposed_by=proposal.proposed_by,
                proposed_at=proposal.proposed_at,
            )
        )
        rows = [
            {
                "destruction_id": proposal.id,
                "letter_id": each.id,
                "file_id": each.file_id,
                "outcome": each.outcome,
                "months": each.months,
                "arrived_on": each.arrived_on,
                "handled_at": each.handled_at,
            }
            for each in letters
        ]
        self._connection.execute(destruction_line.insert(), rows)

    def find(self, proposal_id: str, *, organisation_id: str) -> Proposal:
        """Return one of this organisation."""
        row = self._connection.execute(
            destruction.select()
            .where(destruction.c.id == proposal_id)
            .where(destruction.c.organisation_id == organisation_id)
        ).one_or_none()
        if row is None:
            raise NotFoundError(proposal_id)
        return _proposal(row)

    def all(self, organisation_id: str) -> tuple[Proposal, ...]:
        """Return those of an organisation, the newest first."""
        rows = self._connection.execute(
            destruction.select()
            .where(destruction.c.organisation_id == organisation_id)
            .order_by(destruction.c.number.desc())
        )
        return tuple(map(_proposal, rows))

    def approved(self) -> tuple[Proposal, ...]:
        """Return what is to be carried out, of every organisation, the oldest first."""
        rows = self._connection.execute(
            destruction.select()
            .where(destruction.c.state == ProposalState.APPROVED)
            .order_by(destruction.c.number)
        )
        return tuple(map(_proposal, rows))

    def decide(self, proposal_id: str, state: ProposalState, *, by: str, at: dt.datetime) -> bool:
        """Approve or withdraw what was only proposed; tell whether it was."""
        done = self._connection.execute(
            destruction.update()
            .where(destruction.c.id == proposal_id)
            .where(destruction.c.state == ProposalState.PROPOSED)
            .values(state=state, decided_by=by, decided_at=at)
        )
        return bool(done.rowcount)

    def lines(self, proposal_id: str) -> tuple[DestructionLine, ...]:
        """Return the letters on it, those of a file together."""
        rows = self._connection.execute(
            destruction_line.select()
            .where(destruction_line.c.destruction_id == proposal_id)
            .order_by(
                destruction_line.c.arrived_on,
                destruction_line.c.file_id,
                destruction_line.c.letter_id,
            )
        )
        return tuple(map(_line, rows))

    def end(
        self, proposal_id: str, file_id: str, why_kept: WhyKept | None, *, at: dt.datetime
    ) -> None:
        """Keep what became of a file: destroyed, or why not."""
        self._connection.execute(
            destruction_line.update()
            .where(destruction_line.c.destruction_id == proposal_id)
            .where(destruction_line.c.file_id == file_id)
            .values(why_kept=why_kept, destroyed_at=None if why_kept else at)
        )

    def finish(self, proposal_id: str, *, at: dt.datetime) -> None:
        """Keep that all of it was carried out."""
        self._connection.execute(
            destruction.update()
            .where(destruction.c.id == proposal_id)
            .values(state=ProposalState.DONE, done_at=at)
        )


def _proposal(row: sa.Row[Any]) -> Proposal:
    return Proposal(
        row.id,
        row.organisation_id,
        ProposalState(row.state),
        row.proposed_by,
        row.proposed_at,
        row.decided_by,
        row.decided_at,
        row.done_at,
    )


def _line(row: sa.Row[Any]) -> DestructionLine:
    letter = PastLetter(
        row.letter_id,
        row.file_id,
        Outcome(row.outcome),
        row.months,
        row.arrived_on,
        row.handled_at,
    )
    return DestructionLine(
        letter, row.destroyed_at, WhyKept(row.why_kept) if row.why_kept else None
    )
