"""One file: bytes in, a report on each letter of it out.

What is wrong with a file becomes a report with verdict `fout`; what is wrong with the
installation or the code propagates.
"""

import datetime as dt
import hashlib
import time
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from statistics import fmean

from extractors.document import Document, TextSource
from extractors.element import Hints, Reading
from extractors.errors import DocumentError, NothingToReadError
from service import texts
from service.ports import Assignment, Outcome, Picture, Trouble, TroubleError
from validators.assess import Source, assess, failure
from validators.profile import DEFAULT_PROFILE, Catalogue, hints_of
from validators.report import Failure, Processing, Report

_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "https://postkamer.nl/report")


@dataclass(frozen=True, slots=True)
class Tools:
    """What processing works with; loaded once per process, replaced by fakes in tests."""

    load: Callable[[str], bytes]  # path -> bytes
    read: Callable[[bytes], Document]
    extract: Callable[[Document, Hints], tuple[Reading, ...]]
    picture: Callable[[Report, Document], tuple[Picture, ...]]
    versions: Mapping[str, str]
    catalogue: Catalogue


def process(assignment: Assignment, *, tools: Tools, today: dt.date) -> tuple[Outcome, ...]:
    """Read one file and report on every letter in it; a file always gives a report."""
    started = time.perf_counter()
    source = Source(file=assignment.file, receipt=assignment.receipt)
    try:
        data = _load(assignment, tools)
    except TroubleError as error:
        return (Outcome(trouble_report(assignment, error.trouble)),)
    except DocumentError as error:
        return (Outcome(_failed(error.code, source, assignment.profile)),)
    source = replace(source, sha256=hashlib.sha256(data).hexdigest())
    try:
        document = tools.read(data)
    except DocumentError as error:
        return (Outcome(_failed(error.code, source, assignment.profile)),)
    source = replace(source, media_type=document.media_type)
    profile = tools.catalogue.load(assignment.profile or DEFAULT_PROFILE)
    reports = tuple(
        assess(
            reading,
            profile,
            source=source,
            today=today,
            report_id=report_id(source.file, source.sha256, reading.letter.part),
            catalogue=tools.catalogue,
        )
        for reading in tools.extract(document, hints_of(profile, tools.catalogue))
    )
    if not reports:  # no letter in it; a file without a report would be lost
        return (Outcome(_failed(NothingToReadError.code, source, assignment.profile)),)
    seconds = (time.perf_counter() - started) / len(reports)
    return tuple(
        Outcome(
            report.model_copy(
                update={"processing": _processing(report, document, seconds, tools.versions)}
            ),
            tools.picture(report, document),
        )
        for report in reports
    )


def trouble_report(assignment: Assignment, trouble: Trouble) -> Report:
    """Report a file that the machine did not hand over, or that reading did not come back from."""
    source = Source(file=assignment.file, receipt=assignment.receipt)
    report = _failed(DocumentError.code, source, assignment.profile)
    error = Failure(code=trouble.value, message=texts.TROUBLES[trouble])
    return report.model_copy(update={"error": error})


def report_id(file: str, sha256: str | None, part: int) -> str:
    """Return the id of a report: the same letter of the same file has the same id in every run."""
    return str(uuid.uuid5(_NAMESPACE, f"{sha256 or ''}/{part}/{file}"))


def _load(assignment: Assignment, tools: Tools) -> bytes:
    if assignment.trouble is not None:
        raise TroubleError(assignment.trouble)
    return tools.load(assignment.path)


def _failed(code: str, source: Source, profile: str | None) -> Report:
    return failure(
        code,
        source=source,
        profile_id=profile or DEFAULT_PROFILE,
        report_id=report_id(source.file, source.sha256, 1),
    )


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
