"""Logging in with the account that someone has at their organisation (OpenID Connect).

Authlib does the protocol: state, nonce, PKCE and the check of what comes back.
"""

from collections.abc import Mapping

from authlib.integrations.base_client import OAuthError
from authlib.integrations.flask_client import OAuth
from flask import Blueprint, Flask, Response, redirect, render_template
from joserfc.errors import JoseError
from requests import RequestException
from werkzeug.wrappers import Response as AnyResponse

from service.records.audit import POSTKAMER, About, Deed, Done
from service.settings import Oidc
from service.usecases.accounts import Vouched, WrongLoginError, log_in_vouched
from service.web import sessions
from service.web.noting import note
from service.web.pages.words import LOGIN

NAME = "organisatie"


def register(app: Flask, oidc: Oidc, *, url: str, is_https: bool) -> None:
    """Offer this way of logging in; `url` is where browsers reach the app."""
    app.config["SESSION_COOKIE_NAME"] = "postkamer-oidc"
    app.config["SESSION_COOKIE_SECURE"] = is_https
    app.config["SESSION_COOKIE_SAMESITE"] = "Lax"
    client = OAuth(app).register(
        NAME,
        client_id=oidc.client_id,
        client_secret=oidc.client_secret.get_secret_value(),
        server_metadata_url=f"{oidc.issuer.rstrip('/')}/.well-known/openid-configuration",
        client_kwargs={"scope": "openid email profile", "code_challenge_method": "S256"},
    )
    blueprint = Blueprint("oidc", __name__, url_prefix=f"/inloggen/{NAME}")

    @blueprint.get("")
    def leave() -> AnyResponse:
        try:
            answer: AnyResponse = client.authorize_redirect(f"{url}/inloggen/{NAME}/terug")
        except (OAuthError, RequestException):
            return _failed("mislukt", 502)
        return answer

    @blueprint.get("/terug")
    def come_back() -> AnyResponse:
        try:
            token = client.authorize_access_token()
        except (OAuthError, JoseError, RequestException):
            return _failed("mislukt", 400)
        claims: Mapping[str, object] = token.get("userinfo") or {}
        try:
            secret = log_in_vouched(_vouched(claims, oidc), desk=sessions.parts().accounts)
        except WrongLoginError:
            failed = Deed(POSTKAMER, Done.LOGIN_FAILED, About.ACCOUNT, "", oidc.organisation)
            note(sessions.parts().desk.store, [failed])
            return _failed("niet_toegelaten", 403)
        return sessions.begin(redirect("/", 303), secret)

    app.register_blueprint(blueprint)


def _vouched(claims: Mapping[str, object], oidc: Oidc) -> Vouched:
    """Return for whom the organisation vouches; an address that it did not check is none."""
    is_checked = claims.get("email_verified") is not False
    return Vouched(
        email=str(claims.get("email") or "") if is_checked else "",
        name=str(claims.get("name") or ""),
        roles=_roles(claims, oidc.role_claim),
        organisation_id=oidc.organisation,
    )


def _roles(claims: Mapping[str, object], path: str) -> tuple[str, ...]:
    """Return the roles in a claim; a path with dots leads into it, as in `realm_access.roles`."""
    found: object = claims
    for step in path.split("."):
        found = found.get(step) if isinstance(found, Mapping) else None
    if isinstance(found, str):
        return tuple(found.lower().split())
    return tuple(str(each).lower() for each in found) if isinstance(found, list) else ()


def _failed(code: str, status: int) -> Response:
    page = render_template("inloggen.html", error=LOGIN[code], oidc=True)
    return Response(page, status, content_type="text/html; charset=utf-8")
