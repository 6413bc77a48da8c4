"""Passwords, kept as argon2id hashes (RFC 9106, the second recommended choice: 64 MiB)."""

import threading

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from argon2.profiles import RFC_9106_LOW_MEMORY


class Argon2Passwords:
    """Hashes passwords so that guessing them takes long."""

    def __init__(self, hasher: PasswordHasher | None = None) -> None:
        """Use a hasher of one's own, or the recommended one."""
        self._hasher = hasher or PasswordHasher.from_parameters(RFC_9106_LOW_MEMORY)
        self._turn = threading.Lock()  # each hash takes 64 MiB: one at a time
        self._nobody = self._hasher.hash("nobody has this password")

    def hash(self, password: str) -> str:
        """Return what is kept; takes its time on purpose."""
        with self._turn:
            return self._hasher.hash(password)

    def is_right(self, password_hash: str | None, password: str) -> bool:
        """Tell whether this is the password; without a hash it takes as long and is not."""
        try:
            with self._turn:
                self._hasher.verify(password_hash or self._nobody, password)
        except (VerificationError, InvalidHashError):
            return False
        return password_hash is not None
