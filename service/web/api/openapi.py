"""The OpenAPI 3.1 description, made from the list of operations and their models.

Our own, and small: the libraries for Flask read a form before a view can, and know no headers, no
media types but JSON and no examples of answers (docs/adr/0006-openapi.md).
"""

import re
from collections.abc import Iterable, Mapping

from pydantic import BaseModel
from pydantic.json_schema import JsonSchemaMode, models_json_schema

from service.usecases.web_parts import Site
from service.web.api.operation import JSON, Answer, Operation
from service.web.headers import API_VERSION
from service.web.problems import API, MEDIA_TYPE, Problem
from service.web.texts import API_WORDS, PROBLEMS, TAGS

Description = dict[str, object]
Schema = dict[str, object]
_REF = "#/components/schemas/{model}"
_PLACE = re.compile(r"\{(\w+)\}")
KEY_HEADER: Schema = {
    "name": "Idempotency-Key",
    "in": "header",
    "description": API_WORDS["idempotency"],
    "schema": {
        "type": "string",
        "minLength": 1,
        "maxLength": 255,
        "pattern": "^[ -~]*[!-~][ -~]*$",
    },
    "example": '"9d0a3f8e-post-van-23-november"',
}


def describe(operations: Iterable[Operation], site: Site) -> Description:
    """Return the description of these operations, as they are offered at this site."""
    operations = tuple(operations)
    schemas, inputs = _schemas(operations)
    paths: dict[str, Schema] = {}
    for each in operations:
        paths.setdefault(each.path, {})[each.method.lower()] = _operation(each, inputs)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": API_WORDS["title"],
            "version": API_VERSION,
            "description": API_WORDS["text"],
            "contact": {
                "name": site.contact.name,
                "email": site.contact.email,
                "url": site.contact.url,
            },
            "license": {"name": "EUPL-1.2", "identifier": "EUPL-1.2"},
        },
        "servers": [{"url": f"{site.url}{API}"}],
        "tags": [{"name": name, "description": text} for name, text in TAGS.items()],
        "paths": paths,
        "components": {
            "schemas": schemas,
            "responses": {str(status): _problem(status) for status in sorted(_statuses())},
            "headers": {
                "API-Version": {"description": API_WORDS["version"], "schema": {"type": "string"}},
                "Retry-After": {"description": API_WORDS["retry"], "schema": {"type": "string"}},
                "Location": {"description": API_WORDS["location"], "schema": {"type": "string"}},
                "Link": {"description": API_WORDS["link"], "schema": {"type": "string"}},
            },
            "securitySchemes": {
                "sleutel": {
                    "type": "http",
                    "scheme": "bearer",
                    "description": API_WORDS["security"],
                }
            },
        },
    }


def _schemas(
    operations: tuple[Operation, ...],
) -> tuple[dict[str, Schema], Mapping[type[BaseModel], Schema]]:
    """Return the schemas of all models by name, and the members of those that are a query."""
    wanted: dict[tuple[type[BaseModel], JsonSchemaMode], None] = {(Problem, "serialization"): None}
    queries: list[type[BaseModel]] = []
    for each in operations:
        wanted |= {(model, "validation"): None for model in (each.body, each.form) if model}
        wanted |= {(answer.model, "serialization"): None for answer in each.answers if answer.model}
        if each.query:
            queries.append(each.query)
    wanted |= {(query, "validation"): None for query in queries}
    _, definitions = models_json_schema(tuple(wanted), by_alias=True, ref_template=_REF)
    schemas = {name: _tidied(schema) for name, schema in definitions["$defs"].items()}
    return schemas, {query: schemas.pop(query.__name__) for query in dict.fromkeys(queries)}


def _operation(operation: Operation, queries: Mapping[type[BaseModel], Schema]) -> Schema:
    parameters = [*_path_parameters(operation.path)]
    if operation.query:
        parameters += _query_parameters(queries[operation.query])
    if operation.takes_key:
        parameters.append(KEY_HEADER)
    described: Schema = {
        "operationId": operation.id,
        "summary": operation.summary,
        "tags": [operation.tag],
        "responses": {
            **{str(each.status): _answer(each) for each in operation.answers},
            **{
                str(status): {"$ref": f"#/components/responses/{status}"}
                for status in _problems_of(operation)
            },
        },
        "security": [{"sleutel": [operation.scope.value]}] if operation.scope else [],
    }
    if operation.text:
        described["description"] = operation.text
    if parameters:
        described["parameters"] = parameters
    if operation.body or operation.form:
        described["requestBody"] = {"required": True, "content": _contents(operation)}
    return described


def _contents(operation: Operation) -> Schema:
    contents: Schema = {}
    if operation.body:
        contents[JSON] = {"schema": _ref(operation.body)}
        if operation.body_example:
            contents[JSON] = {"schema": _ref(operation.body), "example": operation.body_example}
    if operation.form:
        contents["multipart/form-data"] = {"schema": _ref(operation.form)}
    if operation.takes_zip:
        contents["application/zip"] = {"schema": {"type": "string", "format": "binary"}}
    return contents


def _path_parameters(path: str) -> Iterable[Schema]:
    for name in _PLACE.findall(path):
        is_page = name == "page"
        schema = (
            {"type": "string", "pattern": r"^[1-9]\d{0,5}(\.png)?$"}
            if is_page
            else {"type": "string", "format": "uuid"}
        )
        yield {
            "name": name,
            "in": "path",
            "required": True,
            "description": API_WORDS[f"path_{name}"],
            "schema": schema,
        }


def _query_parameters(schema: Schema) -> list[Schema]:
    properties = schema.get("properties", {})
    assert isinstance(properties, dict)  # noqa: S101 - of a model
    parameters = []
    for name, given in properties.items():
        inner = {key: value for key, value in given.items() if key != "description"}
        if inner.get("default", ...) is None:
            del inner["default"]
        choices = [each for each in inner.get("anyOf", ()) if each != {"type": "null"}]
        if len(choices) == 1:
            inner = {**{key: inner[key] for key in inner if key != "anyOf"}, **choices[0]}
        if isinstance(inner.get("type"), list):
            inner["type"] = next(kind for kind in inner["type"] if kind != "null")
        description = given.get("description", "")
        parameters.append(
            {"name": name, "in": "query", "description": description, "schema": inner}
        )
    return parameters


def _answer(answer: Answer) -> Schema:
    headers = ("API-Version", *answer.headers)
    described: Schema = {
        "description": answer.text,
        "headers": {name: {"$ref": f"#/components/headers/{name}"} for name in headers},
    }
    if answer.media_types:
        described["content"] = {kind: _media(answer, kind) for kind in answer.media_types}
    return described


def _media(answer: Answer, kind: str) -> Schema:
    if answer.model is None or not kind.endswith("json"):
        return {"schema": {"type": "string"} if kind.startswith("text") or "jsonl" in kind else {}}
    schema = (
        {"type": "array", "items": _ref(answer.model)} if answer.is_list else _ref(answer.model)
    )
    return {"schema": schema, **({"example": answer.example} if answer.example else {})}


def _ref(model: type[BaseModel]) -> Schema:
    return {"$ref": _REF.format(model=model.__name__)}


def _statuses() -> set[int]:
    return {words.status for words in PROBLEMS.values()}


def _problem(status: int) -> Schema:
    every = {code: words for code, words in PROBLEMS.items() if words.status == status}
    code, words = next(iter(every.items()))
    names = ("API-Version", "Retry-After") if status in {429, 503, 507} else ("API-Version",)
    example = {
        "type": f"{API}/docs#{code}",
        "title": words.title,
        "status": status,
        "detail": words.detail,
        "code": code,
    }
    return {
        "description": "; ".join(f"{each.title} (`{name}`)" for name, each in every.items()),
        "headers": {name: {"$ref": f"#/components/headers/{name}"} for name in names},
        "content": {MEDIA_TYPE: {"schema": _ref(Problem), "example": example}},
    }


def _problems_of(operation: Operation) -> list[int]:
    """Return the statuses with which an operation may fail."""
    statuses = {500, *(PROBLEMS[code].status for code in operation.more_problems)}
    if operation.media_types:
        statuses |= {406}
    if operation.scope:
        statuses |= {400, 401, 403, 429, 503}
    if "{" in operation.path:
        statuses |= {404}
    if operation.body or operation.form:
        statuses |= {413, 415}
    if operation.form:
        statuses |= {507}
    if operation.takes_key:
        statuses |= {409}
    return sorted(statuses)


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
