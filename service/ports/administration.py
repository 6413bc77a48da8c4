"""What administrators look at and set: figures, versions of profiles, terms of retention."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from service.records.overview import (
    CorrectionCount,
    DueCount,
    ElementCount,
    LetterCount,
    OverviewQuery,
)
from service.records.profiles import JudgedBy, ProfileText, ProfileVersion
from service.records.retention import (
    DestructionLine,
    Outcome,
    PastLetter,
    Proposal,
    ProposalState,
    RetentionRule,
    WhyKept,
)


class Overviews(Protocol):
    """Figures over the letters of an organisation."""

    def letters(self, query: OverviewQuery) -> tuple[LetterCount, ...]:
        """Return how many letters came in, by day and by what became of them."""

    def elements(self, query: OverviewQuery) -> tuple[ElementCount, ...]:
        """Return how often each element was found, missing or uncertain, by day."""

    def corrections(self, query: OverviewQuery) -> tuple[CorrectionCount, ...]:
        """Return in how many letters people confirmed or changed each element, by day."""

    def due(
        self, organisation_id: str, *, until: dt.date, profile: str | None = None
    ) -> tuple[DueCount, ...]:
        """Return how many open letters have which last day, up to and including this one."""

    def profiles(self, organisation_id: str) -> tuple[str, ...]:
        """Return the profiles by which its letters are judged, sorted."""


class Profiles(Protocol):
    """Which texts of profiles are used and were used; no text is ever thrown away."""

    def keep(self, profile: str, content: str, *, now: dt.datetime) -> str:
        """Keep a text and return its SHA-256; one that is there is kept once."""

    def text(self, sha256: str) -> ProfileText:
        """Return a text that was kept.

        Raises:
            NotFoundError: when there is none.

        """

    def use(
        self, organisation_id: str, sha256: str, *, created_by: str, now: dt.datetime
    ) -> ProfileVersion:
        """Put a text in use for its profile."""

    def versions(self, organisation_id: str) -> tuple[ProfileVersion, ...]:
        """Return all that was put in use, the last one first."""

    def in_use(self, organisation_id: str) -> Mapping[str, ProfileText]:
        """Return the text in use of each profile of which the organisation chose one."""

    def judged(self, letter_id: str) -> tuple[JudgedBy, ...]:
        """Return the reports on a letter with what judged them, the last one first."""

    def has_judged(self, organisation_id: str, sha256: str) -> bool:
        """Tell whether a text judged any letter of the organisation."""


class Retention(Protocol):
    """How long letters are kept after they were handled."""

    def rules(self, organisation_id: str) -> tuple[RetentionRule, ...]:
        """Return the rules of an organisation."""

    def set(self, organisation_id: str, outcome: Outcome, months: int | None) -> None:
        """Keep a rule; None takes it away."""

    def past(self, organisation_id: str, outcome: Outcome, *, handled_before: dt.datetime) -> int:
        """Return how many letters of this outcome were handled before this time."""

    def past_letters(
        self, organisation_id: str, rule: RetentionRule, *, handled_before: dt.datetime
    ) -> tuple[PastLetter, ...]:
        """Return the letters of the outcome of a rule that were handled before this time."""

    def needed(self, organisation_id: str) -> frozenset[str]:
        """Return the letters that somebody still needs: asked about, answered, on their way."""

    def file_sizes(self, organisation_id: str, file_ids: Collection[str]) -> Mapping[str, int]:
        """Return how many letters there are in each of these files."""


class Destructions(Protocol):
    """Proposals to destroy letters, and the lists of what was destroyed."""

    def add(self, proposal: Proposal, letters: Sequence[PastLetter]) -> None:
        """Keep a proposal with its letters."""

    def find(self, proposal_id: str, *, organisation_id: str) -> Proposal:
        """Return one of this organisation.

        Raises:
            NotFoundError: when it has none of this id.

        """

    def all(self, organisation_id: str) -> tuple[Proposal, ...]:
        """Return those of an organisation, the newest first."""

    def approved(self) -> tuple[Proposal, ...]:
        """Return what is to be carried out, of every organisation, the oldest first."""

    def decide(self, proposal_id: str, state: ProposalState, *, by: str, at: dt.datetime) -> bool:
        """Approve or withdraw what was only proposed; tell whether it was."""

    def lines(self, proposal_id: str) -> tuple[DestructionLine, ...]:
        """Return the letters on it, those of a file together."""

    def end(
        self, proposal_id: str, file_id: str, why_kept: WhyKept | None, *, at: dt.datetime
    ) -> None:
        """Keep what became of a file: destroyed, or why not."""

    def finish(self, proposal_id: str, *, at: dt.datetime) -> None:
        """Keep that all of it was carried out."""
