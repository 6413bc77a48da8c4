"""Showing letters and deliveries: lists, reports, originals and pages; and destroying one."""

import base64
import re
from collections.abc import Sequence
from typing import TypeVar
from urllib.parse import urlencode

from flask import Response, request

from extractors.signatures import HEAD_BYTES, media_type_of
from service.names import masked
from service.ports.errors import NoPictureError, NotFoundError
from service.ports.store import Transaction
from service.records.audit import About, Deed, Done
from service.records.letters import LetterQuery, LetterRecord, LetterState, Refusal
from service.usecases.destroy import NotTheFirstError, destroy_letter
from service.web.api import models
from service.web.api.operation import JSON, JSONL, Call, json_answer
from service.web.noting import note, note_letter
from service.web.problems import API, ProblemError
from validators.report import Report, Verdict

UUID = re.compile(models.UUID, re.ASCII)
Summary = TypeVar("Summary", bound=models.LetterSummary)
PAGE = re.compile(r"([1-9]\d{0,5})(\.png)?", re.ASCII)


def show_batch(call: Call) -> Response:
    """Say how far a delivery is."""
    batch_id = id_in(call, "batchId")
    with call.parts.desk.store.reading() as transaction:
        batch = transaction.batches.find(batch_id, organisation_id=call.organisation_id)
        progress = transaction.batches.progress(batch_id)
        refusals = transaction.batches.refusals(batch_id)
    return json_answer(
        models.Batch(
            id=batch.id,
            name=batch.name,
            door=batch.door,
            received_at=batch.received_at,
            channels=batch.channel_ids,
            letters=progress.letters,
            states={state: progress.states.get(state, 0) for state in LetterState},
            verdicts={each: progress.verdicts.get(each, 0) for each in Verdict},
            is_complete=progress.is_complete,
            refused=refused_files(refusals),
        )
    )


def show_receipt(call: Call) -> Response:
    """Say exactly what was received, so that the sender can compare it with what was sent."""
    batch_id = id_in(call, "batchId")
    with call.parts.desk.store.reading() as transaction:
        batch = transaction.batches.find(batch_id, organisation_id=call.organisation_id)
        files = transaction.batches.files(batch_id)
        refusals = transaction.batches.refusals(batch_id)
    lines = tuple(
        models.ReceiptLine(
            file=each.file,
            size=each.blob.size,
            sha256=each.blob.sha256,
            received_at=each.arrived_at,
            letters=each.letter_ids,
            pages=each.pages,
        )
        for each in files
    )
    return json_answer(
        models.Receipt(
            id=batch.id,
            received_at=batch.received_at,
            files=lines,
            refused=refused_files(refusals),
        )
    )


def show_reports(call: Call) -> Response:
    """Return reports of a delivery, as JSON or one a line."""
    query, batch_id = call.query_as(models.ReportsQuery), id_in(call, "batchId")
    with call.parts.desk.store.reading() as transaction:
        transaction.batches.find(batch_id, organisation_id=call.organisation_id)
        found = transaction.batches.reports(batch_id, after=query.cursor, limit=query.limit + 1)
    page = found[: query.limit]
    following = page[-1][0] if len(found) > len(page) else None
    reports = tuple(report for _, report in page)
    _note_reports(call, reports)
    headers = link_to(f"{API}/batches/{batch_id}/reports", "cursor", following, query.limit)
    wanted = query.format or _form_wanted()
    if wanted == "jsonl":
        lines = "".join(report.model_dump_json() + "\n" for report in reports)
        return Response(lines, headers=headers, content_type=JSONL)
    return json_answer(models.BatchReports(reports=reports, next=following), headers=headers)


def list_letters(call: Call) -> Response:
    """Return letters, the newest first."""
    wish = call.query_as(models.ListQuery)
    query = LetterQuery(
        organisation_id=call.organisation_id,
        before=wish.cursor,
        limit=wish.limit + 1,
        state=wish.state,
        verdict=wish.verdict,
        kind=wish.kind,
        window_verdict=wish.window_verdict,
        profile=wish.profile,
        channel=wish.channel,
        batch_id=wish.batch_id,
        received_from=wish.received_from,
        received_to=wish.received_to,
        last_day_from=wish.last_day_from,
        last_day_to=wish.last_day_to,
    )
    with call.parts.desk.store.reading() as transaction:
        found = transaction.letters.list(query)
    page = found[: wish.limit]
    following = page[-1].number if len(found) > len(page) else None
    return json_answer(
        models.LetterList(
            letters=tuple(_summary(each, models.LetterSummary) for each in page),
            next=following,
        ),
        headers=link_to(f"{API}/letters", "cursor", following, wish.limit),
    )


def show_letter(call: Call) -> Response:
    """Return a letter."""
    with call.parts.desk.store.reading() as transaction:
        letter = find_letter(call, transaction)
        parts = parts_of(letter, transaction)
    return json_answer(_summary(letter, models.Letter, sha256=letter.sha256, parts=parts))


def show_report(call: Call) -> Response:
    """Return the last report on a letter."""
    with call.parts.desk.store.reading() as transaction:
        letter = find_letter(call, transaction)
        if not letter.report_version:
            raise ProblemError("nog_geen_rapport")
        report = transaction.letters.report(letter.id)
    note_letter(call.parts.desk.store, call.actor, Done.REPORT_READ, letter)
    return json_answer(report)


def show_original(call: Call) -> Response:
    """Return the file as it came in."""
    with call.parts.desk.store.reading() as transaction:
        letter = find_letter(call, transaction)
    note_letter(call.parts.desk.store, call.actor, Done.ORIGINAL_FETCHED, letter)
    pieces = call.parts.desk.blobs.stream(letter.sha256)
    first = next(pieces, b"")
    response = Response(
        (piece for group in ([first], pieces) for piece in group),
        content_type=media_type_of(first[:HEAD_BYTES]) or "application/octet-stream",
    )
    response.headers.set(
        "Content-Disposition", "attachment", filename=letter.file.rsplit("/", 1)[-1]
    )
    digest = base64.b64encode(bytes.fromhex(letter.sha256)).decode()
    response.headers["Repr-Digest"] = f"sha-256=:{digest}:"
    return response


def show_page(call: Call) -> Response:
    """Return a picture of one page."""
    wanted = PAGE.fullmatch(call.path["page"])
    if wanted is None:
        raise NotFoundError
    with call.parts.desk.store.reading() as transaction:
        letter = find_letter(call, transaction)
    try:
        picture = call.parts.pages.picture(letter, int(wanted[1]))
    except NoPictureError as error:
        raise ProblemError("geen_beeld") from error
    note_letter(call.parts.desk.store, call.actor, Done.PAGE_SEEN, letter, bladzijde=wanted[1])
    return Response(picture, content_type="image/png")


def destroy(call: Call) -> Response:
    """Destroy a letter."""
    desk = call.parts.desk
    try:
        destroy_letter(
            id_in(call, "letterId"),
            organisation_id=call.organisation_id,
            by=call.actor,
            store=desk.store,
            blobs=desk.blobs,
            pages=call.parts.pages,
        )
    except NotTheFirstError as error:
        raise ProblemError("hoort_bij_eerste") from error
    return Response(status=204)


def _note_reports(call: Call, reports: Sequence[Report]) -> None:
    about, organisation_id = About.LETTER, call.organisation_id
    by, act = call.actor, Done.REPORT_READ
    deeds = [Deed(by, act, about, each.id, organisation_id) for each in reports]
    if deeds:
        note(call.parts.desk.store, deeds)


def find_letter(call: Call, transaction: Transaction) -> LetterRecord:
    """Return the letter that the path names, as long as it is of who asks."""
    letter_id = id_in(call, "letterId")
    return transaction.letters.find(letter_id, organisation_id=call.organisation_id)


def id_in(call: Call, name: str) -> str:
    """Return an id in the path.

    Raises:
        NotFoundError: when nothing here has ids like that.

    """
    if not UUID.fullmatch(call.path[name]):
        raise NotFoundError
    return call.path[name]


def parts_of(letter: LetterRecord, transaction: Transaction) -> tuple[models.Part, ...]:
    """Return the other letters of the same scan."""
    first_id = letter.first_id or letter.id
    every = ((1, first_id), *((each.part, each.id) for each in transaction.letters.parts(first_id)))
    return tuple(
        models.Part(id=part_id, part=part) for part, part_id in every if part_id != letter.id
    )


def refused_files(refusals: tuple[Refusal, ...]) -> tuple[models.RefusedFile, ...]:
    """Return refused files as they are told to the sender."""
    return tuple(
        models.RefusedFile(file=masked(each.file), code=each.code, message=each.message)
        for each in refusals
    )


def _form_wanted() -> str:
    best = request.accept_mimetypes.best_match((JSON, JSONL), default=JSON)
    return "jsonl" if best == JSONL else "json"


def link_to(path: str, name: str, following: int | None, limit: int) -> dict[str, str]:
    """Return where the next page is (RFC 8288), with what was asked beside it."""
    if following is None:
        return {}
    asked = {key: value for key, value in request.args.items() if key not in {name, "limit"}}
    query = urlencode({**asked, name: following, "limit": limit})
    return {"Link": f'<{path}?{query}>; rel="next"'}


def _summary(letter: LetterRecord, model: type[Summary], **more: object) -> Summary:
    same = {name: getattr(letter, name) for name in models.LetterSummary.model_fields}
    return model.model_validate({**same, **more})
