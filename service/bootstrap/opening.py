"""Puts together what opens e-mail messages; its libraries are imported with the first message."""

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from service.usecases.opener import Opener

if TYPE_CHECKING:
    from service.emails import Email, Sheet


def opener(
    max_bytes: int,
    *,
    hosts: tuple[str, ...],
    today: Callable[[], dt.date],
    profiles: tuple[str, ...],
) -> Opener:
    """Return what opens e-mail messages; `profiles` are the ids that exist."""
    return Opener(
        may_be=_may_be,
        read=_read,
        draw=_draw,
        today=today,
        max_bytes=max_bytes,
        hosts=hosts,
        profiles=profiles,
    )


def _may_be(head: bytes) -> bool:
    from service.adapters.mail.any_message import may_be_message  # noqa: PLC0415 - see above

    return may_be_message(head)


def _read(data: bytes) -> "Email | None":
    from service.adapters.mail.any_message import read_message  # noqa: PLC0415

    return read_message(data)


def _draw(sheet: "Sheet") -> bytes:
    from service.adapters.mail.page import draw  # noqa: PLC0415

    return draw(sheet)
