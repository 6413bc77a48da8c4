"""Where someone is logged in, and logging out there from here."""

from flask import Blueprint, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from service.records.people import Role
from service.texts import figures as texts
from service.usecases.accounts import IDLE, LONGEST, hash_of
from service.usecases.own_sessions import HANDLE, end_sessions, handle_of, open_sessions
from service.web import sessions
from service.web.pages.page import field, page, viewer

own_sessions = Blueprint("sessies", __name__)
ENDED = "Daar is uitgelogd."


@own_sessions.get("/sessies")
@sessions.requires(Role.MAILROOM)
def show() -> AnyResponse:
    """Show the sessions of who looks."""
    every = open_sessions(viewer(), desk=sessions.parts().accounts)
    rows = [
        {
            "handle": handle_of(each),
            "began": texts.moment(each.created_at),
            "seen": texts.moment(each.seen_at),
            "ends": texts.moment(each.expires_at),
            "is_this": handle_of(each) == _present(),
        }
        for each in every
    ]
    hours = {"idle": IDLE.total_seconds() // 3600, "longest": LONGEST.total_seconds() // 3600}
    return page(
        "sessies.html",
        rows=rows,
        idle=texts.count(int(hours["idle"]), "uur", "uur"),
        longest=texts.count(int(hours["longest"]), "uur", "uur"),
        done=ENDED if request.args.get("gedaan") else "",
    )


@own_sessions.post("/sessies")
@sessions.requires(Role.MAILROOM)
def end() -> AnyResponse:
    """End one session, or all others."""
    desk, account = sessions.parts().accounts, viewer()
    wanted = field("sessie")
    if wanted == "andere":
        every = {handle_of(each) for each in open_sessions(account, desk=desk)}
        handles = frozenset(every - {_present()})
    else:
        handles = frozenset({wanted})
    if handles:
        end_sessions(account, handles, desk=desk)
    return redirect("/sessies?gedaan=1", 303)


def _present() -> str:
    return hash_of(sessions.session_secret() or "")[:HANDLE]
