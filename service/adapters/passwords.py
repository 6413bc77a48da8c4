"""Passwords, kept as argon2id hashes with the memory and time that OWASP asks for.

19 MiB and two passes; RFC 9106 would take 64 MiB, half of what the whole web service has. They are
made one at a time, so that many logins at once do not take the memory of many.
"""

import threading
from functools import cached_property

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

MEMORY_KIB = 19 * 1024
PASSES = 2


class Argon2Passwords:
    """Hashes passwords so that guessing them takes long."""

    def __init__(self, hasher: PasswordHasher | None = None) -> None:
        """Use a hasher of one's own, or the usual one."""
        self._hasher = hasher or PasswordHasher(
            time_cost=PASSES, memory_cost=MEMORY_KIB, parallelism=1
        )
        self._turn = threading.Lock()

    def hash(self, password: str) -> str:
        """Return what is kept; takes its time on purpose."""
        with self._turn:
            return self._hasher.hash(password)

    def is_right(self, password_hash: str | None, password: str) -> bool:
        """Tell whether this is the password; without a hash it takes as long and is not."""
        kept = password_hash or self._nobody
        try:
            with self._turn:
                self._hasher.verify(kept, password)
        except (VerificationError, InvalidHashError):
            return False
        return password_hash is not None

    @cached_property
    def _nobody(self) -> str:
        return self.hash("nobody has this password")
