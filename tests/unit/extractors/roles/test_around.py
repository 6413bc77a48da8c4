"""What stands around a place in a letter."""

import pytest

from extractors.document import Letter, around
from extractors.roles.around import Place, place_of, stems_of, traits_around
from tests.factories import make_letter


def traits(text: str, what: str) -> dict[str, float]:
    """Return the traits of some words of a letter, which stand in it once."""
    letter = make_letter(text)
    return traits_around(place_in(letter, what))


def place_in(letter: Letter, what: str) -> Place:
    wanted = what.split()
    for line in letter.lines:
        texts = [word.text.strip(".,") for word in line.words]
        for at in range(len(texts)):
            if texts[at : at + len(wanted)] == wanted:
                box = around(word.box for word in line.words[at : at + len(wanted)])
                place = place_of(letter, line.page, box)
                assert place is not None
                return place
    raise AssertionError(what)


def test_nearest_words_have_a_place_and_further_ones_only_a_side() -> None:
    told = traits("U besloot een en ander op 3 mei 2026 tegen mijn zin.", "3 mei 2026")
    assert {"v0:op", "v1:ander", "n0:tegen", "v:besloo", "om:op_tegen"} <= set(told)
    assert "v3:een" not in told


def test_words_of_another_sentence_say_nothing() -> None:
    told = traits(
        "Het besluit kwam. Op 3 mei 2026 viel ik thuis. Uw brief ligt hier.", "3 mei 2026"
    )
    assert {"v:op", "n:viel"} <= set(told)
    assert not {"v:beslui", "n:brief", "zin:kwam"} & set(told)


def test_a_short_word_with_a_dot_ends_no_sentence() -> None:
    told = traits("Uw besluit d.d. 3 mei 2026 is onjuist.", "3 mei 2026")
    assert {"v0:dd", "v1:beslui"} <= set(told)


def test_value_itself_is_no_trait() -> None:
    one = traits("Uw besluit van 3 mei 2026 is onjuist.", "3 mei 2026")
    other = traits("Uw besluit van 9 juni 2025 is onjuist.", "9 juni 2025")
    assert one == other


def test_label_counts_beside_and_above() -> None:
    beside = traits("Datum besluit: 3 mei 2026", "3 mei 2026")
    above = traits("Datum besluit\n3 mei 2026", "3 mei 2026")
    assert {"regel:datum", "regel:beslui"} <= set(beside)
    assert {"boven:datum", "boven:beslui", "vorm:alleen"} <= set(above)
    assert "regel:niets" in above
    assert "vorm:alleen" not in beside


def test_what_stands_lower_is_deeper() -> None:
    text = "Op 1 mei viel ik.\n\nIk schreef u.\n\nU belde.\n\nOp 9 juni kwam de arts."
    assert traits(text, "1 mei")["plek:diepte"] < traits(text, "9 juni")["plek:diepte"]


@pytest.mark.parametrize("page", [1, 2])
def test_where_no_word_stands_is_no_place(page: int) -> None:
    letter = make_letter("Geachte heer, mevrouw,")
    box = letter.lines[0].box
    place = place_of(letter, page, box)
    assert (place is None) == (page == 2)


@pytest.mark.parametrize(
    ("word", "stems"),
    [("besluiten", ["beslui"]), ("(nr.", ["(", "nr"]), ("ZK-2026/1", ["#"]), ("-", [])],
)
def test_of_words_their_beginning_counts(word: str, stems: list[str]) -> None:
    assert stems_of(word) == stems
