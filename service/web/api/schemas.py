"""The schemas of the models, tidied for OpenAPI 3.1, and the parameters that come of them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pydantic import BaseModel
from pydantic.json_schema import JsonSchemaMode, models_json_schema

from service.web.api.operation import Operation
from service.web.problems import Problem
from service.web.texts import API_WORDS

Schema = dict[str, object]
NULL = {"type": "null"}
PROFILE = "profile"
NEW_LETTERS = frozenset({"BatchForm", "LetterForm", "Metadata", "FileFacts"})
_REF = "#/components/schemas/{model}"
_PLACE = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Schemas:
    """The schemas of everything that goes in and out, and those of queries apart."""

    named: Mapping[str, Schema]
    queries: Mapping[type[BaseModel], Schema]


def schemas_of(operations: Sequence[Operation], *, profiles: Sequence[str]) -> Schemas:
    """Return the schemas of all models of these operations; `profiles` are those that exist."""
    wanted: dict[tuple[type[BaseModel], JsonSchemaMode], None] = {(Problem, "serialization"): None}
    forms = {each.form for each in operations if each.form}
    queries = {each.query for each in operations if each.query}
    for each in operations:
        inputs = (each.body, each.form, each.query)
        wanted |= {(model, "validation"): None for model in inputs if model}
        wanted |= {(answer.model, "serialization"): None for answer in each.answers if answer.model}
    _, definitions = models_json_schema(tuple(wanted), by_alias=True, ref_template=_REF)
    named = {name: _tidied(schema) for name, schema in definitions["$defs"].items()}
    for name in NEW_LETTERS & named.keys():
        _name_profiles(named[name], profiles)
    for form in forms:
        members = _members(named[form.__name__])
        named[form.__name__]["properties"] = {name: present(each) for name, each in members.items()}
    return Schemas(named, {query: named.pop(query.__name__) for query in queries})


def ref(model: type[BaseModel]) -> Schema:
    """Return a reference to the schema of a model."""
    return {"$ref": _REF.format(model=model.__name__)}


def path_parameters(path: str) -> Iterable[Schema]:
    """Return the parameters in a path."""
    for name in _PLACE.findall(path):
        page = {"type": "string", "pattern": r"^[1-9]\d{0,5}(\.png)?$"}
        yield {
            "name": name,
            "in": "path",
            "required": True,
            "description": API_WORDS[f"path_{name}"],
            "schema": page if name == "page" else {"type": "string", "format": "uuid"},
        }


def query_parameters(schema: Schema) -> Iterable[Schema]:
    """Return the members of a query as parameters."""
    for name, given in _members(schema).items():
        inner = present(given)
        description = inner.pop("description", "")
        yield {"name": name, "in": "query", "description": description, "schema": inner}


def present(given: Schema) -> Schema:
    """Return what a member is when it is there: a query and a form cannot say null."""
    inner = {key: each for key, each in given.items() if key != "anyOf"}
    choices = given.get("anyOf")
    options = [each for each in choices if each != NULL] if isinstance(choices, list) else []
    if len(options) == 1:
        inner |= options[0]
    elif options:
        inner["anyOf"] = options
    kinds = inner.get("type")
    if isinstance(kinds, list):
        inner["type"] = next(kind for kind in kinds if kind != "null")
    if inner.get("default", ...) is None:
        del inner["default"]
    return inner


def _members(schema: Schema) -> Mapping[str, Schema]:
    members = schema.get("properties", {})
    assert isinstance(members, dict)  # noqa: S101 - of a model
    return members


def _name_profiles(schema: Schema, profiles: Sequence[str]) -> None:
    """Say which profiles there are, where one is asked for."""
    member = _members(schema).get(PROFILE)
    if member is not None:
        kept = {"description": member["description"]} if "description" in member else {}
        choice = {"type": "string", "enum": list(profiles)}
        member.clear()
        member.update({**kept, "anyOf": [choice, NULL], "default": None})


def _tidied(value: object) -> Schema:
    tidied = _tidy(value)
    assert isinstance(tidied, dict)  # noqa: S101 - a schema stays one
    return tidied


def _tidy(value: object) -> object:
    """Write "this or null" as OpenAPI 3.1 does, and leave out titles that only repeat the name."""
    if isinstance(value, list):
        return [_tidy(each) for each in value]
    if not isinstance(value, dict):
        return value
    tidy = {
        key: _tidy(each)
        for key, each in value.items()
        if not (key == "title" and isinstance(each, str))
    }
    match tidy.get("anyOf"):
        case [{"type": str() as kind, **rest}, {"type": "null"}] if "const" not in rest:
            del tidy["anyOf"]
            return {**tidy, **rest, "type": [kind, "null"]}
    return tidy
