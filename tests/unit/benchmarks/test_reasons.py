"""Letters that do or do not say why: what is read of them, and what is learnt from them."""

from dataclasses import replace

from benchmarks.reasons.bracketed import REASON, read_bracketed
from benchmarks.reasons.learning import Example, examples_of, fit
from benchmarks.roles.marked import set_marked
from extractors.element import ElementId

WHY, WHAT = ElementId.ONDERBOUWING, ElementId.OMSCHRIJVING
TEXT = """
Geachte heer,

Hierbij maak ik bezwaar tegen uw besluit. {reden|Mijn man kan niet alleen zijn.} U kunt mij bellen.

Hoogachtend,
A. Smit
"""


def test_brackets_stand_in_letters_that_say_why_and_in_no_others() -> None:
    for letter in read_bracketed():
        assert bool(letter.written(REASON)) is bool(letter.says_why), letter.name
        assert letter.says_why is not None or "twijfel" in {letter.gronden, letter.omschrijving}


def test_the_sentence_in_brackets_is_known_to_say_why() -> None:
    entry = {"kind": "bezwaar", "gronden": "ja", "text": TEXT}
    [example] = examples_of([set_marked(entry, "a_x-0", 80)])
    assert (example.element, example.says_why) == (WHY, True)
    assert example.known == (False, True, False)


def test_of_a_letter_of_which_nobody_said_it_nothing_is_learnt() -> None:
    entry = {"kind": "klacht", "text": TEXT}
    assert not list(examples_of([set_marked(entry, "a_x-0", 80)]))


def bag(says_why: bool, *sentences: str) -> Example:
    traits = tuple({f"woord:{word}": 1.0 for word in each.split()} for each in sentences)
    whole = {name: 1.0 for each in traits for name in each}
    return Example(WHY, says_why, traits, whole, (), "x", "a")


def test_from_whole_letters_it_is_learnt_which_sentence_says_why() -> None:
    letters = [bag(True, "maak bezwaar", "kan lopen"), bag(False, "maak bezwaar", "bel mij")] * 9
    complaints = [replace(each, element=WHAT) for each in letters]
    model = fit([*letters, *complaints])[WHY]
    for asked in (model.sentence, model.letter):
        odds = {word: asked.odds({f"woord:{word}": 1.0}) for word in ("lopen", "bezwaar", "bel")}
        assert odds["lopen"] > odds["bezwaar"] > odds["bel"]


def test_a_sentence_that_is_marked_counts_by_itself() -> None:
    letters = [bag(True, "kan lopen", "woon daar")] * 9 + [bag(False, "maak bezwaar")] * 9
    marked = [replace(each, known=(True, False)) for each in letters[:9]]
    other = [replace(each, element=WHAT) for each in letters]
    model = fit([*marked, *letters[9:], *other])[WHY].sentence
    assert model.odds({"woord:lopen": 1.0}) > model.odds({"woord:woon": 1.0})
