"""The PDF of a report: readable, accessible, and without a BSN."""

import io

import pikepdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.element import ElementId
from service.rendering.pdf import render_pdf
from service.rendering.words import without_bsn
from tests.numbers import BSNS
from tests.unit.service.reports import make_failed, make_incomplete, make_report, make_state
from validators.profile import ProfileFile, catalogue_of
from validators.report import AddressValue, Notice, Report, Routing, Status


def words(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return " ".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


@pytest.mark.parametrize("report", [make_report(), make_incomplete(), make_failed()])
def test_a_pdf_says_that_it_is_accessible_and_fit_to_keep(report: Report) -> None:
    with pikepdf.open(io.BytesIO(render_pdf(report))) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "nl"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        metadata = pdf.open_metadata()
        assert metadata["pdfuaid:part"] == "1"
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")


def test_headings_and_tables_have_their_tags() -> None:
    with pikepdf.open(io.BytesIO(render_pdf(make_incomplete()))) as pdf:
        tags = {
            str(each.S)
            for each in pdf.objects
            if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/StructElem"
        }
    assert {"/H1", "/H2", "/Table", "/TH", "/TD", "/L", "/LI"} <= tags


def test_the_report_can_be_read() -> None:
    text = words(render_pdf(make_incomplete("bezwaar.pdf")))
    for expected in ("bezwaar.pdf", "Incompleet", "handtekening", "7 dec 2026", "te laat"):
        assert expected in text


def test_an_organisation_is_called_by_its_name_and_not_its_id() -> None:
    sent_on = make_report().model_copy(update={"routing": Routing(forward_to="svb")})
    assert "Stuur de brief door naar de SVB." in words(render_pdf(sent_on))


def test_an_organisation_of_the_installation_itself_is_called_by_its_name() -> None:
    sent_on = make_report().model_copy(update={"routing": Routing(forward_to="zorgkantoor-noord")})
    own = 'name = "Zorgkantoor Noord"\nlaw = "awb"\n[klacht]\nwettelijk = ["naam"]\n'
    known = catalogue_of((ProfileFile("zorgkantoor-noord.toml", own),))
    text = words(render_pdf(sent_on, catalogue=known))
    assert "Stuur de brief door naar Zorgkantoor Noord." in text


def test_the_same_report_gives_the_same_file() -> None:
    assert render_pdf(make_report()) == render_pdf(make_report())


@pytest.mark.parametrize("wrong", ["999990018", "12345"])
def test_also_a_bsn_that_is_wrong_is_masked(wrong: str) -> None:
    state = make_state(Status.ONGELDIG, value=wrong)
    text = words(render_pdf(make_report(elements={ElementId.BSN: state})))
    assert wrong not in text
    assert f"***-**-{wrong[-3:]}" in text


@settings(max_examples=15, deadline=None)
@given(number=BSNS, text=st.text(max_size=40))
def test_no_bsn_and_no_text_breaks_a_pdf(number: str, text: str) -> None:
    said = f"{text} {number} {text}"
    report = make_report(
        f"{said}.pdf",
        naam=said,
        warnings=(Notice(code="te_laat", message=said),),
        elements={
            ElementId.BSN: make_state(value=number),
            ElementId.OMSCHRIJVING: make_state(value=said, required=False),
            ElementId.ADRES: make_state().model_copy(
                update={"value": AddressValue(straat=said, postcode="1234 AB")}
            ),
        },
    )
    assert number not in words(render_pdf(report))


@pytest.mark.parametrize(
    "written",
    ["999990019", "9999.90.019", "9999 90 019", "999-990-019", "BSN:999990019.", "(999990019)"],
)
def test_a_bsn_is_masked_however_it_is_written(written: str) -> None:
    assert "***-**-019" in without_bsn(written)


@pytest.mark.parametrize(
    "written", ["0612345678", "999990018", "12-11-2026", "NL91ABNA0417164300", "1234 AB 12", ""]
)
def test_other_numbers_stay(written: str) -> None:
    assert without_bsn(written) == written
