"""The page on which a letter back is written: its words as a form, and how it will be printed."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from flask import Blueprint, Response, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from service.concepts import ConceptKind
from service.names import masked
from service.ports.errors import NotFoundError, UndrawableError
from service.records.letters import LetterRecord
from service.records.people import Role
from service.records.work import LIVE, ConceptState, KeptConcept
from service.texts import answers as texts
from service.usecases.approval import (
    ApprovalDesk,
    approve,
    may_decide,
    needs_approval,
    propose,
    send_back,
    withdraw,
)
from service.usecases.bodies import public_bodies
from service.usecases.correspondence import names_of
from service.usecases.errors import UsageError
from service.usecases.send import faults_of, printed
from service.usecases.writing import (
    ABOUT_FORWARDING,
    ChangedMeanwhileError,
    Choices,
    WritingDesk,
    change,
    discard,
    keep_text,
    remake,
    send_concept,
)
from service.web import sessions
from service.web.pages.concept_form import form_of, letter_in_form, lines_of
from service.web.pages.letter import group_of_list
from service.web.pages.letter_view import moment
from service.web.pages.page import LONGEST_TEXT, day_field, field, page, viewer
from validators.report import Report

concepts = Blueprint("concept", __name__)
FORMS = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
PLACE = "/brieven/<uuid:letter_id>/concepten/<uuid:concept_id>"


@dataclass(frozen=True, slots=True)
class Opened:
    """A concept with what its page must know."""

    kept: KeptConcept
    letter: LetterRecord
    report: Report
    names: dict[str, str]
    needs_approval: bool


@concepts.get(PLACE)
@sessions.requires(Role.MAILROOM)
def show(letter_id: UUID, concept_id: UUID) -> AnyResponse:
    """Show a letter that is being written; one that is done is on the page of the letter."""
    opened = _open(letter_id, concept_id)
    if opened.kept.state not in LIVE:
        return to_letter(letter_id)
    return _page(opened)


@concepts.post(PLACE)
@sessions.requires(Role.MAILROOM)
def act(letter_id: UUID, concept_id: UUID) -> AnyResponse:
    """Keep the words of the form, and then do what was asked."""
    opened = _open(letter_id, concept_id)
    if opened.kept.state not in LIVE:
        return to_letter(letter_id)
    try:
        return ACTS.get(field("doe"), _save)(opened)
    except UsageError as error:
        return _page(_open(letter_id, concept_id), 400, fault=str(error))
    except ChangedMeanwhileError:
        return _conflict(_open(letter_id, concept_id))


@concepts.get(f"{PLACE}/bladzijden/<int:number>.png")
@sessions.requires(Role.MAILROOM)
def picture(letter_id: UUID, concept_id: UUID, number: int) -> AnyResponse:
    """Return a page of the letter as it will be printed."""
    kept = _open(letter_id, concept_id).kept
    pictures = _desk().kit(kept.concept.facts.profile).pictures
    return Response(pictures.picture(kept.concept.letter, number), content_type="image/png")


@concepts.get(f"{PLACE}/brief.<form>")
@sessions.requires(Role.MAILROOM)
def download(letter_id: UUID, concept_id: UUID, form: str) -> AnyResponse:
    """Return the letter as a file."""
    opened = _open(letter_id, concept_id)
    kit = _desk().kit(opened.kept.concept.facts.profile)
    if form not in kit.renderers:
        return to_letter(letter_id)
    try:
        content = printed(opened.kept.concept, kit.renderers[form])
    except UsageError as error:
        return _page(opened, 400, fault=str(error))
    return as_file(content, opened.kept.kind, form)


def as_file(content: bytes, kind: ConceptKind, form: str) -> Response:
    """Return a letter as a file, under a name without anything of the letter in it."""
    response = Response(content, content_type=FORMS[form])
    response.headers.set("Content-Disposition", "attachment", filename=f"{kind}.{form}")
    return response


def to_letter(letter_id: UUID | str, done: str = "") -> AnyResponse:
    """Go to the letter, where its letters back are."""
    address = url_for("brief.show", letter_id=letter_id, lijst=group_of_list(), gedaan=done or None)
    return redirect(f"{address}#antwoord", 303)


def _save(opened: Opened) -> AnyResponse:
    return _again(_written(opened), "bewaard")


def _download(form: str) -> Callable[[Opened], AnyResponse]:
    def do(opened: Opened) -> AnyResponse:
        kept = _written(opened)
        kit = _desk().kit(kept.concept.facts.profile)
        printed(kept.concept, kit.renderers[form])  # what is wrong is said on the page
        address = url_for(
            "concept.download", letter_id=kept.letter_id, concept_id=kept.id, form=form
        )
        return redirect(address, 303)

    return do


def _send(opened: Opened) -> AnyResponse:
    kept = _written(opened)
    form = "pdf" if _count_pages(kept) else "docx"  # Word can print what the PDF cannot
    send_concept(kept, form, by=viewer(), desk=_desk())
    if kept.kind is ConceptKind.DOORZENDING:
        return to_letter(kept.letter_id, "doorgestuurd")
    waits = kept.concept.facts.last_day is not None
    return to_letter(kept.letter_id, "verstuurd_wacht" if waits else "verstuurd")


def _propose(opened: Opened) -> AnyResponse:
    kept = _written(opened)
    faults = tuple(faults_of(kept.concept, today=_today()))
    if faults:
        raise UsageError("\n".join(faults))
    if _is_old(opened):
        raise UsageError(texts.FAULTS["verouderd"])
    propose(kept, by=viewer(), desk=_approval())
    return to_letter(kept.letter_id, "voorgelegd")


def _withdraw(opened: Opened) -> AnyResponse:
    return _again(withdraw(_as_seen(opened), by=viewer(), desk=_approval()), "teruggehaald")


def _approve(opened: Opened) -> AnyResponse:
    return _again(approve(_as_seen(opened), by=viewer(), desk=_approval()), "akkoord")


def _send_back(opened: Opened) -> AnyResponse:
    remark = field("opmerking", most=LONGEST_TEXT)
    send_back(_as_seen(opened), remark, by=viewer(), desk=_approval())
    return to_letter(opened.kept.letter_id, "terug")


def _remake(opened: Opened) -> AnyResponse:
    faults: dict[str, str] = {}
    date, last_day = day_field("datum", faults), day_field("laatste_dag", faults)
    if faults:
        raise UsageError(next(iter(faults.values())))
    before = opened.kept.concept
    choices = Choices(
        date=date,
        last_day=last_day,
        forward_to=field("naar") or before.facts.forward_to,
        reference=field("kenmerk") if "kenmerk" in request.form else before.letter.reference,
        signer=lines_of(field("ondertekenaar", most=LONGEST_TEXT))
        if "ondertekenaar" in request.form
        else before.letter.signed_by[1:],
    )
    return _again(remake(_as_seen(opened), choices, by=viewer(), desk=_desk()), "opnieuw")


def _keep(opened: Opened) -> AnyResponse:
    return _again(keep_text(_as_seen(opened), by=viewer(), desk=_desk()), "gehouden")


def _discard(opened: Opened) -> AnyResponse:
    discard(_as_seen(opened), by=viewer(), desk=_desk())
    return to_letter(opened.kept.letter_id, "weggegooid")


ACTS: dict[str, Callable[[Opened], AnyResponse]] = {
    "bewaar": _save,
    "pdf": _download("pdf"),
    "docx": _download("docx"),
    "verstuurd": _send,
    "leg-voor": _propose,
    "haal-terug": _withdraw,
    "akkoord": _approve,
    "terug": _send_back,
    "opnieuw": _remake,
    "houd": _keep,
    "weg": _discard,
}


def _desk() -> WritingDesk:
    return sessions.parts().writing


def _approval() -> ApprovalDesk:
    return ApprovalDesk(_desk().store, _desk().clock)


def _today() -> dt.date:
    return _desk().clock.today()


def _open(letter_id: UUID, concept_id: UUID) -> Opened:
    account = viewer()
    with _desk().store.reading() as transaction:
        kept = transaction.concepts.find(str(concept_id), organisation_id=account.organisation_id)
        letter = transaction.letters.find(str(letter_id), organisation_id=account.organisation_id)
        if kept.letter_id != letter.id:
            raise NotFoundError
        report = transaction.letters.report(letter.id)
        own = transaction.organisations.find(account.organisation_id)
        names = names_of(
            {kept.made_by, kept.changed_by, kept.proposed_by, kept.decided_by}, transaction
        )
    return Opened(kept, letter, report, names, needs_approval(kept, account, own))


def _as_seen(opened: Opened) -> KeptConcept:
    """Return the concept as it was when the page was made.

    Raises:
        ChangedMeanwhileError: when someone else changed it since then.

    """
    if field("revisie") != str(opened.kept.revision):
        raise ChangedMeanwhileError
    return opened.kept


def _written(opened: Opened) -> KeptConcept:
    """Return the concept with the words of the form, kept."""
    kept = opened.kept
    text = letter_in_form(kept.concept.letter)
    if text == kept.concept.letter:
        return kept
    return change(_as_seen(opened), text, by=viewer(), desk=_desk())


def _is_old(opened: Opened) -> bool:
    """Tell whether the letter was judged anew since the concept was made."""
    return opened.kept.report_version != opened.letter.report_version


def _again(kept: KeptConcept, done: str) -> AnyResponse:
    return redirect(concept_address(kept, gedaan=done), 303)


def concept_address(kept: KeptConcept, **more: str) -> str:
    """Return where a concept is, with the group of the list in which the letter was chosen."""
    return url_for(
        "concept.show",
        letter_id=kept.letter_id,
        concept_id=kept.id,
        lijst=group_of_list(),
        **more,  # type: ignore[arg-type]
    )


def _conflict(opened: Opened) -> AnyResponse:
    """Show what was typed with what somebody else made of it meanwhile told above it."""
    name = opened.names.get(opened.kept.changed_by, texts.SOMEONE_GONE)
    return _page(opened, 409, fault=texts.FAULTS["anderen"].format(name=name), as_typed=True)


def _page(
    opened: Opened, status: int = 200, *, fault: str = "", as_typed: bool = False
) -> Response:
    kept, account = opened.kept, viewer()
    letter = kept.concept.letter
    shown = letter_in_form(letter) if as_typed else letter
    is_decider = may_decide(kept, account)
    catalogue = _desk().catalogue
    is_forwarding = kept.kind in ABOUT_FORWARDING
    return page(
        "concept.html",
        status,
        concept=kept,
        letter_id=opened.letter.id,
        group=group_of_list(),
        file=masked(opened.letter.file),
        label=texts.KINDS[kept.kind],
        state=texts.STATES[kept.state],
        form=form_of(shown),
        facts=kept.concept.facts,
        signer="\n".join(letter.signed_by[1:]),
        warnings=kept.concept.warnings,
        faults=tuple(faults_of(kept.concept, today=_today())),
        fault=fault,
        is_old=_is_old(opened),
        is_locked=kept.state is ConceptState.PROPOSED,
        is_decider=is_decider,
        is_mine=kept.proposed_by == account.id,
        is_returned=kept.state is ConceptState.RETURNED,
        needs_approval=opened.needs_approval,
        changed_by=opened.names.get(kept.changed_by, texts.SOMEONE_GONE),
        decided_by=opened.names.get(kept.decided_by or "", texts.SOMEONE_GONE),
        proposed_by=opened.names.get(kept.proposed_by or "", texts.SOMEONE_GONE),
        changed_at=moment(kept.changed_at),
        bodies=dict(public_bodies(without=opened.letter.profile, catalogue=catalogue))
        if is_forwarding
        else {},
        pages=_count_pages(kept),
        today=_today(),
        done=texts.DONE.get(request.args.get("gedaan", "")),
    )


def _count_pages(kept: KeptConcept) -> int:
    """Return how many pages can be shown; none when something in it cannot be printed."""
    pictures = _desk().kit(kept.concept.facts.profile).pictures
    try:
        return pictures.count_pages(kept.concept.letter)
    except UndrawableError:
        return 0
