"""From a request to the view of an operation: who asks, whether they may, and what they ask."""

from collections.abc import Callable

from flask import Blueprint, Response, request
from pydantic import BaseModel

from service.records.people import Scope
from service.settings import MIB
from service.usecases.keys import TooOftenError, UnknownKeyError, check_key
from service.usecases.web_parts import WebParts
from service.web.api.checking import checked, checked_query, parsed_json
from service.web.api.models import NoQuery
from service.web.api.operation import JSON, Call, Caller, Operation
from service.web.problems import API, Fault, ProblemError, invalid

BODY_BYTES = 100_000  # of a JSON body
BEARER = "bearer"


def blueprint_of(operations: tuple[Operation, ...], parts: WebParts) -> Blueprint:
    """Return the routes of the operations."""
    blueprint = Blueprint("api", __name__, url_prefix=API)
    for each in operations:
        view = _view_of(each, parts)
        for rule in _rules_of(each.path):
            blueprint.add_url_rule(
                rule,
                endpoint=each.id,
                view_func=view,
                methods=[each.method],
                provide_automatic_options=False,
            )
    return blueprint


def _rules_of(path: str) -> tuple[str, ...]:
    """Write a path as Flask does; the root answers with and without its slash."""
    return ("/", "") if path == "/" else (path.replace("{", "<").replace("}", ">"),)


def _view_of(operation: Operation, parts: WebParts) -> Callable[..., Response]:
    def view(**path: str) -> Response:
        caller = _caller(operation.scope, parts)
        _check_accept(operation)
        query, faults = checked_query(operation.query or NoQuery, request.args)
        if operation.scope is None and operation.query is None:
            faults = []  # what is public may be asked for with anything behind it
        body = None
        if operation.body is not None:
            body, more = _body(operation)
            faults += more
        if faults:
            raise invalid(faults)
        return operation.view(Call(parts, caller, path, query, body))

    return view


def _caller(scope: Scope | None, parts: WebParts) -> Caller | None:
    """Return who asks.

    Raises:
        ProblemError: when there is no valid key, it may not do this, or does it too often.

    """
    if scope is None:
        return None
    kind, _, secret = request.headers.get("Authorization", "").partition(" ")
    unknown = ProblemError("geen_sleutel", headers={"WWW-Authenticate": "Bearer"})
    if kind.lower() != BEARER or not secret.strip():
        raise unknown
    try:
        key = check_key(secret.strip(), desk=parts.keys)
    except UnknownKeyError as error:
        raise unknown from error
    except TooOftenError as error:
        raise ProblemError("te_vaak", headers={"Retry-After": str(error.wait_s)}) from error
    if scope not in key.scopes:
        raise ProblemError("mag_niet", scope=scope.value)
    own = key.upload_mb * MIB if key.upload_mb else parts.door.max_bytes
    return Caller(key.id, key.organisation_id, key.scopes, min(own, parts.door.max_bytes))


def _check_accept(operation: Operation) -> None:
    """Refuse a request for a form that this operation does not have."""
    offered = operation.media_types
    if offered and request.accept_mimetypes and not request.accept_mimetypes.best_match(offered):
        raise ProblemError("vorm_bestaat_niet", offered=" of ".join(offered))


def _body(operation: Operation) -> tuple[BaseModel | None, list[Fault]]:
    assert operation.body is not None  # noqa: S101 - asked before
    if request.mimetype != JSON:
        raise ProblemError("verkeerde_soort", offered=JSON)
    request.max_content_length = BODY_BYTES
    data, faults = parsed_json(request.get_data(cache=False))
    if faults:
        return None, faults
    return checked(operation.body, data, where="body")
