"""docs/waarschuwingen.md explains every warning, with its own sentence and its own articles."""

import re
from pathlib import Path
from types import ModuleType

import pytest

from validators.rules import RULES
from validators.texts.warnings import WARNINGS

# The page itself is what is tested.
PAGE = (Path(__file__).parents[3] / "docs" / "waarschuwingen.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## `(\w+)`\n\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL))
ARTICLE = re.compile(r"\b\d{1,2}:\d{1,3}\b")


def lines(code: str) -> dict[str, str]:
    """Return what the page says of a warning, by label."""
    whole = " ".join(SECTIONS[code].split())
    parts = re.findall(r"\* \*\*(.+?):\*\* (.+?)(?= \* \*\*|$)", whole)
    return dict(parts)


def test_page_has_every_warning_in_the_order_of_the_report() -> None:
    assert list(SECTIONS) == [rule.CODE for rule in RULES]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.CODE)
def test_page_says_when_and_on_which_article(rule: ModuleType) -> None:
    told = lines(rule.CODE)
    assert told["Wanneer"].endswith(".")
    assert told["Artikel"]
    assert set(ARTICLE.findall(told["Artikel"])) == set(ARTICLE.findall(str(rule.__doc__)))


@pytest.mark.parametrize("code", WARNINGS)
def test_page_has_the_sentence_of_the_report(code: str) -> None:
    shown = {text for label, text in lines(code.partition(".")[0]).items() if "Melding" in label}
    assert " ".join(re.sub(r"\{\w+\}", "…", WARNINGS[code]).split()) in shown
