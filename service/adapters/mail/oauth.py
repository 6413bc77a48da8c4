"""Tokens with which mailboxes open for a program: OAuth 2.0, client credentials (RFC 6749, 4.4).

Exchange Online takes no passwords over IMAP: the organisation registers Postkamer as an app that
may open one mailbox, and the app fetches a token for it.
"""

import json
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

import httpcore

from service.ports.errors import MailboxError

EARLY_S = 60.0  # so long before its end a token is renewed
LASTS_S = 300.0  # when the server does not say
_AWAY = (httpcore.NetworkError, httpcore.TimeoutException, httpcore.ProtocolError, OSError)


@dataclass(frozen=True, slots=True)
class App:
    """What the organisation registered."""

    token_url: str
    client_id: str
    client_secret: str
    scope: str
    timeout_s: float
    ca_file: Path | None = None  # whom to trust beside those that this machine trusts


class AppTokens:
    """Fetches tokens, and keeps each for as long as it works."""

    def __init__(self, app: App, *, seconds: Callable[[], float] = time.monotonic) -> None:
        """Know the app; nothing is fetched yet."""
        self._app = app
        self._seconds = seconds
        self._token = ""
        self._until_s = float("-inf")

    def token(self) -> str:
        """Return a token that works now.

        Raises:
            MailboxError: by code, when the server is away or does not trust the app.

        """
        if self._seconds() >= self._until_s:
            self._token, lasts_s = self._fetch()
            self._until_s = self._seconds() + lasts_s - EARLY_S
        return self._token

    def forget(self) -> None:
        """Fetch another one the next time: this one did not open the mailbox."""
        self._until_s = float("-inf")

    def _fetch(self) -> tuple[str, float]:
        app = self._app
        form = {
            "grant_type": "client_credentials",
            "client_id": app.client_id,
            "client_secret": app.client_secret,
            "scope": app.scope,
        }
        trust = ssl.create_default_context()
        if app.ca_file is not None:
            trust.load_verify_locations(app.ca_file)
        patience = dict.fromkeys(("connect", "read", "write", "pool"), app.timeout_s)
        try:
            with httpcore.ConnectionPool(ssl_context=trust) as pool:
                answer = pool.request(
                    "POST",
                    app.token_url,
                    headers={"Content-Type": "application/x-www-form-urlencoded"},
                    content=urlencode(form).encode(),
                    extensions={"timeout": patience},
                )
        except _AWAY as error:
            raise MailboxError("mailbox_token_weg") from error
        return _token_in(answer)


def _token_in(answer: httpcore.Response) -> tuple[str, float]:
    if answer.status >= 500:
        raise MailboxError("mailbox_token_weg")
    try:
        said = json.loads(answer.content) if answer.status == 200 else {}
    except ValueError as error:
        raise MailboxError("mailbox_token_weg") from error
    token = said.get("access_token") if isinstance(said, dict) else None
    if not isinstance(token, str) or not token:
        raise MailboxError("mailbox_token_geweigerd")
    lasts = said.get("expires_in")
    return token, float(lasts) if isinstance(lasts, int | float) else LASTS_S
