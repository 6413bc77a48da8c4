"""What a stream of a PDF unpacks to is looked at only where it may be too much."""

import base64
import hashlib
import io
import zlib

import pikepdf
import pytest

from extractors.errors import TooLargeError
from extractors.readers import pdf_structure
from extractors.readers.pdf_streams import MAX_CONTENT
from extractors.readers.pdf_structure import WORTH_UNPACKING, prepare


def pdf_with(content: bytes) -> bytes:
    """Return a PDF of one page, drawn by what this is when it is packed and written in signs."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page()
    signs = base64.a85encode(zlib.compress(content, 9)) + b"~>"
    filters = pikepdf.Array([pikepdf.Name.ASCII85Decode, pikepdf.Name.FlateDecode])
    page.Contents = pikepdf.Stream(pdf, signs, Filter=filters)
    saved = io.BytesIO()
    pdf.save(saved, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    return saved.getvalue()


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """Return the streams that are unpacked to see what they come to."""
    found: list[bytes] = []
    monkeypatch.setattr(pdf_structure, "unpacks_beyond", lambda raw, *_, **__: found.append(raw))
    return found


def test_a_short_stream_in_signs_is_not_unpacked(asked: list[bytes]) -> None:
    prepare(pdf_with(b"0 0 m 1 1 l S"))
    assert not asked


def test_a_sign_may_stand_for_four_bytes_so_that_less_is_short(asked: list[bytes]) -> None:
    prepare(pdf_with(hashlib.shake_256(b"any").digest(WORTH_UNPACKING // 3)))
    assert asked
    assert len(asked[0]) < WORTH_UNPACKING


def test_a_stream_in_signs_that_grows_without_end_is_refused() -> None:
    with pytest.raises(TooLargeError):
        prepare(pdf_with(bytes(MAX_CONTENT + 1_000_000)))
