"""Dossiers: letters of one person or case on one time line, and letters that came twice."""

import datetime as dt
import re
from dataclasses import dataclass
from uuid import UUID

from flask import Blueprint, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from service.names import masked
from service.records.audit import About, Deed, Done
from service.records.dossiers import Duplicate, Related
from service.records.letters import LetterRecord, Summary
from service.records.people import Role
from service.records.work import FollowUpTask, SentLetter, WorkGroup, WorkQuery
from service.rendering.words import without_bsn
from service.texts import dossiers as words
from service.texts import figures as texts
from service.usecases.timeline import Timeline, deny_duplicate, open_timeline, undo_denial
from service.web import sessions
from service.web.noting import note, note_letter
from service.web.pages.list_view import MOST_HASHES
from service.web.pages.page import field, page, viewer, viewer_actor
from service.web.pages.words import IS_READ, KINDS, VERDICTS, Sign
from validators.numbers import bsn
from validators.report import Kind, Verdict

dossiers = Blueprint("dossiers", __name__)
HASH = re.compile(r"[0-9a-f]{16,128}", re.ASCII)
MOST_FOUND = 60  # of the open and of the handled letters
MOST_SHOWN = 20  # who finds more must say more


@dataclass(frozen=True, slots=True)
class Moment:
    """Something on the time line: a letter in, a letter out, or a day to look again."""

    day: dt.date
    order: int  # of what happened on one day
    sign: str
    what: str
    title: str
    letter_id: str
    verdict: Sign | None = None
    note: str = ""
    is_this: bool = False

    @property
    def date(self) -> str:
        """The day in words."""
        return texts.day(self.day)


@dataclass(frozen=True, slots=True)
class Twin:
    """A letter that is probably the same one, in words."""

    id: str
    reason: str
    alike: str
    received: str
    file: str
    holds: bool


@dataclass(frozen=True, slots=True)
class Links:
    """What a letter belongs to."""

    twins: tuple[Twin, ...]
    others: int  # letters of the same dossier
    done: str


@dataclass(frozen=True, slots=True)
class Hit:
    """Letters that were found and belong together."""

    letter_id: str
    sender: str
    letters: str
    last: str
    kenmerk: str


def links_of(letter: LetterRecord) -> Links:
    """Return what a letter belongs to, for its page."""
    with sessions.parts().desk.store.reading() as transaction:
        duplicates = transaction.dossiers.duplicates(letter)
        related = transaction.dossiers.related(letter)
    # the page folds what comes after the first: those that a person denied
    twins = tuple(sorted((_twin(letter, each) for each in duplicates), key=lambda t: not t.holds))
    done = words.DONE.get(request.args.get("dubbele", ""), "")
    return Links(twins, len(related) - 1, done)


@dossiers.get("/brieven/<uuid:letter_id>/dossier")
@sessions.requires(Role.MAILROOM)
def show(letter_id: UUID) -> AnyResponse:
    """Show the dossier of a letter."""
    store = sessions.parts().desk.store
    timeline = open_timeline(str(letter_id), viewer().organisation_id, store=store)
    note_letter(store, viewer_actor(), Done.DOSSIER_SEEN, timeline.letter)
    moments = sorted(_moments(timeline), key=lambda each: (each.day, each.order))
    return page(
        "dossier.html",
        moments=tuple(moments),
        letter=timeline.letter,
        sender=_sender_of(timeline.related),
        count=texts.count(len(timeline.related), "brief", "brieven"),
        ties=words.together(_ties(timeline)),
    )


@dossiers.get("/dossiers")
@sessions.requires(Role.MAILROOM)
def find() -> AnyResponse:
    """Show the dossiers that were found."""
    hashes = tuple(each for each in request.args.get("vind", "").split(".") if HASH.fullmatch(each))
    hits, has_more = _hits(hashes[:MOST_HASHES]) if hashes else ((), False)
    return page("dossiers.html", hits=hits, has_more=has_more, has_searched="vind" in request.args)


@dossiers.post("/dossiers")
@sessions.requires(Role.MAILROOM)
def search() -> AnyResponse:
    """Look for dossiers; what was typed never stands in an address, only keyed hashes of it."""
    sought, store = field("woorden"), sessions.parts().desk.store
    with store.reading() as transaction:
        hashes = transaction.work_list.hashes(sought)[:MOST_HASHES] if sought else ()
    details = {"soort": "bsn" if bsn.is_valid(sought) else "woorden"}
    about = (About.LIST, "", viewer().organisation_id, details)
    note(store, [Deed(viewer_actor(), Done.SEARCHED, *about)])
    return redirect(url_for("dossiers.find", vind=".".join(hashes)), 303)


@dossiers.post("/brieven/<uuid:letter_id>/dubbelen/<uuid:other_id>")
@sessions.requires(Role.MAILROOM)
def judge_duplicate(letter_id: UUID, other_id: UUID) -> AnyResponse:
    """Keep that two letters are not the same one, or take that back."""
    parts, account = sessions.parts(), viewer()
    with parts.desk.store.reading() as transaction:
        letter = transaction.letters.find(str(letter_id), organisation_id=account.organisation_id)
    who, where = account.id, parts.desk.store
    said = "toch" if field("doe") == "toch" else "geen"
    if said == "toch":
        undo_denial(letter, str(other_id), account_id=who, store=where)
    else:
        clock = parts.desk.clock
        deny_duplicate(letter, str(other_id), account_id=who, store=where, clock=clock)
    group = request.args.get("lijst")
    address = url_for("brief.show", letter_id=letter_id, lijst=group, dubbele=said)
    return redirect(f"{address}#dubbelen", 303)


def _twin(letter: LetterRecord, other: Duplicate) -> Twin:
    return Twin(
        id=other.letter.id,
        reason=words.reason_text(letter.channel, other.letter.channel),
        alike=words.alike_text(other.alike, other.likeness),
        received=texts.day(_received(other.letter, other.summary)),
        file=masked(other.letter.file),
        holds=other.holds,
    )


def _moments(timeline: Timeline) -> list[Moment]:
    came = [_came(each, timeline.letter) for each in timeline.related]
    handled = [each for one in timeline.related if (each := _handled(one))]
    return [*came, *handled, *map(_went, timeline.sent), *map(_task, timeline.tasks)]


def _came(each: Related, own: LetterRecord) -> Moment:
    letter, summary = each.letter, each.summary
    kind = KINDS[Kind(letter.kind)] if letter.kind else "Brief"
    sender = without_bsn(summary.sender) or "onbekende afzender"
    ties = words.together(tuple(words.TIES[tie] for tie in each.ties))
    return Moment(
        day=_received(letter, summary),
        order=1,
        sign="→",
        what=f"Binnen {words.BY[letter.channel]}",
        title=f"{kind} van {sender}",
        letter_id=letter.id,
        verdict=VERDICTS[Verdict(letter.verdict)] if letter.verdict else IS_READ,
        note=f"Hoort erbij door {ties}." if ties else "",
        is_this=letter.id == own.id,
    )


def _went(sent: SentLetter) -> Moment:
    last_day = sent.concept.facts.last_day
    note = f"Gevraagd voor {texts.day(last_day)}." if last_day else ""
    title = words.SENT[sent.concept.kind]
    return Moment(sent.sent_on, 2, "←", "Verstuurd", title, sent.letter_id, note=note)


def _task(task: FollowUpTask) -> Moment:
    if task.answered is not None:
        state = words.ANSWERED.format(day=texts.day(task.answered))
    else:
        state = words.OPEN if task.done_at is None else words.LOOKED
    return Moment(
        task.due, 3, "○", "Opvolgen", words.FOLLOW_UPS[task.kind], task.letter_id, note=state
    )


def _handled(each: Related) -> Moment | None:
    if each.handled_at is None:
        return None
    kind = KINDS[Kind(each.letter.kind)] if each.letter.kind else "Brief"
    return Moment(each.handled_at.date(), 4, "✓", "Afgehandeld", kind, each.letter.id)


def _received(letter: LetterRecord, summary: Summary) -> dt.date:
    return summary.received or letter.received or letter.arrived_on


def _ties(timeline: Timeline) -> tuple[str, ...]:
    """Return by what the letters belong together, the surest first."""
    held = {tie for each in timeline.related for tie in each.ties}
    return tuple(word for tie, word in words.TIES.items() if tie in held)


def _sender_of(related: tuple[Related, ...]) -> str:
    """Return who wrote the last letter of which that is known."""
    senders = [without_bsn(each.summary.sender) for each in related if each.summary.sender]
    return senders[-1] if senders else ""


def _hits(hashes: tuple[str, ...]) -> tuple[tuple[Hit, ...], bool]:
    """Return what was found, letters of one dossier together, and whether there is more."""
    organisation_id = viewer().organisation_id
    with sessions.parts().desk.store.reading() as transaction:
        found = [
            item
            for group in (WorkGroup.OPEN, WorkGroup.HANDLED)
            for item in transaction.work_list.page(
                WorkQuery(organisation_id, group, hashes=hashes, limit=MOST_FOUND)
            )
        ]
        found.sort(key=lambda item: item.letter.number, reverse=True)
        hits: list[Hit] = []
        seen: set[str] = set()
        for item in found:
            if item.letter.id in seen:
                continue
            if len(hits) == MOST_SHOWN:
                return tuple(hits), True
            related = transaction.dossiers.related(item.letter)
            seen |= {each.letter.id for each in related}
            hits.append(_hit(item.letter, related))
    return tuple(hits), False


def _hit(letter: LetterRecord, related: tuple[Related, ...]) -> Hit:
    last = related[-1]
    return Hit(
        letter_id=letter.id,
        sender=_sender_of(related) or masked(letter.file),
        letters=texts.count(len(related), "brief", "brieven"),
        last=texts.day(_received(last.letter, last.summary)),
        kenmerk=without_bsn(next((e.summary.kenmerk for e in related if e.summary.kenmerk), "")),
    )
