"""The calculator of terms: days in; the verdict, every step and every day that follows out."""

import datetime as dt
from dataclasses import dataclass, field

from flask import Blueprint, Response, request
from werkzeug.wrappers import Response as AnyResponse

from service.ports.termijn import TermijnAnswer, TermijnQuestion
from service.records.people import Role
from service.rendering.termijn import ics
from service.usecases.termijn import calculate, faults_of
from service.web import sessions
from service.web.pages.list_view import days_left, profile_name
from service.web.pages.page import catalogue, day_field, page, viewer
from service.web.pages.page import field as form_field
from service.web.pages.words import CHANNELS, NATURES, TERMIJN_FAULTS, WINDOWS, Sign
from validators.feiten import Facts, FollowUp, Nature, Repair
from validators.profile import Profile
from validators.report import Channel, Kind
from validators.stappen import Step
from validators.termijn import Arrival, Trigger, TriggerKind
from validators.termijn_texts import deadline_text
from validators.texts.days import date_text

calculator = Blueprint("termijn", __name__)
DAYS = (
    *("besluit", "verzonden", "bekendgemaakt", "ontvangen", "elders_ontvangen", "poststempel"),
    *("storing", "herstel_gevraagd", "hersteltermijn", "hersteld", "uitstel_tot"),
    *("stukken_compleet", "ingebrekestelling", "gedraging", "afgehandeld", "bij_aanbieder"),
    "geschil",
)
MORE = frozenset(DAYS) - {"besluit", "verzonden", "ontvangen", "poststempel"} | {
    *("commissie", "gronden", "verdaagd", "advies", "zaak")
}
KINDS = {Kind.BEZWAAR: "Bezwaar", Kind.KLACHT: "Klacht"}
COMMITTEES = {"": "Zoals de organisatie het doet", "ja": "Met commissie", "nee": "Zonder commissie"}


@dataclass(frozen=True, slots=True)
class DueView:
    """A day that follows, in words."""

    what: str
    day: str
    left: str
    length: str
    basis: str
    notes: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class AnswerView:
    """The answer in words."""

    verdict: Sign
    last_day: str
    explanation: str
    next_step: str
    remarks: tuple[Step, ...]
    trace: tuple[Step, ...]
    due: tuple[tuple[str, tuple[DueView, ...]], ...]
    has_days: bool


@dataclass(slots=True)
class Asked:
    """What was filled in."""

    question: TermijnQuestion | None = None
    faults: dict[str, str] = field(default_factory=dict)


@calculator.get("/termijn")
@sessions.requires(Role.MAILROOM)
def show() -> AnyResponse:
    """Show the form."""
    return _page(Asked())


@calculator.post("/termijn")
@sessions.requires(Role.MAILROOM)
def answer() -> AnyResponse:
    """Work it out."""
    asked = _asked()
    return _page(asked, 400 if asked.faults else 200)


@calculator.post("/termijn/agenda.ics")
@sessions.requires(Role.MAILROOM)
def calendar() -> AnyResponse:
    """Return the days as a file for a calendar."""
    asked = _asked()
    found = calculate(asked.question) if asked.question else None
    if found is None or not found.has_days:
        asked.faults.setdefault("vorm", TERMIJN_FAULTS["lege_agenda"])
        return _page(asked, 400)
    content = ics.render(found, now=sessions.parts().desk.clock.now())
    response = Response(content, content_type="text/calendar; charset=utf-8")
    response.headers.set("Content-Disposition", "attachment", filename="termijnen.ics")
    return response


def _asked() -> Asked:
    """Return the question, or what is wrong with it."""
    asked = Asked()
    days = {name: day_field(name, asked.faults) for name in DAYS}
    has_repair = days["herstel_gevraagd"] is not None
    if not has_repair and (days["hersteltermijn"] or days["hersteld"] or form_field("gronden")):
        asked.faults["herstel_gevraagd"] = TERMIJN_FAULTS["herstel_zonder_verzoek"]
    if asked.faults:
        return asked
    question = _question(days)
    codes = tuple(faults_of(question))
    if codes:
        asked.faults["vorm"] = " ".join(TERMIJN_FAULTS[code] for code in codes)
    else:
        asked.question = question
    return asked


def _question(days: dict[str, dt.date | None]) -> TermijnQuestion:
    storing = days["storing"]
    channel = form_field("kanaal")
    arrival = Arrival(
        days["ontvangen"],
        days["poststempel"],
        Channel(channel) if channel in set(Channel) else Channel.POST,
        days["elders_ontvangen"],
        disturbed=(storing,) if storing else (),
    )
    kinds = {
        TriggerKind.VERZONDEN: days["verzonden"],
        TriggerKind.BEKENDGEMAAKT: days["bekendgemaakt"],
        TriggerKind.GEDATEERD: days["besluit"],
    }
    triggers = tuple(Trigger(day, kind) for kind, day in kinds.items() if day)
    today = sessions.parts().desk.clock.today()
    return TermijnQuestion(_facts(days), triggers, arrival, today, form_field("zaak"))


def _facts(days: dict[str, dt.date | None]) -> Facts:
    profile = _profile()
    committee = form_field("commissie")
    return Facts(
        profile,
        Kind.KLACHT if form_field("soort") == Kind.KLACHT else Kind.BEZWAAR,
        has_committee={"ja": True, "nee": False}.get(committee),
        repair=_repair(days, profile),
        is_adjourned=bool(form_field("verdaagd")),
        agreed=days["uitstel_tot"],
        is_advised=bool(form_field("advies")),
        advice_complete=days["stukken_compleet"],
        in_default=days["ingebrekestelling"],
        conduct=days["gedraging"],
        closed=days["afgehandeld"],
        provider_told=days["bij_aanbieder"],
        dispute=days["geschil"],
    )


def _repair(days: dict[str, dt.date | None], profile: Profile) -> Repair | None:
    asked = days["herstel_gevraagd"]
    if asked is None:
        return None
    is_for_grounds = bool(form_field("gronden"))
    length = profile.herstel_days_grounds if is_for_grounds else profile.herstel_days
    return Repair(asked, days["hersteld"], days["hersteltermijn"], length)


def _profile() -> Profile:
    """Return the profile that was chosen, or else that of the organisation."""
    known, chosen = catalogue(), form_field("profiel")
    return known.load(chosen if chosen in known.ids else _own_profile())


def _own_profile() -> str:
    with sessions.parts().desk.store.reading() as transaction:
        return transaction.organisations.find(viewer().organisation_id).profile


def _view(found: TermijnAnswer) -> AnswerView:
    term = found.judgement.term
    today = found.question.today
    groups = (
        (
            NATURES[nature],
            tuple(_due(each, today) for each in found.follow_ups if each.nature is nature),
        )
        for nature in Nature
    )
    return AnswerView(
        verdict=WINDOWS[found.judgement.verdict],
        last_day=date_text(term.last_day) if term else "",
        explanation=found.explanation,
        next_step=found.next_step,
        remarks=found.remarks,
        trace=found.judgement.trace,
        due=tuple(group for group in groups if group[1]),
        has_days=found.has_days,
    )


def _due(follow_up: FollowUp, today: dt.date) -> DueView:
    return DueView(
        deadline_text(follow_up.what),
        date_text(follow_up.due),
        days_left((follow_up.due - today).days),
        f"{follow_up.length}, gerekend vanaf {date_text(follow_up.term.trigger)}",
        ", ".join(follow_up.basis),
        (*follow_up.moved, *follow_up.notes),
    )


def _page(asked: Asked, status: int = 200) -> Response:
    return page(
        "termijn.html",
        status,
        answer=_view(calculate(asked.question)) if asked.question else None,
        faults=asked.faults,
        uses_more=any(form_field(name) for name in MORE),
        values=request.form,
        kinds=KINDS,
        committees=COMMITTEES,
        channels=CHANNELS,
        own_profile=_own_profile(),
        profiles={each: profile_name(each) for each in catalogue().ids},
    )
