"""What becomes of a message: letters, in order, and everything else refused by name."""

import datetime as dt
import io
import zipfile
from email.message import EmailMessage

import pytest

from service.emails import Email, Stamp
from service.texts import refusals as texts
from service.usecases.expand import HARMLESS, day_of_receipt, expand, needs_person
from service.usecases.receive import Incoming
from tests.mails import (
    COVER,
    LETTER,
    PDF,
    TODAY,
    attach,
    content_of,
    message,
    opener,
    picture,
    told,
)
from tests.posts import incoming
from validators.report import Channel, ReceivedSource

OUR = "mx.zorgkantoor.example"


def expanded(made: EmailMessage | bytes, **changes: object) -> tuple[Incoming, ...]:
    raw = made if isinstance(made, bytes) else made.as_bytes()
    return expand(incoming("post.eml", raw), opener=opener(**changes))


def test_an_attachment_that_the_text_hands_over_is_the_letter() -> None:
    parts = expanded(attach(message(COVER)))
    assert told(parts) == [
        ("post.eml/bericht", "begeleidende_tekst"),
        ("post.eml/bezwaar.pdf", None),
    ]
    assert content_of(parts[1]) == PDF


def test_the_text_is_a_letter_beside_an_attachment_when_it_objects() -> None:
    assert told(expanded(attach(message(LETTER)))) == [
        ("post.eml/bericht.pdf", None),
        ("post.eml/bezwaar.pdf", None),
    ]


def test_a_short_text_without_any_letter_beside_it_is_the_letter() -> None:
    assert told(expanded(message("Bijgaand mijn bezwaarschrift."))) == [
        ("post.eml/bericht.pdf", None)
    ]


def test_the_sheet_names_sender_moment_and_subject() -> None:
    (letter,) = expanded(message(LETTER, subject="Bezwaar =?x?"))
    assert content_of(letter).decode().split("\n")[:4] == [
        "%PDF-Van: J. Bakker <j.bakker@voorbeeldmail.nl>",
        "Verzonden: maandag 9 november 2026 23:30",
        "Aan: post@zorgkantoor.example",
        "Onderwerp: Bezwaar =?x?",
    ]


def test_letters_of_a_message_came_by_mail_on_the_day_of_the_message() -> None:
    for letter in expanded(attach(message(LETTER))):
        facts = letter.facts
        assert (facts.channel, facts.received, facts.received_source) == (
            Channel.EMAIL,
            dt.date(2026, 11, 9),
            ReceivedSource.MAIL,
        )


def test_what_is_told_of_the_file_wins_over_the_message() -> None:
    day = dt.date(2026, 11, 20)
    file = incoming("a.eml", message(LETTER).as_bytes(), received=day, channel=Channel.BALIE)
    (letter,) = expand(file, opener=opener())
    assert (letter.facts.received, letter.facts.channel) == (day, Channel.BALIE)


@pytest.mark.parametrize(
    ("content", "kind", "code"),
    [
        (picture(200, 80), "image/png", "plaatje"),
        (b"BEGIN:VCALENDAR\r\n", "application/octet-stream", "agenda"),
        (b"BEGIN:VCARD\r\n", "text/x-vcard", "visitekaartje"),
        (b"\x30\x80", "application/pkcs7-signature", "handtekeningbestand"),
        (b"\0\x05\x16\x07", "application/applefile", "hulpbestand"),
        (b"\x78\x9f\x3e\x22...", "application/octet-stream", "winmail"),
        (b"-----BEGIN PGP MESSAGE-----\n", "application/octet-stream", "versleuteld_pgp"),
        (b"\xd0\xcf\x11\xe0 een doc", "application/msword", "geen_document"),
        (b"", "application/pdf", "leeg_bestand"),
    ],
)
def test_what_is_no_letter_is_refused_by_name(content: bytes, kind: str, code: str) -> None:
    made = attach(message(COVER), content, "ding", kind, disposition="inline")
    parts = told(expanded(attach(made)))
    assert ("post.eml/ding", code) in parts
    assert ("post.eml/bezwaar.pdf", None) in parts


def test_a_picture_large_enough_to_read_is_a_letter_also_inline() -> None:
    made = attach(message(COVER), picture(), "foto.png", "image/png", disposition="inline")
    assert ("post.eml/foto.png", None) in told(expanded(made))


def test_a_small_picture_that_was_attached_is_a_letter() -> None:
    made = attach(message(COVER), picture(300, 390), "foto.png", "image/png")
    assert ("post.eml/foto.png", None) in told(expanded(made))


def test_with_only_a_logo_beside_it_the_text_is_the_letter() -> None:
    made = attach(message(COVER), picture(90, 40), "l.png", "image/png", disposition="inline")
    assert told(expanded(made)) == [("post.eml/bericht.pdf", None), ("post.eml/l.png", "plaatje")]


def test_letters_with_one_name_or_none_keep_apart() -> None:
    made = message(COVER)
    for name in ("brief.pdf", "BRIEF.pdf", None, "../../brief.pdf"):
        attach(made, name=name)
    assert [name for name, _ in told(expanded(made))][1:] == [
        "post.eml/brief.pdf",
        "post.eml/BRIEF-2.pdf",
        "post.eml/bijlage-3.pdf",
        "post.eml/brief-3.pdf",
    ]


def test_a_message_that_was_forwarded_gives_its_letters() -> None:
    outer = message("Ter behandeling.\n\nGroet,\nKlantcontact")
    outer.add_attachment(attach(message(LETTER)), filename="mail.eml")
    assert told(expanded(outer)) == [
        ("post.eml/bericht", "begeleidende_tekst"),
        ("post.eml/mail.eml/bericht.pdf", None),
        ("post.eml/mail.eml/bezwaar.pdf", None),
    ]


def test_a_message_that_was_attached_as_a_file_is_opened_too() -> None:
    made = attach(message(COVER), message(LETTER).as_bytes(), "mail.bin", "application/x-mail")
    assert ("post.eml/mail.bin/bericht.pdf", None) in told(expanded(made))


def test_messages_within_messages_end_somewhere() -> None:
    made = message(LETTER)
    for _ in range(7):
        outer = message(COVER)
        outer.add_attachment(made)
        made = outer
    assert "te_diep" in [code for _, code in told(expanded(made))]


def test_letters_in_an_attached_zip_are_letters() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("map/brief.pdf", PDF)
    parts = expanded(attach(message(COVER), packed.getvalue(), "post.zip", "application/zip"))
    assert told(parts)[1:] == [("post.eml/post.zip/map/brief.pdf", None)]
    assert content_of(parts[1]) == PDF
    assert parts[1].facts.channel is Channel.EMAIL


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (message("").as_bytes(), "leeg_bericht"),
        (
            b"From: a@b.nl\r\nSubject: x\r\nContent-Type: application/pkcs7-mime\r\n\r\nAA",
            "versleuteld_smime",
        ),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "geen_document"),
    ],
)
def test_a_message_with_nothing_to_take_in_says_so(raw: bytes, code: str) -> None:
    (refused,) = expanded(raw)
    assert refused.refusal is not None
    assert (refused.refusal.code, needs_person(refused.refusal)) == (code, True)


def test_a_text_of_more_than_a_hundred_pages_is_refused() -> None:
    made = message("Ik maak bezwaar omdat het niet klopt.\n" * 15_000)
    assert told(expanded(made)) == [("post.eml/bericht", "te_lange_tekst")]


def test_a_message_beyond_the_limit_is_refused() -> None:
    made = attach(message(COVER), PDF + b"x" * 900_000)
    assert told(expanded(made)) == [("post.eml", "te_groot")]


def test_a_file_that_is_no_message_is_left_as_it_is() -> None:
    file = incoming("brief.pdf", PDF)
    assert expand(file, opener=opener()) == (file,)


def email(stamps: tuple[Stamp, ...] = (), sent: dt.datetime | None = None, text: str = "") -> Email:
    return Email("", "", "", sent, "", stamps, text, ())


def at(day: int, hour: int = 12) -> dt.datetime:
    return dt.datetime(2026, 11, day, hour, tzinfo=dt.UTC)


SENT = at(5)


@pytest.mark.parametrize(
    ("stamps", "hosts", "day"),
    [
        ((Stamp(OUR, at(9)), Stamp("smtp.x.nl", at(8))), (OUR,), 9),
        ((Stamp("archief.x.nl", at(10)), Stamp(OUR, at(9))), (OUR,), 9),
        ((Stamp("in1." + OUR, at(9)),), (OUR,), 9),
        ((Stamp("nepmx.zorgkantoor.example", at(9)),), (OUR,), 5),
        ((Stamp("smtp.x.nl", at(8)),), (OUR,), 5),
        ((Stamp("smtp.x.nl", at(8)),), (), 8),
        ((Stamp("", at(7)),), (OUR,), 7),
        ((Stamp(OUR, None),), (OUR,), 5),
        ((Stamp(OUR, at(28)),), (OUR,), 5),
        ((), (), 5),
        ((Stamp(OUR, at(9, hour=23)),), (OUR,), 10),
    ],
)
def test_the_day_of_receipt_is_when_our_server_took_it(
    stamps: tuple[Stamp, ...], hosts: tuple[str, ...], day: int
) -> None:
    found = day_of_receipt(email(stamps, SENT), hosts=hosts, today=TODAY)
    assert found == dt.date(2026, 11, day)


def test_a_message_that_says_nothing_has_no_day_of_receipt() -> None:
    assert day_of_receipt(email(), hosts=(), today=TODAY) is None
    assert day_of_receipt(email(sent=at(28)), hosts=(), today=TODAY) is None


@pytest.mark.parametrize(("hosts", "day"), [((), 9), ((OUR,), 2)])
def test_of_a_forwarded_message_only_our_own_server_is_believed(
    hosts: tuple[str, ...], day: int
) -> None:
    inner = message(LETTER, received=((OUR, "Mon, 02 Nov 2026 12:00:00 +0100"),), date=None)
    outer = message(COVER, received=((OUR, "Mon, 09 Nov 2026 12:00:00 +0100"),))
    outer.add_attachment(inner)
    letter = expanded(outer, hosts=hosts)[-1]
    assert letter.facts.received == dt.date(2026, 11, day)


def test_whatever_asks_nothing_of_a_person_says_so() -> None:
    for code in HARMLESS:
        assert "niets te doen" in texts.REFUSALS[code]
    asking = [code for code in texts.REFUSALS if code not in HARMLESS]
    assert not [code for code in asking if "niets te doen" in texts.REFUSALS[code]]
