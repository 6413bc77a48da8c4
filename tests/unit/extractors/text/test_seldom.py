"""Patterns that are tried in small letters first find what they find otherwise."""

import re

import pytest

from extractors.text.seldom import Seldom

FOR = Seldom(re.compile(r"\bnamens\s(?P<who>\w+)", re.IGNORECASE))


@pytest.mark.parametrize("text", ["namens Ada", "NAMENS ADA", "Ik schrijf Namens Ada."])
def test_whatever_the_case_a_match_is_as_it_is_written(text: str) -> None:
    """The groups of a match keep their capitals."""
    match = FOR.search(text)
    assert match is not None
    assert match["who"] in text
    assert [each.span() for each in FOR.finditer(text)] == [match.span()]


def test_what_does_not_match_gives_nothing() -> None:
    """Neither a match nor an error."""
    assert FOR.search("Namensprekend") is None
    assert list(FOR.finditer("Ada schrijft zelf")) == []
