"""Everything that keeps originals behaves alike."""

import hashlib
import io
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
from moto.server import ThreadedMotoServer
from obstore.store import LocalStore, MemoryStore

from service.adapters.blobs.folder import FolderBlobs
from service.adapters.blobs.objects import ObjectBlobs, open_store
from service.adapters.sealing import PIECE, Sealer, SealError
from service.ports.blobs import Blobs
from service.ports.errors import TooManyBytesError
from tests.posts import KEY

Open = Callable[[], Blobs]
# The server wants to see a signature, and believes any.
SIGNED = {
    "Authorization": "AWS4-HMAC-SHA256 Credential=sleutel/20260101/us-east-1/s3/aws4_request, "
    "SignedHeaders=host, Signature=0"
}
SIZES = [1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE]


def folder(path: Path) -> Blobs:
    return FolderBlobs(path, Sealer((KEY,)))


def bucket_on_disk(path: Path) -> Blobs:
    path.mkdir(exist_ok=True)
    return ObjectBlobs(LocalStore(path), Sealer((KEY,)))


def bucket_in_memory(_path: Path) -> Blobs:
    return ObjectBlobs(MemoryStore(), Sealer((KEY,)))


def bucket_on_a_server(_path: Path) -> Blobs:
    """Return a new place in a bucket, over HTTP, opened as the service does from its setting."""
    return ObjectBlobs(open_store(f"s3://originelen/{uuid.uuid4()}"), Sealer((KEY,)))


@pytest.fixture(scope="session")
def s3_server() -> Iterator[str]:
    """Run an S3 server of this machine with a bucket; give its address."""
    server = ThreadedMotoServer("127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    url = f"http://{host}:{port}"
    httpx.put(f"{url}/originelen", headers=SIGNED).raise_for_status()
    yield url
    server.stop()


@pytest.fixture(params=[folder, bucket_on_disk, bucket_in_memory, bucket_on_a_server])
def blobs(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Blobs:
    """Return one kind of blobs after the other."""
    if request.param is bucket_on_a_server:
        for name, value in {
            "AWS_ENDPOINT": request.getfixturevalue("s3_server"),
            "AWS_ALLOW_HTTP": "true",
            "AWS_ACCESS_KEY_ID": "sleutel",
            "AWS_SECRET_ACCESS_KEY": "geheim",
            "AWS_REGION": "us-east-1",
        }.items():
            monkeypatch.setenv(name, value)
    made: Blobs = request.param(tmp_path / "blobs")
    return made


def content_of(size: int) -> bytes:
    return bytes(range(256)) * (size // 256) + b"x" * (size % 256)


@pytest.mark.parametrize("size", SIZES)
def test_what_was_put_comes_back(blobs: Blobs, size: int) -> None:
    content = content_of(size)
    stored = blobs.put(io.BytesIO(content), max_bytes=4 * PIECE)
    assert stored.sha256 == hashlib.sha256(content).hexdigest()
    assert stored.size == size
    assert blobs.read(stored.sha256) == content


def test_too_much_is_refused_and_nothing_is_kept(blobs: Blobs) -> None:
    with pytest.raises(TooManyBytesError):
        blobs.put(io.BytesIO(b"12345"), max_bytes=4)
    assert list(blobs.all()) == []


def test_what_is_kept_cannot_be_read_without_the_key(blobs: Blobs) -> None:
    stored = blobs.put(io.BytesIO(b"Geachte heer"), max_bytes=PIECE)
    assert b"Geachte" not in b"".join(blobs.export(stored.sha256))


def test_an_export_can_be_restored(blobs: Blobs, tmp_path: Path) -> None:
    stored = blobs.put(io.BytesIO(b"een brief"), max_bytes=PIECE)
    other = folder(tmp_path / "elders")
    other.restore(stored.sha256, blobs.export(stored.sha256))
    assert other.read(stored.sha256) == b"een brief"


def test_what_was_deleted_is_gone(blobs: Blobs) -> None:
    stored = blobs.put(io.BytesIO(b"een brief"), max_bytes=PIECE)
    for _ in range(2):
        blobs.delete(stored.sha256)
    assert not blobs.has(stored.sha256)
    with pytest.raises(FileNotFoundError):
        blobs.read(stored.sha256)


def test_a_probe_leaves_nothing_behind(blobs: Blobs) -> None:
    blobs.probe()
    assert list(blobs.all()) == []


def test_all_names_what_is_there(blobs: Blobs) -> None:
    stored = {blobs.put(io.BytesIO(text), max_bytes=9).sha256 for text in (b"a", b"b")}
    assert set(blobs.all()) == stored


@pytest.mark.parametrize("change", ["cut", "flip", "swap"])
def test_a_blob_that_was_changed_does_not_open(tmp_path: Path, change: str) -> None:
    kept = folder(tmp_path)
    stored = kept.put(io.BytesIO(content_of(2 * PIECE)), max_bytes=4 * PIECE)
    path = tmp_path / stored.sha256[:2] / stored.sha256[2:]
    raw, head = path.read_bytes(), len(path.read_bytes()) - 2 * (PIECE + 16)
    first, second = raw[head : head + PIECE + 16], raw[head + PIECE + 16 :]
    changed = {
        "cut": raw[: head + PIECE + 16],
        "flip": raw[:-1] + bytes([raw[-1] ^ 1]),
        "swap": raw[:head] + second + first,
    }
    path.write_bytes(changed[change])
    with pytest.raises(SealError):
        kept.read(stored.sha256)
