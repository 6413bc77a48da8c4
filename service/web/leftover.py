"""Says that a connection ends where a request was answered before all of it was read.

Gunicorn passes over what a refused request still holds, up to 64 KB, and closes the connection when
there is more. It tells nobody: a program that keeps its connections sends its next request on one
that is gone, and must guess whether that was taken in.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from _typeshed import OptExcInfo
    from _typeshed.wsgi import InputStream, StartResponse, WSGIApplication, WSGIEnvironment

PASSED_OVER = 60 * 1024  # bytes that gunicorn surely throws away to keep a connection


class _Counted:
    """The body of a request, with how much of it was read and whether its end came."""

    def __init__(self, source: "InputStream") -> None:
        self._source = source
        self.count = 0
        self.is_whole = False

    def read(self, size: int = -1, /) -> bytes:
        """Return the next bytes."""
        piece = self._source.read(size)
        self.count += len(piece)
        self.is_whole = self.is_whole or size < 0 or (size > 0 and not piece)
        return piece


class Leftover:
    """A web service that closes a connection in words too, when it will be closed."""

    def __init__(self, app: "WSGIApplication") -> None:
        """Serve this one."""
        self._app = app

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Answer a request."""
        body = _Counted(environ["wsgi.input"])

        def start(
            status: str, headers: list[tuple[str, str]], exc_info: "OptExcInfo | None" = None, /
        ) -> object:
            # only gunicorn can say it: it leaves out a header of ours
            close = getattr(getattr(start_response, "__self__", None), "force_close", None)
            if close is not None and _is_left(environ, body):
                close()
            return start_response(status, headers, exc_info)

        environ["wsgi.input"] = body
        return self._app(environ, cast("StartResponse", start))


def _is_left(environ: "WSGIEnvironment", body: _Counted) -> bool:
    """Tell whether more of the request is left than gunicorn passes over."""
    length = environ.get("CONTENT_LENGTH")
    if length:
        return int(length) - body.count > PASSED_OVER
    is_chunked = "chunked" in environ.get("HTTP_TRANSFER_ENCODING", "").lower()
    return is_chunked and not body.is_whole
