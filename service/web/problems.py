"""What goes wrong, said as problem details (RFC 9457) to programs and as a page to people.

The one border of the web service: whatever happens below it becomes an answer here. An answer names
the field and the remedy, never what was sent.
"""

import logging
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from flask import Flask, Response, render_template, request
from pydantic import BaseModel, ConfigDict, Field
from werkzeug.exceptions import HTTPException

from service.bootstrap.machine import place_of
from service.ports.errors import FullError, NotFoundError, PassingError
from service.usecases.manifest import ManifestError, Mistake
from service.web import texts
from validators.report import Channel

API = "/v1"
MEDIA_TYPE = "application/problem+json"
BUSY_S = 10  # after so many seconds it is worth trying again
FULL_S = 600  # a disk is emptied by a person
_LOG = logging.getLogger("postkamer.web")

# What Flask and Werkzeug answer by themselves, in our words.
_CODES = {
    400: "kapot_verzoek",
    401: "geen_sleutel",
    404: "niet_gevonden",
    405: "methode_bestaat_niet",
    406: "vorm_bestaat_niet",
    413: "te_groot",
    415: "verkeerde_soort",
    429: "te_vaak",
    503: "geen_tijd",
}


class Fault(BaseModel):
    """Wat er mis is met een veld of bestand, en wat u kunt doen."""

    model_config = ConfigDict(frozen=True, populate_by_name=True)

    where: Annotated[
        Literal["query", "body", "header", "file"],
        Field(alias="in", description="Waar het veld staat."),
    ]
    field: Annotated[
        str | None,
        Field(description="Het veld of bestand; null als de naam zelf niet bekend is."),
    ] = None
    code: Annotated[str, Field(description="Vaste code, voor programma's.")]
    message: Annotated[str, Field(description="Wat er mis is en wat u kunt doen.")]


class Problem(BaseModel):
    """Wat er mis ging (RFC 9457)."""

    model_config = ConfigDict(frozen=True)

    type: Annotated[str, Field(description="Adres van de uitleg.")]
    title: str
    status: int
    detail: Annotated[str, Field(description="Wat u kunt doen.")]
    code: Annotated[str, Field(description="Vaste code, voor programma's.")]
    errors: Annotated[
        tuple[Fault, ...] | None,
        Field(description="Alle fouten tegelijk.", exclude_if=lambda value: value is None),
    ] = None


class ProblemError(Exception):
    """An answer that is a problem, by code."""

    def __init__(
        self,
        code: str,
        *,
        faults: Iterable[Fault] = (),
        headers: Mapping[str, str] | None = None,
        **values: object,
    ) -> None:
        """Keep the code, the faults and what the sentence needs."""
        super().__init__(code)
        self.code = code
        self.faults = tuple(faults)
        self.headers = dict(headers or {})
        self.values = values

    @property
    def problem(self) -> Problem:
        """Return what is said."""
        words = (texts.PROBLEMS | texts.PAGE_PROBLEMS)[self.code]
        return Problem(
            type=f"{API}/docs#{self.code}",
            title=words.title,
            status=words.status,
            detail=words.detail.format(**self.values) if self.values else words.detail,
            code=self.code,
            errors=self.faults or None,
        )


def fault(
    code: str,
    field: str | None = None,
    *,
    where: Literal["query", "body", "header", "file"] = "body",
    **values: object,
) -> Fault:
    """Return what is wrong with a field, by code."""
    message = texts.FAULTS[code].format(**values)
    return Fault(where=where, field=field, code=code, message=message)


def invalid(faults: Iterable[Fault]) -> ProblemError:
    """Return the problem of invalid input with all that is wrong with it."""
    return ProblemError("ongeldige_invoer", faults=faults)


@dataclass(frozen=True, slots=True)
class Limits:
    """What one request may hold, for the sentence about it."""

    max_mb: int
    most_files: int


def register(app: Flask, limits: Limits) -> None:
    """Let every error of this app become an answer."""

    def answer(error: Exception) -> Response:
        return _answer(_as_problem(error, limits))

    app.register_error_handler(Exception, answer)


def _as_problem(error: Exception, limits: Limits) -> ProblemError:  # noqa: PLR0911 - a table
    match error:
        case ProblemError():
            return error
        case NotFoundError():
            return ProblemError("niet_gevonden")
        case FullError():
            return ProblemError("schijf_vol", headers={"Retry-After": str(FULL_S)})
        case PassingError():
            return ProblemError("geen_tijd", headers={"Retry-After": str(BUSY_S)})
        case ManifestError():
            return invalid(of_manifest(error))
        case HTTPException():
            return _of_http(error, limits)
        case _:
            # the place only: a message may quote a letter
            _LOG.error("onverwachte fout: %s", place_of(error))
            return ProblemError("onverwachte_fout")


def of_manifest(error: ManifestError, profiles: Collection[str] = ()) -> list[Fault]:
    """Return what is wrong with a manifest; `profiles` are those that it may name."""
    return [_of_mistake(each, profiles) for each in error.mistakes]


def _of_mistake(mistake: Mistake, profiles: Collection[str]) -> Fault:
    name = mistake.public_name
    where = f"{name}, regel {mistake.line}" if mistake.line else name
    if mistake.code == "onbekend_kanaal":
        return fault("geen_keuze", where, where="file", known=", ".join(Channel))
    known = ", ".join(profiles) or f"de lijst op {API}/profiles"
    return fault(mistake.code, where, where="file", known=known)


def _of_http(error: HTTPException, limits: Limits) -> ProblemError:
    code = _CODES.get(error.code or 500, "onverwachte_fout")
    headers = {
        name: value
        for name, value in error.get_headers()
        if name in {"Allow", "Retry-After", "WWW-Authenticate"}
    }
    return ProblemError(
        code,
        headers=headers,
        max_mb=limits.max_mb,
        most=limits.most_files,
        offered="application/json",
    )


def _answer(error: ProblemError) -> Response:
    problem = error.problem
    is_api = request.path == API or request.path.startswith(f"{API}/")
    if is_api or request.accept_mimetypes.best == "application/json":  # as scripts of pages ask
        body = problem.model_dump_json(by_alias=True)
        return Response(body, problem.status, error.headers, content_type=MEDIA_TYPE)
    page = render_template("fout.html", problem=problem)
    return Response(page, problem.status, error.headers, content_type="text/html; charset=utf-8")
