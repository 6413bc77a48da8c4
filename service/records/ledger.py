"""What the page ledger counts, and what it finds wrong."""

from dataclasses import dataclass
from enum import StrEnum


class LedgerCode(StrEnum):
    """What may be wrong between what came in and what went out."""

    ORIGINAL_GONE = "origineel_weg"
    ORPHAN = "wees"  # bytes that nothing refers to
    LIES_STILL = "brief_ligt_stil"
    WITHOUT_REPORT = "zonder_rapport"
    WITHOUT_EVENT = "zonder_melding"
    WITHOUT_DELIVERY = "zonder_bezorging"
    DELIVERY_LIES_STILL = "bezorging_ligt_stil"
    PAGES = "bladzijden"  # a page is in no letter, or in two


@dataclass(frozen=True, slots=True)
class LedgerFault:
    """One thing that does not add up; `about` is an id or the SHA-256 of bytes."""

    code: LedgerCode
    about: str


@dataclass(frozen=True, slots=True)
class LedgerCounts:
    """What there is, as far as it was looked at."""

    files: int = 0  # that came in
    letters: int = 0  # that they hold
    pages: int = 0
    unread: int = 0  # files that no page could be read of: a person has them
    reports: int = 0
    originals: int = 0  # kept bytes, messages included
