"""The work list in words: what a row says of a letter."""

import datetime as dt
from dataclasses import dataclass
from typing import TypedDict
from urllib.parse import urlencode

from extractors.element import ElementId
from service.names import masked
from service.records.letters import LetterState
from service.records.work import WorkGroup, WorkItem, WorkQuery
from service.rendering.words import without_bsn
from service.texts import answers as answers_texts
from service.texts import figures as figures_texts
from service.texts import report as report_texts
from service.web.pages.answer_words import APPROVALS
from service.web.pages.page import catalogue
from service.web.pages.words import IS_READ, KINDS, OTHER_POST, URGENT, VERDICTS, WINDOWS, Sign
from validators.profile import ProfileError
from validators.report import Kind, Verdict, WindowVerdict

PER_PAGE = 50
SOON_DAYS = 7
MOST_HASHES = 8


@dataclass(frozen=True, slots=True)
class Row:
    """One letter in the list."""

    id: str
    kind: str
    sender: str
    kenmerk: str
    file: str
    profile: str
    received: str
    verdict: Sign
    missing: str
    wrong: str
    uncertain: str
    window: Sign | None
    last_day: str
    days_left: str
    is_soon: bool
    urgent: tuple[str, ...]
    is_read: bool
    waits: str = ""  # for an answer of the sender
    waits_left: str = ""
    is_over: bool = False  # the day is gone
    approval: Sign | None = None
    has_twin: bool = False  # it probably came more than once


@dataclass(frozen=True, slots=True)
class ListWish:
    """What the address of the list asks for."""

    group: WorkGroup = WorkGroup.OPEN
    kind: Kind | None = None
    window: WindowVerdict | None = None
    hashes: tuple[str, ...] = ()
    page: int = 1

    def query(self, organisation_id: str) -> WorkQuery:
        """Return the query; one row more than fits says whether there is another page."""
        return WorkQuery(
            organisation_id,
            group=self.group,
            kind=self.kind,
            window_verdict=self.window,
            hashes=self.hashes,
            offset=(self.page - 1) * PER_PAGE,
            limit=PER_PAGE + 1,
        )

    def address(self, **changes: object) -> str:
        """Return where the list is that is asked for, with changes."""
        asked: dict[str, object] = {
            "groep": self.group.value,
            "soort": self.kind or "",
            "termijn": self.window or "",
            "vind": ".".join(self.hashes),
            "pagina": self.page if self.page > 1 else "",
        }
        wanted = {name: value for name, value in {**asked, **changes}.items() if value}
        return f"/?{urlencode(wanted)}"


def row_of(item: WorkItem, *, today: dt.date) -> Row:
    """Return what the list says of a letter."""
    letter, summary = item.letter, item.summary
    is_read = letter.state in {LetterState.DONE, LetterState.STRANDED}
    left = (letter.last_day - today).days if letter.last_day else None
    return Row(
        id=letter.id,
        kind=KINDS[Kind(letter.kind)] if letter.kind else "",
        sender=without_bsn(summary.sender),
        kenmerk=without_bsn(summary.kenmerk),
        file=masked(letter.file),
        profile=profile_name(letter.profile),
        received=_day(summary.received or letter.received),
        verdict=verdict_sign(letter.verdict, letter.kind),
        missing=_named(tuple(each for each in summary.missing if each not in summary.wrong)),
        wrong=_named(summary.wrong),
        uncertain=_named(summary.uncertain),
        window=WINDOWS[WindowVerdict(letter.window_verdict)] if letter.window_verdict else None,
        last_day=_day(letter.last_day),
        days_left="" if left is None else days_left(left),
        is_soon=left is not None and 0 <= left <= SOON_DAYS,
        urgent=tuple(word for code, word in URGENT.items() if code in summary.warnings),
        is_read=is_read,
        **_waiting(letter.waits_until, today),
        approval=APPROVALS.get(item.approval) if item.approval else None,
        has_twin=item.has_twin,
    )


class _Waiting(TypedDict):
    waits: str
    waits_left: str
    is_over: bool


def _waiting(until: dt.date | None, today: dt.date) -> _Waiting:
    """Say until when an answer of the sender is waited for."""
    if until is None:
        return {"waits": "", "waits_left": "", "is_over": False}
    is_over = until < today
    words = answers_texts.WAITS_NO_MORE if is_over else answers_texts.WAITS
    return {
        "waits": words.format(day=figures_texts.day(until)),
        "waits_left": days_left((until - today).days),
        "is_over": is_over,
    }


def verdict_sign(verdict: str | None, kind: str | None) -> Sign:
    """Return the sign of a verdict; of other post nothing is complete."""
    if verdict is None:
        return IS_READ
    if verdict == Verdict.COMPLEET and kind == Kind.OVERIG:
        return OTHER_POST
    return VERDICTS[Verdict(verdict)]


def days_left(days: int) -> str:
    """Say how far off a day is.

    >>> days_left(3), days_left(0), days_left(-1)
    ('nog 3 dagen', 'vandaag', '1 dag geleden')
    """
    if days == 0:
        return "vandaag"
    amount = figures_texts.count(abs(days), "dag", "dagen")
    return f"nog {amount}" if days > 0 else f"{amount} geleden"


def profile_name(profile_id: str) -> str:
    """Return the name of an organisation; of a profile that is gone its id."""
    try:
        return catalogue().load(profile_id).name
    except ProfileError:
        return profile_id


def _named(elements: tuple[str, ...]) -> str:
    return ", ".join(report_texts.ELEMENTS[ElementId(each)] for each in elements)


def _day(day: dt.date | None) -> str:
    return "" if day is None else figures_texts.day(day)
