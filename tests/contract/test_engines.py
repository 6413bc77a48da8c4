"""Both engines keep one contract and read the same words but for noise."""

from pathlib import Path

import numpy as np
import pytest

from extractors.document import PageImage
from extractors.errors import TimeLimitError
from extractors.ocr import (
    EngineMissingError,
    OcrEngine,
    Segmentation,
    engine_names,
    find_tessdata,
    get_ready,
    load_engine,
)
from extractors.pictures.images import to_grey
from tests.needs import engine_or_skip
from tests.pages import found, picture, text_pdf

SCALE = 160 / 72


@pytest.fixture(scope="module", params=engine_names())
def engine(request: pytest.FixtureRequest) -> OcrEngine:
    return engine_or_skip(request.param)


@pytest.fixture(scope="module")
def page() -> PageImage:
    return PageImage(to_grey(np.asarray(picture(dpi=160))), SCALE)


def test_the_words_of_a_page_are_read(engine: OcrEngine, page: PageImage) -> None:
    words = engine.read(page, timeout_s=60)
    assert found([word.text for word in words]) > 0.97


def test_confidence_lies_between_0_and_1(engine: OcrEngine, page: PageImage) -> None:
    words = engine.read(page, timeout_s=60)
    assert all(0 <= word.confidence <= 1 for word in words)
    assert sum(word.confidence for word in words) > 0.8 * len(words)


def test_boxes_are_points_around_the_ink(engine: OcrEngine, page: PageImage) -> None:
    words = engine.read(page, timeout_s=60)
    place = next(word.box for word in words if word.text == "Dorpsstraat")
    assert place.x0 == pytest.approx(70, abs=3)
    assert all(page.crop(word.box).min() < 128 for word in words)


def test_one_line_can_be_read(engine: OcrEngine) -> None:
    image = to_grey(np.asarray(picture(text_pdf(["Kenmerk: ZK-2026-004512"]), dpi=160)))
    line = PageImage(np.ascontiguousarray(image[130:175]), SCALE)
    words = engine.read(line, timeout_s=60, segmentation=Segmentation.LINE)
    assert [word.text for word in words] == ["Kenmerk:", "ZK-2026-004512"]


def test_an_engine_that_was_got_ready_reads_the_same(engine: OcrEngine, page: PageImage) -> None:
    fresh = load_engine(engine.version.split()[0])
    get_ready(fresh, 2)
    assert fresh.read(page, timeout_s=60) == engine.read(page, timeout_s=60)


@pytest.mark.parametrize("shape", [(1, 1), (3, 400), (40, 40)])
def test_an_empty_picture_gives_no_words(engine: OcrEngine, shape: tuple[int, int]) -> None:
    blank = PageImage(np.full(shape, 255, np.uint8), SCALE)
    assert engine.read(blank, timeout_s=60) == ()


def test_time_is_limited(engine: OcrEngine, page: PageImage) -> None:
    with pytest.raises(TimeLimitError):
        engine.read(page, timeout_s=0.02)


def test_an_engine_reads_on_after_its_time_was_over(engine: OcrEngine, page: PageImage) -> None:
    with pytest.raises(TimeLimitError):
        engine.read(page, timeout_s=0.02)
    assert engine.read(page, timeout_s=60)


def test_an_engine_tells_its_version(engine: OcrEngine) -> None:
    binding, tesseract = engine.version.split(" / ")
    assert binding.split()[0] in engine_names()
    assert tesseract.startswith("tesseract 5")


def test_engines_agree_but_for_noise(page: PageImage) -> None:
    one, other = (
        [word.text for word in engine_or_skip(name).read(page, timeout_s=60)]
        for name in engine_names()
    )
    assert found(one, other) > 0.97


def test_an_unknown_engine_is_named() -> None:
    with pytest.raises(EngineMissingError) as caught:
        load_engine("leesbril")
    assert caught.value.part == "leesbril"


@pytest.mark.parametrize("name", [None, *engine_names()])
def test_a_folder_without_the_dutch_model_is_noticed(tmp_path: Path, name: str | None) -> None:
    with pytest.raises(EngineMissingError) as caught:
        load_engine(name, tessdata=tmp_path)
    assert caught.value.part == "nld"


def test_the_folder_of_models_is_found() -> None:
    engine_or_skip()
    assert (find_tessdata() / "nld.traineddata").is_file()
