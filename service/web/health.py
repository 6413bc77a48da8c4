"""Says whether the service lives and whether it is ready, for who watches over it."""

from collections.abc import Callable, Mapping

from flask import Blueprint, Response, jsonify

# What was looked at, and whether it is in order: a code and, when it is not, what is wrong.
Health = Callable[[], Mapping[str, str | None]]


def health_pages(look: Health) -> Blueprint:
    """Return the two pages; they tell nothing about letters and need no key."""
    pages = Blueprint("health", __name__, url_prefix="/health")

    @pages.get("/live")
    def live() -> Response:
        return jsonify(status="ok")

    @pages.get("/ready")
    def ready() -> tuple[Response, int]:
        found = look()
        is_ready = not any(found.values())
        checks = {name: fault or "ok" for name, fault in found.items()}
        answer = jsonify(status="ok" if is_ready else "niet gereed", checks=checks)
        return answer, 200 if is_ready else 503

    return pages
