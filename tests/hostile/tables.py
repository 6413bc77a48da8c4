"""PDFs whose inner bookkeeping lies: tables in streams, objects in objects, updates, two faces."""

import io
import struct
import zipfile
import zlib
from collections.abc import Sequence
from typing import Final

from tests.hostile.raw import (
    CATALOG,
    LETTER,
    PAGE,
    PAGES,
    one_page,
    packed,
    pdf,
    stream,
)

HEAD: Final = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
PARTS: Final = (CATALOG, PAGES, PAGE, stream(LETTER))
Row = tuple[int, int, int]


def _rows(rows: Sequence[Row]) -> bytes:
    return b"".join(struct.pack(">BIH", *row) for row in rows)


def _written(parts: Sequence[bytes]) -> tuple[bytes, list[Row]]:
    """Return the objects one after the other, and where each of them stands."""
    whole, rows = bytearray(HEAD), [(0, 0, 65_535)]
    for number, part in enumerate(parts, start=1):
        rows.append((1, len(whole), 0))
        whole += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    return bytes(whole), rows


def _with_table(
    parts: Sequence[bytes], more: Sequence[Row] = (), *, keys: bytes = b"", size: int | None = None
) -> bytes:
    """Return a PDF whose table is a stream, with rows after those of its objects."""
    whole, rows = _written(parts)
    rows += [*more, (1, len(whole), 0)]
    said = len(rows) if size is None else size
    table = packed(_rows(rows), b"/Type /XRef /W [1 4 2] /Size %d /Root 1 0 R %s" % (said, keys))
    own = b"%d 0 obj\n%s\nendobj\n" % (len(rows) - 1, table)
    return whole + own + b"startxref\n%d\n%%%%EOF\n" % len(whole)


def table_of_wide_numbers() -> bytes:
    """A table in a stream whose numbers are two thousand million bytes wide."""
    return _with_table(PARTS, keys=b"/W [1 2147483647 2]")


def table_of_no_width() -> bytes:
    """A table in a stream whose rows have no bytes."""
    whole, rows = _written(PARTS)
    table = stream(_rows(rows), b"/Type /XRef /W [0 0 0] /Size 2147483647 /Root 1 0 R")
    return whole + b"5 0 obj\n" + table + b"\nendobj\nstartxref\n%d\n%%%%EOF\n" % len(whole)


def table_of_odd_ranges() -> bytes:
    """A table in a stream whose ranges are below nothing, and overlap a thousand times."""
    ranges = b"/Index [-5 10 0 2147483647 " + b"0 6 " * 1_000 + b"]"
    return _with_table(PARTS, keys=ranges)


def table_of_no_table() -> bytes:
    """A table in a stream that was cut off in the middle of its deflated bytes."""
    whole, rows = _written(PARTS)
    half = zlib.compress(_rows(rows * 50))[:20]
    table = stream(half, b"/Type /XRef /W [1 4 2] /Size 6 /Root 1 0 R /Filter /FlateDecode")
    return whole + b"5 0 obj\n" + table + b"\nendobj\nstartxref\n%d\n%%%%EOF\n" % len(whole)


def table_with_odd_predictor() -> bytes:
    """A table in a stream with a predictor of two thousand million columns."""
    parms = b"/DecodeParms << /Predictor 12 /Columns 2147483647 /Colors 99 /BitsPerComponent 64 >>"
    return _with_table(PARTS, keys=parms)


def tables_in_a_ring() -> bytes:
    """Two tables in streams that each name the other as the one before it."""
    whole, rows = _written(PARTS)
    keys = b"/Type /XRef /W [1 4 2] /Size 7 /Root 1 0 R /Prev %010d"
    length = len(b"5 0 obj\n" + stream(_rows(rows), keys % 0) + b"\nendobj\n")
    first, second = len(whole), len(whole) + length
    body = b"".join(
        b"%d 0 obj\n%s\nendobj\n" % (number, stream(_rows(rows), keys % other))
        for number, other in ((5, second), (6, first))
    )
    return whole + body + b"startxref\n%d\n%%%%EOF\n" % first


def table_beside_a_table() -> bytes:
    """An old table whose stream beside it is that table."""
    data = one_page(stream(LETTER), trailer=b"/XRefStm 0000000000")
    place = b"/XRefStm %010d" % data.index(b"xref\n0")
    return data.replace(b"/XRefStm 0000000000", place)


def root_that_is_nothing() -> bytes:
    """A table whose catalogue is an object that was removed."""
    return one_page(stream(LETTER)).replace(b"/Root 1 0 R", b"/Root 99 0 R")


def root_of_itself() -> bytes:
    """A catalogue that is a reference to itself."""
    return pdf(b"1 0 R", PAGES, PAGE, stream(LETTER))


def references_in_a_ring() -> bytes:
    """A page whose content is a reference to a reference to that reference."""
    return one_page(b"5 0 R", b"6 0 R", b"4 0 R")


def objects_in_each_other() -> bytes:
    """Two object streams that each stand in the other."""
    held = stream(b"7 0 << /Type /Catalog >>", b"/Type /ObjStm /N 1 /First 4")
    return _with_table((*PARTS, held), [(2, 7, 0), (2, 6, 0)])


def objects_after_each_other() -> bytes:
    """Object streams that extend each other in a ring, with places outside of themselves."""
    one = stream(b"1 -9 2 99999999 << >>", b"/Type /ObjStm /N 2 /First 99999 /Extends 6 0 R")
    two = stream(b"1 0 2 0 << >>", b"/Type /ObjStm /N 2 /First -4 /Extends 5 0 R")
    return _with_table((*PARTS, one, two), [(2, 5, 1), (2, 6, 0)])


def pages_in_many_streams() -> bytes:
    """A page that stands in twenty thousand object streams, which are all the same one."""
    held = stream(b"9 0 " + PAGE, b"/Type /ObjStm /N 1 /First 4")
    return _with_table((*PARTS, held), [(2, 5, number % 3) for number in range(20_000)])


def updates_by_the_hundred() -> bytes:
    """A letter that was changed five hundred times; its last state counts."""
    data = bytearray(one_page(stream(b"BT ET")))
    before = bytes(data).index(b"xref\n0")
    for number in range(500):
        place = len(data)
        text = LETTER if number == 499 else b"BT /F1 12 Tf 70 700 Td (versie %d) Tj ET" % number
        data += b"4 0 obj\n%s\nendobj\n" % stream(text)
        table = len(data)
        data += b"xref\n4 1\n%010d 00000 n \ntrailer\n" % place
        data += b"<< /Size 5 /Root 1 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF\n" % (before, table)
        before = table
    return bytes(data)


def same_object_often() -> bytes:
    """A file without a table in which the page was written a hundred thousand times."""
    whole, _ = _written(PARTS)
    again = b"3 0 obj\n" + PAGE + b"\nendobj\n"
    return whole + again * 100_000 + b"trailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF\n"


def many_trailers() -> bytes:
    """A file that ends a hundred thousand times, each time at a place that is none."""
    return one_page(stream(LETTER)) + b"trailer\n<< /Prev 12 >>\nstartxref\n12\n%%EOF\n" * 100_000


def numbers_beyond_all() -> bytes:
    """Objects that are numbered beyond what a number can hold."""
    data = one_page(stream(LETTER))
    return data.replace(b"4 0 obj", b"99999999999999999999 65536 obj").replace(
        b"/Contents 4 0 R", b"/Contents 99999999999999999999 65536 R"
    )


def size_below_nothing() -> bytes:
    """A table that says that the file has less than no objects."""
    return one_page(stream(LETTER)).replace(b"/Size 5", b"/Size -5")


def count_below_nothing() -> bytes:
    """A tree that says that it holds less than no pages."""
    return pdf(CATALOG, PAGES.replace(b"/Count 1", b"/Count -1"), PAGE, stream(LETTER))


def tree_of_no_kind() -> bytes:
    """A tree of pages in which nothing says what it is."""
    tree = PAGES.replace(b"/Type /Pages ", b"")
    return pdf(CATALOG, tree, PAGE.replace(b"/Type /Page ", b""), stream(LETTER))


def kids_of_every_kind() -> bytes:
    """A tree of pages with a number, a text, nothing, a stream and itself beside its one page."""
    kids = b"[42 (tekst) null 4 0 R 2 0 R 3 0 R /Naam [3 0 R]]"
    return pdf(CATALOG, PAGES.replace(b"[3 0 R]", kids), PAGE, stream(LETTER))


def parent_is_the_child() -> bytes:
    """A page that is its own parent, and takes its size from there."""
    page = PAGE.replace(b"/Parent 2 0 R /MediaBox [0 0 595 842]", b"/Parent 3 0 R")
    return one_page(stream(LETTER), page=page)


def sizes_in_a_ring() -> bytes:
    """A page whose size is a list of references to that list."""
    page = PAGE.replace(b"[0 0 595 842]", b"5 0 R")
    return one_page(stream(LETTER), b"[5 0 R 5 0 R 5 0 R 5 0 R]", page=page)


def bent_numbers() -> bytes:
    """A page whose size is written with signs, points and letters that belong to no number."""
    return one_page(stream(LETTER), page=PAGE.replace(b"[0 0 595 842]", b"[--0 0.0.0 +-595 8_42]"))


def long_comment() -> bytes:
    """A comment of twenty million characters before the first object."""
    return HEAD + b"%" + b"a" * 20_000_000 + b"\n" + one_page(stream(LETTER))


def long_name() -> bytes:
    """A name of a million characters, each written as a number."""
    return one_page(
        stream(LETTER), page=PAGE.replace(b"/Parent", b"/" + b"#41" * 10**6 + b" 1 /Parent")
    )


def text_without_end() -> bytes:
    """A text of a million brackets that open and never close."""
    return one_page(stream(LETTER), b"(" * 1_000_000)


def stream_without_end() -> bytes:
    """A file whose only content starts a stream and never ends it."""
    data = one_page(stream(LETTER))
    place = data.index(b"endstream")
    return data[:place] + b" " * 100_000


def version_of_nothing() -> bytes:
    """A PDF of a version that does not exist."""
    return one_page(stream(LETTER)).replace(b"%PDF-1.7", b"%PDF-9.99999999999999999999")


def outline_in_a_ring() -> bytes:
    """A table of contents whose entries follow each other for ever."""
    entry = b"<< /Title (a) /Parent 5 0 R /First 6 0 R /Last 6 0 R /Next 6 0 R /Prev 6 0 R >>"
    catalog = CATALOG.replace(b">>", b"/Outlines 5 0 R /PageMode /UseOutlines >>")
    top = b"<< /Type /Outlines /First 6 0 R /Last 6 0 R /Count 2147483647 >>"
    return one_page(stream(LETTER), top, entry, catalog=catalog)


def names_in_a_ring() -> bytes:
    """Trees of names and of page labels whose branches are themselves."""
    branch = b"<< /Kids [5 0 R 5 0 R] /Limits [(a) (z)] >>"
    catalog = CATALOG.replace(
        b">>",
        b"/Names << /EmbeddedFiles 5 0 R /JavaScript 5 0 R >> /PageLabels 5 0 R /Dests 5 0 R >>",
    )
    return one_page(stream(LETTER), branch, catalog=catalog)


def structure_in_a_ring() -> bytes:
    """Tags for who cannot see, whose parts are each other's parts."""
    tag = b"<< /Type /StructElem /S /P /P 5 0 R /K [6 0 R 5 0 R 0] /Pg 3 0 R >>"
    catalog = CATALOG.replace(b">>", b"/StructTreeRoot 5 0 R /MarkInfo << /Marked true >> >>")
    top = b"<< /Type /StructTreeRoot /K 6 0 R /ParentTree << /Nums [0 5 0 R] /Kids [5 0 R] >> >>"
    return one_page(stream(LETTER), top, tag, catalog=catalog)


def beads_in_a_ring() -> bytes:
    """Articles whose threads run in circles through the page."""
    bead = b"<< /T 5 0 R /N 6 0 R /V 6 0 R /P 3 0 R /R [0 0 9 9] >>"
    catalog = CATALOG.replace(b">>", b"/Threads [5 0 R] >>")
    return one_page(
        stream(LETTER), b"<< /F 6 0 R >>", bead, catalog=catalog,
        page=PAGE.replace(b"/Parent", b"/B [6 0 R] /Parent"),
    )  # fmt: skip


def also_a_zip() -> bytes:
    """A letter that is a ZIP with another file in it at the same time."""
    target = io.BytesIO(one_page(stream(LETTER)))
    with zipfile.ZipFile(target, "a") as archive:
        archive.writestr("anders.pdf", b"%PDF-1.7\n")
    return target.getvalue()


def also_a_web_page() -> bytes:
    """A letter that a browser takes for a page with a script."""
    page = b"<html><script>alert(1)</script><!--\n"
    return page + one_page(stream(LETTER)) + b"--></html>"


def also_a_picture() -> bytes:
    """A JPEG that goes on as a letter."""
    from tests.pages import encoded, picture  # noqa: PLC0415 - only this one draws

    return encoded(picture(dpi=60).convert("L"), "JPEG") + one_page(stream(LETTER))


def two_letters_in_one() -> bytes:
    """Two whole files after one another; the places in the second one do not count on the first."""
    return one_page(stream(LETTER)) + one_page(stream(LETTER.replace(b"mei", b"juni")))


def head_of_two_lines() -> bytes:
    """A PDF in which every end of a line became two, as by a wrong transfer of files."""
    return one_page(stream(LETTER)).replace(b"\n", b"\r\n")


def seven_bits() -> bytes:
    """A PDF of which every byte lost its highest bit on the way."""
    return bytes(each & 0x7F for each in one_page(packed(LETTER * 3)))


def written_twice_wide() -> bytes:
    """A PDF that was saved as text of two bytes each."""
    return one_page(stream(LETTER)).decode("latin-1").encode("utf-16")


def references_in_a_stream() -> bytes:
    """The same ring of references, hidden in an object stream."""
    inner = b"4 0 6 6 7 12 6 0 R 7 0 R 4 0 R"
    held = packed(inner, b"/Type /ObjStm /N 3 /First 13")
    whole, rows = _written((CATALOG, PAGES, PAGE, b"null", held))
    rows[4] = (2, 5, 0)
    rows += [(2, 5, 1), (2, 5, 2), (1, len(whole), 0)]
    table = packed(_rows(rows), b"/Type /XRef /W [1 4 2] /Size 9 /Root 1 0 R")
    return whole + b"8 0 obj\n" + table + b"\nendobj\nstartxref\n%d\n%%%%EOF\n" % len(whole)
