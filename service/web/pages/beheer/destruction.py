"""Proposals to destroy letters: made by one administrator, agreed to by another."""

from collections.abc import Callable
from dataclasses import dataclass

from flask import Blueprint, Response, url_for
from werkzeug.wrappers import Response as AnyResponse

from service.ports.store import Transaction
from service.records.retention import Proposal, ProposalState
from service.rendering.destruction import DestructionList, render_csv, render_pdf
from service.texts import retention as texts
from service.usecases.destruction import PENDING, DestructionDesk, approve, plan, propose, withdraw
from service.usecases.errors import UsageError
from service.web import sessions
from service.web.pages.beheer.frame import (
    back_to,
    for_administrators,
    shown,
    unsure,
    written_down,
)
from service.web.pages.page import viewer

destruction = Blueprint("vernietigen", __name__, url_prefix="/beheer/vernietigen")


@dataclass(frozen=True, slots=True)
class Line:
    """A proposal in words."""

    id: str
    state: str
    letters: int
    destroyed: int
    proposed_by: str
    decided_by: str
    is_open: bool
    is_pending: bool  # so that there can be no other one
    may_approve: bool


@destruction.get("")
@for_administrators
def show() -> AnyResponse:
    """Show what may be destroyed, and the proposals."""
    return _page()


@destruction.post("")
@for_administrators
def make() -> AnyResponse:
    """Propose to destroy what may be."""
    try:
        made = propose(viewer().organisation_id, by=viewer(), desk=_desk())
    except UsageError as error:
        return _page(str(error))
    written_down("destruction_proposed", proposal_id=made.id)
    return back_to(url_for("vernietigen.show"), "voorgesteld")


@destruction.post("/<proposal_id>/akkoord")
@for_administrators
def agree(proposal_id: str) -> AnyResponse:
    """Agree to a proposal of somebody else."""
    with _desk().store.reading() as transaction:
        found = _find(proposal_id, transaction)
        count = len(transaction.destructions.lines(proposal_id))
    if found.proposed_by == viewer().id:
        return _page(texts.NOT_YOUR_OWN)
    back = url_for("vernietigen.show")
    asked = unsure(texts.SURE.format(count=count), button=texts.APPROVE, back=back)
    return asked or _decided(approve, proposal_id, "goedgekeurd")


@destruction.post("/<proposal_id>/intrekken")
@for_administrators
def take_back(proposal_id: str) -> AnyResponse:
    """Let a proposal not be carried out."""
    return _decided(withdraw, proposal_id, "voorstel-ingetrokken")


@destruction.get("/<proposal_id>.csv")
@for_administrators
def as_csv(proposal_id: str) -> AnyResponse:
    """Return the list for a spreadsheet."""
    return _file(render_csv(_list(proposal_id)), proposal_id, "csv", "text/csv; charset=utf-8")


@destruction.get("/<proposal_id>.pdf")
@for_administrators
def as_pdf(proposal_id: str) -> AnyResponse:
    """Return the list for the archive."""
    return _file(render_pdf(_list(proposal_id)), proposal_id, "pdf", "application/pdf")


def _decided(decide: Callable[..., None], proposal_id: str, done: str) -> AnyResponse:
    try:
        decide(proposal_id, by=viewer(), desk=_desk())
    except UsageError as error:
        return _page(str(error))
    written_down(f"destruction_{decide.__name__}", proposal_id=proposal_id)
    return back_to(url_for("vernietigen.show"), done)


def _file(content: bytes, proposal_id: str, suffix: str, kind: str) -> Response:
    response = Response(content, content_type=kind)
    name = f"vernietiging-{proposal_id}.{suffix}"
    response.headers.set("Content-Disposition", "attachment", filename=name)
    return response


def _desk() -> DestructionDesk:
    parts = sessions.parts()
    return DestructionDesk(parts.desk.store, parts.desk.clock, parts.desk.new_id)


def _find(proposal_id: str, transaction: Transaction) -> Proposal:
    return transaction.destructions.find(proposal_id, organisation_id=viewer().organisation_id)


def _list(proposal_id: str) -> DestructionList:
    with _desk().store.reading() as transaction:
        found = _find(proposal_id, transaction)
        lines = transaction.destructions.lines(proposal_id)
        names = _names(transaction)
    return DestructionList(
        found,
        lines,
        names.get(found.proposed_by, texts.SOMEONE_GONE),
        names.get(found.decided_by or "", texts.SOMEONE_GONE),
    )


def _names(transaction: Transaction) -> dict[str, str]:
    people = transaction.accounts.all(viewer().organisation_id)
    return {each.id: each.name for each in people}


def _page(fault: str = "") -> AnyResponse:
    desk, own = _desk(), viewer().organisation_id
    found = plan(own, store=desk.store, clock=desk.clock)
    with desk.store.reading() as transaction:
        lines = tuple(_line(each, transaction) for each in transaction.destructions.all(own))
    counts = found.counts()
    rows = tuple((word, counts[each]) for each, word in texts.OUTCOMES.items() if counts[each])
    return shown(
        "vernietigen",
        400 if fault else 200,
        rows=rows,
        going=tuple(each.id for each in found.going),
        staying=len(found.staying),
        proposals=lines,
        fault=fault,
    )


def _line(each: Proposal, transaction: Transaction) -> Line:
    lines, names = transaction.destructions.lines(each.id), _names(transaction)
    return Line(
        id=each.id,
        state=texts.STATES[each.state],
        letters=len(lines),
        destroyed=sum(1 for one in lines if one.destroyed_at),
        proposed_by=names.get(each.proposed_by, texts.SOMEONE_GONE),
        decided_by=names.get(each.decided_by, texts.SOMEONE_GONE) if each.decided_by else "",
        is_open=each.state is ProposalState.PROPOSED,
        is_pending=each.state in PENDING,
        may_approve=each.state is ProposalState.PROPOSED and each.proposed_by != viewer().id,
    )
