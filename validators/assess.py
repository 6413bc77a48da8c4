"""The one entry: everything that was read of a letter goes in, the report comes out.

assess(reading, profile, *, source: Source, today: dt.date, report_id: str, catalogue) -> Report
failure(code, *, source: Source, profile_id: str | None, report_id: str) -> Report

`Source` is what the mailroom knows without reading. Page numbers, part and text source of the
report come from `reading.letter`. `processing` is left empty: who runs the reading fills it with
`report.model_copy(update={"processing": Processing(...)})`.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from extractors.document import Letter
from extractors.element import Candidate, ElementId, Reading
from extractors.once import for_one_file
from validators.case import KIND_SURE, STAMP_SURE, Assessed, Case, is_possible
from validators.feiten import Facts
from validators.judge import judge_all
from validators.profile import Catalogue, Profile
from validators.report import (
    Channel,
    DocumentInfo,
    ElementState,
    Failure,
    Intent,
    Kind,
    ReceivedSource,
    Remedy,
    Report,
    ReportedTextSource,
    Severity,
    Status,
    SubmissionWindow,
    Verdict,
    WindowVerdict,
)
from validators.routing import route
from validators.rules import RULES
from validators.termijn import Arrival
from validators.texts.errors import error_text
from validators.texts.window import window_text
from validators.vastgesteld import Established, with_facts
from validators.vervolg import deadlines_of, herstel_day
from validators.window import window_of

# An intent found less surely than this is a passing remark.
INTENT_SURE = 0.5
NOTHING = Established()
KIND_OF = {Intent.BEZWAAR: Kind.BEZWAAR, Intent.KLACHT: Kind.KLACHT}


@dataclass(frozen=True, slots=True)
class Receipt:
    """How and when the letter came in, as told by an option, a manifest, a mail or the API."""

    received: dt.date | None = None
    source: ReceivedSource | None = None  # where `received` comes from; None when not told
    postmarked: dt.date | None = None
    channel: Channel = Channel.POST
    assumed: dt.date | None = None  # taken for the day of receipt when nothing tells it; else today


@dataclass(frozen=True, slots=True)
class Source:
    """The file that a letter was read from."""

    file: str
    sha256: str | None = None
    media_type: str | None = None
    receipt: Receipt = Receipt()


@for_one_file()
def assess(  # noqa: PLR0913 - the one entry: everything that is known comes together here
    reading: Reading,
    profile: Profile,
    *,
    source: Source,
    today: dt.date,
    report_id: str,
    established: Established = NOTHING,
    catalogue: Catalogue | None = None,
) -> Report:
    """Judge one letter against a profile and the law; what people established comes first.

    `catalogue` holds the other organisations; without it those that come with Postkamer.
    """
    reading = with_facts(reading, established)
    case = case_of(reading, profile, receipt=source.receipt, today=today)
    if established.kind is Kind.OVERIG:  # no signal tells it, but a person did
        case = replace(case, kind_confidence=1.0)
    if catalogue is not None:
        case = replace(case, catalogue=catalogue)
    elements = judge_all(case, established.elements)
    assessed = Assessed(case, elements, window_of(case), route(case))
    missing = _required(elements, Status.ONTBREEKT, Status.ONGELDIG)
    uncertain = _required(elements, Status.ONZEKER)
    return Report(
        id=report_id,
        document=_document(case, source),
        kind=case.kind,
        kinds=case.kinds,
        kind_confidence=round(case.kind_confidence, 3),
        profile=profile.id,
        verdict=_verdict(case, missing, uncertain, is_looked_at=established.kind is not None),
        elements=elements,
        submission_window=assessed.window,
        missing=missing,
        uncertain=uncertain,
        remedy=_remedy(case, elements, missing),
        deadlines=deadlines_of(
            Facts(
                profile,
                case.kind,
                case.kinds,
                received=case.arrival.received,
                last_day=assessed.window.last_day,
            )
        ),
        routing=assessed.routing,
        warnings=tuple(notice for rule in RULES for notice in rule.check(assessed)),
    )


def failure(code: str, *, source: Source, profile_id: str | None, report_id: str) -> Report:
    """Report a file that could not be processed; `code` is that of the DocumentError."""
    receipt = source.receipt
    return Report(
        id=report_id,
        document=DocumentInfo(
            file=source.file,
            sha256=source.sha256,
            media_type=source.media_type,
            received=receipt.received,
            received_source=receipt.source,
            postmarked=receipt.postmarked,
            channel=receipt.channel,
        ),
        profile=profile_id,
        verdict=Verdict.FOUT,
        submission_window=SubmissionWindow(
            verdict=WindowVerdict.ONBEKEND,
            received=receipt.received,
            postmarked=receipt.postmarked,
            explanation=window_text("fout"),
        ),
        error=Failure(code=code, message=error_text(code)),
    )


def case_of(reading: Reading, profile: Profile, *, receipt: Receipt, today: dt.date) -> Case:
    """Put together what decides how a letter is judged."""
    kind, intents, sure = _kind_of(reading)
    received, received_source = _received(reading, receipt, today)
    told = receipt.postmarked if is_possible(receipt.postmarked) else None
    postmarked = told or next(iter(_stamped(reading.postmarked)), None)
    arrival = Arrival(received, postmarked, receipt.channel)
    return Case(reading, profile, kind, intents, sure, arrival, received_source, today)


def _kind_of(reading: Reading) -> tuple[Kind, tuple[Intent, ...], float]:
    """Return the kind that decides, all intents, and how sure the kind is."""
    found = [signal for signal in reading.kinds if signal.code in set(Intent)]
    if not found:
        return Kind.OVERIG, (Intent.OVERIG,), 0.0
    intents = tuple(dict.fromkeys(Intent(signal.code) for signal in found))
    leading = found[0]
    objections = [each for each in found if each.code == Intent.BEZWAAR]
    # A letter that is both is an objection: that is what has a term.
    if leading.code == Intent.KLACHT and objections and objections[0].confidence >= INTENT_SURE:
        leading = objections[0]
    kind = KIND_OF.get(Intent(leading.code), Kind.OVERIG)
    return kind, intents, min(max(leading.confidence, 0.0), 1.0)


def _received(reading: Reading, receipt: Receipt, today: dt.date) -> tuple[dt.date, ReceivedSource]:
    """Return the day of receipt: as told, else as stamped on the page, else today."""
    if receipt.received is not None and is_possible(receipt.received):
        return receipt.received, receipt.source or ReceivedSource.OPTION
    # Of several stamps the first counts: receipt at the wrong desk is receipt (Awb 6:15 lid 3).
    stamped = min(_stamped(reading.received), default=None)
    # A stamp of tomorrow was misread.
    if stamped is not None and stamped <= today:
        return stamped, ReceivedSource.STAMP
    return receipt.assumed or today, ReceivedSource.ASSUMED


def _stamped(stamps: Sequence[Candidate]) -> tuple[dt.date, ...]:
    """Return the dates that were read surely enough, in the order of the candidates."""
    sure = (each.value for each in stamps if each.confidence >= STAMP_SURE)
    return tuple(value for value in sure if isinstance(value, dt.date) and is_possible(value))


def _document(case: Case, source: Source) -> DocumentInfo:
    letter = case.reading.letter
    return DocumentInfo(
        file=source.file,
        part=letter.part,
        sha256=source.sha256,
        media_type=source.media_type,
        first_page=min((page.page.number for page in letter.pages), default=None),
        pages=len(letter.pages),
        text_source=_text_source(letter),
        received=case.arrival.received,
        received_source=case.received_source,
        postmarked=case.arrival.postmarked,
        channel=case.arrival.channel,
    )


def _text_source(letter: Letter) -> ReportedTextSource | None:
    sources = {page.page.source for page in letter.pages}
    if len(sources) > 1:
        return ReportedTextSource.MIXED
    return ReportedTextSource(sources.pop()) if sources else None


def _required(
    elements: Mapping[ElementId, ElementState], *statuses: Status
) -> tuple[ElementId, ...]:
    """Return the required elements that have one of the statuses."""
    return tuple(
        element
        for element, state in elements.items()
        if state.required and state.status in statuses
    )


def _verdict(
    case: Case,
    missing: Sequence[ElementId],
    uncertain: Sequence[ElementId],
    *,
    is_looked_at: bool,
) -> Verdict:
    """Say what is to be done; lateness has no part in it.

    A letter that is neither needs a person, until one has looked at what it is.
    """
    if missing:
        return Verdict.INCOMPLEET
    is_sure = case.kind_confidence >= KIND_SURE and (is_looked_at or case.kind is not Kind.OVERIG)
    if uncertain or not is_sure:
        return Verdict.HANDMATIG
    return Verdict.COMPLEET


def _remedy(
    case: Case, elements: Mapping[ElementId, ElementState], missing: Sequence[ElementId]
) -> Remedy:
    """Say what to ask the sender: what the law wants apart from what the organisation wants."""
    if not missing:
        return Remedy()
    verzuim = tuple(each for each in missing if elements[each].severity is Severity.WETTELIJK)
    return Remedy(
        verzuim=verzuim,
        ask=tuple(each for each in missing if each not in verzuim),
        deadline=herstel_day(case.profile, missing, request=case.today),
        basis=(_remedy_basis(case),) if verzuim else (),
    )


def _remedy_basis(case: Case) -> str:
    """Return the article that asks; chapter 9 and the Wkkgz know no repair article like 6:6."""
    if case.kind is Kind.BEZWAAR:
        return "Awb 6:6"
    return "Awb 9:4 lid 2" if case.profile.law == "awb" else "Wkkgz 14 lid 1"
