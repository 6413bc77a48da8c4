"""The text of a message on paper: all of it, the same every time, and never taken for markup."""

import hashlib
import io

import pdfplumber
import pytest

from service.adapters.mail.page import draw, shown
from service.emails import Sheet


def text_of(drawn: bytes) -> str:
    with pdfplumber.open(io.BytesIO(drawn)) as pdf:
        return "\n".join(page.extract_text() for page in pdf.pages)


def test_heading_and_text_stand_on_the_page() -> None:
    drawn = draw(Sheet(("Van: Jan", "Onderwerp: bezwaar"), "Geachte heer,\n\nIk maak bezwaar."))
    assert text_of(drawn).split("\n") == [
        "Van: Jan",
        "Onderwerp: bezwaar",
        "Geachte heer,",
        "Ik maak bezwaar.",
    ]


@pytest.mark.parametrize(
    "line",
    ["#eval(`1+1`) $x$ *vet* _schuin_ <a> @b \\ // --", "= Kop", "- punt", '#read("/etc/x")'],
)
def test_nothing_in_a_message_is_markup(line: str) -> None:
    assert text_of(draw(Sheet((line,), line))) == f"{line}\n{line}"


def test_the_same_text_gives_the_same_bytes() -> None:
    sheet = Sheet(("Van: één",), "Привет, مرحبا, Ελληνικά, ğüşiöç €\n" * 200)
    assert len({hashlib.sha256(draw(sheet)).hexdigest() for _ in range(2)}) == 1


def test_every_sign_that_is_kept_can_be_shown() -> None:
    ranges = [(0x21, 0x2FF), (0x370, 0x3FF), (0x400, 0x4FF), (0x2010, 0x2040), (0x20A0, 0x20BF)]
    signs = [chr(code) for first, last in ranges for code in range(first, last + 1)]
    lines = [shown("x" + "".join(signs[at : at + 40])) for at in range(0, len(signs), 40)]
    assert "(cid:" not in text_of(draw(Sheet((), "\n".join(lines))))


def test_a_word_without_end_stays_on_the_paper() -> None:
    drawn = draw(Sheet((), "x" * 1_000))
    assert text_of(drawn).replace("\n", "").replace(" ", "") == "x" * 1_000
