import datetime as dt
from collections.abc import Callable

import pytest

from extractors.document import Box, Document, Page, TextSource, Word
from extractors.element import Hints, Reading
from extractors.errors import DamagedError, DocumentError, TimeLimitError, TooLargeError
from extractors.stages import Reached, Stage, begin, noting
from service.ports.errors import Trouble, TroubleError
from service.ports.reading import Outcome
from service.usecases.pictures import no_pictures
from service.usecases.process import Tools, process, report_id
from tests.factories import make_letter, make_reading
from tests.unit.service.reports import make_assignment
from validators.report import Verdict

TODAY = dt.date(2026, 11, 23)
WORD = Word("woord", Box(70, 80, 115, 91), confidence=0.8)
SCAN = Document(
    "application/pdf",
    (Page(1, 595, 842, (WORD,), TextSource.OCR), Page(2, 595, 842, (WORD,), TextSource.OCR)),
    ocr_seconds=2.0,
    engine="fake 1.0",
)


def raises(error: Exception) -> Callable[[object], bytes]:
    def raise_it(_: object) -> bytes:
        raise error

    return raise_it


def one_letter(_document: Document, _hints: Hints) -> tuple[Reading, ...]:
    return (make_reading(letter=make_letter("Geachte heer,\nIk maak bezwaar.")),)


def tools(
    load: Callable[[str], bytes] = lambda _: b"bytes",
    read: Callable[[bytes], Document] = lambda _: SCAN,
    extract: Callable[[Document, Hints], tuple[Reading, ...]] = one_letter,
) -> Tools:
    return Tools(load, read, extract, no_pictures, {"postkamer": "1"})


def do(used: Tools, trouble: Trouble | None = None) -> tuple[Outcome, ...]:
    return process(make_assignment(trouble=trouble), tools=used, today=TODAY)


def error_of(outcomes: tuple[Outcome, ...]) -> str:
    (only,) = outcomes
    assert only.report.verdict is Verdict.FOUT
    assert only.report.error is not None
    return only.report.error.code


def test_a_letter_gives_a_report_on_the_file() -> None:
    (only,) = do(tools())
    assert only.report.document.media_type == "application/pdf"
    assert only.report.error is None


def test_the_reading_is_accounted_for() -> None:
    (only,) = do(tools())
    assert only.report.processing.ocr_confidence == pytest.approx(0.8)
    assert only.report.processing.versions == {"postkamer": "1", "ocr": "fake 1.0"}


def test_a_file_that_cannot_be_read_is_a_report_with_its_code() -> None:
    assert error_of(do(tools(read=raises(DamagedError())))) == "beschadigd"


def test_a_report_on_a_damaged_file_still_knows_its_bytes() -> None:
    (only,) = do(tools(read=raises(DamagedError())))
    assert only.report.document.sha256 is not None


@pytest.mark.parametrize("error", [TooLargeError(), DocumentError()])
def test_a_file_that_is_refused_before_reading_is_a_report(error: DocumentError) -> None:
    assert error_of(do(tools(load=raises(error)))) == error.code


@pytest.mark.parametrize("trouble", Trouble)
def test_every_trouble_is_a_report_with_its_code(trouble: Trouble) -> None:
    assert error_of(do(tools(load=raises(TroubleError(trouble))))) == trouble


def test_a_trouble_that_is_known_already_is_not_looked_for_again() -> None:
    used = tools(load=raises(AssertionError("must not be opened")))
    assert error_of(do(used, Trouble.SYMLINK_LUS)) == "symlink_lus"


def test_a_file_without_letters_is_not_lost() -> None:
    assert error_of(do(tools(extract=lambda *_: ()))) == "niets_te_lezen"


def test_the_same_letter_has_the_same_id_in_every_run() -> None:
    assert report_id("a.pdf", "00", 1) == report_id("a.pdf", "00", 1)


@pytest.mark.parametrize("other", [("b.pdf", "00", 1), ("a.pdf", "01", 1), ("a.pdf", "00", 2)])
def test_another_letter_has_another_id(other: tuple[str, str, int]) -> None:
    assert report_id(*other) != report_id("a.pdf", "00", 1)


def test_the_stages_of_a_file_are_noted_in_their_order() -> None:
    noted: list[Reached] = []
    with noting(noted.append):
        do(tools())
    assert [each.stage for each in noted] == [Stage.OPENEN, Stage.ZOEKEN, Stage.BEOORDELEN]


def test_a_file_that_takes_too_long_says_at_which_page() -> None:
    def read(_: bytes) -> Document:
        begin(Stage.LEZEN, 12)
        raise TimeLimitError

    with noting(lambda _: None):
        (only,) = do(tools(read=read))
    assert only.report.error is not None
    assert only.report.error.code == "tijd_op"
    assert "bladzijde 12" in only.report.error.message
