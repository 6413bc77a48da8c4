"""A connection that will be closed is closed in words too."""

import io
from collections.abc import Iterable

import pytest

from service.web.leftover import Leftover


class FakeResponse:
    """What gunicorn has of an answer: it knows whether the connection ends."""

    def __init__(self) -> None:
        self.is_closed = False

    def force_close(self) -> None:
        self.is_closed = True

    def start_response(self, _status: str, _headers: object, _exc_info: object = None) -> None:
        pass


def is_closed(environ: dict[str, object], *, size: int, reads: int) -> bool:
    def app(environ: dict[str, io.BytesIO], start_response: object) -> Iterable[bytes]:
        for _ in range(reads):
            environ["wsgi.input"].read(100_000)
        start_response("415 Unsupported", [])  # type: ignore[operator]
        return []

    response = FakeResponse()
    given = {"wsgi.input": io.BytesIO(b"x" * size), **environ}
    list(Leftover(app)(given, response.start_response))  # type: ignore[arg-type]
    return response.is_closed


@pytest.mark.parametrize(("size", "reads", "ends"), [(200_000, 0, True), (200_000, 2, False)])
def test_a_large_request_that_was_not_read_ends_the_connection(
    size: int, reads: int, *, ends: bool
) -> None:
    assert is_closed({"CONTENT_LENGTH": str(size)}, size=size, reads=reads) is ends
    chunked = {"HTTP_TRANSFER_ENCODING": "chunked"}
    assert is_closed(chunked, size=size, reads=reads + (1 if reads else 0)) is ends


def test_a_small_one_and_one_without_a_body_keep_it() -> None:
    assert not is_closed({"CONTENT_LENGTH": "1000"}, size=1000, reads=0)
    assert not is_closed({}, size=0, reads=0)
