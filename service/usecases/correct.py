"""Corrections: what a person establishes takes the place of what was read, and judges anew.

The machine's reading stays as it was, so a correction can be undone, and how often people correct
an element says how well it is read.
"""

import datetime as dt
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from extractors.document import Box
from extractors.element import Address, Contact, ElementId, Evidence, Reading, Value
from service.ports.store import Store, Transaction
from service.ports.world import Clock
from service.records.audit import Done, account_actor, letter_deed
from service.records.deliveries import EventType
from service.records.letters import FinishedLetter, LetterRecord
from service.records.work import Act, Correction
from service.usecases.profiles import as_judged, keep_judge
from service.usecases.read_letter import urgency_of
from service.usecases.telling import tell_others
from validators.assess import Receipt, Source, assess
from validators.numbers import bsn
from validators.profile import Catalogue
from validators.report import Kind, Report, Status
from validators.vastgesteld import Established, Fact

DATES = frozenset({ElementId.DATUM, ElementId.BESLUITDATUM})
KIND = "soort"  # what a correction of the kind of letter is about


class WrongValueError(Exception):
    """A value that an element cannot have."""


@dataclass(frozen=True, slots=True)
class Judge:
    """What correcting works with."""

    store: Store
    clock: Clock
    new_id: Callable[[], str]
    unpack: Callable[[bytes], Reading]
    catalogue: Catalogue


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person wants to establish: about an element (or `soort`), and by which act."""

    about: str
    act: Act
    value: Value | None = None
    evidence: tuple[Evidence, ...] = ()


def correct(letter: LetterRecord, wish: Wish, *, account_id: str, judge: Judge) -> Report:
    """Keep what a person established and return the new report.

    Raises:
        WrongValueError: when the element cannot have this value.
        NotFoundError: when the letter was not read, so that there is nothing to correct.

    """
    _check(wish)
    correction = Correction(
        id=judge.new_id(),
        letter_id=letter.id,
        about=wish.about,
        act=wish.act,
        content=_written(wish),
        account_id=account_id,
        made_at=judge.clock.now(),
    )
    with judge.store.accepting() as transaction:
        transaction.letters.hold(letter.id)
        read_as = _read_as(transaction, letter.id, wish.about)
        transaction.corrections.add(replace(correction, read_as=read_as))
        by, what = account_actor(account_id), {"over": wish.about, "doe": wish.act.value}
        transaction.audit.note(letter_deed(by, Done.CORRECTED, letter, **what))
        return _judge_anew(letter, transaction, judge)


def undo(letter: LetterRecord, correction_id: str, *, account_id: str, judge: Judge) -> Report:
    """Let a correction not hold any more and return the new report.

    Raises:
        NotFoundError: when no such correction holds.

    """
    with judge.store.accepting() as transaction:
        transaction.letters.hold(letter.id)
        transaction.corrections.undo(correction_id, letter_id=letter.id, now=judge.clock.now())
        by = account_actor(account_id)
        transaction.audit.note(letter_deed(by, Done.UNDONE, letter, vastlegging=correction_id))
        return _judge_anew(letter, transaction, judge)


def change_receipt(
    letter: LetterRecord, receipt: Receipt, profile: str, *, account_id: str, judge: Judge
) -> Report:
    """Keep how and when the letter came in, and for whom it is; return the new report.

    A day of receipt that nobody told is read from the letter again, or taken to be today.

    Raises:
        NotFoundError: when the letter was not read, so that there is nothing to judge.

    """
    with judge.store.accepting() as transaction:
        transaction.letters.hold(letter.id)
        changed = transaction.letters.change_receipt(letter.id, receipt, profile)
        transaction.audit.note(
            letter_deed(account_actor(account_id), Done.RECEIPT_CHANGED, letter, profiel=profile)
        )
        return _judge_anew(changed, transaction, judge)


def established_of(corrections: tuple[Correction, ...]) -> Established:
    """Return what holds: of each thing the last that was not undone."""
    held = {each.about: each for each in corrections if each.undone_at is None}
    kind = held.pop(KIND, None)
    elements = {ElementId(about): _read(each) for about, each in held.items()}
    return Established(elements, Kind(json.loads(kind.content)["value"]) if kind else None)


def _read_as(transaction: Transaction, letter_id: str, about: str) -> str:
    """Return what the machine made of an element, for how well it reads."""
    first = transaction.letters.report(letter_id, version=1)
    if first.error is not None:  # it was read at a later try
        first = transaction.letters.report(letter_id)
    if about == KIND:
        return Status.AANWEZIG if first.kind is not None else ""
    state = first.elements.get(ElementId(about))
    return "" if state is None else state.status


def _judge_anew(letter: LetterRecord, transaction: Transaction, judge: Judge) -> Report:
    """Judge the letter by the rules it was judged by, with all that holds now."""
    catalogue = as_judged(judge.catalogue, transaction, letter)
    report = judged_by(letter, catalogue, transaction=transaction, judge=judge)
    keep_judgement(letter, report, catalogue, transaction=transaction, judge=judge)
    return report


def judged_by(
    letter: LetterRecord, catalogue: Catalogue, *, transaction: Transaction, judge: Judge
) -> Report:
    """Judge what was read of a letter, with what people established, by the rules given.

    Raises:
        NotFoundError: when the letter was not read.

    """
    before = transaction.letters.report(letter.id)
    reading = judge.unpack(transaction.letters.reading(letter.id))
    return assess(
        reading,
        catalogue.load(letter.profile),
        source=source_of(letter, before),
        today=judge.clock.today(),
        report_id=letter.id,
        established=established_of(transaction.corrections.of(letter.id)),
        catalogue=catalogue,
    ).model_copy(update={"processing": before.processing})


def keep_judgement(
    letter: LetterRecord,
    report: Report,
    catalogue: Catalogue,
    *,
    transaction: Transaction,
    judge: Judge,
) -> None:
    """Keep a new report on a letter and tell others."""
    now = judge.clock.now()
    by = keep_judge(letter.profile, catalogue, transaction, now=now)
    finished = FinishedLetter(report, urgency=urgency_of(report), profile_sha256=by)
    kept = transaction.letters.renew(letter.id, finished, now=now)
    tell_others(transaction, kept, EventType.REPORTED, now=now)
    transaction.dossiers.link(kept)


def source_of(letter: LetterRecord, before: Report) -> Source:
    """Return what is known of the letter without reading it."""
    receipt = Receipt(
        received=letter.received,
        source=letter.received_source,
        postmarked=letter.postmarked,
        channel=letter.channel,
        assumed=letter.arrived_on,
    )
    document = before.document
    return Source(
        file=document.file,
        sha256=document.sha256,
        media_type=document.media_type,
        receipt=receipt,
    )


def _check(wish: Wish) -> None:
    if wish.about == KIND:
        if wish.value not in set(Kind):
            raise WrongValueError(KIND)
        return
    element = ElementId(wish.about)
    if wish.act is Act.CORRECTED and not is_possible(element, wish.value):
        raise WrongValueError(element)


def is_possible(element: ElementId, value: Value | None) -> bool:
    """Tell whether the element can have this value."""
    if element is ElementId.ADRES:
        return isinstance(value, Address) and bool(value.straat or value.postcode)
    if element is ElementId.CONTACTPERSOON:
        return isinstance(value, Contact) and bool(value.naam)
    if not isinstance(value, str) or not value.strip():
        return False
    if element is ElementId.BSN:
        return bsn.is_valid(value)
    return element not in DATES or is_date(value)


def is_date(text: str) -> bool:
    """Tell whether this is a date as forms send it."""
    try:
        dt.date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _written(wish: Wish) -> str:
    """Return the fact as JSON."""
    value = wish.value
    kind = "text"
    content: object = str(value) if value is not None else None
    if isinstance(value, Address | Contact):
        kind = type(value).__name__.lower()
        content = {name: getattr(value, name) for name in type(value).__slots__}
    boxes = [
        [each.page, each.box.x0, each.box.top, each.box.x1, each.box.bottom, each.text]
        for each in wish.evidence
    ]
    return json.dumps({"kind": kind, "value": content, "evidence": boxes}, ensure_ascii=False)


def _read(correction: Correction) -> Fact:
    if correction.act is Act.ABSENT:
        return Fact(Status.ONTBREEKT)
    content = json.loads(correction.content)
    evidence = tuple(
        Evidence(page, Box(x0, top, x1, bottom), text)
        for page, x0, top, x1, bottom, text in content["evidence"]
    )
    return Fact(Status.AANWEZIG, _value(content), evidence)


def _value(content: Mapping[str, object]) -> Value | None:
    value = content["value"]
    if isinstance(value, dict):
        return Address(**value) if content["kind"] == "address" else Contact(**value)
    return None if value is None else str(value)
