"""Alerts: what an administrator must know, on a page and above every other page."""

from dataclasses import dataclass

from flask import Blueprint, Flask, redirect
from werkzeug.wrappers import Response as AnyResponse

from service.records.deliveries import Alert
from service.records.people import Role
from service.texts import figures as texts
from service.usecases.alerts import finish, list_alerts, sentence_of
from service.web import sessions
from service.web.pages.page import page, viewer

alerts = Blueprint("meldingen", __name__)


@dataclass(frozen=True, slots=True)
class Line:
    """An alert as it is shown."""

    id: int
    sentence: str
    since: str
    about: str


def register(app: Flask) -> None:
    """Give the app its page of alerts, and let every page tell how many there are."""
    app.register_blueprint(alerts)
    app.jinja_env.globals |= {"waiting_alerts": waiting_alerts}


def waiting_alerts() -> int:
    """Return how many alerts wait for who looks at this page."""
    account = sessions.current_account()
    if account is None or account.role is not Role.BEHEERDER:
        return 0
    return len(list_alerts(account.organisation_id, store=sessions.parts().desk.store))


@alerts.get("/meldingen")
@sessions.requires(Role.BEHEERDER)
def show() -> AnyResponse:
    """Show what nobody is done with."""
    found = list_alerts(viewer().organisation_id, store=sessions.parts().desk.store)
    return page("meldingen.html", alerts=[_line(each) for each in found])


@alerts.post("/meldingen/<int:number>/afgedaan")
@sessions.requires(Role.BEHEERDER)
def done(number: int) -> AnyResponse:
    """Be done with an alert."""
    desk = sessions.parts().desk
    finish(number, viewer().organisation_id, store=desk.store, now=desk.clock.now())
    return redirect("/meldingen", 303)


def _line(alert: Alert) -> Line:
    since = texts.moment(alert.created_at)
    return Line(alert.id, sentence_of(alert), since, alert.about or "")
