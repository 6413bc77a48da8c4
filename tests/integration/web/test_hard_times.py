"""Hard times: a full disk, a database that is locked, a sender who hangs up. Nothing half-made."""

import io
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from service.adapters.blobs.folder import FolderBlobs
from service.adapters.sealing import Sealer
from service.adapters.store.database import Database
from service.records.people import Scope
from service.usecases.receive import Desk
from service.usecases.sweep import sweep
from tests.full_disk import small_disk
from tests.posts import KEY, PostRoom, post_room
from tests.web import Office, office, upload
from tests.zips import make_zip, pdf


def files_in(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


@pytest.fixture
def impatient(our_office: Office, monkeypatch: pytest.MonkeyPatch) -> Office:
    """Return the office with a database that does not wait long for another writer."""
    url = our_office.room.store.database.url
    monkeypatch.setattr(our_office.room.store, "database", Database(url, busy_ms=50))
    return our_office


@pytest.fixture
def writer(our_office: Office) -> Iterator[sqlite3.Connection]:
    """Return a connection of somebody else that holds the place of the one writer."""
    path = our_office.room.store.database.url.removeprefix("sqlite:///")
    connection = sqlite3.connect(path, isolation_level=None)
    yield connection
    connection.close()


def test_while_the_database_is_locked_nothing_is_taken_in_and_later_it_is(
    impatient: Office, writer: sqlite3.Connection
) -> None:
    client, sent = impatient.client(), upload(("a.pdf", pdf()))
    key = {"Idempotency-Key": "locked"}
    writer.execute("BEGIN IMMEDIATE")
    answer = client.post("/v1/batches", headers=key, **sent)
    assert (answer.status_code, answer.json["code"]) == (503, "geen_tijd")
    assert int(answer.headers["Retry-After"]) > 0
    writer.execute("ROLLBACK")
    assert client.get("/v1/letters").json["letters"] == []
    assert client.post("/v1/batches", headers=key, **sent).status_code == 202
    assert len(client.get("/v1/letters").json["letters"]) == 1


def test_while_the_database_is_locked_what_is_there_can_be_seen(
    impatient: Office, writer: sqlite3.Connection
) -> None:
    client = impatient.client()
    letter_id = client.post("/v1/letters", **upload(("a.pdf", pdf()))).json["id"]
    writer.execute("BEGIN IMMEDIATE")
    for path in ("/v1/letters", f"/v1/letters/{letter_id}"):
        assert client.get(path).status_code == 200


def test_while_nothing_can_be_written_down_no_original_is_given_out(
    impatient: Office, writer: sqlite3.Connection
) -> None:
    client = impatient.client()
    letter_id = client.post("/v1/letters", **upload(("a.pdf", pdf()))).json["id"]
    writer.execute("BEGIN IMMEDIATE")
    assert client.get(f"/v1/letters/{letter_id}/original").status_code == 503
    writer.execute("ROLLBACK")
    assert client.get(f"/v1/letters/{letter_id}/original").status_code == 200


def test_bytes_that_were_kept_for_nothing_are_swept_away(
    impatient: Office, writer: sqlite3.Connection
) -> None:
    client, room = impatient.client(), impatient.room
    kept = client.post("/v1/letters", **upload(("b.pdf", pdf("b")))).json["id"]
    writer.execute("BEGIN IMMEDIATE")
    client.post("/v1/batches", **upload(("a.pdf", pdf())))
    writer.execute("ROLLBACK")
    (impatient.folder / "blobs" / "onderweg" / "van-een-gedood-proces").write_bytes(b"x")
    assert len(list(room.blobs.all())) == 2
    assert sweep(store=room.store, blobs=room.blobs, clock=room.clock) == 0
    room.clock.time = room.clock.time.replace(year=room.clock.time.year + 50)
    assert sweep(store=room.store, blobs=room.blobs, clock=room.clock) == 1
    assert len(files_in(impatient.folder / "blobs")) == 1
    key = impatient.client()
    assert key.get(f"/v1/letters/{kept}/original").status_code == 200


@pytest.fixture
def cramped(room: PostRoom, tmp_path: Path) -> Iterator[Office]:
    """Return an office whose originals and spool lie on a disk of one megabyte."""
    with small_disk(tmp_path / "klein", kilobytes=1000) as disk:
        blobs = FolderBlobs(disk / "blobs", Sealer((KEY,)))
        desk = Desk(room.store, blobs, room.clock, room.desk.new_id, max_file_bytes=10_000_000)
        cramped_room = PostRoom(room.store, blobs, room.clock, desk)
        with office(cramped_room, disk) as opened:
            yield opened


@pytest.mark.parametrize(
    "sent",
    [
        upload(("klein.pdf", pdf()), ("groot.pdf", pdf("x" * 1_500_000))),
        upload(*[(f"{number}.pdf", pdf(f"{number}" * 100_000)) for number in range(10, 19)]),
        upload(("post.zip", make_zip({"a.pdf": pdf("y" * 1_500_000)}, compress=False))),
        upload(("post.zip", make_zip({"a.pdf": pdf("z" * 1_500_000)}))),
    ],
    ids=["one large letter", "many letters", "the spool of a zip", "what comes out of a zip"],
)
def test_on_a_full_disk_nothing_is_taken_in_and_all_room_comes_back(
    cramped: Office, sent: dict[str, object]
) -> None:
    client = cramped.client()
    answer = client.post("/v1/batches", **sent)
    assert (answer.status_code, answer.json["code"]) == (507, "schijf_vol")
    assert int(answer.headers["Retry-After"]) > 0
    assert files_in(cramped.folder) == []
    assert client.get("/v1/letters").json["letters"] == []
    assert client.post("/v1/batches", **upload(("a.pdf", pdf()))).status_code == 202


def test_with_a_full_disk_under_the_database_nothing_is_acknowledged(tmp_path: Path) -> None:
    with small_disk(tmp_path / "klein", kilobytes=1800) as disk, post_room(disk) as room:
        desk = Desk(room.store, room.blobs, room.clock, room.desk.new_id, max_file_bytes=10_000_000)
        with office(PostRoom(room.store, room.blobs, room.clock, desk), disk) as cramped:
            client = cramped.client(Scope.UPLOAD, Scope.READ)
            fill = disk / "vol"
            with fill.open("wb", buffering=0) as out:
                try:
                    while True:
                        out.write(bytes(4096))
                except OSError:
                    pass
            answers = [client.post("/v1/batches", **upload((f"{n}.pdf", pdf()))) for n in range(3)]
            assert {each.status_code for each in answers} <= {503, 507}
            fill.unlink()
            assert client.post("/v1/batches", **upload(("a.pdf", pdf()))).status_code == 202
            assert len(client.get("/v1/letters").json["letters"]) == 1


@pytest.mark.parametrize("share", [0.1, 0.5, 0.99])
@pytest.mark.parametrize("kind", ["multipart", "zip"])
def test_a_sender_who_hangs_up_leaves_nothing_behind(
    our_office: Office, share: float, kind: str
) -> None:
    content = make_zip({f"{number}.pdf": pdf(str(number) * 9999) for number in range(5)})
    sent = upload(("los.pdf", pdf("x" * 50_000)), ("post.zip", content))
    if kind == "zip":
        sent = {"data": content, "content_type": "application/zip"}
    body = sent.pop("data")
    assert isinstance(body, bytes)
    answer = our_office.client().post(
        "/v1/batches",
        input_stream=io.BytesIO(body[: int(len(body) * share)]),
        environ_overrides={
            "CONTENT_LENGTH": str(len(body)),
            "wsgi.input_terminated": True,
        },
        **sent,
    )
    assert (answer.status_code, answer.json["code"]) == (400, "kapot_verzoek")
    assert files_in(our_office.folder / "blobs") == []
    assert our_office.waiting() == []


def test_a_fault_of_ours_says_nothing_of_a_letter(
    our_office: Office, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object, **__: object) -> None:
        message = "999990019 Geachte heer"
        raise RuntimeError(message)

    client = our_office.client()
    monkeypatch.setattr(our_office.room.blobs, "draft", broken)
    answer = client.post("/v1/batches", **upload(("a.pdf", pdf())))
    assert (answer.status_code, answer.json["code"]) == (500, "onverwachte_fout")
    assert "RuntimeError in test_hard_times.py" in caplog.text
    assert "999990019" not in answer.text + caplog.text
