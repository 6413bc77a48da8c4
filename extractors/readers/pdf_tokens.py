"""Cut the content and the tables of a PDF in tokens, many at once.

pdfminer goes from state to state for each sign of a token: half of its time. Here one expression
takes each whole, plain token of what is buffered; what is not plain (a string with an escape, a
comment, a token at the end of the buffer) is left to pdfminer. The tokens are the same.
"""

import re
from io import BytesIO
from typing import TYPE_CHECKING, Final

from pdfminer.cmapdb import CMapParser, FileUnicodeMap
from pdfminer.pdffont import PDFCIDFont, PDFSimpleFont
from pdfminer.pdfinterp import PDFContentParser, PDFResourceManager
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.psparser import (
    KEYWORD_ARRAY_BEGIN,
    KEYWORD_ARRAY_END,
    KEYWORD_DICT_BEGIN,
    KEYWORD_DICT_END,
    KEYWORD_PROC_BEGIN,
    KEYWORD_PROC_END,
    KWD,
    LIT,
    PSBaseParser,
    PSKeyword,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from pdfminer.pdfdocument import PDFDocument
    from pdfminer.pdffont import PDFFont
    from pdfminer.psparser import PSBaseParserToken, PSStackEntry

# A token is plain when the sign that ends it is in the buffer too.
_PLAIN: Final = re.compile(
    rb"\s*(?:"
    rb"([-+]?[0-9]{1,18})(?=[^0-9.])"
    rb"|([-+]?(?:[0-9]{0,18}\.[0-9]{1,18}|[0-9]{1,18}\.))(?=[^0-9])"
    rb"|([A-Za-z][^#/%\[\]()<>{}\s]*)(?=[/%\[\]()<>{}\s])"
    rb"|/([^#/%\[\]()<>{}\s\x80-\xff]*)(?=[/%\[\]()<>{}\s])"
    rb"|\(([^()\\]*)\)"
    rb"|<((?:[0-9A-Fa-f]{2})+)>(?=[^>])"
    rb"|([\[\]]|<<|>>)"
    rb")"
)
# The lists in a table of letters, and what is in them: the numbers of glyphs and their letters.
_LISTS: Final = re.compile(rb"\bbeginbf(char|range)\b(.*?)\bendbf\1\b", re.DOTALL)
_NUMBER: Final = rb"<((?:[0-9A-Fa-f]{2}){1,4})>\s*"
_PAIR: Final = re.compile(_NUMBER + rb"<((?:[0-9A-Fa-f]{2})+)>\s*")
_RANGE: Final = re.compile(_NUMBER * 3)
_ONLY_PAIRS: Final = re.compile(rb"\s*(?:" + _PAIR.pattern + rb")*")
_ONLY_RANGES: Final = re.compile(rb"\s*(?:" + _RANGE.pattern + rb")*")
_NOT_PLAIN: Final = re.compile(rb"[%{}]|usecmap|cidrange|cidchar|notdef")
_BOOLS: Final = {b"true": True, b"false": False}
_IMAGE: Final = KWD(b"ID")  # what follows are the bytes of a picture, no tokens
_COMPOUND: Final = frozenset(
    {
        KEYWORD_ARRAY_BEGIN,
        KEYWORD_ARRAY_END,
        KEYWORD_DICT_BEGIN,
        KEYWORD_DICT_END,
        KEYWORD_PROC_BEGIN,
        KEYWORD_PROC_END,
        KWD(b"BI"),
        _IMAGE,
    }
)


_WORD: Final = 3  # its group in the expression


def _word(text: bytes) -> "PSBaseParserToken":
    return _BOOLS[text] if text in _BOOLS else KWD(text)


# By the groups of the expression, from 1.
_MAKERS: Final[tuple["Callable[[bytes], PSBaseParserToken]", ...]] = (
    bytes,
    int,
    float,
    _word,
    lambda name: LIT(str(name, "utf-8")),
    bytes,
    lambda digits: bytes.fromhex(str(digits, "ascii")),
    KWD,
)


class _Quick(PSBaseParser):
    """Takes plain tokens at once, up to a word behind which something else may follow."""

    last_words: frozenset["PSBaseParserToken"] = frozenset({_IMAGE})

    def _parse_main(self, s: bytes, i: int) -> int:
        match, tokens, place = _PLAIN.match, self._tokens, self.bufpos
        while found := match(s, i):
            kind = found.lastindex or 0
            token = _MAKERS[kind](found[kind])
            tokens.append((place + found.start(kind), token))
            i = found.end()
            if kind == _WORD and token in self.last_words:
                break
        return i if tokens else super()._parse_main(s, i)

    def nexttoken(self) -> tuple[int, "PSBaseParserToken"]:
        return self._tokens.pop(0) if self._tokens else super().nexttoken()


class ContentParser(_Quick, PDFContentParser):
    """Yields operands and operators of a page."""

    def nextobject(self) -> "PSStackEntry[PSKeyword | PDFStream]":
        """Return the next operand or operator with its place."""
        if self.results or self.context or self.curstack:
            return super().nextobject()
        place, token = self.nexttoken()
        if isinstance(token, PSKeyword) and token in _COMPOUND:
            self._tokens.insert(0, (place, token))
            return super().nextobject()
        return place, token


class _TableParser(_Quick, CMapParser):
    """Reads which letters the glyphs of a font are."""


class _ObjectParser(_Quick, PDFParser):
    """Reads the objects of a file one by one, each from its place."""

    last_words = frozenset({PDFParser.KEYWORD_STREAM, PDFParser.KEYWORD_ENDOBJ})


def read_objects_quickly(document: "PDFDocument", data: bytes) -> None:
    """Let an open file read its objects with this; its table of them was read by pdfminer."""
    before = document._parser  # noqa: SLF001 - pdfplumber has no way to give it one
    parser = _ObjectParser(BytesIO(data))
    parser.set_document(document)
    parser.fallback = before is not None and before.fallback  # that is how streams end
    document._parser = parser  # noqa: SLF001


class Fonts(PDFResourceManager):
    """The fonts of one file."""

    def get_font(self, objid: object, spec: "Mapping[str, object]") -> "PDFFont":
        """Return a font, made when a page first asks for it."""
        table = resolve1(spec.get("ToUnicode"))
        if objid in self._cached_fonts or not isinstance(table, PDFStream) or _has_parts(spec):
            return super().get_font(objid, spec)
        letters = FileUnicodeMap()
        content = table.get_data()
        if not add_plain_letters(letters, content):
            _TableParser(letters, BytesIO(content)).run()
        font = super().get_font(objid, {**spec, "ToUnicode": PDFStream({}, b"")})
        if isinstance(font, PDFSimpleFont | PDFCIDFont):
            font.unicode_map = letters
        return font


def add_plain_letters(letters: FileUnicodeMap, table: bytes) -> bool:
    """Take the letters out of a table of plain pairs and ranges; tell whether it was so plain.

    Other tables are left to pdfminer.
    """
    own, _, rest = table.partition(b"endcmap")
    lists = _LISTS.findall(own)
    is_plain = own.count(b"beginbf") == len(lists) and all(
        (_ONLY_PAIRS if kind == b"char" else _ONLY_RANGES).fullmatch(inside)
        for kind, inside in lists
    )
    if not is_plain or _NOT_PLAIN.search(own) or b"begincmap" in rest:
        return False
    for kind, inside in lists:
        for number, letter in _PAIR.findall(inside) if kind == b"char" else _written_out(inside):
            letters.add_cid2unichr(int(number, 16), bytes.fromhex(str(letter, "ascii")))
    return True


def _written_out(ranges: bytes) -> "Iterator[tuple[bytes, bytes]]":
    """Yield the pairs of ranges such as <05> <07> <0041>: 5 is A, 6 is B, 7 is C."""
    for start, end, letter in _RANGE.findall(ranges):
        if len(start) == len(end):
            first, size = int(letter, 16), len(letter)
            for step in range(int(end, 16) - int(start, 16) + 1):
                code = (first + step) % 16**size
                yield b"%X" % (int(start, 16) + step), b"%0*X" % (size, code)


def _has_parts(spec: "Mapping[str, object]") -> bool:
    """Tell whether the font is made of others: pdfminer asks for those with the same table."""
    return "DescendantFonts" in spec
