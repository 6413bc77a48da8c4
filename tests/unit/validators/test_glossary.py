import re
from enum import StrEnum
from pathlib import Path

import pytest

from extractors.element import ElementId
from validators.feiten import Nature, What
from validators.profile import load_profile, profile_ids
from validators.report import (
    Channel,
    Intent,
    Kind,
    Severity,
    Status,
    Verdict,
    WindowVerdict,
)
from validators.rules import RULES
from validators.termijn import TriggerKind

# The page itself is what is tested.
GLOSSARY = Path(__file__).parents[3] / "docs" / "glossary.md"
PUBLIC = [ElementId, Kind, Intent, Verdict, Status, Severity, WindowVerdict, Channel]


def explained() -> set[str]:
    rows = re.findall(r"^\| (.+?) \|", GLOSSARY.read_text(encoding="utf-8"), re.MULTILINE)
    return {term.strip().replace(" ", "_") for row in rows for term in row.split(",")}


@pytest.mark.parametrize("words", PUBLIC, ids=lambda words: words.__name__)
def test_every_word_of_the_report_is_explained(words: type[StrEnum]) -> None:
    assert {word.value for word in words} <= explained()


def test_every_warning_is_explained() -> None:
    assert {rule.CODE for rule in RULES} <= explained()


def test_every_follow_up_is_explained() -> None:
    assert {*What, *Nature, *TriggerKind} <= explained()


def test_every_promise_is_explained() -> None:
    profiles = [load_profile(profile_id) for profile_id in profile_ids()]
    assert {promise.what for profile in profiles for promise in profile.promises} <= explained()
