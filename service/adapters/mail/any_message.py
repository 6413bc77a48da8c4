"""The kinds of file that a message can be in, and the one way to read one: by what it holds."""

from types import ModuleType
from typing import Final

from service.adapters.mail import eml, msg
from service.adapters.mail.headers import MAIL_ERRORS
from service.emails import Email
from service.ports.errors import DamagedMessageError

KINDS: Final[tuple[ModuleType, ...]] = (msg, eml)


def may_be_message(head: bytes) -> bool:
    """Tell whether a file may be a message, by its first bytes."""
    return head.startswith(msg.MAGIC) or eml.is_mine(head)


def read_message(data: bytes) -> Email | None:
    """Read a message from the bytes of a file; None when it holds no message.

    Raises:
        DamagedMessageError: when it is broken beyond reading.

    """
    kind = next((each for each in KINDS if each.is_mine(data)), None)
    if kind is None:
        return None
    try:
        message: Email = kind.read(data)
    except MAIL_ERRORS as error:
        raise DamagedMessageError(type(error).__name__) from error
    return message
