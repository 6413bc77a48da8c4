"""What the page of a letter says of letters back: to make, being written, sent, waited for."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from flask import request

from service.concepts import ConceptKind
from service.names import masked
from service.records.letters import AMSTERDAM, LetterRecord
from service.records.work import ConceptState, KeptConcept, SentLetter
from service.texts import answers as texts
from service.texts.figures import day as short_day
from service.usecases.bodies import public_bodies
from service.usecases.concept_letters import MACHTIGING
from service.usecases.correspondence import Correspondence, correspondence_of
from service.usecases.dossier import Dossier
from service.usecases.send import days_of, last_finished, may_recall
from service.web import sessions
from service.web.pages.letter_view import Due, moment
from service.web.pages.list_view import days_left
from validators.feiten import FollowUp
from validators.report import Kind, Report, Verdict
from validators.termijn_texts import deadline_text
from validators.texts.days import date_text


@dataclass(frozen=True, slots=True)
class Offer:
    """A letter that can be made."""

    kind: ConceptKind
    label: str
    meaning: str
    is_first: bool  # what is to be done now


@dataclass(frozen=True, slots=True)
class Writing:
    """A letter on which somebody works."""

    id: str
    label: str
    state: str
    who: str
    tone: str


@dataclass(frozen=True, slots=True)
class Sent:
    """A letter that went out."""

    id: str
    label: str
    day: str
    who: str
    form: str
    may_recall: bool
    recalled: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """An answer that is waited for."""

    day: str
    left: str
    is_over: bool
    since: dt.date


@dataclass(frozen=True, slots=True)
class Other:
    """Another letter that may belong to this one."""

    id: str
    label: str
    received: dt.date


@dataclass(frozen=True, slots=True)
class AnswersView:
    """Everything about letters back."""

    offers: tuple[Offer, ...]
    forwards: tuple[Offer, ...]
    bodies: Mapping[str, str]
    forward_to: str
    writing: tuple[Writing, ...]
    sent: tuple[Sent, ...]
    waits: Waiting | None
    ended: str  # how what was waited for ended
    answers: tuple[Other, ...]
    asked: tuple[Other, ...]
    due: tuple[Due, ...]  # with the suspension by what was asked; empty: as the report says
    today: dt.date
    done: str  # what was just done

    @property
    def is_forwarding_first(self) -> bool:
        """Tell whether sending it on is what is to be done now."""
        return any(each.is_first for each in self.forwards)


def answers_of(dossier: Dossier) -> AnswersView:
    """Put what was and can be written about a letter into words."""
    parts, report, letter = sessions.parts(), dossier.report, dossier.letter
    today = parts.desk.clock.today()
    with parts.desk.store.reading() as transaction:
        found = correspondence_of(letter, report, transaction)
    can_write = report is not None and report.verdict is not Verdict.FOUT
    offers = tuple(_offers(report, found)) if report and can_write else ()
    catalogue = parts.writing.catalogue
    bodies = dict(public_bodies(without=letter.profile, catalogue=catalogue)) if can_write else {}
    forward_to = (report.routing.forward_to if report else None) or _forwarded_to(found)
    return AnswersView(
        offers=tuple(each for each in offers if each.kind in FOR_SENDER),
        forwards=tuple(each for each in offers if each.kind not in FOR_SENDER),
        bodies=bodies,
        forward_to=forward_to or "",
        writing=tuple(_writing(each, found) for each in found.concepts),
        sent=tuple(_sent(each, found, today) for each in found.sent),
        waits=_waits(found, today),
        ended=_ended(found),
        answers=tuple(map(_other, found.answers)),
        asked=tuple(map(_other, found.asked)),
        due=tuple(_due(report, letter, found, today)) if report else (),
        today=today,
        done=texts.DONE.get(request.args.get("gedaan", ""), ""),
    )


FOR_SENDER = (ConceptKind.HERSTELVERZUIM, ConceptKind.ONTVANGSTBEVESTIGING)


def _offers(report: Report, found: Correspondence) -> Iterator[Offer]:
    """Yield the letters that make sense, in the order in which they are usually made."""
    gone = {each.concept.kind for each in found.sent if each.recalled_at is None}
    busy = {each.kind for each in found.concepts}
    wanted = _wanted(report, gone)
    for kind in sorted(ConceptKind, key=lambda one: one is not wanted):
        makes_sense = _makes_sense(kind, report, gone)
        if makes_sense and kind not in busy:
            is_first = kind is wanted and not busy
            yield Offer(kind, texts.KINDS[kind], texts.MEANINGS[kind], is_first)


def _makes_sense(kind: ConceptKind, report: Report, gone: set[ConceptKind]) -> bool:
    match kind:
        case ConceptKind.HERSTELVERZUIM:
            return report.kind is not Kind.OVERIG and _can_ask(report)
        case ConceptKind.ONTVANGSTBEVESTIGING:
            return report.kind is not Kind.OVERIG
        case ConceptKind.DOORZENDBERICHT:
            return ConceptKind.DOORZENDING in gone
        case ConceptKind.DOORZENDING:
            return True


def _wanted(report: Report, gone: set[ConceptKind]) -> ConceptKind | None:
    """Return the letter that is to be made now."""
    if ConceptKind.DOORZENDING in gone:
        is_told = ConceptKind.DOORZENDBERICHT in gone
        return None if is_told else ConceptKind.DOORZENDBERICHT
    if report.routing.forward_to is not None:
        return ConceptKind.DOORZENDING
    if report.kind is Kind.OVERIG or ConceptKind.HERSTELVERZUIM in gone:
        return None
    if report.missing and _can_ask(report):
        return ConceptKind.HERSTELVERZUIM
    return None if ConceptKind.ONTVANGSTBEVESTIGING in gone else ConceptKind.ONTVANGSTBEVESTIGING


def _can_ask(report: Report) -> bool:
    return bool(report.missing) or any(each.code == MACHTIGING for each in report.warnings)


def _forwarded_to(found: Correspondence) -> str | None:
    for each in reversed(found.sent):
        if each.concept.facts.forward_to and each.recalled_at is None:
            return each.concept.facts.forward_to
    return None


def _writing(kept: KeptConcept, found: Correspondence) -> Writing:
    tones = {ConceptState.APPROVED: "ok", ConceptState.RETURNED: "error"}
    who = f"{found.name(kept.changed_by)}, {moment(kept.changed_at)}"
    tone = tones.get(kept.state, "info")
    return Writing(kept.id, texts.KINDS[kept.kind], texts.STATES[kept.state], who, tone)


def _sent(sent: SentLetter, found: Correspondence, today: dt.date) -> Sent:
    recalled = ""
    if sent.recalled_at is not None:
        recalled = f"{found.name(sent.recalled_by)}, {moment(sent.recalled_at)}"
    return Sent(
        id=sent.id,
        label=texts.KINDS[sent.concept.kind],
        day=date_text(sent.sent_on),
        who=found.name(sent.created_by),
        form=sent.format.upper() if sent.format == "pdf" else "Word",
        may_recall=may_recall(sent, found.tasks, today=today),
        recalled=recalled,
    )


def _waits(found: Correspondence, today: dt.date) -> Waiting | None:
    task = found.waits_for
    if task is None:
        return None
    left = (task.due - today).days
    since = task.created_at.astimezone(AMSTERDAM).date()
    return Waiting(date_text(task.due), days_left(left), left < 0, since)


def _ended(found: Correspondence) -> str:
    task = last_finished(found.tasks, found.sent)
    if task is None or task.done_at is None:
        return ""
    words = texts.CAME if task.answered else texts.NOTHING_CAME
    came = date_text(task.answered) if task.answered else ""
    return words.format(day=came, name=found.name(task.done_by), moment=moment(task.done_at))


def _other(letter: LetterRecord) -> Other:
    received = letter.received or letter.arrived_on
    return Other(letter.id, f"{masked(letter.file)}, {short_day(received)}", received)


def _due(
    report: Report, letter: LetterRecord, found: Correspondence, today: dt.date
) -> Iterator[Due]:
    """Yield the days of the case, now that asking stopped the decision term (Awb 7:10 lid 2)."""
    if found.repair is None:
        return
    profile = sessions.parts().writing.catalogue.load(letter.profile)
    for each in sorted(days_of(report, profile, found.repair), key=lambda one: one.due):
        yield _due_of(each, today)


def _due_of(day: FollowUp, today: dt.date) -> Due:
    return Due(
        what=deadline_text(day.what),
        day=date_text(day.due),
        left=days_left((day.due - today).days),
        basis=", ".join(day.basis),
        is_over=day.due < today,
    )
