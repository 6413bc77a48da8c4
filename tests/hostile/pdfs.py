"""PDFs that loop, lie about themselves, grow without end or want something done."""

import io
import zlib
from collections.abc import Callable
from typing import Final

import pikepdf

from tests.hostile.raw import (
    BOX,
    CATALOG,
    FONT,
    LETTER,
    PAGE,
    PAGES,
    one_page,
    packed,
    page_with,
    pdf,
    stream,
    zeros,
)
from tests.pages import text_pdf

GIB: Final = 1 << 30
MANY: Final = 100_000
FORM: Final = b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] "
IMAGE: Final = b"/Type /XObject /Subtype /Image /ColorSpace /DeviceGray /BitsPerComponent 8 "


def looping_xref() -> bytes:
    """A table that says that the one before it is itself."""
    data = one_page(stream(LETTER), trailer=b"/Prev 0000000000")
    return data.replace(b"/Prev 0000000000", b"/Prev %010d" % data.index(b"xref\n0"))


def xref_between_two() -> bytes:
    """Two tables that each say that the other is the one before it."""
    first = one_page(stream(LETTER), trailer=b"/Prev 1111111111")
    table = first.index(b"xref\n0")
    more = b"xref\n0 0\ntrailer\n<< /Size 5 /Root 1 0 R /Prev %d >>\n" % table
    second = len(first)
    whole = first.replace(b"/Prev 1111111111", b"/Prev %010d" % second)
    return whole + more + b"startxref\n%d\n%%%%EOF\n" % second


def wrong_offsets() -> bytes:
    """A table in which every place is seven bytes off."""
    return pdf(CATALOG, PAGES, PAGE, stream(LETTER), shift=7)


def no_table() -> bytes:
    """A PDF whose table and end are gone."""
    data = one_page(stream(LETTER))
    return data[: data.index(b"xref\n0")]


def table_far_away() -> bytes:
    """A table that should stand past the end of the file."""
    return one_page(stream(LETTER)).replace(b"startxref\n", b"startxref\n99999999")


def length_too_long() -> bytes:
    """A stream that claims to be longer than the file."""
    return one_page(stream(LETTER, length=99_999_999))


def length_too_short() -> bytes:
    """A stream that claims to hold three bytes."""
    return one_page(stream(LETTER, length=3))


def length_below_nothing() -> bytes:
    """A stream of less than no bytes."""
    return one_page(stream(LETTER, length=-5))


def length_of_itself() -> bytes:
    """A stream whose length stands in the stream itself."""
    return one_page(b"<< /Length 4 0 R >>\nstream\n" + LETTER + b"\nendstream")


def form_in_itself() -> bytes:
    """A form that draws itself."""
    form = stream(LETTER + b" /Fm Do", FORM + b"/Resources << /XObject << /Fm 5 0 R >> >>")
    return one_page(stream(b"/Fm Do"), form, page=page_with(b"/XObject << /Fm 5 0 R >>"))


def forms_in_a_ring() -> bytes:
    """Two forms that draw each other, twice each."""
    one = stream(b"/Fm Do /Fm Do", FORM + b"/Resources << /XObject << /Fm 6 0 R >> >>")
    two = stream(b"/Fm Do /Fm Do", FORM + b"/Resources << /XObject << /Fm 5 0 R >> >>")
    return one_page(stream(b"/Fm Do"), one, two, page=page_with(b"/XObject << /Fm 5 0 R >>"))


def forms_that_double() -> bytes:
    """Thirty forms that each draw the next one twice: a thousand million of the last."""
    forms = [
        stream(b"/Fm Do /Fm Do", FORM + b"/Resources << /XObject << /Fm %d 0 R >> >>" % number)
        for number in range(6, 36)
    ]
    last = stream(LETTER, FORM + FONT)
    return one_page(stream(b"/Fm Do"), *forms, last, page=page_with(b"/XObject << /Fm 5 0 R >>"))


def pattern_in_itself() -> bytes:
    """A pattern that is painted with itself."""
    pattern = stream(
        b"/Pattern cs /P scn 0 0 9 9 re f",
        b"/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 9"
        b" /YStep 9 /Resources << /Pattern << /P 5 0 R >> >>",
    )
    paint = b"/Pattern cs /P scn 0 0 595 842 re f"
    return one_page(stream(paint), pattern, page=page_with(b"/Pattern << /P 5 0 R >>"))


def pattern_of_specks() -> bytes:
    """A pattern of a hundredth of a point over the whole page."""
    pattern = stream(
        b"0 0 .005 .005 re f",
        b"/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 .01 .01] /XStep .01"
        b" /YStep .01 /Resources << >>",
    )
    paint = b"/Pattern cs /P scn 0 0 595 842 re f"
    return one_page(stream(paint), pattern, page=page_with(b"/Pattern << /P 5 0 R >>"))


def glyph_in_itself() -> bytes:
    """A character of a font that is drawn with that character."""
    font = (
        b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [.1 0 0 .1 0 0]"
        b" /CharProcs << /a 6 0 R >> /Encoding << /Differences [97 /a] >> /FirstChar 97"
        b" /LastChar 97 /Widths [9] /Resources << /Font << /F1 5 0 R >> >> >>"
    )
    glyph = stream(b"9 0 d0 BT /F1 1 Tf (aa) Tj ET")
    show = stream(b"BT /F1 12 Tf 70 700 Td (aaaa) Tj ET")
    return one_page(show, font, glyph, page=page_with(b"/Font << /F1 5 0 R >>"))


def endless_inline_image() -> bytes:
    """An image within the page that never ends."""
    content = b"BI /W 10 /H 10 /BPC 8 /CS /G ID " + b"abcdefgh" * 100_000
    return one_page(stream(content))


def huge_inline_image() -> bytes:
    """An image within the page of 60,000 by 60,000 pixels, of which a few bytes are there."""
    return one_page(stream(b"q 595 0 0 842 0 0 cm BI /W 60000 /H 60000 /BPC 8 /CS /G ID aa\nEI Q"))


def many_pages() -> bytes:
    """A hundred thousand pages below one node."""
    kids = b" ".join(b"%d 0 R" % number for number in range(4, MANY + 4))
    tree = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, MANY)
    page = b"<< /Type /Page /Parent 2 0 R " + BOX + b" /Contents 3 0 R >>"
    return pdf(CATALOG, tree, stream(LETTER), *[page] * MANY)


def same_page_often() -> bytes:
    """One page that stands in the tree a hundred thousand times."""
    tree = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b"3 0 R " * MANY, MANY)
    return pdf(CATALOG, tree, PAGE, stream(LETTER))


def tree_that_doubles() -> bytes:
    """Thirty nodes that each name the next one twice: a thousand million pages."""
    nodes = [
        b"<< /Type /Pages /Kids [%d 0 R %d 0 R] /Count %d >>" % (number, number, 2 ** (34 - number))
        for number in range(3, 33)
    ]
    return pdf(CATALOG, *nodes, PAGE.replace(b"4 0 R", b"33 0 R"), stream(LETTER))


def pages_that_loop() -> bytes:
    """A node of the tree of pages that is its own kid."""
    tree = b"<< /Type /Pages /Kids [3 0 R 2 0 R] /Count 2 >>"
    return pdf(CATALOG, tree, PAGE, stream(LETTER))


def wrong_count() -> bytes:
    """A tree that says that it holds two thousand million pages, and holds one."""
    tree = PAGES.replace(b"/Count 1", b"/Count 2147483647")
    return pdf(CATALOG, tree, PAGE, stream(LETTER))


def deep_tree() -> bytes:
    """One page below twenty thousand nodes."""
    nodes = [b"<< /Type /Pages /Kids [%d 0 R] /Count 1 >>" % n for n in range(3, 20_003)]
    return pdf(CATALOG, *nodes, PAGE.replace(b"4 0 R", b"20004 0 R"), stream(LETTER))


def huge_page() -> bytes:
    """A page of 5 by 5 kilometres."""
    return one_page(stream(LETTER), page=PAGE.replace(b"595 842", b"14400000 14400000"))


def page_of_no_size() -> bytes:
    """A page without width or height."""
    return one_page(stream(LETTER), page=PAGE.replace(b"595 842", b"0 0"))


def page_of_no_number() -> bytes:
    """A page whose size is more than a number can hold."""
    return one_page(stream(LETTER), page=PAGE.replace(b"595 842", b"9" * 400 + b" " + b"9" * 400))


def huge_unit() -> bytes:
    """A page whose unit makes it a thousand kilometres long."""
    return one_page(stream(LETTER), page=PAGE.replace(b"/Parent", b"/UserUnit 5000000 /Parent"))


def huge_image() -> bytes:
    """A picture of 20,000 by 20,000 pixels that was packed into little."""
    image = stream(zeros(400 << 20), IMAGE + b"/Width 20000 /Height 20000 /Filter /FlateDecode")
    show = stream(b"q 595 0 0 842 0 0 cm /Im Do Q")
    return one_page(show, image, page=page_with(b"/XObject << /Im 5 0 R >>"))


def image_in_a_form() -> bytes:
    """The same picture in a form in a form in a form ... six deep."""
    image = stream(zeros(400 << 20), IMAGE + b"/Width 20000 /Height 20000 /Filter /FlateDecode")
    forms = [
        stream(b"/Fm Do", FORM + b"/Resources << /XObject << /Fm %d 0 R >> >>" % number)
        for number in range(6, 11)
    ]
    last = stream(
        b"q 595 0 0 842 0 0 cm /Im Do Q", FORM + b"/Resources << /XObject << /Im 11 0 R >> >>"
    )
    page = page_with(b"/XObject << /Fm 5 0 R >>")
    return one_page(stream(b"/Fm Do"), *forms, last, image, page=page)


def huge_mask() -> bytes:
    """A small picture whose mask has 20,000 by 20,000 pixels."""
    mask = stream(zeros(400 << 20), IMAGE + b"/Width 20000 /Height 20000 /Filter /FlateDecode")
    image = stream(b"\x80" * 100, IMAGE + b"/Width 10 /Height 10 /SMask 6 0 R")
    show = stream(b"q 595 0 0 842 0 0 cm /Im Do Q")
    return one_page(show, image, mask, page=page_with(b"/XObject << /Im 5 0 R >>"))


def lying_image() -> bytes:
    """A picture that says that it is ten pixels wide and unpacks to a thousand million bytes."""
    image = stream(zeros(GIB), IMAGE + b"/Width 10 /Height 10 /Filter /FlateDecode")
    show = stream(b"q 595 0 0 842 0 0 cm /Im Do Q")
    return one_page(show, image, page=page_with(b"/XObject << /Im 5 0 R >>"))


def bomb() -> bytes:
    """A page whose content unpacks to ten thousand million zeros."""
    return one_page(stream(zeros(10 * GIB), b"/Filter /FlateDecode"))


def bomb_in_a_bomb() -> bytes:
    """The same, packed twice: a file of forty thousand bytes."""
    twice = zlib.compress(zeros(10 * GIB), 9)
    return one_page(stream(twice, b"/Filter [/FlateDecode /FlateDecode]"))


def bomb_behind_ascii() -> bytes:
    """A bomb that is written in hexadecimal first."""
    written = zeros(GIB).hex().encode() + b">"
    return one_page(stream(written, b"/Filter [/ASCIIHexDecode /FlateDecode]"))


def bomb_of_runs() -> bytes:
    """Content packed by run length on top of deflate."""
    runs = zlib.compress(b"\x81\x20" * (8 << 20), 9)
    return one_page(stream(runs, b"/Filter [/FlateDecode /RunLengthDecode]"))


def bomb_by_another_name() -> bytes:
    """A bomb whose filter is written with an escape and in its short form."""
    return one_page(stream(zeros(GIB), b"/Filter /Fl#61teDecode"))


def bomb_in_lzw() -> bytes:
    """LZW that unpacks to a hundred times as much, on top of deflate."""
    codes = zlib.compress(bytes(2 << 20), 9)
    return one_page(stream(codes, b"/Filter [/FlateDecode /LZWDecode]"))


def bomb_in_a_font() -> bytes:
    """A font whose table of letters unpacks to a thousand million bytes."""
    table = stream(zeros(GIB), b"/Filter /FlateDecode")
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>"
    return one_page(stream(LETTER), font, table, page=page_with(b"/Font << /F1 5 0 R >>"))


def bomb_as_table() -> bytes:
    """A table of the file itself, in a stream, that unpacks to a thousand million bytes."""
    body = b"%PDF-1.7\n" + b"1 0 obj\n" + CATALOG + b"\nendobj\n"
    place = len(body)
    table = stream(
        zeros(GIB),
        b"/Type /XRef /W [1 2 1] /Size 100000000 /Root 1 0 R /Filter /FlateDecode",
    )
    return body + b"7 0 obj\n" + table + b"\nendobj\nstartxref\n%d\n%%%%EOF\n" % place


def wide_map() -> bytes:
    """A font that maps a range of letters without end."""
    table = stream(
        b"1 begincodespacerange <00000000> <ffffffff> endcodespacerange "
        b"1 beginbfrange <00000000> <7fffffff> <0041> endbfrange"
    )
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>"
    return one_page(stream(LETTER), font, table, page=page_with(b"/Font << /F1 5 0 R >>"))


def deep_arrays() -> bytes:
    """A hundred thousand arrays within each other."""
    return one_page(stream(LETTER), b"[" * MANY + b"]" * MANY)


def deep_dictionaries() -> bytes:
    """A hundred thousand dictionaries within each other, in the page itself."""
    nested = b"<< /A " * MANY + b"1" + b" >>" * MANY
    return one_page(stream(LETTER), page=PAGE.replace(b"/Parent", b"/A " + nested + b" /Parent"))


def deep_content() -> bytes:
    """A hundred thousand arrays within each other, in what is drawn."""
    return one_page(stream(b"[" * MANY + b"]" * MANY + b" TJ " + LETTER))


def deep_states() -> bytes:
    """Two hundred thousand saved states that are never restored."""
    return one_page(packed(b"q " * 200_000 + LETTER))


def many_operators() -> bytes:
    """Half a million strokes on one page."""
    return one_page(packed(b"0 0 m 9 9 l S " * 500_000))


def many_letters() -> bytes:
    """A page of two hundred thousand letters."""
    return one_page(packed(b"BT /F1 12 Tf 70 700 Td " + b"(aaaaaaaaaa) Tj " * 20_000 + b"ET"))


def objects_in_themselves() -> bytes:
    """An object stream that is to be found in itself."""
    head = b"%PDF-1.7\n1 0 obj\n" + CATALOG + b"\nendobj\n"
    held = stream(b"5 0 << >>", b"/Type /ObjStm /N 1 /First 4 /Extends 5 0 R")
    body = head + b"5 0 obj\n" + held + b"\nendobj\n"
    rows = [(0, 0, 255), (1, 9, 0), (2, 5, 0), (2, 5, 1), (2, 5, 2), (2, 5, 0), (1, len(body), 0)]
    table = b"".join(bytes((kind, *place.to_bytes(2, "big"), last)) for kind, place, last in rows)
    own = stream(table, b"/Type /XRef /W [1 2 1] /Size 7 /Root 1 0 R")
    return body + b"6 0 obj\n" + own + b"\nendobj\nstartxref\n%d\n%%%%EOF\n" % len(body)


def many_objects_in_a_stream() -> bytes:
    """An object stream that claims to hold two thousand million objects."""
    held = stream(b"8 0 << >>", b"/Type /ObjStm /N 2147483647 /First 4")
    return one_page(stream(LETTER), held)


def contents_that_loop() -> bytes:
    """Content that is a list in which the list itself stands."""
    return one_page(b"[4 0 R 4 0 R 5 0 R]", stream(LETTER))


def fields_in_a_ring() -> bytes:
    """A form whose fields are each other's parents and kids."""
    field = (
        b"<< /FT /Tx /T (a) /V (b) /Kids [%d 0 R] /Parent %d 0 R /Rect [9 9 99 99]"
        b" /Type /Annot /Subtype /Widget >>"
    )
    catalog = CATALOG.replace(b">>", b"/AcroForm << /Fields [5 0 R] /NeedAppearances true >> >>")
    page = PAGE.replace(b"/Parent", b"/Annots [5 0 R 6 0 R] /Parent")
    ring = (field % (6, 6), field % (5, 5))
    return one_page(stream(LETTER), *ring, page=page, catalog=catalog)


def note_in_itself() -> bytes:
    """A note whose picture is drawn with itself, and that answers itself."""
    note = (
        b"<< /Type /Annot /Subtype /Stamp /Rect [9 9 99 99] /AP << /N 6 0 R >> /IRT 5 0 R"
        b" /Popup 5 0 R >>"
    )
    look = stream(b"/Fm Do", FORM + b"/Resources << /XObject << /Fm 6 0 R >> >>")
    page = PAGE.replace(b"/Parent", b"/Annots [5 0 R] /Parent")
    return one_page(stream(LETTER), note, look, page=page)


def many_notes() -> bytes:
    """A hundred thousand notes on one page."""
    note = b"<< /Type /Annot /Subtype /FreeText /Rect [9 9 99 99] /Contents (a) >>"
    notes = b"[" + b"5 0 R " * MANY + b"]"
    page = PAGE.replace(b"/Parent", b"/Annots " + notes + b" /Parent")
    return one_page(stream(LETTER), note, page=page)


def _picture(filters: bytes, content: bytes, attributes: bytes = b"") -> bytes:
    image = stream(content, IMAGE + b"/Width 1000 /Height 1400 /Filter " + filters + attributes)
    show = stream(b"q 595 0 0 842 0 0 cm /Im Do Q")
    return one_page(show, image, page=page_with(b"/XObject << /Im 5 0 R >>"))


NOISE: Final = bytes((number * 73 + number // 7) % 256 for number in range(50_000))


def noise_as_jbig2() -> bytes:
    """A picture that is no JBIG2."""
    return _picture(b"/JBIG2Decode", NOISE)


def noise_as_fax() -> bytes:
    """A picture that is no fax."""
    return _picture(b"/CCITTFaxDecode", NOISE, b" /DecodeParms << /K -1 /Columns 1000 >>")


def wide_fax() -> bytes:
    """A fax whose rows are two thousand million pixels wide."""
    parms = b" /DecodeParms << /K -1 /Columns 2147483647 /Rows 2147483647 >>"
    return _picture(b"/CCITTFaxDecode", NOISE, parms)


def noise_as_jpeg() -> bytes:
    """A picture that is no JPEG."""
    return _picture(b"/DCTDecode", b"\xff\xd8\xff\xe0" + NOISE)


def noise_as_jpeg2000() -> bytes:
    """A picture that is no JPEG 2000."""
    return _picture(b"/JPXDecode", b"\x00\x00\x00\x0cjP  \r\n\x87\n" + NOISE)


def huge_jpeg_inside() -> bytes:
    """A JPEG of 65,500 by 65,500 pixels in a place for a thousand."""
    from tests.hostile.pictures import huge_jpeg  # noqa: PLC0415 - both need each other

    return _picture(b"/DCTDecode", huge_jpeg())


def _wanting(action: bytes) -> bytes:
    catalog = CATALOG.replace(b">>", b"/OpenAction << /S " + action + b" >> >>")
    return one_page(stream(LETTER), catalog=catalog)


def runs_script() -> bytes:
    """A script that is to be run on opening."""
    return _wanting(b"/JavaScript /JS (while\\(true\\){app.alert\\(1\\)})")


def launches() -> bytes:
    """A program that is to be started on opening."""
    return _wanting(b"/Launch /F (/bin/sh) /Win << /F (cmd.exe) >>")


def goes_to_address() -> bytes:
    """An address that is to be fetched on opening."""
    return _wanting(b"/URI /URI (http://127.0.0.1:9/)")


def submits() -> bytes:
    """A form that is to be sent on opening."""
    return _wanting(b"/SubmitForm /F << /FS /URL /F (http://127.0.0.1:9/) >>")


def reads_other_files() -> bytes:
    """Content that is to be read from another file."""
    content = b"<< /Length 0 /F (/etc/passwd) >>\nstream\n\nendstream"
    return one_page(b"[4 0 R 5 0 R]".replace(b"4 0 R", b"6 0 R"), content, stream(LETTER))


def holds_a_program() -> bytes:
    """A program that is attached to the letter."""
    names = b"/Names << /EmbeddedFiles << /Names [(a.exe) 5 0 R] >> >> >>"
    held = stream(b"MZ" + bytes(100), b"/Type /EmbeddedFile")
    spec = b"<< /Type /Filespec /F (a.exe) /EF << /F 6 0 R >> >>"
    catalog = CATALOG.replace(b">>", names)
    return one_page(stream(LETTER), spec, held, catalog=catalog)


def holds_xml() -> bytes:
    """A form in XML whose entities grow without end and ask for files."""
    entities = b"".join(
        b'<!ENTITY %c "%s">' % (97 + n, b"&%c;" % (96 + n) * 10) for n in range(1, 9)
    )
    xml = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY z SYSTEM "file:///etc/passwd">%s]><x>&i;&z;</x>'
    catalog = CATALOG.replace(b">>", b"/AcroForm << /XFA 5 0 R /Fields [] >> /Metadata 5 0 R >>")
    return one_page(stream(LETTER), stream(xml % entities), catalog=catalog)


def _locked(user: str, owner: str, revision: int) -> bytes:
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(text_pdf())) as opened:
        is_new = revision > 3
        lock = pikepdf.Encryption(user=user, owner=owner, R=revision, aes=is_new, metadata=is_new)
        opened.save(target, encryption=lock)
    return target.getvalue()


def locked_rc4() -> bytes:
    """Encrypted in the old way, with a password to open it."""
    return _locked("geheim", "meester", 3)


def locked_aes() -> bytes:
    """Encrypted in the new way, with a password to open it."""
    return _locked("geheim", "meester", 6)


def closed_to_change() -> bytes:
    """Encrypted with a password of the owner only: anyone may read it."""
    return _locked("", "meester", 6)


def lock_without_key() -> bytes:
    """Encrypted by something that does not exist."""
    lock = b"/Encrypt << /Filter /Onbekend /V 99 /R 99 /O (a) /U (b) /P -1 >> /ID [(a) (a)]"
    return one_page(stream(LETTER), trailer=lock)


def only_a_head() -> bytes:
    """The first line of a PDF and nothing else."""
    return b"%PDF-1.7\n"


def noise_after_a_head() -> bytes:
    """The first line of a PDF and noise."""
    return b"%PDF-1.7\n" + NOISE


def no_pages() -> bytes:
    """A PDF of no page."""
    return pdf(CATALOG, b"<< /Type /Pages /Kids [] /Count 0 >>")


def no_catalog() -> bytes:
    """A PDF whose catalogue is a number."""
    return pdf(b"42", PAGES, PAGE, stream(LETTER))


def after_a_megabyte() -> bytes:
    """A PDF with a picture of another kind before it."""
    return b"GIF89a" + bytes(900) + one_page(stream(LETTER))


def truncated(tenths: int) -> Callable[[], bytes]:
    """Return what makes a letter of three pages that was cut off."""

    def make() -> bytes:
        whole = text_pdf(*[["Hierbij maak ik bezwaar tegen uw besluit van 1 mei 2026."] * 30] * 3)
        return whole[: len(whole) * tenths // 10]

    make.__name__ = f"truncated_at_{tenths}_tenths"
    return make
