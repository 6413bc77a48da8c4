"""Who works here: inviting, roles, closing accounts and opening them again."""

from dataclasses import dataclass, replace

from flask import Blueprint, url_for
from werkzeug.wrappers import Response as AnyResponse

from service.records.people import Account, Role
from service.texts import figures as texts
from service.usecases import accounts
from service.usecases.accounts import INVITED, AccountDesk, OwnAccountError
from service.web import sessions
from service.web.pages.beheer.frame import (
    back_to,
    for_administrators,
    shown,
    told_once,
    written_down,
)
from service.web.pages.beheer.words import OWN_ACCOUNT, ROLE_MEANINGS, ROLES
from service.web.pages.page import field, viewer, viewer_actor
from service.web.problems import ProblemError

people = Blueprint("mensen", __name__, url_prefix="/beheer/mensen")


@dataclass(frozen=True, slots=True)
class PersonLine:
    """Someone in the list."""

    id: str
    name: str
    email: str
    role: Role
    since: str
    last_login: str
    is_closed: bool
    is_self: bool


@people.get("")
@for_administrators
def show() -> AnyResponse:
    """Show the people of the organisation."""
    return _page()


@people.post("/uitnodigen")
@for_administrators
def invite() -> AnyResponse:
    """Make an invitation and show its link, once."""
    role = _role()
    secret = accounts.invite(viewer().organisation_id, role, desk=_desk())
    written_down("person_invited", role=role)
    return _link(secret, f"Uitnodiging voor de rol {ROLES[role].lower()}")


@people.post("/<account_id>/wachtwoord")
@for_administrators
def renew_password(account_id: str) -> AnyResponse:
    """Make a link with which someone sets a new password, and show it, once."""
    account, secret = accounts.renew_password(account_id, by=viewer(), desk=_desk())
    written_down("password_link_made", about=account.id)
    return _link(secret, f"Nieuw wachtwoord voor {account.name}")


@people.post("/<account_id>/rol")
@for_administrators
def set_role(account_id: str) -> AnyResponse:
    """Give someone another role."""
    role = _role()
    try:
        account = accounts.set_role(account_id, role, by=viewer(), desk=_desk())
    except OwnAccountError:
        return _page(OWN_ACCOUNT)
    written_down("role_set", about=account.id, before=account.role, role=role)
    return back_to(url_for("mensen.show"), "rol")


@people.post("/<account_id>/sluiten")
@for_administrators
def close(account_id: str) -> AnyResponse:
    """Close an account."""
    try:
        account = accounts.close(account_id, by=viewer(), desk=_desk())
    except OwnAccountError:
        return _page(OWN_ACCOUNT)
    written_down("account_closed", about=account.id)
    return back_to(url_for("mensen.show"), "gesloten")


@people.post("/<account_id>/heropenen")
@for_administrators
def reopen(account_id: str) -> AnyResponse:
    """Open an account again."""
    account = accounts.reopen(account_id, by=viewer(), desk=_desk())
    written_down("account_reopened", about=account.id)
    return back_to(url_for("mensen.show"), "heropend")


def _desk() -> AccountDesk:
    """Return what works with accounts, for who looks."""
    return replace(sessions.parts().accounts, by=viewer_actor())


def _page(fault: str = "") -> AnyResponse:
    found = accounts.people(viewer().organisation_id, desk=_desk())
    return shown(
        "mensen",
        400 if fault else 200,
        people=tuple(map(_line, found)),
        roles=ROLES,
        meanings=ROLE_MEANINGS,
        fault=fault,
        oidc=sessions.parts().site.oidc is not None,
    )


def _line(account: Account) -> PersonLine:
    last = account.last_login_at
    return PersonLine(
        id=account.id,
        name=account.name,
        email=account.email,
        role=account.role,
        since=texts.moment(account.created_at),
        last_login=texts.moment(last) if last else "nog nooit",
        is_closed=account.disabled_at is not None,
        is_self=account.id == viewer().id,
    )


def _role() -> Role:
    chosen = field("rol")
    if chosen not in set(Role):
        raise ProblemError("kapot_verzoek")
    return Role(chosen)


def _link(secret: str, title: str) -> AnyResponse:
    site = sessions.parts().site
    path = url_for("login.show_invitation", secret=secret, _external=not site.url)
    return told_once(
        title=title,
        secret=f"{site.url}{path}",
        explanation=(
            f"Stuur deze link aan de persoon om wie het gaat. Hij werkt één keer, en "
            f"{INVITED.days} dagen lang. Wie de link heeft, kan zich hiermee aanmelden."
        ),
        back=url_for("mensen.show"),
    )
