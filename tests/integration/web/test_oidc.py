"""Logging in with the account of one's organisation, against a provider on this machine."""

import json
import threading
import time
import urllib.parse
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from flask.testing import FlaskClient
from joserfc import jwt
from joserfc.jwk import RSAKey
from pydantic import SecretStr

from service.settings import Oidc
from tests.posts import OURS
from tests.web import Office


@dataclass
class Provider:
    """An OpenID provider that vouches for whom the test says."""

    key: RSAKey
    claims: dict[str, object] = field(default_factory=dict)
    signer: RSAKey | None = None
    asked: dict[str, str] = field(default_factory=dict)
    url: str = ""

    def configuration(self) -> dict[str, object]:
        return {
            "issuer": self.url,
            "authorization_endpoint": f"{self.url}/authorize",
            "token_endpoint": f"{self.url}/token",
            "jwks_uri": f"{self.url}/jwks",
            "id_token_signing_alg_values_supported": ["RS256"],
        }

    def token(self, body: str) -> dict[str, object]:
        """Return what a code is exchanged for; the code itself is the nonce of the request."""
        sent = dict(urllib.parse.parse_qsl(body))
        assert sent["code_verifier"]
        now = int(time.time())
        claims = {
            "iss": self.url, "aud": "postkamer", "sub": "1", "iat": now, "exp": now + 60,
            "nonce": sent["code"], **self.claims,
        }  # fmt: skip
        signed = jwt.encode({"alg": "RS256"}, claims, self.signer or self.key)
        return {"access_token": "x", "token_type": "Bearer", "id_token": signed}


def handler_of(provider: Provider) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            jwks = {"keys": [provider.key.as_dict(private=False, use="sig")]}
            self._answer(jwks if self.path == "/jwks" else provider.configuration())

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            self._answer(provider.token(body))

        def _answer(self, content: dict[str, object]) -> None:
            body = json.dumps(content).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    return Handler


@pytest.fixture(scope="module")
def key() -> RSAKey:
    return RSAKey.generate_key(2048)


@pytest.fixture
def provider(key: RSAKey) -> Iterator[Provider]:
    found = Provider(key)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler_of(found))
    found.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield found
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def browser(our_office: Office, provider: Provider) -> FlaskClient:
    oidc = Oidc(
        issuer=provider.url,
        client_id="postkamer",
        client_secret=SecretStr("geheim"),
        organisation=OURS.id,
        role_claim="realm_access.roles",
    )
    site = replace(our_office.parts.site, oidc=oidc)
    return our_office.with_parts(site=site).app.test_client()


def person(*roles: str, **more: object) -> dict[str, object]:
    return {
        "email": "J.Jansen@voorbeeld.nl",
        "name": "J. Jansen",
        "realm_access": {"roles": list(roles)},
        **more,
    }


def log_in(browser: FlaskClient, *, state: str | None = None) -> tuple[int, str]:
    """Go to the provider and come back; return the status and the page."""
    away = browser.get("/inloggen/organisatie")
    asked = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(away.headers["Location"]).query))
    assert asked["code_challenge_method"] == "S256"
    query = urllib.parse.urlencode({"code": asked["nonce"], "state": state or asked["state"]})
    back = browser.get(f"/inloggen/organisatie/terug?{query}")
    return back.status_code, back.text


def test_who_the_organisation_vouches_for_is_logged_in(
    browser: FlaskClient, provider: Provider
) -> None:
    provider.claims = person("offline_access", "Jurist")
    assert log_in(browser)[0] == 303
    start = browser.get("/")
    assert "J. Jansen" in start.text
    assert "jurist" in start.text


def test_who_has_no_role_here_is_told_what_to_do(browser: FlaskClient, provider: Provider) -> None:
    provider.claims = person("offline_access")
    status, page = log_in(browser)
    assert status == 403
    assert "Vraag de beheerder" in page
    assert browser.get("/").status_code == 302


def test_an_address_that_was_not_checked_counts_for_nothing(
    browser: FlaskClient, provider: Provider
) -> None:
    provider.claims = person("beheerder", email_verified=False)
    assert log_in(browser)[0] == 403


@pytest.mark.parametrize(
    "wrong",
    [
        {"nonce": "een ander"},
        {"aud": "iemand-anders"},
        {"iss": "https://kwaad.example.org"},
        {"exp": 1_000_000_000},
    ],
    ids=lambda each: next(iter(each)),
)
def test_what_was_not_meant_for_us_is_refused(
    browser: FlaskClient, provider: Provider, wrong: dict[str, object]
) -> None:
    provider.claims = person("beheerder", **wrong)
    assert log_in(browser)[0] == 400
    assert browser.get("/").status_code == 302


def test_what_someone_else_signed_is_refused(browser: FlaskClient, provider: Provider) -> None:
    provider.claims = person("beheerder")
    provider.signer = RSAKey.generate_key(2048, {"kid": provider.key.kid})
    assert log_in(browser)[0] == 400


def test_coming_back_without_having_left_is_refused(
    browser: FlaskClient, provider: Provider
) -> None:
    provider.claims = person("beheerder")
    assert log_in(browser, state="verzonnen")[0] == 400
    assert browser.get("/inloggen/organisatie/terug").status_code == 400
    assert browser.get("/inloggen/organisatie/terug?error=access_denied").status_code == 400


def test_a_provider_that_is_away_is_told(our_office: Office) -> None:
    oidc = Oidc(issuer="http://127.0.0.1:9", client_id="x", client_secret=SecretStr("y"))
    site = replace(our_office.parts.site, oidc=oidc)
    browser = our_office.with_parts(site=site).app.test_client()
    assert browser.get("/inloggen/organisatie").status_code == 502


def test_without_a_provider_there_is_no_such_page(our_office: Office) -> None:
    browser = our_office.app.test_client()
    assert browser.get("/inloggen/organisatie").status_code == 404
    assert "Inloggen bij uw organisatie" not in browser.get("/inloggen").text
