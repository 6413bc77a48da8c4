"""One letter with everything that a person needs to decide about it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from extractors.document import Box
from extractors.element import Address, Contact, ElementId, Evidence, Reading, Value
from service.ports.errors import NotFoundError
from service.ports.store import Transaction
from service.records.letters import LetterRecord
from service.records.work import Act, Correction, WorkItem
from service.usecases.correct import KIND, Judge, Wish, established_of, source_of
from service.usecases.profiles import as_judged
from validators.assess import assess, case_of
from validators.oordeel import Judgement
from validators.report import (
    AddressValue,
    ContactValue,
    ElementState,
    Kind,
    Report,
)
from validators.vastgesteld import with_facts
from validators.window import judgement_of


@dataclass(frozen=True, slots=True)
class Held:
    """A correction that holds, with the name of who made it."""

    correction: Correction
    by: str


@dataclass(frozen=True, slots=True)
class Dossier:
    """A letter, what was read of it and what people established."""

    item: WorkItem
    report: Report | None  # none as long as it is being read
    reading: Reading | None  # none when it could not be read
    judgement: Judgement | None  # on the term, with its steps
    held: Mapping[str, Held]  # by element, or `soort`
    machine: Report | None  # what was found before people came to it; none when nobody did
    others: tuple[LetterRecord, ...]  # the other letters of the same scan

    @property
    def letter(self) -> LetterRecord:
        """The letter as it is kept."""
        return self.item.letter


def open_dossier(letter_id: str, organisation_id: str, *, judge: Judge) -> Dossier:
    """Return a letter with all about it.

    Raises:
        NotFoundError: when the organisation has no such letter.

    """
    with judge.store.reading() as transaction:
        letter = transaction.letters.find(letter_id, organisation_id=organisation_id)
        item = transaction.work_list.find(letter_id)
        corrections = transaction.corrections.of(letter_id)
        holding = {each.about: each for each in corrections if each.undone_at is None}
        held = {
            about: Held(each, _name_of(transaction, each.account_id))
            for about, each in holding.items()
        }
        others = _others(transaction, letter)
        report = transaction.letters.report(letter_id) if letter.report_version else None
        packed = _packed(transaction, letter_id)
        judge = replace(judge, catalogue=as_judged(judge.catalogue, transaction, letter))
    reading = _unpacked(packed, judge)
    judgement = machine = None
    if report is not None and reading is not None:
        judgement = _judgement(
            letter, report, with_facts(reading, established_of(corrections)), judge
        )
        machine = _machine(letter, report, reading, judge) if held else None
    return Dossier(item, report, reading, judgement, held, machine, others)


def confirmation(report: Report, about: str) -> Wish:
    """Return the wish that what the report says of an element is so."""
    if about == KIND:
        return Wish(KIND, Act.CONFIRMED, report.kind or Kind.OVERIG)
    element = ElementId(about)
    return confirmed(element, report.elements[element])


def confirmed(element: ElementId, state: ElementState) -> Wish:
    """Return the wish that an element is as it was read."""
    return Wish(element, Act.CONFIRMED, value_in(state), places_in(state))


def value_in(state: ElementState) -> Value | None:
    """Return the value of the report as extractors write it."""
    match state.value:
        case AddressValue() as found:
            return Address(*(getattr(found, name) or "" for name in Address.__slots__))
        case ContactValue() as found:
            return Contact(*(getattr(found, name) or "" for name in Contact.__slots__))
        case str() | None:
            return state.value


def places_in(state: ElementState) -> tuple[Evidence, ...]:
    """Return where the report says that an element stands."""
    return tuple(Evidence(each.page, Box(*each.bbox), each.text) for each in state.evidence)


def _judgement(letter: LetterRecord, report: Report, reading: Reading, judge: Judge) -> Judgement:
    """Return the judgement on the term of a reading in which corrections are worked."""
    case = case_of(
        reading,
        judge.catalogue.load(letter.profile),
        receipt=source_of(letter, report).receipt,
        today=judge.clock.today(),
    )
    return judgement_of(case)


def _machine(letter: LetterRecord, report: Report, reading: Reading, judge: Judge) -> Report:
    return assess(
        reading,
        judge.catalogue.load(letter.profile),
        source=source_of(letter, report),
        today=judge.clock.today(),
        report_id=letter.id,
        catalogue=judge.catalogue,
    )


def _name_of(transaction: Transaction, account_id: str) -> str:
    try:
        return transaction.accounts.find(account_id).name
    except NotFoundError:
        return ""


def _others(transaction: Transaction, letter: LetterRecord) -> tuple[LetterRecord, ...]:
    first_id = letter.first_id or letter.id
    every = (transaction.letters.find(first_id), *transaction.letters.parts(first_id))
    return tuple(each for each in every if each.id != letter.id)


def _unpacked(packed: bytes | None, judge: Judge) -> Reading | None:
    try:
        return None if packed is None else judge.unpack(packed)
    except NotFoundError:  # of another version
        return None


def _packed(transaction: Transaction, letter_id: str) -> bytes | None:
    try:
        return transaction.letters.reading(letter_id)
    except NotFoundError:
        return None
