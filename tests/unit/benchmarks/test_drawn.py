"""Marked letters on paper: what is printed, and what of it may be elsewhere on the sheet."""

from collections import Counter
from pathlib import Path

import pypdfium2
import pytest

from benchmarks.letters.dice import Dice
from benchmarks.roles.drawn import draw_set, drawn_in
from benchmarks.roles.printed import print_text

TEXT = """J. de Boer
Hoflaan 3
2312 AB Leiden

Gemeente Leiden
Postbus 9100

Leiden, 3 mei 2026

Geachte heer, mevrouw,

Ik ben het niet eens met uw brief van 2 mei 2026, want ik kan niet lopen en mijn man is blind.

Met vriendelijke groet,

J. de Boer
"""


def words_on(pdf: Path) -> list[str]:
    with pypdfium2.PdfDocument(pdf) as document:
        text = " ".join(page.get_textpage().get_text_range() for page in document)
    return text.split()


def test_every_word_is_printed_once_in_any_setting(tmp_path: Path) -> None:
    for seed in range(12):
        print_text(Dice(seed), TEXT, "dev", tmp_path / "letter.pdf")
        printed = Counter(words_on(tmp_path / "letter.pdf"))
        numbered = Counter({"1": 1, "Pagina": 1})  # the page
        assert printed - numbered == Counter(TEXT.split()) - numbered


def test_room_to_sign_stands_below_the_closing(tmp_path: Path) -> None:
    sheets = [print_text(Dice(n), TEXT, "dev", tmp_path / "letter.pdf") for n in range(12)]
    signed = [sheet for sheet in sheets if sheet.spots]
    assert len(signed) > 6
    assert all(sheet.spots[0].top > 0.2 * 842 for sheet in signed)


def test_what_was_drawn_is_known_by_its_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = {"kind": "bezwaar", "text": TEXT.replace("J. de Boer", "{client|J. de Boer}")}
    letters = [(entry, f"a_x-{at}", 80) for at in range(4)]
    monkeypatch.setattr("benchmarks.roles.drawn.entries_in", lambda _: letters)
    draw_set(tmp_path, percent=60, seed=3)
    drawn = list(drawn_in(tmp_path))
    assert 0 < len(drawn) < 4
    assert all((tmp_path / each.file).stat().st_size > 1000 for each in drawn)
    assert {each.entry["text"] for each in drawn} == {entry["text"]}


def test_new_letters_change_none_that_were_drawn(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = {"kind": "bezwaar", "text": TEXT}
    for count in (1, 3):
        letters = [(entry, f"a_x-{at}", 80) for at in reversed(range(count))]
        monkeypatch.setattr("benchmarks.roles.drawn.entries_in", lambda _, x=letters: x)
        draw_set(tmp_path / str(count), percent=100, seed=3)
    (first,) = drawn_in(tmp_path / "1")
    assert first in list(drawn_in(tmp_path / "3"))
    sizes = {(tmp_path / count / first.file).stat().st_size for count in ("1", "3")}
    assert len(sizes) == 1
