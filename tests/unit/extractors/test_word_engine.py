"""The other engine reads one word, from weights that are on this machine."""

import importlib.util
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from extractors import word_engine
from extractors.document import PageImage
from extractors.ocr import EngineMissingError
from extractors.word_engine import (
    NO_OPINION,
    WEIGHTS,
    Reading,
    WordEngine,
    load_word_engine,
    weights_folder,
)


def drawn(text: str, *, size: int = 32) -> PageImage:
    picture = Image.new("L", (24 * len(text) + 40, size + 20), 250)
    font = ImageFont.load_default(size)
    ImageDraw.Draw(picture).text((12, 8), text, font=font, fill=20)
    return PageImage(np.asarray(picture), 2.0)


@pytest.mark.parametrize("text", ["DOS702843", "L.R.W.", "Dorpsstraat", "j.kok@example.nl"])
def test_it_reads_a_word_with_how_sure_each_sign_is(text: str) -> None:
    read = load_word_engine().read(drawn(text))
    assert (read.text.strip(), len(read.signs)) == (text, len(read.text))
    assert 0.9 < read.confidence <= 1


@pytest.mark.parametrize(
    "shape", [(60, 240), (3, 200), (200, 3), (20, 20 * 40)], ids=["paper", "flat", "thin", "wide"]
)
def test_where_no_word_can_stand_it_reads_none(shape: tuple[int, int]) -> None:
    read = load_word_engine().read(PageImage(np.full(shape, 250, np.uint8), 2.0))
    assert (read.text.strip(), read.confidence) == ("", 0.0)


@pytest.mark.parametrize(
    ("shape", "is_opinion"), [((60, 240), True), ((3, 200), False), ((20, 20 * 40), False)]
)
def test_that_paper_is_empty_is_an_opinion_and_what_is_no_line_is_none(
    shape: tuple[int, int], *, is_opinion: bool
) -> None:
    read = load_word_engine().read(PageImage(np.full(shape, 250, np.uint8), 2.0))
    assert read.is_opinion is is_opinion


def test_signs_of_other_scripts_are_not_among_what_it_chooses_from() -> None:
    read = load_word_engine().read(drawn("一二三"))
    assert all(ord(sign) < 0x2100 for sign in read.text)


def test_of_nothing_it_is_not_sure() -> None:
    assert Reading().confidence == 0.0


def test_an_engine_that_fails_has_no_opinion(monkeypatch: pytest.MonkeyPatch) -> None:
    engine = WordEngine(weights_folder() / WEIGHTS)

    def fail(_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(engine, "_run", fail)
    assert engine.read(drawn("DOS702843")) == NO_OPINION


def test_an_engine_that_cannot_be_loaded_is_not_tried_again(tmp_path: Path) -> None:
    broken = tmp_path / WEIGHTS
    broken.write_bytes(b"no network")
    engine = WordEngine(broken)
    assert engine.read(drawn("DOS702843")) == NO_OPINION
    broken.unlink()
    broken.symlink_to(weights_folder() / WEIGHTS)
    assert engine.read(drawn("DOS702843")) == NO_OPINION


def test_weights_that_are_missing_are_told_by_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_engine, "PACKAGE", "een_pakket_dat_er_niet_is")
    assert importlib.util.find_spec("rapidocr") is not None
    with pytest.raises(EngineMissingError) as raised:
        load_word_engine.__wrapped__()
    assert raised.value.part == "een_pakket_dat_er_niet_is"
