"""A log line and a count for each answer: which route, how it ended, how long it took.

Routes are told as they are written (`/v1/letters/<letter_id>`), so that nothing that somebody typed
in an address comes into a log.
"""

import time
import uuid
from contextlib import AbstractContextManager
from typing import Protocol

import structlog
from flask import Flask, Response, g, request

log = structlog.get_logger("postkamer.web")
QUIET = ("/health/", "/static/")  # asked for all the time


class RequestMeter(Protocol):
    """Counts answers."""

    def answered(self, route: str, status: int) -> None:
        """Count an answer of the web service."""

    def took(self, stage: str, seconds: float) -> None:
        """Count how long it took."""


class Spans(Protocol):
    """Traces pieces of work."""

    def span(self, name: str, **ids: str) -> AbstractContextManager[None]:
        """Trace what is done inside."""


def register(app: Flask, meter: RequestMeter, spans: Spans) -> None:
    """Tell of every answer of this app."""

    def begin() -> None:
        g.began, g.request_id = time.perf_counter(), str(uuid.uuid4())
        route = request.url_rule.rule if request.url_rule else "(onbekend)"
        g.span = spans.span(f"{request.method} {route}", request_id=g.request_id)
        g.span.__enter__()

    def tell(response: Response) -> Response:
        route = request.url_rule.rule if request.url_rule else "(onbekend)"
        seconds = time.perf_counter() - g.began if "began" in g else 0.0
        meter.answered(route, response.status_code)
        meter.took("antwoorden", seconds)
        response.headers["X-Request-Id"] = g.get("request_id", "")
        if not route.startswith(QUIET):
            log.info(
                "request",
                method=request.method,
                route=route,
                status=response.status_code,
                seconds=round(seconds, 4),
                request_id=g.get("request_id", ""),
            )
        return response

    def end(error: BaseException | None) -> None:
        span = g.pop("span", None)
        if span is not None:
            span.__exit__(type(error) if error else None, error, None)

    app.before_request_funcs.setdefault(None, []).insert(0, begin)
    app.after_request(tell)
    app.teardown_request(end)
