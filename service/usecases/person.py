"""What is kept of one person: all of it to hand over, or to destroy (AVG art. 15 and 17).

A scan may hold letters of several people. Of such a file a person gets the pictures of their own
pages, and it is not destroyed with their letter: who asks is told which letters those are.
"""

import json
import mimetypes
import zipfile
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from service.ports.blobs import Blobs
from service.ports.drawing import Pages
from service.ports.errors import NoPictureError, NotFoundError
from service.ports.store import Store, Transaction
from service.records.audit import Actor, AuditQuery, Done, letter_deed
from service.records.letters import LetterRecord
from service.texts.person import README
from service.usecases.destroy import destroy_letter
from validators.report import Report

ROWS = 10_000  # of the audit log about one letter: nobody looks that often


@dataclass(frozen=True, slots=True)
class Files:
    """Where what is kept of a letter lies."""

    store: Store
    blobs: Blobs
    pages: Pages


@dataclass(frozen=True, slots=True)
class Erased:
    """What was destroyed, and what shares its file with a letter of somebody else."""

    gone: tuple[str, ...]
    left: tuple[str, ...]


def find(
    organisation_id: str, bsn: str | None, letter_ids: Collection[str], *, store: Store
) -> tuple[LetterRecord, ...]:
    """Return the letters with this BSN and those that are named, in the order of arrival.

    Raises:
        NotFoundError: when the organisation has no letter of one of the ids.

    """
    with store.reading() as transaction:
        found = transaction.letters.of_person(organisation_id, bsn) if bsn else ()
        named = (
            transaction.letters.find(each, organisation_id=organisation_id) for each in letter_ids
        )
        letters = {each.id: each for each in (*found, *named)}
    return tuple(sorted(letters.values(), key=lambda each: each.number))


def export(letters: Collection[LetterRecord], out: BinaryIO, *, by: Actor, files: Files) -> None:
    """Write everything that is kept of the letters to a ZIP, and note that it was handed over."""
    with files.store.accepting() as transaction:
        for letter in letters:
            transaction.audit.note(letter_deed(by, Done.EXPORTED, letter))
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("LEESMIJ.txt", README)
        # not the numbers of all letters that came in: gaps would look as if something is kept back
        for number, letter in enumerate(letters, start=1):
            for name, content in _parts(letter, files):
                archive.writestr(f"brief-{number}/{name}", content)


def erase(letters: Collection[LetterRecord], *, by: Actor, files: Files) -> Erased:
    """Destroy the letters; a file that holds a letter of somebody else too is left."""
    mine = {each.id for each in letters}
    gone, left = [], []
    for letter in letters:
        if letter.first_id in mine:  # goes with the first letter of its file
            continue
        if letter.first_id is not None or not _whole_file(letter, files.store) <= mine:
            left.append(letter.id)
            continue
        whole = _whole_file(letter, files.store)
        destroy_letter(
            letter.id,
            organisation_id=letter.organisation_id,
            by=by,
            store=files.store,
            blobs=files.blobs,
            pages=files.pages,
        )
        gone.extend(sorted(whole))
    left.extend(each.id for each in letters if each.first_id in left)
    return Erased(tuple(gone), tuple(left))


def _whole_file(letter: LetterRecord, store: Store) -> set[str]:
    """Return the ids of all letters of a file."""
    first_id = letter.first_id or letter.id
    with store.reading() as transaction:
        return {first_id, *(each.id for each in transaction.letters.parts(first_id))}


def _parts(letter: LetterRecord, files: Files) -> Iterator[tuple[str, bytes]]:
    """Yield everything that is kept of a letter, by name."""
    with files.store.reading() as transaction:
        reports = tuple(_reports(letter, transaction))
        corrections = transaction.corrections.of(letter.id)
        sent = transaction.sent_letters.about(letter.id)
        rows = transaction.audit.list(AuditQuery(about_id=letter.id, limit=ROWS))
    last = reports[-1] if reports else None
    yield from _original(letter, last, files)
    for version, report in enumerate(reports, start=1):
        yield f"rapport-{version}.json", report.model_dump_json(indent=2).encode()
    if corrections:
        facts = [
            {
                "over": each.about,
                "doe": each.act.value,
                "feit": json.loads(each.content),
                "vastgelegd": each.made_at.isoformat(),
                "teruggedraaid": each.undone_at.isoformat() if each.undone_at else None,
            }
            for each in corrections
        ]
        yield "vastgesteld.json", _json(facts)
    for number, each in enumerate(sent, start=1):
        yield f"verstuurd-{number}.{each.format}", files.blobs.read(each.blob.sha256)
    log = [
        {
            "wanneer": row.at.isoformat(),
            "wie": f"{row.deed.by.kind} {row.deed.by.id}",
            "wat": row.deed.act.value,
        }
        for row in reversed(rows)
    ]
    yield "logboek.json", _json(log)


def _reports(letter: LetterRecord, transaction: Transaction) -> Iterator[Report]:
    for version in range(1, letter.report_version + 1):
        yield transaction.letters.report(letter.id, version=version)


def _original(
    letter: LetterRecord, report: Report | None, files: Files
) -> Iterator[tuple[str, bytes]]:
    """Yield the file, or of a file with letters of others only the pages of this one."""
    if len(_whole_file(letter, files.store)) == 1:
        kind = report.document.media_type if report else None
        suffix = mimetypes.guess_extension(kind or "") or ""
        yield f"origineel{suffix}", files.blobs.read(letter.sha256)
        return
    first = (report and report.document.first_page) or 1
    for page in range(first, first + ((report and report.document.pages) or 0)):
        try:
            yield f"bladzijde-{page}.png", files.pages.picture(letter, page)
        except (NoPictureError, NotFoundError):
            yield f"bladzijde-{page}-niet-te-tonen.txt", b""


def _json(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=False, indent=2).encode()
