"""`postkamer brief` as a process: a letter in, the concept of a letter back out."""

from pathlib import Path

import pikepdf
import pytest
from docx import Document

from tests.acceptance.conftest import Run, write_letter

OPTIONS = ("--received", "2026-11-16", "--today", "2026-11-23", "--profile", "zorg-en-zekerheid")


def test_a_letter_without_a_signature_gets_a_request(run: Run, tmp_path: Path) -> None:
    letter, output = write_letter(tmp_path / "brief.pdf"), tmp_path / "uit"
    done = run("brief", "herstelverzuim", letter, "--output", output, *OPTIONS)
    (file,) = output.iterdir()
    assert done.stdout.strip() == str(file)
    assert file.name == "brief-herstelverzuim.pdf"
    with pikepdf.open(file) as pdf:
        assert "7 december 2026" in str(pdf.docinfo["/Title"])


@pytest.mark.parametrize("kind", ["ontvangstbevestiging", "doorzending", "doorzendbericht"])
def test_every_other_letter_can_be_made_in_word(run: Run, tmp_path: Path, kind: str) -> None:
    letter, output = write_letter(tmp_path / "brief.pdf"), tmp_path / "uit"
    more = ("--format", "docx", "--kenmerk", "JZ-1", "--doorsturen-naar", "svb")
    run("brief", kind, letter, "--output", output, *OPTIONS, *more)
    text = "\n".join(each.text for each in Document(str(output / f"brief-{kind}.docx")).paragraphs)
    assert "JZ-1" in text


def test_what_a_person_must_look_at_is_said(run: Run, tmp_path: Path) -> None:
    letter, output = write_letter(tmp_path / "brief.pdf"), tmp_path / "uit"
    done = run(
        "brief", "doorzending", letter, "--output", output, *OPTIONS, "--doorsturen-naar", "svb"
    )
    assert done.returncode == 1
    assert "Let op: Het postadres van de SVB is niet bekend." in done.stderr


def test_a_letter_that_makes_no_sense_is_wrong_use(run: Run, tmp_path: Path) -> None:
    letter = write_letter(tmp_path / "brief.pdf")
    done = run("brief", "doorzending", letter, "--output", tmp_path / "uit", *OPTIONS)
    assert done.returncode == 2
    assert "Kies eerst de organisatie" in done.stderr
    assert not (tmp_path / "uit").exists()
