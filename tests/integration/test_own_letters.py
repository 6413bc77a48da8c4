"""Letters with an organisation's own texts and Word template, from a folder."""

import io
from pathlib import Path

import pytest
from docx import Document

from extractors.element import ElementId
from service.bootstrap.letters import letter_kit
from service.concepts import ConceptKind
from service.settings import ConfigurationError, Settings
from tests.unit.service.answers import make_answerable, make_concept
from validators.report import Kind

PROFILE = "zorg-en-zekerheid"
ACKNOWLEDGE = "ontvangstbevestiging-bezwaar.txt"


def own(folder: Path) -> Settings:
    return Settings(letters=folder)


def write_template(path: Path, text: str) -> None:
    document = Document()
    document.add_paragraph(text)
    document.save(str(path))


def subject_with(folder: Path, profile: str = PROFILE) -> str:
    wording = letter_kit(own(folder), profile).wording
    report = make_answerable(profile=profile)
    return make_concept(ConceptKind.ONTVANGSTBEVESTIGING, report, wording=wording).letter.subject


def test_without_a_folder_the_letters_are_ours() -> None:
    assert set(letter_kit(Settings(), PROFILE).renderers) == {"pdf", "docx"}


def test_a_text_of_ones_own_is_used(tmp_path: Path) -> None:
    (tmp_path / ACKNOWLEDGE).write_text("Onderwerp: Uw post is er\n\nDag.\n", encoding="utf-8")
    assert subject_with(tmp_path) == "Uw post is er"


def test_the_text_of_a_profile_goes_before_that_for_all(tmp_path: Path) -> None:
    (tmp_path / ACKNOWLEDGE).write_text("Onderwerp: allen\n\nDag.\n", encoding="utf-8")
    (tmp_path / "ciz").mkdir()
    (tmp_path / "ciz" / ACKNOWLEDGE).write_text("Onderwerp: CIZ\n\nDag.\n", encoding="utf-8")
    assert subject_with(tmp_path, "ciz") == "CIZ"
    assert subject_with(tmp_path) == "allen"


def test_a_file_of_windows_with_a_mark_at_its_beginning_is_read(tmp_path: Path) -> None:
    (tmp_path / ACKNOWLEDGE).write_text("Onderwerp: x\n\nDag.\n", encoding="utf-8-sig")
    assert subject_with(tmp_path) == "x"


def test_a_word_template_of_ones_own_is_used(tmp_path: Path) -> None:
    write_template(tmp_path / "brief.docx", "Huisstijl: {{ onderwerp }}")
    made = make_concept(ConceptKind.ONTVANGSTBEVESTIGING)
    written = letter_kit(own(tmp_path), PROFILE).renderers["docx"](made.letter)
    (paragraph,) = Document(io.BytesIO(written)).paragraphs
    assert paragraph.text == f"Huisstijl: {made.letter.subject}"


def test_other_files_are_passed_over(tmp_path: Path) -> None:
    for name in (".DS_Store", "~$brief.docx", "lees mij.pdf", ".verborgen.txt"):
        (tmp_path / name).write_bytes(b"\xff")
    assert subject_with(tmp_path) == "Wij hebben uw bezwaar ontvangen"


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        (ACKNOWLEDGE, b"Onderwerp: x\n{{ datun }}", "datun"),
        ("ontvangst.txt", b"Onderwerp: x", "bestaat niet"),
        (ACKNOWLEDGE, b"\xff\xfe", "UTF-8"),
        ("brief.docx", b"geen zip", "Word-bestand"),
        ("vgz/x.txt", b"x", "dit profiel bestaat niet"),
    ],
)
def test_what_cannot_be_used_is_an_error_with_its_place(
    tmp_path: Path, name: str, content: bytes, told: str
) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_bytes(content)
    with pytest.raises(ConfigurationError, match=told) as raised:
        letter_kit(own(tmp_path), PROFILE)
    assert str(tmp_path) in str(raised.value)


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="letters"):
        letter_kit(own(tmp_path / "weg"), PROFILE)


def test_own_words_for_an_element_are_in_the_letter(tmp_path: Path) -> None:
    text = '[bsn]\nvraag = "Uw nummer bij de overheid."\n'
    (tmp_path / "elementen.toml").write_text(text, encoding="utf-8")
    report = make_answerable(Kind.BEZWAAR, missing=[ElementId.BSN])
    wording = letter_kit(own(tmp_path), PROFILE).wording
    made = make_concept(ConceptKind.HERSTELVERZUIM, report, wording=wording)
    assert "Uw nummer bij de overheid." in made.model_dump_json()
