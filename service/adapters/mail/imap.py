"""A mailbox over IMAP with TLS: new messages are looked at, fetched one by one and put away.

Nothing is ever deleted. The convenient ways of the library to flag and to move are not used: they
expunge, which also deletes what another program has marked for it.
"""

import datetime as dt
import imaplib
import re
import ssl
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from imap_tools import MailBox
from imap_tools.errors import ImapToolsError, MailboxFolderSelectError, MailboxLoginError
from imap_tools.utils import encode_folder

from service.adapters.mail.oauth import AppTokens
from service.ports.doors import MailWaiting
from service.ports.errors import MailboxError

MARK: Final = "Postkamer"  # the flag of a message that is done, where messages cannot be moved
AT_ONCE: Final = 500  # messages that are asked about in one question
_ABOUT: Final = re.compile(
    rb"(?=.*\bUID (?P<uid>\d+))(?=.*\bRFC822\.SIZE (?P<size>\d+))"
    rb'(?=.*\bINTERNALDATE "(?P<date>[^"]*)")',
    re.DOTALL,
)
_FAULTS: Final = (ImapToolsError, imaplib.IMAP4.error, OSError)


@dataclass(frozen=True, slots=True)
class Account:
    """Which mailbox, how to get in, and which folders are used."""

    host: str
    port: int
    user: str
    password: str | None  # None: `tokens` open it
    folder: str
    done_folder: str
    failed_folder: str
    timeout_s: float
    ca_file: Path | None = None  # whom to trust beside those that this machine trusts
    tokens: AppTokens | None = None


class ImapMailbox:
    """A mailbox on an IMAP server."""

    def __init__(self, account: Account) -> None:
        """Know the mailbox; nothing is connected yet."""
        self._account = account

    @contextmanager
    def open_mailbox(self) -> Iterator["OpenImapMailbox"]:
        """Connect, as long as the context lasts.

        Raises:
            MailboxError: by code, when the server, the password or the folder is no good.

        """
        box = self._connect()
        try:
            with _in_our_words("mailbox_fout"):
                self._enter(box)
                opened = OpenImapMailbox(box, self._account)
            yield opened
        finally:
            with suppress(*_FAULTS):
                box.logout()

    def _connect(self) -> MailBox:
        account = self._account
        with _in_our_words("mailbox_weg"):
            trust = ssl.create_default_context()
            if account.ca_file is not None:
                trust.load_verify_locations(account.ca_file)
            return MailBox(account.host, account.port, timeout=account.timeout_s, ssl_context=trust)

    def _enter(self, box: MailBox) -> None:
        account = self._account
        if account.tokens is not None:
            _enter_with_token(box, account.user, account.tokens)
        else:
            _enter_with_password(box, account.user, account.password or "")
        try:
            box.folder.set(account.folder)
        except (MailboxFolderSelectError, imaplib.IMAP4.error) as error:
            raise MailboxError("mailbox_map_weg") from error


class OpenImapMailbox:
    """A mailbox while we are connected to it."""

    def __init__(self, box: MailBox, account: Account) -> None:
        """Work in the folder that was selected."""
        self._client = box.client
        self._account = account
        self._validity = _told(box.client, "UIDVALIDITY")
        self._can_mark = MARK in (flags := _told(box.client, "PERMANENTFLAGS")) or "\\*" in flags
        # a server tells what it really can only after the login
        _, answer = box.client.capability()
        self._can_move = b"MOVE" in answer[-1].upper().split()

    def waiting(self) -> tuple[MailWaiting, ...]:
        """Return the messages that are not done, in the order in which they came."""
        wanted = f"UNKEYWORD {MARK}" if self._can_mark else "ALL"
        with _in_our_words("mailbox_fout"):
            found = _good(self._client.uid("SEARCH", wanted))
            uids = b" ".join(each for each in found if isinstance(each, bytes)).decode().split()
            return tuple(each for some in _some(uids) for each in self._about(some))

    def _about(self, uids: Sequence[str]) -> Iterator[MailWaiting]:
        lines = _good(self._client.uid("FETCH", ",".join(uids), "(RFC822.SIZE INTERNALDATE)"))
        for line in lines:
            about = _ABOUT.match(line) if isinstance(line, bytes) else None
            if about is not None:
                uid, size = about["uid"].decode(), int(about["size"])
                # servers give a number to another message after a repair, whatever they may
                date = about["date"].decode("ascii", "replace").strip()
                place = f"{self._validity}/{uid}/{size}/{date}"
                yield MailWaiting(uid, place, size, _time(date))

    def fetch(self, uid: str) -> bytes | None:
        """Return a message without marking it as read, None when it went away."""
        with _in_our_words("mailbox_fout"):
            parts = _good(self._client.uid("FETCH", uid, "(BODY.PEEK[])"))
        return next((part[1] for part in parts if isinstance(part, tuple)), None)

    def mark(self, uid: str, *, needs_person: bool) -> None:
        """Put a message in the folder where it belongs, or else mark it where it is."""
        account = self._account
        folder = account.failed_folder if needs_person else account.done_folder
        with _in_our_words("mailbox_fout"):
            if not self._can_move:
                flag = MARK if self._can_mark else "\\Seen"
                _good(self._client.uid("STORE", uid, "+FLAGS", f"({flag})"))
            elif not self._move(uid, folder):
                raise MailboxError("mailbox_map_weg")

    def _move(self, uid: str, folder: str) -> bool:
        target = encode_folder(folder).decode()  # in the alphabet of IMAP, between quotes
        kind, _ = self._client.uid("MOVE", uid, target)
        if kind == "OK":
            return True
        self._client.create(target)
        self._client.subscribe(target)  # mail programs show the folders that are subscribed to
        return bool(self._client.uid("MOVE", uid, target)[0] == "OK")


def _enter_with_password(box: MailBox, user: str, password: str) -> None:
    enter = box.login if (user + password).isascii() else box.login_utf8
    try:
        enter(user, password, initial_folder=None)
    except (MailboxLoginError, imaplib.IMAP4.error) as error:
        raise MailboxError("mailbox_wachtwoord") from error


def _enter_with_token(box: MailBox, user: str, tokens: AppTokens) -> None:
    try:
        box.xoauth2(user, tokens.token(), initial_folder=None)
    except (MailboxLoginError, imaplib.IMAP4.error) as error:
        tokens.forget()
        raise MailboxError("mailbox_token_geweigerd") from error


@contextmanager
def _in_our_words(code: str) -> Iterator[None]:
    try:
        yield
    except _FAULTS as error:
        raise MailboxError(code) from error


def _told(client: imaplib.IMAP4, name: str) -> str:
    """Return what the server told about the folder when it was selected."""
    _, data = client.response(name)
    return b" ".join(each for each in data or () if isinstance(each, bytes)).decode()


def _good(answer: tuple[str, list[object]]) -> list[object]:
    kind, data = answer
    if kind != "OK":
        raise MailboxError("mailbox_fout")
    return data


def _time(written: str) -> dt.datetime | None:
    try:
        return dt.datetime.strptime(written, "%d-%b-%Y %H:%M:%S %z")
    except ValueError:
        return None


def _some(uids: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(uids), AT_ONCE):
        yield uids[start : start + AT_ONCE]
