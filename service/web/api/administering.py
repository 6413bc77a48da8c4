"""Administering: keys, organisations and profiles, for who has a key that may."""

import datetime as dt
from dataclasses import replace

from flask import Response

from service.ports.errors import NotFoundError
from service.records.people import ApiKey
from service.usecases import keys
from service.usecases.keys import KeyWish, Replacement, create_key
from service.web.api import models
from service.web.api.operation import Call, json_answer
from service.web.api.showing import id_in
from service.web.problems import API, fault, invalid


def list_keys(call: Call) -> Response:
    """Return the keys of the organisation."""
    with call.parts.desk.store.reading() as transaction:
        found = transaction.keys.all(call.organisation_id)
    return json_answer(models.KeyList(keys=tuple(_key(each, models.Key) for each in found)))


def make_key(call: Call) -> Response:
    """Make a key and show its secret, once."""
    wish, desk = call.body_as(models.KeyRequest), replace(call.parts.keys, by=call.actor)
    if wish.expires_at is not None and wish.expires_at <= desk.clock.now():
        raise invalid([fault("in_het_verleden", "expiresAt")])
    replaces = (
        Replacement(wish.replaces, dt.timedelta(hours=wish.overlap_hours))
        if wish.replaces
        else None
    )
    try:
        key, secret = create_key(
            KeyWish(
                organisation_id=call.organisation_id,
                name=wish.name,
                scopes=wish.scopes,
                expires_at=wish.expires_at,
                requests_per_minute=wish.requests_per_minute,
                upload_mb=wish.upload_mb,
            ),
            desk=desk,
            replaces=replaces,
        )
    except NotFoundError as error:
        raise invalid([fault("onbekende_sleutel", "replaces")]) from error
    answer = _key(key, models.KeyCreated, secret=secret)
    return json_answer(answer, 201, {"Location": f"{API}/keys/{key.id}"})


def show_key(call: Call) -> Response:
    """Return one key."""
    with call.parts.desk.store.reading() as transaction:
        every = transaction.keys.all(call.organisation_id)
    found = next((each for each in every if each.id == call.path["keyId"]), None)
    if found is None:
        raise NotFoundError
    return json_answer(_key(found, models.Key))


def revoke_key(call: Call) -> Response:
    """Let a key open nothing any more."""
    desk = replace(call.parts.keys, by=call.actor)
    keys.revoke_key(id_in(call, "keyId"), organisation_id=call.organisation_id, desk=desk)
    return Response(status=204)


def list_organisations(call: Call) -> Response:
    """Return the organisation of the key: others are nobody's business."""
    with call.parts.desk.store.reading() as transaction:
        own = transaction.organisations.find(call.organisation_id)
    line = models.OrganisationLine(id=own.id, name=own.name, profile=own.profile)
    return json_answer(models.OrganisationList(organisations=(line,)))


def list_profiles(call: Call) -> Response:
    """Return the profiles that letters can be judged by."""
    profiles = [call.catalogue.load(each) for each in call.catalogue.ids]
    lines = tuple(models.ProfileLine(id=each.id, name=each.name, law=each.law) for each in profiles)
    return json_answer(models.ProfileList(profiles=lines))


def _key(key: ApiKey, model: type[models.Key], **more: object) -> models.Key:
    same = {name: getattr(key, name) for name in models.Key.model_fields}
    return model.model_validate({**same, "scopes": tuple(sorted(key.scopes)), **more})
