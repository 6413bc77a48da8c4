"""One file: bytes in, a report on each letter of it out.

What is wrong with a file becomes a report with verdict `fout`; what is wrong with the
installation or the code propagates.
"""

import datetime as dt
import hashlib
import time
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from statistics import fmean
from typing import TYPE_CHECKING

from extractors.document import Document, TextSource
from extractors.element import Hints, Reading
from extractors.errors import DocumentError, NothingToReadError, TimeLimitError
from extractors.stages import Stage, begin, reached
from service.called import called
from service.ports.errors import Trouble, TroubleError
from service.ports.reading import Assignment, Ending, Outcome, Picture
from service.records.fingerprints import Fingerprint
from service.texts import troubles as texts
from service.texts.endings import ending_text
from service.usecases.opener import Opener, may_be_message
from validators.assess import Receipt, Source, assess, failure
from validators.profile import DEFAULT_PROFILE, Catalogue, catalogue_of, hints_of
from validators.report import Channel, Failure, Processing, Report

if TYPE_CHECKING:
    from service.records.letters import Refusal
    from service.usecases.receive import Facts, Incoming

_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "https://postkamer.nl/report")


@dataclass(frozen=True, slots=True)
class Tools:
    """What processing works with; loaded once per process, replaced by fakes in tests."""

    load: Callable[[str], bytes]  # path -> bytes
    read: Callable[[bytes], Document]
    extract: Callable[[Document, Hints], tuple[Reading, ...]]
    picture: Callable[[Report, Document], tuple[Picture, ...]]
    versions: Mapping[str, str]
    pack: Callable[[Reading], bytes | None] = lambda _: None  # to keep what was read
    fingerprint: Callable[[Reading, Document], Fingerprint | None] = lambda _, __: None
    opener: Opener | None = None  # opens messages; none: they were opened at the door
    catalogue: Catalogue = field(default_factory=catalogue_of)


def process(assignment: Assignment, *, tools: Tools, today: dt.date) -> tuple[Outcome, ...]:
    """Read one file and report on every letter in it; a file always gives a report."""
    source = Source(file=assignment.file, receipt=assignment.receipt)
    if assignment.profiles is not None:
        tools = replace(tools, catalogue=catalogue_of(assignment.profiles))
    try:
        data = _load(assignment, tools)
    except TroubleError as error:
        return (Outcome(trouble_report(assignment, error.trouble)),)
    except DocumentError as error:
        return (Outcome(_failed(error.code, source, assignment.profile)),)
    if tools.opener is not None and may_be_message(data, tools.opener):
        return _of_message(data, assignment, replace(tools.opener, today=lambda: today), tools)
    return _of_bytes(data, assignment, tools=tools, today=today)


def _of_message(
    data: bytes, assignment: Assignment, opener: Opener, tools: Tools
) -> tuple[Outcome, ...]:
    """Report on every letter in a message."""
    from service.usecases.expand import open_message  # noqa: PLC0415 - few files are messages

    parts = open_message(assignment.file, data, opener=opener)
    return tuple(
        outcome for part in parts for outcome in _of_part(part, assignment, tools, opener.today())
    )


def _of_part(
    part: "Incoming", assignment: Assignment, tools: Tools, today: dt.date
) -> tuple[Outcome, ...]:
    """Report on one thing in a message; what is never a letter gives no report."""
    from service.usecases.receive import RefusedError, refused  # noqa: PLC0415 - see above

    own = replace(assignment, file=part.file, receipt=_receipt(assignment.receipt, part.facts))
    if part.refusal is not None:
        return _of_refusal(part.refusal, own)
    try:
        with part.open() as opened:
            data = opened.read()
    except RefusedError as error:  # a file in a ZIP shows only while it is unpacked what it is
        return _of_refusal(refused(part.file, error.code, **error.values), own)
    return _of_bytes(data, own, tools=tools, today=today)


def _of_refusal(refusal: "Refusal", own: Assignment) -> tuple[Outcome, ...]:
    from service.usecases.expand import needs_person  # noqa: PLC0415 - see above

    if not needs_person(refusal):
        return ()
    source = Source(file=own.file, receipt=own.receipt)
    report = _failed(DocumentError.code, source, own.profile)
    error = Failure(code=refusal.code, message=refusal.message)
    return (Outcome(report.model_copy(update={"error": error})),)


def _receipt(told: Receipt, facts: "Facts") -> Receipt:
    """Complete what is told of a message with what it says itself; it did not come by post."""
    channel = facts.channel if facts.channel and told.channel is Channel.POST else told.channel
    receipt = replace(told, channel=channel)
    if told.received is not None:
        return receipt
    return replace(receipt, received=facts.received, source=facts.received_source)


def _of_bytes(
    data: bytes, assignment: Assignment, *, tools: Tools, today: dt.date
) -> tuple[Outcome, ...]:
    started = time.perf_counter()
    source = Source(file=assignment.file, receipt=assignment.receipt)
    source = replace(source, sha256=hashlib.sha256(data).hexdigest())
    begin(Stage.OPENEN)
    try:
        document = tools.read(data)
    except TimeLimitError as error:
        return (Outcome(_with_ending(_failed(error.code, source, assignment.profile))),)
    except DocumentError as error:
        return (Outcome(_failed(error.code, source, assignment.profile)),)
    source = replace(source, media_type=document.media_type)
    profile = tools.catalogue.load(assignment.profile or DEFAULT_PROFILE)
    begin(Stage.ZOEKEN)
    readings = tools.extract(document, hints_of(profile, tools.catalogue))
    if not readings:  # no letter in it; a file without a report would be lost
        return (Outcome(_failed(NothingToReadError.code, source, assignment.profile)),)
    begin(Stage.BEOORDELEN)
    reports = tuple(
        assess(
            reading,
            profile,
            source=source,
            today=today,
            report_id=report_id(source.file, source.sha256, reading.letter.part),
            catalogue=tools.catalogue,
        )
        for reading in readings
    )
    seconds = (time.perf_counter() - started) / len(reports)
    return tuple(
        Outcome(
            report.model_copy(
                update={"processing": _processing(report, document, seconds, tools.versions)}
            ),
            tools.picture(report, document),
            tools.pack(reading),
            file_pages=len(document.pages),
            fingerprint=tools.fingerprint(reading, document),
            forward_to=called(report.routing.forward_to or "", catalogue=tools.catalogue),
        )
        for report, reading in zip(reports, readings, strict=True)
    )


def trouble_report(
    assignment: Assignment, trouble: Trouble, ending: Ending | None = None
) -> Report:
    """Report a file that the machine did not hand over, or that reading did not come back from."""
    source = Source(file=assignment.file, receipt=assignment.receipt)
    report = _failed(DocumentError.code, source, assignment.profile)
    error = Failure(
        code=trouble.value, message=texts.TROUBLES[trouble] + ending_text(trouble, ending)
    )
    return report.model_copy(update={"error": error})


def report_id(file: str, sha256: str | None, part: int) -> str:
    """Return the id of a report: the same letter of the same file has the same id in every run."""
    return str(uuid.uuid5(_NAMESPACE, f"{sha256 or ''}/{part}/{file}"))


def _load(assignment: Assignment, tools: Tools) -> bytes:
    if assignment.trouble is not None:
        raise TroubleError(assignment.trouble)
    if assignment.content is not None:
        return assignment.content
    return tools.load(assignment.path)


def _failed(code: str, source: Source, profile: str | None) -> Report:
    return failure(
        code,
        source=source,
        profile_id=profile or DEFAULT_PROFILE,
        report_id=report_id(source.file, source.sha256, 1),
    )


def _with_ending(report: Report) -> Report:
    """Return the report of a file for which the time was over, saying where that was."""
    assert report.error is not None  # noqa: S101 - it reports a failure
    said = ending_text(Trouble.TIJD_OP, Ending(reached()))
    error = report.error.model_copy(update={"message": report.error.message + said})
    return report.model_copy(update={"error": error})


def _processing(
    report: Report, document: Document, seconds: float, versions: Mapping[str, str]
) -> Processing:
    """Say what the letter cost: its share of the file by pages, and how well it was read."""
    share = (report.document.pages or 0) / max(len(document.pages), 1)
    return Processing(
        seconds=round(seconds, 3),
        ocr_seconds=round(document.ocr_seconds * share, 3),
        ocr_confidence=_ocr_confidence(report, document),
        versions={**versions, **({"ocr": document.engine} if document.engine else {})},
    )


def _ocr_confidence(report: Report, document: Document) -> float | None:
    first = report.document.first_page or 1
    last = first + (report.document.pages or 0) - 1
    confidences = [
        word.confidence
        for page in document.pages
        if page.source is TextSource.OCR and first <= page.number <= last
        for word in page.words
    ]
    return round(fmean(confidences), 3) if confidences else None
