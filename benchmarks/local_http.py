"""Both ends of HTTP on this machine: a receiver that takes all, and waiting for an answer."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer

import httpx

LOOK_S = 0.1


@contextmanager
def receiving(take: Callable[[], object] = lambda: None) -> Iterator[str]:
    """Take every message; yield where to send them. `take` is called once each was answered."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(204)
            self.end_headers()
            take()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()


def wait_for_answer(url: str, *, patience_s: float) -> None:
    """Return when an address answers that all is well.

    Raises:
        TimeoutError: when it does not for so long.

    """
    end = time.monotonic() + patience_s
    while time.monotonic() < end:
        try:
            httpx.get(url, timeout=5).raise_for_status()
        except httpx.HTTPError:
            time.sleep(LOOK_S)
        else:
            return
    raise TimeoutError(url)
