"""The audit log as lines: JSON, CSV for spreadsheets, and as a log of processing.

The last follows the standard Logboek Dataverwerkingen (Logius, working version 0.8): one line for
each act on a letter of which the person is known. It says nothing of who did it, as the standard
wants; that stays in the audit log, where the line is found by its `span_id`.
"""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

from service.records.audit import About, AuditRow

COLUMNS = (
    *("seq", "at", "organisation", "actor_kind", "actor", "act", "object", "object_id"),
    *("details", "hash"),
)
SUBJECT_TYPE = "BSN"
STATUS_OK = "STATUS_CODE_OK"


def json_lines(rows: Iterable[AuditRow]) -> Iterator[str]:
    """Return each row as an object, with what ties it to the one before it."""
    for row in rows:
        deed = row.deed
        values = {
            "seq": row.seq,
            "at": row.at.isoformat(),
            "organisation": deed.organisation_id,
            "actor_kind": deed.by.kind.value,
            "actor": deed.by.id,
            "act": deed.act.value,
            "object": deed.about.value,
            "object_id": deed.about_id,
            "details": dict(deed.details),
            "subject": row.subject,
            "trace": deed.by.trace,
            "previous": row.previous,
            "hash": row.hash,
        }
        yield json.dumps(values) + "\n"


def csv_lines(rows: Iterable[AuditRow]) -> Iterator[str]:
    """Return a header and each row, as Dutch spreadsheets open it by a double click."""
    yield "\ufeff" + _csv(COLUMNS)
    for row in rows:
        deed = row.deed
        details = " ".join(f"{name}={value}" for name, value in deed.details.items())
        yield _csv(
            (
                *(str(row.seq), row.at.isoformat(), deed.organisation_id or ""),
                *(deed.by.kind.value, deed.by.id, deed.act.value, deed.about.value),
                *(deed.about_id, details, row.hash),
            )
        )


def processing_lines(rows: Iterable[AuditRow], *, activity: str, version: str) -> Iterator[str]:
    """Return what was done with the data of a person, as Logboek Dataverwerkingen writes it.

    `activity` is the URI of the processing activity in the register. The identifier of the person
    is a keyed hash: the same person has the same one, and nobody can go back from it.
    """
    for row in rows:
        if row.deed.about is not About.LETTER or row.subject is None:
            continue
        moment = int(row.at.timestamp() * 1000)
        trace_id, _, parent = row.deed.by.trace.partition("-")
        line = {
            "trace_id": trace_id or row.hash[:32],
            "span_id": row.hash[32:48],
            "status_code": STATUS_OK,
            "name": row.deed.act.value,
            "start_time": moment,
            "end_time": moment,
            **({"parent_span_id": parent} if parent else {}),
            "resource": {"attributes": {"service.name": "postkamer", "service.version": version}},
            "attributes": {
                "dpl.core.processing_activity_id": activity,
                "dpl.core.data_subject_id": row.subject,
                "dpl.core.data_subject_id_type": SUBJECT_TYPE,
            },
        }
        yield json.dumps(line) + "\n"


FORMS: Mapping[str, Callable[[Iterable[AuditRow]], Iterator[str]]] = MappingProxyType(
    {"jsonl": json_lines, "csv": csv_lines}
)
PROCESSING = "verwerkingen"


def _csv(cells: Iterable[str]) -> str:
    """Return a line; all cells are ids and codes, and one that begins like a formula is quoted."""
    out = io.StringIO()
    safe = [f"'{cell}" if cell.startswith(("=", "+", "-", "@")) else cell for cell in cells]
    csv.writer(out, delimiter=";", lineterminator="\r\n").writerow(safe)
    return out.getvalue()
