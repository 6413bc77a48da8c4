"""A letter in Word: filled in whole, from the office's own template or from ours."""

import datetime as dt
import io
import zipfile
from importlib.resources import files
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as WordDocument

from extractors.element import ElementId
from service.concepts import Heading, LetterText, words_of
from service.rendering.brieven.docx import (
    NO_BREAK,
    WORDS,
    LetterTemplateError,
    check_template,
    render,
)
from tests.unit.service.answers import make_answerable, repair_letter


def letter(**changes: object) -> LetterText:
    report = make_answerable(missing=[ElementId.HANDTEKENING, ElementId.BSN])
    made = repair_letter(report, reference="JZ-2026-00417", signer=("S. de Groot",)).letter
    return made.model_copy(update={"attachments": ("een kopie",), **changes})


def opened(made: LetterText | None = None, template: bytes | None = None) -> WordDocument:
    return Document(io.BytesIO(render(made or letter(), template)))


def text_of(document: WordDocument) -> str:
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    return text.replace(NO_BREAK, " ")


def template_with(*paragraphs: str) -> bytes:
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def test_everything_that_is_printed_is_in_the_file() -> None:
    text = text_of(opened())
    for words in words_of(letter()):
        if not words.startswith("Postbus 400") and words not in letter().return_address:
            assert words in text


def test_no_placeholder_is_left() -> None:
    with zipfile.ZipFile(io.BytesIO(render(letter()))) as parts:
        written = b"".join(parts.read(name) for name in parts.namelist() if name.endswith(".xml"))
    assert b"{{" not in written
    assert b"{%" not in written
    assert b"None" not in written.replace(b"<w:nsid", b"")


def test_headings_lists_and_language_are_set() -> None:
    document = opened()
    styles = [paragraph.style.name for paragraph in document.paragraphs if paragraph.style]
    assert styles.count("Heading 1") == 1
    assert styles.count("Heading 2") == sum(isinstance(each, Heading) for each in letter().blocks)
    assert styles.count("List Bullet") == 2
    assert document.core_properties.title == letter().subject
    assert 'w:val="nl-NL"' in document.styles.element.xml


def test_what_is_empty_leaves_no_line() -> None:
    bare = letter(reference="", your_letter="", attachments=(), return_address=())
    text = text_of(opened(bare))
    for label in ("Ons kenmerk", "Uw brief van", "Bijlage", "Retouradres"):
        assert label not in text


def test_the_same_letter_gives_the_same_bytes() -> None:
    assert render(letter()) == render(letter())


def test_the_only_time_in_the_file_is_the_date_of_the_letter() -> None:
    with zipfile.ZipFile(io.BytesIO(render(letter()))) as parts:
        assert {part.date_time[:3] for part in parts.infolist()} == {(2026, 11, 23)}
    properties = opened().core_properties
    assert properties.created == properties.modified == dt.datetime(2026, 11, 23, tzinfo=dt.UTC)


def test_markup_and_braces_in_a_name_are_text() -> None:
    name = '<b>A & B</b> "{{ 7 * 7 }}" \x07'
    assert '<b>A & B</b> "{{ 7 * 7 }}"' in text_of(opened(letter(addressee=(name,))))


def test_a_date_stays_on_one_line() -> None:
    written = "\n".join(paragraph.text for paragraph in opened().paragraphs)
    assert f"7{NO_BREAK}december{NO_BREAK}2026" in written


def test_all_words_of_a_template_can_be_filled_in() -> None:
    own = template_with(*(f"{{{{ {word} }}}}" for word in sorted(WORDS)))
    check_template(own)
    assert "{{" not in text_of(opened(template=own))


def test_every_word_of_a_template_is_in_the_manual() -> None:
    manual = (Path(__file__).parents[5] / "docs" / "brieven.md").read_text(encoding="utf-8")
    assert [word for word in WORDS if f"`{word}`" not in manual] == []


def test_an_own_template_is_filled_in() -> None:
    own = template_with("Ons logo", "{{ onderwerp }}", "{{ datum }}")
    assert text_of(opened(template=own)) == f"Ons logo\n{letter().subject}\n23 november 2026"


def test_our_template_passes_its_own_check() -> None:
    check_template(files("service.rendering.brieven").joinpath("brief.docx").read_bytes())


@pytest.mark.parametrize(
    ("template", "told"),
    [
        (b"geen zip", "geen Word-bestand"),
        (template_with("{{ onderwerb }}"), "onderwerb"),
        (template_with("{% for x in blokken %}"), "kan niet worden ingevuld"),
    ],
)
def test_a_template_that_cannot_be_used_is_refused_with_the_reason(
    template: bytes, told: str
) -> None:
    with pytest.raises(LetterTemplateError, match=told):
        check_template(template)


def test_a_template_cannot_reach_outside_the_letter() -> None:
    own = template_with("{{ onderwerp.__class__.__mro__ }}")
    with pytest.raises(LetterTemplateError):
        render(letter(), own)
