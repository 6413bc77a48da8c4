"""The headers that every answer has, so that no view can forget one."""

from flask import Flask, Response, request

from service.web.problems import API

API_VERSION = "1.0.0"
YEAR_S = 31_536_000
# An answer of the API is data: a browser that is made to show it must not do anything with it.
DATA_POLICY = "default-src 'none'; frame-ancestors 'none'"
# Pages have a style sheet, pictures and forms of our own; no script stands in the page itself.
PAGE_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; "
    "connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
SAME_FOR_ALL = {
    "Cache-Control": "no-store",
    "Strict-Transport-Security": f"max-age={YEAR_S}",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Resource-Policy": "same-origin",
}


# A file of ours whose address says which version it is never changes.
KEPT = f"public, max-age={YEAR_S}, immutable"


def register(app: Flask) -> None:
    """Give every answer of this app its headers."""
    app.after_request(_complete)


def is_api() -> bool:
    """Tell whether the present request is for the API, the page that explains it included."""
    return request.path == API or request.path.startswith(f"{API}/")


def _complete(response: Response) -> Response:
    if request.endpoint == "static" and "v" in request.args and response.status_code == 200:
        response.headers["Cache-Control"] = KEPT
    is_page = response.mimetype == "text/html"
    policy = PAGE_POLICY if is_page else DATA_POLICY
    ours = {**SAME_FOR_ALL, "Content-Security-Policy": policy}
    given = {name.lower() for name, _ in response.headers}  # once: to ask for each is slow
    response.headers.extend((name, ours[name]) for name in ours if name.lower() not in given)
    if is_api():
        response.headers["API-Version"] = API_VERSION
    return response
