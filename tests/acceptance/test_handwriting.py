"""A letter by hand through the real command: read inside the box, without network or downloads."""

import json
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from tests.acceptance.conftest import Run

HAND = Path("/usr/share/fonts/truetype/fifthhorseman/dkg.ttf")  # fonts-dkg-handwriting
LINES = (
    *("Marijke Hoekstra", "Lindelaan 14", "3512 AB Utrecht", "BSN 999990019", ""),
    *("Utrecht, 10 november 2026", "", "Geachte heer, mevrouw,", ""),
    *("Ik maak bezwaar tegen uw besluit van", "1 oktober 2026, kenmerk ZK-2026-104482."),
    *("U heeft mijn aanvraag afgewezen, maar ik", "kan door mijn reuma niets tillen.", ""),
    *("Met vriendelijke groet,", "", "M. Hoekstra"),
)


@pytest.fixture(scope="module")
def letter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the scan of a letter in the handwriting of nobody."""
    if not HAND.is_file():
        pytest.skip("fonts-dkg-handwriting is not installed")
    page = Image.new("L", (1654, 2339), 246)
    font = ImageFont.truetype(str(HAND), 44)
    for row, line in enumerate(LINES):
        ImageDraw.Draw(page).text((160, 160 + 78 * row), line, font=font, fill=45)
    grain = np.random.default_rng(3).normal(0, 4, (2339, 1654))
    pixels = np.clip(cv2.GaussianBlur(np.asarray(page), (3, 3), 0.8) + grain, 0, 255)
    path = tmp_path_factory.mktemp("post") / "brief.png"
    Image.fromarray(pixels.astype(np.uint8)).save(path, dpi=(200, 200))
    return path


def report_of(run: Run, letter: Path) -> dict[str, Any]:
    done = run("validate", letter, "--format", "jsonl", "--today", "2026-11-20")
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_handwriting_is_suggested_and_never_decided_by(run: Run, letter: Path) -> None:
    report = report_of(run, letter)
    bsn = report["elements"]["bsn"]
    assert report["verdict"] == "handmatig"
    assert (bsn["status"], bsn["value"]) == ("onzeker", "999990019")
    assert bsn["confidence"] <= 0.4
    assert bsn["evidence"][0]["page"] == 1
    assert report["processing"]["versions"]["handschrift"].startswith("rapidocr")


def test_what_is_by_hand_never_lacks(run: Run, letter: Path) -> None:
    report = report_of(run, letter)
    assert not report["missing"]
    assert "handgeschreven" in {warning["code"] for warning in report["warnings"]}


def test_without_suggestions_handwriting_still_goes_to_a_person(
    run: Run, letter: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("POSTKAMER_HANDWRITING", "false")
    report = report_of(run, letter)
    assert report["verdict"] == "handmatig"
    assert report["elements"]["bsn"]["value"] is None
    assert "handschrift" not in report["processing"]["versions"]
    assert "handgeschreven" in {warning["code"] for warning in report["warnings"]}
