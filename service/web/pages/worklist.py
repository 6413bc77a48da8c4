"""Post van vandaag: what came in, what is to be done with it, and taking in more."""

import datetime as dt
import re
from dataclasses import replace
from urllib.parse import parse_qsl

from flask import Blueprint, Response, json, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from service.names import masked
from service.records.audit import About, Deed, Done, letter_deed
from service.records.letters import Door
from service.records.people import Role
from service.records.work import WorkGroup
from service.settings import MIB
from service.usecases.receive import Envelope, Facts, Intake, Received
from service.web import sessions
from service.web.api.sending import faults_of_manifests
from service.web.intake import take_upload
from service.web.noting import note
from service.web.pages.list_view import MOST_HASHES, PER_PAGE, ListWish, profile_name, row_of
from service.web.pages.page import catalogue, field, number, page, viewer, viewer_actor
from service.web.pages.words import (
    CHANNELS,
    DONE,
    FUTURE,
    GROUP_MEANINGS,
    GROUPS,
    KINDS,
    NOTHING_HERE,
    WINDOWS,
)
from validators.numbers import bsn
from validators.report import Channel, Kind, ReceivedSource, WindowVerdict

worklist = Blueprint("werklijst", __name__)
HASH = re.compile(r"[0-9a-f]{16,128}", re.ASCII)
MOST_AT_ONCE = 200
LAST_PAGE = 10_000


@worklist.get("/")
@sessions.requires(Role.MAILROOM)
def show() -> AnyResponse:
    """Show the list."""
    return page("lijst.html", 200, **_shown(_wish()))


@worklist.get("/lijst")
@sessions.requires(Role.MAILROOM)
def show_part() -> AnyResponse:
    """Return the list alone, for a page that is open already."""
    return page("_lijst.html", 200, **_shown(_wish()))


@worklist.post("/zoeken")
@sessions.requires(Role.MAILROOM)
def search() -> AnyResponse:
    """Look for letters; what was typed never stands in an address, only keyed hashes of it."""
    account, words = viewer(), field("woorden")
    with sessions.parts().desk.store.reading() as transaction:
        hashes = transaction.work_list.hashes(words)[:MOST_HASHES] if words else ()
        wish = ListWish(hashes=hashes)
        handled = ListWish(WorkGroup.HANDLED, hashes=hashes)
        count = transaction.work_list.count
        is_open = not hashes or count(wish.query(account.organisation_id))
        if not is_open and count(handled.query(account.organisation_id)):
            wish = handled
    details = {"soort": "bsn" if bsn.is_valid(words) else "woorden"}
    about = (About.LIST, "", account.organisation_id, details)
    note(sessions.parts().desk.store, [Deed(viewer_actor(), Done.SEARCHED, *about)])
    return redirect(wish.address(), 303)


@worklist.post("/lijst/afgehandeld")
@sessions.requires(Role.MAILROOM)
def handle() -> AnyResponse:
    """Note that several letters are handled, or open again."""
    account, parts = viewer(), sessions.parts()
    is_open = field("doe") == "open"
    ids = request.form.getlist("brief")[:MOST_AT_ONCE]
    waits = False
    with parts.desk.store.accepting() as transaction:
        for letter_id in ids:
            letter = transaction.letters.find(letter_id, organisation_id=account.organisation_id)
            is_done = transaction.work_list.handle(
                letter_id,
                account_id=None if is_open else account.id,
                at=None if is_open else parts.desk.clock.now(),
            )
            waits = waits or not is_done
            if is_open or is_done:
                act = Done.REOPENED if is_open else Done.HANDLED
                transaction.audit.note(letter_deed(viewer_actor(), act, letter))
    wish = _wish_in(dict(parse_qsl(field("terug", most=2000))))
    return redirect(wish.address(gedaan="wachten_nog" if waits else ""), 303)


@worklist.post("/aanbieden")
@sessions.requires(Role.MAILROOM)
def send() -> AnyResponse:
    """Take in files; each is taken in or refused by name."""
    parts = sessions.parts()
    with Intake(parts.desk) as intake:
        upload = take_upload(request, intake, replace(parts.door, profiles=catalogue().ids))
        fields = {name: value or "" for name, value in upload.fields}
        token = request.headers.get(sessions.HEADER) or fields.get(sessions.FIELD)
        sessions.check_form_token(token)
        facts, fault = _facts(fields)
        today, profiles = parts.desk.clock.today(), catalogue().ids
        wrong = faults_of_manifests(upload, intake, today, profiles=profiles)
        faults = [f"{each.field}: {each.message}" for each in wrong]
        faults += [fault] if fault else []
        if not upload.files:
            faults.append("Kies eerst een of meer brieven.")
        received = None if faults else _enter(intake, facts)
    return _told(received, faults)


def _enter(intake: Intake, facts: Facts) -> Received:
    account = viewer()
    envelope = Envelope(account.organisation_id, Door.PAGE, account.id, facts)
    return intake.enter(envelope)


def _facts(fields: dict[str, str]) -> tuple[Facts, str | None]:
    """Return what was told of the letters, and what is wrong with it."""
    try:
        received = dt.date.fromisoformat(fields.get("ontvangen") or "")
    except ValueError:
        received = None
    if received is not None and received > sessions.parts().desk.clock.today():
        return Facts(), FUTURE
    channel, profile = fields.get("kanaal", ""), fields.get("profiel", "")
    facts = Facts(
        profile=profile if profile in catalogue().ids else None,
        channel=Channel(channel) if channel in set(Channel) else None,
        received=received,
        received_source=ReceivedSource.OPTION if received else None,
    )
    return facts, None


def _told(received: Received | None, faults: list[str]) -> Response:
    """Say what was taken in: to a script, or as a page."""
    refused = [
        {"file": masked(each.file), "message": each.message}
        for each in (received.refusals if received else ())
    ]
    letters = len(received.letters) if received else 0
    status = 400 if faults or not letters else 200
    if request.accept_mimetypes.best == "application/json":
        answer = {"letters": letters, "refused": refused, "faults": faults}
        return Response(json.dumps(answer), status, content_type="application/json")
    if letters and not refused:
        return Response(status=303, headers={"Location": "/"})
    return page("aangeboden.html", status, letters=letters, refused=refused, faults=faults)


def _wish() -> ListWish:
    return _wish_in(request.args.to_dict())


def _wish_in(asked: dict[str, str]) -> ListWish:
    """Return what is asked for; what is not known asks for nothing."""
    group, kind, window = (asked.get(name, "") for name in ("groep", "soort", "termijn"))
    hashes = tuple(each for each in asked.get("vind", "").split(".") if HASH.fullmatch(each))
    return ListWish(
        group=WorkGroup(group) if group in set(WorkGroup) else WorkGroup.OPEN,
        kind=Kind(kind) if kind in set(Kind) else None,
        window=WindowVerdict(window) if window in set(WindowVerdict) else None,
        hashes=hashes[:MOST_HASHES],
        page=number(asked.get("pagina"), least=1, most=LAST_PAGE),
    )


def _shown(wish: ListWish) -> dict[str, object]:
    parts, organisation_id = sessions.parts(), viewer().organisation_id
    with parts.desk.store.reading() as transaction:
        counts = transaction.work_list.counts(organisation_id)
        items = transaction.work_list.page(wish.query(organisation_id))
        own = transaction.organisations.find(organisation_id)
    today = parts.desk.clock.today()
    return {
        "wish": wish,
        "rows": tuple(row_of(item, today=today) for item in items[:PER_PAGE]),
        "has_more": len(items) > PER_PAGE,
        "counts": counts,
        "reading": counts[WorkGroup.READING],
        "groups": GROUPS,
        "meaning": GROUP_MEANINGS[wish.group],
        "nothing": NOTHING_HERE[wish.group],
        "kinds": KINDS,
        "windows": WINDOWS,
        "channels": CHANNELS,
        "profiles": {each: profile_name(each) for each in catalogue().ids},
        "own": own,
        "today": today,
        "done": DONE.get(request.args.get("gedaan", "")),
        "max_mb": parts.door.max_bytes // MIB,
        "file_mb": parts.desk.max_file_bytes // MIB,
    }
