"""Pictures of pages from their own processes: kept sealed, and safe from what is in a file."""

import io
import multiprocessing
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from service.adapters.pages import PictureCaps, RenderedPages
from service.adapters.sealing import Sealer
from service.ports.errors import NoPictureError, NotFoundError
from service.records.letters import LetterRecord
from service.usecases.receive import receive
from tests.posts import KEY, PostRoom, envelope, incoming
from tests.servers import wait_until


def letter_of(room: PostRoom, content: bytes) -> LetterRecord:
    (new,) = receive([incoming(content=content)], envelope(), desk=room.desk).letters
    with room.store.reading() as transaction:
        return transaction.letters.find(new.id)


def pdf_of(*pages: str) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=True)
    for text in pages:
        canvas.drawString(72, 700, text)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


@pytest.fixture
def pages(room: PostRoom, tmp_path: Path) -> RenderedPages:
    return rendered(room, tmp_path, PictureCaps())


def rendered(room: PostRoom, folder: Path, caps: PictureCaps) -> RenderedPages:
    sealer = Sealer((KEY,))
    return RenderedPages(room.store, room.blobs, sealer, folder=folder / "beelden", caps=caps)


def test_a_page_of_a_letter_is_a_picture_of_its_size(room: PostRoom, pages: RenderedPages) -> None:
    letter = letter_of(room, pdf_of("een", "twee"))
    first, second = (pages.picture(letter, number) for number in (1, 2))
    assert Image.open(io.BytesIO(first)).size == (1191, 1684)
    assert first != second
    with pytest.raises(NotFoundError):
        pages.picture(letter, 3)


def test_a_picture_is_kept_sealed_and_made_once(
    room: PostRoom, pages: RenderedPages, tmp_path: Path
) -> None:
    letter = letter_of(room, pdf_of("een"))
    picture = pages.picture(letter, 1)
    room.blobs.delete(letter.sha256)  # it cannot be made again
    assert pages.picture(letter, 1) == picture
    (kept,) = (path for path in (tmp_path / "beelden").rglob("*") if path.is_file())
    assert b"PNG" not in kept.read_bytes()[:64]


def test_pictures_of_a_file_are_forgotten_with_it(
    room: PostRoom, pages: RenderedPages, tmp_path: Path
) -> None:
    letter = letter_of(room, pdf_of("een"))
    pages.picture(letter, 1)
    pages.forget(letter.sha256)
    assert [path for path in (tmp_path / "beelden").rglob("*") if path.is_file()] == []


def test_pictures_that_nobody_looks_at_are_swept_away(room: PostRoom, pages: RenderedPages) -> None:
    pages.picture(letter_of(room, pdf_of("een")), 1)
    now = room.clock.now()
    assert pages.sweep(older_than=now.replace(year=2000)) == 0
    assert pages.sweep(older_than=now.replace(year=now.year + 50)) == 1


@pytest.mark.parametrize("content", [b"%PDF-1.7 stuk", b"geen brief"])
def test_a_file_that_cannot_be_shown_is_told(
    room: PostRoom, pages: RenderedPages, content: bytes
) -> None:
    with pytest.raises(NoPictureError):
        pages.picture(letter_of(room, content), 1)


def test_a_picture_that_takes_too_long_or_too_much_is_given_up(
    room: PostRoom, tmp_path: Path
) -> None:
    letter = letter_of(room, pdf_of("een"))
    for caps in (PictureCaps(seconds=0.0), PictureCaps(memory_mb=64)):
        with pytest.raises(NoPictureError):
            rendered(room, tmp_path, caps).picture(letter, 1)
    assert rendered(room, tmp_path, PictureCaps()).picture(letter, 1)


def test_no_process_stays_behind(room: PostRoom, pages: RenderedPages) -> None:
    pages.picture(letter_of(room, pdf_of("een")), 1)
    wait_until(lambda: not multiprocessing.active_children(), what="children are gone")


def test_a_picture_that_will_be_asked_for_is_made_ahead(
    room: PostRoom, pages: RenderedPages, tmp_path: Path
) -> None:
    letter = letter_of(room, pdf_of("een"))
    pages.prepare(letter, 1)
    pages.prepare(letter, 9)  # there is no such page, and nobody is told
    wait_until(lambda: any((tmp_path / "beelden").glob("*/1-*")), what="a picture")
    kept = next((tmp_path / "beelden").glob("*/1-*"))
    made_at = kept.stat().st_ino
    pages.picture(letter, 1)
    assert kept.stat().st_ino == made_at
