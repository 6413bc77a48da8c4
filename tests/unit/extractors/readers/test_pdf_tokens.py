"""Tokens taken many at once are those that pdfminer takes one by one."""

import pytest
from pdfminer.pdfinterp import PDFContentParser
from pdfminer.pdftypes import PDFStream
from pdfminer.psparser import PSEOF

from extractors.readers.pdf_tokens import ContentParser

CONTENTS = [
    b"BT /F1 11 Tf 1 0 0 1 72.5 -.5 Tm [(Gea) -12.3 <6368> 0 (te)] TJ T* ET",
    b"(een \\(half\\) haakje) Tj (en (nog) een) Tj (\\101\\\nB) ' % opmerking (weg)\n(slot)\"",
    b"1.5.3 5-3 --4 +7 . 12. 4.e 0003 1e5 99999999999999999999 true false null",
    b"/Na#6dam gs /\xe9\xe9n gs /A/B(c)/D<41>[/E]<< /F <4142> /G [1 2] >> BDC EMC",
    b"<4 1> Tj <414> Tj <> Tj <41>> Tj { 1 2 } q\x00Q\x001 w",
    b"BI /W 2 /H 1 /BPC 8 /CS /G ID \x80) EI Q (erna) Tj",
    b"(" + b"x" * 5000 + b") Tj " + b"12 " * 3000 + b"/Einde",
]


def _items(kind: type[PDFContentParser], streams: list[bytes]) -> list[str]:
    found: list[str] = []
    try:
        parser = kind([PDFStream({}, stream) for stream in streams])
        while True:
            item = parser.nextobject()[1]
            found.append(f"picture {item.rawdata!r}" if isinstance(item, PDFStream) else repr(item))
    except PSEOF:
        return found


@pytest.mark.parametrize("content", CONTENTS)
def test_tokens_are_those_of_pdfminer(content: bytes) -> None:
    expected = _items(PDFContentParser, [content])
    assert expected
    assert _items(ContentParser, [content]) == expected


def test_a_token_may_be_cut_by_the_end_of_a_stream() -> None:
    streams = [b"1 0 0 1 72 7", b"20 Tm (half", b"door) Tj", b"", b"Q"]
    assert _items(ContentParser, streams) == _items(PDFContentParser, streams)


@pytest.mark.parametrize("size", [4094, 4095, 4096, 4097])
def test_a_token_may_be_cut_by_the_end_of_the_buffer(size: int) -> None:
    content = b"%" + b"x" * (size - 8) + b"\n(abc) 12.75 <4142> /Naam gs Tj"
    assert _items(ContentParser, [content]) == _items(PDFContentParser, [content])
