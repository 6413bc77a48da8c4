"""Keys of other systems: made, replaced and taken back; a secret is shown once."""

import datetime as dt
from dataclasses import dataclass, replace

from flask import Blueprint, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from service.records.people import ApiKey, Scope
from service.texts import figures as texts
from service.usecases.keys import KeyDesk, KeyWish, create_key, keys_of, revoke_key, rotate_key
from service.web import sessions
from service.web.pages.beheer.frame import (
    back_to,
    for_administrators,
    shown,
    told_once,
    unsure,
    written_down,
)
from service.web.pages.beheer.words import KEY_FAULTS, ROTATE_HOURS, SCOPES
from service.web.pages.page import field, viewer, viewer_actor

keys = Blueprint("sleutels", __name__, url_prefix="/beheer/sleutels")
MOST_DAYS = 3650
LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class KeyLine:
    """A key in the list."""

    id: str
    name: str
    scopes: str
    made: str
    last_used: str
    ends: str
    is_valid: bool


@keys.get("")
@for_administrators
def show() -> AnyResponse:
    """Show the keys."""
    return _page({})


@keys.post("/maken")
@for_administrators
def create() -> AnyResponse:
    """Make a key and show its secret, once."""
    desk = _desk()
    faults, scopes, days = _faults(), _scopes(), field("dagen")
    if faults:
        return _page(faults)
    wish = KeyWish(
        organisation_id=viewer().organisation_id,
        name=field("naam", most=LONGEST_NAME),
        scopes=scopes,
        expires_at=desk.clock.now() + dt.timedelta(days=int(days)) if days else None,
    )
    key, secret = create_key(wish, desk=desk)
    written_down("key_made", key_id=key.id, scopes=sorted(key.scopes))
    return _secret(key, secret)


@keys.post("/<key_id>/vervangen")
@for_administrators
def rotate(key_id: str) -> AnyResponse:
    """Replace a key and show the secret of the new one, once."""
    overlap = dt.timedelta(hours=ROTATE_HOURS)
    key, secret = rotate_key(key_id, viewer().organisation_id, overlap=overlap, desk=_desk())
    written_down("key_rotated", key_id=key.id, replaces=key_id)
    return _secret(key, secret, f"De oude sleutel werkt nog {ROTATE_HOURS} uur. ")


@keys.post("/<key_id>/intrekken")
@for_administrators
def revoke(key_id: str) -> AnyResponse:
    """Take a key back, when one is sure."""
    question = unsure(
        f"De sleutel {_name_of(key_id)} geeft dan meteen geen toegang meer. Het systeem dat haar "
        "gebruikt kan niets meer sturen of ophalen. Dit kan niet ongedaan worden gemaakt.",
        button="Ja, trek de sleutel in",
        back=url_for("sleutels.show"),
    )
    if question is not None:
        return question
    revoke_key(key_id, viewer().organisation_id, desk=_desk())
    written_down("key_revoked", key_id=key_id)
    return back_to(url_for("sleutels.show"), "ingetrokken")


def _desk() -> KeyDesk:
    """Return what works with keys, for who looks."""
    return replace(sessions.parts().keys, by=viewer_actor())


def _page(faults: dict[str, str]) -> AnyResponse:
    found = keys_of(viewer().organisation_id, desk=_desk())
    return shown(
        "sleutels",
        400 if faults else 200,
        keys=tuple(map(_line, found)),
        scopes=SCOPES,
        chosen=_scopes() if faults else frozenset({Scope.UPLOAD, Scope.READ}),
        values=request.form,
        faults=faults,
        hours=ROTATE_HOURS,
    )


def _line(key: ApiKey) -> KeyLine:
    ends = key.revoked_at or key.expires_at
    return KeyLine(
        id=key.id,
        name=key.name,
        scopes=", ".join(SCOPES[each] for each in Scope if each in key.scopes),
        made=texts.moment(key.created_at),
        last_used=texts.moment(key.last_used_at) if key.last_used_at else "nog nooit",
        ends=texts.moment(ends) if ends else "zonder einde",
        is_valid=key.is_valid(sessions.parts().keys.clock.now()),
    )


def _name_of(key_id: str) -> str:
    found = keys_of(viewer().organisation_id, desk=_desk())
    return next((f'"{each.name}"' for each in found if each.id == key_id), "")


def _faults() -> dict[str, str]:
    faults = {}
    if not field("naam"):
        faults["naam"] = KEY_FAULTS["naam"]
    if not _scopes():
        faults["rechten"] = KEY_FAULTS["rechten"]
    days = field("dagen")
    if days and not (days.isascii() and days.isdigit() and 1 <= int(days) <= MOST_DAYS):
        faults["dagen"] = KEY_FAULTS["dagen"]
    return faults


def _scopes() -> frozenset[Scope]:
    return frozenset(Scope(each) for each in request.form.getlist("recht") if each in set(Scope))


def _secret(key: ApiKey, secret: str, before: str = "") -> AnyResponse:
    return told_once(
        title=f"Sleutel voor {key.name}",
        secret=secret,
        explanation=(
            f"{before}Geef dit geheim veilig door aan de beheerder van het systeem. Postkamer "
            "bewaart het niet; raakt het zoek, vervang dan de sleutel."
        ),
        back=url_for("sleutels.show"),
    )
