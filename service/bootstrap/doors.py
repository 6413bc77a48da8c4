"""Puts the doors together that fetch post themselves: watched folders and mailboxes."""

import datetime as dt
from collections.abc import Callable

from service.adapters.mail.any_message import may_be_message, read_message
from service.adapters.mail.page import draw
from service.usecases.expand import Opener


def opener(
    max_bytes: int,
    *,
    hosts: tuple[str, ...],
    today: Callable[[], dt.date],
    profiles: tuple[str, ...],
) -> Opener:
    """Return what opens e-mail messages; `profiles` are the ids that exist."""
    return Opener(
        may_be=may_be_message,
        read=read_message,
        draw=draw,
        today=today,
        max_bytes=max_bytes,
        hosts=hosts,
        profiles=profiles,
    )
