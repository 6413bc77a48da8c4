"""A page as an answer, and what pages ask of a request."""

import datetime as dt

from flask import Response, g, render_template, request

from service.records.audit import Actor, ActorKind
from service.records.people import Account
from service.usecases.profiles import current
from service.web import sessions
from service.web.noting import actor
from service.web.problems import ProblemError
from validators.profile import Catalogue

LONGEST_FIELD = 320
LONGEST_TEXT = 20_000


def page(name: str, status: int = 200, **values: object) -> Response:
    """Return a page."""
    content = render_template(name, **values)
    return Response(content, status, content_type="text/html; charset=utf-8")


def viewer() -> Account:
    """Return who looks at a page that asks for a role.

    Raises:
        ProblemError: when nobody is logged in.

    """
    account = sessions.current_account()
    if account is None:
        raise ProblemError("mag_niet_met_rol")
    return account


def viewer_actor() -> Actor:
    """Return who looks, as it is written down."""
    return actor(ActorKind.ACCOUNT, viewer().id)


def catalogue() -> Catalogue:
    """Return the profiles by which letters of the viewer's organisation are judged now."""
    if "catalogue" not in g:
        parts = sessions.parts()
        with parts.desk.store.reading() as transaction:
            g.catalogue = current(parts.door.catalogue, transaction, viewer().organisation_id)
    found: Catalogue = g.catalogue
    return found


def field(name: str, *, most: int = LONGEST_FIELD) -> str:
    """Return a field of a form, without space around it."""
    return request.form.get(name, "").strip()[:most]


def day_field(name: str, faults: dict[str, str]) -> dt.date | None:
    """Return a day in a form; one that is no day becomes a fault."""
    written = field(name)
    try:
        return dt.date.fromisoformat(written) if written else None
    except ValueError:
        faults[name] = "Dit is geen datum. Kies een dag, of schrijf bijvoorbeeld 20-11-2026."
        return None


def number(text: str | None, *, least: int, most: int) -> int:
    """Return a number in an address; what is no number there is the least."""
    is_number = text is not None and text.isascii() and text.isdigit() and len(text) < 9
    return min(max(int(text or least), least), most) if is_number else least
