"""Messages of Outlook: the same values as from any other message."""

import datetime as dt

import pytest

from service.adapters.mail import msg
from service.adapters.mail.any_message import may_be_message, read_message
from service.emails import Stamp, Wrapping
from service.ports.errors import DamagedMessageError
from tests import outlook as o
from tests.mails import LETTER, PDF, attach, message, picture

SENT = dt.datetime(2026, 11, 9, 10, 0, tzinfo=dt.UTC)
LATER = dt.datetime(2026, 11, 9, 11, 0, tzinfo=dt.UTC)
PLAIN: dict[int, o.Value] = {
    o.SUBJECT: "Bezwaar één",
    o.SENDER: "J. Bakker",
    o.SENDER_ADDRESS: "j.bakker@voorbeeldmail.nl",
    o.TO: "Zorgkantoor",
    o.BODY: LETTER.replace("\n", "\r\n"),
    o.SENT: SENT,
    o.DELIVERED: LATER,
}


def test_a_message_of_outlook_is_read() -> None:
    found = msg.read(o.outlook(PLAIN))
    assert (found.subject, found.sender, found.recipients, found.sent_at, found.text) == (
        "Bezwaar één",
        "J. Bakker <j.bakker@voorbeeldmail.nl>",
        "Zorgkantoor",
        SENT,
        LETTER.strip(),
    )


def test_the_moment_of_delivery_is_the_stamp_of_our_own_mailbox() -> None:
    assert msg.read(o.outlook(PLAIN)).stamps == (Stamp("", LATER),)


def test_headers_of_the_internet_win() -> None:
    headers = (
        "Received: from a by mx.zorgkantoor.example; Mon, 09 Nov 2026 12:30:00 +0100\r\n"
        "From: Jan <jan@voorbeeldmail.nl>\r\nMessage-ID: <7@x>\r\n"
        "Date: Mon, 09 Nov 2026 12:00:00 +0100\r\n\r\n"
    )
    found = msg.read(o.outlook(PLAIN | {o.HEADERS: headers}))
    assert (found.sender, found.message_id) == ("Jan <jan@voorbeeldmail.nl>", "<7@x>")
    assert found.stamps[0].host == "mx.zorgkantoor.example"


def test_text_of_before_unicode_is_read() -> None:
    found = msg.read(o.outlook(PLAIN | {o.CODEPAGE: 1252}, is_unicode=False))
    assert (found.subject, found.text) == ("Bezwaar één", LETTER.strip())


def test_html_is_read_when_there_is_no_plain_text() -> None:
    html = {o.SUBJECT: "x", o.HTML: "<p>Ik maak bezwaar: één.</p>".encode(), o.CODEPAGE: 65001}
    assert msg.read(o.outlook(html)).text == "Ik maak bezwaar: één."


def test_a_text_that_is_only_there_in_rich_text_does_not_vanish() -> None:
    found = msg.read(o.outlook({o.SUBJECT: "x", o.RTF: b"LZFu..."}))
    assert [each.name for each in found.attachments] == ["bericht.rtf"]


def test_attachments_are_handed_over_with_their_place() -> None:
    large = PDF + b"x" * 9_000  # in sectors of its own, not in the mini stream
    found = msg.read(
        o.outlook(
            PLAIN,
            (
                {o.LONG_NAME: "bezwaar.pdf", o.DATA: large, o.MIME: "application/pdf"},
                {o.LONG_NAME: "image001.png", o.DATA: picture(90, 40), o.CONTENT_ID: "a@b"},
                {o.DATA: PDF},
            ),
        )
    )
    assert [(each.name, each.is_inline, each.pixels) for each in found.attachments] == [
        ("bezwaar.pdf", False, None),
        ("image001.png", True, (90, 40)),
        ("", False, None),
    ]
    assert found.attachments[0].content == large


def test_a_message_within_a_message_is_read() -> None:
    inner = o.storage(PLAIN, ({o.LONG_NAME: "b.pdf", o.DATA: PDF},))
    outer = o.outlook({o.SUBJECT: "FW"}, ({o.LONG_NAME: "brief", o.METHOD: 5, o.DATA: inner},))
    (forwarded,) = msg.read(outer).attachments
    assert forwarded.email is not None
    assert (forwarded.email.subject, forwarded.email.sent_at) == ("Bezwaar één", SENT)
    assert [each.name for each in forwarded.email.attachments] == ["b.pdf"]


def test_a_signed_message_is_opened_and_an_encrypted_one_says_so() -> None:
    whole = attach(message(LETTER)).as_bytes()
    signed = {o.SUBJECT: "x", o.CLASS: "IPM.Note.SMIME.MultipartSigned"}
    found = msg.read(o.outlook(signed, ({o.LONG_NAME: "smime.p7m", o.DATA: whole},)))
    assert (found.wrapping, [each.name for each in found.attachments]) == (None, ["bezwaar.pdf"])
    locked = msg.read(o.outlook({o.CLASS: "IPM.Note.SMIME"}, ({o.DATA: b"\x30\x80"},)))
    assert locked.wrapping is Wrapping.SMIME


def test_another_compound_file_is_no_message() -> None:
    word = o.compound(o.Storage(streams={"WordDocument": b"x" * 100}))
    assert may_be_message(word)
    assert read_message(word) is None


@pytest.mark.parametrize("cut", [600, 1500, 3000])
def test_a_message_that_was_cut_off_is_damaged(cut: int) -> None:
    data = o.outlook(PLAIN, ({o.LONG_NAME: "b.pdf", o.DATA: PDF * 100},))
    try:
        found = read_message(data[:cut])
    except DamagedMessageError:
        return
    assert found is None
