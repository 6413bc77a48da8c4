"""What all pages of administration share: who may see them, the log, asking whether one is sure."""

import structlog
from flask import Response, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from service.records.people import Role
from service.web import sessions
from service.web.pages.beheer.words import DONE, MENU
from service.web.pages.page import field, page, viewer

log = structlog.get_logger("postkamer.beheer")
for_administrators = sessions.requires(Role.BEHEERDER)


def shown(template: str, /, status: int = 200, **values: object) -> Response:
    """Return a page of administration with its menu; what was just done is said on top."""
    done = DONE.get(request.args.get("gedaan", ""))
    return page(f"beheer/{template}.html", status, menu=MENU, done=done, **values)


def written_down(act: str, **ids: object) -> None:
    """Write down what an administrator did: the act and ids, never a name or a secret.

    The one place where acts of administration are told, for whoever keeps them elsewhere too.
    """
    account = viewer()
    log.info(act, account_id=account.id, organisation_id=account.organisation_id, **ids)


def back_to(address: str, done: str) -> AnyResponse:
    """Go back to a page that says what was done."""
    return redirect(f"{address}?gedaan={done}", 303)


def unsure(question: str, *, button: str, back: str) -> Response | None:
    """Return a page that asks whether one is sure, None when that was said.

    The form comes back to the same address with everything that it held.
    """
    if field("zeker") == "ja":
        return None
    held = [
        (name, value)
        for name, value in request.form.items(multi=True)
        if name not in {sessions.FIELD, "zeker"}
    ]
    return shown("zeker", question=question, button=button, back=back, held=held)


def told_once(*, title: str, secret: str, explanation: str, back: str) -> Response:
    """Return a page with a secret that is not shown again."""
    return shown("geheim", title=title, secret=secret, explanation=explanation, back=back)
