"""Sending messages over SMTP, encrypted unless the administrator says that it need not be."""

import smtplib
import ssl
from collections.abc import Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import formatdate, make_msgid
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from service.ports.telling import TellingError

if TYPE_CHECKING:
    from collections.abc import Iterator

Encryption = Literal["starttls", "tls", "geen"]


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where messages are handed over, and how to get in."""

    host: str
    port: int
    sender: str
    encryption: Encryption = "starttls"
    user: str | None = None
    password: str | None = None
    ca_file: Path | None = None
    timeout_s: float = 30.0


class SmtpMailer:
    """Hands messages over to one server."""

    def __init__(self, server: MailServer) -> None:
        """Know the server; nothing is connected yet."""
        self._server = server

    def send(self, to: Sequence[str], *, subject: str, text: str) -> None:
        """Send one message to all of them.

        Raises:
            TellingError: when the server did not take it for anyone.

        """
        message = EmailMessage()
        message["From"], message["To"] = self._server.sender, ", ".join(to)
        message["Subject"] = subject
        message["Date"] = formatdate(localtime=False)
        message["Message-ID"] = make_msgid(domain=self._server.sender.rpartition("@")[2])
        message["Auto-Submitted"] = "auto-generated"
        message.set_content(text)
        try:
            with self._connected() as client:
                client.send_message(message)
        except (OSError, smtplib.SMTPException) as error:
            raise TellingError(type(error).__name__) from error

    @contextmanager
    def _connected(self) -> "Iterator[smtplib.SMTP]":
        server = self._server
        trust = ssl.create_default_context()
        if server.ca_file is not None:
            trust.load_verify_locations(server.ca_file)
        if server.encryption == "tls":
            made: smtplib.SMTP = smtplib.SMTP_SSL(
                server.host, server.port, timeout=server.timeout_s, context=trust
            )
        else:
            made = smtplib.SMTP(server.host, server.port, timeout=server.timeout_s)
        with made as client:
            if server.encryption == "starttls":
                client.starttls(context=trust)
            if server.user is not None:
                client.login(server.user, server.password or "")
            yield client
