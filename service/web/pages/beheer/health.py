"""How the service is: what it checks itself, what waits, and what an administrator must know."""

from dataclasses import dataclass

from flask import Blueprint, url_for
from werkzeug.wrappers import Response as AnyResponse

from service import texts
from service.ports.errors import NotFoundError, PassingError
from service.records.deliveries import Alert
from service.web import sessions
from service.web.pages.beheer.frame import back_to, for_administrators, shown, written_down
from service.web.pages.beheer.words import CHECKS, FAULTS, WORK
from service.web.pages.page import viewer
from service.web.pages.words import Sign

health = Blueprint("gezondheid", __name__, url_prefix="/beheer")
GOOD = Sign("In orde", "✓", "ok")
BAD = Sign("Niet in orde", "!", "error")
MINUTE_S = 60


@dataclass(frozen=True, slots=True)
class CheckLine:
    """One thing that was looked at."""

    name: str
    sign: Sign
    words: str


@dataclass(frozen=True, slots=True)
class WorkLine:
    """How much work of one kind waits."""

    name: str
    waiting: int
    later: int
    running: int
    oldest: str


@health.get("")
@for_administrators
def show() -> AnyResponse:
    """Show how things are."""
    with sessions.parts().desk.store.reading() as transaction:
        alerts = transaction.alerts.unseen(viewer().organisation_id)
    lines = tuple(map(_alert, alerts))
    return shown("gezondheid", checks=_checks(), work=_work(), alerts=lines)


@health.post("/meldingen/<int:alert_id>/gezien")
@for_administrators
def seen(alert_id: int) -> AnyResponse:
    """Keep that an alert was seen."""
    parts, organisation_id = sessions.parts(), viewer().organisation_id
    with parts.desk.store.accepting() as transaction:
        if alert_id not in {each.id for each in transaction.alerts.unseen(organisation_id)}:
            raise NotFoundError
        transaction.alerts.mark_seen(alert_id, now=parts.desk.clock.now())
    written_down("alert_seen", alert_id=alert_id)
    return back_to(url_for("gezondheid.show"), "gezien")


def _checks() -> tuple[CheckLine, ...]:
    lines = []
    for code, fault in sessions.parts().look().items():
        name, good = CHECKS.get(code, (code, ""))
        words = good if fault is None else FAULTS.get(fault, fault)
        lines.append(CheckLine(name, GOOD if fault is None else BAD, words))
    return tuple(lines)


def _work() -> tuple[WorkLine, ...] | None:
    """Return what waits, None when the queue cannot be asked."""
    try:
        depths = sessions.parts().depths()
    except PassingError:
        return None
    return tuple(
        WorkLine(WORK[each.work], each.waiting, each.delayed, each.running, _age(each.oldest_s))
        for each in depths
    )


def _age(seconds: float) -> str:
    if seconds < MINUTE_S:
        return "minder dan een minuut" if seconds else ""
    return texts.count(int(seconds // MINUTE_S), "minuut", "minuten")


def _alert(alert: Alert) -> tuple[int, str, str]:
    """Return the id of an alert, its time and its words."""
    return alert.id, texts.moment(alert.created_at), texts.ALERTS.get(alert.code, alert.code)
