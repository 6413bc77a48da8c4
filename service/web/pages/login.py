"""Logging in and out, and making an account from an invitation."""

from flask import Blueprint, Response, redirect, render_template, request
from werkzeug.wrappers import Response as AnyResponse

from service.records import Role
from service.usecases.accounts import (
    InvalidInvitationError,
    Person,
    TooManyLoginsError,
    WrongFieldError,
    WrongLoginError,
    accept_invitation,
    begin_session,
    find_invitation,
    log_in,
    log_out,
)
from service.web import sessions
from service.web.pages.words import FIELDS, LOGIN
from service.web.problems import ProblemError

login = Blueprint("login", __name__)
LONGEST_FIELD = 320


@login.get("/")
@sessions.requires(Role.MAILROOM)
def show_start() -> AnyResponse:
    """Show who is logged in."""
    return _page("start.html")


@login.get("/inloggen")
def show_login() -> AnyResponse:
    """Show the form."""
    if sessions.current_account() is not None:
        return redirect("/")
    return _page("inloggen.html", oidc=sessions.parts().site.oidc is not None)


@login.post("/inloggen")
def do_login() -> AnyResponse:
    """Log in, or say what is wrong."""
    oidc = sessions.parts().site.oidc is not None
    try:
        secret = log_in(
            _field("email"),
            request.form.get("password", ""),
            place=request.remote_addr or "",
            desk=sessions.parts().accounts,
        )
    except WrongLoginError:
        return _page("inloggen.html", 400, error=LOGIN["verkeerd"], oidc=oidc)
    except TooManyLoginsError as error:
        minutes = -(-error.wait_s // 60)
        page = _page(
            "inloggen.html", 429, error=LOGIN["te_vaak"].format(minutes=minutes), oidc=oidc
        )
        page.headers["Retry-After"] = str(error.wait_s)
        return page
    return sessions.begin(redirect(_further(), 303), secret)


@login.post("/uitloggen")
def do_logout() -> AnyResponse:
    """Log out."""
    secret = sessions.session_secret()
    if secret:
        log_out(secret, desk=sessions.parts().accounts)
    return sessions.end(redirect("/inloggen", 303))


@login.get("/uitnodiging/<secret>")
def show_invitation(secret: str) -> AnyResponse:
    """Show the form with which someone makes their account."""
    return _invitation(secret)


@login.post("/uitnodiging/<secret>")
def do_invitation(secret: str) -> AnyResponse:
    """Make the account and log in, or say what is wrong."""
    desk = sessions.parts().accounts
    try:
        _, known = find_invitation(secret, desk=desk)
        faults = {} if known else _faults()
        if faults:
            return _invitation(secret, faults)
        person = Person(_field("name"), _field("email"), request.form.get("password", ""))
        account = accept_invitation(secret, person, desk=desk)
    except InvalidInvitationError as error:
        raise ProblemError("uitnodiging_werkt_niet") from error
    except WrongFieldError as error:
        return _invitation(secret, {error.field: FIELDS[error.code]})
    return sessions.begin(redirect("/", 303), begin_session(account, desk=desk))


def _invitation(secret: str, faults: dict[str, str] | None = None) -> Response:
    try:
        invitation, known = find_invitation(secret, desk=sessions.parts().accounts)
    except InvalidInvitationError as error:
        raise ProblemError("uitnodiging_werkt_niet") from error
    values = {} if known else {name: _field(name) for name in ("name", "email")}
    return _page(
        "uitnodiging.html",
        400 if faults else 200,
        invitation=invitation,
        known=known,
        faults=faults or {},
        values=values,
    )


def _faults() -> dict[str, str]:
    """Return what is wrong with what was filled in, by field: all of it at once."""
    faults = {}
    if not _field("name"):
        faults["name"] = FIELDS["naam_leeg"]
    email = _field("email")
    if "@" not in email.strip("@") or " " in email:
        faults["email"] = FIELDS["geen_adres"]
    return faults


def _field(name: str) -> str:
    return request.form.get(name, "").strip()[:LONGEST_FIELD]


def _further() -> str:
    """Return the page that someone wanted to see; never one of another site."""
    wanted = request.form.get("verder", "")
    is_ours = wanted.startswith("/") and not wanted.startswith(("//", "/\\"))
    return wanted if is_ours and wanted.isprintable() else "/"


def _page(name: str, status: int = 200, **values: object) -> Response:
    page = render_template(name, **values)
    return Response(page, status, content_type="text/html; charset=utf-8")
