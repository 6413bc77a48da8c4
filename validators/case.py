"""What judges and rules look at: the reading with what is known around it, and what came of it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from extractors.element import NAMED, Candidate, Contact, ElementId, Reading
from validators.chosen import ASIDE, CHOSEN, CHOSEN_BY_CHANCE, best_by_chance, worth_a_look
from validators.profile import Catalogue, Profile, catalogue_of, requirements_of
from validators.report import (
    ElementState,
    Intent,
    Kind,
    ReceivedSource,
    Routing,
    Severity,
    Status,
    SubmissionWindow,
)
from validators.termijn import Arrival

# Years in which a letter can have been written or what it tells of can have happened. Beyond them a
# date was misread or mistyped, and nothing may be counted from it.
YEARS = range(1900, 2101)
# Who may write for a client without a machtiging: a lawyer, the parent of a minor, someone whom a
# court appointed, the heir of a client who died (profiles; Awb 2:1, Wkkgz 14).
AUTHORISED = ("advocaat", "ouder", "mentor", "curator", "bewindvoerder", "nabestaande")
# A contact person found less surely than this may be the client.
REPRESENTED_SURE = 0.5
# What the letter only half says ("geen pgb maar zorg in natura") adds nothing to what is asked.
CONDITION_SURE = 0.7
# A kind less sure than this is for a person to decide, and nothing is asked of the sender before.
# Chosen on texts that the model of the kind did not see: see the head of its weights.
KIND_SURE = 0.8
# A date stamp or postmark read less surely than this proves nothing.
STAMP_SURE = 0.6


def is_possible(value: object) -> bool:
    """Tell whether a date lies in a year that a letter can speak of; other values always do."""
    return not isinstance(value, dt.date) or value.year in YEARS


@dataclass(frozen=True, slots=True)
class Case:
    """One letter with everything that decides how it is judged."""

    reading: Reading
    profile: Profile
    kind: Kind
    kinds: tuple[Intent, ...]
    kind_confidence: float
    arrival: Arrival
    received_source: ReceivedSource
    today: dt.date
    catalogue: Catalogue = field(default_factory=catalogue_of)  # who else may be written to

    @property
    def is_kind_sure(self) -> bool:
        """Tell whether the kind needs no person's look before something is asked."""
        return self.kind is Kind.OVERIG or self.kind_confidence >= KIND_SURE

    def candidates(self, element: ElementId) -> tuple[Candidate, ...]:
        """Return what was found of the element, best first, without impossible years.

        Only an objection is against a decision: in other letters no date is one by its chance.
        """
        every = self.reading.candidates.get(element, ())
        if element is ElementId.BESLUITDATUM and self.kind is not Kind.BEZWAAR:
            every = tuple(each for each in every if each.role != NAMED)
        found = tuple(each for each in every if is_possible(each.value))
        if element not in CHOSEN_BY_CHANCE:
            return worth_a_look(found)
        aside = ASIDE.get(element, frozenset())
        return worth_a_look(best_by_chance(found, aside=aside))

    def may_be_by_hand(self, element: ElementId) -> bool:
        """Tell whether the element may stand in handwriting."""
        return self.reading.handwritten or element in self.reading.by_hand

    def has_signal(self, *codes: str) -> bool:
        """Tell whether the letter gives one of these signals."""
        return any(self.reading.signal(code) is not None for code in codes)

    def severity(self, element: ElementId) -> Severity | None:
        """Return who asks for the element in this letter, None when nobody does."""
        asked = requirements_of(self.profile, self.kind, self.catalogue)
        condition = asked.only_with.get(element)
        if condition is not None:
            signal = self.reading.signal(condition)
            if signal is None or signal.confidence < CONDITION_SURE:
                return None
        return asked.severity(element)

    @property
    def representatives(self) -> tuple[Contact, ...]:
        """Return who writes for the client, as far as found; nobody does so for himself."""
        clients = {x.value for x in self.candidates(ElementId.NAAM) if CHOSEN in x.marks}
        return tuple(
            each.value
            for each in self.candidates(ElementId.CONTACTPERSOON)
            if each.role == "vertegenwoordiger"
            and each.confidence >= REPRESENTED_SURE
            and isinstance(each.value, Contact)
            and each.value.naam not in clients
        )

    @property
    def is_represented(self) -> bool:
        """Tell whether someone else writes for the client."""
        return self.has_signal("namens_ander") or bool(self.representatives)

    @property
    def needs_machtiging(self) -> bool:
        """Tell whether who writes may be asked for a machtiging."""
        roles = {code for code in AUTHORISED if self.has_signal(code)}
        roles |= {contact.relatie for contact in self.representatives} & set(AUTHORISED)
        # Parents act for a minor by law; a child of eighteen decides who acts for it.
        if self.has_signal("meerderjarig"):
            roles -= {"ouder"}
        return self.is_represented and not roles

    @property
    def latest_day(self) -> dt.date:
        """The last day on which the sender can have written: that of receipt, if known."""
        received = self.arrival.received
        return self.today if received is None else min(received, self.today)


@dataclass(frozen=True, slots=True)
class Assessed:
    """A case with what was decided about it: all that a warning may depend on."""

    case: Case
    elements: Mapping[ElementId, ElementState]
    window: SubmissionWindow
    routing: Routing

    def status(self, element: ElementId) -> Status:
        """Return the status of an element."""
        return self.elements[element].status

    def date(self, element: ElementId) -> dt.date | None:
        """Return the value of a date element that is there, None otherwise."""
        state = self.elements[element]
        if state.status is Status.AANWEZIG and isinstance(state.value, str):
            return dt.date.fromisoformat(state.value)
        return None
