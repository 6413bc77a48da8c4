"""How the service is: what it checks itself, what waits, and what an administrator must know."""

from dataclasses import dataclass, replace

from flask import Blueprint, url_for
from werkzeug.wrappers import Response as AnyResponse

from service.ports.errors import NotFoundError
from service.records.deliveries import Alert, DeliveryState
from service.records.work import WorkGroup
from service.texts import deliveries as deliveries_texts
from service.texts import figures as figures_texts
from service.usecases.channels import overviews
from service.web import sessions
from service.web.pages.beheer.frame import back_to, for_administrators, shown, written_down
from service.web.pages.beheer.words import CHECKS, FAULTS, WAITING
from service.web.pages.page import viewer
from service.web.pages.words import Sign

health = Blueprint("gezondheid", __name__, url_prefix="/beheer")
GOOD = Sign("In orde", "✓", "ok")
BAD = Sign("Niet in orde", "!", "error")


@dataclass(frozen=True, slots=True)
class CheckLine:
    """One thing that was looked at."""

    name: str
    sign: Sign
    words: str


@dataclass(frozen=True, slots=True)
class WorkLine:
    """How much work of one kind waits for this organisation."""

    name: str
    number: int
    address: str


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


def _work() -> tuple[WorkLine, ...]:
    """Return what waits for one's own organisation: that of others is nobody's business."""
    parts, organisation_id = sessions.parts(), viewer().organisation_id
    with parts.desk.store.reading() as transaction:
        reading = transaction.work_list.counts(organisation_id)[WorkGroup.READING]
    channels = overviews(office=replace(parts.office, organisation_id=organisation_id))
    waiting, given_up = (
        sum(each.counts.get(state, 0) for each in channels)
        for state in (DeliveryState.WAITING, DeliveryState.GIVEN_UP)
    )
    numbers = (reading, waiting, given_up)
    return tuple(
        WorkLine(name, number, address)
        for (name, address), number in zip(WAITING, numbers, strict=True)
    )


def _alert(alert: Alert) -> tuple[int, str, str]:
    """Return the id of an alert, its time and its words."""
    return (
        alert.id,
        figures_texts.moment(alert.created_at),
        deliveries_texts.ALERTS.get(alert.code, alert.code),
    )
