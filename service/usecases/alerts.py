"""Alerts: the administrators get a message about each, every day until someone is done with it.

A message holds codes and ids, never anything of a letter: e-mail lies about.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import structlog

from service.ports.errors import NotFoundError
from service.ports.store import Store, Transaction
from service.ports.telling import Mailer
from service.ports.world import Clock
from service.records.deliveries import Alert
from service.records.people import Role
from service.texts import alerts as words
from service.texts import deliveries as deliveries_texts
from service.texts import figures as figures_texts

AGAIN = dt.timedelta(days=1)
log = structlog.get_logger("postkamer.meldingen")


@dataclass(frozen=True, slots=True)
class AlertDesk:
    """What telling works with; `to` are addresses that are told instead of the administrators."""

    store: Store
    clock: Clock
    mailer: Mailer
    to: tuple[str, ...] = ()
    url: str = ""


def tell(desk: AlertDesk) -> int:
    """Send what nobody was told of today, one message for each organisation; return how many.

    Raises:
        TellingError: when a message could not be sent; it is sent the next time.

    """
    now = desk.clock.now()
    with desk.store.reading() as transaction:
        due = transaction.alerts.to_tell(told_before=now - AGAIN)
    sent = 0
    for organisation_id in dict.fromkeys(each.organisation_id for each in due):
        mine = [each for each in due if each.organisation_id == organisation_id]
        sent += _tell_organisation(organisation_id, mine, desk)
    return sent


def list_alerts(organisation_id: str | None, *, store: Store) -> tuple[Alert, ...]:
    """Return what nobody is done with, of one organisation or (None) of all."""
    with store.reading() as transaction:
        return transaction.alerts.unseen(organisation_id)


def finish(alert_id: int, organisation_id: str | None, *, store: Store, now: dt.datetime) -> None:
    """Be done with an alert: the same trouble makes a new one.

    Raises:
        NotFoundError: when it is not there, or is of another organisation.

    """
    with store.working() as transaction:
        if alert_id not in {each.id for each in transaction.alerts.unseen(organisation_id)}:
            raise NotFoundError
        transaction.alerts.mark_seen(alert_id, now=now)


def sentence_of(alert: Alert) -> str:
    """Return what is the matter and what to do, by code."""
    return deliveries_texts.ALERTS.get(alert.code) or words.OTHER_ALERT.format(code=alert.code)


def _tell_organisation(
    organisation_id: str | None, alerts: Sequence[Alert], desk: AlertDesk
) -> int:
    with desk.store.reading() as transaction:
        to = desk.to or _administrators(transaction, organisation_id)
        name = transaction.organisations.find(organisation_id).name if organisation_id else None
    if not to:
        log.warning("alert_has_nobody", organisation_id=organisation_id, count=len(alerts))
        return 0
    subject = words.ALERT_SUBJECT.format(count=words.count_of(len(alerts)))
    desk.mailer.send(to, subject=subject, text=_message(name or words.WHOLE, alerts, desk))
    with desk.store.working() as transaction:
        for each in alerts:
            transaction.alerts.mark_told(each.id, now=desk.clock.now())
    log.info("alerts_told", organisation_id=organisation_id, count=len(alerts))
    return 1


def _administrators(transaction: Transaction, organisation_id: str | None) -> tuple[str, ...]:
    """Return who manages an organisation, or (None) any of them."""
    ids = [organisation_id] if organisation_id else _all_ids(transaction)
    people = [each for id_ in ids for each in transaction.accounts.all(id_)]
    return tuple(
        each.email for each in people if each.role is Role.BEHEERDER and each.disabled_at is None
    )


def _all_ids(transaction: Transaction) -> list[str]:
    return [each.id for each in transaction.organisations.all()]


def _message(name: str, alerts: Sequence[Alert], desk: AlertDesk) -> str:
    lines = "\n".join(_line(each) for each in alerts)
    where = words.ALERT_WHERE.format(url=desk.url) if desk.url else ""
    return words.ALERT_MESSAGE.format(organisation=name, lines=lines, where=where)


def _line(alert: Alert) -> str:
    form = words.ALERT_LINE if alert.about else words.ALERT_LINE_PLAIN
    since = figures_texts.moment(alert.created_at)
    return form.format(sentence=sentence_of(alert), since=since, about=alert.about)
