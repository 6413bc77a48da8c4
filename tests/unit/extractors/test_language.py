"""What is read from Dutch text without knowing what a letter is."""

import itertools
import tomllib
from importlib import resources

import pytest

from extractors.language import GAPS, analyse, find_cues, load_words, sentences
from extractors.text.spelling import fold


def cut(text: str, *breaks: int) -> list[str]:
    return [text[start:end] for start, end in analyse(text, breaks).sentences]


@pytest.mark.parametrize(
    "text",
    [
        "Het besluit d.d. 3 maart is onjuist.",
        "De arts, mr. J. de Vries, belde o.a. mijn dochter.",
        "Zie art. 3:46 Awb en nr. 12 m.b.t. de uren.",
    ],
)
def test_the_stop_of_an_abbreviation_ends_no_sentence(text: str) -> None:
    assert cut(text) == [text]


def test_a_sentence_may_begin_without_a_capital() -> None:
    assert cut("ik ben boos. jullie bellen nooit") == ["ik ben boos.", "jullie bellen nooit"]


def test_the_number_of_a_paragraph_stays_with_its_sentence() -> None:
    assert cut("1. Er is niet geluisterd. 2. Het advies is oud.") == [
        "1. Er is niet geluisterd.",
        "2. Het advies is oud.",
    ]


def test_a_break_begins_a_sentence_without_a_stop() -> None:
    assert cut("Gronden Ik kan niet lopen.", 8) == ["Gronden", "Ik kan niet lopen."]


def test_an_empty_text_has_no_sentence() -> None:
    assert sentences("") == ()


@pytest.mark.parametrize(
    "text",
    [
        "Hierbij maak ik bezwaar.",
        "Hierbij rnaak ik bezvvaar.",
        "MAAK IK BEZWAAR",
        "hierbij maak ik beswaar",
        "Ik maak namens mijn oude vader hierbij bezwaar.",
    ],
)
def test_a_cue_is_found_in_damaged_words(text: str) -> None:
    assert find_cues(text, "bezwaar_daad")


@pytest.mark.parametrize(
    "text", ["Ik maak soep. Het bezwaarschrift volgt.", "Mijn krachten nemen af.", ""]
)
def test_a_cue_is_not_found_over_sentences_or_in_other_words(text: str) -> None:
    assert not find_cues(text, "klacht_naam")
    assert not find_cues(text, "bezwaar_vast")


def test_hits_of_one_group_do_not_overlap() -> None:
    hits = find_cues("Ik dien bezwaar in en maak dus bezwaar tegen het besluit.", "bezwaar_daad")
    assert all(a.end <= b.start for a, b in itertools.pairwise(hits))


def test_folding_keeps_no_diacritics() -> None:
    assert fold("Geïndiceerde CLIËNTE") == "geindiceerde cliente"


def test_unknown_word_lists_are_an_error() -> None:
    with pytest.raises(KeyError):
        load_words("bestaat_niet")


def all_cues() -> list[str]:
    folder = resources.files("extractors") / "cues" / "phrases"
    files = [tomllib.loads(file.read_text("utf-8")) for file in folder.iterdir()]
    return [cue for file in files for cues in file.get("cues", {}).values() for cue in cues]


def test_every_cue_is_written_as_the_language_asks() -> None:
    for cue in all_cues():
        parts = cue.split()
        assert any(part not in GAPS and not part.startswith("(") for part in parts), cue
        assert parts[0] not in GAPS, cue
        assert parts[-1] not in GAPS, cue
        assert all(part.startswith("(") == part.endswith(")") for part in parts), cue
        assert not any(part.startswith("|") or part.endswith("|") for part in parts), cue


def test_words_keep_their_places_whatever_white_space_stands_between_them() -> None:
    text = "  Ik  ben\n\nboos , (o.a.) hierom.\tEn \nboos!  "
    words = [text[token.start : token.end] for token in analyse(text).tokens]
    assert words == ["Ik", "ben", "boos", ",", "(", "o.a.", ")", "hierom", ".", "En", "boos", "!"]
