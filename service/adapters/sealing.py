"""Encrypting what is kept: AES-256-GCM with a key that only this installation has.

Letters tell of people's health, so nothing of them lies readable on a disk or in a backup. Each
sealed value says with which key it was made; old keys stay readable until all was sealed anew.
Large contents are sealed in pieces that cannot be reordered, dropped or cut off unnoticed (the
STREAM construction: Hoang, Reyhanitabar, Rogaway, Vizár, CRYPTO 2015).

    value    PK1 | key id (8) | nonce (12) | ciphertext with tag
    stream   PKS | key id (8) | nonce (7)  | pieces, each with its tag
"""

import hashlib
import hmac
import os
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

VALUE, STREAM = b"PK1", b"PKS"
ID_BYTES, NONCE_BYTES, STREAM_NONCE_BYTES, TAG_BYTES = 8, 12, 7, 16
PIECE = 1024 * 1024
KEY_BYTES = 32


class Source(Protocol):
    """What can be read in pieces; less than was asked for means that it is the end."""

    def read(self, count: int, /) -> bytes:
        """Return so many bytes, less at the end."""


class SealError(Exception):
    """Something sealed that cannot be opened: damaged, cut off, or sealed with a key not here."""


@dataclass(frozen=True, slots=True)
class _Key:
    id: bytes
    cipher: AESGCM


class Sealer:
    """Seals with the first of its keys and opens with any of them."""

    def __init__(self, keys: tuple[bytes, ...]) -> None:
        """Take master keys of 32 bytes, the current one first."""
        self._keys = tuple(_derived(key) for key in keys)
        self._search = _derive(keys[-1], b"postkamer search")  # the oldest: hashes stay the same

    @property
    def current_head(self) -> bytes:
        """The first bytes of every value that is sealed with the current key."""
        return VALUE + self._keys[0].id

    def is_current(self, sealed: bytes) -> bool:
        """Tell by its first bytes whether a value or a stream is sealed with the current key."""
        head = len(VALUE) + ID_BYTES
        return sealed[len(VALUE) : head] == self._keys[0].id

    def seal(self, content: bytes) -> bytes:
        """Encrypt a value."""
        key, nonce = self._keys[0], secrets.token_bytes(NONCE_BYTES)
        return VALUE + key.id + nonce + key.cipher.encrypt(nonce, content, VALUE)

    def open(self, sealed: bytes) -> bytes:
        """Decrypt a value.

        Raises:
            SealError: when it was changed or is not ours.

        """
        start = len(VALUE) + ID_BYTES
        nonce, content = sealed[start : start + NONCE_BYTES], sealed[start + NONCE_BYTES :]
        key = self._key_of(sealed[: len(VALUE)] == VALUE, sealed[len(VALUE) : start])
        return _opened(key, nonce, content, VALUE)

    def seal_text(self, text: str) -> bytes:
        """Encrypt a text."""
        return self.seal(text.encode())

    def open_text(self, sealed: bytes) -> str:
        """Decrypt a text."""
        return self.open(sealed).decode()

    def seal_stream(self, source: Source) -> Iterator[bytes]:
        """Encrypt everything that can be read from `source`, never holding more than a piece."""
        key, nonce = self._keys[0], secrets.token_bytes(STREAM_NONCE_BYTES)
        yield STREAM + key.id + nonce
        piece, number = source.read(PIECE), 0
        while True:
            following = source.read(PIECE) if len(piece) == PIECE else b""
            is_last = not following
            yield key.cipher.encrypt(_piece_nonce(nonce, number, last=is_last), piece, STREAM)
            if is_last:
                return
            piece, number = following, number + 1

    def open_stream(self, source: Source) -> Iterator[bytes]:
        """Decrypt what `seal_stream` made.

        Raises:
            SealError: when a piece was changed, moved or is not there.

        """
        head = source.read(len(STREAM) + ID_BYTES + STREAM_NONCE_BYTES)
        key = self._key_of(head[: len(STREAM)] == STREAM, head[len(STREAM) :][:ID_BYTES])
        nonce = head[len(STREAM) + ID_BYTES :]
        piece, number = source.read(PIECE + TAG_BYTES), 0
        while True:
            following = source.read(PIECE + TAG_BYTES)
            is_last = not following
            yield _opened(key, _piece_nonce(nonce, number, last=is_last), piece, STREAM)
            if is_last:
                return
            piece, number = following, number + 1

    def search_hash(self, value: str) -> str:
        """Return what finds equal values again without saying what they are."""
        return hmac.new(self._search, value.encode(), hashlib.sha256).hexdigest()

    def secret_for(self, purpose: str) -> bytes:
        """Return a secret of this installation for one purpose; it stays when keys are replaced."""
        return hmac.new(self._search, f"secret {purpose}".encode(), hashlib.sha256).digest()

    def _key_of(self, is_ours: bool, key_id: bytes) -> _Key:
        found = next((key for key in self._keys if key.id == key_id), None)
        if not is_ours or found is None:
            message = "not sealed with a key of this installation"
            raise SealError(message)
        return found


def load_keys(file: Path, given: str | None) -> tuple[bytes, ...]:
    """Return the master keys: the one given, or those of the file, which is made if absent.

    The file has one key a line in hexadecimal, the current one first.

    Raises:
        SealError: when a key is not 32 bytes in hexadecimal.

    """
    if given is None and not file.exists():
        _make_key_file(file)
    lines = [given] if given is not None else file.read_text("ascii").split()
    try:
        keys = tuple(bytes.fromhex(line) for line in lines)
    except ValueError as error:
        raise SealError("a key is not hexadecimal") from error
    if not keys or any(len(key) != KEY_BYTES for key in keys):
        message = f"a key must be {KEY_BYTES} bytes, {2 * KEY_BYTES} hexadecimal digits"
        raise SealError(message)
    return keys


def _make_key_file(file: Path) -> None:
    """Write a new key that only we can read; of two processes the first one wins."""
    file.parent.mkdir(parents=True, exist_ok=True)
    draft = _draft(file, (secrets.token_bytes(KEY_BYTES),))
    try:
        os.link(draft, file)
    except FileExistsError:
        pass
    finally:
        draft.unlink()


def replace_keys(file: Path, keys: tuple[bytes, ...]) -> None:
    """Write all keys, the current one first; whoever reads sees either these or those before."""
    _draft(file, keys).replace(file)
    folder = os.open(file.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _draft(file: Path, keys: tuple[bytes, ...]) -> Path:
    """Write keys beside the file, where only we can read them."""
    draft = file.with_name(f".{file.name}.{secrets.token_hex(4)}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w") as out:
        out.writelines(key.hex() + "\n" for key in keys)
        out.flush()
        os.fsync(out.fileno())
    return draft


def _derived(master: bytes) -> _Key:
    key = _derive(master, b"postkamer content")
    return _Key(hashlib.sha256(key).digest()[:ID_BYTES], AESGCM(key))


def _derive(master: bytes, purpose: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=purpose).derive(master)


def _piece_nonce(prefix: bytes, number: int, *, last: bool) -> bytes:
    return prefix + number.to_bytes(4, "big") + bytes([last])


def _opened(key: _Key, nonce: bytes, content: bytes, kind: bytes) -> bytes:
    try:
        return key.cipher.decrypt(nonce, content, kind)
    except (InvalidTag, ValueError) as error:
        raise SealError("damaged, cut off or changed") from error
