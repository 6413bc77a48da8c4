"""E-mails that are deep, wide, broken or packed in ways that nobody else opens."""

import base64
import struct
from typing import Final

from tests.hostile.raw import LETTER, one_page, stream, zeros

PDF: Final = one_page(stream(LETTER))
HEAD: Final = (
    b"From: J. Bakker <j.bakker@voorbeeldmail.nl>\r\nTo: post@zorgkantoor.example\r\n"
    b"Subject: bezwaar\r\nDate: Mon, 09 Nov 2026 23:30:00 +0100\r\nMIME-Version: 1.0\r\n"
)
TEXT: Final = (
    b"Geachte heer, mevrouw,\r\n\r\nHierbij maak ik bezwaar tegen uw besluit van 2 november 2026,"
    b" omdat ik mijn budget nodig heb.\r\n\r\nMet vriendelijke groet,\r\nJ. Bakker\r\n"
)
PLAIN: Final = b"Content-Type: text/plain; charset=utf-8\r\n\r\n" + TEXT


def _parts(*parts: bytes, kind: bytes = b"mixed", head: bytes = HEAD) -> bytes:
    body = b"".join(b"--grens\r\n" + part + b"\r\n" for part in parts)
    return (
        head
        + b"Content-Type: multipart/"
        + kind
        + b"; boundary=grens\r\n\r\n"
        + body
        + b"--grens--\r\n"
    )


def _file(content: bytes, *, name: bytes = b"a.pdf", kind: bytes = b"application/pdf") -> bytes:
    return (
        b"Content-Type: " + kind + b"\r\nContent-Transfer-Encoding: base64\r\n"
        b'Content-Disposition: attachment; filename="'
        + name
        + b'"\r\n\r\n'
        + base64.encodebytes(content)
    )


def deep_messages() -> bytes:
    """A message forwarded a thousand times, each time as a whole."""
    return (HEAD + b"Content-Type: message/rfc822\r\n\r\n") * 1_000 + HEAD + PLAIN


def deep_parts() -> bytes:
    """A message of parts within parts, three thousand deep."""
    opened = b"".join(
        b"Content-Type: multipart/mixed; boundary=g%d\r\n\r\n--g%d\r\n" % (number, number)
        for number in range(3_000)
    )
    return HEAD + opened + PLAIN


def parts_of_one_border() -> bytes:
    """A message of parts within parts that all have the same border."""
    return (
        HEAD + b"Content-Type: multipart/mixed; boundary=grens\r\n\r\n--grens\r\n" * 2_000 + PLAIN
    )


def many_parts() -> bytes:
    """A message of fifty thousand empty parts."""
    return _parts(PLAIN, *[b"Content-Type: application/pdf\r\n\r\n"] * 50_000)


def many_headers() -> bytes:
    """A message with two hundred thousand headers."""
    return HEAD + b"X-Kop: a\r\n" * 200_000 + PLAIN


def long_header() -> bytes:
    """A message whose subject is ten million signs on folded lines."""
    return HEAD.replace(b"bezwaar", b"bezwaar" + b"\r\n aaaaaaaaaa" * 800_000) + PLAIN


def encoded_subject() -> bytes:
    """A message whose subject is of a hundred thousand encoded words, half of them broken."""
    word = b" =?utf-8?B?YQ=?= =?x?Q?=ZZ?= =?utf-8?Q?a?="
    return HEAD.replace(b"bezwaar", word * 50_000) + PLAIN


def received_often() -> bytes:
    """A message that went through fifty thousand servers."""
    line = b"Received: from a by b with SMTP; Mon, 09 Nov 2026 23:30:00 +0100\r\n"
    return line * 50_000 + HEAD + PLAIN


def many_addresses() -> bytes:
    """A message to two hundred thousand people, of nested groups and comments."""
    many = b", ".join([b"(((a))) <b@c.example>"] * 100_000) + b"(" * 50_000
    return HEAD.replace(b"post@zorgkantoor.example", many) + PLAIN


def broken_base64() -> bytes:
    """A message whose letter is base64 with signs that are none, of a length that is none."""
    return _parts(
        PLAIN, _file(b"").replace(b"\r\n\r\n", b"\r\n\r\nJVBERi0xLjc*!!!@@@K=A=B=C\xff\x00")
    )


def cut_base64() -> bytes:
    """A message whose letter was cut off in the middle."""
    whole = _parts(PLAIN, _file(PDF * 5))
    return whole[: len(whole) * 2 // 3]


def coded_by_nobody() -> bytes:
    """A message whose text is coded, and written in an alphabet, that nobody knows."""
    kind = b"Content-Type: text/plain; charset=klingon\r\nContent-Transfer-Encoding: x-onbekend\r\n\r\n"
    return HEAD + kind + TEXT


def coded_as_uu() -> bytes:
    """A message whose letter is coded in the old way, and broken."""
    kind = b"Content-Type: application/pdf\r\nContent-Transfer-Encoding: x-uuencode\r\n\r\n"
    return _parts(PLAIN, kind + b"begin 644 a.pdf\n" + b"M\xff\x00zzzz\n" * 5_000 + b"end\n")


def dates_of_nothing() -> bytes:
    """A message of the 99th of Foo, in a zone of a million hours."""
    return HEAD.replace(b"09 Nov 2026 23:30:00 +0100", b"99 Foo 99999 99:99:99 +99999999") + PLAIN


def names_that_deceive() -> bytes:
    """A message with attachments whose names lead elsewhere, run backwards or hold lines."""
    names = (
        b"../../../etc/passwd", b"C:\\\\a.pdf", b"=?utf-8?B?4oCuZmRwLmV4ZQ==?=", b"a\tb.pdf",
        b"a" * 50_000, b"", b".", b"..", b"con", b"=?utf-8?Q?a=0D=0AX-Kop=3A_b=2Epdf?=",
    )  # fmt: skip
    return _parts(PLAIN, *[_file(PDF, name=name) for name in names])


def names_in_pieces() -> bytes:
    """A message whose attachment has a name in ten thousand numbered pieces."""
    pieces = b"".join(b";\r\n filename*%d*=utf-8''a%%ff" % number for number in range(10_000))
    return _parts(
        PLAIN,
        b"Content-Type: application/pdf\r\nContent-Disposition: attachment" + pieces + b"\r\n\r\n",
    )


def no_border() -> bytes:
    """A message of parts that does not say what stands between them."""
    return HEAD + b"Content-Type: multipart/mixed\r\n\r\n--\r\n" + PLAIN


def border_of_nothing() -> bytes:
    """A message whose parts are divided by nothing, of ten thousand signs, and by an expression."""
    return (
        HEAD
        + b'Content-Type: multipart/mixed; boundary="(a*)*'
        + b"\\" * 10_000
        + b'"\r\n\r\n'
        + PLAIN
    )


def web_page_without_end() -> bytes:
    """A message whose page is a hundred thousand tables within each other."""
    return HEAD + b"Content-Type: text/html\r\n\r\n" + b"<table><tr><td>" * 100_000 + TEXT


def web_page_of_entities() -> bytes:
    """A message whose page declares entities that grow, and calls them."""
    entities = b"".join(b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 10))
    page = b'<!DOCTYPE html [<!ENTITY a0 "ha">' + entities + b"]><html>&a9;" + TEXT + b"</html>"
    return HEAD + b"Content-Type: text/html\r\n\r\n" + page


def web_page_of_styles() -> bytes:
    """A message whose page is ten million signs of style and script around one line of text."""
    page = (
        b"<style>" + b"a{b:c}" * 1_000_000 + b"</style><script>" + b"x()" * 1_000_000 + b"</script>"
    )
    return HEAD + b"Content-Type: text/html\r\n\r\n<html>" + page + b"<p>" + TEXT + b"</p></html>"


def web_page_that_calls() -> bytes:
    """A message whose page asks for pictures, frames and files of others."""
    page = (
        b'<img src="http://127.0.0.1:9/a.png"><iframe src="file:///etc/passwd"></iframe>'
        b'<object data="file:///etc/passwd"></object><base href="file:///"><p>' + TEXT + b"</p>"
    )
    return HEAD + b"Content-Type: text/html\r\n\r\n" + page


def text_without_end() -> bytes:
    """A message of forty million signs without one line."""
    return HEAD + b"Content-Type: text/plain\r\n\r\n" + b"a" * 40_000_000


def text_of_lines() -> bytes:
    """A message of ten million empty lines that flow into each other."""
    return (
        HEAD + b"Content-Type: text/plain; format=flowed; delsp=yes\r\n\r\n" + b"a \r\n" * 2_000_000
    )


def text_of_typst() -> bytes:
    """A message whose text would be a program to whoever prints it."""
    evil = b'#read("/etc/passwd") #{while true {}} $ sum_(k=0)^n k $ *a* _b_ `c` @d <e> \\u{0}\r\n'
    return HEAD + b"Content-Type: text/plain\r\n\r\n" + TEXT + evil * 5


def text_of_odd_signs() -> bytes:
    """A message of signs that turn around, stand upon each other by the thousand, or are none."""
    odd = (
        "\u202e\u2066\u200f a"
        + "\u0301" * 5_000
        + "\ud7ff\ufffe\U0010ffff\x00\x08\x1b[2J \u0ddc\ufdfd" * 20
    )
    return HEAD + b"Content-Type: text/plain; charset=utf-8\r\n\r\n" + TEXT + odd.encode()


def zip_bomb_attached() -> bytes:
    """A message with a ZIP that unpacks to a gigabyte."""
    from tests.hostile.archives import sizes_that_lie  # noqa: PLC0415 - both are large

    return _parts(PLAIN, _file(sizes_that_lie(), name=b"a.zip", kind=b"application/zip"))


def many_zips_attached() -> bytes:
    """A message with two hundred ZIPs of two hundred letters each."""
    from tests.zips import make_zip  # noqa: PLC0415 - as above

    held = make_zip({f"{number}.pdf": PDF for number in range(200)})
    return _parts(PLAIN, *[_file(held, name=b"a.zip", kind=b"application/zip")] * 200)


def pictures_that_lie() -> bytes:
    """A message with a hundred pictures that say that they are larger than the earth."""
    head = (
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"
        + struct.pack(">II", 2**31 - 1, 2**31 - 1)
        + b"\x08\x00\x00\x00\x00"
    )
    return _parts(PLAIN, *[_file(head + bytes(50), name=b"a.png", kind=b"image/png")] * 100)


def picture_with_a_bomb() -> bytes:
    """A message with a picture whose profile unpacks to a gigabyte."""
    from tests.hostile.rasters import png_with_a_bomb_of_colours  # noqa: PLC0415 - as above

    return _parts(PLAIN, _file(png_with_a_bomb_of_colours(), name=b"a.png", kind=b"image/png"))


def winmail() -> bytes:
    """A message that Outlook packed in a way of its own, of a part without end."""
    part = struct.pack("<BII", 1, 0x00069003, 2**31 - 1) + bytes(200)
    content = b"\x78\x9f\x3e\x22" + struct.pack("<H", 1) + part
    return _parts(PLAIN, _file(content, name=b"winmail.dat", kind=b"application/ms-tnef"))


def signed_and_locked() -> bytes:
    """A message that is locked, in a message that is signed, in one that is locked."""
    locked = (
        b"Content-Type: application/pkcs7-mime; smime-type=enveloped-data\r\n\r\n" + b"MIIB" * 500
    )
    signed = _parts(
        locked, b"Content-Type: application/pkcs7-signature\r\n\r\nMII=", kind=b"signed", head=b""
    )
    return _parts(signed, kind=b"encrypted")


def outlook_of_noise() -> bytes:
    """The head of a message of Outlook and noise."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes((n * 73) % 256 for n in range(60_000))


def outlook_in_a_ring() -> bytes:
    """A message of Outlook whose table of pieces points at itself, over and over."""
    head = bytearray(512)
    head[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    struct.pack_into("<HHHHH", head, 24, 0x3E, 3, 0xFFFE, 9, 6)
    struct.pack_into("<IIIIIIIII", head, 40, 0, 2**31, 0, 0, 4096, 0, 2**31, 0, 2**31)
    struct.pack_into("<109I", head, 76, *[0] * 109)
    return bytes(head) + struct.pack("<128I", *[0] * 128) * 400


def partial() -> bytes:
    """A message that says that it is the second part of three."""
    return HEAD + b'Content-Type: message/partial; id="a"; number=2; total=3\r\n\r\n' + TEXT


def elsewhere() -> bytes:
    """A message whose letter is to be fetched from another machine."""
    part = (
        b'Content-Type: message/external-body; access-type=URL; URL="http://127.0.0.1:9/"\r\n\r\n'
    )
    return _parts(PLAIN, part + b"Content-Type: application/pdf\r\n\r\n")


def delivered_not() -> bytes:
    """A report that a message did not arrive, with the message, thirty deep."""
    inner = HEAD + PLAIN
    for _ in range(30):
        inner = _parts(PLAIN, b"Content-Type: message/delivery-status\r\n\r\nStatus: 5\r\n",
                       b"Content-Type: message/rfc822\r\n\r\n" + inner, kind=b"report")  # fmt: skip
    return inner


def bomb_in_a_letter() -> bytes:
    """A message with a letter whose page is a bomb."""
    return _parts(PLAIN, _file(one_page(stream(zeros(1 << 30), b"/Filter /FlateDecode"))))


def ends_of_lines() -> bytes:
    """A message whose lines end in every way there is, and by nothing."""
    return (HEAD + PLAIN).replace(b"\r\n", b"\r") + (HEAD + PLAIN).replace(b"\r\n", b"\n\r")


def mail_from_a_box() -> bytes:
    """Two messages after each other as in a box of Unix, of which the first has no end."""
    return (
        b"From a@b Mon Nov  9 23:30:00 2026\n"
        + HEAD
        + PLAIN
        + b"\nFrom c@d Mon Nov  9\n"
        + HEAD
        + PLAIN
    )
