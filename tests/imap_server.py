"""A real IMAP server (Dovecot) for tests, on a free port of this machine, with TLS of its own."""

import datetime as dt
import getpass
import imaplib
import os
import pwd
import shutil
import socket
import ssl
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.needs import missing

USER, PASSWORD = "post@zorgkantoor.example", "geheim-wachtwoord"
CONFIG = """
base_dir = {folder}/run
state_dir = {folder}/run
log_path = {folder}/dovecot.log
protocols = imap
listen = 127.0.0.1
ssl = required
ssl_cert = <{folder}/cert.pem
ssl_key = <{folder}/key.pem
default_internal_user = {user}
default_login_user = {user}
first_valid_uid = 1
first_valid_gid = 1
mail_location = maildir:{folder}/mail
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={folder}/home
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = 0
  }}
  inet_listener imaps {{
    port = {port}
    ssl = yes
  }}
}}
auth_failure_delay = 0
service anvil {{
  chroot =
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service stats {{
  chroot =
}}
{more}
"""


@dataclass
class ImapServer:
    """A running server with one mailbox."""

    folder: Path
    port: int
    process: "subprocess.Popen[bytes] | None" = None
    more: str = ""  # configuration

    @property
    def ca_file(self) -> Path:
        """Return the certificate that clients must trust."""
        return self.folder / "cert.pem"

    def start(self) -> None:
        """Start, and wait until it answers."""
        me = pwd.getpwnam(_unprivileged())
        text = CONFIG.format(
            folder=self.folder,
            user=me.pw_name,
            uid=me.pw_uid,
            gid=me.pw_gid,
            port=self.port,
            password=PASSWORD,
            more=self.more,
        )
        config = self.folder / "dovecot.conf"
        config.write_text(text)
        command = [_dovecot(), "-F", "-c", str(config)]
        self.process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        for _ in range(200):
            with suppress(OSError, imaplib.IMAP4.error), self.client():
                return
            time.sleep(0.05)
        raise AssertionError((self.folder / "dovecot.log").read_text())

    def stop(self) -> None:
        """Stop, with everything that it started."""
        if self.process is not None:
            self.process.terminate()
            self.process.wait(20)
            self.process = None

    @contextmanager
    def client(self) -> Iterator[imaplib.IMAP4_SSL]:
        """Log in as the person whose mailbox it is."""
        context = ssl.create_default_context(cafile=str(self.ca_file))
        client = imaplib.IMAP4_SSL("localhost", self.port, ssl_context=context, timeout=20)
        try:
            client.login(USER, PASSWORD)
            yield client
        finally:
            with suppress(OSError, imaplib.IMAP4.error):
                client.logout()

    def deliver(self, raw: bytes, folder: str = "INBOX") -> None:
        """Put a message in the mailbox."""
        with self.client() as client:
            assert client.append(folder, "", "", raw)[0] == "OK"

    def count(self, folder: str) -> int:
        """Return how many messages are in a folder; 0 when there is none with this name."""
        with self.client() as client:
            kind, data = client.select(folder, readonly=True)
            return int(data[0] or b"0") if kind == "OK" else 0


@contextmanager
def imap_server(*, more: str = "") -> Iterator[ImapServer]:
    """Run a server as long as the context lasts.

    In a folder of its own: as root the mail belongs to another user, who may not enter the folders
    of pytest.
    """
    _dovecot()
    with tempfile.TemporaryDirectory(prefix="postkamer-imap-") as name:
        folder = Path(name)
        make_certificate(folder)
        for below in ("run", "mail", "home"):
            (folder / below).mkdir()
        if os.geteuid() == 0:
            me = pwd.getpwnam(_unprivileged())
            folder.chmod(0o711)
            for below in ("mail", "home"):
                os.chown(folder / below, me.pw_uid, me.pw_gid)
        server = ImapServer(folder, _free_port(), more=more)
        server.start()
        try:
            yield server
        finally:
            server.stop()


def _dovecot() -> str:
    found = shutil.which("dovecot", path=f"{os.defpath}:/usr/sbin:/usr/local/sbin")
    if found is None:
        missing("the IMAP server for tests (Debian: dovecot-imapd) is not installed")
    return found


def _unprivileged() -> str:
    """Return who owns the mailbox: Dovecot refuses to read mail as root."""
    return "nobody" if os.geteuid() == 0 else getpass.getuser()


def _free_port() -> int:
    with socket.socket() as plug:
        plug.bind(("127.0.0.1", 0))
        return int(plug.getsockname()[1])


def make_certificate(folder: Path) -> None:
    """Write `cert.pem` and `key.pem` of a server on this machine that vouches for itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    begin = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begin)
        .not_valid_after(begin.replace(year=2120))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    (folder / "cert.pem").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    private = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    (folder / "key.pem").write_bytes(private)
