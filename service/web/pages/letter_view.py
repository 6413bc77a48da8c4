"""A letter in words: what its page says of each element, of the term and of what must happen."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from extractors.element import Address, Candidate, Contact, ElementId
from service.called import called
from service.names import masked
from service.records.letters import AMSTERDAM
from service.rendering.words import value_of, without_bsn
from service.texts import figures as figures_texts
from service.texts import report as report_texts
from service.usecases.correct import DATES, KIND, is_possible
from service.usecases.dossier import Dossier, Held
from service.web.pages.list_view import days_left, profile_name, verdict_sign
from service.web.pages.meanwhile import held_seen, receipt_seen
from service.web.pages.page import catalogue
from service.web.pages.words import (
    ACTS,
    CHOICES,
    IS_READ,
    KINDS,
    NOT_ASKED,
    PARTS,
    SEEMING,
    SEVERITIES,
    SOURCES,
    STATUSES,
    URGENT,
    WINDOWS,
    Sign,
)
from validators.case import KIND_SURE
from validators.report import (
    AddressValue,
    ContactValue,
    ElementState,
    Kind,
    Notice,
    Place,
    ReceivedSource,
    Report,
    Status,
)
from validators.stappen import Step
from validators.termijn_texts import NEXT, deadline_text
from validators.texts.days import date_text

SURE, FAIRLY_SURE = 0.85, 0.6
MOST_ALTERNATIVES = 5
LONGEST_ALTERNATIVE = 160
LONG = frozenset(
    {
        ElementId.BESLUIT,
        ElementId.ONDERBOUWING,
        ElementId.OMSCHRIJVING,
        ElementId.TIJDSPAD,
        ElementId.ONDERNOMEN,
        ElementId.RESULTAAT,
    }
)


@dataclass(frozen=True, slots=True)
class Alternative:
    """Something else that was found; `choice` is its place among all that was."""

    choice: int
    words: str


@dataclass(frozen=True, slots=True)
class Form:
    """How an element is filled in: one field, a choice, or parts; values that may be shown."""

    type: str  # text, date, long, choice or parts
    value: str = ""
    choices: Mapping[str, str] = field(default_factory=dict)
    parts: tuple[tuple[str, str, str], ...] = ()  # name, label, value


@dataclass(frozen=True, slots=True)
class ElementView:
    """What the page says of one element."""

    id: str
    label: str
    status: Sign
    value: str
    certainty: str
    reason: str
    severity: str
    places: tuple[Place, ...]
    alternatives: tuple[Alternative, ...]
    form: Form
    may_confirm: bool
    may_miss: bool
    is_open: bool  # a person must decide
    is_missing: bool
    held: Held | None
    seen: str  # the mark of what is established, for a form that changes it
    act: str
    made_at: str
    machine: str


@dataclass(frozen=True, slots=True)
class Due:
    """A day by which something must have been done."""

    what: str
    day: str
    left: str
    basis: str
    is_over: bool


@dataclass(frozen=True, slots=True)
class PageView:
    """A page of the scan; its size in points."""

    number: int
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class LetterView:
    """Everything that the page of a letter says."""

    id: str
    title: str
    file: str
    verdict: Sign
    is_read: bool
    is_handled: bool
    error: str
    profile: str
    arrived: str
    pages: tuple[PageView, ...]
    kind: ElementView | None
    to_decide: tuple[ElementView, ...]
    missing: tuple[ElementView, ...]
    certain: tuple[ElementView, ...]
    not_asked: tuple[ElementView, ...]
    urgent: tuple[Notice, ...]
    notices: tuple[Notice, ...]
    window: Sign | None
    explanation: str
    next_step: str
    last_day: str
    days_left: str
    trace: tuple[Step, ...]
    due: tuple[Due, ...]
    remedy: str
    forward_to: str
    received: dt.date | None
    received_from: str
    postmarked: dt.date | None
    channel: str
    profile_id: str
    receipt_seen: str  # the mark of how it came in, for the form that changes it
    has_bsn: bool
    shows_bsn: bool
    other_parts: tuple[tuple[str, int], ...]

    @property
    def first_open(self) -> str:
        """Return the element that a person must decide about first."""
        return next((each.id for each in (*self.to_decide, *self.missing)), "")


def view_of(dossier: Dossier, *, today: dt.date, shows_bsn: bool = False) -> LetterView:
    """Put a letter into words."""
    letter, report = dossier.letter, dossier.report
    elements = tuple(_elements(dossier, report, shows_bsn)) if report else ()
    kind = _kind(dossier, report) if report and report.kind else None
    asked = [each for each in elements if report and report.elements[ElementId(each.id)].required]
    sender = "" if report is None else _shown(report, ElementId.NAAM, shows_bsn)
    window = report.submission_window if report else None
    rest = tuple(each for each in elements if each not in asked)
    urgent, notices = _notices(report)
    return LetterView(
        id=letter.id,
        title=_title(report, sender),
        file=masked(letter.file),
        verdict=verdict_sign(report.verdict, report.kind) if report else IS_READ,
        is_read=report is not None,
        is_handled=dossier.item.handled_at is not None,
        error=report.error.message if report and report.error else "",
        profile=profile_name(letter.profile),
        arrived=moment(letter.arrived_at),
        pages=_pages(dossier),
        kind=kind,
        to_decide=(
            *([kind] if kind and kind.is_open else []),
            *(each for each in asked if each.is_open),
        ),
        missing=tuple(each for each in asked if each.is_missing),
        certain=tuple(each for each in asked if not each.is_open and not each.is_missing),
        not_asked=rest,
        urgent=urgent,
        notices=notices,
        window=WINDOWS[window.verdict] if window else None,
        explanation=(window.explanation or "") if window else "",
        next_step=_next_step(dossier, kind),
        last_day=date_text(window.last_day) if window and window.last_day else "",
        days_left=days_left((window.last_day - today).days) if window and window.last_day else "",
        trace=dossier.judgement.trace if dossier.judgement else (),
        due=tuple(_due(report, today)) if report else (),
        remedy=_remedy(report),
        forward_to=_forward_to(report),
        received=_received(report) if report else letter.received,
        received_from=_received_from(report),
        postmarked=letter.postmarked,
        channel=letter.channel,
        profile_id=letter.profile,
        receipt_seen=receipt_seen(letter),
        has_bsn=report is not None and _has_bsn(report),
        shows_bsn=shows_bsn,
        other_parts=tuple((each.id, each.part) for each in dossier.others),
    )


def _next_step(dossier: Dossier, kind: ElementView | None) -> str:
    """Say what to do about the term; of other post that a person looked at nothing."""
    is_other = kind is not None and kind.held is not None and kind.value == KINDS[Kind.OVERIG]
    return "" if dossier.judgement is None or is_other else NEXT[dossier.judgement.code]


def moment(time: dt.datetime) -> str:
    """Return a time as people here say it."""
    local = time.astimezone(AMSTERDAM)
    return f"{figures_texts.day(local.date())} om {local:%H.%M} uur"


def _title(report: Report | None, sender: str) -> str:
    kind = KINDS[report.kind] if report and report.kind else "Brief"
    return f"{kind} van {sender}" if sender else f"{kind}, afzender onbekend"


def _elements(dossier: Dossier, report: Report, shows_bsn: bool) -> Iterator[ElementView]:
    for element, state in report.elements.items():
        held = dossier.held.get(element)
        status = STATUSES[state.status]
        if state.status is Status.ONTBREEKT and not state.required:
            status = NOT_ASKED
        is_wrong = state.status in {Status.ONTBREEKT, Status.ONGELDIG}
        yield ElementView(
            id=element,
            label=_label(element),
            status=status,
            value=_value(element, state, shows_bsn),
            certainty="" if held or is_wrong else _certainty(state),
            reason=state.reason or "",
            severity=SEVERITIES[state.severity] if state.severity else "",
            places=tuple(_without_text(each) for each in state.evidence),
            alternatives=tuple(_alternatives(dossier, element, state, shows_bsn)),
            form=_form(element, state, shows_bsn),
            may_confirm=not is_wrong and held is None and state.value is not None,
            may_miss=state.status is not Status.ONTBREEKT,
            is_open=state.required and state.status is Status.ONZEKER,
            is_missing=state.required and is_wrong,
            held=held,
            seen=held_seen(held),
            act=ACTS[held.correction.act] if held else "",
            made_at=moment(held.correction.made_at) if held else "",
            machine=_machine(dossier, element, shows_bsn) if held else "",
        )


def _kind(dossier: Dossier, report: Report) -> ElementView:
    """Return the kind of the letter as an element: it can be uncertain and corrected as well."""
    held = dossier.held.get(KIND)
    kind = report.kind or Kind.OVERIG
    is_sure = held is not None or (report.kind_confidence >= KIND_SURE and kind is not Kind.OVERIG)
    machine = dossier.machine.kind if dossier.machine else None
    return ElementView(
        id=KIND,
        label="Soort brief",
        status=STATUSES[Status.AANWEZIG if is_sure else Status.ONZEKER],
        value=KINDS[kind],
        certainty=certainty(report.kind_confidence) if is_sure and not held else "",
        reason="" if is_sure else "Het is niet zeker wat voor brief dit is. Kijk zelf.",
        severity="",
        places=(),
        alternatives=(),
        form=Form("choice", value=kind, choices={each.value: KINDS[each] for each in Kind}),
        may_confirm=held is None,
        may_miss=False,
        is_open=not is_sure,
        is_missing=False,
        held=held,
        seen=held_seen(held),
        act=ACTS[held.correction.act] if held else "",
        made_at=moment(held.correction.made_at) if held else "",
        machine=KINDS[machine] if held and machine else "",
    )


def certainty(confidence: float) -> str:
    """Say in words how sure a reading is.

    >>> certainty(0.95), certainty(0.7), certainty(0.2)
    ('zeker gelezen', 'vrij zeker gelezen', 'onzeker gelezen')
    """
    if confidence >= SURE:
        return "zeker gelezen"
    return "vrij zeker gelezen" if confidence >= FAIRLY_SURE else "onzeker gelezen"


def _certainty(state: ElementState) -> str:
    """Return how sure an element is; what was read surely may be doubtful for another reason."""
    is_doubtful = state.status is Status.ONZEKER and state.confidence >= SURE
    return "" if is_doubtful else certainty(state.confidence)


def _label(element: ElementId) -> str:
    label = report_texts.ELEMENTS[element]
    return label[0].upper() + label[1:]


def _without_text(place: Place) -> Place:
    """Leave the words of a place out: the page only draws where it is."""
    return place.model_copy(update={"text": ""})


def _shown(report: Report, element: ElementId, shows_bsn: bool) -> str:
    state = report.elements.get(element)
    return "" if state is None else _value(element, state, shows_bsn)


def _value(element: ElementId, state: ElementState, shows_bsn: bool) -> str:
    if state.status is Status.ONTBREEKT:
        return ""
    value = value_of(state)
    if state.status is Status.ONZEKER and (element, value) in SEEMING:
        return SEEMING[element, value]
    return _words(element, value, shows_bsn)


def _words(element: ElementId, value: str, shows_bsn: bool) -> str:
    """Return a value as people write it, a BSN masked."""
    if element in DATES:
        try:
            return date_text(dt.date.fromisoformat(value))
        except ValueError:
            return without_bsn(value)
    if element in CHOICES:
        return CHOICES[element].get(value, value)
    if shows_bsn:
        return value
    return figures_texts.masked(value) if element is ElementId.BSN and value else without_bsn(value)


def _machine(dossier: Dossier, element: ElementId, shows_bsn: bool) -> str:
    state = dossier.machine.elements.get(element) if dossier.machine else None
    if state is None or state.status is Status.ONTBREEKT:
        return "niets gevonden"
    return _value(element, state, shows_bsn) or STATUSES[state.status].word.lower()


def _alternatives(
    dossier: Dossier, element: ElementId, state: ElementState, shows_bsn: bool
) -> Iterator[Alternative]:
    """Yield what else was found, each different value once."""
    found = dossier.reading.offered(element) if dossier.reading else ()
    seen = {_words(element, value_of(state), shows_bsn)}
    for place, each in enumerate(found):
        words = _words(element, candidate_words(each), shows_bsn)
        if words in seen or not words or not is_possible(element, chosen_value(each)):
            continue
        seen.add(words)
        yield Alternative(place, words[:LONGEST_ALTERNATIVE])
        if len(seen) > MOST_ALTERNATIVES:
            return


def chosen_value(candidate: Candidate) -> str | Address | Contact:
    """Return the value of a candidate as forms send it."""
    value = candidate.value
    return value.isoformat() if isinstance(value, dt.date) else value


def candidate_words(candidate: Candidate) -> str:
    """Return a candidate on one line."""
    match candidate.value:
        case Address() as found:
            lines = (f"{found.straat} {found.huisnummer}", f"{found.postcode} {found.plaats}")
            return ", ".join(line.strip() for line in lines if line.strip())
        case Contact() as found:
            parts = (found.naam, found.relatie, found.email, found.telefoon)
            return ", ".join(part for part in parts if part)
        case dt.date() as day:
            return day.isoformat()
        case text:
            return text


def _form(element: ElementId, state: ElementState, shows_bsn: bool) -> Form:
    """Return how the element is filled in; a BSN that is not shown is not in the form either."""
    if element in PARTS:
        value = state.value
        is_parts = isinstance(value, AddressValue | ContactValue)
        parts = tuple(
            (name, label, (getattr(value, name) or "") if is_parts else "")
            for name, label in PARTS[element].items()
        )
        return Form("parts", parts=parts)
    value = state.value if isinstance(state.value, str) else ""
    if element in CHOICES:
        return Form("choice", value=value, choices=CHOICES[element])
    if not shows_bsn and (element is ElementId.BSN or without_bsn(value) != value):
        value = ""
    if element in DATES:
        return Form("date", value=value)
    return Form("long" if element in LONG else "text", value=value)


def _pages(dossier: Dossier) -> tuple[PageView, ...]:
    if dossier.reading is None:
        return ()
    return tuple(
        PageView(each.page.number, round(each.page.width, 1), round(each.page.height, 1))
        for each in dossier.reading.letter.pages
    )


def _notices(report: Report | None) -> tuple[tuple[Notice, ...], tuple[Notice, ...]]:
    """Return the warnings that cannot wait, the most urgent first, and the others."""
    if report is None:
        return (), ()
    order = tuple(URGENT)
    urgent = sorted(
        (each for each in report.warnings if each.code in URGENT),
        key=lambda each: order.index(each.code),
    )
    return tuple(urgent), tuple(each for each in report.warnings if each.code not in URGENT)


def _due(report: Report, today: dt.date) -> Iterator[Due]:
    for each in sorted(report.deadlines, key=lambda deadline: deadline.due):
        yield Due(
            what=deadline_text(each.what),
            day=date_text(each.due),
            left=days_left((each.due - today).days),
            basis=", ".join(each.basis),
            is_over=each.due < today,
        )


def _remedy(report: Report | None) -> str:
    """Return in one sentence what to ask the sender and until when."""
    if report is None or not (report.remedy.verzuim or report.remedy.ask):
        return ""
    asked = (*report.remedy.verzuim, *report.remedy.ask)
    names = ", ".join(report_texts.ELEMENTS[each] for each in asked)
    until = report.remedy.deadline
    return f"Vraag de afzender om: {names}." + (
        f" Geef daarvoor tijd tot en met {date_text(until)}." if until else ""
    )


def _forward_to(report: Report | None) -> str:
    if report is None or report.routing.forward_to is None:
        return ""
    return called(report.routing.forward_to, catalogue=catalogue())


def _received(report: Report) -> dt.date | None:
    """Return the day of receipt, None when it is only assumed."""
    document = report.document
    is_assumed = document.received_source is ReceivedSource.ASSUMED
    return None if is_assumed else document.received


def _received_from(report: Report | None) -> str:
    source = report.document.received_source if report else None
    return SOURCES[source] if source else ""


def _has_bsn(report: Report) -> bool:
    """Tell whether anything on the page is masked."""
    return any(
        value_of(state) != without_bsn(value_of(state))
        or (element is ElementId.BSN and state.value)
        for element, state in report.elements.items()
    )
