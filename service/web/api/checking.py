"""Checking what was sent against a model: everything that is wrong at once, in Dutch.

Nothing of what was sent is repeated, not even the name of a member that does not exist.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Literal, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails
from werkzeug.datastructures import MultiDict

from service.web.problems import Fault, fault

Model = TypeVar("Model", bound=BaseModel)
Where = Literal["query", "body", "header", "file"]

# What pydantic calls a mistake, our code for it, and what the sentence needs of the details.
_CODES: dict[str, tuple[str, dict[str, str]]] = {
    "missing": ("ontbreekt", {}),
    "enum": ("geen_keuze", {"known": "expected"}),
    "literal_error": ("geen_keuze", {"known": "expected"}),
    "value_error": ("geen_datum", {}),
    "date_from_datetime_parsing": ("geen_datum", {}),
    "date_parsing": ("geen_datum", {}),
    "date_type": ("geen_datum", {}),
    "datetime_parsing": ("geen_tijdstip", {}),
    "datetime_from_date_parsing": ("geen_tijdstip", {}),
    "datetime_type": ("geen_tijdstip", {}),
    "datetime_object_invalid": ("geen_tijdstip", {}),
    "timezone_aware": ("geen_tijdstip", {}),
    "int_parsing": ("geen_getal", {}),
    "int_type": ("geen_getal", {}),
    "int_from_float": ("geen_getal", {}),
    "int_parsing_size": ("geen_getal", {}),
    "greater_than_equal": ("te_klein", {"least": "ge"}),
    "less_than_equal": ("te_hoog", {"most": "le"}),
    "string_too_short": ("te_kort", {"least": "min_length"}),
    "string_too_long": ("te_lang", {"most": "max_length"}),
    "string_pattern_mismatch": ("verkeerd_teken", {}),
    "string_type": ("geen_tekst", {}),
    "too_long": ("te_veel", {"most": "max_length"}),
    "too_short": ("te_weinig", {"least": "min_length"}),
    "tuple_type": ("geen_lijst", {}),
    "list_type": ("geen_lijst", {}),
    "model_type": ("geen_object", {}),
    "model_attributes_type": ("geen_object", {}),
}


class _TwiceError(ValueError):
    """A key that stands twice in one object."""


def checked(
    model: type[Model], data: object, *, where: Where, prefix: str = ""
) -> tuple[Model | None, list[Fault]]:
    """Return the data as a model, or all that is wrong with it."""
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        return None, _faults(error, model, where, prefix)


def checked_as_far_as_right(
    model: type[Model], data: dict[str, object], *, where: Where
) -> tuple[Model, list[Fault]]:
    """Return what is right of the data as a model, and all that is wrong with the rest.

    So what asks more than a form to tell it is wrong (a day that has yet to come) is told in the
    same answer. Nothing in the model may be required.
    """
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        faults = _faults(error, model, where, "")
        right = dict(data)  # what is deeper was made for this request only
        for each in error.errors(include_url=False, include_input=False):
            _leave_out(right, each["loc"])
        return model.model_validate(right), faults


def _leave_out(data: dict[str, object], location: tuple[str | int, ...]) -> None:
    """Take out a member; of a list the whole, so that the numbers of the others stay right."""
    inner: object = data
    for step in location[:-1]:
        inner = _member(inner, step)
    last = location[-1]
    if isinstance(inner, dict) and last in inner:
        del inner[last]
    else:
        data.pop(str(location[0]), None)


def _member(inner: object, step: str | int) -> object:
    """Return what stands there; None where an earlier mistake took it out already."""
    if isinstance(inner, dict):
        return inner.get(step)
    is_there = isinstance(inner, list) and isinstance(step, int) and step < len(inner)
    return inner[step] if is_there else None  # type: ignore[index]


def checked_query(
    model: type[Model], arguments: MultiDict[str, str]
) -> tuple[Model | None, list[Fault]]:
    """Return the query as a model, or all that is wrong with it."""
    values = {name: given[0] for name, given in arguments.lists()}
    names = members_of(model)
    twice = [
        fault("dubbel", name, where="query")
        for name, given in arguments.lists()
        if len(given) > 1 and name in names
    ]
    checked_model, faults = checked(model, values, where="query")
    return (None if twice else checked_model), twice + faults


def parsed_json(text: str | bytes, *, field: str | None = None) -> tuple[object, list[Fault]]:
    """Return what a JSON text says, or what is wrong with it."""
    try:
        value: object = json.loads(
            text, object_pairs_hook=_without_twice, parse_constant=_no_constant
        )
    except _TwiceError:
        return None, [fault("dubbele_sleutel", field)]
    except (ValueError, RecursionError):
        return None, [fault("geen_json", field)]
    return value, []


def members_of(model: type[BaseModel]) -> tuple[str, ...]:
    """Return the names of the members as they are sent."""
    return tuple(info.alias or name for name, info in model.model_fields.items())


def _counts(detail: ErrorDetails) -> bool:
    """Tell whether it is about how many there are: what is wrong with one of them says it all."""
    return detail["type"] in {"too_short", "too_long"}


def _without_twice(pairs: Iterable[tuple[str, object]]) -> dict[str, object]:
    result: dict[str, object] = {}
    for key, value in pairs:
        if key in result:
            raise _TwiceError
        result[key] = value
    return result


def _no_constant(_name: str) -> None:
    """Refuse NaN and Infinity, which are no JSON."""
    raise ValueError


def _fault(detail: ErrorDetails, model: type[BaseModel], where: Where, prefix: str) -> Fault:
    if detail["type"] == "extra_forbidden":
        return fault("onbekend", prefix or None, where=where, known=_known(model, detail))
    code, needed = _CODES.get(detail["type"], ("klopt_niet", {}))
    context: Mapping[str, object] = detail.get("ctx", {})
    values = {name: _readable(context.get(key)) for name, key in needed.items()}
    return fault(code, _path(detail["loc"], prefix), where=where, **values)


def _known(model: type[BaseModel], detail: ErrorDetails) -> str:
    """Return the members of the object in which an unknown one stands."""
    inner: type[BaseModel] = model
    for step in detail["loc"][:-1]:
        inner = _inside(inner, step) or inner
    return ", ".join(members_of(inner)) or "geen enkel veld"


def _inside(model: type[BaseModel], step: str | int) -> type[BaseModel] | None:
    """Return the model of the members of a list, where that is what a step goes into."""
    for name, info in model.model_fields.items():
        if step in {name, info.alias}:
            arguments: Iterable[object] = getattr(info.annotation, "__args__", ())
            return next((each for each in arguments if _is_model(each)), None)  # type: ignore[return-value]
    return None


def _is_model(value: object) -> bool:
    return isinstance(value, type) and issubclass(value, BaseModel)


def _faults(
    error: ValidationError, model: type[BaseModel], where: Where, prefix: str
) -> list[Fault]:
    details = error.errors(include_url=False, include_input=False)
    within = {each["loc"][:-1] for each in details}
    told = [each for each in details if not (_counts(each) and each["loc"] in within)]
    return [_fault(each, model, where, prefix) for each in told]


def _path(location: tuple[str | int, ...], prefix: str) -> str:
    path = prefix
    for step in location:
        if isinstance(step, int):
            path += f"[{step}]"
        else:
            path += f".{step}" if path else step
    return path


def _readable(value: object) -> str:
    """Return a choice as a Dutch list: pydantic writes "'a', 'b' or 'c'"."""
    return str(value).replace("'", "").replace(" or ", " of ")
