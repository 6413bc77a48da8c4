"""The sample files, their manifest and their recipes belong together."""

import csv
import tomllib
from pathlib import Path
from typing import Any

import pytest
from stdnum.nl import bsn

from tests.golden.truth import load_truths

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "samples"
TEXTS = ROOT / "scripts" / "samples" / "texts"
RECIPES: dict[str, dict[str, Any]] = {
    recipe["file"]: recipe
    for path in sorted(TEXTS.glob("*.toml"))
    for recipe in [tomllib.loads(path.read_text(encoding="utf-8"))]
}
MANIFEST = {
    row["file"]: row
    for row in csv.DictReader((SAMPLES / "manifest.csv").read_text(encoding="utf-8").splitlines())
}
DATA = {".csv", ".jsonl", ".md", ".py"}


def test_every_file_has_a_recipe() -> None:
    files = {path.name for path in SAMPLES.iterdir() if path.is_file() and path.suffix not in DATA}
    assert files == set(RECIPES)


@pytest.mark.parametrize("file", RECIPES)
@pytest.mark.parametrize("column", ["received", "postmarked", "profile"])
def test_manifest_says_what_the_recipe_says(file: str, column: str) -> None:
    assert MANIFEST[file][column] == str(RECIPES[file].get(column, ""))


@pytest.mark.parametrize("file", RECIPES)
def test_receipt_date_never_depends_on_today(file: str) -> None:
    assert RECIPES[file].get("received") or RECIPES[file].get("stamp")


def test_bsns_are_test_numbers_that_pass_the_elfproef() -> None:
    numbers = [truth.get("values", {}).get("bsn") for truth in load_truths(TEXTS).values()]
    assert all(number.startswith("9999") and bsn.is_valid(number) for number in numbers if number)


def test_samples_stay_small_enough_to_carry_along() -> None:
    assert sum((SAMPLES / file).stat().st_size for file in RECIPES) < 12_000_000
