"""A multipart request is read a part at a time, whatever the pieces in which it arrives."""

import io
from typing import BinaryIO, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.web.multipart import BrokenError, Parts

PARTS = st.lists(
    st.tuples(
        st.sampled_from(["files", "name"]), st.none() | st.just("a.pdf"), st.binary(max_size=300)
    ),
    max_size=5,
)


class Dripping:
    """A connection that brings a few bytes at a time."""

    def __init__(self, content: bytes, step: int) -> None:
        self._content = io.BytesIO(content)
        self._step = step

    def read(self, size: int) -> bytes:
        return self._content.read(min(size, self._step))


def body_of(parts: list[tuple[str, str | None, bytes]]) -> bytes:
    pieces = []
    for name, filename, content in parts:
        head = f'--grens\r\nContent-Disposition: form-data; name="{name}"'
        head += f'; filename="{filename}"' if filename else ""
        pieces.append(head.encode() + b"\r\n\r\n" + content + b"\r\n")
    return b"".join(pieces) + b"--grens--\r\n"


def read(body: bytes, *, step: int = 64, size: int = 50) -> list[tuple[str, str | None, bytes]]:
    source = cast("BinaryIO", Dripping(body, step))
    found = []
    for part in Parts(source, "grens", most_parts=100):
        pieces = []
        while piece := part.read(size):
            pieces.append(piece)
        found.append((part.name, part.filename, b"".join(pieces)))
    return found


@given(PARTS, st.integers(1, 90), st.integers(1, 90))
@settings(max_examples=200, deadline=None)
def test_every_part_comes_back_as_it_was(
    parts: list[tuple[str, str | None, bytes]], step: int, size: int
) -> None:
    sent = [part for part in parts if b"--grens" not in part[2]]
    assert read(body_of(sent), step=step, size=size) == sent


def test_what_is_not_read_of_a_part_is_passed_over() -> None:
    body = body_of([("a", "a.pdf", bytes(5000)), ("b", None, b"later")])
    parts = Parts(io.BytesIO(body), "grens", most_parts=9)
    assert [(part.name, part.read(3)) for part in parts] == [("a", b"\0\0\0"), ("b", b"lat")]


@given(st.integers(1, 140))
def test_a_request_that_breaks_off_is_broken_wherever_that_is(count: int) -> None:
    body = body_of([("a", "a.pdf", b"inhoud" * 10), ("b", None, b"later")])
    end = body.rindex(b"--grens--")
    with pytest.raises(BrokenError):
        read(body[: min(count, end)])


@pytest.mark.parametrize("boundary", ["", "gr\u00e9ns"])
def test_a_request_without_a_boundary_is_broken(boundary: str) -> None:
    with pytest.raises(BrokenError):
        Parts(io.BytesIO(b""), boundary, most_parts=9)


def test_a_field_is_text_as_long_as_it_is_short() -> None:
    fields = [("a", None, "é".encode()), ("b", None, b"123456"), ("c", None, b"\xff")]
    parts = Parts(io.BytesIO(body_of(fields)), "grens", most_parts=9)
    assert [part.text(most=5) for part in parts] == ["é", None, None]


def test_a_field_without_a_name_has_an_empty_one() -> None:
    body = b"--grens\r\nContent-Disposition: form-data\r\n\r\nx\r\n--grens--\r\n"
    assert read(body) == [("", None, b"x")]
