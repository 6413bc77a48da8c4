"""One thing that the API can do: how it is asked for, by whom, and what it answers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from flask import Response
from pydantic import BaseModel

from service.records.audit import Actor, ActorKind
from service.records.people import Scope
from service.usecases.profiles import current
from service.usecases.web_parts import Door, WebParts
from service.web.noting import actor
from validators.profile import Catalogue

JSON = "application/json"
JSONL = "application/jsonl"
Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Caller:
    """Who asks: a key of an organisation."""

    key_id: str
    organisation_id: str
    scopes: frozenset[Scope]
    upload_bytes: int


@dataclass(frozen=True, slots=True)
class Call:
    """One request, checked: who asks, for what, and with which values."""

    parts: WebParts
    caller: Caller | None
    path: Mapping[str, str]
    query: BaseModel | None = None
    body: BaseModel | None = None

    @property
    def organisation_id(self) -> str:
        """Whose letters may be seen."""
        return self.known_caller.organisation_id

    @property
    def actor(self) -> Actor:
        """Who asks, as it is written down."""
        return actor(ActorKind.KEY, self.known_caller.key_id)

    @property
    def known_caller(self) -> Caller:
        """Return who asks, of an operation that needs a key."""
        assert self.caller is not None  # noqa: S101 - no view with a scope runs without
        return self.caller

    @property
    def catalogue(self) -> Catalogue:
        """Return the profiles by which letters of who asks are judged now."""
        base = self.parts.door.catalogue
        with self.parts.desk.store.reading() as transaction:
            return current(base, transaction, self.organisation_id)

    @property
    def door(self) -> Door:
        """Return the door for who asks, with the profiles that they have."""
        return replace(self.parts.door, profiles=self.catalogue.ids)

    def query_as(self, model: type[Model]) -> Model:
        """Return the query."""
        assert isinstance(self.query, model)  # noqa: S101 - of the type that the operation names
        return self.query

    def body_as(self, model: type[Model]) -> Model:
        """Return the body."""
        assert isinstance(self.body, model)  # noqa: S101 - of the type that the operation names
        return self.body


@dataclass(frozen=True, slots=True)
class Answer:
    """One way in which an operation ends well."""

    status: int
    text: str
    model: type[BaseModel] | None = None
    media_types: tuple[str, ...] = (JSON,)
    is_list: bool = False  # an array of the model, without anything around it
    headers: tuple[str, ...] = ()
    example: Mapping[str, object] | None = None


@dataclass(frozen=True, slots=True)
class Operation:
    """An entry in the list of what the API can do."""

    id: str
    method: str
    path: str  # as OpenAPI writes it, below the base path
    summary: str
    view: Callable[[Call], Response]
    answers: tuple[Answer, ...]
    scope: Scope | None = None  # None: for everyone
    tag: str = "brieven"
    text: str = ""
    query: type[BaseModel] | None = None
    body: type[BaseModel] | None = None
    form: type[BaseModel] | None = None  # multipart, read by the view itself while it arrives
    takes_zip: bool = False
    takes_key: bool = False  # Idempotency-Key
    more_problems: tuple[str, ...] = ()
    body_example: Mapping[str, object] | None = field(default=None)

    @property
    def media_types(self) -> tuple[str, ...]:
        """Return everything that it may answer with."""
        return tuple(kind for answer in self.answers for kind in answer.media_types)


def json_answer(
    model: BaseModel, status: int = 200, headers: Mapping[str, str] | None = None
) -> Response:
    """Return a model as JSON."""
    return Response(model.model_dump_json(by_alias=True), status, headers, content_type=JSON)
