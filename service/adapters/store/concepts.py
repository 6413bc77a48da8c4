"""Letters back that are being written; sealed, as they name people."""

from typing import Any

import sqlalchemy as sa

from service.adapters.sealing import Sealer
from service.adapters.store.tables import concept
from service.concepts import Concept
from service.ports.errors import NotFoundError
from service.records.work import LIVE, ConceptState, KeptConcept


class SqlConcepts:
    """The concepts in one transaction."""

    def __init__(self, connection: sa.Connection, sealer: Sealer) -> None:
        """Work in the transaction of this connection."""
        self._connection = connection
        self._sealer = sealer

    def add(self, new: KeptConcept) -> None:
        """Keep a new one."""
        self._connection.execute(
            concept.insert().values(
                id=new.id,
                organisation_id=new.organisation_id,
                letter_id=new.letter_id,
                kind=new.kind,
                made_by=new.made_by,
                revision=new.revision,
                **self._changeable(new),
            )
        )

    def find(self, concept_id: str, *, organisation_id: str) -> KeptConcept:
        """Return one, as long as it is of this organisation."""
        row = self._connection.execute(
            concept.select()
            .where(concept.c.id == concept_id)
            .where(concept.c.organisation_id == organisation_id)
        ).one_or_none()
        if row is None:
            raise NotFoundError(concept_id)
        return self._record(row)

    def live(self, letter_id: str) -> tuple[KeptConcept, ...]:
        """Return those of a letter that somebody still works on, in the order of making."""
        rows = self._connection.execute(
            concept.select()
            .where(concept.c.letter_id == letter_id, concept.c.state.in_(LIVE))
            .order_by(concept.c.number)
        )
        return tuple(map(self._record, rows))

    def change(self, changed: KeptConcept) -> bool:
        """Keep a change, unless somebody else made one since then."""
        done = self._connection.execute(
            concept.update()
            .where(concept.c.id == changed.id, concept.c.revision == changed.revision)
            .values(revision=changed.revision + 1, **self._changeable(changed))
        )
        return bool(done.rowcount)

    def _changeable(self, kept: KeptConcept) -> dict[str, object]:
        return {
            "state": kept.state,
            "report_version": kept.report_version,
            "content": self._sealer.seal_text(kept.concept.model_dump_json()),
            "is_edited": kept.is_edited,
            "changed_by": kept.changed_by,
            "changed_at": kept.changed_at,
            "proposed_by": kept.proposed_by,
            "decided_by": kept.decided_by,
            "decided_at": kept.decided_at,
            "remark": self._sealer.seal_text(kept.remark) if kept.remark else None,
        }

    def _record(self, row: sa.Row[Any]) -> KeptConcept:
        return KeptConcept(
            id=row.id,
            organisation_id=row.organisation_id,
            letter_id=row.letter_id,
            concept=Concept.model_validate_json(self._sealer.open_text(row.content)),
            state=ConceptState(row.state),
            revision=row.revision,
            report_version=row.report_version,
            is_edited=row.is_edited,
            made_by=row.made_by,
            changed_by=row.changed_by,
            changed_at=row.changed_at,
            proposed_by=row.proposed_by,
            decided_by=row.decided_by,
            decided_at=row.decided_at,
            remark=self._sealer.open_text(row.remark) if row.remark else "",
        )
