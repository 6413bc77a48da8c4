"""PDFs that carry other things: files, forms, notes, scripts, locks, signatures."""

import io
from typing import Final

import pikepdf

from tests.hostile.raw import CATALOG, LETTER, PAGE, one_page, packed, pdf, stream, zeros
from tests.pages import text_pdf

MANY: Final = 100_000


def _catalog(more: bytes) -> bytes:
    return CATALOG.replace(b">>", more + b" >>")


def letter_in_a_letter() -> bytes:
    """A letter in a letter in a letter ... thirty deep, each attached to the next."""
    inner = one_page(stream(LETTER))
    for _ in range(30):
        names = b"/Names << /EmbeddedFiles << /Names [(a.pdf) 5 0 R] >> >>"
        spec = b"<< /Type /Filespec /F (a.pdf) /EF << /F 6 0 R >> >>"
        held = packed(inner, b"/Type /EmbeddedFile /Subtype /application#2fpdf")
        inner = one_page(stream(LETTER), spec, held, catalog=_catalog(names))
    return inner


def files_by_the_thousand() -> bytes:
    """Ten thousand files attached to one letter, of which each is the same bomb."""
    spec = b"<< /Type /Filespec /F (../../a.exe) /UF (\xfe\xff\x20\x2e) /EF << /F 6 0 R >> >>"
    names = b"/Names << /EmbeddedFiles << /Names [%s] >> >>" % (b"(a) 5 0 R " * 10_000)
    bomb = stream(zeros(1 << 30), b"/Type /EmbeddedFile /Filter /FlateDecode")
    return one_page(stream(LETTER), spec, bomb, catalog=_catalog(names))


def portfolio() -> bytes:
    """A folder of files that is shown instead of its one page, which asks for another program."""
    names = b"/Collection << /View /T /D (a.pdf) >> /Names << /EmbeddedFiles << /Names [(a.pdf) 5 0 R] >> >>"
    spec = b"<< /Type /Filespec /F (a.pdf) /EF << /F 6 0 R >> >>"
    held = packed(one_page(stream(LETTER)), b"/Type /EmbeddedFile")
    cover = b"BT /F1 12 Tf 70 700 Td (Open deze portfolio in Adobe Reader) Tj ET"
    return one_page(stream(cover), spec, held, catalog=_catalog(names))


def portfolio_in_itself() -> bytes:
    """A folder of files in which the folder itself lies."""
    names = b"/Collection 5 0 R /Names << /EmbeddedFiles << /Names [(a.pdf) 5 0 R] >> >>"
    spec = b"<< /Type /Filespec /F (a.pdf) /EF << /F 5 0 R >> /RF << /F [(a) 5 0 R] >> /Folders 5 0 R >>"
    return one_page(stream(LETTER), spec, catalog=_catalog(names))


def only_xml() -> bytes:
    """A form that is in XML alone: whoever does not know that sees "please wait"."""
    xml = b"<xdp:xdp xmlns:xdp='http://ns.adobe.com/xdp/'><template><subform/></template></xdp:xdp>"
    form = b"/AcroForm << /XFA [(template) 5 0 R] /Fields [] >> /NeedsRendering true"
    wait = b"BT /F1 12 Tf 70 700 Td (Please wait... If this message is not replaced) Tj ET"
    return one_page(stream(wait), stream(xml), catalog=_catalog(form))


def deep_xml() -> bytes:
    """A form and a description in XML of a hundred thousand parts within each other."""
    xml = packed(b"<a>" * MANY + b"</a>" * MANY)
    more = b"/AcroForm << /XFA 5 0 R /Fields [] >> /Metadata 5 0 R"
    return one_page(stream(LETTER), xml, catalog=_catalog(more))


def fields_by_the_hundred_thousand() -> bytes:
    """A form of a hundred thousand fields that each hold the same text."""
    field = b"<< /FT /Tx /T (naam) /V (waarde) /Type /Annot /Subtype /Widget /Rect [9 9 99 99] >>"
    fields = b"[" + b"5 0 R " * MANY + b"]"
    form = b"/AcroForm << /Fields %s >>" % fields
    page = PAGE.replace(b"/Parent", b"/Annots " + fields + b" /Parent")
    return one_page(stream(LETTER), field, catalog=_catalog(form), page=page)


def fields_that_double() -> bytes:
    """Thirty fields that each hold the next one twice."""
    fields = [b"<< /T (a) /FT /Tx /Kids [%d 0 R %d 0 R] >>" % (n, n) for n in range(6, 36)]
    last = b"<< /T (b) /V (c) /FT /Tx /Type /Annot /Subtype /Widget /Rect [9 9 99 99] >>"
    form = b"/AcroForm << /Fields [5 0 R] >>"
    return one_page(stream(LETTER), *fields, last, catalog=_catalog(form))


def fields_of_long_texts() -> bytes:
    """A field with a text of twenty million letters."""
    field = (
        b"<< /FT /Tx /T (a) /V 6 0 R /Type /Annot /Subtype /Widget /Rect [70 70 500 700]"
        b" /AP << /N 7 0 R >> >>"
    )
    text = packed(b"a " * 10_000_000)
    look = packed(b"/Tx BMC BT /F1 9 Tf (" + b"a " * 5_000_000 + b") Tj ET EMC",
                  b"/Type /XObject /Subtype /Form /BBox [0 0 400 600]")  # fmt: skip
    page = PAGE.replace(b"/Parent", b"/Annots [5 0 R] /Parent")
    form = b"/AcroForm << /Fields [5 0 R] >>"
    return one_page(stream(LETTER), field, text, look, catalog=_catalog(form), page=page)


def parents_in_a_ring() -> bytes:
    """A field that takes its kind and its value from a parent that takes them from the field."""
    field = b"<< /T (a) /Parent %d 0 R /Type /Annot /Subtype /Widget /Rect [9 9 99 99] >>"
    page = PAGE.replace(b"/Parent", b"/Annots [5 0 R] /Parent")
    form = b"/AcroForm << /Fields [5 0 R] /DR 5 0 R /DA (/F1 0 Tf) >>"
    return one_page(stream(LETTER), field % 6, field % 5, catalog=_catalog(form), page=page)


def notes_by_the_million() -> bytes:
    """A page with a million notes in a list of lists that stands in itself."""
    note = b"<< /Type /Annot /Subtype /Text /Rect [9 9 99 99] /Contents (a) >>"
    notes = b"[" + b"5 0 R " * 1_000_000 + b"6 0 R]"
    page = PAGE.replace(b"/Parent", b"/Annots 6 0 R /Parent")
    return one_page(stream(LETTER), note, notes, page=page)


def notes_of_every_kind() -> bytes:
    """Notes without a place, with a place of text, of a kind that does not exist, and no notes."""
    notes = (
        b"[<< /Subtype /Ink /InkList [[1] (a) null [1 2 3]] /Rect [9 9 9 9] >>"
        b" << /Subtype /Onbekend >> << /Rect [(a) (b) (c) (d)] /Subtype /Widget /FT /Sig >>"
        b" 42 null (a) << /Subtype /Stamp /Rect [1e99 -1e99 1e99 -1e99] /AP << /N << /On 99 0 R >> >> >>"
        b" << /Subtype /Line /L [1] /Rect [0 0 9] /QuadPoints [1 2 3] /Border [null] /BS 3 0 R >>]"
    )
    return one_page(
        stream(LETTER), page=PAGE.replace(b"/Parent", b"/Annots " + notes + b" /Parent")
    )


def ink_without_end() -> bytes:
    """A drawn signature of a million points."""
    note = b"<< /Type /Annot /Subtype /Ink /Rect [9 9 99 99] /InkList [[%s]] >>" % (
        b"9 9 8 8 " * 250_000
    )
    return one_page(stream(LETTER), note, page=PAGE.replace(b"/Parent", b"/Annots [5 0 R] /Parent"))


def signed_by_nobody() -> bytes:
    """A signature over bytes that do not exist, of noise, in a field that is its own parent."""
    sign = (
        b"<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached"
        b" /ByteRange [0 99999999999 -5 2147483647] /Contents <" + b"30ff" * 50_000 + b"> >>"
    )
    field = b"<< /FT /Sig /T (s) /V 6 0 R /Parent 5 0 R /Type /Annot /Subtype /Widget /Rect [9 9 99 99] >>"
    form = b"/AcroForm << /Fields [5 0 R] /SigFlags 3 >>"
    page = PAGE.replace(b"/Parent", b"/Annots [5 0 R] /Parent")
    return one_page(stream(LETTER), field, sign, catalog=_catalog(form), page=page)


def signed_deeply() -> bytes:
    """A signature whose certificate is a hundred thousand parts within each other."""
    deep = (b"30808080" * 50_000)[:200_000]
    sign = (
        b"<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached"
        b" /ByteRange [0 9 9 9] /Contents <" + deep + b"> >>"
    )
    field = b"<< /FT /Sig /T (s) /V 6 0 R /Type /Annot /Subtype /Widget /Rect [9 9 99 99] >>"
    form = b"/AcroForm << /Fields [5 0 R] /SigFlags 3 >>"
    page = PAGE.replace(b"/Parent", b"/Annots [5 0 R] /Parent")
    return one_page(stream(LETTER), field, sign, catalog=_catalog(form), page=page)


def signatures_by_the_thousand() -> bytes:
    """Five thousand fields that hold the same signature of noise."""
    sign = (
        b"<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached"
        b" /ByteRange [0 500 600 700] /Contents <" + b"3082" * 2_000 + b"> >>"
    )
    field = (
        b"<< /FT /Sig /T (s%d) /V 5 0 R /Type /Annot /Subtype /Widget /Rect [9 9 99 99] /P 3 0 R >>"
    )
    numbers = range(6, 5_006)
    form = b"/AcroForm << /Fields [%s] /SigFlags 3 >>" % b" ".join(b"%d 0 R" % n for n in numbers)
    fields = [field % number for number in numbers]
    return one_page(stream(LETTER), sign, *fields, catalog=_catalog(form))


def actions_in_a_ring() -> bytes:
    """Scripts and programs that start each other on opening, closing, printing and every page."""
    action = b"<< /S /JavaScript /JS (this.print\\(\\)) /Next [5 0 R 6 0 R] >>"
    other = b"<< /S /Launch /F << /F (\\\\\\\\server\\\\deel\\\\a.exe) >> /Next 5 0 R >>"
    catalog = _catalog(b"/OpenAction 5 0 R /AA << /WC 5 0 R /DP 6 0 R >>")
    page = PAGE.replace(b"/Parent", b"/AA << /O 5 0 R /C 6 0 R >> /Parent")
    return one_page(stream(LETTER), action, other, catalog=catalog, page=page)


def plays_films() -> bytes:
    """A film, a sound and a model in three dimensions of noise on the page."""
    notes = (
        b"[<< /Subtype /Movie /Rect [9 9 99 99] /Movie << /F (http://127.0.0.1:9/a.avi) >> >>"
        b" << /Subtype /RichMedia /Rect [9 9 99 99] /RichMediaContent 5 0 R >>"
        b" << /Subtype /3D /Rect [9 9 99 99] /3DD 5 0 R >> << /Subtype /Sound /Sound 5 0 R"
        b" /Rect [9 9 99 99] >>]"
    )
    page = PAGE.replace(b"/Parent", b"/Annots " + notes + b" /Parent")
    return one_page(stream(LETTER), stream(b"\xff" * 5_000, b"/Type /3D /Subtype /U3D"), page=page)


def _lock(keys: bytes, *, ids: bytes = b"[(aaaaaaaaaaaaaaaa) (aaaaaaaaaaaaaaaa)]") -> bytes:
    return one_page(stream(LETTER), trailer=b"/Encrypt << %s >> /ID %s" % (keys, ids))


def lock_of_odd_length() -> bytes:
    """A lock whose key is two thousand million bits long."""
    return _lock(b"/Filter /Standard /V 2 /R 3 /Length 2147483647 /O (%s) /U (%s) /P -4"
                 % (b"a" * 32, b"b" * 32))  # fmt: skip


def lock_below_nothing() -> bytes:
    """A lock whose key is shorter than nothing, of a version below nothing."""
    return _lock(b"/Filter /Standard /V -1 /R -1 /Length -40 /O () /U () /P 0", ids=b"[]")


def lock_without_a_name() -> bytes:
    """A lock that asks for a filter that is not described."""
    return _lock(b"/Filter /Standard /V 5 /R 6 /StmF /Weg /StrF /Weg /CF << >> /O (a) /U (a) /OE (a)"
                 b" /UE (a) /Perms (a) /P -4")  # fmt: skip


def lock_of_itself() -> bytes:
    """A lock that is the page it locks."""
    return one_page(stream(LETTER), trailer=b"/Encrypt 3 0 R /ID [(a) (a)]")


def lock_by_certificate() -> bytes:
    """A lock that opens with the certificate of whoever was written to."""
    return _lock(b"/Filter /Adobe.PubSec /SubFilter /adbe.pkcs7.s5 /V 4 /CF << /DefaultCryptFilter"
                 b" << /CFM /AESV2 /Recipients [<30820100>] >> >> /StmF /DefaultCryptFilter")  # fmt: skip


def lock_without_password() -> bytes:
    """A letter locked with an empty password and half of its content missing."""
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(text_pdf())) as opened:
        opened.save(target, encryption=pikepdf.Encryption(user="", owner="", R=4))
    whole = target.getvalue()
    return whole[: len(whole) // 2]


def kids_by_letters() -> bytes:
    """A tree of twenty pages that all take their fonts from each other's resources."""
    tree = b"<< /Type /Pages /Kids [%s] /Count 20 /Resources 3 0 R >>"
    kids = b" ".join(b"%d 0 R" % number for number in range(4, 24))
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources 3 0 R /Contents 24 0 R >>"
    )
    shared = b"<< /Font 3 0 R /XObject 3 0 R /F1 3 0 R /Type /Font /Subtype /Type0 /DescendantFonts [3 0 R] >>"
    return pdf(CATALOG, tree % kids, shared, *[page] * 20, stream(LETTER))


def empty_pages_by_the_hundred() -> bytes:
    """Three hundred pages of nothing, as many as a file may have."""
    kids = b" ".join(b"%d 0 R" % number for number in range(3, 303))
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"
    return pdf(CATALOG, b"<< /Type /Pages /Kids [%s] /Count 300 >>" % kids, *[page] * 300)


def pages_of_many_sizes() -> bytes:
    """A hundred pages, each a point wide and as long as a page may be."""
    kids = b" ".join(b"%d 0 R" % number for number in range(3, 103))
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 1 14400] /Rotate 45 /CropBox [9 9 0 0] >>"
    return pdf(CATALOG, b"<< /Type /Pages /Kids [%s] /Count 100 >>" % kids, *[page] * 100)


def large_pages() -> bytes:
    """Five pages of five by five metres, each with one line drawn across it."""
    kids = b" ".join(b"%d 0 R" % number for number in range(3, 8))
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 14400 14400] /Contents 8 0 R >>"
    tree = b"<< /Type /Pages /Kids [%s] /Count 5 >>" % kids
    return pdf(CATALOG, tree, *[page] * 5, stream(b"50 w 0 0 m 14400 14400 l S"))
