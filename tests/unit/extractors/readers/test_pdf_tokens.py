"""Tokens taken many at once are those that pdfminer takes one by one."""

from io import BytesIO

import pytest
from pdfminer.cmapdb import CMapParser, FileUnicodeMap
from pdfminer.pdfinterp import PDFContentParser
from pdfminer.pdftypes import PDFStream
from pdfminer.psparser import PSEOF

from extractors.readers.pdf_tokens import ContentParser, add_plain_letters

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


TABLES = [
    (b"begincmap 2 beginbfchar <01> <0041> <0002> <00660066> endbfchar endcmap", True),
    (b"2 beginbfrange <05> <07> <0041>\n<fe> <ff> <00ff> endbfrange", True),
    (b"1 beginbfrange <05> <06> [<0041> <0042>] endbfrange", False),
    (b"1 beginbfchar % opmerking\n<01> <0041> endbfchar", False),
    (b"1 beginbfchar <1> <0041> endbfchar", False),
]


@pytest.mark.parametrize(("table", "is_plain"), TABLES)
def test_letters_of_a_plain_table_are_those_of_pdfminer(table: bytes, is_plain: bool) -> None:
    expected, found = FileUnicodeMap(), FileUnicodeMap()
    CMapParser(expected, BytesIO(table)).run()
    assert add_plain_letters(found, table) is is_plain
    assert found.cid2unichr == (expected.cid2unichr if is_plain else {})
