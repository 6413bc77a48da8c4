"""Reading a letter that was received: from its kept bytes to reports, events and deliveries.

May run twice for the same letter, and may be killed at any point: what it does is done in one
transaction at the end, and how often it began is counted before it begins.
"""

import datetime as dt
import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from service.ports.errors import NotFoundError, PassingError, Trouble
from service.ports.jobs import Work
from service.ports.reading import Assignment, Finished, Reader
from service.ports.store import Store, Transaction
from service.ports.world import Clock, Meter
from service.records.deliveries import EventType
from service.records.letters import FinishedLetter, LetterRecord
from service.usecases.metering import UNMETERED
from service.usecases.process import trouble_report
from service.usecases.profiles import current, files_of, keep_judge
from validators.assess import Receipt
from validators.profile import Catalogue, catalogue_of
from validators.report import Report, Verdict

# Warnings for which a person must see the letter first, the most urgent last.
URGENT = ("spoed", "ingebrekestelling", "voorlopige_voorziening", "veiligheid")


@dataclass(frozen=True, slots=True)
class Room:
    """What reading works with; a letter is begun at most `max_claims` times."""

    store: Store
    reader: Reader
    clock: Clock
    max_claims: int
    meter: Meter = UNMETERED
    catalogue: Catalogue = field(default_factory=catalogue_of)  # of the installation


def read_letter(letter_id: str, *, room: Room) -> None:
    """Read one letter and queue its reports; one that is done already is left alone.

    Raises:
        PassingError: when it has to be tried again; that does not count as a beginning.

    """
    with room.store.accepting() as transaction:
        letter = transaction.letters.claim(letter_id, now=room.clock.now())
    if letter is None:
        return
    try:
        _read(letter, room)
    except PassingError:
        with room.store.working() as transaction:
            transaction.letters.put_back(letter_id)
        raise


def put_aside(letter_id: str, trouble: Trouble, *, store: Store, now: dt.datetime) -> None:
    """Report that a letter could not be read and leave it to a person, unless it is done."""
    with store.working() as transaction:
        letter = transaction.letters.find(letter_id)
        finished = _letters_of(_assignment(letter, now.date()), Finished(trouble=trouble))
        _finish(transaction, letter, finished, now=now, is_stranded=True)


def _read(letter: LetterRecord, room: Room) -> None:
    with room.store.reading() as transaction:
        files = files_of(room.catalogue, transaction, letter.organisation_id)
        catalogue = current(room.catalogue, transaction, letter.organisation_id)
    assignment = replace(_assignment(letter, room.clock.today()), profiles=files)
    is_stranded = letter.claims > room.max_claims
    began = time.perf_counter()
    finished = Finished(trouble=Trouble.GECRASHT) if is_stranded else room.reader.read(assignment)
    done = time.perf_counter()
    # on the disk before anyone is told: an event that a power cut took back would leave its place
    # in the feed to another one, and a reader who is past it would never see that
    with room.store.accepting() as transaction:
        judge = keep_judge(letter.profile, catalogue, transaction, now=room.clock.now())
        _finish(
            transaction,
            letter,
            _letters_of(assignment, finished, judge),
            now=room.clock.now(),
            is_stranded=is_stranded,
        )
    room.meter.took("lezen", done - began)
    room.meter.took("bewaren", time.perf_counter() - done)
    _count(finished, room.meter)


def _count(finished: Finished, meter: Meter) -> None:
    if finished.trouble is not None:
        meter.judged(Verdict.FOUT)
        meter.failed(finished.trouble)
    for outcome in finished.outcomes:
        meter.judged(outcome.report.verdict)
        meter.took("ocr", outcome.report.processing.ocr_seconds)
        if outcome.report.error is not None:
            meter.failed(outcome.report.error.code)


def _assignment(letter: LetterRecord, today: dt.date) -> Assignment:
    receipt = Receipt(
        received=letter.received,
        source=letter.received_source,
        postmarked=letter.postmarked,
        channel=letter.channel,
        assumed=letter.arrived_on,
    )
    return Assignment(
        path=letter.sha256,
        file=letter.file,
        receipt=receipt,
        profile=letter.profile,
        today=today,
    )


def _letters_of(
    assignment: Assignment, finished: Finished, judge: str | None = None
) -> tuple[FinishedLetter, ...]:
    if finished.trouble is not None:
        return (FinishedLetter(trouble_report(assignment, finished.trouble, finished.ending)),)
    return tuple(
        FinishedLetter(
            each.report,
            each.reading,
            urgency_of(each.report),
            judge if each.report.error is None else None,
            each.file_pages,
            each.fingerprint,
        )
        for each in finished.outcomes
    )


def _finish(
    transaction: Transaction,
    letter: LetterRecord,
    finished: Sequence[FinishedLetter],
    *,
    now: dt.datetime,
    is_stranded: bool,
) -> None:
    """Keep the reports and queue what follows, unless another worker was first."""
    try:
        is_done = transaction.letters.hold(letter.id).finished_at is not None
    except NotFoundError:  # destroyed while it was being read
        return
    if is_done:
        return
    kept = transaction.letters.finish(letter.id, finished, now=now, is_stranded=is_stranded)
    for each in kept:
        event = transaction.events.add(each, EventType.REPORTED, now=now)
        # after the event, for which workers take turns: who ends last sees what the others kept
        transaction.dossiers.link(each)
        for delivery_id in transaction.deliveries.plan(event, profile=each.profile, now=now):
            transaction.jobs.put(Work.DELIVER, delivery_id)


def urgency_of(report: Report) -> int:
    """Return how soon a person must see the letter: 0 in its turn, higher is sooner."""
    codes = {warning.code for warning in report.warnings}
    return max((place for place, code in enumerate(URGENT, start=1) if code in codes), default=0)
