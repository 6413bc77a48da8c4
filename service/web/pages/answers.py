"""Letters back, on the page of a letter: begin one, see what went out, note what came in."""

from uuid import UUID

from flask import Blueprint, Response, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from service.concepts import ConceptKind
from service.ports.errors import NotFoundError
from service.records.people import Role
from service.usecases.dossier import open_dossier
from service.usecases.errors import UsageError
from service.usecases.send import finish_follow_up, wait_again
from service.usecases.writing import Choices, begin, recall_letter
from service.web import sessions
from service.web.pages.concept_page import as_file, concept_address, to_letter
from service.web.pages.letter import letter_page
from service.web.pages.page import day_field, field, viewer
from service.web.pages.words import FUTURE

answers = Blueprint("antwoord", __name__)


@answers.post("/brieven/<uuid:letter_id>/concepten")
@sessions.requires(Role.MAILROOM)
def make(letter_id: UUID) -> AnyResponse:
    """Begin a letter back, or go on with the one that somebody began."""
    kind = field("soort")
    if kind not in set(ConceptKind):
        raise NotFoundError
    choices = Choices(forward_to=field("naar") or None)
    try:
        kept = begin(
            str(letter_id), ConceptKind(kind), choices, by=viewer(), desk=sessions.parts().writing
        )
    except UsageError as error:
        return _letter(letter_id, str(error))
    return redirect(concept_address(kept), 303)


@answers.get("/brieven/<uuid:letter_id>/verstuurd/<uuid:sent_id>/brief")
@sessions.requires(Role.MAILROOM)
def download(letter_id: UUID, sent_id: UUID) -> AnyResponse:
    """Return a letter as it went out."""
    organisation_id = viewer().organisation_id
    with sessions.parts().desk.store.reading() as transaction:
        sent = transaction.sent_letters.find(str(sent_id), organisation_id=organisation_id)
    if sent.letter_id != str(letter_id):
        raise NotFoundError
    content = sessions.parts().desk.blobs.read(sent.blob.sha256)
    return as_file(content, sent.concept.kind, sent.format)


@answers.post("/brieven/<uuid:letter_id>/verstuurd/<uuid:sent_id>/ongedaan")
@sessions.requires(Role.MAILROOM)
def take_back(letter_id: UUID, sent_id: UUID) -> AnyResponse:
    """Note that a letter did not go out after all."""
    account, parts = viewer(), sessions.parts()
    with parts.desk.store.reading() as transaction:
        sent = transaction.sent_letters.find(str(sent_id), organisation_id=account.organisation_id)
    if sent.letter_id != str(letter_id):
        raise NotFoundError
    try:
        recall_letter(sent, by=account, desk=parts.writing)
    except UsageError as error:
        return _letter(letter_id, str(error))
    return to_letter(letter_id, "teruggenomen")


@answers.post("/brieven/<uuid:letter_id>/aanvulling")
@sessions.requires(Role.MAILROOM)
def note_answer(letter_id: UUID) -> AnyResponse:
    """Note that what was asked came in (with a letter or otherwise), or that nothing came."""
    account, parts = viewer(), sessions.parts()
    organisation_id, today = account.organisation_id, parts.desk.clock.today()
    with parts.desk.store.reading() as transaction:
        asked = transaction.letters.find(str(letter_id), organisation_id=organisation_id)
        tasks = transaction.follow_ups.about(asked.id)
        with_letter = request.form.get("brief", "")
        answer = (
            transaction.letters.find(with_letter, organisation_id=organisation_id)
            if with_letter
            else None
        )
    if field("doe") == "wacht":
        wait_again(asked, desk=parts.writing.sending(asked.profile))
        return to_letter(letter_id, "wacht_weer")
    faults: dict[str, str] = {}
    came = (answer.received or answer.arrived_on) if answer else day_field("binnen", faults)
    if came is not None and came > today:
        faults["binnen"] = FUTURE
    if faults:
        return _letter(letter_id, next(iter(faults.values())))
    is_nothing = field("doe") == "niets"
    for task in tasks:
        if task.done_at is None:
            finish_follow_up(
                task.id,
                organisation_id=organisation_id,
                by=account.id,
                desk=parts.writing.sending(asked.profile),
                answered=None if is_nothing else came or today,
            )
    if answer is not None:
        with parts.desk.store.accepting() as transaction:
            now = parts.desk.clock.now()
            transaction.work_list.handle(answer.id, account_id=account.id, at=now)
    return to_letter(letter_id, "niets" if is_nothing else "binnen_brief" if answer else "binnen")


def _letter(letter_id: UUID, fault: str) -> Response:
    dossier = open_dossier(str(letter_id), viewer().organisation_id, judge=sessions.parts().judge)
    return letter_page(dossier, 400, faults={"antwoord": fault})
