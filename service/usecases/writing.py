"""Write a letter back: begin a concept, change it, make it anew, send it.

A concept is kept between two looks at it, so that no work is lost and someone else can go on.
Whether it may go out without another pair of eyes is said by `approval`.
"""

import datetime as dt
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from service.concepts import Concept, ConceptKind, LetterText
from service.ports.blobs import Blobs
from service.ports.errors import NotFoundError
from service.ports.store import Store, Transaction
from service.ports.world import Clock
from service.records.letters import LetterRecord, Organisation
from service.records.people import Account
from service.records.work import LIVE, ConceptState, KeptConcept, SentLetter
from service.texts import answers as texts
from service.usecases.approval import check_may_send
from service.usecases.concept import concept
from service.usecases.concept_case import Details
from service.usecases.errors import UsageError
from service.usecases.letter_kit import LetterKit
from service.usecases.send import Sending, SendingDesk, recall, send
from validators.profile import DEFAULT_PROFILE, Catalogue
from validators.report import Report

ABOUT_FORWARDING = (ConceptKind.DOORZENDING, ConceptKind.DOORZENDBERICHT)


@dataclass(frozen=True, slots=True)
class WritingDesk:
    """What writing letters works with; a kit for each profile, made at the start."""

    store: Store
    blobs: Blobs
    clock: Clock
    new_id: Callable[[], str]
    kits: Mapping[str, LetterKit]
    catalogue: Catalogue

    def kit(self, profile_id: str) -> LetterKit:
        """Return what letters of a profile are made with.

        Raises:
            UsageError: when the profile is gone.

        """
        found = self.kits.get(profile_id)
        if found is None:
            raise UsageError(texts.FAULTS["profiel_weg"])
        return found

    def sending(self, profile_id: str) -> SendingDesk:
        """Return what sending letters of a profile works with."""
        renderers = self.kit(profile_id).renderers
        return SendingDesk(self.store, self.blobs, self.clock, self.new_id, renderers)


@dataclass(frozen=True, slots=True)
class Choices:
    """What a person chose for a letter; what is None or empty is as usual."""

    date: dt.date | None = None
    last_day: dt.date | None = None
    forward_to: str | None = None
    reference: str = ""
    signer: tuple[str, ...] = ()


class ChangedMeanwhileError(Exception):
    """Someone else changed the concept since it was looked at."""


@dataclass(frozen=True, slots=True)
class _Ground:
    """What a concept rests on."""

    letter: LetterRecord
    report: Report
    own: Organisation
    sent: tuple[SentLetter, ...]


def begin(
    letter_id: str, kind: ConceptKind, choices: Choices, *, by: Account, desk: WritingDesk
) -> KeptConcept:
    """Return the concept of this kind on which somebody works, or else a new one.

    Raises:
        UsageError: when this letter makes no sense here; it says what to do instead.
        NotFoundError: when the organisation has no such letter.

    """
    with desk.store.reading() as transaction:
        ground = _ground(transaction, letter_id, by.organisation_id)
    made = _concept(kind, ground, choices, desk)
    new = KeptConcept(
        id=desk.new_id(),
        organisation_id=by.organisation_id,
        letter_id=letter_id,
        concept=made,
        state=ConceptState.OPEN,
        revision=1,
        report_version=ground.letter.report_version,
        is_edited=False,
        made_by=by.id,
        changed_by=by.id,
        changed_at=desk.clock.now(),
    )
    with desk.store.accepting() as transaction:
        transaction.letters.hold(letter_id)
        same = [each for each in transaction.concepts.live(letter_id) if each.kind is kind]
        if same:
            return same[0]
        transaction.concepts.add(new)
    return new


def remake(kept: KeptConcept, choices: Choices, *, by: Account, desk: WritingDesk) -> KeptConcept:
    """Make the text anew from what is known now and from what was chosen.

    Raises:
        UsageError: when this letter makes no sense any more.
        ChangedMeanwhileError: when someone else changed the concept.

    """
    with desk.store.reading() as transaction:
        ground = _ground(transaction, kept.letter_id, kept.organisation_id)
    made = _concept(kept.kind, ground, choices, desk)
    version = ground.letter.report_version
    anew = replace(kept, concept=made, report_version=version, is_edited=False)
    return _changed(anew, by, desk)


def change(kept: KeptConcept, text: LetterText, *, by: Account, desk: WritingDesk) -> KeptConcept:
    """Keep what a person made of the words; the same words change nothing.

    Raises:
        ChangedMeanwhileError: when someone else changed the concept.

    """
    if text == kept.concept.letter:
        return kept
    return _changed(replace(kept, concept=kept.concept.with_letter(text), is_edited=True), by, desk)


def keep_text(kept: KeptConcept, *, by: Account, desk: WritingDesk) -> KeptConcept:
    """Note that the words still hold now that the letter was judged anew.

    Raises:
        ChangedMeanwhileError: when someone else changed the concept.

    """
    with desk.store.reading() as transaction:
        letter = transaction.letters.find(kept.letter_id, organisation_id=kept.organisation_id)
    return _changed(replace(kept, report_version=letter.report_version), by, desk)


def discard(kept: KeptConcept, *, by: Account, desk: WritingDesk) -> None:
    """Throw a concept away.

    Raises:
        ChangedMeanwhileError: when someone else changed it.

    """
    check_open(kept)
    gone = replace(
        kept, state=ConceptState.DISCARDED, changed_by=by.id, changed_at=desk.clock.now()
    )
    with desk.store.accepting() as transaction:
        _keep(transaction, gone)


def send_concept(kept: KeptConcept, form: str, *, by: Account, desk: WritingDesk) -> SentLetter:
    """Note that the letter went out, as it is now.

    Raises:
        UsageError: when it cannot go out as it is, or not by this person; with every reason.
        ChangedMeanwhileError: when someone else changed it.

    """
    check_live(kept)
    with desk.store.reading() as transaction:
        own = transaction.organisations.find(kept.organisation_id)
        letter = transaction.letters.find(kept.letter_id, organisation_id=kept.organisation_id)
    check_may_send(kept, by, own)
    if letter.report_version != kept.report_version:
        raise UsageError(texts.FAULTS["verouderd"])
    done = replace(kept, state=ConceptState.SENT)

    def close(transaction: Transaction) -> None:
        if transaction.letters.find(kept.letter_id).report_version != kept.report_version:
            raise UsageError(texts.FAULTS["verouderd"])
        _keep(transaction, done)

    # the same for the same words: a page may be submitted twice
    sent_id = str(uuid.uuid5(uuid.UUID(kept.id), str(kept.revision)))
    sending = Sending(sent_id, kept.letter_id, kept.organisation_id, form, by.id)
    return send(kept.concept, sending, desk=desk.sending(kept.concept.facts.profile), also=close)


def recall_letter(sent: SentLetter, *, by: Account, desk: WritingDesk) -> KeptConcept | None:
    """Note that a letter did not go out after all; its words are a concept again.

    None when somebody works on another letter of its kind already.

    Raises:
        UsageError: when it is too late for that.

    """
    sending = desk.sending(sent.concept.facts.profile)
    recall(sent.id, organisation_id=sent.organisation_id, by=by.id, desk=sending)
    with desk.store.accepting() as transaction:
        letter = transaction.letters.hold(sent.letter_id)
        others = transaction.concepts.live(sent.letter_id)
        if any(each.kind is sent.concept.kind for each in others):
            return None
        again = KeptConcept(
            id=desk.new_id(),
            organisation_id=sent.organisation_id,
            letter_id=sent.letter_id,
            concept=sent.concept,
            state=ConceptState.OPEN,
            revision=1,
            report_version=letter.report_version,
            is_edited=True,
            made_by=by.id,
            changed_by=by.id,
            changed_at=desk.clock.now(),
        )
        transaction.concepts.add(again)
    return again


def check_live(kept: KeptConcept) -> None:
    """Refuse to go on with a concept that is done.

    Raises:
        UsageError: when it was sent or thrown away.

    """
    if kept.state not in LIVE:
        raise UsageError(texts.FAULTS["klaar"])


def check_open(kept: KeptConcept) -> None:
    """Refuse to change a concept that is done, or that lies before a jurist.

    Raises:
        UsageError: when that is so.

    """
    check_live(kept)
    if kept.state is ConceptState.PROPOSED:
        raise UsageError(texts.FAULTS["wacht_op_akkoord"])


def _changed(kept: KeptConcept, by: Account, desk: WritingDesk) -> KeptConcept:
    """Keep a change; what a jurist agreed to holds no longer."""
    check_open(kept)
    is_returned = kept.state is ConceptState.RETURNED
    changed = replace(
        kept,
        state=ConceptState.RETURNED if is_returned else ConceptState.OPEN,
        changed_by=by.id,
        changed_at=desk.clock.now(),
        decided_by=kept.decided_by if is_returned else None,
        decided_at=kept.decided_at if is_returned else None,
    )
    with desk.store.accepting() as transaction:
        return _keep(transaction, changed)


def _keep(transaction: Transaction, changed: KeptConcept) -> KeptConcept:
    if not transaction.concepts.change(changed):
        raise ChangedMeanwhileError
    return replace(changed, revision=changed.revision + 1)


def _ground(transaction: Transaction, letter_id: str, organisation_id: str) -> _Ground:
    letter = transaction.letters.find(letter_id, organisation_id=organisation_id)
    try:
        report = transaction.letters.report(letter_id)
    except NotFoundError as error:
        raise UsageError(texts.FAULTS["niet_gelezen"]) from error
    own = transaction.organisations.find(organisation_id)
    sent = transaction.sent_letters.about(letter_id)
    return _Ground(letter, report, own, tuple(each for each in sent if each.recalled_at is None))


def _concept(kind: ConceptKind, ground: _Ground, choices: Choices, desk: WritingDesk) -> Concept:
    kit = desk.kit(ground.letter.profile)
    profile = desk.catalogue.load(ground.letter.profile)
    return concept(
        kind,
        ground.report,
        profile,
        _details(kind, ground, choices, desk.clock.today()),
        wording=kit.wording,
        catalogue=desk.catalogue,
    )


def _details(kind: ConceptKind, ground: _Ground, choices: Choices, today: dt.date) -> Details:
    """Return what the office knows: what was chosen, else as in the last letter that was sent."""
    last = ground.sent[-1].concept if ground.sent else None
    forwarding = [each for each in ground.sent if each.concept.kind is ConceptKind.DOORZENDING]
    forwarded = forwarding[-1] if forwarding and kind in ABOUT_FORWARDING else None
    reference = choices.reference or (last.letter.reference if last else "")
    forward_to = choices.forward_to or (forwarded.concept.facts.forward_to if forwarded else None)
    is_of_nobody = ground.letter.profile == DEFAULT_PROFILE
    return Details(
        date=choices.date or today,
        organisation=ground.own.name if is_of_nobody else "",
        reference=reference,
        signer=choices.signer,
        last_day=choices.last_day,
        forward_to=forward_to,
        forwarded=forwarded.sent_on if forwarded else None,
    )
