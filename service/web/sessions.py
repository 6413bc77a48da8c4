"""Who is looking at a page, and whether a form that comes back is one that we gave out.

The browser holds a random token in a cookie that scripts cannot read; the store holds its hash. A
form holds a token that only a page of ours can know: it is made of the cookie and of a secret.
"""

import hmac
import secrets
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec
from urllib.parse import urlencode

from flask import Flask, Response, current_app, g, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from service.records.people import Account, Role
from service.usecases.accounts import LONGEST, whose_session
from service.usecases.web_parts import WebParts
from service.web.headers import is_api
from service.web.problems import ProblemError

PARTS = "postkamer"
FIELD = "csrf"
HEADER = "X-CSRF-Token"
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
STREAMED = "postkamer-streamed"  # endpoints that look for the token in a stream by themselves
LOGIN = "/inloggen"
Arguments = ParamSpec("Arguments")


def register(app: Flask, parts: WebParts, *, streamed: frozenset[str]) -> None:
    """Let the pages of this app know who looks at them, and refuse forms that are not ours.

    The endpoints in `streamed` read uploads as they arrive and call `check_form_token` themselves.
    """
    app.extensions[PARTS] = parts
    app.extensions[STREAMED] = streamed
    app.before_request(_check_form)
    app.after_request(_give_form_cookie)
    app.jinja_env.globals |= {"csrf": form_token, "account": current_account}


def parts() -> WebParts:
    """Return what the present app works with."""
    found: WebParts = current_app.extensions[PARTS]
    return found


def current_account() -> Account | None:
    """Return who is logged in."""
    if "account" not in g:
        secret = request.cookies.get(_name("sessie"))
        g.account = whose_session(secret, desk=parts().accounts) if secret else None
    found: Account | None = g.account
    return found


def requires(
    role: Role,
) -> Callable[[Callable[Arguments, AnyResponse]], Callable[Arguments, AnyResponse]]:
    """Let only people with this role, or one above it, see a page; others log in first."""

    def guarded(view: Callable[Arguments, AnyResponse]) -> Callable[Arguments, AnyResponse]:
        @wraps(view)
        def guard(*args: Arguments.args, **kwargs: Arguments.kwargs) -> AnyResponse:
            account = current_account()
            if account is None:
                further = request.path if request.method in SAFE else "/"
                return redirect(f"{LOGIN}?{urlencode({'verder': further})}")
            if tuple(Role).index(account.role) < tuple(Role).index(role):
                raise ProblemError("mag_niet_met_rol")
            return view(*args, **kwargs)

        return guard

    return guarded


def session_secret() -> str | None:
    """Return what the browser holds of its session."""
    return request.cookies.get(_name("sessie"))


def begin(response: AnyResponse, secret: str) -> AnyResponse:
    """Let the browser hold a new session."""
    longest = int(LONGEST.total_seconds())
    _set_cookie(response, _name("sessie"), secret, max_age=longest)
    return response


def end(response: AnyResponse) -> AnyResponse:
    """Let the browser forget its session."""
    _set_cookie(response, _name("sessie"), "", max_age=0)
    return response


def form_token() -> str:
    """Return the token that a form of this page must send back."""
    if "form_cookie" not in g:
        g.form_cookie = request.cookies.get(_name("formulier")) or secrets.token_urlsafe(32)
    return _token_of(g.form_cookie)


def _check_form() -> None:
    """Refuse what another site lets a browser send.

    Raises:
        ProblemError: when the token is absent or of another browser or session.

    """
    if request.method in SAFE or is_api():  # the API knows keys only, never cookies
        return
    if request.endpoint in current_app.extensions[STREAMED]:
        return
    check_form_token(request.headers.get(HEADER) or request.form.get(FIELD))


def check_form_token(sent: str | None) -> None:
    """Refuse a token that this browser was not given.

    Raises:
        ProblemError: when the token is absent or of another browser or session.

    """
    cookie = request.cookies.get(_name("formulier"))
    sent = sent or ""
    if not cookie or not hmac.compare_digest(sent.encode(), _token_of(cookie).encode()):
        raise ProblemError("formulier_verlopen")


def _give_form_cookie(response: Response) -> Response:
    cookie = g.get("form_cookie")
    if cookie and cookie != request.cookies.get(_name("formulier")):
        _set_cookie(response, _name("formulier"), cookie, max_age=None)
    return response


def _token_of(cookie: str) -> str:
    """Return the token for a browser; another session makes it another one."""
    message = f"formulier {cookie} {session_secret() or ''}"
    return hmac.digest(parts().site.secret, message.encode(), "sha256").hex()


def _name(kind: str) -> str:
    """Return the name of a cookie; browsers give `__Host-` to nobody but this very site."""
    prefix = "__Host-" if parts().site.is_https else ""
    return f"{prefix}postkamer-{kind}"


def _set_cookie(response: AnyResponse, name: str, value: str, *, max_age: int | None) -> None:
    response.set_cookie(
        name,
        value,
        max_age=max_age,
        path="/",
        secure=parts().site.is_https or request.is_secure,
        httponly=True,
        samesite="Lax",
    )
