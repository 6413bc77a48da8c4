"""How long letters are kept after they were handled."""

from flask import Blueprint, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from service.records.retention import Outcome
from service.usecases.retention import WrongTermError, kept, set_terms
from service.web import sessions
from service.web.pages.beheer.frame import back_to, for_administrators, shown, written_down
from service.web.pages.beheer.words import OUTCOMES, WRONG_MONTHS
from service.web.pages.page import field, viewer, viewer_actor

retention = Blueprint("bewaren", __name__, url_prefix="/beheer/bewaren")


@retention.get("")
@for_administrators
def show() -> AnyResponse:
    """Show the terms."""
    return _page()


@retention.post("")
@for_administrators
def keep() -> AnyResponse:
    """Keep the terms."""
    try:
        terms = {each: _months(each) for each in Outcome}
        store = sessions.parts().desk.store
        set_terms(viewer().organisation_id, terms, by=viewer_actor(), store=store)
    except (ValueError, WrongTermError):
        return _page(WRONG_MONTHS)
    written_down("retention_set", months={str(each): terms[each] for each in terms})
    return back_to(url_for("bewaren.show"), "bewaren")


def _months(outcome: Outcome) -> int | None:
    written = field(outcome.value, most=8)
    return int(written) if written else None


def _page(fault: str = "") -> AnyResponse:
    desk = sessions.parts().desk
    found = kept(viewer().organisation_id, store=desk.store, clock=desk.clock)
    rules = tuple(
        (
            each.outcome.value,
            OUTCOMES[each.outcome],
            request.form.get(each.outcome.value) if fault else each.months or "",
            each.past,
        )
        for each in found
    )
    return shown("bewaren", 400 if fault else 200, rules=rules, fault=fault)
