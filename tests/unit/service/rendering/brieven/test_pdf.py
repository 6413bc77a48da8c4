"""A letter as PDF: accessible, fit to keep, the same every time, its address in the window."""

import datetime as dt
import io
import re
from collections.abc import Iterator

import pdfplumber
import pikepdf
import pytest

from extractors.element import ElementId
from service.concepts import ConceptKind, LetterText, Paragraph
from service.ports.errors import UndrawableError
from service.rendering.brieven.pdf import DRAWN, render
from tests.unit.service.answers import make_answerable, make_concept, repair_letter

MM = 72 / 25.4


def letter(**changes: object) -> LetterText:
    report = make_answerable(missing=[ElementId.HANDTEKENING, ElementId.BSN])
    made = repair_letter(report, reference="JZ-2026-00417").letter
    return made.model_copy(update=changes)


def opened(made: LetterText | None = None) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(render(made or letter())))


def tags(node: pikepdf.Object) -> Iterator[str]:
    """Yield the tags of the structure in reading order."""
    if isinstance(node, pikepdf.Array):
        for each in node:  # type: ignore[attr-defined]
            yield from tags(each)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield str(node["/S"]).removeprefix("/")
        if "/K" in node:
            yield from tags(node["/K"])


def test_the_pdf_says_what_it_is() -> None:
    with opened() as pdf:
        assert bool(pdf.Root.MarkInfo.Marked)
        assert str(pdf.Root.Lang).startswith("nl")
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        assert str(pdf.docinfo["/Title"]) == letter().subject
        with pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")


def test_headings_and_lists_are_tagged_as_such() -> None:
    with opened() as pdf:
        found = list(tags(pdf.Root.StructTreeRoot.K))
    assert found.count("H1") == 1
    assert found.count("H2") == sum(block.type == "heading" for block in letter().blocks)
    assert found.count("L") == found.count("LI") == found.count("LBody") == 2
    assert set(found) <= {"Document", "P", "H1", "H2", "L", "LI", "Lbl", "LBody"}


def test_every_word_can_be_read_back() -> None:
    with pdfplumber.open(io.BytesIO(render(letter()))) as pdf:
        text = " ".join(" ".join(page.extract_text() for page in pdf.pages).split())
    for block in letter().blocks:
        if isinstance(block, Paragraph):
            assert block.text in re.sub(
                r"Zorgkantoor Zorg en Zekerheid, kenmerk .*? van \d ", "", text
            )


def test_the_address_shows_in_the_window_of_an_envelope() -> None:
    with pdfplumber.open(io.BytesIO(render(letter()))) as pdf:
        page = pdf.pages[0]
        words = [each for each in page.extract_words() if 48 * MM < each["top"] < 79 * MM]
    assert {"Anna", "Hoogendoorn", "LEIDEN"} <= {each["text"] for each in words}
    assert all(each["x0"] >= 20 * MM and each["x1"] <= 115 * MM for each in words)
    middle = (min(each["top"] for each in words) + max(each["bottom"] for each in words)) / 2
    assert middle == pytest.approx(63.5 * MM, abs=2 * MM)


def test_six_lines_still_fit_in_the_window() -> None:
    lines = tuple(f"regel {number}" for number in range(6))
    with pdfplumber.open(io.BytesIO(render(letter(addressee=lines)))) as pdf:
        found = [each for each in pdf.pages[0].extract_words() if each["text"] == "regel"]
    assert min(each["top"] for each in found) > 48 * MM
    assert max(each["bottom"] for each in found) < 82 * MM


def test_the_same_letter_gives_the_same_bytes() -> None:
    assert render(letter()) == render(letter())
    assert render(letter()) != render(letter(date=dt.date(2026, 11, 24)))


def test_the_only_time_in_the_file_is_the_date_of_the_letter() -> None:
    with opened() as pdf:
        assert str(pdf.docinfo["/CreationDate"]).startswith("D:20261123")
        assert str(pdf.docinfo["/ModDate"]).startswith("D:20261123")


def test_markup_in_a_name_is_text() -> None:
    name = "#import *x* $y$ \\ [z] <w> @v"
    with pdfplumber.open(io.BytesIO(render(letter(addressee=(name,))))) as pdf:
        assert name in pdf.pages[0].extract_text()


@pytest.mark.parametrize("name", ["Nguyễn Thị Hạnh", "Łukasz Żółć", "Şükrü Öztürk", "Müller ĳ"])
def test_names_from_elsewhere_are_printed(name: str) -> None:
    render(letter(addressee=(name,)))


def test_all_characters_that_may_be_printed_are_in_the_fonts() -> None:
    every = "".join(sorted(DRAWN - {"\N{SOFT HYPHEN}"}))
    drawn = render(letter(subject=every, blocks=(Paragraph(text=every),)))
    assert drawn.startswith(b"%PDF")


def test_a_character_that_cannot_be_printed_is_named() -> None:
    with pytest.raises(UndrawableError) as raised:
        render(letter(subject="Aan 王"))
    assert raised.value.characters == ("王",)


def test_a_letter_with_letters_and_accents_apart_is_printed() -> None:
    assert render(letter(salutation="Geachte Zoe\N{COMBINING DIAERESIS},"))


@pytest.mark.parametrize("kind", ConceptKind)
def test_every_letter_fits_on_two_pages(kind: ConceptKind) -> None:
    report = make_answerable(missing=[ElementId.HANDTEKENING, ElementId.BSN, ElementId.NAAM])
    made = make_concept(kind, report, forward_to="ciz")
    with opened(made.letter) as pdf:
        assert len(pdf.pages) <= 2
