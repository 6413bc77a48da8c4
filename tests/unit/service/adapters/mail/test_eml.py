"""Reading messages as they really come in: everything in them is handed over."""

import base64
from email.message import EmailMessage

import pytest

from service.adapters.mail import eml
from service.emails import Wrapping
from tests.mails import LETTER, PDF, attach, message, picture


def read(made: EmailMessage | bytes) -> eml.Email:
    return eml.read(made if isinstance(made, bytes) else made.as_bytes())


def part(head: str, content: bytes = PDF) -> bytes:
    """Return a message of two parts, the second with these headers."""
    coded = base64.b64encode(content)
    return (
        b"From: a@voorbeeldmail.nl\r\nSubject: x\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/mixed; boundary="grens"\r\n\r\n--grens\r\n\r\ntekst\r\n'
        b"--grens\r\nContent-Transfer-Encoding: base64\r\n"
        + head.encode("latin-1")
        + b"\r\n\r\n"
        + coded
        + b"\r\n--grens--\r\n"
    )


@pytest.mark.parametrize(
    "head",
    [
        "Content-Disposition: attachment; filename*=utf-8''bezwaar%20%C3%A9%C3%A9n.pdf",
        "Content-Disposition: attachment; filename*0*=utf-8''bezwaar%20;"
        " filename*1*=%C3%A9%C3%A9n.pdf",
        'Content-Disposition: attachment; filename="=?utf-8?Q?bezwaar_=C3=A9=C3=A9n.pdf?="',
        "Content-Disposition: attachment; filename==?utf-8?Q?bezwaar_=C3=A9=C3=A9n.pdf?=",
        'Content-Disposition: attachment; filename="=?utf-8?Q?bezwaar_?=\r\n'
        ' =?utf-8?Q?=C3=A9=C3=A9n.pdf?="',
        'Content-Disposition: attachment; filename="bezwaar \xe9\xe9n.pdf"',
        'Content-Disposition: attachment; filename="bezwaar \xc3\xa9\xc3\xa9n.pdf"',
        "Content-Disposition: attachment; filename=bezwaar \xe9\xe9n.pdf",
        'Content-Type: application/pdf; name="bezwaar \xe9\xe9n.pdf"',
    ],
)
def test_a_name_is_read_however_it_was_written(head: str) -> None:
    (attachment,) = read(part(head)).attachments
    assert (attachment.name, attachment.content) == ("bezwaar één.pdf", PDF)


def test_an_attachment_without_a_name_or_type_is_handed_over() -> None:
    (attachment,) = read(part("Content-Disposition: attachment")).attachments
    assert (attachment.name, attachment.content) == ("", PDF)


def test_junk_in_base64_is_passed_over() -> None:
    whole = part('Content-Type: application/pdf; name="a.pdf"')
    coded = base64.b64encode(PDF)
    broken = whole.replace(coded, coded[:10] + b"!\r\n \x00%%" + coded[10:].rstrip(b"="))
    assert read(broken).attachments[0].content == PDF


def test_html_is_read_as_text_without_what_nobody_sees() -> None:
    html = (
        "<head><style>p{}</style></head><p>Geachte heer,</p><div style='display: none'>ZIE</div>"
        "<p>Ik ben het <b>niet</b> eens.</p><script>weg()</script><img src='http://x/y.png'>"
    )
    assert read(message(None, html=html)).text == "Geachte heer,\n\nIk ben het niet eens."


def test_of_plain_text_and_html_the_plain_text_is_taken() -> None:
    assert (
        read(message("Geachte heer,", html="<p>Geachte <b>heer</b>,</p>")).text == "Geachte heer,"
    )


def test_a_plain_text_that_says_far_less_than_the_html_is_no_text() -> None:
    made = message("Zie HTML.", html="<p>Ik maak bezwaar tegen uw besluit over mijn budget.</p>")
    assert read(made).text == "Ik maak bezwaar tegen uw besluit over mijn budget."


def test_texts_between_attachments_are_put_together() -> None:
    made = attach(message("Eerste deel."))
    made.attach(message("Tweede deel."))
    made.get_payload()[-1].replace_header("Content-Type", "text/plain")  # type: ignore[union-attr]
    assert read(made).text == "Eerste deel.\n\nTweede deel."


def test_a_logo_that_the_html_shows_is_inline_whatever_it_calls_itself() -> None:
    made = message(None, html='<p>Groet</p><img src="cid:logo@x">')
    attach(made, picture(100, 40), "logo.png", "image/png", cid="<logo@x>")
    (logo,) = read(made).attachments
    assert (logo.is_inline, logo.pixels) == (True, (100, 40))


def test_a_photo_from_a_telephone_is_handed_over() -> None:
    made = attach(message(), picture(), "IMG_1.png", "image/png", disposition="inline")
    (photo,) = read(made).attachments
    assert (photo.is_inline, photo.pixels) == (True, (1600, 1200))


def test_a_forwarded_message_keeps_its_own_text_and_attachments() -> None:
    outer = message("Ter behandeling.")
    outer.add_attachment(attach(message(LETTER, subject="mijn brief")))
    (forwarded,) = read(outer).attachments
    assert forwarded.email is not None
    assert forwarded.email.subject == "mijn brief"
    assert [each.name for each in forwarded.email.attachments] == ["bezwaar.pdf"]


def test_a_forwarded_message_that_was_encoded_is_read_too() -> None:
    coded = part("Content-Type: message/rfc822", message(LETTER).as_bytes())
    (forwarded,) = read(coded).attachments
    assert forwarded.email is not None
    assert forwarded.email.text.startswith("Geachte heer")


@pytest.mark.parametrize(
    ("kind", "wrapping"),
    [
        ("application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m", Wrapping.SMIME),
        ('multipart/encrypted; protocol="application/pgp-encrypted"; boundary=x', Wrapping.PGP),
    ],
)
def test_a_wrapped_message_says_so(kind: str, wrapping: Wrapping) -> None:
    raw = f"From: a@b.example\r\nSubject: x\r\nContent-Type: {kind}\r\n\r\nAAAA\r\n"
    assert read(raw.encode()).wrapping is wrapping


def test_pgp_in_the_text_is_no_text() -> None:
    found = read(message("-----BEGIN PGP MESSAGE-----\n\nhQEM\n-----END PGP MESSAGE-----\n"))
    assert (found.wrapping, found.text) == (Wrapping.PGP, "")


def test_lines_that_a_program_broke_are_joined() -> None:
    raw = (
        b"From: a@b.example\r\nSubject: x\r\nContent-Type: text/plain; format=flowed\r\n\r\n"
        b"Ik maak \r\nbezwaar.\r\n> citaat \r\nNieuw.\r\n"
    )
    assert read(raw).text == "Ik maak bezwaar.\n> citaat \nNieuw."


@pytest.mark.parametrize(
    "charset", ["utf-8", "us-ascii", "iso-8859-1", "x-onbekend", "windows-1252"]
)
def test_a_wrong_charset_costs_no_letters(charset: str) -> None:
    raw = f"From: a@b.example\r\nSubject: x\r\nContent-Type: text/plain; charset={charset}\r\n\r\n"
    assert read(raw.encode() + "één €".encode("cp1252")).text == "één €"


def test_a_multipart_without_its_boundary_is_text() -> None:
    raw = (
        b"From: a@b.example\r\nSubject: x\r\nContent-Type: multipart/mixed\r\n\r\nIk maak bezwaar."
    )
    assert read(raw).text == "Ik maak bezwaar."


@pytest.mark.parametrize(
    "raw",
    [
        b"From: <<>>,;:\r\nMessage-ID: <\r\nDate: morgen\r\nSubject: =?x?b?!!?=\r\n\r\nx",
        b"Content-Type: ;;;\r\nContent-Disposition: =\r\nFrom: \xff\r\nTo: =?utf-8?b?A?=\r\n\r\nx",
        b"Content-Type: text/plain; charset*=''\r\nContent-Transfer-Encoding: \xff\r\n\r\nx",
        b"Received: \r\nReceived: ;;;\r\nReceived: by ; morgen\r\nDate: 99 Foo 9999\r\n\r\nx",
    ],
)
def test_broken_headers_cost_nothing_else(raw: bytes) -> None:
    assert read(raw).text == "x"


def test_parts_without_end_are_refused() -> None:
    raw = b"From: a@b.example\r\nSubject: x\r\n"
    for depth in range(200):
        raw += b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (depth, depth)
    with pytest.raises(eml.TooManyPartsError):
        read(raw + b"\r\nx")


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (message().as_bytes(), True),
        (b"\xef\xbb\xbf" + message().as_bytes(), True),
        (b"From j@x Mon Nov 9 2026\r\n" + message().as_bytes(), True),
        (b"X-Leeg:\r\nFrom: a@b.nl\r\nTo:\r\n c@d.nl\r\n\r\nx", True),
        (PDF, False),
        (b"", False),
        (b"Van: Jan\nAan: zorgkantoor\n\nGeachte heer,", False),
        (b"Subject: alleen een onderwerp\n\nx", False),
        (b"PK\x03\x04From: a\nTo: b\n", False),
    ],
)
def test_a_message_is_known_by_its_headers(data: bytes, expected: bool) -> None:
    assert eml.is_mine(data) is expected
