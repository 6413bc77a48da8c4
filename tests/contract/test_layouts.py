"""What the truth of a made letter says is what stands on its pages, in every layout."""

from pathlib import Path

import pypdfium2
import pytest

from benchmarks.letters import fonts
from benchmarks.letters.compose import Made, Order, compose
from benchmarks.letters.dice import Dice
from benchmarks.letters.layouts.catalogue import LAYOUTS
from benchmarks.letters.layouts.layout import Layout
from benchmarks.letters.lists import SPLITS
from benchmarks.letters.texts import load_texts
from benchmarks.letters.wish import Wish
from tests.letters import VERA

pytestmark = pytest.mark.usefixtures("one_typeface")
EVERY_LAYOUT = [(split, layout) for split in SPLITS for layout in LAYOUTS[split]]
IDS = [f"{split}-{layout.name}" for split, layout in EVERY_LAYOUT]


def drawn_text(pdf: Path) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()


def squeezed(text: str) -> str:
    return "".join(fonts.printable(VERA, text).split())


def full_letter(split: str, layout: Layout, seed: int, pdf: Path) -> Made:
    """Compose a letter that holds all that a letter can hold."""
    dice = Dice(seed)
    kind = dice.pick(["bezwaar", "klacht"])
    texts = [text for text in load_texts(split) if text.kind == kind and not text.layout]
    if not layout.named:
        texts = [text for text in texts if "{naam}" in text.body]
    hold = frozenset({"bsn", "rel", "ken", "dec", "datum", "adres"})
    return compose(
        dice, Order(dice.pick(texts), split, "clean", Wish(layout=layout.name, hold=hold)), pdf
    )


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize(("split", "layout"), EVERY_LAYOUT, ids=IDS)
def test_everything_that_the_truth_names_is_drawn(
    split: str, layout: Layout, seed: int, tmp_path: Path
) -> None:
    made = full_letter(split, layout, seed, tmp_path / "letter.pdf")
    drawn = squeezed(drawn_text(made.pdf))
    named = [text for forms in made.facts.shown.values() for text in forms]
    assert not [text for text in named if squeezed(text) not in drawn]


def test_the_same_seed_draws_the_same_letter(tmp_path: Path) -> None:
    layout = LAYOUTS["dev"][0]
    first, second = (full_letter("dev", layout, 4, tmp_path / f"{n}.pdf") for n in (1, 2))
    assert drawn_text(first.pdf) == drawn_text(second.pdf)
