"""A mailbox that opens with a token: a real IMAP server asks a token server whether it is good."""

import json
import ssl
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from service.adapters.mail.oauth import App, AppTokens
from service.bootstrap.doors import mail_rounds
from service.ports.errors import MailboxError
from service.settings import ConfigurationError, Settings
from tests.imap_server import USER, ImapServer, imap_server, make_certificate
from tests.mails import COVER, attach, message
from tests.posts import OURS, PostRoom
from tests.servers import free_port

SECRET = "geheim van de app"  # noqa: S105 - of this test
OAUTH = """
auth_mechanisms = plain xoauth2
passdb {{
  driver = oauth2
  mechanisms = xoauth2
  args = {args}
}}
"""


@dataclass
class TokenServer:
    """Gives tokens to who knows the secret (with TLS), and tells the mail server whose they are."""

    folder: Path
    asked: list[dict[str, list[str]]] = field(default_factory=list)
    status: int = 200
    owner: str = USER
    servers: list[ThreadingHTTPServer] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"https://localhost:{self.servers[0].server_port}/token"

    @property
    def ca_file(self) -> Path:
        return self.folder / "cert.pem"

    def start(self, port: int) -> None:
        make_certificate(self.folder)
        owner = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
                owner.asked.append(form)
                is_known = form["client_secret"] == [SECRET]
                said = {"access_token": f"token-{len(owner.asked)}", "expires_in": 3600}
                self._say(owner.status if is_known else 401, said if is_known else {"error": "x"})

            def do_GET(self) -> None:
                (token,) = parse_qs(urlsplit(self.path).query)["access_token"]
                is_good = token.startswith("token-")
                self._say(200 if is_good else 401, {"email": owner.owner} if is_good else {})

            def _say(self, status: int, said: object) -> None:
                body = json.dumps(said).encode()
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        secured = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        trust = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        trust.load_cert_chain(self.ca_file, self.folder / "key.pem")
        secured.socket = trust.wrap_socket(secured.socket, server_side=True)
        self.servers = [secured, ThreadingHTTPServer(("127.0.0.1", port), Handler)]
        for each in self.servers:
            threading.Thread(target=each.serve_forever, daemon=True).start()

    def stop(self) -> None:
        for each in self.servers:
            each.shutdown()
            each.server_close()


@pytest.fixture
def tokens(tmp_path: Path) -> Iterator[TokenServer]:
    server = TokenServer(tmp_path)
    server.start(free_port())
    yield server
    server.stop()


@pytest.fixture
def mail(tokens: TokenServer, tmp_path: Path) -> Iterator[ImapServer]:
    args = tmp_path / "oauth2.conf.ext"
    port = tokens.servers[1].server_port
    args.write_text(
        f"tokeninfo_url = http://127.0.0.1:{port}/wie?access_token=\n"
        "introspection_mode = auth\nusername_attribute = email\n"
    )
    with imap_server(more=OAUTH.format(args=args)) as server:
        yield server


def settings_of(tokens: TokenServer, server: ImapServer, **changes: object) -> Settings:
    oauth = {
        "token_url": tokens.url,
        "client_id": "postkamer",
        "client_secret": SECRET,
        "ca_file": str(tokens.ca_file),
        **changes,
    }
    mailbox = {
        "host": "localhost",
        "port": server.port,
        "user": USER,
        "oauth": oauth,
        "ca_file": str(server.ca_file),
        "organisation": OURS.id,
    }
    return Settings.model_validate({"data": str(tokens.folder / "data"), "mailbox": [mailbox]})


def test_a_mailbox_opens_with_a_token_that_is_used_again(
    room: PostRoom, tokens: TokenServer, mail: ImapServer
) -> None:
    mail.deliver(attach(message(COVER)).as_bytes())
    (walk,) = mail_rounds(settings_of(tokens, mail), room.desk)
    walk.walk()
    walk.walk()
    assert mail.count("Verwerkt") == 1
    (form,) = tokens.asked
    assert form["grant_type"] == ["client_credentials"]
    assert form["scope"] == ["https://outlook.office365.com/.default"]


def test_a_wrong_secret_is_told_by_its_own_code(
    room: PostRoom, tokens: TokenServer, mail: ImapServer
) -> None:
    (walk,) = mail_rounds(settings_of(tokens, mail, client_secret="x"), room.desk)  # noqa: S106
    with pytest.raises(MailboxError) as caught:
        walk.walk()
    assert caught.value.code == "mailbox_token_geweigerd"
    with room.store.reading() as transaction:
        assert [each.code for each in transaction.alerts.unseen()] == ["mailbox_token_geweigerd"]


def test_a_token_of_someone_else_opens_nothing_and_is_not_kept(
    room: PostRoom, tokens: TokenServer, mail: ImapServer
) -> None:
    tokens.owner = "iemand.anders@example.org"
    (walk,) = mail_rounds(settings_of(tokens, mail), room.desk)
    for _ in range(2):
        with pytest.raises(MailboxError, match="mailbox_token_geweigerd"):
            walk.walk()
    assert len(tokens.asked) == 2


@pytest.mark.parametrize(("status", "code"), [(500, "mailbox_token_weg"), (200, None)])
def test_a_token_server_in_trouble_may_be_back_later(
    tokens: TokenServer, status: int, code: str | None
) -> None:
    tokens.status = status
    app = App(tokens.url, "postkamer", SECRET, "alles", 10.0, tokens.ca_file)
    if code is None:
        assert AppTokens(app).token() == "token-1"
        return
    with pytest.raises(MailboxError, match=code):
        AppTokens(app).token()


def test_a_token_is_renewed_before_it_ends(tokens: TokenServer) -> None:
    now = [0.0]
    app = App(tokens.url, "postkamer", SECRET, "alles", 10.0, tokens.ca_file)
    fetched = AppTokens(app, seconds=lambda: now[0])
    assert [fetched.token(), fetched.token()] == ["token-1", "token-1"]
    now[0] = 3550.0
    assert fetched.token() == "token-2"


def test_a_mailbox_opens_in_one_way(tmp_path: Path) -> None:
    config = tmp_path / "postkamer.toml"
    config.write_text('[[mailbox]]\nhost = "mail"\nuser = "post"\n')
    with pytest.raises(ConfigurationError, match="password"):
        Settings.of({"POSTKAMER_CONFIG": str(config)})
