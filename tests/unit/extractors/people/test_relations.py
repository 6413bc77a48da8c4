"""The words for who is what to whom are words."""

import re

import pytest

from extractors.people.mentions.kin import MY_KIN
from extractors.people.mentions.relations import KIN_WORD, cues


def test_every_group_is_a_list_of_words() -> None:
    assert all(isinstance(words, list) for words in cues()["verwant"].values())


@pytest.mark.parametrize("initial", ["D", "G", "M", "V"])
def test_an_initial_is_no_relative(initial: str) -> None:
    assert not re.fullmatch(KIN_WORD, initial, re.IGNORECASE)
    found = MY_KIN.search(f"over mijn broertje {initial}. Nowak")
    assert found is not None
    assert found["kin"] == "broertje"
