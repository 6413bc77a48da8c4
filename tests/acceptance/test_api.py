"""The real web server: large deliveries in little memory, and senders who hang up."""

import os
import socket
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.servers import wait_until
from tests.web_server import WebServer, web_server
from tests.zips import pdf

MOST_MB = 150
MIB = 1024 * 1024


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WebServer]:
    with web_server(tmp_path_factory.mktemp("web") / "data") as running:
        yield running


def large_zip(path: Path, *, letters: int, size: int) -> Path:
    """Write a ZIP of letters that do not pack."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for number in range(letters):
            archive.writestr(f"{number // 100}/{number}.pdf", pdf() + os.urandom(size))
    return path


def test_two_thousand_letters_in_one_request_take_little_memory(server: WebServer) -> None:
    files = [("files", (f"{number}.pdf", pdf(str(number) * 5000))) for number in range(2000)]
    with server.client() as client:
        answer = client.post("/v1/batches", files=files)
        assert answer.status_code == 202
        assert len(answer.json()["letters"]) == 2000
        batch = client.get(answer.headers["Location"]).json()
    assert batch["letters"] == 2000
    assert server.peak_mb() < MOST_MB


def test_a_zip_of_300_mb_takes_little_memory(server: WebServer, tmp_path: Path) -> None:
    path = large_zip(tmp_path / "post.zip", letters=300, size=MIB)
    with server.client() as client:
        client.get("/v1/letters")
        before = server.peak_mb()
        with path.open("rb") as content:
            answer = client.post(
                "/v1/batches", content=content, headers={"Content-Type": "application/zip"}
            )
        assert answer.status_code == 202
        assert len(answer.json()["letters"]) == 300
    assert server.peak_mb() < MOST_MB
    assert server.peak_mb() - before < 40


def test_a_sender_that_keeps_its_connection_hears_that_a_refusal_ends_it(
    server: WebServer,
) -> None:
    plain = {"Content-Type": "text/plain"}
    with server.client() as client:
        for _ in range(3):
            answer = client.post("/v1/batches", content=b"x" * MIB, headers=plain)
            assert (answer.status_code, answer.headers["Connection"]) == (415, "close")
        small = client.post("/v1/batches", content=b"x", headers=plain)
        assert (small.status_code, small.headers["Connection"]) == (415, "keep-alive")


def half_sent(server: WebServer, *, kind: str, body: bytes) -> None:
    """Send half of a request and hang up."""
    place = urlsplit(server.url)
    head = (
        f"POST /v1/batches HTTP/1.1\r\nHost: {place.netloc}\r\n"
        f"Authorization: Bearer {server.key}\r\nContent-Type: {kind}\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    with socket.create_connection((place.hostname, place.port)) as connection:
        connection.sendall(head.encode() + body[: len(body) // 2])
        wait_until(
            lambda: server.kept() or kind != "multipart/form-data; boundary=x", what="drafts"
        )


def test_a_sender_who_hangs_up_leaves_nothing_behind(server: WebServer, tmp_path: Path) -> None:
    before = set(server.kept())
    content = large_zip(tmp_path / "post.zip", letters=4, size=MIB).read_bytes()
    part = b'--x\r\nContent-Disposition: form-data; name="f"; filename="%d.pdf"\r\n\r\n'
    letters = b"".join(part % number + pdf("x" * MIB) + b"\r\n" for number in range(4))
    half_sent(server, kind="multipart/form-data; boundary=x", body=letters + b"--x--\r\n")
    half_sent(server, kind="application/zip", body=content)
    with server.client() as client:
        sent = client.post("/v1/letters", files={"file": ("na.pdf", pdf("na het ophangen"))})
        wait_until(lambda: len(set(server.kept()) - before) == 1, what="drafts are gone")
        (newest, *_) = client.get("/v1/letters").json()["letters"]
        assert newest["id"] == sent.json()["id"]


def test_a_large_request_that_may_not_come_in_is_answered(server: WebServer) -> None:
    with server.client() as client:
        client.headers["Authorization"] = "Bearer pk_verkeerd"
        answer = client.post("/v1/batches", files={"f": ("a.pdf", pdf("x" * 5 * MIB))})
        assert (answer.status_code, answer.json()["code"]) == (401, "geen_sleutel")


def test_a_delivery_without_a_length_is_taken_in(server: WebServer, tmp_path: Path) -> None:
    path = large_zip(tmp_path / "post.zip", letters=3, size=1000)

    def pieces() -> Iterator[bytes]:
        yield from (path.read_bytes()[start : start + 700] for start in range(0, 4000, 700))

    with server.client() as client:
        answer = client.post(
            "/v1/batches", content=pieces(), headers={"Content-Type": "application/zip"}
        )
        assert len(answer.json()["letters"]) == 3


def test_what_was_acknowledged_is_there_after_a_kill(tmp_path: Path) -> None:
    with web_server(tmp_path / "data") as server, server.client() as client:
        answer = client.post("/v1/batches", files={"f": ("a.pdf", pdf())})
        assert answer.status_code == 202
        server.process.kill()
    with web_server(tmp_path / "data") as again, again.client() as client:
        letter_id = answer.json()["letters"][0]["id"]
        assert client.get(f"/v1/letters/{letter_id}/original").content == pdf()
