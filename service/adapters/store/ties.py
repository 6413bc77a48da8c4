"""What ties a letter to others, as keyed hashes: written when its report is."""

from collections.abc import Iterator
from typing import Final

import sqlalchemy as sa

from extractors.element import ElementId
from service.adapters.sealing import Sealer
from service.adapters.store.database import insert_all_once
from service.adapters.store.summaries import plain
from service.adapters.store.tables import dossier_key, fingerprint
from service.records.dossiers import Tie
from service.records.fingerprints import Fingerprint
from service.records.letters import LetterRecord
from validators.report import AddressValue, ElementState, Report, Status

DATE: Final = "datum"  # kept only to see that two letters differ
DECISION: Final = "besluitdatum"
IMAGE: Final = "beeld"  # the whole first page, to find it again where nothing could be read
CUT: Final = 4  # bytes kept of each keyed hash of a fingerprint
READ = frozenset({Status.AANWEZIG, Status.ONZEKER})
# Less is at best what handwriting may say: no reason to put a letter with somebody else's.
LEAST: Final = 0.3


def keep_keys(
    connection: sa.Connection, sealer: Sealer, report: Report, *, organisation_id: str
) -> None:
    """Keep by what a letter belongs to others, in the place of what was kept before."""
    rows = dossier_key.c.letter_id == report.id
    connection.execute(dossier_key.delete().where(rows & (dossier_key.c.kind != IMAGE)))
    keys = [
        {
            "letter_id": report.id,
            "kind": kind,
            "organisation_id": organisation_id,
            "hash": sealer.search_hash(f"{kind} {value}"),
        }
        for kind, value in _values(report)
    ]
    if keys:
        connection.execute(dossier_key.insert(), keys)


def keep_fingerprint(
    connection: sa.Connection, sealer: Sealer, letter: LetterRecord, made: Fingerprint
) -> None:
    """Keep keyed hashes of a fingerprint: whether two are equal can be seen, not of what."""
    connection.execute(fingerprint.delete().where(fingerprint.c.letter_id == letter.id))
    connection.execute(
        fingerprint.insert().values(
            letter_id=letter.id,
            words=_keyed(sealer, "woorden", made.words),
            rows=_keyed(sealer, "rijen", made.rows),
        )
    )
    if made.rows:
        value = sealer.search_hash(f"{IMAGE} {made.rows}")
        row = {"letter_id": letter.id, "kind": IMAGE, "hash": value}
        insert_all_once(
            connection, dossier_key, [{**row, "organisation_id": letter.organisation_id}]
        )


def _values(report: Report) -> Iterator[tuple[str, str]]:
    """Yield by what the letter belongs to others, in its plain form."""
    for kind in (ElementId.BSN, ElementId.RELATIENUMMER, ElementId.KENMERK, DATE, DECISION):
        value = plain(_text(report, ElementId(kind)))
        if value:
            yield kind, value
    name, address = plain(_text(report, ElementId.NAAM)), report.elements.get(ElementId.ADRES)
    if name and address is not None and isinstance(address.value, AddressValue):
        postcode = plain(address.value.postcode or "")
        if postcode:
            yield Tie.NAME_AND_POSTCODE, f"{name} {postcode}"


def _text(report: Report, element: ElementId) -> str:
    state = report.elements.get(element)
    is_read = state is not None and state.status in READ and not _is_guess(state)
    return state.value if state is not None and is_read and isinstance(state.value, str) else ""


def _keyed(sealer: Sealer, purpose: str, numbers: tuple[int, ...]) -> bytes:
    """Return a piece of a keyed hash for each number, together with its place."""
    return b"".join(
        bytes.fromhex(sealer.search_hash(f"{purpose} {place} {number}")[: 2 * CUT])
        for place, number in enumerate(numbers)
    )


def _is_guess(state: ElementState) -> bool:
    return state.status is Status.ONZEKER and state.confidence < LEAST
