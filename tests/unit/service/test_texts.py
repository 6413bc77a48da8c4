"""Every code that a page or a command may show has Dutch words."""

from enum import StrEnum

import pytest

from extractors.element import ElementId
from service import texts
from service.ports import Trouble
from validators.report import Channel, Intent, Kind, Status, Verdict, WindowVerdict


@pytest.mark.parametrize(
    ("codes", "words"),
    [
        (Trouble, texts.TROUBLES),
        (Kind, texts.KINDS),
        (Intent, texts.INTENTS),
        (Verdict, texts.VERDICTS),
        (Verdict, texts.VERDICT_MEANINGS),
        (Status, texts.STATUSES),
        (WindowVerdict, texts.WINDOWS),
        (Channel, texts.CHANNELS),
        (ElementId, texts.ELEMENTS),
    ],
)
def test_every_code_has_words(codes: type[StrEnum], words: dict[StrEnum, str]) -> None:
    assert set(words) == set(codes)


@pytest.mark.parametrize("trouble", Trouble)
def test_a_trouble_is_told_in_a_sentence_and_a_remedy(trouble: Trouble) -> None:
    assert texts.TROUBLES[trouble].rstrip(".").count(".") >= 1


def test_a_masked_bsn_shows_three_digits() -> None:
    assert texts.masked("999990019") == "***-**-019"
