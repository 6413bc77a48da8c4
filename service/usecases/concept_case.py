"""What a concept is made from, and what a letter of one kind adds to it."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field

from extractors.element import ElementId
from service.concepts import TO_FILL_IN
from service.texts import concepts as texts
from service.usecases.addressing import Sender
from service.wording import Values, Wording
from validators.profile import DEFAULT_PROFILE, Catalogue, Profile
from validators.report import Intent, Kind, Notice, Report, Status
from validators.texts.days import date_text


@dataclass(frozen=True, slots=True)
class Details:
    """What only the office knows: the day of the letter, its reference, who signs it."""

    date: dt.date
    organisation: str = ""  # its name, when it is not that of the profile
    reference: str = ""
    signer: tuple[str, ...] = ()  # name and function, below the name of the organisation
    last_day: dt.date | None = None  # for what is asked; None: what is usual
    forward_to: str | None = None  # id; None: as the report says
    forwarded: dt.date | None = None  # when it was sent on; None: the day of the letter


@dataclass(frozen=True, slots=True)
class Case:
    """The report with everything around it."""

    report: Report
    profile: Profile
    details: Details
    wording: Wording
    sender: Sender
    catalogue: Catalogue

    @property
    def soort(self) -> str:
        """What the letter of the sender is called in a letter to a citizen."""
        if self.report.kind in {Kind.BEZWAAR, Kind.KLACHT}:
            return str(self.report.kind)
        return "beroep" if Intent.BEROEP in self.report.kinds else "brief"

    @property
    def organisation(self) -> str:
        """The name of who writes; the profile of the law itself is nobody's name."""
        if self.details.organisation:
            return self.details.organisation
        is_nobody = self.profile.id == DEFAULT_PROFILE
        return to_fill_in(texts.FILL_IN_OFFICE) if is_nobody else self.profile.name

    @property
    def forward_to(self) -> str | None:
        """The id of the organisation that should have the letter."""
        return self.details.forward_to or self.report.routing.forward_to

    @property
    def first_day_counts(self) -> bool:
        """Tell whether the first receipt decides if it is in time (Awb 6:15 lid 3)."""
        return self.report.kind is Kind.BEZWAAR or Intent.BEROEP in self.report.kinds

    def warns(self, *codes: str) -> bool:
        """Tell whether the report has one of these warnings."""
        return any(each.code in codes for each in self.report.warnings)

    def due(self, what: str) -> str:
        """Return the day of a deadline of the report in words, empty when there is none to come."""
        day = self._day(what)
        return "" if day is None or day < self.details.date else date_text(day)

    def is_past(self, what: str) -> bool:
        """Tell whether a deadline lies before the day of the letter."""
        day = self._day(what)
        return day is not None and day < self.details.date

    def _day(self, what: str) -> dt.date | None:
        return min((each.due for each in self.report.deadlines if each.what == what), default=None)

    def date_of(self, element: ElementId) -> str:
        """Return a date that was surely read, in words; empty otherwise."""
        state = self.report.elements.get(element)
        if state is None or state.status is not Status.AANWEZIG:
            return ""
        return date_text(dt.date.fromisoformat(str(state.value)))

    def values(self) -> Values:
        """Return what every letter may fill in."""
        received = self.report.document.received
        return Values(
            soort=self.soort,
            organisatie=self.organisation,
            ontvangen=date_text(received) if received else "",
            brief_van=self.date_of(ElementId.DATUM),
            besluit_van=self.date_of(ElementId.BESLUITDATUM),
            naam=self.sender.client,
            namens=self.sender.is_other,
            telefoon=self.profile.texts.phone,
            kenmerk=self.details.reference,
        )


@dataclass(frozen=True, slots=True)
class Draft:
    """What a letter of one kind adds: words to fill in, facts, warnings, another addressee."""

    values: Values
    warnings: tuple[Notice, ...] = ()
    verzuim: tuple[ElementId, ...] = ()
    ask: tuple[ElementId, ...] = ()
    last_day: dt.date | None = None
    suspends: bool = False
    to_body: tuple[str, ...] = field(default=())  # addressee, when it is not the sender


def warn(code: str, *, when: bool = True, **values: str) -> tuple[Notice, ...]:
    """Return the warning, or nothing."""
    message = texts.WARNINGS[code].format(**values)
    return (Notice(code=code, message=message),) if when else ()


def to_fill_in(what: str) -> str:
    """Return what stands where a person must fill something in.

    >>> to_fill_in("telefoonnummer")
    '[VUL IN: telefoonnummer]'
    """
    return f"{TO_FILL_IN}: {what}]"


def joined(warnings: Iterable[tuple[Notice, ...]]) -> tuple[Notice, ...]:
    """Put warnings together, in order."""
    return tuple(notice for some in warnings for notice in some)
