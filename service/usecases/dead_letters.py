"""Work that is not tried any more: it is kept until a person tries it again or drops it.

Until then the letter is not lost either: it has a report that says it could not be read.
"""

import datetime as dt
from contextlib import suppress

from service.ports.errors import NotFoundError, Trouble
from service.ports.jobs import DeadJob, WhyDead, Work
from service.ports.store import Store, Transaction
from service.ports.world import Clock
from service.records.audit import POSTKAMER, About, Actor, Deed, Done, letter_deed
from service.records.letters import LetterRecord, LetterState
from service.usecases.read_letter import put_aside


def dead_jobs(*, store: Store, organisation_id: str | None = None) -> tuple[DeadJob, ...]:
    """Return all work that is not tried any more (of one organisation), the oldest first."""
    with store.reading() as transaction:
        dead = transaction.jobs.dead()
        return tuple(each for each in dead if _is_of(each, transaction, organisation_id))


def retry_job(
    job_id: str, *, store: Store, organisation_id: str | None = None, by: Actor = POSTKAMER
) -> None:
    """Try dead work again, as if it had just come in.

    Raises:
        NotFoundError: when there is no dead work with this id (of this organisation).

    """
    with store.accepting() as transaction:
        job = _drop_own(job_id, transaction, organisation_id)
        if job.work is Work.READ:
            transaction.letters.revive(job.about)
            with suppress(NotFoundError):  # destroyed since
                letter = transaction.letters.find(job.about)
                transaction.audit.note(letter_deed(by, Done.READ_AGAIN, letter))
        transaction.jobs.put(job.work, job.about)


def stranded_letters(
    *, store: Store, organisation_id: str | None = None
) -> tuple[LetterRecord, ...]:
    """Return the letters whose reading broke down too often, the oldest first."""
    with store.reading() as transaction:
        return tuple(
            each
            for each in transaction.letters.stranded()
            if organisation_id in (None, each.organisation_id)
        )


def retry_letter(
    letter_id: str, *, store: Store, organisation_id: str | None = None, by: Actor = POSTKAMER
) -> None:
    """Read a letter that was put aside once more, as if it had just come in.

    Raises:
        NotFoundError: when there is no letter with this id that was put aside.

    """
    with store.accepting() as transaction:
        letter = _check_stranded(letter_id, transaction, organisation_id)
        transaction.audit.note(letter_deed(by, Done.READ_AGAIN, letter))
        transaction.letters.revive(letter_id)
        transaction.jobs.put(Work.READ, letter_id)


def drop_letter(
    letter_id: str, *, store: Store, organisation_id: str | None = None, by: Actor = POSTKAMER
) -> None:
    """Leave a letter that was put aside to people: it keeps its report that it cannot be read.

    Raises:
        NotFoundError: when there is no letter with this id that was put aside.

    """
    with store.accepting() as transaction:
        letter = _check_stranded(letter_id, transaction, organisation_id)
        transaction.audit.note(letter_deed(by, Done.LEFT_ASIDE, letter))
        transaction.letters.accept(letter_id)


def drop_job(
    job_id: str,
    *,
    store: Store,
    clock: Clock,
    organisation_id: str | None = None,
    by: Actor = POSTKAMER,
) -> None:
    """Forget dead work; a letter keeps the report that it could not be read.

    Raises:
        NotFoundError: when there is no dead work with this id.

    """
    settle(store=store, clock=clock)  # the report may not have been made yet
    with store.accepting() as transaction:
        _drop_own(job_id, transaction, organisation_id)
        transaction.audit.note(Deed(by, Done.LEFT_ASIDE, About.WORK, job_id, organisation_id))


def _check_stranded(
    letter_id: str, transaction: Transaction, organisation_id: str | None
) -> LetterRecord:
    letter = transaction.letters.find(letter_id, organisation_id=organisation_id)
    if letter.state is not LetterState.STRANDED:
        raise NotFoundError(letter_id)
    return letter


def _drop_own(job_id: str, transaction: Transaction, organisation_id: str | None) -> DeadJob:
    """Forget dead work; when it is of another organisation the transaction takes that back."""
    job = transaction.jobs.drop_dead(job_id)
    if not _is_of(job, transaction, organisation_id):
        raise NotFoundError(job_id)
    return job


def _is_of(job: DeadJob, transaction: Transaction, organisation_id: str | None) -> bool:
    """Tell whether the work is about something of an organisation; None has everything."""
    if organisation_id is None:
        return True
    try:
        if job.work is Work.READ:
            transaction.letters.find(job.about, organisation_id=organisation_id)
        else:
            transaction.deliveries.find(job.about, organisation_id=organisation_id)
    except NotFoundError:
        return False
    return True


def settle(*, store: Store, clock: Clock) -> None:
    """See to it that each letter whose reading was given up has a report.

    It gets one when it is given up; this is for those whose worker was killed just then, and for
    what RabbitMQ set aside.
    """
    with store.reading() as transaction:
        dead = transaction.jobs.dead(Work.READ)
        unsettled = [job for job in dead if _is_unfinished(job.about, transaction)]
    for job in unsettled:
        settle_one(job.about, job.why, store=store, now=clock.now())


def settle_one(letter_id: str, why: WhyDead, *, store: Store, now: dt.datetime) -> None:
    """Report that a letter could not be read, unless it has a report or is gone."""
    trouble = Trouble.LEESFOUT if why is WhyDead.AWAY else Trouble.GECRASHT
    try:
        put_aside(letter_id, trouble, store=store, now=now)
    except NotFoundError:
        return


def _is_unfinished(letter_id: str, transaction: Transaction) -> bool:
    try:
        return transaction.letters.find(letter_id).finished_at is None
    except NotFoundError:
        return False
