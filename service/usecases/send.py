"""Send a letter: keep it as it went out, and see to it that somebody looks whether it is answered.

A letter that asks for something sets a day in the work list. One that asks for what the law wants
also stops the term to decide (Awb 7:10 lid 2): `repair_of` tells validators since when.
"""

import datetime as dt
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from service.concepts import TO_FILL_IN, Concept, words_of
from service.ports.blobs import Blobs
from service.ports.drawing import LetterRenderer
from service.ports.errors import UndrawableError
from service.ports.store import Store, Transaction
from service.ports.world import Clock
from service.records.audit import About, Deed, Done, account_actor
from service.records.deliveries import EventType
from service.records.letters import AMSTERDAM, LetterRecord
from service.records.work import FollowUpKind, FollowUpTask, SentLetter
from service.texts import concepts as texts
from service.usecases.errors import UsageError
from service.usecases.telling import tell_others
from validators.feiten import Facts, FollowUp, Repair
from validators.profile import Profile
from validators.report import Kind, Report
from validators.texts.days import date_text
from validators.vervolg import follow_ups


@dataclass(frozen=True, slots=True)
class SendingDesk:
    """What sending works with; a renderer for each format."""

    store: Store
    blobs: Blobs
    clock: Clock
    new_id: Callable[[], str]
    renderers: Mapping[str, LetterRenderer]


@dataclass(frozen=True, slots=True)
class Sending:
    """Who sends what: the letter that it is about, the format, and an id for this one time.

    Sending again with the same id does nothing: a page may be submitted twice.
    """

    id: str
    letter_id: str
    organisation_id: str
    format: str
    by: str


def _nothing(_transaction: Transaction) -> None:
    """Do nothing more."""


def send(
    concept: Concept,
    sending: Sending,
    *,
    desk: SendingDesk,
    also: Callable[[Transaction], None] = _nothing,
) -> SentLetter:
    """Keep the letter as it is sent, with the day on which to look at it again, and tell others.

    `also` is done in the same transaction: when it raises, nothing was sent.

    Raises:
        UsageError: when the letter cannot be sent as it is, with every reason.
        NotFoundError: when the organisation has no such letter.

    """
    faults = tuple(faults_of(concept, today=desk.clock.today()))
    if faults:
        raise UsageError("\n".join(faults))
    document = printed(concept, desk.renderers[sending.format])
    with desk.store.reading() as transaction:
        transaction.letters.find(sending.letter_id, organisation_id=sending.organisation_id)
    stored = desk.blobs.put(io.BytesIO(document), max_bytes=len(document))
    sent = SentLetter(
        id=sending.id,
        organisation_id=sending.organisation_id,
        letter_id=sending.letter_id,
        format=sending.format,
        blob=stored,
        concept=concept,
        created_at=desk.clock.now(),
        created_by=sending.by,
    )
    with desk.store.accepting() as transaction:
        letter = transaction.letters.hold(sending.letter_id)
        if transaction.sent_letters.add(sent):
            about = (About.LETTER, sent.letter_id, sent.organisation_id)
            details = {"soort": concept.kind.value}
            transaction.audit.note(Deed(account_actor(sent.created_by), Done.SENT, *about, details))
            also(transaction)
            _plan(transaction, sent, new_id=desk.new_id)
            _tell(transaction, letter, EventType.SENT, sent)
        return transaction.sent_letters.find(sending.id, organisation_id=sending.organisation_id)


def printed(concept: Concept, renderer: LetterRenderer) -> bytes:
    """Return the letter in a format.

    Raises:
        UsageError: when it has characters that cannot be printed.

    """
    try:
        return renderer(concept.letter)
    except UndrawableError as error:
        shown = " ".join(error.characters)
        raise UsageError(texts.FAULTS["teken"].format(characters=shown)) from error


def faults_of(concept: Concept, *, today: dt.date) -> Iterator[str]:
    """Yield why the letter cannot be sent as it is, each with what to do."""
    letter, last_day = concept.letter, concept.facts.last_day
    words = words_of(letter)
    for text in words:
        if TO_FILL_IN in text:
            yield texts.FAULTS["nog_invullen"].format(words=_gap_in(text))
    if not any(line.strip() for line in letter.addressee):
        yield texts.FAULTS["geen_geadresseerde"]
    if not letter.subject.strip() or not letter.blocks:
        yield texts.FAULTS["leeg"]
    if last_day is not None and not _is_said(date_text(last_day), words):
        yield texts.FAULTS["laatste_dag_weg"].format(day=date_text(last_day))
    if letter.date < today:
        yield texts.FAULTS["datum_voorbij"].format(day=date_text(letter.date))


def _gap_in(text: str) -> str:
    """Return what is to be filled in, with its brackets."""
    start = text.index(TO_FILL_IN)
    end = text.find("]", start)
    return text[start : end + 1] if end > 0 else text[start:]


def _is_said(date: str, words: tuple[str, ...]) -> bool:
    return any(date in " ".join(text.split()) for text in words)


def _plan(transaction: Transaction, sent: SentLetter, *, new_id: Callable[[], str]) -> None:
    """Set the day on which to look again; a later request takes the place of an earlier one."""
    last_day = sent.concept.facts.last_day
    if last_day is None:
        return
    # somebody must look on that day, also when the letter had been put away
    transaction.work_list.handle(sent.letter_id, account_id=None, at=None)
    for earlier in transaction.follow_ups.about(sent.letter_id):
        if earlier.kind is FollowUpKind.HERSTEL and earlier.done_at is None:
            transaction.follow_ups.finish(earlier.id, now=sent.created_at, by=sent.created_by)
    transaction.follow_ups.add(
        FollowUpTask(
            id=new_id(),
            organisation_id=sent.organisation_id,
            letter_id=sent.letter_id,
            sent_letter_id=sent.id,
            kind=FollowUpKind.HERSTEL,
            due=last_day,
            created_at=sent.created_at,
            created_by=sent.created_by,
        )
    )


def _tell(
    transaction: Transaction, letter: LetterRecord, kind: EventType, sent: SentLetter
) -> None:
    """Tell others, unless they do not know of the letter: it has no report yet."""
    if letter.report_version:
        now = sent.recalled_at or sent.created_at
        tell_others(transaction, letter, kind, now=now, about=sent.id)


def may_recall(sent: SentLetter, tasks: Iterable[FollowUpTask], *, today: dt.date) -> bool:
    """Tell whether it can still be said that a letter did not go out.

    Until the end of the day on which it was recorded, and as long as nobody has seen an answer.
    """
    is_of_today = sent.created_at.astimezone(AMSTERDAM).date() == today
    is_answered = any(each.answered for each in tasks if each.sent_letter_id == sent.id)
    return sent.recalled_at is None and is_of_today and not is_answered


def recall(sent_id: str, *, organisation_id: str, by: str, desk: SendingDesk) -> SentLetter:
    """Note that a letter did not go out after all; what it took the place of counts again.

    Raises:
        UsageError: when it is too late for that.
        NotFoundError: when the organisation sent no such letter.

    """
    now = desk.clock.now()
    with desk.store.accepting() as transaction:
        sent = transaction.sent_letters.find(sent_id, organisation_id=organisation_id)
        letter = transaction.letters.hold(sent.letter_id)
        tasks = transaction.follow_ups.about(sent.letter_id)
        if sent.recalled_at is not None:
            return sent
        if not may_recall(sent, tasks, today=desk.clock.today()):
            raise UsageError(texts.TOO_LATE_TO_RECALL)
        transaction.sent_letters.recall(sent_id, now=now, by=by)
        for task in tasks:
            if task.sent_letter_id == sent_id:
                transaction.follow_ups.finish(task.id, now=now, by=by)
            elif task.done_at == sent.created_at and task.answered is None:
                transaction.follow_ups.reopen(task.id)
        recalled = transaction.sent_letters.find(sent_id)
        _tell(transaction, letter, EventType.RECALLED, recalled)
        return recalled


def finish_follow_up(
    task_id: str, *, organisation_id: str, by: str, desk: SendingDesk, answered: dt.date | None
) -> FollowUpTask:
    """Say that somebody looked; `answered` is when what was asked came in, None if it did not.

    Raises:
        NotFoundError: when the organisation has no such follow-up.

    """
    with desk.store.accepting() as transaction:
        task = transaction.follow_ups.find(task_id, organisation_id=organisation_id)
        about = (About.LETTER, task.letter_id, organisation_id, {"soort": task.kind.value})
        transaction.audit.note(Deed(account_actor(by), Done.FOLLOWED_UP, *about))
        transaction.follow_ups.finish(task_id, now=desk.clock.now(), by=by, answered=answered)
        return transaction.follow_ups.find(task_id)


def last_finished(tasks: Iterable[FollowUpTask], sent: Iterable[SentLetter]) -> FollowUpTask | None:
    """Return the follow-up about which somebody said last how it ended.

    None as long as one waits, and for one of which the letter did not go out after all.
    """
    every = tuple(tasks)
    if not every or any(each.done_at is None for each in every):
        return None
    recalled = {each.id for each in sent if each.recalled_at is not None}
    gone = [each for each in every if each.sent_letter_id not in recalled]
    return gone[-1] if gone else None


def wait_again(letter: LetterRecord, *, desk: SendingDesk) -> None:
    """Take back how the last follow-up ended: the letter waits for an answer again."""
    with desk.store.accepting() as transaction:
        transaction.letters.hold(letter.id)
        task = last_finished(
            transaction.follow_ups.about(letter.id), transaction.sent_letters.about(letter.id)
        )
        if task is not None:
            transaction.follow_ups.reopen(task.id)
            transaction.work_list.handle(letter.id, account_id=None, at=None)


def repair_of(transaction: Transaction, letter: LetterRecord) -> Repair | None:
    """Return the last request that stops the decision term, None when there was none."""
    asked = [
        each
        for each in transaction.sent_letters.about(letter.id)
        if each.concept.facts.suspends and each.recalled_at is None
    ]
    if not asked:
        return None
    last = asked[-1]
    tasks = transaction.follow_ups.about(letter.id)
    answered = next((each.answered for each in tasks if each.sent_letter_id == last.id), None)
    return Repair(last.sent_on, received=answered, printed=last.concept.facts.last_day)


def days_of(report: Report, profile: Profile, repair: Repair | None) -> tuple[FollowUp, ...]:
    """Return every day that follows on the report, now that a repair was asked for or not."""
    return follow_ups(
        Facts(
            profile,
            report.kind or Kind.OVERIG,
            report.kinds,
            received=report.document.received,
            last_day=report.submission_window.last_day,
            repair=repair,
        )
    )
