"""Puts telling the administrators together."""

import functools

from service.adapters.smtp import MailServer, SmtpMailer
from service.bootstrap.machine import clock
from service.ports.store import Store
from service.settings import Settings, Smtp
from service.usecases.alerts import AlertDesk, tell
from service.usecases.rounds import Round

TELL_EVERY_S = 60.0


def alert_rounds(settings: Settings, store: Store) -> tuple[Round, ...]:
    """Return what the keeper must do for alerts; nothing without a mail server."""
    if settings.smtp is None:
        return ()
    desk = AlertDesk(
        store=store,
        clock=clock(),
        mailer=SmtpMailer(server_of(settings.smtp)),
        to=settings.smtp.to,
        url=(settings.public_url or "").rstrip("/"),
    )
    return (Round("meldingen", TELL_EVERY_S, functools.partial(tell, desk)),)


def server_of(smtp: Smtp) -> MailServer:
    """Return the mail server of the settings."""
    return MailServer(
        host=smtp.host,
        port=smtp.port,
        sender=smtp.sender,
        encryption=smtp.encryption,
        user=smtp.user,
        password=smtp.password.get_secret_value() if smtp.password else None,
        ca_file=smtp.ca_file,
        timeout_s=smtp.timeout_seconds,
    )
