"""Cues with gaps: what may stand between their words, and what may not."""

import pytest

from extractors.text.matching import Gapped, Part, Spelled

CUE = Gapped(
    "intrekking",
    (
        Part(frozenset({"trek"})),
        Part(gap=2),
        Part(frozenset({"bezwaar", "klacht"})),
        Part(frozenset({"weer"}), is_optional=True),
        Part(frozenset({"in"})),
    ),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ik trek mijn bezwaar in", [(1, 5)]),
        ("trek bezwaar weer in", [(0, 4)]),
        ("trek een twee drie bezwaar in", []),  # more words than the gap takes
        ("trek . bezwaar in", []),  # a gap does not run over a stop
        ("trek klacht in trek klacht in", [(0, 3), (3, 6)]),
        ("trek mijn bezwaar", []),
    ],
)
def test_a_cue_with_a_gap_matches(text: str, expected: list[tuple[int, int]]) -> None:
    words = text.split()
    assert list(CUE.matches(Spelled.of(words, words, frozenset(".")))) == expected


def test_the_longest_match_from_a_place_counts() -> None:
    cue = Gapped("", (Part(frozenset({"niet"})), Part(gap=3), Part(frozenset({"eens"}))))
    words = ["niet", "eens", "en", "niet", "eens"]
    assert list(cue.matches(Spelled.of(words, words, frozenset()))) == [(0, 5), (3, 5)]


def test_a_stem_will_do_for_a_word() -> None:
    cue = Gapped("", (Part(frozenset({"bezwaar*"})), Part(gap=1), Part(frozenset({"te"}))))
    sentence = Spelled.of(["bezwaarschrift", "te"], ["bezwaar*", "te"], frozenset())
    assert list(cue.matches(sentence)) == [(0, 2)]
