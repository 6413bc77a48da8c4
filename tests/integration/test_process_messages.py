"""The folder run on a message: the real page, the real reading, one report for each letter."""

import datetime as dt
import functools

import pytest

from extractors.extract import extract
from extractors.limits import DEFAULT_LIMITS
from extractors.readers.any_format import read
from service.adapters.mail.page import draw
from service.ports.reading import Assignment, Outcome
from service.usecases.expand import open_message
from service.usecases.pictures import no_pictures
from service.usecases.process import Tools, process
from tests.mails import attach, content_of, message, opener, picture
from tests.needs import engine_or_skip
from tests.zips import make_zip
from validators.assess import Receipt
from validators.report import Channel, Kind, ReceivedSource, Status, Verdict

TODAY = dt.date(2026, 11, 23)
LETTER = """Geachte heer, mevrouw,

Hierbij maak ik bezwaar tegen uw besluit van 14 oktober 2026 met kenmerk ZK-2026-004512 over mijn
persoonsgebonden budget. Ik ben het niet eens met de verlaging van mijn uren. Mijn ziekte is niet
minder geworden en mijn dochter moet mij elke dag helpen met wassen, aankleden en eten.

Mijn BSN is 999990019.

Met vriendelijke groet,

Johanna Bakker
Dorpsstraat 12
2312 AB Leiden
"""


def outcomes(raw: bytes, receipt: Receipt | None = None) -> tuple[Outcome, ...]:
    tools = Tools(
        load=lambda _: raw,
        read=functools.partial(read, engine=engine_or_skip(), limits=DEFAULT_LIMITS),
        extract=extract,
        picture=no_pictures,
        versions={},
        opener=opener(draw=draw),
    )
    told = receipt or Receipt(None, None, None, Channel.POST)
    assignment = Assignment("post.eml", "post.eml", told, "zorg-en-zekerheid")
    return process(assignment, tools=tools, today=TODAY)


def test_the_text_of_a_message_is_read_as_any_letter() -> None:
    (outcome,) = outcomes(message(LETTER, subject="Bezwaar").as_bytes())
    report = outcome.report
    assert (report.document.file, report.kind) == ("post.eml/bericht.pdf", Kind.BEZWAAR)
    assert (report.document.channel, report.document.received_source) == (
        Channel.EMAIL,
        ReceivedSource.MAIL,
    )
    assert report.document.received == dt.date(2026, 11, 9)
    assert report.document.sha256 is not None
    found = {str(name): element.value for name, element in report.elements.items()}
    assert (found["bsn"], found["besluitdatum"]) == ("999990019", "2026-10-14")
    assert report.elements["handtekening"].status is Status.ONTBREEKT  # type: ignore[index]


def test_what_needs_a_person_is_reported_and_a_logo_is_not() -> None:
    made = message(LETTER)
    attach(made, picture(90, 40), "logo.png", "image/png", disposition="inline")
    attach(made, b"een document", "brief.docx", "application/msword")
    reports = [each.report for each in outcomes(made.as_bytes())]
    assert [(each.document.file, each.verdict is Verdict.FOUT) for each in reports] == [
        ("post.eml/bericht.pdf", False),
        ("post.eml/brief.docx", True),
    ]
    assert reports[1].error is not None
    assert reports[1].error.code == "geen_document"


def test_what_is_no_letter_in_an_attached_zip_costs_nothing_else() -> None:
    made = message(LETTER)
    inner = make_zip({"a.pdf": b"%PDF-1.7"})
    files = {"meer.zip": inner, "lijst.xls": b"een lijst", "stuk.pdf": b"%PDF-1.7"}
    attach(made, make_zip(files), "post.zip", "application/zip")
    reports = [each.report for each in outcomes(made.as_bytes())]
    assert [(each.document.file, each.error and each.error.code) for each in reports] == [
        ("post.eml/bericht.pdf", None),
        ("post.eml/post.zip/meer.zip", "zip_in_zip"),
        ("post.eml/post.zip/lijst.xls", "geen_document"),
        ("post.eml/post.zip/stuk.pdf", "beschadigd"),
    ]


def test_what_was_told_on_the_command_line_wins() -> None:
    day = dt.date(2026, 11, 20)
    told = Receipt(day, ReceivedSource.OPTION, None, Channel.BALIE)
    (outcome,) = outcomes(message(LETTER).as_bytes(), told)
    document = outcome.report.document
    assert (document.received, document.channel) == (day, Channel.BALIE)


@pytest.mark.parametrize("text", [LETTER, "Привет\n你好 😀", "x" * 5_000, "#eval(`x`)\\"])
def test_the_same_text_gives_the_same_page(text: str) -> None:
    pages = [page_of(message(text).as_bytes()) for _ in range(2)]
    assert pages[0] == pages[1]
    assert pages[0].startswith(b"%PDF")


def page_of(raw: bytes) -> bytes:
    """Return the page that the text of a message is drawn on."""
    (part,) = open_message("post.eml", raw, opener=opener(draw=draw))
    return content_of(part)
