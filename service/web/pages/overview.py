"""Overviews: figures over the letters of one's own organisation, as charts, tables and CSV."""

import datetime as dt
from dataclasses import dataclass
from urllib.parse import urlencode

from flask import Blueprint, Response, request
from werkzeug.wrappers import Response as AnyResponse

from service.records.overview import OverviewQuery
from service.records.people import Role
from service.rendering import spreadsheet
from service.usecases.overview import Overview, Step, overview
from service.web import sessions
from service.web.pages import overview_view as view
from service.web.pages.list_view import profile_name
from service.web.pages.overview_words import STEPS, WRONG_PERIOD, WRONG_STEP
from service.web.pages.page import page, viewer

overviews = Blueprint("overzicht", __name__)
FIRST_WEEKS = 8  # that are shown when nobody asked for others
LONGEST_DAYS = 2 * 366
MOST_PER_DAY = 92  # days that are still told apart in a chart


@dataclass(frozen=True, slots=True)
class OverviewWish:
    """What the address of the page asks for, and what is wrong with it."""

    first: dt.date
    last: dt.date
    step: Step
    profile: str
    faults: tuple[str, ...] = ()

    def address(self, path: str) -> str:
        """Return the address of the same figures in another form."""
        asked = {"van": self.first, "tot": self.last, "per": self.step.value}
        if self.profile:
            asked["organisatie"] = self.profile
        return f"{path}?{urlencode(asked)}"


@overviews.get("/overzicht")
@sessions.requires(Role.MAILROOM)
def show() -> AnyResponse:
    """Show the figures."""
    wish = _wish()
    return page(
        "overzicht.html",
        400 if wish.faults else 200,
        wish=wish,
        steps=STEPS,
        shown=view.view_of(_found(wish), wish.step, today=_today(), name=profile_name),
    )


@overviews.get("/overzicht/perioden.csv")
@sessions.requires(Role.MAILROOM)
def periods() -> AnyResponse:
    """Return the figures of each period for a spreadsheet."""
    wish = _wish()
    return _spreadsheet(f"overzicht-per-{wish.step}", view.period_lines(_found(wish)))


@overviews.get("/overzicht/elementen.csv")
@sessions.requires(Role.MAILROOM)
def elements() -> AnyResponse:
    """Return the figures of each element for a spreadsheet."""
    return _spreadsheet("overzicht-elementen", view.element_lines(_found(_wish())))


def _spreadsheet(name: str, table: view.Lines) -> Response:
    response = Response(
        spreadsheet.written(table.heads, table.rows), content_type=spreadsheet.CONTENT_TYPE
    )
    response.headers.set("Content-Disposition", "attachment", filename=f"{name}.csv")
    return response


def _found(wish: OverviewWish) -> Overview:
    query = OverviewQuery(viewer().organisation_id, wish.first, wish.last, wish.profile or None)
    return overview(query, wish.step, today=_today(), store=sessions.parts().desk.store)


def _wish() -> OverviewWish:
    """Return what is asked for; what cannot be falls back on what is shown first."""
    today = _today()
    step = Step.DAY if request.args.get("per") == Step.DAY else Step.WEEK
    monday = today - dt.timedelta(days=today.weekday())
    standard = (monday - dt.timedelta(weeks=FIRST_WEEKS - 1), today)
    profile = request.args.get("organisatie", "")[:64]
    try:
        first, last = (_day(name, day) for name, day in zip(("van", "tot"), standard, strict=True))
    except ValueError:
        return OverviewWish(*standard, step, profile, (WRONG_PERIOD,))
    days = (last - first).days
    if not 0 <= days <= LONGEST_DAYS:
        return OverviewWish(*standard, step, profile, (WRONG_PERIOD,))
    if step is Step.DAY and days > MOST_PER_DAY:
        return OverviewWish(first, last, Step.WEEK, profile, (WRONG_STEP,))
    return OverviewWish(first, last, step, profile)


def _day(name: str, otherwise: dt.date) -> dt.date:
    written = request.args.get(name, "")
    return dt.date.fromisoformat(written) if written else otherwise


def _today() -> dt.date:
    return sessions.parts().desk.clock.today()
